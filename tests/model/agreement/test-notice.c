/* test-notice.c: by when notice must be given, in days and in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement-builder.h"
#include "mp-notice.h"
#include "mp-test-support.h"

#define DAY MP_SECONDS_PER_DAY

/* A rule, and the span of the one phase that it counts from. */
typedef struct {
  const char *span; /* NULL for a term without phases */
  const char *period;
  const char *opens;
  MpDays days;
  MpRoll roll;
  const char *until;
  const char *what;
  const char *closed; /* days, with commas between */
  const char *ends_early;
} Given;

static MpAgreement *
make (const Given *given)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_auto (GStrv) closed = g_strsplit (given->closed != NULL ? given->closed : "", ",", -1);
  MpSpan span;

  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_notice (builder, given->period, given->opens, given->until, given->what,
                                   given->days, given->roll, MP_CERTAINTY_STATED);
  for (char **day = closed; *day != NULL; day++)
    mp_agreement_builder_add_closed_day (builder, mp_test_instant (*day));
  if (given->span != NULL) {
    g_assert_true (mp_span_parse ("1990/2000-01-01", -1, &span, NULL, NULL));
    mp_agreement_builder_add_phase (
      builder, &(MpNewPhase) { .dates = &span, .span = "1990/2000-01-01", .state = "Earlier" });
    g_assert_true (mp_span_parse (given->span, -1, &span, NULL, NULL));
    mp_agreement_builder_add_phase (builder, &(MpNewPhase) { .dates = &span,
                                                             .span = given->span,
                                                             .state = "State",
                                                             .ends_early = given->ends_early });
  }
  return mp_agreement_builder_end (builder);
}

