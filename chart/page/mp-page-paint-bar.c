/* mp-page-paint-bar.c: paints bars, each end as honest as its date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-page-private.h"

#include "mp-mirror.h"

#include <math.h>

/* In design pixels, except for shares of the height of a bar. */
#define TOOTH 5 /* how deep a torn edge is */
#define N_TEETH 2
#define POINT 0.5  /* of the height: how long the point of a bar without end is */
#define FADE 2.6   /* of the height: how long an unknown end fades */
#define DOUBT 9    /* how far a doubted day fades to both sides */
#define STROKE 3.4 /* of the hatching, and the distance from one to the next */
#define STROKE_STEP 8.5
#define OUTLINE 2
#define HEAD 3
#define LEAST_HATCHED 3 /* a shorter stretch cannot be seen */

typedef struct {
  double x0;
  double x1;
  double y0;
  double y1;
} Box;

static void
set_color (cairo_t *cr, MpRgb color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* --- Hatching --------------------------------------------------------------------------------- */

typedef struct {
  double x;
  double y;
} Point;

/* Cuts off what a polygon has beyond an upright line: on its left if side is 1, on its right if it
 * is -1. cut has room for two points more than the polygon has. Returns how many points are left
 * (Sutherland and Hodgman, 1974). */
static guint
cut_polygon (const Point *points, guint n_points, double x, double side, Point *cut)
{
  guint n = 0;

  for (guint i = 0; i < n_points; i++) {
    Point from = points[i], to = points[(i + 1) % n_points];
    double from_in = (from.x - x) * side, to_in = (to.x - x) * side;

    if (from_in >= 0)
      cut[n++] = from;
    if ((from_in > 0 && to_in < 0) || (from_in < 0 && to_in > 0))
      cut[n++] = (Point) { x, from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x) };
  }
  return n;
}

/* Adds one stroke of the hatching, which leans by its own height, cut off at both ends of the box.
 * It is a polygon, so that no clip is needed: some readers of files do not know clips in clips. */
static void
add_stroke (cairo_t *cr, const Box *box, double foot)
{
  double lean = box->y1 - box->y0;
  const Point whole[] = { { foot, box->y1 },
                          { foot + STROKE, box->y1 },
                          { foot + STROKE + lean, box->y0 },
                          { foot + lean, box->y0 } };
  Point left[G_N_ELEMENTS (whole) + 2], both[G_N_ELEMENTS (whole) + 4];
  guint n = cut_polygon (whole, G_N_ELEMENTS (whole), box->x0, 1, left);

  n = cut_polygon (left, n, box->x1, -1, both);
  if (n < 3)
    return;
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, both[i].x, both[i].y);
  cairo_close_path (cr);
}

/* The strokes lean the same way in a mirrored page. */
static void
add_hatching (cairo_t *cr, Box box)
{
  gboolean is_mirrored = mp_mirror_is_on (cr);
  double height = box.y1 - box.y0;

  cairo_new_path (cr);
  if (is_mirrored) {
    cairo_save (cr);
    cairo_scale (cr, -1, 1);
    box = (Box) { -box.x1, -box.x0, box.y0, box.y1 };
  }
  for (double foot = floor ((box.x0 - height) / STROKE_STEP) * STROKE_STEP; foot < box.x1;
       foot += STROKE_STEP)
    add_stroke (cr, &box, foot);
  if (is_mirrored)
    cairo_restore (cr);
}

/* Sets a source that fades from x0, where it is opaque, to x1. */
static void
set_fading (cairo_t *cr, MpRgb color, double x0, double x1, double last)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (x0, 0, x1, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, color.red, color.green, color.blue, 1);
  cairo_pattern_add_color_stop_rgba (pattern, 1, color.red, color.green, color.blue, last);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Paints the stretch in which a bar begins or ends, from its body outwards. A line closes it at the
 * last day, unless even that is only about right. */
