/* mp-painter-tile.c: fills boxes with what repeats: dashes and slanting lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-painter-tile.h"

#include "mp-painter-box.h"

#include <math.h>

/* In design pixels. */
#define HATCH_STEP 6 /* from one line to the next */
#define HATCH_LINE 1.2

/* Tiles are at least this long, in pixels: Cairo repeats short ones more slowly. */
#define LENGTH 64

/* What fades is painted through the tile as a mask; its ends are faint, and may as well be square.
 */
void
mp_tile_fill (const MpPainter *painter, MpBox box, const MpInk *ink, MpStampFunc draw, MpTile tile)
{
  MpStamps *stamps = mp_text_get_stamps (painter->text);
  MpStampKey key = { draw,
                     { mp_stamp_length (tile.step), mp_stamp_length (tile.width),
                       mp_stamp_length (tile.dash), mp_stamp_length (tile.line_y) } };

  tile.rect.width = ceil (LENGTH / (tile.step * painter->pixels.scale)) * tile.step;
  /* A bar can begin millions of pixels out of view, farther than Cairo can repeat a tile. */
  tile.rect.x += floor ((box.rect.x - tile.rect.x) / tile.rect.width) * tile.rect.width;
  tile.rect.x = mp_pixels_round_x (&painter->pixels, tile.rect.x);
  if (!mp_ink_fades (ink)) {
    tile.color = ink->color;
    key.values[4] = mp_stamp_color (ink->color);
    mp_stamps_set_tile (stamps, painter->cr, &painter->pixels, &key, tile.rect, &tile);
    mp_box_fill (painter, box);
    return;
  }
  mp_canvas_save (painter->cr);
  cairo_rectangle (painter->cr, box.rect.x, box.rect.y, box.rect.width, box.rect.height);
  mp_canvas_clip (painter->cr);
  mp_painter_set_ink (painter, ink);
  mp_stamps_mask_tile (stamps, painter->cr, &painter->pixels, &key, tile.rect, &tile);
  mp_canvas_restore (painter->cr);
}

static void
set_color (cairo_t *cr, const MpTile *tile)
{
  cairo_set_source_rgb (cr, tile->color.red, tile->color.green, tile->color.blue);
}

void
mp_tile_draw_dashes (cairo_t *cr, gconstpointer data)
{
  const MpTile *tile = data;

  set_color (cr, tile);
  for (double x = 0; x < tile->rect.width; x += tile->step)
    cairo_rectangle (cr, tile->rect.x + x, tile->rect.y + tile->line_y, tile->dash, tile->width);
  mp_canvas_fill (cr);
}

/* --- Hatching --------------------------------------------------------------------------------- */

static void
add_slants (cairo_t *cr, MpRect rect, double origin, double step)
{
  double first = origin + floor ((rect.x - origin - rect.height) / step) * step;

  for (double x = first; x < rect.x + rect.width; x += step) {
    cairo_move_to (cr, x, rect.y + rect.height);
    cairo_line_to (cr, x + rect.height, rect.y);
  }
}

void
mp_tile_draw_slants (cairo_t *cr, gconstpointer data)
{
  const MpTile *tile = data;

  set_color (cr, tile);
  add_slants (cr, mp_rect_grow (tile->rect, tile->step), tile->rect.x - tile->step, tile->step);
  cairo_set_line_width (cr, tile->width);
  mp_canvas_stroke (cr);
}

static void
stroke_slants (const MpPainter *painter, MpBox box, const MpInk *ink, double origin,
               const MpTile *tile)
{
  cairo_t *cr = painter->cr;

  mp_canvas_save (cr);
  mp_box_add (cr, box);
  mp_canvas_clip (cr);
  add_slants (cr, box.rect, origin, tile->step);
  mp_painter_set_ink (painter, ink);
  cairo_set_line_width (cr, tile->width);
  mp_canvas_stroke (cr);
  mp_canvas_restore (cr);
}

static void
hatch_stretch (const MpPainter *painter, MpBox box, const MpInk *ink, gconstpointer data)
{
  mp_tile_fill (painter, box, ink, mp_tile_draw_slants, *(const MpTile *) data);
}

void
mp_painter_hatch (const MpPainter *painter, MpBox box, double origin, double spacing,
                  const MpInk *ink)
{
  double unit = painter->metrics->unit;
  MpTile tile = { .width = MAX (1, unit * HATCH_LINE),
                  .step = mp_pixels_round_length (&painter->pixels, HATCH_STEP * spacing * unit) };

  box = mp_box_round (painter, box);
  if (box.rect.width <= 0 || box.rect.height <= 0)
    return;
  if (!painter->pixels.has_masks) {
    stroke_slants (painter, box, ink, mp_pixels_round_x (&painter->pixels, origin), &tile);
    return;
  }
  tile.rect = (MpRect) { origin, box.rect.y + box.rect.height - tile.step, 0, tile.step };
  mp_box_each_stretch (painter, box, ink, hatch_stretch, &tile);
}
