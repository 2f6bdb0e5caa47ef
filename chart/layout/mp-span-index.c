/* mp-span-index.c: keeps the bounds of blocks of stretches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-span-index.h"

#define BLOCK 64

static guint
count_blocks (const MpSpanIndex *index)
{
  return (index->length + BLOCK - 1) / BLOCK;
}

void
mp_span_index_init (MpSpanIndex *index, const MpInstant *from, const MpInstant *until, guint length)
{
  *index = (MpSpanIndex) { .from = from, .until = until, .length = length };
  index->block_from = g_new (MpInstant, count_blocks (index));
  index->block_until = g_new (MpInstant, count_blocks (index));
  for (guint i = 0; i < count_blocks (index); i++) {
    MpInstant earliest = MP_INSTANT_MAX, latest = MP_INSTANT_MIN;

    for (guint j = i * BLOCK; j < MIN ((i + 1) * BLOCK, length); j++) {
      earliest = MIN (earliest, from[j]);
      latest = MAX (latest, until[j]);
    }
    index->block_from[i] = earliest;
    index->block_until[i] = latest;
  }
}

void
mp_span_index_clear (MpSpanIndex *index)
{
  g_clear_pointer (&index->block_from, g_free);
  g_clear_pointer (&index->block_until, g_free);
}

gboolean
mp_span_index_next (const MpSpanIndex *index, MpInstant from, MpInstant until, guint *at)
{
  while (*at < index->length) {
    guint block = *at / BLOCK, end = MIN ((block + 1) * BLOCK, index->length);

    if (index->block_from[block] >= until || index->block_until[block] <= from) {
      *at = end;
      continue;
    }
    for (; *at < end; (*at)++)
      if (index->from[*at] < until && index->until[*at] > from)
        return TRUE;
  }
  return FALSE;
}
