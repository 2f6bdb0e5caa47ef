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

/* Adds the points of a milestone, on the line at y; dots have this size. Returns which of the
 * scene's points they are. */
MpRun mp_scene_add_points (MpScene *scene, guint32 milestone, double y, double size);

/* The rows in view, and the bars in them; compared with a date unless that is NULL. */
void mp_scene_add_rows (MpScene *scene, const MpDate *before, MpMeasure measure);

/* Adds the densities of a collapsed topic's row, and sets the row's text. */
void mp_scene_add_collapsed (MpScene *scene, MpSceneRow *row, MpMeasure measure);

/* The bars of a row. */
void mp_scene_add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure);

/* Adds the thin bars of a row. n_tracks is how many the layout has room for. */
void mp_scene_add_tracks (MpScene *scene, const MpSceneRow *row, guint n_tracks);

/* Finds where the edges of a bar stand, and what they look like, from the dates of its span. */
void mp_scene_place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar);

/* Returns the days up to which an end without a date is drawn: those of the layout, or those in
 * view where these lie further out. Ends that are bound to days move with everything else. */
MpView mp_scene_get_reach (const MpScene *scene);

/* Place the badges and the label on a bar, whose own place must have been found. */
void mp_scene_place_bar_badges (const MpScene *scene, const MpSpan *span, gboolean ends_early,
                                MpSceneBar *bar);
void mp_scene_place_bar_label (const MpScene *scene, MpRect own, MpSceneBar *bar,
                               MpMeasure measure);

/* Collects where words and badges stand on the rows. All of these must have been placed. */
void mp_scene_add_words (MpScene *scene, MpMeasure measure);

/* add_numbers: numbers the sources of everything that has been added. numbers_size: returns the
 * room that the numbers of an item need at most, of no width where it has no sources. */
void mp_scene_add_numbers (MpScene *scene, MpMeasure measure);
MpSize mp_scene_numbers_size (const MpScene *scene, MpItem item, MpMeasure measure);

/* Limits x to the neighbourhood of the picture: the coordinates of the drawing library do not reach
 * further. */
double mp_scene_near_view (const MpScene *scene, double x);

G_END_DECLS
