/* mp-painter-box.c: the parts of boxes, and filling them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-painter-box.h"

#include <math.h>

/* A box up to this long is one stamp; in pixels. */
#define MAX_WHOLE 24

/* A part of a pixel that is a rounding error. */
#define LEAST 0.01

/* --- Paths ------------------------------------------------------------------------------------ */

double
mp_box_radius (MpBox box)
{
  double ends = box.ends == MP_ENDS_ROUND ? 2 : 1;

  return MAX (0, MIN (box.radius, MIN (box.rect.width / ends, box.rect.height / 2)));
}

void
mp_box_add (cairo_t *cr, MpBox box)
{
  double r = mp_box_radius (box), start = box.ends & MP_ENDS_START ? r : 0;
  double end = box.ends & MP_ENDS_END ? r : 0;
  double x0 = box.rect.x, x1 = x0 + box.rect.width, y0 = box.rect.y, y1 = y0 + box.rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - end, y0 + end, end, -G_PI / 2, 0);
  cairo_arc (cr, x1 - end, y1 - end, end, 0, G_PI / 2);
  cairo_arc (cr, x0 + start, y1 - start, start, G_PI / 2, G_PI);
  cairo_arc (cr, x0 + start, y0 + start, start, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
mp_painter_round_rect (const MpPainter *painter, MpRect rect, double radius)
{
  mp_box_add (painter->cr, (MpBox) { rect, radius, MP_ENDS_ROUND });
}

/* --- Parts ------------------------------------------------------------------------------------ */

MpBox
mp_box_stretch (MpBox box, double x0, double x1)
{
  MpBox part = { mp_rect_clip_x (box.rect, x0, x1), box.radius, MP_ENDS_SQUARE };

  if (part.rect.x <= box.rect.x)
    part.ends |= box.ends & MP_ENDS_START;
  if (part.rect.x + part.rect.width >= box.rect.x + box.rect.width)
    part.ends |= box.ends & MP_ENDS_END;
  return part;
}

MpBox
mp_box_round (const MpPainter *painter, MpBox box)
{
  double x1;

  box.rect = mp_pixels_round (&painter->pixels, box.rect);
  box.radius = mp_box_radius (box);
  x1 = box.rect.x + box.rect.width;
  if (box.rect.x + box.radius < painter->x0)
    box.ends &= ~MP_ENDS_START;
  if (x1 - box.radius > painter->x1)
    box.ends &= ~MP_ENDS_END;
  box.rect = mp_rect_clip_x (box.rect, box.ends & MP_ENDS_START ? box.rect.x : painter->x0,
                             box.ends & MP_ENDS_END ? x1 : painter->x1);
  return box;
}

double
mp_box_end (const MpPainter *painter, MpBox box, double width)
{
  return ceil (MAX (box.radius, width) * painter->pixels.scale - LEAST) / painter->pixels.scale;
}

gboolean
mp_box_is_short (const MpPainter *painter, MpBox box, double end)
{
  return box.rect.width <= MAX (MAX_WHOLE / painter->pixels.scale, 2 * end);
}

void
mp_box_each_stretch (const MpPainter *painter, MpBox box, const MpInk *ink, MpBoxFunc call,
                     gconstpointer data)
{
  MpInk plain = { .color = ink->color, .alpha = ink->alpha };
  double x0 = box.rect.x, x1 = x0 + box.rect.width, in = x0, out = x1;

  /* Without pixels, the stretches would not join. */
  if (!painter->pixels.has_masks) {
    call (painter, box, ink, data);
    return;
  }
  if (mp_ink_fades (ink) && ink->in > 0)
    in = CLAMP (mp_pixels_round_x (&painter->pixels, ink->x0 + ink->in), x0, x1);
  if (mp_ink_fades (ink) && ink->out > 0)
    out = CLAMP (mp_pixels_round_x (&painter->pixels, ink->x1 - ink->out), in, x1);
  if (in > x0)
    call (painter, mp_box_stretch (box, x0, in), ink, data);
  if (out > in)
    call (painter, mp_box_stretch (box, in, out), &plain, data);
  if (x1 > out)
    call (painter, mp_box_stretch (box, out, x1), ink, data);
}

/* --- Filling ---------------------------------------------------------------------------------- */

static void
draw_filled (cairo_t *cr, gconstpointer data)
{
  mp_box_add (cr, *(const MpBox *) data);
  mp_canvas_fill (cr);
}

static void
fill_piece (const MpPainter *painter, MpBox box)
{
  MpStampKey key = { draw_filled, { (gint32) box.ends, mp_stamp_length (box.radius) } };

  mp_painter_stamp_mask (painter, &key, box.rect, &box);
}

void
mp_box_fill (const MpPainter *painter, MpBox box)
{
  double x0 = box.rect.x, x1 = x0 + box.rect.width, end = mp_box_end (painter, box, 0);
  double left = box.ends & MP_ENDS_START ? end : 0, right = box.ends & MP_ENDS_END ? end : 0;

  if (left + right > 0 && (!painter->pixels.has_masks || mp_box_is_short (painter, box, end))) {
    fill_piece (painter, box);
    return;
  }
  cairo_rectangle (painter->cr, x0 + left, box.rect.y, x1 - x0 - left - right, box.rect.height);
  mp_canvas_fill (painter->cr);
  if (left > 0)
    fill_piece (painter, mp_box_stretch (box, x0, x0 + left));
  if (right > 0)
    fill_piece (painter, mp_box_stretch (box, x1 - right, x1));
}

static void
fill_stretch (const MpPainter *painter, MpBox box, const MpInk *ink, gconstpointer data)
{
  (void) data;
  mp_painter_set_ink (painter, ink);
  mp_box_fill (painter, box);
}

void
mp_painter_fill_box (const MpPainter *painter, MpBox box, const MpInk *ink)
{
  box = mp_box_round (painter, box);
  if (box.rect.width > 0 && box.rect.height > 0)
    mp_box_each_stretch (painter, box, ink, fill_stretch, NULL);
}
