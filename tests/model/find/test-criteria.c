/* test-criteria.c: each criterion at its edges
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-criteria.h"

#include "mp-agreement-builder.h"
#include "mp-agreement.h"
#include "mp-search.h"
#include "mp-test-support.h"

static MpBits *
bits_of (guint length, guint index)
{
  MpBits *bits = mp_bits_new (length);

  mp_bits_set (bits, index, TRUE);
  return bits;
}

/* --- Time ------------------------------------------------------------------------------------- */

/* Something that lasts for [earliest, after), held against [100, 200). */
static void
test_time (void)
{
  static const struct {
    MpInstant earliest;
    MpInstant after;
    gboolean meets;
  } cases[] = {
    { 0, 50, FALSE },
    { 0, 100, FALSE }, /* its last instant is 99 */
    { 0, 101, TRUE },
    { 100, 101, TRUE },
    { 150, 160, TRUE },
    { 0, 300, TRUE },
    { 199, 200, TRUE },
    { 200, 201, FALSE },
    { MP_INSTANT_MIN, 100, FALSE },
    { MP_INSTANT_MIN, 101, TRUE },
    { 199, MP_INSTANT_MAX, TRUE },
    { 200, MP_INSTANT_MAX, FALSE },
    { MP_INSTANT_MIN, MP_INSTANT_MAX, TRUE },
    /* What has no length. */
    { 99, 99, FALSE },
    { 100, 100, TRUE },
    { 199, 199, TRUE },
    { 200, 200, FALSE },
    { MP_INSTANT_MIN, MP_INSTANT_MIN, FALSE },
    { MP_INSTANT_MAX, MP_INSTANT_MAX, FALSE },
  };
  MpCriteria criteria = MP_CRITERIA_ANY;

  criteria.begin = 100;
  criteria.end = 200;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mp_criteria_time_meets (&criteria, cases[i].earliest, cases[i].after), ==,
                     cases[i].meets);
}

/* An empty span holds nothing, but lies within what goes on around it. */
static void
test_empty_span (void)
{
  MpCriteria criteria = MP_CRITERIA_ANY;

  criteria.begin = criteria.end = 100;
  g_assert_true (mp_criteria_time_meets (&criteria, 99, 101));
  g_assert_false (mp_criteria_time_meets (&criteria, 99, 100));
  g_assert_false (mp_criteria_time_meets (&criteria, 100, 101));
  g_assert_false (mp_criteria_time_meets (&criteria, 100, 100));
}

static void
test_any_time (void)
{
  const MpCriteria any = MP_CRITERIA_ANY;

  g_assert_true (mp_criteria_time_meets (&any, MP_INSTANT_MIN, MP_INSTANT_MAX));
  g_assert_true (mp_criteria_time_meets (&any, MP_INSTANT_MIN, MP_INSTANT_MIN + 1));
  g_assert_true (mp_criteria_time_meets (&any, MP_INSTANT_MAX - 1, MP_INSTANT_MAX));
  g_assert_true (mp_criteria_time_meets (&any, 0, 0));
}

/* --- One entry of a set ------------------------------------------------------------------------
 */

static gboolean
phase_meets (const MpCriteria *criteria, MpAgreement *agreement, guint32 phase)
{
  g_autoptr (MpBits) phases = mp_bits_new_full (mp_agreement_phases (agreement)->length);

  mp_criteria_keep_phases (criteria, agreement, phases);
  return mp_bits_has (phases, phase);
}

static gboolean
milestone_meets (const MpCriteria *criteria, MpAgreement *agreement, guint32 milestone)
{
  g_autoptr (MpBits) milestones = mp_bits_new_full (mp_agreement_milestones (agreement)->length);

  mp_criteria_keep_milestones (criteria, agreement, milestones);
  return mp_bits_has (milestones, milestone);
}

static gboolean
term_meets (const MpCriteria *criteria, MpAgreement *agreement, guint32 term)
{
  g_autoptr (MpBits) terms = NULL;
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  terms = mp_bits_new_full (n_terms);
  mp_criteria_keep_terms (criteria, agreement, terms);
  return mp_bits_has (terms, term);
}

/* --- Parties and topics ----------------------------------------------------------------------- */

static void
test_parties (void)
{
  g_autoptr (MpBits) second = bits_of (2, 1);
  g_autoptr (MpBits) nobody = mp_bits_new (2);
  const MpTerm none = { .obligor = MP_NONE, .obligee = MP_NONE };
  const MpTerm obligor = { .obligor = 1, .obligee = MP_NONE };
  const MpTerm obligee = { .obligor = MP_NONE, .obligee = 1 };
  const MpTerm other = { .obligor = 0, .obligee = MP_NONE };

  g_assert_true (mp_criteria_term_has_party (&obligor, second));
  g_assert_true (mp_criteria_term_has_party (&obligee, second));
  g_assert_false (mp_criteria_term_has_party (&other, second));
  g_assert_false (mp_criteria_term_has_party (&none, second));
  g_assert_false (mp_criteria_term_has_party (&obligor, nobody));
}

/* Any party is also none; a set, even an empty one, asks for a party. */
static void
test_no_parties (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A\n");
  g_autoptr (MpBits) nobody = mp_bits_new (2);
  MpCriteria criteria = MP_CRITERIA_ANY;

  g_assert_true (term_meets (&criteria, agreement, 0));
  criteria.parties = nobody;
  g_assert_false (term_meets (&criteria, agreement, 0));
}

