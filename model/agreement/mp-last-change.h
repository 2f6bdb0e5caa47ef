/* mp-last-change.h: the milestone that changed the agreement last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

/* Returns the index of the latest milestone that changes a term and is over by the end of a date,
 * or MP_NONE if there is none. A milestone whose own date is vague counts once the last day that it
 * may have come on is over. Of several on the same days it is the most important one, then the
 * first by their order. Takes time in proportion to the number of milestones. */
guint32 mp_last_change (MpAgreement *agreement, const MpDate *date);

G_END_DECLS
