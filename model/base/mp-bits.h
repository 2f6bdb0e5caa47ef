/* mp-bits.h: a set of small numbers, one bit for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set holds which of the terms, milestones or topics of an agreement are chosen, by index. Only
 * the code that makes a set changes it, and only before it passes the set on. From then on the set
 * is shared by reference count, and any thread may read it.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct {
  guint length; /* the numbers it can hold: 0 to length - 1 */

  /* Private */
  gatomicrefcount references;
  guint64 words[];
} MpBits;

#define MP_TYPE_BITS (mp_bits_get_type ())
GType mp_bits_get_type (void);

/* Makes an empty set for the numbers from 0 to length - 1. Free with mp_bits_unref (). */
MpBits *mp_bits_new (guint length) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a set of all numbers from 0 to length - 1. Free with mp_bits_unref (). */
MpBits *mp_bits_new_full (guint length) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a copy, which may be changed. Free with mp_bits_unref (). */
MpBits *mp_bits_copy (const MpBits *bits) G_GNUC_WARN_UNUSED_RESULT;

/* Take and release a reference; mp_bits_ref () returns its argument. The set is freed with the last
 * reference. */
MpBits *mp_bits_ref (MpBits *bits);
void mp_bits_unref (MpBits *bits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpBits, mp_bits_unref)

/* Puts index, which must be below length, into the set, or takes it out of it. */
void mp_bits_set (MpBits *bits, guint index, gboolean value);

/* Keeps only those numbers in the set that are in the other set as well. Both must have the same
 * length. */
void mp_bits_keep (MpBits *bits, const MpBits *other);

/* Calls a function for each number in the set, in rising order. */
typedef void (*MpBitsVisitor) (gpointer data, guint index);
void mp_bits_for_each (const MpBits *bits, MpBitsVisitor visit, gpointer data);

/* Keeps only those numbers in the set of which keep (data, number) says so. It is asked in rising
 * order, and only for numbers that are in the set. */
typedef gboolean (*MpBitsFunc) (gpointer data, guint index);
void mp_bits_keep_if (MpBits *bits, MpBitsFunc keep, gpointer data);

/* How many numbers are in the set. */
guint mp_bits_count (const MpBits *bits);

/* Whether any number from first to last - 1 is in the set. */
gboolean mp_bits_have_any (const MpBits *bits, guint first, guint last);

/* Whether two sets have the same length and hold the same numbers. NULL equals NULL only. */
gboolean mp_bits_equal (const MpBits *a, const MpBits *b);

/* Whether a number is in the set. A number that is not below length is in no set. */
static inline gboolean
mp_bits_has (const MpBits *bits, guint index)
{
  return index < bits->length && (bits->words[index / 64] >> index % 64 & 1) != 0;
}

G_END_DECLS
