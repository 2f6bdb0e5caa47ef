/* mp-timeline-items.c: keeps child widgets for what is listed of the scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-item-words.h"
#include "mp-scene-listing.h"

#include <math.h>

/* A child that stands for something. */
typedef struct {
  GtkWidget *widget; /* borrowed: a MpTimelineItem or a MpTopicHeading */
  MpSceneItem item;
  guint32 first; /* the first milestone of a cluster, by which it is known again in other scenes */
  GdkRectangle place;
} Child;

struct _MpTimelineItems {
  MpTimeline *timeline; /* borrowed: it owns this */
  GtkWidget *after;     /* borrowed: the child of the timeline that comes before the items */
  MpTimelineActivateFunc activate;
  MpSceneItem selected; /* what stands for the selection: itself, or the cluster that holds it */

  /* Owned */
  GArray *children;            /* Child, in the order in which they are read */
  GPtrArray *spare_items;      /* MpTimelineItem, hidden and borrowed */
  GPtrArray *spare_headings;   /* MpTopicHeading, the same */
  MpPositionsInSet *positions; /* of what is shown; NULL until something is in view */
  MpVisibleSet *visible;       /* the entries that the positions count; NULL for all */
};

static MpScene *
get_scene (MpTimelineItems *self)
{
  return self->timeline->scene;
}

static Child *
nth (GArray *children, guint i)
{
  return &g_array_index (children, Child, i);
}

MpTimelineItems *
mp_timeline_items_new (MpTimeline *timeline, GtkWidget *after, MpTimelineActivateFunc activate)
{
  MpTimelineItems *self = g_new0 (MpTimelineItems, 1);

  self->timeline = timeline;
  self->after = after;
  self->activate = activate;
  self->children = g_array_new (FALSE, FALSE, sizeof (Child));
  self->spare_items = g_ptr_array_new ();
  self->spare_headings = g_ptr_array_new ();
  return self;
}

static void
forget_positions (MpTimelineItems *self)
{
  g_clear_pointer (&self->positions, mp_positions_in_set_free);
  g_clear_pointer (&self->visible, mp_visible_set_unref);
}

void
mp_timeline_items_free (MpTimelineItems *self)
{
  forget_positions (self);
  g_array_unref (self->children);
  g_ptr_array_unref (self->spare_items);
  g_ptr_array_unref (self->spare_headings);
  g_free (self);
}

static Child *
find_child (GArray *children, MpSceneItem item)
{
  for (guint i = 0; i < children->len; i++)
    if (mp_scene_item_equal (nth (children, i)->item, item))
      return nth (children, i);
  return NULL;
}

GtkWidget *
mp_timeline_items_find (MpTimelineItems *self, MpSceneItem item)
{
  Child *child = find_child (self->children, item);

  return child != NULL ? child->widget : NULL;
}

guint
mp_timeline_items_count (MpTimelineItems *self)
{
  return self->children->len;
}

/* What a child stands for in the present scene, in which clusters have other numbers. */
static MpSceneItem
recognize (MpTimelineItems *self, const Child *child)
{
  if (child->item.kind != MP_SCENE_ITEM_CLUSTER)
    return child->item;
  return mp_scene_stand_in (get_scene (self), (MpItem) { MP_ITEM_MILESTONE, child->first });
}

/* The child with the keyboard focus, or NULL. */
static Child *
find_focused (MpTimelineItems *self, GArray *children)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->timeline));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; i < children->len && focus != NULL; i++)
    if (nth (children, i)->widget == focus)
      return nth (children, i);
  return NULL;
}

/* --- What they say ---------------------------------------------------------------------------- */

static void
find_selected (MpTimelineItems *self)
{
  MpSession *session = self->timeline->session;
  MpItem selection =
    session != NULL ? mp_session_get_selection (session) : (MpItem) { MP_ITEM_NONE, 0 };

  self->selected = get_scene (self) != NULL ? mp_scene_stand_in (get_scene (self), selection)
                                            : mp_scene_item_new (selection);
}

