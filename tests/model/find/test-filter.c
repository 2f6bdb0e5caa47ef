/* test-filter.c: which entries are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-filter.h"

#include "mp-agreement.h"
#include "mp-criteria.h"
#include "mp-query.h"
#include "mp-session.h"
#include "mp-test-support.h"

#define N_RANDOM 300

static const char *const some_lines = "topic one blue One\n"
                                      "topic two green Two\n"
                                      "term a one A\n"
                                      "phase 2019/2024 stated Old\n"
                                      "phase 2025/2030 reported New\n"
                                      "term b two B\n"
                                      "phase 2026-04-27/.. claimed Open\n"
                                      "term empty two Empty\n"
                                      "milestone first 2019 1 stated a First\n"
                                      "milestone vague 2025-06~ 3 reported - Vague\n"
                                      "milestone last 2030 2 stated b Last\n";

/* The ids of the entries that a filter shows on a date, terms first. */
static char *
list_visible (MpAgreement *agreement, const MpFilter *filter, const char *date)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  g_autoptr (MpVisibleSet) visible = NULL;
  GString *list = g_string_new (NULL);
  MpInstant from = mp_test_instant (date);

  visible = mp_filter_apply (filter, agreement, from, from + MP_SECONDS_PER_DAY);
  for (guint32 i = 0; i < n_terms; i++)
    if (mp_visible_set_has_term (visible, i))
      g_string_append_printf (list, " %s", mp_agreement_text (agreement, terms[i].id));
  for (guint32 i = 0; i < milestones->length; i++)
    if (mp_visible_set_has_milestone (visible, i))
      g_string_append_printf (list, " %s", mp_agreement_text (agreement, milestones->id[i]));
  return g_string_free (list, FALSE);
}

static void
assert_shows (const MpFilter *filter, const char *date, const char *expected)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autofree char *list = list_visible (agreement, filter, date);

  g_assert_cmpstr (list, ==, expected);
}

static MpBits *
bits_of (guint length, guint index)
{
  MpBits *bits = mp_bits_new (length);

  mp_bits_set (bits, index, TRUE);
  return bits;
}

/* --- Criteria --------------------------------------------------------------------------------- */

static void
test_empty_shows_all (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);

  g_assert_true (mp_filter_is_empty (NULL));
  g_assert_true (mp_filter_is_empty (filter));
  g_assert_true (mp_filter_equal (filter, NULL));
  g_assert_null (mp_filter_apply (NULL, agreement, 0, 1));
  g_assert_null (mp_filter_apply (filter, agreement, 0, 1));
  assert_shows (filter, "2026-11-23", " a b empty first vague last");
}

static void
test_topics (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->topics = bits_of (2, 1);
  assert_shows (filter, "2026-11-23", " b empty first vague last");
}

static void
test_certainties (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->certainties = 1u << MP_CERTAINTY_REPORTED;
  assert_shows (filter, "2026-11-23", " a vague");
  filter->certainties |= 1u << MP_CERTAINTY_CLAIMED;
  assert_shows (filter, "2026-11-23", " a b vague");
}

static void
test_importances (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->importances = 1u << 1 | 1u << 2;
  assert_shows (filter, "2026-11-23", " a b empty first last");
}

/* A term that is possibly in force is shown, too; a milestone is shown with a term that it changed.
 */
static void
test_in_force (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->in_force = TRUE;
  assert_shows (filter, "2018-12-31", "");
  assert_shows (filter, "2019-06-01", " a first");
  assert_shows (filter, "2026-04-26", " a first");
  assert_shows (filter, "2026-04-27", " a b first last");
  assert_shows (filter, "2030-12-31", " a b first last");
  assert_shows (filter, "2031-01-01", " b last");
}

static void
test_span (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->has_span = TRUE;
  filter->begin = mp_test_instant ("2025-06-15");
  filter->end = mp_test_instant ("2025-06-16");
  assert_shows (filter, "2026-11-23", " a vague");
  filter->begin = mp_test_instant ("2031-01-01");
  filter->end = MP_INSTANT_MAX;
  assert_shows (filter, "2026-11-23", " b");
  filter->begin = filter->end = mp_test_instant ("2019-07-01");
  assert_shows (filter, "2026-11-23", " a first");
}

static void
test_terms (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->terms = bits_of (3, 2);
  assert_shows (filter, "2026-11-23", " empty first vague last");
}

static void
test_milestones (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->milestones = bits_of (3, 1);
  assert_shows (filter, "2026-11-23", " a b empty vague");
  filter->terms = bits_of (3, 2);
  assert_shows (filter, "2026-11-23", " empty vague");
  /* The user's own criteria take away from it. */
  filter->importances = 1u << 1;
  assert_shows (filter, "2026-11-23", " empty");
}

