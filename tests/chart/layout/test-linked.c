/* test-linked.c: the labels of what is linked with the selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-linked.h"
#include "mp-scene.h"

#include "mp-test-scene.h"

#define N_RANDOM 60
#define MOST 12

static double
left_of (const MpLayout *layout, guint32 milestone, const MpPlace *place)
{
  return mp_layout_label_left (place->side, layout->stems->days[milestone] * layout->per_day,
                               place->width, layout->metrics.unit);
}

/* The place of a label that is shown, or NULL. */
static const MpPlace *
shown_place (const MpLayout *layout, const MpLinked *linked, guint32 milestone)
{
  const MpPlace *place = mp_linked_find_place (linked, milestone);

  if (place != NULL)
    return place;
  place = mp_layout_place_of (layout, milestone);
  return place->side != MP_SIDE_NONE && !mp_linked_hides (linked, milestone) ? place : NULL;
}

static void
assert_apart (const MpLayout *layout, const MpLinked *linked, guint32 a, guint32 b)
{
  const MpPlace *left = shown_place (layout, linked, a), *right = shown_place (layout, linked, b);

  if (left == NULL || right == NULL || left->lane != right->lane)
    return;
  g_assert_true (left_of (layout, a, left) + left->width <= left_of (layout, b, right) ||
                 left_of (layout, b, right) + right->width <= left_of (layout, a, left));
}

/* Wherever the labels go, none touches another, and none of the highest importance or of what is
 * linked makes room. */
static void
test_apart (void)
{
  guint n_labels = 0, n_hidden = 0;

  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (150);
    const MpMilestones *all = mp_agreement_milestones (agreement);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) layout = mp_test_layout (&view);
    g_autoptr (MpLinked) linked = NULL;
    guint32 chosen[MOST];

    if (all->length == 0)
      continue;
    for (guint i = 0; i < MOST; i++)
      chosen[i] = (guint32) g_test_rand_int_range (0, (gint32) all->length);
    linked = mp_linked_new (layout, chosen, MOST, mp_test_measure (view.unit), NULL);
    mp_layout_part_free (mp_test_part (layout));
    for (guint32 i = 0; i < all->length; i++)
      for (guint32 j = 0; j < i && (i < 40 || mp_linked_find_place (linked, i) != NULL); j++)
        assert_apart (layout, linked, i, j);
    for (guint i = 0; i < linked->n_hidden; i++) {
      g_assert_cmpuint (all->importance[linked->hidden[i]], >, 1);
      for (guint j = 0; j < MOST; j++)
        g_assert_cmpuint (linked->hidden[i], !=, chosen[j]);
    }
    for (guint i = 0; i < linked->n_labels; i++)
      g_assert_cmpuint (linked->places[i].lane, <, layout->n_lanes);
    n_labels += linked->n_labels;
    n_hidden += linked->n_hidden;
  }
  /* Both happen. */
  g_assert_cmpuint (n_labels, >, N_RANDOM);
  g_assert_cmpuint (n_hidden, >, 0);
}

/* At the next zoom a label keeps its lane and its side. */
static void
test_keeps_its_place (void)
{
  static const char *const ids[] = { "reset-2026", "amazon-dispute", "annual-report",
                                     "google-cloud-check" };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpTestView view = { .agreement = agreement };
  guint32 chosen[G_N_ELEMENTS (ids)];
  MpLinked *linked = NULL;
  double begin, end;
  guint n_kept = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    chosen[i] = mp_test_milestone (agreement, ids[i]);
  mp_test_fit (&view, &begin, &end);
  for (double zoom = 4; zoom < 40; zoom *= 1.1) {
    MpLinked *next;
    g_autoptr (MpLayout) layout = NULL;

    view.begin = begin;
    view.end = begin + (end - begin) / zoom;
    layout = mp_test_layout (&view);
    next = mp_linked_new (layout, chosen, G_N_ELEMENTS (ids), mp_test_measure (1), linked);
    for (guint i = 0; linked != NULL && i < linked->n_labels; i++) {
      const MpPlace *place = mp_linked_find_place (next, linked->milestones[i]);

      if (place == NULL)
        continue;
      g_assert_cmpint (place->side, ==, linked->places[i].side);
      g_assert_cmpuint (place->lane, ==, linked->places[i].lane);
      n_kept++;
    }
    g_clear_pointer (&linked, mp_linked_unref);
    linked = next;
  }
  g_assert_cmpuint (n_kept, >, 20);
  mp_linked_unref (linked);
}

