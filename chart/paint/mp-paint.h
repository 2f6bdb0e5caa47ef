/* mp-paint.h: from scenes to pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This is the only code that draws charts: window, files and tests call the same functions, with
 * any kind of surface behind the cairo_t. Nothing is laid out here. One unit of the cairo_t is one
 * logical pixel of the scene. All arguments are borrowed and none may be NULL. The text must have
 * the fonts with which the scene was measured, else words do not fit their places.
 */
#pragma once

#include "mp-scene.h"
#include "mp-search.h"
#include "mp-style.h"
#include "mp-text.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints the scene with its top left corner at 0, 0; nothing is painted outside of its width and
 * height. */
void mp_paint_scene (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text);

/* The same, but for words that mp_paint_selection () will paint again, in other colours. Together
 * both paint the same as if they were there, and a file that holds text has none twice. */
void mp_paint_scene_under (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                           MpItem selection);

/* Paints over a painted scene what shows that an item is selected. A dashed line leads from a
 * milestone to each term that it changed. Paints nothing for MP_ITEM_NONE. */
void mp_paint_selection (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                         MpItem item);

/* Paints over a painted scene what shows that a milestone is the last change: its label is tinted,
 * and a plain line leads to each term that it changed. Paints nothing for anything else, or where
 * it is in a cluster. Not to be painted for what is selected. */
void mp_paint_last_change (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                           MpItem item);

/* Paints what a selected milestone is linked with: a curve under the marks to each other milestone,
 * with dashes where the link is not sure, and an arrow at what came of the other. Paints nothing
 * for anything else. */
void mp_paint_links (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                     MpItem item);

/* Paints a frame around an item, or around the cluster that holds it; nothing if it is out of view.
 */
void mp_paint_lit (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                   MpItem item);

/* Paints the days that the user is selecting, from x0 to x1 within the plot, and a badge on the
 * axis that says which days these are. Paints nothing if x1 is not more than x0. */
void mp_paint_span (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                    double x0, double x1);

/* Paints a bracket under the axis from one milestone to another, with the distance in days. Paints
 * nothing if the date of one of them has no bound. */
void mp_paint_measure (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                       guint32 milestone, guint32 other);

/* Paints the results of a search, over a painted scene and under the selection. Each result has an
 * outline, and a veil dims everything else. A cluster is outlined if any of its milestones is a
 * result. */
void mp_paint_matches (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                       const MpMatches *matches);

/* The same for what a step of the story tells of. The veil is enough to see it: it has outlines
 * only in high contrast, where nothing is dimmed. */
void mp_paint_told (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                    const MpMatches *told);

G_END_DECLS
