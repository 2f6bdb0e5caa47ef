/* test-compare.c: before and after
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-words.h"

#include "mp-test-support.h"

#define N_RANDOM 60

/* What a comparison says, a line for each term that is not absent: "id change: before → after". */
static char *
table (MpAgreement *agreement, const MpDate *before, const MpDate *after, gboolean all)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const MpPhases *phases = mp_agreement_phases (agreement);
  g_autoptr (GArray) comparisons = mp_compare (agreement, before, after);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < comparisons->len; i++) {
    const MpComparison *comparison = &g_array_index (comparisons, MpComparison, i);
    const MpStanding *was = &comparison->before, *is = &comparison->after;

    if (comparison->change == MP_CHANGE_ABSENT || (!all && mp_comparison_is_same (comparison)))
      continue;
    g_string_append_printf (
      lines, "%s %s%s: %s → %s\n", mp_agreement_text (agreement, terms[comparison->term].id),
      comparison->possibly ? "possibly " : "", mp_change_kind_to_string (comparison->change),
      was->status == MP_STATUS_NOT ? "-" : mp_agreement_text (agreement, phases->state[was->phase]),
      is->status == MP_STATUS_NOT ? "-" : mp_agreement_text (agreement, phases->state[is->phase]));
  }
  return g_string_free (lines, FALSE);
}

static void
test_change_kinds (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term same - Same\nphase 2020-01-01/.. stated S\n"
                       "term begins - Begins\nphase 2026-05-01/.. stated B\n"
                       "term turns - Turns\nphase 2020-01-01/2026-05-01 stated T1\n"
                       "phase 2026-05-01/.. stated T2\n"
                       "term ends - Ends\nphase 2020-01-01/2026-05-01 stated E\n"
                       "term past - Past\nphase 2020-01-01/2021-01-01 stated P\n"
                       "term between - Between\nphase 2026-05-01/2026-05-10 stated W\n"
                       "term none - None\n"
                       "term perhaps-ends - Perhaps\nphase 2020-01-01/2026 stated Q\n"
                       "term perhaps-begins - Perhaps\nphase 2026/.. stated R\n"
                       "term perhaps-other - Perhaps\nphase 2020-01-01/2026-02-01 stated X\n"
                       "phase 2026/2027-01-01 stated Y\n"
                       "term always-perhaps - Perhaps\nphase 2025/2027 stated Z\n");
  MpDate before = mp_test_date ("2025-12-31"), after = mp_test_date ("2026-06-01");
  g_autofree char *lines = table (agreement, &before, &after, TRUE);

  g_assert_cmpstr (lines, ==,
                   "same unchanged: S → S\n"
                   "begins added: - → B\n"
                   "turns changed: T1 → T2\n"
                   "ends ended: E → -\n"
                   "perhaps-ends possibly ended: Q → Q\n"
                   "perhaps-begins possibly added: - → R\n"
                   "perhaps-other possibly changed: X → Y\n"
                   "always-perhaps possibly added: Z → Z\n");
}

/* A year is compared as a year: what holds for a part of it holds possibly. */
static void
test_stretches (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term a - A\nphase 2020-01-01/2026-05-01 stated One\n"
                       "term b - B\nphase 2026-05-01/.. stated Two\n");
  MpDate before = mp_test_date ("2025"), during = mp_test_date ("2026"),
         after = mp_test_date ("2027");
  g_autofree char *first = table (agreement, &before, &during, TRUE);
  g_autofree char *second = table (agreement, &during, &after, TRUE);
  g_autofree char *back = table (agreement, &after, &before, TRUE);

  g_assert_cmpstr (first, ==, "a possibly ended: One → One\nb possibly added: - → Two\n");
  g_assert_cmpstr (second, ==, "a possibly ended: One → -\nb possibly added: Two → Two\n");
  /* The later date may well be the first of the two. */
  g_assert_cmpstr (back, ==, "a added: - → One\nb ended: Two → -\n");
}

/* The comparison of the reset: what the sources say was changed, and what they leave open. */
static void
test_reset (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *lines = NULL;
  MpDate before, after;

  g_assert_true (
    mp_compare_sides (agreement, mp_test_milestone (agreement, "reset-2026"), &before, &after));
  g_assert_cmpstr (before.text, ==, "2026-04-26");
  g_assert_cmpstr (after.text, ==, "2026-04-28");
  lines = table (agreement, &before, &after, FALSE);
  g_assert_cmpstr (
    lines, ==,
    "selling-api changed: Azure only → Any cloud; Azure first\n"
    "partner-products ended: API products on Azure only → -\n"
    "frontier possibly changed: Third-party cloud: AWS only → As before, not restated\n"
    "openai-pays-microsoft changed: No cap, until AGI → Same rate, total cap\n"
    "microsoft-pays-openai ended: Share of revenue → -\n"
    "models-and-products changed: Exclusive, to 2032 → Non-exclusive\n"
    "research-methods possibly changed: Through 2030 or AGI → As before, not restated\n"
    "who-declares-agi possibly changed: Expert panel → Panel not mentioned\n");
}

