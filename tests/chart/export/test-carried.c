/* test-carried.c: pictures that carry their agreement, opened again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-carried-support.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-preset.h"
#include "mp-verify.h"

#include "mp-test-hostile.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- There and back --------------------------------------------------------------------------- */

static void
assert_same_bits (const MpBits *a, const MpBits *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  g_assert_true (mp_bits_equal (a, b));
}

static void
assert_same_date (const MpDate *a, const MpDate *b)
{
  g_assert_cmpint (a == NULL, ==, b == NULL);
  if (a == NULL)
    return;
  g_assert_cmpint (a->earliest, ==, b->earliest);
  g_assert_cmpint (a->after, ==, b->after);
}

/* Exports a figure, opens it, and asserts that the same comes back: the file byte for byte, each
 * option, and the figure pixel by pixel. */
static void
check_round_trip (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (GBytes) png = export_with (agreement, options), again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MpCarried) carried = read_carried (png, &error);
  g_autoptr (MpAgreement) read = NULL;
  g_autoptr (MpFigureOptions) view = NULL;
  g_auto (MpVerdict) verdict = { 0 };

  g_assert_no_error (error);
  g_assert_true (
    g_bytes_equal (mp_carried_get_agreement (carried), mp_agreement_get_file (agreement)));
  read = read_agreement (carried);
  view = mp_carried_get_view (carried, read, &error);
  g_assert_no_error (error);

  g_assert_cmpint (view->layout, ==, options->layout);
  g_assert_cmpint (view->chart, ==, options->chart);
  g_assert_cmpfloat (view->width, ==, options->width);
  g_assert_cmpfloat (view->height, ==, options->height);
  g_assert_cmpfloat (view->scale, ==, options->scale);
  g_assert_cmpfloat (view->text_size, ==, options->text_size);
  g_assert_cmpint (view->theme, ==, options->theme);
  g_assert_cmpint (view->coloring, ==, options->coloring);
  g_assert_cmpint (view->is_print, ==, options->is_print);
  g_assert_cmpint (view->is_transparent, ==, options->is_transparent);
  g_assert_cmpstr (view->headline, ==, options->headline);
  g_assert_cmpstr (view->subtitle, ==, options->subtitle);
  g_assert_cmpstr (view->font, ==, options->font);
  g_assert_cmpint (view->direction, ==, options->direction);
  g_assert_cmpint (view->today, ==, options->today);
  assert_same_date (view->as_of, options->as_of);
  assert_same_date (view->before, options->before);
  g_assert_cmpuint (view->milestone, ==, options->milestone);
  g_assert_cmpint (view->hide_unchanged, ==, options->hide_unchanged);
  g_assert_cmpint (view->has_span, ==, options->has_span);
  g_assert_cmpfloat (view->begin, ==, options->begin);
  g_assert_cmpfloat (view->end, ==, options->end);
  g_assert_true (mp_item_equal (view->selection, options->selection));
  assert_same_bits (view->collapsed, options->collapsed);
  g_assert_cmpint (view->visible == NULL, ==, options->visible == NULL);
  if (options->visible != NULL) {
    assert_same_bits (view->visible->terms, options->visible->terms);
    assert_same_bits (view->visible->milestones, options->visible->milestones);
    g_assert_cmpuint (view->visible->n_visible, ==, options->visible->n_visible);
  }

  again = export_with (read, view);
  g_assert_true (g_bytes_equal (png, again));
  g_assert_true (mp_export_verify (png, &verdict, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (verdict.is_same && verdict.has_same_size);
  g_assert_true (verdict.is_same_version && verdict.is_same_language);
  g_assert_cmpint (verdict.n_different, ==, 0);
}

static void
test_plain (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();

  check_round_trip (agreement, &options);
}

/* Each layout, on the screen and on paper, in each theme. */
static void
test_presets (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);

  for (guint i = 0; i < MAX (n_presets, MP_N_THEMES); i++) {
    MpFigureOptions options = new_options ();

    options.theme = i % MP_N_THEMES;
    mp_preset_apply (&presets[i % n_presets], &options);
    /* Fewer pixels are compared sooner. */
    options.scale = 1;
    check_round_trip (agreement, &options);
  }
}

/* Every option has another value than at first. */
static void
test_all_options (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint n_terms, n_topics;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpBits) collapsed = NULL;
  MpFigureOptions options = new_options ();
  MpDate before, after;

  mp_agreement_topics (agreement, &n_topics);
  visible = mp_visible_set_new (n_terms, mp_agreement_milestones (agreement)->length);
  mp_bits_set (visible->terms, 1, FALSE);
  mp_bits_set (visible->milestones, 0, FALSE);
  mp_visible_set_count (visible);
  collapsed = mp_bits_new (n_topics);
  mp_bits_set (collapsed, n_topics - 1, TRUE);
  options.milestone = mp_agreement_find_milestone (agreement, "reset-2026");
  g_assert_true (mp_compare_sides (agreement, options.milestone, &before, &after));

  options.scale = 1.37;
  options.text_size = 1.25;
  options.theme = MP_THEME_CONTRAST_DARK;
  options.coloring = MP_COLORING_TOPICS;
  options.is_transparent = TRUE;
  options.headline = "A headline with \"quotes\", \\ and Ü 重";
  options.subtitle = "A subtitle";
  options.font = "DejaVu Sans";
  options.direction = MP_TEXT_DIRECTION_RTL;
  options.as_of = &after;
  options.before = &before;
  options.hide_unchanged = TRUE;
  options.has_span = TRUE;
  options.begin = 18000.125;
  options.end = 21000.1;
  options.selection = (MpItem) { MP_ITEM_PHASE, terms[2].phases.first + terms[2].phases.count - 1 };
  options.visible = visible;
  options.collapsed = collapsed;
  check_round_trip (agreement, &options);
  options.chart = MP_CHART_TABLE;
  options.selection = (MpItem) { MP_ITEM_MILESTONE, 3 };
  check_round_trip (agreement, &options);
}

