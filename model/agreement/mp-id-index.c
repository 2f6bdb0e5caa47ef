/* mp-id-index.c: from ids to the items that have them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-id-index.h"

#include "mp-hash.h"

#include <string.h>

#define FIRST_SIZE 16

static MpIdSlot *
new_slots (gsize size)
{
  MpIdSlot *slots = g_new (MpIdSlot, size);

  memset (slots, 0xff, size * sizeof *slots);
  return slots;
}

/* Returns the slot of an id or, if it has none, the free one where it belongs. */
static MpIdSlot *
find_slot (const MpIdIndex *index, const MpIds *ids, const char *id, guint32 hash)
{
  MpIdSlot *slot = &index->slots[hash & index->mask];

  while (slot->item != MP_NONE &&
         (slot->hash != hash || strcmp (mp_ids_get (ids, slot->item), id) != 0))
    slot = &index->slots[(guint32) (slot - index->slots + 1) & index->mask];
  return slot;
}

static void
grow (MpIdIndex *index)
{
  gsize old_size = index->slots != NULL ? (gsize) index->mask + 1 : 0;
  gsize size = MAX (old_size * 2, FIRST_SIZE);
  g_autofree MpIdSlot *old = index->slots;

  index->slots = new_slots (size);
  index->mask = (guint32) (size - 1);
  for (gsize i = 0; i < old_size; i++) {
    guint32 at = old[i].hash & index->mask;

    if (old[i].item == MP_NONE)
      continue;
    while (index->slots[at].item != MP_NONE)
      at = (at + 1) & index->mask;
    index->slots[at] = old[i];
  }
}

guint32
mp_id_index_find (const MpIdIndex *index, const MpIds *ids, const char *id)
{
  if (index->length == 0)
    return MP_NONE;
  return find_slot (index, ids, id, mp_hash_string (id))->item;
}

void
mp_id_index_add (MpIdIndex *index, const MpIds *ids, guint32 item)
{
  const char *id = mp_ids_get (ids, item);
  guint32 hash = mp_hash_string (id);
  MpIdSlot *slot;

  if (index->slots == NULL || index->length > index->mask / 2)
    grow (index);
  slot = find_slot (index, ids, id, hash);
  if (slot->item != MP_NONE)
    return;
  *slot = (MpIdSlot) { hash, item };
  index->length++;
}

void
mp_id_index_clear (MpIdIndex *index)
{
  g_clear_pointer (&index->slots, g_free);
  *index = (MpIdIndex) { 0 };
}
