/* test-difference-members.c: each member of a file that changes is told, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-difference.h"

#include "mp-test-support.h"

/* What stands once in tests/agreements/valid/all-keys.json, or first, what takes its place, and all
 * differences that it makes, one a line: kind, thing, id, name, member, words. */
static const struct {
  const char *old;
  const char *new;
  const char *told;
} edits[] = {
  /* Agreement. */
  { "\"title\": \"Test\"", "\"title\": \"Trial\"",
    "reworded agreement  | Trial | title | Reworded: Test → Trial\n" },
  { "Every key of the format.", "All keys.",
    "reworded agreement  | Test | summary | Reworded: Every key of the format. → All keys.\n" },
  { "\"checked\": \"2026-11-23\"", "\"checked\": \"2026-11-24\"",
    "changed agreement  | Test | checked | Changed: 2026-11-23 → 2026-11-24\n" },
  /* Parties and topics. */
  { "\"name\": \"Buyer\"", "\"name\": \"Buyers\"",
    "reworded party buyer | Buyers | name | Reworded: Buyer → Buyers\n" },
  { "\"Buys.\"", "\"Pays.\"",
    "reworded party buyer | Buyer | summary | Reworded: Buys. → Pays.\n" },
  { "\"Blue\", \"color\"", "\"Azure\", \"color\"",
    "reworded topic blue | Azure | title | Reworded: Blue → Azure\n" },
  { "\"color\": \"blue\"", "\"color\": \"gray\"",
    "changed topic blue | Blue | color | Changed: blue → gray\n" },
  { "\"title\": \"Green\"", "\"title\": \"Lawn\"",
    "reworded topic green | Lawn | title | Reworded: Green → Lawn\n" },
  /* Sources. */
  { "\"A post\"", "\"The post\"",
    "reworded source post | The post | title | Reworded: A post → The post\n" },
  { "\"publisher\": \"Buyer\"", "\"publisher\": \"Seller\"",
    "reworded source post | A post | publisher | Reworded: Buyer → Seller\n" },
  { "\"date\": \"2026-04-27\"", "\"date\": \"2026-05\"",
    "moved source post | A post | date | Moved: 27 April 2026 → May 2026\n" },
  { "\"A filing\", \"date\": \"2026-04\",", "\"A filing\",",
    "moved source filing | A filing | date | Moved: − April 2026\n" },
  { "\"A newspaper\",", "\"A newspaper\", \"date\": \"2026-06\",",
    "moved source paper | A newspaper | date | Moved: + June 2026\n" },
  { "post?a=1", "post?a=2",
    "changed source post | A post | url | Changed: https://example.com/post?a=1&b=2#part → "
    "https://example.com/post?a=2&b=2#part\n" },
  { "\"kind\": \"article\"", "\"kind\": \"press\"",
    "changed source essay | An essay | kind | Changed: article → press\n" },
  { "Quoted by another publisher.", "A copy.",
    "reworded source post | A post | note | Reworded: Quoted by another publisher. → A copy.\n" },
  { "\"accessed\": \"2026-11-23\"", "\"accessed\": \"2026-11-24\"",
    "changed source post | A post | accessed | Changed: 2026-11-23 → 2026-11-24\n" },
  { "example.org/2026/post", "example.org/2027/post",
    "changed source post | A post | archived | Changed: https://archive.example.org/2026/post → "
    "https://archive.example.org/2027/post\n" },
  /* A term. */
  { "\"Price\",", "\"Fee\",", "reworded term price | Fee | title | Reworded: Price → Fee\n" },
  { "\"topic\": \"blue\",\n      \"obligor\"", "\"topic\": \"red\",\n      \"obligor\"",
    "changed term price | Price | topic | Changed: Blue → Red\n" },
  { "\"obligor\": \"buyer\"", "\"obligor\": \"seller\"",
    "changed term price | Price | obligor | Changed: Buyer → Seller\n" },
  { "\"obligee\": \"seller\",", "", "changed term price | Price | obligee | Changed: − Seller\n" },
  { "What the buyer pays.", "What is paid.",
    "reworded term price | Price | summary | Reworded: What the buyer pays. → What is paid.\n" },
  /* Its notice. */
  { "\"P60D\"", "\"P61D\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P61D P90D 24:00 to stop renewal business following 2030-12-24\n" },
  { "\"P90D\"", "\"P91D\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P91D 24:00 to stop renewal business following 2030-12-24\n" },
  { "\"days\": \"business\"", "\"days\": \"calendar\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P90D 24:00 to stop renewal calendar following 2030-12-24\n" },
  { "\"following\"", "\"preceding\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P90D 24:00 to stop renewal business preceding 2030-12-24\n" },
  { "\"24:00\"", "\"17:00\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P90D 17:00 to stop renewal business following 2030-12-24\n" },
  { "\"2030-12-24\"", "\"2030-12-23\"",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P90D 24:00 to stop renewal business following 2030-12-23\n" },
  { "to stop renewal", "to stop",
    "changed term price | Price | notice | Changed: P60D P90D 24:00 to stop renewal business "
    "following 2030-12-24 → P60D P90D 24:00 to stop business following 2030-12-24\n" },
  { "\"certainty\": \"claimed\",\n        \"sources\": [ \"post\"",
    "\"certainty\": \"stated\",\n        \"sources\": [ \"post\"",
    "better-sourced term price | Price | notice | Better sourced: Claimed by one source → Stated "
    "by the parties\n" },
  { "[ \"post\", { \"id\": \"filing\", \"at\": \"Note 18\" } ]", "[ \"post\" ]",
    "worse-sourced term price | Price | notice | Worse sourced: − A filing, April 2026\n" },
  { "Note 18", "Note 19",
    "reworded term price | Price | notice | Reworded: A filing, April 2026, Note 18 → A filing, "
    "April 2026, Note 19\n" },
  /* A phase. */
  { "2019/2030\",", "2019/2029\",",
    "moved phase price | Price: Fixed | span | Moved: 2019 to 2030 → 2019 to 2029\n" },
  { "\"Fixed\"", "\"Set\"", "reworded phase price | Price: Set | state | Reworded: Fixed → Set\n" },
  { "\"The price is fixed.\",\n", "\"It is fixed.\",\n",
    "reworded phase price | Price: Fixed | summary | Reworded: The price is fixed. → It is "
    "fixed.\n" },
  { "the cap is reached", "it is sold",
    "reworded phase price | Price: Fixed | ends_early | Reworded: the cap is reached → it is "
    "sold\n" },
  { "Fixed for the buyer only.", "So it says.",
    "reworded phase price | Price: Fixed | note | Reworded: Fixed for the buyer only. → So it "
    "says.\n" },
  { "\"certainty\": \"stated\",\n          \"sources\": [ \"post\", {",
    "\"certainty\": \"reported\",\n          \"sources\": [ \"post\", {",
    "worse-sourced phase price | Price: Fixed | certainty | Worse sourced: Stated by the parties → "
    "Reported by the press\n" },
  { ", { \"id\": \"court\" } ]", " ]",
    "worse-sourced phase price | Price: Fixed | sources | Worse sourced: − A judgment, 2026\n" },
  { ", { \"id\": \"court\" } ]", ", \"essay\" ]",
    "sources phase price | Price: Fixed | sources | Sourced otherwise: A judgment, 2026 → An "
    "essay, undated\n" },
  { "Note 17", "Note 16",
    "reworded phase price | Price: Fixed | sources | Reworded: A filing, April 2026, Note 17: The "
    "price is fixed. → A filing, April 2026, Note 16: The price is fixed.\n" },
  { "\"quote\": \"The price is fixed.\"", "\"quote\": \"It is fixed.\"",
    "reworded phase price | Price: Fixed | sources | Reworded: A filing, April 2026, Note 17: The "
    "price is fixed. → A filing, April 2026, Note 17: It is fixed.\n" },
  { "\"P12Y\"", "\"P13Y\"",
    "moved phase price | Price: Free | span | Moved: start: 2031; end: some day from 1 December "
    "2038 to 30 November 2039 → start: 2032; end: some day from 1 December 2038 to 30 November "
    "2039\n" },
  { "\"P1M\"", "\"P2M\"",
    "moved phase price | Price: Free | span | Moved: start: 2031; end: some day from 1 December "
    "2038 to 30 November 2039 → start: 2031; end: some day from 1 November 2038 to 31 October "
    "2039\n" },
  /* Its amounts. */
  { "38000000000", "39000000000",
    "amount phase price | Price: Fixed | amounts | Amount: USD 38 billion (cap; a cap) → USD 39 "
    "billion (cap; a cap)\n" },
  { "\"USD\"", "\"EUR\"",
    "amount phase price | Price: Fixed | amounts | Amount: USD 38 billion (cap; a cap) → EUR 38 "
    "billion (cap; a cap)\n" },
  { "\"cap\", \"certainty\": \"reported\"", "\"cap\", \"certainty\": \"stated\"",
    "better-sourced phase price | Price: Fixed | amounts | Better sourced: Reported by the press → "
    "Stated by the parties\n" },
  { "\"cap\", \"certainty\"", "\"ceiling\", \"certainty\"",
    "amount phase price | Price: Fixed | amounts | Amount: + USD 38 billion (ceiling; a cap)\n"
    "amount phase price | Price: Fixed | amounts | Amount: − USD 38 billion (cap; a cap)\n" },
  { "[ \"paper\" ], \"cap\"", "[ \"paper\", \"post\" ], \"cap\"",
    "better-sourced phase price | Price: Fixed | amounts | Better sourced: + Buyer, “A post”, 27 "
    "April 2026\n" },
  { ", \"cap\": true", "",
    "amount phase price | Price: Fixed | amounts | Amount: USD 38 billion (cap; a cap) → USD 38 "
    "billion (cap)\n" },
  { ",\n            { \"value\": 12.5, \"unit\": \"percent\", \"what\": \"rate\", \"certainty\": "
    "\"claimed\" }",
    "", "amount phase price | Price: Fixed | amounts | Amount: − 12.5 percent (rate)\n" },
  /* Other dates and links of a phase. */
  { "2019/2031", "2019/2032",
    "changed phase price | Price: Fixed | alternatives | Changed: 2019 to 2031 (Disputed: sources "
    "disagree: A draft.) [An essay, undated] → 2019 to 2032 (Disputed: sources disagree: A draft.) "
    "[An essay, undated]\n" },
  { "\"A draft.\"", "\"An error.\"",
    "changed phase price | Price: Fixed | alternatives | Changed: 2019 to 2031 (Disputed: sources "
    "disagree: A draft.) [An essay, undated] → 2019 to 2031 (Disputed: sources disagree: An "
    "error.) [An essay, undated]\n" },
  { "\"A draft.\", \"certainty\": \"disputed\"", "\"A draft.\", \"certainty\": \"claimed\"",
    "changed phase price | Price: Fixed | alternatives | Changed: 2019 to 2031 (Disputed: sources "
    "disagree: A draft.) [An essay, undated] → 2019 to 2031 (Claimed by one source: A draft.) [An "
    "essay, undated]\n" },
  { "\"disputed\", \"sources\": [ \"essay\" ]", "\"disputed\", \"sources\": [ \"paper\" ]",
    "changed phase price | Price: Fixed | alternatives | Changed: 2019 to 2031 (Disputed: sources "
    "disagree: A draft.) [An essay, undated] → 2019 to 2031 (Disputed: sources disagree: A draft.) "
    "[A newspaper, undated]\n" },
  { "\"doubts\", \"certainty\": \"claimed\"", "\"doubts\", \"certainty\": \"stated\"",
    "changed phase price | Price: Fixed | links | Changed: Doubts: Ended (Claimed by one source) "
    "[An essay, undated] → Doubts: Ended (Stated by the parties) [An essay, undated]\n" },
  { "\"doubts\"", "\"because\"",
    "changed phase price | Price: Fixed | links | Changed: Doubts: Ended (Claimed by one source) "
    "[An essay, undated] → Why: Ended (Claimed by one source) [An essay, undated]\n" },
  { "\"to\": \"ended\", \"as\": \"doubts\"", "\"to\": \"signed\", \"as\": \"doubts\"",
    "changed phase price | Price: Fixed | links | Changed: Doubts: Ended (Claimed by one source) "
    "[An essay, undated] → Doubts: Signed (Claimed by one source) [An essay, undated]\n" },
  { "\"claimed\", \"sources\": [ \"essay\" ] } ],\n          \"certainty\"",
    "\"claimed\", \"sources\": [ \"paper\" ] } ],\n          \"certainty\"",
    "changed phase price | Price: Fixed | links | Changed: Doubts: Ended (Claimed by one source) "
    "[An essay, undated] → Doubts: Ended (Claimed by one source) [A newspaper, undated]\n" },
  /* A milestone. */
  { "\"date\": \"2019\"", "\"date\": \"2019-02\"",
    "moved phase price | Price: Free | span | Moved: start: 2031; end: some day from 1 December "
    "2038 to 30 November 2039 → start: February 2031; end: some day from 1 January 2039 to 28 "
    "January 2039\n"
    "moved milestone signed | Signed | date | Moved: 2019 → February 2019\n"
    "moved milestone ended | Ended | date | Moved: 2039 → February 2039\n" },
  { "\"title\": \"Signed\",\n      \"topic\"", "\"title\": \"Sealed\",\n      \"topic\"",
    "reworded milestone signed | Sealed | title | Reworded: Signed → Sealed\n" },
  { "\"title\": \"Signed\",\n      \"topic\": \"blue\"",
    "\"title\": \"Signed\",\n      \"topic\": \"red\"",
    "changed milestone signed | Signed | topic | Changed: Blue → Red\n" },
  { "\"importance\": 1", "\"importance\": 2",
    "changed milestone signed | Signed | importance | Changed: 1 → 2\n" },
  { "\"The parties signed.\",\n", "\"Both signed.\",\n",
    "reworded milestone signed | Signed | summary | Reworded: The parties signed. → Both "
    "signed.\n" },
  { "\"changes\": [ \"price\" ],", "",
    "changed milestone signed | Signed | changes | Changed: − Price\n" },
  /* Which of two comes first on a day is layout; what answers and what follows is one list. */
  { "\"order\": 2", "\"order\": 3", "" },
  { "\"as\": \"answers\"", "\"as\": \"follows\"", "" },
  { "\"certainty\": \"disputed\",\n", "\"certainty\": \"stated\",\n",
    "better-sourced milestone signed | Signed | certainty | Better sourced: Disputed: sources "
    "disagree → Stated by the parties\n" },
  { "last paragraph", "first paragraph",
    "reworded milestone signed | Signed | sources | Reworded: An essay, undated, last paragraph → "
    "An essay, undated, first paragraph\n" },
  { "{ \"id\": \"essay\", \"at\": \"last paragraph\" }", "\"paper\"",
    "sources milestone signed | Signed | sources | Sourced otherwise: An essay, undated → A "
    "newspaper, undated\n" },
  { "-1e6", "-2e6",
    "amount milestone signed | Signed | amounts | Amount: EUR -1 million (rebate) → EUR -2 million "
    "(rebate)\n" },
  { "\"2018-12\"", "\"2018-11\"",
    "changed milestone signed | Signed | alternatives | Changed: December 2018 (Claimed by one "
    "source: Signed earlier.) [An essay, undated] → November 2018 (Claimed by one source: Signed "
    "earlier.) [An essay, undated]\n" },
  { "\"P20Y\"", "\"P21Y\"",
    "moved phase price | Price: Free | span | Moved: start: 2031; end: some day from 1 December "
    "2038 to 30 November 2039 → start: 2031; end: some day from 1 December 2039 to 30 November "
    "2040\n"
    "moved milestone ended | Ended | date | Moved: 2039 → 2040\n" },
  /* Steps. */
  { "\"text\": \"The parties signed.\"", "\"text\": \"They signed.\"",
    "reworded step  | Signed | text | Reworded: The parties signed. → They signed.\n" },
  { "\"from\": \"2018\"", "\"from\": \"2017\"",
    "changed step  | Signed | from | Changed: 2018 → 2017\n" },
  { "\"2020-06\"", "\"2020-07\"", "changed step  | Signed | to | Changed: 2020-06 → 2020-07\n" },
  { "\"select\": \"signed\"", "\"select\": \"ended\"",
    "changed step  | Signed | select | Changed: Signed → Ended\n" },
  { "\"select\": \"price\", ", "", "changed step  | The price | select | Changed: − Price\n" },
  { "\"select\": \"blue\"", "\"select\": \"red\"",
    "changed step  | Blue | select | Changed: Blue → Red\n" },
  { "\"as_of\": \"2029\"", "\"as_of\": \"2028\"",
    "changed step  | The price | as_of | Changed: 2029 → 2028\n" },
  { "\"2026~\"", "\"2026\"", "changed step  | Signed | known | Changed: 2026~ → 2026\n" },
  { "\"as_of\": \"2029\", \"sources\": [ \"post\" ]",
    "\"as_of\": \"2029\", \"sources\": [ \"post\", \"paper\" ]",
    "better-sourced step  | The price | sources | Better sourced: + A newspaper, undated\n" },
  { "\"compare\": \"signed\"", "\"compare\": \"ended\"",
    "changed step  | All of it | compare | Changed: Signed → Ended\n" },
  { "2019-01-01/2030", "2019-01-01/2031",
    "changed step  | Two days | compare | Changed: 2019-01-01/2030 → 2019-01-01/2031\n" },
  { "\"title\": \"All of it\"", "\"title\": \"All\"",
    "added step  | All |  | Added\n"
    "gone step  | All of it |  | Gone\n" },
};

static char *
told_of (MpAgreement *before, MpAgreement *after)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) differences = mp_differences (before, after);

  for (guint i = 0; i < differences->len; i++) {
    const MpDifference *difference = &g_array_index (differences, MpDifference, i);
    g_autofree char *name = mp_difference_name (before, after, difference);
    g_autofree char *words = mp_difference_words (difference);

    g_string_append_printf (
      out, "%s %s %s | %s | %s | %s\n", mp_difference_kind_to_string (difference->kind),
      mp_thing_to_string (difference->thing), mp_difference_id (before, after, difference), name,
      difference->member, words);
  }
  return g_string_free (out, FALSE);
}

static void
test_members (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "agreements", "valid", "all-keys.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (MpAgreement) before = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  before = mp_test_agreement_from_json (text);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++) {
    g_autoptr (GString) edited = g_string_new (text);
    g_autoptr (MpAgreement) after = NULL;
    g_autofree char *told = NULL;

    g_test_message ("%s → %s", edits[i].old, edits[i].new);
    g_assert_cmpuint (g_string_replace (edited, edits[i].old, edits[i].new, 1), ==, 1);
    after = mp_test_agreement_from_json (edited->str);
    told = told_of (before, after);
    g_assert_cmpstr (told, ==, edits[i].told);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference-members/members", test_members);
  return g_test_run ();
}
