/* test-target.c: small things can be hit with a finger, and the nearest one is hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 120

/* WCAG 2.2, success criterion 2.5.8, in pixels. */
#define TARGET 24.0

static MpScene *
random_scene (guint max_milestones)
{
  g_autoptr (MpAgreement) agreement = mp_test_random_agreement (max_milestones);
  MpTestView view = mp_test_random_view (agreement);

  return mp_test_scene (&view);
}

static const MpSceneBar *
bar_at (const MpScene *scene, guint i)
{
  return &scene->bars[i];
}

static const MpSceneTrack *
track_at (const MpScene *scene, guint i)
{
  return &scene->tracks[i];
}

static const MpSceneMark *
mark_at (const MpScene *scene, guint i)
{
  return &scene->marks[i];
}

static const MpSceneCluster *
cluster_at (const MpScene *scene, guint i)
{
  return &scene->clusters[i];
}

static double
middle_x (MpRect rect)
{
  return rect.x + rect.width / 2;
}

static double
middle_y (MpRect rect)
{
  return rect.y + rect.height / 2;
}

/* Whether a bar in view is at a point, or within reach of a finger there. */
static gboolean
bar_is_near (const MpScene *scene, const MpSceneBar *bar, double x, double y)
{
  return mp_rect_intersects (bar->visible, scene->rows) &&
         mp_rect_contains (mp_rect_at_least (bar->visible, TARGET), x, y);
}

/* A phase of one day and one of two years; at this zoom a day is less than a pixel. */
static void
test_short_bar (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - Term\nphase 2020-01-01/2020-01-01 stated S\n"
                       "phase 2027/2028 stated T\n"
                       "milestone m 2010 1 stated - M\nmilestone n 2040 1 stated - N\n");
  g_autoptr (MpScene) scene = mp_test_scene (&(MpTestView) { .agreement = agreement });
  MpRect rect = bar_at (scene, 0)->visible;
  double reach = TARGET / 2 - 0.5;

  g_assert_cmpfloat (rect.width, <, 2);
  for (int dx = -1; dx <= 1; dx++) {
    for (int dy = -1; dy <= 1; dy++) {
      MpSceneItem item =
        mp_scene_pick (scene, middle_x (rect) + dx * reach, middle_y (rect) + dy * reach);

      g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_PHASE);
      g_assert_cmpuint (item.index, ==, bar_at (scene, 0)->phase);
    }
  }
  g_assert_cmpint (mp_scene_pick (scene, middle_x (rect) + TARGET, middle_y (rect)).kind, ==,
                   MP_SCENE_ITEM_NONE);
}

/* The distance of a point from a rectangle; 0 within it. */
static double
distance_to (MpRect rect, double x, double y)
{
  double dx = MAX (0, MAX (rect.x - x, x - (rect.x + rect.width)));
  double dy = MAX (0, MAX (rect.y - y, y - (rect.y + rect.height)));

  return hypot (dx, dy);
}

/* The least distance from a point to any bar of a phase that is in view; to the bars of all phases
 * for MP_NONE. */
static double
distance_of_phase (const MpScene *scene, guint32 phase, const MpSceneRow *row, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < scene->n_bars + scene->n_tracks; i++) {
    const MpSceneBar *bar =
      i < scene->n_bars ? bar_at (scene, i) : &track_at (scene, i - scene->n_bars)->bar;

    if ((phase == MP_NONE || bar->phase == phase) && middle_y (bar->rect) >= row->rect.y &&
        middle_y (bar->rect) < row->rect.y + row->rect.height && bar_is_near (scene, bar, x, y))
      least = MIN (least, distance_to (bar->visible, x, y));
  }
  return least;
}

/* Whether a point is on the words behind a bar, which pick that bar. */
static gboolean
is_on_words (const MpScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->n_bars; i++)
    if (mp_rect_contains (bar_at (scene, i)->end_label, x, y))
      return TRUE;
  return FALSE;
}

/* Of all bars of a row within reach of a finger, the nearest one is picked, and never one of
 * another row. */
