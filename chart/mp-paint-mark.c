/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define LABEL_CORNER 6
#define LABEL_INSET 10
#define LINE 1.2

/* A soft date's mark has a halo this much larger. */
#define HALO 2.0

static MpRgb
accent_of (const MpPainter *painter, MpColor color)
{
  return painter->style->shades[color].accent;
}

static void
dot_path (const MpPainter *painter, const MpSceneMark *mark, double size)
{
  cairo_t *cr = painter->cr;
  double x = mark->x, y = mark->mark.y + mark->mark.height / 2;

  cairo_new_path (cr);
  if (mark->certainty >= MP_CERTAINTY_CLAIMED) {
    double r = size / 2 * 1.25;

    cairo_move_to (cr, x - r, y);
    cairo_line_to (cr, x, y - r);
    cairo_line_to (cr, x + r, y);
    cairo_line_to (cr, x, y + r);
    cairo_close_path (cr);
  } else {
    cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
  }
}

static void
draw_dot (const MpPainter *painter, const MpSceneMark *mark)
{
  cairo_t *cr = painter->cr;
  MpRgb accent = accent_of (painter, mark->color);
  double size = mark->mark.height;

  if (mark->is_soft) {
    dot_path (painter, mark, size * HALO);
    cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.28);
    cairo_fill (cr);
  }
  /* A rim of background keeps marks that touch apart. */
  dot_path (painter, mark, size + 3);
  mp_painter_set_color (painter, painter->style->background);
  cairo_fill (cr);
  mp_painter_set_color (painter, accent);
  if (mark->certainty < MP_CERTAINTY_REPORTED) {
    dot_path (painter, mark, size);
    cairo_fill (cr);
  } else {
    dot_path (painter, mark, size - 1.5);
    cairo_set_dash (cr, NULL, 0, 0);
    cairo_set_line_width (cr, 1.75 * painter->metrics->unit);
    cairo_stroke (cr);
  }
}

static void
draw_stretch (const MpPainter *painter, const MpSceneMark *mark)
{
  cairo_t *cr = painter->cr;
  const MpShades *shades = &painter->style->shades[mark->color];
  double radius = mark->mark.height / 2;

  cairo_save (cr);
  mp_painter_round_rect (painter, mark->mark, radius);
  mp_painter_set_color (painter, shades->label);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  mp_painter_set_color (painter, shades->accent);
  mp_painter_hatch (painter, mark->mark, mark->mark.x);
  cairo_restore (cr);

  cairo_save (cr);
  mp_painter_round_rect (painter, mp_rect_grow (mark->mark, -0.5), radius);
  mp_painter_set_color (painter, shades->accent);
  cairo_set_line_width (cr, (mark->importance == 1 ? 1.6 : LINE) * painter->metrics->unit);
  mp_painter_set_certainty_dash (
    painter, mark->is_soft ? MAX (mark->certainty, MP_CERTAINTY_REPORTED) : mark->certainty);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
mp_painter_draw_mark (const MpPainter *painter, const MpSceneMark *mark)
{
  if (mark->is_stretch)
    draw_stretch (painter, mark);
  else
    draw_dot (painter, mark);
}

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
  mp_painter_set_certainty_dash (painter, mark->certainty);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  inner.x += inset;
  inner.width -= 2 * inset;
  if (mark->certainty == MP_CERTAINTY_DISPUTED)
    inner = mp_painter_draw_disputed_sign (painter, role, inner, ink);
  mp_text_draw (painter->text, cr, role, mark->text, inner, MP_ALIGN_MIDDLE, ink);
}

void
mp_painter_draw_cluster (const MpPainter *painter, const MpSceneCluster *cluster, gboolean selected)
{
  const MpShades *shades = &painter->style->shades[MP_COLOR_GRAY];

  mp_painter_round_rect (painter, cluster->rect, cluster->rect.height / 2);
  mp_painter_set_color (painter, selected ? shades->accent : shades->label);
  cairo_fill (painter->cr);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, cluster->text, cluster->rect,
                MP_ALIGN_MIDDLE, selected ? painter->style->on_accent : painter->style->dim_text);
}
