/* test-window-opening.c: the window opens agreements, and says what is wrong with those it cannot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-window-support.h"

#include "mp-query.h"

static void
test_empty (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_page (f, "empty");
  g_assert_cmpstr (title (f), ==, "Milepost");
  g_assert_cmpstr (subtitle (f), ==, "");
  g_assert_true (says (f, "No Agreement Open"));
  /* Actions that need an agreement are disabled without one. */
  g_assert_false (is_enabled (f, "win.export"));
  g_assert_true (is_enabled (f, "win.open"));
  act (f, "win.back");
  assert_page (f, "empty");
}

static void
test_shipped (Fixture *f, gconstpointer data)
{
  guint in_force;
  g_autofree char *words = NULL;

  (void) data;
  load_shipped (f);
  assert_page (f, "agreement");
  in_force = mp_query_count (agreement (f), MP_STATUS_IN_FORCE, mp_today (),
                             mp_today () + MP_SECONDS_PER_DAY);
  words = g_strdup_printf ("%u terms in force today · next: Revenue share ends, 2030", in_force);
  g_assert_cmpstr (title (f), ==, "Microsoft–OpenAI partnership");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (f->window)), ==, title (f));
  g_assert_cmpstr (subtitle (f), ==, words);
  g_assert_true (is_enabled (f, "win.export"));
  g_assert_true (says (f, "What ends next"));
  mp_wait_until (mp_timeline_get_scene (mp_window_get_timeline (f->window)) != NULL);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (mp_window_get_timeline (f->window))));
}

/* The subtitle is about today, whichever day that is. */
static void
test_subtitle (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);

  (void) data;
  load_shipped (f);
  mp_session_set_today (session, mp_instant_from_civil (2031, 6, 1, 0, 0, 0));
  mp_wait_until (
    g_str_has_suffix (subtitle (f), " terms in force today · next: Licence ends, 2032"));
  mp_session_set_today (session, mp_today ());
  mp_session_set_as_of_day (session, mp_instant_from_civil (2030, 11, 10, 0, 0, 0));
  /* It does not follow a drag. */
  g_assert_null (strstr (subtitle (f), "2030:"));
  mp_wait_until (g_str_equal (
    subtitle (f), "To be in force as of 10 November 2030: 3 until later, 7 with no end published · "
                  "next: Revenue share ends, 2030"));
  mp_session_set_as_of (session, NULL);
  /* If nothing comes next, the subtitle does not mention it. */
  mp_session_set_today (session, mp_instant_from_civil (2040, 6, 1, 0, 0, 0));
  mp_wait_until (g_str_has_suffix (subtitle (f), " terms in force today"));
}

/* Every problem of a file is listed with its place, and the agreement that was open is still there.
 */
static void
test_bad_file (Fixture *f, gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "agreements", "invalid", "several-mistakes.json", NULL);
  g_autofree char *problems_path =
    g_test_build_filename (G_TEST_DIST, "agreements", "invalid", "several-mistakes.problems", NULL);
  g_autofree char *problems = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  MpAgreement *before;

  (void) data;
  load_shipped (f);
  before = agreement (f);
  load_file (f, file);
  assert_page (f, "problems");
  g_assert_true (says (f, "“several-mistakes.json” cannot be shown"));
  g_assert_true (g_file_get_contents (problems_path, &problems, NULL, NULL));
  lines = g_strsplit (g_strstrip (problems), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], ":", 3);
    g_autofree char *place = g_strdup_printf ("line %s, column %s", parts[0], parts[1]);

    g_assert_true (says (f, place));
  }
  g_assert_false (is_enabled (f, "win.export"));
  g_assert_true (agreement (f) == before);
  g_signal_emit_by_name (mp_find_button (f->window, "Go Back"), "clicked");
  assert_page (f, "agreement");
  g_assert_cmpstr (title (f), ==, "Microsoft–OpenAI partnership");
  g_assert_true (is_enabled (f, "win.export"));
}

/* With nothing to go back to, there is no button for it; another file can be opened. */
static void
test_bad_file_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) bad = write_file (f, "bad.json", "{ \"milepost\": 1, \"titel\": \"X\" }");
  g_autoptr (GFile) good = write_small (f, "Lease");

  (void) data;
  load_file (f, bad);
  assert_page (f, "problems");
  g_assert_cmpstr (title (f), ==, "Milepost");
  mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_null (mp_find_button (f->window, "Go Back"));
  g_assert_nonnull (mp_find_button (f->window, "Open Another File…"));
  load_file (f, good);
  assert_page (f, "agreement");
  g_assert_cmpstr (title (f), ==, "Lease");
}

