/* mp-position.h: where the values of a JSON text stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jansson keeps no positions, and people need them to mend a file. This walks a text that has been
 * read already, usually that of one entry, and finds the place of a value by its JSON Pointer (RFC
 * 6901).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint line;   /* from 1; LF, CRLF and CR each end a line */
  guint column; /* from 1, in characters, a tab being one */
} MpPosition;

/* Returns whether the first place comes before, at or after the second, as strcmp () does. */
static inline int
mp_position_compare (MpPosition a, MpPosition b)
{
  if (a.line != b.line)
    return a.line < b.line ? -1 : 1;
  return (a.column > b.column) - (a.column < b.column);
}

/* Where the byte at an offset stands in the file. */
typedef struct {
  gsize offset;
  MpPosition place;
} MpCut;

/* A part of a file, or several put together, from which others were cut out: the first byte of each
 * has a place, the first of all among them. Borrowed. */
typedef struct {
  const char *text;
  gsize length;
  const MpCut *cuts; /* in the order of the text */
  guint n_cuts;
} MpExcerpt;

/* Returns the place of a byte of an excerpt. */
MpPosition mp_position_at (const MpExcerpt *excerpt, gsize offset);

/* The positions of all values of one excerpt, which is one value. */
typedef struct _MpPositions MpPositions;

/* Scans an excerpt of valid JSON in UTF-8. It is not kept. */
MpPositions *mp_positions_new (const MpExcerpt *excerpt) G_GNUC_WARN_UNUSED_RESULT;
void mp_positions_free (MpPositions *positions);

/* Finds the first character of the value at pointer, and of its key if key is TRUE and it stands in
 * an object. Returns FALSE, and stores nothing, where the text has no such value. */
gboolean mp_positions_find (const MpPositions *positions, const char *pointer, gboolean key,
                            MpPosition *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPositions, mp_positions_free)

G_END_DECLS
