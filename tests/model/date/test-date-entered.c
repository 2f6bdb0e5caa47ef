/* test-date-entered.c: dates as people type them, in the language of the locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in C, and by tests/in-locale where other languages are spoken.
 */
#include "config.h"

#include "mp-date-entered.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define N_RANDOM 400

static enum {
  ENGLISH,
  GERMAN,
  CHINESE,
  N_LANGUAGES
} language;

static gboolean
chance (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

/* A date, in EDTF, of a form whose words can be read. */
static char *
random_date (void)
{
  static const char *const signs[] = { "", "", "", "~", "?", "%" };
  gboolean by_part = chance (4);
  int year = g_test_rand_int_range (1, 10000), month = g_test_rand_int_range (1, 13);
  int n_parts = g_test_rand_int_range (1, 4);
  GString *text = g_string_new (by_part ? signs[g_test_rand_int_range (0, 6)] : "");

  if (chance (8))
    g_string_append_c (text, '-');
  g_string_append_printf (text, "%04d", year);
  if (n_parts == 1 && chance (4))
    text->str[text->len - 1] = 'X';
  if (n_parts >= 2)
    g_string_append_printf (text, "-%s%02d", by_part ? signs[g_test_rand_int_range (0, 6)] : "",
                            n_parts == 2 && chance (3) ? g_test_rand_int_range (21, 42) : month);
  if (n_parts == 3)
    g_string_append_printf (text, "-%s%02d", by_part ? signs[g_test_rand_int_range (0, 6)] : "",
                            g_test_rand_int_range (1, 1 + mp_days_in_month (year, month)));
  if (n_parts > 1 && chance (6))
    memcpy (text->str + text->len - 2, "XX", 2);
  if (!by_part)
    g_string_append (text, signs[g_test_rand_int_range (0, 6)]);
  return g_string_free (text, FALSE);
}

static void
assert_same (const char *words, const MpDate *date, const MpDate *again)
{
  if (again->earliest != date->earliest || again->after != date->after ||
      again->approximate != date->approximate || again->uncertain != date->uncertain ||
      again->precision != date->precision)
    g_error ("%s, the words of %s, were read as %s", words, date->text, again->text);
}

/* What is written can be typed: the words of a date are read as that date. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < N_RANDOM; i++) {
    g_autofree char *text = random_date (), *words = NULL, *upper = NULL, *typed = NULL;
    g_autoptr (GError) error = NULL;
    MpDate date, again;

    /* 29 February of a year before the year 0 that is not a leap year. */
    if (!mp_date_parse (text, -1, &date, NULL, NULL))
      continue;
    words = mp_date_words (&date);
    if (!mp_date_parse_entered (words, &again, &error))
      g_error ("%s, the words of %s: %s", words, text, error->message);
    assert_same (words, &date, &again);
    upper = g_utf8_strup (words, -1);
    typed = g_strdup_printf ("  %s ", upper);
    g_assert_true (mp_date_parse_entered (typed, &again, NULL));
    assert_same (typed, &date, &again);
  }
}

static void
test_typed (void)
{
  static const struct {
    const char *typed[N_LANGUAGES];
    const char *text;
  } cases[] = {
    { { "27 April 2026", "27. April 2026", "2026年4月27日" }, "2026-04-27" },
    { { "27 april, 2026", "27 April 2026", "2026 年 4 月 27 日" }, "2026-04-27" },
    { { "june 2029", "juni 2029", "２０２９年６月" }, "2029-06" },
    { { "2030", "2030", "2030年" }, "2030" },
    { { "about May 2026", "etwa Mai 2026", "约2026年5月" }, "2026-05~" },
    { { "2030 (uncertain)", "2030 (unsicher)", "2030年（不确定）" }, "2030?" },
    { { "the 2010s", "2010er-Jahre", "2010年代" }, "201X" },
    { { "45 BCE", "45 v. Chr.", "公元前45年" }, "-0044" },
    { { "15 March 45 BCE", "15. März 45 v. Chr.", "公元前45年3月15日" }, "-0044-03-15" },
    /* EDTF is read as EDTF in every language, whatever else it might mean in words. */
    { { " 2028-06 ", "2028-06", "2028-06" }, "2028-06" },
    { { "[1667, 1668]", "[1667, 1668]", "[1667, 1668]" }, "[1667, 1668]" },
    /* A day that does not exist, a word that means nothing, too many words. */
    { { "30 February 2026", "30. Februar 2026", "2026年2月30日" }, NULL },
    { { "Jnue 2029", "Jnui 2029", "2029年六六月" }, NULL },
    { { "27 April 2026 or so", "27. April 2026 oder so", "2026年4月27日左右吧" }, NULL },
    { { "12 1 April 2026", "12 1. April 2026", "2026年4月12 1日" }, NULL },
    { { "", " ", "\t" }, NULL },
    { { "soon", "bald", "很快" }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *typed = cases[i].typed[language];
    g_autoptr (GError) error = NULL;
    MpDate date;

    if (mp_date_parse_entered (typed, &date, &error) != (cases[i].text != NULL))
      g_error ("“%s”: %s", typed, error != NULL ? error->message : date.text);
    if (cases[i].text != NULL)
      g_assert_cmpstr (date.text, ==, cases[i].text);
    else
      g_assert_true (error != NULL && error->domain == MP_DATE_ERROR &&
                     !g_str_has_suffix (error->message, "."));
  }
}

/* The error for typed words gives examples in words, and the error for EDTF names its rule. */
static void
test_wrong (void)
{
  g_autoptr (GError) words = NULL, edtf = NULL;
  MpDate date = { .n_members = 77 };

  g_assert_false (mp_date_parse_entered ("Jnue 2029", &date, &words));
  g_assert_nonnull (strstr (words->message, language == ENGLISH  ? "“1 June 2028”"
                                            : language == GERMAN ? "1. Juni 2028"
                                                                 : "2028年6月1日"));
  g_assert_false (mp_date_parse_entered ("2026-02-30", &date, &edtf));
  g_assert_null (strstr (edtf->message, "2028"));
  g_assert_cmpuint (date.n_members, ==, 77);
}

/* Any text, however long, is answered at once. */
static void
test_odd (void)
{
  g_autofree char *digits = g_strnfill (100000, '9');
  g_autofree char *blanks = g_strnfill (100000, ' ');
  g_autofree char *mixed = g_strnfill (100000, 'a');
  MpDate date;

  for (guint i = 0; i < 100000; i += 2)
    mixed[i] = '1';
  g_assert_false (mp_date_parse_entered (digits, &date, NULL));
  g_assert_false (mp_date_parse_entered (blanks, &date, NULL));
  g_assert_false (mp_date_parse_entered (mixed, &date, NULL));
}

int
main (int argc, char **argv)
{
  const char *locale;

  g_test_init (&argc, &argv, NULL);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL) {
    g_printerr ("The locale is not there.\n");
    return 1;
  }
  language = g_str_has_prefix (locale, "zh")   ? CHINESE
             : g_str_has_prefix (locale, "de") ? GERMAN
                                               : ENGLISH;
  if (language != ENGLISH) {
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MP_LOCALE_DIR"));
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);
  }
  g_test_add_func ("/date-entered/round-trip", test_round_trip);
  g_test_add_func ("/date-entered/typed", test_typed);
  g_test_add_func ("/date-entered/wrong", test_wrong);
  g_test_add_func ("/date-entered/odd", test_odd);
  return g_test_run ();
}
