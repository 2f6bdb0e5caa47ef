/* mp-ticks.h: the ticks of the date axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step says how far apart the ticks are, from a minute to thousands of millions of years. It
 * divides the calendar, not a number of seconds: the ticks of months stand on the first of each
 * month.
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

/* A tick every count units. */
typedef struct {
  MpUnit unit;
  gint64 count;
} MpTickStep;

typedef struct {
  double day;      /* counted from 1970-01-01T00:00Z */
  double next;     /* the day of the tick after it, up to which its label is true */
  gboolean strong; /* begins a larger unit: a year among months, a day among hours */
} MpTick;

/* Returns all steps, from fine to coarse, owned by the library, and sets length to their number. */
const MpTickStep *mp_ticks_ladder (guint *length);

/* Returns the shortest time between two ticks of a step, in days. */
double mp_tick_step_days (MpTickStep step);

/* Returns the finest step whose ticks are at least spacing logical pixels apart, or the coarsest
 * one if there is none. per_day is the number of logical pixels for a day. */
MpTickStep mp_ticks_choose (double per_day, double spacing);

#define MP_TICKS_MAX 10000

/* Returns the ticks of a step in order of time, from the last one at or before the day begin to the
 * last one before the day end, but at most MP_TICKS_MAX. The elements are MpTick. Free with
 * g_array_unref (). */
GArray *mp_ticks_new (MpTickStep step, double begin, double end) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the label of a tick as the locale (LC_TIME) writes it: "2026", "Apr", "27", "09:00". That
 * of a strong tick names the larger unit. Free with g_free (). */
char *mp_tick_label (MpTickStep step, const MpTick *tick) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the time between two days in words, as finely as the step needs: "2018 – 2033", "Mar –
 * Aug 2026", "27 Apr 2026". Free with g_free (). */
char *mp_ticks_range_label (MpTickStep step, double begin, double end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
