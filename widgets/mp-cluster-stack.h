/* mp-cluster-stack.h: the milestones of a small cluster, told apart where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No zoom tells the milestones of one day apart. A cluster of a few opens on the canvas as a
 * numbered stack, which stays open while its entries are selected one after the other.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The most milestones that open as a stack; more open as a list. */
#define MP_CLUSTER_STACK_MAX 32

#define MP_TYPE_CLUSTER_STACK (mp_cluster_stack_get_type ())
G_DECLARE_FINAL_TYPE (MpClusterStack, mp_cluster_stack, MP, CLUSTER_STACK, GtkWidget)

/* A stack without entries. It is a child of the timeline, which places it. */
GtkWidget *mp_cluster_stack_new (void);

/* Shows milestones of the session's agreement, given by index, at most MP_CLUSTER_STACK_MAX, in
 * their order. Takes a reference to the session, whose selection its buttons set and show. */
void mp_cluster_stack_show (MpClusterStack *self, MpSession *session, const guint32 *milestones,
                            guint length);

/* Gives the focus to the selected milestone of the stack, or to the first. */
void mp_cluster_stack_focus (MpClusterStack *self);

/* Whether a milestone is in the stack. */
gboolean mp_cluster_stack_has (MpClusterStack *self, guint32 milestone);

G_END_DECLS
