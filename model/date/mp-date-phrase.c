/* mp-date-phrase.c: the words of one date, without those for its signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of 64 bits are put into the patterns as strings: xgettext cannot extract a pattern that
 * is put together with a macro, as G_GINT64_FORMAT is.
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The length of "09:30:00", which stands between the "T" and the time zone. */
#define TIME_LENGTH 8

/* Earlier years are marked as years, for they could be taken for another number or for a short form
 * of a later year. */
#define FIRST_PLAIN_YEAR 1000

/* How well a month or a day is known. */
typedef enum {
  KNOWN_NOT_WRITTEN,
  KNOWN_EXACTLY,
  KNOWN_IN_PART,
  KNOWN_NOT_AT_ALL,
} Known;

/* --- Years ------------------------------------------------------------------------------------ */

static char *
year_words (gint64 year)
{
  char number[24];

  /* Year 0 of the calendar is 1 BCE. */
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, year < 1 ? 1 - year : year);
  if (year < 1) {
    /* Translators: a year before the common era, as in "45 BCE" */
    return g_strdup_printf (_ ("%s BCE"), number);
  }
  if (year < FIRST_PLAIN_YEAR) {
    /* Translators: an early year of the common era, as in "45 CE" */
    return g_strdup_printf (_ ("%s CE"), number);
  }
  return g_strdup (number);
}

static gboolean
is_decade (const MpDatePieces *pieces)
{
  const MpDateYears *years = &pieces->years;

  return years->free == 1 && years->first >= FIRST_PLAIN_YEAR;
}

/* Whether all years of four digits are allowed. */
static gboolean
is_any_year (const MpDateYears *years)
{
  return years->first == 0 && years->last == 9999;
}

/* The words of a year, a decade, a century and so on, with no part of a year. */
static char *
years_words (const MpDatePieces *pieces)
{
  const MpDateYears *years = &pieces->years;
  g_autofree char *first = year_words (years->first);
  g_autofree char *last = year_words (years->last);

  if (years->first == years->last) {
    /* Translators: a year alone, as in "2030"; some languages put a word beside it */
    return g_strdup_printf (C_ ("year", "%s"), first);
  }
  if (is_any_year (years))
    return g_strdup (_ ("some year"));
  if (is_decade (pieces)) {
    /* Translators: a decade, as in "the 2010s" */
    return g_strdup_printf (_ ("the %ss"), first);
  }
  if (years->is_estimate) {
    g_autofree char *estimate = year_words (years->is_negative ? -years->written : years->written);

    /* Translators: years, and a guess at which of them it is, as in "one of the years 1900–1999
     * (estimated as 1950)" */
    return g_strdup_printf (_ ("one of the years %s–%s (estimated as %s)"), first, last, estimate);
  }
  /* Translators: the first and the last year of a century, as in "one of the years 2000–2099" */
  return g_strdup_printf (_ ("one of the years %s–%s"), first, last);
}

/* Adds the year to the words of a month, a season and so on, which could stand alone. */
static char *
add_year (const char *part, const MpDatePieces *pieces)
{
  const MpDateYears *years = &pieces->years;
  g_autofree char *first = year_words (years->first);
  g_autofree char *last = year_words (years->last);

  if (years->first == years->last) {
    if (pieces->part_of_year != 0) {
      /* Translators: a part of a year, as in "the first quarter of 2001" */
      return g_strdup_printf (C_ ("part of a year", "%s of %s"), part, first);
    }
    /* Translators: a day or a month that is not quite specified, and a year, as in "day 12 of some
     * month, in 1984" */
    return g_strdup_printf (_ ("%s, in %s"), part, first);
  }
  if (is_any_year (years)) {
    /* Translators: a part of a year that is not specified, as in "25 December, in some year" */
    return g_strdup_printf (_ ("%s, in some year"), part);
  }
  if (is_decade (pieces)) {
    /* Translators: a part of a year of a decade, as in "25 December, in the 1560s" */
    return g_strdup_printf (_ ("%s, in the %ss"), part, first);
  }
  /* Translators: a part of one of several years, as in "25 December, in one of the years 1500–1599"
   */
  return g_strdup_printf (_ ("%s, in one of the years %s–%s"), part, first, last);
}

/* --- Parts of a year -------------------------------------------------------------------------- */

/* The words of a season in a known year. Some seasons have months of two years. */
static char *
season_words (int season, const char *year, const char *next_year)
{
  switch (season) {
  case 21:
  case 25:
  case 29:
    /* Translators: a season of a year, as in "spring 2001" */
    return g_strdup_printf (_ ("spring %s"), year);
  case 22:
  case 26:
    return g_strdup_printf (_ ("summer %s"), year);
  case 30:
    /* Translators: a southern summer has months of two years, as in "summer 2001–2002" */
    return g_strdup_printf (_ ("summer %s–%s"), year, next_year);
  case 23:
  case 27:
  case 31:
    return g_strdup_printf (_ ("autumn %s"), year);
  case 32:
    return g_strdup_printf (_ ("winter %s"), year);
  default:
    /* Translators: a winter has months of two years, as in "winter 2001–2002" */
    return g_strdup_printf (_ ("winter %s–%s"), year, next_year);
  }
}

