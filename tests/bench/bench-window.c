/* bench-window.c: what each step of the user costs in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measured is the processor time from the step until the window rests again: its frames, and the
 * announcement that follows after a moment, are part of the step. Each step is done several times,
 * and the median counts. It is given as a ratio to what the same step costs in the shipped
 * agreement in the same run: a slow machine leaves that as it is.
 *
 *     usage: bench-window [ROUNDS]
 */
#include "bench-agreement.h"
#include "mp-agreement.h"
#include "mp-search-bar.h"
#include "mp-window-fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MAX_ROUNDS 99

/* Longer than the window waits before it announces something. */
#define REST_US (400 * G_TIME_SPAN_MILLISECOND)

typedef struct {
  MpWindow *window;
  MpSession *session;
  MpAgreement *agreement;
} Subject;

/* --- The steps -------------------------------------------------------------------------------- */

static void
act (Subject *subject, const char *action)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (subject->window), action, NULL))
    g_error ("there is no action %s", action);
}

static void
select_milestone (Subject *subject, double where)
{
  double n = mp_agreement_milestones (subject->agreement)->length;
  MpItem item = { MP_ITEM_MILESTONE, (guint32) (n * where) };

  mp_session_set_selection (subject->session, item);
}

static void
select_first (Subject *subject)
{
  select_milestone (subject, 0.4);
}

static void
select_other (Subject *subject)
{
  select_milestone (subject, 0.6);
}

static void
clear (Subject *subject)
{
  mp_session_set_selection (subject->session, (MpItem) { MP_ITEM_NONE, 0 });
}

static void
move_as_of (Subject *subject)
{
  MpDate date;

  g_assert_true (mp_date_parse ("2024-05-17", -1, &date, NULL, NULL));
  mp_session_set_as_of (subject->session, &date);
}

static void
ask_about_today (Subject *subject)
{
  mp_session_set_as_of (subject->session, NULL);
}

static void
compare (Subject *subject)
{
  act (subject, "win.compare");
}

static void
hide_unchanged (Subject *subject)
{
  mp_session_set_hide_unchanged (subject->session, TRUE);
}

static void
show_unchanged (Subject *subject)
{
  mp_session_set_hide_unchanged (subject->session, FALSE);
}

static void
open_search (Subject *subject)
{
  act (subject, "win.find");
}

static void
type (Subject *subject, const char *text)
{
  MpSearchBar *bar = mp_template_child (subject->window, "search");

  gtk_editable_set_text (mp_template_child (bar, "entry"), text);
}

/* Words that nearly every entry of either agreement has. */
static void
type_letter (Subject *subject)
{
  type (subject, "e");
}

static void
type_word (Subject *subject)
{
  type (subject, "200");
}

static void
close_search (Subject *subject)
{
  type (subject, "");
  act (subject, "win.clear");
}

static const struct {
  const char *name;
  void (*step) (Subject *subject);
} steps[] = {
  { "select", select_first },           { "select another", select_other },
  { "select nothing", clear },          { "move the date", move_as_of },
  { "back to today", ask_about_today }, { "compare", compare },
  { "hide unchanged", hide_unchanged }, { "show unchanged", show_unchanged },
  { "end comparison", compare },        { "open search", open_search },
  { "type a letter", type_letter },     { "type a word", type_word },
  { "close search", close_search },
};

/* --- Running ---------------------------------------------------------------------------------- */

/* In milliseconds. */
static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (REST_US / 1000, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Fills in the median of each step, in milliseconds. */
static void
measure (Subject *subject, guint n_rounds, double *medians)
{
  double times[G_N_ELEMENTS (steps)][MAX_ROUNDS];

  /* The first round only fills the caches. */
  for (guint round = 0; round <= n_rounds; round++) {
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
      double begin = processor_time ();

      steps[i].step (subject);
      rest ();
      times[i][MAX (round, 1) - 1] = processor_time () - begin;
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    qsort (times[i], n_rounds, sizeof (double), compare_doubles);
    medians[i] = times[i][n_rounds / 2];
  }
}

/* bytes is NULL for the shipped agreement. */
static void
measure_agreement (GBytes *bytes, guint n_rounds, double *medians)
{
  Subject subject = { .window = mp_window_new (NULL, mp_today ()) };

  gtk_window_set_default_size (GTK_WINDOW (subject.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (subject.window));
  if (bytes != NULL)
    mp_window_load_bytes (subject.window, bytes, "made up");
  else
    mp_window_load_resource (subject.window, MP_SHIPPED_RESOURCE);
  subject.session = mp_window_get_session (subject.window);
  mp_wait_until (mp_session_get_agreement (subject.session) != NULL);
  subject.agreement = mp_session_get_agreement (subject.session);
  rest ();
  measure (&subject, n_rounds, medians);
  mp_close (GTK_WINDOW (subject.window));
}

int
main (int argc, char **argv)
{
  static const BenchSize size = { 2000, 3, 20000, 3, 40 };
  double shipped_times[G_N_ELEMENTS (steps)], large_times[G_N_ELEMENTS (steps)];
  guint n_rounds = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 5;
  g_autoptr (GBytes) bytes = bench_agreement_new (&size);

  n_rounds = CLAMP (n_rounds, 1, MAX_ROUNDS);
  gtk_init ();
  adw_init ();
  measure_agreement (NULL, n_rounds, shipped_times);
  measure_agreement (bytes, n_rounds, large_times);
  printf ("%-16s %12s %12s %8s\n", "step", "shipped", "large", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    printf ("%-16s %9.1f ms %9.1f ms %8.2f\n", steps[i].name, shipped_times[i], large_times[i],
            large_times[i] / shipped_times[i]);
  return 0;
}
