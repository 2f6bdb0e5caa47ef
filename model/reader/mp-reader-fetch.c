/* mp-reader-fetch.c: fetches the bytes of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The second half of mp-reader.h; it knows nothing of agreements.
 */
#include "config.h"

#include "mp-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#define CHUNK_SIZE 262144 /* bytes */

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

/* Reads to the end of the stream. likely_size is a guess that only saves copying. */
static GBytes *
read_all (GInputStream *stream, guint64 likely_size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes =
    g_byte_array_sized_new ((guint) MIN (likely_size, (guint64) MP_READER_MAX_SIZE) + CHUNK_SIZE);
  GError *problem = NULL;

  for (;;) {
    guint length = bytes->len;
    gssize n = -1;

    g_byte_array_set_size (bytes, length + CHUNK_SIZE);
    /* Not every stream checks the cancellable itself. */
    if (!g_cancellable_set_error_if_cancelled (cancellable, &problem))
      n = g_input_stream_read (stream, bytes->data + length, CHUNK_SIZE, cancellable, &problem);
    if (n < 0) {
      propagate (error, problem);
      return NULL;
    }
    g_byte_array_set_size (bytes, length + (guint) n);
    if (bytes->len > MP_READER_MAX_SIZE) {
      set_error_by_code (error, G_IO_ERROR_MESSAGE_TOO_LARGE, NULL);
      return NULL;
    }
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  }
}

/* Takes ownership of the bytes. Returns them if the file did not change while it was read. */
static GBytes *
check_unchanged (GBytes *bytes, const Version *before, const Version *after, GError **error)
{
  /* A file that the kernel generates when it is read, such as /proc/cpuinfo, does not tell its
   * size.
   */
  if (before->size == 0 && after->size == 0)
    return bytes;
  if (g_bytes_get_size (bytes) == before->size && before->size == after->size &&
      before->seconds == after->seconds && before->fraction == after->fraction)
    return bytes;
  g_bytes_unref (bytes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _ ("the file changed while it was read; open it again"));
  return NULL;
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

/* Fetches a local file. What was found out about its name may have changed since then, so the file
 * is checked again once it is open; opening does not wait for the other end of a pipe. */
static GBytes *
fetch_local (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GFileType type;
  Version before;
  Version after;
  int descriptor;

  do
    descriptor = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0) {
    set_error_by_errno (error, errno);
    return NULL;
  }
  stream = g_unix_input_stream_new (descriptor, TRUE);

  if (!ask_descriptor (descriptor, &type, &before, error) || !check_type (type, error))
    return NULL;
  if (before.size > (guint64) MP_READER_MAX_SIZE) {
    set_error_by_code (error, G_IO_ERROR_MESSAGE_TOO_LARGE, NULL);
    return NULL;
  }
  bytes = read_all (stream, before.size, cancellable, error);
  if (bytes == NULL || !ask_descriptor (descriptor, &type, &after, error))
    return NULL;
  return check_unchanged (g_steal_pointer (&bytes), &before, &after, error);
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

/* Fetches a file that only GIO can reach, such as one of the program's resources or one on a
 * server. */
static GBytes *
fetch_other (GFile *file, GCancellable *cancellable, GError **error)
{
  static const char attributes[] = G_FILE_ATTRIBUTE_STANDARD_SIZE
    "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info_before = NULL;
  g_autoptr (GFileInfo) info_after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *problem = NULL;
  Version before;
  Version after;

  stream = g_file_read (file, cancellable, &problem);
  if (stream == NULL) {
    propagate (error, problem);
    return NULL;
  }
  /* Not every stream can tell its attributes; the bytes are then taken as they came. */
  info_before = g_file_input_stream_query_info (stream, attributes, cancellable, NULL);
  bytes = read_all (G_INPUT_STREAM (stream), 0, cancellable, error);
  if (bytes == NULL || info_before == NULL ||
      !g_file_info_has_attribute (info_before, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    return g_steal_pointer (&bytes);
  info_after = g_file_input_stream_query_info (stream, attributes, cancellable, NULL);
  if (info_after == NULL)
    return g_steal_pointer (&bytes);

  read_version (info_before, &before);
  read_version (info_after, &after);
  return check_unchanged (g_steal_pointer (&bytes), &before, &after, error);
}

GBytes *
mp_reader_fetch (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  GError *problem = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  /* Ask before opening: some devices react to being opened. */
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                            cancellable, &problem);
  if (info == NULL) {
    propagate (error, problem);
    return NULL;
  }
  if (!check_type (g_file_info_get_file_type (info), error))
    return NULL;

  path = g_file_peek_path (file);
  if (path != NULL)
    return fetch_local (path, cancellable, error);
  return fetch_other (file, cancellable, error);
}

GBytes *
mp_reader_fetch_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return read_all (stream, 0, cancellable, error);
}
