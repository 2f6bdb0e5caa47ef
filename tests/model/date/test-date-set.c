/* test-date-set.c: sets of dates and their members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date.h"

#include <string.h>

/* The members as "1667; 1670 to 1672; .. to 1984": the texts of their dates. */
static char *
describe_members (const MpDate *date)
{
  GString *list = g_string_new (NULL);
  MpSpan member;

  for (gsize at = 0; mp_date_next_member (date, &at, &member);) {
    g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", member.start.text);
    if (member.is_interval)
      g_string_append_printf (list, " to %s", member.end.text);
    else
      g_assert_cmpmem (&member.end, sizeof member.end, &member.start, sizeof member.start);
  }
  return g_string_free (list, FALSE);
}

static void
test_members (void)
{
  static const struct {
    const char *text;
    MpDateSet set;
    guint n_members;
    const char *members;
  } rows[] = {
    { "1984", MP_DATE_SET_NONE, 1, "1984" },
    { "1984-XX~", MP_DATE_SET_NONE, 1, "1984-XX~" },
    { "1984-04-12T09:30:00Z", MP_DATE_SET_NONE, 1, "1984-04-12T09:30:00Z" },
    { "[1984]", MP_DATE_SET_ONE_OF, 1, "1984" },
    { "{1984}", MP_DATE_SET_ALL_OF, 1, "1984" },
    { "[1667,1668,1670..1672]", MP_DATE_SET_ONE_OF, 3, "1667; 1668; 1670 to 1672" },
    { "{1667,1668,1670..1672}", MP_DATE_SET_ALL_OF, 3, "1667; 1668; 1670 to 1672" },
    { "[..1984]", MP_DATE_SET_ONE_OF, 1, ".. to 1984" },
    { "{1984-06..}", MP_DATE_SET_ALL_OF, 1, "1984-06 to .." },
    { "[..1984,1990,2000..]", MP_DATE_SET_ONE_OF, 3, ".. to 1984; 1990; 2000 to .." },
    { "[1672,1667]", MP_DATE_SET_ONE_OF, 2, "1672; 1667" },
    { "[1667,1667]", MP_DATE_SET_ONE_OF, 2, "1667; 1667" },
    { "[1667..1667]", MP_DATE_SET_ONE_OF, 1, "1667 to 1667" },
    { "[1667, 1668, 1670..1672]", MP_DATE_SET_ONE_OF, 3, "1667; 1668; 1670 to 1672" },
    { "{1667,  1668}", MP_DATE_SET_ALL_OF, 2, "1667; 1668" },
    { "[1760-01, 1760-02, 1760-12..]", MP_DATE_SET_ONE_OF, 3, "1760-01; 1760-02; 1760-12 to .." },
    { "{?1667-%12,Y17E8,166X,1950S2}", MP_DATE_SET_ALL_OF, 4, "?1667-%12; Y17E8; 166X; 1950S2" },
    { "[2001-33..2001-36]", MP_DATE_SET_ONE_OF, 1, "2001-33 to 2001-36" },
    { "[2004-06-01~..2004-06-20?]", MP_DATE_SET_ONE_OF, 1, "2004-06-01~ to 2004-06-20?" },
    { "{Y-17E7..Y17E8}", MP_DATE_SET_ALL_OF, 1, "Y-17E7 to Y17E8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *members = NULL;
    MpDate date;

    mp_date_parse (rows[i].text, -1, &date, NULL, &error);
    g_assert_no_error (error);
    members = describe_members (&date);
    g_assert_cmpstr (members, ==, rows[i].members);
    g_assert_cmpstr (date.text, ==, rows[i].text);
    g_assert_cmpint (date.kind, ==, MP_DATE_KNOWN);
    g_assert_cmpint (date.set, ==, rows[i].set);
    g_assert_cmpuint (date.n_members, ==, rows[i].n_members);
  }
}

/* An end that a range does not have is open, with the bounds that it would have in an interval. */
static void
test_open_members (void)
{
  MpSpan interval;
  MpSpan member;
  MpDate date;
  gsize at = 0;

  g_assert_true (mp_date_parse ("[..1984,1990..]", -1, &date, NULL, NULL));
  g_assert_cmpint (date.earliest, ==, MP_INSTANT_MIN);
  g_assert_cmpint (date.after, ==, MP_INSTANT_MAX);

  g_assert_true (mp_date_next_member (&date, &at, &member));
  g_assert_true (mp_span_parse ("../1984", -1, &interval, NULL, NULL));
  g_assert_cmpmem (&member.start, sizeof member.start, &interval.start, sizeof interval.start);
  g_assert_cmpmem (&member.end, sizeof member.end, &interval.end, sizeof interval.end);

  g_assert_true (mp_date_next_member (&date, &at, &member));
  g_assert_true (mp_span_parse ("1990/..", -1, &interval, NULL, NULL));
  g_assert_cmpmem (&member.start, sizeof member.start, &interval.start, sizeof interval.start);
  g_assert_cmpmem (&member.end, sizeof member.end, &interval.end, sizeof interval.end);

  g_assert_false (mp_date_next_member (&date, &at, &member));
  g_assert_false (mp_date_next_member (&date, &at, &member));
}

/* An unknown or open end of an interval is its own only member. */
static void
test_ends_of_intervals (void)
{
  MpSpan member;
  MpSpan span;

  g_assert_true (mp_span_parse ("../", -1, &span, NULL, NULL));
  for (int i = 0; i < 2; i++) {
    const MpDate *date = i == 0 ? &span.start : &span.end;
    gsize at = 0;

    g_assert_cmpuint (date->n_members, ==, 1);
    g_assert_true (mp_date_next_member (date, &at, &member));
    g_assert_cmpmem (&member.start, sizeof member.start, date, sizeof *date);
    g_assert_false (member.is_interval);
    g_assert_false (mp_date_next_member (date, &at, &member));
  }
}

static void
test_words (void)
{
  static const struct {
    const char *text;
    const char *words;
  } rows[] = {
    { "[1984]", "1984" },
    { "{1984~}", "about 1984" },
    { "[1670..1672]", "one of: 1670 to 1672" },
    { "{1670..1672}", "all of: 1670 to 1672" },
    { "[1984-06-11..]", "11 June 1984 or later" },
    { "{1984-06-11..}", "11 June 1984 and all after it" },
    { "{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}",
      "all of: 31 December 1983 and all before it, 10 October 1984 to 1 November 1984, "
      "5 November 1984 and all after it" },
    { "[1667?,1668-~12]", "one of: 1667 (uncertain), December 1668 (approximate: month)" },
    { "[2001-33,2001-XX]", "one of: the first quarter of 2001, some month in 2001" },
    { "[..2001-24]", "winter 2001–2002 or earlier" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *words = NULL;
    MpDate date;

    g_assert_true (mp_date_parse (rows[i].text, -1, &date, NULL, NULL));
    words = mp_date_words (&date);
    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

/* A set alone is both ends of a span, as a date alone is. */
static void
test_set_is_a_span (void)
{
  MpSpan span;
  MpDate date;

  g_assert_true (mp_date_parse ("[1667,1668]", -1, &date, NULL, NULL));
  g_assert_true (mp_span_parse ("[1667,1668]", -1, &span, NULL, NULL));
  g_assert_false (span.is_interval);
  g_assert_cmpmem (&span.start, sizeof span.start, &date, sizeof date);
  g_assert_cmpmem (&span.end, sizeof span.end, &date, sizeof date);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-set/members", test_members);
  g_test_add_func ("/date-set/open-members", test_open_members);
  g_test_add_func ("/date-set/ends-of-intervals", test_ends_of_intervals);
  g_test_add_func ("/date-set/words", test_words);
  g_test_add_func ("/date-set/is-a-span", test_set_is_a_span);

  return g_test_run ();
}
