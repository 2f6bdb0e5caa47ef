/* test-legend-keys.c: sets, doubt, and what may end before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 120

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

static double
right_of (MpRect rect)
{
  return rect.x + rect.width;
}

static const MpSceneBar *
bar_of (const MpScene *scene, guint index)
{
  g_assert_cmpuint (index, <, scene->n_bars);
  return &scene->bars[index];
}

/* The only mark of a scene, and a place in it. */
static const MpSceneMark *
mark_of (const MpScene *scene)
{
  g_assert_cmpuint (scene->n_marks, ==, 1);
  return &scene->marks[0];
}

static const MpScenePoint *
point_of (const MpScene *scene, guint index)
{
  const MpSceneMark *mark = mark_of (scene);

  g_assert_cmpuint (index, <, mark->points.count);
  return &scene->points[mark->points.first + index];
}

/* --- Places of a milestone -------------------------------------------------------------------- */

static void
test_set (void)
{
  static const struct {
    const char *date;
    MpPointKind kind;
  } cases[] = {
    { "[2021-02-03,2024,2027-05-06]", MP_POINT_ONE_OF },
    { "{2021-02-03,2024,2027-05-06}", MP_POINT_ALL_OF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = g_strdup_printf ("milestone m %s 1 stated - M", cases[i].date);
    g_autoptr (MpScene) scene = scene_from (line, "2020", "2030");

    g_assert_cmpuint (mark_of (scene)->points.count, ==, 3);
    for (guint j = 0; j < 3; j++)
      g_assert_cmpint (point_of (scene, j)->kind, ==, cases[i].kind);
    g_assert_false (point_of (scene, 0)->is_stretch);
    g_assert_true (point_of (scene, 1)->is_stretch);
    g_assert_cmpfloat_with_epsilon (point_of (scene, 0)->x, x_of (scene, "2021-02-03"), 0.5);
    g_assert_cmpfloat_with_epsilon (point_of (scene, 1)->rect.x, x_of (scene, "2024-01-01"), 1e-6);
    g_assert_cmpfloat_with_epsilon (right_of (point_of (scene, 1)->rect),
                                    x_of (scene, "2025-01-01"), 1e-6);
    g_assert_cmpfloat_with_epsilon (point_of (scene, 2)->x, x_of (scene, "2027-05-06"), 0.5);
    /* The label stands on the first member. */
    g_assert_cmpfloat (mark_of (scene)->x, ==, point_of (scene, 0)->x);
  }
}

/* A set of one is a date like any other. */
static void
test_set_of_one (void)
{
  g_autoptr (MpScene) scene = scene_from ("milestone m [2024-02-03] 1 stated - M", "2020", "2030");

  g_assert_cmpuint (mark_of (scene)->points.count, ==, 1);
  g_assert_cmpint (point_of (scene, 0)->kind, ==, MP_POINT_DATE);
}

static void
test_set_without_bound (void)
{
  g_autoptr (MpScene) scene = scene_from ("milestone m [..2024-02-03] 1 stated - M\n"
                                          "term t - T\nphase 2020/2030 stated S",
                                          "2020", "2030");

  g_assert_cmpint (point_of (scene, 0)->start, ==, MP_EDGE_OPEN);
  g_assert_cmpint (point_of (scene, 0)->end, ==, MP_EDGE_SHARP);
  g_assert_true (point_of (scene, 0)->is_stretch);
}

static void
test_other_sources (void)
{
  g_autoptr (MpScene) scene = scene_from ("milestone m 2024-02-03 1 disputed - M\n"
                                          "alternative 2022-05-06 reported Because\n"
                                          "alternative [2026,2027-05-06] claimed Because\n",
                                          "2020", "2030");

  g_assert_cmpuint (mark_of (scene)->points.count, ==, 4);
  g_assert_cmpint (point_of (scene, 0)->kind, ==, MP_POINT_DATE);
  g_assert_cmpfloat_with_epsilon (point_of (scene, 0)->x, x_of (scene, "2024-02-03"), 0.5);
  g_assert_cmpfloat (mark_of (scene)->x, ==, point_of (scene, 0)->x);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (point_of (scene, i)->kind, ==, MP_POINT_OTHER);
  g_assert_cmpint (point_of (scene, 1)->certainty, ==, MP_CERTAINTY_REPORTED);
  g_assert_cmpint (point_of (scene, 2)->certainty, ==, MP_CERTAINTY_CLAIMED);
  g_assert_cmpfloat (point_of (scene, 1)->rect.height, <, point_of (scene, 0)->rect.height);
}

static void
test_edges_of_dates (void)
{
  static const struct {
    const char *date;
    MpEdge start;
    MpEdge end;
    gboolean is_uncertain;
  } cases[] = {
    { "2024-02-03", MP_EDGE_SHARP, MP_EDGE_SHARP, FALSE },
    { "2024~", MP_EDGE_SOFT, MP_EDGE_SOFT, FALSE },
    { "2024?", MP_EDGE_SHARP, MP_EDGE_SHARP, TRUE },
    { "2024-02-03%", MP_EDGE_SOFT, MP_EDGE_SOFT, TRUE },
    { "2024/2026~", MP_EDGE_SHARP, MP_EDGE_SOFT, FALSE },
    { "2024/..", MP_EDGE_SHARP, MP_EDGE_OPEN, FALSE },
    { "/2024", MP_EDGE_UNKNOWN, MP_EDGE_SHARP, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = g_strdup_printf ("milestone m %s 1 stated - M", cases[i].date);
    g_autoptr (MpScene) scene = scene_from (line, "2020", "2030");

    g_assert_cmpint (point_of (scene, 0)->start, ==, cases[i].start);
    g_assert_cmpint (point_of (scene, 0)->end, ==, cases[i].end);
    g_assert_cmpint (point_of (scene, 0)->is_uncertain, ==, cases[i].is_uncertain);
  }
}

/* Any place in view selects the milestone, whether its label is in view or not. */
static void
test_pick_any_place (void)
{
  static const char *const begins[] = { "2020", "2023", "2026" };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++) {
    g_autoptr (MpScene) scene =
      scene_from ("milestone m {2021-02-03,2024,2027-05-06} 1 disputed - M\n"
                  "alternative 2028-05-06 reported Because\n",
                  begins[i], "2030");
    guint n_seen = 0;
    MpRect found;

    for (guint j = 0; j < mark_of (scene)->points.count; j++) {
      MpRect rect = point_of (scene, j)->rect;
      double x = rect.x + rect.width / 2, y = rect.y + rect.height / 2;

      if (!mp_rect_contains (scene->band, x, y))
        continue;
      n_seen++;
      g_assert_cmpint (mp_scene_pick (scene, x, y).kind, ==, MP_SCENE_ITEM_MILESTONE);
    }
    g_assert_cmpuint (n_seen, ==, 4 - i);
    g_assert_true (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, 0 }, &found));
    g_assert_true (mp_rect_intersects (found, scene->band));
  }
}

