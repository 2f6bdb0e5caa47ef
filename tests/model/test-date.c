/* test-date.c: EDTF levels 0 and 1, bounds, words, refusals and the calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date.h"

#include <locale.h>
#include <string.h>

#define N_RANDOM 20000

typedef struct {
  const char *text;
  const char *bounds; /* earliest and after: of the date, or of start and end */
  const char *words;
} Accepted;

typedef struct {
  const char *text;
  MpDateError code;
  gsize where;
  const char *message; /* a part of it */
} Refused;

#define SYNTAX MP_DATE_ERROR_SYNTAX
#define RANGE MP_DATE_ERROR_RANGE
#define ORDER MP_DATE_ERROR_ORDER
#define LEVEL_2 "belongs to EDTF level 2, which Milepost does not read"

/* The examples of the specification of 2019, in its order. */
static const Accepted level_0[] = {
  { "1985-04-12", "1985-04-12 1985-04-13", "12 April 1985" },
  { "1985-04", "1985-04-01 1985-05-01", "April 1985" },
  { "1985", "1985-01-01 1986-01-01", "1985" },
  { "1985-04-12T23:20:30", "1985-04-12T23:20:30Z 1985-04-12T23:20:31Z", "12 April 1985, 23:20:30" },
  { "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z 1985-04-12T23:20:31Z",
    "12 April 1985, 23:20:30 UTC" },
  { "1985-04-12T23:20:30-04", "1985-04-13T03:20:30Z 1985-04-13T03:20:31Z",
    "12 April 1985, 23:20:30 UTC-04" },
  { "1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z 1985-04-12T18:50:31Z",
    "12 April 1985, 23:20:30 UTC+04:30" },
  { "1964/2008", "1964-01-01 1965-01-01 2008-01-01 2009-01-01", "1964 to 2008" },
  { "2004-06/2006-08", "2004-06-01 2004-07-01 2006-08-01 2006-09-01", "June 2004 to August 2006" },
  { "2004-02-01/2005-02-08", "2004-02-01 2004-02-02 2005-02-08 2005-02-09",
    "1 February 2004 to 8 February 2005" },
  { "2004-02-01/2005-02", "2004-02-01 2004-02-02 2005-02-01 2005-03-01",
    "1 February 2004 to February 2005" },
  { "2004-02-01/2005", "2004-02-01 2004-02-02 2005-01-01 2006-01-01", "1 February 2004 to 2005" },
  { "2005/2006-02", "2005-01-01 2006-01-01 2006-02-01 2006-03-01", "2005 to February 2006" },
};

static const Accepted level_1[] = {
  { "Y170000002", "+170000002-01-01 +170000003-01-01", "170000002" },
  { "Y-170000002", "-170000002-01-01 -170000001-01-01", "170000003 BCE" },
  { "2001-21", "2001-03-01 2001-06-01", "spring 2001" },
  { "1984?", "1984-01-01 1985-01-01", "1984 (uncertain)" },
  { "2004-06~", "2004-06-01 2004-07-01", "about June 2004" },
  { "2004-06-11%", "2004-06-11 2004-06-12", "about 11 June 2004 (uncertain)" },
  { "201X", "2010-01-01 2020-01-01", "the 2010s" },
  { "20XX", "2000-01-01 2100-01-01", "2000 to 2099" },
  { "2004-XX", "2004-01-01 2005-01-01", "some month in 2004" },
  { "1985-04-XX", "1985-04-01 1985-05-01", "some day in April 1985" },
  { "1985-XX-XX", "1985-01-01 1986-01-01", "some day in 1985" },
  { "1985-04-12/..", "1985-04-12 1985-04-13 +inf +inf", "since 12 April 1985, no end published" },
  { "1985-04/..", "1985-04-01 1985-05-01 +inf +inf", "since April 1985, no end published" },
  { "1985/..", "1985-01-01 1986-01-01 +inf +inf", "since 1985, no end published" },
  { "../1985-04-12", "-inf -inf 1985-04-12 1985-04-13", "until 12 April 1985, no start" },
  { "../1985-04", "-inf -inf 1985-04-01 1985-05-01", "until April 1985, no start" },
  { "../1985", "-inf -inf 1985-01-01 1986-01-01", "until 1985, no start" },
  { "1985-04-12/", "1985-04-12 1985-04-13 -inf +inf", "from 12 April 1985, end not known" },
  { "1985-04/", "1985-04-01 1985-05-01 -inf +inf", "from April 1985, end not known" },
  { "1985/", "1985-01-01 1986-01-01 -inf +inf", "from 1985, end not known" },
  { "/1985-04-12", "-inf +inf 1985-04-12 1985-04-13", "until 12 April 1985, start not published" },
  { "/1985-04", "-inf +inf 1985-04-01 1985-05-01", "until April 1985, start not published" },
  { "/1985", "-inf +inf 1985-01-01 1986-01-01", "until 1985, start not published" },
  { "-1985", "-1985-01-01 -1984-01-01", "1986 BCE" },
};

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

