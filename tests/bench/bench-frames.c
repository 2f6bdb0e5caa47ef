/* bench-frames.c: what the frames of the window take, as the user moves, asks and searches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each size of agreement has a process and a time limit of its own. In it every script of
 * bench-scripts.h runs once; before and after it the floor is measured, which is a window of the
 * same size with one colour where the chart is. The ratios are to the floor's median; the last is
 * that of the minima, which other programs on the machine change least.
 *
 *     usage: bench-frames [SCRIPT…]                   all sizes, and these scripts or all
 *            bench-frames ROWS|many ENTRIES [SCRIPT…] one size; 0 entries for the shipped agreement
 */
#include "bench-agreement.h"
#include "bench-floor.h"
#include "bench-meter.h"
#include "bench-scripts.h"
#include "bench-sizes.h"
#include "mp-agreement.h"
#include "mp-window-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define WIDTH 1280
#define HEIGHT 800

/* How long one size may take, and how much of that one script may. */
#define SIZE_LIMIT_S 150
#define SCRIPT_LIMIT_MS 12000
#define MIN_STEPS 3

#define FLOOR_STEPS 25

/* --- Measuring -------------------------------------------------------------------------------- */

/* Prints what is not a time of many steps. */
static void
print_value (const char *name, const char *size, double value)
{
  printf ("%-20s  %s  %8.2f\n", name, size, value);
  fflush (stdout);
}

static void
script_step (gpointer data, guint i)
{
  gpointer *script_and_subject = data;
  const BenchScript *script = script_and_subject[0];

  script->step (script_and_subject[1], i);
}

/* Adds the times of the steps of a script, or of the first of them where they take too long. */
static void
time_script (const BenchScript *script, BenchSubject *subject, GArray *times)
{
  gpointer script_and_subject[] = { (gpointer) script, subject };
  double sum = 0;

  for (guint i = 0; i < script->n_steps && (i < MIN_STEPS || sum < SCRIPT_LIMIT_MS); i++) {
    double time =
      bench_time_step (GTK_WIDGET (subject->timeline), script_step, script_and_subject, i);

    g_array_append_val (times, time);
    sum += time;
  }
}

/* Adds times of the floor. Its window is in front of the other meanwhile. */
static void
time_floor (GtkWindow *floor, GArray *times)
{
  GtkWidget *widget = bench_floor_get_widget (floor);

  gtk_window_present (floor);
  bench_rest ();
  for (guint i = 0; i < FLOOR_STEPS; i++) {
    double time = bench_time_step (widget, bench_floor_step, widget, i);

    g_array_append_val (times, time);
  }
  gtk_widget_set_visible (GTK_WIDGET (floor), FALSE);
}

static void
measure_script (const BenchScript *script, BenchSubject *subject, GtkWindow *floor,
                const char *size)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  BenchSummary frames, least;

  time_floor (floor, floors);
  mp_session_fit (subject->session);
  if (script->prepare != NULL)
    script->prepare (subject);
  bench_rest ();
  time_script (script, subject, times);
  if (script->finish != NULL)
    script->finish (subject);
  time_floor (floor, floors);
  frames = bench_summarize (times);
  least = bench_summarize (floors);
  printf ("%-20s  %s  %6u  %8.2f  %8.2f  %8.2f  %6.2f  %7.2f  %7.2f  %7.2f\n", script->name, size,
          frames.n, frames.minimum, frames.median, frames.p95, least.median,
          frames.median / least.median, frames.p95 / least.median, frames.minimum / least.minimum);
  fflush (stdout);
}

/* --- Widgets ---------------------------------------------------------------------------------- */

static guint
count_children (BenchSubject *subject)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (subject->timeline));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_get_child_visible (child) ? 1 : 0;
  return n;
}

static void
count_changes_cb (GListModel *children, guint position, guint removed, guint added, guint *n)
{
  (void) children;
  (void) position;
  *n += removed + added;
}

/* Counts the children of the timeline where the view rests, and those that come and go with a frame
 * while it moves. */
