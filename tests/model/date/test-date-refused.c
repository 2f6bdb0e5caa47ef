/* test-date-refused.c: texts that are no dates: where they go wrong, and what is said about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-date-support.h"

typedef struct {
  const char *text;
  MpDateError code;
  gsize where;
  const char *message; /* a part of it */
} Refused;

#define SYNTAX MP_DATE_ERROR_SYNTAX
#define RANGE MP_DATE_ERROR_RANGE
#define ORDER MP_DATE_ERROR_ORDER

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
  { "2026-X", SYNTAX, 6, "a month needs two digits" },
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
  { "2001-21-05", SYNTAX, 7, "part of a year has no day" },
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
  { "2026-42", RANGE, 5, "month 42 is not 01 to 12, nor 21 to 41 for a part of the year" },
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
  { "?2026-04-27T09:30:00", SYNTAX, 11, "a whole day before it, without signs" },
  { "2026-~04-27T09:30:00", SYNTAX, 11, "a whole day before it, without signs" },
  { "2026-04-27%T09:30:00", SYNTAX, 11, "a whole day before it, without signs" },
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

static const Refused refused_long_years[] = {
  { "Y17E", SYNTAX, 4, "\"E\" needs a number" },
  { "Y17E0", SYNTAX, 4, "\"E\" needs a number" },
  { "Y17E08", SYNTAX, 4, "\"E\" needs a number" },
  { "Y17E-8", SYNTAX, 4, "\"E\" needs a number" },
  { "Y17EX", SYNTAX, 4, "\"E\" needs a number" },
  { "YE8", SYNTAX, 1, "more than four digits, or an exponent" },
  { "Y0E8", SYNTAX, 1, "does not start with 0" },
  { "Y1XE8", SYNTAX, 3, "a year with an exponent has no unspecified digits" },
  { "Y17E8-01", SYNTAX, 5, "has no month" },
  { "Y17e8", SYNTAX, 3, "more than four digits, or an exponent" },
  { "17E8", SYNTAX, 2, "a year needs four digits" },
  { "1700E8", SYNTAX, 4, "the date should end before \"E\"" },
  { "Y1950S2", SYNTAX, 5, "more than four digits" },
  { "Y?17000", SYNTAX, 1, "more than four digits" },
  { "Y2E11", RANGE, 1, "a year goes up to 100000000000" },
  { "Y-1E12", RANGE, 2, "a year goes up to 100000000000" },
  { "Y1E99999999999999999999", RANGE, 1, "a year goes up to 100000000000" },
  { "YXXXXXXXXXXXX", RANGE, 1, "a year goes up to 100000000000" },
  { "Y10000000000X", RANGE, 1, "a year goes up to 100000000000" },
};

static const Refused refused_significant_digits[] = {
  { "1950S", SYNTAX, 5, "\"S\" needs the number of significant digits" },
  { "1950S0", SYNTAX, 5, "\"S\" needs the number of significant digits" },
  { "1950SX", SYNTAX, 5, "\"S\" needs the number of significant digits" },
  { "1950S-2", SYNTAX, 5, "\"S\" needs the number of significant digits" },
  { "195XS2", SYNTAX, 4, "either unspecified digits or a number of significant ones" },
  { "1950S2-05", SYNTAX, 6, "has no month" },
  { "1950S2~-05", SYNTAX, 7, "has no month" },
  { "1950?S2", SYNTAX, 5, "the date should end before \"S\"" },
  { "1950-05S2", SYNTAX, 7, "the date should end before \"S\"" },
  { "Y1E11S1", RANGE, 6, "a year goes up to 100000000000" },
};

static const Refused refused_signs[] = {
  { "?", SYNTAX, 1, "a date starts with a year" },
  { "?~2004", SYNTAX, 1, "one sign is enough" },
  { "2004-?~06", SYNTAX, 6, "one sign is enough" },
  { "2004-06?~-11", SYNTAX, 8, "one sign is enough" },
  { "2004-06-11%?", SYNTAX, 11, "one sign is enough" },
  { "-?2004", SYNTAX, 1, "a year needs four digits" },
  { "200?4", SYNTAX, 3, "a year needs four digits" },
  { "2004-0?6", SYNTAX, 6, "a month needs two digits" },
  { "2004-06-1~1", SYNTAX, 9, "a day needs two digits" },
  { "2004-06?11", SYNTAX, 8, "the date should end before \"1\"" },
  { "2004-06-~", SYNTAX, 9, "a day needs two digits" },
  { "2011-23~-05", SYNTAX, 8, "part of a year has no day" },
};

