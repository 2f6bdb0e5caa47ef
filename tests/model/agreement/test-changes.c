/* test-changes.c: what a milestone changed, and which one comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-order.h"
#include "mp-query.h"

#include "mp-agreement.h"
#include "mp-test-support.h"

/* --- What changed ----------------------------------------------------------------------------- */

/* The changes of a milestone as "term: before → after", one a line; "-" for no phase. */
static char *
changes_words (MpAgreement *agreement, const char *milestone)
{
  g_autoptr (GArray) changes =
    mp_query_changes (agreement, mp_test_milestone (agreement, milestone));
  const MpPhases *phases = mp_agreement_phases (agreement);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++) {
    MpChange *change = &g_array_index (changes, MpChange, i);
    MpTextRef id = mp_agreement_terms (agreement, NULL)[change->term].id;

    g_string_append_printf (
      words, "%s: %s → %s\n", mp_agreement_text (agreement, id),
      change->before != MP_NONE ? mp_agreement_text (agreement, phases->state[change->before])
                                : "-",
      change->after != MP_NONE ? mp_agreement_text (agreement, phases->state[change->after]) : "-");
  }
  return g_string_free (words, FALSE);
}

static void
check_changes (const char *lines, const char *milestone, const char *expected)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autofree char *words = changes_words (agreement, milestone);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_change_kinds (void)
{
  check_changes ("term kept - T\n"
                 "phase 2019/2026-04-27 stated Old\n"
                 "phase 2026-04-27/.. stated New\n"
                 "term ended - T\n"
                 "phase /2026-04-27 stated Old\n"
                 "term begun - T\n"
                 "phase 2026-04-27/2030 stated New\n"
                 "term same - T\n"
                 "phase 2019/2030 stated Same\n"
                 "term bare - T\n"
                 "term other - T\n"
                 "phase 2019/2026-04-27 stated Old\n"
                 "milestone m 2026-04-27 1 stated same,bare,kept,ended,begun M",
                 "m",
                 "same: Same → Same\n"
                 "bare: - → -\n"
                 "kept: Old → New\n"
                 "ended: Old → -\n"
                 "begun: - → New\n");
}

static void
test_change_of_vague_date (void)
{
  const char *lines = "term t - T\n"
                      "phase 2019/2030 stated Old\n"
                      "phase 2030/2035 stated New\n"
                      "milestone year 2030 1 stated t M\n"
                      "milestone inside 2030-06 1 stated t M\n";

  check_changes (lines, "year", "t: Old → New\n");
  /* Where both phases are possible, the later one counts as the one that holds. */
  check_changes (lines, "inside", "t: New → New\n");
}

/* A milestone without a bound on one side has no instant beyond it to look at. */
static void
test_change_of_open_date (void)
{
  const char *lines = "term t - T\n"
                      "phase 2019/2030 stated Old\n"
                      "milestone since 2025/.. 1 stated t M\n"
                      "milestone until ../2025 1 stated t M\n"
                      "milestone unknown 2025/ 1 stated t M\n";

  check_changes (lines, "since", "t: Old → -\n");
  check_changes (lines, "until", "t: - → Old\n");
  check_changes (lines, "unknown", "t: Old → -\n");
}

static void
test_no_changes (void)
{
  check_changes ("term t - T\n"
                 "phase 2019/2026-04-27 stated Old\n"
                 "milestone m 2026-04-27 1 stated - M",
                 "m", "");
}

/* --- Milestones ------------------------------------------------------------------------------- */

static const char *const some_milestones = "milestone late 2030 1 stated - M\n"
                                           "milestone day 2026-04-27 2 stated - M\n"
                                           "milestone early 2019 3 stated - M\n"
                                           "milestone same-day 2026-04-27 1 stated - M\n"
                                           "milestone month 2026-04 2 stated - M\n"
                                           "milestone first 2030-01-01 3 stated - M\n"
                                           "milestone until ../2010 3 stated - M\n";

