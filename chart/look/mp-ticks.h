/* mp-ticks.h: the lines of the date axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table holds every step from thousands of millions of years to a minute. A step divides the
 * calendar, not a number of seconds: ticks of months stand on the first of each month.
 */
#pragma once

#include "mp-scale.h"

G_BEGIN_DECLS

typedef enum {
  MP_UNIT_YEAR,
  MP_UNIT_MONTH,
  MP_UNIT_DAY,
  MP_UNIT_HOUR,
  MP_UNIT_MINUTE,
} MpUnit;

/* One step of the ladder: a tick every count units. */
typedef struct {
  MpUnit unit;
  gint64 count;
} MpTickStep;

typedef struct {
  double day;      /* where the line stands */
  double next;     /* where the next one would stand: what the label is true for */
  gboolean strong; /* begins a larger unit: a year among months, a day among hours */
} MpTick;

/* The steps, from fine to coarse, and how many there are. */
const MpTickStep *mp_ticks_ladder (guint *length);

/* The shortest time between two ticks of a step, in days. */
double mp_tick_step_days (MpTickStep step);

/* The finest step whose ticks stand at least spacing pixels apart; the coarsest if none do. */
MpTickStep mp_ticks_choose (double per_day, double spacing);

/* The ticks of a step from the last at or before begin to the last before end, strictly
 * increasing. At most MP_TICKS_MAX. Free with g_array_unref (); elements are MpTick. */
#define MP_TICKS_MAX 10000
GArray *mp_ticks_new (MpTickStep step, double begin, double end) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the label of a tick as the locale (LC_TIME) writes it: "2026", "Apr", "27", "09:00"; a
 * strong one names the larger unit. Free with g_free (). */
char *mp_tick_label (MpTickStep step, const MpTick *tick) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the visible stretch as finely as the step needs: "2018 – 2033", "Mar – Aug 2026",
 * "27 Apr 2026". Free with g_free (). */
char *mp_ticks_range_label (MpTickStep step, double begin, double end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
