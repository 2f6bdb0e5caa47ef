/* bench-meter.c: how long the frames of a window take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-meter.h"

/* Longer than the window waits before it announces something. */
#define REST_MS 400

/* How long the main context has waited so far, in microseconds. */
static gint64 waited;

/* When it stopped waiting, and the longest time until it waited again. */
static gint64 woken, longest_turn;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 begin = g_get_monotonic_time ();
  int result = g_poll (fds, n_fds, timeout);

  longest_turn = MAX (longest_turn, begin - woken);
  woken = g_get_monotonic_time ();
  waited += woken - begin;
  return result;
}

double
bench_longest_turn (void)
{
  double longest = (double) longest_turn / 1000;

  longest_turn = 0;
  woken = g_get_monotonic_time ();
  return longest;
}

void
bench_meter_init (void)
{
  g_main_context_set_poll_func (NULL, poll_cb);
}

static void
painted_cb (gpointer painted)
{
  *(gboolean *) painted = TRUE;
}

double
bench_time_step (GtkWidget *widget, BenchStepFunc step, gpointer data, guint i)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gint64 waited_before = waited, begin = g_get_monotonic_time ();
  double time;

  step (data, i);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  gdk_display_sync (gtk_widget_get_display (widget));
  time = (double) (g_get_monotonic_time () - begin - (waited - waited_before)) / 1000;
  g_signal_handler_disconnect (clock, handler);
  return time;
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

void
bench_rest (void)
{
  gboolean rested = FALSE;

  /* After everything else that is ready. */
  g_timeout_add_full (G_PRIORITY_LOW, REST_MS, rested_cb, &rested, NULL);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

BenchSummary
bench_summarize (GArray *times)
{
  const double *sorted = (const double *) (gconstpointer) times->data;

  g_array_sort (times, compare_doubles);
  return (BenchSummary) { .n = times->len,
                          .minimum = sorted[0],
                          .median = sorted[times->len / 2],
                          .p95 = sorted[times->len * 95 / 100] };
}
