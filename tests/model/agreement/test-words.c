/* test-words.c: facts in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-words.h"

#include "mp-agreement-builder.h"
#include "mp-test-support.h"

#include <string.h>

/* --- Single words ----------------------------------------------------------------------------- */

static void
test_certainty (void)
{
  for (guint i = 0; i < MP_N_CERTAINTIES; i++) {
    g_assert_nonnull (mp_words_certainty ((MpCertainty) i));
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (mp_words_certainty ((MpCertainty) i), !=,
                       mp_words_certainty ((MpCertainty) j));
  }
  g_assert_cmpstr (mp_words_certainty (MP_CERTAINTY_STATED), ==, "Stated by the parties");
  g_assert_cmpstr (mp_words_certainty (MP_CERTAINTY_REPORTED), ==, "Reported by the press");
}

static void
test_source_kind (void)
{
  for (guint i = 0; i < MP_N_SOURCE_KINDS; i++)
    g_assert_nonnull (mp_words_source_kind ((MpSourceKind) i));
  g_assert_cmpstr (mp_words_source_kind (MP_SOURCE_PRIMARY), ==, "primary source");
  g_assert_cmpstr (mp_words_source_kind (MP_SOURCE_PRESS), ==, "press");
}

static void
test_status (void)
{
  g_assert_cmpstr (mp_words_status (MP_STATUS_IN_FORCE), ==, "In force");
  g_assert_cmpstr (mp_words_status (MP_STATUS_POSSIBLY), ==, "Possibly in force");
  g_assert_cmpstr (mp_words_status (MP_STATUS_NOT), ==, "Not in force");
}

/* On a day to come, what is in force has one of three bases, and their words differ. */
static void
test_standing (void)
{
  static const char *const to_come[MP_N_BASES] = {
    "To be in force until later",
    "To be in force, no end published",
    "To be in force unless ended early",
  };

  for (guint basis = 0; basis < MP_N_BASES; basis++) {
    g_assert_cmpstr (mp_words_standing (MP_STATUS_IN_FORCE, basis, TRUE), ==, to_come[basis]);
    g_assert_cmpstr (mp_words_standing (MP_STATUS_IN_FORCE, basis, FALSE), ==, "In force");
    g_assert_cmpstr (mp_words_standing (MP_STATUS_POSSIBLY, basis, TRUE), ==, "Possibly in force");
    g_assert_cmpstr (mp_words_standing (MP_STATUS_NOT, basis, TRUE), ==, "Not in force");
  }
}

static void
test_day (void)
{
  g_autofree char *day = mp_words_day (mp_test_instant ("2026-04-27"));
  g_autofree char *early = mp_words_day (mp_test_instant ("0044-03-15"));

  g_assert_cmpstr (day, ==, "27 April 2026");
  g_assert_cmpstr (early, ==, "15 March 44 CE");
}

/* --- Distances -------------------------------------------------------------------------------- */

