/* mp-detail-conditions.h: parts of the details about dates that depend on something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function adds its rows, or none if there is nothing to say. The citations that they need are
 * added to citations, an array of MpCitation, and named by the numbers that they have there.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* The dates that sources give for a milestone or a phase. The preferred date comes first, in words
 * and with its own citations, which must be the first of the array; the others follow, each with
 * the reason why it is not preferred. */
void mp_detail_add_others (MpDetailRows *rows, MpAgreement *agreement, const char *preferred,
                           MpCertainty certainty, MpRun own, MpRun alternatives, GArray *citations);

/* The last day for notice before the term ends and how it is counted, or why nobody can know it. */
void mp_detail_add_notice (MpDetailRows *rows, MpAgreement *agreement, guint32 term,
                           GArray *citations);

/* How dates were counted from others. The arguments are derivations of the agreement, or MP_NONE;
 * those of a phase are called its start and its end. */
void mp_detail_add_derivation (MpDetailRows *rows, MpAgreement *agreement, guint32 derivation);
void mp_detail_add_derivations (MpDetailRows *rows, MpAgreement *agreement, guint32 start,
                                guint32 end);

G_END_DECLS
