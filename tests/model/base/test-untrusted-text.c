/* test-untrusted-text.c: text that somebody else wrote, made harmless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-untrusted-text.h"

#include "mp-test-support.h"
#include "mp-words.h"

#include <string.h>

#define RLO "\342\200\256" /* U+202E, from here on right to left */
#define PDF "\342\200\254" /* U+202C, ends that */
#define LRI "\342\201\246" /* U+2066 */
#define RLI "\342\201\247" /* U+2067 */
#define FSI "\342\201\250" /* U+2068 */
#define PDI "\342\201\251" /* U+2069 */

static void
test_visible (void)
{
  static const struct {
    const char *given;
    guint max_characters;
    const char *visible;
  } cases[] = {
    { "plain é 😀", 0, "plain é 😀" },
    { "\033[31mred\007", 0, "\\u001b[31mred\\u0007" },
    { "a\nb\tc\302\233d", 0, "a\\u000ab\\u0009c\\u009bd" },
    { "a" RLO "b" PDF, 0, "a\\u202eb\\u202c" },
    { FSI "a" PDI, 0, "\\u2068a\\u2069" },
    /* A soft hyphen, a zero-width space, the marks of direction, a byte order mark. */
    { "\302\255\342\200\213\342\200\217\330\234\357\273\277", 0,
      "\\u00ad\\u200b\\u200f\\u061c\\ufeff" },
    { "\363\240\201\201", 0, "\\ue0041" },
    { "\342\200\250\342\200\251", 0, "\\u2028\\u2029" },
    { "x\377\342\202", 0, "x\\xff\\xe2\\x82" },
    { "👩\342\200\215👧", 0, "👩\342\200\215👧" },
    { "", 0, "" },
    { "abc", 3, "abc" },
    { "abcd", 3, "abc…" },
    { "éèê", 2, "éè…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *visible = mp_untrusted_text_escape (cases[i].given, cases[i].max_characters);

    g_assert_cmpstr (visible, ==, cases[i].visible);
  }
}

static void
test_join (void)
{
  static const struct {
    const char *given;
    const char *joined; /* NULL: stays as it is */
  } cases[] = {
    { FSI "ab" PDI " (" LRI "2026-11-30" PDI ")", "ab (2026-11-30)" },
    { FSI "é 😀" PDI, "é 😀" },
    { FSI PDI, "" },
    { "plain", NULL },
    { "", NULL },
    { FSI "שלום" PDI " (" LRI "2026" PDI ")", NULL },
    { LRI "2026" PDI " عام", NULL },
    { RLI "a" PDI FSI "b" PDI, NULL },
    { RLO FSI "a" PDI, NULL },
    { "\342\200\217" FSI "a" PDI, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *joined = mp_untrusted_text_join (cases[i].given);

    g_assert_cmpstr (joined, ==, cases[i].joined);
  }
}

static void
test_isolate (void)
{
  static const struct {
    const char *given;
    guint max_characters;
    const char *isolated;
  } cases[] = {
    /* A text that cannot turn anything stays as it is. */
    { "plain é 😀", 0, "plain é 😀" },
    { "", 0, "" },
    { "abcd", 3, "abc…" },
    { "abc", 3, "abc" },
    { "a" RLO "b", 0, FSI "ab" PDI },
    { PDI PDI "a" FSI, 0, FSI "a" PDI },
    { "שלום", 0, FSI "שלום" PDI },
    { "ab שלום", 2, "ab…" },
    { "שלום", 2, FSI "של…" PDI },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *isolated = mp_untrusted_text_isolate (cases[i].given, cases[i].max_characters);

    g_assert_cmpstr (isolated, ==, cases[i].isolated);
  }
}

static void
test_thin (void)
{
  static const struct {
    const char *given;
    const char *thin;
  } cases[] = {
    { "", "" },
    { "e\314\201\314\243 שָׁלוֹם", "e\314\201\314\243 שָׁלוֹם" },
    { "a\314\201\314\201\314\201\314\201\314\201\314\201\314\201\314\201\314\201\314\201z",
      "a\314\201\314\201\314\201\314\201\314\201\314\201\314\201\314\201z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *thin = mp_untrusted_text_limit_combining (cases[i].given);
    g_autofree char *isolated = mp_untrusted_text_isolate (cases[i].given, 0);

    g_assert_cmpstr (thin, ==, cases[i].thin);
    g_assert_nonnull (strstr (isolated, cases[i].thin));
  }
}

/* For any string of letters and marks: nothing unsafe is left, and every isolate is closed. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "é", "ש", "\n", "\033",         RLO,
                                        PDF, FSI, PDI, "😀",  "\342\200\213", "\314\201" };

  for (guint n = 0; n < 2000; n++) {
    GString *text = g_string_new (NULL);
    guint limit = (guint) g_test_rand_int_range (0, 12);
    g_autofree char *given = NULL, *visible = NULL, *isolated = NULL;
    int depth = 0;

    for (gint i = g_test_rand_int_range (0, 15); i > 0; i--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    given = g_string_free (text, FALSE);
    visible = mp_untrusted_text_escape (given, limit);
    isolated = mp_untrusted_text_isolate (given, limit);
    for (const char *p = visible; *p != '\0'; p = g_utf8_next_char (p))
      g_assert_false (mp_untrusted_text_is_unsafe (g_utf8_get_char (p)));
    for (const char *p = isolated; *p != '\0'; p = g_utf8_next_char (p)) {
      gunichar c = g_utf8_get_char (p);

      g_assert_false (c >= 0x202a && c <= 0x202e);
      depth += (c == 0x2068) - (c == 0x2069);
      g_assert_cmpint (depth, >=, 0);
      g_assert_cmpint (depth, <=, 1);
    }
    g_assert_cmpint (depth, ==, 0);
  }
}

/* Our own words keep their order, whatever text stands between them. */
static void
test_words (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - A" RLO "B\nphase 2020-01-01/2021-01-01 stated C" RLO "D\n"
                       "milestone m 2020-01-01 1 stated t E" RLO "F\n");
  g_autofree char *phase = mp_words_phase (agreement, 0);
  g_autofree char *milestone = mp_words_milestone (agreement, 0);

  g_assert_cmpstr (phase, ==, FSI "AB" PDI ": " FSI "CD" PDI ", 1 January 2020 to 1 January 2021");
  g_assert_cmpstr (milestone, ==, FSI "EF" PDI ", 1 January 2020");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/foreign/visible", test_visible);
  g_test_add_func ("/foreign/isolate", test_isolate);
  g_test_add_func ("/foreign/join", test_join);
  g_test_add_func ("/foreign/thin", test_thin);
  g_test_add_func ("/foreign/random", test_random);
  g_test_add_func ("/foreign/words", test_words);
  return g_test_run ();
}