static const Refused refused_unspecified_digits[] = {
  { "XX", SYNTAX, 2, "a year needs four digits" },
  { "X", SYNTAX, 1, "a year needs four digits" },
  { "x984", SYNTAX, 0, "a date starts with a year" },
  { "1984-xx", SYNTAX, 5, "a month needs two digits" },
  { "1984X", SYNTAX, 4, "a year has four digits" },
  { "1984-2X", RANGE, 5, "month 2X is not 01 to 12" },
  { "1984-9X", RANGE, 5, "month 9X is not 01 to 12" },
  { "1984-00-XX", RANGE, 5, "month 00 is not 01 to 12" },
  { "1984-12-4X", RANGE, 8, "day 4X is not 01 to 31" },
  { "1984-02-3X", RANGE, 8, "no month that this can be has a day 3X" },
  { "XXXX-02-30", RANGE, 8, "no month that this can be has a day 30" },
  { "19X1-02-29", RANGE, 8, "no month that this can be has a day 29" },
  { "1900-X4-31", RANGE, 8, "no month that this can be has a day 31" },
  { "156X-1X-1XT00:00:00", SYNTAX, 10, "a time needs a whole day before it" },
};

static const Refused refused_sets[] = {
  { "[", SYNTAX, 1, "a date starts with a year" },
  { "[]", SYNTAX, 1, "a set has one date or more" },
  { "{}", SYNTAX, 1, "a set has one date or more" },
  { "[..]", SYNTAX, 3, "a date starts with a year" },
  { "[1984", SYNTAX, 5, "a set goes on with \",\" or ends with \"]\"" },
  { "[1984}", SYNTAX, 5, "a set goes on with \",\" or ends with \"]\"" },
  { "{1984]", SYNTAX, 5, "a set goes on with \",\" or ends with \"}\"" },
  { "[1984;1985]", SYNTAX, 5, "a set goes on with \",\" or ends with \"]\"" },
  { "[1984.1985]", SYNTAX, 5, "a set goes on with \",\" or ends with \"]\"" },
  { "[1984..1985..1986]", SYNTAX, 11, "a set goes on with \",\" or ends with \"]\"" },
  { "[..1984..]", SYNTAX, 7, "a set goes on with \",\" or ends with \"]\"" },
  { "[1984,]", SYNTAX, 6, "a date starts with a year" },
  { "[,1984]", SYNTAX, 1, "a date starts with a year" },
  { "[1984 ,1985]", SYNTAX, 5, "a set goes on with \",\" or ends with \"]\"" },
  { "[1984, ]", SYNTAX, 7, "a date starts with a year" },
  { "[1984,\t1985]", SYNTAX, 6, "a date starts with a year" },
  { "[ 1984]", SYNTAX, 1, "a date starts with a year" },
  { "[1984]]", SYNTAX, 6, "the date should end before \"]\"" },
  { "[1984]~", SYNTAX, 6, "signs stand with the dates of a set" },
  { "~[1984]", SYNTAX, 1, "a set stands alone" },
  { "[[1984]]", SYNTAX, 1, "a set stands alone" },
  { "[1984]/1985", SYNTAX, 6, "a set stands alone" },
  { "1984/[1985]", SYNTAX, 5, "a set stands alone" },
  { "[1984/1985]", SYNTAX, 5, "a range of dates in it is written as 1670..1672" },
  { "[1984-01-01T09:30:00]", SYNTAX, 11, "without a time of day" },
  { "[1984T09:30:00]", SYNTAX, 5, "without a time of day" },
  { "[1984,..1990]", SYNTAX, 6, "only the first date of a set can have \"..\" before it" },
  { "[1984..,1990]", SYNTAX, 7, "only the last date of a set can have \"..\" after it" },
  { "[...1984]", SYNTAX, 3, "\"..\" stands alone" },
  { "[1984-13]", RANGE, 6, "month 13 is not 01 to 12" },
  { "[1984,1985-02-29]", RANGE, 14, "there is no 29 February 1985" },
};

