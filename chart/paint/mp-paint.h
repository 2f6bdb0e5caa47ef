/* mp-paint.h: from scenes to pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only code that draws charts: the window, the files and the tests call the same functions, on
 * whatever surface stands behind the cairo_t. Nothing is laid out here.
 */
#pragma once

#include "mp-scene.h"
#include "mp-search.h"
#include "mp-style.h"
#include "mp-text.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints the scene over the rectangle from 0, 0 to its width and height. */
void mp_paint_scene (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text);

/* Paints what shows that an item is selected, over a painted scene. A milestone sends a dashed line
 * down through the terms that it changed. Nothing is painted for MP_ITEM_NONE. */
void mp_paint_selection (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                         MpItem item);

/* Paints days that are being selected, from x0 to x1 within the plot, and says on the axis which
 * they are. */
void mp_paint_span (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                    double x0, double x1);

/* Paints the distance of two milestones as a bracket under the axis; nothing where a date of theirs
 * has no bound. */
void mp_paint_measure (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                       guint32 milestone, guint32 other);

/* Paints what shows what a search has found, over a painted scene and under the selection: all else
 * steps back behind a veil, and what was found has an outline, a cluster for any of its members. */
void mp_paint_matches (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                       const MpMatches *matches);

G_END_DECLS