static const Accepted unspecified_digits[] = {
  { "00XX", "0000-01-01 0100-01-01", "1 BCE to 99 CE" },
  { "004X", "0040-01-01 0050-01-01", "40 CE to 49 CE" },
  { "100X", "1000-01-01 1010-01-01", "the 1000s" },
  { "-019X", "-0199-01-01 -0189-01-01", "200 BCE to 191 BCE" },
  { "-000X", "-0009-01-01 0000-01-01", "10 BCE to 2 BCE" }, /* there is no -0000 */
  { "-00XX", "-0099-01-01 0000-01-01", "100 BCE to 2 BCE" },
  { "201X?", "2010-01-01 2020-01-01", "the 2010s (uncertain)" },
  { "2000-02-XX", "2000-02-01 2000-03-01", "some day in February 2000" },
  { "2026-XX-XX~", "2026-01-01 2027-01-01", "about some day in 2026" },
};

/* Level 1 lets any end be empty or "..", and does not except both: an interval of which nothing is
 * known is as true as one of which little is. */
static const Accepted intervals[] = {
  { "2026-04-27/2030", "2026-04-27 2026-04-28 2030-01-01 2031-01-01", "27 April 2026 to 2030" },
  { "2030/2030", "2030-01-01 2031-01-01 2030-01-01 2031-01-01", "2030 to 2030" },
  { "2030-06/2030", "2030-06-01 2030-07-01 2030-01-01 2031-01-01", "June 2030 to 2030" },
  { "2030?/2031%", "2030-01-01 2031-01-01 2031-01-01 2032-01-01",
    "2030 (uncertain) to about 2031 (uncertain)" },
  { "/", "-inf +inf -inf +inf", "start not published, end not known" },
  { "../..", "-inf -inf +inf +inf", "no start, no end published" },
  { "../", "-inf -inf -inf +inf", "no start, end not known" },
  { "/..", "-inf +inf +inf +inf", "start not published, no end published" },
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

static const Refused refused_forms[] = {
  { "", SYNTAX, 0, "a date starts with a year" },
  { " 2026", SYNTAX, 0, "a date starts with a year" },
  { "2026 ", SYNTAX, 4, "the date should end before \" \"" },
  { "2026\n", SYNTAX, 4, "the date should end before U+000A" },
  { "+2026", SYNTAX, 0, "a date starts with a year" },
  { "y17000", SYNTAX, 0, "a date starts with a year" },
  { "unknown", SYNTAX, 0, "a date starts with a year" },
  { "٢٠٢٦", SYNTAX, 0, "a date starts with a year" },
  { "26-04-27", SYNTAX, 2, "a year needs four digits" },
  { "202", SYNTAX, 3, "a year needs four digits" },
  { "-", SYNTAX, 1, "a year needs four digits" },
  { "--1985", SYNTAX, 1, "a year needs four digits" },
  { "201x", SYNTAX, 3, "a year needs four digits" },
  { "20260427", SYNTAX, 4, "a year has four digits" },
  { "12026", SYNTAX, 4, "\"Y\" before it" },
  { "2026-", SYNTAX, 5, "a month needs two digits" },
  { "2026-4-27", SYNTAX, 6, "a month needs two digits" },
  { "2026-X", SYNTAX, 5, "a month needs two digits" },
  { "2026-04-", SYNTAX, 8, "a day needs two digits" },
  { "2026-04-1", SYNTAX, 9, "a day needs two digits" },
  { "2026-04-2a", SYNTAX, 9, "a day needs two digits" },
  { "2026-04-270", SYNTAX, 10, "the date should end before \"0\"" },
  { "2026-04-27-", SYNTAX, 10, "the date should end before \"-\"" },
  { "2026-04\xc3\xa9", SYNTAX, 7, "the date should end before \"é\"" },
  { "2026-04\xe2\x80\x8b", SYNTAX, 7, "the date should end before U+200B" },
  { "2026-04\xcc\x81", SYNTAX, 7, "the date should end before U+0301" },
  { "2026-04\xff", SYNTAX, 7, "the date should end before byte 0xFF" },
  { "2026-04\xe2\x80", SYNTAX, 7, "the date should end before byte 0xE2" },
  { "2001-21-05", SYNTAX, 7, "a season has no day" },
  { "2004?~", SYNTAX, 5, "\"?\" and \"~\" together are \"%\"" },
  { "Y", SYNTAX, 1, "more than four digits" },
  { "Y2026", SYNTAX, 5, "more than four digits" },
  { "Y-2026", SYNTAX, 6, "more than four digits" },
  { "Y012345", SYNTAX, 1, "does not start with 0" },
  { "Y17000-01", SYNTAX, 6, "has no month" },
  { "Y+17000", SYNTAX, 1, "more than four digits" },
  { "..", SYNTAX, 0, "at one end of an interval" },
};

static const Refused refused_values[] = {
  { "2026-00", RANGE, 5, "month 00 is not 01 to 12" },
  { "2026-13", RANGE, 5, "month 13 is not 01 to 12" },
  { "2026-20", RANGE, 5, "month 20 is not 01 to 12" },
  { "2026-42", RANGE, 5, "month 42 is not 01 to 12" },
  { "2026-04-00", RANGE, 8, "day 00 is not 01 to 31" },
  { "2026-04-32", RANGE, 8, "day 32 is not 01 to 31" },
  { "2026-02-30", RANGE, 8, "there is no 30 February 2026" },
  { "2026-04-31", RANGE, 8, "there is no 31 April 2026" },
  { "2026-02-29", RANGE, 8, "there is no 29 February 2026" },
  { "1900-02-29", RANGE, 8, "there is no 29 February 1900" },
  { "-0001-02-29", RANGE, 9, "there is no 29 February 2 BCE" },
  { "-0000", RANGE, 0, "there is no year -0000" },
  { "Y100000000001", RANGE, 1, "a year goes up to 100000000000" },
  { "Y-999999999999999999999999999", RANGE, 2, "a year goes up to 100000000000" },
};

static const Refused refused_times[] = {
  { "2026T09:30:00", SYNTAX, 4, "a time needs a whole day before it" },
  { "2026-04T09:30:00", SYNTAX, 7, "a time needs a whole day before it" },
  { "2026-04-XXT09:30:00", SYNTAX, 10, "a time needs a whole day before it" },
  { "2026-04-27t09:30:00", SYNTAX, 10, "the date should end before \"t\"" },
  { "2026-04-27T", SYNTAX, 11, "an hour needs two digits" },
  { "2026-04-27T9:30:00", SYNTAX, 12, "an hour needs two digits" },
  { "2026-04-27T09", SYNTAX, 13, "hours, minutes and seconds" },
  { "2026-04-27T09:3", SYNTAX, 15, "a minute needs two digits" },
  { "2026-04-27T09:30", SYNTAX, 16, "hours, minutes and seconds" },
  { "2026-04-27T093000", SYNTAX, 13, "hours, minutes and seconds" },
  { "2026-04-27T09:30:0", SYNTAX, 18, "a second needs two digits" },
  { "2026-04-27T09:30:00.5", SYNTAX, 19, "the date should end before \".\"" },
  { "2026-04-27T09:30:00z", SYNTAX, 19, "the date should end before \"z\"" },
  { "2026-04-27T09:30:00Z?", SYNTAX, 20, "a date with a time takes no" },
  { "2026-04-27T09:30:00+2", SYNTAX, 21, "an hour needs two digits" },
  { "2026-04-27T09:30:00+02:", SYNTAX, 23, "a minute needs two digits" },
  { "2026-04-27T09:30:00+0200", SYNTAX, 22, "the date should end before \"0\"" },
  { "2026-04-27T09:30:00-00:00", SYNTAX, 19, "an offset of nothing" },
  { "2026-04-27T24:00:00", RANGE, 11, "an hour is 00 to 23" },
  { "2026-04-27T09:60:00", RANGE, 14, "a minute is 00 to 59" },
  { "2016-12-31T23:59:60Z", RANGE, 17, "leap seconds are not read" },
  { "2026-04-27T09:30:00+24:00", RANGE, 20, "an hour is 00 to 23" },
  { "2026-04-27T09:30:00-02:60", RANGE, 23, "a minute is 00 to 59" },
};

static const Refused refused_intervals[] = {
  { "2030/2026", ORDER, 5, "the interval ends in 2026, before it starts in 2030" },
  { "2026-04-28/2026-04-27", ORDER, 11, "ends in 2026-04-27, before it starts in 2026-04-28" },
  { "2030-06/2030-01~", ORDER, 8, "before it starts" },
  { "2025/2026/2027", SYNTAX, 9, "one date is expected here, without \"/\"" },
  { "//", SYNTAX, 1, "a date starts with a year" },
  { "2026/...", SYNTAX, 5, "stands alone" },
  { "2026/..2027", SYNTAX, 5, "stands alone" },
  { "2026../2027", SYNTAX, 4, "the date should end before \".\"" },
  { "2026/open", SYNTAX, 5, "a date starts with a year" },
  { "2026/P1Y", SYNTAX, 5, "a date starts with a year" },
  { "2026/ 2027", SYNTAX, 5, "a date starts with a year" },
  { "2026-13/x", RANGE, 5, "month 13" },
  { "2026/2026-02-30", RANGE, 13, "there is no 30 February 2026" },
  { "2026-04-27T09:30:00Z/2030", SYNTAX, 10, "without a time of day" },
  { "2026/2027-04-27T09:30:00Z", SYNTAX, 15, "without a time of day" },
};

/* The examples of level 2, and others of its kinds. */
static const Refused refused_level_2[] = {
  { "Y-17E7", SYNTAX, 4, "a year with an exponent " LEVEL_2 },
  { "1950S2", SYNTAX, 4, "a number of significant digits " LEVEL_2 },
  { "Y171010000S3", SYNTAX, 10, "a number of significant digits " LEVEL_2 },
  { "Y3388E2S3", SYNTAX, 5, "a year with an exponent " LEVEL_2 },
  { "2001-25", SYNTAX, 5, LEVEL_2 },
  { "2001-34", SYNTAX, 5, "numbered 25 to 41 " LEVEL_2 },
  { "2001-41", SYNTAX, 5, LEVEL_2 },
  { "[1667,1668,1670..1672]", SYNTAX, 0, "a set of dates " LEVEL_2 },
  { "[..1760-12-03]", SYNTAX, 0, LEVEL_2 },
  { "{1960,1961-12}", SYNTAX, 0, LEVEL_2 },
  { "2004-06~-11", SYNTAX, 8, "on a part of a date " LEVEL_2 },
  { "2004?-06-11", SYNTAX, 5, LEVEL_2 },
  { "?2004-06-~11", SYNTAX, 0, LEVEL_2 },
  { "2004-%06-11", SYNTAX, 5, LEVEL_2 },
  { "156X-12-25", SYNTAX, 4, "an unspecified digit here " LEVEL_2 },
  { "15XX-12-25", SYNTAX, 4, LEVEL_2 },
  { "XXXX-12-XX", SYNTAX, 0, LEVEL_2 },
  { "XXXX", SYNTAX, 0, LEVEL_2 }, /* level 1 leaves one or two digits of a year */
  { "2XXX", SYNTAX, 1, LEVEL_2 },
  { "1XXX-XX", SYNTAX, 1, LEVEL_2 },
  { "20X6", SYNTAX, 2, LEVEL_2 },
  { "Y1700X", SYNTAX, 5, LEVEL_2 },
  { "1984-1X", SYNTAX, 6, LEVEL_2 },
  { "1984-X1", SYNTAX, 5, LEVEL_2 },
  { "1984-XX-12", SYNTAX, 8, LEVEL_2 },
  { "1984-12-3X", SYNTAX, 9, LEVEL_2 },
  { "2004-06-~01/2004-06-~20", SYNTAX, 8, LEVEL_2 },
  { "2004-06-XX/2004-07-03", SYNTAX, 8, LEVEL_2 },
  { "2004/201X", SYNTAX, 8, LEVEL_2 },
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

/* What holds for every message: it can be printed, on one line, and is a sentence of ours. */
static void
assert_message (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strpbrk (error->message, "\n\r\t\x1b"));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static void
assert_refused (const Refused *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *expected = NULL;
    g_autofree char *found = NULL;
    gsize where = G_MAXSIZE;
    MpSpan span;

    g_assert_false (mp_span_parse (rows[i].text, -1, &span, &where, &error));
    g_assert_error (error, MP_DATE_ERROR, (int) rows[i].code);
    assert_message (error);
    /* The text comes along so that a failure names its row. */
    expected = g_strdup_printf ("%s: %" G_GSIZE_FORMAT, rows[i].text, rows[i].where);
    found = g_strdup_printf ("%s: %" G_GSIZE_FORMAT, rows[i].text, where);
    g_assert_cmpstr (found, ==, expected);
    if (strstr (error->message, rows[i].message) == NULL)
      g_assert_cmpstr (error->message, ==, rows[i].message);
  }
}

#define TABLE_TEST(name, check, rows)                                                              \
  static void name (void)                                                                          \
  {                                                                                                \
    check (rows, G_N_ELEMENTS (rows));                                                             \
  }

TABLE_TEST (test_level_0, assert_accepted, level_0)
TABLE_TEST (test_level_1, assert_accepted, level_1)
TABLE_TEST (test_seasons, assert_accepted, seasons)
TABLE_TEST (test_years, assert_accepted, early_and_late_years)
TABLE_TEST (test_unspecified_digits, assert_accepted, unspecified_digits)
TABLE_TEST (test_intervals, assert_accepted, intervals)
TABLE_TEST (test_times, assert_accepted, times)
TABLE_TEST (test_refused_forms, assert_refused, refused_forms)
TABLE_TEST (test_refused_values, assert_refused, refused_values)
TABLE_TEST (test_refused_times, assert_refused, refused_times)
TABLE_TEST (test_refused_intervals, assert_refused, refused_intervals)
TABLE_TEST (test_refused_level_2, assert_refused, refused_level_2)

static void
test_precision (void)
{
  static const struct {
    const char *text;
    MpPrecision precision;
  } rows[] = {
    { "20XX", MP_PRECISION_CENTURY },
    { "201X", MP_PRECISION_DECADE },
    { "2026", MP_PRECISION_YEAR },
    { "2026-XX", MP_PRECISION_YEAR },
    { "2026-XX-XX", MP_PRECISION_YEAR },
    { "Y20260", MP_PRECISION_YEAR },
    { "2026-21", MP_PRECISION_SEASON },
    { "2026-04", MP_PRECISION_MONTH },
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
  static const struct {
    const char *text;
    gboolean approximate;
    gboolean uncertain;
  } rows[] = {
    { "2030", FALSE, FALSE },
    { "2030?", FALSE, TRUE },
    { "2030~", TRUE, FALSE },
    { "2030%", TRUE, TRUE },
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

  g_assert_cmpstr (no_start, ==, "no start");
  g_assert_cmpstr (no_end, ==, "no end published");
  g_assert_cmpstr (unknown, ==, "not published");
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

/* The text ends where its length says, whatever follows; a NUL before that is a character. */
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

static void
test_long_texts (void)
{
  static const struct {
    char first;
    char fill;
    gsize where;
  } rows[] = { { '2', '0', 4 }, { 'Y', '9', 1 }, { '/', '/', 1 },
               { 'X', 'X', 0 }, { ' ', ' ', 0 }, { '2', '\xff', 1 } };
  const gsize length = 1 << 20;
  g_autofree char *text = g_malloc (length);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gsize where;
    MpSpan span;

    memset (text, rows[i].fill, length);
    text[0] = rows[i].first;
    g_assert_false (mp_span_parse (text, (gssize) length, &span, &where, &error));
    g_assert_cmpuint (where, ==, rows[i].where);
    assert_message (error);
  }
}

/* A day that a program can count without the calendar under test. */
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

/* Ends that no date reaches, but that a careless caller may. */
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

/* Writes a date of any form, with a sign or without. */
static char *
random_date_text (gboolean in_interval)
{
  const char *sign = (const char *[]) { "", "", "?", "~", "%" }[g_test_rand_int_range (0, 5)];
  const char *minus = g_test_rand_int_range (0, 4) == 0 ? "-" : "";
  int year = g_test_rand_int_range (1, 10000);
  int month = g_test_rand_int_range (1, 13);
  int day = g_test_rand_int_range (1, mp_days_in_month (*minus ? -year : year, month) + 1);
  int time = g_test_rand_int_range (0, (int) MP_SECONDS_PER_DAY);

  switch (g_test_rand_int_range (0, in_interval ? 5 : 12)) {
  case 0:
    return g_strdup_printf ("%s%04d%s", minus, year, sign);
  case 1:
    return g_strdup_printf ("%s%04d-%02d%s", minus, year, month, sign);
  case 2:
    return g_strdup_printf ("%s%04d-%02d-%02d%s", minus, year, month, day, sign);
  case 3:
    return g_strdup_printf ("Y%s%d%04d%s", minus, g_test_rand_int_range (1, 9999999), year, sign);
  case 4:
    return g_strdup_printf ("%s%04d-%d%s", minus, year, g_test_rand_int_range (21, 25), sign);
  case 5:
    return g_strdup_printf ("%s%03dX%s", minus, year / 10, sign);
  case 6:
    return g_strdup_printf ("%s%02dXX%s", minus, year / 100, sign);
  case 7:
    return g_strdup_printf ("%s%04d-XX%s", minus, year, sign);
  case 8:
    return g_strdup_printf ("%s%04d-%02d-XX%s", minus, year, month, sign);
  case 9:
    return g_strdup_printf ("%s%04d-XX-XX%s", minus, year, sign);
  default:
    return g_strdup_printf ("%s%04d-%02d-%02dT%02d:%02d:%02d%s", minus, year, month, day,
                            time / 3600, time / 60 % 60, time % 60,
                            (const char *[]) { "", "Z", "+02", "-11:30" }[time % 4]);
  }
}

static void
test_every_form_keeps_its_text (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_date_text (FALSE);
    g_autofree char *words = NULL;
    g_autoptr (GError) error = NULL;
    MpDate date;

    mp_date_parse (text, -1, &date, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (date.text, ==, text);
    g_assert_cmpint (date.earliest, <, date.after);
    words = mp_date_words (&date);
    g_assert_true (g_utf8_validate (words, -1, NULL) && *words != '\0');
  }
}

static void
test_signs_do_not_widen (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_date_text (TRUE);
    gsize length = strcspn (text, "?~%");
    MpDate with;
    MpDate without;

    g_assert_true (mp_date_parse (text, -1, &with, NULL, NULL));
    g_assert_true (mp_date_parse (text, (gssize) length, &without, NULL, NULL));
    g_assert_cmpint (with.earliest, ==, without.earliest);
    g_assert_cmpint (with.after, ==, without.after);
  }
}

static void
test_intervals_have_an_order (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *start_text = random_date_text (TRUE);
    g_autofree char *end_text = random_date_text (TRUE);
    g_autofree char *text = g_strconcat (start_text, "/", end_text, NULL);
    g_autoptr (GError) error = NULL;
    MpDate start;
    MpDate end;
    MpSpan span;

    g_assert_true (mp_date_parse (start_text, -1, &start, NULL, NULL));
    g_assert_true (mp_date_parse (end_text, -1, &end, NULL, NULL));
    if (mp_span_parse (text, -1, &span, NULL, &error)) {
      g_assert_cmpint (end.after, >, start.earliest);
      g_assert_cmpmem (&span.start, sizeof start, &start, sizeof start);
      g_assert_cmpmem (&span.end, sizeof end, &end, sizeof end);
    } else {
      g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_ORDER);
      g_assert_cmpint (end.after, <=, start.earliest);
    }
  }
}

