/* test-write.c: files are written whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What becomes of a process that is killed is tested by tests/faults.
 */
#include "mp-write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
  GBytes *bytes;
} Writing;

static void
set_up (Writing *w, gconstpointer data)
{
  (void) data;
  w->folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  w->bytes = g_bytes_new ("new content", strlen ("new content"));
  g_assert_nonnull (w->folder);
}

static void
tear_down (Writing *w, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (w->folder, 0, NULL);
  const char *name;

  (void) data;
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (w->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (w->folder);
  g_free (w->folder);
  g_bytes_unref (w->bytes);
}

static GFile *
file_in (Writing *w, const char *name)
{
  return g_file_new_build_filename (w->folder, name, NULL);
}

static guint
count_files (Writing *w)
{
  g_autoptr (GDir) folder = g_dir_open (w->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

static void
assert_content (GFile *file, const char *expected)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, NULL));
  g_assert_cmpmem (content, length, expected, strlen (expected));
}

/* Devices are written through links as well, so that a mistake here would replace the link, not the
 * device. */
static GFile *
link_in (Writing *w, const char *name, const char *target)
{
  g_autoptr (GFile) file = file_in (w, name);

  g_assert_true (g_file_make_symbolic_link (file, target, NULL, NULL));
  return g_steal_pointer (&file);
}

static void
test_new (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  assert_content (file, "new content");
  g_assert_cmpuint (count_files (w), ==, 1);
}

/* The old contents are replaced completely, even where they were longer, and no backup is left. */
static void
test_over (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (g_file_set_contents (g_file_peek_path (file),
                                      "old content, which was very much longer", -1, NULL));
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  assert_content (file, "new content");
  g_assert_cmpuint (count_files (w), ==, 1);
}

/* --- What stays ------------------------------------------------------------------------------- */

static void
test_mode (Writing *w, gconstpointer data)
{
  static const mode_t modes[] = { 0600, 0644, 0664, 0666, 0755, 0200, 02640 };
  g_autoptr (GFile) file = file_in (w, "chart.png"), new = file_in (w, "new.png");
  mode_t mask = umask (027);
  struct stat status;

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
    g_assert_cmpint (g_chmod (g_file_peek_path (file), (int) modes[i]), ==, 0);
    g_assert_true (mp_write_file (file, w->bytes, &error));
    g_assert_no_error (error);
    g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
    g_assert_cmpuint (status.st_mode & 07777, ==, modes[i]);
  }
  /* A new file has the permissions that the user wants new files to have. */
  g_assert_true (mp_write_file (new, w->bytes, NULL));
  g_assert_cmpint (g_stat (g_file_peek_path (new), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
  umask (mask);
}

static void
test_owner (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GError) error = NULL;
  struct stat status;

  (void) data;
  if (geteuid () != 0) {
    g_test_skip ("only the superuser can give files away");
    return;
  }
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
  g_assert_cmpint (chown (g_file_peek_path (file), 12345, 23456), ==, 0);
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 12345);
  g_assert_cmpuint (status.st_gid, ==, 23456);
  assert_content (file, "new content");
}

/* A symbolic link stays one, over any number of steps, also if its target does not exist yet. */
static void
test_link (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GFile) inner = link_in (w, "inner.png", "chart.png");
  g_autoptr (GFile) outer = link_in (w, "outer.png", g_file_peek_path (inner));

  (void) data;
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (mp_write_file (outer, w->bytes, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_test (g_file_peek_path (outer), G_FILE_TEST_IS_SYMLINK));
    g_assert_true (g_file_test (g_file_peek_path (inner), G_FILE_TEST_IS_SYMLINK));
    g_assert_false (g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_SYMLINK));
    assert_content (file, "new content");
    g_assert_cmpuint (count_files (w), ==, 3);
  }
}

static void
test_link_ring (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = link_in (w, "a", "b"), other = link_in (w, "b", "a");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (mp_write_file (file, w->bytes, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (w), ==, 2);
}

/* Beside a file with the longest possible name, no file with a longer name is possible. */
static void
test_longest_name (Writing *w, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'x');
  g_autofree char *longer = g_strnfill (256, 'x');
  g_autoptr (GFile) file = file_in (w, name), none = file_in (w, longer);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  assert_content (file, "new content");
  g_assert_false (mp_write_file (none, w->bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG);
  g_assert_cmpuint (count_files (w), ==, 1);
}

/* --- What goes wrong -------------------------------------------------------------------------- */

/* Returns the path of the temporary file for a file of this name. */
static char *
temporary_of (Writing *w, const char *base)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1);
  g_autofree char *name = g_strdup_printf (".milepost-%.16s.part", sum);

  return g_build_filename (w->folder, name, NULL);
}

