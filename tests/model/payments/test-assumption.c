/* test-assumption.c: tests how assumed numbers are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-assumption.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static const struct {
  MpAssumptionKind kind;
  const char *text;
  double low;
  double high;
  const char *words;
} right[] = {
  { MP_ASSUME_BASE, "30 billion", 3e10, 3e10, "" },
  { MP_ASSUME_BASE, "30 to 40 billion", 3e10, 4e10, "" },
  { MP_ASSUME_BASE, "30-40bn", 3e10, 4e10, "" },
  { MP_ASSUME_BASE, "900 million – 1.5 billion", 9e8, 1.5e9, "" },
  { MP_ASSUME_BASE, " USD 30 Billion ( my guess ) ", 3e10, 3e10, "my guess" },
  { MP_ASSUME_BASE, "30 billion usd", 3e10, 3e10, "" },
  { MP_ASSUME_BASE, "1,5 bn.", 1.5e9, 1.5e9, "" },
  { MP_ASSUME_BASE, "1,234.5", 1234.5, 1234.5, "" },
  { MP_ASSUME_BASE, "1.234,567", 1234.567, 1234.567, "" },
  { MP_ASSUME_BASE, "1,234,567", 1234567, 1234567, "" },
  { MP_ASSUME_BASE, "0.125", 0.125, 0.125, "" },
  { MP_ASSUME_BASE, "0", 0, 0, "" },
  { MP_ASSUME_GROWTH, "-5", -0.05, -0.05, "" },
  { MP_ASSUME_GROWTH, "−5 % to -2 %", -0.05, -0.02, "" },
  { MP_ASSUME_GROWTH, "-5--2", -0.05, -0.02, "" },
  { MP_ASSUME_GROWTH, "+20%..30%", 0.2, 0.3, "" },
  { MP_ASSUME_GROWTH, "-100", -1, -1, "" },
  { MP_ASSUME_RATE, "20 percent (reported (twice))", 0.2, 0.2, "reported (twice)" },
  { MP_ASSUME_RATE, "15…20", 0.15, 0.2, "" },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (right); i++) {
    MpAssumption assumption;
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", right[i].text);
    mp_assumption_parse (right[i].kind, right[i].text, "USD", &assumption, &error);
    g_assert_no_error (error);
    g_assert_cmpfloat_with_epsilon (assumption.range.low, right[i].low,
                                    fabs (right[i].low) * 1e-12 + 1e-15);
    g_assert_cmpfloat_with_epsilon (assumption.range.high, right[i].high,
                                    fabs (right[i].high) * 1e-12 + 1e-15);
    g_assert_cmpstr (assumption.words, ==, right[i].words);
    mp_assumption_clear (&assumption);
  }
}

static const struct {
  MpAssumptionKind kind;
  const char *text;
  const char *part; /* of the sentence */
} wrong[] = {
  { MP_ASSUME_BASE, "", "no number" },
  { MP_ASSUME_BASE, "much", "30 billion" },
  { MP_ASSUME_GROWTH, "fast", "15 to 20" },
  { MP_ASSUME_BASE, "1,500", "two ways" },
  { MP_ASSUME_BASE, "1.500", "two ways" },
  { MP_ASSUME_BASE, "1,50,000", "no number" },
  { MP_ASSUME_BASE, "1.2.3", "no number" },
  { MP_ASSUME_BASE, "1,234.5,6", "no number" },
  { MP_ASSUME_BASE, "12345678901234567890123456789012345678901234567890", "no number" },
  { MP_ASSUME_BASE, "40 to 30 billion", "larger" },
  { MP_ASSUME_BASE, "40 to", "no number" },
  { MP_ASSUME_BASE, "-1", "0 or more" },
  { MP_ASSUME_BASE, "2000 trillion", "1000 trillion" },
  { MP_ASSUME_BASE, "30 billion EUR", "round brackets" },
  { MP_ASSUME_BASE, "30 billion, my guess", "round brackets" },
  { MP_ASSUME_BASE, "30 billion (my guess", "round brackets" },
  { MP_ASSUME_BASE, "30 %", "round brackets" },
  { MP_ASSUME_GROWTH, "-101", "-100 to 1000" },
  { MP_ASSUME_GROWTH, "1001", "-100 to 1000" },
  { MP_ASSUME_RATE, "101", "0 to 100" },
  { MP_ASSUME_RATE, "20 billion", "round brackets" },
  { MP_ASSUME_RATE, "nan", "no number" },
  { MP_ASSUME_RATE, "inf", "no number" },
  { MP_ASSUME_RATE, "1e3", "round brackets" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    MpAssumption assumption = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("%s", wrong[i].text);
    g_assert_false (mp_assumption_parse (wrong[i].kind, wrong[i].text, "USD", &assumption, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_assert_nonnull (strstr (error->message, wrong[i].part));
    g_assert_null (assumption.words);
  }
}

/* Which of several is wrong is told, and nothing of the others is kept. */
static void
test_several (void)
{
  const char *const texts[] = { "30 billion (a)", "20", "much" };
  const char *const good[] = { "30 billion (a)", "20", "10 to 20 (b)" };
  MpAssumptions assumptions, copy;
  MpAssumptionKind kind = MP_ASSUME_BASE;
  g_autofree char *words = NULL;

  g_assert_false (mp_assumptions_parse (texts, "USD", &assumptions, &kind, NULL));
  g_assert_cmpint (kind, ==, MP_ASSUME_RATE);
  g_assert_true (mp_assumptions_parse (good, "USD", &assumptions, &kind, NULL));
  copy = mp_assumptions_copy (&assumptions);
  mp_assumptions_clear (&assumptions);
  g_assert_cmpstr (copy.of[MP_ASSUME_RATE].words, ==, "b");
  g_assert_cmpfloat (mp_assumptions_get (&copy).base.low, ==, 3e10);
  words = mp_assumption_share_words (&copy.of[MP_ASSUME_RATE]);
  g_assert_cmpstr (words, ==, "10 to 20 percent");
  mp_assumptions_clear (&copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assumption/read", test_read);
  g_test_add_func ("/assumption/refused", test_refused);
  g_test_add_func ("/assumption/several", test_several);
  return g_test_run ();
}
