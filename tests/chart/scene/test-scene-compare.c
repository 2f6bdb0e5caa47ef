/* test-scene-compare.c: before and after on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 40

/* Dates to compare, in and out of view. */
static const char *const dates[] = { "1990-05-05", "2018-02", "2023",       "2024-03-01",
                                     "2026-04-26", "202X",    "2026-04-28", "2040-10-10" };

static MpTestView
random_comparison (MpAgreement *agreement)
{
  MpTestView view = mp_test_random_view (agreement);

  view.before = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
  view.as_of = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
  return view;
}

static void
test_golden (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpTestView view = { .agreement = agreement, .before = "2026-04-26", .as_of = "2026-04-28" };
  g_autoptr (MpScene) scene = mp_test_scene (&view);
  g_autofree char *dump = mp_scene_dump (scene);

  mp_test_assert_golden ("shipped-compare.scene", dump);
}

static const MpSceneBar *
bar_of (const MpScene *scene, const char *state)
{
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    if (g_str_equal (bar->text, state))
      return bar;
  }
  g_error ("no bar %s", state);
}

/* What was is drawn as a ghost; what is stands out; the rest is drawn as seen from the later date.
 */
static void
test_tenses (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nphase 2000/2010 stated Oldest\nphase 2010/2020 stated Was\n"
                       "phase 2020/2025 stated Between\nphase 2025/2030 stated Is\n"
                       "phase 2030/2040 stated Next\nterm u - U\nphase 2000/2040 stated Both\n");
  MpTestView view = { .agreement = agreement, .before = "2015", .as_of = "2027" };
  MpTestView back = { .agreement = agreement, .before = "2027", .as_of = "2015" };
  g_autoptr (MpScene) scene = mp_test_scene (&view);
  g_autoptr (MpScene) turned = mp_test_scene (&back);

  g_assert_cmpint (bar_of (scene, "Oldest")->tense, ==, MP_TENSE_PAST);
  g_assert_cmpint (bar_of (scene, "Was")->tense, ==, MP_TENSE_WAS);
  g_assert_cmpint (bar_of (scene, "Between")->tense, ==, MP_TENSE_PAST);
  g_assert_cmpint (bar_of (scene, "Is")->tense, ==, MP_TENSE_PRESENT);
  g_assert_cmpint (bar_of (scene, "Next")->tense, ==, MP_TENSE_FUTURE);
  g_assert_cmpint (bar_of (scene, "Both")->tense, ==, MP_TENSE_PRESENT);
  g_assert_cmpint (bar_of (turned, "Is")->tense, ==, MP_TENSE_WAS);
  g_assert_cmpint (bar_of (turned, "Was")->tense, ==, MP_TENSE_PRESENT);
}

/* Each row in view shows the change that mp_compare_term () gives, within the picture and clear of
 * its title. */
static void
test_badges_of_rows (void)
{
  for (guint round = 0; round < N_RANDOM; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (10);
    MpTestView view = random_comparison (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    MpDate before = mp_test_date (view.before), after = mp_test_date (view.as_of);

    for (guint i = 0; i < scene->n_row_items; i++) {
      const MpSceneRow *row = &scene->row_items[i];
      MpComparison expected;

      if (row->kind == MP_ROW_TOPIC) {
        g_assert_cmpfloat (row->badge.width, ==, 0);
        continue;
      }
      expected = mp_compare_term (agreement, row->index, &before, &after);
      g_assert_cmpint (row->comparison.change, ==, expected.change);
      g_assert_cmpint (row->comparison.possibly, ==, expected.possibly);
      g_assert_cmpint (row->badge.width > 0, ==, expected.change != MP_CHANGE_ABSENT);
      if (row->badge.width > 0) {
        g_assert_true (mp_test_rect_is_within (row->badge, row->rect));
        g_assert_false (mp_rect_intersects (row->badge, row->title));
      }
    }
  }
}

/* However near the dates are, their badges can be told apart, read, and dragged. */
static void
test_badges_of_dates (void)
{
  for (guint round = 0; round < N_RANDOM * 4; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = random_comparison (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    const MpSceneCursor *cursors[] = { &scene->before, &scene->as_of };

    for (guint i = 0; i < G_N_ELEMENTS (cursors); i++) {
      if (!cursors[i]->visible)
        continue;
      g_assert_true (mp_test_rect_is_within (cursors[i]->at, scene->plot));
      g_assert_cmpfloat (cursors[i]->badge.x, >=, scene->plot.x);
      g_assert_cmpfloat (
        cursors[i]->badge.x + cursors[i]->badge.width, <=,
        MAX (scene->plot.x + scene->plot.width, scene->plot.x + cursors[i]->badge.width));
    }
    if (scene->before.visible && scene->as_of.visible &&
        scene->before.badge.width + scene->as_of.badge.width <= scene->plot.width)
      g_assert_false (mp_rect_intersects (scene->before.badge, scene->as_of.badge));
  }
}

/* Without a date to compare with, there is nothing of a comparison. */
static void
test_none (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
  MpTestView view = { .agreement = agreement, .as_of = "2024" };
  g_autoptr (MpScene) scene = mp_test_scene (&view);

  g_assert_false (scene->is_comparison);
  g_assert_false (scene->before.visible);
  for (guint i = 0; i < scene->n_row_items; i++)
    g_assert_cmpfloat (scene->row_items[i].badge.width, ==, 0);
  for (guint i = 0; i < scene->n_bars; i++)
    g_assert_cmpint (scene->bars[i].tense, !=, MP_TENSE_WAS);
}

static cairo_surface_t *
paint (const MpTestView *view, MpText *text)
{
  g_autoptr (MpScene) scene = mp_test_scene (view);
  cairo_surface_t *image = mp_test_image_new (scene->width, scene->height, 1);
  cairo_t *cr = cairo_create (image);

  mp_paint_scene (cr, scene, mp_style_get (MP_THEME_LIGHT), text);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

/* Each kind of change, certain and possible, has a badge of its own look. */
static void
test_verdicts_differ (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term a - A\nphase 2000/2040 stated S\n"       /* unchanged */
                       "term b - A\nphase 2015-01-01/2040 stated S\n" /* added */
                       "term c - A\nphase 2000/2015-01-01 stated S\n" /* ended */
                       "term d - A\nphase 2000/2015-01-01 stated S\n" /* changed */
                       "phase 2015-01-01/2040 stated S\n"             /* */
                       "term e - A\nphase 2000/2020 stated S\n"       /* possibly ended */
                       "term f - A\nphase 2020/2040 stated S\n"       /* possibly added */
                       "term g - A\nphase 2000/2015-01-01 stated S\n" /* possibly changed */
                       "phase 2020/2040 stated S\n");
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpMeasure measure = mp_text_get_measure (text);
  MpTestView view = {
    .agreement = agreement, .before = "2010", .as_of = "2020-06-01", .measure = &measure
  };
  g_autoptr (MpScene) scene = mp_test_scene (&view);
  cairo_surface_t *image = paint (&view, text);
  GPtrArray *looks = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];
    cairo_surface_t *look;
    cairo_t *cr;

    if (row->badge.width == 0)
      continue;
    look = mp_test_image_new (row->badge.width, row->badge.height, 1);
    cr = cairo_create (look);
    cairo_set_source_surface (cr, image, -row->badge.x, -row->badge.y);
    cairo_paint (cr);
    cairo_destroy (cr);
    for (guint j = 0; j < looks->len; j++)
      g_assert_cmpuint (mp_test_image_count_different (look, looks->pdata[j], 60), >, 4);
    g_ptr_array_add (looks, look);
  }
  g_assert_cmpuint (looks->len, ==, 7);
  g_ptr_array_unref (looks);
  cairo_surface_destroy (image);
}

