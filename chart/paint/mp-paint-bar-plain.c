/* mp-paint-bar-plain.c: paints bars between two known days, of which there can be thousands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here is a filled shape. Clipping to each bar, or stroking its outline, would take most
 * of the time of a frame.
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define CORNER 4
#define STRIPE 4

gboolean
mp_painter_bar_is_plain (const MpSceneBar *bar, double clip_x0, double clip_x1)
{
  return bar->rect.x >= clip_x0 && bar->rect.x + bar->rect.width <= clip_x1 &&
         bar->start == MP_EDGE_SHARP && bar->end == MP_EDGE_SHARP && bar->members.count == 0 &&
         bar->early.width <= 0 && mp_certainty_get (bar->certainty)->body == MP_BODY_FULL &&
         bar->tense != MP_TENSE_WAS;
}

static gboolean
has_line (const MpPainter *painter, const MpBarLook *look)
{
  return !look->has_fill || painter->style->has_outlines;
}

void
mp_painter_draw_plain_bar (const MpPainter *painter, const MpSceneBar *bar, const MpBarLook *look)
{
  cairo_t *cr = painter->cr;
  double unit = painter->metrics->unit, line = MAX (1, 1.5 * unit);
  double corner = MIN (CORNER * unit, MIN (bar->rect.width, bar->rect.height) / 2);
  double x = bar->rect.x, y0 = bar->rect.y, y1 = y0 + bar->rect.height;
  double stripe = MIN (STRIPE * unit, bar->rect.width);

  cairo_new_path (cr);
  if (look->has_fill) {
    mp_painter_round_rect (painter, bar->rect, corner);
    mp_painter_set_color (painter, look->fill);
    cairo_fill (cr);
  }
  if (has_line (painter, look)) {
    /* The outline is the area between two shapes, because filling is much faster than stroking. */
    mp_painter_round_rect (painter, bar->rect, corner);
    mp_painter_round_rect (painter, mp_rect_grow (bar->rect, -line), MAX (corner - 1.5 * unit, 0));
    mp_painter_set_color (painter, look->line);
    cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill (cr);
    cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  }
  if (stripe < corner) {
    mp_painter_round_rect (painter, (MpRect) { x, y0, stripe, y1 - y0 }, corner);
  } else {
    cairo_move_to (cr, x + stripe, y0);
    cairo_line_to (cr, x + stripe, y1);
    cairo_arc (cr, x + corner, y1 - corner, corner, G_PI / 2, G_PI);
    cairo_arc (cr, x + corner, y0 + corner, corner, G_PI, 3 * G_PI / 2);
    cairo_close_path (cr);
  }
  mp_painter_set_color (painter, look->line);
  cairo_fill (cr);
}

/* The parts of a bar with square corners. Each part is a rectangle of one colour. */
typedef enum {
  PART_BODY,
  PART_TOP,
  PART_BOTTOM,
  PART_END,
  PART_STRIPE,
  N_PARTS,
} Part;

/* Stores the place and the colour of a part. Returns FALSE if the bar has no such part; do not use
 * either then. */
static gboolean
find_part (const MpPainter *painter, const MpSceneBar *bar, Part part, MpRect *rect, MpRgb *color)
{
  MpBarLook look = mp_painter_bar_look (painter, bar);
  double unit = painter->metrics->unit, line = MAX (1, round (1.5 * unit));
  double x0 = round (bar->rect.x), x1 = MAX (x0 + 1, round (bar->rect.x + bar->rect.width));
  double height = bar->rect.height;

  *rect = (MpRect) { x0, bar->rect.y, x1 - x0, height };
  *color = part == PART_BODY ? look.fill : look.line;
  switch (part) {
  case PART_BODY:
    return look.has_fill;
  case PART_TOP:
    rect->height = line;
    return has_line (painter, &look);
  case PART_BOTTOM:
    rect->y += height - line;
    rect->height = line;
    return has_line (painter, &look);
  case PART_END:
    rect->x = MAX (x0, x1 - line);
    rect->width = x1 - rect->x;
    return has_line (painter, &look);
  case PART_STRIPE:
    rect->width = MIN (round (STRIPE * unit), rect->width);
    return TRUE;
  case N_PARTS:
  default:
    return FALSE;
  }
}

static gboolean
is_same_color (MpRgb a, MpRgb b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

void
mp_painter_draw_square_bars (const MpPainter *painter, const MpSceneBar *bars, guint n_bars,
                             double clip_x0, double clip_x1)
{
  MpRgb current = { -1, -1, -1 };

  cairo_new_path (painter->cr);
  for (Part part = PART_BODY; part < N_PARTS; part++) {
    for (guint i = 0; i < n_bars; i++) {
      const MpSceneBar *bar = &bars[i];
      MpRect rect;
      MpRgb color;

      if (!mp_painter_bar_is_plain (bar, clip_x0, clip_x1) ||
          !find_part (painter, bar, part, &rect, &color))
        continue;
      /* Neighbours mostly have the same colour, so their rectangles are filled together. */
      if (!is_same_color (color, current)) {
        cairo_fill (painter->cr);
        mp_painter_set_color (painter, color);
        current = color;
      }
      cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
    }
    cairo_fill (painter->cr);
  }
}
