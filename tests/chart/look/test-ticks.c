/* test-ticks.c: the lines of the date axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-ticks.h"

#include "mp-test-support.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define SECOND (1.0 / 86400)

/* A step that must be on the ladder. */
static MpTickStep
step_of (MpUnit unit, gint64 count)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint i = 0; i < length; i++)
    if (ladder[i].unit == unit && ladder[i].count == count)
      return ladder[i];
  g_error ("no step of %" G_GINT64_FORMAT " of unit %d", count, (int) unit);
}

static double
day_of (const char *date)
{
  return mp_day_from_instant (mp_test_instant (date));
}

/* --- Where ticks stand ------------------------------------------------------------------------ */

/* Whether a tick stands where the calendar has its unit. */
static gboolean
is_on_calendar (MpCivil at, MpTickStep step)
{
  if (at.second != 0 || (step.unit != MP_UNIT_MINUTE && at.minute != 0))
    return FALSE;
  switch (step.unit) {
  case MP_UNIT_MINUTE:
    return at.minute % step.count == 0;
  case MP_UNIT_HOUR:
    return at.hour % step.count == 0;
  case MP_UNIT_DAY:
    return at.hour == 0 && (at.day - 1) % step.count == 0;
  case MP_UNIT_MONTH:
    return at.hour == 0 && at.day == 1 && (at.month - 1) % step.count == 0;
  case MP_UNIT_YEAR:
  default:
    return at.hour == 0 && at.day == 1 && at.month == 1 && at.year % step.count == 0;
  }
}

static gboolean
begins_larger_unit (MpCivil at, MpTickStep step)
{
  switch (step.unit) {
  case MP_UNIT_MINUTE:
  case MP_UNIT_HOUR:
    return at.hour == 0 && at.minute == 0;
  case MP_UNIT_DAY:
    return at.day == 1;
  case MP_UNIT_MONTH:
    return at.month == 1;
  case MP_UNIT_YEAR:
  default:
    return FALSE;
  }
}

static void
check_ticks (MpTickStep step, double begin, double end)
{
  g_autoptr (GArray) ticks = mp_ticks_new (step, begin, end);
  const MpTick *all = (const MpTick *) (gpointer) ticks->data;

  g_assert_cmpuint (ticks->len, >, 0);
  g_assert_cmpuint (ticks->len, <, MP_TICKS_MAX);
  g_assert_cmpfloat (all[0].day, <=, begin + SECOND);
  g_assert_cmpfloat (all[0].next, >, begin - SECOND);
  g_assert_cmpfloat (all[ticks->len - 1].day, <, end);
  g_assert_cmpfloat (all[ticks->len - 1].next, >=, end);
  for (guint i = 0; i < ticks->len; i++) {
    MpCivil civil = mp_civil_from_instant (mp_day_to_instant (all[i].day));

    g_assert_true (is_on_calendar (civil, step));
    g_assert_true (all[i].strong == begins_larger_unit (civil, step));
    g_assert_cmpfloat (all[i].next - all[i].day, >=, mp_tick_step_days (step) - SECOND);
    /* No gap is so wide that a tick is missing in it. */
    g_assert_cmpfloat (all[i].next - all[i].day, <=, mp_tick_step_days (step) * 2.3);
    if (i + 1 < ticks->len)
      g_assert_cmpfloat (all[i].next, ==, all[i + 1].day);
  }
}

/* Runs a check of every step of the ladder on about the given number of ticks from a day on. */
static void
check_ladder_from (double begin, double n_ticks)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint i = 0; i < length; i++) {
    double end = begin + mp_tick_step_days (ladder[i]) * n_ticks;

    /* Beyond, no date can be written. */
    if (fabs (end) < (double) MP_DATE_MAX_YEAR * 365)
      check_ticks (ladder[i], begin, end);
  }
}

static void
test_ladder_grows (void)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  g_assert_cmpuint (length, >, 30);
  for (guint i = 1; i < length; i++)
    g_assert_cmpfloat (mp_tick_step_days (ladder[i]), >, mp_tick_step_days (ladder[i - 1]));
  g_assert_cmpfloat (mp_tick_step_days (ladder[0]), <=, 1.0 / 24);
  g_assert_cmpfloat (mp_tick_step_days (ladder[length - 1]), >=, 365.0 * 1e9);
}

static void
test_every_step (void)
{
  check_ladder_from (day_of ("2026-04-27") + 0.3, 60);
}