/* The words of a part of a year, without the year. */
static const char *
part_of_year_words (int part)
{
  static const char *const names[] = {
    /* Translators: from 21 on, the parts of a year as EDTF numbers them */
    NC_ ("part of a year", "spring"),
    NC_ ("part of a year", "summer"),
    NC_ ("part of a year", "autumn"),
    NC_ ("part of a year", "winter"),
    NC_ ("part of a year", "the first quarter"),
    NC_ ("part of a year", "the second quarter"),
    NC_ ("part of a year", "the third quarter"),
    NC_ ("part of a year", "the fourth quarter"),
    NC_ ("part of a year", "the first four months"),
    NC_ ("part of a year", "the middle four months"),
    NC_ ("part of a year", "the last four months"),
    NC_ ("part of a year", "the first half"),
    NC_ ("part of a year", "the second half"),
  };
  /* 25 to 28 and 29 to 32 have the names of 21 to 24. */
  int index = part <= 32 ? (part - 21) % 4 : part - 29;

  return g_dpgettext2 (GETTEXT_PACKAGE, "part of a year", names[index]);
}

static char *
part_of_year_phrase (const MpDatePieces *pieces)
{
  const MpDateYears *years = &pieces->years;
  int part = pieces->part_of_year;
  g_autofree char *words = NULL;

  if (part <= 32 && years->first == years->last) {
    g_autofree char *year = year_words (years->first);
    g_autofree char *next_year = year_words (years->first + 1);

    words = season_words (part, year, next_year);
  } else {
    words = add_year (part_of_year_words (part), pieces);
  }
  if (part >= 25 && part <= 28) {
    /* Translators: a season, as in "spring 2001 (northern hemisphere)" */
    return g_strdup_printf (_ ("%s (northern hemisphere)"), words);
  }
  if (part >= 29 && part <= 32) {
    /* Translators: a season, as in "spring 2001 (southern hemisphere)" */
    return g_strdup_printf (_ ("%s (southern hemisphere)"), words);
  }
  return g_steal_pointer (&words);
}

/* --- Months and days -------------------------------------------------------------------------- */

static Known
how_known (const MpDateNumbers *numbers, int max)
{
  if (numbers->first == 0)
    return KNOWN_NOT_WRITTEN;
  if (numbers->first == numbers->last)
    return KNOWN_EXACTLY;
  /* Of the 31 days of "XX", those that the month does not have may be removed already. */
  return numbers->step == 1 && numbers->first == 1 && numbers->last >= max ? KNOWN_NOT_AT_ALL
                                                                           : KNOWN_IN_PART;
}

static char *
month_name (int month, gboolean is_beside_day)
{
  g_autoptr (GDateTime) proxy = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  return g_date_time_format (
    proxy, is_beside_day
             /* Translators: a month beside a day, as g_date_time_format () writes it */
             ? C_ ("month beside a day", "%B")
             /* Translators: a month alone, as g_date_time_format () writes it: some languages
              * inflect the name of one that stands beside a day */
             : C_ ("month alone", "%OB"));
}

/* The words of a month that is known in part or not at all, and of a day in it. */
static char *
vague_month_words (const MpDatePieces *pieces, const char *first, const char *last, Known month)
{
  const MpDateNumbers *days = &pieces->days;

  switch (how_known (days, 28)) {
  case KNOWN_EXACTLY:
    return month == KNOWN_NOT_AT_ALL
             /* Translators: a day, and the month is not specified */
             ? g_strdup_printf (_ ("day %d of some month"), days->first)
             /* Translators: a day, and the first and the last month it can be of, as in "day 12 of
              * one of the months October–December" */
             : g_strdup_printf (_ ("day %d of one of the months %s–%s"), days->first, first, last);
  case KNOWN_IN_PART:
    return month == KNOWN_NOT_AT_ALL
             /* Translators: the first and the last day, as in "one of the days 10–19 of some
              * month" */
             ? g_strdup_printf (_ ("one of the days %d–%d of some month"), days->first, days->last)
             /* Translators: days and months, as in "one of the days 10–19 of one of the months
              * October–December" */
             : g_strdup_printf (_ ("one of the days %d–%d of one of the months %s–%s"), days->first,
                                days->last, first, last);
  case KNOWN_NOT_AT_ALL:
    return month == KNOWN_NOT_AT_ALL
             ? g_strdup (_ ("some day"))
             /* Translators: two months, as in "some day in October–December" */
             : g_strdup_printf (_ ("some day in %s–%s"), first, last);
  case KNOWN_NOT_WRITTEN:
  default:
    return month == KNOWN_NOT_AT_ALL
             ? g_strdup (_ ("some month"))
             /* Translators: two months, as in "one of the months October–December" */
             : g_strdup_printf (_ ("one of the months %s–%s"), first, last);
  }
}

