/* mp-paint-crowd.c: paints stretches with more phases than can be told apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* Each doubling of the count makes a cell a step darker, so that few and thousands can both be told
 * from more. The last step has this number. */
#define DARKEST 12

static guint
step_of (guint count)
{
  guint step = 0;

  for (; count > 0 && step < DARKEST; count /= 2)
    step++;
  return step;
}

/* Adds the cells of one step to the path, those side by side as one rectangle. Their edges are on
 * whole pixels, so that no line shows between two of them. */
static void
add_cells (const MpPainter *painter, const MpSceneCrowd *crowd, const guint8 *steps, guint step)
{
  double first = crowd->rect.x, last = first + crowd->rect.width;

  for (guint from = 0, until; from < crowd->cells.count; from = until) {
    double x0, x1;

    for (until = from + 1; until < crowd->cells.count && steps[until] == steps[from];)
      until++;
    if (steps[from] != step)
      continue;
    x0 = CLAMP (round (crowd->cells_x + from * crowd->cell), first, last);
    x1 = CLAMP (round (crowd->cells_x + until * crowd->cell), first, last);
    cairo_rectangle (painter->cr, x0, crowd->rect.y, x1 - x0, crowd->rect.height);
  }
}

void
mp_painter_draw_crowd (const MpPainter *painter, const MpSceneCrowd *crowd,
                       const MpCrowdCell *cells)
{
  const MpStyle *style = painter->style;
  MpRgb accent = style->shades[crowd->color].accent;
  g_autofree guint8 *steps = g_new (guint8, crowd->cells.count);
  gboolean has_step[DARKEST + 1] = { FALSE };

  for (guint i = 0; i < crowd->cells.count; i++) {
    steps[i] = (guint8) step_of (cells[i].count);
    has_step[steps[i]] = TRUE;
  }
  cairo_new_path (painter->cr);
  for (guint step = 1; step <= DARKEST; step++) {
    if (!has_step[step])
      continue;
    add_cells (painter, crowd, steps, step);
    cairo_set_source_rgba (painter->cr, accent.red, accent.green, accent.blue,
                           style->least_density +
                             (style->most_density - style->least_density) * step / DARKEST);
    mp_canvas_fill (painter->cr);
  }
  if (style->has_outlines)
    mp_painter_draw_edges (painter, crowd->rect, accent);
  if (crowd->text != NULL)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_BAR, crowd->text, crowd->label,
                  MP_ALIGN_START, style->text);
}
