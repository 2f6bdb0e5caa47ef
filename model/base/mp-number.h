/* mp-number.h: numbers as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns a number in full, with its digits grouped as the locale groups them, or with a name for
 * its zeros, "38 billion", if it then has at most three digits after the point.
 *
 * names lists the names, that for the largest number first: "9 # billion;6 # million" says how many
 * zeros each name stands for, and has "#" in the place of the digits. Which numbers of zeros have
 * names depends on the language, so translators give the whole list. Names in any other form are
 * ignored.
 *
 * Free with g_free (). */
char *mp_number_words (double value, const char *names) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a whole number with its digits grouped: "2,622". Free with g_free (). */
char *mp_number_whole (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

/* Units of time that can be counted. */
typedef enum {
  MP_COUNT_YEARS,
  MP_COUNT_MONTHS,
  MP_COUNT_WEEKS,
  MP_COUNT_DAYS,
  MP_COUNT_HOURS,
  MP_COUNT_MINUTES,
  MP_COUNT_SECONDS,
} MpCount;

/* Returns a count and its unit, "1 year" or "2,622 days". count must not be negative. Free with
 * g_free (). */
char *mp_number_of (MpCount unit, gint64 count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
