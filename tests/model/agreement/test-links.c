/* test-links.c: how entries are linked, and the order of those of one day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-links.h"

#include "mp-order.h"
#include "mp-test-support.h"

/* The links of an item, one a line: heading, what is at the other end, how sure that is. */
static char *
links_words (MpAgreement *agreement, MpItem item)
{
  GString *out = g_string_new (NULL);
  guint n;
  g_autofree MpLinkEnd *ends = mp_links_of (agreement, item, &n);

  for (guint i = 0; i < n; i++) {
    MpNamed other = ends[i].other;
    MpTextRef id = other.kind == MP_ID_KIND_TERM
                     ? mp_agreement_terms (agreement, NULL)[other.index].id
                     : mp_agreement_milestones (agreement)->id[other.index];

    g_string_append_printf (out, "%s: %s %s\n", mp_link_group_heading (ends[i].group),
                            mp_agreement_text (agreement, id),
                            mp_certainty_get (ends[i].certainty)->word);
  }
  return g_string_free (out, FALSE);
}

static MpItem
milestone (MpAgreement *agreement, const char *id)
{
  return (MpItem) { MP_ITEM_MILESTONE, mp_agreement_find_milestone (agreement, id) };
}

static void
check_links (MpAgreement *agreement, MpItem item, const char *expected)
{
  g_autofree char *words = links_words (agreement, item);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpint (mp_links_any (agreement, item), ==, *expected != '\0');
}

static const char lines[] = "term rent - Rent\n"
                            "phase 2026-06/2027 stated Later\n"
                            "link because memo -\n"
                            "phase 2020/2026-06 stated Before\n"
                            "link doubts reset reported\n"
                            "milestone memo 2026-04-12 3 reported - Memo\n"
                            "milestone reset 2026-04-27 1 stated - Reset\n"
                            "link because claim -\n"
                            "link because memo -\n"
                            "link because suit -\n"
                            "link doubts rent claimed\n"
                            "milestone suit 2026-03-18 3 reported - Suit\n"
                            "milestone claim 2026-04-27 3 claimed - Claim\n"
                            "milestone preview 2026-04-28 2 official - Preview\n"
                            "link follows reset -\n"
                            "milestone answer 2026-04-30 2 stated - Answer\n"
                            "link answers reset claimed\n"
                            "milestone alone 2027 2 stated - Alone\n";

static void
test_both_ends (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

  /* The surest first, then by date; what followed is as sure as what it follows. */
  check_links (agreement, milestone (agreement, "reset"),
               "Why: suit reported\nWhy: memo reported\nWhy: claim claimed\n"
               "What Followed: preview stated\nWhat Followed: answer claimed\n"
               "Doubts: rent claimed\nDoubted By: rent reported\n");
  check_links (agreement, milestone (agreement, "claim"), "A Reason For: reset claimed\n");
  check_links (agreement, milestone (agreement, "memo"),
               "A Reason For: rent reported\nA Reason For: reset reported\n");
  check_links (agreement, milestone (agreement, "preview"), "What It Answers: reset stated\n");
  check_links (agreement, milestone (agreement, "alone"), "");
}

/* The phases were put in order of time; each kept its links. What leads to the term leads to each.
 */
static void
test_phases (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

  check_links (agreement, (MpItem) { MP_ITEM_PHASE, 0 },
               "Doubts: reset reported\nDoubted By: reset claimed\n");
  check_links (agreement, (MpItem) { MP_ITEM_PHASE, 1 },
               "Why: memo reported\nDoubted By: reset claimed\n");
}

static void
test_none (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("milestone a 2026 1 stated - A\n");

  check_links (agreement, milestone (agreement, "a"), "");
  check_links (agreement, (MpItem) { MP_ITEM_NONE, 0 }, "");
}

static void
test_item_of (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpNamed rent = { MP_ID_KIND_TERM, 0 };
  MpItem item = mp_links_item_of (agreement, rent, mp_test_instant ("2021"));

  g_assert_cmpint (item.kind, ==, MP_ITEM_PHASE);
  g_assert_cmpuint (item.index, ==, 0);
  item = mp_links_item_of (agreement, rent, mp_test_instant ("2030"));
  g_assert_cmpuint (item.index, ==, 1);
  item = mp_links_item_of (agreement, (MpNamed) { MP_ID_KIND_TOPIC, 0 }, 0);
  g_assert_cmpint (item.kind, ==, MP_ITEM_NONE);
}

/* --- Order -------------------------------------------------------------------------------------
 */

static void
test_order (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("milestone none 2026-04-27 1 stated - Without\n"
                       "order 2\nmilestone second 2026-04-27 1 stated - Second\n"
                       "order 1\nmilestone other-day 2026-04-28 1 stated - Other day\n"
                       "order 1\nmilestone first 2026-04-27 1 stated - First\n"
                       "milestone last 2026-04-27 1 stated - Without, too\n");
  static const char *const expected[] = { "first", "second", "none", "last", "other-day" };
  const guint32 *order = mp_order_milestones (agreement);
  const guint32 *items = mp_order_items (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_cmpstr (mp_agreement_text (agreement, milestones->id[order[i]]), ==, expected[i]);
    g_assert_cmpuint (items[i], ==, order[i]);
    if (i > 0)
      g_assert_cmpint (mp_item_compare (agreement, (MpItem) { MP_ITEM_MILESTONE, order[i - 1] },
                                        (MpItem) { MP_ITEM_MILESTONE, order[i] }),
                       <, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links/both-ends", test_both_ends);
  g_test_add_func ("/links/phases", test_phases);
  g_test_add_func ("/links/none", test_none);
  g_test_add_func ("/links/item-of", test_item_of);
  g_test_add_func ("/links/order", test_order);
  return g_test_run ();
}
