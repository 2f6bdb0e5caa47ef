/* mp-timeline-cluster.c: chooses an item, and opens a cluster: few as a stack, many as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-cluster-popover.h"
#include "mp-cluster-stack.h"
#include "mp-direction.h"
#include "mp-scene-listing.h"

/* The focus goes back to the cluster that opened the list, or to the milestone that was chosen. */
static void
cluster_closed_cb (MpTimeline *self)
{
  MpSceneItem item;

  if (self->session == NULL || self->scene == NULL)
    return;
  item = mp_scene_stand_in (self->scene, mp_session_get_selection (self->session));
  if (item.kind != MP_SCENE_ITEM_CLUSTER)
    item = mp_scene_stand_in (self->scene, (MpItem) { MP_ITEM_MILESTONE, self->opened });
  mp_rest_hasten (self->rest);
  mp_timeline_items_focus (self->items, item);
}

/* --- Stacks ----------------------------------------------------------------------------------- */

static gboolean
have_one_stem (const MpLayout *layout, guint a, guint b)
{
  return layout->stems->stems[mp_layout_rank_at (layout, a)] ==
         layout->stems->stems[mp_layout_rank_at (layout, b)];
}

/* Lists what a stack shows: the members of a cluster, and those of the same days that have labels.
 * Returns how many there are, or 0 if they are too many for a stack. */
static guint
list_stack (const MpLayout *layout, const MpSceneCluster *cluster, guint32 *milestones)
{
  guint first = cluster->of.run.first, last = first + cluster->of.run.count - 1;

  if (cluster->of.run.count > MP_CLUSTER_STACK_MAX)
    return 0;
  while (first > 0 && last - first < MP_CLUSTER_STACK_MAX &&
         have_one_stem (layout, first - 1, first))
    first--;
  while (last + 1 < layout->n_order && last - first < MP_CLUSTER_STACK_MAX &&
         have_one_stem (layout, last + 1, last))
    last++;
  if (last - first >= MP_CLUSTER_STACK_MAX)
    return 0;
  for (guint i = first; i <= last; i++)
    milestones[i - first] = mp_layout_milestone_at (layout, i);
  return last - first + 1;
}

gboolean
mp_timeline_close_stack (MpTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean was_seen;

  if (!mp_timeline_is_stack_open (self))
    return FALSE;
  was_seen = gtk_widget_get_child_visible (self->stack);
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->stack))
    cluster_closed_cb (self);
  gtk_widget_set_visible (self->stack, FALSE);
  /* What is chosen in it gets the labels of its links once it is closed. */
  if (mp_timeline_needs_linked (self))
    mp_timeline_queue_scene (self);
  return was_seen;
}

/* It stays the last child, so that it lies on the others, as long as it is open. */
static gboolean
open_stack (MpTimeline *self, const MpSceneCluster *cluster)
{
  guint32 milestones[MP_CLUSTER_STACK_MAX];
  guint length = list_stack (self->scene->layout, cluster, milestones), at = 0;

  if (length == 0 || !mp_scene_next_member (self->scene, cluster, &at, &self->opened))
    return FALSE;
  if (self->stack == NULL) {
    self->stack = mp_cluster_stack_new ();
    gtk_widget_insert_before (self->stack, GTK_WIDGET (self), NULL);
  }
  mp_cluster_stack_show (MP_CLUSTER_STACK (self->stack), self->session, milestones, length);
  gtk_widget_set_visible (self->stack, TRUE);
  mp_timeline_place_stack (self);
  mp_cluster_stack_focus (MP_CLUSTER_STACK (self->stack));
  return TRUE;
}

/* --- Clusters --------------------------------------------------------------------------------- */

static void
open_list (MpTimeline *self, const MpSceneCluster *cluster)
{
  g_autofree guint32 *members = NULL;
  GdkRectangle at;

  if (self->popover == NULL) {
    self->popover = mp_cluster_popover_new ();
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    g_signal_connect_object (self->popover, "closed", G_CALLBACK (cluster_closed_cb), self,
                             G_CONNECT_SWAPPED);
  }
  members = mp_scene_list_members (self->scene, cluster);
  self->opened = members[0];
  mp_cluster_popover_list (MP_CLUSTER_POPOVER (self->popover), self->session, members,
                           cluster->of.count);
  at = (GdkRectangle) { (int) cluster->rect.x, (int) cluster->rect.y, (int) cluster->rect.width,
                        (int) cluster->rect.height };
  at = mp_direction_rectangle (self, at);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  mp_cluster_popover_focus (MP_CLUSTER_POPOVER (self->popover));
}

static void
open_cluster (MpTimeline *self, guint index)
{
  if (self->scene == NULL || index >= self->scene->n_clusters)
    return;
  if (!open_stack (self, &self->scene->clusters[index]))
    open_list (self, &self->scene->clusters[index]);
}

void
mp_timeline_focus_selection (MpTimeline *self)
{
  /* The focus needs the child of the item, which may have come into view just now. */
  mp_timeline_refresh (self);
  mp_rest_hasten (self->rest);
  if (self->scene != NULL)
    mp_timeline_items_focus (
      self->items, mp_scene_stand_in (self->scene, mp_session_get_selection (self->session)));
}

void
mp_timeline_activate_item (MpTimeline *self, MpSceneItem item)
{
  mp_timeline_close_stack (self);
  if (item.kind == MP_SCENE_ITEM_CLUSTER) {
    open_cluster (self, item.index);
  } else if (item.kind == MP_SCENE_ITEM_ROW) {
    mp_session_set_selection (self->session, mp_scene_first_in_row (self->scene, item.index));
    mp_timeline_focus_selection (self);
  } else {
    mp_session_set_selection (self->session, mp_scene_item_get_item (item));
  }
}