/* --- Bars ------------------------------------------------------------------------------------- */

static void
test_doubt (void)
{
  g_autoptr (MpScene) scene = scene_from ("term t - T\n"
                                          "phase 2021-02-03?/2025-06-07 stated A\n"
                                          "phase 2025-06-07/2028? stated B\n",
                                          "2020", "2030");
  const MpSceneBar *a = bar_of (scene, 0), *b = bar_of (scene, 1);
  double hatched = x_of (scene, "2028-01-01"), end = x_of (scene, "2029-01-01");

  g_assert_cmpfloat (a->start_doubt.x, >, a->rect.x);
  g_assert_cmpfloat (right_of (a->start_doubt), <=, a->label.x);
  g_assert_cmpfloat (a->end_doubt.width, ==, 0);
  /* In the middle of the year that is meant. */
  g_assert_cmpfloat_with_epsilon (b->end_doubt.x + b->end_doubt.width / 2, (hatched + end) / 2, 1);
  g_assert_cmpfloat (b->start_doubt.width, ==, 0);
}

static void
test_ends_early (void)
{
  g_autoptr (MpScene) scene = scene_from ("term t - T\n"
                                          "early 2021-02-03/2026-06-07 stated Over\n"
                                          "early 2026-06-07/2028 stated In force\n"
                                          "early 2029/.. stated To come\n"
                                          "term u - U\n"
                                          "phase 2021/2028 stated Not early\n",
                                          "2020", "2033");
  const MpSceneBar *over = bar_of (scene, 0), *now = bar_of (scene, 1), *later = bar_of (scene, 2);

  g_assert_cmpfloat (over->early.width, ==, 0);
  g_assert_cmpfloat (right_of (now->early), <, now->solid_x1);
  g_assert_cmpfloat (right_of (now->early), >, now->solid_x1 - 10);
  g_assert_cmpfloat_with_epsilon (now->early_x0, x_of (scene, MP_TEST_TODAY), 1e-6);
  g_assert_cmpfloat_with_epsilon (now->early_x1, x_of (scene, "2028-01-01"), 1e-6);
  /* What has not begun yet may end early from its beginning on. */
  g_assert_cmpfloat_with_epsilon (later->early_x0, x_of (scene, "2030-01-01"), 1e-6);
  g_assert_cmpfloat (right_of (later->early), <, right_of (later->rect) - 10);
  g_assert_cmpfloat (bar_of (scene, 3)->early.width, ==, 0);
}

