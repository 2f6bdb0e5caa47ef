/* mp-hash.c: a hash of strings that come from files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-hash.h"

/* An odd number, so that multiplying loses no bit, with about as many ones as zeros, so that it
 * mixes well. */
#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static gsize
get_seed (void)
{
  static gsize seed = 0;

  if (g_once_init_enter (&seed)) {
    gsize drawn = ((gsize) g_random_int () << 16) ^ g_random_int ();

    g_once_init_leave (&seed, drawn | 1); /* 0 means that none is drawn yet */
  }
  return seed;
}

guint
mp_hash_string (gconstpointer string)
{
  guint64 hash = get_seed ();

  for (const guchar *byte = string; *byte != '\0'; byte++) {
    hash = (hash ^ *byte) * FACTOR;
    hash ^= hash >> 29;
  }
  return (guint) (hash ^ (hash >> 32));
}
