/* mp-scene-private.h: the parts of making a scene
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp_scene_new () divides the picture; each of these then adds its part to it.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-array.h"
#include "mp-date.h"
#include "mp-scene.h"
#include "mp-view.h"

G_BEGIN_DECLS

/* Between the ends of a badge and its text, in design pixels. */
#define MP_BADGE_PADDING 9

/* The axis: its step, the words for the visible stretch, ticks, the badge of today. */
void mp_scene_add_axis (MpScene *scene, MpMeasure measure);

/* The lines or stretches of the as-of date, NULL for today, which has its own, and of the one
 * that it is compared with, NULL for none. */
void mp_scene_add_cursors (MpScene *scene, const MpDate *as_of, const MpDate *before,
                           MpMeasure measure);

/* The marks, labels and clusters of the milestones in view. */
void mp_scene_add_milestones (MpScene *scene, MpMeasure measure);

/* Adds the places of a milestone, on the line at y, as dots of this size; which is said by the
 * returned run. */
MpRun mp_scene_add_points (MpScene *scene, guint32 milestone, double y, double size);

/* The rows in view, and the bars in them; compared with a date unless that is NULL. */
void mp_scene_add_rows (MpScene *scene, const MpDate *before, MpMeasure measure);

/* The density and the words of a folded topic's row. */
void mp_scene_add_collapsed (MpScene *scene, MpSceneRow *row, MpMeasure measure);

/* The bars of a row. */
void mp_scene_add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure);

/* The thin bars of a row, of which it has so many. */
void mp_scene_add_tracks (MpScene *scene, const MpSceneRow *row, guint n_tracks);

/* Where a bar's edges stand, and what they are like. */
void mp_scene_place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar);

/* How far reaches what has no day of its own at an end: to the ends of the layout, which are days
 * too, so that it moves with everything else, and beyond them as far as one looks. */
MpView mp_scene_get_reach (const MpScene *scene);

/* The signs and the label on a bar that has its place. */
void mp_scene_place_bar_badges (const MpScene *scene, const MpSpan *span, gboolean ends_early,
                                MpSceneBar *bar);
void mp_scene_place_bar_label (const MpScene *scene, MpRect own, MpSceneBar *bar,
                               MpMeasure measure);

/* Where words stand, once all that has words has its place. */
void mp_scene_add_words (MpScene *scene, MpMeasure measure);

/* The numbers of the sources of all that has been added; the room that those of a mark, bar or
 * label need at most, of no width where there are none. */
void mp_scene_add_numbers (MpScene *scene, MpMeasure measure);
MpSize mp_scene_numbers_size (const MpScene *scene, MpItem item, MpMeasure measure);

/* A place across the picture, kept near to it: what lies far outside would be beyond the numbers of
 * the painter. */
double mp_scene_near_view (const MpScene *scene, double x);

G_END_DECLS
