/* mp-carried.c: agreements that are inside pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-carried.h"

#include "mp-options-text.h"
#include "mp-png-input.h"
#include "mp-png-words.h"

#include <glib/gi18n-lib.h>
#include <png.h>
#include <string.h>

struct _MpCarried {
  /* Owned */
  GBytes *agreement;
  char *view; /* "" if there is none */
  char *version;
  char *language;
};

gboolean
mp_carried_is_picture (gconstpointer bytes, gsize length)
{
  return length >= MP_CARRIED_SIGNATURE_LENGTH &&
         png_sig_cmp (bytes, 0, MP_CARRIED_SIGNATURE_LENGTH) == 0;
}

/* --- What is inside --------------------------------------------------------------------------- */

MpCarried *
mp_carried_read (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_auto (MpPngInput) input = { 0 };
  const char *agreement, *view;
  MpCarried *carried;

  if (!mp_png_input_begin (&input, stream, cancellable, error))
    return NULL;
  agreement = mp_png_input_text (&input, MP_PNG_AGREEMENT);
  view = mp_png_input_text (&input, MP_PNG_VIEW);
  if (agreement == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("there is no agreement inside this picture; open the file that it was "
                            "made from"));
    return NULL;
  }
  carried = g_new0 (MpCarried, 1);
  carried->agreement = g_bytes_new (agreement, strlen (agreement));
  carried->view = g_strdup (view != NULL ? view : "");
  carried->version = mp_options_text_version (carried->view);
  carried->language = mp_options_text_language (carried->view);
  return carried;
}

void
mp_carried_free (MpCarried *carried)
{
  if (carried == NULL)
    return;
  g_bytes_unref (carried->agreement);
  g_free (carried->view);
  g_free (carried->version);
  g_free (carried->language);
  g_free (carried);
}

GBytes *
mp_carried_get_agreement (const MpCarried *carried)
{
  return carried->agreement;
}

const char *
mp_carried_get_version (const MpCarried *carried)
{
  return carried->version;
}

const char *
mp_carried_get_language (const MpCarried *carried)
{
  return carried->language;
}

MpFigureOptions *
mp_carried_get_view (const MpCarried *carried, MpAgreement *agreement, GError **error)
{
  return mp_options_from_text (carried->view, agreement, error);
}

/* --- Loading ---------------------------------------------------------------------------------- */

/* Reads a picture from a stream, and then the agreement inside it. */
static MpAgreement *
load_picture (GInputStream *stream, GCancellable *cancellable, MpReaderFunc func, gpointer data,
              MpProblems *problems, MpCarried **carried, GError **error)
{
  g_autoptr (MpCarried) found = mp_carried_read (stream, cancellable, error);
  g_autoptr (GInputStream) text = NULL;
  MpAgreement *agreement;

  if (found == NULL)
    return NULL;
  text = g_memory_input_stream_new_from_bytes (found->agreement);
  agreement = mp_reader_load_stream (text, cancellable, func, data, problems, error);
  if (carried != NULL)
    *carried = g_steal_pointer (&found);
  return agreement;
}

/* Opens a file if it is a picture. Returns NULL for any other, and for what cannot be read, of
 * which the reader says why. */
static GInputStream *
open_picture (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = NULL;
  guchar signature[MP_CARRIED_SIGNATURE_LENGTH];
  gsize n;

  /* Some devices react to being opened, and a pipe waits for its other end. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = G_INPUT_STREAM (g_file_read (file, cancellable, NULL));
  if (stream == NULL ||
      !g_input_stream_read_all (stream, signature, sizeof signature, &n, cancellable, NULL) ||
      !mp_carried_is_picture (signature, n) || !G_IS_SEEKABLE (stream) ||
      !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    return NULL;
  return g_buffered_input_stream_new (stream);
}

MpAgreement *
mp_carried_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func, gpointer data,
                      MpProblems *problems, MpCarried **carried, GError **error)
{
  g_autoptr (GInputStream) picture = open_picture (file, cancellable);

  if (carried != NULL)
    *carried = NULL;
  if (picture != NULL)
    return load_picture (picture, cancellable, func, data, problems, carried, error);
  return mp_reader_load_file (file, cancellable, func, data, problems, error);
}

MpAgreement *
mp_carried_load_stream (GInputStream *stream, GCancellable *cancellable, MpReaderFunc func,
                        gpointer data, MpProblems *problems, MpCarried **carried, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (buffered);
  gconstpointer begin;
  gsize length;

  /* The stream belongs to the caller. */
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  if (carried != NULL)
    *carried = NULL;
  /* An error comes again when the reader reads. */
  while (g_buffered_input_stream_get_available (buffer) < MP_CARRIED_SIGNATURE_LENGTH &&
         g_buffered_input_stream_fill (buffer, -1, cancellable, NULL) > 0)
    ;
  begin = g_buffered_input_stream_peek_buffer (buffer, &length);
  if (mp_carried_is_picture (begin, length))
    return load_picture (buffered, cancellable, func, data, problems, carried, error);
  return mp_reader_load_stream (buffered, cancellable, func, data, problems, error);
}