static void
test_sides (void)
{
  static const struct {
    const char *date;
    const char *before;
    const char *after;
  } cases[] = {
    { "2026-04-27", "2026-04-26", "2026-04-28" },
    { "2026", "2025-12-31", "2027-01-01" },
    { "2026-03-01/2026-04-30", "2026-02-28", "2026-05-01" },
    { "2026-04-27T09:30:00Z", "2026-04-27T09:29:59Z", "2026-04-27T09:30:01Z" },
    { "2026-04-27T00:00:00Z", "2026-04-26T23:59:59Z", "2026-04-27T00:00:01Z" },
    { "2026-04-27T23:59:59Z", "2026-04-27T23:59:58Z", "2026-04-28T00:00:00Z" },
    { "2026-04-27/..", NULL, NULL },
    { "/2026-04-27", NULL, NULL },
    { "9999-12-31", "9999-12-30", "Y10000" },
    { "9999-12-31T23:59:59Z", "9999-12-31T23:59:58Z", "Y10000" },
    { "Y12345", "Y12344", "Y12346" },
    { "Y-12345", "Y-12346", "Y-12344" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf ("milestone m %s 1 stated - M", cases[i].date);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
    MpDate before = { 0 }, after = { 0 };
    gboolean has_sides = mp_compare_sides (agreement, 0, &before, &after);

    g_test_message ("%s", cases[i].date);
    g_assert_cmpint (has_sides, ==, cases[i].before != NULL);
    g_assert_cmpstr (before.text, ==, has_sides ? cases[i].before : "");
    g_assert_cmpstr (after.text, ==, has_sides ? cases[i].after : "");
  }
}

static void
test_default_milestone (void)
{
  const char *lines = "term t - T\nphase 2000/.. stated S\n"
                      "milestone early 2001 1 stated t Early\n"
                      "milestone idle 2010 1 stated - Idle\n"
                      "milestone small 2008 3 stated t Small\n"
                      "milestone late 2005 1 stated t Late\n"
                      "milestone open 2006/.. 1 stated t Open\n";
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (MpAgreement) small =
    mp_test_agreement ("term t - T\nmilestone idle 2001 1 stated - Idle\n"
                       "milestone small 2008 3 stated t Small\n");
  g_autoptr (MpAgreement) empty = mp_test_agreement ("term t - T\n");

  g_assert_cmpuint (mp_compare_default_milestone (agreement, mp_test_instant ("2020")), ==,
                    mp_test_milestone (agreement, "late"));
  g_assert_cmpuint (mp_compare_default_milestone (agreement, mp_test_instant ("2004")), ==,
                    mp_test_milestone (agreement, "early"));
  g_assert_cmpuint (mp_compare_default_milestone (agreement, mp_test_instant ("1990")), ==,
                    mp_test_milestone (agreement, "early"));
  g_assert_cmpuint (mp_compare_default_milestone (small, mp_test_instant ("1990")), ==,
                    mp_test_milestone (small, "small"));
  g_assert_cmpuint (mp_compare_default_milestone (empty, 0), ==, MP_NONE);
}

/* Comparing the sides of a milestone gives what the milestone says that it changed, for each of its
 * terms. */
static void
test_agrees_with_changes (void)
{
  for (guint round = 0; round < N_RANDOM; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (20);
    const MpMilestones *milestones = mp_agreement_milestones (agreement);

    for (guint32 i = 0; i < milestones->length; i++) {
      g_autoptr (GArray) changes = mp_query_changes (agreement, i);
      MpDate before, after;

      /* A day is a stretch of time, but the changes of a milestone are asked for at instants. */
      if (!mp_compare_sides (agreement, i, &before, &after))
        continue;
      before.earliest = before.after - 1;
      after.after = after.earliest + 1;
      for (guint j = 0; j < changes->len; j++) {
        const MpChange *change = &g_array_index (changes, MpChange, j);
        MpComparison comparison = mp_compare_term (agreement, change->term, &before, &after);

        g_assert_cmpuint (comparison.before.status == MP_STATUS_NOT ? MP_NONE
                                                                    : comparison.before.phase,
                          ==, change->before);
        g_assert_cmpuint (comparison.after.status == MP_STATUS_NOT ? MP_NONE
                                                                   : comparison.after.phase,
                          ==, change->after);
      }
    }
  }
}

/* Compared the other way round, added is ended and ended is added. */
static void
test_turned_round (void)
{
  static const MpChangeKind turned[MP_N_CHANGE_KINDS] = {
    [MP_CHANGE_ABSENT] = MP_CHANGE_ABSENT,   [MP_CHANGE_UNCHANGED] = MP_CHANGE_UNCHANGED,
    [MP_CHANGE_ADDED] = MP_CHANGE_ENDED,     [MP_CHANGE_ENDED] = MP_CHANGE_ADDED,
    [MP_CHANGE_CHANGED] = MP_CHANGE_CHANGED,
  };

  for (guint round = 0; round < N_RANDOM; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);
    g_autofree char *one = g_strdup_printf ("%04d", g_test_rand_int_range (1990, 2040));
    g_autofree char *other = g_strdup_printf ("%04d-%02d", g_test_rand_int_range (1990, 2040),
                                              g_test_rand_int_range (1, 13));
    MpDate before = mp_test_date (one), after = mp_test_date (other);
    g_autoptr (GArray) there = mp_compare (agreement, &before, &after);
    g_autoptr (GArray) back = mp_compare (agreement, &after, &before);
    g_autoptr (GArray) nowhere = mp_compare (agreement, &before, &before);

    for (guint i = 0; i < there->len; i++) {
      const MpComparison *a = &g_array_index (there, MpComparison, i);
      const MpComparison *b = &g_array_index (back, MpComparison, i);

      g_assert_cmpint (turned[a->change], ==, b->change);
      g_assert_cmpint (a->possibly, ==, b->possibly);
      g_assert_true (mp_comparison_is_same (&g_array_index (nowhere, MpComparison, i)));
    }
  }
}

