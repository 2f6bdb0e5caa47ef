/* test-reader-fetch.c: getting the bytes of a file or a stream, or one sentence why not
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
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mp_reader_fetch (file, NULL, &error);

  g_test_message ("%s", path);
  g_assert_null (bytes);
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
test_fetch (void)
{
  static const char text[] = "{ \"milepost\": 1, \"title\": \"é\" }\n";
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a b%é.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *big = g_strnfill (3000000, ' ');
  gsize size;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  for (int i = 0; i < 2; i++) {
    g_autoptr (GBytes) bytes = fetch (i == 0 ? path : link);
    const char *data = g_bytes_get_data (bytes, &size);

    g_assert_cmpmem (data, size, text, strlen (text));
  }

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  {
    g_autoptr (GBytes) bytes = fetch (path);

    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  }
  g_assert_true (g_file_set_contents (path, big, -1, NULL));
  {
    g_autoptr (GBytes) bytes = fetch (path);

    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3000000);
  }

  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_fetch_refused (void)
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
    assert_refused (path, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than 256 MB");

  g_unlink (path);
  g_unlink (pipe_path);
  g_unlink (loop);
  g_unlink (dangling);
  g_rmdir (folder);
}

/* Files that the kernel makes up have a size of 0, and are read all the same. Files that change
 * while they are read are tested in tests/faults. */
static void
test_fetch_made_up (void)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test ("/proc/self/status", G_FILE_TEST_IS_REGULAR)) {
    g_test_skip ("no /proc here");
    return;
  }
  bytes = fetch ("/proc/self/status");
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

static void
test_fetch_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///absent/milepost.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (mp_reader_fetch (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "there is no such file");
}

static void
test_fetch_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("x", 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (mp_reader_fetch (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (mp_reader_fetch_stream (stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
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
test_fetch_stream (void)
{
  int ends[2];
  GThread *thread;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) nothing = g_memory_input_stream_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  stream = g_unix_input_stream_new (ends[0], TRUE);
  thread = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (ends[1]));
  bytes = mp_reader_fetch_stream (stream, NULL, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), slow_text,
                   strlen (slow_text));

  none = mp_reader_fetch_stream (nothing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
}

static void
test_fetch_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_slow ()) {
    g_test_skip ("reads 256 MB; run with -m slow");
    return;
  }
  stream = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (mp_reader_fetch_stream (G_INPUT_STREAM (stream), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/fetch/file", test_fetch);
  g_test_add_func ("/reader/fetch/refused", test_fetch_refused);
  g_test_add_func ("/reader/fetch/made-up", test_fetch_made_up);
  g_test_add_func ("/reader/fetch/elsewhere", test_fetch_elsewhere);
  g_test_add_func ("/reader/fetch/cancelled", test_fetch_cancelled);
  g_test_add_func ("/reader/fetch/stream", test_fetch_stream);
  g_test_add_func ("/reader/fetch/endless", test_fetch_endless);
  return g_test_run ();
}
