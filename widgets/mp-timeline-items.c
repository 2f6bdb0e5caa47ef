/* mp-timeline-items.c: keeps one child widget for each item in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-items.h"

#include "mp-direction.h"
#include "mp-timeline-private.h"

#include <math.h>

struct _MpTimelineItems {
  MpTimeline *timeline; /* borrowed: it owns this */
  GtkWidget *after;     /* borrowed: a child of it */
  GHashTable *by_item;  /* item_key () → its MpTimelineItem or MpTopicHeading, a child */
  MpItem selected;      /* what stands for the selection: itself, or the cluster that holds it */

  /* Owned */
  MpPositionsInSet *positions; /* of what is shown; NULL until something is in view */
  MpVisibleSet *visible;       /* what the ranks count; NULL: all */
};

/* Something in view, with what it is sorted by. */
typedef struct {
  MpItem item; /* of kind MP_ITEM_NONE for the heading of the topic with this index */
  MpInstant instant;
} Entry;

static gpointer
item_key (MpItem item)
{
  return GSIZE_TO_POINTER (((gsize) item.index << 2 | (gsize) item.kind) + 1);
}

static MpScene *
get_scene (MpTimelineItems *self)
{
  return mp_timeline_get_scene (self->timeline);
}

MpTimelineItems *
mp_timeline_items_new (MpTimeline *timeline, GtkWidget *after)
{
  MpTimelineItems *self = g_new0 (MpTimelineItems, 1);

  self->timeline = timeline;
  self->after = after;
  self->by_item = g_hash_table_new (NULL, NULL);
  return self;
}

static void
drop_ranks (MpTimelineItems *self)
{
  g_clear_pointer (&self->positions, mp_positions_in_set_free);
  g_clear_pointer (&self->visible, mp_visible_set_unref);
}

void
mp_timeline_items_free (MpTimelineItems *self)
{
  drop_ranks (self);
  g_hash_table_unref (self->by_item);
  g_free (self);
}

MpTimelineItem *
mp_timeline_items_find (MpTimelineItems *self, MpItem item)
{
  /* That would be a heading. */
  if (item.kind == MP_ITEM_NONE)
    return NULL;
  return g_hash_table_lookup (self->by_item, item_key (item));
}

static MpItem
heading_item (guint32 topic)
{
  return (MpItem) { MP_ITEM_NONE, topic };
}

MpTopicHeading *
mp_timeline_items_find_heading (MpTimelineItems *self, guint32 topic)
{
  return g_hash_table_lookup (self->by_item, item_key (heading_item (topic)));
}

/* --- One mark --------------------------------------------------------------------------------- */

static void
activated_cb (MpTimelineItem *mark, gpointer timeline)
{
  MpItem item = mp_timeline_item_get_item (mark);

  if (item.kind == MP_ITEM_CLUSTER)
    mp_timeline_open_cluster (timeline, item.index);
  else
    mp_session_set_selection (mp_timeline_get_session (timeline), item);
}

static void
find_selected (MpTimelineItems *self)
{
  MpSession *session = mp_timeline_get_session (self->timeline);

  self->selected =
    session != NULL ? mp_session_get_selection (session) : (MpItem) { MP_ITEM_NONE, 0 };
  if (get_scene (self) != NULL)
    self->selected = mp_scene_stand_in (get_scene (self), self->selected);
}

/* Clusters are counted anew in every scene, and speak of the selection when they hold it. */
static void
describe_cluster (MpTimelineItems *self, MpTimelineItem *mark, guint index)
{
  MpScene *scene = get_scene (self);
  MpItem selection = mp_session_get_selection (mp_timeline_get_session (self->timeline));
  MpRun run = g_array_index (scene->clusters, MpSceneCluster, index).members;
  gboolean holds = mp_item_equal (self->selected, (MpItem) { MP_ITEM_CLUSTER, index });

  mp_timeline_item_describe_cluster (mark, scene->layout->agreement,
                                     scene->layout->members + run.first, run.count,
                                     holds ? selection.index : MP_NONE);
}

static GtkWidget *
ensure_mark (MpTimelineItems *self, MpItem item, gboolean ranked_anew)
{
  MpTimelineItem *mark = mp_timeline_items_find (self, item);
  gboolean is_new = mark == NULL;

  if (is_new) {
    mark = MP_TIMELINE_ITEM (mp_timeline_item_new (item));
    g_signal_connect_object (mark, "activated", G_CALLBACK (activated_cb), self->timeline, 0);
    g_hash_table_insert (self->by_item, item_key (item), mark);
  }
  if (item.kind == MP_ITEM_CLUSTER)
    describe_cluster (self, mark, item.index);
  else if (is_new || ranked_anew)
    mp_timeline_item_describe (mark, get_scene (self)->layout->agreement,
                               mp_positions_in_set_get (self->positions, item));
  mp_timeline_item_set_selected (mark, mp_item_equal (item, self->selected));
  return GTK_WIDGET (mark);
}

