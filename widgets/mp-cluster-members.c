/* mp-cluster-members.c: a model of the milestones of a cluster
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-cluster-members.h"

/* --- One milestone ---------------------------------------------------------------------------- */

struct _MpClusterMember {
  GObject parent_instance;

  guint32 milestone;
};

G_DEFINE_FINAL_TYPE (MpClusterMember, mp_cluster_member, G_TYPE_OBJECT)

static void
mp_cluster_member_class_init (MpClusterMemberClass *klass)
{
  (void) klass;
}

static void
mp_cluster_member_init (MpClusterMember *self)
{
  (void) self;
}

guint32
mp_cluster_member_get_milestone (MpClusterMember *self)
{
  g_return_val_if_fail (MP_IS_CLUSTER_MEMBER (self), 0);
  return self->milestone;
}

/* --- All of them ------------------------------------------------------------------------------ */

struct _MpClusterMembers {
  GObject parent_instance;

  guint32 *milestones; /* owned */
  guint length;
};

static GType
get_item_type (GListModel *model)
{
  (void) model;
  return MP_TYPE_CLUSTER_MEMBER;
}

static guint
get_n_items (GListModel *model)
{
  return MP_CLUSTER_MEMBERS (model)->length;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MpClusterMembers *self = MP_CLUSTER_MEMBERS (model);
  MpClusterMember *member;

  if (position >= self->length)
    return NULL;
  member = g_object_new (MP_TYPE_CLUSTER_MEMBER, NULL);
  member->milestone = self->milestones[position];
  return member;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpClusterMembers, mp_cluster_members, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
mp_cluster_members_finalize (GObject *object)
{
  g_free (MP_CLUSTER_MEMBERS (object)->milestones);
  G_OBJECT_CLASS (mp_cluster_members_parent_class)->finalize (object);
}

static void
mp_cluster_members_class_init (MpClusterMembersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mp_cluster_members_finalize;
}

static void
mp_cluster_members_init (MpClusterMembers *self)
{
  (void) self;
}

MpClusterMembers *
mp_cluster_members_new (const guint32 *milestones, guint length)
{
  MpClusterMembers *self = g_object_new (MP_TYPE_CLUSTER_MEMBERS, NULL);

  self->milestones = g_memdup2 (milestones, length * sizeof *milestones);
  self->length = length;
  return self;
}

guint
mp_cluster_members_find (MpClusterMembers *self, guint32 milestone)
{
  g_return_val_if_fail (MP_IS_CLUSTER_MEMBERS (self), 0);

  for (guint i = 0; i < self->length; i++)
    if (self->milestones[i] == milestone)
      return i;
  return 0;
}
