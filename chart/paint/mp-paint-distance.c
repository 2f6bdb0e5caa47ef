/* mp-paint-distance.c: paints the distance of two milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include "mp-distance.h"

#include <math.h>

/* In design pixels. */
#define DROP 12 /* of the bracket, under the axis */
#define TICK 5
#define PADDING 8

static double
stem_x (const MpScene *scene, guint32 milestone)
{
  return round (scene->plot.x +
                mp_scale_to_x (scene->scale, scene->layout->stems->days[milestone]));
}

static void
draw_bracket (const MpPainter *painter, double x0, double x1, double y)
{
  cairo_t *cr = painter->cr;
  double tick = TICK * painter->metrics->unit;

  mp_painter_set_color (painter, painter->style->text);
  cairo_set_line_width (cr, MAX (1, round (1.5 * painter->metrics->unit)));
  cairo_move_to (cr, x0, y - tick);
  cairo_line_to (cr, x0, y + tick);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  cairo_move_to (cr, x1, y - tick);
  cairo_line_to (cr, x1, y + tick);
  mp_canvas_stroke (cr);
}

/* Clips to the plot without the badge of today, so that the bracket passes behind the badge. */
static void
keep_off_today (const MpPainter *painter, const MpScene *scene)
{
  cairo_t *cr = painter->cr;
  MpRect today = mp_rect_grow (scene->today_badge, 1);

  if (!scene->today_visible)
    return;
  cairo_rectangle (cr, scene->plot.x, scene->plot.y, scene->plot.width, scene->plot.height);
  cairo_rectangle (cr, today.x, today.y, today.width, today.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  mp_canvas_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}

/* Moves a badge that would lie on the one of today to the side of it: to the nearer side, if the
 * plot has room there. */
static void
clear_of_today (const MpScene *scene, MpRect *badge)
{
  double gap = TICK * scene->layout->metrics.unit;
  MpRect today = mp_rect_grow (scene->today_badge, gap);
  double left = today.x - badge->width, right = today.x + today.width;
  gboolean has_left = left >= scene->plot.x;
  gboolean has_right = right + badge->width <= scene->plot.x + scene->plot.width;

  if (!scene->today_visible || !mp_rect_intersects (*badge, today))
    return;
  if (has_left && (!has_right || fabs (left - badge->x) < fabs (right - badge->x)))
    badge->x = floor (left);
  else if (has_right)
    badge->x = ceil (right);
}

void
mp_paint_measure (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                  guint32 milestone, guint32 other)
{
  MpPainter painter = mp_painter_new (cr, style, text, &scene->layout->metrics);
  double unit = painter.metrics->unit, y = round (scene->band.y + DROP * unit);
  double x0 = stem_x (scene, milestone), x1 = stem_x (scene, other), left, right;
  g_autofree char *words = NULL;
  MpDistance distance;
  MpSize size;
  MpRect badge;

  if (!mp_distance_between (scene->layout->agreement, milestone, other, &distance))
    return;
  words = mp_distance_days (&distance);
  /* A bracket that goes on out of view ends just outside of the plot, so that its tick is hidden.
   */
  left = MAX (MIN (x0, x1), scene->plot.x - TICK * unit);
  right = MIN (MAX (x0, x1), scene->plot.x + scene->plot.width + TICK * unit);
  if (right < left)
    return;
  size = mp_measure (mp_text_get_measure (text), MP_TEXT_BADGE, words);
  badge.width = ceil (size.width + 2 * PADDING * unit);
  badge.height = ceil (size.height + 4 * unit);
  badge.x = round (CLAMP ((left + right - badge.width) / 2, scene->plot.x,
                          MAX (scene->plot.x, scene->plot.x + scene->plot.width - badge.width)));
  badge.y = round (y - badge.height / 2);
  clear_of_today (scene, &badge);
  mp_canvas_save (cr);
  cairo_rectangle (cr, scene->plot.x, scene->plot.y, scene->plot.width, scene->plot.height);
  mp_canvas_clip (cr);
  mp_canvas_save (cr);
  keep_off_today (&painter, scene);
  draw_bracket (&painter, left, right, y);
  mp_canvas_restore (cr);
  mp_painter_fill_pill (&painter, badge, style->text);
  mp_text_draw (text, cr, MP_TEXT_BADGE, words, badge, MP_ALIGN_MIDDLE, style->background);
  mp_canvas_restore (cr);
}
