/* test-timeline-item.c: everything drawn can be reached, named and chosen without seeing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-item-words.h"
#include "mp-timeline-fixture.h"
#include "mp-words.h"

#include <adwaita.h>
#include <string.h>

/* In a view, whatever is in it. */
#define MAX_CHILDREN 60

typedef MpTimelineFixture Fixture;

/* Returns the child widget of an item, which must exist. */
static MpTimelineItem *
child_of (Fixture *f, MpSceneItem item)
{
  MpTimelineItem *child = mp_timeline_get_item (f->timeline, item);

  g_assert_nonnull (child);
  return child;
}

static guint
count_items (Fixture *f)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += MP_IS_TIMELINE_ITEM (child) && gtk_widget_get_visible (child);
  return count;
}

/* Whatever the child is. */
static guint
count_children (Fixture *f)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += gtk_widget_get_visible (child);
  return count;
}

/* --- Words ------------------------------------------------------------------------------------ */

/* Returns where the item is drawn, as far as it is in view. */
static MpRect
visible_part (Fixture *f, MpSceneItem item)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  MpRect within = item.kind == MP_SCENE_ITEM_PHASE ? scene->rows : scene->band;
  MpRect rect;
  double bottom;

  g_assert_true (mp_scene_find (scene, item, &rect));
  bottom = MIN (rect.y + rect.height, within.y + within.height);
  rect = mp_rect_clip_x (rect, within.x, within.x + within.width);
  rect.y = MAX (rect.y, within.y);
  rect.height = bottom - rect.y;
  return rect;
}

/* Whether the item has a child widget that can be reached, has this name, and is where the item is
 * drawn. */
static void
assert_child (Fixture *f, MpSceneItem item, const char *name, const char *description)
{
  MpTimelineItem *child = child_of (f, item);
  GdkRectangle place = mp_timeline_place_of (f, child);
  MpRect rect = visible_part (f, item);

  g_assert_true (mp_scene_item_equal (mp_timeline_item_get_item (child), item));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (child)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (child)));
  g_assert_cmpfloat_with_epsilon (place.x, rect.x, 1);
  g_assert_cmpfloat_with_epsilon (place.y, rect.y, 1);
  g_assert_cmpfloat_with_epsilon (place.x + place.width, rect.x + rect.width, 1);
  g_assert_cmpfloat_with_epsilon (place.y + place.height, rect.y + rect.height, 1);
}

/* Counted independently: the visible items of its topic, up to this one in order of time. */
static MpPositionInSet
rank_of (Fixture *f, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  const MpLayout *layout = mp_timeline_get_scene (f->timeline)->layout;
  MpPositionInSet rank = { 0, 0 };

  for (guint i = 0; i < layout->n_order; i++) {
    rank.of += milestones->topic[layout->order[i]] == milestones->topic[milestone];
    if (layout->order[i] == milestone)
      rank.place = rank.of;
  }
  return rank;
}

static void
assert_milestones (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  for (guint i = 0; i < scene->n_marks; i++) {
    guint32 milestone = scene->marks[i].milestone;
    MpItem item = { MP_ITEM_MILESTONE, milestone };
    g_autofree char *name = mp_words_milestone (f->agreement, milestone);
    g_autofree char *description = mp_item_description (f->agreement, item, rank_of (f, milestone));

    assert_child (f, mp_scene_item_new (item), name, description);
  }
}

static void
assert_clusters (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  for (guint i = 0; i < scene->n_clusters; i++) {
    MpSceneCluster *cluster = &scene->clusters[i];
    g_autofree char *name = g_strdup_printf ("%u more milestones", cluster->of.count);
    g_autofree guint32 *members = mp_scene_list_members (scene, cluster);
    g_autofree char *description =
      mp_cluster_description (f->agreement, members, cluster->of.count);

    assert_child (f, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i }, name, description);
  }
}

