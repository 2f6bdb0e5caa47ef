/* test-date.c: dates and spans: bounds, words, precision, signs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of docs/dates.md, which test-date-table reads, has an example of every form; here are
 * the corners.
 */
#include "mp-date.h"

#include <locale.h>
#include <string.h>

typedef struct {
  const char *text;
  const char *bounds; /* earliest and after: of the date, or of start and end */
  const char *words;
} Accepted;

static const Accepted seasons[] = {
  { "2001-22", "2001-06-01 2001-09-01", "summer 2001" },
  { "2001-23", "2001-09-01 2001-12-01", "autumn 2001" },
  { "2001-24", "2001-12-01 2002-03-01", "winter 2001–2002" },
  { "2003-24", "2003-12-01 2004-03-01", "winter 2003–2004" },
  { "0000-24", "0000-12-01 0001-03-01", "winter 1 BCE–1 CE" },
  { "2001-21~", "2001-03-01 2001-06-01", "about spring 2001" },
  { "2001-21/2002-24?", "2001-03-01 2001-06-01 2002-12-01 2003-03-01",
    "spring 2001 to winter 2002–2003 (uncertain)" },
};

static const Accepted early_and_late_years[] = {
  { "0000", "0000-01-01 0001-01-01", "1 BCE" },
  { "0001", "0001-01-01 0002-01-01", "1 CE" },
  { "0999-12-31", "0999-12-31 1000-01-01", "31 December 999 CE" },
  { "1000", "1000-01-01 1001-01-01", "1000" },
  { "9999", "9999-01-01 +10000-01-01", "9999" },
  { "-0001-12-31", "-0001-12-31 0000-01-01", "31 December 2 BCE" },
  { "-0044-03-15", "-0044-03-15 -0044-03-16", "15 March 45 BCE" },
  { "0000-02-29", "0000-02-29 0000-03-01", "29 February 1 BCE" },
  { "-0004-02-29", "-0004-02-29 -0004-03-01", "29 February 5 BCE" },
  { "Y10000", "+10000-01-01 +10001-01-01", "10000" },
  { "Y-10000~", "-10000-01-01 -9999-01-01", "about 10001 BCE" },
  { "Y-17000/Y17000", "-17000-01-01 -16999-01-01 +17000-01-01 +17001-01-01", "17001 BCE to 17000" },
  { "Y100000000000", "+100000000000-01-01 +100000000001-01-01", "100000000000" },
  { "Y-100000000000", "-100000000000-01-01 -99999999999-01-01", "100000000001 BCE" },
};

static const Accepted significant_digits[] = {
  { "1950S1", "1000-01-01 2000-01-01", "one of the years 1000–1999 (estimated as 1950)" },
  { "1950S3", "1950-01-01 1960-01-01", "one of the years 1950–1959 (estimated as 1950)" },
  { "1950S4", "1950-01-01 1951-01-01", "1950" },
  { "1950S5", "1950-01-01 1951-01-01", "1950" },
  { "-1859S5", "-1859-01-01 -1858-01-01", "1860 BCE" },
  { "0000S1", "0000-01-01 0001-01-01", "1 BCE" },
  { "1950S99999999999999999999", "1950-01-01 1951-01-01", "1950" },
  { "Y3388E2S7", "+338800-01-01 +338801-01-01", "338800" },
  { "-1950S2", "-1999-01-01 -1899-01-01",
    "one of the years 2000 BCE–1901 BCE (estimated as 1951 BCE)" },
  { "0950S1", "0900-01-01 1000-01-01", "one of the years 900 CE–999 CE (estimated as 950 CE)" },
  { "1950S2~", "1900-01-01 2000-01-01", "about one of the years 1900–1999 (estimated as 1950)" },
  { "Y1E11", "+100000000000-01-01 +100000000001-01-01", "100000000000" },
  { "Y1E11S12", "+100000000000-01-01 +100000000001-01-01", "100000000000" },
  { "Y99999999999S1", "+90000000000-01-01 +100000000000-01-01",
    "one of the years 90000000000–99999999999 (estimated as 99999999999)" },
  { "Y2E1", "0020-01-01 0021-01-01", "20 CE" },
  { "?Y17E8", "+1700000000-01-01 +1700000001-01-01", "1700000000 (uncertain)" },
};