static const Refused refused_ranges[] = {
  { "[1985..1984]", ORDER, 7, "the range ends in 1984, before it starts in 1985" },
  { "[1985-02-02..1985-02-01]", ORDER, 13, "ends in 1985-02-01" },
  { "[2001-23..2001-21]", ORDER, 10, "ends in 2001-21" },
  { "[1984..1985-01]", SYNTAX, 7, "both ends of a range are years, or months" },
  { "[1984-01..1985]", SYNTAX, 10, "both ends of a range are years, or months" },
  { "[2001-21..2002-33]", SYNTAX, 10, "parts of a year of one kind" },
  { "[2001-21..2002-25]", SYNTAX, 10, "parts of a year of one kind" },
  { "[2001-01..2002-33]", SYNTAX, 10, "parts of a year of one kind" },
  { "[156X..1580]", SYNTAX, 4, "neither unspecified digits" },
  { "[1560..158X]", SYNTAX, 10, "neither unspecified digits" },
  { "[..1950S2]", SYNTAX, 7, "nor a number of significant ones" },
  { "[1950S2..]", SYNTAX, 5, "nor a number of significant ones" },
};

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
    /* The text is printed too, so that a failure shows its row. */
    expected = g_strdup_printf ("%s: %" G_GSIZE_FORMAT, rows[i].text, rows[i].where);
    found = g_strdup_printf ("%s: %" G_GSIZE_FORMAT, rows[i].text, where);
    g_assert_cmpstr (found, ==, expected);
    if (strstr (error->message, rows[i].message) == NULL)
      g_assert_cmpstr (error->message, ==, rows[i].message);
  }
}

#define REFUSED_TEST(name, rows)                                                                   \
  static void name (void)                                                                          \
  {                                                                                                \
    assert_refused (rows, G_N_ELEMENTS (rows));                                                    \
  }

REFUSED_TEST (test_forms, refused_forms)
REFUSED_TEST (test_values, refused_values)
REFUSED_TEST (test_times, refused_times)
REFUSED_TEST (test_intervals, refused_intervals)
REFUSED_TEST (test_long_years, refused_long_years)
REFUSED_TEST (test_significant_digits, refused_significant_digits)
REFUSED_TEST (test_signs, refused_signs)
REFUSED_TEST (test_unspecified_digits, refused_unspecified_digits)
REFUSED_TEST (test_sets, refused_sets)
REFUSED_TEST (test_ranges, refused_ranges)

/* A set with as many bytes as a date can have, with one more, and with many more. */
static void
test_longest_set (void)
{
  g_autoptr (GString) set = g_string_new ("[1984-01-01");
  g_autoptr (GError) error = NULL;
  gsize where = 0;
  MpDate date;

  /* Members of five bytes, the last ones of six. */
  while ((MP_DATE_MAX_LENGTH - 1 - set->len) % 5 != 0)
    g_string_append (set, ",1984~");
  while (set->len < MP_DATE_MAX_LENGTH - 1)
    g_string_append (set, ",1984");
  g_string_append_c (set, ']');
  mp_date_parse (set->str, -1, &date, &where, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (date.text, ==, set->str);
  g_string_insert (set, 1, "?");
  for (int i = 0; i < 2; i++) {
    g_assert_false (mp_date_parse (set->str, -1, &date, &where, &error));
    g_assert_error (error, MP_DATE_ERROR, MP_DATE_ERROR_RANGE);
    g_assert_cmpuint (where, ==, MP_DATE_MAX_LENGTH - 1);
    assert_message (error);
    g_clear_error (&error);
    for (int j = 0; j < 1000; j++)
      g_string_insert (set, 1, "1984,");
  }
}

static void
test_long_texts (void)
{
  static const struct {
    char first;
    char fill;
    gsize where;
  } rows[] = { { '2', '0', 4 }, { 'Y', '9', 1 }, { '/', '/', 1 },
               { 'X', 'X', 4 }, { ' ', ' ', 0 }, { '2', '\xff', 1 },
               { '[', ',', 1 }, { '?', '?', 1 }, { 'Y', 'X', 1 } };
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-refused/forms", test_forms);
  g_test_add_func ("/date-refused/values", test_values);
  g_test_add_func ("/date-refused/times", test_times);
  g_test_add_func ("/date-refused/intervals", test_intervals);
  g_test_add_func ("/date-refused/long-years", test_long_years);
  g_test_add_func ("/date-refused/significant-digits", test_significant_digits);
  g_test_add_func ("/date-refused/signs", test_signs);
  g_test_add_func ("/date-refused/unspecified-digits", test_unspecified_digits);
  g_test_add_func ("/date-refused/sets", test_sets);
  g_test_add_func ("/date-refused/ranges", test_ranges);
  g_test_add_func ("/date-refused/longest-set", test_longest_set);
  g_test_add_func ("/date-refused/long-texts", test_long_texts);

  return g_test_run ();
}