/* The words of a month, or of a day and its month, without the year. */
static char *
part_words (const MpDatePieces *pieces)
{
  const MpDateNumbers *days = &pieces->days;
  Known month = how_known (&pieces->months, 12);
  g_autofree char *first = month_name (pieces->months.first, FALSE);
  g_autofree char *last = month_name (pieces->months.last, FALSE);
  g_autofree char *beside_day = month_name (pieces->months.first, TRUE);

  if (month != KNOWN_EXACTLY)
    return vague_month_words (pieces, first, last, month);
  switch (how_known (days, 28)) {
  case KNOWN_EXACTLY:
    /* Translators: a day of a month, as in "25 December" */
    return g_strdup_printf (C_ ("date", "%d %s"), days->first, beside_day);
  case KNOWN_IN_PART:
    /* Translators: the day is not quite specified, as in "one of the days 10–19 December" */
    return g_strdup_printf (_ ("one of the days %d–%d %s"), days->first, days->last, beside_day);
  case KNOWN_NOT_AT_ALL:
    /* Translators: the day is not specified, only its month, as in "some day in April 1985" */
    return g_strdup_printf (C_ ("in a month", "some day in %s"), first);
  case KNOWN_NOT_WRITTEN:
  default:
    return g_steal_pointer (&first);
  }
}

/* The words of a date in a known year, "27 April 2026" and the like, or NULL if add_year () is to
 * add the year. */
static char *
plain_words (const MpDatePieces *pieces)
{
  g_autofree char *year = year_words (pieces->years.first);
  Known day = how_known (&pieces->days, 28);

  if (how_known (&pieces->months, 12) == KNOWN_EXACTLY && day != KNOWN_IN_PART) {
    g_autofree char *month = month_name (pieces->months.first, day == KNOWN_EXACTLY);
    g_autofree char *words = NULL;

    if (day == KNOWN_EXACTLY) {
      /* Translators: day, month and year, as in "27 April 2026" */
      return g_strdup_printf (C_ ("date", "%d %s %s"), pieces->days.first, month, year);
    }
    /* Translators: month and year, as in "April 2026" */
    words = g_strdup_printf (C_ ("date", "%s %s"), month, year);
    if (day == KNOWN_NOT_WRITTEN)
      return g_steal_pointer (&words);
    /* Translators: the day is not specified, only its month, as in "some day in April 1985" */
    return g_strdup_printf (C_ ("in a month", "some day in %s"), words);
  }
  if (how_known (&pieces->months, 12) == KNOWN_NOT_AT_ALL) {
    if (day == KNOWN_NOT_AT_ALL) {
      /* Translators: the day is not specified, only its year */
      return g_strdup_printf (C_ ("in a year", "some day in %s"), year);
    }
    if (day == KNOWN_NOT_WRITTEN) {
      /* Translators: the month is not specified, only its year */
      return g_strdup_printf (_ ("some month in %s"), year);
    }
  }
  return NULL;
}

/* Adds the time of day. It is taken from the text, because it is that of the time zone in the text.
 */
static char *
add_time (const char *day, const char *text)
{
  const char *time = strchr (text, 'T');
  g_autofree char *clock = NULL;
  const char *zone;

  g_return_val_if_fail (time != NULL && strlen (time) > TIME_LENGTH, g_strdup (text));

  clock = g_strndup (time + 1, TIME_LENGTH);
  zone = time + 1 + TIME_LENGTH;
  if (*zone == '\0') {
    /* Translators: a day and a time, as in "27 April 2026, 09:30:00" */
    return g_strdup_printf (C_ ("date and time", "%s, %s"), day, clock);
  }
  if (*zone == 'Z') {
    /* Translators: a day and a time, as in "27 April 2026, 09:30:00 UTC" */
    return g_strdup_printf (_ ("%s, %s UTC"), day, clock);
  }
  /* Translators: a day, a time and its offset, as in "27 April 2026, 09:30:00 UTC+02:00" */
  return g_strdup_printf (_ ("%s, %s UTC%s"), day, clock, zone);
}

/* Whether a number between the first and the last is excluded. */
static gboolean
numbers_have_gaps (const MpDateNumbers *numbers)
{
  return numbers->step > 1 && numbers->first < numbers->last;
}

char *
mp_date_pieces_words (const MpDatePieces *pieces, const char *text)
{
  g_autofree char *words = NULL;
  g_autofree char *part = NULL;

  if (pieces->part_of_year != 0)
    words = part_of_year_phrase (pieces);
  else if ((pieces->parts & MP_DATE_PART_MONTH) == 0)
    words = years_words (pieces);
  else if (pieces->years.first == pieces->years.last)
    words = plain_words (pieces);
  if (words == NULL) {
    part = part_words (pieces);
    words = add_year (part, pieces);
  }
  if (pieces->precision == MP_PRECISION_SECOND)
    return add_time (words, text);
  if (mp_date_years_have_gaps (&pieces->years) || numbers_have_gaps (&pieces->months) ||
      numbers_have_gaps (&pieces->days)) {
    /* Translators: words that say less than the date as it is written, and that date, as in "one
     * of the years 2006–2096 (written 20X6)" */
    return g_strdup_printf (_ ("%s (written %s)"), words, text);
  }
  return g_steal_pointer (&words);
}
