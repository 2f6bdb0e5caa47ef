/* mp-painter-outline.c: paints the outlines of boxes, by themselves or with the box
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-painter-box.h"
#include "mp-painter-tile.h"

#include <math.h>

/* A part of a pixel that is a rounding error. */
#define LEAST 0.01

/* --- Ends ------------------------------------------------------------------------------------- */

/* An end of a box, or a short box, for a stamp. */
typedef struct {
  const MpPainter *painter;
  MpBox box;
  double width; /* of the outline */
  MpLine line;
  MpRgb fill; /* the colours, if there are two */
  MpRgb color;
} End;

/* Leaves out the beginning of the line that is stroked next. */
static void
shift_dashes (const MpPainter *painter, MpLine line, double by)
{
  double dashes[2];

  if (mp_painter_find_dashes (painter, line, &dashes[0], &dashes[1]))
    cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), by);
}

/* Draws the outline of an end, which is open where the box goes on: in a stamp, which cuts it off,
 * a little beyond the stamp. */
static void
draw_outline (cairo_t *cr, gconstpointer data)
{
  const End *end = data;
  MpPainter painter = mp_painter_on (end->painter, cr);
  MpBox box = end->box;
  double r = MAX (0, mp_box_radius (box) - end->width / 2), x0, y0, x1, y1;
  double beyond = painter.pixels.has_masks ? end->width : end->width / 2;

  box.rect = mp_rect_grow (box.rect, -end->width / 2);
  box.radius = r;
  x0 = box.rect.x;
  y0 = box.rect.y;
  x1 = x0 + box.rect.width;
  y1 = y0 + box.rect.height;
  cairo_set_line_width (cr, end->width);
  mp_painter_set_line (&painter, end->line);
  if (box.ends != MP_ENDS_ROUND)
    shift_dashes (&painter, end->line, end->width - beyond);
  cairo_new_path (cr);
  if (box.ends == MP_ENDS_ROUND) {
    mp_box_add (cr, box);
  } else if (box.ends == MP_ENDS_START) {
    cairo_move_to (cr, x1 + beyond, y0);
    cairo_arc_negative (cr, x0 + r, y0 + r, r, 3 * G_PI / 2, G_PI);
    cairo_arc_negative (cr, x0 + r, y1 - r, r, G_PI, G_PI / 2);
    cairo_line_to (cr, x1 + beyond, y1);
  } else {
    cairo_move_to (cr, x0 - beyond, y0);
    cairo_arc (cr, x1 - r, y0 + r, r, -G_PI / 2, 0);
    cairo_arc (cr, x1 - r, y1 - r, r, 0, G_PI / 2);
    cairo_line_to (cr, x0 - beyond, y1);
  }
  mp_canvas_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
put_outline (const MpPainter *painter, MpBox box, double width, MpLine line)
{
  const End end = { painter, box, width, line };
  MpStampKey key = { draw_outline,
                     { (gint32) box.ends, mp_stamp_length (box.radius), mp_stamp_length (width),
                       (gint32) line } };

  mp_painter_stamp_mask (painter, &key, box.rect, &end);
}

static void
draw_both (cairo_t *cr, gconstpointer data)
{
  const End *end = data;

  mp_box_add (cr, end->box);
  cairo_set_source_rgb (cr, end->fill.red, end->fill.green, end->fill.blue);
  mp_canvas_fill (cr);
  cairo_set_source_rgb (cr, end->color.red, end->color.green, end->color.blue);
  draw_outline (cr, end);
}

static void
put_both (const MpPainter *painter, End end, MpBox box)
{
  MpStampKey key = { draw_both,
                     { (gint32) box.ends, mp_stamp_length (box.radius), mp_stamp_length (end.width),
                       (gint32) end.line, mp_stamp_color (end.fill), mp_stamp_color (end.color) } };

  end.box = box;
  mp_painter_stamp (painter, &key, box.rect, &end);
}

/* --- Edges ------------------------------------------------------------------------------------ */

/* The upper or the lower edge. */
typedef struct {
  double x; /* where dashes begin */
  double width;
  MpLine line;
  gboolean is_lower;
} Edge;

/* Strokes an edge as a line. x is where dashes begin, perhaps before the box. */
static void
stroke_edge (const MpPainter *painter, MpBox box, const MpInk *ink, double x, const MpTile *tile)
{
  cairo_t *cr = painter->cr;
  double y = box.rect.y + tile->line_y + tile->width / 2;
  double dashes[] = { tile->dash, tile->step - tile->dash };

  mp_painter_set_ink (painter, ink);
  cairo_set_line_width (cr, tile->width);
  if (tile->dash > 0)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes),
                    box.rect.x - x - floor ((box.rect.x - x) / tile->step) * tile->step);
  cairo_new_path (cr);
  cairo_move_to (cr, box.rect.x, y);
  cairo_line_to (cr, box.rect.x + box.rect.width, y);
  mp_canvas_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The box is as high as the pixels that the edge needs. A solid line that is not a number of pixels
 * wide is a tile, too: a surface that records what is drawn would keep another width. */
