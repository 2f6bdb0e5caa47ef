/* mp-labels.h: where the labels of milestones go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This is a part of the layout. Labels stand in lanes above the marks, each on a stem that rises
 * from its mark. The lane of a label, and its side of the stem, are chosen zoom by zoom, beginning
 * with the widest view. At each zoom the labels that have no place yet get one, important ones
 * first: the lowest lane where neither the label nor its stem touches another. While zooming in,
 * stems move apart and labels keep their width, so a label that has room at one zoom has room at
 * all nearer ones, and keeps its lane and its side.
 */
#pragma once

#include "mp-layout.h"

G_BEGIN_DECLS

/* Labels of any importance use the usual lanes. A milestone of importance 1 that has no room there
 * uses the lanes up to MORE; if they are full, too, its stem may pass behind other labels; and only
 * if it still has no room does it use the lanes up to MAX. */
#define MP_LABELS_USUAL_LANES 4
#define MP_LABELS_MORE_LANES 7
#define MP_LABELS_MAX_LANES 24

/* Places the labels for the zoom of the request. stems holds the day of each milestone's stem, and
 * order the milestones by time. places has one element for each milestone, which is filled in. A
 * hidden milestone has no label. Other labels stay where they are when nothing is hidden, and marks
 * that are bare then get a label where the hidden ones leave room. Returns the number of lanes,
 * which is the same at every zoom. */
guint mp_labels_place (const MpLayoutRequest *request, const MpMetrics *metrics,
                       const double *stems, const guint32 *order, MpPlace *places);

/* Compares two milestones, guint32, by the days of their stems, from left to right: for
 * g_qsort_with_data (), with the stems as data. */
int mp_labels_compare_stems (gconstpointer a, gconstpointer b, gpointer stems);

G_END_DECLS
