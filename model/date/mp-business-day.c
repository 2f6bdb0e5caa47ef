/* mp-business-day.c: days on which business is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-business-day.h"

#define DAYS_PER_WEEK 7
#define WEEKDAYS_PER_WEEK 5

/* 1970-01-01 was a Thursday. Days are numbered from the Monday before it. */
#define EPOCH_WEEKDAY 3

static gint64
floor_divide (gint64 number, gint64 divisor)
{
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/* Returns the number of a day. */
static gint64
number_of (MpInstant day)
{
  return floor_divide (day, MP_SECONDS_PER_DAY) + EPOCH_WEEKDAY;
}

/* Returns 0 for a Monday to 6 for a Sunday. */
static gint64
weekday_of (MpInstant day)
{
  gint64 number = number_of (day);

  return number - floor_divide (number, DAYS_PER_WEEK) * DAYS_PER_WEEK;
}

/* Returns how many days from Monday to Friday lie between day number 0 and a day; negative for an
 * earlier day. */
static gint64
weekdays_before (MpInstant day)
{
  return floor_divide (number_of (day), DAYS_PER_WEEK) * WEEKDAYS_PER_WEEK +
         MIN (weekday_of (day), WEEKDAYS_PER_WEEK);
}

/* Returns the day from Monday to Friday that has the given number of such days before it. */
static MpInstant
weekday_at (gint64 count)
{
  gint64 week = floor_divide (count, WEEKDAYS_PER_WEEK);
  gint64 number = week * DAYS_PER_WEEK + count - week * WEEKDAYS_PER_WEEK;

  return (number - EPOCH_WEEKDAY) * MP_SECONDS_PER_DAY;
}

/* Returns how many of the closed days lie before a day. */
static guint
closed_before (const MpBusinessDays *days, MpInstant day)
{
  guint first = 0, last = days->n_closed;

  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (days->closed[middle] < day)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

gboolean
mp_business_day_is (const MpBusinessDays *days, MpInstant day)
{
  guint next = closed_before (days, day);

  return weekday_of (day) < WEEKDAYS_PER_WEEK &&
         (next == days->n_closed || days->closed[next] != day);
}

MpInstant
mp_business_day_before (const MpBusinessDays *days, MpInstant day, gint64 n)
{
  gint64 start = weekdays_before (day), n_skipped = -1, n_closed = 0;
  guint next = closed_before (days, day);
  MpInstant found = day;

  g_return_val_if_fail (n >= 1, day);

  /* Each closed day on the way moves the result back by one more day, and so may bring in more
   * closed days. */
  while (n_skipped != n_closed) {
    n_skipped = n_closed;
    found = weekday_at (start - n - n_skipped);
    for (; next > 0 && days->closed[next - 1] >= found; next--) {
      MpInstant closed = days->closed[next - 1];

      if (weekday_of (closed) < WEEKDAYS_PER_WEEK &&
          (next == days->n_closed || days->closed[next] != closed))
        n_closed++;
    }
  }
  return found;
}

MpInstant
mp_business_day_after (const MpBusinessDays *days, MpInstant day)
{
  do
    day += MP_SECONDS_PER_DAY;
  while (!mp_business_day_is (days, day));
  return day;
}
