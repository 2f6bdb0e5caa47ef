/* test-pick.c: a point picks what is seen there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-agreement.h"
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

static MpSceneBar *
bar_at (const MpScene *scene, guint i)
{
  return &scene->bars[i];
}

static MpSceneTrack *
track_at (const MpScene *scene, guint i)
{
  return &scene->tracks[i];
}

static MpSceneMark *
mark_at (const MpScene *scene, guint i)
{
  return &scene->marks[i];
}

static MpSceneCluster *
cluster_at (const MpScene *scene, guint i)
{
  return &scene->clusters[i];
}

/* The part of a rectangle within another; of no size where there is none. */
static MpRect
intersection (MpRect a, MpRect b)
{
  double x0 = MAX (a.x, b.x), y0 = MAX (a.y, b.y);
  double x1 = MIN (a.x + a.width, b.x + b.width), y1 = MIN (a.y + a.height, b.y + b.height);

  return (MpRect) { x0, y0, MAX (0, x1 - x0), MAX (0, y1 - y0) };
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

/* What can be seen of a rectangle in the rows, and in the band of milestones. */
static MpRect
seen_in_rows (const MpScene *scene, MpRect rect)
{
  return intersection (intersection (rect, scene->rows), scene->plot);
}

static MpRect
seen_in_band (const MpScene *scene, MpRect rect)
{
  return intersection (rect, scene->band);
}

static MpSceneItem
pick_middle (const MpScene *scene, MpRect rect)
{
  return mp_scene_pick (scene, middle_x (rect), middle_y (rect));
}

static gboolean
covers_middle (MpRect cover, MpRect rect)
{
  return mp_rect_contains (cover, middle_x (rect), middle_y (rect));
}

/* --- Everything painted is picked ------------------------------------------------------------- */

static void
test_bars (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (10);

    for (guint i = 0; i < scene->n_bars; i++) {
      MpRect seen = seen_in_rows (scene, bar_at (scene, i)->visible);
      MpSceneItem item = pick_middle (scene, seen);
      gboolean covered = FALSE;

      if (seen.width <= 0 || seen.height <= 0)
        continue;
      for (guint j = i + 1; j < scene->n_bars; j++)
        covered = covered || covers_middle (bar_at (scene, j)->visible, seen);
      g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_PHASE);
      if (!covered)
        g_assert_cmpuint (item.index, ==, bar_at (scene, i)->phase);
    }
  }
}

/* Labels are painted last, the most important on top. */
static void
test_labels (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (100);

    for (guint i = 0; i < scene->n_marks; i++) {
      MpRect seen = seen_in_band (scene, mark_at (scene, i)->label);
      MpSceneItem item = pick_middle (scene, seen);

      if (seen.width <= 0 || seen.height <= 0)
        continue;
      g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_MILESTONE);
      g_assert_cmpuint (item.index, ==, mark_at (scene, i)->milestone);
    }
  }
}

/* Whether a label, a cluster or a later mark is painted over the middle of what is seen of a mark.
 */
static gboolean
mark_is_covered (const MpScene *scene, guint i, MpRect seen)
{
  for (guint j = 0; j < scene->n_marks; j++) {
    if (mark_at (scene, j)->label.width > 0 && covers_middle (mark_at (scene, j)->label, seen))
      return TRUE;
    for (guint32 k = 0; j > i && k < mark_at (scene, j)->points.count; k++)
      if (covers_middle (scene->points[mark_at (scene, j)->points.first + k].rect, seen))
        return TRUE;
  }
  for (guint j = 0; j < scene->n_clusters; j++)
    if (covers_middle (cluster_at (scene, j)->rect, seen))
      return TRUE;
  return FALSE;
}

static void
test_marks (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (60);

    for (guint i = 0; i < scene->n_marks; i++) {
      MpRect seen = seen_in_band (scene, mark_at (scene, i)->mark);
      MpSceneItem item = pick_middle (scene, seen);

      if (seen.width <= 0 || seen.height <= 0 || mark_is_covered (scene, i, seen))
        continue;
      g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_MILESTONE);
      g_assert_cmpuint (item.index, ==, mark_at (scene, i)->milestone);
    }
  }
}

static void
test_clusters (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (200);

    for (guint i = 0; i < scene->n_clusters; i++) {
      MpRect seen = seen_in_band (scene, cluster_at (scene, i)->rect);
      MpSceneItem item = pick_middle (scene, seen);
      gboolean covered = FALSE;

      if (seen.width <= 0 || seen.height <= 0)
        continue;
      for (guint j = 0; j < scene->n_clusters; j++)
        covered = covered || (j > i && covers_middle (cluster_at (scene, j)->rect, seen));
      if (covered)
        continue;
      g_assert_cmpint (item.kind, ==, MP_SCENE_ITEM_CLUSTER);
      g_assert_cmpuint (item.index, ==, i);
    }
  }
}

/* --- And nothing else ------------------------------------------------------------------------- */

static gboolean
heading_is_at (const MpScene *scene, double x, double y)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TOPIC && mp_rect_contains (row->title, x, y))
      return mp_rect_contains (scene->rows, x, y);
  }
  return FALSE;
}

