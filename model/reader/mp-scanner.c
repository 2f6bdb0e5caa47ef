/* mp-scanner.c: takes a JSON text apart while it arrives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scanner-private.h"
#include "mp-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What tells the encodings of Unicode apart. */
#define N_FIRST_BYTES 4

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* --- Frames ----------------------------------------------------------------------------------- */

static void
frame_clear (MpScanFrame *frame)
{
  json_decref (frame->object);
  if (frame->text != NULL)
    g_string_free (frame->text, TRUE);
  g_clear_pointer (&frame->cuts, g_array_unref);
  g_clear_pointer (&frame->members, g_array_unref);
  *frame = (MpScanFrame) { 0 };
}

/* Returns what is open and has nothing open in it; NULL if nothing is. */
static MpScanFrame *
innermost (MpScanner *self)
{
  return self->n_frames > 0 ? &self->frames[self->n_frames - 1] : NULL;
}

/* The same where something is. */
static MpScanFrame *
innermost_open (MpScanner *self)
{
  g_assert (self->n_frames > 0);
  return &self->frames[self->n_frames - 1];
}

/* The next bytes of an object's text have this place. */
static void
cut_here (MpScanFrame *frame, MpPosition place)
{
  MpCut cut = { frame->text->len, place };

  g_array_append_val (frame->cuts, cut);
}

/* Ends a step: adds it to the text of the object that is open, if any, and drops it. */
static void
end_step (MpScanner *self)
{
  MpScanFrame *frame = innermost (self);
  MpScanText *text = &self->text;

  if (frame != NULL && frame->is_object)
    g_string_append_len (frame->text, text->text->str + text->start,
                         (gssize) (text->at - text->start));
  mp_scan_text_drop (text);
}

/* Opens what begins at the next byte. */
static gboolean
open_frame (MpScanner *self, const MpScanArray *parts, const MpScanArray *array)
{
  MpScanFrame frame = { .is_object = mp_scan_text_peek (&self->text) == '{',
                        .parts = parts,
                        .array = array,
                        .place = self->text.place };

  g_assert (self->n_frames < MP_SCANNER_MAX_FRAMES);
  if (frame.is_object) {
    frame.object = json_object ();
    frame.text = g_string_new (NULL);
    frame.cuts = g_array_new (FALSE, FALSE, sizeof (MpCut));
    frame.members = g_array_new (FALSE, FALSE, sizeof (MpMemberPlace));
    cut_here (&frame, frame.place);
    /* What comes before an item is not part of its text. */
    mp_scan_text_drop (&self->text);
  }
  mp_scan_text_take (&self->text);
  if (!frame.is_object)
    end_step (self);
  self->frames[self->n_frames++] = frame;
  if (frame.is_object)
    end_step (self);
  self->state = MP_STATE_FIRST;
  return !frame.is_object || frame.object != NULL;
}

/* A step is not done. */
static gboolean
stop_at (MpScanner *self, MpStep step)
{
  if (step == MP_STEP_MORE && !self->text.is_ended)
    return mp_scanner_stop (self, MP_SCAN_MORE);
  return mp_scanner_fail_syntax (self);
}

/* --- Values ----------------------------------------------------------------------------------- */

/* Gives the object that is open a member with the key that was read. */
static gboolean
set_member (MpScanner *self, MpScanFrame *frame, json_t *value)
{
  json_t *key = g_steal_pointer (&self->key);
  gboolean done = json_object_setn_new_nocheck (frame->object, json_string_value (key),
                                                json_string_length (key), value) == 0;

  json_decref (key);
  g_array_append_val (frame->members, self->member);
  frame->has_value = TRUE;
  return done;
}

/* Hands over what has just ended: an item, or the object itself. */
static gboolean
hand_over (MpScanner *self)
{
  MpScanFrame *frame = innermost (self);

  if (frame != NULL) {
    self->scanned.index = frame->count - 1;
    frame->has_value = TRUE;
    self->state = MP_STATE_AFTER;
  } else if (self->by_line) {
    self->scanned.index = self->n_lines - 1;
    self->state = MP_STATE_AFTER_LINE;
  } else {
    self->state = MP_STATE_WHOLE;
  }
  return mp_scanner_stop (self, MP_SCAN_VALUE);
}

