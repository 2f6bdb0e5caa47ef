/* test-cli-export.c: what the command writes is the figure that its options describe
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Byte for byte, for every preset and every format. The test of the export dialog holds the same
 * figures against what the dialog saves, so both write the same files.
 */
#include "mp-agreement.h"
#include "mp-cli.h"
#include "mp-export.h"
#include "mp-figure-step.h"
#include "mp-known.h"
#include "mp-preset.h"
#include "mp-test-pdf.h"
#include "mp-test-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* Runs "milepost export" with these words, the last of which is followed by NULL, for the shipped
 * agreement and an output, and returns the bytes that it has written. */
static GBytes *
run_export (const MpExportFormat *format, const char *const *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_autofree char *name = g_strconcat ("figure", format->extension, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "resources", "agreements",
                                                 "microsoft-openai.json", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  MpCliContext context = { mp_test_instant (MP_TEST_TODAY), MP_TEXT_DIRECTION_LTR };
  char *contents = NULL;
  gsize length;

  g_assert_no_error (error);
  for (const char *const *word =
         (const char *const[]) { "milepost", "export", file, "-o", path, NULL };
       *word != NULL; word++)
    g_ptr_array_add (arguments, (gpointer) *word);
  for (; *words != NULL; words++)
    g_ptr_array_add (arguments, (gpointer) *words);
  g_ptr_array_add (arguments, NULL);
  g_assert_cmpint (mp_cli_run ((int) arguments->len - 1, (char **) arguments->pdata, &context), ==,
                   MP_EXIT_DONE);
  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  g_remove (path);
  g_rmdir (folder);
  return g_bytes_new_take (contents, length);
}

static void
assert_same (const MpFigureOptions *options, const char *const *words)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) expected = mp_export_figure (&formats[i], agreement, options, &error);
    g_autoptr (GBytes) written = run_export (&formats[i], words);

    g_assert_no_error (error);
    g_test_message ("%s", formats[i].name);
    g_assert_true (g_bytes_equal (written, expected));
  }
}

static void
test_presets (void)
{
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);

  for (guint i = 0; i < n_presets; i++) {
    MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
    const char *const words[] = { "--preset", presets[i].name, NULL };

    /* A table needs two dates. */
    if (presets[i].layout == MP_LAYOUT_TABLE)
      continue;
    g_test_message ("%s", presets[i].name);
    mp_preset_apply (&presets[i], &options);
    assert_same (&options, words);
  }
}

static void
test_comparison (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-06-01");
  const char *const words[] = { "--compare", "2026-04-26/2026-06-01", "--hide-unchanged", NULL };

  mp_preset_apply (mp_preset_find ("table"), &options);
  options.chart = MP_CHART_TABLE;
  options.before = &before;
  options.as_of = &after;
  options.hide_unchanged = TRUE;
  assert_same (&options, words);
}

/* Every option of the look, and those of the dates. */
static void
test_options (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant ("2028-02-29"));
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate as_of = mp_test_date ("2029");
  const char *const words[] = {
    "--size",     "1500x1100",     "--scale",    "1.37",        "--text-size", "1.25",
    "--theme",    "contrast-dark", "--colour",   "topics",      "--ground",    "transparent",
    "--headline", "Who owes whom", "--subtitle", "As they say", "--direction", "rtl",
    "--from",     "2020",          "--to",       "2029",        "--as-of",     "2029",
    "--select",   "reset-2026",    "--today",    "2028-02-29",  NULL,
  };

  mp_preset_apply (mp_preset_find ("slide"), &options);
  options.width = 1500;
  options.height = 1100;
  options.scale = 1.37;
  options.text_size = 1.25;
  options.theme = MP_THEME_CONTRAST_DARK;
  options.coloring = MP_COLORING_TOPICS;
  options.is_transparent = TRUE;
  options.headline = "Who owes whom";
  options.subtitle = "As they say";
  options.direction = MP_TEXT_DIRECTION_RTL;
  options.has_span = TRUE;
  options.begin = 18262; /* 2020-01-01 */
  options.end = 21915;   /* 2030-01-01 */
  options.as_of = &as_of;
  options.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "reset-2026") };
  assert_same (&options, words);
}

/* Millimetres and dots an inch give the size and the scale that a preset with them has. */
static void
test_print (void)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  const char *const words[] = { "--size", "254x127mm", "--dpi", "150", NULL };

  mp_preset_apply (mp_preset_find ("slide"), &options);
  options.width = 960;
  options.height = 480;
  options.is_print = TRUE;
  options.theme = MP_THEME_PRINT;
  options.scale = 150. / 96;
  assert_same (&options, words);
}

/* --- Steps of the story ----------------------------------------------------------------------- */

static void
test_step (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint n_steps;
  const MpStep *steps = mp_agreement_story (agreement, &n_steps);

  for (guint i = 0; i < n_steps; i++) {
    MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    const char *const words[] = { "--step", number, NULL };
    g_auto (MpFigureStep) step = { 0 };

    mp_preset_apply (mp_preset_find ("slide"), &options);
    g_assert_true (mp_figure_options_set_step (&options, agreement, &steps[i], &step) == agreement);
    g_assert_cmpstr (options.headline, ==, mp_agreement_text (agreement, steps[i].title));
    g_assert_cmpstr (options.subtitle, ==, mp_agreement_text (agreement, steps[i].text));
    assert_same (&options, words);
  }
}

