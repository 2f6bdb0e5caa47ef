/* test-window-figure.c: how a figure leaves a window without its dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-export-choices.h"
#include "mp-export-dialog.h"
#include "mp-figure-content.h"
#include "mp-print.h"
#include "mp-settings.h"
#include "mp-test-pdf.h"
#include "mp-window-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  MpWindowFixture window; /* the first member, so that its functions take the whole */
  GSettings *settings;
  char *path; /* of a folder */
  GFile *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->settings = mp_settings_new ();
  g_assert_nonnull (f->settings);
  g_settings_reset (f->settings, "export-folder");
  g_settings_reset (f->settings, "export-preset");
  f->path = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_assert_no_error (error);
  f->folder = g_file_new_for_path (f->path);
  mp_window_fixture_set_up (&f->window, data);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->path, 0, NULL);

  mp_window_fixture_tear_down (&f->window, data);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (f->path, name, NULL);

    g_remove (path);
  }
  g_rmdir (f->path);
  g_object_unref (f->folder);
  g_object_unref (f->settings);
  g_free (f->path);
}

static void
act (Fixture *f, const char *action)
{
  mp_window_fixture_act (&f->window, action);
}

/* The options of what is expected: the preset of this name, and else what nobody has chosen. */
static MpFigureOptions
options_of (const char *preset)
{
  MpFigureOptions options = mp_figure_options_new (mp_today ());

  mp_preset_apply (mp_preset_find (preset), &options);
  return options;
}

static const MpExportFormat *
find_format (const char *mime_type)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    if (g_str_equal (formats[i].mime_type, mime_type))
      return &formats[i];
  return NULL;
}

static void
assert_bytes (GBytes *bytes, const char *mime_type, const MpFigureOptions *options, Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expected =
    mp_export_figure (find_format (mime_type), f->window.agreement, options, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* --- The clipboard ---------------------------------------------------------------------------- */

static void
spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

typedef struct {
  GInputStream *stream;
  gboolean is_done;
} Reading;

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) error = NULL;

  reading->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);
  g_assert_no_error (error);
  reading->is_done = TRUE;
}

/* Returns what the clipboard has of a type. Reading must not wait: the thread that reads is the one
 * that writes. */
static GBytes *
paste (GdkClipboard *clipboard, const char *mime_type)
{
  const char *types[] = { mime_type, NULL };
  Reading reading = { NULL, FALSE };
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, read_cb, &reading);
  mp_wait_until (reading.is_done);
  g_output_stream_splice_async (memory, reading.stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, &is_done);
  mp_wait_until (is_done);
  g_object_unref (reading.stream);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* A picture, a drawing and words; each is what a file would have. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->window.window));
  MpFigureOptions options = options_of ("square");
  g_autoptr (MpFigure) figure = mp_figure_new (f->window.agreement, &options);
  g_autofree char *words = mp_figure_describe (figure, TRUE);
  g_autoptr (GBytes) png = NULL, text = NULL;
  GdkContentFormats *formats;

  (void) data;
  g_settings_set_string (f->settings, "export-preset", "square");
  gdk_clipboard_set_text (clipboard, "something else");
  act (f, "win.copy-figure");
  mp_wait_until (mp_find_label (f->window.window, "Chart copied") != NULL);
  g_assert_true (gdk_clipboard_is_local (clipboard));
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  /* The texture of GDK would be another picture. */
  g_assert_false (gdk_content_formats_contain_mime_type (formats, "image/tiff"));
  png = paste (clipboard, "image/png");
  assert_bytes (png, "image/png", &options, f);
  if (find_format ("image/svg+xml") != NULL) {
    g_autoptr (GBytes) svg = paste (clipboard, "image/svg+xml");

    assert_bytes (svg, "image/svg+xml", &options, f);
  }
  text = paste (clipboard, "text/plain;charset=utf-8");
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), words, strlen (words));
}

/* --- Dragging --------------------------------------------------------------------------------- */

