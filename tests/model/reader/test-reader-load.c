/* test-reader-load.c: reading files and streams, or one sentence why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The text that is written into a pipe. */
static const char slow_text[] = "{ \"milepost\": 1, \"title\": \"Bäckerei 😀\" }\n";

static void
assert_refused (const char *path, int code, const char *part)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", path);
  g_assert_null (mp_reader_load_file (file, NULL, NULL, NULL, problems, &error));
  g_assert_cmpuint (mp_problems_get_length (problems), ==, 0);
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_null (strstr (error->message, path));
  g_assert_true (g_ascii_islower (error->message[0]));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("milepost-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
test_file (void)
{
  static const char text[] = "{ \"milepost\": 1, \"title\": \"é\" }\n";
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a b%é.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  for (int i = 0; i < 2; i++) {
    g_auto (Loaded) loaded = load_path (i == 0 ? path : link);

    g_assert_cmpstr (mp_agreement_get_title (loaded.agreement), ==, "é");
  }

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  {
    g_auto (Loaded) loaded = load_path (path);

    assert_expected (&loaded, "1:1: error: : the file is empty");
  }

  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

/* What a reader was told of its progress. */
typedef struct {
  guint n_calls;
  goffset n_bytes;
  goffset size;
} Progress;

static void
progress_cb (MpReader *reader, goffset n_bytes, goffset size, gpointer data)
{
  Progress *progress = data;

  g_assert_nonnull (reader);
  g_assert_cmpint (n_bytes, >, progress->n_bytes);
  progress->n_calls++;
  progress->n_bytes = n_bytes;
  progress->size = size;
}

/* A large file comes in several pieces. */
static void
test_progress (void)
{
  const goffset size = 3000000;
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *spaces = g_strnfill ((gsize) size, ' ');
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (spaces, (gssize) size, NULL);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  g_assert_true (g_file_set_contents (path, spaces, (gssize) size, NULL));
  g_assert_null (mp_reader_load_file (file, NULL, progress_cb, &progress, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, >, 1);
  g_assert_cmpint (progress.n_bytes, ==, size);
  g_assert_cmpint (progress.size, ==, size);
  g_unlink (path);
  g_rmdir (folder);

  /* A stream does not tell its size. */
  progress = (Progress) { 0 };
  g_assert_null (mp_reader_load_stream (stream, NULL, progress_cb, &progress, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpint (progress.n_bytes, ==, size);
  g_assert_cmpint (progress.size, ==, 0);
}

static void
test_refused (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);
  g_autofree char *below = g_build_filename (path, "below", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", NULL);

  assert_refused (folder, G_IO_ERROR_IS_DIRECTORY, "folder");
  assert_refused (absent, G_IO_ERROR_NOT_FOUND, "no such file");
  assert_refused ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE, "device");
  assert_refused ("/dev/null", G_IO_ERROR_NOT_REGULAR_FILE, "device");

  /* Nobody writes to it, so opening it in the usual way would wait for ever. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_path, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  assert_refused (loop, G_IO_ERROR_TOO_MANY_LINKS, "cannot be read");
  g_assert_cmpint (symlink (absent, dangling), ==, 0);
  assert_refused (dangling, G_IO_ERROR_NOT_FOUND, "no such file");

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  assert_refused (below, G_IO_ERROR_NOT_DIRECTORY, "cannot be read");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (path, G_IO_ERROR_PERMISSION_DENIED, "not allowed");
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);

  /* A hole takes no space on the disk. */
  if (truncate (path, (off_t) MP_READER_MAX_SIZE + 1) == 0)
    assert_refused (path, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than 1024 MB");

  g_unlink (path);
  g_unlink (pipe_path);
  g_unlink (loop);
  g_unlink (dangling);
  g_rmdir (folder);
}

/* Files that the kernel makes up have a size of 0, and are read all the same. Files that change
 * while they are read are tested in tests/faults. */
static void
test_made_up (void)
{
  if (!g_file_test ("/proc/self/status", G_FILE_TEST_IS_REGULAR)) {
    g_test_skip ("no /proc here");
    return;
  }
  {
    g_auto (Loaded) loaded = load_path ("/proc/self/status");

    assert_expected (&loaded, "1:1: error: : unknown word \"Name\"");
  }
}

static void
test_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///absent/milepost.json");
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (mp_reader_load_file (file, NULL, NULL, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "there is no such file");
}

static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("x", 1, NULL);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (mp_reader_load_file (file, cancellable, NULL, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (mp_reader_load_stream (stream, cancellable, NULL, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* What was not read to its end is not judged. */
  g_assert_cmpuint (mp_problems_get_length (problems), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

/* Writes a byte at a time into a pipe, so that each read is short. */
static gpointer
write_slowly (gpointer data)
{
  int descriptor = GPOINTER_TO_INT (data);

  for (gsize i = 0; i < strlen (slow_text); i++) {
    while (write (descriptor, slow_text + i, 1) < 0)
      g_assert_cmpint (errno, ==, EINTR);
  }
  close (descriptor);
  return NULL;
}

static void
test_stream (void)
{
  int ends[2];
  GThread *thread;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) nothing = g_memory_input_stream_new ();
  g_auto (Loaded) loaded = { NULL, mp_problems_new () };
  g_auto (Loaded) none = { NULL, mp_problems_new () };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  stream = g_unix_input_stream_new (ends[0], TRUE);
  thread = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (ends[1]));
  loaded.agreement = mp_reader_load_stream (stream, NULL, NULL, NULL, loaded.problems, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpstr (mp_agreement_get_title (loaded.agreement), ==, "Bäckerei 😀");

  none.agreement = mp_reader_load_stream (nothing, NULL, NULL, NULL, none.problems, &error);
  g_assert_no_error (error);
  assert_expected (&none, "1:1: error: : the file is empty");
}

/* A stream without end. Its first byte shows that it is no agreement, so it is not kept. */
static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;

  stream = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (
    mp_reader_load_stream (G_INPUT_STREAM (stream), NULL, NULL, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/load/file", test_file);
  g_test_add_func ("/reader/load/progress", test_progress);
  g_test_add_func ("/reader/load/refused", test_refused);
  g_test_add_func ("/reader/load/made-up", test_made_up);
  g_test_add_func ("/reader/load/elsewhere", test_elsewhere);
  g_test_add_func ("/reader/load/cancelled", test_cancelled);
  g_test_add_func ("/reader/load/stream", test_stream);
  g_test_add_func ("/reader/load/endless", test_endless);
  return g_test_run ();
}
