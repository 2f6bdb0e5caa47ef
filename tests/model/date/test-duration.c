/* test-duration.c: lengths of time, and the dates that far away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-duration.h"

#include <string.h>

static MpDuration
duration_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  MpDuration duration = { 0 };

  mp_duration_parse (text, &duration, &error);
  g_assert_no_error (error);
  return duration;
}

static void
test_parse (void)
{
  static const struct {
    const char *text;
    MpDuration expected;
    const char *words;
  } rows[] = {
    { "P90D", { .days = 90 }, "90 days" },
    { "P1D", { .days = 1 }, "1 day" },
    { "P0D", { 0 }, "0 days" },
    { "P0Y", { 0 }, "0 days" },
    { "P3M", { .months = 3 }, "3 months" },
    { "PT3M", { .minutes = 3 }, "3 minutes" },
    { "P1Y6M", { .years = 1, .months = 6 }, "1 year and 6 months" },
    { "P2W", { .weeks = 2 }, "2 weeks" },
    { "P1Y2M3W4DT5H6M7S",
      { 1, 2, 3, 4, 5, 6, 7 },
      "1 year, 2 months, 3 weeks, 4 days, 5 hours, 6 minutes and 7 seconds" },
    { "P1Y0M2D", { .years = 1, .days = 2 }, "1 year and 2 days" },
    { "PT36H", { .hours = 36 }, "36 hours" },
    { "P001D", { .days = 1 }, "1 day" },
    { "P999999Y", { .years = 999999 }, "999999 years" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MpDuration duration = duration_of (rows[i].text);
    g_autofree char *words = mp_duration_words (&duration);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpmem (&duration, sizeof duration, &rows[i].expected, sizeof duration);
    g_assert_cmpstr (words, ==, rows[i].words);
    g_assert_cmpint (mp_duration_is_zero (&duration), ==,
                     strpbrk (rows[i].text, "123456789") == NULL);
    g_assert_cmpint (mp_duration_has_time (&duration), ==, strchr (rows[i].text, 'T') != NULL);
  }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",      "P",     "PT",    "P1",    "1D",    "p1d", "P-1D",    "P+1D",  "-P1D",
    "P1.5D", "P1,5D", "P1D1D", "P1M1Y", "P1D1W", "P1H", "PT1D",    "P1YT",  "PT1M1H",
    "P1DT",  "PTT1H", " P1D",  "P1D ",  "P 1D",  "PD",  "P1YT1M1", "P1D/2", "P１D",
  };
  static const char *const large[] = { "P1000000D", "P99999999999999999999Y", "PT1000000S" };
  MpDuration duration = { .days = 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", texts[i]);
    g_assert_false (mp_duration_parse (texts[i], &duration, &error));
    g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_SYNTAX);
    g_assert_cmpint (duration.days, ==, 7);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (large); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (mp_duration_parse (large[i], &duration, &error));
    g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE);
  }
}

/* The examples of docs/format.md, and every kind of base. */
static void
test_shift (void)
{
  static const struct {
    const char *base;
    const char *by;       /* with "-" before it: back */
    const char *expected; /* NULL for none */
  } rows[] = {
    { "2026-04-27", "P90D", "2026-07-26" },
    { "2027-12-31", "-P90D", "2027-10-02" },
    { "2026-04-27", "P0D", "2026-04-27" },
    { "2024-02-29", "P1Y", "2025-02-28" },
    { "2026-01-31", "P1M", "2026-02-28" },
    { "2024-01-31", "P1M", "2024-02-29" },
    { "2026-03-31", "-P1M", "2026-02-28" },
    { "2026-05-31", "-P3M", "2026-02-28" },
    { "2026-01-31", "P1M1D", "2026-03-01" },
    { "2026-03-01", "-P1M1D", "2026-01-31" },
    { "2026-11-15", "P14M", "2028-01-15" },
    { "2026-02-15", "-P14M", "2024-12-15" },
    { "2026-04-27", "P2W", "2026-05-11" },
    { "0000-03-01", "-P1D", "0000-02-29" },
    { "0000-01-01", "-P1D", "-0001-12-31" },
    /* No more exact than the base. */
    { "2030", "P90D", "[2030-04-01..2031-03-31]" },
    { "2030", "P1Y", "2031" },
    { "2030", "P12M", "2031" },
    { "2030", "P3M", "[2030-04-01..2031-03-31]" },
    { "2026-04", "P1Y", "2027-04" },
    { "2026-02", "P1M", "[2026-03-01..2026-03-28]" },
    { "2026-04", "P1M", "[2026-05-01..2026-05-30]" },
    { "2026-05", "P1M", "2026-06" },
    { "2026-04", "P30D", "[2026-05-01..2026-05-30]" },
    { "2026-21", "P1M", "[2026-04-01..2026-06-30]" },
    { "202X", "P1D", "[2020-01-02..2030-01-01]" },
    { "[2026,2028]", "P1D", "[2026-01-02..2029-01-01]" },
    { "[..2026]", "P1D", "[..2027-01-01]" },
    { "[2026..]", "P1D", "[2026-01-02..]" },
    { "2026-XX-12", "P1D", "[2026-01-13..2026-12-13]" },
    /* If the time of day is not known, the date can be either of two days. */
    { "2026-04-27", "PT36H", "[2026-04-28..2026-04-29]" },
    { "2026-04-27", "PT24H", "2026-04-28" },
    { "2026-04-27", "PT1S", "[2026-04-27..2026-04-28]" },
    { "2026-04-27T09:30:00Z", "PT36H", "2026-04-28T21:30:00Z" },
    { "2026-04-27T09:30:00-07", "P1M", "2026-05-27T09:30:00-07" },
    { "2026-01-31T23:30:00+05:30", "P1M", "2026-02-28T23:30:00+05:30" },
    { "2026-04-27T09:30:00", "-PT10H", "2026-04-26T23:30:00" },
    /* Signs are kept. */
    { "2026-04-27~", "P90D", "2026-07-26~" },
    { "2026-04-~27", "P90D", "2026-07-26~" },
    { "2026?", "P1Y", "2027?" },
    { "2026%", "P1D", "[2026-01-02%..2027-01-01%]" },
    { "2026?-~04", "P1Y", "2027-04%" },
    /* Far away. */
    { "Y170000002", "P1Y", "Y170000003" },
    { "Y-20000", "-P1Y", "Y-20001" },
    { "Y170000002", "P1D", NULL },
    { "9999", "P1Y", "Y10000" },
    { "9999-12-31", "P1D", NULL },
    { "9999-12", "P1M", NULL },
    { "9999-12-31T23:59:59", "PT1S", NULL },
    { "-9999-01-01", "-P1D", NULL },
    { "Y100000000000", "P1Y", NULL },
    { "{2026,2027}", "P1D", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean back = *rows[i].by == '-';
    MpDuration by = duration_of (rows[i].by + (back ? 1 : 0));
    g_autoptr (GError) error = NULL;
    MpDate base, date;

    g_test_message ("%s %s", rows[i].base, rows[i].by);
    g_assert_true (mp_date_parse (rows[i].base, -1, &base, NULL, NULL));
    date = base;
    if (mp_duration_shift_date (&by, &base, back, &date, &error)) {
      g_assert_no_error (error);
      g_assert_cmpstr (date.text, ==, rows[i].expected);
    } else {
      g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE);
      g_assert_null (rows[i].expected);
      g_assert_cmpmem (&date, sizeof date, &base, sizeof base);
    }
  }
}