/* --- One heading ------------------------------------------------------------------------------ */

static void
toggled_cb (MpTopicHeading *heading, gpointer timeline)
{
  mp_session_toggle_topic (mp_timeline_get_session (timeline),
                           mp_topic_heading_get_topic (heading));
}

static const MpSceneRow *
find_topic_row (const MpScene *scene, guint32 topic)
{
  for (guint i = 0; i < scene->row_items->len; i++) {
    const MpSceneRow *row = &g_array_index (scene->row_items, MpSceneRow, i);

    if (row->kind == MP_ROW_TOPIC && row->index == topic)
      return row;
  }
  return NULL;
}

/* How many terms of a topic have a row, in view or not. */
static guint
count_terms (const MpLayout *layout, guint32 topic)
{
  const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
  guint count = 0;

  for (guint i = 0; i < layout->rows->len; i++) {
    const MpRow *row = &g_array_index (layout->rows, MpRow, i);

    count += row->kind == MP_ROW_TERM && terms[row->index].topic == topic;
  }
  return count;
}

static GtkWidget *
ensure_heading (MpTimelineItems *self, guint32 topic)
{
  const MpScene *scene = get_scene (self);
  const MpSceneRow *row = find_topic_row (scene, topic);
  guint n_collapsed = row != NULL ? row->n_collapsed : 0;
  MpTopicHeading *heading = mp_timeline_items_find_heading (self, topic);

  if (heading == NULL) {
    heading = MP_TOPIC_HEADING (mp_topic_heading_new (topic));
    g_signal_connect_object (heading, "toggled", G_CALLBACK (toggled_cb), self->timeline, 0);
    g_hash_table_insert (self->by_item, item_key (heading_item (topic)), heading);
  }
  mp_topic_heading_describe (heading, scene->layout->agreement,
                             n_collapsed > 0 ? n_collapsed : count_terms (scene->layout, topic),
                             n_collapsed > 0,
                             row != NULL && row->badge.width > 0 ? &row->comparison : NULL);
  return GTK_WIDGET (heading);
}

/* The title's part of its row: all that can be hit for it, without a folded topic's bars. */
static gboolean
find_heading_rect (const MpScene *scene, guint32 topic, MpRect *rect)
{
  const MpSceneRow *row = find_topic_row (scene, topic);

  if (row == NULL)
    return FALSE;
  *rect = row->rect;
  if (scene->gutter.width > 0)
    *rect = mp_rect_clip_x (*rect, scene->gutter.x, scene->gutter.x + scene->gutter.width);
  else if (row->n_collapsed > 0)
    rect->height = row->title.height;
  return TRUE;
}

/* --- Places ----------------------------------------------------------------------------------- */

/* Where the mark of an item belongs: within the band or the rows, for what is half scrolled out of
 * view. FALSE where it is not in view. */
static gboolean
find_place (MpScene *scene, MpItem item, GdkRectangle *place)
{
  MpRect bounds = scene->band, rect;
  double x0, y0, x1, y1;

  gboolean found = item.kind == MP_ITEM_NONE ? find_heading_rect (scene, item.index, &rect)
                                             : mp_scene_find (scene, item, &rect);

  if (item.kind == MP_ITEM_NONE)
    bounds = scene->rows;
  else if (item.kind == MP_ITEM_PHASE)
    bounds = mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width);
  if (!found || !mp_rect_intersects (rect, bounds))
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
add_entry (MpScene *scene, GArray *entries, MpItem item, MpInstant instant)
{
  Entry entry = { item, instant };
  GdkRectangle place;

  if (find_place (scene, item, &place))
    g_array_append_val (entries, entry);
}

/* The headings, and after each the bars of its rows: in the scene they are row by row. */
static void
add_row_entries (MpScene *scene, GArray *entries)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint at = 0;

  for (guint i = 0; i < scene->row_items->len; i++) {
    MpSceneRow *row = &g_array_index (scene->row_items, MpSceneRow, i);

    if (row->kind == MP_ROW_TOPIC)
      add_entry (scene, entries, heading_item (row->index), 0);
    for (; at < scene->bars->len; at++) {
      guint32 phase = g_array_index (scene->bars, MpSceneBar, at).phase;

      if (row->kind != MP_ROW_TERM || phases->term[phase] != row->index)
        break;
      add_entry (scene, entries, (MpItem) { MP_ITEM_PHASE, phase }, 0);
    }
  }
}