/* On a tick, just before it and just after it. */
static void
test_every_step_at_edges (void)
{
  check_ladder_from (day_of ("2000-01-01"), 3);
  check_ladder_from (day_of ("2000-01-01") - 2 * SECOND, 3);
  check_ladder_from (day_of ("2000-01-01") + 2 * SECOND, 3);
  check_ladder_from (day_of ("1970-01-01"), 3);
}

static void
test_every_step_at_random (void)
{
  for (guint n = 0; n < 300; n++)
    check_ladder_from (g_test_rand_double_range (day_of ("-2000"), day_of ("4000")),
                       g_test_rand_double_range (1, 40));
}

static void
test_leap_year (void)
{
  check_ladder_from (day_of ("2024-02-27"), 5);
  check_ladder_from (day_of ("2023-02-27"), 5);
  check_ladder_from (day_of ("1900-02-27"), 5);
  check_ladder_from (day_of ("2000-02-27"), 5);
  check_ticks (step_of (MP_UNIT_DAY, 1), day_of ("2024-02-01"), day_of ("2024-04-01"));
  check_ticks (step_of (MP_UNIT_DAY, 2), day_of ("2024-02-01"), day_of ("2024-04-01"));
  check_ticks (step_of (MP_UNIT_DAY, 2), day_of ("2023-02-01"), day_of ("2023-04-01"));
  check_ticks (step_of (MP_UNIT_DAY, 7), day_of ("2024-01-01"), day_of ("2025-01-01"));
}

static void
test_year_zero (void)
{
  check_ladder_from (day_of ("-0001-12-31"), 5);
  check_ladder_from (day_of ("0000-01-01"), 5);
  check_ladder_from (day_of ("-0044-03-15"), 70);
  check_ladder_from (day_of ("-9999-01-01"), 70);
}

/* Far from 1970 days are whole numbers still, but a minute is no longer exact. */
static void
check_days_and_more_from (double begin)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint i = 0; i < length; i++) {
    double end = begin + 20 * mp_tick_step_days (ladder[i]);

    if (ladder[i].unit <= MP_UNIT_DAY && end < (double) MP_DATE_MAX_YEAR * 365)
      check_ticks (ladder[i], begin, end);
  }
}

static void
test_far_years (void)
{
  check_days_and_more_from (day_of ("Y1000000000"));
  check_days_and_more_from (day_of ("Y-1000000000"));
}

/* Where no date can be written nothing is drawn, and nothing breaks. */
static void
test_beyond_all_years (void)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint i = 0; i < length; i++) {
    g_autoptr (GArray) all = mp_ticks_new (ladder[i], -1e300, 1e300);
    g_autoptr (GArray) after = mp_ticks_new (ladder[i], 1e200, 1e300);
    g_autoptr (GArray) before = mp_ticks_new (ladder[i], -1e300, -1e200);

    g_assert_cmpuint (all->len, <=, MP_TICKS_MAX);
    g_assert_cmpuint (after->len, <=, 1);
    g_assert_cmpuint (before->len, <=, 1);
  }
}

static void
test_at_most (void)
{
  g_autoptr (GArray) ticks =
    mp_ticks_new (step_of (MP_UNIT_MINUTE, 1), day_of ("2000"), day_of ("2100"));

  g_assert_cmpuint (ticks->len, ==, MP_TICKS_MAX);
}

/* Steps within a month begin anew each month, and keep their distance at its end. */
static void
test_days_of_month (void)
{
  static const struct {
    gint64 count;
    const char *begin;
    const char *days; /* of that month, and the first of the next */
  } cases[] = {
    { 7, "2026-01-01", "1 8 15 22 1 " },
    { 7, "2026-02-01", "1 8 15 22 1 " },
    { 14, "2026-01-01", "1 15 1 " },
    { 2, "2026-02-01", "1 3 5 7 9 11 13 15 17 19 21 23 25 27 1 " },
    { 2, "2024-02-01", "1 3 5 7 9 11 13 15 17 19 21 23 25 27 1 " },
    { 2, "2026-04-01", "1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 1 " },
    { 2, "2026-05-01", "1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 1 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    double begin = day_of (cases[i].begin);
    g_autoptr (GArray) ticks =
      mp_ticks_new (step_of (MP_UNIT_DAY, cases[i].count), begin, begin + 32);
    g_autoptr (GString) days = g_string_new (NULL);
    int month = mp_civil_from_instant (mp_day_to_instant (begin)).month;

    for (guint j = 0; j < ticks->len; j++) {
      MpCivil civil =
        mp_civil_from_instant (mp_day_to_instant (g_array_index (ticks, MpTick, j).day));

      if (civil.month == month || civil.day == 1)
        g_string_append_printf (days, "%d ", civil.day);
    }
    g_assert_cmpstr (days->str, ==, cases[i].days);
  }
}

/* --- Choosing --------------------------------------------------------------------------------- */

static void
test_choose_finest_that_fits (void)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint n = 0; n < 3000; n++) {
    double per_day = exp (g_test_rand_double_range (-30, 14));
    double spacing = g_test_rand_double_range (20, 200);
    MpTickStep step = mp_ticks_choose (per_day, spacing);
    guint i = 0;

    while (mp_tick_step_days (ladder[i]) != mp_tick_step_days (step))
      i++;
    if (i + 1 < length)
      g_assert_cmpfloat (mp_tick_step_days (ladder[i]) * per_day, >=, spacing);
    if (i > 0)
      g_assert_cmpfloat (mp_tick_step_days (ladder[i - 1]) * per_day, <, spacing);
  }
}