/* Reads the value that begins at the token and ends here. */
static gboolean
end_value (MpScanner *self)
{
  MpScanText *text = &self->text;
  MpScanFrame *frame = innermost (self);
  gboolean is_member = frame != NULL && frame->is_object;
  const char *begin = text->text->str + text->token;
  gsize length = text->at - text->token;
  gsize duplicate;
  json_t *value;

  self->cut = (MpCut) { 0, text->token_place };
  self->scanned = (MpScanned) { .excerpt = { begin, length, &self->cut, 1 } };
  g_array_set_size (self->members, 0);
  value =
    mp_value_read (begin, length, self->n_frames, is_member ? NULL : self->members, &duplicate);
  if (duplicate != G_MAXSIZE)
    return mp_scanner_fail_duplicate (self, begin + duplicate, length - duplicate,
                                      mp_position_at (&self->scanned.excerpt, duplicate));
  if (value == NULL)
    return mp_scanner_fail_syntax (self);
  if (is_member && !set_member (self, frame, value))
    return mp_scanner_fail_memory (self);
  /* What is dropped stays where it is until text is added. */
  end_step (self);
  if (is_member) {
    self->state = MP_STATE_AFTER;
    return TRUE;
  }
  self->value = value;
  self->scanned.array = frame != NULL ? frame->array : self->by_line ? self->lines : NULL;
  self->scanned.value = value;
  self->scanned.members = (gconstpointer) self->members->data;
  return hand_over (self);
}

/* An object that is taken apart ends here. */
static gboolean
close_object (MpScanner *self)
{
  mp_scan_text_take (&self->text);
  end_step (self);
  self->closed = self->frames[--self->n_frames];
  self->frames[self->n_frames] = (MpScanFrame) { 0 };
  self->is_one_line = self->closed.place.line == self->text.place.line;
  self->scanned = (MpScanned) {
    .array = self->closed.array,
    .value = self->closed.object,
    .excerpt = { self->closed.text->str, self->closed.text->len,
                 (gconstpointer) self->closed.cuts->data, self->closed.cuts->len },
    .members = (gconstpointer) self->closed.members->data,
  };
  return hand_over (self);
}

/* An array that is taken apart ends here. The object that it is in goes on. */
static gboolean
close_array (MpScanner *self)
{
  MpScanText *text = &self->text;

  self->frames[--self->n_frames] = (MpScanFrame) { 0 };
  mp_scan_text_drop (text);
  cut_here (innermost_open (self), text->place);
  mp_scan_text_take (text);
  end_step (self);
  self->state = MP_STATE_AFTER;
  return TRUE;
}

/* Returns the array with this key that is taken apart, or NULL. */
static const MpScanArray *
find_part (const MpScanArray *parts, const char *key)
{
  for (; parts != NULL && parts->key != NULL; parts++)
    if (strcmp (parts->key, key) == 0)
      return parts;
  return NULL;
}

/* The value of a member begins here. */
static gboolean
begin_member_value (MpScanner *self, MpScanFrame *frame)
{
  MpScanText *text = &self->text;
  const MpScanArray *array = NULL;

  self->member.value = frame->text->len + text->at - text->start;
  if (mp_scan_text_peek (text) == '[')
    array = find_part (frame->parts, json_string_value (self->key));
  if (array != NULL)
    return (set_member (self, frame, json_array ()) && open_frame (self, NULL, array)) ||
           mp_scanner_fail_memory (self);
  mp_scan_text_begin (text);
  self->state = MP_STATE_IN_VALUE;
  return TRUE;
}

/* An item begins here, or the object itself. */
static gboolean
begin_item (MpScanner *self, MpScanFrame *frame)
{
  const MpScanArray *array = frame != NULL ? frame->array : self->by_line ? self->lines : NULL;
  const MpScanArray *parts = array != NULL ? array->parts : self->arrays;
  guint32 *count = frame != NULL ? &frame->count : self->by_line ? &self->n_lines : NULL;

  if (count != NULL)
    ++*count;
  if (mp_scan_text_peek (&self->text) != '{' || parts == NULL) {
    mp_scan_text_begin (&self->text);
    self->state = MP_STATE_IN_VALUE;
    return TRUE;
  }
  if (!open_frame (self, parts, array))
    return mp_scanner_fail_memory (self);
  if (count == NULL)
    return TRUE;
  self->scanned = (MpScanned) { .array = array, .index = *count - 1 };
  return mp_scanner_stop (self, MP_SCAN_OPENED);
}

static gboolean
begin_value (MpScanner *self)
{
  MpScanFrame *frame = innermost (self);

  if (strchr ("}],:", mp_scan_text_peek (&self->text)) != NULL)
    return mp_scanner_fail_syntax (self);
  if (frame != NULL && frame->is_object)
    return begin_member_value (self, frame);
  return begin_item (self, frame);
}

