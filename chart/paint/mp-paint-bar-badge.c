/* mp-paint-bar-badge.c: paints the badges of a bar, and the stripe of a phase that may end early
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define LINE 1.2
#define STRIPE_HEIGHT 5
#define STRIPE_HATCH 0.6
#define CORNER 4
#define HEAD 4

void
mp_painter_draw_doubt (const MpPainter *painter, MpRect disc, MpRgb color)
{
  cairo_t *cr = painter->cr;

  mp_painter_round_rect (painter, mp_rect_grow (disc, -0.5), disc.height / 2);
  mp_painter_set_color (painter, painter->style->background);
  cairo_fill_preserve (cr);
  mp_painter_set_color (painter, color);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, LINE * painter->metrics->unit);
  cairo_stroke (cr);
  mp_text_draw (painter->text, cr, MP_TEXT_BADGE, "?", disc, MP_ALIGN_MIDDLE, color);
}

void
mp_painter_draw_early_stripe (const MpPainter *painter, const MpSceneBar *bar, MpRgb color,
                              double clip_x0, double clip_x1)
{
  double height = ceil (STRIPE_HEIGHT * painter->metrics->unit);
  MpRect stripe = { bar->early_x0, bar->rect.y + bar->rect.height - height,
                    bar->early_x1 - bar->early_x0, height };

  stripe = mp_rect_clip_x (stripe, clip_x0, clip_x1);
  if (stripe.width <= 0)
    return;
  mp_painter_fill_rect (painter, stripe, painter->style->background);
  mp_painter_set_color (painter, color);
  mp_painter_hatch (painter, stripe, bar->rect.x, STRIPE_HATCH);
}

/* The badge is an arrow from a line to the left: the end may come earlier. */
static void
draw_early (const MpPainter *painter, MpRect chip, MpRgb color)
{
  cairo_t *cr = painter->cr;
  double unit = painter->metrics->unit, head = HEAD * unit;
  double x0 = chip.x + 4 * unit, x1 = chip.x + chip.width - 4 * unit;
  double y = chip.y + chip.height / 2;

  mp_painter_round_rect (painter, mp_rect_grow (chip, -0.5), CORNER * unit);
  mp_painter_set_color (painter, painter->style->background);
  cairo_fill_preserve (cr);
  mp_painter_set_color (painter, color);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, LINE * unit);
  cairo_stroke (cr);

  cairo_set_line_width (cr, 1.6 * unit);
  cairo_move_to (cr, x1, y - head);
  cairo_line_to (cr, x1, y + head);
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x0, y);
  cairo_move_to (cr, x0 + head, y - head);
  cairo_line_to (cr, x0, y);
  cairo_line_to (cr, x0 + head, y + head);
  cairo_stroke (cr);
}

void
mp_painter_draw_bar_badges (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  if (bar->start_doubt.width > 0)
    mp_painter_draw_doubt (painter, bar->start_doubt, color);
  if (bar->end_doubt.width > 0)
    mp_painter_draw_doubt (painter, bar->end_doubt, color);
  if (bar->early.width > 0)
    draw_early (painter, bar->early, color);
}
