/* mp-duration.h: lengths of time as ISO 8601 writes them, and dates that far away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A length is added on the calendar: first years and months, where a day that the month does not
 * have becomes its last day; then weeks and days; then hours, minutes and seconds. This is the
 * order of XML Schema part 2, appendix E. Subtracting goes in the same order.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* The largest number of any one unit. */
#define MP_DURATION_MAX 999999

/* A plain value. If all numbers are 0, it has no length. */
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

/* Whether all numbers are 0. */
gboolean mp_duration_is_zero (const MpDuration *duration);

/* Whether it has any hours, minutes or seconds. */
gboolean mp_duration_has_time (const MpDuration *duration);

/* Returns "90 days", "1 year and 6 months" and the like. Free with g_free (). */
char *mp_duration_words (const MpDuration *duration) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the instant that far after another or, if back, before it. from is neither MP_INSTANT_MIN
 * nor MP_INSTANT_MAX. */
MpInstant mp_duration_shift (const MpDuration *duration, MpInstant from, gboolean back);

/* Stores the date that far after base or, if back, before it. It is as vague as base: 90 days after
 * 2030 is one of the days "[2030-04-01..2031-03-31]". Days that are just one month or one year are
 * written as that. Signs ("about", "uncertain") are kept, for the whole date. An open or unknown
 * base is stored as it is.
 *
 * Returns FALSE, leaves *date alone and sets error where there is no such date, or none that can be
 * written: base is "all of" a set, or the date is beyond the years that can be written. */
gboolean mp_duration_shift_date (const MpDuration *duration, const MpDate *base, gboolean back,
                                 MpDate *date, GError **error);

G_END_DECLS
