/* mp-item-words.h: what is said of an item under the pointer, or with the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both say the same: the date in words, how well it is known, and what else there is to know about
 * it. Each string is to be freed with g_free ().
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-position-in-set.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* For a milestone or a phase: its name on the first line, no line too long for a screen. */
char *mp_item_tooltip (MpAgreement *agreement, MpItem item) G_GNUC_WARN_UNUSED_RESULT;

/* The same without what its name, mp_words_milestone () or mp_words_phase (), says, and with where
 * it stands among its like, where it has a rank; in one line. */
char *mp_item_description (MpAgreement *agreement, MpItem item,
                           MpPositionInSet rank) G_GNUC_WARN_UNUSED_RESULT;

/* The milestones of a cluster, a line each with its date, not all of many; and the same as one
 * sentence. */
char *mp_cluster_tooltip (MpAgreement *agreement, const guint32 *milestones,
                          guint count) G_GNUC_WARN_UNUSED_RESULT;
char *mp_cluster_description (MpAgreement *agreement, const guint32 *milestones,
                              guint count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
