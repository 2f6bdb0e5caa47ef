/* mp-write.c: writes files, all or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-write.h"

#include "mp-descriptor-stream.h"
#include "mp-file-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many symbolic links as Linux follows. */
#define MAX_LINKS 40
/* How often to try while others write the same file; more of them than there will be. */
#define MAX_TRIES 100

/* The result of one way to write. */
typedef enum {
  WRITTEN,
  FAILED,         /* the error of the content, if it is set, or errno says why */
  NOT_REPLACEABLE /* another way may succeed; errno says why this one did not */
} Outcome;

/* What is to be written. */
typedef struct {
  MpWriteFunc func;
  gpointer data;
  GError *error; /* owned: what went wrong while it was made or written */
} Content;

/* --- Calls that can be interrupted ------------------------------------------------------------ */

static int
open_again (const char *path, int flags, mode_t mode)
{
  int descriptor;

  do
    descriptor = open (path, flags | O_CLOEXEC | O_NOCTTY, mode);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

static gboolean
write_content (int descriptor, Content *content)
{
  g_autoptr (GOutputStream) stream = mp_descriptor_stream_new (descriptor);

  return content->func (stream, content->data, &content->error);
}

/* Waits until the disk has all that was written. A descriptor that is not a file cannot do that,
 * which is no failure. */
static gboolean
flush (int descriptor)
{
  int result;

  do
    result = fsync (descriptor);
  while (result != 0 && errno == EINTR);
  return result == 0 || errno == EINVAL || errno == ENOTSUP;
}

/* Closes a descriptor and keeps errno. */
static void
close_after (int descriptor)
{
  int number = errno;

  close (descriptor);
  errno = number;
}

/* --- In its own place ------------------------------------------------------------------------- */

/* Replaces what the open file at the beginning of a descriptor holds. As half of it could not be
 * taken back, the content is made before any of it is written. */
static gboolean
write_over (int descriptor, Content *content)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = mp_descriptor_stream_new (descriptor);
  gsize length;

  if (!content->func (memory, content->data, &content->error))
    return FALSE;
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory));
  return g_output_stream_write_all (
           stream, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)), length, NULL,
           NULL, &content->error) &&
         ftruncate (descriptor, (off_t) length) == 0 && flush (descriptor);
}

/* Writes to what is at the path itself. A failure to write can leave half of the content. */
static Outcome
write_through (const char *path, Content *content)
{
  int descriptor = open_again (path, O_WRONLY, 0);
  struct stat status;
  Outcome outcome;

  if (descriptor < 0)
    return FAILED;
  outcome = fstat (descriptor, &status) == 0 &&
                (S_ISREG (status.st_mode) ? write_over (descriptor, content)
                                          : write_content (descriptor, content))
              ? WRITTEN
              : FAILED;
  close_after (descriptor);
  return outcome;
}

/* --- Beside it, and then in its place --------------------------------------------------------- */

/* Returns the path of the temporary file. It is the same each time, so that one that was left
 * behind is found, and its name is short, as that of the file itself may have the greatest length.
 * Free with g_free (). */
static char *
temporary_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1);
  g_autofree char *name = g_strdup_printf (".milepost-%.16s.part", sum);

  return g_build_filename (folder, name, NULL);
}

/* Stores whether the file at a path is the one that is open. Returns FALSE and sets errno on
 * failure. */
static gboolean
compare_place (int descriptor, const char *path, gboolean *is_there)
{
  struct stat here, there;

  if (fstat (descriptor, &here) != 0)
    return FALSE;
  *is_there =
    lstat (path, &there) == 0 && here.st_dev == there.st_dev && here.st_ino == there.st_ino;
  return TRUE;
}

/* Takes the lock of an open file. Returns FALSE if another process has it. On a file system without
 * locks it returns TRUE. */
