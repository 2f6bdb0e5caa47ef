/* mp-stamps.h: small shapes that are drawn once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shape with curves takes Cairo many times longer to draw than to put in its place once it is
 * there as pixels. A chart has hundreds of shapes, but few different ones: a stamp is one of these.
 * Where there are no pixels, as in an SVG file, the shape is drawn instead.
 */
#pragma once

#include "mp-pixels.h"
#include "mp-style.h"

G_BEGIN_DECLS

typedef struct _MpStamps MpStamps;

/* Draws a shape at its place. */
typedef void (*MpStampFunc) (cairo_t *cr, gconstpointer data);

/* What a stamp looks like, besides its size: who draws it, and whatever else that depends on. Two
 * with the same key look the same. What follows from the style alone need not be in it. */
typedef struct {
  MpStampFunc draw;
  gint32 values[6];
} MpStampKey;

/* Return a length and a colour as values of a key. */
static inline gint32
mp_stamp_length (double length)
{
  return (gint32) (length * 64 + 0.5);
}

static inline gint32
mp_stamp_color (MpRgb color)
{
  return (gint32) (color.red * 255 + 0.5) << 16 | (gint32) (color.green * 255 + 0.5) << 8 |
         (gint32) (color.blue * 255 + 0.5);
}

/* Creates an empty store of stamps. Free with mp_stamps_free (), which accepts NULL. */
MpStamps *mp_stamps_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_stamps_free (MpStamps *stamps);

/* Says what is drawn next. The stamps of another style, or for other pixels, are dropped. The style
 * must stay, and stay as it is, until the next call. */
void mp_stamps_prepare (MpStamps *stamps, const MpStyle *style, const MpPixels *pixels);

/* Put a stamp into rect, which must have room for all of it: in the colours in which it is drawn,
 * or as a mask through which the source of cr is painted. pixels are those of cr. The stamp may lie
 * an eighth of a pixel off. data is passed to the function of the key, which is called only if
 * there is no such stamp yet. */
void mp_stamps_put (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels, const MpStampKey *key,
                    MpRect rect, gconstpointer data);
void mp_stamps_put_mask (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels,
                         const MpStampKey *key, MpRect rect, gconstpointer data);

/* The same for a tile: rect, whose edges must lie between pixels, is repeated in all directions.
 * mp_stamps_set_tile () makes it the source of cr; the other paints the source of cr through it as
 * a mask. Both need pixels. */
void mp_stamps_set_tile (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels,
                         const MpStampKey *key, MpRect rect, gconstpointer data);
void mp_stamps_mask_tile (MpStamps *stamps, cairo_t *cr, const MpPixels *pixels,
                          const MpStampKey *key, MpRect rect, gconstpointer data);

G_END_DECLS
