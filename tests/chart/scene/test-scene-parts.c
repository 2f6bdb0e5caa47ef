/* test-scene-parts.c: the parts of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 80

/* --- Bars ------------------------------------------------------------------------------------- */

static MpScene *
scene_from (const char *lines, const char *begin, const char *end)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpTestView view = { .agreement = agreement,
                      .begin = mp_day_from_instant (mp_test_instant (begin)),
                      .end = mp_day_from_instant (mp_test_instant (end)) };

  return mp_test_scene (&view);
}

static double
x_of (const MpScene *scene, const char *date)
{
  return scene->plot.x + mp_scale_instant_to_x (scene->scale, mp_test_instant (date));
}

static const MpSceneBar *
bar_of (const MpScene *scene, guint index)
{
  g_assert_cmpuint (index, <, scene->n_bars);
  return &scene->bars[index];
}

/* "Through 2030": certain until the year begins, possible until it ends, never after. */
static void
test_year_only_end (void)
{
  g_autoptr (MpScene) scene =
    scene_from ("term t - T\nphase 2026-04-27/2030 stated S", "2025", "2035");
  const MpSceneBar *bar = bar_of (scene, 0);

  g_assert_cmpfloat_with_epsilon (bar->solid_x1, x_of (scene, "2030-01-01"), 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->rect.x + bar->rect.width, x_of (scene, "2031-01-01"), 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->rect.x, x_of (scene, "2026-04-27"), 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->solid_x0, x_of (scene, "2026-04-27"), 1e-6);
  g_assert_cmpint (bar->end, ==, MP_EDGE_HATCHED);
  g_assert_cmpint (bar->start, ==, MP_EDGE_SHARP);
}

static void
test_year_only_start (void)
{
  g_autoptr (MpScene) scene =
    scene_from ("term t - T\nphase 2026/2030-05-01 stated S", "2025", "2035");
  const MpSceneBar *bar = bar_of (scene, 0);

  g_assert_cmpfloat_with_epsilon (bar->rect.x, x_of (scene, "2026-01-01"), 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->solid_x0, x_of (scene, "2027-01-01"), 1e-6);
  g_assert_cmpint (bar->start, ==, MP_EDGE_HATCHED);
}

static void
test_edges (void)
{
  static const struct {
    const char *span;
    MpEdge start;
    MpEdge end;
  } cases[] = {
    { "2026-04-27/2030-05-01", MP_EDGE_SHARP, MP_EDGE_SHARP },
    { "2026/2030", MP_EDGE_HATCHED, MP_EDGE_HATCHED },
    { "2026~/2030?", MP_EDGE_SOFT, MP_EDGE_HATCHED },
    { "2026?/2030~", MP_EDGE_HATCHED, MP_EDGE_SOFT },
    { "2026%/2030%", MP_EDGE_SOFT, MP_EDGE_SOFT },
    { "2026-04-27~/2030-05-01?", MP_EDGE_SOFT, MP_EDGE_SHARP },
    { "../", MP_EDGE_OPEN, MP_EDGE_UNKNOWN },
    { "/..", MP_EDGE_UNKNOWN, MP_EDGE_OPEN },
    { "../..", MP_EDGE_OPEN, MP_EDGE_OPEN },
    { "2026-04-27/", MP_EDGE_SHARP, MP_EDGE_UNKNOWN },
    { "2026-04-27/..", MP_EDGE_SHARP, MP_EDGE_OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf ("term t - T\nphase %s stated S", cases[i].span);
    g_autoptr (MpScene) scene = scene_from (lines, "2025", "2035");

    g_assert_cmpint (bar_of (scene, 0)->start, ==, cases[i].start);
    g_assert_cmpint (bar_of (scene, 0)->end, ==, cases[i].end);
  }
}

static const char *const with_ends =
  "term a - A\nphase 2019/2026 stated S\nphase 2026-04-27/2030 stated S\n"
  "term b - B\nphase 2026-04-27/.. stated S\n"
  "term c - C\nphase 2019-01-01/2025-01-01 stated S\n"
  "term d - D\nphase 2026-04-27/ stated S\n";

/* A stated end stands behind its bar in words, but not where another phase follows, where none is
 * stated, or where it is over. */
static void
test_end_words (void)
{
  g_autoptr (MpScene) scene = scene_from (with_ends, "2018", "2040");
  const MpSceneBar *bar = bar_of (scene, 1);

  g_assert_cmpuint (scene->n_bars, ==, 5);
  g_assert_cmpstr (bar->end_text, ==, "2030");
  g_assert_cmpfloat (bar->end_label.x, >, bar->rect.x + bar->rect.width);
  g_assert_cmpfloat (bar->end_label.width, ==, 4 * 7);
  for (guint i = 0; i < scene->n_bars; i++)
    if (i != 1)
      g_assert_null (bar_of (scene, i)->end_text);
}

/* Where there is less room, the condition is told shorter, then not at all, then no end. */
static void
test_end_words_give_way (void)
{
  static const struct {
    const char *end;
    const char *words;
  } cases[] = {
    { "2042", "2030, or earlier if it is sold" },
    { "2032-06", "2030, or before" },
    { "2031-07", "2030" },
    { "2031-01-20", NULL },
    { "2029", NULL },
  };
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nearly 2026-04-27/2030 stated S");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpTestView view = { .agreement = agreement,
                        .begin = mp_day_from_instant (mp_test_instant ("2025")),
                        .end = mp_day_from_instant (mp_test_instant (cases[i].end)) };
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    const MpSceneBar *bar = bar_of (scene, 0);

    g_assert_cmpstr (bar->end_text, ==, cases[i].words);
    if (bar->end_text != NULL)
      g_assert_cmpfloat (bar->end_label.x + bar->end_label.width, <=, scene->width);
  }
}

