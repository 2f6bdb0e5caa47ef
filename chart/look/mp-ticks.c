/* mp-ticks.c: chooses, places and labels the ticks of the date axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const MpTickStep ladder[] = {
  { MP_UNIT_MINUTE, 1 },
  { MP_UNIT_MINUTE, 5 },
  { MP_UNIT_MINUTE, 15 },
  { MP_UNIT_MINUTE, 30 },
  { MP_UNIT_HOUR, 1 },
  { MP_UNIT_HOUR, 3 },
  { MP_UNIT_HOUR, 6 },
  { MP_UNIT_HOUR, 12 },
  { MP_UNIT_DAY, 1 },
  { MP_UNIT_DAY, 2 },
  { MP_UNIT_DAY, 7 },
  { MP_UNIT_DAY, 14 },
  { MP_UNIT_MONTH, 1 },
  { MP_UNIT_MONTH, 3 },
  { MP_UNIT_YEAR, 1 },
  { MP_UNIT_YEAR, 2 },
  { MP_UNIT_YEAR, 5 },
  { MP_UNIT_YEAR, 10 },
  { MP_UNIT_YEAR, 20 },
  { MP_UNIT_YEAR, 50 },
  { MP_UNIT_YEAR, 100 },
  { MP_UNIT_YEAR, 200 },
  { MP_UNIT_YEAR, 500 },
  { MP_UNIT_YEAR, 1000 },
  { MP_UNIT_YEAR, 2000 },
  { MP_UNIT_YEAR, 5000 },
  { MP_UNIT_YEAR, 10000 },
  { MP_UNIT_YEAR, 20000 },
  { MP_UNIT_YEAR, 50000 },
  { MP_UNIT_YEAR, 100000 },
  { MP_UNIT_YEAR, 1000000 },
  { MP_UNIT_YEAR, 10000000 },
  { MP_UNIT_YEAR, 100000000 },
  { MP_UNIT_YEAR, 1000000000 },
  { MP_UNIT_YEAR, 10000000000 },
  { MP_UNIT_YEAR, 100000000000 },
};

/* The shortest length of each unit in days, by MpUnit. */
static const double unit_days[] = { 365, 28, 1, 1.0 / 24, 1.0 / 1440 };

/* With steps of more than two days, the ticks of a month divide only its first 28 days, so that the
 * last one keeps its distance from the first of the next month: steps of 7 give 1, 8, 15, 22. */
#define MONTH_USES_DAYS 28

/* Rounds down to a multiple of step, also below 0. */
static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

/* Returns the last tick of the step at or before a moment. */
static MpCivil
floor_civil (MpCivil at, MpTickStep step)
{
  MpCivil floor = { at.year, 1, 1, 0, 0, 0 };

  switch (step.unit) {
  case MP_UNIT_YEAR:
    floor.year = floor_to (at.year, step.count);
    return floor;
  case MP_UNIT_MONTH:
    floor.month = (int) floor_to (at.month - 1, step.count) + 1;
    return floor;
  case MP_UNIT_DAY:
    floor.month = at.month;
    floor.day = (int) floor_to (at.day - 1, step.count) + 1;
    if (step.count > 1 && floor.day + step.count / 2 > mp_days_in_month (at.year, at.month))
      floor.day -= (int) step.count;
    if (step.count > 2)
      floor.day = MIN (floor.day, (int) floor_to (MONTH_USES_DAYS - 1, step.count) + 1);
    return floor;
  case MP_UNIT_HOUR:
    floor = at;
    floor.hour = (int) floor_to (at.hour, step.count);
    floor.minute = floor.second = 0;
    return floor;
  case MP_UNIT_MINUTE:
  default:
    floor = at;
    floor.minute = (int) floor_to (at.minute, step.count);
    floor.second = 0;
    return floor;
  }
}

static MpInstant
civil_to_instant (MpCivil civil)
{
  return mp_instant_from_civil (civil.year, civil.month, civil.day, civil.hour, civil.minute,
                                civil.second);
}

/* Returns the tick after another. */
static MpCivil
next_civil (MpCivil tick, MpTickStep step)
{
  MpCivil next = tick;

  switch (step.unit) {
  case MP_UNIT_YEAR:
    next.year += step.count;
    return next;
  case MP_UNIT_MONTH:
    next.month += (int) step.count;
    if (next.month > 12) {
      next.month -= 12;
      next.year++;
    }
    return next;
  case MP_UNIT_DAY:
    next.day += (int) step.count;
    if (next.day <= mp_days_in_month (tick.year, tick.month)) {
      MpCivil floor = floor_civil (next, step);

      if (floor.day == next.day)
        return next;
    }
    return (MpCivil) { tick.month == 12 ? tick.year + 1 : tick.year,
                       tick.month == 12 ? 1 : tick.month + 1,
                       1,
                       0,
                       0,
                       0 };
  case MP_UNIT_HOUR:
    return mp_civil_from_instant (civil_to_instant (tick) + step.count * 3600);
  case MP_UNIT_MINUTE:
  default:
    return mp_civil_from_instant (civil_to_instant (tick) + step.count * 60);
  }
}

static gboolean
is_strong (MpCivil tick, MpTickStep step)
{
  switch (step.unit) {
  case MP_UNIT_MONTH:
    return tick.month == 1;
  case MP_UNIT_DAY:
    return tick.day == 1;
  case MP_UNIT_HOUR:
    return tick.hour == 0;
  case MP_UNIT_MINUTE:
    return tick.hour == 0 && tick.minute == 0;
  case MP_UNIT_YEAR:
  default:
    return FALSE;
  }
}

