/* test-figure.c: a chart that can stand on its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-figure.h"
#include "mp-filter.h"
#include "mp-session.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

static MpFigureOptions
new_options (double width, double height)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = width;
  options.height = height;
  return options;
}

static MpAgreement *
new_agreement (guint n_terms)
{
  g_autoptr (GString) lines = g_string_new ("milestone m 2026-04-27 1 stated - A change\n");

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020/2030 stated S\n", i, i);
  return mp_test_agreement (lines->str);
}

static cairo_surface_t *
paint (const MpFigure *figure, double scale)
{
  MpSize size = mp_figure_get_size (figure);
  cairo_surface_t *image = mp_test_image_new (size.width, size.height, scale);
  cairo_t *cr = cairo_create (image);

  mp_figure_paint (figure, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_subtitle_counts_the_visible (void)
{
  g_autoptr (MpAgreement) agreement = new_agreement (4);
  MpFigureOptions options = new_options (800, 0);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpFigure) whole = NULL, part = NULL;

  filter->terms = mp_bits_new (4);
  mp_bits_set (filter->terms, 1, TRUE);
  visible = mp_filter_apply (filter, agreement, 0, 1);
  whole = mp_figure_new (agreement, &options);
  options.visible = visible;
  part = mp_figure_new (agreement, &options);
  g_assert_cmpstr (mp_figure_get_subtitle (whole), ==,
                   "As of 23 November 2026 · facts checked on 23 November 2026");
  g_assert_cmpstr (mp_figure_get_subtitle (part), ==,
                   "As of 23 November 2026 · facts checked on 23 November 2026 · 2 of 5 shown");
  g_assert_null (mp_scene_find_row (mp_figure_get_scene (part), MP_ROW_TERM, 0));
  g_assert_nonnull (mp_scene_find_row (mp_figure_get_scene (part), MP_ROW_TERM, 1));
  g_assert_cmpfloat (mp_figure_get_size (part).height, <, mp_figure_get_size (whole).height);
}

/* The subtitle names the milestone whose sides are compared; a table names it over its columns. */
static void
test_comparison_names_the_milestone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  MpDate other = mp_test_date ("2026-05-28");
  MpFigureOptions options = new_options (1200, 0);
  g_autoptr (MpFigure) timeline = NULL, table = NULL, dates = NULL;

  options.before = &before;
  options.as_of = &after;
  timeline = mp_figure_new (agreement, &options);
  options.chart = MP_CHART_TABLE;
  table = mp_figure_new (agreement, &options);
  options.as_of = &other;
  dates = mp_figure_new (agreement, &options);
  g_assert_cmpstr (mp_figure_get_subtitle (timeline), ==,
                   "Before and after The 2026 reset: 26 April 2026 compared with 28 April 2026 · "
                   "facts checked on 30 November 2026");
  g_assert_cmpstr (mp_figure_get_subtitle (table), ==, mp_figure_get_subtitle (timeline));
  g_assert_cmpstr (mp_figure_get_table (table)->before_words, ==,
                   "26 April 2026, before The 2026 reset");
  g_assert_cmpstr (mp_figure_get_table (table)->after_words, ==,
                   "28 April 2026, after The 2026 reset");
  g_assert_cmpstr (mp_figure_get_subtitle (dates), ==,
                   "26 April 2026 compared with 28 May 2026 · facts checked on 30 November 2026");
  g_assert_cmpstr (mp_figure_get_table (dates)->before_words, ==, "Before: 26 April 2026");
}

