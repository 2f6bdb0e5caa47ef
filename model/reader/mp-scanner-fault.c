/* mp-scanner-fault.c: what the scanner says of a text that is no JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-quote.h"
#include "mp-scanner-private.h"
#include "mp-syntax.h"

#include <glib/gi18n-lib.h>

#define MAX_CHARACTER_SIZE 4 /* in bytes of UTF-8 */

/* That a text is not UTF-8 may be why it is no JSON, so it is said first, wherever it is so. Looks
 * at what has come since the last time. */
void
mp_scanner_look_for_bytes (MpScanner *self)
{
  MpCut cut;
  MpExcerpt rest = mp_scan_text_get (&self->text, TRUE, &cut);
  gsize offset = 0;
  char *sentence;

  if (self->fault == MP_FAULT_SETTLED)
    return;
  sentence = mp_syntax_check_utf8 (rest.text + self->n_valid, rest.length - self->n_valid, &offset);
  self->n_valid = sentence != NULL ? self->n_valid + offset : rest.length;
  if (sentence == NULL)
    return;
  /* It may be a character of which the rest is still to come. */
  if (!self->text.is_ended && rest.length - self->n_valid < MAX_CHARACTER_SIZE &&
      rest.text[self->n_valid] != '\0') {
    g_free (sentence);
    return;
  }
  g_free (self->sentence);
  self->sentence = sentence;
  self->fault = MP_FAULT_SETTLED;
  self->fault_place = mp_position_at (&rest, self->n_valid);
}

gboolean
mp_scanner_fail (MpScanner *self, MpScanFault fault, char *sentence, MpPosition place)
{
  self->in_value = self->state == MP_STATE_IN_VALUE;
  self->after_whole = self->state == MP_STATE_WHOLE || self->state == MP_STATE_AFTER_LINE;
  self->n_valid = self->text.at - self->text.start;
  self->state = MP_STATE_FAULT;
  self->fault = fault;
  self->sentence = sentence;
  self->fault_place = place;
  mp_scanner_look_for_bytes (self);
  return mp_scanner_stop (self, MP_SCAN_FAULT);
}

gboolean
mp_scanner_fail_syntax (MpScanner *self)
{
  return mp_scanner_fail (self, MP_FAULT_SYNTAX, NULL, self->text.token_place);
}

static char *
memory_sentence (void)
{
  return g_strdup (_ ("there is not enough memory to read this file"));
}

gboolean
mp_scanner_fail_memory (MpScanner *self)
{
  return mp_scanner_fail (self, MP_FAULT_MEMORY, memory_sentence (), self->text.token_place);
}

/* text begins with the quotation mark of the key. */
static char *
duplicate_sentence (const char *text, gsize length)
{
  gsize end = 1;
  g_autofree char *key = NULL;
  g_autofree char *quoted = NULL;

  while (end < length && text[end] != '"')
    end += text[end] == '\\' ? 2 : 1;
  key = g_strndup (text + 1, end - 1);
  quoted = mp_quote (key);
  return g_strdup_printf (_ ("duplicate key %s in one object"), quoted);
}

gboolean
mp_scanner_fail_duplicate (MpScanner *self, const char *text, gsize length, MpPosition place)
{
  return mp_scanner_fail (self, MP_FAULT_DUPLICATE, duplicate_sentence (text, length), place);
}

/* Shortens an excerpt to the rest of its line. */
static void
keep_line (MpExcerpt *excerpt)
{
  for (gsize i = 0; i < excerpt->length; i++)
    if (excerpt->text[i] == '\n' || excerpt->text[i] == '\r')
      excerpt->length = i;
}

/* Looks for a key that stands twice in the value that could not be read to its end, before the
 * fault. Returns a sentence, or NULL. */
static char *
find_duplicate (const MpScanner *self, MpPosition *place)
{
  const MpScanText *text = &self->text;
  const MpCut cut = { 0, text->token_place };
  const MpExcerpt value = { text->text->str + text->token, text->text->len - text->token, &cut, 1 };
  gsize duplicate;

  if (!self->in_value)
    return NULL;
  json_decref (mp_value_read (value.text, value.length, self->n_frames, NULL, &duplicate));
  if (duplicate == G_MAXSIZE)
    return NULL;
  *place = mp_position_at (&value, duplicate);
  return duplicate_sentence (value.text + duplicate, value.length - duplicate);
}

char *
mp_scanner_explain (const MpScanner *self, MpPosition *place)
{
  MpSyntaxOpen open[MP_SCANNER_MAX_FRAMES];
  MpSyntaxStart begin = { open, self->n_frames, self->after_whole, self->by_line };
  gsize offset = 0;
  MpExcerpt rest;
  MpCut cut;
  char *sentence;

  g_return_val_if_fail (self->state == MP_STATE_FAULT, NULL);

  *place = self->fault_place;
  if (self->fault != MP_FAULT_SYNTAX)
    return g_strdup (self->sentence);

  sentence = find_duplicate (self, place);
  if (sentence != NULL)
    return sentence;
  for (guint i = 0; i < self->n_frames; i++)
    open[i] = (MpSyntaxOpen) { self->frames[i].is_object, self->frames[i].place };
  if (self->n_frames > 0)
    begin.after_value = self->frames[self->n_frames - 1].has_value;
  rest = mp_scan_text_get (&self->text, TRUE, &cut);
  if (self->by_line)
    keep_line (&rest);
  sentence = mp_syntax_find_fault (&rest, &begin, &offset);
  /* If the text has no fault, there was not enough memory for it. */
  if (sentence == NULL)
    return memory_sentence ();
  *place = mp_position_at (&rest, offset);
  return sentence;
}
