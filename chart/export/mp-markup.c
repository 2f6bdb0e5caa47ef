/* mp-markup.c: writes markup, piece by piece, to a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-markup.h"

#include <string.h>

/* How much is collected before it goes to the stream, in bytes. */
#define PIECE_SIZE ((gsize) 64 * 1024)

struct _MpMarkup {
  GOutputStream *stream;     /* borrowed */
  GCancellable *cancellable; /* borrowed */
  GString *piece;
  GPtrArray *open; /* the names of the open elements, borrowed */
  GError *error;   /* the first one */
};

MpMarkup *
mp_markup_new (GOutputStream *stream, GCancellable *cancellable)
{
  MpMarkup *self = g_new0 (MpMarkup, 1);

  self->stream = stream;
  self->cancellable = cancellable;
  self->piece = g_string_sized_new (PIECE_SIZE + PIECE_SIZE / 4);
  self->open = g_ptr_array_new ();
  return self;
}

void
mp_markup_free (MpMarkup *self)
{
  if (self == NULL)
    return;
  g_string_free (self->piece, TRUE);
  g_ptr_array_unref (self->open);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush (MpMarkup *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->piece->str, self->piece->len, NULL,
                               self->cancellable, &self->error);
  g_string_truncate (self->piece, 0);
}

static void
flush_if_full (MpMarkup *self)
{
  if (self->piece->len >= PIECE_SIZE)
    flush (self);
}

gboolean
mp_markup_finish (MpMarkup *self, GError **error)
{
  while (self->open->len > 0)
    mp_markup_close (self, g_ptr_array_index (self->open, self->open->len - 1));
  flush (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* Whether a character may not stand in HTML or in XML 1.0, not even as a reference: controls but
 * for tab and line ends, and those that Unicode keeps from being characters. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* The one way of a text into a file. */
static void
append_escaped (GString *piece, const char *text)
{
  const char *from = text;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    const char *instead = NULL;

    switch (*p) {
    case '&':
      instead = "&amp;";
      break;
    case '<':
      instead = "&lt;";
      break;
    case '>':
      instead = "&gt;";
      break;
    case '"':
      instead = "&quot;";
      break;
    case '\'':
      instead = "&#39;";
      break;
    case '\r':
      /* A reader would make a line feed of it. */
      instead = "&#13;";
      break;
    default:
      if (((guchar) *p < 0x20 || (guchar) *p >= 0x7f) && is_forbidden (g_utf8_get_char (p)))
        instead = "\357\277\275";
      break;
    }
    if (instead == NULL)
      continue;
    g_string_append_len (piece, from, p - from);
    g_string_append (piece, instead);
    from = g_utf8_next_char (p);
  }
  g_string_append (piece, from);
}

static void
append_attribute (GString *piece, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (piece, ' ');
  g_string_append (piece, name);
  g_string_append (piece, "=\"");
  append_escaped (piece, value);
  g_string_append_c (piece, '"');
}

static void
begin_tag (MpMarkup *self, const char *name)
{
  g_string_append_c (self->piece, '<');
  g_string_append (self->piece, name);
}

static void
append_attributes (MpMarkup *self, va_list attributes)
{
  const char *name;

  while ((name = va_arg (attributes, const char *)) != NULL)
    append_attribute (self->piece, name, va_arg (attributes, const char *));
}

/* Ends the tag with which an element begins. */
static void
begin_content (MpMarkup *self, const char *name)
{
  g_string_append_c (self->piece, '>');
  g_ptr_array_add (self->open, (gpointer) name);
}

void
mp_markup_open (MpMarkup *self, const char *name, ...)
{
  va_list attributes;

  begin_tag (self, name);
  va_start (attributes, name);
  append_attributes (self, attributes);
  va_end (attributes);
  begin_content (self, name);
}

void
mp_markup_open_with (MpMarkup *self, const char *name, const char *const *attributes)
{
  begin_tag (self, name);
  for (guint i = 0; attributes[i] != NULL; i += 2)
    append_attribute (self->piece, attributes[i], attributes[i + 1]);
  begin_content (self, name);
}

void
mp_markup_close (MpMarkup *self, const char *name)
{
  g_return_if_fail (self->open->len > 0);
  g_return_if_fail (g_str_equal (name, g_ptr_array_index (self->open, self->open->len - 1)));

  g_ptr_array_set_size (self->open, (gint) self->open->len - 1);
  g_string_append (self->piece, "</");
  g_string_append (self->piece, name);
  g_string_append_c (self->piece, '>');
  flush_if_full (self);
}

void
mp_markup_empty (MpMarkup *self, const char *name, ...)
{
  va_list attributes;

  begin_tag (self, name);
  va_start (attributes, name);
  append_attributes (self, attributes);
  va_end (attributes);
  g_string_append (self->piece, "/>");
}

void
mp_markup_text (MpMarkup *self, const char *text)
{
  if (text == NULL)
    return;
  append_escaped (self->piece, text);
  flush_if_full (self);
}

void
mp_markup_element (MpMarkup *self, const char *name, const char *class_names, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  mp_markup_open (self, name, "class", class_names, NULL);
  mp_markup_text (self, text);
  mp_markup_close (self, name);
}

void
mp_markup_raw (MpMarkup *self, const char *markup, gssize length)
{
  g_string_append_len (self->piece, markup, length);
  flush_if_full (self);
}

void
mp_markup_break (MpMarkup *self)
{
  g_string_append_c (self->piece, '\n');
}