static guint
assert_phases (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  guint seen = 0;

  for (guint i = 0; i < scene->n_bars; i++) {
    MpSceneBar *bar = &scene->bars[i];
    MpItem item = { MP_ITEM_PHASE, bar->phase };
    guint32 term = mp_agreement_phases (f->agreement)->term[bar->phase];
    MpRun run = mp_agreement_terms (f->agreement, NULL)[term].phases;
    MpPositionInSet rank = { bar->phase - run.first + 1, run.count };
    g_autofree char *name = mp_words_phase (f->agreement, bar->phase);
    g_autofree char *description = mp_item_description (f->agreement, item, rank);

    /* Of the last row less than its bar may be in view. */
    if (bar->rect.y >= scene->height)
      continue;
    assert_child (f, mp_scene_item_new (item), name, description);
    seen++;
  }
  return seen;
}

static void
assert_all (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  guint phases;

  assert_milestones (f);
  assert_clusters (f);
  phases = assert_phases (f);
  /* And no child is left of what was there before. */
  g_assert_cmpuint (count_items (f), ==, scene->n_marks + scene->n_clusters + phases);
}

static void
test_everything_has_words (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpuint (f->scene->n_marks, >, 5);
  g_assert_cmpuint (f->scene->n_clusters, >, 0);
  g_assert_cmpuint (f->scene->n_bars, >, 10);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->timeline), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Agreement timeline");
  assert_all (f);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (
      child_of (f, mp_scene_item_new (mp_item_milestone (f->agreement, "reset-2026")))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "The 2026 reset, 27 April 2026");
}

/* Position and size of the set count the visible items, and change with them. */
static void
test_rank (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem bar = mp_item_phase (f->agreement, "selling-api", 1);
  g_autoptr (MpFilter) filter = mp_filter_new ();

  (void) data;
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (reset))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Stated by the parties. Milestone 5 of 15, Cloud");
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (bar))),
                                       GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (bar))),
                                       GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  filter->importances = 1 << 1;
  mp_session_set_filter (f->session, filter);
  mp_timeline_rest (f);
  assert_all (f);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (reset))),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Stated by the parties. Milestone 2 of 3, Cloud");
  mp_session_set_filter (f->session, NULL);
  mp_timeline_rest (f);
  assert_all (f);
}

/* Of any number of items, only those in view have a child, and these are not many. */
static void
test_bounded (void)
{
  static const guint sizes[] = { 1000, 100000 };
  guint counts[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    Fixture f = { NULL };

    mp_timeline_set_up_sized (&f, 1000, sizes[i]);
    counts[i] = 0;
    assert_all (&f);
    for (guint zoom = 0; zoom < 3; zoom++) {
      counts[i] = MAX (counts[i], count_children (&f));
      mp_timeline_zoom (f.timeline, 600, 4);
      mp_timeline_pan (f.timeline, -40, -300);
      mp_timeline_rest (&f);
    }
    mp_timeline_tear_down (&f, NULL);
  }
  g_assert_cmpuint (counts[0], <=, MAX_CHILDREN);
  g_assert_cmpuint (counts[1], <=, MAX_CHILDREN);
}

/* Wherever the view goes, what comes into view gets a child, and what leaves it loses its child. */
static void
test_view (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  mp_timeline_zoom (f->timeline, 300, 6);
  mp_timeline_rest (f);
  assert_all (f);
  g_assert_null (mp_timeline_get_item (f->timeline, mp_scene_item_new (reset)));
  mp_timeline_pan (f->timeline, -900, -60);
  mp_timeline_rest (f);
  assert_all (f);
  mp_session_fit (f->session);
  mp_timeline_rest (f);
  assert_all (f);
  g_assert_nonnull (mp_timeline_get_item (f->timeline, mp_scene_item_new (reset)));
  mp_timeline_resize (f, 420, 520);
  assert_all (f);
}