/* An open or unknown date stays that. */
static void
test_no_date (void)
{
  static const char *const ends[] = { "..", "" };
  MpDuration by = { .days = 90 };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
    MpDate base, date;

    g_assert_true (mp_date_parse_end (ends[i], -1, FALSE, &base, NULL, NULL));
    g_assert_true (mp_duration_shift_date (&by, &base, FALSE, &date, NULL));
    g_assert_cmpmem (&date, sizeof date, &base, sizeof base);
  }
}

/* The day after, counted without the calendar's algorithm. */
static void
next_day (int *year, int *month, int *day)
{
  if (++*day <= mp_days_in_month (*year, *month))
    return;
  *day = 1;
  if (++*month <= 12)
    return;
  *month = 1;
  ++*year;
}

/* Days, one after the other, forward and back again. */
static void
test_random (void)
{
  for (int i = 0; i < 500; i++) {
    int year = g_test_rand_int_range (1900, 2100), month = g_test_rand_int_range (1, 13);
    int day = g_test_rand_int_range (1, mp_days_in_month (year, month) + 1);
    MpDuration by = { .weeks = g_test_rand_int_range (0, 30),
                      .days = g_test_rand_int_range (0, 400) };
    MpInstant start = mp_instant_from_civil (year, month, day, 7, 8, 9);
    MpInstant end = mp_duration_shift (&by, start, FALSE);

    for (int n = by.weeks * 7 + by.days; n > 0; n--)
      next_day (&year, &month, &day);
    g_assert_cmpint (end, ==, mp_instant_from_civil (year, month, day, 7, 8, 9));
    g_assert_cmpint (mp_duration_shift (&by, end, TRUE), ==, start);
  }
}

/* Every day that a vague base can mean leads into the date that is found; the first and the last of
 * them lead to its bounds. */
static void
test_honest (void)
{
  static const char *const bases[] = { "2024",  "2023-02~",   "2024-24?",
                                       "202X%", "2024-04-1X", "2024-~02" };

  for (int i = 0; i < 300; i++) {
    MpDuration by = { .months = g_test_rand_int_range (0, 30),
                      .days = g_test_rand_int_range (0, 60) };
    gboolean back = g_test_rand_bit ();
    MpInstant first = MP_INSTANT_MAX, last = MP_INSTANT_MIN;
    MpDate base, date;

    g_assert_true (mp_date_parse (bases[i % (int) G_N_ELEMENTS (bases)], -1, &base, NULL, NULL));
    g_assert_true (mp_duration_shift_date (&by, &base, back, &date, NULL));
    for (MpInstant day = base.earliest; day < base.after; day += MP_SECONDS_PER_DAY) {
      MpInstant shifted = mp_duration_shift (&by, day, back);

      first = MIN (first, shifted);
      last = MAX (last, shifted);
    }
    g_assert_cmpint (date.earliest, ==, first);
    g_assert_cmpint (date.after, ==, last + MP_SECONDS_PER_DAY);
    /* An approximate or uncertain date does not become certain. */
    g_assert_cmpint (date.approximate != 0, ==, base.approximate != 0);
    g_assert_cmpint (date.uncertain != 0, ==, base.uncertain != 0);
    if (base.approximate != 0) {
      g_autofree char *words = mp_date_words (&date);

      g_assert_nonnull (strstr (words, "about"));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/parse", test_parse);
  g_test_add_func ("/duration/refused", test_refused);
  g_test_add_func ("/duration/shift", test_shift);
  g_test_add_func ("/duration/no-date", test_no_date);
  g_test_add_func ("/duration/random", test_random);
  g_test_add_func ("/duration/honest", test_honest);
  return g_test_run ();
}
