/* test-export-dialog.c: the file has what the dialog promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-export-dialog.h"
#include "mp-export.h"
#include "mp-theme.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  MpAgreement *agreement;
  MpSession *session;
  GtkWindow *parent;
  MpExportDialog *dialog; /* NULL once it is gone */
  char *folder;
  char *path; /* of a file that is not there yet */
  GFile *file;
  guint saved; /* how often it was announced */
} Fixture;

static void
saved_cb (MpExportDialog *dialog, GFile *file, Fixture *f)
{
  (void) dialog;
  g_assert_true (g_file_equal (file, f->file));
  /* When it is announced, the file is there. */
  g_assert_true (g_file_query_exists (file, NULL));
  f->saved++;
}

static void
open_dialog (Fixture *f)
{
  f->dialog = mp_export_dialog_new (f->parent, f->session);
  g_object_add_weak_pointer (G_OBJECT (f->dialog), (gpointer *) &f->dialog);
  g_signal_connect (f->dialog, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (f->dialog));
  mp_wait_for_frame (GTK_WIDGET (f->dialog));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "chart.png", NULL);
  f->file = g_file_new_for_path (f->path);
  f->agreement = mp_agreement_shipped ();
  f->session = mp_session_new (mp_today ());
  mp_session_set_agreement (f->session, f->agreement);
  f->parent = mp_show (gtk_label_new ("The window under it"), 900, 700);
  open_dialog (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  if (f->dialog != NULL)
    mp_close (GTK_WINDOW (f->dialog));
  mp_close (f->parent);
  g_assert_finalize_object (f->session);
  mp_let_go (f->agreement);
  g_remove (f->path);
  g_rmdir (f->folder);
  g_object_unref (f->file);
  g_free (f->path);
  g_free (f->folder);
}

static void
choose (Fixture *f, const char *row, guint item)
{
  adw_combo_row_set_selected (mp_template_child (f->dialog, row), item);
}

static void
set_custom (Fixture *f, double width, double height)
{
  choose (f, "size", 4);
  gtk_spin_button_set_value (mp_template_child (f->dialog, "width"), width);
  gtk_spin_button_set_value (mp_template_child (f->dialog, "height"), height);
}

/* Returns the text below the preview. */
static const char *
promise (Fixture *f)
{
  return gtk_label_get_text (mp_template_child (f->dialog, "pixels"));
}

static gboolean
can_save (Fixture *f)
{
  return gtk_widget_get_sensitive (mp_template_child (f->dialog, "save"));
}

static cairo_surface_t *
preview (Fixture *f)
{
  mp_wait_for_frame (GTK_WIDGET (f->dialog));
  return mp_picture_of (mp_template_child (f->dialog, "preview"), 1);
}

static void
save (Fixture *f)
{
  mp_export_dialog_save_to (f->dialog, f->file);
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 1);
}

static cairo_surface_t *
read_file (Fixture *f)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (f->path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  return picture;
}

/* --- Saving ----------------------------------------------------------------------------------- */

/* The file has the size that was promised, whatever was chosen. */
static void
test_promise (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL, *promised = g_strdup (promise (f));
  cairo_surface_t *picture;

  (void) data;
  g_assert_true (g_str_has_prefix (promised, "3200 × "));
  save (f);
  picture = read_file (f);
  words = g_strdup_printf ("%d × %d pixels", cairo_image_surface_get_width (picture),
                           cairo_image_surface_get_height (picture));
  g_assert_cmpstr (words, ==, promised);
  cairo_surface_destroy (picture);
}

