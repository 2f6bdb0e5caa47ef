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

/* Added to the size of a dot for its rim, in logical pixels. */
#define RIM 3

/* The opacity of a halo. */
#define HALO_ALPHA 0.28

/* How much longer a diamond is than a dot. */
#define DIAMOND 1.25

/* The share of a stretch that fades at a soft edge, and at an unknown or an open one. */
#define SOFT_SHARE 0.3
#define UNKNOWN_SHARE 0.6

/* The spacing of a dot's hatching, relative to that of a bar. */
#define DOT_HATCH 0.55

typedef struct {
  const MpPainter *painter;
  MpColor color;
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
    double r = size / 2 * DIAMOND;

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

typedef struct {
  const Pen *pen;
  const MpScenePoint *point;
  gboolean is_preferred;
} Dot;

static gboolean
has_halo (const MpScenePoint *point)
{
  return point->start == MP_EDGE_SOFT || point->end == MP_EDGE_SOFT;
}

static void
draw_halo (const Pen *pen, const MpScenePoint *point)
{
  const MpPainter *painter = pen->painter;
  cairo_t *cr = painter->cr;
  MpInk ink = { .color = pen->shades->accent, .alpha = HALO_ALPHA };
  double unit = painter->metrics->unit;

  dot_path (pen, point, point->rect.height + HALO * unit);
  mp_painter_set_ink (painter, &ink);
  mp_canvas_fill_preserve (cr);
  if (painter->style->has_outlines) {
    set_color (pen, ink.color);
    cairo_set_line_width (cr, unit);
    mp_canvas_stroke (cr);
  }
}

static void
draw_hollow (const Pen *pen, const MpScenePoint *point)
{
  const MpPainter *painter = pen->painter;
  cairo_t *cr = painter->cr;
  MpInk ink = mp_ink_plain (pen->shades->accent);
  gboolean is_own = point->kind == MP_POINT_DATE || point->kind == MP_POINT_ALL_OF;

  if (point->kind == MP_POINT_ONE_OF && mp_certainty_get (point->certainty)->body == MP_BODY_FULL) {
    mp_canvas_save (cr);
    dot_path (pen, point, point->rect.height);
    mp_canvas_clip (cr);
    mp_painter_hatch (painter, (MpBox) { point->rect }, point->rect.x, DOT_HATCH, &ink);
    mp_canvas_restore (cr);
  }
  dot_path (pen, point, point->rect.height - 1.5);
  set_color (pen, ink.color);
  cairo_set_line_width (cr, (is_own ? RING : LINE) * painter->metrics->unit);
  mp_canvas_stroke (cr);
}

static void
draw_dot (cairo_t *cr, gconstpointer data)
{
  const Dot *dot = data;
  const MpScenePoint *point = dot->point;
  MpPainter painter = mp_painter_on (dot->pen->painter, cr);
  Pen pen = *dot->pen;
  gboolean solid = is_solid (point, dot->is_preferred);

  pen.painter = &painter;
  if (has_halo (point))
    draw_halo (&pen, point);
  /* A rim in the colour of the background keeps dots apart that touch. */
  dot_path (&pen, point, point->rect.height + RIM);
  set_color (&pen, painter.style->background);
  mp_canvas_fill (cr);
  if (solid) {
    dot_path (&pen, point, point->rect.height);
    set_color (&pen, pen.shades->accent);
    mp_canvas_fill (cr);
  } else {
    draw_hollow (&pen, point);
  }
  if (point->is_uncertain)
    mp_text_draw (painter.text, cr, MP_TEXT_BADGE, "?", point->rect, MP_ALIGN_MIDDLE,
                  solid ? painter.style->on_accent : pen.shades->accent);
}

static void
put_dot (const Pen *pen, const MpScenePoint *point, gboolean is_preferred)
{
  const Dot dot = { pen, point, is_preferred };
  MpStampKey key = { draw_dot,
                     { (gint32) pen->color, (gint32) point->certainty, (gint32) point->kind,
                       is_preferred | has_halo (point) << 1 | point->is_uncertain << 2,
                       mp_stamp_length (point->rect.height),
                       mp_stamp_length (point->x - point->rect.x) } };
  double unit = pen->painter->metrics->unit, more = has_halo (point) ? HALO * unit : RIM;
  double reach = ceil ((point->rect.height + more) / 2 * DIAMOND + unit / 2);
  double y = point->rect.y + point->rect.height / 2;

  mp_painter_stamp (pen->painter, &key,
                    (MpRect) { point->x - reach, y - reach, 2 * reach, 2 * reach }, &dot);
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

static MpInk
ink_for (const MpScenePoint *point, MpRgb color)
{
  MpRect rect = point->rect;
  double in = fade_share (point->start), out = fade_share (point->end);

  if (in + out > 1)
    in = out = 0.5;
  return (MpInk) { .color = color,
                   .alpha = 1,
                   .x0 = rect.x,
                   .x1 = rect.x + rect.width,
                   .in = in * rect.width,
                   .out = out * rect.width };
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
  double unit = painter->metrics->unit, y = point->rect.y + point->rect.height / 2;
  double size = ARROW * unit, line = MAX (1.5, STRONG_LINE * unit);
  MpBox box = { point->rect, point->rect.height / 2, MP_ENDS_ROUND };
  MpInk label = ink_for (point, pen->shades->label), accent = ink_for (point, pen->shades->accent);

  mp_painter_fill_pill (painter, point->rect, painter->style->background);
  if (point->kind != MP_POINT_OTHER) {
    mp_painter_fill_box (painter, box, &label);
    mp_painter_hatch (painter, box, point->rect.x, 1, &accent);
  }
  mp_painter_outline_box (painter, box,
                          (pen->importance == 1 || is_preferred ? STRONG_LINE : LINE) * unit,
                          mp_certainty_get (point->certainty)->line, &accent);
  set_color (pen, accent.color);
  if (point->start == MP_EDGE_OPEN)
    mp_painter_draw_arrow_head (painter, point->rect.x, y, size, line, -1);
  if (point->end == MP_EDGE_OPEN)
    mp_painter_draw_arrow_head (painter, point->rect.x + point->rect.width, y, size, line, 1);
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
  mp_canvas_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  set_color (pen, pen->shades->accent);
  cairo_set_line_width (cr, LINE * painter->metrics->unit);
  mp_painter_set_line (painter, kind == MP_POINT_ALL_OF   ? MP_LINE_SOLID
                                : kind == MP_POINT_ONE_OF ? MP_LINE_DOTTED
                                                          : MP_LINE_DASHED);
  mp_canvas_stroke (cr);
  mp_canvas_restore (cr);
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
  Pen pen = { painter, color, &painter->style->shades[color], importance };
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
      put_dot (&pen, point, is_preferred);
  }
}
