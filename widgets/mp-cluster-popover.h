/* mp-cluster-popover.h: the milestones of a cluster, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_CLUSTER_POPOVER (mp_cluster_popover_get_type ())
G_DECLARE_FINAL_TYPE (MpClusterPopover, mp_cluster_popover, MP, CLUSTER_POPOVER, GtkPopover)

GtkWidget *mp_cluster_popover_new (void);

/* Lists milestones of the session's agreement, given by index. The one that the user chooses
 * becomes the selection. Takes a reference to the session. */
void mp_cluster_popover_list (MpClusterPopover *self, MpSession *session, const guint32 *milestones,
                              guint length);

/* Gives the focus to the selected milestone of the list, or to the first. To be called when the
 * popover is open. */
void mp_cluster_popover_focus (MpClusterPopover *self);

G_END_DECLS