static void
paint_edge (const MpPainter *painter, MpBox box, const MpInk *ink, gconstpointer data)
{
  const Edge *edge = data;
  MpTile tile = { .rect = { edge->x, box.rect.y, 0, box.rect.height },
                  .width = edge->width,
                  .line_y = edge->is_lower ? box.rect.height - edge->width : 0 };
  double gap;
  gboolean has_dashes = mp_painter_find_dashes (painter, edge->line, &tile.dash, &gap);

  if (has_dashes)
    tile.step = mp_pixels_round_length (&painter->pixels, tile.dash + gap);
  if (!painter->pixels.has_masks) {
    stroke_edge (painter, box, ink, edge->x, &tile);
    return;
  }
  if (!has_dashes && edge->width >= box.rect.height) {
    mp_painter_set_ink (painter, ink);
    mp_box_fill (painter, box);
    return;
  }
  if (!has_dashes)
    tile.step = tile.dash = 1 / painter->pixels.scale;
  mp_tile_fill (painter, box, ink, mp_tile_draw_dashes, tile);
}

/* Paints both edges of the middle of a box. x is where dashes begin. */
static void
paint_edges (const MpPainter *painter, MpBox middle, double x, double width, MpLine line,
             const MpInk *ink)
{
  double scale = painter->pixels.scale, height = ceil (width * scale - LEAST) / scale;
  Edge edge = { .x = x, .width = MIN (width, height), .line = line };
  MpBox box = middle;

  box.rect.height = height;
  mp_box_each_stretch (painter, box, ink, paint_edge, &edge);
  box.rect.y = middle.rect.y + middle.rect.height - height;
  edge.is_lower = TRUE;
  mp_box_each_stretch (painter, box, ink, paint_edge, &edge);
}

/* --- Outlines --------------------------------------------------------------------------------- */

static void
stroke_box (const MpPainter *painter, MpBox box, double width, const MpInk *ink)
{
  cairo_t *cr = painter->cr;

  mp_canvas_save (cr);
  box.rect = mp_rect_grow (box.rect, -width / 2);
  box.radius -= width / 2;
  mp_box_add (cr, box);
  mp_painter_set_ink (painter, ink);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, NULL, 0, 0);
  mp_canvas_stroke (cr);
  mp_canvas_restore (cr);
}

void
mp_painter_outline_box (const MpPainter *painter, MpBox box, double width, MpLine line,
                        const MpInk *ink)
{
  double origin = mp_pixels_round_x (&painter->pixels, box.rect.x), end, x0, x1;

  box = mp_box_round (painter, box);
  if (box.rect.width <= 0 || box.rect.height <= 0)
    return;
  if (!painter->pixels.has_masks && box.ends == MP_ENDS_ROUND && line == MP_LINE_SOLID) {
    stroke_box (painter, box, width, ink);
    return;
  }
  mp_painter_set_ink (painter, ink);
  end = mp_box_end (painter, box, width);
  if (box.ends == MP_ENDS_ROUND && mp_box_is_short (painter, box, end)) {
    put_outline (painter, box, width, line);
    return;
  }
  x0 = box.rect.x + (box.ends & MP_ENDS_START ? end : 0);
  x1 = box.rect.x + box.rect.width - (box.ends & MP_ENDS_END ? end : 0);
  if (box.ends & MP_ENDS_START)
    put_outline (painter, mp_box_stretch (box, box.rect.x, x0), width, line);
  if (box.ends & MP_ENDS_END)
    put_outline (painter, mp_box_stretch (box, x1, x1 + end), width, line);
  paint_edges (painter, mp_box_stretch (box, x0, x1), origin + end, width, line, ink);
}

void
mp_painter_draw_box (const MpPainter *painter, MpBox box, MpRgb fill, double width, MpLine line,
                     MpRgb color)
{
  double rounded = mp_pixels_round_length (&painter->pixels, width);
  End both = { painter, box, rounded, line, fill, color };
  MpInk fill_ink = mp_ink_plain (fill), line_ink = mp_ink_plain (color);
  MpBox all = mp_box_round (painter, box), middle;
  double end = mp_box_end (painter, all, rounded), x0 = all.rect.x, x1 = x0 + all.rect.width;

  if (!painter->pixels.has_masks || all.ends != MP_ENDS_ROUND ||
      mp_box_is_short (painter, all, end)) {
    mp_painter_fill_box (painter, box, &fill_ink);
    mp_painter_outline_box (painter, box, rounded, line, &line_ink);
    return;
  }
  middle = mp_box_stretch (all, x0 + end, x1 - end);
  put_both (painter, both, mp_box_stretch (all, x0, x0 + end));
  put_both (painter, both, mp_box_stretch (all, x1 - end, x1));
  if (line == MP_LINE_SOLID) {
    /* One in the other is quicker than one and two edges. */
    mp_painter_set_color (painter, color);
    mp_box_fill (painter, middle);
    middle.rect.y += rounded;
    middle.rect.height -= 2 * rounded;
  }
  mp_painter_set_color (painter, fill);
  mp_box_fill (painter, middle);
  if (line != MP_LINE_SOLID)
    paint_edges (painter, middle, x0 + end, rounded, line, &line_ink);
}

/* --- Pills ------------------------------------------------------------------------------------ */

static MpBox
pill (MpRect rect)
{
  return (MpBox) { rect, rect.height / 2, MP_ENDS_ROUND };
}

void
mp_painter_fill_pill (const MpPainter *painter, MpRect rect, MpRgb color)
{
  MpInk ink = mp_ink_plain (color);

  mp_painter_fill_box (painter, pill (rect), &ink);
}

void
mp_painter_outline_pill (const MpPainter *painter, MpRect rect, double width, MpRgb color)
{
  MpInk ink = mp_ink_plain (color);

  mp_painter_outline_box (painter, pill (rect), width, MP_LINE_SOLID, &ink);
}
