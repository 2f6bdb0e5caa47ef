/* mp-syntax.h: why a text is not JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner only notices that something is wrong. What it is, in a sentence for people and with
 * an exact place, is found out here, from a little before the fault on. Sentences are to be freed
 * with g_free ().
 */
#pragma once

#include "mp-position.h"
#include "mp-value.h"

G_BEGIN_DECLS

/* An object or an array that is open. */
typedef struct {
  gboolean is_object;
  MpPosition place; /* of its bracket */
} MpSyntaxOpen;

/* What stands before a text. */
typedef struct {
  const MpSyntaxOpen *open; /* from the outermost one to the innermost */
  guint n_open;
  gboolean after_value; /* the innermost one, or the file, has a value already */
  gboolean is_line;     /* the text is the rest of a line, which is to be whole by itself */
} MpSyntaxStart;

/* Looks for the first fault in the syntax of a text in UTF-8. Returns a sentence and stores the
 * offset of the byte that it is about, or returns NULL if there is no fault. A key that stands
 * twice in an object is not a fault here. */
char *mp_syntax_find_fault (const MpExcerpt *excerpt, const MpSyntaxStart *start,
                            gsize *offset) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a sentence if the first bytes of a file, of which there should be four, are those of
 * another encoding of Unicode than UTF-8, and NULL if not. */
char *mp_syntax_check_encoding (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a sentence if a text is not UTF-8, or holds NUL, and stores the offset of the first such
 * byte; else NULL. */
char *mp_syntax_check_utf8 (const char *text, gsize length,
                            gsize *offset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