/* A step that says so shows what was known on a day, and says it; never more than is known. */
static void
test_known_step (void)
{
  g_autoptr (MpAgreement) whole = mp_test_sample_agreement ();
  static const char *const known[][2] = { { "2026", "2024-03-31" },
                                          { "2024-03-30", "2024-03-30" } };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
    MpDate date = mp_test_date (known[i][0]);
    g_autoptr (MpAgreement) agreement = mp_agreement_as_known (whole, &date);
    MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
    g_auto (MpFigureStep) own = { 0 };
    g_autoptr (MpFigure) figure = NULL;
    guint n_steps, n_found = 0;
    const MpStep *steps = mp_agreement_story (agreement, &n_steps);

    mp_preset_apply (mp_preset_find ("slide"), &options);
    for (guint j = 0; j < n_steps; j++) {
      g_autofree char *words = NULL;
      MpAgreement *drawn = mp_figure_options_set_step (&options, agreement, &steps[j], &own);
      MpDate day = mp_test_date (known[i][1]);

      if (*mp_agreement_text (agreement, steps[j].known) == '\0') {
        g_assert_true (drawn == agreement);
        continue;
      }
      n_found++;
      words = mp_date_words (&day);
      g_clear_pointer (&figure, mp_figure_free);
      figure = mp_figure_new (drawn, &options);
      g_assert_cmpstr (mp_agreement_get_known (drawn), ==, known[i][1]);
      g_assert_nonnull (strstr (mp_figure_get_subtitle (figure), words));
    }
    g_assert_cmpuint (n_found, ==, 1);
  }
}

/* The figure of a milestone that changed nothing is of what it is about: the terms of its topic. */
static void
test_step_without_change (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_auto (MpFigureStep) own = { 0 };
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 report = mp_test_milestone (agreement, "annual-report");

  g_assert_true (mp_figure_options_set_step (&options, agreement,
                                             &mp_agreement_story (agreement, NULL)[6],
                                             &own) == agreement);
  g_assert_true (mp_visible_set_has_milestone (options.visible, report));
  g_assert_true (
    mp_visible_set_has_milestone (options.visible, mp_test_milestone (agreement, "reset-2026")));
  for (guint32 i = 0; i < n_terms; i++)
    g_assert_cmpint (mp_visible_set_has_term (options.visible, i), ==,
                     terms[i].topic == milestones->topic[report]);
}

/* Runs "milepost export" for the shipped agreement in a folder. */
static int
run_in (const char *folder, const char *output, const char *step, const char *other)
{
  g_autofree char *path = g_build_filename (folder, output, NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "resources", "agreements",
                                                 "microsoft-openai.json", NULL);
  const char *words[] = { "milepost", "export", file, "-o", path, "--step", step, other, NULL };
  MpCliContext context = { mp_test_instant (MP_TEST_TODAY), MP_TEXT_DIRECTION_LTR };

  return mp_cli_run (other != NULL ? 8 : 7, (char **) words, &context);
}

/* A picture of each step, numbered, and all of them in one document. */
static void
test_all_steps (void)
{
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "all.pdf", NULL);
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (run_in (folder, "a.b.svg", "all", NULL), ==, MP_EXIT_DONE);
  for (guint i = 1; i <= 7; i++) {
    g_autofree char *name = g_strdup_printf ("%s/a.b-%u.svg", folder, i);

    g_assert_cmpint (g_remove (name), ==, 0);
  }
  g_assert_cmpint (run_in (folder, "all.pdf", "all", NULL), ==, MP_EXIT_DONE);
  mapped = g_mapped_file_new (pdf, FALSE, NULL);
  g_assert_nonnull (mapped);
  bytes = g_mapped_file_get_bytes (mapped);
  g_assert_cmpuint (mp_test_pdf_count_pages (bytes), ==, 7);
  g_remove (pdf);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_wrong_steps (void)
{
  static const struct {
    const char *step;
    const char *other;
    int code;
  } wrong[] = {
    { "0", NULL, MP_EXIT_USAGE },
    { "-1", NULL, MP_EXIT_USAGE },
    { "3x", NULL, MP_EXIT_USAGE },
    { "", NULL, MP_EXIT_USAGE },
    { "8", NULL, MP_EXIT_WRONG },
    { "99999999999", NULL, MP_EXIT_USAGE },
    { "1", "--select=reset-2026", MP_EXIT_USAGE },
    { "1", "--as-of=2020", MP_EXIT_USAGE },
    { "1", "--compare=reset-2026", MP_EXIT_USAGE },
    { "1", "--from=2020", MP_EXIT_USAGE },
    { "all", "--headline=H", MP_EXIT_USAGE },
  };
  g_autofree char *folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (run_in (folder, "x.svg", wrong[i].step, wrong[i].other), ==, wrong[i].code);
  /* Nothing was written. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-export/presets", test_presets);
  g_test_add_func ("/cli-export/comparison", test_comparison);
  g_test_add_func ("/cli-export/options", test_options);
  g_test_add_func ("/cli-export/print", test_print);
  g_test_add_func ("/cli-export/step", test_step);
  g_test_add_func ("/cli-export/known-step", test_known_step);
  g_test_add_func ("/cli-export/step-without-change", test_step_without_change);
  g_test_add_func ("/cli-export/all-steps", test_all_steps);
  g_test_add_func ("/cli-export/wrong-steps", test_wrong_steps);
  return g_test_run ();
}