static const Accepted unspecified_digits[] = {
  { "00XX", "0000-01-01 0100-01-01", "one of the years 1 BCE–99 CE" },
  { "004X", "0040-01-01 0050-01-01", "one of the years 40 CE–49 CE" },
  { "100X", "1000-01-01 1010-01-01", "the 1000s" },
  { "-019X", "-0199-01-01 -0189-01-01", "one of the years 200 BCE–191 BCE" },
  /* there is no -0000 */
  { "-000X", "-0009-01-01 0000-01-01", "one of the years 10 BCE–2 BCE" },
  { "-00XX", "-0099-01-01 0000-01-01", "one of the years 100 BCE–2 BCE" },
  { "-XXXX", "-9999-01-01 0000-01-01", "one of the years 10000 BCE–2 BCE" },
  { "-0XX0", "-0990-01-01 -0009-01-01", "one of the years 991 BCE–11 BCE (written -0XX0)" },
  { "201X?", "2010-01-01 2020-01-01", "the 2010s (uncertain)" },
  { "X9X4", "0904-01-01 9995-01-01", "one of the years 904 CE–9994 (written X9X4)" },
  { "YXXXXX", "+10000-01-01 +100000-01-01", "one of the years 10000–99999" },
  { "Y-1XXX5", "-19995-01-01 -10004-01-01",
    "one of the years 19996 BCE–10006 BCE (written Y-1XXX5)" },
  { "2000-02-XX", "2000-02-01 2000-03-01", "some day in February 2000" },
  { "2026-XX-XX~", "2026-01-01 2027-01-01", "about some day in 2026" },
  { "1984-0X", "1984-01-01 1984-10-01", "one of the months January–September, in 1984" },
  { "1984-X2", "1984-02-01 1985-01-01",
    "one of the months February–December, in 1984 (written 1984-X2)" },
  { "1984-X0", "1984-10-01 1984-11-01", "October 1984" }, /* there is no other */
  { "1984-1X-31", "1984-10-31 1985-01-01",
    "day 31 of one of the months October–December, in 1984" },
  { "1984-XX-30", "1984-01-30 1984-12-31", "day 30 of some month, in 1984" },
  { "1984-XX-1X", "1984-01-10 1984-12-20", "one of the days 10–19 of some month, in 1984" },
  { "1984-1X-0X", "1984-10-01 1984-12-10",
    "one of the days 1–9 of one of the months October–December, in 1984" },
  { "1984-1X-XX", "1984-10-01 1985-01-01", "some day in October–December, in 1984" },
  { "1984-02-2X", "1984-02-20 1984-03-01", "one of the days 20–29 February, in 1984" },
  { "1985-02-2X", "1985-02-20 1985-03-01", "one of the days 20–28 February, in 1985" },
  { "1985-04-3X", "1985-04-30 1985-05-01", "30 April 1985" }, /* there is no other */
  { "1985-04-X1", "1985-04-01 1985-04-22",
    "one of the days 1–21 April, in 1985 (written 1985-04-X1)" },
  { "XXXX-XX-XX", "0000-01-01 +10000-01-01", "some day, in some year" },
  { "XXXX-1X-XX", "0000-10-01 +10000-01-01", "some day in October–December, in some year" },
  { "XXXX-02-29", "0000-02-29 9996-03-01", "29 February, in some year" },
  { "-XXX0-02-29", "-9980-02-29 -0020-03-01",
    "29 February, in one of the years 9991 BCE–11 BCE (written -XXX0-02-29)" },
  { "190X-24", "1900-12-01 1910-03-01", "winter, in the 1900s" },
  { "19XX-30", "1900-12-01 2000-03-01",
    "summer, in one of the years 1900–1999 (southern hemisphere)" },
};

