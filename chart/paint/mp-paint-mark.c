/* mp-paint-mark.c: paints the stems and labels of milestones, and clusters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define LABEL_CORNER 6
#define LABEL_INSET 10
#define LINE 1.2

void
mp_painter_draw_stem (const MpPainter *painter, const MpSceneMark *mark)
{
  double width = MAX (1, round (painter->metrics->unit));
  double top = mark->label.y + mark->label.height;

  if (mark->label.width <= 0)
    return;
  mp_painter_fill_rect (painter,
                        (MpRect) { mark->x - floor (width / 2), top, width, mark->mark.y - top },
                        painter->style->shades[mark->color].label_border);
}

void
mp_painter_draw_label (const MpPainter *painter, const MpSceneMark *mark, gboolean selected)
{
  cairo_t *cr = painter->cr;
  const MpShades *shades = &painter->style->shades[mark->color];
  MpTextRole role = mark->importance == 1 ? MP_TEXT_LABEL_STRONG : MP_TEXT_LABEL;
  double inset = LABEL_INSET * painter->metrics->unit;
  MpRgb ink = selected ? painter->style->on_accent : painter->style->text;
  MpRect inner = mark->label;

  if (mark->label.width <= 0)
    return;
  mp_painter_round_rect (painter, mp_rect_grow (mark->label, -0.5),
                         LABEL_CORNER * painter->metrics->unit);
  mp_painter_set_color (painter, selected ? shades->accent : shades->label);
  cairo_fill_preserve (cr);
  mp_painter_set_color (painter,
                        mark->importance == 1 || selected ? shades->accent : shades->label_border);
  cairo_set_line_width (cr, LINE * painter->metrics->unit);
  mp_painter_set_line (painter, mp_certainty_get (mark->certainty)->line);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  inner.x += inset;
  inner.width -= 2 * inset;
  if (mark->numbers.width > 0)
    inner.width -= mark->numbers.width + MP_LAYOUT_NUMBER_GAP * painter->metrics->unit;
  inner = mp_painter_draw_certainty_symbol (painter, mark->certainty, role, inner, ink);
  mp_text_draw (painter->text, cr, role, mark->text, inner, MP_ALIGN_MIDDLE, ink);
}

void
mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster, gboolean selected)
{
  const MpShades *shades = &painter->style->shades[MP_COLOR_GRAY];

  mp_painter_round_rect (painter, cluster->rect, cluster->rect.height / 2);
  mp_painter_set_color (painter, selected ? shades->accent : shades->label);
  cairo_fill (painter->cr);
  if (painter->style->has_outlines) {
    mp_painter_round_rect (painter, mp_rect_grow (cluster->rect, -0.5), cluster->rect.height / 2);
    mp_painter_set_color (painter, shades->accent);
    cairo_set_line_width (painter->cr, LINE * painter->metrics->unit);
    cairo_stroke (painter->cr);
  }
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, cluster->text, cluster->rect,
                MP_ALIGN_MIDDLE, selected ? painter->style->on_accent : painter->style->dim_text);
}
