/* test-window-loading.c: what a window shows while a long file is read, and how that ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is a stream that gives what the test wants to have been read.
 */
#include "test-window-support.h"

#include "mp-agreement.h"
#include "mp-load-bar.h"
#include "mp-test-stream.h"

#define HEAD                                                                                       \
  "{\"milepost\":1,\"title\":\"Long\",\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"                \
  "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],\"milestones\":["

static MpTestStream *
start (Fixture *f)
{
  MpTestStream *stream = mp_test_stream_new ();

  mp_window_load_stream (f->window, G_INPUT_STREAM (stream), "long.json");
  return stream;
}

/* Lets milestones with these numbers be read, a month after the other. */
static void
give (MpTestStream *stream, guint from, guint until)
{
  g_autoptr (GString) text = g_string_new (from == 0 ? HEAD : NULL);

  for (guint i = from; i < until; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"m%u\",\"date\":\"%u-%02u\",\"title\":\"M %u\",\"topic\":"
                            "\"t\",\"importance\":1,\"certainty\":\"stated\",\"sources\":[\"s\"]}",
                            i > 0 ? "," : "", i, 1900 + i / 12, i % 12 + 1, i);
  mp_test_stream_give (stream, text->str);
}

static void
finish (MpTestStream *stream)
{
  mp_test_stream_give (stream, "]}");
  mp_test_stream_end (stream);
}

static guint
n_milestones (Fixture *f)
{
  return agreement (f) != NULL ? mp_agreement_milestones (agreement (f))->length : 0;
}

static MpLoadBar *
bar (Fixture *f)
{
  return mp_template_child (f->window, "load_bar");
}

static const char *
announced (Fixture *f)
{
  return mp_announcer_get_sentence (mp_template_child (f->window, "announcer"));
}

/* A window without an agreement shows what there is, says that it is not all, and offers only what
 * can be done with a part. When the file is whole, it is as if it had come at once. */
static void
test_parts (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = start (f);

  (void) data;
  assert_page (f, "loading");
  give (stream, 0, 1000);
  mp_wait_until (n_milestones (f) == 1000);
  assert_page (f, "agreement");
  g_assert_cmpstr (title (f), ==, "Long");
  g_assert_cmpstr (subtitle (f), ==, "Still being read");
  g_assert_false (is_enabled (f, "win.export"));
  g_assert_false (is_enabled (f, "win.find"));
  g_assert_true (is_enabled (f, "win.open"));
  mp_wait_until (mp_load_bar_is_shown (bar (f)));
  g_assert_true (says (f, "Opening “long.json”"));
  g_assert_true (says (f, "1000 entries"));
  g_assert_cmpstr (announced (f), ==, "Opening “long.json”");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mp_template_child (bar (f), "bar")),
                                   GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);

  give (stream, 1000, 2100);
  mp_wait_until (n_milestones (f) == 2100);
  g_assert_cmpstr (subtitle (f), ==, "Still being read");
  give (stream, 2100, 2101);
  finish (stream);
  mp_wait_until (!is_loading (f));
  g_assert_cmpuint (n_milestones (f), ==, 2101);
  g_assert_cmpstr (subtitle (f), !=, "Still being read");
  g_assert_true (is_enabled (f, "win.export"));
  g_assert_false (mp_load_bar_is_shown (bar (f)));
  g_assert_cmpstr (announced (f), ==, "“long.json” is open");
}

/* What the user looks at meanwhile stays; a view that shows everything goes on to do so. */
static void
test_view_stays (Fixture *f, gconstpointer data)
{
  MpSession *session = mp_window_get_session (f->window);
  g_autoptr (MpTestStream) stream = start (f);
  const MpItem item = { MP_ITEM_MILESTONE, 7 };

  (void) data;
  give (stream, 0, 1000);
  mp_wait_until (n_milestones (f) == 1000);
  give (stream, 1000, 2000);
  mp_wait_until (n_milestones (f) == 2000);
  g_assert_cmpfloat (mp_session_get_end (session), ==, mp_session_get_fit_view (session).end);
  mp_session_set_view (session, -20000, -10000);
  mp_session_set_selection (session, item);
  give (stream, 2000, 4000);
  mp_wait_until (n_milestones (f) == 4000);
  finish (stream);
  mp_wait_until (!is_loading (f));
  g_assert_cmpfloat (mp_session_get_begin (session), ==, -20000);
  g_assert_cmpfloat (mp_session_get_end (session), ==, -10000);
  g_assert_true (mp_item_equal (mp_session_get_selection (session), item));
}

