/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-timeline-marks.h"

#include "mp-timeline-private.h"

#include <math.h>

struct _MpMarks {
  MpTimeline *timeline; /* borrowed: it owns this */
  GtkWidget *after;     /* borrowed: a child of it */
  GHashTable *by_item;  /* hash of an MpItem → its MpTimelineMark, a child */
};

/* Something in view, with what it is sorted by. */
typedef struct {
  MpItem item;
  MpInstant instant;
} Entry;

static gpointer
item_key (MpItem item)
{
  return GSIZE_TO_POINTER (((gsize) item.index << 2 | (gsize) item.kind) + 1);
}

static MpScene *
get_scene (MpMarks *self)
{
  return mp_timeline_get_scene (self->timeline);
}

MpMarks *
mp_marks_new (MpTimeline *timeline, GtkWidget *after)
{
  MpMarks *self = g_new0 (MpMarks, 1);

  self->timeline = timeline;
  self->after = after;
  self->by_item = g_hash_table_new (NULL, NULL);
  return self;
}

void
mp_marks_free (MpMarks *self)
{
  g_hash_table_unref (self->by_item);
  g_free (self);
}

MpTimelineMark *
mp_marks_find (MpMarks *self, MpItem item)
{
  return g_hash_table_lookup (self->by_item, item_key (item));
}

/* --- One mark --------------------------------------------------------------------------------- */

static void
activated_cb (MpTimelineMark *mark, gpointer timeline)
{
  MpItem item = mp_timeline_mark_get_item (mark);

  if (item.kind == MP_ITEM_CLUSTER)
    mp_timeline_open_cluster (timeline, item.index);
  else
    mp_session_set_selection (mp_timeline_get_session (timeline), item);
}

/* Clusters are counted anew in every scene, and speak of the selection when they hold it. */
static void
describe (MpMarks *self, MpTimelineMark *mark, MpItem item)
{
  MpScene *scene = get_scene (self);
  MpItem selection = mp_session_get_selection (mp_timeline_get_session (self->timeline));
  MpRun run = { 0, 0 };

  if (item.kind == MP_ITEM_CLUSTER)
    run = g_array_index (scene->clusters, MpSceneCluster, item.index).members;
  mp_timeline_mark_describe (
    mark, scene->layout->agreement, scene->layout->members + run.first, run.count,
    mp_item_equal (mp_scene_stand_in (scene, selection), item) ? selection.index : MP_NONE);
}

static void
tell_selected (MpMarks *self, MpTimelineMark *mark)
{
  MpItem selection = mp_session_get_selection (mp_timeline_get_session (self->timeline));
  MpItem item = mp_timeline_mark_get_item (mark);

  if (get_scene (self) != NULL)
    selection = mp_scene_stand_in (get_scene (self), selection);
  mp_timeline_mark_set_selected (mark, mp_item_equal (item, selection));
}

static MpTimelineMark *
ensure (MpMarks *self, MpItem item)
{
  MpTimelineMark *mark = mp_marks_find (self, item);
  gboolean is_new = mark == NULL;

  if (is_new) {
    mark = MP_TIMELINE_MARK (mp_timeline_mark_new (item));
    g_signal_connect_object (mark, "activated", G_CALLBACK (activated_cb), self->timeline, 0);
    g_hash_table_insert (self->by_item, item_key (item), mark);
  }
  if (is_new || item.kind == MP_ITEM_CLUSTER)
    describe (self, mark, item);
  tell_selected (self, mark);
  return mark;
}

/* Where the mark of an item belongs: within the band or the rows, for what is half scrolled out of
 * view. FALSE where it is not in view. */
static gboolean
find_place (MpScene *scene, MpItem item, GdkRectangle *place)
{
  MpRect bounds = scene->band, rect;
  double x0, y0, x1, y1;

  if (item.kind == MP_ITEM_PHASE)
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
add_entry (MpScene *scene, GArray *entries, MpItem item, MpInstant instant)
{
  Entry entry = { item, instant };
  GdkRectangle place;

  if (find_place (scene, item, &place))
    g_array_append_val (entries, entry);
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
  for (guint i = 0; i < scene->bars->len; i++)
    add_entry (scene, entries,
               (MpItem) { MP_ITEM_PHASE, g_array_index (scene->bars, MpSceneBar, i).phase }, 0);
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

void
mp_marks_update (MpMarks *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) entries = NULL;
  GtkWidget *last = self->after;

  if (get_scene (self) != NULL)
    entries = list_entries (get_scene (self));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_hash_table_add (used, item_key (g_array_index (entries, Entry, i).item));
  g_hash_table_foreach_remove (self->by_item, remove_unused, used);
  for (guint i = 0; entries != NULL && i < entries->len; i++) {
    GtkWidget *mark = GTK_WIDGET (ensure (self, g_array_index (entries, Entry, i).item));

    if (gtk_widget_get_prev_sibling (mark) != last || gtk_widget_get_parent (mark) == NULL)
      gtk_widget_insert_after (mark, GTK_WIDGET (self->timeline), last);
    last = mark;
  }
}

void
mp_marks_place (MpMarks *self)
{
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->by_item);
  while (g_hash_table_iter_next (&iter, NULL, &mark)) {
    GdkRectangle place;
    gboolean shown = get_scene (self) != NULL &&
                     find_place (get_scene (self), mp_timeline_mark_get_item (mark), &place);

    gtk_widget_set_child_visible (mark, shown);
    /* GTK wants a widget to be measured before it is given a size. */
    gtk_widget_measure (mark, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    if (!shown)
      continue;
    mp_timeline_mark_set_place (mark, place);
    gtk_widget_size_allocate (mark, &place, -1);
  }
}

void
mp_marks_select (MpMarks *self)
{
  GHashTableIter iter;
  gpointer mark;

  g_hash_table_iter_init (&iter, self->by_item);
  while (g_hash_table_iter_next (&iter, NULL, &mark)) {
    MpItem item = mp_timeline_mark_get_item (mark);

    tell_selected (self, mark);
    if (item.kind == MP_ITEM_CLUSTER && get_scene (self) != NULL &&
        item.index < get_scene (self)->clusters->len)
      describe (self, mark, item);
  }
}

void
mp_marks_focus (MpMarks *self, MpItem item)
{
  MpTimelineMark *mark = NULL;

  if (get_scene (self) != NULL)
    mark = mp_marks_find (self, mp_scene_stand_in (get_scene (self), item));
  if (mark != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (mark));
}