static void
paint_stretch (cairo_t *cr, const MpPageBar *bar, double inner, double outer, gboolean is_closed,
               MpRgb color)
{
  Box box = { MIN (inner, outer), MAX (inner, outer), bar->rect.y, bar->rect.y + bar->rect.height };

  if (box.x1 - box.x0 < LEAST_HATCHED)
    return;
  add_hatching (cr, box);
  if (is_closed)
    set_color (cr, color);
  else
    set_fading (cr, color, inner, outer, 0.25);
  mp_canvas_fill (cr);
  if (!is_closed)
    return;
  cairo_rectangle (cr, outer > inner ? outer - OUTLINE : outer, box.y0, OUTLINE, box.y1 - box.y0);
  mp_canvas_fill (cr);
}

/* --- The body --------------------------------------------------------------------------------- */

/* Returns the part of a bar that is certain. */
static Box
body_of (const MpPageBar *bar)
{
  Box body = { bar->rect.x, bar->rect.x + bar->rect.width, bar->rect.y,
               bar->rect.y + bar->rect.height };

  if (bar->start == MP_PAGE_EDGE_HATCHED || bar->start == MP_PAGE_EDGE_ABOUT)
    body.x0 = bar->solid_x0;
  if (bar->end == MP_PAGE_EDGE_HATCHED || bar->end == MP_PAGE_EDGE_ABOUT)
    body.x1 = bar->solid_x1;
  return body;
}

/* Adds one end of the outline, from the top to the foot if sign is 1, else upwards; sign also says
 * which way is outwards. */
static void
add_end (cairo_t *cr, MpPageEdge edge, double x, const Box *body, double sign)
{
  double from = sign > 0 ? body->y0 : body->y1, to = sign > 0 ? body->y1 : body->y0;
  double height = body->y1 - body->y0;
  double point = MIN (height * POINT, body->x1 - body->x0);

  switch (edge) {
  case MP_PAGE_EDGE_POINT:
    cairo_line_to (cr, x - sign * point, from);
    cairo_line_to (cr, x, (from + to) / 2);
    cairo_line_to (cr, x - sign * point, to);
    break;
  case MP_PAGE_EDGE_TORN:
    for (guint i = 0; i < 2 * N_TEETH; i++)
      cairo_line_to (cr, x - sign * (i % 2 == 0 ? 0 : TOOTH),
                     from + (to - from) * i / (2 * N_TEETH));
    cairo_line_to (cr, x, to);
    break;
  case MP_PAGE_EDGE_SHARP:
  case MP_PAGE_EDGE_HATCHED:
  case MP_PAGE_EDGE_ABOUT:
  case MP_PAGE_EDGE_DOUBTED:
  case MP_PAGE_EDGE_FADED:
  default:
    cairo_line_to (cr, x, from);
    cairo_line_to (cr, x, to);
    break;
  }
}

static void
add_body (cairo_t *cr, const MpPageBar *bar, const Box *body)
{
  cairo_new_path (cr);
  add_end (cr, bar->end, body->x1, body, 1);
  add_end (cr, bar->start, body->x0, body, -1);
  cairo_close_path (cr);
}

/* Returns how long an end fades, 0 if it does not. */
static double
fade_of (MpPageEdge edge, const Box *body)
{
  double width = body->x1 - body->x0;

  if (edge == MP_PAGE_EDGE_FADED)
    return MIN (FADE * (body->y1 - body->y0), width / 2);
  return edge == MP_PAGE_EDGE_DOUBTED ? MIN (2 * DOUBT, width / 2) : 0;
}

