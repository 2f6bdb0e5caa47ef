/* mp-labels.h: where the labels of milestones go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of the layout. Labels stand in lanes over their marks, each on a stem. They are placed
 * greedily, the important first, in the lowest lane where neither label nor stem touches another's.
 */
#pragma once

#include "mp-layout.h"

G_BEGIN_DECLS

#define MP_LABELS_MAX_LANES 7

/* Places all labels for a zoom, per_day, in at most n_lanes lanes, whether they are shown or not.
 * stems holds the day of each milestone's stem, order the milestones by time; places has one
 * element each and is filled in. Returns the number of lanes used. */
guint mp_labels_place (const MpLayoutRequest *request, const MpMetrics *metrics,
                       const double *stems, double per_day, guint n_lanes, const guint32 *order,
                       MpPlace *places);

/* Takes away the labels that are not shown, once all are placed. Those that are shown stay where
 * they are; bare marks get a label where there is room now. */
void mp_labels_hide (const MpLayoutRequest *request, const MpMetrics *metrics, const double *stems,
                     double per_day, guint n_lanes, const guint32 *order, MpPlace *places);

G_END_DECLS