/* A timeline without the unchanged terms has the rows of the table. */
static void
test_timeline_hides_unchanged (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  MpFigureOptions options = new_options (1200, 0);
  g_autoptr (MpFigure) timeline = NULL, table = NULL;
  guint n_terms, n_rows = 0;

  mp_agreement_terms (agreement, &n_terms);
  options.before = &before;
  options.as_of = &after;
  options.hide_unchanged = TRUE;
  timeline = mp_figure_new (agreement, &options);
  options.chart = MP_CHART_TABLE;
  table = mp_figure_new (agreement, &options);
  for (guint i = 0; i < mp_figure_get_table (table)->n_rows; i++) {
    const MpTableRow *row = &mp_figure_get_table (table)->rows[i];

    if (row->kind != MP_ROW_TERM)
      continue;
    n_rows++;
    g_assert_nonnull (mp_scene_find_row (mp_figure_get_scene (timeline), MP_ROW_TERM, row->index));
  }
  g_assert_cmpuint (n_rows, ==, 8);
  for (guint32 term = 0; term < n_terms; term++)
    n_rows -= mp_scene_find_row (mp_figure_get_scene (timeline), MP_ROW_TERM, term) != NULL;
  g_assert_cmpuint (n_rows, ==, 0);
  g_assert_nonnull (strstr (mp_figure_get_subtitle (timeline), " shown"));
}

/* --- Size ------------------------------------------------------------------------------------- */

static void
test_defaults (void)
{
  MpFigureOptions options = mp_figure_options_new (12345);

  g_assert_cmpfloat (options.width, ==, MP_FIGURE_DEFAULT_WIDTH);
  g_assert_cmpfloat (options.height, ==, 0);
  g_assert_cmpfloat (options.scale, ==, 1);
  g_assert_cmpint (options.theme, ==, MP_THEME_LIGHT);
  g_assert_cmpint (options.today, ==, 12345);
  g_assert_false (options.has_span);
  g_assert_cmpint (options.selection.kind, ==, MP_ITEM_NONE);
}

/* Without a height the figure is as high as its content, and nothing is made smaller. */
static void
test_height_follows_content (void)
{
  double last = 0;

  for (guint n_terms = 0; n_terms < 200; n_terms = n_terms * 2 + 1) {
    g_autoptr (MpAgreement) agreement = new_agreement (n_terms);
    MpFigureOptions options = new_options (1000, 0);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
    MpSize size = mp_figure_get_size (figure);

    g_assert_cmpfloat (size.width, ==, 1000);
    g_assert_cmpfloat (size.height, >, last);
    g_assert_cmpfloat (size.height, ==, round (size.height));
    g_assert_cmpfloat (mp_figure_get_shrink (figure), ==, 1);
    g_assert_cmpfloat (mp_figure_get_scene (figure)->max_scroll, ==, 0);
    last = size.height;
  }
}

static void
test_height_is_kept (void)
{
  for (double height = 300; height < 3000; height *= 1.7) {
    g_autoptr (MpAgreement) agreement = new_agreement (20);
    MpFigureOptions options = new_options (900, height);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    g_assert_cmpfloat (mp_figure_get_size (figure).width, ==, 900);
    g_assert_cmpfloat (mp_figure_get_size (figure).height, ==, height);
  }
}

/* Whether every row, and the whole of the milestones, is within the figure's scene. */
static gboolean
is_complete (const MpFigure *figure)
{
  const MpScene *scene = mp_figure_get_scene (figure);

  return scene->max_scroll <= 0.5 && scene->height >= mp_scene_full_height (scene->layout) - 0.5;
}

/* What is too high is made smaller, by as little as needed, until all of it fits. */
static void
test_shrinks_until_all_is_in (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  double last = 0, natural;
  MpFigureOptions options = new_options (1600, 0);

  {
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    natural = mp_figure_get_size (figure).height;
  }
  for (double share = 0.4; share <= 1.1; share += 0.1) {
    g_autoptr (MpFigure) figure = NULL;

    options.height = round (natural * share);
    figure = mp_figure_new (agreement, &options);
    g_assert_cmpfloat (mp_figure_get_shrink (figure), <=, 1);
    g_assert_cmpfloat (mp_figure_get_shrink (figure), >=, last);
    g_assert_cmpfloat (mp_figure_get_shrink (figure), >=, 0.5);
    if (mp_figure_get_shrink (figure) > 0.5)
      g_assert_true (is_complete (figure));
    if (share > 1)
      g_assert_cmpfloat (mp_figure_get_shrink (figure), ==, 1);
    last = mp_figure_get_shrink (figure);
  }
}

