/* test-export-file.c: figures are written whole, or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each is done in each of the formats.
 */
#include "mp-export.h"

#include "mp-test-scene.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  const MpExportFormat *format;
  char *folder;
  GFile *file;
  MpAgreement *agreement;
  MpFigureOptions options;
  GCancellable *cancellable;
  double cancel_at; /* the share at which the user cancels */
  double share;     /* the last that was told */
  guint n_steps;
} Exporting;

static void
set_up (Exporting *e, gconstpointer data)
{
  g_autofree char *name = NULL;

  e->format = data;
  e->folder = g_dir_make_tmp ("milepost-XXXXXX", NULL);
  g_assert_nonnull (e->folder);
  name = g_strconcat ("figure", e->format->extension, NULL);
  e->file = g_file_new_build_filename (e->folder, name, NULL);
  e->agreement = mp_test_shipped_agreement ();
  e->options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  e->options.width = 1500;
  e->options.height = 1000;
  /* A picture of several bands. */
  e->options.scale = 2;
  e->cancellable = g_cancellable_new ();
  e->cancel_at = 2;
}

static void
tear_down (Exporting *e, gconstpointer data)
{
  (void) data;
  g_chmod (e->folder, 0700);
  g_remove (g_file_peek_path (e->file));
  g_assert_cmpint (g_rmdir (e->folder), ==, 0);
  g_free (e->folder);
  g_object_unref (e->file);
  g_object_unref (e->agreement);
  g_object_unref (e->cancellable);
}

static void
progress_cb (double share, gpointer data)
{
  Exporting *e = data;

  g_assert_cmpfloat (share, >=, e->share);
  g_assert_cmpfloat (share, <=, 1);
  e->share = share;
  e->n_steps++;
  if (share >= e->cancel_at)
    g_cancellable_cancel (e->cancellable);
}

static gboolean
export_to (Exporting *e, GFile *file, GError **error)
{
  e->share = 0;
  return mp_export_to_file (NULL, e->agreement, &e->options, file, e->cancellable, progress_cb, e,
                            error);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

static void
assert_old (Exporting *e)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_load_contents (e->file, NULL, &content, NULL, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (count_files (e->folder), ==, 1);
}

/* The name of the file tells the format; the bytes are those that are made in memory. */
static void
test_whole (Exporting *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected = mp_export_figure (data, e->agreement, &e->options, &error), bytes;

  g_assert_no_error (error);
  g_assert_true (export_to (e, e->file, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (e->share, ==, 1);
  g_assert_cmpuint (e->n_steps, >=, 2);
  g_assert_cmpuint (count_files (e->folder), ==, 1);
  bytes = g_file_load_bytes (e->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, expected));
}

/* Whenever the user cancels, the old file stays; and where there was none, there is none. Only when
 * there is nothing left to do is it too late. */
static void
test_cancelled (Exporting *e, gconstpointer data)
{
  static const double shares[] = { 0, 0.01, 0.3, 0.7 };

  (void) data;
  for (guint i = 0; i < 2 * G_N_ELEMENTS (shares); i++) {
    gboolean is_there = i % 2 == 0;
    g_autoptr (GError) error = NULL;

    if (is_there)
      g_assert_true (g_file_set_contents (g_file_peek_path (e->file), "old", -1, NULL));
    g_cancellable_reset (e->cancellable);
    e->cancel_at = shares[i / 2];
    if (export_to (e, e->file, &error)) {
      g_assert_cmpfloat (e->cancel_at, >=, 0.5);
      g_assert_cmpfloat (e->share, ==, 1);
    } else {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (e->share, <, 1);
      if (is_there)
        assert_old (e);
      else
        g_assert_cmpuint (count_files (e->folder), ==, 0);
    }
    g_remove (g_file_peek_path (e->file));
  }
}

/* A figure that cannot be is refused before the file is touched. */
static void
test_refused (Exporting *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (g_file_set_contents (g_file_peek_path (e->file), "old", -1, NULL));
  e->options.width = 1;
  g_assert_false (export_to (e, e->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  assert_old (e);
}

static void
test_vanished_folder (Exporting *e, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (e->folder, "gone", "figure", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (export_to (e, file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "there is no such folder");
}

static void
test_closed_folder (Exporting *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  if (geteuid () == 0) {
    g_test_skip ("the superuser may write everywhere");
    return;
  }
  g_chmod (e->folder, 0500);
  g_assert_false (export_to (e, e->file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpuint (count_files (e->folder), ==, 0);
}

/* The disk is full from the start, which a device plays. */
static void
test_full (Exporting *e, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (file, NULL)) {
    g_test_skip ("there is no /dev/full");
    return;
  }
  g_assert_false (
    mp_export_to_file (data, e->agreement, &e->options, file, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "there is no space left");
}

/* Into whatever memory there is, a byte less than the file has: writing ends in the middle. */
static void
test_no_room (Exporting *e, gconstpointer data)
{
  g_autoptr (GBytes) bytes = mp_export_figure (data, e->agreement, &e->options, NULL);
  gsize size = g_bytes_get_size (bytes) - 1;
  g_autofree guchar *room = g_malloc (size);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, size, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (
    mp_export_to_stream (data, e->agreement, &e->options, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*func) (Exporting *e, gconstpointer data);
  } tests[] = {
    { "whole", test_whole },
    { "cancelled", test_cancelled },
    { "refused", test_refused },
    { "vanished-folder", test_vanished_folder },
    { "closed-folder", test_closed_folder },
    { "full", test_full },
    { "no-room", test_no_room },
  };
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  g_test_init (&argc, &argv, NULL);
  for (guint format = 0; format < n_formats; format++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
      g_autofree char *path =
        g_strdup_printf ("/export-file/%s/%s", formats[format].name, tests[i].name);

      g_test_add (path, Exporting, &formats[format], set_up, tests[i].func, tear_down);
    }
  return mp_test_run_with_fonts ();
}
