/* mp-scale.h: converts between instants, days and pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are counted from 1970-01-01T00:00Z and have fractions. Pixels are logical pixels.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  double begin;   /* the day at x = 0 */
  double per_day; /* logical pixels for one day */
} MpScale;

/* Returns the scale that shows the days from begin to end, begin < end, on this many pixels. A
 * width below 1 counts as 1. */
MpScale mp_scale_for_span (double begin, double end, double width);

/* Return the x of a day, and the day at an x. */
static inline double
mp_scale_to_x (MpScale scale, double day)
{
  return (day - scale.begin) * scale.per_day;
}

static inline double
mp_scale_to_day (MpScale scale, double x)
{
  return scale.begin + x / scale.per_day;
}

/* Returns the x of an instant. For MP_INSTANT_MIN and MP_INSTANT_MAX, which stand for a missing
 * bound, it lies far outside of any picture, but is finite. */
double mp_scale_instant_to_x (MpScale scale, MpInstant instant);

/* Return the day of an instant, which is finite for MP_INSTANT_MIN and MP_INSTANT_MAX too; and the
 * instant of a day, rounded to a second and clamped to these two. */
double mp_day_from_instant (MpInstant instant);
MpInstant mp_day_to_instant (double day);

G_END_DECLS