/* A cluster that holds the selection is named after it. */
static void
describe_cluster (MpTimelineItems *self, Child *child)
{
  MpScene *scene = get_scene (self);
  MpItem selection = mp_session_get_selection (self->timeline->session);
  const MpSceneCluster *cluster = &scene->clusters[child->item.index];
  gboolean holds = mp_scene_item_equal (self->selected, child->item);
  guint32 members[MP_CLUSTER_MAX_NAMED] = { MP_NONE };

  mp_scene_get_members (scene, cluster, members, G_N_ELEMENTS (members));
  child->first = members[0];
  mp_timeline_item_describe_cluster (MP_TIMELINE_ITEM (child->widget), scene->layout->agreement,
                                     child->item.index, members, cluster->of.count,
                                     holds ? selection.index : MP_NONE);
}

/* How many terms of a topic have a row, in view or not. */
static guint
count_terms (const MpLayout *layout, guint32 topic)
{
  const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
  guint count = 0;

  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    count += row->kind == MP_ROW_TERM && terms[row->index].topic == topic;
  }
  return count;
}

static guint
count_collapsed (const MpLayout *layout, guint32 topic)
{
  for (guint i = 0; i < layout->n_rows; i++)
    if (layout->rows[i].kind == MP_ROW_TOPIC && layout->rows[i].index == topic)
      return layout->rows[i].n_collapsed;
  return 0;
}

static void
describe_heading (MpTimelineItems *self, const Child *child)
{
  const MpScene *scene = get_scene (self);
  const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TOPIC, child->item.index);
  guint n_collapsed = count_collapsed (scene->layout, child->item.index);

  mp_topic_heading_describe (
    MP_TOPIC_HEADING (child->widget), scene->layout->agreement, child->item.index,
    n_collapsed > 0 ? n_collapsed : count_terms (scene->layout, child->item.index), n_collapsed > 0,
    row != NULL && row->badge.width > 0 ? &row->comparison : NULL);
}

/* A milestone or a phase always has the same words, until its position changes. */
static void
describe (MpTimelineItems *self, Child *child, guint count, gboolean is_new)
{
  MpAgreement *agreement = get_scene (self)->layout->agreement;
  MpItem item = mp_scene_item_get_item (child->item);

  if (child->item.kind == MP_SCENE_ITEM_HEADING) {
    describe_heading (self, child);
    return;
  }
  if (child->item.kind == MP_SCENE_ITEM_CLUSTER)
    describe_cluster (self, child);
  else if (child->item.kind == MP_SCENE_ITEM_ROW)
    mp_timeline_item_describe_row (MP_TIMELINE_ITEM (child->widget), agreement, child->item.index,
                                   count);
  else if (is_new)
    mp_timeline_item_describe (MP_TIMELINE_ITEM (child->widget), agreement, item,
                               mp_positions_in_set_get (self->positions, item));
  mp_timeline_item_set_selected (MP_TIMELINE_ITEM (child->widget),
                                 mp_scene_item_equal (child->item, self->selected));
}

/* --- One child -------------------------------------------------------------------------------- */

static void
activated_cb (MpTimelineItem *widget, gpointer timeline)
{
  MpTimelineItems *self = MP_TIMELINE (timeline)->items;
  Child *child = find_child (self->children, mp_timeline_item_get_item (widget));

  if (child != NULL && get_scene (self) != NULL)
    self->activate (timeline, recognize (self, child));
}

static void
toggled_cb (MpTopicHeading *heading, gpointer timeline)
{
  mp_session_toggle_topic (MP_TIMELINE (timeline)->session, mp_topic_heading_get_topic (heading));
}

static GtkWidget *
new_widget (MpTimelineItems *self, MpSceneItemKind kind)
{
  GtkWidget *widget;

  if (kind == MP_SCENE_ITEM_HEADING) {
    widget = mp_topic_heading_new ();
    g_signal_connect_object (widget, "toggled", G_CALLBACK (toggled_cb), self->timeline, 0);
  } else {
    widget = mp_timeline_item_new ();
    g_signal_connect_object (widget, "activated", G_CALLBACK (activated_cb), self->timeline, 0);
  }
  return widget;
}

