/* test-query.c: what holds when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-query.h"

#include "mp-agreement.h"
#include "mp-test-support.h"

#define N_RANDOM 150

#define YES MP_STATUS_IN_FORCE
#define MAYBE MP_STATUS_POSSIBLY
#define NO MP_STATUS_NOT

/* --- One phase -------------------------------------------------------------------------------- */

/* The status of a phase with this span at a time: an instant, or all of a day, a month or a year.
 */
typedef struct {
  const char *span;
  const char *moment;
  MpStatus status;
} Case;

static MpStatus
status_of (const char *span, const char *moment)
{
  g_autofree char *lines = g_strdup_printf ("term t - T\nphase %s stated S", span);
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (GError) error = NULL;
  MpDate date;

  mp_date_parse (moment, -1, &date, NULL, &error);
  g_assert_no_error (error);
  return mp_query_phase_status (agreement, 0, date.earliest, date.after);
}

static void
check_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++) {
    MpStatus status = status_of (cases[i].span, cases[i].moment);

    if (status == cases[i].status)
      continue;
    g_test_message ("%s at %s is %s", cases[i].span, cases[i].moment, mp_status_to_string (status));
    g_test_fail ();
  }
}

static void
test_day_edges (void)
{
  static const Case cases[] = {
    { "2026-04-27/2026-06-10", "2026-04-26T23:59:59", NO },
    { "2026-04-27/2026-06-10", "2026-04-27T00:00:00", MAYBE },
    { "2026-04-27/2026-06-10", "2026-04-27T23:59:59", MAYBE },
    { "2026-04-27/2026-06-10", "2026-04-28T00:00:00", YES },
    { "2026-04-27/2026-06-10", "2026-06-09T23:59:59", YES },
    { "2026-04-27/2026-06-10", "2026-06-10T00:00:00", MAYBE },
    { "2026-04-27/2026-06-10", "2026-06-10T23:59:59", MAYBE },
    { "2026-04-27/2026-06-10", "2026-06-11T00:00:00", NO },
    { "2026-04-27/2026-06-10", "2026-04-26", NO },
    { "2026-04-27/2026-06-10", "2026-04-27", MAYBE },
    { "2026-04-27/2026-06-10", "2026-04-28", YES },
    { "2026-04-27/2026-06-10", "2026-06-09", YES },
    { "2026-04-27/2026-06-10", "2026-06-10", MAYBE },
    { "2026-04-27/2026-06-10", "2026-06-11", NO },
    { "2026-04-27/2026-06-10", "2026-05", YES },
    { "2026-04-27/2026-06-10", "2026-04", MAYBE },
    { "2026-04-27/2026-06-10", "2026-03", NO },
    { "2026-04-27/2026-06-10", "2026", MAYBE },
    { "2026-04-27/2028-06-10", "2027", YES },
    { "2026-04-27/2028-06-10", "2025", NO },
    { "2026-04-27/2028-06-10", "2029", NO },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_month_edges (void)
{
  static const Case cases[] = {
    { "2025-11/2026-02", "2025-10-31", NO },
    { "2025-11/2026-02", "2025-11-01", MAYBE },
    { "2025-11/2026-02", "2025-11-30", MAYBE },
    { "2025-11/2026-02", "2025-12-01", YES },
    { "2025-11/2026-02", "2026-01-31T23:59:59", YES },
    { "2025-11/2026-02", "2026-02-01", MAYBE },
    { "2025-11/2026-02", "2026-02-28", MAYBE },
    { "2025-11/2026-02", "2026-03-01", NO },
    { "2025-11/2026-02", "2026-01", YES },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_year_edges (void)
{
  static const Case cases[] = {
    { "2026-04-27/2030", "2029-12-31T23:59:59", YES },
    { "2026-04-27/2030", "2030-01-01T00:00:00", MAYBE },
    { "2026-04-27/2030", "2030-12-31T23:59:59", MAYBE },
    { "2026-04-27/2030", "2031-01-01T00:00:00", NO },
    { "2026-04-27/2030", "2029", YES },
    { "2026-04-27/2030", "2030", MAYBE },
    { "2026-04-27/2030", "2031", NO },
    { "2020/2030", "2019", NO },
    { "2020/2030", "2020", MAYBE },
    { "2020/2030", "2021", YES },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_season_edges (void)
{
  static const Case cases[] = {
    { "2026-21/2027-23", "2026-02-28", NO },    { "2026-21/2027-23", "2026-03-01", MAYBE },
    { "2026-21/2027-23", "2026-05-31", MAYBE }, { "2026-21/2027-23", "2026-06-01", YES },
    { "2026-21/2027-23", "2027-08-31", YES },   { "2026-21/2027-23", "2027-09-01", MAYBE },
    { "2026-21/2027-23", "2027-12-01", NO },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_open_edges (void)
{
  static const Case cases[] = {
    { "2026-04-27/..", "2026-04-26", NO },    { "2026-04-27/..", "2026-04-27", MAYBE },
    { "2026-04-27/..", "2026-04-28", YES },   { "2026-04-27/..", "9999", YES },
    { "2026-04-27/..", "Y99999999999", YES }, { "../2026-04-27", "Y-99999999999", YES },
    { "../2026-04-27", "2026-04-26", YES },   { "../2026-04-27", "2026-04-27", MAYBE },
    { "../2026-04-27", "2026-04-28", NO },    { "../..", "2026", YES },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_unknown_edges (void)
{
  static const Case cases[] = {
    { "/2026-04-27", "1999", MAYBE },
    { "/2026-04-27", "2026-04-26", MAYBE },
    { "/2026-04-27", "2026-04-28", NO },
    { "2026-04-27/", "2026-04-26", NO },
    { "2026-04-27/", "2026-04-28", MAYBE },
    { "2026-04-27/", "9999", MAYBE },
    { "/..", "2026", MAYBE },
    { "../", "2026", MAYBE },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* "About" does not widen the bounds, which are those of the text. */
static void
test_approximate_edges (void)
{
  static const Case cases[] = {
    { "2026-05~/2030?", "2026-04-30", NO },  { "2026-05~/2030?", "2026-05-01", MAYBE },
    { "2026-05~/2030?", "2026-06-01", YES }, { "2026-05~/2030?", "2029-12-31", YES },
    { "2026-05~/2030?", "2030-06", MAYBE },  { "2026-05~/2030?", "2031-01-01", NO },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* The uncertain parts of start and end overlap: at no instant is it certain. */
static void
test_never_certain (void)
{
  static const Case cases[] = {
    { "2026/2026", "2025", NO },
    { "2026/2026", "2026", MAYBE },
    { "2026/2026", "2026-06-01T12:00:00", MAYBE },
    { "2026/2026", "2027", NO },
    { "2026-04-27/2026-04-27", "2026-04-27", MAYBE },
    { "2026-04-27/2026-04-28", "2026-04-28T00:00:00", MAYBE },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_is_over (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term t - T\n"
                                                         "phase 2020/2030 stated S\n"
                                                         "term u - U\n"
                                                         "phase 2020/ stated S");

  g_assert_false (mp_query_phase_is_over (agreement, 0, mp_test_instant ("2030-06-01")));
  g_assert_false (mp_query_phase_is_over (agreement, 0, mp_test_instant ("2030-12-31T23:59:59")));
  g_assert_true (mp_query_phase_is_over (agreement, 0, mp_test_instant ("2031-01-01")));
  g_assert_false (mp_query_phase_is_over (agreement, 1, mp_test_instant ("9999")));
}

/* --- Terms ------------------------------------------------------------------------------------ */

/* Checks the standing of the first term of an agreement; phases are told by their state. */
static void
check_standing (const char *phases, const char *moment, MpStatus status, const char *state)
{
  g_autofree char *lines = g_strdup_printf ("term t - T\n%s", phases);
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpStanding standing;
  MpDate date;

  g_assert_true (mp_date_parse (moment, -1, &date, NULL, NULL));
  standing = mp_query_standing (agreement, 0, date.earliest, date.after);
  g_assert_cmpstr (mp_status_to_string (standing.status), ==, mp_status_to_string (status));
  if (state == NULL) {
    g_assert_cmpuint (standing.phase, ==, MP_NONE);
    return;
  }
  g_assert_cmpuint (standing.phase, !=, MP_NONE);
  g_assert_cmpstr (
    mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[standing.phase]), ==,
    state);
}

static void
test_strongest_phase (void)
{
  const char *phases = "phase 2019/2024 stated First\n"
                       "phase 2024/2027 stated Second";

  check_standing (phases, "2022", YES, "First");
  check_standing (phases, "2026", YES, "Second");
  check_standing (phases, "2028", NO, "Second");
  check_standing (phases, "2023-12-31T23:59:59", YES, "First");
  check_standing ("phase 2019/ stated First\nphase 2024/2027 stated Second", "2025", YES, "Second");
  check_standing ("phase 2019/2027 stated First\nphase 2024/ stated Second", "2025", YES, "First");
}

static void
test_tie_goes_to_later (void)
{
  const char *phases = "phase 2019-07-22/2026-04-27 stated Before\n"
                       "phase 2026-04-27/.. stated After";

  check_standing (phases, "2026-04-27", MAYBE, "After");
  check_standing (phases, "2026-04-26", YES, "Before");
  check_standing (phases, "2026-04-28", YES, "After");
  /* The file's order does not decide, time does. */
  check_standing ("phase 2026-04-27/.. stated After\n"
                  "phase 2019-07-22/2026-04-27 stated Before",
                  "2026-04-27", MAYBE, "After");
}

static void
test_nearest_phase (void)
{
  const char *phases = "phase 2010/2012 stated First\n"
                       "phase 2014/2016 stated Second\n"
                       "phase 2020/2022 stated Third";

  check_standing (phases, "2009", NO, "First");
  check_standing (phases, "2013", NO, "First");
  check_standing (phases, "2018", NO, "Second");
  check_standing (phases, "2017-01-01T00:00:00", NO, "Second");
  check_standing (phases, "2019-12-31T23:59:59", NO, "Second");
  check_standing (phases, "2023", NO, "Third");
}

static void
test_no_phases (void)
{
  check_standing ("", "2026", NO, NULL);
}

static void
test_count (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A\n"
                                                         "phase 2020/2030 stated S\n"
                                                         "term b - B\n"
                                                         "phase 2020/ stated S\n"
                                                         "term c - C\n"
                                                         "phase 2020/.. stated S\n"
                                                         "term d - D");
  MpInstant from = mp_test_instant ("2026"), until = mp_test_instant ("2027");

  g_assert_cmpuint (mp_query_count (agreement, YES, from, until), ==, 2);
  g_assert_cmpuint (mp_query_count (agreement, MAYBE, from, until), ==, 1);
  g_assert_cmpuint (mp_query_count (agreement, NO, from, until), ==, 1);
}

/* What is known of the end, on any day. */
static void
test_basis (void)
{
  static const struct {
    const char *phase;
    MpBasis basis;
  } cases[] = {
    { "phase 2020/2030", MP_BASIS_STATED_END },
    { "phase 2020/2030~", MP_BASIS_STATED_END },
    { "phase 2020/2030?", MP_BASIS_STATED_END },
    { "phase 2020/..", MP_BASIS_NO_END },
    { "phase 2020/", MP_BASIS_NO_END },
    { "early 2020/2030", MP_BASIS_UNLESS },
    { "early 2020/..", MP_BASIS_UNLESS },
    { "early 2020/", MP_BASIS_UNLESS },
    { "phase ../2030-06-01", MP_BASIS_STATED_END },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf ("term t - T\n%s stated S", cases[i].phase);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

    g_test_message ("%s", cases[i].phase);
    g_assert_cmpint (mp_query_phase_basis (agreement, 0), ==, cases[i].basis);
  }
  g_assert_cmpstr (mp_basis_to_string (MP_BASIS_STATED_END), ==, "stated-end");
  g_assert_cmpstr (mp_basis_to_string (MP_BASIS_NO_END), ==, "no-end");
  g_assert_cmpstr (mp_basis_to_string (MP_BASIS_UNLESS), ==, "unless");
}

/* Every term in force is counted for exactly one basis, and no other term for any. */
static void
test_count_basis (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A\nphase 2020/2030 stated S\n"
                                                         "term b - B\nphase 2020/.. stated S\n"
                                                         "term c - C\nphase 2020/.. stated S\n"
                                                         "term d - D\nearly 2020/2030 stated S\n"
                                                         "term e - E\nearly 2020/2028 stated S\n"
                                                         "term f - F\nphase 2020/2025 stated S\n"
                                                         "term g - G");
  MpInstant from = mp_test_instant ("2028"), until = mp_test_instant ("2029");

  g_assert_cmpuint (mp_query_count_basis (agreement, MP_BASIS_STATED_END, from, until), ==, 1);
  g_assert_cmpuint (mp_query_count_basis (agreement, MP_BASIS_NO_END, from, until), ==, 2);
  g_assert_cmpuint (mp_query_count_basis (agreement, MP_BASIS_UNLESS, from, until), ==, 1);
}

/* Of a stretch that has begun but is not over, the end is not known yet. */
static void
test_is_future (void)
{
  static const struct {
    const char *date;
    gboolean is_future;
  } cases[] = { { "2026-11-22", FALSE }, { "2026-11-23", FALSE }, { "2026-11-24", TRUE },
                { "2026-10", FALSE },    { "2026-11", TRUE },     { "2026", TRUE },
                { "2025", FALSE },       { "2031", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpDate date = mp_test_date (cases[i].date);

    g_assert_cmpint (mp_query_is_future (&date, mp_test_instant ("2026-11-23")), ==,
                     cases[i].is_future);
  }
}

static void
test_status_words (void)
{
  g_assert_cmpstr (mp_status_to_string (YES), ==, "in-force");
  g_assert_cmpstr (mp_status_to_string (MAYBE), ==, "possibly");
  g_assert_cmpstr (mp_status_to_string (NO), ==, "not");
}

/* --- The shipped agreement -------------------------------------------------------------------- */

static MpStatus
shipped_status (const char *term, const char *moment)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate date;

  g_assert_true (mp_date_parse (moment, -1, &date, NULL, NULL));
  return mp_query_standing (agreement, mp_test_term (agreement, term), date.earliest, date.after)
    .status;
}

static void
test_shipped_standing (void)
{
  g_assert_cmpint (shipped_status ("models-and-products", "2031-06-01"), ==, YES);
  g_assert_cmpint (shipped_status ("openai-pays-microsoft", "2031-06-01"), ==, NO);
  g_assert_cmpint (shipped_status ("openai-pays-microsoft", "2030-06-01"), ==, MAYBE);
  g_assert_cmpint (shipped_status ("openai-pays-microsoft", "2029-12-31"), ==, YES);
  g_assert_cmpint (shipped_status ("models-and-products", "2032-06-01"), ==, MAYBE);
  g_assert_cmpint (shipped_status ("microsoft-pays-openai", "2026-11-23"), ==, NO);
}

/* In the month of a change that is known to the month only, either state is equally possible. */
static void
test_shipped_possible (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpDate day = mp_test_date ("2026-05-15");
  g_autoptr (GArray) possible = mp_query_possible_phases (
    agreement, mp_test_term (agreement, "microsoft-stake"), day.earliest, day.after);

  g_assert_cmpuint (possible->len, ==, 2);
  g_assert_cmpstr (
    mp_agreement_text (agreement, phases->state[g_array_index (possible, guint32, 0)]), ==,
    "About 25%");
  g_assert_cmpstr (
    mp_agreement_text (agreement, phases->state[g_array_index (possible, guint32, 1)]), ==,
    "About 27%");
}

/* --- Against a naive computation -------------------------------------------------------------- */

/* The definition for one instant, from the text of the span. */
static MpStatus
naive_at (const MpSpan *span, MpInstant instant)
{
  if (instant >= span->start.after && instant < span->end.earliest)
    return YES;
  if (instant < span->start.earliest || instant >= span->end.after)
    return NO;
  return MAYBE;
}

/* The definition for a stretch of time: the status at every instant within it at which something
 * can change. */
static MpStatus
naive_during (const MpSpan *span, MpInstant from, MpInstant until)
{
  const MpInstant edges[] = { span->start.earliest, span->start.after, span->end.earliest,
                              span->end.after };
  MpStatus status = naive_at (span, from);

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (edges[i] > from && edges[i] < until && naive_at (span, edges[i]) != status)
      return MAYBE;
  return status;
}

static void
check_phase (MpAgreement *agreement, guint32 phase, MpInstant from, MpInstant until)
{
  const char *text = mp_agreement_text (agreement, mp_agreement_phases (agreement)->span[phase]);
  MpStatus status = mp_query_phase_status (agreement, phase, from, until);
  MpSpan span;

  g_assert_true (mp_span_parse (text, -1, &span, NULL, NULL));
  if (status == naive_during (&span, from, until))
    return;
  g_test_message ("%s from %" G_GINT64_FORMAT " until %" G_GINT64_FORMAT " is %s", text, from,
                  until, mp_status_to_string (status));
  g_test_fail ();
}

/* The last phase that has ended or, if none has, the first one to come. */
static guint32
naive_nearest (MpAgreement *agreement, MpRun run, MpInstant from)
{
  guint32 nearest = run.count > 0 ? run.first : MP_NONE;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++)
    if (mp_query_phase_is_over (agreement, phase, from))
      nearest = phase;
  return nearest;
}

/* The strongest status of any phase, and a phase that has it, after which none has. */
static void
check_term (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  MpStanding standing = mp_query_standing (agreement, term, from, until);
  g_autoptr (GArray) possible = mp_query_possible_phases (agreement, term, from, until);
  MpStatus strongest = NO;
  guint32 last = MP_NONE;
  guint n_possible = 0;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    MpStatus status = mp_query_phase_status (agreement, phase, from, until);

    strongest = MAX (strongest, status);
    n_possible += status != NO;
    if (status == strongest && status != NO)
      last = phase;
    check_phase (agreement, phase, from, until);
  }
  g_assert_cmpint (standing.status, ==, strongest);
  g_assert_cmpuint (possible->len, ==, n_possible);
  if (n_possible > 0)
    g_assert_cmpuint (g_array_index (possible, guint32, 0), ==, standing.phase);
  if (strongest != NO)
    g_assert_cmpuint (standing.phase, ==, last);
  else
    g_assert_cmpuint (standing.phase, ==, naive_nearest (agreement, run, from));
}

static void
check_around (MpAgreement *agreement, guint32 term, MpInstant edge)
{
  static const MpInstant lengths[] = {
    1, 2, 3600, MP_SECONDS_PER_DAY, 31 * MP_SECONDS_PER_DAY, 365 * MP_SECONDS_PER_DAY
  };

  if (edge == MP_INSTANT_MIN || edge == MP_INSTANT_MAX)
    return;
  for (gint64 offset = -1; offset <= 1; offset++) {
    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
      check_term (agreement, term, edge + offset, edge + offset + lengths[i]);
      check_term (agreement, term, edge + offset - lengths[i], edge + offset);
    }
  }
}

static void
test_random (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (0);
    const MpPhases *phases = mp_agreement_phases (agreement);

    for (guint32 i = 0; i < phases->length; i++) {
      check_around (agreement, phases->term[i], phases->earliest_start[i]);
      check_around (agreement, phases->term[i], phases->certain_start[i]);
      check_around (agreement, phases->term[i], phases->certain_end[i]);
      check_around (agreement, phases->term[i], phases->latest_end[i]);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/phase/day-edges", test_day_edges);
  g_test_add_func ("/query/phase/month-edges", test_month_edges);
  g_test_add_func ("/query/phase/year-edges", test_year_edges);
  g_test_add_func ("/query/phase/season-edges", test_season_edges);
  g_test_add_func ("/query/phase/open-edges", test_open_edges);
  g_test_add_func ("/query/phase/unknown-edges", test_unknown_edges);
  g_test_add_func ("/query/phase/approximate-edges", test_approximate_edges);
  g_test_add_func ("/query/phase/never-certain", test_never_certain);
  g_test_add_func ("/query/phase/is-over", test_is_over);
  g_test_add_func ("/query/phase/random", test_random);
  g_test_add_func ("/query/term/strongest-phase", test_strongest_phase);
  g_test_add_func ("/query/term/tie-goes-to-later", test_tie_goes_to_later);
  g_test_add_func ("/query/term/nearest-phase", test_nearest_phase);
  g_test_add_func ("/query/term/no-phases", test_no_phases);
  g_test_add_func ("/query/term/count", test_count);
  g_test_add_func ("/query/term/status-words", test_status_words);
  g_test_add_func ("/query/basis", test_basis);
  g_test_add_func ("/query/count-basis", test_count_basis);
  g_test_add_func ("/query/is-future", test_is_future);
  g_test_add_func ("/query/shipped/standing", test_shipped_standing);
  g_test_add_func ("/query/shipped/possible", test_shipped_possible);
  return g_test_run ();
}
