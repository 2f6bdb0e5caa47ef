/* mp-timeline-items.c: keeps one child widget for each item in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-agreement.h"
#include "mp-direction.h"

#include <math.h>

struct _MpTimelineItems {
  MpTimeline *timeline; /* borrowed: it owns this */
  GtkWidget *after;     /* borrowed: the child of the timeline that comes before the items */
  MpTimelineActivateFunc activate;
  MpSceneItem selected; /* what stands for the selection: itself, or the cluster that holds it */

  /* Owned */
  GHashTable *by_item;         /* item_key () → MpTimelineItem or MpTopicHeading, a child */
  MpPositionsInSet *positions; /* of what is shown; NULL until something is in view */
  MpVisibleSet *visible;       /* the entries that the positions count; NULL for all */
};

/* An item in view, with the time that it is sorted by. */
typedef struct {
  MpSceneItem item;
  MpInstant instant;
} Entry;

static gpointer
item_key (MpSceneItem item)
{
  return GSIZE_TO_POINTER (((gsize) item.index << 3 | (gsize) item.kind) + 1);
}

static MpScene *
get_scene (MpTimelineItems *self)
{
  return self->timeline->scene;
}

MpTimelineItems *
mp_timeline_items_new (MpTimeline *timeline, GtkWidget *after, MpTimelineActivateFunc activate)
{
  MpTimelineItems *self = g_new0 (MpTimelineItems, 1);

  self->timeline = timeline;
  self->after = after;
  self->activate = activate;
  self->by_item = g_hash_table_new (NULL, NULL);
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
  g_hash_table_unref (self->by_item);
  g_free (self);
}

GtkWidget *
mp_timeline_items_find (MpTimelineItems *self, MpSceneItem item)
{
  return g_hash_table_lookup (self->by_item, item_key (item));
}

guint
mp_timeline_items_count (MpTimelineItems *self)
{
  return g_hash_table_size (self->by_item);
}

/* --- One item --------------------------------------------------------------------------------- */

static void
activated_cb (MpTimelineItem *item, gpointer timeline)
{
  MpTimelineItems *self = MP_TIMELINE (timeline)->items;

  self->activate (timeline, mp_timeline_item_get_item (item));
}

static void
find_selected (MpTimelineItems *self)
{
  MpSession *session = self->timeline->session;
  MpItem selection =
    session != NULL ? mp_session_get_selection (session) : (MpItem) { MP_ITEM_NONE, 0 };

  self->selected = get_scene (self) != NULL ? mp_scene_stand_in (get_scene (self), selection)
                                            : mp_scene_item_new (selection);
}

/* Every scene has other clusters under the same numbers, so they are described anew each time. A
 * cluster that holds the selection is named after it. */
static void
describe_cluster (MpTimelineItems *self, MpTimelineItem *child, guint index)
{
  MpScene *scene = get_scene (self);
  MpItem selection = mp_session_get_selection (self->timeline->session);
  const MpSceneCluster *cluster = &scene->clusters[index];
  g_autofree guint32 *members = mp_scene_list_members (scene, cluster);
  gboolean holds =
    mp_scene_item_equal (self->selected, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, index });

  mp_timeline_item_describe_cluster (child, scene->layout->agreement, members, cluster->of.count,
                                     holds ? selection.index : MP_NONE);
}

static GtkWidget *
ensure_item (MpTimelineItems *self, MpSceneItem item, gboolean positions_changed)
{
  GtkWidget *found = mp_timeline_items_find (self, item);
  gboolean is_new = found == NULL;
  MpTimelineItem *child = MP_TIMELINE_ITEM (is_new ? mp_timeline_item_new (item) : found);

  if (is_new) {
    g_signal_connect_object (child, "activated", G_CALLBACK (activated_cb), self->timeline, 0);
    g_hash_table_insert (self->by_item, item_key (item), child);
  }
  if (item.kind == MP_SCENE_ITEM_CLUSTER)
    describe_cluster (self, child, item.index);
  else if (is_new || positions_changed)
    mp_timeline_item_describe (
      child, get_scene (self)->layout->agreement,
      mp_positions_in_set_get (self->positions, mp_scene_item_get_item (item)));
  mp_timeline_item_set_selected (child, mp_scene_item_equal (item, self->selected));
  return GTK_WIDGET (child);
}

