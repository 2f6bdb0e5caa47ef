/* mp-overview-geometry.h: the overview under the chart, as rectangles and as pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overview shows the whole of an agreement in small, and on it a window: the days in view. The
 * user drags the window by its body and resizes it by its edges. Each of the three has a target at
 * least MP_OVERVIEW_TARGET wide, however small the window is.
 *
 * Lengths are logical pixels, and places are logical pixels from the top left corner of the
 * overview. Days are counted as in mp-scale.h.
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

/* The parts of the overview. */
typedef enum {
  MP_OVERVIEW_OUTSIDE, /* of the window: days that are not in view */
  MP_OVERVIEW_BODY,    /* of the window */
  MP_OVERVIEW_BEGIN,   /* the left edge of the window */
  MP_OVERVIEW_END,     /* the right edge of the window */
} MpOverviewPart;

typedef struct {
  MpSize size;
  double unit;   /* as in MpMetrics */
  MpRect gutter; /* beside the days, as wide as that of the chart */
  MpRect days;   /* where the days are drawn */
  MpRect window; /* the days in view, limited to those that are drawn */
  MpScale scale; /* x = 0 is the left edge of days */
  MpRect begin;  /* the target of the window's left edge */
  MpRect body;   /* the target of the window's body */
  MpRect end;    /* the target of the window's right edge */
} MpOverviewGeometry;

/* Returns the places of all parts in an overview of this size. The days of all fill its width
 * beside the gutter; those of view are in the window. */
MpOverviewGeometry mp_overview_geometry_place (MpSize size, MpView all, MpView view,
                                               MpMeasure measure);

/* Returns the height of an overview. */
double mp_overview_geometry_height (MpMeasure measure);

/* Returns the part at x. If the window covers all days, its body counts as MP_OVERVIEW_OUTSIDE: it
 * cannot be moved, but the user can draw a new window there. */
MpOverviewPart mp_overview_geometry_pick (const MpOverviewGeometry *geometry, double x);

/* Returns the day at x, limited to the days of the overview. */
double mp_overview_geometry_day_at (const MpOverviewGeometry *geometry, double x);

/* Paints what does not depend on the days in view: the background, the density, and the label in
 * the gutter. */
void mp_overview_paint_density (cairo_t *cr, const MpOverviewGeometry *geometry,
                                const MpDensity *density, const MpStyle *style, MpText *text,
                                const char *label);

/* Paints the window, over the density, and the lines of today and of the as-of date; as_of is NULL
 * if that is today. */
void mp_overview_paint_window (cairo_t *cr, const MpOverviewGeometry *geometry,
                               const MpStyle *style, MpText *text, MpInstant today,
                               const MpDate *as_of);

G_END_DECLS