/* The spare widgets of the kind that an item needs. The role of a widget cannot change. */
static GPtrArray *
spares_for (MpTimelineItems *self, MpSceneItemKind kind)
{
  return kind == MP_SCENE_ITEM_HEADING ? self->spare_headings : self->spare_items;
}

static GtkWidget *
take_spare (MpTimelineItems *self, MpSceneItemKind kind)
{
  GPtrArray *spares = spares_for (self, kind);

  return spares->len > 0 ? g_ptr_array_steal_index (spares, spares->len - 1)
                         : new_widget (self, kind);
}

/* --- Places ----------------------------------------------------------------------------------- */

GdkRectangle
mp_timeline_item_place (MpRect rect)
{
  double x0 = floor (rect.x), y0 = floor (rect.y);

  return (GdkRectangle) { (int) x0, (int) y0, (int) (ceil (rect.x + rect.width) - x0),
                          (int) (ceil (rect.y + rect.height) - y0) };
}

/* The place for a part of the scene. What is out of view is put beside the timeline, in the size
 * that it had. */
static GdkRectangle
place_for (MpRect rect, GdkRectangle before)
{
  if (rect.width > 0)
    return mp_timeline_item_place (rect);
  return (GdkRectangle) { -2 * MAX (before.width, 1), 0, MAX (before.width, 1),
                          MAX (before.height, 1) };
}

void
mp_timeline_items_place (MpTimelineItems *self)
{
  Child *focused = find_focused (self, self->children);
  MpRect rect = { 0 };

  if (focused != NULL && get_scene (self) != NULL) {
    if (!mp_scene_find_in_view (get_scene (self), recognize (self, focused), &rect))
      rect.width = 0;
    focused->place = place_for (rect, focused->place);
  }
  for (guint i = 0; i < self->children->len; i++) {
    Child *child = nth (self->children, i);
    GdkRectangle place = mp_direction_rectangle (self->timeline, child->place);

    /* GTK wants a widget to be measured before it is given a size. */
    gtk_widget_measure (child->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (child->widget, &place, -1);
  }
}

/* --- All of them ------------------------------------------------------------------------------ */

/* Brings the positions in the set up to date with the scene. Returns whether they have changed. */
static gboolean
update_positions (MpTimelineItems *self)
{
  const MpScene *scene = get_scene (self);

  if (scene == NULL) {
    forget_positions (self);
    return FALSE;
  }
  if (self->positions != NULL && self->visible == scene->layout->visible)
    return FALSE;
  forget_positions (self);
  self->positions = mp_positions_in_set_new (scene->layout->agreement, scene->layout->order,
                                             scene->layout->n_order);
  self->visible =
    scene->layout->visible != NULL ? mp_visible_set_ref (scene->layout->visible) : NULL;
  return TRUE;
}

/* Lists the scene: what the children are to stand for. NULL where there is no scene. */
static GArray *
list_items (MpTimelineItems *self, const Child *focused)
{
  MpSceneItem wanted[] = { self->selected, focused != NULL
                                             ? focused->item
                                             : (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 } };
  MpRect rect;

  if (get_scene (self) == NULL)
    return NULL;
  /* What is selected has a child while it is in view. */
  if (!mp_scene_find_in_view (get_scene (self), self->selected, &rect))
    wanted[0].kind = MP_SCENE_ITEM_NONE;
  return mp_scene_list (get_scene (self), MP_TIMELINE_ITEMS_MAX, wanted, G_N_ELEMENTS (wanted));
}

/* Makes a child stand for something: the same as before, if it did already. */
static Child
make_child (MpTimelineItems *self, const Child *before, const MpListed *listed, gboolean all_new)
{
  Child child = { .item = listed->item, .first = MP_NONE };
  gboolean is_new = before == NULL || all_new;

  if (before != NULL)
    child.place = before->place;
  child.widget = before != NULL ? before->widget : take_spare (self, listed->item.kind);
  if (MP_IS_TIMELINE_ITEM (child.widget))
    is_new = is_new || !mp_scene_item_equal (
                         mp_timeline_item_get_item (MP_TIMELINE_ITEM (child.widget)), listed->item);
  describe (self, &child, listed->count, is_new);
  child.place = place_for (listed->rect, child.place);
  return child;
}

/* Makes spares of the children that stand for nothing any more. If one of them has the focus, the
 * timeline takes it. */
static void
spare_unused (MpTimelineItems *self, GArray *before, GArray *listed)
{
  for (guint i = 0; i < before->len; i++) {
    Child *child = nth (before, i);
    gboolean used = FALSE;

    for (guint j = 0; listed != NULL && j < listed->len && !used; j++)
      used = mp_scene_item_equal (g_array_index (listed, MpListed, j).item, child->item);
    if (used && find_child (before, child->item) == child)
      continue;
    if (gtk_widget_is_focus (child->widget))
      gtk_root_set_focus (gtk_widget_get_root (child->widget), GTK_WIDGET (self->timeline));
    g_ptr_array_add (MP_IS_TOPIC_HEADING (child->widget) ? self->spare_headings : self->spare_items,
                     child->widget);
    child->item.kind = MP_SCENE_ITEM_NONE;
  }
}

/* Finds what the children stand for in the present scene. Where two clusters have become one, that
 * is the child with the focus. */
static void
recognize_all (MpTimelineItems *self, GArray *children, const Child *focused)
{
  for (guint i = 0; i < children->len; i++)
    if (get_scene (self) != NULL)
      nth (children, i)->item = recognize (self, nth (children, i));
    else
      nth (children, i)->item.kind = MP_SCENE_ITEM_NONE;
  for (guint i = 0; i < children->len && focused != NULL; i++)
    if (nth (children, i) != focused &&
        mp_scene_item_equal (nth (children, i)->item, focused->item))
      nth (children, i)->item.kind = MP_SCENE_ITEM_NONE;
}

/* Shows a child after another. */
static void
show (MpTimelineItems *self, GtkWidget *widget, GtkWidget *after)
{
  if (gtk_widget_get_parent (widget) == NULL || gtk_widget_get_prev_sibling (widget) != after)
    gtk_widget_insert_after (widget, GTK_WIDGET (self->timeline), after);
  gtk_widget_set_visible (widget, TRUE);
}

static void
hide_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_set_visible (widgets->pdata[i], FALSE);
}

