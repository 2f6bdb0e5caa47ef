/* mp-detail-conditions.h: parts of the detail pane about dates that depend on something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each function returns a new, floating widget, or NULL where there is nothing to say. What they
 * cite is added to citations, an array of MpCitation, and named by the numbers it then has.
 */
#pragma once

#include "mp-agreement.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The dates that sources give for a milestone or a phase: the preferred one first, in words, with
 * its own citations, which stand first in the array; then the others, with their reasons. */
GtkWidget *mp_detail_others_new (MpAgreement *agreement, const char *preferred,
                                 MpCertainty certainty, MpRun own, MpRun alternatives,
                                 GArray *citations);

/* By when notice must be given before the term ends, and how that is counted, or why nobody can
 * know. */
GtkWidget *mp_detail_notice_new (MpAgreement *agreement, guint32 term, GArray *citations);

/* How the dates were counted: derivations of the agreement, or MP_NONE. Those of a phase are said
 * to be its start and its end. */
GtkWidget *mp_detail_derivation_new (MpAgreement *agreement, guint32 derivation);
GtkWidget *mp_detail_derivations_new (MpAgreement *agreement, guint32 start, guint32 end);

G_END_DECLS