static void
test_sizes (Fixture *f, gconstpointer data)
{
  cairo_surface_t *picture;

  (void) data;
  choose (f, "size", 1);
  g_assert_cmpstr (promise (f), ==, "3840 × 2160 pixels");
  choose (f, "scale", 0);
  g_assert_cmpstr (promise (f), ==, "1920 × 1080 pixels");
  choose (f, "size", 2);
  g_assert_cmpstr (promise (f), ==, "1280 × 720 pixels");
  choose (f, "size", 3);
  choose (f, "scale", 2);
  g_assert_cmpstr (promise (f), ==, "3600 × 3600 pixels");
  g_assert_false (gtk_widget_get_visible (mp_template_child (f->dialog, "custom")));
  set_custom (f, 731, 517);
  g_assert_true (gtk_widget_get_visible (mp_template_child (f->dialog, "custom")));
  choose (f, "scale", 0);
  g_assert_cmpstr (promise (f), ==, "731 × 517 pixels");
  save (f);
  picture = read_file (f);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 731);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 517);
  cairo_surface_destroy (picture);
}

/* Byte for byte what the command line would write with these options. */
static void
test_bytes (Fixture *f, gconstpointer data)
{
  g_autofree char *font = mp_theme_get_font (gtk_settings_get_default ());
  MpFigureOptions options = mp_figure_options_new (mp_today ());
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *is = NULL;
  gsize length;

  (void) data;
  options.width = 1280;
  options.height = 720;
  options.theme = MP_THEME_DARK;
  options.font = font;
  choose (f, "size", 2);
  choose (f, "scale", 0);
  choose (f, "theme", 1);
  save (f);
  expected = mp_export_figure (NULL, f->agreement, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (f->path, &is, &length, &error));
  g_assert_cmpmem (is, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* A file that stands there is replaced as a whole. */
static void
test_overwrite (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  g_file_set_contents (f->path, "something else", -1, &error);
  g_assert_no_error (error);
  save (f);
  cairo_surface_destroy (read_file (f));
}

/* If the file cannot be written, the dialog says so, and it can be tried again. */
static void
test_fails (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "no such folder", "x.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *message;
  g_autofree char *labels = NULL;

  (void) data;
  mp_export_dialog_save_to (f->dialog, file);
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  message = mp_find_window (ADW_TYPE_MESSAGE_DIALOG);
  labels = mp_read_labels (message);
  g_assert_nonnull (strstr (labels, "The chart could not be saved"));
  g_assert_nonnull (strstr (labels, path));
  g_assert_nonnull (f->dialog);
  g_assert_cmpuint (f->saved, ==, 0);
  g_signal_emit_by_name (mp_find_button (message, "Close"), "clicked");
  mp_wait_until (mp_find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL);
  g_assert_true (can_save (f));
  save (f);
}

/* A picture that would fill the memory is refused beforehand, with the limit. */
static void
test_too_large (Fixture *f, gconstpointer data)
{
  (void) data;
  choose (f, "scale", 2);
  set_custom (f, 16384, 16384);
  g_assert_nonnull (strstr (promise (f), "too large"));
  g_assert_false (can_save (f));
  choose (f, "scale", 0);
  g_assert_cmpstr (promise (f), ==, "16384 × 16384 pixels");
  g_assert_true (can_save (f));
  set_custom (f, 16384, 300);
  choose (f, "scale", 2);
  g_assert_false (can_save (f));
}

/* While a file is written, nothing else can be written, whatever is chosen meanwhile. */
static void
test_busy (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_export_dialog_save_to (f->dialog, f->file);
  g_assert_false (can_save (f));
  choose (f, "theme", 1);
  g_assert_false (can_save (f));
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 1);
}

static void
ended_cb (gpointer thread, GObject *object)
{
  (void) object;
  *(GThread **) thread = g_thread_self ();
}

/* The file is written in another thread, which must not finalize the dialog: GTK belongs to one
 * thread. */
static void
test_ends_in_its_thread (Fixture *f, gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 8; i++) {
    GThread *thread = NULL;

    choose (f, "size", 2);
    choose (f, "scale", 0);
    f->saved = 0;
    g_object_weak_ref (G_OBJECT (f->dialog), ended_cb, &thread);
    save (f);
    g_assert_true (thread == g_thread_self ());
    open_dialog (f);
  }
}

/* Closed while it writes, the dialog is finalized, and what it announces later is true. */
static void
test_closed_while_saving (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_export_dialog_save_to (f->dialog, f->file);
  gtk_window_destroy (GTK_WINDOW (f->dialog));
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, g_file_query_exists (f->file, NULL) ? 1 : 0);
}

