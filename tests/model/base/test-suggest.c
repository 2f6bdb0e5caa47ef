/* test-suggest.c: the word that was probably meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-suggest.h"

static void
test_suggestions (void)
{
  static const char *const words[] = { "cloud", "clouds", "revenue", "ip", "title", "ends_early" };
  static const struct {
    const char *word;
    const char *meant;
  } cases[] = {
    { "clould", "cloud" }, /* before "clouds", which is as near */
    { "lcoud", "cloud" },
    { "Cloud", "cloud" },
    { "CLOUDS", "clouds" },
    { "revnue", "revenue" },
    { "reveneu", "revenue" },
    { "ipp", "ip" },
    { "pi", "ip" },
    { "endsEarly", "ends_early" },
    { "ends-early", "ends_early" },
    { "titel", "title" },
    { "note", NULL },
    { "xy", NULL },
    { "", NULL },
    { "something-else", NULL },
  };
  g_autofree char *endless = g_strnfill (100000, 'c');
  MpSuggestion suggestion;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    suggestion = mp_suggestion_start (cases[i].word);
    for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
      mp_suggestion_offer (&suggestion, words[j]);
    g_assert_cmpstr (suggestion.best, ==, cases[i].meant);
  }

  suggestion = mp_suggestion_start (endless);
  mp_suggestion_offer (&suggestion, "cloud");
  mp_suggestion_offer (&suggestion, endless);
  g_assert_null (suggestion.best);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggest/words", test_suggestions);
  return g_test_run ();
}