static void
test_nearest_bar_wins (void)
{
  guint n_near = 0;

  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (10);

    for (guint i = 0; i < scene->n_row_items; i++) {
      const MpSceneRow *row = &scene->row_items[i];

      for (guint j = 0; j < 60; j++) {
        double x = g_test_rand_double_range (scene->plot.x, scene->width);
        double y = g_test_rand_double_range (row->rect.y, row->rect.y + row->rect.height);
        MpSceneItem item = mp_scene_pick (scene, x, y);
        double least = distance_of_phase (scene, MP_NONE, row, x, y);

        if (!mp_rect_contains (scene->plot, x, y) || mp_rect_contains (scene->band, x, y) ||
            is_on_words (scene, x, y))
          continue;
        g_assert_true ((item.kind == MP_SCENE_ITEM_PHASE) == (least < G_MAXDOUBLE));
        if (item.kind != MP_SCENE_ITEM_PHASE)
          continue;
        g_assert_cmpfloat (distance_of_phase (scene, item.index, row, x, y), ==, least);
        n_near += least > 0;
      }
    }
  }
  g_assert_cmpuint (n_near, >, 100);
}

/* Of a row that is almost scrolled away only the foot is in view, and no bar, so there is none to
 * pick. */
static void
test_scrolled_away (void)
{
  g_autoptr (GString) lines = g_string_new ("milestone m 2026-04-27 1 stated - M\n");
  g_autoptr (MpAgreement) agreement = NULL;
  MpTestView view = { .height = 400 };

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020/2030 stated S\n", i, i);
  view.agreement = agreement = mp_test_agreement (lines->str);
  for (view.scroll = 0; view.scroll < 80; view.scroll++) {
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    for (double y = scene->rows.y; y < scene->rows.y + 40; y++) {
      MpSceneItem item = mp_scene_pick (scene, 700, y);

      for (guint i = 0; i < scene->n_bars && item.kind == MP_SCENE_ITEM_PHASE; i++)
        if (bar_at (scene, i)->phase == item.index)
          g_assert_true (mp_rect_intersects (bar_at (scene, i)->visible, scene->rows));
    }
  }
}

/* The least distance from a point to the milestone's label or mark, or to its cluster, within reach
 * of a finger. */
static double
distance_of_mark (const MpScene *scene, MpSceneItem item, double x, double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < scene->n_clusters; i++)
    if ((item.kind == MP_SCENE_ITEM_NONE ||
         (item.kind == MP_SCENE_ITEM_CLUSTER && item.index == i)) &&
        mp_rect_contains (cluster_at (scene, i)->target, x, y))
      least = MIN (least, distance_to (cluster_at (scene, i)->rect, x, y));
  for (guint i = 0; i < scene->n_marks; i++) {
    const MpSceneMark *mark = mark_at (scene, i);

    for (guint32 j = mark->points.first; j < mark->points.first + mark->points.count; j++) {
      MpScenePoint *point = &scene->points[j];

      if ((item.kind == MP_SCENE_ITEM_NONE ||
           (item.kind == MP_SCENE_ITEM_MILESTONE && item.index == mark->milestone)) &&
          mp_rect_contains (point->target, x, y))
        least = MIN (least, distance_to (point->rect, x, y));
    }
  }
  return least;
}

static gboolean
label_is_at (const MpScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->n_marks; i++)
    if (mp_rect_contains (mark_at (scene, i)->label, x, y))
      return TRUE;
  return FALSE;
}

static void
test_nearest_mark_wins (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (60);

    for (guint i = 0; i < 300 && scene->band.height > 0; i++) {
      double x = g_test_rand_double_range (scene->plot.x, scene->width);
      double y = g_test_rand_double_range (scene->band.y, scene->band.y + scene->band.height);
      MpSceneItem item = mp_scene_pick (scene, x, y);
      double least = distance_of_mark (scene, (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 }, x, y);

      if (!mp_rect_contains (scene->band, x, y) || label_is_at (scene, x, y))
        continue;
      g_assert_true ((item.kind != MP_SCENE_ITEM_NONE) == (least < G_MAXDOUBLE));
      if (item.kind != MP_SCENE_ITEM_NONE)
        g_assert_cmpfloat (distance_of_mark (scene, item, x, y), ==, least);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/target/short-bar", test_short_bar);
  g_test_add_func ("/target/nearest-bar", test_nearest_bar_wins);
  g_test_add_func ("/target/scrolled-away", test_scrolled_away);
  g_test_add_func ("/target/nearest-mark", test_nearest_mark_wins);
  return g_test_run ();
}
