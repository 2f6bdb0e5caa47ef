/* mp-item-words.h: tooltips and accessible descriptions of timeline items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both have the date in words, how certain it is, and what else is known about the item. Each
 * string is to be freed with g_free ().
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-position-in-set.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* For a milestone or a phase: its name on the first line, no line too long for a screen. */
char *mp_item_tooltip (MpAgreement *agreement, MpItem item) G_GNUC_WARN_UNUSED_RESULT;

/* The same in one line, without the name, which is mp_words_milestone () or mp_words_phase (), and
 * with the item's position in its set; a position of zeros is left out. */
char *mp_item_description (MpAgreement *agreement, MpItem item,
                           MpPositionInSet rank) G_GNUC_WARN_UNUSED_RESULT;

/* So many milestones of a cluster are named at most. */
#define MP_CLUSTER_MAX_NAMED 8

/* The milestones of a cluster, a line each with its date; and the same as one sentence. Of count
 * milestones only the first MP_CLUSTER_MAX_NAMED are read. */
char *mp_cluster_tooltip (MpAgreement *agreement, const guint32 *milestones,
                          guint count) G_GNUC_WARN_UNUSED_RESULT;
char *mp_cluster_description (MpAgreement *agreement, const guint32 *milestones,
                              guint count) G_GNUC_WARN_UNUSED_RESULT;

/* Says how many phases there are at some time, which is given in words. */
char *mp_crowd_words (const char *when, guint count) G_GNUC_WARN_UNUSED_RESULT;

/* Names all phases of a term that are in view, or for MP_NONE all milestones, by their number. */
char *mp_row_words (MpAgreement *agreement, guint32 term, guint count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
