/* mp-scene-private.h: the functions that make the parts of a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp_scene_new () divides the picture; each mp_scene_add_ function then appends to the arrays of
 * the scene. Places are logical pixels from the top left corner of the picture. A measure is used
 * during the call only.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-array.h"
#include "mp-date.h"
#include "mp-scene.h"
#include "mp-view.h"

G_BEGIN_DECLS

/* Between the text of a badge and its left and right edge, in design pixels. */
#define MP_BADGE_PADDING 9

/* Adds the axis: the step of its ticks, the ticks, the days in view in words, the line and the
 * badge of today. */
void mp_scene_add_axis (MpScene *scene, MpMeasure measure);

/* Adds the cursors of the as-of date and of the date before, with their badges. as_of is NULL for
 * today, which has a line of its own; before is NULL for no comparison. */
void mp_scene_add_cursors (MpScene *scene, const MpDate *as_of, const MpDate *before,
                           MpMeasure measure);

/* Adds the line of the date as of whose knowledge the agreement is shown. The badges of the other
 * dates must be there. */
void mp_scene_add_known (MpScene *scene, const MpDate *known, MpMeasure measure);

/* Adds the marks, labels and clusters of the milestones in view. */
void mp_scene_add_milestones (MpScene *scene, MpMeasure measure);

/* Adds the points of a milestone: dots of this size, or stretches as high, with their middle at y.
 * Returns where they are in the scene's points. */
MpRun mp_scene_add_points (MpScene *scene, guint32 milestone, double y, double size);

/* Adds the rows in view and everything in them. In a comparison, before is the date to compare the
 * as-of date with; else it is NULL. */
void mp_scene_add_rows (MpScene *scene, const MpDate *before, MpMeasure measure);

/* Adds the densities of a collapsed topic's row, and sets the row's text. */
void mp_scene_add_collapsed (MpScene *scene, MpSceneRow *row, MpMeasure measure);

/* Adds the crowds of a term's row. Returns the phases in view that are drawn singly (guint32), in
 * their order. Free with g_array_unref (). */
GArray *mp_scene_add_crowds (MpScene *scene, const MpSceneRow *row,
                             MpMeasure measure) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the bars and the crowds of a term's row. */
void mp_scene_add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure);

/* Adds the thin bars of a term's row. n_tracks is the number of tracks that the layout keeps for
 * them. */
void mp_scene_add_tracks (MpScene *scene, const MpSceneRow *row, guint n_tracks);

/* Sets where a bar begins and ends and how its edges look, from the dates of a span. Leaves its y
 * and its height to the caller. */
void mp_scene_place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar);

/* Returns the days over which something without a start or without an end is drawn. They are all
 * days of the layout, so that such an end moves with everything else, and all days in view. */
MpView mp_scene_get_reach (const MpScene *scene);

/* Places the badges on a bar whose edges have their places. */
void mp_scene_place_bar_badges (const MpScene *scene, const MpSpan *span, gboolean ends_early,
                                MpSceneBar *bar);

/* Places the label and the numbers on a bar that has its badges. own is the part of the bar that no
 * other bar covers. */
void mp_scene_place_bar_label (const MpScene *scene, MpRect own, MpSceneBar *bar,
                               MpMeasure measure);

/* Places the words behind the bars that have been added, clear of all numbers. */
void mp_scene_add_ends (MpScene *scene, MpMeasure measure);

/* Collects where words stand on the rows. To be called when everything else has been added. */
void mp_scene_add_words (MpScene *scene, MpMeasure measure);

/* Adds the numbers of the sources of everything that has been added so far. */
void mp_scene_add_numbers (MpScene *scene, MpMeasure measure);

/* Returns the room that the numbers of a milestone's or a phase's sources need at most; of no width
 * if it has no sources. */
MpSize mp_scene_numbers_size (const MpScene *scene, MpItem item, MpMeasure measure);

/* Stores the rectangle of a mark's label or, if that is not in view, of its first point that is.
 * Returns FALSE if nothing of the mark is in view. */
gboolean mp_scene_find_mark (const MpScene *scene, const MpSceneMark *mark, MpRect *rect);

/* Returns x, limited to a wide range around the picture. Cairo's fixed-point numbers would overflow
 * for what lies further out. */
double mp_scene_near_view (const MpScene *scene, double x);

G_END_DECLS