static void
test_order (void)
{
  static const char *const expected[] = { "until",    "early", "month", "day",
                                          "same-day", "first", "late" };
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_milestones);
  const guint32 *order = mp_order_milestones (agreement);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (
      mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[order[i]]), ==,
      expected[i]);
}

static void
test_no_milestones (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("");

  mp_order_milestones (agreement);
  g_assert_cmpuint (mp_agreement_milestones (agreement)->length, ==, 0);
}

static gboolean
changes_term (MpAgreement *agreement, guint32 milestone, guint32 term)
{
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_agreement_changes (agreement)[i] == term)
      return TRUE;
  return FALSE;
}

/* The first ones in order of time that change a term, but for one of them. */
static void
check_changing (MpAgreement *agreement, guint32 term, guint32 except, guint n)
{
  const guint32 *order = mp_order_milestones (agreement);
  g_autoptr (MpBits) terms = NULL;
  g_autoptr (GArray) changing = NULL;
  guint n_terms, found = 0;

  mp_agreement_terms (agreement, &n_terms);
  terms = mp_bits_new (n_terms);
  mp_bits_set (terms, term, TRUE);
  changing = mp_query_milestones_changing (agreement, terms, except, n);
  for (guint i = 0; i < mp_agreement_milestones (agreement)->length && found < n; i++) {
    if (order[i] == except || !changes_term (agreement, order[i], term))
      continue;
    g_assert_cmpuint (found, <, changing->len);
    g_assert_cmpuint (g_array_index (changing, guint32, found), ==, order[i]);
    found++;
  }
  g_assert_cmpuint (changing->len, ==, found);
}

static void
test_changing (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++)
    for (guint n = 0; n < 5; n++) {
      check_changing (agreement, term, MP_NONE, n);
      check_changing (agreement, term, mp_test_milestone (agreement, "reset-2026"), n);
    }
}

/* --- The shipped agreement -------------------------------------------------------------------- */

static void
test_shipped_reset (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *words = changes_words (agreement, "reset-2026");

  g_assert_cmpstr (words, ==,
                   "selling-api: Azure only → Any cloud; Azure first\n"
                   "partner-products: API products on Azure only → -\n"
                   "openai-pays-microsoft: No cap, until AGI → Same rate, total cap\n"
                   "microsoft-pays-openai: Share of revenue → -\n"
                   "models-and-products: Exclusive, to 2032 → Non-exclusive\n"
                   "who-declares-agi: Expert panel → Panel not mentioned\n");
}

static void
test_shipped_ends (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *revenue = changes_words (agreement, "revenue-share-ends");
  g_autofree char *licence = changes_words (agreement, "licence-ends");

  g_assert_cmpstr (revenue, ==, "openai-pays-microsoft: Same rate, total cap → -\n");
  g_assert_cmpstr (licence, ==, "models-and-products: Non-exclusive → -\n");
}

/* Every term that a milestone claims to change does change, and on that very date. */
static void
test_shipped_changes_are_real (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    g_autoptr (GArray) changes = mp_query_changes (agreement, i);

    g_assert_cmpuint (changes->len, ==, milestones->changes[i].count);
    for (guint j = 0; j < changes->len; j++) {
      MpChange *change = &g_array_index (changes, MpChange, j);

      if (change->before != change->after)
        continue;
      g_test_message (
        "%s does not change %s", mp_agreement_text (agreement, milestones->id[i]),
        mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[change->term].id));
      g_test_fail ();
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/changes/kinds", test_change_kinds);
  g_test_add_func ("/changes/vague-date", test_change_of_vague_date);
  g_test_add_func ("/changes/open-date", test_change_of_open_date);
  g_test_add_func ("/changes/none", test_no_changes);
  g_test_add_func ("/milestones/order", test_order);
  g_test_add_func ("/milestones/none", test_no_milestones);
  g_test_add_func ("/milestones/changing", test_changing);
  g_test_add_func ("/changes/shipped/reset", test_shipped_reset);
  g_test_add_func ("/changes/shipped/ends", test_shipped_ends);
  g_test_add_func ("/changes/shipped/changes-are-real", test_shipped_changes_are_real);
  return g_test_run ();
}