/* Each file that is right comes back byte for byte: with a byte order mark, with carriage returns,
 * with a line for each entry, with any letters. */
static void
test_files (void)
{
  static const char *const names[] = { "bom.json",     "crlf.json",        "lines.jsonl",
                                       "unicode.json", "lines-crlf.jsonl", "all-keys.json",
                                       "arabic.json",  "empty-arrays.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "agreements", "valid", names[i], NULL);
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (MpProblems) problems = mp_problems_new ();
    g_autoptr (MpAgreement) agreement =
      mp_reader_load_file (file, NULL, NULL, NULL, problems, NULL);
    g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
    MpFigureOptions options = new_options ();

    g_assert_nonnull (agreement);
    g_assert_true (g_bytes_equal (bytes, mp_agreement_get_file (agreement)));
    check_round_trip (agreement, &options);
  }
}

/* Texts that are meant to do harm come back as they were. */
static void
test_hostile (void)
{
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *title = mp_test_hostile_title (kind);
    char *json = mp_test_hostile_json (title);
    g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
    g_autoptr (MpProblems) problems = mp_problems_new ();
    g_autoptr (MpAgreement) agreement = mp_reader_load_bytes (bytes, problems);
    MpFigureOptions options = new_options ();

    g_assert_nonnull (agreement);
    options.selection =
      (MpItem) { MP_ITEM_MILESTONE, mp_agreement_find_milestone (agreement, "hostile") };
    check_round_trip (agreement, &options);
  }
}

/* A picture can be opened like the file from which it was made, which can still be opened. */
static void
test_load (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = export_with (agreement, &options);
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "figure", NULL);

  for (guint i = 0; i < 4; i++) {
    gboolean is_picture = i % 2 == 0;
    GBytes *content = is_picture ? png : mp_agreement_get_file (agreement);
    g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (content);
    g_autoptr (MpProblems) problems = mp_problems_new ();
    g_autoptr (MpCarried) carried = NULL;
    g_autoptr (MpAgreement) read = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_replace_contents (file, g_bytes_get_data (content, NULL),
                                            g_bytes_get_size (content), NULL, FALSE,
                                            G_FILE_CREATE_NONE, NULL, NULL, NULL));
    read = i < 2 ? mp_carried_load_file (file, NULL, NULL, NULL, problems, &carried, &error)
                 : mp_carried_load_stream (stream, NULL, NULL, NULL, problems, &carried, &error);
    g_assert_no_error (error);
    g_assert_nonnull (read);
    g_assert_cmpint (carried != NULL, ==, is_picture);
    g_assert_cmpstr (mp_agreement_get_title (read), ==, mp_agreement_get_title (agreement));
  }
  g_remove (g_file_peek_path (file));
  g_rmdir (folder);
}

/* The reader says what is wrong with what is no file. */
static void
test_no_file (void)
{
  static const char *const paths[] = { "/no/such/file", "/", "/dev/null" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
    g_autoptr (MpProblems) problems = mp_problems_new ();
    g_autoptr (MpCarried) carried = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (mp_carried_load_file (file, NULL, NULL, NULL, problems, &carried, &error));
    g_assert_nonnull (error);
    g_assert_null (carried);
  }
}

/* --- Not to be had ---------------------------------------------------------------------------- */

static void
test_without_agreement (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL, verify_error = NULL;
  g_auto (MpVerdict) verdict = { 0 };

  options.has_agreement = FALSE;
  png = export_with (agreement, &options);
  g_assert_null (read_carried (png, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (
    error->message, ==,
    "there is no agreement inside this picture; open the file that it was made from");
  g_assert_false (mp_export_verify (png, &verdict, NULL, &verify_error));
  g_assert_error (verify_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* An agreement that has no file, as one that was too large to be kept, cannot be carried; that is
 * said before anything is written. */
static void
test_too_large (void)
{
  g_autofree char *space = g_strnfill (MP_AGREEMENT_MAX_FILE, ' ');
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpReader *reader = mp_reader_new (problems);
  g_autoptr (MpAgreement) agreement = NULL, shipped = mp_test_shipped_agreement ();
  GBytes *file = mp_agreement_get_file (shipped);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  MpFigureOptions options = new_options ();
  g_autoptr (GError) error = NULL;

  mp_reader_add (reader, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  mp_reader_add (reader, space, MP_AGREEMENT_MAX_FILE);
  agreement = mp_reader_end (reader);
  g_assert_nonnull (agreement);
  g_assert_null (mp_agreement_get_file (agreement));
  g_assert_false (
    mp_export_to_stream (NULL, agreement, &options, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "4 MB"));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/carried/plain", test_plain);
  g_test_add_func ("/carried/presets", test_presets);
  g_test_add_func ("/carried/all-options", test_all_options);
  g_test_add_func ("/carried/files", test_files);
  g_test_add_func ("/carried/hostile", test_hostile);
  g_test_add_func ("/carried/load", test_load);
  g_test_add_func ("/carried/no-file", test_no_file);
  g_test_add_func ("/carried/without-agreement", test_without_agreement);
  g_test_add_func ("/carried/too-large", test_too_large);
  return mp_test_run_with_fonts ();
}
