/* mp-paint-point.c: paints the points of a milestone, and the lines that join them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A date is solid, a possible date is hatched, and the date of another source is hollow. The
 * certainty shows in the shape: a dot, a ring or a diamond.
 */
#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define LINE 1.2
#define STRONG_LINE 1.6
#define RING 1.75
#define BADGE_SIZE 14
#define BADGE_ROOM 30 /* the length of a line that has room for "≠" */
#define ARROW 4
#define HALO 10 /* added to the size of an approximate date's dot */

/* The share of a stretch that fades at a soft edge, and at an unknown or an open one. */
#define SOFT_SHARE 0.3
#define UNKNOWN_SHARE 0.6

/* The spacing of a dot's hatching, relative to that of a bar. */
#define DOT_HATCH 0.55

typedef struct {
  const MpPainter *painter;
  const MpShades *shades;
  guint importance;
} Pen;

static void
set_color (const Pen *pen, MpRgb color)
{
  mp_painter_set_color (pen->painter, color);
}

/* --- Dots ------------------------------------------------------------------------------------- */

static void
dot_path (const Pen *pen, const MpScenePoint *point, double size)
{
  cairo_t *cr = pen->painter->cr;
  double x = point->x, y = point->rect.y + point->rect.height / 2;

  cairo_new_path (cr);
  if (mp_certainty_get (point->certainty)->body == MP_BODY_OUTLINE) {
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

/* Returns whether a dot is filled: one with a certainty that fills a bar, and the date that the
 * file prefers if sources give several. */
static gboolean
is_solid (const MpScenePoint *point, gboolean is_preferred)
{
  return (point->kind == MP_POINT_DATE || point->kind == MP_POINT_ALL_OF) &&
         (mp_certainty_get (point->certainty)->body == MP_BODY_FULL || is_preferred);
}

static void
draw_dot (const Pen *pen, const MpScenePoint *point, gboolean is_preferred)
{
  const MpPainter *painter = pen->painter;
  cairo_t *cr = painter->cr;
  MpRgb accent = pen->shades->accent;
  double size = point->rect.height, unit = painter->metrics->unit;
  gboolean solid = is_solid (point, is_preferred);
  MpRgb ink = solid ? painter->style->on_accent : accent;

  if (point->start == MP_EDGE_SOFT || point->end == MP_EDGE_SOFT) {
    dot_path (pen, point, size + HALO * unit);
    cairo_set_source_rgba (cr, accent.red, accent.green, accent.blue, 0.28);
    cairo_fill_preserve (cr);
    if (painter->style->has_outlines) {
      set_color (pen, accent);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, unit);
      cairo_stroke (cr);
    }
  }
  /* A rim in the colour of the background keeps dots apart that touch. */
  dot_path (pen, point, size + 3);
  set_color (pen, painter->style->background);
  cairo_fill (cr);
  if (solid) {
    dot_path (pen, point, size);
    set_color (pen, accent);
    cairo_fill (cr);
  } else {
    if (point->kind == MP_POINT_ONE_OF &&
        mp_certainty_get (point->certainty)->body == MP_BODY_FULL) {
      cairo_save (cr);
      dot_path (pen, point, size);
      cairo_clip (cr);
      set_color (pen, accent);
      mp_painter_hatch (painter, point->rect, point->rect.x, DOT_HATCH);
      cairo_restore (cr);
    }
    dot_path (pen, point, size - 1.5);
    set_color (pen, accent);
    cairo_set_dash (cr, NULL, 0, 0);
    cairo_set_line_width (
      cr, (point->kind == MP_POINT_DATE || point->kind == MP_POINT_ALL_OF ? RING : LINE) * unit);
    cairo_stroke (cr);
  }
  if (point->is_uncertain)
    mp_text_draw (painter->text, cr, MP_TEXT_BADGE, "?", point->rect, MP_ALIGN_MIDDLE, ink);
}

/* --- Stretches -------------------------------------------------------------------------------- */

/* Returns the share of a stretch that fades at an edge. */
static double
fade_share (MpEdge edge)
{
  switch (edge) {
  case MP_EDGE_SOFT:
    return SOFT_SHARE;
  case MP_EDGE_UNKNOWN:
  case MP_EDGE_OPEN:
    return UNKNOWN_SHARE;
  case MP_EDGE_SHARP:
  case MP_EDGE_HATCHED:
  default:
    return 0;
  }
}

static void
set_faded_color (const Pen *pen, const MpScenePoint *point, MpRgb color)
{
  MpRect rect = point->rect;
  double in = fade_share (point->start), out = fade_share (point->end);
  cairo_pattern_t *pattern;

  if (in == 0 && out == 0) {
    set_color (pen, color);
    return;
  }
  if (in + out > 1)
    in = out = 0.5;
  pattern = cairo_pattern_create_linear (rect.x, 0, rect.x + rect.width, 0);
  cairo_pattern_add_color_stop_rgba (pattern, 0, color.red, color.green, color.blue, in == 0);
  cairo_pattern_add_color_stop_rgba (pattern, in, color.red, color.green, color.blue, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1 - out, color.red, color.green, color.blue, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1, color.red, color.green, color.blue, out == 0);
  cairo_set_source (pen->painter->cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Draws an arrow head at an open edge; direction is -1 for left, 1 for right. */
static void
draw_arrow (const Pen *pen, double tip, double y, int direction)
{
  cairo_t *cr = pen->painter->cr;
  double size = ARROW * pen->painter->metrics->unit;

  cairo_new_path (cr);
  cairo_move_to (cr, tip - size * direction, y - size);
  cairo_line_to (cr, tip, y);
  cairo_line_to (cr, tip - size * direction, y + size);
  set_color (pen, pen->shades->accent);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, MAX (1.5, STRONG_LINE * pen->painter->metrics->unit));
  cairo_stroke (cr);
}

/* Draws the badge "?" on a stretch. */
static void
draw_doubt (const Pen *pen, const MpScenePoint *point)
{
  double size = ceil (BADGE_SIZE * pen->painter->metrics->unit);
  double first = point->rect.x, last = point->rect.x + point->rect.width - size;
  MpRect disc = { CLAMP (point->x - size / 2, first, MAX (first, last)),
                  point->rect.y + (point->rect.height - size) / 2, size, size };

  mp_painter_draw_doubt (pen->painter, disc, pen->shades->accent);
}

static void
draw_stretch (const Pen *pen, const MpScenePoint *point, gboolean is_preferred)
{
  const MpPainter *painter = pen->painter;
  cairo_t *cr = painter->cr;
  double radius = point->rect.height / 2;
  double y = point->rect.y + point->rect.height / 2;

  cairo_save (cr);
  mp_painter_round_rect (painter, point->rect, radius);
  set_color (pen, painter->style->background);
  cairo_fill_preserve (cr);
  if (point->kind != MP_POINT_OTHER) {
    cairo_clip (cr);
    set_faded_color (pen, point, pen->shades->label);
    cairo_paint (cr);
    set_faded_color (pen, point, pen->shades->accent);
    mp_painter_hatch (painter, point->rect, point->rect.x, 1);
  }
  cairo_restore (cr);

  cairo_save (cr);
  mp_painter_round_rect (painter, mp_rect_grow (point->rect, -0.5), radius);
  set_faded_color (pen, point, pen->shades->accent);
  cairo_set_line_width (cr, (pen->importance == 1 || is_preferred ? STRONG_LINE : LINE) *
                              painter->metrics->unit);
  mp_painter_set_line (painter, mp_certainty_get (point->certainty)->line);
  cairo_stroke (cr);
  cairo_restore (cr);

  if (point->start == MP_EDGE_OPEN)
    draw_arrow (pen, point->rect.x, y, -1);
  if (point->end == MP_EDGE_OPEN)
    draw_arrow (pen, point->rect.x + point->rect.width, y, 1);
  if (point->is_uncertain)
    draw_doubt (pen, point);
}

/* --- Lines between points --------------------------------------------------------------------- */

/* Draws a line between two points: solid if the milestone is on all dates of a set, dotted if it is
 * on one of them, dashed to the date of another source. */
static void
draw_line (const Pen *pen, MpPointKind kind, double x0, double x1, double y)
{
  const MpPainter *painter = pen->painter;
  cairo_t *cr = painter->cr;

  if (x0 >= x1)
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  set_color (pen, pen->shades->accent);
  cairo_set_line_width (cr, LINE * painter->metrics->unit);
  mp_painter_set_line (painter, kind == MP_POINT_ALL_OF   ? MP_LINE_SOLID
                                : kind == MP_POINT_ONE_OF ? MP_LINE_DOTTED
                                                          : MP_LINE_DASHED);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws "≠" on the line to the date of another source, if there is room for it. */
static void
draw_difference (const Pen *pen, double x0, double x1, double y)
{
  const MpPainter *painter = pen->painter;
  double size = BADGE_SIZE * painter->metrics->unit;
  MpRect rect = { round ((x0 + x1 - size) / 2), y - size / 2, size, size };

  if (x1 - x0 < BADGE_ROOM * painter->metrics->unit)
    return;
  mp_painter_fill_rect (painter, rect, painter->style->background);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, "≠", rect, MP_ALIGN_MIDDLE,
                pen->shades->accent);
}

/* Draws the line between two points; the second one decides how it looks. */
static void
join (const Pen *pen, const MpScenePoint *a, const MpScenePoint *b)
{
  const MpScenePoint *left = a->rect.x <= b->rect.x ? a : b, *right = left == a ? b : a;
  double x0 = left->rect.x + left->rect.width, x1 = right->rect.x;
  double y = left->rect.y + left->rect.height / 2;

  draw_line (pen, b->kind, x0, x1, y);
  if (b->kind == MP_POINT_OTHER)
    draw_difference (pen, x0, x1, y);
}

/* Returns the point to which that of another source is joined: the first that a line from there to
 * the milestone's own date, which is points[0], comes across. */
static const MpScenePoint *
next_on_the_way (const MpScenePoint *points, guint n_points, const MpScenePoint *other)
{
  const MpScenePoint *next = &points[0];

  for (guint i = 1; i < n_points; i++) {
    double x = points[i].x;

    if (points[i].kind == MP_POINT_OTHER &&
        ((next->x < x && x < other->x) || (other->x < x && x < next->x)))
      next = &points[i];
  }
  return next;
}

void
mp_painter_draw_points (const MpPainter *painter, const MpScenePoint *points, guint n_points,
                        MpColor color, guint importance)
{
  Pen pen = { painter, &painter->style->shades[color], importance };
  gboolean has_other = n_points > 0 && points[n_points - 1].kind == MP_POINT_OTHER;

  for (guint i = 1; i < n_points; i++)
    join (&pen,
          points[i].kind == MP_POINT_OTHER ? next_on_the_way (points, n_points, &points[i])
                                           : &points[i - 1],
          &points[i]);
  for (guint i = n_points; i > 0; i--) {
    const MpScenePoint *point = &points[i - 1];
    gboolean is_preferred = has_other && point->kind != MP_POINT_OTHER;

    if (point->is_stretch)
      draw_stretch (&pen, point, is_preferred);
    else
      draw_dot (&pen, point, is_preferred);
  }
}
