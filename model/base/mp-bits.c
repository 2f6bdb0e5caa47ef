/* mp-bits.c: a set of small numbers, one bit for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-bits.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (MpBits, mp_bits, mp_bits_ref, mp_bits_unref)

static gsize
size_of_words (guint length)
{
  return ((gsize) length + 63) / 64 * sizeof (guint64);
}

MpBits *
mp_bits_new (guint length)
{
  MpBits *bits = g_malloc0 (sizeof *bits + size_of_words (length));

  bits->length = length;
  g_atomic_ref_count_init (&bits->references);
  return bits;
}

MpBits *
mp_bits_new_full (guint length)
{
  MpBits *bits = mp_bits_new (length);

  memset (bits->words, 0xff, size_of_words (length));
  /* The bits behind the last number stay empty. */
  if (length % 64 != 0)
    bits->words[length / 64] >>= 64 - length % 64;
  return bits;
}

MpBits *
mp_bits_copy (const MpBits *bits)
{
  MpBits *copy = mp_bits_new (bits->length);

  memcpy (copy->words, bits->words, size_of_words (bits->length));
  return copy;
}

MpBits *
mp_bits_ref (MpBits *bits)
{
  g_atomic_ref_count_inc (&bits->references);
  return bits;
}

void
mp_bits_unref (MpBits *bits)
{
  if (g_atomic_ref_count_dec (&bits->references))
    g_free (bits);
}

void
mp_bits_set (MpBits *bits, guint index, gboolean value)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << index % 64;

  g_return_if_fail (index < bits->length);

  if (value)
    bits->words[index / 64] |= bit;
  else
    bits->words[index / 64] &= ~bit;
}

void
mp_bits_keep (MpBits *bits, const MpBits *other)
{
  g_return_if_fail (bits->length == other->length);

  for (guint i = 0; i < (bits->length + 63) / 64; i++)
    bits->words[i] &= other->words[i];
}

void
mp_bits_for_each (const MpBits *bits, MpBitsVisitor visit, gpointer data)
{
  for (guint i = 0; i < (bits->length + 63) / 64; i++)
    for (guint64 left = bits->words[i]; left != 0; left &= left - 1)
      visit (data, 64 * i + (guint) __builtin_ctzll (left));
}

void
mp_bits_keep_if (MpBits *bits, MpBitsFunc keep, gpointer data)
{
  for (guint i = 0; i < (bits->length + 63) / 64; i++) {
    guint64 kept = 0;

    for (guint64 left = bits->words[i]; left != 0; left &= left - 1) {
      guint bit = (guint) __builtin_ctzll (left);

      kept |= (guint64) (keep (data, 64 * i + bit) != 0) << bit;
    }
    bits->words[i] = kept;
  }
}

guint
mp_bits_count (const MpBits *bits)
{
  guint count = 0;

  for (gsize i = 0; i < size_of_words (bits->length) / sizeof (guint64); i++)
    count += (guint) __builtin_popcountll (bits->words[i]);
  return count;
}

gboolean
mp_bits_have_any (const MpBits *bits, guint first, guint last)
{
  last = MIN (last, bits->length);
  while (first < last) {
    guint64 rest = bits->words[first / 64] >> first % 64;
    guint n = MIN (64 - first % 64, last - first);

    if (n < 64)
      rest &= (G_GUINT64_CONSTANT (1) << n) - 1;
    if (rest != 0)
      return TRUE;
    first += n;
  }
  return FALSE;
}

gboolean
mp_bits_equal (const MpBits *a, const MpBits *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->length == b->length && memcmp (a->words, b->words, size_of_words (a->length)) == 0;
}
