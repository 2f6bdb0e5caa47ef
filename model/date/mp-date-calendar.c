/* mp-date-calendar.c: instants and the proleptic Gregorian calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date.h"

/* The calendar repeats itself after this number of years, which have this number of days. */
#define YEARS_PER_ERA 400
#define DAYS_PER_ERA 146097

/* Up to this year no sum overflows, whatever number of months an int adds. */
#define MAX_CIVIL_YEAR (2 * MP_DATE_MAX_YEAR)

/* From 0000-03-01, where the first of the algorithm's eras starts, to 1970-01-01. */
#define DAYS_TO_EPOCH 719468

static gint64
floor_divide (gint64 number, gint64 divisor)
{
  return number / divisor - (number % divisor < 0 ? 1 : 0);
}

MpInstant
mp_instant_from_civil (gint64 year, int month, int day, int hour, int minute, int second)
{
  /* The algorithm's years start in March, so that a leap day is the last day of its year. */
  gint64 months = (gint64) month - 3;
  gint64 march_year = CLAMP (year, -MAX_CIVIL_YEAR, MAX_CIVIL_YEAR) + floor_divide (months, 12);
  gint64 month_of_year = months - floor_divide (months, 12) * 12;
  gint64 era = floor_divide (march_year, YEARS_PER_ERA);
  gint64 year_of_era = march_year - era * YEARS_PER_ERA;
  gint64 days = era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
                (153 * month_of_year + 2) / 5 + day - 1 - DAYS_TO_EPOCH;

  return days * MP_SECONDS_PER_DAY + (gint64) hour * 3600 + (gint64) minute * 60 + second;
}

MpCivil
mp_civil_from_instant (MpInstant instant)
{
  gint64 days = floor_divide (instant, MP_SECONDS_PER_DAY);
  /* To subtract the days from the instant would overflow near MP_INSTANT_MIN. */
  int seconds = (int) ((instant % MP_SECONDS_PER_DAY + MP_SECONDS_PER_DAY) % MP_SECONDS_PER_DAY);
  gint64 era = floor_divide (days + DAYS_TO_EPOCH, DAYS_PER_ERA);
  int day_of_era = (int) (days + DAYS_TO_EPOCH - era * DAYS_PER_ERA);
  int year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_of_year = (5 * day_of_year + 2) / 153;

  return (MpCivil) {
    .year = era * YEARS_PER_ERA + year_of_era + (month_of_year >= 10),
    .month = month_of_year < 10 ? month_of_year + 3 : month_of_year - 9,
    .day = day_of_year - (153 * month_of_year + 2) / 5 + 1,
    .hour = seconds / 3600,
    .minute = seconds / 60 % 60,
    .second = seconds % 60,
  };
}

int
mp_days_in_month (gint64 year, int month)
{
  static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 30);

  if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
    return 29;
  return days[month - 1];
}

char *
mp_instant_to_iso (MpInstant instant)
{
  g_autofree char *day = NULL;
  const char *sign = "";
  MpCivil civil;

  if (instant == MP_INSTANT_MIN)
    return g_strdup ("-inf");
  if (instant == MP_INSTANT_MAX)
    return g_strdup ("+inf");

  civil = mp_civil_from_instant (instant);
  if (civil.year < 0)
    sign = "-";
  else if (civil.year > 9999)
    sign = "+";
  day = g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, ABS (civil.year), civil.month,
                         civil.day);
  if (civil.hour == 0 && civil.minute == 0 && civil.second == 0)
    return g_steal_pointer (&day);
  return g_strdup_printf ("%sT%02d:%02d:%02dZ", day, civil.hour, civil.minute, civil.second);
}