static void
written_cb (GObject *provider, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (provider), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static GBytes *
drop (GdkContentProvider *provider, const char *mime_type)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, mime_type, memory, G_PRIORITY_DEFAULT, NULL,
                                              written_cb, &is_done);
  mp_wait_until (is_done);
  g_output_stream_close (memory, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What is dragged is a picture, or a file with the name of the agreement. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = options_of ("slide");
  g_autoptr (GdkContentProvider) provider =
    mp_figure_content_new_dragged (find_format ("image/png"), f->window.agreement, &options);
  g_autoptr (GBytes) png = drop (provider, "image/png"), list = drop (provider, "text/uri-list");
  g_autofree char *text = g_strndup (g_bytes_get_data (list, NULL), g_bytes_get_size (list));
  g_auto (GStrv) uris = g_uri_list_extract_uris (text);
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL, *is = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;

  (void) data;
  assert_bytes (png, "image/png", &options, f);
  g_assert_cmpuint (g_strv_length (uris), ==, 1);
  file = g_file_new_for_uri (uris[0]);
  name = g_file_get_basename (file);
  g_assert_cmpstr (name, ==, "Microsoft–OpenAI partnership.png");
  g_assert_true (g_file_load_contents (file, NULL, &is, &length, NULL, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&is), length);
  assert_bytes (bytes, "image/png", &options, f);
}

/* The buttons that export can be dragged. */
static void
test_drag_sources (Fixture *f, gconstpointer data)
{
  static const char *const buttons[] = { "export", "export_middle", "export_small" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_assert_nonnull (
      mp_find_controller (mp_template_child (f->window.window, buttons[i]), GTK_TYPE_DRAG_SOURCE));
}

/* --- The same way again ----------------------------------------------------------------------- */

static GBytes *
read_file (Fixture *f, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (f->folder, name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
is_there (Fixture *f, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (f->folder, name);

  return g_file_query_exists (file, NULL);
}

/* Before anything was exported, the dialog asks how and where. */
static void
test_first_time (Fixture *f, gconstpointer data)
{
  MpExportDialog *dialog;
  g_autoptr (GFile) file = g_file_get_child (f->folder, "mine.png");
  g_autofree char *folder = NULL, *preset = NULL, *uri = g_file_get_uri (f->folder);

  (void) data;
  act (f, "win.export-again");
  dialog = mp_find_window (MP_TYPE_EXPORT_DIALOG);
  g_assert_nonnull (dialog);
  adw_combo_row_set_selected (mp_template_child (dialog, "preset"),
                              (guint) (mp_preset_find ("square") - mp_presets (NULL)));
  mp_export_dialog_save_to (dialog, file);
  mp_wait_until (mp_find_window (MP_TYPE_EXPORT_DIALOG) == NULL);
  folder = g_settings_get_string (f->settings, "export-folder");
  preset = g_settings_get_string (f->settings, "export-preset");
  g_assert_cmpstr (folder, ==, uri);
  g_assert_cmpstr (preset, ==, "square");
}

/* Later it writes at once, and never over another file. */
static void
test_again (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (f->folder);
  g_autoptr (GBytes) first = NULL, second = NULL;
  MpFigureOptions options = options_of ("square");

  (void) data;
  g_settings_set_string (f->settings, "export-folder", uri);
  g_settings_set_string (f->settings, "export-preset", "square");
  act (f, "win.export-again");
  mp_wait_until (
    mp_find_label (f->window.window, "Chart saved as “Microsoft–OpenAI partnership.png”") != NULL);
  g_assert_null (mp_find_window (MP_TYPE_EXPORT_DIALOG));
  first = read_file (f, "Microsoft–OpenAI partnership.png");
  assert_bytes (first, "image/png", &options, f);
  act (f, "win.export-again");
  mp_wait_until (is_there (f, "Microsoft–OpenAI partnership (2).png"));
  second = read_file (f, "Microsoft–OpenAI partnership (2).png");
  g_assert_true (g_bytes_equal (first, second));
}

/* The toast leads to the file, in two ways. */
static void
test_toast (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (f->folder);
  GtkActionable *open, *show;
  const char *name = "Microsoft–OpenAI partnership.png";
  g_autoptr (GFile) file = g_file_get_child (f->folder, name);
  g_autofree char *file_uri = g_file_get_uri (file);

  (void) data;
  g_settings_set_string (f->settings, "export-folder", uri);
  act (f, "win.export-again");
  mp_wait_until (mp_find_button (f->window.window, "Show in Folder") != NULL);
  show = GTK_ACTIONABLE (mp_find_action (f->window.window, "win.show-saved"));
  open = GTK_ACTIONABLE (mp_find_action (f->window.window, "win.open-saved"));
  g_assert_nonnull (show);
  g_assert_nonnull (open);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (show), NULL), ==,
                   file_uri);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (open), NULL), ==,
                   file_uri);
  /* Wait for the file, so that it is removed with its folder. */
  mp_wait_until (is_there (f, name));
}

