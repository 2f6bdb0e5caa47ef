/* test-difference.c: what became of every entry from one agreement to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference.h"

#include "mp-known.h"
#include "mp-test-support.h"

/* The differences but for those of sources, one a line: kind, thing, member, name, words. */
static char *
words_of (MpAgreement *before, MpAgreement *after)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) differences = mp_differences (before, after);

  for (guint i = 0; i < differences->len; i++) {
    const MpDifference *difference = &g_array_index (differences, MpDifference, i);
    g_autofree char *name = mp_difference_name (before, after, difference);
    g_autofree char *words = mp_difference_words (difference);

    if (difference->thing != MP_THING_SOURCE)
      g_string_append_printf (
        out, "%s %s %s | %s | %s\n", mp_difference_kind_to_string (difference->kind),
        mp_thing_to_string (difference->thing), difference->member, name, words);
  }
  return g_string_free (out, FALSE);
}

static void
check (const char *before, const char *after, const char *expected)
{
  g_autoptr (MpAgreement) left = mp_test_agreement (before);
  g_autoptr (MpAgreement) right = mp_test_agreement (after);
  g_autofree char *actual = words_of (left, right);

  g_assert_cmpstr (actual, ==, expected);
}

#define RENT                                                                                       \
  "topic rent green Rent\nterm rent rent Rent\n"                                                   \
  "phase 2020/2024 stated Low\ncite a\nphase 2024/2030 stated High\ncite b\n"
#define RESET "milestone reset 2024 1 stated rent The reset\ncite b\n"
#define MEMO "milestone memo 2023 2 claimed - The memo\ncite c\namount 5 Price\ncite c\n"

static void
test_nothing (void)
{
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  g_autoptr (MpAgreement) same = mp_test_shipped_agreement ();
  g_autoptr (GArray) differences = mp_differences (shipped, same);
  g_autofree char *summary = mp_differences_summary (differences);

  g_assert_cmpuint (differences->len, ==, 0);
  g_assert_cmpstr (summary, ==, "no differences");
  /* Another order is no difference. */
  check (RENT RESET MEMO, RENT MEMO RESET, "");
}

static void
test_entries (void)
{
  check (RENT RESET, RENT RESET MEMO, "added milestone  | The memo | Added\n");
  check (RENT RESET MEMO, RENT RESET, "gone milestone  | The memo | Gone\n");
  check (RENT, RENT "term key rent Key\nphase 2020/.. stated Held\ncite a\n",
         "added term  | Key | Added\n");
  check (RENT, "topic rent green Rent\nterm rent rent Rent\nphase 2020/2024 stated Low\ncite a\n",
         "gone phase  | Rent: High | Gone\n");
}

static void
test_members (void)
{
  check (RENT RESET, RENT "milestone reset 2025-02 2 stated - A reset\ncite b\n",
         "moved milestone date | A reset | Moved: 2024 → February 2025\n"
         "reworded milestone title | A reset | Reworded: The reset → A reset\n"
         "changed milestone importance | A reset | Changed: 1 → 2\n"
         "changed milestone changes | A reset | Changed: − Rent\n");
  /* A phase is the same one by its state, or by its start. */
  check (RENT,
         "topic rent green Rent\nterm rent rent Rent\n"
         "phase 2020/2023 stated Cheap\ncite a\nphase 2023/2030 stated High\ncite b\n",
         "moved phase span | Rent: Cheap | Moved: 2020 to 2024 → 2020 to 2023\n"
         "reworded phase state | Rent: Cheap | Reworded: Low → Cheap\n"
         "moved phase span | Rent: High | Moved: 2024 to 2030 → 2023 to 2030\n");
}

/* Which phase is the same one. */
static void
test_phases (void)
{
#define TERM "topic rent green Rent\nterm rent rent Rent\n"
#define PHASE(span, state) "phase " span " stated " state "\ncite a\n"
  /* Its state says more of it than its start. */
  check (TERM PHASE ("2020/2024", "Low") PHASE ("2024/2030", "High"),
         TERM PHASE ("2020/2024", "High") PHASE ("2024/2030", "Low"),
         "moved phase span | Rent: High | Moved: 2024 to 2030 → 2020 to 2024\n"
         "moved phase span | Rent: Low | Moved: 2020 to 2024 → 2024 to 2030\n");
  /* Those of one state are the same in order. */
  check (TERM PHASE ("2020/2022", "Low") PHASE ("2022/2024", "High") PHASE ("2024/2026", "Low"),
         TERM PHASE ("2020/2021", "Low") PHASE ("2022/2024", "High") PHASE ("2025/2026", "Low"),
         "moved phase span | Rent: Low | Moved: 2020 to 2022 → 2020 to 2021\n"
         "moved phase span | Rent: Low | Moved: 2024 to 2026 → 2025 to 2026\n");
  /* One that is put in front of another is added, and the other stays. */
  check (TERM PHASE ("2024/2030", "Low"),
         TERM PHASE ("2020/2024", "Low") PHASE ("2024/2030", "Low"),
         "added phase  | Rent: Low | Added\n");
  /* A phase is told by the id of its own term. */
  {
    g_autoptr (MpAgreement) before =
      mp_test_agreement ("term key - Key\n" PHASE ("2020/2024", "Held") TERM);
    g_autoptr (MpAgreement) after = mp_test_agreement (
      "term key - Key\n" PHASE ("2020/2024", "Held") TERM PHASE ("2020/2024", "Low"));
    g_autoptr (GArray) differences = mp_differences (before, after);

    g_assert_cmpuint (differences->len, ==, 1);
    g_assert_cmpstr (
      mp_difference_id (before, after, &g_array_index (differences, MpDifference, 0)), ==, "rent");
  }
#undef PHASE
#undef TERM
}

