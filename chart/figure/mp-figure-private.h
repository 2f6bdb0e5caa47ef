/* mp-figure-private.h: the words of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All returned strings are freed with g_free ().
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"

G_BEGIN_DECLS

/* Returns the milestone whose two sides a figure compares, or MP_NONE. */
guint32 mp_figure_milestone (MpAgreement *agreement, const MpFigureOptions *options);

/* Returns the subtitle: the as-of date or the two dates that are compared, the date on which the
 * facts were checked, and, unless visible is NULL, how many of the entries are shown. milestone is
 * the one whose sides are compared, or MP_NONE. */
char *mp_figure_subtitle (MpAgreement *agreement, const MpFigureOptions *options,
                          const MpVisibleSet *visible, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* Returns sentences about what a figure leaves out, or "" if that is nothing: n_terms for which its
 * height has no room, unchanged terms, n_sources for which the list of sources has no room, and the
 * numbers of sources for which there is no room at the marks and bars. The figure has either a
 * scene or a table; the other one is NULL. */
char *mp_figure_notes (const MpScene *scene, const MpTable *table, guint n_terms,
                       guint n_sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