/* All room is used: at a slightly larger size it would be too high. */
static void
test_shrinks_no_more_than_needed (void)
{
  for (double height = 1000; height < 1500; height += 50) {
    g_autoptr (MpAgreement) agreement = new_agreement (40);
    MpFigureOptions options = new_options (1200, height), larger = new_options (0, 0);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options), too_high = NULL;
    double shrink = mp_figure_get_shrink (figure);

    g_assert_cmpfloat (shrink, <, 1);
    g_assert_cmpfloat (shrink, >, 0.5);
    g_assert_true (is_complete (figure));
    larger.width = options.width / (shrink + 0.03);
    too_high = mp_figure_new (agreement, &larger);
    g_assert_cmpfloat (mp_figure_get_size (too_high).height * (shrink + 0.03), >, height);
  }
}

/* Nothing is drawn too small to be read: terms are left out instead. */
static void
test_never_too_small (void)
{
  g_autoptr (MpAgreement) agreement = new_agreement (200);
  MpFigureOptions options = new_options (800, 500);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

  g_assert_cmpfloat (mp_figure_get_shrink (figure), ==, 0.5);
  g_assert_cmpfloat (mp_figure_get_scene (figure)->max_scroll, >, 0);
  g_assert_cmpfloat (mp_figure_get_size (figure).height, ==, 500);
}

/* --- Content ---------------------------------------------------------------------------------- */

static void
test_shows_everything (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (1600, 0);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  const MpScene *scene = mp_figure_get_scene (figure);
  double begin, end;

  mp_session_fit_span (agreement, options.today, &begin, &end);
  g_assert_cmpfloat (scene->scale.begin, ==, begin);
  g_assert_cmpfloat_with_epsilon (mp_scale_to_x (scene->scale, end), scene->plot.width, 1e-6);
  g_assert_true (scene->today_visible);
  for (guint32 i = 0; i < mp_agreement_phases (agreement)->length; i++) {
    MpRect rect;

    g_assert_true (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, i }, &rect));
  }
}

static void
test_shows_a_part (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (1600, 0);
  g_autoptr (MpFigure) figure = NULL;
  const MpScene *scene;

  options.has_span = TRUE;
  options.begin = 20000;
  options.end = 21000;
  figure = mp_figure_new (agreement, &options);
  scene = mp_figure_get_scene (figure);
  g_assert_cmpfloat (scene->scale.begin, ==, 20000);
  g_assert_cmpfloat_with_epsilon (mp_scale_to_x (scene->scale, 21000), scene->plot.width, 1e-6);
}

/* The scale only changes pixels, not the layout. */
static void
test_scales_have_one_layout (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions one = new_options (1300, 900), two = one;
  g_autoptr (MpFigure) a = NULL, b = NULL;
  g_autofree char *dump_a = NULL, *dump_b = NULL;

  two.scale = 2;
  a = mp_figure_new (agreement, &one);
  b = mp_figure_new (agreement, &two);
  dump_a = mp_scene_dump (mp_figure_get_scene (a));
  dump_b = mp_scene_dump (mp_figure_get_scene (b));
  mp_test_assert_same_text ("scale 2", dump_a, dump_b);
}

/* --- Pixels ----------------------------------------------------------------------------------- */

static void
test_twice (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options (1000, 700);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  g_autoptr (MpFigure) again = mp_figure_new (agreement, &options);
  cairo_surface_t *one = paint (figure, 1), *two = paint (figure, 1), *three = paint (again, 1);

  mp_test_image_assert_same (one, two);
  mp_test_image_assert_same (one, three);
  cairo_surface_destroy (one);
  cairo_surface_destroy (two);
  cairo_surface_destroy (three);
}

