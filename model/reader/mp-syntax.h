/* mp-syntax.h: why a file is not JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jansson decides whether a text is JSON. Where it says no, these functions find out why, with an
 * exact place and a sentence for people.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How deep values may be nested, the outermost included: Jansson's JSON_PARSER_MAX_DEPTH. */
#define MP_SYNTAX_MAX_DEPTH 2048

/* Jansson takes up to 150 bytes for a value, however short it is. This many keep a hostile file
 * near 2 GB, and are enough for a million milestones. Empty arrays and objects count twice. */
#define MP_SYNTAX_MAX_VALUES 16000000

/* Looks for faults that can be found before parsing: the text is empty, has another encoding than
 * UTF-8, or holds more than MP_SYNTAX_MAX_VALUES values. Returns a sentence and stores the offset
 * of the byte that it is about, or returns NULL if there is no such fault. Free with g_free (). */
char *mp_syntax_check_bytes (const char *text, gsize length,
                             gsize *offset) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for the first fault in the syntax of a text that has passed mp_syntax_check_bytes (), and
 * returns it likewise. A key that stands twice in an object is not a fault here. */
char *mp_syntax_find_fault (const char *text, gsize length,
                            gsize *offset) G_GNUC_WARN_UNUSED_RESULT;

/* Finds the last string that begins before end, a byte offset, in a text that is JSON up to there.
 * Returns its length, quotes included, and stores its offset; or 0. */
gsize mp_syntax_last_string (const char *text, gsize end, gsize *offset);

G_END_DECLS
