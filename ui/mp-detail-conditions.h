/* mp-detail-conditions.h: parts of the details about dates that depend on something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function returns a new, floating widget, or NULL if there is nothing to show. The citations
 * that a widget needs are added to citations, an array of MpCitation, and named by the numbers that
 * they have there.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dates that sources give for a milestone or a phase. The preferred date comes first, in words
 * and with its own citations, which must be the first of the array; the others follow, each with
 * the reason why it is not preferred. */
GtkWidget *mp_detail_others_new (MpAgreement *agreement, const char *preferred,
                                 MpCertainty certainty, MpRun own, MpRun alternatives,
                                 GArray *citations);

/* The last day for notice before the term ends and how it is counted, or why nobody can know it. */
GtkWidget *mp_detail_notice_new (MpAgreement *agreement, guint32 term, GArray *citations);

/* How dates were counted from others. The arguments are derivations of the agreement, or MP_NONE;
 * those of a phase are called its start and its end. */
GtkWidget *mp_detail_derivation_new (MpAgreement *agreement, guint32 derivation);
GtkWidget *mp_detail_derivations_new (MpAgreement *agreement, guint32 start, guint32 end);

G_END_DECLS