static void
count_widgets (BenchSubject *subject, const char *size)
{
  g_autoptr (GListModel) children = gtk_widget_observe_children (GTK_WIDGET (subject->timeline));
  double width = gtk_widget_get_width (GTK_WIDGET (subject->timeline));
  guint most = 0, n_changes = 0, most_changes = 0;

  for (guint octave = 0; octave < 10; octave++) {
    bench_rest ();
    most = MAX (most, count_children (subject));
    g_signal_connect (children, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
    for (guint i = 0; i < 4; i++) {
      n_changes = 0;
      mp_timeline_zoom (subject->timeline, width / 2, i < 2 ? 2 : 0.5);
      mp_timeline_pan (subject->timeline, 60, 0);
      mp_wait_for_frame (GTK_WIDGET (subject->timeline));
      most_changes = MAX (most_changes, n_changes);
    }
    g_signal_handlers_disconnect_by_data (children, &n_changes);
    mp_timeline_zoom (subject->timeline, width / 2, 2);
  }
  mp_session_fit (subject->session);
  print_value ("children", size, most);
  print_value ("children a frame", size, most_changes);
}

/* --- One size --------------------------------------------------------------------------------- */

static gboolean
is_wanted (const char *name, char **wanted)
{
  return *wanted == NULL || g_strv_contains ((const char *const *) wanted, name);
}

/* Returns the path of a new file with an agreement of this size. */
static char *
write_agreement (BenchSize size)
{
  g_autoptr (GBytes) bytes = bench_agreement_new (size.n_rows, size.n_entries);
  g_autoptr (GError) error = NULL;
  char *path;
  int file = g_file_open_tmp ("milepost-bench-XXXXXX.json", &path, &error);

  if (file < 0 || !g_close (file, &error) ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            &error))
    g_error ("%s", error->message);
  return path;
}

static gboolean
shows_days (BenchSubject *subject)
{
  double scale;

  g_object_get (subject->timeline, "pixels-per-day", &scale, NULL);
  return scale > 0;
}

/* Opens the file, and waits until the whole agreement is there. Prints after how many milliseconds
 * something and everything was shown, and how long the window at most did not answer. */
static void
open_agreement (BenchSubject *subject, BenchSize size, const char *words)
{
  g_autofree char *path = write_agreement (size);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 begin = g_get_monotonic_time (), first = 0;
  MpAgreement *agreement = NULL;

  bench_longest_turn ();
  mp_window_load_file (subject->window, file);
  while (agreement == NULL || !shows_days (subject) ||
         mp_agreement_milestones (agreement)->length < size.n_entries / 2) {
    g_main_context_iteration (NULL, TRUE);
    agreement = mp_session_get_agreement (subject->session);
    g_assert_cmpstr (mp_window_get_page (subject->window), !=, "problems");
    if (first == 0 && shows_days (subject))
      first = g_get_monotonic_time ();
  }
  print_value ("open, first picture", words, (double) (first - begin) / 1000);
  print_value ("open, all", words, (double) (g_get_monotonic_time () - begin) / 1000);
  bench_rest ();
  print_value ("open, longest turn", words, bench_longest_turn ());
  g_remove (path);
}

static void
subject_init (BenchSubject *subject, BenchSize size, const char *words)
{
  subject->window = mp_window_new (NULL, mp_today ());
  subject->session = mp_window_get_session (subject->window);
  subject->timeline = mp_window_get_timeline (subject->window);
  gtk_window_set_default_size (GTK_WINDOW (subject->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (subject->window));
  bench_rest ();
  if (size.n_entries == 0)
    mp_window_load_resource (subject->window, MP_SHIPPED_RESOURCE);
  else
    open_agreement (subject, size, words);
  subject->agreement = mp_session_get_agreement (subject->session);
  bench_rest ();
}

static void
measure_size (BenchSize size, char **wanted)
{
  g_autofree char *words = bench_size_to_string (size);
  guint n_scripts;
  const BenchScript *scripts = bench_scripts_get (&n_scripts);
  BenchSubject subject;
  GtkWindow *floor;

  subject_init (&subject, size, words);
  floor = bench_floor_new (GTK_WINDOW (subject.window), GTK_WIDGET (subject.timeline));
  for (guint i = 0; i < n_scripts; i++)
    if (is_wanted (scripts[i].name, wanted))
      measure_script (&scripts[i], &subject, floor, words);
  if (is_wanted ("children", wanted))
    count_widgets (&subject, words);
}

int
main (int argc, char **argv)
{
  BenchSize size;

  if (!bench_size_parse (argc - 1, argv + 1, &size)) {
    printf ("%-20s  %4s  %8s  %6s  %8s  %8s  %8s  %6s  %7s  %7s  %7s\n", "step", "rows", "entries",
            "n", "min ms", "median", "p95", "floor", "med/fl", "p95/fl", "min/min");
    fflush (stdout);
    return bench_run_sizes (argv[0], argv + 1, SIZE_LIMIT_S);
  }
  gtk_init ();
  adw_init ();
  bench_meter_init ();
  measure_size (size, argv + 3);
  return 0;
}
