/* mp-item.h: a milestone or a phase, which can be selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef enum {
  MP_ITEM_NONE,
  MP_ITEM_MILESTONE,
  MP_ITEM_PHASE,
} MpItemKind;

/* One thing that can be pointed at. */
typedef struct {
  MpItemKind kind;
  guint32 index;
} MpItem;

#define MP_TYPE_ITEM (mp_item_get_type ())
GType mp_item_get_type (void);
gboolean mp_item_equal (MpItem a, MpItem b);

/* The earliest instant of a milestone or a phase, and the first instant after its latest. */
MpInstant mp_item_earliest (MpAgreement *agreement, MpItem item);
MpInstant mp_item_after (MpAgreement *agreement, MpItem item);

/* The index of the topic of a milestone or a phase. */
guint32 mp_item_topic (MpAgreement *agreement, MpItem item);

/* Compares two milestones or phases by time: by their earliest instant, then milestones before
 * phases, then by their order, then as in the file. Returns a number below, equal to or above 0 if
 * a comes before b, is b, or comes after it. */
int mp_item_compare (MpAgreement *agreement, MpItem a, MpItem b);

/* Returns the item of another agreement that an item, which may be of kind MP_ITEM_NONE, stands
 * for: the milestone with the same id, or the phase of the same term with the same state and span.
 * Of kind MP_ITEM_NONE if there is none. */
MpItem mp_item_find_again (MpAgreement *agreement, MpItem item, MpAgreement *other);

/* All milestones and phases in order of time; length counts them. Free with g_free (). */
MpItem *mp_items_by_time (MpAgreement *agreement, guint *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