/* --- The preview ------------------------------------------------------------------------------ */

static void
test_preview (Fixture *f, gconstpointer data)
{
  cairo_surface_t *light, *dark, *part, *whole;
  guint area;

  (void) data;
  choose (f, "theme", 0);
  light = preview (f);
  area = (guint) (cairo_image_surface_get_width (light) * cairo_image_surface_get_height (light));
  choose (f, "theme", 1);
  dark = preview (f);
  g_assert_cmpuint (mp_picture_difference (light, dark, 32), >, area / 3);
  choose (f, "theme", 0);
  whole = preview (f);
  mp_picture_assert_same (whole, light, 0, "preview-light");
  choose (f, "part", 1);
  part = preview (f);
  /* Everything is in view, so it is the same picture. */
  mp_picture_assert_same (part, whole, 0, "preview-part");
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (part);
}

/* What is chosen in the window affects the picture. */
static void
test_part_and_selection (Fixture *f, gconstpointer data)
{
  cairo_surface_t *plain = preview (f), *selected, *part;

  (void) data;
  mp_close (GTK_WINDOW (f->dialog));
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  mp_session_zoom (f->session, mp_session_get_begin (f->session), 3);
  open_dialog (f);
  selected = preview (f);
  g_assert_cmpuint (mp_picture_difference (plain, selected, 32), >, 20);
  choose (f, "part", 1);
  part = preview (f);
  g_assert_cmpuint (mp_picture_difference (part, selected, 32), >, 1000);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
  cairo_surface_destroy (part);
}

/* A screen reader is told that a dialog has opened, and what the picture in it is. */
static void
test_words (Fixture *f, gconstpointer data)
{
  (void) data;
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->dialog), GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mp_template_child (f->dialog, "preview")),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mp_template_child (f->dialog, "preview")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview of the chart");
}

/* It starts with the theme that is in use. */
static void
test_theme (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpuint (adw_combo_row_get_selected (mp_template_child (f->dialog, "theme")), ==, 0);
  mp_close (GTK_WINDOW (f->dialog));
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  open_dialog (f);
  g_assert_cmpuint (adw_combo_row_get_selected (mp_template_child (f->dialog, "theme")), ==, 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* The window may go on to another state; the dialog keeps the one that it was opened with. */
static void
test_keeps_agreement (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) other = mp_agreement_of_size (1, 1);

  (void) data;
  mp_session_set_agreement (f->session, other);
  choose (f, "size", 2);
  save (f);
  mp_session_set_agreement (f->session, NULL);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void
test_escape (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->dialog))
    return;
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 0);
}

static gboolean
has_name (GtkFileChooser *chooser)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (chooser);

  return name != NULL && *name != '\0';
}

/* Enter goes on to choosing a file, with a name made from the title. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  (void) data;
  if (!mp_input_begin (f->dialog))
    return;
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) != NULL);
  chooser = mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  mp_wait_until (has_name (chooser));
  name = gtk_file_chooser_get_current_name (chooser);
  g_assert_cmpstr (name, ==, "Microsoft–OpenAI partnership.png");
  mp_wait_for_frame (GTK_WIDGET (chooser));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  mp_wait_until (mp_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG) == NULL);
  g_assert_nonnull (f->dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/export-dialog/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("promise", test_promise);
  ADD ("sizes", test_sizes);
  ADD ("bytes", test_bytes);
  ADD ("overwrite", test_overwrite);
  ADD ("fails", test_fails);
  ADD ("too-large", test_too_large);
  ADD ("busy", test_busy);
  ADD ("ends-in-its-thread", test_ends_in_its_thread);
  ADD ("closed-while-saving", test_closed_while_saving);
  ADD ("preview", test_preview);
  ADD ("part-and-selection", test_part_and_selection);
  ADD ("words", test_words);
  ADD ("theme", test_theme);
  ADD ("keeps-agreement", test_keeps_agreement);
  ADD ("escape", test_escape);
  ADD ("enter", test_enter);
#undef ADD
  return g_test_run ();
}