/* Sets the colour of the body, which is transparent where an end fades. */
static void
set_body_color (cairo_t *cr, const MpPageBar *bar, const Box *body, MpRgb color)
{
  double in = fade_of (bar->start, body), out = fade_of (bar->end, body);
  double width = body->x1 - body->x0;
  cairo_pattern_t *pattern;
  const double stops[][2] = {
    { 0, in > 0 ? 0 : 1 }, { in / width, 1 }, { 1 - out / width, 1 }, { 1, out > 0 ? 0 : 1 }
  };

  if (in <= 0 && out <= 0) {
    set_color (cr, color);
    return;
  }
  pattern = cairo_pattern_create_linear (body->x0, 0, body->x1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    cairo_pattern_add_color_stop_rgba (pattern, stops[i][0], color.red, color.green, color.blue,
                                       stops[i][1]);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

void
mp_page_set_dashes (cairo_t *cr, MpLine line)
{
  double dashes[] = { 7, 5 };

  if (line == MP_LINE_DOTTED)
    dashes[0] = dashes[1] = 2.4;
  cairo_set_dash (cr, dashes, line == MP_LINE_SOLID ? 0 : 2, 0);
}

static void
paint_outline (cairo_t *cr, const MpPageBar *bar, Box body, MpRgb color, double width)
{
  body =
    (Box) { body.x0 + width / 2, body.x1 - width / 2, body.y0 + width / 2, body.y1 - width / 2 };
  if (body.x1 <= body.x0)
    return;
  add_body (cr, bar, &body);
  set_body_color (cr, bar, &body, color);
  cairo_set_line_width (cr, width);
  mp_page_set_dashes (cr, bar->line);
  mp_canvas_stroke (cr);
  mp_page_set_dashes (cr, MP_LINE_SOLID);
}

/* Returns the tone of lines that belong to a bar, which must be seen on the ground. */
static MpTone
line_tone (MpTone tone)
{
  return tone == MP_TONE_BEFORE || tone == MP_TONE_EARLIER ? MP_TONE_MUTED : MP_TONE_ACCENT;
}

static void
paint_body (cairo_t *cr, const MpPageBar *bar, const Box *body, const MpPalette *palette)
{
  MpRgb line = mp_palette_color (palette, line_tone (bar->tone), bar->hue);

  if (bar->line == MP_LINE_SOLID) {
    add_body (cr, bar, body);
    set_body_color (cr, bar, body, mp_palette_color (palette, bar->tone, bar->hue));
    mp_canvas_fill (cr);
  }
  if (bar->line != MP_LINE_SOLID || palette->has_outlines || bar->tone == MP_TONE_LATER)
    paint_outline (cr, bar, *body, line, bar->tone == MP_TONE_EARLIER ? OUTLINE / 2.0 : OUTLINE);
  if (bar->has_head && bar->start == MP_PAGE_EDGE_SHARP && body->x1 - body->x0 > 2 * HEAD) {
    cairo_rectangle (cr, body->x0, body->y0, HEAD, body->y1 - body->y0);
    set_color (cr, line);
    mp_canvas_fill (cr);
  }
}

void
mp_page_paint_bar (cairo_t *cr, const MpPageBar *bar, const MpPalette *palette)
{
  Box body = body_of (bar);
  double x0 = bar->rect.x, x1 = bar->rect.x + bar->rect.width;
  /* Strokes in the tone of a grey bar would be too faint. */
  MpRgb color = mp_palette_color (palette, line_tone (bar->tone), bar->hue);

  if (body.x1 < body.x0) {
    /* Nothing of it is certain. */
    paint_stretch (cr, bar, x0, x1, bar->end != MP_PAGE_EDGE_ABOUT, color);
    return;
  }
  if (bar->start == MP_PAGE_EDGE_DOUBTED)
    body.x0 -= DOUBT;
  if (bar->end == MP_PAGE_EDGE_DOUBTED)
    body.x1 += DOUBT;
  if (body.x1 > body.x0)
    paint_body (cr, bar, &body, palette);
  if (bar->start == MP_PAGE_EDGE_HATCHED || bar->start == MP_PAGE_EDGE_ABOUT)
    paint_stretch (cr, bar, body.x0, x0, bar->start == MP_PAGE_EDGE_HATCHED, color);
  if (bar->end == MP_PAGE_EDGE_HATCHED || bar->end == MP_PAGE_EDGE_ABOUT)
    paint_stretch (cr, bar, body.x1, x1, bar->end == MP_PAGE_EDGE_HATCHED, color);
}