/* While the view moves a little, an item keeps the same child, with focus and hovering. */
static void
test_same_child (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpTimelineItem *child = child_of (f, mp_scene_item_new (reset));
  int x = mp_timeline_place_of (f, child).x;

  (void) data;
  gtk_widget_grab_focus (GTK_WIDGET (child));
  mp_timeline_pan (f->timeline, -40, 0);
  mp_timeline_rest (f);
  g_assert_true (mp_timeline_get_item (f->timeline, mp_scene_item_new (reset)) == child);
  g_assert_cmpint (mp_timeline_place_of (f, child).x, ==, x - 40);
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (child));
}

/* An item that is partly scrolled away is reached at the part that is in view. */
static void
test_within_view (Fixture *f, gconstpointer data)
{
  MpScene *scene;

  (void) data;
  mp_timeline_zoom (f->timeline, 600, 1.8);
  mp_timeline_pan (f->timeline, 13, -17);
  mp_timeline_rest (f);
  scene = mp_timeline_get_scene (f->timeline);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GdkRectangle place;
    MpSceneItem item;
    MpRect within;

    if (!MP_IS_TIMELINE_ITEM (child) || !gtk_widget_get_visible (child))
      continue;
    item = mp_timeline_item_get_item (MP_TIMELINE_ITEM (child));
    place = mp_timeline_place_of (f, child);
    within = item.kind == MP_SCENE_ITEM_PHASE ? scene->rows : scene->band;
    g_assert_cmpint (place.x, >=, (int) scene->plot.x);
    g_assert_cmpint (place.x + place.width, <=, (int) scene->width);
    g_assert_cmpint (place.y, >=, (int) within.y);
    g_assert_cmpint (place.y + place.height, <=, (int) (within.y + within.height + 1));
  }
}

/* A pointer over a child picks the item of the child. */
static void
test_seen_is_hit (Fixture *f, gconstpointer data)
{
  (void) data;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GdkRectangle place;
    MpSceneItem item, hit;

    if (!MP_IS_TIMELINE_ITEM (child) || !gtk_widget_get_visible (child))
      continue;
    item = mp_timeline_item_get_item (MP_TIMELINE_ITEM (child));
    place = mp_timeline_place_of (f, child);
    hit = mp_scene_pick (f->scene, place.x + place.width / 2.0, place.y + place.height / 2.0);
    g_assert_cmpint (hit.kind, ==, item.kind);
    g_assert_cmpuint (hit.index, ==, item.index);
  }
}

static void
test_selected_state (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem phase = mp_item_phase (f->agreement, "selling-api", 1);
  GtkAccessible *child = GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (reset)));
  GtkAccessible *bar = GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (phase)));

  (void) data;
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  mp_session_set_selection (f->session, reset);
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (bar, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  mp_session_set_selection (f->session, phase);
  gtk_test_accessible_assert_state (child, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (bar, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  /* So does one that comes into view later. */
  mp_session_set_selection (f->session, reset);
  mp_timeline_zoom (f->timeline, 300, 6);
  mp_timeline_rest (f);
  mp_session_fit (f->session);
  mp_timeline_rest (f);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (child_of (f, mp_scene_item_new (reset))),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

/* --- Choosing --------------------------------------------------------------------------------- */

static void
test_activate (Fixture *f, gconstpointer data)
{
  MpItem items[] = { mp_item_milestone (f->agreement, "reset-2026"),
                     mp_item_phase (f->agreement, "selling-api", 0) };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_assert_true (gtk_widget_activate_action (
      GTK_WIDGET (child_of (f, mp_scene_item_new (items[i]))), "item.activate", NULL));
    g_assert_true (mp_item_equal (mp_session_get_selection (f->session), items[i]));
  }
}

/* --- A child by itself ------------------------------------------------------------------------ */

static void
test_alone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpItem bar = mp_item_phase (agreement, "selling-api", 1);
  GtkWidget *widget = g_object_ref_sink (mp_timeline_item_new ());
  MpTimelineItem *child = MP_TIMELINE_ITEM (widget);
  const guint32 members[] = { 3, 4 };

  g_assert_cmpint (mp_timeline_item_get_item (child).kind, ==, MP_SCENE_ITEM_NONE);
  mp_timeline_item_describe (child, agreement, bar, (MpPositionInSet) { 2, 2 });
  g_assert_true (mp_scene_item_equal (mp_timeline_item_get_item (child), mp_scene_item_new (bar)));
  gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_SET_SIZE, 2);
  /* Nothing of the one is left when it stands for another. */
  mp_timeline_item_describe_cluster (child, agreement, 7, members, 2, MP_NONE);
  g_assert_true (mp_scene_item_equal (mp_timeline_item_get_item (child),
                                      (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, 7 }));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2 more milestones");
  g_assert_false (
    gtk_test_accessible_has_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_SET_SIZE));
  mp_timeline_item_describe_row (child, agreement, mp_agreement_phases (agreement)->term[bar.index],
                                 1200);
  g_assert_cmpint (mp_timeline_item_get_item (child).kind, ==, MP_SCENE_ITEM_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Selling OpenAI's API: 1200 phases in view");
  g_assert_finalize_object (widget);
}