/* One phase must have both the certainty and be in force; two phases with one of these each are not
 * enough. */
static void
test_one_phase_meets_all (void)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->certainties = 1u << MP_CERTAINTY_STATED;
  filter->in_force = TRUE;
  assert_shows (filter, "2020-01-01", " a first");
  assert_shows (filter, "2026-11-23", " first last");
}

/* The shipped agreement is used because it names parties. */
static void
test_parties (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const guint32 *changes = mp_agreement_changes (agreement);
  guint n_terms, n_parties;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  mp_agreement_parties (agreement, &n_parties);
  filter->parties = bits_of (n_parties, 1);
  visible = mp_filter_apply (filter, agreement, 0, 1);
  for (guint32 i = 0; i < n_terms; i++)
    g_assert_cmpint (mp_visible_set_has_term (visible, i), ==,
                     terms[i].obligor == 1 || terms[i].obligee == 1);
  for (guint32 i = 0; i < milestones->length; i++) {
    gboolean expected = FALSE;

    for (guint32 j = 0; j < milestones->changes[i].count; j++)
      expected |= mp_visible_set_has_term (visible, changes[milestones->changes[i].first + j]);
    g_assert_cmpint (mp_visible_set_has_milestone (visible, i), ==, expected);
  }
  g_assert_cmpuint (visible->n_all, ==, n_terms + milestones->length);
  g_assert_cmpuint (visible->n_visible, <, visible->n_all);
  g_assert_cmpuint (visible->n_visible, >, 0);
}

/* A milestone that changes a term of the one party, which is over, and a term of the other party,
 * which is in force. */
static const char of_two_parties[] =
  "{ \"milepost\": 1, \"title\": \"T\", "
  "\"parties\": [ { \"id\": \"p\", \"name\": \"P\" }, { \"id\": \"q\", \"name\": \"Q\" } ], "
  "\"topics\": [ { \"id\": \"t\", \"title\": \"T\" } ], "
  "\"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"kind\": \"press\" } ], "
  "\"terms\": [ { \"id\": \"over\", \"title\": \"O\", \"topic\": \"t\", \"obligor\": \"p\", "
  "\"phases\": [ { \"span\": \"2019/2020\", \"state\": \"S\", \"certainty\": \"stated\", "
  "\"sources\": [ \"s\" ] } ] }, "
  "{ \"id\": \"going-on\", \"title\": \"G\", \"topic\": \"t\", \"obligor\": \"q\", "
  "\"phases\": [ { \"span\": \"2019/..\", \"state\": \"S\", \"certainty\": \"stated\", "
  "\"sources\": [ \"s\" ] } ] } ], "
  "\"milestones\": [ { \"id\": \"m\", \"date\": \"2019\", \"title\": \"M\", \"topic\": \"t\", "
  "\"importance\": 1, \"certainty\": \"stated\", \"changes\": [ \"over\", \"going-on\" ], "
  "\"sources\": [ \"s\" ] } ] }";

/* The party and being in force must be those of one and the same term. */
static void
test_one_term_meets_all (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (of_two_parties);

  for (guint party = 0; party < 2; party++) {
    g_autoptr (MpFilter) filter = mp_filter_new ();
    g_autoptr (MpVisibleSet) visible = NULL;

    filter->parties = bits_of (2, party);
    filter->in_force = TRUE;
    visible = mp_filter_apply (filter, agreement, mp_test_instant ("2026-01-01"),
                               mp_test_instant ("2026-01-02"));
    g_assert_cmpint (mp_visible_set_has_milestone (visible, 0), ==, party == 1);
  }
}

static void
test_words (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autofree char *words = NULL;

  filter->topics = bits_of (2, 0);
  visible = mp_filter_apply (filter, agreement, 0, 1);
  words = mp_visible_set_words (visible);
  g_assert_cmpstr (words, ==, "1 of 6 shown");
}

/* --- Properties ------------------------------------------------------------------------------- */

static MpFilter *
random_filter (MpAgreement *agreement)
{
  MpFilter *filter = mp_filter_new ();
  guint n_topics, n_terms;

  mp_agreement_topics (agreement, &n_topics);
  mp_agreement_terms (agreement, &n_terms);
  if (g_test_rand_bit ()) {
    filter->topics = mp_bits_new (n_topics);
    for (guint i = 0; i < n_topics; i++)
      mp_bits_set (filter->topics, i, g_test_rand_bit ());
  }
  if (g_test_rand_bit ()) {
    filter->terms = mp_bits_new (n_terms);
    for (guint i = 0; i < n_terms; i++)
      mp_bits_set (filter->terms, i, g_test_rand_bit ());
  }
  if (g_test_rand_bit ()) {
    guint n_milestones = mp_agreement_milestones (agreement)->length;

    filter->milestones = mp_bits_new (n_milestones);
    for (guint i = 0; i < n_milestones; i++)
      mp_bits_set (filter->milestones, i, g_test_rand_bit ());
  }
  filter->certainties = (guint) g_test_rand_int_range (0, 1 << MP_N_CERTAINTIES);
  filter->importances = (guint) g_test_rand_int_range (0, 8) << 1;
  filter->in_force = g_test_rand_bit ();
  filter->has_span = g_test_rand_bit ();
  filter->begin = g_test_rand_int ();
  filter->end = filter->begin + g_test_rand_int_range (0, G_MAXINT);
  return filter;
}

