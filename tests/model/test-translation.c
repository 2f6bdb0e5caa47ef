/* test-translation.c: words of ours put together in another language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chinese turns most of what is put together around: the year comes first, the length of time last,
 * and large numbers have names of their own. What stands here fails if a pattern loses a part or
 * two patterns no longer fit together.
 */
#include "config.h"

#include "mp-words.h"

#include "mp-agreement-builder.h"
#include "mp-duration.h"
#include "mp-test-support.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static void
test_dates (void)
{
  static const struct {
    const char *text;
    const char *words;
  } rows[] = {
    { "2030", "2030年" },
    { "2026-04", "2026年4月" },
    { "2026-04-27", "2026年4月27日" },
    { "-0044-03-15", "公元前45年3月15日" },
    { "2026-04-27T09:30:00Z", "2026年4月27日 09:30:00 UTC" },
    { "2030~", "约2030年" },
    { "2026?-04", "2026年4月（不确定：年）" },
    { "201X", "2010年代" },
    { "19XX", "1900年至1999年中的某一年" },
    { "156X-12-25", "1560年代某年的12月25日" },
    { "1984-XX-12", "1984年某月12日" },
    { "1984-1X-12", "1984年10月至12月中某月的12日" },
    { "2004-06-1X", "2004年6月10日至19日中的某一天" },
    { "2001-24", "2001–2002年冬季" },
    { "2001-33", "2001年第一季度" },
    { "{1667,1668,1670..1672}", "以下全部：1667年、1668年、1670年至1672年" },
    { "[2030-04-01..2031-03-31]", "2030年4月1日至2031年3月31日中的某一天" },
    { "2026-04-27/2030", "2026年4月27日至2030年" },
    { "2026-04-27/..", "自2026年4月27日起，未公布终止日期" },
    { "[..2025-01-21]", "2025年1月21日或更早" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *words = NULL;
    MpSpan span;

    g_assert_true (mp_span_parse (rows[i].text, -1, &span, NULL, NULL));
    words = mp_span_words (&span);
    g_assert_cmpstr (words, ==, rows[i].words);
  }
}

static void
test_lengths (void)
{
  MpInstant today = mp_test_instant ("2026-11-23"), then = mp_test_instant ("2026-11-20");
  g_autofree char *ago = mp_words_distance (today, then, then + MP_SECONDS_PER_DAY);
  g_autofree char *words = NULL;
  MpDuration duration;

  g_assert_true (mp_duration_parse ("P1Y6M10D", &duration, NULL));
  words = mp_duration_words (&duration);
  g_assert_cmpstr (words, ==, "1 年 6 个月 10 天");
  g_assert_cmpstr (ago, ==, "3 天前");
}

static void
check_amount (double value, const char *unit, const char *expected)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;
  MpSpan span;

  g_assert_true (mp_span_parse ("2020/2030", -1, &span, NULL, NULL));
  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, MP_NONE, MP_NONE);
  mp_agreement_builder_add_phase (builder, &span, "2020/2030", "State", NULL, NULL,
                                  MP_CERTAINTY_STATED);
  mp_agreement_builder_add_amount (builder, value, unit, "what", MP_CERTAINTY_STATED);
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_amount (agreement, mp_agreement_amounts (agreement));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_amounts (void)
{
  check_amount (38e9, "USD", "380 亿美元");
  check_amount (950000, "EUR", "95 万欧元");
  check_amount (2.5e12, "CNY", "2.5 万亿元人民币");
  check_amount (20, "percent", "20%");
}

static void
test_parties (void)
{
  MpAgreementBuilder *builder = mp_agreement_builder_new ();
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree char *words = NULL;

  mp_agreement_builder_add_topic (builder, "topic", "Topic", MP_COLOR_GRAY);
  mp_agreement_builder_add_party (builder, "one", "Bakery", NULL);
  mp_agreement_builder_add_party (builder, "two", "Estates", NULL);
  mp_agreement_builder_add_term (builder, "term", "Term", NULL, 0, 0, 1);
  agreement = mp_agreement_builder_end (builder);
  words = mp_words_parties (agreement, 0);
  g_assert_cmpstr (words, ==, "义务人：Bakery；权利人：Estates");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* What tests/in-locale has set: some systems ignore LANGUAGE in a locale without one. */
  g_assert_nonnull (setlocale (LC_ALL, ""));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MP_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/translation/dates", test_dates);
  g_test_add_func ("/translation/lengths", test_lengths);
  g_test_add_func ("/translation/amounts", test_amounts);
  g_test_add_func ("/translation/parties", test_parties);
  return g_test_run ();
}
