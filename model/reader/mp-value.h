/* mp-value.h: from the text of one JSON value to Jansson's value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jansson looks at a text a byte at a time and stores it a byte at a time, which takes four times
 * as long as all else that is done with a file. The scanner knows already where strings end and
 * brackets close; so values are put together here. What there is to decode in a string or a number
 * Jansson decodes.
 */
#pragma once

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* How deep values may be nested, the outermost included. */
#define MP_VALUE_MAX_DEPTH 2048

/* Where a member of an object stands, in bytes from the start of the text. */
typedef struct {
  gsize key;
  gsize value;
} MpMemberPlace;

/* Reads a text in UTF-8, all of which is one value. depth is the number of values around it.
 * Numbers are read as floating point numbers, so that a very large one does not stop reading and is
 * checked like any other amount. If the value is an object, the places of its members are added to
 * members, of MpMemberPlace, unless that is NULL.
 *
 * Returns NULL where the text is no JSON, or there is not enough memory, or a key stands twice in
 * an object: then *duplicate is the offset of the second one, else G_MAXSIZE. The caller owns the
 * result. */
json_t *mp_value_read (const char *text, gsize length, guint depth, GArray *members,
                       gsize *duplicate) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
