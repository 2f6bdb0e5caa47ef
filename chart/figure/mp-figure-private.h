/* mp-figure-private.h: what a figure says about its chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All returned strings are freed with g_free ().
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"

G_BEGIN_DECLS

/* The milestone whose sides a figure compares, or MP_NONE. */
guint32 mp_figure_milestone (MpAgreement *agreement, const MpFigureOptions *options);

/* The dates that the figure is about, the milestone that lies between them or MP_NONE, when its
 * facts were checked, and how much it shows; NULL for everything. */
char *mp_figure_subtitle (MpAgreement *agreement, const MpFigureOptions *options,
                          const MpVisibleSet *visible, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* What the figure says about what it leaves out, "" where that is nothing: terms below its height,
 * unchanged ones, numbers that have no room at their marks, and sources that have none in the list.
 * One of scene and table is NULL. */
char *mp_figure_notes (const MpScene *scene, const MpTable *table, guint n_terms,
                       guint n_sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
