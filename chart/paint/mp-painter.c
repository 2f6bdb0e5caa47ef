/* mp-painter.c: what all painting uses: colours, straight lines and what is known of bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-private.h"

#include <math.h>

MpPainter
mp_painter_new (cairo_t *cr, const MpStyle *style, MpText *text, const MpMetrics *metrics)
{
  MpPainter painter = { cr, style, text, metrics, mp_pixels_of (cr) };
  double top, bottom;

  cairo_clip_extents (cr, &painter.x0, &top, &painter.x1, &bottom);
  mp_stamps_prepare (mp_text_get_stamps (text), style, &painter.pixels);
  return painter;
}

MpPainter
mp_painter_clip (const MpPainter *painter, MpRect rect)
{
  MpPainter clipped = *painter;

  mp_canvas_save (painter->cr);
  rect = mp_pixels_round (&painter->pixels, rect);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  mp_canvas_clip (painter->cr);
  clipped.x0 = MAX (painter->x0, rect.x);
  clipped.x1 = MIN (painter->x1, rect.x + rect.width);
  return clipped;
}

MpPainter
mp_painter_on (const MpPainter *painter, cairo_t *cr)
{
  MpPainter other = *painter;

  other.cr = cr;
  other.pixels = mp_pixels_of (cr);
  other.x0 = -G_MAXDOUBLE;
  other.x1 = G_MAXDOUBLE;
  return other;
}

void
mp_painter_stamp (const MpPainter *painter, const MpStampKey *key, MpRect rect, gconstpointer data)
{
  mp_stamps_put (mp_text_get_stamps (painter->text), painter->cr, &painter->pixels, key, rect,
                 data);
}

void
mp_painter_stamp_mask (const MpPainter *painter, const MpStampKey *key, MpRect rect,
                       gconstpointer data)
{
  mp_stamps_put_mask (mp_text_get_stamps (painter->text), painter->cr, &painter->pixels, key, rect,
                      data);
}

/* --- Colours ---------------------------------------------------------------------------------- */

MpInk
mp_ink_plain (MpRgb color)
{
  return (MpInk) { .color = color, .alpha = 1 };
}

gboolean
mp_ink_fades (const MpInk *ink)
{
  return (ink->in > 0 || ink->out > 0) && ink->x1 > ink->x0;
}

void
mp_painter_set_color (const MpPainter *painter, MpRgb color)
{
  cairo_set_source_rgb (painter->cr, color.red, color.green, color.blue);
}

static void
add_stop (cairo_pattern_t *pattern, const MpInk *ink, double x, double share)
{
  cairo_pattern_add_color_stop_rgba (pattern, CLAMP ((x - ink->x0) / (ink->x1 - ink->x0), 0, 1),
                                     ink->color.red, ink->color.green, ink->color.blue,
                                     ink->alpha * share);
}

void
mp_painter_set_ink (const MpPainter *painter, const MpInk *ink)
{
  cairo_pattern_t *pattern;

  if (!mp_ink_fades (ink)) {
    cairo_set_source_rgba (painter->cr, ink->color.red, ink->color.green, ink->color.blue,
                           ink->alpha);
    return;
  }
  pattern = cairo_pattern_create_linear (ink->x0, 0, ink->x1, 0);
  add_stop (pattern, ink, ink->x0, ink->in > 0 ? ink->first : 1);
  add_stop (pattern, ink, ink->x0 + ink->in, 1);
  add_stop (pattern, ink, ink->x1 - ink->out, 1);
  add_stop (pattern, ink, ink->x1, ink->out > 0 ? ink->last : 1);
  cairo_set_source (painter->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* --- Straight lines --------------------------------------------------------------------------- */

static void
fill (const MpPainter *painter, MpRect rect, MpRgb color)
{
  rect = mp_rect_clip_x (rect, painter->x0, painter->x1);
  mp_painter_set_color (painter, color);
  cairo_rectangle (painter->cr, rect.x, rect.y, rect.width, rect.height);
  mp_canvas_fill (painter->cr);
}

void
mp_painter_fill_rect (const MpPainter *painter, MpRect rect, MpRgb color)
{
  if (rect.width > 0 && rect.height > 0)
    fill (painter, mp_pixels_round (&painter->pixels, rect), color);
}

void
mp_painter_fill_line (const MpPainter *painter, MpRect line, MpRgb color)
{
  if (line.width > 0 && line.height > 0)
    fill (painter, mp_pixels_round_line (&painter->pixels, line), color);
}

void
mp_painter_fill_upright (const MpPainter *painter, const MpScene *scene, MpRect line, MpRgb color)
{
  MpFreeStretch stretch = { .next = line.y };

  while (mp_scene_next_free (scene, line.x, line.x + line.width, line.y + line.height, &stretch))
    mp_painter_fill_line (
      painter, (MpRect) { line.x, stretch.y0, line.width, stretch.y1 - stretch.y0 }, color);
}

void
mp_painter_stroke_upright (const MpPainter *painter, const MpScene *scene, double x, double top,
                           double bottom, gboolean is_dashed)
{
  static const double dash[] = { 4, 3 };
  cairo_t *cr = painter->cr;
  double width = MAX (1, round (1.4 * painter->metrics->unit));
  MpFreeStretch stretch = { .next = top };

  cairo_set_line_width (cr, width);
  while (mp_scene_next_free (scene, x - width / 2, x + width / 2, bottom, &stretch)) {
    if (is_dashed)
      cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), stretch.y0 - top);
    cairo_move_to (cr, x, stretch.y0);
    cairo_line_to (cr, x, stretch.y1);
    mp_canvas_stroke (cr);
  }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* --- Discs ------------------------------------------------------------------------------------ */

typedef struct {
  double x;
  double y;
  double radius;
  double line;
} Disc;

static void
draw_disc (cairo_t *cr, gconstpointer data)
{
  const Disc *disc = data;

  cairo_new_path (cr);
  cairo_arc (cr, disc->x, disc->y, disc->radius - disc->line / 2, 0, 2 * G_PI);
  if (disc->line > 0) {
    cairo_set_line_width (cr, disc->line);
    mp_canvas_stroke (cr);
  } else {
    mp_canvas_fill (cr);
  }
}

void
mp_painter_draw_disc (const MpPainter *painter, double x, double y, double radius, double line,
                      MpRgb color)
{
  const Disc disc = { x, y, radius, line };
  MpStampKey key = { draw_disc, { mp_stamp_length (radius), mp_stamp_length (line) } };

  mp_painter_set_color (painter, color);
  mp_painter_stamp_mask (painter, &key, (MpRect) { x - radius, y - radius, 2 * radius, 2 * radius },
                         &disc);
}

/* --- Lines ------------------------------------------------------------------------------------ */

gboolean
mp_painter_find_dashes (const MpPainter *painter, MpLine line, double *dash, double *gap)
{
  if (line == MP_LINE_SOLID)
    return FALSE;
  *dash = (line == MP_LINE_DASHED ? 5 : 1.5) * painter->metrics->unit;
  *gap = (line == MP_LINE_DASHED ? 3.5 : 2.5) * painter->metrics->unit;
  return TRUE;
}

void
mp_painter_set_line (const MpPainter *painter, MpLine line)
{
  double dashes[2];

  if (mp_painter_find_dashes (painter, line, &dashes[0], &dashes[1]))
    cairo_set_dash (painter->cr, dashes, G_N_ELEMENTS (dashes), 0);
  else
    cairo_set_dash (painter->cr, NULL, 0, 0);
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
