/* mp-span-index.h: finds the stretches of time that touch another one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches stand side by side in two arrays, in an order in which neighbours are near in time. Of
 * each block of them the index keeps where it begins and ends, and so passes over most of what is
 * out of view. It takes as long as there are blocks and results, whatever the stretches are like.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  const MpInstant *from; /* borrowed */
  const MpInstant *until;
  guint length;

  /* Private: the earliest start and the latest end of each block */
  MpInstant *block_from;
  MpInstant *block_until;
} MpSpanIndex;

/* Makes an index of the stretches [from, until). The arrays must stay as long as the index. Free
 * what it holds with mp_span_index_clear (). */
void mp_span_index_init (MpSpanIndex *index, const MpInstant *from, const MpInstant *until,
                         guint length);
void mp_span_index_clear (MpSpanIndex *index);

/* Moves at on to the next stretch that begins before until and ends after from; begin with 0, and
 * add 1 to go on. Returns FALSE after the last. */
gboolean mp_span_index_next (const MpSpanIndex *index, MpInstant from, MpInstant until, guint *at);

G_END_DECLS
