/* test-languages.c: dates, counts, amounts and the axis as each language writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/in-locale sets the locale; MP_LOCALE_DIR says where the translations were built.
 */
#include "config.h"

#include "mp-agreement-builder.h"
#include "mp-number.h"
#include "mp-test-support.h"
#include "mp-ticks.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A text, and its words in each language. */
typedef struct {
  const char *text;
  const char *words[2];
} Case;

static guint language; /* the index of words */

static void
test_dates (void)
{
  static const Case cases[] = {
    { "2026-04-27", { "27. April 2026", "2026年4月27日" } },
    { "2026-10", { "Oktober 2026", "2026年10月" } },
    { "2030", { "2030", "2030年" } },
    { "2030~", { "etwa 2030", "约2030年" } },
    { "2001-34", { "zweites Quartal 2001", "2001年第二季度" } },
    { "198X", { "1980er-Jahre", "1980年代" } },
    { "-0044", { "45 v.\302\240Chr.", "公元前45年" } },
    { "2026-04-27/2030", { "27. April 2026 bis 2030", "2026年4月27日至2030年" } },
    { "2026-04-27/..",
      { "seit 27. April 2026, kein Ende veröffentlicht", "自2026年4月27日起，未公布终止日期" } },
    { "[1667,1670..1672]",
      { "eines von: 1667, 1670 bis 1672", "以下之一：1667年、1670年至1672年" } },
    /* In Chinese these parts stand in the opposite order. */
    { "-0044-03-15", { NULL, "公元前45年3月15日" } },
    { "2026-04-27T09:30:00Z", { NULL, "2026年4月27日 09:30:00 UTC" } },
    { "2026?-04", { NULL, "2026年4月（不确定：年）" } },
    { "19XX", { NULL, "1900年至1999年中的某一年" } },
    { "156X-12-25", { NULL, "1560年代某年的12月25日" } },
    { "1984-XX-12", { NULL, "1984年某月12日" } },
    { "1984-1X-12", { NULL, "1984年10月至12月中某月的12日" } },
    { "2004-06-1X", { NULL, "2004年6月10日至19日中的某一天" } },
    { "2001-24", { NULL, "2001–2002年冬季" } },
    { "[2030-04-01..2031-03-31]", { NULL, "2030年4月1日至2031年3月31日中的某一天" } },
    { "[..2025-01-21]", { NULL, "2025年1月21日或更早" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = NULL;
    MpSpan span;

    if (cases[i].words[language] == NULL)
      continue;
    g_assert_true (mp_span_parse (cases[i].text, -1, &span, NULL, NULL));
    words = mp_span_words (&span);
    g_assert_cmpstr (words, ==, cases[i].words[language]);
  }
}

static void
test_counts (void)
{
  static const struct {
    const char *date;
    const char *words[2];
  } cases[] = {
    { "2026-11-24", { "in 1 Tag", "1 天后" } },       { "2026-11-25", { "in 2 Tagen", "2 天后" } },
    { "2026-11-22", { "vor 1 Tag", "1 天前" } },      { "2019", { "vor 7 Jahren", "7 年前" } },
    { "0026", { "vor 2.000 Jahren", "2,000 年前" } },
  };
  MpDate today = mp_test_date ("2026-11-23");
  g_autofree char *one = mp_number_of (MP_COUNT_DAYS, 1);
  g_autofree char *many = mp_number_of (MP_COUNT_DAYS, 2622);

  g_assert_cmpstr (one, ==, language == 0 ? "1 Tag" : "1 天");
  g_assert_cmpstr (many, ==, language == 0 ? "2.622 Tage" : "2,622 天");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = NULL;
    MpDate date;

    g_assert_true (mp_date_parse (cases[i].date, -1, &date, NULL, NULL));
    words = mp_words_distance (&today, TRUE, date.earliest, date.after);
    g_assert_cmpstr (words, ==, cases[i].words[language]);
  }
}

static void
test_amounts (void)
{
  static const struct {
    double value;
    const char *unit;
    const char *words[2];
  } cases[] = {
    { 38e9, "USD", { "38\302\240Mrd.\302\240US-$", "380 亿美元" } },
    { 1.5e6, "EUR", { "1,5\302\240Mio.\302\240€", "150 万欧元" } },
    { 1234567.5, "XYZ", { "1.234.567,5\302\240XYZ", "1,234,567.5XYZ" } },
    { 27, "percent", { "27\302\240%", "27%" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    MpAgreementBuilder *builder = mp_agreement_builder_new ();
    g_autoptr (MpAgreement) agreement = NULL;
    g_autofree char *words = NULL;
    MpSpan span;

    g_assert_true (mp_span_parse ("2020/2030", -1, &span, NULL, NULL));
    mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
    mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
    mp_agreement_builder_add_phase (
      builder, &(MpNewPhase) { .dates = &span, .span = "2020/2030", .state = "State" });
    mp_agreement_builder_add_amount (builder, cases[i].value, cases[i].unit, "what",
                                     MP_CERTAINTY_STATED);
    agreement = mp_agreement_builder_end (builder);
    words = mp_words_amount (agreement, mp_agreement_amounts (agreement));
    g_assert_cmpstr (words, ==, cases[i].words[language]);
  }
}

static void
test_axis (void)
{
  const double begin = mp_day_from_instant (mp_test_instant ("2026-03-01"));
  const double end = mp_day_from_instant (mp_test_instant ("2026-09-01"));
  const MpTick march = { .day = begin };
  g_autofree char *month = mp_tick_label ((MpTickStep) { MP_UNIT_MONTH, 1 }, &march);
  g_autofree char *months = mp_ticks_range_label ((MpTickStep) { MP_UNIT_MONTH, 1 }, begin, end);
  g_autofree char *days = mp_ticks_range_label ((MpTickStep) { MP_UNIT_DAY, 1 }, begin, begin + 10);

  g_assert_cmpstr (month, ==, language == 0 ? "Mär" : "3月");
  g_assert_cmpstr (months, ==, language == 0 ? "Mär – Aug 2026" : "2026年3月–8月");
  g_assert_cmpstr (days, ==, language == 0 ? "1. Mär – 10. Mär 2026" : "2026年3月1日–3月10日");
}

/* What is quoted from a file stands in the quotation marks of the language. */
static void
test_problems (void)
{
  g_autoptr (GError) error = NULL;
  MpDate date;

  g_assert_false (mp_date_parse ("2026-02-30", -1, &date, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   language == 0 ? "den 30. Februar 2026 gibt es nicht" : "2026年2月没有30日");
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
  language = g_str_has_prefix (locale, "zh") ? 1 : 0;
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MP_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/languages/dates", test_dates);
  g_test_add_func ("/languages/counts", test_counts);
  g_test_add_func ("/languages/amounts", test_amounts);
  g_test_add_func ("/languages/axis", test_axis);
  g_test_add_func ("/languages/problems", test_problems);
  return g_test_run ();
}
