/* mp-scan-text.c: a JSON text that arrives in pieces, byte by byte
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scan-text.h"

/* What a byte means outside of strings. */
typedef enum {
  BYTE_WRONG, /* in no JSON text */
  BYTE_OTHER, /* of numbers and words */
  BYTE_SPACE,
  BYTE_BREAK,
  BYTE_QUOTE,
  BYTE_OPEN,
  BYTE_CLOSE,
  BYTE_COMMA,
  BYTE_COLON,
} ByteKind;

static ByteKind
kind_of (char byte)
{
  switch (byte) {
  case ' ':
  case '\t':
    return BYTE_SPACE;
  case '\n':
  case '\r':
    return BYTE_BREAK;
  case '"':
    return BYTE_QUOTE;
  case '{':
  case '[':
    return BYTE_OPEN;
  case '}':
  case ']':
    return BYTE_CLOSE;
  case ',':
    return BYTE_COMMA;
  case ':':
    return BYTE_COLON;
  default:
    return g_ascii_isprint (byte) ? BYTE_OTHER : BYTE_WRONG;
  }
}

void
mp_scan_text_init (MpScanText *self)
{
  *self = (MpScanText) {
    .text = g_string_new (NULL),
    .start_place = { 1, 1 },
    .place = { 1, 1 },
  };
}

void
mp_scan_text_clear (MpScanText *self)
{
  g_string_free (self->text, TRUE);
}

void
mp_scan_text_add (MpScanText *self, const char *text, gsize length)
{
  g_string_erase (self->text, 0, (gssize) self->start);
  self->at -= self->start;
  self->token -= MIN (self->token, self->start);
  self->string -= MIN (self->string, self->start);
  self->start = 0;
  g_string_append_len (self->text, text, (gssize) length);
}

void
mp_scan_text_drop (MpScanText *self)
{
  self->start = self->at;
  self->start_place = self->place;
}

MpExcerpt
mp_scan_text_get (const MpScanText *self, gboolean whole, MpCut *cut)
{
  gsize end = whole ? self->text->len : self->at;

  *cut = (MpCut) { 0, self->start_place };
  return (MpExcerpt) { self->text->str + self->start, end - self->start, cut, 1 };
}

gboolean
mp_scan_text_is_at_break (const MpScanText *self)
{
  return self->at < self->text->len && kind_of (mp_scan_text_peek (self)) == BYTE_BREAK;
}

/* Steps over a line break, which is the next byte. */
static MpStep
skip_break (MpScanText *self)
{
  gboolean is_return = mp_scan_text_peek (self) == '\r';

  if (self->is_line)
    return MP_STEP_WRONG;
  if (is_return && self->at + 1 == self->text->len && !self->is_ended)
    return MP_STEP_MORE;
  self->at++;
  if (is_return && self->at < self->text->len && mp_scan_text_peek (self) == '\n')
    self->at++;
  self->place.line++;
  self->place.column = 1;
  return MP_STEP_DONE;
}

MpStep
mp_scan_text_skip_space (MpScanText *self)
{
  while (self->at < self->text->len) {
    ByteKind kind = kind_of (mp_scan_text_peek (self));
    MpStep step = MP_STEP_DONE;

    if (kind == BYTE_SPACE)
      mp_scan_text_take (self);
    else if (kind == BYTE_BREAK)
      step = skip_break (self);
    else
      return kind == BYTE_WRONG ? MP_STEP_WRONG : MP_STEP_DONE;
    if (step != MP_STEP_DONE)
      return step;
  }
  return MP_STEP_MORE;
}

void
mp_scan_text_begin (MpScanText *self)
{
  self->token = self->at;
  self->token_place = self->place;
  self->in_string = FALSE;
  self->depth = 0;
  self->n_values = 1;
}

/* Where a string is wrong, the text may not be UTF-8 from its beginning on. */
static MpStep
fail_string (MpScanText *self)
{
  self->at = self->string;
  return MP_STEP_WRONG;
}

MpStep
mp_scan_text_skip_string (MpScanText *self)
{
  const char *text = self->text->str;
  const char *end = text + self->text->len;
  const char *next;
  guint n_inner = 0; /* bytes of a character but its first */

  if (!self->in_string) {
    self->string = self->at;
    self->in_string = TRUE;
    self->is_ascii = TRUE;
    mp_scan_text_take (self);
  }
  for (next = text + self->at; next < end && *next != '"'; next++) {
    guchar byte = (guchar) *next;

    if (byte >= 0x80) {
      self->is_ascii = FALSE;
      n_inner += (byte & 0xc0) == 0x80;
    } else if (byte < ' ') {
      return fail_string (self);
    } else if (byte == '\\') {
      if (next + 1 == end)
        break;
      if ((guchar) next[1] >= 0x80 || (guchar) next[1] < ' ')
        return fail_string (self);
      next++;
    }
  }
  self->place.column += (guint) (next - text - self->at) - n_inner;
  self->at = (gsize) (next - text);
  if (next == end || *next != '"')
    return self->is_ended ? fail_string (self) : MP_STEP_MORE;

  mp_scan_text_take (self);
  self->in_string = FALSE;
  if (!self->is_ascii && !g_utf8_validate_len (text + self->string, self->at - self->string, NULL))
    return fail_string (self);
  return MP_STEP_DONE;
}

MpStep
mp_scan_text_skip_value (MpScanText *self, guint max_values)
{
  for (;;) {
    gboolean in_scalar = self->depth == 0 && self->at > self->token;
    MpStep step = MP_STEP_DONE;
    ByteKind kind;

    if (!self->in_string && self->at == self->text->len)
      return !self->is_ended ? MP_STEP_MORE : in_scalar ? MP_STEP_DONE : MP_STEP_WRONG;
    kind = self->in_string ? BYTE_QUOTE : kind_of (mp_scan_text_peek (self));
    if (in_scalar && !self->in_string && kind != BYTE_OTHER && kind != BYTE_WRONG)
      return MP_STEP_DONE;
    switch (kind) {
    case BYTE_QUOTE:
      step = mp_scan_text_skip_string (self);
      if (step == MP_STEP_DONE && self->depth == 0)
        return MP_STEP_DONE;
      break;
    case BYTE_BREAK:
      step = skip_break (self);
      break;
    case BYTE_OPEN:
      if (++self->n_values > max_values)
        return MP_STEP_WRONG;
      self->depth++;
      mp_scan_text_take (self);
      break;
    case BYTE_CLOSE:
      mp_scan_text_take (self);
      if (self->depth <= 1)
        return MP_STEP_DONE;
      self->depth--;
      break;
    case BYTE_COMMA:
      if (++self->n_values > max_values)
        return MP_STEP_WRONG;
      mp_scan_text_take (self);
      break;
    case BYTE_WRONG:
      return MP_STEP_WRONG;
    case BYTE_OTHER:
    case BYTE_SPACE:
    case BYTE_COLON:
    default:
      mp_scan_text_take (self);
    }
    if (step != MP_STEP_DONE)
      return step;
  }
}
