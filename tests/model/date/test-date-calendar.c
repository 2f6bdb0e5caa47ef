/* test-date-calendar.c: instants, days, months and years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date.h"

#define N_RANDOM 20000

/* A day that the test can count without the calendar that it tests. */
static void
test_four_hundred_years_of_days (void)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  MpInstant expected = 0;

  for (int year = 1970; year < 2370; year++) {
    gboolean leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);

    for (int month = 1; month <= 12; month++) {
      int n_days = days[month - 1] + (leap && month == 2);

      g_assert_cmpint (mp_days_in_month (year, month), ==, n_days);
      for (int day = 1; day <= n_days; day++) {
        char text[16];
        MpDate date;

        g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
        g_assert_true (mp_date_parse (text, -1, &date, NULL, NULL));
        g_assert_cmpint (date.earliest, ==, expected);
        expected += MP_SECONDS_PER_DAY;
        g_assert_cmpint (date.after, ==, expected);
      }
    }
  }
}

/* A year of four digits, or any that a date may have. */
static gint64
random_year (void)
{
  gint64 year = g_test_rand_int_range (-9999, 10000);

  return g_test_rand_bit () ? year : year * (MP_DATE_MAX_YEAR / 10000) + g_test_rand_int () % 10000;
}

static void
test_civil_round_trip (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    gint64 year = random_year ();
    int month = g_test_rand_int_range (1, 13);
    int day = g_test_rand_int_range (1, mp_days_in_month (year, month) + 1);
    int second = g_test_rand_int_range (0, (int) MP_SECONDS_PER_DAY);
    MpInstant instant = mp_instant_from_civil (year, month, day, 0, 0, second);
    MpCivil civil = mp_civil_from_instant (instant);

    g_assert_cmpint (civil.year, ==, year);
    g_assert_cmpint (civil.month, ==, month);
    g_assert_cmpint (civil.day, ==, day);
    g_assert_cmpint ((civil.hour * 60 + civil.minute) * 60 + civil.second, ==, second);
    g_assert_cmpint (
      mp_instant_from_civil (year, month, day, civil.hour, civil.minute, civil.second), ==,
      instant);
  }
}

static void
test_months_carry (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    gint64 year = random_year ();
    int month = g_test_rand_int_range (1, 13);
    int n_years = g_test_rand_int_range (-1000, 1000);

    g_assert_cmpint (mp_instant_from_civil (year, month + 12 * n_years, 1, 0, 0, 0), ==,
                     mp_instant_from_civil (year + n_years, month, 1, 0, 0, 0));
  }
}

/* Instants that no date reaches, but that a careless caller may pass. */
static void
test_calendar_does_not_overflow (void)
{
  MpInstant first = mp_instant_from_civil (G_MININT64, G_MININT, 1, 0, 0, 0);
  MpInstant last = mp_instant_from_civil (G_MAXINT64, G_MAXINT, 31, 23, 59, 59);

  g_assert_cmpint (first, <, mp_instant_from_civil (-MP_DATE_MAX_YEAR, 1, 1, 0, 0, 0));
  g_assert_cmpint (last, >, mp_instant_from_civil (MP_DATE_MAX_YEAR, 12, 31, 0, 0, 0));
  g_assert_cmpint (mp_civil_from_instant (MP_INSTANT_MAX - 1).year, ==, 292277026596);
  g_assert_cmpint (mp_civil_from_instant (MP_INSTANT_MIN + 1).year, ==, -292277022657);
}

static void
test_instants_as_text (void)
{
  static const struct {
    MpInstant instant;
    const char *text;
  } rows[] = {
    { 0, "1970-01-01" },
    { -1, "1969-12-31T23:59:59Z" },
    { 86400 + 3661, "1970-01-02T01:01:01Z" },
    { MP_INSTANT_MIN, "-inf" },
    { MP_INSTANT_MAX, "+inf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = mp_instant_to_iso (rows[i].instant);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* The day, or the year where EDTF has no days. */
static void
test_for_day (void)
{
  static const struct {
    gint64 year;
    int month;
    int day;
    int hour;
    const char *text;
  } rows[] = {
    { 2026, 4, 27, 0, "2026-04-27" },  { 2026, 4, 27, 23, "2026-04-27" },
    { 9999, 12, 31, 0, "9999-12-31" }, { 10000, 1, 1, 0, "Y10000" },
    { 12345, 6, 7, 8, "Y12345" },      { 0, 2, 29, 0, "0000-02-29" },
    { -1, 3, 1, 0, "-0001-03-01" },    { -9999, 1, 1, 0, "-9999-01-01" },
    { -10000, 12, 31, 0, "Y-10000" },  { MP_DATE_MAX_YEAR, 12, 31, 23, "Y100000000000" },
  };
  MpDate date;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    MpInstant instant =
      mp_instant_from_civil (rows[i].year, rows[i].month, rows[i].day, rows[i].hour, 0, 0);

    mp_date_for_day (instant, &date);
    g_assert_cmpstr (date.text, ==, rows[i].text);
    g_assert_cmpint (date.earliest, <=, instant);
    g_assert_cmpint (date.after, >, instant);
  }
  mp_date_for_day (MP_INSTANT_MAX, &date);
  g_assert_cmpstr (date.text, ==, "Y100000000000");
  mp_date_for_day (MP_INSTANT_MIN, &date);
  g_assert_cmpstr (date.text, ==, "Y-100000000000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-calendar/four-hundred-years", test_four_hundred_years_of_days);
  g_test_add_func ("/date-calendar/round-trip", test_civil_round_trip);
  g_test_add_func ("/date-calendar/months-carry", test_months_carry);
  g_test_add_func ("/date-calendar/does-not-overflow", test_calendar_does_not_overflow);
  g_test_add_func ("/date-calendar/instants-as-text", test_instants_as_text);
  g_test_add_func ("/date-calendar/for-day", test_for_day);

  return g_test_run ();
}
