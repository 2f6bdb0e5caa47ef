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

/* A badge. */
typedef struct {
  const MpPainter *painter;
  MpRect rect;
  MpRgb color;
} Badge;

static void
put_badge (const MpPainter *painter, MpRect rect, MpRgb color, MpStampFunc draw)
{
  const Badge badge = { painter, rect, color };
  MpStampKey key = {
    draw, { mp_stamp_color (color), mp_stamp_length (rect.width), mp_stamp_length (rect.height) }
  };

  mp_painter_stamp (painter, &key, rect, &badge);
}

/* Draws the outline of a badge, filled with the background. */
static void
draw_frame (const MpPainter *painter, MpRect rect, double radius, MpRgb color)
{
  mp_painter_round_rect (painter, mp_rect_grow (rect, -0.6 * painter->metrics->unit), radius);
  mp_painter_set_color (painter, painter->style->background);
  mp_canvas_fill_preserve (painter->cr);
  mp_painter_set_color (painter, color);
  cairo_set_line_width (painter->cr, LINE * painter->metrics->unit);
  mp_canvas_stroke (painter->cr);
}

static void
draw_doubt (cairo_t *cr, gconstpointer data)
{
  const Badge *badge = data;
  MpPainter painter = mp_painter_on (badge->painter, cr);

  draw_frame (&painter, badge->rect, badge->rect.height / 2, badge->color);
  mp_text_draw (painter.text, cr, MP_TEXT_BADGE, "?", badge->rect, MP_ALIGN_MIDDLE, badge->color);
}

void
mp_painter_draw_doubt (const MpPainter *painter, MpRect disc, MpRgb color)
{
  put_badge (painter, disc, color, draw_doubt);
}

void
mp_painter_draw_early_stripe (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  double height = ceil (STRIPE_HEIGHT * painter->metrics->unit);
  MpBox stripe = { { bar->early_x0, bar->rect.y + bar->rect.height - height,
                     bar->early_x1 - bar->early_x0, height } };
  MpInk ink = mp_ink_plain (color);

  mp_painter_fill_rect (painter, stripe.rect, painter->style->background);
  mp_painter_hatch (painter, stripe, bar->rect.x, STRIPE_HATCH, &ink);
}

/* The badge is an arrow from a line to the left: the end may come earlier. */
static void
draw_early (cairo_t *cr, gconstpointer data)
{
  const Badge *badge = data;
  MpPainter painter = mp_painter_on (badge->painter, cr);
  double unit = painter.metrics->unit, head = HEAD * unit;
  double x0 = badge->rect.x + 4 * unit, x1 = badge->rect.x + badge->rect.width - 4 * unit;
  double y = badge->rect.y + badge->rect.height / 2;

  draw_frame (&painter, badge->rect, CORNER * unit, badge->color);
  cairo_set_line_width (cr, 1.6 * unit);
  cairo_move_to (cr, x1, y - head);
  cairo_line_to (cr, x1, y + head);
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x0, y);
  cairo_move_to (cr, x0 + head, y - head);
  cairo_line_to (cr, x0, y);
  cairo_line_to (cr, x0 + head, y + head);
  mp_canvas_stroke (cr);
}

void
mp_painter_draw_bar_badges (const MpPainter *painter, const MpSceneBar *bar, MpRgb color)
{
  if (bar->start_doubt.width > 0)
    mp_painter_draw_doubt (painter, bar->start_doubt, color);
  if (bar->end_doubt.width > 0)
    mp_painter_draw_doubt (painter, bar->end_doubt, color);
  if (bar->early.width > 0)
    put_badge (painter, bar->early, color, draw_early);
}
