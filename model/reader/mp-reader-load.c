/* mp-reader-load.c: reads whole files, wherever they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The second half of mp-reader.h; it knows files and streams, and nothing of what is in them.
 */
#include "config.h"

#include "mp-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#define PIECE_SIZE 262144 /* bytes */

/* What is done with a file. */
typedef struct {
  MpReader *reader; /* owned until it is ended */
  GCancellable *cancellable;
  MpReaderFunc func;
  gpointer data;
  goffset n_bytes; /* that were read */
} Load;

static void
load_clear (Load *load)
{
  mp_reader_free (load->reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Load, load_clear)

/* The attributes that show whether a file has changed. */
typedef struct {
  guint64 size;
  gint64 seconds;
  gint64 fraction;
} Version;

static void
set_error_by_code (GError **error, int code, const char *otherwise)
{
  const char *sentence = otherwise;

  switch (code) {
  case G_IO_ERROR_NOT_FOUND:
    sentence = _ ("there is no such file");
    break;
  case G_IO_ERROR_IS_DIRECTORY:
    sentence = _ ("this is a folder, not a file");
    break;
  case G_IO_ERROR_NOT_REGULAR_FILE:
    sentence = _ ("this is a device, a pipe or the like, not a file");
    break;
  case G_IO_ERROR_PERMISSION_DENIED:
    sentence = _ ("you are not allowed to read this file");
    break;
  case G_IO_ERROR_MESSAGE_TOO_LARGE:
    /* Translators: MB are megabytes */
    g_set_error (error, G_IO_ERROR, code, _ ("the file is larger than %d MB, the limit"),
                 (int) (MP_READER_MAX_SIZE / 1024 / 1024));
    return;
  default:
    break;
  }
  g_set_error_literal (error, G_IO_ERROR, code, sentence);
}

static void
set_error_by_errno (GError **error, int number)
{
  g_autofree char *otherwise =
    g_strdup_printf (_ ("the file cannot be read: %s"), g_strerror (number));

  set_error_by_code (error, (int) g_io_error_from_errno (number), otherwise);
}

/* Passes on an error of GIO, without the path or URI that its message may contain. Takes ownership
 * of the error. */
static void
propagate (GError **error, GError *problem)
{
  set_error_by_code (error, problem->domain == G_IO_ERROR ? problem->code : (int) G_IO_ERROR_FAILED,
                     g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
                       ? _ ("reading was cancelled")
                       : _ ("the file cannot be read"));
  g_error_free (problem);
}

static gboolean
check_type (GFileType type, GError **error)
{
  /* A file in an archive or on a server may have no known type. A broken link is recognised when it
   * is opened. */
  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN ||
      type == G_FILE_TYPE_SYMBOLIC_LINK)
    return TRUE;
  set_error_by_code (error,
                     type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_MOUNTABLE
                       ? G_IO_ERROR_IS_DIRECTORY
                       : G_IO_ERROR_NOT_REGULAR_FILE,
                     NULL);
  return FALSE;
}

/* Reads to the end of the stream. size is what func is told. */
static gboolean
read_all (Load *load, GInputStream *stream, goffset size, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE_SIZE);
  GError *problem = NULL;

  for (;;) {
    gssize n = -1;

    /* Not every stream checks the cancellable itself. */
    if (!g_cancellable_set_error_if_cancelled (load->cancellable, &problem))
      n = g_input_stream_read (stream, piece, PIECE_SIZE, load->cancellable, &problem);
    if (n < 0) {
      propagate (error, problem);
      return FALSE;
    }
    if (n == 0)
      return TRUE;
    load->n_bytes += n;
    if (load->n_bytes > MP_READER_MAX_SIZE) {
      set_error_by_code (error, G_IO_ERROR_MESSAGE_TOO_LARGE, NULL);
      return FALSE;
    }
    mp_reader_add (load->reader, piece, (gsize) n);
    if (load->func != NULL)
      load->func (load->reader, load->n_bytes, size, load->data);
  }
}

/* Returns whether the file did not change while it was read. */
static gboolean
check_unchanged (const Load *load, const Version *before, const Version *after, GError **error)
{
  /* A file that the kernel generates when it is read, such as /proc/cpuinfo, does not tell its
   * size. */
  if (before->size == 0 && after->size == 0)
    return TRUE;
  if ((guint64) load->n_bytes == before->size && before->size == after->size &&
      before->seconds == after->seconds && before->fraction == after->fraction)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("the file changed while it was read; open it again"));
  return FALSE;
}

