/* test-bits.c: a set of small numbers, one bit for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-bits.h"

static void
test_bits (void)
{
  g_autoptr (MpBits) bits = mp_bits_new (130);
  g_autoptr (MpBits) copy = NULL;
  g_autoptr (MpBits) longer = mp_bits_new (131);

  g_assert_cmpuint (mp_bits_count (bits), ==, 0);
  mp_bits_set (bits, 0, TRUE);
  mp_bits_set (bits, 63, TRUE);
  mp_bits_set (bits, 64, TRUE);
  mp_bits_set (bits, 129, TRUE);
  mp_bits_set (bits, 64, FALSE);
  g_assert_cmpuint (mp_bits_count (bits), ==, 3);
  g_assert_true (mp_bits_has (bits, 129));
  g_assert_false (mp_bits_has (bits, 64));
  g_assert_false (mp_bits_has (bits, 130));
  g_assert_false (mp_bits_has (bits, G_MAXUINT32));
  copy = mp_bits_copy (bits);
  g_assert_true (mp_bits_equal (bits, copy));
  mp_bits_set (copy, 1, TRUE);
  g_assert_false (mp_bits_equal (bits, copy));
  g_assert_false (mp_bits_has (bits, 1));
  g_assert_false (mp_bits_equal (bits, longer));
  g_assert_false (mp_bits_equal (bits, NULL));
  g_assert_true (mp_bits_equal (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bits/set", test_bits);
  return g_test_run ();
}
