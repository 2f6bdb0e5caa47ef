/* mp-paint-drag-range.c: paints days that are being selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* The opacity of the veil over the days that are not selected. */
#define VEIL 0.45

/* In design pixels. */
#define BADGE_PADDING 9

static void
veil (const MpPainter *painter, MpRect rect)
{
  MpRgb color = painter->style->background;

  if (rect.width <= 0)
    return;
  cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, VEIL);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  mp_canvas_fill (painter->cr);
}

/* Paints the days in words on the axis, over the middle of the days if there is room. */
static void
paint_badge (const MpPainter *painter, const MpScene *scene, double x0, double x1)
{
  const MpMetrics *metrics = painter->metrics;
  double begin = mp_scale_to_day (scene->scale, x0 - scene->plot.x);
  double end = mp_scale_to_day (scene->scale, x1 - scene->plot.x);
  /* The axis will name them with this step when the view has zoomed to them. */
  MpTickStep step = mp_ticks_choose (scene->plot.width / (end - begin), metrics->lane_height * 2);
  g_autofree char *words = mp_ticks_range_label (step, begin, end);
  MpSize size = mp_measure (mp_text_get_measure (painter->text), MP_TEXT_BADGE, words);
  double width = ceil (size.width + 2 * BADGE_PADDING * metrics->unit);
  double height = ceil (size.height + 4 * metrics->unit);
  MpRect badge = { CLAMP (round ((x0 + x1 - width) / 2), scene->axis.x,
                          MAX (scene->axis.x, scene->axis.x + scene->axis.width - width)),
                   round (scene->axis.y + (scene->axis.height - height) / 2), width, height };

  mp_painter_fill_pill (painter, badge, painter->style->as_of);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, words, badge, MP_ALIGN_MIDDLE,
                painter->style->on_as_of);
}

void
mp_paint_span (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text, double x0,
               double x1)
{
  MpPainter painter = mp_painter_new (cr, style, text, &scene->layout->metrics);
  MpRect plot = scene->plot;
  double right = plot.x + plot.width, line = ceil (1.5 * painter.metrics->unit);

  if (x1 <= x0)
    return;
  mp_canvas_save (cr);
  veil (&painter, (MpRect) { plot.x, plot.y, x0 - plot.x, plot.height });
  veil (&painter, (MpRect) { x1, plot.y, right - x1, plot.height });
  mp_painter_fill_rect (&painter, (MpRect) { round (x0), plot.y, line, plot.height }, style->as_of);
  mp_painter_fill_rect (&painter, (MpRect) { round (x1) - line, plot.y, line, plot.height },
                        style->as_of);
  paint_badge (&painter, scene, x0, x1);
  mp_canvas_restore (cr);
}