static const Accepted part_signs[] = {
  { "?2004~", "2004-01-01 2005-01-01", "about 2004 (uncertain)" },
  { "~2004-06~", "2004-06-01 2004-07-01", "about June 2004" },
  { "~2004-?06", "2004-06-01 2004-07-01", "June 2004 (approximate: year; uncertain: month)" },
  { "?2004-06-11~", "2004-06-11 2004-06-12", "about 11 June 2004 (uncertain: year)" },
  { "?2004-?06-%11", "2004-06-11 2004-06-12", "11 June 2004 (uncertain; approximate: day)" },
  { "2004-~06-~11", "2004-06-11 2004-06-12", "11 June 2004 (approximate: day and month)" },
  { "~2004-06-~11", "2004-06-11 2004-06-12", "11 June 2004 (approximate: day and year)" },
  { "2004-XX?-11", "2004-01-11 2004-12-12",
    "day 11 of some month, in 2004 (uncertain: month and year)" },
  { "%156X-12", "1560-12-01 1570-01-01",
    "December, in the 1560s (approximate and uncertain: year)" },
  { "?2004-06/~2004-07", "2004-06-01 2004-07-01 2004-07-01 2004-08-01",
    "June 2004 (uncertain: year) to July 2004 (approximate: year)" },
};

/* In level 1 any end can be empty or "..", and nothing forbids it for both ends: an interval of
 * which nothing is known is as true as one of which little is known. */
static const Accepted intervals[] = {
  { "2026-04-27/2030", "2026-04-27 2026-04-28 2030-01-01 2031-01-01", "27 April 2026 to 2030" },
  { "2030/2030", "2030-01-01 2031-01-01 2030-01-01 2031-01-01", "2030 to 2030" },
  { "2030-06/2030", "2030-06-01 2030-07-01 2030-01-01 2031-01-01", "June 2030 to 2030" },
  { "2030?/2031%", "2030-01-01 2031-01-01 2031-01-01 2032-01-01",
    "2030 (uncertain) to about 2031 (uncertain)" },
  { "20XX/2105-33", "2000-01-01 2100-01-01 2105-01-01 2105-04-01",
    "one of the years 2000–2099 to the first quarter of 2105" },
  { "2004/201X", "2004-01-01 2005-01-01 2010-01-01 2020-01-01", "2004 to the 2010s" },
  { "201X/2010", "2010-01-01 2020-01-01 2010-01-01 2011-01-01", "the 2010s to 2010" },
  { "/", "-inf +inf -inf +inf", "beginning not known, end not known" },
  { "../..", "-inf -inf +inf +inf", "no beginning published, no end published" },
  { "../", "-inf -inf -inf +inf", "no beginning published, end not known" },
  { "/..", "-inf +inf +inf +inf", "beginning not known, no end published" },
};

static const Accepted times[] = {
  { "2026-04-27T00:00:00", "2026-04-27 2026-04-27T00:00:01Z", "27 April 2026, 00:00:00" },
  { "2026-04-27T09:30:00Z", "2026-04-27T09:30:00Z 2026-04-27T09:30:01Z",
    "27 April 2026, 09:30:00 UTC" },
  { "2026-01-01T00:30:00+02:00", "2025-12-31T22:30:00Z 2025-12-31T22:30:01Z",
    "1 January 2026, 00:30:00 UTC+02:00" },
  { "2026-12-31T23:59:59-00:30", "2027-01-01T00:29:59Z 2027-01-01T00:30:00Z",
    "31 December 2026, 23:59:59 UTC-00:30" },
  { "2026-04-27T12:00:00+00", "2026-04-27T12:00:00Z 2026-04-27T12:00:01Z",
    "27 April 2026, 12:00:00 UTC+00" },
  { "-0044-03-15T12:00:00Z", "-0044-03-15T12:00:00Z -0044-03-15T12:00:01Z",
    "15 March 45 BCE, 12:00:00 UTC" },
};

static char *
describe_bounds (const MpSpan *span)
{
  const MpInstant bounds[] = { span->start.earliest, span->start.after, span->end.earliest,
                               span->end.after };
  GString *string = g_string_new (NULL);

  for (int i = 0; i < (span->is_interval ? 4 : 2); i++) {
    g_autofree char *iso = mp_instant_to_iso (bounds[i]);

    g_string_append_printf (string, i == 0 ? "%s" : " %s", iso);
  }
  return g_string_free (string, FALSE);
}