/* Parses a copy that has no room for one more byte, so that a sanitizer sees any look beyond. */
static void
assert_read_or_refused (const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GError) error = NULL;
  gsize where = G_MAXSIZE;
  MpSpan span;

  if (mp_span_parse (exact != NULL ? exact : "", (gssize) length, &span, &where, &error)) {
    g_autofree char *words = mp_span_words (&span);

    g_assert_no_error (error);
    g_assert_true (g_utf8_validate (words, -1, NULL));
  } else {
    g_assert_true (error != NULL && error->domain == MP_DATE_ERROR);
    g_assert_cmpuint (where, <=, length);
    assert_message (error);
  }
}

static void
test_random_bytes (void)
{
  static const char likely[] = "0123456789012--XXYTZ::++?~%./..[]{}ES \xc3\xa9";

  for (int i = 0; i < N_RANDOM; i++) {
    char bytes[32];
    gsize length = (gsize) g_test_rand_int_range (0, sizeof bytes);

    for (gsize j = 0; j < length; j++)
      bytes[j] = i % 2 == 0 ? likely[g_test_rand_int_range (0, sizeof likely)]
                            : (char) g_test_rand_int_range (0, 256);
    assert_read_or_refused (bytes, length);
  }
}

static void
test_damaged_dates (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autofree char *start = random_date_text (FALSE);
    g_autofree char *text = g_strconcat (start, g_test_rand_bit () ? "/.." : "", NULL);
    gsize length = strlen (text);

    assert_read_or_refused (text, (gsize) g_test_rand_int_range (0, (int) length + 1));
    text[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (0, 256);
    assert_read_or_refused (text, length);
  }
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

  g_test_add_func ("/date/level-0", test_level_0);
  g_test_add_func ("/date/level-1", test_level_1);
  g_test_add_func ("/date/seasons", test_seasons);
  g_test_add_func ("/date/early-and-late-years", test_years);
  g_test_add_func ("/date/unspecified-digits", test_unspecified_digits);
  g_test_add_func ("/date/intervals", test_intervals);
  g_test_add_func ("/date/times", test_times);
  g_test_add_func ("/date/refused/forms", test_refused_forms);
  g_test_add_func ("/date/refused/values", test_refused_values);
  g_test_add_func ("/date/refused/times", test_refused_times);
  g_test_add_func ("/date/refused/intervals", test_refused_intervals);
  g_test_add_func ("/date/refused/level-2", test_refused_level_2);
  g_test_add_func ("/date/precision", test_precision);
  g_test_add_func ("/date/signs", test_signs);
  g_test_add_func ("/date/one-date", test_one_date);
  g_test_add_func ("/date/words-of-ends", test_words_of_ends);
  g_test_add_func ("/date/month-names-are-local", test_month_names_are_local);
  g_test_add_func ("/date/failure-leaves-result", test_failure_leaves_result);
  g_test_add_func ("/date/length-is-given", test_length_is_given);
  g_test_add_func ("/date/long-texts", test_long_texts);
  g_test_add_func ("/date/calendar/four-hundred-years", test_four_hundred_years_of_days);
  g_test_add_func ("/date/calendar/round-trip", test_civil_round_trip);
  g_test_add_func ("/date/calendar/months-carry", test_months_carry);
  g_test_add_func ("/date/calendar/does-not-overflow", test_calendar_does_not_overflow);
  g_test_add_func ("/date/random/every-form-keeps-its-text", test_every_form_keeps_its_text);
  g_test_add_func ("/date/random/signs-do-not-widen", test_signs_do_not_widen);
  g_test_add_func ("/date/random/intervals-have-an-order", test_intervals_have_an_order);
  g_test_add_func ("/date/random/bytes", test_random_bytes);
  g_test_add_func ("/date/random/damaged-dates", test_damaged_dates);

  return g_test_run ();
}