/* --- Order ------------------------------------------------------------------------------------ */

/* The first instant of what an item in the band stands for. */
static MpInstant
instant_of (Fixture *f, MpSceneItem item)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  guint at = 0;

  if (item.kind == MP_SCENE_ITEM_CLUSTER)
    mp_scene_next_member (scene, &scene->clusters[item.index], &at, &item.index);
  return mp_agreement_milestones (f->agreement)->earliest[item.index];
}

/* The items are listed as one reads: those of the band by time, and then those of each row. */
static guint
assert_order (Fixture *f)
{
  MpInstant last = MP_INSTANT_MIN;
  guint bars = 0, count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    MpSceneItem item;

    if (!MP_IS_TIMELINE_ITEM (child) || !gtk_widget_get_visible (child))
      continue;
    item = mp_timeline_item_get_item (MP_TIMELINE_ITEM (child));
    count++;
    if (item.kind == MP_SCENE_ITEM_PHASE) {
      const MpScene *scene = mp_timeline_get_scene (f->timeline);

      while (scene->bars[bars].phase != item.index)
        bars++;
      g_assert_cmpuint (bars, <, scene->n_bars);
    } else {
      g_assert_cmpuint (bars, ==, 0);
      g_assert_cmpint (instant_of (f, item), >=, last);
      last = instant_of (f, item);
    }
  }
  return count;
}

static void
test_order_of_time (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpuint (assert_order (f), >, 3);
  /* Whatever came and went in between. */
  for (guint i = 0; i < 8; i++) {
    mp_timeline_zoom (f->timeline, 300 + 70.0 * i, i % 2 == 0 ? 3 : 0.5);
    mp_timeline_rest (f);
    assert_order (f);
  }
  mp_session_fit (f->session);
  mp_timeline_rest (f);
  assert_order (f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func) g_test_add (path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("/timeline-item/everything-has-words", mp_timeline_set_up, test_everything_has_words);
  ADD ("/timeline-item/rank", mp_timeline_set_up, test_rank);
  ADD ("/timeline-item/view", mp_timeline_set_up, test_view);
  ADD ("/timeline-item/same-child", mp_timeline_set_up, test_same_child);
  ADD ("/timeline-item/within-view", mp_timeline_set_up, test_within_view);
  ADD ("/timeline-item/seen-is-hit", mp_timeline_set_up, test_seen_is_hit);
  ADD ("/timeline-item/selected-state", mp_timeline_set_up, test_selected_state);
  ADD ("/timeline-item/activate", mp_timeline_set_up, test_activate);
  ADD ("/timeline-item/order-of-time", mp_timeline_set_up, test_order_of_time);
  ADD ("/timeline-item/order-of-time/crowd", mp_timeline_set_up_crowd, test_order_of_time);
#undef ADD
  g_test_add_func ("/timeline-item/bounded", test_bounded);
  g_test_add_func ("/timeline-item/alone", test_alone);
  return g_test_run ();
}
