/* mp-descriptor-stream.c: an output stream to a descriptor of this process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stream of GIO names the system's words for an error and the descriptor; users need to know
 * what they can do.
 */
#include "config.h"

#include "mp-descriptor-stream.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

struct _MpDescriptorStream {
  GOutputStream parent_instance;

  int descriptor; /* borrowed */
};

G_DEFINE_FINAL_TYPE (MpDescriptorStream, mp_descriptor_stream, G_TYPE_OUTPUT_STREAM)

void
mp_descriptor_set_error (GError **error, int number)
{
  int code = (int) g_io_error_from_errno (number);
  const char *sentence = NULL;

  switch (number) {
  case ENOENT:
  case ENOTDIR:
    sentence = _ ("there is no such folder");
    break;
  case EISDIR:
    sentence = _ ("this is a folder, not a file");
    break;
  case EACCES:
  case EPERM:
    sentence = _ ("you are not allowed to write here");
    break;
  case ENOSPC:
  case EDQUOT:
    sentence = _ ("there is no space left");
    break;
  case ENAMETOOLONG:
    sentence = _ ("the name is too long");
    break;
  case EWOULDBLOCK:
    sentence = _ ("another program is writing this file just now");
    break;
  default:
    break;
  }
  g_set_error_literal (error, G_IO_ERROR, code, sentence != NULL ? sentence : g_strerror (number));
}

static gssize
mp_descriptor_stream_write (GOutputStream *stream, const void *buffer, gsize count,
                            GCancellable *cancellable, GError **error)
{
  MpDescriptorStream *self = MP_DESCRIPTOR_STREAM (stream);
  gssize n;

  do {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return -1;
    n = write (self->descriptor, buffer, count);
  } while (n < 0 && errno == EINTR);
  if (n < 0)
    mp_descriptor_set_error (error, errno);
  return n;
}

/* The descriptor belongs to somebody else. */
static gboolean
mp_descriptor_stream_close (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  (void) stream;
  (void) cancellable;
  (void) error;
  return TRUE;
}

static void
mp_descriptor_stream_class_init (MpDescriptorStreamClass *klass)
{
  GOutputStreamClass *stream_class = G_OUTPUT_STREAM_CLASS (klass);

  stream_class->write_fn = mp_descriptor_stream_write;
  stream_class->close_fn = mp_descriptor_stream_close;
}

static void
mp_descriptor_stream_init (MpDescriptorStream *self)
{
  self->descriptor = -1;
}

GOutputStream *
mp_descriptor_stream_new (int descriptor)
{
  MpDescriptorStream *self = g_object_new (MP_TYPE_DESCRIPTOR_STREAM, NULL);

  self->descriptor = descriptor;
  return G_OUTPUT_STREAM (self);
}