static const char *const without_end = "term a - A\nphase 2026-04-27/.. stated S\n"
                                       "term b - B\nphase /2026-04-27 stated S\n";

/* Ends without a day of their own are drawn to the ends of the agreement, and move with it. */
static void
test_bars_without_end (void)
{
  g_autoptr (MpScene) scene = scene_from (without_end, "2026-04-01", "2026-06-01");
  const MpSceneBar *open = bar_of (scene, 0), *unknown = bar_of (scene, 1);
  double end = scene->plot.x + mp_scale_to_x (scene->scale, scene->layout->end);
  double begin = scene->plot.x + mp_scale_to_x (scene->scale, scene->layout->begin);

  g_assert_cmpfloat (end, >, scene->width);
  g_assert_cmpfloat_with_epsilon (open->rect.x + open->rect.width, end, 1e-6);
  g_assert_cmpfloat (open->faint_x1, <, end);
  g_assert_cmpfloat (unknown->rect.x, <, begin);
  g_assert_cmpfloat_with_epsilon (unknown->faint_x0, begin, 1e-6);
}

/* In a wider view they reach to the edge of the view. */
static void
test_bars_reach (void)
{
  g_autoptr (MpScene) scene = scene_from (without_end, "2020", "2060");
  const MpSceneBar *open = bar_of (scene, 0), *unknown = bar_of (scene, 1);
  double begin = scene->plot.x + mp_scale_to_x (scene->scale, scene->layout->begin);

  g_assert_cmpfloat_with_epsilon (open->rect.x + open->rect.width, scene->width, 1e-6);
  /* The arrow is in view. An unknown end does not end the bar at the edge. */
  g_assert_cmpfloat (open->faint_x1, <, scene->width);
  g_assert_cmpfloat (unknown->rect.x, <, scene->plot.x);
  g_assert_cmpfloat_with_epsilon (unknown->faint_x0, begin, 1e-6);
}

