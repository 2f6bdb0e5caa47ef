/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-strip.h"

#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define HEIGHT 62
#define MARGIN 6      /* above and below what is drawn */
#define BAND_HEIGHT 8 /* of the milestones */
#define LANE_GAP 1
#define MAX_LANE 6
#define MARK_SIZE 5
#define GRIP_WIDTH 4
#define GRIP_HEIGHT 18
#define LEAST_WINDOW 3

/* How much of what is not in view is left to be seen. */
#define VEIL 0.55

double
mp_strip_height (MpMeasure measure)
{
  return ceil (HEIGHT * measure.unit);
}

/* The edges are hit as far into the window as leaves its body as wide as they are. A small window
 * has all three targets about it, and at an end of the days they move inside. */
static void
place_targets (MpStrip *strip)
{
  const double target = MP_STRIP_TARGET;
  double left = strip->days.x + target, right = strip->days.x + strip->days.width - target;
  double inner = CLAMP ((strip->window.width - target) / 2, 0, target / 2);
  double x0 = strip->window.x + inner, x1 = strip->window.x + strip->window.width - inner;

  if (x1 - x0 < target) {
    x0 = (x0 + x1 - target) / 2;
    x1 = x0 + target;
  }
  x0 = MAX (x0, left);
  x1 = MIN (x1, right);
  if (x1 - x0 < target && x0 == left)
    x1 = x0 + target;
  else if (x1 - x0 < target)
    x0 = x1 - target;
  strip->begin = (MpRect) { x0 - target, 0, target, strip->size.height };
  strip->body = (MpRect) { x0, 0, x1 - x0, strip->size.height };
  strip->end = (MpRect) { x1, 0, target, strip->size.height };
}

MpStrip
mp_strip_place (MpSize size, MpView all, MpView view, MpMeasure measure)
{
  MpStrip strip = { .size = size, .unit = measure.unit };
  double plot = mp_scene_plot_width (size.width, measure), x0, x1;

  strip.gutter = (MpRect) { 0, 0, MAX (0, size.width - plot), size.height };
  strip.days = (MpRect) { strip.gutter.width, MARGIN * measure.unit, plot,
                          MAX (1, size.height - 2 * MARGIN * measure.unit) };
  strip.scale = mp_scale_for_span (all.begin, all.end, plot);
  x0 = strip.days.x + CLAMP (mp_scale_to_x (strip.scale, view.begin), 0, plot - LEAST_WINDOW);
  x1 = strip.days.x + CLAMP (mp_scale_to_x (strip.scale, view.end), 0, plot);
  x1 = MAX (x1, x0 + LEAST_WINDOW);
  strip.window = (MpRect) { x0, 2, x1 - x0, size.height - 4 };
  place_targets (&strip);
  return strip;
}

static gboolean
covers_everything (const MpStrip *strip)
{
  return strip->window.width >= strip->days.width - 2;
}

MpStripPart
mp_strip_pick (const MpStrip *strip, double x)
{
  if (mp_rect_contains (strip->begin, x, 0))
    return MP_STRIP_BEGIN;
  if (mp_rect_contains (strip->end, x, 0))
    return MP_STRIP_END;
  if (mp_rect_contains (strip->body, x, 0) && !covers_everything (strip))
    return MP_STRIP_BODY;
  return MP_STRIP_OUTSIDE;
}

double
mp_strip_day_at (const MpStrip *strip, double x)
{
  return mp_scale_to_day (
    strip->scale, CLAMP (x, strip->days.x, strip->days.x + strip->days.width) - strip->days.x);
}

/* --- Painting --------------------------------------------------------------------------------- */

static MpPainter
painter_for (cairo_t *cr, const MpStyle *style, MpText *text)
{
  return (MpPainter) { cr, style, text, NULL };
}

/* Calls for each run of cells of one level, with where it begins and ends: few, whatever there is.
 */
static void
fill_levels (const MpPainter *painter, const MpStrip *strip, const guint8 *levels, double y,
             double height, MpRgb color)
{
  double cell = strip->days.width / MP_DENSITY_CELLS;

  for (guint i = 0; i < MP_DENSITY_CELLS;) {
    guint from = i;

    while (i < MP_DENSITY_CELLS && levels[i] == levels[from])
      i++;
    if (levels[from] == 0)
      continue;
    cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, levels[from] / 255.0);
    /* Each pixel belongs to one run, so that none is painted twice. */
    cairo_rectangle (
      painter->cr, round (strip->days.x + from * cell), y,
      MAX (1, round (strip->days.x + i * cell) - round (strip->days.x + from * cell)), height);
    cairo_fill (painter->cr);
  }
}

