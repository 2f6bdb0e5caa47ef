/* mp-overview-geometry.h: the overview under the canvas, as rectangles and as pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole of an agreement in small, and on it a window: the days in view. The window is dragged
 * by its body and resized by its edges, each of which can be hit within 24 pixels, however small
 * the window is.
 */
#pragma once

#include "mp-date.h"
#include "mp-density.h"
#include "mp-geometry.h"
#include "mp-scale.h"
#include "mp-style.h"
#include "mp-text.h"

#include <cairo.h>

G_BEGIN_DECLS

#define MP_OVERVIEW_TARGET 24

/* What is at a place of the overview. */
typedef enum {
  MP_OVERVIEW_OUTSIDE, /* of the window: the days there are not in view */
  MP_OVERVIEW_BODY,
  MP_OVERVIEW_BEGIN, /* the edges */
  MP_OVERVIEW_END,
} MpOverviewPart;

typedef struct {
  MpSize size;
  double unit;
  MpRect gutter; /* beside the days, as the canvas has it; of no width when stacked */
  MpRect days;   /* where the days are drawn */
  MpRect window; /* the days in view, as far as they are among them */
  MpScale scale; /* x = 0 is the left edge of days */
  MpRect begin;  /* where it is hit, from left to right: the one edge, */
  MpRect body;   /* what moves it, */
  MpRect end;    /* and the other */
} MpOverviewGeometry;

/* Places the parts: all is drawn over the whole width, view is the window. */
MpOverviewGeometry mp_overview_geometry_place (MpSize size, MpView all, MpView view,
                                               MpMeasure measure);

/* Returns the height of an overview, in logical pixels. */
double mp_overview_geometry_height (MpMeasure measure);

/* What is hit at x. A window that covers everything has nothing outside to draw in: its body counts
 * as that. */
MpOverviewPart mp_overview_geometry_pick (const MpOverviewGeometry *geometry, double x);

/* Returns the day at x, limited to the days of the overview. */
double mp_overview_geometry_day_at (const MpOverviewGeometry *geometry, double x);

/* Paints what does not depend on the view, and what does: the window, and the lines of today and of
 * the as-of date. label stands in the gutter. */
void mp_overview_paint_density (cairo_t *cr, const MpOverviewGeometry *geometry,
                                const MpDensity *density, const MpStyle *style, MpText *text,
                                const char *label);
void mp_overview_paint_window (cairo_t *cr, const MpOverviewGeometry *geometry,
                               const MpStyle *style, MpInstant today, const MpDate *as_of);

G_END_DECLS