static void
test_nothing_outside_the_plot (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (60);

    for (guint i = 0; i < 300; i++) {
      double x = g_test_rand_double_range (-100, scene->width + 100);
      double y = g_test_rand_double_range (-100, scene->height + 100);

      if (!mp_rect_contains (scene->plot, x, y) && !heading_is_at (scene, x, y))
        g_assert_cmpint (mp_scene_pick (scene, x, y).kind, ==, MP_SCENE_ITEM_NONE);
    }
    g_assert_cmpint (mp_scene_pick (scene, NAN, NAN).kind, ==, MP_SCENE_ITEM_NONE);
  }
}

static gboolean
has_point_at (const MpScene *scene, const MpSceneMark *mark, double x, double y)
{
  for (guint32 i = mark->points.first; i < mark->points.first + mark->points.count; i++)
    if (mp_rect_contains (scene->points[i].target, x, y))
      return TRUE;
  return FALSE;
}

/* Whether a bar in view, or the words behind it, are at a point, or within reach of a finger there.
 */
static gboolean
bar_is_at (const MpScene *scene, const MpSceneBar *bar, double x, double y)
{
  return mp_rect_intersects (bar->visible, scene->rows) &&
         (mp_rect_contains (mp_rect_at_least (bar->visible, TARGET), x, y) ||
          mp_rect_contains (bar->end_label, x, y));
}

/* Whether anything that belongs to an item is at a point. */
static gboolean
item_is_at (const MpScene *scene, MpSceneItem item, double x, double y)
{
  if (item.kind == MP_SCENE_ITEM_CLUSTER)
    return mp_rect_contains (cluster_at (scene, item.index)->target, x, y);
  if (item.kind == MP_SCENE_ITEM_HEADING)
    return heading_is_at (scene, x, y);
  for (guint i = 0; i < scene->n_bars && item.kind == MP_SCENE_ITEM_PHASE; i++)
    if (bar_at (scene, i)->phase == item.index && bar_is_at (scene, bar_at (scene, i), x, y))
      return TRUE;
  for (guint i = 0; i < scene->n_tracks && item.kind == MP_SCENE_ITEM_PHASE; i++)
    if (track_at (scene, i)->bar.phase == item.index &&
        bar_is_at (scene, &track_at (scene, i)->bar, x, y))
      return TRUE;
  for (guint i = 0; i < scene->n_marks && item.kind == MP_SCENE_ITEM_MILESTONE; i++)
    if (mark_at (scene, i)->milestone == item.index &&
        (mp_rect_contains (mark_at (scene, i)->label, x, y) ||
         has_point_at (scene, mark_at (scene, i), x, y)))
      return TRUE;
  return item.kind == MP_SCENE_ITEM_NONE;
}

static void
test_what_is_picked_is_there (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (60);

    for (guint i = 0; i < 500; i++) {
      double x = g_test_rand_double_range (0, scene->width);
      double y = g_test_rand_double_range (0, scene->height);

      g_assert_true (item_is_at (scene, mp_scene_pick (scene, x, y), x, y));
    }
  }
}

/* --- Finding ---------------------------------------------------------------------------------- */

/* What can be found can be clicked: its middle, as far as it is in view, is in the plot and picks
 * it, or what covers it. */
static void
check_found (const MpScene *scene, MpSceneItem item)
{
  MpRect rect, seen;
  MpSceneItem picked;

  if (!mp_scene_find (scene, item, &rect))
    return;
  seen = item.kind == MP_SCENE_ITEM_PHASE ? seen_in_rows (scene, rect) : seen_in_band (scene, rect);
  g_assert_cmpfloat (seen.width, >, 0);
  g_assert_cmpfloat (seen.height, >, 0);
  picked = pick_middle (scene, seen);
  g_assert_cmpint (picked.kind, !=, MP_SCENE_ITEM_NONE);
  g_assert_true ((picked.kind == MP_SCENE_ITEM_PHASE) == (item.kind == MP_SCENE_ITEM_PHASE));
}

/* What is seen can be found. */
static void
check_all_are_found (const MpScene *scene)
{
  MpRect rect;

  for (guint i = 0; i < scene->n_marks; i++)
    if (mp_rect_intersects (mark_at (scene, i)->mark, scene->band) ||
        mp_rect_intersects (mark_at (scene, i)->label, scene->band))
      g_assert_true (mp_scene_find (
        scene, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mark_at (scene, i)->milestone }, &rect));
  for (guint i = 0; i < scene->n_bars; i++)
    if (mp_rect_intersects (bar_at (scene, i)->visible, scene->rows))
      g_assert_true (mp_scene_find (
        scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar_at (scene, i)->phase }, &rect));
}

static void
test_find (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (60);
    MpAgreement *agreement = scene->layout->agreement;

    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
      check_found (scene, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, i });
    for (guint32 i = 0; i < mp_agreement_phases (agreement)->length; i++)
      check_found (scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, i });
    for (guint32 i = 0; i < scene->n_clusters; i++)
      check_found (scene, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i });
    check_all_are_found (scene);
  }
}

