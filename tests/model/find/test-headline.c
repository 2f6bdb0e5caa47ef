/* test-headline.c: what a headline says that is in doubt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-headline.h"

#include "mp-agreement.h"
#include "mp-headline-words.h"
#include "mp-test-support.h"

#include <string.h>

/* --- Words ------------------------------------------------------------------------------------ */

static gboolean
append_stem (const char *stem, const char *word, gpointer stems)
{
  g_assert_cmpstr (word, !=, "");
  g_string_append_printf (stems, "%s|", stem);
  return TRUE;
}

static char *
stems_of (const char *text)
{
  GString *stems = g_string_new (NULL);

  mp_headline_words (text, append_stem, stems);
  return g_string_free (stems, FALSE);
}

static void
assert_stems (const char *text, const char *expected)
{
  g_autofree char *stems = stems_of (text);

  g_assert_cmpstr (stems, ==, expected);
}

/* What belongs together has one stem, in English and in German. */
static void
test_stems (void)
{
  static const char *const families[][5] = {
    { "exclusive", "exclusivity", "EXCLUSIVES", "éxclusive", NULL },
    { "licence", "license", "licensing", "licensed", NULL },
    { "agree", "agreed", "agreement", "agreements", NULL },
    { "ends", "ended", "ending", "ends", NULL },
    { "payments", "payment", NULL },
    { "planned", "planning", "plans", NULL },
    { "computing", "computed", "computation", "computer", NULL },
    { "party's", "parties", "Party", NULL },
    { "Vertrag", "Verträge", "Verträgen", NULL },
    { "Exklusivität", "exklusive", "exklusiven", "exklusiv", NULL },
    { "Zahlung", "Zahlungen", "zahlen", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    g_autofree char *first = stems_of (families[i][0]);

    g_assert_cmpstr (first, !=, "");
    for (guint j = 1; families[i][j] != NULL; j++)
      assert_stems (families[i][j], first);
  }
}

static void
test_significance (void)
{
  assert_stems ("", "");
  assert_stems (" — »« !?", "");
  assert_stems ("The end of an era", "");
  assert_stems ("It would have been about 2026 and 12345", "");
  assert_stems ("Nach über einem Jahr werden wir", "");
  assert_stems ("reset/cloud—azure", "reset|cloud|azur|");
  assert_stems ("GPT5x", "gpt5x|");
}

/* Chinese has no spaces: each two characters, but none with a particle. */
static void
test_chinese (void)
{
  assert_stems ("排他性", "排他|他性|");
  assert_stems ("排他的云", "排他|");
  assert_stems ("2026年4月", "");
  assert_stems ("云", "");
  assert_stems ("Azure云服务", "azur|云服|服务|");
}

/* --- Doubts ----------------------------------------------------------------------------------- */

static const char lines[] = "topic one blue One\n"
                            "milestone a 2024 1 disputed - Exclusivity is over\n"
                            "milestone b 2024 1 stated - Exclusivity ends\n"
                            "milestone c 2024 1 claimed - 排他权终止\n"
                            "term t one Cloud services\n"
                            "phase 2020/2030 claimed Anywhere\n"
                            "phase 2030/2040 reported Exclusive\n";

static char *
describe (const char *headline)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (GArray) doubts = mp_headline_find_doubts (agreement, headline);
  GString *sentences = g_string_new (NULL);

  for (guint i = 0; i < doubts->len; i++) {
    g_autofree char *sentence =
      mp_headline_describe_doubt (agreement, &g_array_index (doubts, MpHeadlineDoubt, i));

    g_string_append_printf (sentences, "%s\n", sentence);
  }
  return g_string_free (sentences, FALSE);
}

static void
assert_doubts (const char *headline, const char *expected)
{
  g_autofree char *sentences = describe (headline);

  g_assert_cmpstr (sentences, ==, expected);
}

static void
test_doubts (void)
{
  assert_doubts ("The reset ended an EXCLUSIVE deal",
                 "the headline says \"EXCLUSIVE\", as does \"Exclusivity is over\" (Disputed: "
                 "sources disagree)\n");
  assert_doubts (
    "Services anywhere",
    "the headline says \"anywhere\", as does \"Cloud services\": \"Anywhere\" (Claimed "
    "by one source)\n");
  assert_doubts ("What clouds may do",
                 "the headline says \"clouds\", as does \"Cloud services\": \"Anywhere\" (Claimed "
                 "by one source)\n");
  assert_doubts ("2026年终止的权利",
                 "the headline says \"终止\", as does \"排他权终止\" (Claimed by one source)\n");
  assert_doubts ("What the 2026 reset changed", "");
  assert_doubts ("", "");
}

/* The parties' names are in every entry, and the title says what all of it is about. */
static void
test_parties (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (GArray) none =
    mp_headline_find_doubts (agreement, "Microsoft and OpenAI after their partnership");
  g_autoptr (GArray) some = mp_headline_find_doubts (agreement, "Microsoft lost its exclusivity");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (some->len, >=, 1);
  for (guint i = 0; i < some->len; i++)
    g_assert_cmpstr (g_array_index (some, MpHeadlineDoubt, i).word, ==, "exclusivity");
}

static gboolean
check_word (const char *stem, const char *word, gpointer data)
{
  (void) data;
  g_assert_true (g_utf8_validate (stem, -1, NULL) && g_utf8_validate (word, -1, NULL));
  g_assert_cmpuint (strlen (stem), >, 1);
  return TRUE;
}

/* Whatever is typed, words are text and there is an end. */
static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++) {
    GString *text = g_string_new (NULL);

    for (int n = g_test_rand_int_range (0, 30); n > 0; n--) {
      gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x250 : 0x3100);

      if (g_unichar_validate (c))
        g_string_append_unichar (text, c);
    }
    mp_headline_words (text->str, check_word, NULL);
    g_string_free (text, TRUE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/headline/stems", test_stems);
  g_test_add_func ("/headline/significance", test_significance);
  g_test_add_func ("/headline/chinese", test_chinese);
  g_test_add_func ("/headline/doubts", test_doubts);
  g_test_add_func ("/headline/parties", test_parties);
  g_test_add_func ("/headline/random", test_random);
  return g_test_run ();
}
