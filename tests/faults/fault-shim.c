/* fault-shim.c: makes calls of the C library fail, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preloaded into the program (LD_PRELOAD). MP_FAULT says what is to happen, words with a space
 * between them:
 *
 *     CALL=ERROR      every such call fails: write=ENOSPC
 *     CALL:N=ERROR    only the N-th, counted from 1: read:2=EIO
 *     read=short      a byte at a time
 *     write=short     half of what is asked for
 *     read=grow       the file grows by a byte before it is read
 *     read=vanish     the file is removed before it is read
 *     CALL=kill       the process is killed in the place of the call, as by kill -9
 *
 * CALL is open, read, write, close, fsync, rename, fstat, fchmod, fchown, flock or unlink. Only
 * those on files below the folder MP_FAULT_FOLDER count, and standard input and output where they
 * are no such files. With MP_FAULT_LOG the number of calls that were made to fail is written there
 * in the end, so that a test sees whether its fault came to pass at all.
 */
#define _GNU_SOURCE
/* open () and open64 () are both defined here, so neither may be an alias of the other. */
#undef _FILE_OFFSET_BITS
#undef _TIME_BITS
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

typedef enum {
  CALL_OPEN,
  CALL_READ,
  CALL_WRITE,
  CALL_CLOSE,
  CALL_FSYNC,
  CALL_RENAME,
  CALL_FSTAT,
  CALL_FCHMOD,
  CALL_FCHOWN,
  CALL_FLOCK,
  CALL_UNLINK,
  N_CALLS,
} Call;

static const char *const names[N_CALLS] = { "open",  "read",   "write",  "close", "fsync", "rename",
                                            "fstat", "fchmod", "fchown", "flock", "unlink" };
static const struct {
  const char *name;
  int number;
} errors[] = {
  { "EACCES", EACCES },
  { "EBUSY", EBUSY },
  { "EDQUOT", EDQUOT },
  { "EINTR", EINTR },
  { "EIO", EIO },
  { "EPERM", EPERM },
  { "EROFS", EROFS },
  { "ENOSPC", ENOSPC },
  { "EMFILE", EMFILE },
  { "ENOLCK", ENOLCK },
  { "EWOULDBLOCK", EWOULDBLOCK },
};

static unsigned counts[N_CALLS];
static unsigned n_faults;

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Returns the text after "CALL=" or "CALL:N=" that applies to this call, or NULL. */
static const char *
find_fault (Call call, unsigned number)
{
  const char *words = getenv ("MP_FAULT");
  size_t length = strlen (names[call]);

  for (const char *word = words; word != NULL && *word != '\0';
       word = strchr (word, ' ') != NULL ? strchr (word, ' ') + 1 : NULL) {
    char *end;

    if (strncmp (word, names[call], length) != 0)
      continue;
    if (word[length] == '=')
      return word + length + 1;
    if (word[length] == ':' && strtoul (word + length + 1, &end, 10) == number && *end == '=')
      return end + 1;
  }
  return NULL;
}

static int
is_word (const char *text, const char *word)
{
  size_t length = strlen (word);

  return text != NULL && strncmp (text, word, length) == 0 &&
         (text[length] == '\0' || text[length] == ' ');
}

