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
 *
 * Places are chosen when they are asked for, and kept: for the days in view, and up to the zoom in
 * use. Which ones does not depend on what was asked for before. Where more milestones stand on a
 * few pixels than could ever have labels there, only some are tried.
 */
#pragma once

#include "mp-layout.h"
#include "mp-stems.h"

G_BEGIN_DECLS

/* Labels of any importance use the usual lanes. A milestone of importance 1 that has no room there
 * uses the lanes up to MORE; if they are full, too, its stem may pass behind other labels; and only
 * if it still has no room does it use the lanes up to MAX. Where there are more than MANY of
 * importance 1, the lanes up to MAX would not be enough either, and are left to the rows. */
#define MP_LABELS_USUAL_LANES 4
#define MP_LABELS_MORE_LANES 7
#define MP_LABELS_MAX_LANES 24
#define MP_LABELS_MANY MP_LABELS_MAX_LANES

typedef struct _MpLabels MpLabels;

/* Creates the labels of an agreement for what the request says, but for its zoom and its visible
 * set. Chooses the number of lanes, which is the same at every zoom. Free with mp_labels_unref ().
 * Only one thread at a time may use labels. */
MpLabels *mp_labels_new (const MpLayoutRequest *request,
                         const MpMetrics *metrics) G_GNUC_WARN_UNUSED_RESULT;

/* Creates the labels of only some milestones. The lanes are those of base, and a label that base
 * has at a zoom stays in its place. Marks that are bare there get a label where the hidden ones
 * leave room. Keeps a reference to both. */
MpLabels *mp_labels_new_visible (MpLabels *base, MpVisibleSet *visible) G_GNUC_WARN_UNUSED_RESULT;

MpLabels *mp_labels_ref (MpLabels *self);
void mp_labels_unref (MpLabels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLabels, mp_labels_unref)

/* Returns the labels of all milestones: base, or self. Owned by self. */
MpLabels *mp_labels_get_all (MpLabels *self);

/* Returns whether a request, its zoom and its visible set apart, has the same labels as another for
 * which they were made. */
gboolean mp_labels_suit (const MpLabels *self, const MpLayoutRequest *request);

guint mp_labels_get_n_lanes (const MpLabels *self);

/* Appends the ranks (guint32) of the milestones that have a label at a zoom, in logical pixels a
 * day, and whose stem is on the days from begin to end, which are included. They come in no
 * particular order. Places the labels that are not placed yet. */
void mp_labels_find (MpLabels *self, double per_day, double begin, double end, MpMeasure measure,
                     GArray *ranks);

/* Returns the width that the label of a milestone has, or would have. */
double mp_labels_width_of (MpLabels *self, guint32 milestone, MpMeasure measure);

/* Returns the place of a milestone's label at a zoom, or a place without a label. It must lie
 * within days for which mp_labels_find () was called at this zoom. Valid until the next such call.
 */
const MpPlace *mp_labels_get_place (const MpLabels *self, guint32 rank, double per_day);

G_END_DECLS
