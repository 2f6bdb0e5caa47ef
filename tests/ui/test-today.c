/* test-today.c: windows know which day it is, also after midnight, unless they are told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole application is linked in. Nobody waits for a minute: the clock's source is made due.
 */
#include "mp-application.h"
#include "mp-display-support.h"
#include "mp-window.h"

/* What the application is told when it asks. */
static MpInstant day;

static MpInstant
ask_day (void)
{
  return day;
}

/* The source that looks at the clock, or NULL if there is none. */
static GSource *
find_clock (GApplication *application)
{
  return g_main_context_find_source_by_user_data (NULL, application);
}

static MpInstant
today_of (GtkWindow *window)
{
  return mp_session_get_today (mp_window_get_session (MP_WINDOW (window)));
}

static gboolean
all_windows_show (GApplication *application, MpInstant today)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (application));

  for (GList *l = windows; l != NULL; l = l->next)
    if (today_of (l->data) != today)
      return FALSE;
  return windows != NULL;
}

static guint
count_windows (GApplication *application)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (application)));
}

static void
check_midnight (GApplication *application)
{
  GSource *clock = find_clock (application);

  g_assert_nonnull (clock);
  g_assert_cmpint (g_source_get_ready_time (clock) - g_get_monotonic_time (), <=,
                   61 * G_USEC_PER_SEC);
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (application), ==, 2);
  g_assert_true (all_windows_show (application, mp_today ()));

  /* More than once, as the clock goes on. */
  for (int midnight = 1; midnight <= 3; midnight++) {
    day += MP_SECONDS_PER_DAY;
    g_assert_true (find_clock (application) == clock);
    g_source_set_ready_time (clock, 0);
    mp_wait_until (all_windows_show (application, day));
  }
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (application), ==, 3);
  g_assert_true (all_windows_show (application, day));
}

static void
check_given (GApplication *application)
{
  MpInstant given = mp_instant_from_civil (2031, 6, 1, 0, 0, 0);

  g_assert_true (g_application_get_flags (application) & G_APPLICATION_NON_UNIQUE);
  g_assert_false (g_application_get_is_remote (application));
  g_assert_null (find_clock (application));
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
  g_assert_cmpuint (count_windows (application), ==, 2);
  g_assert_true (all_windows_show (application, given));
}

/* --- Running the application ------------------------------------------------------------------ */

typedef struct {
  const char *path;
  const char *command_line;
  void (*check) (GApplication *application);
} Test;

typedef struct {
  const Test *test;
  GApplication *application;
} Run;

static gboolean
check_cb (gpointer data)
{
  Run *run = data;
  GList *windows;

  mp_wait_until (mp_find_window (MP_TYPE_WINDOW) != NULL);
  run->test->check (run->application);
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (run->application))) != NULL)
    mp_close (windows->data);
  return G_SOURCE_REMOVE;
}

static void
activated_cb (GApplication *application, gpointer run)
{
  (void) application;
  g_idle_add (check_cb, run);
}

static void
run_test (gconstpointer data)
{
  const Test *test = data;
  g_auto (GStrv) arguments = g_strsplit (test->command_line, " ", -1);
  Run run = { test, NULL };

  day = mp_today ();
  run.application = G_APPLICATION (mp_application_new (ask_day, NULL));
  g_signal_connect_after (run.application, "activate", G_CALLBACK (activated_cb), &run);
  g_assert_cmpint (g_application_run (run.application, (int) g_strv_length (arguments), arguments),
                   ==, 0);
  g_assert_finalize_object (run.application);
}

int
main (int argc, char **argv)
{
  static const Test tests[] = {
    { "/today/midnight", "milepost", check_midnight },
    { "/today/given", "milepost --today 2031-06-01", check_given },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i], run_test);
  return g_test_run ();
}
