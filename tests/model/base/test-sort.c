/* test-sort.c: indices in the order of their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-sort.h"

/* Asserts that the numbers up to n are in the order of the keys, and equal keys in that of the
 * numbers. */
static void
check (const gint64 *keys, guint n)
{
  g_autofree guint32 *indices = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    indices[i] = i;
  mp_sort_by_key (indices, n, keys);
  for (guint i = 1; i < n; i++) {
    g_assert_cmpint (keys[indices[i - 1]], <=, keys[indices[i]]);
    if (keys[indices[i - 1]] == keys[indices[i]])
      g_assert_cmpuint (indices[i - 1], <, indices[i]);
  }
  /* Each of them is there once. */
  for (guint32 i = 0; i < n; i++)
    indices[indices[i] & G_MAXINT32] |= 1u << 31;
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (indices[i] >> 31, ==, 1);
}

static void
test_few (void)
{
  static const gint64 keys[] = { 3, -1, 3, 0, -1, 2 };

  for (guint n = 0; n <= G_N_ELEMENTS (keys); n++)
    check (keys, n);
}

/* The ends of time are as far apart as numbers can be. */
static void
test_extremes (void)
{
  static const gint64 keys[] = { G_MAXINT64, 0, G_MININT64, 5, G_MAXINT64, -5, G_MININT64 };

  check (keys, G_N_ELEMENTS (keys));
}

static void
test_random (void)
{
  for (guint bits = 1; bits <= 63; bits += 2) {
    gint64 keys[3000];

    for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
      guint64 high = (guint64) (guint32) g_test_rand_int ();

      keys[i] = (gint64) ((high << 32 | (guint32) g_test_rand_int ()) >> (64 - bits)) -
                (gint64) (G_GUINT64_CONSTANT (1) << (bits - 1));
    }
    check (keys, G_N_ELEMENTS (keys));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sort/few", test_few);
  g_test_add_func ("/sort/extremes", test_extremes);
  g_test_add_func ("/sort/random", test_random);
  return g_test_run ();
}