static gboolean
lock (int descriptor)
{
  return flock (descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/* Removes a temporary file that a killed process has left behind: nobody holds its lock. Returns
 * FALSE and sets errno where somebody does, or where it cannot be removed. */
static gboolean
clear_stale (const char *path)
{
  int descriptor = open_again (path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK, 0);
  gboolean is_there, done;

  /* What cannot be opened for writing is not a temporary file in use. */
  if (descriptor < 0)
    return errno == ENOENT || g_unlink (path) == 0;
  /* Meanwhile the file may have been renamed, and another one have taken its place. */
  done = lock (descriptor) && compare_place (descriptor, path, &is_there) &&
         (!is_there || g_unlink (path) == 0 || errno == ENOENT);
  close_after (descriptor);
  return done;
}

/* Opens a new temporary file and locks it, so that no other process writes to it until it is
 * closed. Returns -1 and sets errno on failure. */
static int
open_temporary (const char *path, mode_t mode)
{
  for (guint i = 0; i < MAX_TRIES; i++) {
    int descriptor = open_again (path, O_WRONLY | O_CREAT | O_EXCL, mode);
    gboolean is_there = FALSE;

    if (descriptor < 0) {
      if (errno != EEXIST || !clear_stale (path))
        return -1;
      continue;
    }
    if (lock (descriptor) && !compare_place (descriptor, path, &is_there)) {
      int number = errno;

      g_unlink (path);
      close (descriptor);
      errno = number;
      return -1;
    }
    if (is_there)
      return descriptor;
    /* Before the file was locked, another process took it for one left behind. */
    close (descriptor);
  }
  errno = EWOULDBLOCK;
  return -1;
}

/* Gives the new file the owner and the mode of the old one. Returns FALSE and sets errno where they
 * cannot be kept. */
static gboolean
keep_ownership (int descriptor, const struct stat *old)
{
  struct stat new;

  if (fstat (descriptor, &new) != 0)
    return FALSE;
  if ((new.st_uid != old->st_uid || new.st_gid != old->st_gid) &&
      fchown (descriptor, old->st_uid, old->st_gid) != 0)
    return FALSE;
  /* Changing the owner clears some bits of the mode, so the mode is set last. */
  return fchmod (descriptor, old->st_mode & 07777) == 0;
}

/* Makes the renaming last, too. Where that is not possible, the file is complete all the same. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = open_again (folder, O_RDONLY | O_DIRECTORY, 0);

  if (descriptor < 0)
    return;
  flush (descriptor);
  close (descriptor);
}

/* Writes a temporary file and puts it in the place of the file at the path. old is the status of
 * that file, or NULL if there is none. */
static Outcome
replace (const char *path, const struct stat *old, Content *content)
{
  g_autofree char *temporary = temporary_path (path);
  /* Nobody else may read the file before it has the mode of the old one. */
  int descriptor = open_temporary (temporary, old != NULL ? 0600 : 0666);
  Outcome outcome = FAILED;
  int number;

  if (descriptor < 0)
    return errno == EACCES || errno == EPERM ? NOT_REPLACEABLE : FAILED;
  if (old != NULL && !keep_ownership (descriptor, old))
    outcome = errno == EPERM ? NOT_REPLACEABLE : FAILED;
  else if (write_content (descriptor, content) && flush (descriptor) &&
           rename (temporary, path) == 0)
    outcome = WRITTEN;
  /* The file at the path is a mount point. */
  else if (content->error == NULL && (errno == EBUSY || errno == EXDEV))
    outcome = NOT_REPLACEABLE;
  number = errno;
  if (outcome == WRITTEN)
    flush_folder (path);
  else
    g_unlink (temporary);
  /* Closing gives the lock up. All bytes are on the disk, so closing can lose nothing. */
  close (descriptor);
  errno = number;
  return outcome;
}

/* --- Paths ------------------------------------------------------------------------------------ */

/* Follows the symbolic links at the end of a path; what they lead to need not exist. Returns NULL
 * and sets errno where they lead round in a circle. Free with g_free (). */
static char *
follow_links (const char *path)
{
  g_autofree char *here = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++) {
    g_autofree char *target = g_file_read_link (here, NULL);
    g_autofree char *folder = NULL;

    if (target == NULL)
      return g_steal_pointer (&here);
    folder = g_path_get_dirname (here);
    g_free (here);
    here =
      g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
  }
  errno = ELOOP;
  return NULL;
}

static Outcome
write_local (const char *given, Content *content)
{
  int number = mp_file_name_descriptor (given);
  g_autofree char *path = NULL;
  struct stat old;
  gboolean exists;
  Outcome outcome;

  /* Opening the path of a descriptor would start at the beginning of its file, over what is there.
   */
  if (number >= 0)
    return write_content (number, content) ? WRITTEN : FAILED;
  exists = stat (given, &old) == 0;
  if (exists && S_ISDIR (old.st_mode)) {
    errno = EISDIR;
    return FAILED;
  }
  if (exists && !S_ISREG (old.st_mode))
    return write_through (given, content);
  /* The folder may allow replacing the file, but its own mode forbids writing it. */
  if (exists && faccessat (AT_FDCWD, given, W_OK, AT_EACCESS) != 0)
    return FAILED;
  path = follow_links (given);
  if (path == NULL)
    return FAILED;
  outcome = replace (path, exists ? &old : NULL, content);
  if (outcome == NOT_REPLACEABLE && exists)
    outcome = write_through (path, content);
  return outcome;
}

/* Writes a file that only GIO can reach. After a failure, closing the stream would still put the
 * incomplete file in the place of the old one; cancelling prevents that. */
static gboolean
write_elsewhere (GFile *file, MpWriteFunc func, gpointer data, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  if (stream == NULL)
    return FALSE;
  if (func (G_OUTPUT_STREAM (stream), data, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  g_cancellable_cancel (cancellable);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);
  return FALSE;
}

gboolean
mp_write_file_with (GFile *file, MpWriteFunc func, gpointer data, GError **error)
{
  Content content = { func, data, NULL };
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  path = g_file_peek_path (file);
  if (path == NULL)
    return write_elsewhere (file, func, data, error);
  if (write_local (path, &content) == WRITTEN)
    return TRUE;
  if (content.error != NULL)
    g_propagate_error (error, content.error);
  else
    mp_descriptor_set_error (error, errno);
  return FALSE;
}

static gboolean
write_bytes (GOutputStream *stream, gpointer bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return g_output_stream_write_all (stream, data, length, NULL, NULL, error);
}

gboolean
mp_write_file (GFile *file, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return mp_write_file_with (file, write_bytes, bytes, error);
}
