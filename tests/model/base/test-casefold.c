/* test-casefold.c: texts without the differences that a search ignores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-casefold.h"

static void
test_casefold (void)
{
  static const char *const pairs[][2] = {
    { "", "" },
    { "  Two \t\n words ", "two words" },
    { "STRASSE", "strasse" },
    { "Straße", "strasse" },
    { "Ꮮ", "ꮮ" },
    { "ꮮ", "ꮮ" },
    { "İstanbul", "istanbul" },
    { "ISTANBUL", "istanbul" },
    { "ıstanbul", "istanbul" },
    { "Café", "cafe" },
    { "Cafe\314\201", "cafe" },
    { "Ægir Øresund Łódź Đorđe", "aegir oresund lodz dorde" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "“It’s” – 5\302\240%", "\"it's\" - 5 %" },
    { "ﬁn ＡＢＣ ㎆", "fin abc mb" },
    { "微软 Ёж", "微软 еж" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *casefolded = mp_casefold (pairs[i][0]);
    g_autofree char *again = mp_casefold (casefolded);

    g_assert_cmpstr (casefolded, ==, pairs[i][1]);
    g_assert_cmpstr (again, ==, casefolded);
  }
}

/* The place of words in the text as it is written. */
static void
test_find (void)
{
  static const char *const cases[][3] = {
    { "The total cap", "total", "total" },
    { "The TOTAL  cap", "total cap", "TOTAL  cap" },
    { "Café “Total”", "cafe \"tot", "Café “Tot" },
    { "Cafe\314\201s", "e", "e\314\201" },
    { "die Straße hinab", "strasse", "Straße" },
    { "die Straße", "s", "S" },
    { "微软 and more", "微软", "微软" },
    { "nothing", "else", NULL },
    { "nothing", "", NULL },
    { "", "a", NULL },
  };
  gsize begin, end;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = NULL;

    if (mp_casefold_find (cases[i][0], cases[i][1], 0, &begin, &end))
      found = g_strndup (cases[i][0] + begin, end - begin);
    g_assert_cmpstr (found, ==, cases[i][2]);
  }
  g_assert_true (mp_casefold_find ("cap, no cap", "cap", 3, &begin, &end));
  g_assert_cmpuint (begin, ==, 8);
  g_assert_cmpuint (end, ==, 11);
  g_assert_false (mp_casefold_find ("cap, no cap", "cap", 11, &begin, &end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/casefold/texts", test_casefold);
  g_test_add_func ("/casefold/find", test_find);
  return g_test_run ();
}
