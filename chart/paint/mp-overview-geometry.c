/* mp-overview-geometry.c: places and paints the overview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-overview-geometry.h"

#include "mp-paint-private.h"

#include <math.h>

/* In design pixels. */
#define HEIGHT 62
#define MARGIN 6      /* above and below what is drawn */
#define BAND_HEIGHT 8 /* of the milestones */
#define STRIPE_GAP 1
#define MAX_STRIPE 6
#define MARK_SIZE 5
#define GRIP_WIDTH 4
#define GRIP_HEIGHT 18
#define LEAST_WINDOW 3

/* The opacity of the veil over the days that are not in view. */
#define VEIL 0.55

double
mp_overview_geometry_height (MpMeasure measure)
{
  return ceil (HEIGHT * measure.unit);
}

/* The targets of the edges reach into a large window by half their width, and into a smaller one
 * only as far as the body keeps a target of its own. Around a small window the three targets stand
 * side by side; near an end of the days they move inwards, so that none is out of reach. */
static void
place_targets (MpOverviewGeometry *geometry)
{
  const double target = MP_OVERVIEW_TARGET;
  double left = geometry->days.x + target, right = geometry->days.x + geometry->days.width - target;
  double inner = CLAMP ((geometry->window.width - target) / 2, 0, target / 2);
  double x0 = geometry->window.x + inner, x1 = geometry->window.x + geometry->window.width - inner;

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
  geometry->begin = (MpRect) { x0 - target, 0, target, geometry->size.height };
  geometry->body = (MpRect) { x0, 0, x1 - x0, geometry->size.height };
  geometry->end = (MpRect) { x1, 0, target, geometry->size.height };
}

MpOverviewGeometry
mp_overview_geometry_place (MpSize size, MpView all, MpView view, MpMeasure measure)
{
  MpOverviewGeometry geometry = { .size = size, .unit = measure.unit };
  double plot = mp_scene_plot_width (size.width, measure), x0, x1;

  geometry.gutter = (MpRect) { 0, 0, MAX (0, size.width - plot), size.height };
  geometry.days = (MpRect) { geometry.gutter.width, MARGIN * measure.unit, plot,
                             MAX (1, size.height - 2 * MARGIN * measure.unit) };
  geometry.scale = mp_scale_for_span (all.begin, all.end, plot);
  x0 = geometry.days.x + CLAMP (mp_scale_to_x (geometry.scale, view.begin), 0, plot - LEAST_WINDOW);
  x1 = geometry.days.x + CLAMP (mp_scale_to_x (geometry.scale, view.end), 0, plot);
  x1 = MAX (x1, x0 + LEAST_WINDOW);
  geometry.window = (MpRect) { x0, 2, x1 - x0, size.height - 4 };
  place_targets (&geometry);
  return geometry;
}

static gboolean
covers_everything (const MpOverviewGeometry *geometry)
{
  return geometry->window.width >= geometry->days.width - 2;
}

MpOverviewPart
mp_overview_geometry_pick (const MpOverviewGeometry *geometry, double x)
{
  if (mp_rect_contains (geometry->begin, x, 0))
    return MP_OVERVIEW_BEGIN;
  if (mp_rect_contains (geometry->end, x, 0))
    return MP_OVERVIEW_END;
  if (mp_rect_contains (geometry->body, x, 0) && !covers_everything (geometry))
    return MP_OVERVIEW_BODY;
  return MP_OVERVIEW_OUTSIDE;
}

double
mp_overview_geometry_day_at (const MpOverviewGeometry *geometry, double x)
{
  return mp_scale_to_day (geometry->scale,
                          CLAMP (x, geometry->days.x, geometry->days.x + geometry->days.width) -
                            geometry->days.x);
}

/* --- Painting --------------------------------------------------------------------------------- */

/* Fills each run of cells that have the same level as one rectangle. */
static void
fill_levels (const MpPainter *painter, const MpOverviewGeometry *geometry, const guint8 *levels,
             double y, double height, MpRgb color)
{
  double cell = geometry->days.width / MP_DENSITY_CELLS;

  for (guint i = 0; i < MP_DENSITY_CELLS;) {
    guint from = i;

    while (i < MP_DENSITY_CELLS && levels[i] == levels[from])
      i++;
    if (levels[from] == 0)
      continue;
    cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, levels[from] / 255.0);
    /* Rounding gives each pixel to one run, so that no seams are seen between them. */
    cairo_rectangle (
      painter->cr, round (geometry->days.x + from * cell), y,
      MAX (1, round (geometry->days.x + i * cell) - round (geometry->days.x + from * cell)),
      height);
    mp_canvas_fill (painter->cr);
  }
}

static void
paint_stripes (const MpPainter *painter, const MpOverviewGeometry *geometry,
               const MpDensity *density)
{
  double top = geometry->days.y + BAND_HEIGHT * geometry->unit;
  double room = geometry->days.y + geometry->days.height - top;
  double gap = STRIPE_GAP * geometry->unit;
  double stripe, y;

  if (density->n_stripes == 0)
    return;
  stripe = MIN (MAX_STRIPE * geometry->unit, (room + gap) / density->n_stripes - gap);
  stripe = MAX (1, floor (stripe));
  y = top + (room - density->n_stripes * (stripe + gap) + gap) / 2;
  for (guint i = 0; i < density->n_stripes; i++)
    fill_levels (painter, geometry, density->stripes[i].levels, round (y + i * (stripe + gap)),
                 stripe, painter->style->shades[density->stripes[i].color].faded);
}

