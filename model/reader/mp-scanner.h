/* mp-scanner.h: takes a JSON text apart while it arrives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file is one object with a few large arrays. The items of these arrays are handed over one by
 * one, and the object itself at its end, with the arrays empty in it. So neither the whole text nor
 * all of its values have to be kept, and each value comes with its place.
 *
 * JSON Lines are recognised by what they are: if the object is the whole first line, and the next
 * line begins another one, then each line that follows is an item.
 */
#pragma once

#include "mp-position.h"
#include "mp-value.h"

G_BEGIN_DECLS

/* A value takes Jansson up to 150 bytes, however short it is, and those of one item or of the
 * object itself are kept at the same time. */
#define MP_SCANNER_MAX_VALUES 4000000

/* An array whose items are handed over one by one. If parts is not NULL, items that are objects are
 * taken apart in turn: their own arrays of this kind follow there, up to one without a key. */
typedef struct MpScanArray {
  const char *key;
  const struct MpScanArray *parts;
} MpScanArray;

typedef enum {
  MP_SCAN_MORE,   /* the text is used up: add more, or end it */
  MP_SCAN_OPENED, /* an item that is taken apart begins; it is handed over after its own items */
  MP_SCAN_VALUE,  /* an item, or the object itself */
  MP_SCAN_END,    /* the text was read to its end */
  MP_SCAN_FAULT,  /* the text is no JSON; add the rest of it, then ask why */
} MpScan;

/* What is handed over. It belongs to the scanner, and is valid until the next call. */
typedef struct {
  const MpScanArray *array; /* that it is an item of; NULL for the object itself */
  guint32 index;            /* in the array */
  json_t *value;
  MpExcerpt excerpt;            /* its text */
  const MpMemberPlace *members; /* of an object: where in the excerpt its members stand, in order */
} MpScanned;

typedef struct _MpScanner MpScanner;

/* Creates a scanner for an object with these arrays, up to one without a key, or for JSON Lines,
 * whose items are those of the array lines. Both must stay valid. */
MpScanner *mp_scanner_new (const MpScanArray *arrays,
                           const MpScanArray *lines) G_GNUC_WARN_UNUSED_RESULT;
void mp_scanner_free (MpScanner *scanner);

/* Adds a piece of the text; or says that there is no more. */
void mp_scanner_add (MpScanner *scanner, const char *text, gsize length);
void mp_scanner_end (MpScanner *scanner);

/* Goes on to the next event. For MP_SCAN_OPENED only array and index of what is handed over are
 * set, for the others but MP_SCAN_VALUE nothing is. */
MpScan mp_scanner_next (MpScanner *scanner, MpScanned *scanned);

/* Returns the object itself as far as it has been read or, if inner is TRUE, the item that is open;
 * NULL where there is none. It belongs to the scanner, and is valid until the next call. */
json_t *mp_scanner_peek (const MpScanner *scanner, gboolean inner);

/* Returns why a text is no JSON, once its end has been said, and stores the place. The sentence is
 * freed with g_free (). */
char *mp_scanner_explain (const MpScanner *scanner, MpPosition *place) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpScanner, mp_scanner_free)

G_END_DECLS