static gboolean
ask_descriptor (int descriptor, GFileType *type, Version *version, GError **error)
{
  struct stat status;

  if (fstat (descriptor, &status) != 0) {
    set_error_by_errno (error, errno);
    return FALSE;
  }
  *type = S_ISREG (status.st_mode)   ? G_FILE_TYPE_REGULAR
          : S_ISDIR (status.st_mode) ? G_FILE_TYPE_DIRECTORY
                                     : G_FILE_TYPE_SPECIAL;
  version->size = (guint64) status.st_size;
  version->seconds = (gint64) status.st_mtim.tv_sec;
  version->fraction = (gint64) status.st_mtim.tv_nsec;
  return TRUE;
}

/* Reads a local file. What was found out about its name may have changed since then, so the file
 * is checked again once it is open; opening does not wait for the other end of a pipe. */
static gboolean
load_local (Load *load, const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  GFileType type;
  Version before;
  Version after;
  int descriptor;

  do
    descriptor = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) {
    set_error_by_errno (error, errno);
    return FALSE;
  }
  stream = g_unix_input_stream_new (descriptor, TRUE);

  if (!ask_descriptor (descriptor, &type, &before, error) || !check_type (type, error))
    return FALSE;
  if (before.size > (guint64) MP_READER_MAX_SIZE) {
    set_error_by_code (error, G_IO_ERROR_MESSAGE_TOO_LARGE, NULL);
    return FALSE;
  }
  return read_all (load, stream, (goffset) before.size, error) &&
         ask_descriptor (descriptor, &type, &after, error) &&
         check_unchanged (load, &before, &after, error);
}

static void
read_version (GFileInfo *info, Version *version)
{
  version->size = (guint64) g_file_info_get_size (info);
  version->seconds =
    (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  version->fraction =
    (gint64) g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

/* Reads a file that only GIO can reach, such as one of the program's resources or one on a server.
 */
static gboolean
load_other (Load *load, GFile *file, GError **error)
{
  static const char attributes[] = G_FILE_ATTRIBUTE_STANDARD_SIZE
    "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info_before = NULL;
  g_autoptr (GFileInfo) info_after = NULL;
  GError *problem = NULL;
  Version before = { 0 };
  Version after;

  stream = g_file_read (file, load->cancellable, &problem);
  if (stream == NULL) {
    propagate (error, problem);
    return FALSE;
  }
  /* Not every stream can tell its attributes; the bytes are then taken as they came. */
  info_before = g_file_input_stream_query_info (stream, attributes, load->cancellable, NULL);
  if (info_before != NULL &&
      !g_file_info_has_attribute (info_before, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    g_clear_object (&info_before);
  if (info_before != NULL)
    read_version (info_before, &before);
  if (!read_all (load, G_INPUT_STREAM (stream), (goffset) before.size, error))
    return FALSE;
  if (info_before == NULL)
    return TRUE;
  info_after = g_file_input_stream_query_info (stream, attributes, load->cancellable, NULL);
  if (info_after == NULL)
    return TRUE;
  read_version (info_after, &after);
  return check_unchanged (load, &before, &after, error);
}

/* Asks before opening: some devices react to being opened. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info != NULL)
    return check_type (g_file_info_get_file_type (info), error);
  propagate (error, problem);
  return FALSE;
}

MpAgreement *
mp_reader_load_file (GFile *file, GCancellable *cancellable, MpReaderFunc func, gpointer data,
                     MpProblems *problems, GError **error)
{
  g_auto (Load) load = { NULL, cancellable, func, data, 0 };
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  if (!check_file (file, cancellable, error))
    return NULL;
  load.reader = mp_reader_new (problems);
  path = g_file_peek_path (file);
  if (path != NULL ? !load_local (&load, path, error) : !load_other (&load, file, error))
    return NULL;
  return mp_reader_end (g_steal_pointer (&load.reader));
}

MpAgreement *
mp_reader_load_stream (GInputStream *stream, GCancellable *cancellable, MpReaderFunc func,
                       gpointer data, MpProblems *problems, GError **error)
{
  g_auto (Load) load = { NULL, cancellable, func, data, 0 };

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  load.reader = mp_reader_new (problems);
  if (!read_all (&load, stream, 0, error))
    return NULL;
  return mp_reader_end (g_steal_pointer (&load.reader));
}
