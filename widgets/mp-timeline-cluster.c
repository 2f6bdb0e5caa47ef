/* mp-timeline-cluster.c: opens the list of a cluster's milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-cluster-popover.h"
#include "mp-direction.h"

/* The focus goes back to the cluster that opened the list, or to the milestone that was chosen. */
static void
cluster_closed_cb (MpTimeline *self)
{
  MpSceneItem item;

  if (self->session == NULL || self->scene == NULL)
    return;
  item = mp_scene_stand_in (self->scene, mp_session_get_selection (self->session));
  if (item.kind != MP_SCENE_ITEM_CLUSTER)
    item = (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, self->opened };
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
  self->opened = index;
  members = mp_scene_list_members (self->scene, cluster);
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
mp_timeline_activate_item (MpTimeline *self, MpSceneItem item)
{
  if (item.kind == MP_SCENE_ITEM_CLUSTER)
    open_cluster (self, item.index);
  else
    mp_session_set_selection (self->session, mp_scene_item_get_item (item));
}