/* --- States ----------------------------------------------------------------------------------- */

static gboolean
start (MpScanner *self)
{
  MpScanText *text = &self->text;
  char *sentence;

  if (text->text->len < N_FIRST_BYTES && !text->is_ended)
    return mp_scanner_stop (self, MP_SCAN_MORE);
  sentence = mp_syntax_check_encoding (text->text->str, text->text->len);
  if (sentence != NULL)
    return mp_scanner_fail (self, MP_FAULT_SETTLED, sentence, text->place);
  if (g_str_has_prefix (text->text->str, BYTE_ORDER_MARK)) {
    text->at = strlen (BYTE_ORDER_MARK);
    mp_scan_text_drop (text);
  }
  self->state = MP_STATE_FIRST_VALUE;
  return TRUE;
}

/* The key at the token has been stepped over. */
static gboolean
end_key (MpScanner *self)
{
  MpScanText *text = &self->text;
  MpScanFrame *frame = innermost_open (self);
  const char *begin = text->text->str + text->token;
  gsize length = text->at - text->token;
  gsize duplicate;

  self->key = mp_value_read (begin, length, self->n_frames, NULL, &duplicate);
  if (self->key == NULL)
    return mp_scanner_fail_syntax (self);
  if (json_object_getn (frame->object, json_string_value (self->key),
                        json_string_length (self->key)) != NULL)
    return mp_scanner_fail_duplicate (self, begin, length, text->token_place);
  self->member.key = frame->text->len + text->token - text->start;
  self->state = MP_STATE_COLON;
  return TRUE;
}

/* The first value or key in what was opened, or its end. */
static gboolean
read_first (MpScanner *self)
{
  MpScanFrame *frame = innermost_open (self);
  char here = mp_scan_text_peek (&self->text);

  if (here == (frame->is_object ? '}' : ']'))
    return frame->is_object ? close_object (self) : close_array (self);
  self->state = frame->is_object ? MP_STATE_KEY : MP_STATE_VALUE;
  return TRUE;
}

static gboolean
read_after (MpScanner *self)
{
  MpScanFrame *frame = innermost_open (self);

  if (mp_scan_text_peek (&self->text) == ',') {
    mp_scan_text_take (&self->text);
    self->state = frame->is_object ? MP_STATE_KEY : MP_STATE_VALUE;
    return TRUE;
  }
  if (mp_scan_text_peek (&self->text) == (frame->is_object ? '}' : ']'))
    return frame->is_object ? close_object (self) : close_array (self);
  return mp_scanner_fail_syntax (self);
}

/* Something follows the object itself. */
static gboolean
read_beyond (MpScanner *self)
{
  if (mp_scan_text_peek (&self->text) != '{' || !self->is_one_line ||
      self->text.place.line == self->text.start_place.line)
    return mp_scanner_fail_syntax (self);
  self->by_line = TRUE;
  self->state = MP_STATE_LINE;
  return TRUE;
}

static gboolean
begin_key (MpScanner *self)
{
  if (mp_scan_text_peek (&self->text) != '"')
    return mp_scanner_fail_syntax (self);
  mp_scan_text_begin (&self->text);
  self->state = MP_STATE_IN_KEY;
  return TRUE;
}

static gboolean
read_key (MpScanner *self)
{
  MpStep step = mp_scan_text_skip_string (&self->text);

  return step == MP_STEP_DONE ? end_key (self) : stop_at (self, step);
}

static gboolean
read_colon (MpScanner *self)
{
  if (mp_scan_text_peek (&self->text) != ':')
    return mp_scanner_fail_syntax (self);
  mp_scan_text_take (&self->text);
  self->state = MP_STATE_VALUE;
  return TRUE;
}

static gboolean
read_value (MpScanner *self)
{
  MpScanText *text = &self->text;
  MpStep step = mp_scan_text_skip_value (text, MP_SCANNER_MAX_VALUES);

  if (text->n_values > MP_SCANNER_MAX_VALUES)
    return mp_scanner_fail (
      self, MP_FAULT_N_VALUES,
      g_strdup_printf (_ ("too many values in one entry; %d are the limit"), MP_SCANNER_MAX_VALUES),
      text->place);
  return step == MP_STEP_DONE ? end_value (self) : stop_at (self, step);
}

static gboolean
begin_line (MpScanner *self)
{
  mp_scan_text_drop (&self->text);
  self->text.is_line = TRUE;
  return begin_value (self);
}

static gboolean
stay_done (MpScanner *self)
{
  return mp_scanner_stop (self, MP_SCAN_END);
}

