/* test-open-picture.c: a picture that carries its agreement opens as what it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-export.h"
#include "mp-preset.h"
#include "test-window-support.h"

/* Returns a file with a picture of these options. */
static GFile *
write_picture (Fixture *f, const MpFigureOptions *options)
{
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  g_autofree char *path = g_build_filename (f->folder, "figure.png", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  mp_export_to_file (NULL, shipped, options, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static MpFigureOptions
carrying_options (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_today ());

  options.width = 400;
  options.has_agreement = TRUE;
  return options;
}

static MpSession *
session (Fixture *f)
{
  return mp_window_get_session (f->window);
}

static const MpDate *
date_of (const char *text)
{
  static MpDate dates[2];
  static guint next;
  MpDate *date = &dates[next++ % 2];

  g_assert_true (mp_date_parse (text, -1, date, NULL, NULL));
  return date;
}

/* On the day on which it was made, it is the agreement like any other. */
static void
test_plain (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = write_picture (f, &options);

  (void) data;
  load_file (f, file);
  assert_page (f, "agreement");
  g_assert_cmpstr (title (f), ==, "Microsoft–OpenAI partnership");
  g_assert_true (mp_session_is_as_of_today (session (f)));
  g_assert_null (mp_session_get_filter (session (f)));
  g_assert_true (
    mp_view_is_near (mp_session_get_view (session (f)), mp_session_get_fit_view (session (f))));
  g_assert_true (says (f, "The agreement is shown as in the picture"));
}

/* Later, the day of the picture is the as-of date, because the picture says so. */
static void
test_old (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = NULL;

  (void) data;
  options.today -= 100 * MP_SECONDS_PER_DAY;
  file = write_picture (f, &options);
  load_file (f, file);
  g_assert_false (mp_session_is_as_of_today (session (f)));
  g_assert_cmpint (mp_session_get_as_of (session (f))->earliest, ==, options.today);
}

static void
test_comparison (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = NULL;

  (void) data;
  options.before = date_of ("2026-04-26");
  options.as_of = date_of ("2026-06-01");
  options.hide_unchanged = TRUE;
  file = write_picture (f, &options);
  load_file (f, file);
  g_assert_cmpstr (mp_session_get_before (session (f))->text, ==, "2026-04-26");
  g_assert_cmpstr (mp_session_get_as_of (session (f))->text, ==, "2026-06-01");
  g_assert_true (mp_session_get_hide_unchanged (session (f)));
}

/* The entries, the topics, the days and the selection. */
static void
test_view (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpBits) collapsed = NULL;
  g_autoptr (GFile) file = NULL;
  const MpVisibleSet *shown;
  guint n_topics;

  (void) data;
  mp_agreement_topics (shipped, &n_topics);
  filter->importances = 1u << 1;
  filter->topics = mp_bits_new_full (n_topics);
  mp_bits_set (filter->topics, 1, FALSE);
  visible = mp_filter_apply (filter, shipped, mp_today (), mp_today () + MP_SECONDS_PER_DAY);
  collapsed = mp_bits_new (n_topics);
  mp_bits_set (collapsed, 2, TRUE);
  options.visible = visible;
  options.collapsed = collapsed;
  options.has_span = TRUE;
  options.begin = 20454; /* 2026-01-01 */
  options.end = 21915;   /* 2030-01-01 */
  options.selection = mp_item_milestone (shipped, "reset-2026");
  file = write_picture (f, &options);
  load_file (f, file);
  shown = mp_session_get_visible_set (session (f));
  g_assert_true (mp_bits_equal (shown->terms, visible->terms));
  g_assert_true (mp_bits_equal (shown->milestones, visible->milestones));
  g_assert_true (mp_bits_equal (mp_session_get_collapsed (session (f)), collapsed));
  g_assert_cmpfloat (mp_session_get_begin (session (f)), ==, 20454);
  g_assert_cmpfloat (mp_session_get_end (session (f)), ==, 21915);
  g_assert_true (mp_item_equal (mp_session_get_selection (session (f)), options.selection));
  /* The filter can be removed like any other. */
  act (f, "win.show-all");
  g_assert_null (mp_session_get_visible_set (session (f)));
}

/* A picture opens as what it shows, however it was left. */
static void
test_again (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = write_picture (f, &options), other = write_small (f, "other");

  (void) data;
  load_file (f, file);
  mp_session_set_view (session (f), 20454, 21915);
  load_file (f, other);
  load_file (f, file);
  g_assert_true (
    mp_view_is_near (mp_session_get_view (session (f)), mp_session_get_fit_view (session (f))));
}

/* A picture that is only a picture is told so, and what is open stays. */
static void
test_nothing_inside (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = NULL;
  g_autofree char *sentence = NULL;

  (void) data;
  load_shipped (f);
  options.has_agreement = FALSE;
  file = write_picture (f, &options);
  load_file (f, file);
  assert_page (f, "problems");
  g_assert_true (says (f, "“figure.png” cannot be read"));
  sentence = g_strdup (gtk_label_get_text (
    mp_template_child (mp_template_child (f->window, "problems"), "description")));
  g_assert_nonnull (strstr (sentence, "agreement"));
  act (f, "win.back");
  assert_page (f, "agreement");
}

/* Nor is a half of a picture shown. */
static void
test_damaged (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = carrying_options ();
  g_autoptr (GFile) file = write_picture (f, &options);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  (void) data;
  g_assert_true (g_file_load_contents (file, NULL, &contents, &length, NULL, NULL));
  g_file_replace_contents (file, contents, 500, NULL, FALSE, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  load_file (f, file);
  assert_page (f, "problems");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/open-picture/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("plain", test_plain);
  ADD ("old", test_old);
  ADD ("comparison", test_comparison);
  ADD ("view", test_view);
  ADD ("again", test_again);
  ADD ("nothing-inside", test_nothing_inside);
  ADD ("damaged", test_damaged);
#undef ADD
  return g_test_run ();
}
