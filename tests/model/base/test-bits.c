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

static gboolean
is_odd (gpointer data, guint index)
{
  ++*(guint *) data;
  return index % 2 == 1;
}

static void
add_to_sum (gpointer data, guint index)
{
  *(guint *) data += index;
}

/* Sets that end within a word, at its end and after it. */
static void
test_many (void)
{
  static const guint lengths[] = { 0, 1, 63, 64, 65, 127, 128, 130 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    guint length = lengths[i], n_asked = 0, sum = 0;
    g_autoptr (MpBits) bits = mp_bits_new_full (length);

    g_assert_cmpuint (mp_bits_count (bits), ==, length);
    mp_bits_for_each (bits, add_to_sum, &sum);
    g_assert_cmpuint (2 * sum, ==, length * MAX (length, 1) - length);
    mp_bits_keep_if (bits, is_odd, &n_asked);
    g_assert_cmpuint (n_asked, ==, length);
    g_assert_cmpuint (mp_bits_count (bits), ==, length / 2);
    for (guint j = 0; j < length + 3; j++)
      g_assert_cmpint (mp_bits_has (bits, j), ==, j < length && j % 2 == 1);
    n_asked = 0;
    mp_bits_keep_if (bits, is_odd, &n_asked);
    g_assert_cmpuint (n_asked, ==, length / 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bits/set", test_bits);
  g_test_add_func ("/bits/many", test_many);
  return g_test_run ();
}