static gboolean
stay_faulty (MpScanner *self)
{
  return mp_scanner_stop (self, MP_SCAN_FAULT);
}

static const struct {
  gboolean (*go_on) (MpScanner *self);
  gboolean skips_space; /* first */
} states[MP_N_STATES] = {
  [MP_STATE_START] = { start, FALSE },
  [MP_STATE_FIRST_VALUE] = { begin_value, TRUE },
  [MP_STATE_VALUE] = { begin_value, TRUE },
  [MP_STATE_FIRST] = { read_first, TRUE },
  [MP_STATE_KEY] = { begin_key, TRUE },
  [MP_STATE_IN_KEY] = { read_key, FALSE },
  [MP_STATE_COLON] = { read_colon, TRUE },
  [MP_STATE_IN_VALUE] = { read_value, FALSE },
  [MP_STATE_AFTER] = { read_after, TRUE },
  [MP_STATE_WHOLE] = { read_beyond, TRUE },
  [MP_STATE_LINE] = { begin_line, TRUE },
  [MP_STATE_AFTER_LINE] = { mp_scanner_fail_syntax, TRUE },
  [MP_STATE_DONE] = { stay_done, FALSE },
  [MP_STATE_FAULT] = { stay_faulty, FALSE },
};

/* The text has ended between two tokens, or it cannot be JSON, or more is needed. */
static gboolean
stop_in_space (MpScanner *self, MpStep step)
{
  if (self->state == MP_STATE_AFTER_LINE && mp_scan_text_is_at_break (&self->text)) {
    self->text.is_line = FALSE;
    self->state = MP_STATE_LINE;
    return TRUE;
  }
  if (step == MP_STEP_MORE && self->text.is_ended) {
    if (self->state == MP_STATE_FIRST_VALUE)
      return mp_scanner_fail (self, MP_FAULT_SETTLED, g_strdup (_ ("the file is empty")),
                              (MpPosition) { 1, 1 });
    if (self->state == MP_STATE_WHOLE || self->state == MP_STATE_LINE ||
        self->state == MP_STATE_AFTER_LINE) {
      self->state = MP_STATE_DONE;
      return TRUE;
    }
  }
  return stop_at (self, step);
}

static gboolean
go_on (MpScanner *self)
{
  MpStep step = MP_STEP_DONE;

  if (states[self->state].skips_space)
    step = mp_scan_text_skip_space (&self->text);
  return step == MP_STEP_DONE ? states[self->state].go_on (self) : stop_in_space (self, step);
}

/* --- The scanner ------------------------------------------------------------------------------ */

MpScanner *
mp_scanner_new (const MpScanArray *arrays, const MpScanArray *lines)
{
  MpScanner *self = g_new0 (MpScanner, 1);

  self->arrays = arrays;
  self->lines = lines;
  self->members = g_array_new (FALSE, FALSE, sizeof (MpMemberPlace));
  mp_scan_text_init (&self->text);
  return self;
}

/* Frees what was handed over. */
static void
clear_scanned (MpScanner *self)
{
  json_decref (g_steal_pointer (&self->value));
  frame_clear (&self->closed);
}

void
mp_scanner_free (MpScanner *self)
{
  if (self == NULL)
    return;
  clear_scanned (self);
  for (guint i = 0; i < self->n_frames; i++)
    frame_clear (&self->frames[i]);
  json_decref (self->key);
  g_array_unref (self->members);
  g_free (self->sentence);
  mp_scan_text_clear (&self->text);
  g_free (self);
}

void
mp_scanner_add (MpScanner *self, const char *text, gsize length)
{
  if (self->state == MP_STATE_FAULT && self->fault == MP_FAULT_SETTLED)
    return;
  mp_scan_text_add (&self->text, text, length);
  if (self->state == MP_STATE_FAULT)
    mp_scanner_look_for_bytes (self);
}

void
mp_scanner_end (MpScanner *self)
{
  self->text.is_ended = TRUE;
  if (self->state == MP_STATE_FAULT)
    mp_scanner_look_for_bytes (self);
}

MpScan
mp_scanner_next (MpScanner *self, MpScanned *scanned)
{
  clear_scanned (self);
  while (go_on (self))
    continue;
  *scanned = self->scanned;
  return self->event;
}

json_t *
mp_scanner_peek (const MpScanner *self, gboolean inner)
{
  /* By line, the object itself has ended long ago. */
  guint index = inner && !self->by_line ? 2 : 0;

  if (index >= self->n_frames || (self->by_line && !inner))
    return NULL;
  return self->frames[index].object;
}
