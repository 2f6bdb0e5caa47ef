/* mp-sort.c: sorts indices by numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-sort.h"

#include <string.h>

#define BITS 11
#define N_DIGITS (1 << BITS)

static gboolean
is_sorted (const guint32 *indices, guint n, const gint64 *keys)
{
  for (guint i = 1; i < n; i++)
    if (keys[indices[i]] < keys[indices[i - 1]])
      return FALSE;
  return TRUE;
}

/* The differences to the lowest key are not negative, and most files need few digits for them. */
static guint64
find_range (const guint32 *indices, guint n, const gint64 *keys, gint64 *lowest)
{
  gint64 low = keys[indices[0]], high = low;

  for (guint i = 1; i < n; i++) {
    low = MIN (low, keys[indices[i]]);
    high = MAX (high, keys[indices[i]]);
  }
  *lowest = low;
  return (guint64) high - (guint64) low;
}

static guint
digit_of (gint64 key, gint64 lowest, guint shift)
{
  return (guint) (((guint64) key - (guint64) lowest) >> shift) & (N_DIGITS - 1);
}

/* Sorts by one digit, from one array into the other. */
static void
sort_by_digit (const guint32 *from, guint32 *to, guint n, const gint64 *keys, gint64 lowest,
               guint shift)
{
  guint begins[N_DIGITS + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    begins[digit_of (keys[from[i]], lowest, shift) + 1]++;
  for (guint digit = 1; digit <= N_DIGITS; digit++)
    begins[digit] += begins[digit - 1];
  for (guint i = 0; i < n; i++)
    to[begins[digit_of (keys[from[i]], lowest, shift)]++] = from[i];
}

void
mp_sort_by_key (guint32 *indices, guint n, const gint64 *keys)
{
  g_autofree guint32 *other = NULL;
  guint32 *from = indices, *to;
  guint64 range;
  gint64 lowest;

  if (n == 0 || is_sorted (indices, n, keys))
    return;
  other = g_new (guint32, n);
  to = other;
  range = find_range (indices, n, keys, &lowest);
  for (guint shift = 0; shift < 64 && range >> shift != 0; shift += BITS) {
    guint32 *sorted = to;

    sort_by_digit (from, to, n, keys, lowest, shift);
    to = from;
    from = sorted;
  }
  if (from != indices)
    memcpy (indices, from, n * sizeof *indices);
}
