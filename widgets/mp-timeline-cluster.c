/* mp-timeline-cluster.c: chooses an item, and opens the list of a cluster's milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-cluster-popover.h"
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

static void
open_cluster (MpTimeline *self, guint index)
{
  g_autofree guint32 *members = NULL;
  MpSceneCluster *cluster;
  GdkRectangle at;

  if (self->scene == NULL || index >= self->scene->n_clusters)
    return;
  cluster = &self->scene->clusters[index];
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
  if (item.kind == MP_SCENE_ITEM_CLUSTER) {
    open_cluster (self, item.index);
  } else if (item.kind == MP_SCENE_ITEM_ROW) {
    mp_session_set_selection (self->session, mp_scene_first_in_row (self->scene, item.index));
    mp_timeline_focus_selection (self);
  } else {
    mp_session_set_selection (self->session, mp_scene_item_get_item (item));
  }
}
