/* mp-date-words.c: dates, spans and instants as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every phrase is a pattern of its own, so that a translation can order it as its language does.
 * Numbers enter the patterns as strings: the macros that print 64 bits cannot be extracted.
 */
#include "config.h"

#include "mp-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How long "09:30:00" is, which a text has between "T" and its time zone. */
#define TIME_LENGTH 8

/* Years before this could be taken for a number or for a short form of a later year. */
#define FIRST_PLAIN_YEAR 1000

static char *
year_words (gint64 year)
{
  char number[24];

  /* The calendar's year 0 is 1 BCE. */
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

/* Form is "%B" beside a day and "%OB" alone: some languages inflect the name. */
static char *
month_name (int month, const char *form)
{
  g_autoptr (GDateTime) proxy = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  return g_date_time_format (proxy, form);
}

static char *
day_words (MpCivil day)
{
  g_autofree char *month = month_name (day.month, "%B");
  g_autofree char *year = year_words (day.year);

  /* Translators: day, month and year, as in "27 April 2026" */
  return g_strdup_printf (C_ ("date", "%d %s %s"), day.day, month, year);
}

static char *
month_words (MpCivil day)
{
  g_autofree char *month = month_name (day.month, "%OB");
  g_autofree char *year = year_words (day.year);

  /* Translators: month and year, as in "April 2026" */
  return g_strdup_printf (C_ ("date", "%s %s"), month, year);
}

static char *
season_words (MpCivil first)
{
  g_autofree char *year = year_words (first.year);
  g_autofree char *next_year = year_words (first.year + 1);

  switch (first.month) {
  case 3:
    /* Translators: a season of a year, as in "spring 2001" */
    return g_strdup_printf (_ ("spring %s"), year);
  case 6:
    return g_strdup_printf (_ ("summer %s"), year);
  case 9:
    return g_strdup_printf (_ ("autumn %s"), year);
  default:
    /* Translators: a winter has months of two years, as in "winter 2001–2002" */
    return g_strdup_printf (_ ("winter %s–%s"), year, next_year);
  }
}

/* A decade, a century, a millennium: one year that is not known to the last digit. */
static char *
years_words (const MpDate *date)
{
  gint64 first = mp_civil_from_instant (date->earliest).year;
  gint64 last = mp_civil_from_instant (date->after - 1).year;
  g_autofree char *first_words = year_words (first);
  g_autofree char *last_words = year_words (last);

  if (date->precision == MP_PRECISION_DECADE && first >= FIRST_PLAIN_YEAR) {
    /* Translators: a decade, as in "the 2010s" */
    return g_strdup_printf (_ ("the %ss"), first_words);
  }
  /* Translators: the first and the last year of a century, as in "2000 to 2099" */
  return g_strdup_printf (C_ ("years", "%s to %s"), first_words, last_words);
}

/* The text says "1985", "1985-XX" or "1985-XX-XX", and all three have the precision of a year. */
static char *
year_or_part_words (const MpDate *date)
{
  g_autofree char *year = year_words (mp_civil_from_instant (date->earliest).year);

  if (strstr (date->text, "-XX-XX") != NULL) {
    /* Translators: the day is not specified, only its year */
    return g_strdup_printf (C_ ("in a year", "some day in %s"), year);
  }
  if (strstr (date->text, "-XX") != NULL) {
    /* Translators: the month is not specified, only its year */
    return g_strdup_printf (_ ("some month in %s"), year);
  }
  return g_steal_pointer (&year);
}

static char *
month_or_day_words (const MpDate *date)
{
  g_autofree char *month = month_words (mp_civil_from_instant (date->earliest));

  if (strchr (date->text, 'X') != NULL) {
    /* Translators: the day is not specified, only its month, as in "some day in April 1985" */
    return g_strdup_printf (C_ ("in a month", "some day in %s"), month);
  }
  return g_steal_pointer (&month);
}

/* The clock of the text's own time zone, so the day and the time come from the text. */
static char *
second_words (const MpDate *date)
{
  const char *time = strchr (date->text, 'T');
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  const char *zone;
  MpDate local;

  g_return_val_if_fail (time != NULL && strlen (time) > TIME_LENGTH, g_strdup (date->text));

  if (!mp_date_parse (date->text, time - date->text, &local, NULL, NULL))
    g_return_val_if_reached (g_strdup (date->text));

  day = day_words (mp_civil_from_instant (local.earliest));
  clock = g_strndup (time + 1, TIME_LENGTH);
  zone = time + 1 + TIME_LENGTH;
  if (*zone == '\0') {
    /* Translators: a day and a time, as in "27 April 2026, 09:30:00" */
    return g_strdup_printf (_ ("%s, %s"), day, clock);
  }
  if (*zone == 'Z') {
    /* Translators: a day and a time, as in "27 April 2026, 09:30:00 UTC" */
    return g_strdup_printf (_ ("%s, %s UTC"), day, clock);
  }
  /* Translators: a day, a time and its offset, as in "27 April 2026, 09:30:00 UTC+02:00" */
  return g_strdup_printf (_ ("%s, %s UTC%s"), day, clock, zone);
}

/* The date without its "?", "~" or "%". */
static char *
plain_words (const MpDate *date)
{
  switch (date->precision) {
  case MP_PRECISION_MILLENNIUM:
  case MP_PRECISION_CENTURY:
  case MP_PRECISION_DECADE:
    return years_words (date);
  case MP_PRECISION_YEAR:
    return year_or_part_words (date);
  case MP_PRECISION_SEASON:
    return season_words (mp_civil_from_instant (date->earliest));
  case MP_PRECISION_MONTH:
    return month_or_day_words (date);
  case MP_PRECISION_DAY:
    return day_words (mp_civil_from_instant (date->earliest));
  case MP_PRECISION_SECOND:
    return second_words (date);
  default:
    g_return_val_if_reached (g_strdup (date->text));
  }
}

/* Of an interval with at least one end that is no date. */
static char *
loose_span_words (const MpDate *start, const MpDate *end)
{
  gboolean open_start = start->kind == MP_DATE_OPEN;
  gboolean open_end = end->kind == MP_DATE_OPEN;

  if (start->kind == MP_DATE_KNOWN) {
    g_autofree char *words = mp_date_words (start);

    return open_end ? g_strdup_printf (_ ("since %s, no end published"), words)
                    : g_strdup_printf (_ ("from %s, end not known"), words);
  }
  if (end->kind == MP_DATE_KNOWN) {
    g_autofree char *words = mp_date_words (end);

    return open_start ? g_strdup_printf (_ ("until %s, no start"), words)
                      : g_strdup_printf (_ ("until %s, start not published"), words);
  }
  if (open_start)
    return g_strdup (open_end ? _ ("no start, no end published") : _ ("no start, end not known"));
  return g_strdup (open_end ? _ ("start not published, no end published")
                            : _ ("start not published, end not known"));
}

char *
mp_date_words (const MpDate *date)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->kind == MP_DATE_UNKNOWN)
    return g_strdup (_ ("not published"));
  if (date->kind == MP_DATE_OPEN)
    return g_strdup (date->after == MP_INSTANT_MIN ? _ ("no start") : _ ("no end published"));

  words = plain_words (date);
  if (date->approximate && date->uncertain) {
    /* Translators: a date that is neither exact nor sure, as in "about 2030 (uncertain)" */
    return g_strdup_printf (_ ("about %s (uncertain)"), words);
  }
  if (date->approximate) {
    /* Translators: a date that is not exact, as in "about May 2026" */
    return g_strdup_printf (_ ("about %s"), words);
  }
  if (date->uncertain) {
    /* Translators: a date that is not sure, as in "2030 (uncertain)" */
    return g_strdup_printf (_ ("%s (uncertain)"), words);
  }
  return g_steal_pointer (&words);
}

char *
mp_span_words (const MpSpan *span)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (span != NULL, NULL);

  if (!span->is_interval)
    return mp_date_words (&span->start);
  if (span->start.kind != MP_DATE_KNOWN || span->end.kind != MP_DATE_KNOWN)
    return loose_span_words (&span->start, &span->end);

  start = mp_date_words (&span->start);
  end = mp_date_words (&span->end);
  /* Translators: the two ends of an interval, as in "27 April 2026 to 2030" */
  return g_strdup_printf (C_ ("dates", "%s to %s"), start, end);
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