/* --- One heading ------------------------------------------------------------------------------ */

static void
toggled_cb (MpTopicHeading *heading, gpointer timeline)
{
  mp_session_toggle_topic (MP_TIMELINE (timeline)->session, mp_topic_heading_get_topic (heading));
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

static GtkWidget *
ensure_heading (MpTimelineItems *self, MpSceneItem item)
{
  const MpScene *scene = get_scene (self);
  const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TOPIC, item.index);
  guint n_collapsed = row != NULL ? row->n_collapsed : 0;
  GtkWidget *heading = mp_timeline_items_find (self, item);

  if (heading == NULL) {
    heading = mp_topic_heading_new (item.index);
    g_signal_connect_object (heading, "toggled", G_CALLBACK (toggled_cb), self->timeline, 0);
    g_hash_table_insert (self->by_item, item_key (item), heading);
  }
  mp_topic_heading_describe (
    MP_TOPIC_HEADING (heading), scene->layout->agreement,
    n_collapsed > 0 ? n_collapsed : count_terms (scene->layout, item.index), n_collapsed > 0,
    row != NULL && row->badge.width > 0 ? &row->comparison : NULL);
  return heading;
}

/* --- Places ----------------------------------------------------------------------------------- */

/* Stores where the child for an item belongs, cut off where the band or the rows end. Returns FALSE
 * where the item is not in view. */
static gboolean
find_place (MpScene *scene, MpSceneItem item, GdkRectangle *place)
{
  MpRect bounds = scene->band, rect;
  double x0, y0, x1, y1;

  if (item.kind == MP_SCENE_ITEM_HEADING)
    bounds = scene->rows;
  else if (item.kind == MP_SCENE_ITEM_PHASE)
    bounds = mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width);
  if (!mp_scene_find (scene, item, &rect) || !mp_rect_intersects (rect, bounds))
    return FALSE;
  x0 = floor (MAX (rect.x, bounds.x));
  y0 = floor (MAX (rect.y, bounds.y));
  x1 = ceil (MIN (rect.x + rect.width, bounds.x + bounds.width));
  y1 = ceil (MIN (rect.y + rect.height, bounds.y + bounds.height));
  *place = (GdkRectangle) { (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return place->width >= 1 && place->height >= 1;
}

/* --- All of them ------------------------------------------------------------------------------ */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->instant != second->instant)
    return first->instant < second->instant ? -1 : 1;
  return first->item.index < second->item.index ? -1 : first->item.index > second->item.index;
}

static void
add_entry (MpScene *scene, GArray *entries, MpSceneItem item, MpInstant instant)
{
  Entry entry = { item, instant };
  GdkRectangle place;

  if (find_place (scene, item, &place))
    g_array_append_val (entries, entry);
}

/* Adds the headings, and after each heading the bars of its rows. The scene has its bars in the
 * order of the rows. */
static void
add_row_entries (MpScene *scene, GArray *entries)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint at = 0;

  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TOPIC)
      add_entry (scene, entries, (MpSceneItem) { MP_SCENE_ITEM_HEADING, row->index }, 0);
    for (; at < scene->n_bars; at++) {
      guint32 phase = scene->bars[at].phase;

      if (row->kind != MP_ROW_TERM || phases->term[phase] != row->index)
        break;
      add_entry (scene, entries, (MpSceneItem) { MP_SCENE_ITEM_PHASE, phase }, 0);
    }
  }
}

/* The items in view, in the order in which they are read. */
static GArray *
list_entries (MpScene *scene)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < scene->n_marks; i++) {
    guint32 milestone = scene->marks[i].milestone;

    add_entry (scene, entries, (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, milestone },
               milestones->earliest[milestone]);
  }
  for (guint i = 0; i < scene->n_clusters; i++) {
    guint at = 0;
    guint32 first;

    if (mp_scene_next_member (scene, &scene->clusters[i], &at, &first))
      add_entry (scene, entries, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i },
                 milestones->earliest[first]);
  }
  g_array_sort (entries, compare_entries);
  add_row_entries (scene, entries);
  return entries;
}