static void
assert_known (const MpScene *scene, MpInstant end)
{
  const MpSceneCursor *known = &scene->known;
  double x = scene->plot.x + mp_scale_instant_to_x (scene->scale, end);

  if (!known->visible)
    return;
  g_assert_cmpfloat (fabs (known->at.x - x), <=, 1);
  g_assert_true (mp_test_rect_is_within (known->at, scene->plot));
  if (known->badge.width == 0)
    return;
  g_assert_true (mp_test_rect_is_within (known->badge, scene->axis));
  g_assert_false (scene->as_of.visible && mp_rect_intersects (known->badge, scene->as_of.badge));
  g_assert_false (scene->before.visible && mp_rect_intersects (known->badge, scene->before.badge));
}

/* The line of what is known stands at the end of its date. Its badge meets no other. */
static void
test_known (void)
{
  guint n_seen = 0;

  for (guint round = 0; round < N_RANDOM * 4; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = random_comparison (agreement);
    g_autoptr (MpScene) scene = NULL;
    MpDate known;

    view.known = dates[g_test_rand_int_range (0, G_N_ELEMENTS (dates))];
    if (g_test_rand_bit ())
      view.before = NULL;
    scene = mp_test_scene (&view);
    known = mp_test_date (view.known);
    assert_known (scene, known.after);
    n_seen += scene->known.badge.width > 0;
  }
  g_assert_cmpuint (n_seen, >, N_RANDOM / 4);
}

/* Next to that of another date in the middle of the picture there is always room. */
static void
test_known_beside (void)
{
  static const char *const beside[][2] = { { "2026-04-27", NULL }, { NULL, "2026-04-27" } };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
    MpTestView view = {
      .agreement = agreement, .as_of = beside[i][0], .before = beside[i][1], .known = "2026-04-30"
    };
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    MpRect badge = scene->known.badge;
    const MpSceneCursor *other = beside[i][0] != NULL ? &scene->as_of : &scene->before;

    g_assert_true (other->visible);
    g_assert_true (scene->known.visible);
    g_assert_cmpfloat (badge.width, >, 0);
    g_assert_cmpstr (scene->known.text, ==, "Known: 30 April 2026");
    g_assert_false (mp_rect_intersects (badge, other->badge));
    g_assert_cmpfloat (fabs (badge.x + badge.width / 2 - other->badge.x - other->badge.width / 2),
                       <, badge.width);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-compare/golden", test_golden);
  g_test_add_func ("/scene-compare/tenses", test_tenses);
  g_test_add_func ("/scene-compare/badges-of-rows", test_badges_of_rows);
  g_test_add_func ("/scene-compare/badges-of-dates", test_badges_of_dates);
  g_test_add_func ("/scene-compare/none", test_none);
  g_test_add_func ("/scene-compare/verdicts-differ", test_verdicts_differ);
  g_test_add_func ("/scene-compare/known", test_known);
  g_test_add_func ("/scene-compare/known-beside", test_known_beside);
  return mp_test_run_with_fonts ();
}
