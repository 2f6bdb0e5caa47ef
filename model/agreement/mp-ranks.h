/* mp-ranks.h: which of how many
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who does not see the timeline is told where an entry stands: "3 of 9". A milestone is counted by
 * time among those of its topic that are shown, a phase among those of its term.
 */
#pragma once

#include "mp-item.h"
#include "mp-shown.h"

G_BEGIN_DECLS

/* Counted from 1; both 0 for what has no rank. */
typedef struct {
  guint place;
  guint of;
} MpRank;

typedef struct _MpRanks MpRanks;

/* The ranks of an agreement's entries. order holds n_order milestones by time, those that are
 * shown; it is read now and not kept. */
MpRanks *mp_ranks_new (MpAgreement *agreement, const guint32 *order,
                       guint n_order) G_GNUC_WARN_UNUSED_RESULT;
void mp_ranks_free (MpRanks *ranks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpRanks, mp_ranks_free)

/* The rank of a milestone or a phase; none for what is not shown and for anything else. */
MpRank mp_ranks_get (const MpRanks *ranks, MpItem item);

G_END_DECLS