static void
test_choose_is_monotone (void)
{
  double last = G_MAXDOUBLE;

  for (double zoom = -40; zoom < 15; zoom += 0.01) {
    double days = mp_tick_step_days (mp_ticks_choose (exp (zoom), 46));

    g_assert_cmpfloat (days, <=, last);
    last = days;
  }
}

static void
test_choose_extremes (void)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);
  MpTickStep coarsest = mp_ticks_choose (1e-300, 46), finest = mp_ticks_choose (1e9, 46);

  g_assert_cmpint (coarsest.count, ==, ladder[length - 1].count);
  g_assert_cmpint (finest.unit, ==, ladder[0].unit);
  g_assert_cmpint (finest.count, ==, ladder[0].count);
}

/* --- Labels ----------------------------------------------------------------------------------- */

/* The labels of the given number of ticks from a date on, with "*" before the strong ones. */
static char *
labels_from (MpTickStep step, const char *date, guint n_ticks)
{
  double begin = day_of (date);
  g_autoptr (GArray) ticks =
    mp_ticks_new (step, begin, begin + mp_tick_step_days (step) * 2.3 * n_ticks);
  GString *out = g_string_new (NULL);

  g_assert_cmpuint (ticks->len, >=, n_ticks);
  for (guint i = 0; i < n_ticks; i++) {
    const MpTick *tick = &g_array_index (ticks, MpTick, i);
    g_autofree char *label = mp_tick_label (step, tick);

    g_string_append_printf (out, "%s%s%s", i > 0 ? ", " : "", tick->strong ? "*" : "", label);
  }
  return g_string_free (out, FALSE);
}

