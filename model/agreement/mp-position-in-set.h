/* mp-position-in-set.h: the position of an entry among those of its topic or term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen reader says where an entry stands: "3 of 9". Milestones are counted in order of time
 * among the visible ones of their topic, phases among those of their term.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-item.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* The position of an entry, counted from 1, and the size of its set. Both are 0 for an entry that
 * has no position. */
typedef struct {
  guint place;
  guint of;
} MpPositionInSet;

typedef struct _MpPositionsInSet MpPositionsInSet;

/* Computes the positions of all entries of an agreement. order holds the indices of the n_order
 * visible milestones, in order of time; it is not kept. */
MpPositionsInSet *mp_positions_in_set_new (MpAgreement *agreement, const guint32 *order,
                                           guint n_order) G_GNUC_WARN_UNUSED_RESULT;
void mp_positions_in_set_free (MpPositionsInSet *positions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPositionsInSet, mp_positions_in_set_free)

/* Returns the position of a milestone or a phase; { 0, 0 } for a milestone that is not visible and
 * for any other item. */
MpPositionInSet mp_positions_in_set_get (const MpPositionsInSet *positions, MpItem item);

G_END_DECLS