static void
check_steps (const Given *given, const char *expected)
{
  g_autoptr (MpAgreement) agreement = make (given);
  g_auto (GStrv) steps = mp_notice_steps (agreement, 0);
  g_autofree char *text = g_strjoinv ("\n", steps);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_day (void)
{
  check_steps (
    &(Given) {
      .span = "2020/2027-12-31", .period = "P90D", .roll = MP_ROLL_PRECEDING, .until = "17:00" },
    "The term ends on 31 December 2027.\n"
    "90 days before: 2 October 2027, a Saturday.\n"
    "The business day before: 1 October 2027, a Friday.\n"
    "Notice by 17:00 on that day.");
  check_steps (&(Given) { .span = "2020/2027-12-31",
                          .period = "P90D",
                          .opens = "P180D",
                          .roll = MP_ROLL_FOLLOWING,
                          .what = "to stop renewal" },
               "The term ends on 31 December 2027.\n"
               "90 days before: 2 October 2027, a Saturday.\n"
               "The business day after: 4 October 2027, a Monday.\n"
               "Notice to stop renewal by the end of that day.\n"
               "The window opens 180 days before: 4 July 2027, a Sunday.");
  check_steps (&(Given) { .span = "2020/2027-12-31",
                          .period = "P1D",
                          .days = MP_DAYS_BUSINESS,
                          .closed = "2027-12-30,2027-12-29",
                          .ends_early = "the cap is reached",
                          .what = "to leave",
                          .until = "24:00" },
               "The term ends on 31 December 2027.\n"
               "1 business day before: 28 December 2027, a Tuesday.\n"
               "Notice to leave by 24:00 on that day.\n"
               "This leaves out that it ends earlier if the cap is reached.");
  check_steps (&(Given) { .span = "2020/2028-05-31", .period = "P3M" },
               "The term ends on 31 May 2028.\n"
               "3 months before: 29 February 2028, a Tuesday.\n"
               "Notice by the end of that day.");
  /* Nothing that is counted may be beyond the end. */
  check_steps (&(Given) { .span = "2020/2027-10-03", .period = "P1D", .roll = MP_ROLL_FOLLOWING },
               "The term ends on 3 October 2027.\n"
               "1 day before: 2 October 2027, a Saturday.\n"
               "Notice by the end of that day.");
  check_steps (&(Given) { .span = "2020/2027-12-31~", .period = "P90D" },
               "The end of the term: about 31 December 2027.\n"
               "90 days before: 2 October 2027, a Saturday.\n"
               "Notice by the end of that day.");
}

static void
test_range (void)
{
  check_steps (&(Given) { .span = "2020/2030",
                          .period = "P90D",
                          .opens = "P180D",
                          .roll = MP_ROLL_PRECEDING,
                          .until = "17:00" },
               "The term ends in 2030; the day is not known.\n"
               "90 days before 1 January 2030: 3 October 2029, a Wednesday.\n"
               "90 days before 31 December 2030: 2 October 2030, a Wednesday.\n"
               "Only the earliest is safe.\n"
               "Notice by 17:00 on 3 October 2029.\n"
               "The window opens 180 days before: some day from 5 July 2029 to 4 July 2030.");
  check_steps (&(Given) { .span = "2020/2030-21~", .period = "P1M" },
               "The end of the term: about spring 2030.\n"
               "1 month before 1 March 2030: 1 February 2030, a Friday.\n"
               "1 month before 31 May 2030: 30 April 2030, a Tuesday.\n"
               "Only the earliest is safe.\n"
               "Notice by the end of 1 February 2030.");
}

static void
test_reasons (void)
{
  static const struct {
    const char *span;
    MpNoticeReason reason;
    const char *words;
  } rows[] = {
    { NULL, MP_NOTICE_NO_PHASES,
      "The term has no phases, so there is no end to give notice before" },
    { "2020/..", MP_NOTICE_END_OPEN,
      "No end of the term is published, so there is no day to count back from" },
    { "2020/", MP_NOTICE_END_UNKNOWN,
      "It is not known when the term ends, so the last day for notice is not known either" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (MpAgreement) agreement = make (&(Given) { .span = rows[i].span, .period = "P90D" });
    g_autofree char *words = mp_notice_words (agreement, 0);
    g_auto (GStrv) steps = mp_notice_steps (agreement, 0);
    g_autofree char *sentence = g_strconcat (rows[i].words, ".", NULL);
    MpNoticeDays days;

    g_assert_false (mp_notice_find (agreement, 0, &days));
    g_assert_cmpint (days.reason, ==, rows[i].reason);
    g_assert_cmpstr (words, ==, rows[i].words);
    g_assert_cmpuint (g_strv_length (steps), ==, 1);
    g_assert_cmpstr (steps[0], ==, sentence);
  }
}

/* An end that was counted from another date may be without bound on one side, which a written end
 * cannot. */
static void
test_no_bound (void)
{
  static const char *const texts[] = { "2020/[..2030-01-01]", "2020/[2030-01-01..]" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    MpAgreementBuilder *builder = mp_agreement_builder_new ();
    g_autoptr (MpAgreement) agreement = NULL;
    g_auto (GStrv) steps = NULL;
    g_autofree char *text = NULL;
    MpNoticeDays days;
    MpSpan span;

    g_assert_true (mp_date_parse ("2020", -1, &span.start, NULL, NULL));
    g_assert_true (mp_date_parse (texts[i] + 5, -1, &span.end, NULL, NULL));
    mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
    mp_agreement_builder_add_notice (builder, "P30D", "P60D", NULL, NULL, MP_DAYS_CALENDAR,
                                     MP_ROLL_NONE, MP_CERTAINTY_STATED);
    mp_agreement_builder_add_phase (
      builder, &(MpNewPhase) { .dates = &span, .span = texts[i], .state = "State" });
    agreement = mp_agreement_builder_end (builder);
    steps = mp_notice_steps (agreement, 0);
    text = g_strjoinv ("\n", steps);
    g_assert_cmpint (mp_notice_find (agreement, 0, &days), ==, i == 1);
    if (i == 0) {
      g_assert_cmpint (days.reason, ==, MP_NOTICE_END_ANY);
      g_assert_cmpstr (text, ==,
                       "The term may end on any earlier day, so no day for notice is safe.");
    } else {
      g_assert_cmpint (days.last_safe, ==, mp_test_instant ("2029-12-02"));
      g_assert_cmpint (days.last_possible, ==, MP_INSTANT_MAX);
      g_assert_cmpstr (text, ==,
                       "The end of the term: 1 January 2030 or later.\n"
                       "30 days before 1 January 2030: 2 December 2029, a Sunday.\n"
                       "Only the earliest is safe.\n"
                       "Notice by the end of 2 December 2029.\n"
                       "The window opens 60 days before: on 2 November 2029, or later.");
    }
  }
}

static void
test_answer (void)
{
  g_autoptr (MpAgreement) agreement = make (&(Given) { .span = "2020/2027-12-31",
                                                       .period = "P90D",
                                                       .roll = MP_ROLL_PRECEDING,
                                                       .until = "17:30",
                                                       .what = "to stop renewal" });
  g_autofree char *words = mp_notice_words (agreement, 0);
  MpNoticeDays days;

  g_assert_cmpstr (words, ==, "Notice to stop renewal by 17:30 on 1 October 2027");
  g_assert_true (mp_notice_find (agreement, 0, &days));
  g_assert_cmpint (days.deadline, ==, mp_instant_from_civil (2027, 10, 1, 17, 30, 0));
  g_assert_cmpint (days.opens, ==, MP_INSTANT_MIN);
}

/* --- Against one day after the other ---------------------------------------------------------- */

static gboolean
is_open (MpInstant day, const MpInstant *closed, guint n_closed)
{
  /* 2024-01-01 was a Monday. */
  gint64 days = (day - mp_instant_from_civil (2024, 1, 1, 0, 0, 0)) / DAY;

  for (guint i = 0; i < n_closed; i++) {
    if (closed[i] == day)
      return FALSE;
  }
  return ((days % 7) + 7) % 7 < 5;
}

/* The definition: one day at a time. */
static MpInstant
count_naive (MpInstant end, int n, MpDays days, const MpInstant *closed, guint n_closed)
{
  while (n > 0) {
    end -= DAY;
    if (days == MP_DAYS_CALENDAR || is_open (end, closed, n_closed))
      n--;
  }
  return end;
}

static MpInstant
last_naive (MpInstant end, int n, MpDays days, MpRoll roll, const MpInstant *closed, guint n_closed)
{
  MpInstant day = count_naive (end, n, days, closed, n_closed), moved = day;

  while (roll != MP_ROLL_NONE && !is_open (moved, closed, n_closed))
    moved += roll == MP_ROLL_PRECEDING ? -DAY : DAY;
  return moved > end ? day : moved;
}

static void
test_random (void)
{
  static const char *const ends[] = { "2026",    "2027-04",    "2028-22",    "2026-02-28",
                                      "2027-XX", "2026-12-31", "2027-04-1X", "202X-12-25",
                                      "2029~",   "2026-01-01", "2028-02-29?" };

  for (int i = 0; i < 400; i++) {
    const char *end = ends[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (ends))];
    g_autofree char *span = g_strdup_printf ("2020/%s", end);
    int period = g_test_rand_int_range (1, 130);
    int opens = period + g_test_rand_int_range (1, 90);
    g_autofree char *period_text = g_strdup_printf ("P%dD", period);
    g_autofree char *opens_text = g_strdup_printf ("P%dD", opens);
    g_autoptr (GString) closed_text = g_string_new (NULL);
    MpInstant closed[60];
    guint n_closed = (guint) g_test_rand_int_range (0, 60);
    MpInstant first = MP_INSTANT_MAX, last = MP_INSTANT_MIN;
    MpInstant open_first = MP_INSTANT_MAX, open_last = MP_INSTANT_MIN;
    g_autoptr (MpAgreement) agreement = NULL;
    Given given = { .span = span,
                    .period = period_text,
                    .opens = opens_text,
                    .days = (MpDays) g_test_rand_int_range (0, MP_N_DAYS),
                    .roll = (MpRoll) g_test_rand_int_range (0, MP_N_ROLLS) };
    MpNoticeDays days;
    MpDate date;

    for (guint j = 0; j < n_closed; j++) {
      g_autofree char *iso = NULL;

      /* Not in order, and some of them twice. */
      closed[j] =
        mp_instant_from_civil (2025, 9, 1, 0, 0, 0) + g_test_rand_int_range (0, 900) * DAY;
      iso = mp_instant_to_iso (closed[j]);
      g_string_append_printf (closed_text, "%s%s", j > 0 ? "," : "", iso);
    }
    given.closed = closed_text->str;
    agreement = make (&given);
    g_assert_true (mp_date_parse (end, -1, &date, NULL, NULL));
    for (MpInstant day = date.earliest; day < date.after; day += DAY) {
      MpInstant found = last_naive (day, period, given.days, given.roll, closed, n_closed);
      MpInstant opened = count_naive (day, opens, given.days, closed, n_closed);

      first = MIN (first, found);
      last = MAX (last, found);
      open_first = MIN (open_first, opened);
      open_last = MAX (open_last, opened);
    }
    g_assert_true (mp_notice_find (agreement, 0, &days));
    g_assert_cmpint (days.last_safe, ==, first);
    g_assert_cmpint (days.last_possible, ==, last);
    g_assert_cmpint (days.deadline, ==, first + DAY);
    g_assert_cmpint (days.opens, ==, open_first);
    g_assert_cmpint (days.surely_open, ==, open_last);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/day", test_day);
  g_test_add_func ("/notice/range", test_range);
  g_test_add_func ("/notice/reasons", test_reasons);
  g_test_add_func ("/notice/no-bound", test_no_bound);
  g_test_add_func ("/notice/answer", test_answer);
  g_test_add_func ("/notice/random", test_random);
  return g_test_run ();
}