/* A phase of one day is as wide as that day. */
static void
test_one_day_phase (void)
{
  g_autoptr (MpScene) scene =
    scene_from ("term t - T\nphase 2026-04-27/2026-04-27 stated S", "2026-04-01", "2026-06-01");
  const MpSceneBar *bar = bar_of (scene, 0);

  g_assert_cmpfloat_with_epsilon (bar->rect.x, x_of (scene, "2026-04-27"), 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->rect.width, scene->scale.per_day, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->solid_x0, bar->rect.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (bar->solid_x1, bar->rect.x + bar->rect.width, 1e-6);
  g_assert_cmpint (bar->end, ==, MP_EDGE_SHARP);
}

static void
test_tenses (void)
{
  g_autoptr (MpScene) scene = scene_from ("term t - T\n"
                                          "phase 2020/2026-11-22 stated Over\n"
                                          "term u - U\n"
                                          "phase 2020/2026-11-23 stated Last day\n"
                                          "term v - V\n"
                                          "phase 2026-11-23/2030 stated First day\n"
                                          "term w - W\n"
                                          "phase 2026-11-24/2030 stated To come\n"
                                          "term x - X\n"
                                          "phase 2020/ stated Who knows\n",
                                          "2020", "2035");
  static const MpTense tenses[] = { MP_TENSE_PAST, MP_TENSE_PRESENT, MP_TENSE_PRESENT,
                                    MP_TENSE_FUTURE, MP_TENSE_PRESENT };

  for (guint i = 0; i < G_N_ELEMENTS (tenses); i++)
    g_assert_cmpint (bar_of (scene, i)->tense, ==, tenses[i]);
}

/* --- Today ------------------------------------------------------------------------------------ */

static void
test_today (void)
{
  const char *lines = "term t - T\nphase 2019/2032 stated S";
  g_autoptr (MpScene) visible = scene_from (lines, "2020", "2030");
  g_autoptr (MpScene) before = scene_from (lines, "2028", "2030");
  g_autoptr (MpScene) after = scene_from (lines, "2020", "2025");
  g_autofree char *dump = mp_scene_dump (before);

  g_assert_true (visible->today_visible);
  g_assert_cmpfloat_with_epsilon (visible->today_x, x_of (visible, MP_TEST_TODAY), 1e-6);
  g_assert_cmpstr (visible->today_text, ==, "Today");
  g_assert_false (before->today_visible);
  g_assert_false (after->today_visible);
  g_assert_null (strstr (dump, "today"));
}

/* Near an edge the badge is pushed inwards, and stays whole. */
static void
test_today_badge_stays_inside (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    g_assert_cmpfloat (scene->today_badge.x, >=, scene->plot.x);
    g_assert_cmpfloat (scene->today_badge.x + scene->today_badge.width, <=,
                       scene->plot.x + scene->plot.width);
  }
}

/* --- Axis, gutter and scrolling --------------------------------------------------------------- */

/* Ticks ascend; their labels are whole, and none runs into the next. */
static void
check_ticks (const MpScene *scene)
{
  double right = -INFINITY;

  for (guint i = 0; i < scene->n_ticks; i++) {
    MpSceneTick *tick = &scene->ticks[i];

    if (i > 0)
      g_assert_cmpfloat (tick->x - scene->ticks[i - 1].x, >=, 45);
    if (tick->label == NULL)
      continue;
    g_assert_cmpfloat (tick->label_x - tick->label_width / 2, >=, scene->axis.x);
    g_assert_cmpfloat (tick->label_x + tick->label_width / 2, <=,
                       scene->axis.x + scene->axis.width);
    g_assert_cmpfloat (tick->label_x - tick->label_width / 2, >, right);
    right = tick->label_x + tick->label_width / 2;
  }
}

static void
check_ticks_zooming_in (MpTestView view)
{
  g_autoptr (MpScene) scene = NULL;

  /* Down to minutes. */
  view.end = view.begin + (view.end - view.begin) / exp (g_test_rand_double_range (0, 8));
  scene = mp_test_scene (&view);
  check_ticks (scene);
}

static void
test_ticks (void)
{
  for (guint n = 0; n < 3 * N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);

    check_ticks_zooming_in (mp_test_random_view (agreement));
  }
}

/* Years of antiquity have longer names, and those of geology have many digits. */
static void
test_ticks_of_long_years (void)
{
  static const char *const first[] = { "-0300",   "-1259-06-01", "-9999",
                                       "Y-20000", "Y-3000000",   "Y-4000000000" };

  for (guint n = 0; n < 3 * N_RANDOM; n++) {
    g_autofree char *lines =
      g_strdup_printf ("milestone m %s 1 stated - M",
                       first[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (first))]);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

    check_ticks_zooming_in (mp_test_random_view (agreement));
  }
}