static void
check_distance (const char *today, const char *date, const char *expected)
{
  g_autofree char *words = NULL;
  MpDate from;
  MpSpan span;

  g_assert_true (mp_span_parse (date, -1, &span, NULL, NULL));
  from = mp_test_date (today);
  words = mp_words_distance (&from, TRUE, span.start.earliest, span.end.after);
  if (!g_str_equal (words, expected))
    g_test_message ("%s, seen on %s", date, today);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_distance_days (void)
{
  check_distance ("2026-11-23", "2026-11-23", "today");
  check_distance ("2026-11-23", "2026-11-24", "in 1 day");
  check_distance ("2026-11-23", "2026-11-22", "1 day ago");
  check_distance ("2026-11-23", "2026-11-25", "in 2 days");
  check_distance ("2026-11-23", "2026-11-21", "2 days ago");
  check_distance ("2026-11-23", "2027-01-07", "in 45 days");
  check_distance ("2026-11-23", "2026-10-09", "45 days ago");
}

static void
test_distance_months (void)
{
  check_distance ("2026-11-23", "2027-01-08", "in 2 months");
  check_distance ("2026-11-23", "2026-10-08", "2 months ago");
  check_distance ("2026-11-23", "2026-04-27", "7 months ago");
  check_distance ("2026-11-23", "2027-05-23", "in 6 months");
  check_distance ("2026-11-23", "2027-11-23", "in 12 months");
  check_distance ("2026-11-23", "2028-08-23", "in 21 months");
}

static void
test_distance_years (void)
{
  check_distance ("2026-11-23", "2028-11-23", "in 2 years");
  check_distance ("2026-11-23", "2024-11-23", "2 years ago");
  check_distance ("2026-11-23", "2019-07-22", "7 years ago");
  check_distance ("2026-11-23", "0026-11-23", "2000 years ago");
}

/* The distance is no more exact than the date: in months for a month, in years for a year. */
static void
test_distance_of_month (void)
{
  check_distance ("2026-11-23", "2026-12", "in 1 month");
  check_distance ("2026-11-23", "2026-10", "1 month ago");
  check_distance ("2026-11-30", "2026-12", "in 1 month");
  check_distance ("2026-11-23", "2028-02", "in 15 months");
  check_distance ("2026-11-23", "2030-02", "in 3 years");
}

static void
test_distance_of_year (void)
{
  check_distance ("2026-11-23", "2027", "in 1 year");
  check_distance ("2026-12-31", "2027", "in 1 year");
  check_distance ("2026-11-23", "2030", "in 4 years");
  check_distance ("2026-01-01", "2025", "1 year ago");
  check_distance ("2026-11-23", "2019", "7 years ago");
  check_distance ("2026-11-23", "203X", "in 4 years");
  check_distance ("2026-11-23", "Y100000000", "in 99997974 years");
}

static void
test_distance_of_season (void)
{
  check_distance ("2026-11-23", "2026-21", "8 months ago");
  check_distance ("2026-11-23", "2026-22", "5 months ago");
  check_distance ("2026-11-23", "2027-21", "in 4 months");
  check_distance ("2026-11-23", "2026-23", "under way");
}

static void
test_distance_of_stretch (void)
{
  check_distance ("2026-11-23", "2026-11-01/2026-11-10", "22 days ago");
  check_distance ("2026-11-23", "2026-11-25/2026-11-28", "in 2 days");
  check_distance ("2026-11-23", "2026-01-05/2026-11-10", "10 months ago");
}

/* Inside a date there is no distance. */
static void
test_under_way (void)
{
  check_distance ("2026-11-23", "2026", "under way");
  check_distance ("2026-01-01", "2026", "under way");
  check_distance ("2026-12-31", "2026", "under way");
  check_distance ("2026-11-23", "2026-11", "under way");
  check_distance ("2026-11-23", "2026-11-22/2026-11-24", "under way");
}

/* A time of day counts as its day. */
static void
test_distance_of_time (void)
{
  check_distance ("2026-11-23", "2026-11-23T00:00:00", "today");
  check_distance ("2026-11-23", "2026-11-23T09:30:00", "today");
  check_distance ("2026-11-23", "2026-11-23T23:59:59", "today");
  check_distance ("2026-11-23", "2026-11-24T00:00:00", "in 1 day");
  check_distance ("2026-11-23", "2026-11-24T09:30:00", "in 1 day");
  check_distance ("2026-11-23", "2026-11-22T23:59:59", "1 day ago");
  check_distance ("2026-11-23", "2026-11-22T00:00:00", "1 day ago");
}

static void
test_distance_without_bound (void)
{
  check_distance ("2026-11-23", "2024/..", "");
  check_distance ("2026-11-23", "../2024", "");
  check_distance ("2026-11-23", "2030/", "");
  check_distance ("2026-11-23", "../..", "");
}

/* From an as-of date other than today; of a longer one the nearest day counts. */
static void
test_distance_from_other_dates (void)
{
  static const struct {
    const char *from;
    const char *date;
    const char *words;
  } cases[] = {
    { "2030-11-10", "2030", "under way" },      { "2026-05-03", "2026-05-11", "in 8 days" },
    { "2026-05-03", "2026-05-03", "that day" }, { "2026-05-03", "2026-04-27", "6 days ago" },
    { "2028", "2029-01-01", "in 1 day" },       { "2028", "2027-12-31", "1 day ago" },
    { "2028", "2028-06-01", "at that time" },   { "2028", "2028-06", "under way" },
    { "2028", "2030", "in 2 years" },           { "2028", "2019-07-22", "8 years ago" },
    { "2028-04", "2028-06", "in 2 months" },    { "2028-04", "2028-01", "3 months ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpDate from = mp_test_date (cases[i].from), date = mp_test_date (cases[i].date);
    g_autofree char *words = mp_words_distance (&from, FALSE, date.earliest, date.after);

    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

/* Whatever the dates are, the distance is never nothing. */
static void
test_distance_is_never_zero (void)
{
  for (guint n = 0; n < 5000; n++) {
    g_autofree char *words = NULL;
    MpDate from = mp_test_date ("2026-11-23");
    MpInstant day = from.earliest;
    MpInstant earliest = day + g_test_rand_int_range (-500, 500) * (gint64) 3600;
    MpInstant after = earliest + 1 + g_test_rand_int_range (0, 10000) * (gint64) 3600;

    words = mp_words_distance (&from, TRUE, earliest, after);
    g_assert_null (strstr (words, " 0 "));
    g_assert_false (g_str_has_prefix (words, "0 "));
    g_assert_true (g_str_has_suffix (words, "ago") || g_str_has_prefix (words, "in ") ||
                   earliest < day + MP_SECONDS_PER_DAY);
  }
}

/* --- Amounts ---------------------------------------------------------------------------------- */

static void
check_amount (double value, const char *unit, const char *expected)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;
  MpSpan span;

  g_assert_true (mp_span_parse ("2020/2030", -1, &span, NULL, NULL));
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_phase (
    builder, &(MpNewPhase) { .dates = &span, .span = "2020/2030", .state = "State" });
  mp_agreement_builder_add_amount (builder, value, unit, "what", MP_CERTAINTY_STATED);
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_amount (agreement, mp_agreement_amounts (agreement));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_amounts (void)
{
  check_amount (38e9, "USD", "USD 38 billion");
  check_amount (1e9, "USD", "USD 1 billion");
  check_amount (11.9e9, "USD", "USD 11.9 billion");
  check_amount (2.5e12, "USD", "USD 2.5 trillion");
  check_amount (13e6, "EUR", "EUR 13 million");
  check_amount (-4.5e6, "EUR", "EUR -4.5 million");
  check_amount (950000, "EUR", "EUR 950000");
  check_amount (0, "EUR", "EUR 0");
  check_amount (27, "percent", "27 percent");
  check_amount (0.5, "percent", "0.5 percent");
  check_amount (26.79, "percent", "26.79 percent");
  check_amount (7, "years", "7 years");
  check_amount (1.2, "GW", "1.2 GW");
  /* Three letters make a currency only if all are capitals. */
  check_amount (3, "Usd", "3 Usd");
}

/* --- Parties and spans ------------------------------------------------------------------------ */

static void
check_parties (guint32 obligor, guint32 obligee, const char *expected)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;

  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_party (builder, "one", "Bakery", NULL);
  mp_agreement_builder_add_party (builder, "two", "Estates", NULL);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, obligor, obligee);
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_parties (agreement, 0);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_parties (void)
{
  check_parties (0, 1, "Bakery owes this to Estates");
  check_parties (1, 0, "Estates owes this to Bakery");
  check_parties (0, MP_NONE, "Owed by Bakery");
  check_parties (MP_NONE, 0, "Owed to Bakery");
  check_parties (MP_NONE, MP_NONE, NULL);
}

static void
check_phase_span (const char *text, const char *ends_early, const char *expected)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;
  MpSpan span;

  g_assert_true (mp_span_parse (text, -1, &span, NULL, NULL));
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_phase (
    builder,
    &(MpNewPhase) { .dates = &span, .span = text, .state = "State", .ends_early = ends_early });
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_phase_span (agreement, 0);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_phase_end (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *capped = NULL;
  g_autofree char *open = NULL;
  g_autofree char *shorter = NULL;
  MpSpan span;

  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  g_assert_true (mp_span_parse ("2026-04-27/2030", -1, &span, NULL, NULL));
  mp_agreement_builder_add_phase (builder,
                                  &(MpNewPhase) { .dates = &span,
                                                  .span = "2026-04-27/2030",
                                                  .state = "State",
                                                  .ends_early = "the total cap is reached" });
  g_assert_true (mp_span_parse ("2031/..", -1, &span, NULL, NULL));
  mp_agreement_builder_add_phase (
    builder, &(MpNewPhase) { .dates = &span, .span = "2031/..", .state = "State" });
  agreement = mp_agreement_builder_end (builder);
  capped = mp_words_phase_end (agreement, 0);
  open = mp_words_phase_end (agreement, 1);
  g_assert_cmpstr (capped, ==, "2030, or earlier if the total cap is reached");
  g_assert_cmpstr (open, ==, "no end published");
  g_assert_true (mp_date_parse ("2030?", -1, &span.end, NULL, NULL));
  shorter = mp_words_end_or_before (&span.end);
  g_assert_cmpstr (shorter, ==, "2030 (uncertain), or before");
}

/* An end that was counted is a set: the words keep the two ends apart. */
static void
test_counted_span (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;
  MpSpan span;

  g_assert_true (mp_date_parse ("[2023-05-20..2023-06-01]", -1, &span.start, NULL, NULL));
  g_assert_true (mp_date_parse ("2030", -1, &span.end, NULL, NULL));
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_phase (
    builder,
    &(MpNewPhase) { .dates = &span, .span = "[2023-05-20..2023-06-01]/2030", .state = "State" });
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_phase_span (agreement, 0);
  g_assert_cmpstr (words, ==, "start: some day from 20 May 2023 to 1 June 2023; end: 2030");
}

static void
check_derivation (const char *base, const char *by, gboolean before, const char *expected)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;
  MpSpan date;

  g_assert_true (mp_span_parse (base, -1, &date, NULL, NULL));
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_milestone (
    builder, &(MpNewMilestone) {
               .id = "m", .dates = &date, .date = base, .title = "The reset", .importance = 1 });
  mp_agreement_builder_derive (builder, MP_DERIVED_DATE, 0, 0, by, before);
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_derivation (agreement, 0);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_derivation (void)
{
  check_derivation ("2026-04-27", "P90D", FALSE, "90 days after The reset (27 April 2026)");
  check_derivation ("2026-04-27", "P1Y6M", TRUE,
                    "1 year and 6 months before The reset (27 April 2026)");
  check_derivation ("2026~", "P0D", FALSE, "at the time of The reset (about 2026)");
  check_derivation ("2026/2027", "P1D", FALSE, "1 day after the end of The reset (2026 to 2027)");
  check_derivation ("2026/2027", "P1D", TRUE, "1 day before the start of The reset (2026 to 2027)");
  check_derivation ("2026/2027", "P0D", FALSE, "at the end of The reset (2026 to 2027)");
  check_derivation ("2026/2027", "P0D", TRUE, "at the start of The reset (2026 to 2027)");
}

static void
test_phase_span (void)
{
  check_phase_span ("2026-04-27/2030", NULL, "27 April 2026 to 2030");
  check_phase_span ("2026-04-27/2030", "the total cap is reached",
                    "27 April 2026 to 2030, or earlier if the total cap is reached");
  check_phase_span ("2026-04-27/..", NULL, "since 27 April 2026, no end published");
  check_phase_span ("2026-04-27/..", "the shop is sold",
                    "since 27 April 2026, no end published; ends if the shop is sold");
  check_phase_span ("2026-04-27/", "the shop is sold",
                    "from 27 April 2026, end not known; ends if the shop is sold");
  check_phase_span ("/2026-04-27", NULL, "until 27 April 2026, beginning not known");
}

static void
test_one_line (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term t - Selling the API\n"
                                                         "phase 2019/2026-04-27 stated Azure only\n"
                                                         "milestone m 2026-05~ 1 stated t Reset");
  g_autofree char *milestone = mp_words_milestone (agreement, 0);
  g_autofree char *phase = mp_words_phase (agreement, 0);
  g_autofree char *date = mp_words_date (agreement, mp_agreement_milestones (agreement)->date[0]);

  g_assert_cmpstr (milestone, ==, "Reset, about May 2026");
  g_assert_cmpstr (phase, ==, "Selling the API: Azure only, 2019 to 27 April 2026");
  g_assert_cmpstr (date, ==, "about May 2026");
}

/* Every fact of the shipped agreement has words. */
static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate today = mp_test_date (MP_TEST_TODAY);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    g_autofree char *line = mp_words_milestone (agreement, i);
    g_autofree char *distance =
      mp_words_distance (&today, TRUE, milestones->earliest[i], milestones->after[i]);

    g_assert_true (g_utf8_validate (line, -1, NULL));
    g_assert_cmpstr (distance, !=, "");
  }
  for (guint32 i = 0; i < mp_agreement_phases (agreement)->length; i++) {
    g_autofree char *line = mp_words_phase (agreement, i);
    g_autofree char *span = mp_words_phase_span (agreement, i);

    g_assert_null (strchr (span, '/'));
    g_assert_nonnull (strstr (line, ": "));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/phase-end", test_phase_end);
  g_test_add_func ("/words/counted-span", test_counted_span);
  g_test_add_func ("/words/derivation", test_derivation);
  g_test_add_func ("/words/certainty", test_certainty);
  g_test_add_func ("/words/source-kind", test_source_kind);
  g_test_add_func ("/words/status", test_status);
  g_test_add_func ("/words/day", test_day);
  g_test_add_func ("/words/distance/days", test_distance_days);
  g_test_add_func ("/words/distance/months", test_distance_months);
  g_test_add_func ("/words/distance/years", test_distance_years);
  g_test_add_func ("/words/distance/month", test_distance_of_month);
  g_test_add_func ("/words/distance/year", test_distance_of_year);
  g_test_add_func ("/words/distance/season", test_distance_of_season);
  g_test_add_func ("/words/distance/stretch", test_distance_of_stretch);
  g_test_add_func ("/words/distance/under-way", test_under_way);
  g_test_add_func ("/words/distance/other-dates", test_distance_from_other_dates);
  g_test_add_func ("/words/standing", test_standing);
  g_test_add_func ("/words/distance/never-zero", test_distance_is_never_zero);
  g_test_add_func ("/words/distance/time", test_distance_of_time);
  g_test_add_func ("/words/distance/without-bound", test_distance_without_bound);
  g_test_add_func ("/words/amounts", test_amounts);
  g_test_add_func ("/words/parties", test_parties);
  g_test_add_func ("/words/phase-span", test_phase_span);
  g_test_add_func ("/words/one-line", test_one_line);
  g_test_add_func ("/words/shipped", test_shipped);
  return g_test_run ();
}