/* --- By the definition, entry by entry -------------------------------------------------------- */

typedef struct {
  const MpFilter *filter;
  MpAgreement *agreement;
  MpInstant from; /* the as-of date */
  MpInstant until;
} Question;

static gboolean
accepts (const MpBits *set, guint32 index)
{
  return set == NULL || mp_bits_has (set, index);
}

static gboolean
overlaps (const MpFilter *filter, MpInstant earliest, MpInstant after)
{
  const MpCriteria span = { .begin = filter->begin, .end = filter->end };

  return !filter->has_span || mp_criteria_time_meets (&span, earliest, after);
}

static gboolean
is_in_force (const Question *asked, guint32 phase)
{
  return mp_query_phase_status (asked->agreement, phase, asked->from, asked->until) !=
         MP_STATUS_NOT;
}

static gboolean
naive_term (const Question *asked, guint32 index)
{
  const MpFilter *filter = asked->filter;
  const MpPhases *phases = mp_agreement_phases (asked->agreement);
  const MpTerm *term = &mp_agreement_terms (asked->agreement, NULL)[index];
  gboolean asks_phases = filter->certainties != 0 || filter->in_force || filter->has_span;

  if (!accepts (filter->topics, term->topic) || !accepts (filter->terms, index) ||
      (filter->parties != NULL && !mp_criteria_term_has_party (term, filter->parties)))
    return FALSE;
  for (guint32 i = term->phases.first; i < term->phases.first + term->phases.count; i++)
    if ((filter->certainties == 0 || (filter->certainties & 1u << phases->certainty[i]) != 0) &&
        overlaps (filter, phases->earliest_start[i], phases->latest_end[i]) &&
        (!filter->in_force || is_in_force (asked, i)))
      return TRUE;
  return !asks_phases;
}

/* Whether a milestone changes a term that is of the parties and in force, as far as these are asked
 * for. */
static gboolean
changes_such_a_term (const Question *asked, guint32 milestone)
{
  const MpFilter *filter = asked->filter;
  MpRun run = mp_agreement_milestones (asked->agreement)->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint32 index = mp_agreement_changes (asked->agreement)[i];
    const MpTerm *term = &mp_agreement_terms (asked->agreement, NULL)[index];
    gboolean in_force = !filter->in_force;

    for (guint32 j = 0; j < term->phases.count; j++)
      in_force = in_force || is_in_force (asked, term->phases.first + j);
    if (in_force && (filter->parties == NULL || mp_criteria_term_has_party (term, filter->parties)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
naive_milestone (const Question *asked, guint32 index)
{
  const MpFilter *filter = asked->filter;
  const MpMilestones *milestones = mp_agreement_milestones (asked->agreement);

  return accepts (filter->topics, milestones->topic[index]) &&
         accepts (filter->milestones, index) &&
         (filter->certainties == 0 ||
          (filter->certainties & 1u << milestones->certainty[index]) != 0) &&
         (filter->importances == 0 ||
          (filter->importances & 1u << milestones->importance[index]) != 0) &&
         overlaps (filter, milestones->earliest[index], milestones->after[index]) &&
         ((filter->parties == NULL && !filter->in_force) || changes_such_a_term (asked, index));
}

/* Asserts that every entry is shown, or not, by the definition of the filter, on a day. */
static void
check_naively (const MpFilter *filter, MpAgreement *agreement, MpInstant from)
{
  Question asked = { filter, agreement, from, from + MP_SECONDS_PER_DAY };
  g_autoptr (MpVisibleSet) visible = mp_filter_apply (filter, agreement, asked.from, asked.until);
  guint n_terms, n_visible = 0;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 i = 0; i < n_terms; i++) {
    g_assert_cmpint (mp_visible_set_has_term (visible, i), ==, naive_term (&asked, i));
    n_visible += mp_visible_set_has_term (visible, i);
  }
  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
    g_assert_cmpint (mp_visible_set_has_milestone (visible, i), ==, naive_milestone (&asked, i));
    n_visible += mp_visible_set_has_milestone (visible, i);
  }
  if (visible != NULL)
    g_assert_cmpuint (visible->n_visible, ==, n_visible);
}

static void
test_as_defined (void)
{
  /* The others have no parties. */
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();

  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (60);
    g_autoptr (MpFilter) filter = random_filter (agreement);
    g_autoptr (MpFilter) other = random_filter (shipped);
    guint n_parties;

    check_naively (filter, agreement, (MpInstant) g_test_rand_int () * 2);
    other->in_force = TRUE;
    other->certainties *= (guint) g_test_rand_int_range (0, 2);
    mp_agreement_parties (shipped, &n_parties);
    other->parties = mp_bits_new (n_parties);
    for (guint i = 0; i < n_parties; i++)
      mp_bits_set (other->parties, i, g_test_rand_bit ());
    check_naively (other, shipped,
                   mp_instant_from_civil (g_test_rand_int_range (2018, 2035), 6, 1, 0, 0, 0));
  }
}

