/* mp-duration.h: lengths of time as ISO 8601 writes them, and dates that far away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A length is counted on the calendar: first the years and months, where a day that the month does
 * not have becomes its last one, then weeks and days, then hours, minutes and seconds. That is the
 * order of XML Schema, part 2, appendix E; forward and back it is the same.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* The most that one unit can have. */
#define MP_DURATION_MAX 999999

/* A plain value. All zero is no time at all. */
typedef struct {
  int years;
  int months;
  int weeks;
  int days;
  int hours;
  int minutes;
  int seconds;
} MpDuration;

/* Reads "P90D", "P1Y6M", "P2W", "PT36H" and the like: whole numbers, without a sign, units in this
 * order. On failure returns FALSE, leaves *duration alone, and sets error, of MP_DATE_ERROR, to a
 * sentence without full stop. */
gboolean mp_duration_parse (const char *text, MpDuration *duration, GError **error);

gboolean mp_duration_is_zero (const MpDuration *duration);

/* Whether it has hours, minutes or seconds. */
gboolean mp_duration_has_time (const MpDuration *duration);

/* Returns "90 days", "1 year and 6 months" and the like. Free with g_free (). */
char *mp_duration_words (const MpDuration *duration) G_GNUC_WARN_UNUSED_RESULT;

/* The instant that far after another, or before it. */
MpInstant mp_duration_shift (const MpDuration *duration, MpInstant from, gboolean back);

/* Finds the date that far after base, or before it. It says no more than base does: 90 days after
 * 2030 is one of the days "[2030-04-01..2031-03-31]". Where these are just a month or a year they
 * are written so; signs ("about", "uncertain") are kept, for the whole date. What is unknown or
 * open stays so. Returns FALSE, leaves *date alone and sets error where there is no such date, or
 * none that can be written: base is "all of" a set, or the date lies too far from our time. */
gboolean mp_duration_shift_date (const MpDuration *duration, const MpDate *base, gboolean back,
                                 MpDate *date, GError **error);

G_END_DECLS