/* A row that is partly scrolled away is picked neither through the band nor through the axis above
 * it. */
static void
check_scrolled_rows (const char *milestone)
{
  g_autoptr (GString) lines = g_string_new (milestone);
  g_autoptr (MpAgreement) agreement = NULL;
  MpTestView view = { .height = 400 };

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020/2030 stated S\n", i, i);
  view.agreement = agreement = mp_test_agreement (lines->str);
  for (view.scroll = 0; view.scroll < 100; view.scroll++) {
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    for (double y = 0; y < 400; y++) {
      MpSceneItem item = mp_scene_pick (scene, 700, y);

      g_assert_true (item.kind != MP_SCENE_ITEM_PHASE || y >= scene->rows.y);
    }
    for (guint32 i = 0; i < 50; i++)
      check_found (scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, i });
  }
}

static void
test_scrolled_rows (void)
{
  check_scrolled_rows ("milestone m 2026-04-27 1 stated - M\n");
  check_scrolled_rows ("");
}

/* A mark at the very edge of the view, with its label beyond it, is found where it is seen. */
static void
test_find_at_the_edge (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("milestone first 2019 1 stated - A title of some length\n"
                       "milestone last 2031-06-01 1 stated - A title of some length\n");
  double day = mp_day_from_instant (mp_test_instant ("2031-06-01"));

  /* A day is a pixel wide. */
  for (double offset = -60; offset < 60; offset++) {
    MpTestView left = { .agreement = agreement, .begin = day + offset, .end = day + offset + 1004 };
    MpTestView right = { .agreement = agreement,
                         .begin = day + offset - 1004,
                         .end = day + offset };
    g_autoptr (MpScene) at_left = mp_test_scene (&left), at_right = mp_test_scene (&right);

    check_found (at_left, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, 1 });
    check_found (at_right, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, 1 });
    check_all_are_found (at_left);
    check_all_are_found (at_right);
  }
}

static void
test_find_what_is_not_there (void)
{
  g_autoptr (MpScene) scene = random_scene (10);
  MpRect rect;

  g_assert_false (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 }, &rect));
  g_assert_false (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, 10000 }, &rect));
  g_assert_false (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, 10000 }, &rect));
  g_assert_false (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, 10000 }, &rect));
}

/* A milestone in a cluster is found at the cluster. */
static void
test_find_in_cluster (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpScene) scene = random_scene (200);

    for (guint i = 0; i < scene->n_clusters; i++) {
      MpSceneCluster *cluster = cluster_at (scene, i);
      guint32 milestone;

      for (guint at = 0; mp_scene_next_member (scene, cluster, &at, &milestone);) {
        MpRect rect;

        g_assert_true (mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, milestone },
                                      &rect) == mp_rect_intersects (cluster->target, scene->band));
        g_assert_cmpfloat (rect.x, ==, cluster->target.x);
        g_assert_cmpfloat (rect.y, ==, cluster->target.y);
      }
    }
  }
}

static void
test_scroll_to (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) before = NULL;

    view.height = g_test_rand_int_range (400, 600);
    before = mp_test_scene (&view);
    for (guint32 i = 0; i < mp_agreement_phases (agreement)->length; i++) {
      MpItem phase = { MP_ITEM_PHASE, i };
      g_autoptr (MpScene) after = NULL;
      const MpSceneRow *row;

      view.scroll = mp_scene_scroll_to (before, phase);
      after = mp_test_scene (&view);
      if (after->rows.height < 2 * after->layout->metrics.row_height)
        continue;
      row = mp_scene_find_row (after, MP_ROW_TERM, mp_agreement_phases (agreement)->term[i]);
      g_assert_nonnull (row);
      g_assert_cmpfloat (row->rect.y, >=, after->rows.y - 1);
      g_assert_cmpfloat (row->rect.y + row->rect.height, <=, after->height + 1);
      /* What is in view already is not moved. */
      g_assert_cmpfloat_with_epsilon (mp_scene_scroll_to (after, phase), after->scroll, 1);
    }
    g_assert_cmpfloat (mp_scene_scroll_to (before, (MpItem) { MP_ITEM_NONE, 0 }), ==,
                       before->scroll);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pick/bars", test_bars);
  g_test_add_func ("/pick/labels", test_labels);
  g_test_add_func ("/pick/marks", test_marks);
  g_test_add_func ("/pick/clusters", test_clusters);
  g_test_add_func ("/pick/nothing-outside-the-plot", test_nothing_outside_the_plot);
  g_test_add_func ("/pick/what-is-picked-is-there", test_what_is_picked_is_there);
  g_test_add_func ("/find/in-view", test_find);
  g_test_add_func ("/find/scrolled-rows", test_scrolled_rows);
  g_test_add_func ("/find/at-the-edge", test_find_at_the_edge);
  g_test_add_func ("/find/not-there", test_find_what_is_not_there);
  g_test_add_func ("/find/in-cluster", test_find_in_cluster);
  g_test_add_func ("/find/scroll-to", test_scroll_to);
  return g_test_run ();
}
