/* mp-scan-text.h: a JSON text that arrives in pieces, byte by byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lower half of the scanner: it knows strings, brackets and lines, and nothing of grammar. It
 * looks at each byte once, stops where the text that it has ends, and goes on there. What it has
 * stepped over is UTF-8.
 */
#pragma once

#include "mp-position.h"

G_BEGIN_DECLS

typedef enum {
  MP_STEP_DONE,
  MP_STEP_MORE,  /* the text is used up */
  MP_STEP_WRONG, /* this cannot be JSON */
} MpStep;

typedef struct {
  GString *text; /* owned; from start on it is kept */
  gsize start;   /* the first byte that is still needed, in text; the same for what follows */
  MpPosition start_place;
  gsize at;          /* the next byte */
  MpPosition place;  /* of that */
  gboolean is_ended; /* there will be no more text */
  gboolean is_line;  /* a line break is wrong */

  /* Of the string or the value that is being stepped over. */
  gsize token; /* where it begins */
  MpPosition token_place;
  gsize string; /* where the string in it begins */
  gboolean in_string;
  gboolean is_ascii; /* so far */
  guint depth;       /* of brackets */
  guint n_values;    /* an estimate that is never too low */
} MpScanText;

void mp_scan_text_init (MpScanText *self);
void mp_scan_text_clear (MpScanText *self);

/* Adds a piece, and drops what is not needed any more. */
void mp_scan_text_add (MpScanText *self, const char *text, gsize length);

/* Says that everything before the next byte is not needed any more. */
void mp_scan_text_drop (MpScanText *self);

/* Returns the text from start to the next byte or, if whole is TRUE, to its end. cut is filled, and
 * belongs to the caller. */
MpExcerpt mp_scan_text_get (const MpScanText *self, gboolean whole, MpCut *cut);

/* Returns the next byte, which must be there. */
static inline char
mp_scan_text_peek (const MpScanText *self)
{
  return self->text->str[self->at];
}

/* Steps over the next byte, which is one of ASCII and no line break. */
static inline void
mp_scan_text_take (MpScanText *self)
{
  self->at++;
  self->place.column++;
}

/* Returns whether the next byte is there and breaks a line. */
gboolean mp_scan_text_is_at_break (const MpScanText *self);

/* Steps over white space up to a byte that is none. */
MpStep mp_scan_text_skip_space (MpScanText *self);

/* Step over a string, which begins at the next byte with its quotation mark, or over any value,
 * which begins there. begin () is called before the first try. A value of more than max_values
 * values is wrong. */
void mp_scan_text_begin (MpScanText *self);
MpStep mp_scan_text_skip_string (MpScanText *self);
MpStep mp_scan_text_skip_value (MpScanText *self, guint max_values);

G_END_DECLS