static void
test_division (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (20);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    g_assert_cmpfloat (scene->width, ==, view.width);
    g_assert_cmpfloat (scene->axis.height + scene->plot.height, ==, scene->height);
    g_assert_cmpfloat (scene->gutter.width + scene->plot.width, ==, scene->width);
    g_assert_cmpfloat (scene->band.height + scene->rows.height, ==, scene->plot.height);
    g_assert_cmpfloat (scene->plot.width, ==,
                       mp_scene_plot_width (view.width, mp_test_measure (view.unit)));
    g_assert_cmpfloat (scene->gutter.width > 0, !=,
                       mp_scene_is_stacked (view.width, mp_test_measure (view.unit)));
    if (view.height == 0)
      g_assert_cmpfloat (scene->height, ==, mp_scene_full_height (scene->layout));
  }
}

static void
test_scroll_is_limited (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  MpTestView view = { .height = 300, .scroll = 1e9 };
  g_autoptr (MpScene) bottom = NULL, top = NULL;
  MpSceneRow *last;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020/2030 stated S\n", i, i);
  view.agreement = agreement = mp_test_agreement (lines->str);
  bottom = mp_test_scene (&view);
  g_assert_cmpfloat (bottom->scroll, ==, bottom->max_scroll);
  last = &bottom->row_items[bottom->n_row_items - 1];
  g_assert_cmpuint (last->index, ==, 49);
  g_assert_cmpfloat (last->rect.y + last->rect.height, <=, bottom->height);
  view.scroll = -50;
  top = mp_test_scene (&view);
  g_assert_cmpfloat (top->scroll, ==, 0);
  g_assert_cmpfloat (top->max_scroll, ==, bottom->max_scroll);
  view.height = 0;
  view.scroll = 100;
  g_clear_pointer (&top, mp_scene_unref);
  top = mp_test_scene (&view);
  g_assert_cmpfloat (top->max_scroll, ==, 0);
  g_assert_cmpfloat (top->scroll, ==, 0);
}

/* Only rows in view are in the scene. */
static void
test_rows_in_view (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    double y = -INFINITY;

    for (guint i = 0; i < scene->n_row_items; i++) {
      MpSceneRow *row = &scene->row_items[i];

      g_assert_true (mp_rect_intersects (row->rect, scene->rows));
      g_assert_cmpfloat (row->rect.y, >=, y);
      y = row->rect.y + row->rect.height;
    }
    for (guint i = 0; i < scene->n_bars; i++) {
      const MpSceneBar *bar = bar_of (scene, i);

      g_assert_cmpfloat (bar->visible.x, >=, scene->plot.x);
      g_assert_cmpfloat (bar->visible.x + bar->visible.width, <=,
                         scene->plot.x + scene->plot.width + 1e-6);
      if (bar->label.width <= 0)
        continue;
      g_assert_cmpfloat (bar->label.x, >=, bar->visible.x);
      g_assert_cmpfloat (bar->label.x + bar->label.width, <=,
                         bar->visible.x + bar->visible.width + 1);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/bars/year-only-end", test_year_only_end);
  g_test_add_func ("/scene/bars/year-only-start", test_year_only_start);
  g_test_add_func ("/scene/bars/edges", test_edges);
  g_test_add_func ("/scene/bars/without-end", test_bars_without_end);
  g_test_add_func ("/scene/bars/reach-as-far-as-one-looks", test_bars_reach);
  g_test_add_func ("/scene/bars/one-day", test_one_day_phase);
  g_test_add_func ("/scene/bars/end-words", test_end_words);
  g_test_add_func ("/scene/bars/end-words-give-way", test_end_words_give_way);
  g_test_add_func ("/scene/bars/tenses", test_tenses);
  g_test_add_func ("/scene/today/shown", test_today);
  g_test_add_func ("/scene/today/badge-stays-inside", test_today_badge_stays_inside);
  g_test_add_func ("/scene/ticks/labels", test_ticks);
  g_test_add_func ("/scene/ticks/long-years", test_ticks_of_long_years);
  g_test_add_func ("/scene/division", test_division);
  g_test_add_func ("/scene/scroll-is-limited", test_scroll_is_limited);
  g_test_add_func ("/scene/rows-in-view", test_rows_in_view);
  return g_test_run ();
}