/* However short the bar and however large the text, badges cover neither labels nor each other. */
static void
test_badges_and_labels (void)
{
  guint n_badges = 0;

  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    for (guint i = 0; i < scene->n_bars; i++) {
      const MpSceneBar *bar = bar_of (scene, i);
      const MpRect badges[] = { bar->start_doubt, bar->end_doubt, bar->early };

      for (guint j = 0; j < G_N_ELEMENTS (badges); j++) {
        n_badges += badges[j].width > 0;
        for (guint k = 0; k < scene->n_bars; k++)
          g_assert_false (mp_rect_intersects (badges[j], bar_of (scene, k)->label));
        for (guint k = 0; k < j; k++)
          g_assert_false (mp_rect_intersects (badges[j], badges[k]));
      }
    }
  }
  g_assert_cmpuint (n_badges, >, N_RANDOM);
}

/* --- Thin bars -------------------------------------------------------------------------------- */

static const MpSceneTrack *
track_of (const MpScene *scene, guint index)
{
  g_assert_cmpuint (index, <, scene->n_tracks);
  return &scene->tracks[index];
}

static void
test_other_spans (void)
{
  g_autoptr (MpScene) scene = scene_from ("term t - T\n"
                                          "phase 2021-01-01/2025-01-01 disputed S\n"
                                          "alternative 2021-01-01/2027 reported Because\n"
                                          "alternative 2028-01-01/.. claimed Because\n"
                                          "term u - U\n"
                                          "phase 2021-01-01/2025-01-01 stated S\n",
                                          "2020", "2030");
  const MpSceneBar *bar = bar_of (scene, 0);
  const MpSceneTrack *longer = track_of (scene, 0), *apart = track_of (scene, 1);
  MpSceneItem item;

  g_assert_cmpuint (scene->n_tracks, ==, 2);
  g_assert_cmpfloat_with_epsilon (longer->bar.solid_x1, x_of (scene, "2027-01-01"), 1e-6);
  g_assert_cmpint (longer->bar.end, ==, MP_EDGE_HATCHED);
  g_assert_cmpint (apart->bar.end, ==, MP_EDGE_OPEN);
  /* The badges are under the bar, one below the other, within the row, and tied to the bar at its
   * place. */
  g_assert_cmpfloat (longer->bar.rect.y, >, bar->rect.y + bar->rect.height);
  g_assert_cmpfloat (apart->bar.rect.y, >=, longer->bar.rect.y + longer->bar.rect.height);
  g_assert_cmpfloat (apart->bar.rect.y + apart->bar.rect.height, <, bar_of (scene, 1)->rect.y);
  g_assert_cmpfloat (longer->tie_x, >, bar->rect.x);
  g_assert_cmpfloat (apart->tie_x, <, right_of (bar->rect));
  item = mp_scene_pick (scene, apart->bar.rect.x + 2, apart->bar.rect.y + 2);
  g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_PHASE);
  g_assert_cmpuint (item.index, ==, 0);
}

