/* mp-labels.h: where the labels of milestones go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of the layout. Labels stand in lanes over their marks, each on a stem. Lane and side are
 * chosen once, from the widest view to the nearest: at each zoom those that have none yet get the
 * lowest lane where neither label nor stem touches another's, the important first. Labels keep
 * their width while their stems move apart, so what has room at one zoom has room at every nearer
 * one: a label once shown stays, in its lane and on its side.
 */
#pragma once

#include "mp-layout.h"

G_BEGIN_DECLS

/* The most lanes there can be, for milestones of importance 1, which always have their labels. */
#define MP_LABELS_MAX_LANES 24

/* Lanes beyond these are for milestones of importance 1 only, before their stems pass behind
 * labels, and beyond those only for want of any other place. */
#define MP_LABELS_USUAL_LANES 4
#define MP_LABELS_MORE_LANES 7

/* Places the labels that are seen at the zoom of the request. stems holds the day of each
 * milestone's stem, order the milestones by time; places has one element each and is filled in.
 * Entries that the request does not show have no label; those that it shows stay where they are
 * when all is shown, and bare marks get a label where there is room now. Returns the number of
 * lanes, which is the same at every zoom. */
guint mp_labels_place (const MpLayoutRequest *request, const MpMetrics *metrics,
                       const double *stems, const guint32 *order, MpPlace *places);

G_END_DECLS
