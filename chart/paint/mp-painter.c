/* mp-painter.c: what all painting uses: colours, shapes, hatching and dashes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

#define HATCH_STEP 6 /* from one line to the next, in design pixels */

void
mp_painter_set_color (const MpPainter *painter, MpRgb color)
{
  cairo_set_source_rgb (painter->cr, color.red, color.green, color.blue);
}

void
mp_painter_fill_rect (const MpPainter *painter, MpRect rect, MpRgb color)
{
  if (rect.width <= 0 || rect.height <= 0)
    return;
  mp_painter_set_color (painter, color);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_fill (painter->cr);
}

void
mp_painter_add_upright (const MpPainter *painter, const MpScene *scene, MpRect line)
{
  MpFreeStretch stretch = { .next = line.y };

  while (mp_scene_next_free (scene, line.x, line.x + line.width, line.y + line.height, &stretch))
    cairo_rectangle (painter->cr, line.x, stretch.y0, line.width, stretch.y1 - stretch.y0);
}

void
mp_painter_fill_upright (const MpPainter *painter, const MpScene *scene, MpRect line, MpRgb color)
{
  cairo_new_path (painter->cr);
  mp_painter_add_upright (painter, scene, line);
  mp_painter_set_color (painter, color);
  cairo_fill (painter->cr);
}

void
mp_painter_round_rect (const MpPainter *painter, MpRect rect, double radius)
{
  cairo_t *cr = painter->cr;
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  double x1 = rect.x + rect.width, y1 = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - r, rect.y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x1 - r, y1 - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect.x + r, y1 - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + r, rect.y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
mp_painter_hatch (const MpPainter *painter, MpRect rect, double origin, double spacing)
{
  cairo_t *cr = painter->cr;
  double step = HATCH_STEP * spacing * painter->metrics->unit;
  double begin, top, end, bottom, first;

  cairo_save (cr);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (cr);
  /* Only the part inside the clip is drawn: when zoomed in, a year is millions of pixels long. */
  cairo_clip_extents (cr, &begin, &top, &end, &bottom);
  first = origin + floor ((begin - origin - rect.height) / step) * step;
  for (double x = first; x < end; x += step) {
    cairo_move_to (cr, x, rect.y + rect.height);
    cairo_line_to (cr, x + rect.height, rect.y);
  }
  cairo_set_line_width (cr, MAX (1, painter->metrics->unit * 1.2));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
mp_painter_set_line (const MpPainter *painter, MpLine line)
{
  double unit = painter->metrics->unit;
  const double dashes[] = { 5 * unit, 3.5 * unit };
  const double dots[] = { 1.5 * unit, 2.5 * unit };

  switch (line) {
  case MP_LINE_DASHED:
    cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0);
    break;
  case MP_LINE_DOTTED:
    cairo_set_dash (painter->cr, dots, G_N_ELEMENTS (dots), 0);
    break;
  case MP_LINE_SOLID:
  default:
    cairo_set_dash (painter->cr, NULL, 0, 0);
    break;
  }
}

MpRect
mp_painter_draw_certainty_symbol (const MpPainter *painter, MpCertainty certainty, MpTextRole role,
                                  MpRect rect, MpRgb color)
{
  const char *symbol = mp_certainty_get (certainty)->symbol;
  double width = painter->metrics->padding;

  if (symbol == NULL)
    return rect;
  mp_text_draw (painter->text, painter->cr, role, symbol,
                (MpRect) { rect.x, rect.y, width, rect.height }, MP_ALIGN_START, color);
  rect.x += width;
  rect.width -= width;
  return rect;
}

MpBarLook
mp_painter_bar_look (const MpPainter *painter, const MpSceneBar *bar)
{
  const MpShades *shades = &painter->style->shades[bar->color];
  MpBarLook look = { .line = shades->accent, .text = painter->style->text, .has_fill = TRUE };

  switch (bar->tense) {
  case MP_TENSE_PAST:
    look.fill = shades->past;
    look.line = shades->faded;
    look.text = painter->style->dim_text;
    break;
  case MP_TENSE_FUTURE:
    /* A phase that has not begun is hollow. */
    look.has_fill = FALSE;
    look.text = painter->style->dim_text;
    break;
  case MP_TENSE_WAS:
    look.fill = shades->past;
    break;
  case MP_TENSE_PRESENT:
  default:
    look.fill = shades->present;
    break;
  }
  switch (mp_certainty_get (bar->certainty)->body) {
  case MP_BODY_HALF:
    if (look.has_fill)
      look.fill = bar->tense == MP_TENSE_PRESENT ? shades->future : shades->past;
    break;
  case MP_BODY_OUTLINE:
    look.has_fill = FALSE;
    break;
  case MP_BODY_FULL:
  default:
    break;
  }
  return look;
}
