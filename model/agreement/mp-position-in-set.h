/* mp-position-in-set.h: which of how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who does not see the timeline is told where an entry stands: "3 of 9". A milestone is counted by
 * time among those of its topic that are shown, a phase among those of its term.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-item.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* Counted from 1; both 0 for what has no rank. */
typedef struct {
  guint place;
  guint of;
} MpPositionInSet;

typedef struct _MpPositionsInSet MpPositionsInSet;

/* The ranks of an agreement's entries. order holds n_order milestones by time, those that are
 * shown; it is read now and not kept. */
MpPositionsInSet *mp_positions_in_set_new (MpAgreement *agreement, const guint32 *order,
                                           guint n_order) G_GNUC_WARN_UNUSED_RESULT;
void mp_positions_in_set_free (MpPositionsInSet *positions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPositionsInSet, mp_positions_in_set_free)

/* The rank of a milestone or a phase; none for what is not shown and for anything else. */
MpPositionInSet mp_positions_in_set_get (const MpPositionsInSet *positions, MpItem item);

G_END_DECLS