static void
test_words (void)
{
  static const struct {
    MpChangeKind change;
    gboolean possibly;
    const char *words;
  } cases[] = {
    { MP_CHANGE_ABSENT, FALSE, "Not in force" }, { MP_CHANGE_UNCHANGED, FALSE, "Unchanged" },
    { MP_CHANGE_ADDED, FALSE, "Added" },         { MP_CHANGE_ADDED, TRUE, "Possibly added" },
    { MP_CHANGE_CHANGED, FALSE, "Changed" },     { MP_CHANGE_CHANGED, TRUE, "Possibly changed" },
    { MP_CHANGE_ENDED, FALSE, "Ended" },         { MP_CHANGE_ENDED, TRUE, "Possibly ended" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpComparison comparison = { .change = cases[i].change, .possibly = cases[i].possibly };

    g_assert_cmpstr (mp_words_change (&comparison), ==, cases[i].words);
  }
}

/* The badge of a row shows the kind of change, and what holds now or held before. */
static void
test_sentences (void)
{
  static const char *const sentences[] = {
    "= Unchanged: S", "+ Added: B", "→ Changed: T1 → T2", "− Ended: E", "Not in force",
  };
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term same - Same\nphase 2020-01-01/.. stated S\n"
                       "term begins - Begins\nphase 2026-05-01/.. stated B\n"
                       "term turns - Turns\nphase 2020-01-01/2026-05-01 stated T1\n"
                       "phase 2026-05-01/.. stated T2\n"
                       "term ends - Ends\nphase 2020-01-01/2026-05-01 stated E\n"
                       "term past - Past\nphase 2020-01-01/2021-01-01 stated P\n");
  MpDate before = mp_test_date ("2025-12-31"), after = mp_test_date ("2026-06-01");
  g_autoptr (GArray) comparisons = mp_compare (agreement, &before, &after);

  for (guint i = 0; i < comparisons->len; i++) {
    g_autofree char *words =
      mp_words_comparison (agreement, &g_array_index (comparisons, MpComparison, i));

    g_assert_cmpstr (words, ==, sentences[i]);
  }
}

/* Two dates are named by the milestone whose sides they are. Of several, a preferred one wins, then
 * the most important one. */
static void
test_milestone_between (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("milestone a 2026-04-27 3 stated - A\nmilestone b 2026-04-27 1 stated - B\n"
                       "milestone c 2026-04-27T00:00:00Z 1 stated - C\n"
                       "milestone d 2025 1 stated - D\nmilestone e ../2026-04-27 1 stated - E\n");
  MpDate before = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-28");
  MpDate later = mp_test_date ("2026-04-29"), year = mp_test_date ("2026");

  g_assert_cmpuint (mp_compare_milestone_between (agreement, &before, &after, MP_NONE), ==, 1);
  g_assert_cmpuint (mp_compare_milestone_between (agreement, &before, &after, 0), ==, 0);
  g_assert_cmpuint (mp_compare_milestone_between (agreement, &before, &after, 3), ==, 1);
  g_assert_cmpuint (mp_compare_milestone_between (agreement, &before, &later, 1), ==, MP_NONE);
  g_assert_cmpuint (mp_compare_milestone_between (agreement, &year, &after, 1), ==, MP_NONE);
  for (guint32 i = 0; i < 4; i++) {
    g_assert_true (mp_compare_sides (agreement, i, &before, &after));
    g_assert_cmpuint (mp_compare_milestone_between (agreement, &before, &after, i), ==, i);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/change-kinds", test_change_kinds);
  g_test_add_func ("/compare/stretches", test_stretches);
  g_test_add_func ("/compare/reset", test_reset);
  g_test_add_func ("/compare/sides", test_sides);
  g_test_add_func ("/compare/milestone-between", test_milestone_between);
  g_test_add_func ("/compare/default-milestone", test_default_milestone);
  g_test_add_func ("/compare/agrees-with-changes", test_agrees_with_changes);
  g_test_add_func ("/compare/turned-round", test_turned_round);
  g_test_add_func ("/compare/words", test_words);

  g_test_add_func ("/compare/sentences", test_sentences);

  return g_test_run ();
}