/* A folder that is gone is named by one sentence, with a way out. */
static void
test_folder_is_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) gone = g_file_get_child (f->folder, "gone");
  g_autofree char *uri = g_file_get_uri (gone);
  g_autofree char *labels = NULL;

  (void) data;
  g_settings_set_string (f->settings, "export-folder", uri);
  act (f, "win.export-again");
  mp_wait_until (mp_find_button (f->window.window, "Export…") != NULL &&
                 mp_find_type (mp_template_child (f->window.window, "toasts"), GTK_TYPE_BUTTON));
  mp_wait_until ((g_free (labels), labels = mp_read_labels (f->window.window),
                  strstr (labels, "The chart could not be saved: ") != NULL));
  g_assert_false (g_file_query_exists (gone, NULL));
}

/* --- Paper ------------------------------------------------------------------------------------ */

/* Returns how often a PDF file has this text. */
static GtkPageSetup *
paper_new (GtkPageOrientation orientation)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  return setup;
}

/* Returns the PDF of a print on this paper. */
static GBytes *
print (Fixture *f, GtkPageOrientation orientation)
{
  MpFigureOptions options = options_of ("slide");
  g_autoptr (GtkPrintOperation) operation = mp_print_operation_new (f->window.agreement, &options);
  g_autoptr (GtkPageSetup) setup = paper_new (orientation);
  g_autofree char *path = g_build_filename (f->path, "print.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (mp_print_get_refusal (operation));
  return read_file (f, "print.pdf");
}

/* The figure is laid out for the paper inside its margins, on as many pages as it needs. */
static void
test_print (Fixture *f, gconstpointer data)
{
  static const GtkPageOrientation orientations[] = { GTK_PAGE_ORIENTATION_LANDSCAPE,
                                                     GTK_PAGE_ORIENTATION_PORTRAIT };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (orientations); i++) {
    g_autoptr (GBytes) pdf = print (f, orientations[i]);
    g_autoptr (GtkPageSetup) setup = paper_new (orientations[i]);
    MpFigureOptions options = options_of ("page");
    g_autoptr (MpFigure) figure = NULL;

    options.width = gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS) * 96 / 72;
    options.height = gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS) * 96 / 72;
    options.scale = 1;
    figure = mp_figure_new (f->window.agreement, &options);
    g_assert_cmpuint (mp_test_pdf_count_pages (pdf), ==, mp_figure_get_n_pages (figure));
  }
}

/* Paper that has no room for a figure is not printed on, and the reason is there to be told. */
static void
test_print_is_refused (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = options_of ("slide");
  g_autoptr (GtkPrintOperation) operation = mp_print_operation_new (f->window.agreement, &options);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) label =
    gtk_paper_size_new_custom ("label", "A label", 110, 80, GTK_UNIT_MM);
  g_autofree char *path = g_build_filename (f->path, "print.pdf", NULL);

  (void) data;
  gtk_page_setup_set_paper_size (setup, label);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  g_assert_nonnull (strstr (mp_print_get_refusal (operation), "has no room for a single term"));
  g_remove (path);
}

/* The paper lies crosswise unless it is turned. */
static void
test_print_lies_crosswise (Fixture *f, gconstpointer data)
{
  MpFigureOptions options = options_of ("slide");
  g_autoptr (GtkPrintOperation) operation = mp_print_operation_new (f->window.agreement, &options);

  (void) data;
  g_assert_cmpint (
    gtk_page_setup_get_orientation (gtk_print_operation_get_default_page_setup (operation)), ==,
    GTK_PAGE_ORIENTATION_LANDSCAPE);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/window-figure/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("copy", test_copy);
  ADD ("drag", test_drag);
  ADD ("drag-sources", test_drag_sources);
  ADD ("first-time", test_first_time);
  ADD ("again", test_again);
  ADD ("toast", test_toast);
  ADD ("folder-is-gone", test_folder_is_gone);
  ADD ("print", test_print);
  ADD ("print-is-refused", test_print_is_refused);
  ADD ("print-lies-crosswise", test_print_lies_crosswise);
#undef ADD
  return g_test_run ();
}
