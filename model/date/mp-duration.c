/* mp-duration.c: lengths of time as ISO 8601 writes them, and dates that far away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-duration.h"

#include "mp-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last year whose months and days EDTF can write. */
#define MAX_PLAIN_YEAR 9999

/* --- Text ------------------------------------------------------------------------------------- */

static gboolean
fail_syntax (GError **error)
{
  g_set_error_literal (error, MP_DATE_ERROR, MP_DATE_ERROR_SYNTAX,
                       _ ("a length of time is written as P90D, P3M, P1Y6M, P2W or PT36H"));
  return FALSE;
}

/* Reads a whole number. What is above MP_DURATION_MAX is stored as one more than that. */
static gboolean
read_number (const char **text, int *number)
{
  const char *start = *text;

  *number = 0;
  for (; g_ascii_isdigit (**text); ++*text) {
    if (*number <= MP_DURATION_MAX)
      *number = *number * 10 + (**text - '0');
  }
  *number = MIN (*number, MP_DURATION_MAX + 1);
  return *text > start;
}

gboolean
mp_duration_parse (const char *text, MpDuration *duration, GError **error)
{
  MpDuration read = { 0 };
  int *const fields[] = { &read.years, &read.months,  &read.weeks,  &read.days,
                          &read.hours, &read.minutes, &read.seconds };
  /* "M" means months before the "T", and minutes after it. */
  static const char units[] = "YMWDHMS";
  const gsize first_time = 4;
  gboolean in_time = FALSE, any = FALSE;
  gsize unit = 0;

  g_return_val_if_fail (text != NULL && duration != NULL, FALSE);

  if (*text++ != 'P')
    return fail_syntax (error);
  while (*text != '\0') {
    gsize end;
    int number;

    if (*text == 'T' && !in_time) {
      in_time = TRUE;
      any = FALSE;
      unit = MAX (unit, first_time);
      text++;
      continue;
    }
    if (!read_number (&text, &number))
      return fail_syntax (error);
    end = in_time ? G_N_ELEMENTS (fields) : first_time;
    while (unit < end && units[unit] != *text)
      unit++;
    if (unit >= end)
      return fail_syntax (error);
    if (number > MP_DURATION_MAX) {
      g_set_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE,
                   _ ("a length of time has at most %d of a unit"), MP_DURATION_MAX);
      return FALSE;
    }
    *fields[unit++] = number;
    any = TRUE;
    text++;
  }
  if (!any)
    return fail_syntax (error);
  *duration = read;
  return TRUE;
}

gboolean
mp_duration_has_time (const MpDuration *duration)
{
  return duration->hours != 0 || duration->minutes != 0 || duration->seconds != 0;
}

gboolean
mp_duration_is_zero (const MpDuration *duration)
{
  return duration->years == 0 && duration->months == 0 && duration->weeks == 0 &&
         duration->days == 0 && !mp_duration_has_time (duration);
}

/* --- Words ------------------------------------------------------------------------------------ */

char *
mp_duration_words (const MpDuration *duration)
{
  /* In the order of MpCount. */
  const int counts[] = { duration->years, duration->months,  duration->weeks,  duration->days,
                         duration->hours, duration->minutes, duration->seconds };
  g_autofree char *words = NULL;
  guint last = 3; /* without length it is "0 days" */

  for (guint unit = 0; unit < G_N_ELEMENTS (counts); unit++) {
    if (counts[unit] > 0)
      last = unit;
  }
  for (guint unit = 0; unit <= last; unit++) {
    g_autofree char *before = g_steal_pointer (&words);
    g_autofree char *more = NULL;

    if (unit < last && counts[unit] == 0) {
      words = g_steal_pointer (&before);
      continue;
    }
    more = mp_number_of ((MpCount) unit, counts[unit]);
    if (before == NULL)
      words = g_steal_pointer (&more);
    else if (unit < last)
      /* Translators: units of a length of time, as in "1 year, 6 months", to which more are added
       */
      words = g_strdup_printf (C_ ("length of time", "%s, %s"), before, more);
    else
      /* Translators: the units of a length of time and the last of them, as in "1 year and 6
       * months" */
      words = g_strdup_printf (C_ ("length of time", "%s and %s"), before, more);
  }
  return g_steal_pointer (&words);
}

/* --- Arithmetic ------------------------------------------------------------------------------- */

MpInstant
mp_duration_shift (const MpDuration *duration, MpInstant from, gboolean back)
{
  gint64 sign = back ? -1 : 1;
  gint64 months = sign * ((gint64) duration->years * 12 + duration->months);
  gint64 days = sign * ((gint64) duration->weeks * 7 + duration->days);
  gint64 seconds =
    sign * ((gint64) duration->hours * 3600 + (gint64) duration->minutes * 60 + duration->seconds);
  MpCivil civil = mp_civil_from_instant (from);
  gint64 month = civil.year * 12 + civil.month - 1 + months;
  int month_of_year = (int) ((month % 12 + 12) % 12);
  gint64 year = (month - month_of_year) / 12;
  int day = MIN (civil.day, mp_days_in_month (year, month_of_year + 1));

  return mp_instant_from_civil (year, month_of_year + 1, day, civil.hour, civil.minute,
                                civil.second) +
         days * MP_SECONDS_PER_DAY + seconds;
}