static void
test_topics (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic one blue One\n"
                                                         "topic two blue Two\n"
                                                         "term a one A\n"
                                                         "term b two B\n");
  g_autoptr (MpBits) second = bits_of (2, 1);
  MpCriteria criteria = MP_CRITERIA_ANY;

  criteria.topics = second;
  g_assert_false (term_meets (&criteria, agreement, 0));
  g_assert_true (term_meets (&criteria, agreement, 1));
  criteria.topics = NULL;
  g_assert_true (term_meets (&criteria, agreement, 0));
}

/* --- Entries ---------------------------------------------------------------------------------- */

/* A phase answers with its own certainty and its possible time. */
static void
test_phase (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A\n"
                                                         "phase 2019/2024 reported Old\n");
  MpCriteria criteria = MP_CRITERIA_ANY;

  g_assert_true (phase_meets (&criteria, agreement, 0));
  criteria.certainties = 1u << MP_CERTAINTY_STATED;
  g_assert_false (phase_meets (&criteria, agreement, 0));
  criteria.certainties |= 1u << MP_CERTAINTY_REPORTED;
  g_assert_true (phase_meets (&criteria, agreement, 0));

  criteria.begin = mp_test_instant ("2025-01-01");
  g_assert_false (phase_meets (&criteria, agreement, 0));
  criteria.begin--;
  g_assert_true (phase_meets (&criteria, agreement, 0));
  criteria = MP_CRITERIA_ANY;
  criteria.end = mp_test_instant ("2019-01-01");
  g_assert_false (phase_meets (&criteria, agreement, 0));
  criteria.end++;
  g_assert_true (phase_meets (&criteria, agreement, 0));
}

/* A milestone answers with what is its own and with the parties of the terms that it changes. */
static void
test_milestone (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic one blue One\n"
                                                         "topic two blue Two\n"
                                                         "term a one A\n"
                                                         "milestone m 2019 1 claimed a M\n"
                                                         "milestone n 2019 1 claimed - N\n");
  g_autoptr (MpBits) first = bits_of (2, 0);
  g_autoptr (MpBits) second = bits_of (2, 1);
  g_autoptr (MpBits) nobody = mp_bits_new (0);
  MpCriteria criteria = MP_CRITERIA_ANY;

  criteria.topics = second;
  g_assert_false (milestone_meets (&criteria, agreement, 0));
  criteria.topics = first;
  g_assert_true (milestone_meets (&criteria, agreement, 0));
  criteria.certainties = 1u << MP_CERTAINTY_DISPUTED;
  g_assert_false (milestone_meets (&criteria, agreement, 0));
  criteria.certainties = 1u << MP_CERTAINTY_CLAIMED;
  g_assert_true (milestone_meets (&criteria, agreement, 0));
  criteria.end = mp_test_instant ("2019-01-01");
  g_assert_false (milestone_meets (&criteria, agreement, 0));
  criteria.end++;
  g_assert_true (milestone_meets (&criteria, agreement, 0));

  /* The term that one of them changes names no party, the other changes none. */
  criteria.parties = nobody;
  g_assert_false (milestone_meets (&criteria, agreement, 0));
  g_assert_false (milestone_meets (&criteria, agreement, 1));
}

/* --- Filters and searches --------------------------------------------------------------------- */

/* One milestone without length, at an instant. No file can have it, but an agreement can. */
static MpAgreement *
agreement_of_an_instant (MpInstant instant)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  MpSpan date = { .start = mp_test_date ("2026-04-27"), .end = mp_test_date ("2026-04-27") };

  date.start.earliest = date.end.after = instant;
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_milestone (
    builder,
    &(MpNewMilestone) {
      .id = "instant", .dates = &date, .date = "2026-04-27", .title = "Instant", .importance = 1 });
  return mp_agreement_builder_end (builder);
}

static gboolean
search_finds (MpAgreement *agreement, const char *text)
{
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) query = mp_search_query_parse (text, NULL);
  g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

  return matches->n_items == 1;
}

static gboolean
filter_shows (MpAgreement *agreement, MpInstant begin, MpInstant end)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;

  filter->has_span = TRUE;
  filter->begin = begin;
  filter->end = end;
  visible = mp_filter_apply (filter, agreement, 0, 1);
  return visible->n_visible == 1;
}

/* "after:" and "before:" ask what a filter asks by a span that is open at one side. */
static void
test_search_as_filter (void)
{
  const MpInstant day = mp_test_instant ("2026-04-27");
  const MpInstant next_day = day + MP_SECONDS_PER_DAY;
  const MpInstant instants[] = { day - 1, day, day + 1, next_day - 1, next_day, next_day + 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++) {
    g_autoptr (MpAgreement) agreement = agreement_of_an_instant (instants[i]);
    gboolean before = instants[i] < day, after = instants[i] >= next_day;

    g_assert_cmpint (search_finds (agreement, "before:2026-04-27"), ==, before);
    g_assert_cmpint (filter_shows (agreement, MP_INSTANT_MIN, day), ==, before);
    g_assert_cmpint (search_finds (agreement, "after:2026-04-27"), ==, after);
    g_assert_cmpint (filter_shows (agreement, next_day, MP_INSTANT_MAX), ==, after);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criteria/time", test_time);
  g_test_add_func ("/criteria/empty-span", test_empty_span);
  g_test_add_func ("/criteria/any-time", test_any_time);
  g_test_add_func ("/criteria/parties", test_parties);
  g_test_add_func ("/criteria/no-parties", test_no_parties);
  g_test_add_func ("/criteria/topics", test_topics);
  g_test_add_func ("/criteria/phase", test_phase);
  g_test_add_func ("/criteria/milestone", test_milestone);
  g_test_add_func ("/criteria/search-as-filter", test_search_as_filter);
  return g_test_run ();
}
