/* mp-number.h: numbers as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number in full, its digits grouped as the locale groups them. A large one has a name for its
 * zeros, "38 billion", if it then needs no more than three digits after the point.
 *
 * names are these names, the largest first, each after how many zeros it stands for and with "#"
 * for the digits: "9 # billion;6 # million". Which zeros have a name depends on the language, so
 * the whole list is what a translation gives. Names that are not written so are passed over.
 *
 * Free with g_free (). */
char *mp_number_words (double value, const char *names) G_GNUC_WARN_UNUSED_RESULT;

/* A whole number, grouped alike: "2,622". Free with g_free (). */
char *mp_number_whole (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

/* Units of time that are counted. */
typedef enum {
  MP_COUNT_YEARS,
  MP_COUNT_MONTHS,
  MP_COUNT_WEEKS,
  MP_COUNT_DAYS,
  MP_COUNT_HOURS,
  MP_COUNT_MINUTES,
  MP_COUNT_SECONDS,
} MpCount;

/* "1 year", "2,622 days"; count is not negative. Free with g_free (). */
char *mp_number_of (MpCount unit, gint64 count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
