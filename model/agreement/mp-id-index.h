/* mp-id-index.h: from ids to the items that have them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hash table with open addressing, which grows as items are added. It keeps the hashes, so that
 * growing does not touch the strings, and leaves the strings to those who have them.
 */
#pragma once

#include "mp-agreement-types.h"

G_BEGIN_DECLS

typedef struct {
  guint32 hash;
  guint32 item; /* MP_NONE marks a free slot */
} MpIdSlot;

/* A plain value: all zeros are an empty index. */
typedef struct {
  MpIdSlot *slots;
  guint32 mask;   /* number of slots - 1, a power of two - 1 */
  guint32 length; /* how many are taken, at most half of them */
} MpIdIndex;

/* Where the ids of items stand: an MpTextRef into text at first, the next one stride bytes on. */
typedef struct {
  const char *text;
  gconstpointer first;
  gsize stride;
} MpIds;

/* Returns the id of an item. */
static inline const char *
mp_ids_get (const MpIds *ids, guint32 item)
{
  gconstpointer ref = (const char *) ids->first + ids->stride * item;

  return ids->text + *(const MpTextRef *) ref;
}

/* Returns the item with an id, or MP_NONE. */
guint32 mp_id_index_find (const MpIdIndex *index, const MpIds *ids, const char *id);

/* Adds an item, unless an item with the same id is there already. */
void mp_id_index_add (MpIdIndex *index, const MpIds *ids, guint32 item);

/* Frees what the index has, and makes it empty. */
void mp_id_index_clear (MpIdIndex *index);

G_END_DECLS