static void
paint_lanes (const MpPainter *painter, const MpStrip *strip, const MpDensity *density)
{
  double top = strip->days.y + BAND_HEIGHT * strip->unit;
  double room = strip->days.y + strip->days.height - top;
  double gap = LANE_GAP * strip->unit;
  double lane, y;

  if (density->n_lanes == 0)
    return;
  lane = MIN (MAX_LANE * strip->unit, (room + gap) / density->n_lanes - gap);
  lane = MAX (1, floor (lane));
  y = top + (room - density->n_lanes * (lane + gap) + gap) / 2;
  for (guint i = 0; i < density->n_lanes; i++)
    fill_levels (painter, strip, density->lanes[i].levels, round (y + i * (lane + gap)), lane,
                 painter->style->shades[density->lanes[i].color].faded);
}

static void
paint_marks (const MpPainter *painter, const MpStrip *strip, const MpDensity *density)
{
  double cell = strip->days.width / MP_DENSITY_CELLS;
  double radius = MARK_SIZE * strip->unit / 2, y = round (strip->days.y) + radius;

  fill_levels (painter, strip, density->milestones, round (y + radius / 3), ceil (radius / 2),
               painter->style->dim_text);
  for (guint i = 0; i < density->marks->len; i++) {
    MpDensityMark *mark = &g_array_index (density->marks, MpDensityMark, i);

    cairo_arc (painter->cr, strip->days.x + (mark->cell + 0.5) * cell, y, radius, 0, 2 * G_PI);
    mp_painter_set_color (painter, painter->style->shades[mark->color].accent);
    cairo_fill (painter->cr);
  }
}

void
mp_strip_paint_density (cairo_t *cr, const MpStrip *strip, const MpDensity *density,
                        const MpStyle *style, MpText *text, const char *label)
{
  MpPainter painter = painter_for (cr, style, text);
  double padding = ceil (16 * strip->unit);

  mp_painter_fill_rect (&painter, (MpRect) { 0, 0, strip->size.width, strip->size.height },
                        style->background);
  paint_lanes (&painter, strip, density);
  paint_marks (&painter, strip, density);
  if (strip->gutter.width > 2 * padding)
    mp_text_draw (text, cr, MP_TEXT_ROW, label,
                  (MpRect) { padding, 0, strip->gutter.width - 1.5 * padding, strip->size.height },
                  MP_ALIGN_START, style->dim_text);
  mp_painter_fill_rect (
    &painter,
    (MpRect) { strip->gutter.width - 1, 0, strip->gutter.width > 0 ? 1 : 0, strip->size.height },
    style->separator);
  mp_painter_fill_rect (&painter, (MpRect) { 0, 0, strip->size.width, 1 }, style->separator);
}

static void
paint_line (const MpPainter *painter, const MpStrip *strip, MpInstant instant, MpRgb color)
{
  double x = round (mp_scale_instant_to_x (strip->scale, instant));

  if (x < 0 || x >= strip->days.width)
    return;
  mp_painter_fill_rect (
    painter,
    (MpRect) { strip->days.x + x, 2, MAX (1, round (1.5 * strip->unit)), strip->size.height - 4 },
    color);
}

static void
paint_veil (const MpPainter *painter, const MpStrip *strip, double x0, double x1)
{
  MpRgb color = painter->style->background;

  if (x1 <= x0 || painter->style->has_outlines)
    return;
  cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, VEIL);
  cairo_rectangle (painter->cr, x0, 1, x1 - x0, strip->size.height - 1);
  cairo_fill (painter->cr);
}

/* Something to take hold of. */
static void
paint_grip (const MpPainter *painter, const MpStrip *strip, double x)
{
  double width = round (GRIP_WIDTH * strip->unit), height = round (GRIP_HEIGHT * strip->unit);

  /* At an end of the days it is still seen whole. */
  x = CLAMP (x, strip->days.x + width / 2, strip->days.x + strip->days.width - width / 2);
  mp_painter_round_rect (
    painter, (MpRect) { x - width / 2, round ((strip->size.height - height) / 2), width, height },
    width / 2);
  mp_painter_set_color (painter, painter->style->shades[MP_COLOR_BLUE].accent);
  cairo_fill (painter->cr);
}

void
mp_strip_paint_window (cairo_t *cr, const MpStrip *strip, const MpStyle *style, MpInstant today,
                       const MpDate *as_of)
{
  MpPainter painter = painter_for (cr, style, NULL);
  double line = MAX (1, round (1.5 * strip->unit)), right = strip->days.x + strip->days.width;
  MpRect frame = mp_rect_grow (strip->window, -line / 2);

  paint_veil (&painter, strip, strip->days.x, strip->window.x);
  paint_veil (&painter, strip, strip->window.x + strip->window.width, right);
  paint_line (&painter, strip, today, style->today);
  if (as_of != NULL)
    paint_line (&painter, strip, as_of->earliest, style->as_of);
  mp_painter_round_rect (&painter, frame, 6 * strip->unit);
  mp_painter_set_color (&painter, style->shades[MP_COLOR_BLUE].accent);
  cairo_set_line_width (cr, style->has_outlines ? 2 * line : line);
  cairo_stroke (cr);
  paint_grip (&painter, strip, frame.x);
  paint_grip (&painter, strip, frame.x + frame.width);
}