static void
test_notice (void)
{
  g_autoptr (MpScene) scene = scene_from ("term t - T\n"
                                          "notice P90D P180D calendar none stated to stop renewal\n"
                                          "phase 2021-01-01/2027-12-31 stated S\n"
                                          "term u - U\n"
                                          "notice P6M - calendar none stated to leave\n"
                                          "phase 2021-01-01/2029 stated S\n"
                                          "term v - V\n"
                                          "notice P6M - calendar none stated to leave\n"
                                          "phase 2021-01-01/.. stated S\n",
                                          "2020", "2031");
  const MpSceneTrack *day = track_of (scene, 0), *year = track_of (scene, 1);

  /* One rule has no day that could be drawn, and so needs no room. */
  g_assert_cmpuint (scene->n_tracks, ==, 2);
  g_assert_cmpfloat (scene->layout->rows[3].height, <, scene->layout->rows[2].height);
  g_assert_cmpfloat_with_epsilon (day->bar.rect.x, x_of (scene, "2027-07-04"), 1e-6);
  g_assert_cmpfloat_with_epsilon (day->tie_x, x_of (scene, "2027-10-03"), 1e-6);
  g_assert_cmpfloat_with_epsilon (right_of (day->bar.rect), day->tie_x, 1e-6);
  g_assert_cmpint (day->bar.tense, ==, MP_TENSE_FUTURE);
  /* The phase ends on some day of 2029: the last safe day is the one for the first of these days.
   */
  g_assert_cmpfloat_with_epsilon (year->tie_x, x_of (scene, "2028-07-02"), 1e-6);
  g_assert_cmpfloat_with_epsilon (right_of (year->bar.rect), x_of (scene, "2029-07-01"),
                                  scene->scale.per_day * 1.01);
  g_assert_cmpint (year->bar.tense, ==, MP_TENSE_PRESENT);
}

/* --- The whole -------------------------------------------------------------------------------- */

static void
test_golden (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("topic one blue Sets\n"
                       "milestone one [2019-03,2020-06,2021-05-04] 1 stated - One of three\n"
                       "milestone all {2022-02-01,2023-03-01} 2 reported - Both\n"
                       "milestone years [2024,2026] 2 stated - One year of two\n"
                       "milestone day 2030-05-04? 3 stated - Doubtful day\n"
                       "milestone year 2031% 2 stated - About, perhaps\n"
                       "milestone disputed 2028-02-01 1 disputed - Disputed\n"
                       "alternative 2029 reported The minutes name it\n"
                       "alternative 2027-05 claimed A memoir\n"
                       "term doubt one Doubt\n"
                       "phase 2019-03-01?/2025-01-01 stated Doubtful start\n"
                       "phase 2025-01-01/2030? reported Doubtful end\n"
                       "term early one Early\n"
                       "early 2019-05-05/2026-05-01 stated Over\n"
                       "early 2026-05-01/2032 stated Until a cap\n"
                       "term tracks one Thin bars\n"
                       "notice P90D P180D calendar none reported to stop renewal\n"
                       "phase 2019-05-05/2030 disputed Disputed end\n"
                       "alternative 2019-05-05/2028-02-03 reported The minutes name it\n"
                       "alternative 2019-05-05/.. claimed A memoir\n");

  for (guint narrow = 0; narrow <= 1; narrow++) {
    MpTestView view = { .agreement = agreement, .width = narrow ? 400 : 1200 };
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    g_autofree char *dump = mp_scene_dump (scene);

    mp_test_assert_golden (narrow ? "signs-narrow.scene" : "signs.scene", dump);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend-keys/places/set", test_set);
  g_test_add_func ("/legend-keys/places/set-of-one", test_set_of_one);
  g_test_add_func ("/legend-keys/places/set-without-bound", test_set_without_bound);
  g_test_add_func ("/legend-keys/places/other-sources", test_other_sources);
  g_test_add_func ("/legend-keys/places/dates", test_edges_of_dates);
  g_test_add_func ("/legend-keys/places/pick", test_pick_any_place);
  g_test_add_func ("/legend-keys/bars/doubt", test_doubt);
  g_test_add_func ("/legend-keys/bars/ends-early", test_ends_early);
  g_test_add_func ("/legend-keys/bars/labels", test_badges_and_labels);
  g_test_add_func ("/legend-keys/tracks/other-spans", test_other_spans);
  g_test_add_func ("/legend-keys/tracks/notice", test_notice);
  g_test_add_func ("/legend-keys/golden", test_golden);
  return g_test_run ();
}