/* What binds and what happened comes before what it is told with. */
static void
test_order (void)
{
  g_autoptr (MpAgreement) before = mp_test_agreement (RENT);
  g_autoptr (MpAgreement) after =
    mp_test_agreement (RENT "topic key blue Keys\nterm key key Keys\nphase 2020/2024 stated Held\n"
                            "cite z\n" MEMO);
  g_autoptr (GArray) differences = mp_differences (before, after);
  const MpThing expected[] = { MP_THING_TERM, MP_THING_MILESTONE, MP_THING_TOPIC, MP_THING_SOURCE,
                               MP_THING_SOURCE };

  g_assert_cmpuint (differences->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < differences->len; i++)
    g_assert_cmpint (g_array_index (differences, MpDifference, i).thing, ==, expected[i]);
}

static void
test_sources (void)
{
  check (RENT RESET MEMO,
         RENT "milestone reset 2024 1 reported rent The reset\ncite b,d\n"
              "milestone memo 2023 2 stated - The memo\ncite d\namount 6 Price\ncite c,d\n",
         "worse-sourced milestone certainty | The reset | Worse sourced: Stated by the parties → "
         "Reported by the press\n"
         "better-sourced milestone sources | The reset | Better sourced: + Publisher, “d”, 2020\n"
         "amount milestone amounts | The memo | Amount: USD 5 (Price) → USD 6 (Price)\n"
         "better-sourced milestone amounts | The memo | Better sourced: + Publisher, “d”, 2020\n"
         "better-sourced milestone certainty | The memo | Better sourced: Claimed by one source → "
         "Stated by the parties\n"
         "sources milestone sources | The memo | Sourced otherwise: Publisher, “c”, 2020 → "
         "Publisher, “d”, 2020\n");
}

/* How many of each kind. */
static void
test_summary (void)
{
  g_autoptr (MpAgreement) before = mp_test_agreement (RENT RESET);
  g_autoptr (MpAgreement) after =
    mp_test_agreement (RENT "milestone reset 2025 1 reported rent A reset\ncite b\n"
                            "milestone memo 2023 2 claimed - Memo\ncite b\n");
  g_autoptr (GArray) differences = mp_differences (before, after);
  g_autofree char *summary = mp_differences_summary (differences);

  g_assert_cmpstr (summary, ==, "1 added, 1 moved, 1 reworded, 1 worse sourced");
}

/* The differences of random agreements: none from one to itself; from one to another as many things
 * added as are gone the other way. */
static void
test_random (void)
{
  for (guint round = 0; round < 30; round++) {
    g_autoptr (MpAgreement) left = mp_test_random_agreement (40);
    g_autoptr (MpAgreement) right = mp_test_random_agreement (40);
    g_autoptr (GArray) same = mp_differences (left, left);
    g_autoptr (GArray) there = mp_differences (left, right);
    g_autoptr (GArray) back = mp_differences (right, left);

    g_assert_cmpuint (same->len, ==, 0);
    g_assert_cmpuint (mp_differences_count (there, MP_DIFFERENCE_ADDED), ==,
                      mp_differences_count (back, MP_DIFFERENCE_GONE));
    g_assert_cmpuint (mp_differences_count (there, MP_DIFFERENCE_REWORDED), ==,
                      mp_differences_count (back, MP_DIFFERENCE_REWORDED));
    g_assert_cmpuint (mp_differences_count (there, MP_DIFFERENCE_BETTER), ==,
                      mp_differences_count (back, MP_DIFFERENCE_WORSE));
  }
}

/* What became known from the eve of the reset to three days later. */
static void
test_known (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate eve = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-30");
  g_autoptr (MpAgreement) left = mp_agreement_as_known (agreement, &eve);
  g_autoptr (MpAgreement) right = mp_agreement_as_known (agreement, &after);
  g_autofree char *words = words_of (left, right);

  g_assert_nonnull (g_strstr_len (words, -1, "added milestone  | The 2026 reset | Added\n"));
  g_assert_nonnull (g_strstr_len (words, -1,
                                  "moved phase span | Selling OpenAI's API: Azure only | Moved: "
                                  "from 22 July 2019, end not known → 22 July 2019 to 27 April "
                                  "2026\n"));
  g_assert_nonnull (g_strstr_len (
    words, -1, "added phase  | Selling OpenAI's API: Any cloud; Azure first | Added\n"));
  g_assert_null (g_strstr_len (words, -1, "gone "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/nothing", test_nothing);
  g_test_add_func ("/difference/entries", test_entries);
  g_test_add_func ("/difference/members", test_members);
  g_test_add_func ("/difference/phases", test_phases);
  g_test_add_func ("/difference/order", test_order);
  g_test_add_func ("/difference/sources", test_sources);
  g_test_add_func ("/difference/summary", test_summary);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/known", test_known);
  return g_test_run ();
}