/* An additional criterion shows nothing that was hidden without it. */
static void
test_criteria_only_take_away (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (60);
    g_autoptr (MpFilter) all = random_filter (agreement);
    g_autoptr (MpFilter) fewer = mp_filter_copy (all);
    g_autoptr (MpVisibleSet) many = NULL;
    g_autoptr (MpVisibleSet) few = NULL;
    MpInstant from = g_test_rand_int ();
    guint n_terms;

    g_assert_true (mp_filter_equal (all, fewer));
    switch (g_test_rand_int_range (0, 6)) {
    case 0:
      g_clear_pointer (&fewer->topics, mp_bits_unref);
      break;
    case 1:
      g_clear_pointer (&fewer->terms, mp_bits_unref);
      break;
    case 2:
      fewer->certainties = 0;
      break;
    case 3:
      fewer->in_force = FALSE;
      break;
    case 4:
      g_clear_pointer (&fewer->milestones, mp_bits_unref);
      break;
    default:
      fewer->has_span = FALSE;
    }
    few = mp_filter_apply (all, agreement, from, from + MP_SECONDS_PER_DAY);
    many = mp_filter_apply (fewer, agreement, from, from + MP_SECONDS_PER_DAY);
    mp_agreement_terms (agreement, &n_terms);
    for (guint32 i = 0; i < n_terms; i++)
      g_assert_true (!mp_visible_set_has_term (few, i) || mp_visible_set_has_term (many, i));
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
      g_assert_true (!mp_visible_set_has_milestone (few, i) ||
                     mp_visible_set_has_milestone (many, i));
  }
}

/* --- The session ------------------------------------------------------------------------------ */

static void
count_cb (MpSession *session, GParamSpec *pspec, guint *count)
{
  (void) session;
  (void) pspec;
  ++*count;
}

static void
test_session (void)
{
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpFilter) same = NULL;
  guint count = 0;

  mp_session_set_agreement (session, agreement);
  g_signal_connect (session, "notify::visible-set", G_CALLBACK (count_cb), &count);
  g_assert_false (mp_session_is_filtered (session));
  filter->in_force = TRUE;
  mp_session_set_filter (session, filter);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (mp_session_is_filtered (session));
  g_assert_cmpuint (mp_session_get_visible_set (session)->n_visible, ==, 4);
  same = mp_filter_copy (filter);
  mp_session_set_filter (session, same);
  g_assert_cmpuint (count, ==, 1);

  /* With another as-of date, other terms are in force. */
  mp_session_set_as_of_day (session, mp_test_instant ("2020-01-01"));
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpuint (mp_session_get_visible_set (session)->n_visible, ==, 2);

  mp_session_set_agreement (session, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_null (mp_session_get_filter (session));
  mp_session_set_as_of_day (session, mp_test_instant ("2021-01-01"));
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/empty-shows-all", test_empty_shows_all);
  g_test_add_func ("/filter/topics", test_topics);
  g_test_add_func ("/filter/certainties", test_certainties);
  g_test_add_func ("/filter/importances", test_importances);
  g_test_add_func ("/filter/in-force", test_in_force);
  g_test_add_func ("/filter/span", test_span);
  g_test_add_func ("/filter/terms", test_terms);
  g_test_add_func ("/filter/milestones", test_milestones);
  g_test_add_func ("/filter/one-phase-meets-all", test_one_phase_meets_all);
  g_test_add_func ("/filter/parties", test_parties);
  g_test_add_func ("/filter/one-term-meets-all", test_one_term_meets_all);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/as-defined", test_as_defined);
  g_test_add_func ("/filter/criteria-only-take-away", test_criteria_only_take_away);
  g_test_add_func ("/filter/session", test_session);
  return g_test_run ();
}