/* What a killed process has left behind is removed, whatever it is. */
static void
test_left_behind (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png"), elsewhere = file_in (w, "elsewhere");
  g_autofree char *temporary = temporary_of (w, "chart.png");

  (void) data;
  g_assert_true (g_file_set_contents (g_file_peek_path (elsewhere), "mine", -1, NULL));
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GError) error = NULL;

    if (i == 0)
      g_assert_true (g_file_set_contents (temporary, "half of a longer text", -1, NULL));
    else if (i == 1)
      g_assert_cmpint (symlink (g_file_peek_path (elsewhere), temporary), ==, 0);
    else if (i == 2)
      g_assert_cmpint (mkfifo (temporary, 0600), ==, 0);
    else
      g_assert_cmpint (link (g_file_peek_path (elsewhere), temporary), ==, 0);
    g_assert_true (mp_write_file (file, w->bytes, &error));
    g_assert_no_error (error);
    assert_content (file, "new content");
    assert_content (elsewhere, "mine");
    g_assert_cmpuint (count_files (w), ==, 2);
  }
}

/* Another process that is writing the same file is not disturbed. */
static void
test_busy (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autofree char *temporary = temporary_of (w, "chart.png");
  g_autoptr (GError) error = NULL;
  int other = g_open (temporary, O_WRONLY | O_CREAT, 0600);

  (void) data;
  g_assert_cmpint (flock (other, LOCK_EX), ==, 0);
  g_assert_false (mp_write_file (file, w->bytes, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_clear_error (&error);
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));
  close (other);
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
}

