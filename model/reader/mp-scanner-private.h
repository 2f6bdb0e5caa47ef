/* mp-scanner-private.h: the inside of the scanner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outside of the values that are handed over, the scanner knows the grammar; within them it only
 * looks for the end, and mp-value reads them. The text is dropped a step at a time: a step is a
 * comma, a key and a value, as far as they are there. So where something is wrong, its step is
 * still at hand, and mp-scanner-fault.c says what it is.
 */
#pragma once

#include "mp-scan-text.h"
#include "mp-scanner.h"

G_BEGIN_DECLS

/* The object itself, an array of it, an item, an array of that. */
#define MP_SCANNER_MAX_FRAMES 4

typedef enum {
  MP_STATE_START,
  MP_STATE_FIRST_VALUE, /* the object itself is expected */
  MP_STATE_VALUE,       /* a value is expected */
  MP_STATE_FIRST,       /* the first item or member is expected, or the end */
  MP_STATE_KEY,         /* a key is expected */
  MP_STATE_IN_KEY,      /* within it */
  MP_STATE_COLON,       /* a colon is expected */
  MP_STATE_IN_VALUE,    /* within a value that is not taken apart */
  MP_STATE_AFTER,       /* a comma is expected, or the end */
  MP_STATE_WHOLE,       /* the object itself has ended */
  MP_STATE_LINE,        /* the next line is expected */
  MP_STATE_AFTER_LINE,
  MP_STATE_DONE,
  MP_STATE_FAULT,
  MP_N_STATES
} MpScanState;

/* An object or array that is open. */
typedef struct {
  gboolean is_object;
  gboolean has_value;       /* after which a comma is expected, or the end */
  const MpScanArray *parts; /* of an object: its arrays that are taken apart, or NULL */
  const MpScanArray *array; /* the array, or that of which the object is an item, or NULL */
  guint32 count;            /* of an array: items that have begun */
  MpPosition place;

  /* Of an object: what was read of it, its text without the items of its arrays, and the places of
   * that. Owned. */
  json_t *object;
  GString *text;
  GArray *cuts;    /* of MpCut */
  GArray *members; /* of MpMemberPlace */
} MpScanFrame;

typedef enum {
  MP_FAULT_SYNTAX, /* or there is not enough memory: see mp_scanner_explain () */
  MP_FAULT_MEMORY, /* it is surely that */
  MP_FAULT_N_VALUES,
  MP_FAULT_DUPLICATE,
  MP_FAULT_SETTLED, /* nothing that follows matters */
} MpScanFault;

struct _MpScanner {
  const MpScanArray *arrays;
  const MpScanArray *lines;
  MpScanText text;
  MpScanState state;
  gboolean is_one_line; /* the object that has ended last */
  gboolean by_line;     /* JSON Lines, from the second line on */
  guint32 n_lines;      /* that have begun, but for the first */

  MpScanFrame frames[MP_SCANNER_MAX_FRAMES];
  guint n_frames;
  json_t *key;          /* of the member that is being read; owned */
  MpMemberPlace member; /* of the same, in the text of its object */

  /* The last event, and what was handed over: a value or, if it was taken apart, a frame. Owned. */
  MpScan event;
  MpScanned scanned;
  json_t *value;
  MpCut cut;
  GArray *members; /* of MpMemberPlace */
  MpScanFrame closed;

  MpScanFault fault;
  gboolean in_value;    /* it is in a value that is not whole */
  gboolean after_whole; /* it stands after the object itself, or after a line */
  gsize n_valid;        /* bytes of the text from its step on that are UTF-8 */
  char *sentence;       /* of the fault, unless it is one of syntax; owned */
  MpPosition fault_place;
};

/* The functions below return whether to go on. If not, this is the event. */
static inline gboolean
mp_scanner_stop (MpScanner *self, MpScan event)
{
  self->event = event;
  return FALSE;
}

/* The text cannot be read, for this reason; take the sentence, which is NULL for a fault of syntax.
 */
gboolean mp_scanner_fail (MpScanner *self, MpScanFault fault, char *sentence, MpPosition place);
gboolean mp_scanner_fail_syntax (MpScanner *self);

/* Jansson has no memory left. */
gboolean mp_scanner_fail_memory (MpScanner *self);

/* A key stands twice. text begins with its quotation mark. */
gboolean mp_scanner_fail_duplicate (MpScanner *self, const char *text, gsize length,
                                    MpPosition place);

/* What has been added, or that there is no more, may show what is wrong. */
void mp_scanner_look_for_bytes (MpScanner *self);

G_END_DECLS