/* A file that cannot be read at all gives one sentence. */
static void
test_no_file (Fixture *f, gconstpointer data)
{
  g_autofree char *missing_path = g_build_filename (f->folder, "missing.json", NULL);
  g_autoptr (GFile) missing = g_file_new_for_path (missing_path);
  g_autoptr (GFile) folder = g_file_new_for_path (f->folder);
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");

  (void) data;
  load_shipped (f);
  load_file (f, missing);
  assert_page (f, "problems");
  g_assert_true (says (f, "“missing.json” cannot be read"));
  act (f, "win.back");
  assert_page (f, "agreement");
  load_file (f, folder);
  assert_page (f, "problems");
  g_assert_true (says (f, "cannot be read"));
  load_file (f, device);
  assert_page (f, "problems");
  g_assert_true (says (f, "“null” cannot be read"));
  g_assert_cmpstr (title (f), ==, "Microsoft–OpenAI partnership");
}

/* Warnings do not keep a file from being shown; they can be looked at. */
static void
test_warnings (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file =
    write_file (f, "odd.json", "{ \"milepost\": 1, \"title\": \"Odd\", \"colour\": 1 }");

  (void) data;
  load_file (f, file);
  assert_page (f, "agreement");
  g_assert_cmpstr (title (f), ==, "Odd");
  g_assert_true (says (f, "The file has 1 warning"));
  g_signal_emit_by_name (mp_find_button (f->window, "Details"), "clicked");
  assert_page (f, "problems");
  g_assert_true (says (f, "“odd.json” can be shown"));
  g_assert_true (says (f, "colour"));
  act (f, "win.back");
  assert_page (f, "agreement");
}

static GFile *
write_large (Fixture *f)
{
  GString *text = g_string_new ("{ \"milepost\": 1, \"title\": \"Large\", \"parties\": [ ");
  GFile *file;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{ \"id\": \"p-%u\", \"name\": \"Party %u\" }",
                            i > 0 ? ", " : "", i, i);
  g_string_append (text, " ] }");
  file = write_file (f, "large.json", text->str);
  g_string_free (text, TRUE);
  return file;
}

static GtkFileChooser *
open_chooser (Fixture *f)
{
  act (f, "win.open");
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  mp_wait_for_frame (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
  return mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

static gboolean
has_chosen (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Open asks for a file once. The chosen file is shown; without a choice nothing happens. */
static void
test_chooser (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = write_small (f, "Chosen");
  g_autoptr (GError) error = NULL;
  GtkFileChooser *chooser = open_chooser (f);

  (void) data;
  act (f, "win.open");
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
  assert_page (f, "empty");
  chooser = open_chooser (f);
  g_assert_true (gtk_file_chooser_set_file (chooser, file, &error));
  mp_wait_until (has_chosen (chooser, file));
  mp_wait_until (mp_chooser_is_settled (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  mp_wait_until (g_str_equal (mp_window_get_page (f->window), "agreement"));
  g_assert_cmpstr (title (f), ==, "Chosen");
}

/* Of two files that are opened in a row the last one is shown, even if it is read first. */
static void
test_last_wins (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) large = write_large (f);
  g_autoptr (GFile) small = write_small (f, "Small");
  g_autoptr (GFile) bad = write_file (f, "bad.json", "[]");

  (void) data;
  mp_window_load_file (f->window, large);
  mp_window_load_file (f->window, bad);
  mp_window_load_file (f->window, small);
  mp_wait_until (!is_loading (f));
  g_assert_cmpstr (title (f), ==, "Small");
  /* By then the others have arrived, or never will. */
  for (guint i = 0; i < 20; i++)
    mp_wait_for_frame (GTK_WIDGET (f->window));
  g_assert_cmpstr (title (f), ==, "Small");
  assert_page (f, "agreement");
  mp_window_load_file (f->window, small);
  mp_window_load_file (f->window, large);
  mp_wait_until (!is_loading (f));
  g_assert_cmpstr (title (f), ==, "Large");
}

/* A file that is dropped on the window is opened in it. */
static void
test_drop (Fixture *f, gconstpointer data)
{
  GtkDropTarget *target = mp_find_controller (f->window, GTK_TYPE_DROP_TARGET);
  g_autoptr (GFile) small = write_small (f, "Small");
  g_autoptr (GSList) files = g_slist_append (NULL, small);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  (void) data;
  g_assert_nonnull (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  mp_wait_until (!is_loading (f));
  g_assert_cmpstr (title (f), ==, "Small");
}

/* A window that is closed while it loads a file is finalized. */
static void
test_closed_while_loading (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) large = write_large (f);
  MpWindow *window = mp_window_new (NULL, mp_today ());

  (void) data;
  gtk_window_present (GTK_WINDOW (window));
  mp_window_load_file (window, large);
  mp_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/window-opening/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("shipped", test_shipped);
  ADD ("subtitle", test_subtitle);
  ADD ("bad-file", test_bad_file);
  ADD ("bad-file-first", test_bad_file_first);
  ADD ("no-file", test_no_file);
  ADD ("warnings", test_warnings);
  ADD ("chooser", test_chooser);
  ADD ("last-wins", test_last_wins);
  ADD ("drop", test_drop);
  ADD ("closed-while-loading", test_closed_while_loading);
#undef ADD
  return g_test_run ();
}
