/* mp-position.h: where the values of a JSON text stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jansson keeps no positions, and people need them to mend a file. This scanner walks a text that
 * Jansson has already accepted and finds the place of a value by its JSON Pointer (RFC 6901).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint line;   /* from 1; LF, CRLF and CR each end a line */
  guint column; /* from 1, in characters, a tab being one */
} MpPosition;

/* The positions of all values of one text. */
typedef struct _MpPositions MpPositions;

/* Scans a text of valid JSON in UTF-8, with or without a byte order mark. The text is not kept. */
MpPositions *mp_positions_new (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;
void mp_positions_free (MpPositions *positions);

/* Finds the first character of the value at pointer, and of its key if key is TRUE and it stands in
 * an object. Returns FALSE, and stores nothing, where the text has no such value. */
gboolean mp_positions_find (const MpPositions *positions, const char *pointer, gboolean key,
                            MpPosition *position);

/* The position of a byte of a text; used for syntax errors, which have an offset only. */
MpPosition mp_position_at (const char *text, gsize length, gsize offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPositions, mp_positions_free)

G_END_DECLS
