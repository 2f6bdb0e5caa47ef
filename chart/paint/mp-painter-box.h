/* mp-painter-box.h: what the painting of boxes is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box is put together from its two ends, which are stamps, and from rectangles in between. Only
 * where a colour fades is there a gradient, as it takes many times longer than a colour. All edges
 * lie between pixels, so that parts of a box join without a seam.
 */
#pragma once

#include "mp-paint-private.h"

G_BEGIN_DECLS

/* Adds a box to the path. */
void mp_box_add (cairo_t *cr, MpBox box);

/* Returns the radius of the corners, limited to what the box has room for. */
double mp_box_radius (MpBox box);

/* Returns the stretch of a box from x0 to x1, which may be beyond its ends. */
MpBox mp_box_stretch (MpBox box, double x0, double x1);

/* Returns the box with its edges moved to where pixels meet, and as far as it is in view: a box can
 * be millions of pixels long. An end that is out of view becomes square. */
MpBox mp_box_round (const MpPainter *painter, MpBox box);

/* Returns the length of an end with an outline of this width, or of 0, as whole pixels. */
double mp_box_end (const MpPainter *painter, MpBox box, double width);

/* Returns whether a box is hardly longer than its two ends: then all of it is one stamp. */
gboolean mp_box_is_short (const MpPainter *painter, MpBox box, double end);

/* Paints a part of a box in an ink that fades all along it or not at all. */
typedef void (*MpBoxFunc) (const MpPainter *painter, MpBox box, const MpInk *ink,
                           gconstpointer data);

/* Calls a function for the stretches of a box in which the ink fades, and, with an ink that does
 * not, for the one in which it has its full colour. The box must be rounded. */
void mp_box_each_stretch (const MpPainter *painter, MpBox box, const MpInk *ink, MpBoxFunc call,
                          gconstpointer data);

/* Fills a box, which must be rounded, with the source. */
void mp_box_fill (const MpPainter *painter, MpBox box);

G_END_DECLS