static void
test_labels (void)
{
  static const struct {
    MpUnit unit;
    gint64 count;
    const char *date;
    const char *labels;
  } cases[] = {
    { MP_UNIT_MINUTE, 15, "2026-04-26T23:30:00", "23:30, 23:45, *27 Apr, 00:15" },
    { MP_UNIT_MINUTE, 1, "2026-04-27T09:05:00", "09:05, 09:06" },
    { MP_UNIT_HOUR, 6, "2026-04-26T13:00:00", "12:00, 18:00, *27 Apr, 06:00" },
    { MP_UNIT_DAY, 1, "2026-04-29", "29, 30, *May, 2" },
    { MP_UNIT_DAY, 7, "2026-12-24", "22, *Jan, 8, 15" },
    { MP_UNIT_MONTH, 1, "2025-11-20", "Nov, Dec, *2026, Feb" },
    { MP_UNIT_MONTH, 3, "2025-11-20", "Oct, *2026, Apr, Jul" },
    { MP_UNIT_YEAR, 1, "2025-11-20", "2025, 2026, 2027" },
    { MP_UNIT_YEAR, 5, "2026", "2025, 2030, 2035" },
    { MP_UNIT_YEAR, 100, "1950", "1900, 2000, 2100" },
    { MP_UNIT_YEAR, 1, "-0002", "3 BCE, 2 BCE, 1 BCE, 1, 2" },
    { MP_UNIT_MONTH, 3, "-0043-09-01", "Jul, Oct, *43 BCE, Apr" },
    { MP_UNIT_YEAR, 1000000000, "Y1000000000", "1000000000, 2000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n_ticks = 1;
    g_autofree char *labels = NULL;

    for (const char *c = cases[i].labels; *c != '\0'; c++)
      n_ticks += *c == ',';
    labels = labels_from (step_of (cases[i].unit, cases[i].count), cases[i].date, n_ticks);
    g_assert_cmpstr (labels, ==, cases[i].labels);
  }
}

/* All ticks of all steps have a label. */
static void
test_every_step_has_labels (void)
{
  guint length;
  const MpTickStep *ladder = mp_ticks_ladder (&length);

  for (guint i = 0; i < length; i++) {
    g_autofree char *labels = labels_from (ladder[i], "2026-04-27", 2);

    g_assert_null (strstr (labels, ", ,"));
    g_assert_false (g_str_has_prefix (labels, ","));
    g_assert_false (g_str_has_suffix (labels, ", "));
  }
}

static void
test_labels_by_locale (void)
{
  static const struct {
    const char *locale;
    const char *may; /* as its abbreviation begins */
  } locales[] = {
    { "de_DE.UTF-8", "Ma" }, { "fr_FR.UTF-8", "mai" }, { "es_ES.UTF-8", "may" },
    { "it_IT.UTF-8", "ma" }, { "nl_NL.UTF-8", "me" },  { "pl_PL.UTF-8", "ma" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_autofree char *labels = NULL;

    if (setlocale (LC_ALL, locales[i].locale) == NULL)
      continue;
    labels = labels_from (step_of (MP_UNIT_MONTH, 1), "2026-05-10", 1);
    setlocale (LC_ALL, "C");
    g_assert_true (g_str_has_prefix (labels, locales[i].may));
    g_assert_cmpstr (labels, !=, "May");
    return;
  }
  g_test_skip ("no locale but C is installed");
}

static void
test_range_labels (void)
{
  static const struct {
    MpUnit unit;
    gint64 count;
    const char *begin;
    const char *end;
    const char *label;
  } cases[] = {
    { MP_UNIT_YEAR, 1, "2018-06-01", "2033-02-01", "2018 – 2033" },
    { MP_UNIT_YEAR, 1, "2026-01-01", "2027-01-01", "2026" },
    { MP_UNIT_YEAR, 1, "2026-01-01", "2027-01-02", "2026 – 2027" },
    { MP_UNIT_YEAR, 10, "-0043", "0015", "44 BCE – 14" },
    { MP_UNIT_MONTH, 1, "2026-03-10", "2026-08-20", "Mar – Aug 2026" },
    { MP_UNIT_MONTH, 1, "2026-03-01", "2026-04-01", "Mar 2026" },
    { MP_UNIT_MONTH, 3, "2025-11-01", "2026-08-20", "Nov 2025 – Aug 2026" },
    { MP_UNIT_DAY, 1, "2026-04-27", "2026-05-02", "27 Apr – 1 May 2026" },
    { MP_UNIT_DAY, 1, "2025-12-30", "2026-01-03", "30 Dec 2025 – 2 Jan 2026" },
    { MP_UNIT_HOUR, 1, "2026-04-27", "2026-04-28", "27 Apr 2026" },
    { MP_UNIT_HOUR, 1, "2026-04-27T12:00:00", "2026-04-28T12:00:00", "27 Apr – 28 Apr 2026" },
    { MP_UNIT_MINUTE, 5, "2026-04-27T12:00:00", "2026-04-27T13:00:00", "27 Apr 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = mp_ticks_range_label (step_of (cases[i].unit, cases[i].count),
                                                   day_of (cases[i].begin), day_of (cases[i].end));

    g_assert_cmpstr (label, ==, cases[i].label);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ticks/ladder-grows", test_ladder_grows);
  g_test_add_func ("/ticks/every-step", test_every_step);
  g_test_add_func ("/ticks/every-step-at-edges", test_every_step_at_edges);
  g_test_add_func ("/ticks/every-step-at-random", test_every_step_at_random);
  g_test_add_func ("/ticks/leap-year", test_leap_year);
  g_test_add_func ("/ticks/year-zero", test_year_zero);
  g_test_add_func ("/ticks/far-years", test_far_years);
  g_test_add_func ("/ticks/beyond-all-years", test_beyond_all_years);
  g_test_add_func ("/ticks/at-most", test_at_most);
  g_test_add_func ("/ticks/days-of-month", test_days_of_month);
  g_test_add_func ("/ticks/choose/finest-that-fits", test_choose_finest_that_fits);
  g_test_add_func ("/ticks/choose/monotone", test_choose_is_monotone);
  g_test_add_func ("/ticks/choose/extremes", test_choose_extremes);
  g_test_add_func ("/ticks/labels/every-step", test_every_step_has_labels);
  g_test_add_func ("/ticks/labels/words", test_labels);
  g_test_add_func ("/ticks/labels/locale", test_labels_by_locale);
  g_test_add_func ("/ticks/labels/range", test_range_labels);
  return g_test_run ();
}