/* What is in view, in the order in which it is read. */
static GArray *
list_entries (MpScene *scene)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < scene->marks->len; i++) {
    guint32 milestone = g_array_index (scene->marks, MpSceneMark, i).milestone;

    add_entry (scene, entries, (MpItem) { MP_ITEM_MILESTONE, milestone },
               milestones->earliest[milestone]);
  }
  for (guint i = 0; i < scene->clusters->len; i++) {
    guint32 first = g_array_index (scene->clusters, MpSceneCluster, i).members.first;

    add_entry (scene, entries, (MpItem) { MP_ITEM_CLUSTER, i },
               milestones->earliest[scene->layout->members[first]]);
  }
  g_array_sort (entries, compare_entries);
  add_row_entries (scene, entries);
  return entries;
}

static gboolean
remove_unused (gpointer key, gpointer mark, gpointer used)
{
  if (g_hash_table_contains (used, key))
    return FALSE;
  gtk_widget_unparent (mark);
  return TRUE;
}

/* Makes the ranks right for the scene. Returns whether they are others now. */
static gboolean
update_ranks (MpTimelineItems *self)
{
  const MpScene *scene = get_scene (self);

  if (scene == NULL) {
    drop_ranks (self);
    return FALSE;
  }
  if (self->positions != NULL && self->visible == scene->layout->visible)
    return FALSE;
  drop_ranks (self);
  self->positions = mp_positions_in_set_new (scene->layout->agreement, scene->layout->order,
                                             scene->layout->n_order);
  self->visible =
    scene->layout->visible != NULL ? mp_visible_set_ref (scene->layout->visible) : NULL;
  return TRUE;
}

void
mp_timeline_items_update (MpTimelineItems *self)
{
  gboolean ranked_anew = update_ranks (self);
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
    MpItem item = g_array_index (entries, Entry, i).item;
    GtkWidget *mark = item.kind == MP_ITEM_NONE ? ensure_heading (self, item.index)
                                                : ensure_mark (self, item, ranked_anew);

    if (gtk_widget_get_prev_sibling (mark) != last || gtk_widget_get_parent (mark) == NULL)
      gtk_widget_insert_after (mark, GTK_WIDGET (self->timeline), last);
    last = mark;
  }
}

static MpItem
item_of (gpointer widget)
{
  return MP_IS_TOPIC_HEADING (widget) ? heading_item (mp_topic_heading_get_topic (widget))
                                      : mp_timeline_item_get_item (widget);
}

/* Where its title is drawn, to put the sign beside it. */
static void
place_title (const MpScene *scene, MpTopicHeading *heading, GdkRectangle place)
{
  MpRect title = mp_scene_row_title (find_topic_row (scene, mp_topic_heading_get_topic (heading)));

  mp_topic_heading_set_place (heading, title.y + title.height / 2 - place.y,
                              scene->layout->metrics.unit);
}

void
mp_timeline_items_place (MpTimelineItems *self)
{
  MpScene *scene = get_scene (self);
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->by_item);
  while (g_hash_table_iter_next (&iter, NULL, &mark)) {
    GdkRectangle place;
    gboolean visible = scene != NULL && find_place (scene, item_of (mark), &place);

    gtk_widget_set_child_visible (mark, visible);
    /* GTK wants a widget to be measured before it is given a size. */
    gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    if (!visible)
      continue;
    place = mp_direction_rectangle (self->timeline, place);
    if (MP_IS_TOPIC_HEADING (mark))
      place_title (scene, mark, place);
    else
      mp_timeline_item_set_place (mark, place);
    gtk_widget_size_allocate (mark, &place, -1);
  }
}

/* Whether it is selected, to the mark of an item that was or is. */
static void
tell_selected (MpTimelineItems *self, MpItem item)
{
  MpTimelineItem *mark = mp_timeline_items_find (self, item);

  if (mark == NULL)
    return;
  mp_timeline_item_set_selected (mark, mp_item_equal (item, self->selected));
  if (item.kind == MP_ITEM_CLUSTER && get_scene (self) != NULL &&
      item.index < get_scene (self)->clusters->len)
    describe_cluster (self, mark, item.index);
}

void
mp_timeline_items_select (MpTimelineItems *self)
{
  MpItem before = self->selected;

  find_selected (self);
  tell_selected (self, before);
  if (!mp_item_equal (before, self->selected))
    tell_selected (self, self->selected);
}

void
mp_timeline_items_focus (MpTimelineItems *self, MpItem item)
{
  MpTimelineItem *mark = NULL;

  if (get_scene (self) != NULL)
    mark = mp_timeline_items_find (self, mp_scene_stand_in (get_scene (self), item));
  if (mark != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mark));
}
