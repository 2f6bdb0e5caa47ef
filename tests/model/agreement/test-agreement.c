/* test-agreement.c: what the builder puts in, the agreement gives back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement-builder.h"
#include "mp-agreement.h"
#include "mp-item.h"

#include <string.h>

static MpSpan
span_of (const char *text)
{
  g_autoptr (GError) error = NULL;
  MpSpan span;

  mp_span_parse (text, -1, &span, NULL, &error);
  g_assert_no_error (error);
  return span;
}

static guint32
add_phase (MpAgreementBuilder *builder, const char *text, const char *state)
{
  MpSpan span = span_of (text);

  return mp_agreement_builder_add_phase (
    builder, &(MpNewPhase) { .dates = &span, .span = text, .state = state });
}

static guint32
add_milestone (MpAgreementBuilder *builder, const char *id, const char *text)
{
  MpSpan date = span_of (text);

  return mp_agreement_builder_add_milestone (
    builder, &(MpNewMilestone) {
               .id = id, .dates = &date, .date = text, .title = "Title", .importance = 1 });
}

static void
assert_text (MpAgreement *agreement, MpTextRef ref, const char *expected)
{
  g_assert_cmpstr (mp_agreement_text (agreement, ref), ==, expected);
}

/* The instant at the start of a day. */
static MpInstant
day (gint64 year, int month, int day_of_month)
{
  return mp_instant_from_civil (year, month, day_of_month, 0, 0, 0);
}

