/* mp-painter-tile.h: what repeats along a box: dashes and slanting lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-paint-private.h"

G_BEGIN_DECLS

/* What repeats, from the left upper corner of rect on. The width of rect is for mp_tile_fill () to
 * choose. */
typedef struct {
  MpRect rect;
  double step;   /* from one dash or line to the next, a whole number of pixels */
  double width;  /* of the lines */
  double dash;   /* the length of a dash */
  double line_y; /* where dashes are, from the upper edge of rect */
  MpRgb color;
} MpTile;

/* Draw a tile for mp_tile_fill (). */
void mp_tile_draw_dashes (cairo_t *cr, gconstpointer tile);
void mp_tile_draw_slants (cairo_t *cr, gconstpointer tile);

/* Fills a box, which must be rounded, with a tile. The ink fades all along the box or not at all.
 */
void mp_tile_fill (const MpPainter *painter, MpBox box, const MpInk *ink, MpStampFunc draw,
                   MpTile tile);

G_END_DECLS