void
mp_timeline_items_update (MpTimelineItems *self)
{
  g_autoptr (GArray) before = self->children;
  g_autoptr (GArray) listed = NULL;
  gboolean positions_changed = update_positions (self);
  const Child *focused = find_focused (self, before);
  GtkWidget *last = self->after;

  self->children = g_array_new (FALSE, FALSE, sizeof (Child));
  find_selected (self);
  recognize_all (self, before, focused);
  listed = list_items (self, focused);
  spare_unused (self, before, listed);
  for (guint i = 0; listed != NULL && i < listed->len; i++) {
    const MpListed *item = &g_array_index (listed, MpListed, i);
    Child child = make_child (self, find_child (before, item->item), item, positions_changed);

    show (self, child.widget, last);
    last = child.widget;
    g_array_append_val (self->children, child);
  }
  hide_all (self->spare_items);
  hide_all (self->spare_headings);
}

/* --- Selection and focus ---------------------------------------------------------------------- */

/* Tells the child of an item, if there is one, whether it is selected. */
static void
tell_selected (MpTimelineItems *self, MpSceneItem item)
{
  Child *child = find_child (self->children, item);

  if (child != NULL && item.kind != MP_SCENE_ITEM_HEADING)
    describe (self, child, 0, FALSE);
}

gboolean
mp_timeline_items_select (MpTimelineItems *self)
{
  MpSceneItem before = self->selected;

  find_selected (self);
  tell_selected (self, before);
  if (!mp_scene_item_equal (before, self->selected))
    tell_selected (self, self->selected);
  return self->selected.kind == MP_SCENE_ITEM_NONE ||
         find_child (self->children, self->selected) != NULL;
}

void
mp_timeline_items_focus (MpTimelineItems *self, MpSceneItem item)
{
  GtkWidget *child = mp_timeline_items_find (self, item);

  if (child != NULL)
    gtk_widget_grab_focus (child);
}