static void
test_empty (void)
{
  MpAgreement *agreement = mp_agreement_builder_end (mp_agreement_builder_new ());
  MpInstant earliest = 7;
  MpInstant latest = 7;
  guint n;

  g_assert_cmpstr (mp_agreement_get_title (agreement), ==, "");
  g_assert_cmpstr (mp_agreement_get_summary (agreement), ==, "");
  g_assert_cmpstr (mp_agreement_get_checked (agreement), ==, "");
  assert_text (agreement, 0, "");
  mp_agreement_parties (agreement, &n);
  g_assert_cmpuint (n, ==, 0);
  mp_agreement_topics (agreement, &n);
  g_assert_cmpuint (n, ==, 0);
  mp_agreement_sources (agreement, &n);
  g_assert_cmpuint (n, ==, 0);
  mp_agreement_terms (agreement, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (mp_agreement_phases (agreement)->length, ==, 0);
  g_assert_cmpuint (mp_agreement_milestones (agreement)->length, ==, 0);
  g_assert_cmpuint (mp_agreement_find_term (agreement, ""), ==, MP_NONE);
  g_assert_cmpuint (mp_agreement_find_milestone (agreement, "x"), ==, MP_NONE);
  g_assert_false (mp_agreement_get_extent (agreement, &earliest, &latest));
  g_assert_cmpint (earliest, ==, 7);
  g_assert_cmpint (latest, ==, 7);
  g_assert_finalize_object (agreement);

  /* An agreement that no builder made can be asked as well. */
  agreement = g_object_new (MP_TYPE_AGREEMENT, NULL);
  g_assert_cmpstr (mp_agreement_get_title (agreement), ==, "");
  g_assert_cmpuint (mp_agreement_find_term (agreement, "x"), ==, MP_NONE);
  g_assert_finalize_object (agreement);
}

static void
test_head (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  MpAgreement *agreement;
  const MpParty *parties;
  const MpTopic *topics;
  const MpSource *sources;
  guint n;

  mp_agreement_builder_set_head (builder, "Our lease", "Short", "2026-11-23");
  g_assert_cmpuint (mp_agreement_builder_add_party (builder, "tenant", "Bakery", "Bakes"), ==, 0);
  g_assert_cmpuint (mp_agreement_builder_add_party (builder, "owner", "Estates", NULL), ==, 1);
  g_assert_cmpuint (mp_agreement_builder_add_topic (builder, "rent", "Rent", MP_COLOR_GREEN), ==,
                    0);
  g_assert_cmpuint (mp_agreement_builder_add_source (builder, "lease", "Lease", "Owner", "2021",
                                                     "https://example.com/", "Seen",
                                                     MP_SOURCE_FILING),
                    ==, 0);
  g_assert_cmpuint (mp_agreement_builder_add_source (builder, "news", "News", NULL, NULL, NULL,
                                                     NULL, MP_SOURCE_PRESS),
                    ==, 1);
  agreement = mp_agreement_builder_end (builder);

  g_assert_cmpstr (mp_agreement_get_title (agreement), ==, "Our lease");
  g_assert_cmpstr (mp_agreement_get_summary (agreement), ==, "Short");
  g_assert_cmpstr (mp_agreement_get_checked (agreement), ==, "2026-11-23");

  parties = mp_agreement_parties (agreement, &n);
  g_assert_cmpuint (n, ==, 2);
  assert_text (agreement, parties[0].id, "tenant");
  assert_text (agreement, parties[0].name, "Bakery");
  assert_text (agreement, parties[0].summary, "Bakes");
  assert_text (agreement, parties[1].summary, "");
  g_assert_cmpuint (parties[1].summary, ==, 0);

  topics = mp_agreement_topics (agreement, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_text (agreement, topics[0].id, "rent");
  assert_text (agreement, topics[0].title, "Rent");
  g_assert_cmpint (topics[0].color, ==, MP_COLOR_GREEN);

  sources = mp_agreement_sources (agreement, &n);
  g_assert_cmpuint (n, ==, 2);
  assert_text (agreement, sources[0].id, "lease");
  assert_text (agreement, sources[0].title, "Lease");
  assert_text (agreement, sources[0].publisher, "Owner");
  assert_text (agreement, sources[0].date, "2021");
  assert_text (agreement, sources[0].url, "https://example.com/");
  assert_text (agreement, sources[0].note, "Seen");
  g_assert_cmpint (sources[0].kind, ==, MP_SOURCE_FILING);
  assert_text (agreement, sources[1].url, "");
  g_assert_cmpint (sources[1].kind, ==, MP_SOURCE_PRESS);
  g_assert_finalize_object (agreement);
}

/* Citations and amounts belong to the phase or milestone before them, and stay with it when phases
 * are put in order. */
static void
test_pools (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const MpCitation *citations;
  const MpAmount *amounts;

  mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
  g_assert_cmpuint (add_phase (builder, "2026/2028", "late"), ==, 0);
  mp_agreement_builder_cite (builder, 1, "page 1");
  mp_agreement_builder_cite (builder, 2, NULL);
  mp_agreement_builder_add_amount (builder, 5.5, "percent", "rise", MP_CERTAINTY_REPORTED);
  mp_agreement_builder_cite (builder, 3, "page 3");
  mp_agreement_builder_add_amount (builder, -1e9, "USD", "cap", MP_CERTAINTY_CLAIMED);
  g_assert_cmpuint (add_phase (builder, "2024/2026", "early"), ==, 1);
  mp_agreement_builder_cite (builder, 4, NULL);
  g_assert_cmpuint (add_milestone (builder, "m", "2026-04-27"), ==, 0);
  mp_agreement_builder_add_change (builder, 1);
  mp_agreement_builder_add_change (builder, 0);
  mp_agreement_builder_cite (builder, 5, NULL);
  mp_agreement_builder_add_amount (builder, 2, "EUR", "fee", MP_CERTAINTY_STATED);
  mp_agreement_builder_cite (builder, 6, NULL);
  mp_agreement_builder_cite (builder, 7, NULL);
  agreement = mp_agreement_builder_end (builder);

  phases = mp_agreement_phases (agreement);
  citations = mp_agreement_citations (agreement);
  amounts = mp_agreement_amounts (agreement);
  g_assert_cmpuint (phases->length, ==, 2);
  assert_text (agreement, phases->state[0], "early");
  g_assert_cmpuint (phases->citations[0].count, ==, 1);
  g_assert_cmpuint (citations[phases->citations[0].first].source, ==, 4);
  g_assert_cmpuint (phases->amounts[0].count, ==, 0);

  assert_text (agreement, phases->state[1], "late");
  g_assert_cmpuint (phases->citations[1].count, ==, 2);
  g_assert_cmpuint (citations[phases->citations[1].first].source, ==, 1);
  assert_text (agreement, citations[phases->citations[1].first].at, "page 1");
  g_assert_cmpuint (citations[phases->citations[1].first + 1].source, ==, 2);
  assert_text (agreement, citations[phases->citations[1].first + 1].at, "");
  g_assert_cmpuint (phases->amounts[1].count, ==, 2);
  amounts += phases->amounts[1].first;
  g_assert_cmpfloat (amounts[0].value, ==, 5.5);
  assert_text (agreement, amounts[0].unit, "percent");
  assert_text (agreement, amounts[0].what, "rise");
  g_assert_cmpint (amounts[0].certainty, ==, MP_CERTAINTY_REPORTED);
  g_assert_cmpuint (amounts[0].citations.count, ==, 1);
  g_assert_cmpuint (citations[amounts[0].citations.first].source, ==, 3);
  g_assert_cmpfloat (amounts[1].value, ==, -1e9);
  g_assert_cmpuint (amounts[1].citations.count, ==, 0);

  milestones = mp_agreement_milestones (agreement);
  g_assert_cmpuint (milestones->changes[0].count, ==, 2);
  g_assert_cmpuint (mp_agreement_changes (agreement)[milestones->changes[0].first], ==, 1);
  g_assert_cmpuint (mp_agreement_changes (agreement)[milestones->changes[0].first + 1], ==, 0);
  g_assert_cmpuint (milestones->citations[0].count, ==, 1);
  g_assert_cmpuint (citations[milestones->citations[0].first].source, ==, 5);
  g_assert_cmpuint (milestones->amounts[0].count, ==, 1);
  amounts = mp_agreement_amounts (agreement) + milestones->amounts[0].first;
  assert_text (agreement, amounts[0].unit, "EUR");
  g_assert_cmpuint (amounts[0].citations.count, ==, 2);
  g_assert_cmpuint (citations[amounts[0].citations.first + 1].source, ==, 7);
}

static void
test_phase_order (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  const MpPhases *phases;
  const MpTerm *terms;
  g_autoptr (GString) states = g_string_new (NULL);
  guint n;

  mp_agreement_builder_add_term (builder, "a", "A", "Sum", 3, 1, 2);
  add_phase (builder, "2026-04-27/..", "d");
  add_phase (builder, "2020/2026", "b");
  add_phase (builder, "/2019", "a");
  add_phase (builder, "2020/2026", "c"); /* as b: keeps its place after it */
  mp_agreement_builder_add_term (builder, "none", "None", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_term (builder, "b", "B", NULL, 0, MP_NONE, MP_NONE);
  add_phase (builder, "2010/", "f");
  add_phase (builder, "../2010", "e");
  agreement = mp_agreement_builder_end (builder);

  phases = mp_agreement_phases (agreement);
  for (guint i = 0; i < phases->length; i++)
    g_string_append (states, mp_agreement_text (agreement, phases->state[i]));
  g_assert_cmpstr (states->str, ==, "abcdef");

  terms = mp_agreement_terms (agreement, &n);
  g_assert_cmpuint (n, ==, 3);
  assert_text (agreement, terms[0].summary, "Sum");
  g_assert_cmpuint (terms[0].topic, ==, 3);
  g_assert_cmpuint (terms[0].obligor, ==, 1);
  g_assert_cmpuint (terms[0].obligee, ==, 2);
  g_assert_cmpuint (terms[0].phases.first, ==, 0);
  g_assert_cmpuint (terms[0].phases.count, ==, 4);
  g_assert_cmpuint (terms[1].phases.count, ==, 0);
  g_assert_cmpuint (terms[1].obligor, ==, MP_NONE);
  g_assert_cmpuint (terms[2].phases.first, ==, 4);
  g_assert_cmpuint (terms[2].phases.count, ==, 2);
  for (guint i = 0; i < n; i++) {
    for (guint j = 0; j < terms[i].phases.count; j++)
      g_assert_cmpuint (phases->term[terms[i].phases.first + j], ==, i);
  }
}

/* The four faces of each span arrive where they belong. */
static void
test_bounds (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  const MpPhases *phases;
  const MpMilestones *milestones;
  MpSpan span = span_of ("2026-04-27/2030");

  mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_phase (builder, &(MpNewPhase) { .dates = &span,
                                                           .span = "2026-04-27/2030",
                                                           .state = "capped",
                                                           .summary = "Summary",
                                                           .ends_early = "the cap is reached",
                                                           .certainty = MP_CERTAINTY_DISPUTED });
  span = span_of ("2025-12");
  mp_agreement_builder_add_milestone (builder,
                                      &(MpNewMilestone) { .id = "m",
                                                          .dates = &span,
                                                          .date = "2025-12",
                                                          .title = "Title",
                                                          .summary = "Why",
                                                          .topic = 4,
                                                          .importance = 3,
                                                          .certainty = MP_CERTAINTY_CLAIMED });
  agreement = mp_agreement_builder_end (builder);

  phases = mp_agreement_phases (agreement);
  g_assert_cmpint (phases->earliest_start[0], ==, day (2026, 4, 27));
  g_assert_cmpint (phases->certain_start[0], ==, day (2026, 4, 28));
  g_assert_cmpint (phases->certain_end[0], ==, day (2030, 1, 1));
  g_assert_cmpint (phases->latest_end[0], ==, day (2031, 1, 1));
  assert_text (agreement, phases->span[0], "2026-04-27/2030");
  assert_text (agreement, phases->state[0], "capped");
  assert_text (agreement, phases->summary[0], "Summary");
  assert_text (agreement, phases->ends_early[0], "the cap is reached");
  g_assert_cmpint (phases->certainty[0], ==, MP_CERTAINTY_DISPUTED);

  milestones = mp_agreement_milestones (agreement);
  g_assert_cmpint (milestones->earliest[0], ==, day (2025, 12, 1));
  g_assert_cmpint (milestones->after[0], ==, day (2026, 1, 1));
  assert_text (agreement, milestones->id[0], "m");
  assert_text (agreement, milestones->date[0], "2025-12");
  assert_text (agreement, milestones->title[0], "Title");
  assert_text (agreement, milestones->summary[0], "Why");
  g_assert_cmpuint (milestones->topic[0], ==, 4);
  g_assert_cmpuint (milestones->importance[0], ==, 3);
  g_assert_cmpint (milestones->certainty[0], ==, MP_CERTAINTY_CLAIMED);
}

/* Alternatives, derivations and rules of notice belong to what they were added to, each with its
 * own citations. */
static void
test_conditions (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  const MpAlternative *alternatives;
  const MpDerivation *derivations;
  const MpMilestones *milestones;
  const MpCitation *citations;
  const MpPhases *phases;
  const MpNotice *notice;
  MpInstant earliest, latest;
  MpSpan span;

  mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_notice (builder, "P90D", NULL, "17:00", "to stop", MP_DAYS_BUSINESS,
                                   MP_ROLL_PRECEDING, MP_CERTAINTY_REPORTED);
  mp_agreement_builder_add_closed_day (builder, day (2027, 12, 25));
  mp_agreement_builder_add_closed_day (builder, day (2027, 5, 1));
  mp_agreement_builder_cite (builder, 5, "clause 9");
  add_phase (builder, "2030/2031", "later");
  mp_agreement_builder_cite (builder, 1, NULL);
  span = span_of ("2029-06/2032");
  mp_agreement_builder_add_alternative (builder, &span, "2029-06/2032", "a draft",
                                        MP_CERTAINTY_CLAIMED);
  mp_agreement_builder_cite (builder, 2, NULL);
  mp_agreement_builder_derive (builder, MP_DERIVED_START, 0, 1, "P90D", FALSE);
  mp_agreement_builder_derive (builder, MP_DERIVED_END, 0, 0, "P1M", TRUE);
  add_phase (builder, "2020/2029", "earlier");
  mp_agreement_builder_add_term (builder, "b", "B", NULL, 0, MP_NONE, MP_NONE);
  add_milestone (builder, "m", "2030");
  mp_agreement_builder_derive (builder, MP_DERIVED_DATE, 0, 1, "P2Y", FALSE);
  add_milestone (builder, "n", "2028");
  span = span_of ("2019-05-01");
  mp_agreement_builder_add_alternative (builder, &span, "2019-05-01", NULL, MP_CERTAINTY_REPORTED);
  mp_agreement_builder_cite (builder, 3, NULL);
  span = span_of ("2035");
  mp_agreement_builder_add_alternative (builder, &span, "2035", NULL, MP_CERTAINTY_OFFICIAL);
  agreement = mp_agreement_builder_end (builder);

  alternatives = mp_agreement_alternatives (agreement);
  derivations = mp_agreement_derivations (agreement);
  milestones = mp_agreement_milestones (agreement);
  citations = mp_agreement_citations (agreement);
  phases = mp_agreement_phases (agreement);

  /* The phase was moved behind the earlier one, with all that belongs to it. */
  g_assert_cmpuint (phases->alternatives[0].count, ==, 0);
  g_assert_cmpuint (phases->alternatives[1].count, ==, 1);
  g_assert_cmpuint (phases->start_derivation[0], ==, MP_NONE);
  g_assert_cmpuint (derivations[phases->start_derivation[1]].milestone, ==, 1);
  g_assert_false (derivations[phases->start_derivation[1]].before);
  assert_text (agreement, derivations[phases->start_derivation[1]].by, "P90D");
  g_assert_true (derivations[phases->end_derivation[1]].before);
  alternatives += phases->alternatives[1].first;
  g_assert_cmpint (alternatives->earliest_start, ==, day (2029, 6, 1));
  g_assert_cmpint (alternatives->certain_start, ==, day (2029, 7, 1));
  g_assert_cmpint (alternatives->certain_end, ==, day (2032, 1, 1));
  g_assert_cmpint (alternatives->latest_end, ==, day (2033, 1, 1));
  assert_text (agreement, alternatives->reason, "a draft");
  g_assert_cmpint (alternatives->certainty, ==, MP_CERTAINTY_CLAIMED);
  g_assert_cmpuint (citations[alternatives->citations.first].source, ==, 2);
  g_assert_cmpuint (citations[phases->citations[1].first].source, ==, 1);
  g_assert_cmpuint (phases->citations[1].count, ==, 1);

  g_assert_cmpuint (derivations[milestones->derivation[0]].milestone, ==, 1);
  g_assert_cmpuint (milestones->derivation[1], ==, MP_NONE);
  g_assert_cmpuint (milestones->alternatives[0].count, ==, 0);
  g_assert_cmpuint (milestones->alternatives[1].count, ==, 2);
  mp_agreement_get_alternative_date (agreement, milestones->alternatives[1].first + 1, &span);
  g_assert_cmpstr (span.start.text, ==, "2035");
  mp_agreement_get_milestone_date (agreement, 0, &span);
  g_assert_cmpstr (span.start.text, ==, "2030");
  mp_agreement_get_phase_span (agreement, 1, &span);
  g_assert_cmpstr (span.end.text, ==, "2031");

  g_assert_cmpuint (mp_agreement_terms (agreement, NULL)[1].notice, ==, MP_NONE);
  notice = mp_agreement_notices (agreement) + mp_agreement_terms (agreement, NULL)[0].notice;
  assert_text (agreement, notice->period, "P90D");
  assert_text (agreement, notice->opens, "");
  assert_text (agreement, notice->until, "17:00");
  assert_text (agreement, notice->what, "to stop");
  g_assert_cmpint (notice->days, ==, MP_DAYS_BUSINESS);
  g_assert_cmpint (notice->roll, ==, MP_ROLL_PRECEDING);
  g_assert_cmpuint (notice->closed.count, ==, 2);
  g_assert_cmpint (mp_agreement_closed_days (agreement)[notice->closed.first], ==,
                   day (2027, 5, 1));
  g_assert_cmpuint (notice->citations.count, ==, 1);
  assert_text (agreement, citations[notice->citations.first].at, "clause 9");

  /* The extent includes what alternatives say. */
  g_assert_true (mp_agreement_get_extent (agreement, &earliest, &latest));
  g_assert_cmpint (earliest, ==, day (2019, 5, 1));
  g_assert_cmpint (latest, ==, day (2036, 1, 1));
}

static void
test_extent (void)
{
  static const struct {
    const char *phase;
    const char *milestone;
    gboolean exists;
    MpInstant earliest;
    MpInstant latest;
  } cases[] = {
    { "../..", NULL, FALSE, 0, 0 },
    { "1970/..", NULL, TRUE, 0, 365 * MP_SECONDS_PER_DAY },
    { "/1970-01-01", NULL, TRUE, 0, MP_SECONDS_PER_DAY },
    { "../..", "1970-01-01", TRUE, 0, MP_SECONDS_PER_DAY },
    { NULL, "1970-01-02/1970-01-05", TRUE, MP_SECONDS_PER_DAY, 5 * MP_SECONDS_PER_DAY },
    { "1970-01-03/1970-01-04", "1970-01-01", TRUE, 0, 4 * MP_SECONDS_PER_DAY },
    { "1970-01-01/1970-01-02", "1970-01-06", TRUE, 0, 6 * MP_SECONDS_PER_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpAgreementBuilder *builder = mp_agreement_builder_new ();
    g_autoptr (MpAgreement) agreement = NULL;
    MpInstant earliest = 1;
    MpInstant latest = 2;

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
    if (cases[i].phase != NULL)
      add_phase (builder, cases[i].phase, "state");
    if (cases[i].milestone != NULL)
      add_milestone (builder, "m", cases[i].milestone);
    agreement = mp_agreement_builder_end (builder);

    g_assert_cmpint (mp_agreement_get_extent (agreement, NULL, NULL), ==, cases[i].exists);
    g_assert_cmpint (mp_agreement_get_extent (agreement, &earliest, &latest), ==, cases[i].exists);
    g_assert_cmpint (earliest, ==, cases[i].exists ? cases[i].earliest : 1);
    g_assert_cmpint (latest, ==, cases[i].exists ? cases[i].latest : 2);
  }
}

/* So many ids that slots of the index collide, and that a few have the same hash. */
static void
test_find (void)
{
  const guint n = 300000;
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;

  for (guint i = 0; i < n; i++) {
    g_autofree char *term = g_strdup_printf ("t-%u", i);
    g_autofree char *milestone = g_strdup_printf ("m-%u", i);

    mp_agreement_builder_add_term (builder, term, "Term", NULL, 0, MP_NONE, MP_NONE);
    add_milestone (builder, milestone, "2026");
  }
  agreement = mp_agreement_builder_end (builder);

  for (guint i = 0; i < n; i++) {
    g_autofree char *term = g_strdup_printf ("t-%u", i);
    g_autofree char *milestone = g_strdup_printf ("m-%u", i);

    g_assert_cmpuint (mp_agreement_find_term (agreement, term), ==, i);
    g_assert_cmpuint (mp_agreement_find_milestone (agreement, milestone), ==, i);
    g_assert_cmpuint (mp_agreement_find_term (agreement, milestone), ==, MP_NONE);
    g_assert_cmpuint (mp_agreement_find_milestone (agreement, term), ==, MP_NONE);
  }
  g_assert_cmpuint (mp_agreement_find_term (agreement, ""), ==, MP_NONE);
}

/* Texts that repeat are stored once, and are never mixed up. */
static void
test_texts (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  const MpParty *parties;
  guint n;

  for (guint i = 0; i < 50000; i++) {
    g_autofree char *name = g_strdup_printf ("name %u", i % 30000);

    mp_agreement_builder_add_party (builder, name, name, "the same for all");
  }
  agreement = mp_agreement_builder_end (builder);

  parties = mp_agreement_parties (agreement, &n);
  g_assert_cmpuint (n, ==, 50000);
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("name %u", i % 30000);

    assert_text (agreement, parties[i].name, name);
    g_assert_cmpuint (parties[i].id, ==, parties[i].name);
    assert_text (agreement, parties[i].summary, "the same for all");
  }
  g_assert_cmpuint (parties[0].summary, ==, parties[1].summary);
}

/* An item is found in another agreement by what it is, not by where it stands. */
static void
test_find_again (void)
{
  MpAgreement *agreements[2];

  for (guint i = 0; i < 2; i++) {
    MpAgreementBuilder *builder = mp_agreement_builder_new ();

    if (i == 1) {
      mp_agreement_builder_add_term (builder, "new", "New", NULL, 0, MP_NONE, MP_NONE);
      add_phase (builder, "2020/", "one");
      add_milestone (builder, "o", "2019");
    }
    mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
    if (i == 1)
      add_phase (builder, "2020/", "zero");
    add_phase (builder, "2020/", "one");
    if (i == 0)
      add_phase (builder, "2021/", "two");
    add_milestone (builder, "m", "2020");
    agreements[i] = mp_agreement_builder_end (builder);
  }
  {
    g_autoptr (MpAgreement) few = agreements[0], many = agreements[1];
    MpItem none = { MP_ITEM_NONE, 0 };
    MpItem milestone = mp_item_find_again (few, (MpItem) { MP_ITEM_MILESTONE, 0 }, many);
    MpItem phase = mp_item_find_again (few, (MpItem) { MP_ITEM_PHASE, 0 }, many);

    g_assert_true (mp_item_equal (milestone, (MpItem) { MP_ITEM_MILESTONE, 1 }));
    g_assert_true (mp_item_equal (phase, (MpItem) { MP_ITEM_PHASE, 2 }));
    g_assert_true (mp_item_equal (mp_item_find_again (few, none, many), none));
    /* These are only in one of the two. */
    g_assert_true (
      mp_item_equal (mp_item_find_again (few, (MpItem) { MP_ITEM_PHASE, 1 }, many), none));
    g_assert_true (
      mp_item_equal (mp_item_find_again (many, (MpItem) { MP_ITEM_PHASE, 0 }, few), none));
    g_assert_true (
      mp_item_equal (mp_item_find_again (many, (MpItem) { MP_ITEM_MILESTONE, 0 }, few), none));
  }
}

/* Each value has a word, and each word stands for one value. */
static void
test_words (void)
{
  static const struct {
    const MpVocabulary *vocabulary;
    guint length;
    guint value;
    const char *word;
  } cases[] = {
    { &mp_certainty_vocabulary, MP_N_CERTAINTIES, MP_CERTAINTY_CLAIMED, "claimed" },
    { &mp_source_kind_vocabulary, MP_N_SOURCE_KINDS, MP_SOURCE_PRESS, "press" },
    { &mp_color_vocabulary, MP_N_COLORS, MP_COLOR_TEAL, "teal" },
    { &mp_days_vocabulary, MP_N_DAYS, MP_DAYS_BUSINESS, "business" },
    { &mp_roll_vocabulary, MP_N_ROLLS, MP_ROLL_FOLLOWING, "following" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint value = 99;

    g_assert_cmpuint (cases[i].vocabulary->length, ==, cases[i].length);
    g_assert_cmpstr (mp_vocabulary_word (cases[i].vocabulary, cases[i].value), ==, cases[i].word);
    for (guint j = 0; j < cases[i].length; j++) {
      const char *word = mp_vocabulary_word (cases[i].vocabulary, j);

      g_assert_nonnull (word);
      g_assert_true (mp_vocabulary_find (cases[i].vocabulary, word, &value));
      g_assert_cmpuint (value, ==, j);
    }
    g_assert_false (mp_vocabulary_find (cases[i].vocabulary, "", &value));
    g_assert_false (mp_vocabulary_find (cases[i].vocabulary, "Stated", &value));
    g_assert_cmpuint (value, ==, cases[i].length - 1);
  }
}

/* The certainties are listed from strong to weak: what somebody confirms comes first, and there is
 * never more body to what is known less well. */
static void
test_certainties (void)
{
  for (guint i = 0; i + 1 < MP_N_CERTAINTIES; i++) {
    const MpCertaintyInfo *strong = mp_certainty_get (i), *weak = mp_certainty_get (i + 1);

    g_assert_cmpint (mp_certainty_compare (i, i + 1), <, 0);
    g_assert_cmpint (mp_certainty_compare (i + 1, i), >, 0);
    g_assert_cmpint (mp_certainty_compare (i, i), ==, 0);
    g_assert_cmpint (strong->is_confirmed, >=, weak->is_confirmed);
    g_assert_cmpint (strong->body, <=, weak->body);
    /* What a picture shows in its own way the legend explains. */
    g_assert_true (weak->legend != NULL || (weak->line == MP_LINE_SOLID &&
                                            weak->body == MP_BODY_FULL && weak->symbol == NULL));
  }
}

static void
test_unfinished (void)
{
  g_autoptr (MpAgreementBuilder) builder = mp_agreement_builder_new ();

  mp_agreement_builder_set_head (builder, "Left alone", NULL, NULL);
  mp_agreement_builder_add_term (builder, "a", "A", NULL, 0, MP_NONE, MP_NONE);
  add_phase (builder, "2026/2027", "state");
  mp_agreement_builder_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/empty", test_empty);
  g_test_add_func ("/agreement/head", test_head);
  g_test_add_func ("/agreement/pools", test_pools);
  g_test_add_func ("/agreement/phase-order", test_phase_order);
  g_test_add_func ("/agreement/bounds", test_bounds);
  g_test_add_func ("/agreement/conditions", test_conditions);
  g_test_add_func ("/agreement/extent", test_extent);
  g_test_add_func ("/agreement/find", test_find);
  g_test_add_func ("/agreement/texts", test_texts);
  g_test_add_func ("/agreement/words", test_words);
  g_test_add_func ("/agreement/certainties", test_certainties);
  g_test_add_func ("/agreement/unfinished", test_unfinished);
  g_test_add_func ("/agreement/find-again", test_find_again);
  return g_test_run ();
}