static gboolean
remove_unused (gpointer key, gpointer child, gpointer used)
{
  if (g_hash_table_contains (used, key))
    return FALSE;
  gtk_widget_unparent (child);
  return TRUE;
}

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

void
mp_timeline_items_update (MpTimelineItems *self)
{
  gboolean positions_changed = update_positions (self);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) entries = NULL;
  GtkWidget *last = self->after;

  find_selected (self);
  if (get_scene (self) != NULL)
    entries = list_entries (get_scene (self));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_hash_table_add (used, item_key (g_array_index (entries, Entry, i).item));
  g_hash_table_foreach_remove (self->by_item, remove_unused, used);
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    MpSceneItem item = g_array_index (entries, Entry, i).item;
    GtkWidget *child = item.kind == MP_SCENE_ITEM_HEADING
                         ? ensure_heading (self, item)
                         : ensure_item (self, item, positions_changed);

    if (gtk_widget_get_prev_sibling (child) != last || gtk_widget_get_parent (child) == NULL)
      gtk_widget_insert_after (child, GTK_WIDGET (self->timeline), last);
    last = child;
  }
}

static MpSceneItem
item_of (gpointer widget)
{
  if (MP_IS_TOPIC_HEADING (widget))
    return (MpSceneItem) { MP_SCENE_ITEM_HEADING, mp_topic_heading_get_topic (widget) };
  return mp_timeline_item_get_item (widget);
}

/* Tells a heading where its title is drawn, so that its arrow stands beside it. */
static void
place_title (const MpScene *scene, MpTopicHeading *heading, GdkRectangle place)
{
  MpRect title = mp_scene_row_title (
    mp_scene_find_row (scene, MP_ROW_TOPIC, mp_topic_heading_get_topic (heading)));

  mp_topic_heading_set_place (heading, title.y + title.height / 2 - place.y,
                              scene->layout->metrics.unit);
}

void
mp_timeline_items_place (MpTimelineItems *self)
{
  MpScene *scene = get_scene (self);
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->by_item);
  while (g_hash_table_iter_next (&iter, NULL, &child)) {
    GdkRectangle place;
    gboolean visible = scene != NULL && find_place (scene, item_of (child), &place);

    gtk_widget_set_child_visible (child, visible);
    /* GTK wants a widget to be measured before it is given a size. */
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    if (!visible)
      continue;
    place = mp_direction_rectangle (self->timeline, place);
    if (MP_IS_TOPIC_HEADING (child))
      place_title (scene, child, place);
    else
      mp_timeline_item_set_place (child, place);
    gtk_widget_size_allocate (child, &place, -1);
  }
}

/* Tells the child for an item, if there is one, whether it is selected. */
static void
tell_selected (MpTimelineItems *self, MpSceneItem item)
{
  GtkWidget *child = mp_timeline_items_find (self, item);

  if (child == NULL)
    return;
  mp_timeline_item_set_selected (MP_TIMELINE_ITEM (child),
                                 mp_scene_item_equal (item, self->selected));
  if (item.kind == MP_SCENE_ITEM_CLUSTER && get_scene (self) != NULL &&
      item.index < get_scene (self)->n_clusters)
    describe_cluster (self, MP_TIMELINE_ITEM (child), item.index);
}

void
mp_timeline_items_select (MpTimelineItems *self)
{
  MpSceneItem before = self->selected;

  find_selected (self);
  tell_selected (self, before);
  if (!mp_scene_item_equal (before, self->selected))
    tell_selected (self, self->selected);
}

void
mp_timeline_items_focus (MpTimelineItems *self, MpSceneItem item)
{
  GtkWidget *child = mp_timeline_items_find (self, item);

  if (child != NULL)
    gtk_widget_grab_focus (child);
}