const MpTickStep *
mp_ticks_ladder (guint *length)
{
  *length = G_N_ELEMENTS (ladder);
  return ladder;
}

double
mp_tick_step_days (MpTickStep step)
{
  return unit_days[step.unit] * (double) step.count;
}

MpTickStep
mp_ticks_choose (double per_day, double spacing)
{
  for (guint i = 0; i < G_N_ELEMENTS (ladder); i++)
    if (mp_tick_step_days (ladder[i]) * per_day >= spacing)
      return ladder[i];
  return ladder[G_N_ELEMENTS (ladder) - 1];
}

/* There are no ticks beyond this day, which is later than any date and earlier than the last
 * instant, nor before its negative. */
#define FAR_DAY ((double) MP_DATE_MAX_YEAR * 1.3 * 365.2425)

GArray *
mp_ticks_new (MpTickStep step, double begin, double end)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (MpTick));
  MpCivil civil;
  double day;

  begin = CLAMP (begin, -FAR_DAY, FAR_DAY);
  end = CLAMP (end, -FAR_DAY, FAR_DAY);
  civil = floor_civil (mp_civil_from_instant (mp_day_to_instant (begin)), step);
  day = mp_day_from_instant (civil_to_instant (civil));
  while (day < end && ticks->len < MP_TICKS_MAX) {
    MpCivil next = next_civil (civil, step);
    MpTick tick = { .day = day,
                    .next = mp_day_from_instant (civil_to_instant (next)),
                    .strong = is_strong (civil, step) };

    g_array_append_val (ticks, tick);
    civil = next;
    day = tick.next;
  }
  return ticks;
}

/* Formats a date, without its year, as the locale does. Since GDateTime has only the years 1 to
 * 9999 and the names of months do not depend on the year, it is given a leap year instead. */
static char *
format_civil (MpCivil civil, const char *format)
{
  g_autoptr (GDateTime) time =
    g_date_time_new_utc (2000, civil.month, civil.day, civil.hour, civil.minute, 0);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/* Translators: a month on the date axis, as g_date_time_format () writes it; as short as possible.
 * xgettext:no-c-format */
#define MONTH_FORMAT C_ ("axis month", "%b")
/* Translators: a day on the date axis, beside its month.
 * xgettext:no-c-format */
#define DAY_FORMAT C_ ("axis day of a month", "%-d")
/* Translators: a day and its month on the date axis, as g_date_time_format () writes it.
 * xgettext:no-c-format */
#define DATE_FORMAT C_ ("axis day", "%-d %b")
/* Translators: a time on the date axis, beside its day.
 * xgettext:no-c-format */
#define TIME_FORMAT C_ ("axis time", "%H:%M")

static char *
format_year (gint64 year)
{
  char number[24];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);
  if (year > 0)
    return g_strdup (number);
  /* Translators: a year before the common era, such as "44 BCE". */
  return g_strdup_printf (_ ("%s BCE"), number);
}

char *
mp_tick_label (MpTickStep step, const MpTick *tick)
{
  MpCivil civil = mp_civil_from_instant (mp_day_to_instant (tick->day));

  switch (step.unit) {
  case MP_UNIT_MONTH:
    return tick->strong ? format_year (civil.year) : format_civil (civil, MONTH_FORMAT);
  case MP_UNIT_DAY:
    return format_civil (civil, tick->strong ? MONTH_FORMAT : DAY_FORMAT);
  case MP_UNIT_HOUR:
  case MP_UNIT_MINUTE:
    return format_civil (civil, tick->strong ? DATE_FORMAT : TIME_FORMAT);
  case MP_UNIT_YEAR:
  default:
    return format_year (civil.year);
  }
}

/* Returns one end of a range, without its year. */
static char *
month_or_day (MpUnit unit, MpCivil civil)
{
  return format_civil (civil, unit == MP_UNIT_MONTH ? MONTH_FORMAT : DATE_FORMAT);
}

/* Returns one end of a range. */
static char *
range_end (MpUnit unit, MpCivil civil)
{
  g_autofree char *year = format_year (civil.year);
  g_autofree char *rest = NULL;

  if (unit == MP_UNIT_YEAR)
    return g_steal_pointer (&year);
  rest = month_or_day (unit, civil);
  /* Translators: a month or a day, and its year, such as "Apr 2026" or "27 Apr 2026". */
  return g_strdup_printf (C_ ("axis range", "%s %s"), rest, year);
}

char *
mp_ticks_range_label (MpTickStep step, double begin, double end)
{
  MpCivil from = mp_civil_from_instant (mp_day_to_instant (CLAMP (begin, -FAR_DAY, FAR_DAY)));
  MpCivil to = mp_civil_from_instant (mp_day_to_instant (CLAMP (end, -FAR_DAY, FAR_DAY)) - 1);
  g_autofree char *first = range_end (step.unit, from);
  g_autofree char *last = range_end (step.unit, to);

  if (g_str_equal (first, last))
    return g_steal_pointer (&last);
  if (step.unit != MP_UNIT_YEAR && from.year == to.year) {
    g_autofree char *begins = month_or_day (step.unit, from);
    g_autofree char *ends = month_or_day (step.unit, to);
    g_autofree char *year = format_year (to.year);

    /* Translators: two months or days, and the year of both, such as "Mar – Aug 2026". */
    return g_strdup_printf (C_ ("axis range", "%s – %s %s"), begins, ends, year);
  }
  /* Translators: the beginning and the end of a time, such as "2018 – 2033". */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}
