/* mp-figure-private.h: what a figure says about its chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All returned strings are freed with g_free ().
 */
#pragma once

#include "mp-figure.h"

G_BEGIN_DECLS

/* The dates that the figure is about, and when its facts were checked. */
char *mp_figure_subtitle (MpAgreement *agreement,
                          const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* The sources under a timeline: those of what is selected or, with nothing selected, of the
 * greatest milestones; as many as there is room for. */
char *mp_figure_notes (MpAgreement *agreement, MpItem selection) G_GNUC_WARN_UNUSED_RESULT;

/* What stands under a table: every source that its rows name by number, and how many terms it
 * leaves out. */
char *mp_figure_table_notes (const MpTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