static void
test_without_folder (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "no-such-folder/chart.png");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (mp_write_file (file, w->bytes, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_cmpuint (count_files (w), ==, 0);
}

static void
test_over_folder (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (w->folder);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (mp_write_file (folder, w->bytes, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_test (w->folder, G_FILE_TEST_IS_DIR));
}

/* --- What cannot be replaced ------------------------------------------------------------------ */

/* A folder without write permission takes no new file; an existing file that may be written is
 * written directly. */
static void
test_closed_folder (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png"), new = file_in (w, "new.png");
  g_autoptr (GError) error = NULL;

  (void) data;
  if (geteuid () == 0) {
    g_test_skip ("the superuser may write everywhere");
    return;
  }
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old, and longer", -1, NULL));
  g_chmod (w->folder, 0500);
  g_assert_false (mp_write_file (new, w->bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_chmod (w->folder, 0700);
  g_assert_no_error (error);
  assert_content (file, "new content");
  g_assert_cmpuint (count_files (w), ==, 1);
}

/* A file without write permission stays as it is, although its folder would allow replacing it. */
static void
test_closed_file (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GError) error = NULL;

  (void) data;
  if (geteuid () == 0) {
    g_test_skip ("the superuser may write everywhere");
    return;
  }
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
  g_chmod (g_file_peek_path (file), 0400);
  g_assert_false (mp_write_file (file, w->bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_content (file, "old");
}

/* Writes half of something, and then cannot go on. */
static gboolean
break_off (GOutputStream *stream, gpointer data, GError **error)
{
  guint *n_calls = data;

  (*n_calls)++;
  g_assert_true (g_output_stream_write_all (stream, "half", 4, NULL, NULL, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "enough");
  return FALSE;
}

/* Where the content cannot be made to its end, the file stays, and the error is that of whoever
 * makes it; errno, whatever it was, does not bring about a second attempt. */
static void
test_content_breaks_off (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) old = file_in (w, "old.png"), new = file_in (w, "new.png");
  GFile *files[] = { old, new };

  (void) data;
  g_assert_true (g_file_set_contents (g_file_peek_path (old), "old", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;
    guint n_calls = 0;

    errno = EBUSY;
    g_assert_false (mp_write_file_with (files[i], break_off, &n_calls, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpstr (error->message, ==, "enough");
    g_assert_cmpuint (n_calls, ==, 1);
  }
  assert_content (old, "old");
  g_assert_false (g_file_query_exists (new, NULL));
  g_assert_cmpuint (count_files (w), ==, 1);
}

/* Nor does a file change that cannot be replaced, because its folder takes no other file. */
static void
test_content_breaks_off_in_place (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png");
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;

  (void) data;
  if (geteuid () == 0) {
    g_test_skip ("the superuser may write everywhere");
    return;
  }
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "old", -1, NULL));
  g_chmod (w->folder, 0500);
  g_assert_false (mp_write_file_with (file, break_off, &n_calls, &error));
  g_chmod (w->folder, 0700);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (file, "old");
}

/* Writes more than a file may hold: writing stops in the middle, as on a full disk. */
static void
save_too_much (GFile *file)
{
  g_autofree char *much = g_strnfill (1000 * 1000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (much, 1000 * 1000);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean saved;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = mp_write_file (file, bytes, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (saved);
  g_assert_nonnull (error);
}

static void
test_breaks_off (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) old = file_in (w, "old.png"), new = file_in (w, "new.png");

  (void) data;
  g_assert_true (g_file_set_contents (g_file_peek_path (old), "old", -1, NULL));
  save_too_much (old);
  assert_content (old, "old");
  save_too_much (new);
  g_assert_false (g_file_query_exists (new, NULL));
  g_assert_cmpuint (count_files (w), ==, 1);
}

static void
test_to_full_device (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = link_in (w, "full.png", "/dev/full");
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!g_file_query_exists (file, NULL)) {
    g_test_skip ("there is no /dev/full");
    return;
  }
  g_assert_false (mp_write_file (file, w->bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

/* A device must not be replaced, so it is written to. */
static void
test_to_device (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = link_in (w, "null.png", "/dev/null");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (g_file_peek_path (file), G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL), ==,
                   G_FILE_TYPE_SPECIAL);
}

static void
test_to_pipe (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "pipe");
  g_autoptr (GError) error = NULL;
  char content[64];
  int reader;

  (void) data;
  g_assert_cmpint (mkfifo (g_file_peek_path (file), 0600), ==, 0);
  /* Opened for both directions, so that neither end waits for the other. */
  reader = g_open (g_file_peek_path (file), O_RDWR | O_NONBLOCK, 0);
  g_assert_cmpint (reader, >=, 0);
  g_assert_true (mp_write_file (file, w->bytes, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (reader, content, sizeof content), ==, strlen ("new content"));
  g_assert_cmpmem (content, strlen ("new content"), "new content", strlen ("new content"));
  close (reader);
}

/* A descriptor is written to at its present position. */
static void
test_to_descriptor (Writing *w, gconstpointer data)
{
  g_autoptr (GFile) file = file_in (w, "chart.png"), named = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_open (g_file_peek_path (file), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  (void) data;
  g_assert_cmpint (write (descriptor, "before ", 7), ==, 7);
  path = g_strdup_printf ("/dev/fd/%d", descriptor);
  named = g_file_new_for_path (path);
  g_assert_true (mp_write_file (named, w->bytes, &error));
  g_assert_no_error (error);
  close (descriptor);
  assert_content (file, "before new content");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/write/" path, Writing, NULL, set_up, func, tear_down)
  ADD ("new", test_new);
  ADD ("over", test_over);
  ADD ("mode", test_mode);
  ADD ("owner", test_owner);
  ADD ("link", test_link);
  ADD ("link/ring", test_link_ring);
  ADD ("longest-name", test_longest_name);
  ADD ("left-behind", test_left_behind);
  ADD ("busy", test_busy);
  ADD ("no-folder", test_without_folder);
  ADD ("over-folder", test_over_folder);
  ADD ("closed-folder", test_closed_folder);
  ADD ("closed-file", test_closed_file);
  ADD ("breaks-off", test_breaks_off);
  ADD ("content/breaks-off", test_content_breaks_off);
  ADD ("content/breaks-off-in-place", test_content_breaks_off_in_place);
  ADD ("full-device", test_to_full_device);
  ADD ("device", test_to_device);
  ADD ("pipe", test_to_pipe);
  ADD ("descriptor", test_to_descriptor);
#undef ADD
  return g_test_run ();
}
