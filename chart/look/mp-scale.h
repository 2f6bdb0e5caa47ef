/* mp-scale.h: days to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are doubles, counted from 1970-01-01T00:00Z.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  double begin;   /* the day at x = 0 */
  double per_day; /* logical pixels for one day */
} MpScale;

/* The scale that shows the days from begin to end, begin < end, on width > 0 pixels. */
MpScale mp_scale_for_span (double begin, double end, double width);

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

/* The place of an instant. Instants without bound, MP_INSTANT_MIN and MP_INSTANT_MAX, are far
 * outside of any picture, but finite. */
double mp_scale_instant_to_x (MpScale scale, MpInstant instant);

/* Instants as days; MP_INSTANT_MIN and MP_INSTANT_MAX become days far out, but finite. */
double mp_day_from_instant (MpInstant instant);
MpInstant mp_day_to_instant (double day);

G_END_DECLS