static gboolean
fail_range (GError **error)
{
  g_set_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE,
               _ ("the date counted to lies beyond the years that can be written, -%d to %d"),
               MAX_PLAIN_YEAR, MAX_PLAIN_YEAR);
  return FALSE;
}

/* Returns the sign for a whole date that is approximate or uncertain in any of its parts. */
static const char *
sign_of (const MpDate *date)
{
  if (date->approximate != 0)
    return date->uncertain != 0 ? "%" : "~";
  return date->uncertain != 0 ? "?" : "";
}

static gboolean
append_year (GString *text, gint64 year, GError **error)
{
  if (ABS (year) > MAX_PLAIN_YEAR)
    return fail_range (error);
  g_string_append_printf (text, "%s%04d", year < 0 ? "-" : "", (int) ABS (year));
  return TRUE;
}

static gboolean
append_day (GString *text, MpInstant day, GError **error)
{
  MpCivil civil = mp_civil_from_instant (day);

  if (!append_year (text, civil.year, error))
    return FALSE;
  g_string_append_printf (text, "-%02d-%02d", civil.month, civil.day);
  return TRUE;
}

/* Appends the days from first to last as a year or as a month, if they are just that. Else returns
 * FALSE. */
static gboolean
append_round (GString *text, const MpCivil *first, const MpCivil *last, GError **error)
{
  gboolean is_month = first->day == 1 && last->day == mp_days_in_month (last->year, last->month);

  if (!is_month || first->year != last->year || ABS (first->year) > MP_DATE_MAX_YEAR)
    return FALSE;
  if (first->month == 1 && last->month == 12) {
    if (ABS (first->year) > MAX_PLAIN_YEAR)
      g_string_append_printf (text, "Y%" G_GINT64_FORMAT, first->year);
    else
      append_year (text, first->year, NULL);
    return TRUE;
  }
  if (first->month != last->month)
    return FALSE;
  if (!append_year (text, first->year, error))
    return FALSE;
  g_string_append_printf (text, "-%02d", first->month);
  return TRUE;
}

/* Returns the days from first to last in EDTF, or NULL and sets error where they cannot be written.
 * first may be MP_INSTANT_MIN, and last MP_INSTANT_MAX, for no bound. */
static GString *
write_days (MpInstant first, MpInstant last, const char *sign, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (first != MP_INSTANT_MIN && last != MP_INSTANT_MAX) {
    MpCivil first_day = mp_civil_from_instant (first);
    MpCivil last_day = mp_civil_from_instant (last);

    if (append_round (text, &first_day, &last_day, NULL) ||
        (first == last && append_day (text, first, NULL))) {
      g_string_append (text, sign);
      return g_steal_pointer (&text);
    }
  }
  g_string_assign (text, "[");
  if (first != MP_INSTANT_MIN) {
    if (!append_day (text, first, error))
      return NULL;
    g_string_append (text, sign);
  }
  g_string_append (text, "..");
  if (last != MP_INSTANT_MAX) {
    if (!append_day (text, last, error))
      return NULL;
    g_string_append (text, sign);
  }
  g_string_append_c (text, ']');
  return g_steal_pointer (&text);
}

/* Returns the first instant of the day that an instant is in. */
static MpInstant
start_of_day (MpInstant instant)
{
  MpCivil civil = mp_civil_from_instant (instant);

  return mp_instant_from_civil (civil.year, civil.month, civil.day, 0, 0, 0);
}

/* Shifts a date with a time of day. It is counted in the time zone that the date is written in,
 * which is kept. */
static GString *
shift_second (const MpDuration *duration, const MpDate *base, gboolean back, GError **error)
{
  const char *time = strchr (base->text, 'T') + 1;
  const char *zone = time + strlen ("09:30:00");
  g_autoptr (GString) text = g_string_new (NULL);
  MpInstant instant;
  MpCivil civil;
  MpDate local;

  if (!mp_date_parse (base->text, zone - base->text, &local, NULL, error))
    return NULL;
  instant = mp_duration_shift (duration, local.earliest, back);
  civil = mp_civil_from_instant (instant);
  if (!append_day (text, instant, error))
    return NULL;
  g_string_append_printf (text, "T%02d:%02d:%02d%s", civil.hour, civil.minute, civil.second, zone);
  return g_steal_pointer (&text);
}

gboolean
mp_duration_shift_date (const MpDuration *duration, const MpDate *base, gboolean back, MpDate *date,
                        GError **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (duration != NULL && base != NULL && date != NULL, FALSE);

  if (base->kind != MP_DATE_KNOWN) {
    *date = *base;
    return TRUE;
  }
  if (base->set == MP_DATE_SET_ALL_OF) {
    g_set_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE,
                 /* Translators: a date as it is written, such as {2026,2030} */
                 _ ("%s is several dates, and it is not said from which to count"), base->text);
    return FALSE;
  }
  if (base->set == MP_DATE_SET_NONE && base->precision == MP_PRECISION_SECOND) {
    text = shift_second (duration, base, back, error);
  } else {
    MpInstant first = base->earliest, last = base->after;

    /* A date without a time of day may mean any second of its days. */
    if (first != MP_INSTANT_MIN)
      first = start_of_day (mp_duration_shift (duration, first, back));
    if (last != MP_INSTANT_MAX)
      last = start_of_day (mp_duration_shift (duration, last - 1, back));
    text = write_days (first, last, sign_of (base), error);
  }
  return text != NULL && mp_date_parse (text->str, (gssize) text->len, date, NULL, error);
}
