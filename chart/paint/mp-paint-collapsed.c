/* mp-paint-collapsed.c: paints the row of a collapsed topic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define ARROW 4

void
mp_painter_draw_edges (const MpPainter *painter, MpRect rect, MpRgb color)
{
  double line = MAX (1, round (painter->metrics->unit));
  MpRect edge = { rect.x, rect.y, rect.width, line };

  mp_painter_fill_rect (painter, edge, color);
  edge.y = rect.y + rect.height - line;
  mp_painter_fill_rect (painter, edge, color);
}

void
mp_painter_draw_density (const MpPainter *painter, const MpSceneDensity *density)
{
  const MpStyle *style = painter->style;
  MpRgb accent = style->shades[density->color].accent;
  double share = (double) MIN (density->count, density->of) / MAX (density->of, 1);
  MpInk ink = { .color = accent,
                .alpha =
                  style->least_density + (style->most_density - style->least_density) * share };

  mp_painter_fill_box (painter, (MpBox) { density->rect }, &ink);
  if (style->has_outlines)
    mp_painter_draw_edges (painter, density->rect, accent);
  if (density->text != NULL)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_BAR, density->text, density->rect,
                  MP_ALIGN_MIDDLE, style->text);
}

void
mp_painter_draw_arrow (const MpPainter *painter, const MpSceneRow *row)
{
  double size = ARROW * painter->metrics->unit, x = row->title.x - 2.4 * size;
  double y = row->title.y + row->title.height / 2;

  cairo_move_to (painter->cr, x, y - size);
  cairo_line_to (painter->cr, x + 1.3 * size, y);
  cairo_line_to (painter->cr, x, y + size);
  cairo_close_path (painter->cr);
  mp_painter_set_color (painter, painter->style->shades[row->color].accent);
  mp_canvas_fill (painter->cr);
}
