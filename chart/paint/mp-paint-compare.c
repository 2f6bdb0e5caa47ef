/* mp-paint-compare.c: paints the cursors of the dates and their badges, and the badge of a change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

/* The opacity of the colour over a stretch. */
#define VEIL 0.10

/* Draws a line for a day; for a longer date, a coloured stretch with a line at each edge. */
static void
draw_cursor (const MpPainter *painter, const MpScene *scene, const MpSceneCursor *cursor)
{
  MpRgb color = painter->style->as_of;
  double line = ceil (2 * painter->metrics->unit);
  MpRect edge = cursor->at;

  if (!cursor->visible)
    return;
  if (edge.width > line) {
    cairo_rectangle (painter->cr, edge.x, edge.y, edge.width, edge.height);
    cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, VEIL);
    mp_canvas_fill (painter->cr);
    edge.width = 1;
    mp_painter_fill_upright (painter, scene, edge, color);
    edge.x = cursor->at.x + cursor->at.width - 1;
  }
  mp_painter_fill_upright (painter, scene, edge, color);
}

/* The line of what is known has the colour of words, and dashes, so that it looks like no other. */
static void
draw_known (const MpPainter *painter, const MpScene *scene)
{
  MpRect at = scene->known.at;

  if (!scene->known.visible)
    return;
  mp_painter_set_color (painter, painter->style->text);
  mp_painter_stroke_upright (painter, scene, at.x + 0.5, at.y, at.y + at.height, TRUE);
}

static void
draw_known_badge (const MpPainter *painter, const MpSceneCursor *known)
{
  if (!known->visible || known->badge.width == 0)
    return;
  mp_painter_fill_pill (painter, known->badge, painter->style->text);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, known->text, known->badge,
                MP_ALIGN_MIDDLE, painter->style->background);
}

static void
draw_badge (const MpPainter *painter, const MpSceneCursor *cursor, gboolean is_hollow)
{
  const MpStyle *style = painter->style;

  if (!cursor->visible)
    return;
  mp_painter_fill_pill (painter, cursor->badge, is_hollow ? style->background : style->as_of);
  if (is_hollow)
    mp_painter_outline_pill (painter, cursor->badge, 1.5 * painter->metrics->unit, style->as_of);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, cursor->text, cursor->badge,
                MP_ALIGN_MIDDLE, is_hollow ? style->text : style->on_as_of);
}

void
mp_painter_draw_cursors (const MpPainter *painter, const MpScene *scene)
{
  draw_known (painter, scene);
  draw_cursor (painter, scene, &scene->before);
  draw_cursor (painter, scene, &scene->as_of);
}

void
mp_painter_draw_cursor_badges (const MpPainter *painter, const MpScene *scene)
{
  draw_known_badge (painter, &scene->known);
  draw_badge (painter, &scene->before, TRUE);
  draw_badge (painter, &scene->as_of, FALSE);
}

void
mp_painter_draw_change_badge (const MpPainter *painter, MpRect badge,
                              const MpComparison *comparison, MpColor color)
{
  const MpStyle *style = painter->style;
  MpRgb accent = style->shades[color].accent, ink = style->on_accent;
  gboolean is_same = mp_comparison_is_same (comparison);

  if (is_same || comparison->possibly) {
    mp_painter_outline_pill (painter, badge, MAX (1, 1.4 * painter->metrics->unit),
                             is_same ? style->strong_grid : accent);
    ink = is_same ? style->dim_text : accent;
  } else {
    mp_painter_fill_pill (painter, mp_rect_grow (badge, -1), accent);
  }
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE,
                mp_change_kind_symbol (comparison->change), badge, MP_ALIGN_MIDDLE, ink);
}