/* No pixel is left unpainted, whatever the size and the scale. */
static void
test_fills_all (void)
{
  g_autoptr (MpAgreement) agreement = new_agreement (5);
  static const double scales[] = { 1, 1.25, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    MpFigureOptions options = new_options (401, 333);
    g_autoptr (MpFigure) figure = NULL;
    cairo_surface_t *image, *white = mp_test_image_new (401, 333, scales[i]);
    int n_pixels = cairo_image_surface_get_width (white) * cairo_image_surface_get_height (white);

    /* In a dark figure nothing is as white as paper. */
    options.theme = MP_THEME_DARK;
    figure = mp_figure_new (agreement, &options);
    image = paint (figure, scales[i]);
    g_assert_cmpuint (mp_test_image_count_different (image, white, 0), ==, (guint) n_pixels);
    cairo_surface_destroy (image);
    cairo_surface_destroy (white);
  }
}

static void
test_themes_differ (void)
{
  g_autoptr (MpAgreement) agreement = new_agreement (5);
  MpFigureOptions light = new_options (600, 400), dark = light;
  g_autoptr (MpFigure) a = NULL, b = NULL;
  cairo_surface_t *one, *other;

  dark.theme = MP_THEME_DARK;
  a = mp_figure_new (agreement, &light);
  b = mp_figure_new (agreement, &dark);
  one = paint (a, 1);
  other = paint (b, 1);
  g_assert_cmpuint (mp_test_image_count_different (one, other, 100), >, 600 * 400 / 2);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

static void
test_selection_shows (void)
{
  /* Without sources, so that only the chart can change. */
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nphase 2019/2030 stated S\nmilestone m 2026 1 stated t M");
  MpFigureOptions plain = new_options (1200, 900), selected = plain;
  g_autoptr (MpFigure) a = NULL, b = NULL;
  cairo_surface_t *one, *other;
  MpRect change;

  selected.selection = (MpItem) { MP_ITEM_MILESTONE, 0 };
  a = mp_figure_new (agreement, &plain);
  b = mp_figure_new (agreement, &selected);
  one = paint (a, 1);
  other = paint (b, 1);
  change = mp_test_image_difference (one, other);
  g_assert_cmpfloat (change.width, >, 20);
  g_assert_cmpfloat (change.height, >, 100);
  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
}

/* An agreement without sources, terms or milestones makes a figure, too. */
static void
test_nothing_to_show (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("");
  MpFigureOptions options = new_options (300, 0);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  cairo_surface_t *image = paint (figure, 1);

  g_assert_cmpfloat (mp_test_image_ink (image).width, >, 0);
  cairo_surface_destroy (image);
  mp_figure_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/subtitle-counts-the-shown", test_subtitle_counts_the_visible);
  g_test_add_func ("/figure/comparison/names-the-milestone", test_comparison_names_the_milestone);
  g_test_add_func ("/figure/comparison/hides-unchanged", test_timeline_hides_unchanged);
  g_test_add_func ("/figure/size/defaults", test_defaults);
  g_test_add_func ("/figure/size/follows-content", test_height_follows_content);
  g_test_add_func ("/figure/size/kept", test_height_is_kept);
  g_test_add_func ("/figure/shrink/until-all-is-in", test_shrinks_until_all_is_in);
  g_test_add_func ("/figure/shrink/no-more-than-needed", test_shrinks_no_more_than_needed);
  g_test_add_func ("/figure/shrink/never-too-small", test_never_too_small);
  g_test_add_func ("/figure/content/everything", test_shows_everything);
  g_test_add_func ("/figure/content/part", test_shows_a_part);
  g_test_add_func ("/figure/content/scales", test_scales_have_one_layout);
  g_test_add_func ("/figure/content/nothing", test_nothing_to_show);
  g_test_add_func ("/figure/paint/twice", test_twice);
  g_test_add_func ("/figure/paint/fills-all", test_fills_all);
  g_test_add_func ("/figure/paint/themes", test_themes_differ);
  g_test_add_func ("/figure/paint/selection", test_selection_shows);
  return mp_test_run_with_fonts ();
}
