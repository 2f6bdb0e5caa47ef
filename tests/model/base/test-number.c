/* test-number.c: numbers as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-number.h"

static void
check (double value, const char *names, const char *expected)
{
  g_autofree char *words = mp_number_words (value, names);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_names (void)
{
  static const char names[] = "12 # trillion;9 # billion;6 # million";

  check (2.5e12, names, "2.5 trillion");
  check (38e9, names, "38 billion");
  check (1e9, names, "1 billion");
  check (1e9 - 1e3, names, "999.999 million");
  check (1e9 - 1, names, "999999999");
  check (-4.5e6, names, "-4.5 million");
  check (999999, names, "999999");
  check (0, names, "0");
  check (0.25, names, "0.25");
}

/* A language may have names for other numbers of zeros, and write no blank before them. */
static void
test_other_steps (void)
{
  static const char names[] = "12 # 万亿;8 # 亿;4 # 万";

  check (38e9, names, "380 亿");
  check (2.5e12, names, "2.5 万亿");
  check (13e6, names, "1300 万");
  check (950000, names, "95 万");
  check (9999, names, "9999");
  check (38e9, "8 #亿", "380亿");
  check (38e9, "8 um #", "um 380");
}

static void
test_bad_names (void)
{
  check (38e9, "", "38000000000");
  check (38e9, "billion;# billion;9 billion;9;;99 # much;6 # million", "38000 million");
  check (38e9, "9 %s %n # billion", "%s %n 38 billion");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/names", test_names);
  g_test_add_func ("/number/other-steps", test_other_steps);
  g_test_add_func ("/number/bad-names", test_bad_names);
  return g_test_run ();
}