/* Two milestones of a cluster of five get labels; the cluster counts the others. */
static void
test_cluster (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (
    "milestone a 2020-01-01 1 stated - A\n"
    "milestone b 2025-01-01 1 stated - An important one of that day\n"
    "milestone c 2025-01-01 3 stated - Third\nmilestone d 2025-01-02 3 stated - D\n"
    "milestone e 2025-01-03 3 stated - E\nmilestone f 2025-01-04 3 stated - F\n"
    "milestone g 2030-01-01 1 stated - G\n"
    "milestone h 2025-01-01 2 stated - Another one\n"
    "milestone i 2025-01-02 2 stated - And another\n"
    "milestone j 2025-01-03 2 stated - And one more\n"
    "milestone k 2025-01-03 2 stated - The last of them\n");
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpScene) plain = mp_test_scene (&view);
  g_autoptr (MpLinked) linked = NULL;
  g_autoptr (MpScene) scene = NULL;
  guint32 chosen[] = { mp_test_milestone (agreement, "a"), mp_test_milestone (agreement, "e"),
                       mp_test_milestone (agreement, "f") };
  guint32 members[8];
  guint n_labels = 0;

  g_assert_cmpuint (plain->n_clusters, ==, 1);
  linked = mp_linked_new (plain->layout, chosen, G_N_ELEMENTS (chosen), mp_test_measure (1), NULL);
  g_assert_cmpuint (linked->n_labels, ==, 2);
  scene = mp_scene_new (&(MpSceneRequest) { .layout = plain->layout,
                                            .begin = plain->scale.begin,
                                            .today = plain->today,
                                            .linked = linked,
                                            .width = plain->width,
                                            .measure = mp_test_measure (1) });
  for (guint i = 0; i < scene->n_marks; i++)
    n_labels += scene->marks[i].label.width > 0 &&
                (scene->marks[i].milestone == chosen[1] || scene->marks[i].milestone == chosen[2]);
  g_assert_cmpuint (n_labels, ==, 2);
  g_assert_cmpuint (scene->n_clusters, ==, 1);
  g_assert_cmpuint (scene->clusters[0].of.count, ==, plain->clusters[0].of.count - 2);
  g_assert_cmpuint (mp_scene_get_members (scene, &scene->clusters[0], members, 8), ==,
                    scene->clusters[0].of.count);
  for (guint i = 0; i < scene->clusters[0].of.count; i++)
    g_assert_true (members[i] != chosen[1] && members[i] != chosen[2]);
  g_assert_cmpint (mp_scene_stand_in (scene, (MpItem) { MP_ITEM_MILESTONE, chosen[1] }).kind, ==,
                   MP_SCENE_ITEM_MILESTONE);
}

/* What a filter hides, or nothing at all, gets no label. */
static void
test_nothing (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  g_autoptr (MpLinked) none = mp_linked_new (layout, NULL, 0, mp_test_measure (1), NULL);

  g_assert_cmpuint (none->n_labels, ==, 0);
  g_assert_cmpuint (none->n_hidden, ==, 0);
  g_assert_null (mp_linked_find_place (none, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/linked/apart", test_apart);
  g_test_add_func ("/linked/keeps-its-place", test_keeps_its_place);
  g_test_add_func ("/linked/cluster", test_cluster);
  g_test_add_func ("/linked/nothing", test_nothing);
  return g_test_run ();
}