/* Who cancels has what was there before: here nothing. */
static void
test_cancel (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = start (f);

  (void) data;
  give (stream, 0, 1000);
  mp_wait_until (n_milestones (f) == 1000 && mp_find_button (bar (f), "Cancel") != NULL);
  g_signal_emit_by_name (mp_find_button (bar (f), "Cancel"), "clicked");
  g_assert_false (is_loading (f));
  assert_page (f, "empty");
  g_assert_null (agreement (f));
  g_assert_cmpstr (title (f), ==, "Milepost");
  g_assert_false (mp_load_bar_is_shown (bar (f)));
  g_assert_cmpstr (announced (f), ==, "Opening was cancelled");
  mp_test_stream_end (stream);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  assert_page (f, "empty");
  /* There is nothing to cancel any more. */
  act (f, "win.stop-loading");
  assert_page (f, "empty");
}

/* A file with an error does not stay half shown. */
static void
test_error (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = start (f);

  (void) data;
  give (stream, 0, 1000);
  mp_wait_until (n_milestones (f) == 1000);
  mp_test_stream_give (stream, ",{\"id\":\"m\"}");
  finish (stream);
  mp_wait_until (!is_loading (f));
  assert_page (f, "problems");
  g_assert_true (says (f, "“long.json” cannot be shown"));
  g_assert_null (agreement (f));
  g_assert_cmpstr (title (f), ==, "Milepost");
  act (f, "win.back");
  assert_page (f, "empty");
}

/* The agreement that is open stays until another one is whole, and stays if that is given up. */
static void
test_other_agreement (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = NULL;
  MpAgreement *before;

  (void) data;
  load_shipped (f);
  before = agreement (f);
  stream = start (f);
  give (stream, 0, 3000);
  mp_wait_until (mp_load_bar_is_shown (bar (f)) && says (f, "3000 entries"));
  assert_page (f, "agreement");
  g_assert_true (agreement (f) == before);
  g_assert_true (is_enabled (f, "win.export"));
  act (f, "win.stop-loading");
  g_assert_false (is_loading (f));
  assert_page (f, "agreement");
  g_assert_true (agreement (f) == before);
  mp_test_stream_end (stream);
  g_clear_object (&stream);

  stream = start (f);
  give (stream, 0, 3000);
  finish (stream);
  mp_wait_until (!is_loading (f));
  g_assert_cmpuint (n_milestones (f), ==, 3000);
}

/* Another file takes the place of one of which a part is shown. */
static void
test_other_file (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = start (f);
  g_autoptr (GFile) small = write_small (f, "Small");

  (void) data;
  give (stream, 0, 1000);
  mp_wait_until (n_milestones (f) == 1000);
  mp_window_load_file (f->window, small);
  g_assert_null (agreement (f));
  mp_wait_until (!is_loading (f));
  g_assert_cmpstr (title (f), ==, "Small");
  g_assert_true (is_enabled (f, "win.export"));
  mp_test_stream_end (stream);
}

/* A window that is closed meanwhile is finalized. */
static void
test_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (MpTestStream) stream = mp_test_stream_new ();
  MpWindow *window = mp_window_new (NULL, mp_today ());

  (void) f;
  (void) data;
  gtk_window_present (GTK_WINDOW (window));
  mp_window_load_stream (window, G_INPUT_STREAM (stream), "long.json");
  give (stream, 0, 1000);
  mp_wait_until (mp_session_get_agreement (mp_window_get_session (window)) != NULL);
  mp_close (GTK_WINDOW (window));
  mp_test_stream_end (stream);
}

static void
assert_words (goffset n_bytes, goffset size, guint n_entries, double seconds, const char *expected)
{
  const MpLoaderProgress progress = { n_bytes, size, n_entries,
                                      (gint64) (seconds * G_USEC_PER_SEC) };
  g_autofree char *words = mp_load_bar_words (&progress);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  /* g_format_size () has a space that does not break a line. */
  assert_words (0, 0, 0, 0, "0 bytes · 0 entries");
  assert_words (34000000, 0, 1, 3, "34.0\u00a0MB · 1 entry");
  assert_words (34000000, 110000000, 305000, 0.1, "34.0\u00a0MB of 110.0\u00a0MB · 305000 entries");
  assert_words (55000000, 110000000, 305000, 2,
                "55.0\u00a0MB of 110.0\u00a0MB · 305000 entries · 2 seconds left");
  assert_words (50000000, 100000000, 2, 0.9,
                "50.0\u00a0MB of 100.0\u00a0MB · 2 entries · 1 second left");
  assert_words (10000000, 100000000, 2, 60,
                "10.0\u00a0MB of 100.0\u00a0MB · 2 entries · 9 minutes left");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/window-loading/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("parts", test_parts);
  ADD ("view-stays", test_view_stays);
  ADD ("cancel", test_cancel);
  ADD ("error", test_error);
  ADD ("other-agreement", test_other_agreement);
  ADD ("other-file", test_other_file);
  ADD ("closed", test_closed);
#undef ADD
  g_test_add_func ("/window-loading/words", test_words);
  return g_test_run ();
}