static int
is_ours (const char *path)
{
  const char *folder = getenv ("MP_FAULT_FOLDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

/* The path of a descriptor; empty if it is not to fail. */
static const char *
path_of (int descriptor, char *path)
{
  char link[64];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", descriptor);
  length = readlink (link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = '\0';
  return is_ours (path) || descriptor == STDIN_FILENO || descriptor == STDOUT_FILENO ? path : "";
}

/* Counts a call, and returns the fault that it is to have, or NULL. */
static const char *
meet (Call call)
{
  const char *fault = find_fault (call, ++counts[call]);

  n_faults += fault != NULL;
  if (is_word (fault, "kill"))
    kill (getpid (), SIGKILL);
  return fault;
}

/* Sets errno and returns -1 if the fault is the name of an error, and 0 if not. */
static int
fail (const char *fault)
{
  for (size_t i = 0; fault != NULL && i < sizeof errors / sizeof *errors; i++) {
    if (is_word (fault, errors[i].name)) {
      errno = errors[i].number;
      return -1;
    }
  }
  return 0;
}

__attribute__ ((destructor)) static void
write_log (void)
{
  const char *name = getenv ("MP_FAULT_LOG");
  int descriptor = name != NULL ? REAL (open) (name, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
  char text[32];
  int length = snprintf (text, sizeof text, "%u\n", n_faults);

  if (descriptor >= 0) {
    if (REAL (write) (descriptor, text, (size_t) length) != length)
      abort ();
    REAL (close) (descriptor);
  }
}

static int
open_through (int (*real) (const char *, int, ...), const char *path, int flags, va_list args)
{
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? (mode_t) va_arg (args, int) : 0;

  if (is_ours (path) && fail (meet (CALL_OPEN)) != 0)
    return -1;
  return real (path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list args;
  int result;

  va_start (args, flags);
  result = open_through (REAL (open), path, flags, args);
  va_end (args);
  return result;
}

int
open64 (const char *path, int flags, ...)
{
  va_list args;
  int result;

  va_start (args, flags);
  result = open_through (REAL (open64), path, flags, args);
  va_end (args);
  return result;
}

ssize_t
read (int descriptor, void *buffer, size_t size)
{
  char path[PATH_MAX];
  const char *fault;

  if (*path_of (descriptor, path) == '\0')
    return REAL (read) (descriptor, buffer, size);
  fault = meet (CALL_READ);
  if (is_word (fault, "short")) {
    size = size > 0 ? 1 : 0;
  } else if (is_word (fault, "vanish")) {
    REAL (unlink) (path);
  } else if (is_word (fault, "grow")) {
    int more = REAL (open) (path, O_WRONLY | O_APPEND);

    if (more < 0 || REAL (write) (more, "\n", 1) != 1)
      abort ();
    REAL (close) (more);
  }
  return fail (fault) != 0 ? -1 : REAL (read) (descriptor, buffer, size);
}

ssize_t
write (int descriptor, const void *buffer, size_t size)
{
  char path[PATH_MAX];
  const char *fault;

  if (*path_of (descriptor, path) == '\0')
    return REAL (write) (descriptor, buffer, size);
  fault = meet (CALL_WRITE);
  if (is_word (fault, "short"))
    size = (size + 1) / 2;
  return fail (fault) != 0 ? -1 : REAL (write) (descriptor, buffer, size);
}

/* As on Linux, the descriptor is closed even where the call fails. */
int
close (int descriptor)
{
  char path[PATH_MAX];
  int fault = *path_of (descriptor, path) != '\0' ? fail (meet (CALL_CLOSE)) : 0;
  int number = errno;
  int result = REAL (close) (descriptor);

  if (fault == 0)
    return result;
  errno = number;
  return -1;
}

int
fsync (int descriptor)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FSYNC)) != 0)
    return -1;
  return REAL (fsync) (descriptor);
}

int
rename (const char *from, const char *to)
{
  if (is_ours (to) && fail (meet (CALL_RENAME)) != 0)
    return -1;
  return REAL (rename) (from, to);
}

int
fstat (int descriptor, struct stat *status)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FSTAT)) != 0)
    return -1;
  return REAL (fstat) (descriptor, status);
}

int
fstat64 (int descriptor, struct stat64 *status)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FSTAT)) != 0)
    return -1;
  return REAL (fstat64) (descriptor, status);
}

int
fchmod (int descriptor, mode_t mode)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FCHMOD)) != 0)
    return -1;
  return REAL (fchmod) (descriptor, mode);
}

int
fchown (int descriptor, uid_t owner, gid_t group)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FCHOWN)) != 0)
    return -1;
  return REAL (fchown) (descriptor, owner, group);
}

int
flock (int descriptor, int operation)
{
  char path[PATH_MAX];

  if (*path_of (descriptor, path) != '\0' && fail (meet (CALL_FLOCK)) != 0)
    return -1;
  return REAL (flock) (descriptor, operation);
}

int
unlink (const char *path)
{
  if (is_ours (path) && fail (meet (CALL_UNLINK)) != 0)
    return -1;
  return REAL (unlink) (path);
}
