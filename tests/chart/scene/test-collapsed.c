/* test-collapsed.c: topics that are one row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scene.h"

#include "mp-agreement.h"
#include "mp-test-scene.h"

#define N_RANDOM 80

static const char *const some_lines = "topic one blue One\n"
                                      "topic two green Two\n"
                                      "term a one A\n"
                                      "phase 2019/2024 stated Old\n"
                                      "phase 2024/2030 stated New\n"
                                      "term b one B\n"
                                      "phase 2022/2026 stated Middle\n"
                                      "term c two C\n"
                                      "phase 2020/.. stated Open\n";

static MpScene *
collapsed_scene (MpAgreement *agreement, double width)
{
  g_autoptr (MpBits) collapsed = mp_bits_new (2);
  MpTestView view = { .agreement = agreement, .width = width, .collapsed = collapsed };

  mp_bits_set (collapsed, 0, TRUE);
  return mp_test_scene (&view);
}

/* One row stands for the terms, and says how many they are; the other topic is as it was. */
static void
test_one_row (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpScene) scene = collapsed_scene (agreement, 1200);
  MpSceneRow *row = &scene->row_items[0];

  g_assert_cmpuint (scene->n_row_items, ==, 3);
  g_assert_cmpint (row->kind, ==, MP_ROW_TOPIC);
  g_assert_cmpuint (row->n_collapsed, ==, 2);
  g_assert_cmpstr (row->text, ==, "One (2)");
  g_assert_null (mp_scene_find_row (scene, MP_ROW_TERM, 0));
  g_assert_nonnull (mp_scene_find_row (scene, MP_ROW_TERM, 2));
  g_assert_cmpuint (scene->n_bars, ==, 1);
}

/* The counts go up and down with the phases that may hold. */
static void
test_density (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpScene) scene = collapsed_scene (agreement, 1200);
  static const guint counts[] = { 1, 2, 3, 2, 1 };

  /* From the beginning to the end of 2024: both phases of A may hold in that year, and one of B. */
  g_assert_cmpuint (scene->n_densities, ==, G_N_ELEMENTS (counts));
  for (guint i = 0; i < scene->n_densities; i++) {
    MpSceneDensity *density = &scene->densities[i];

    g_assert_cmpuint (density->count, ==, counts[i]);
    g_assert_cmpuint (density->of, ==, 2);
    if (i > 0) {
      MpSceneDensity *before = &scene->densities[i - 1];

      g_assert_cmpfloat (density->rect.x, ==, before->rect.x + before->rect.width);
    }
  }
}

static void
test_pick (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpScene) scene = collapsed_scene (agreement, 1200);
  MpSceneRow *collapsed = &scene->row_items[0];
  MpSceneRow *open = &scene->row_items[1];
  MpSceneItem none = { MP_SCENE_ITEM_NONE, 0 };
  MpSceneItem first = { MP_SCENE_ITEM_HEADING, 0 }, second = { MP_SCENE_ITEM_HEADING, 1 };
  double y = collapsed->rect.y + 5;

  g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, 30, y), first));
  g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, scene->plot.x + 50, y), first));
  g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, scene->plot.x + 300, y), first));
  g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, 30, open->rect.y + 5), second));
  g_assert_true (
    mp_scene_item_equal (mp_scene_pick (scene, scene->plot.x + 50, open->rect.y + 5), none));
  g_assert_true (mp_scene_item_equal (mp_scene_pick (scene, 30, scene->rows.y - 5), none));
}

/* Collapsing makes rows no higher, leaves the milestones where they are, and stays within the
 * picture. */
static void
test_random (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (40);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) open = mp_test_layout (&view);
    g_autoptr (MpBits) collapsed = NULL;
    g_autoptr (MpScene) scene = NULL;
    guint n_topics;

    mp_agreement_topics (agreement, &n_topics);
    collapsed = mp_bits_new (n_topics);
    for (guint i = 0; i < n_topics; i++)
      mp_bits_set (collapsed, i, g_test_rand_bit ());
    view.collapsed = collapsed;
    scene = mp_test_scene (&view);
    g_assert_cmpuint (scene->layout->n_lanes, ==, open->n_lanes);
    g_assert_cmpfloat (scene->layout->rows_height, <=,
                       open->rows_height + n_topics * open->metrics.row_height);
    for (guint i = 0; i < scene->n_row_items; i++) {
      MpSceneRow *row = &scene->row_items[i];

      if (row->kind == MP_ROW_TERM)
        g_assert_false (
          mp_bits_has (collapsed, mp_agreement_terms (agreement, NULL)[row->index].topic));
    }
    for (guint i = 0; i < scene->n_densities; i++) {
      MpRect rect = scene->densities[i].rect;

      g_assert_cmpfloat (rect.x, >=, scene->plot.x);
      g_assert_cmpfloat (rect.x + rect.width, <=, scene->plot.x + scene->plot.width + 1);
    }
  }
}

/* In a comparison a collapsed topic says what became of its terms: the kind of change if it is one,
 * else that something changed. */
static void
test_compared (void)
{
  static const struct {
    const char *terms;
    MpChangeKind change;
    gboolean possibly;
  } cases[] = {
    { "term a one A\nterm b one B\n", MP_CHANGE_ABSENT, FALSE },
    { "term a one A\nphase 2019/.. stated S\n", MP_CHANGE_UNCHANGED, FALSE },
    { "term a one A\nphase 2019/.. stated S\nterm b one B\nphase 2026-05-01/.. stated S\n",
      MP_CHANGE_ADDED, FALSE },
    { "term a one A\nphase 2019/2026-05-01 stated S\nterm b one B\n", MP_CHANGE_ENDED, FALSE },
    { "term a one A\nphase 2019/2026-05-01 stated S\nterm b one B\nphase 2026-05-01/.. stated S\n",
      MP_CHANGE_CHANGED, FALSE },
    { "term a one A\nphase 2019/2026 stated S\nterm b one B\nphase 2019/.. stated S\n",
      MP_CHANGE_ENDED, TRUE },
    { "term a one A\nphase 2019/2026 stated S\nterm b one B\nphase 2019/2026-05-01 stated S\n",
      MP_CHANGE_ENDED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strconcat ("topic one blue One\n", cases[i].terms, NULL);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
    g_autoptr (MpBits) collapsed = mp_bits_new (1);
    g_autoptr (MpScene) scene = NULL;
    const MpSceneRow *row;

    mp_bits_set (collapsed, 0, TRUE);
    scene = mp_test_scene (&(MpTestView) { .agreement = agreement,
                                           .collapsed = collapsed,
                                           .before = "2025-06-01",
                                           .as_of = "2026-06-01" });
    row = &scene->row_items[0];
    g_assert_cmpint (row->comparison.change, ==, cases[i].change);
    g_assert_cmpint (row->comparison.possibly, ==, cases[i].possibly);
    g_assert_cmpint (row->badge.width > 0, ==, cases[i].change != MP_CHANGE_ABSENT);
    g_assert_cmpfloat (row->title.x + row->title.width, <=,
                       row->badge.width > 0 ? row->badge.x : scene->gutter.width);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/one-row", test_one_row);
  g_test_add_func ("/fold/density", test_density);
  g_test_add_func ("/fold/pick", test_pick);
  g_test_add_func ("/fold/random", test_random);
  g_test_add_func ("/fold/compared", test_compared);
  return g_test_run ();
}
