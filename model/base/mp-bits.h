/* mp-bits.h: a set of small numbers, a bit each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is chosen of the terms, the milestones or the topics of an agreement, by index. A set is
 * changed only by whoever made it, before it is handed on; it is then shared by reference count,
 * and any thread may read it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint length; /* the numbers it can hold: 0 to length - 1 */

  /* Private */
  gatomicrefcount references;
  guint64 words[];
} MpBits;

/* An empty set. */
MpBits *mp_bits_new (guint length) G_GNUC_WARN_UNUSED_RESULT;

/* A copy that may be changed. */
MpBits *mp_bits_copy (const MpBits *bits) G_GNUC_WARN_UNUSED_RESULT;

MpBits *mp_bits_ref (MpBits *bits);
void mp_bits_unref (MpBits *bits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpBits, mp_bits_unref)

/* index must be below length. */
void mp_bits_set (MpBits *bits, guint index, gboolean value);

/* Takes out of the set what is not in the other, which holds as many numbers. */
void mp_bits_keep (MpBits *bits, const MpBits *other);

/* How many numbers are in the set. */
guint mp_bits_count (const MpBits *bits);

/* Whether two sets, each of which may be NULL, hold the same numbers out of as many. */
gboolean mp_bits_equal (const MpBits *a, const MpBits *b);

/* Whether the number is in the set; one that it cannot hold is not. */
static inline gboolean
mp_bits_has (const MpBits *bits, guint index)
{
  return index < bits->length && (bits->words[index / 64] >> index % 64 & 1) != 0;
}

G_END_DECLS