static void
assert_accepted (const Accepted *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *bounds = NULL;
    g_autofree char *words = NULL;
    MpSpan span;

    mp_span_parse (rows[i].text, -1, &span, NULL, &error);
    g_assert_no_error (error);
    bounds = describe_bounds (&span);
    words = mp_span_words (&span);
    g_assert_cmpstr (bounds, ==, rows[i].bounds);
    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

#define ACCEPTED_TEST(name, rows)                                                                  \
  static void name (void)                                                                          \
  {                                                                                                \
    assert_accepted (rows, G_N_ELEMENTS (rows));                                                   \
  }

ACCEPTED_TEST (test_seasons, seasons)
ACCEPTED_TEST (test_years, early_and_late_years)
ACCEPTED_TEST (test_significant_digits, significant_digits)
ACCEPTED_TEST (test_unspecified_digits, unspecified_digits)
ACCEPTED_TEST (test_part_signs, part_signs)
ACCEPTED_TEST (test_intervals, intervals)
ACCEPTED_TEST (test_times, times)

static void
test_precision (void)
{
  static const struct {
    const char *text;
    MpPrecision precision;
  } rows[] = {
    { "XXXX", MP_PRECISION_MILLENNIUM },
    { "2XXX", MP_PRECISION_MILLENNIUM },
    { "XXXX-12-25", MP_PRECISION_MILLENNIUM },
    { "X999", MP_PRECISION_MILLENNIUM },
    { "1950S1", MP_PRECISION_MILLENNIUM },
    { "Y17E8S2", MP_PRECISION_MILLENNIUM },
    { "Y17XXX", MP_PRECISION_MILLENNIUM },
    { "20XX", MP_PRECISION_CENTURY },
    { "20X6-12-25", MP_PRECISION_CENTURY },
    { "1950S2", MP_PRECISION_CENTURY },
    { "Y170XX", MP_PRECISION_CENTURY },
    { "201X", MP_PRECISION_DECADE },
    { "201X-04-XX", MP_PRECISION_DECADE },
    { "1950S3", MP_PRECISION_DECADE },
    { "2026", MP_PRECISION_YEAR },
    { "1950S4", MP_PRECISION_YEAR },
    { "Y17E8", MP_PRECISION_YEAR },
    { "2026-1X", MP_PRECISION_YEAR },
    { "2026-X5-12", MP_PRECISION_YEAR },
    { "2026-XX-12", MP_PRECISION_YEAR },
    { "2026-XX", MP_PRECISION_YEAR },
    { "2026-XX-XX", MP_PRECISION_YEAR },
    { "Y20260", MP_PRECISION_YEAR },
    { "2026-21", MP_PRECISION_SEASON },
    { "2026-41", MP_PRECISION_SEASON },
    { "2026-04", MP_PRECISION_MONTH },
    { "2026-04-1X", MP_PRECISION_MONTH },
    { "[2026-04,2026-04-27]", MP_PRECISION_MONTH },
    { "[..2026-04-27,2026-04]", MP_PRECISION_MONTH },
    { "2026-04-XX", MP_PRECISION_MONTH },
    { "2026-04-27", MP_PRECISION_DAY },
    { "2026-04-27T09:30:00", MP_PRECISION_SECOND },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MpDate date;

    g_assert_true (mp_date_parse (rows[i].text, -1, &date, NULL, NULL));
    g_assert_cmpint (date.precision, ==, rows[i].precision);
    g_assert_cmpint (date.kind, ==, MP_DATE_KNOWN);
  }
}

static void
test_signs (void)
{
  const MpDateParts year = MP_DATE_PART_YEAR;
  const MpDateParts month = MP_DATE_PART_MONTH;
  const MpDateParts day = MP_DATE_PART_DAY;
  const struct {
    const char *text;
    MpDateParts approximate;
    MpDateParts uncertain;
  } rows[] = {
    { "2030", 0, 0 },
    { "2030?", 0, year },
    { "2030~", year, 0 },
    { "2030%", year, year },
    { "Y17E8~", year, 0 },
    { "2030-04-27?", 0, year | month | day },
    { "2030-04~-27", year | month, 0 },
    { "2030?-04-27", 0, year },
    { "2030-%04-27", month, month },
    { "?2030-04-~27", day, year },
    { "2030-33~", year | month, 0 },
    { "2030?-04-27~", year | month | day, year },
    { "[2030-?04,2030-04-~27]", day, month },
    { "{2030~..2031?}", year, year },
    { "[..2030~]", year, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MpDate date;

    g_assert_true (mp_date_parse (rows[i].text, -1, &date, NULL, NULL));
    g_assert_cmpint (date.approximate, ==, rows[i].approximate);
    g_assert_cmpint (date.uncertain, ==, rows[i].uncertain);
  }
}

static void
test_words_of_ends (void)
{
  g_autofree char *no_start = NULL;
  g_autofree char *no_end = NULL;
  g_autofree char *unknown = NULL;
  MpSpan span;

  g_assert_true (mp_span_parse ("../..", -1, &span, NULL, NULL));
  no_start = mp_date_words (&span.start);
  no_end = mp_date_words (&span.end);
  g_assert_true (mp_span_parse ("2026/", -1, &span, NULL, NULL));
  unknown = mp_date_words (&span.end);

  g_assert_cmpstr (no_start, ==, "no beginning published");
  g_assert_cmpstr (no_end, ==, "no end published");
  g_assert_cmpstr (unknown, ==, "not known");
}

/* A date alone is both ends, and mp_date_parse () knows neither intervals nor open dates. */
static void
test_one_date (void)
{
  gsize where = 0;
  MpSpan span;
  MpDate date;

  g_assert_true (mp_span_parse ("2026~", -1, &span, NULL, NULL));
  g_assert_false (span.is_interval);
  g_assert_true (mp_date_parse ("2026~", -1, &date, NULL, NULL));
  g_assert_cmpmem (&span.start, sizeof date, &date, sizeof date);
  g_assert_cmpmem (&span.end, sizeof date, &date, sizeof date);
  g_assert_false (mp_date_parse ("2026/2027", -1, &date, &where, NULL));
  g_assert_cmpuint (where, ==, 4);
}

static void
test_failure_leaves_result (void)
{
  MpSpan span;
  MpSpan before;

  memset (&span, 0x5a, sizeof span);
  before = span;
  g_assert_false (mp_span_parse ("2026/2025", -1, &span, NULL, NULL));
  g_assert_false (mp_date_parse ("2026-13", -1, &span.start, NULL, NULL));
  g_assert_cmpmem (&span, sizeof span, &before, sizeof before);
}

/* The text ends where length says, whatever follows. A NUL before that is a character. */
static void
test_length_is_given (void)
{
  g_autoptr (GError) error = NULL;
  gsize where;
  MpDate date;

  g_assert_true (mp_date_parse ("2026-04-27", 7, &date, NULL, NULL));
  g_assert_cmpstr (date.text, ==, "2026-04");
  g_assert_false (mp_date_parse ("2026\0-04", 8, &date, &where, &error));
  g_assert_cmpuint (where, ==, 4);
  g_assert_cmpstr (error->message, ==, "the date should end before U+0000");
  g_clear_error (&error);
  g_assert_false (mp_date_parse ("\0", 1, &date, &where, &error));
  g_assert_cmpuint (where, ==, 0);
  g_assert_nonnull (strstr (error->message, "a date starts with a year"));
}

/* The words follow LC_TIME, where such a locale is installed. */
static void
test_month_names_are_local (void)
{
  g_autofree char *words = NULL;
  MpDate date;

  if (setlocale (LC_TIME, "de_DE.UTF-8") == NULL) {
    g_test_skip ("the locale de_DE.UTF-8 is not installed");
    return;
  }
  g_assert_true (mp_date_parse ("2026-10-28", -1, &date, NULL, NULL));
  words = mp_date_words (&date);
  setlocale (LC_TIME, "C");
  g_assert_cmpstr (words, ==, "28 Oktober 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/seasons", test_seasons);
  g_test_add_func ("/date/early-and-late-years", test_years);
  g_test_add_func ("/date/significant-digits", test_significant_digits);
  g_test_add_func ("/date/unspecified-digits", test_unspecified_digits);
  g_test_add_func ("/date/part-signs", test_part_signs);
  g_test_add_func ("/date/intervals", test_intervals);
  g_test_add_func ("/date/times", test_times);
  g_test_add_func ("/date/precision", test_precision);
  g_test_add_func ("/date/signs", test_signs);
  g_test_add_func ("/date/one-date", test_one_date);
  g_test_add_func ("/date/words-of-ends", test_words_of_ends);
  g_test_add_func ("/date/month-names-are-local", test_month_names_are_local);
  g_test_add_func ("/date/failure-leaves-result", test_failure_leaves_result);
  g_test_add_func ("/date/length-is-given", test_length_is_given);

  return g_test_run ();
}
