/* mp-cluster-members.h: the milestones of a cluster, as a model for a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * There can be a hundred thousand of them, so that the items are made when the list asks for them.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A GListModel of MpClusterMember. */
#define MP_TYPE_CLUSTER_MEMBERS (mp_cluster_members_get_type ())
G_DECLARE_FINAL_TYPE (MpClusterMembers, mp_cluster_members, MP, CLUSTER_MEMBERS, GObject)

#define MP_TYPE_CLUSTER_MEMBER (mp_cluster_member_get_type ())
G_DECLARE_FINAL_TYPE (MpClusterMember, mp_cluster_member, MP, CLUSTER_MEMBER, GObject)

/* Returns a model of these milestones, which are copied. */
MpClusterMembers *mp_cluster_members_new (const guint32 *milestones,
                                          guint length) G_GNUC_WARN_UNUSED_RESULT;

/* Returns where a milestone is in the model; 0 if it is not. */
guint mp_cluster_members_find (MpClusterMembers *self, guint32 milestone);

guint32 mp_cluster_member_get_milestone (MpClusterMember *self);

G_END_DECLS