static void
paint_marks (const MpPainter *painter, const MpOverviewGeometry *geometry, const MpDensity *density)
{
  double cell = geometry->days.width / MP_DENSITY_CELLS;
  double radius = MARK_SIZE * geometry->unit / 2, y = round (geometry->days.y) + radius;

  fill_levels (painter, geometry, density->milestones, round (y + radius / 3), ceil (radius / 2),
               painter->style->dim_text);
  for (guint i = 0; i < density->n_marks; i++) {
    MpDensityMark *mark = &density->marks[i];

    mp_painter_draw_disc (painter, geometry->days.x + (mark->cell + 0.5) * cell, y, radius, 0,
                          painter->style->shades[mark->color].accent);
  }
}

void
mp_overview_paint_density (cairo_t *cr, const MpOverviewGeometry *geometry,
                           const MpDensity *density, const MpStyle *style, MpText *text,
                           const char *label)
{
  MpPainter painter = mp_painter_new (cr, style, text, NULL);
  double padding = ceil (16 * geometry->unit);

  mp_painter_fill_rect (&painter, (MpRect) { 0, 0, geometry->size.width, geometry->size.height },
                        style->background);
  paint_stripes (&painter, geometry, density);
  paint_marks (&painter, geometry, density);
  if (geometry->gutter.width > 2 * padding)
    mp_text_draw (
      text, cr, MP_TEXT_ROW, label,
      (MpRect) { padding, 0, geometry->gutter.width - 1.5 * padding, geometry->size.height },
      MP_ALIGN_START, style->dim_text);
  mp_painter_fill_rect (&painter,
                        (MpRect) { geometry->gutter.width - 1, 0,
                                   geometry->gutter.width > 0 ? 1 : 0, geometry->size.height },
                        style->separator);
  mp_painter_fill_rect (&painter, (MpRect) { 0, 0, geometry->size.width, 1 }, style->separator);
}

static void
paint_line (const MpPainter *painter, const MpOverviewGeometry *geometry, MpInstant instant,
            MpRgb color)
{
  double x = round (mp_scale_instant_to_x (geometry->scale, instant));

  if (x < 0 || x >= geometry->days.width)
    return;
  mp_painter_fill_rect (painter,
                        (MpRect) { geometry->days.x + x, 2, MAX (1, round (1.5 * geometry->unit)),
                                   geometry->size.height - 4 },
                        color);
}

static void
paint_veil (const MpPainter *painter, const MpOverviewGeometry *geometry, double x0, double x1)
{
  MpRgb color = painter->style->background;

  if (x1 <= x0 || painter->style->has_outlines)
    return;
  cairo_set_source_rgba (painter->cr, color.red, color.green, color.blue, VEIL);
  cairo_rectangle (painter->cr, x0, 1, x1 - x0, geometry->size.height - 1);
  mp_canvas_fill (painter->cr);
}

/* Paints a handle at an edge of the window, which the user can drag. */
static void
paint_grip (const MpPainter *painter, const MpOverviewGeometry *geometry, double x)
{
  double width = round (GRIP_WIDTH * geometry->unit), height = round (GRIP_HEIGHT * geometry->unit);
  MpInk ink = mp_ink_plain (painter->style->shades[MP_COLOR_BLUE].accent);
  MpBox grip = { .radius = width / 2, .ends = MP_ENDS_ROUND };

  /* The handle stays whole at an end of the days. */
  x = CLAMP (x, geometry->days.x + width / 2, geometry->days.x + geometry->days.width - width / 2);
  grip.rect =
    (MpRect) { x - width / 2, round ((geometry->size.height - height) / 2), width, height };
  mp_painter_fill_box (painter, grip, &ink);
}

void
mp_overview_paint_window (cairo_t *cr, const MpOverviewGeometry *geometry, const MpStyle *style,
                          MpText *text, MpInstant today, const MpDate *as_of)
{
  MpPainter painter = mp_painter_new (cr, style, text, NULL);
  double line = MAX (1, round (1.5 * geometry->unit)),
         right = geometry->days.x + geometry->days.width;
  MpBox frame = { geometry->window, 6 * geometry->unit, MP_ENDS_ROUND };
  MpInk ink = mp_ink_plain (style->shades[MP_COLOR_BLUE].accent);
  double x0 = geometry->window.x + line / 2, x1 = x0 + geometry->window.width - line;

  paint_veil (&painter, geometry, geometry->days.x, geometry->window.x);
  paint_veil (&painter, geometry, geometry->window.x + geometry->window.width, right);
  paint_line (&painter, geometry, today, style->today);
  if (as_of != NULL)
    paint_line (&painter, geometry, as_of->earliest, style->as_of);
  mp_painter_outline_box (&painter, frame, style->has_outlines ? 2 * line : line, MP_LINE_SOLID,
                          &ink);
  paint_grip (&painter, geometry, x0);
  paint_grip (&painter, geometry, x1);
}
