/* mp-text-mask.h: words as masks of pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cairo before 1.18 puts each letter on a whole pixel, which spaces letters unevenly and lets words
 * run together where a picture is made smaller. In a mask each letter stands within an eighth of a
 * pixel of its place, with every version of Cairo.
 */
#pragma once

#include "mp-pixels.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* A mask, or the knowledge that a text has none. It begins as zeros. */
typedef struct {
  cairo_surface_t *surface; /* owned; NULL if there is no mask */
  double scale;             /* that of the pixels it was drawn for; 0 before */
  double unit;
  double x; /* of its left upper corner, in pixels from that of the text */
  double y;
} MpTextMask;

/* Draws a text for these pixels, after what was drawn before is cleared. A text has no mask if it
 * is very large or has letters in colours of their own, such as emoji. */
void mp_text_mask_draw (MpTextMask *mask, PangoLayout *layout, const MpPixels *pixels);
void mp_text_mask_clear (MpTextMask *mask);

/* Returns whether the text was drawn for such pixels. */
gboolean mp_text_mask_suits (const MpTextMask *mask, const MpPixels *pixels);

/* Returns how many bytes a mask takes. */
gsize mp_text_mask_bytes (const MpTextMask *mask);

/* Paints the text in the source of cr, with its left upper corner at the pixel nearest to x, y.
 * Returns FALSE, and paints nothing, if the text has no mask. */
gboolean mp_text_mask_put (const MpTextMask *mask, cairo_t *cr, const MpPixels *pixels, double x,
                           double y);

G_END_DECLS
