/* test-export-support.h: what the tests of the dialog that exports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-display-support.h"
#include "mp-export-choices.h"
#include "mp-export-dialog.h"
#include "mp-figure-preview.h"

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

static inline void
saved_cb (MpExportDialog *dialog, GFile *file, Fixture *f)
{
  (void) dialog;
  g_assert_true (g_file_equal (file, f->file));
  /* When it is announced, the file is there. */
  g_assert_true (g_file_query_exists (file, NULL));
  f->saved++;
}

static inline MpFigurePreview *
preview_of (Fixture *f)
{
  return mp_template_child (f->dialog, "preview");
}

/* Waits until the preview shows what was chosen. */
static inline const MpPreview *
wait_for_preview (Fixture *f)
{
  mp_wait_until (mp_figure_preview_is_current (preview_of (f)));
  return mp_figure_preview_get (preview_of (f));
}

static inline void
open_dialog (Fixture *f)
{
  f->dialog = mp_export_dialog_new (f->parent, f->session);
  g_object_add_weak_pointer (G_OBJECT (f->dialog), (gpointer *) &f->dialog);
  g_signal_connect (f->dialog, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (f->dialog));
  mp_wait_for_frame (GTK_WIDGET (f->dialog));
  wait_for_preview (f);
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  f->folder = g_dir_make_tmp ("milepost-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "chart.png", NULL);
  f->file = g_file_new_for_path (f->path);
  f->agreement = mp_test_shipped_agreement ();
  f->session = mp_session_new (mp_today ());
  mp_session_set_agreement (f->session, f->agreement);
  f->parent = mp_show (gtk_label_new ("The window under it"), 900, 700);
  open_dialog (f);
}

static inline void
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
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_object_unref (f->file);
  g_free (f->path);
  g_free (f->folder);
}

static inline void
choose (Fixture *f, const char *row, guint item)
{
  adw_combo_row_set_selected (mp_template_child (f->dialog, row), item);
}

static inline void
choose_preset (Fixture *f, const char *name)
{
  choose (f, "preset", (guint) (mp_preset_find (name) - mp_presets (NULL)));
}

static inline void
set_switch (Fixture *f, const char *name, gboolean is_on)
{
  gtk_switch_set_active (mp_template_child (f->dialog, name), is_on);
}

static inline void
set_text (Fixture *f, const char *name, const char *text)
{
  gpointer entry = mp_template_child (f->dialog, name);

  if (!GTK_IS_EDITABLE (entry))
    entry = mp_template_child (entry, "entry");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* A size of the user's own; a height of 0 follows from the content. */
static inline void
set_size (Fixture *f, double width, double height, double scale)
{
  adw_expander_row_set_enable_expansion (mp_template_child (f->dialog, "size"), TRUE);
  gtk_spin_button_set_value (mp_template_child (f->dialog, "width"), width);
  set_switch (f, "follows_content", height <= 0);
  if (height > 0)
    gtk_spin_button_set_value (mp_template_child (f->dialog, "height"), height);
  gtk_spin_button_set_value (mp_template_child (f->dialog, "scale"), scale);
}

/* Returns the number of pixels that the dialog promises. */
static inline const char *
promise (Fixture *f)
{
  wait_for_preview (f);
  return gtk_label_get_text (mp_template_child (preview_of (f), "pixels"));
}

/* Returns what is said about the figure, or NULL if nothing is. */
static inline const char *
status (Fixture *f)
{
  return gtk_widget_get_visible (mp_template_child (f->dialog, "status"))
           ? gtk_label_get_text (mp_template_child (f->dialog, "status_words"))
           : NULL;
}

/* Returns what stands in the place of a figure, or NULL if there is one. */
static inline const char *
refusal (Fixture *f)
{
  return gtk_widget_get_visible (mp_template_child (preview_of (f), "refused"))
           ? gtk_label_get_text (mp_template_child (preview_of (f), "refusal"))
           : NULL;
}

static inline gboolean
can_save (Fixture *f)
{
  return gtk_widget_get_sensitive (mp_template_child (f->dialog, "save"));
}

/* Whether the page was painted for the room that it has now. */
static inline gboolean
is_painted (Fixture *f)
{
  const MpPreview *shown = mp_figure_preview_get (preview_of (f));
  GtkWidget *scroller = mp_template_child (preview_of (f), "scroller");

  return mp_figure_preview_is_current (preview_of (f)) && shown->picture != NULL &&
         shown->place.width == gtk_widget_get_width (scroller) &&
         shown->place.height == gtk_widget_get_height (scroller);
}

static inline cairo_surface_t *
preview (Fixture *f)
{
  mp_wait_until (is_painted (f));
  mp_wait_for_frame (GTK_WIDGET (f->dialog));
  return mp_picture_of (mp_template_child (preview_of (f), "area"), 1);
}

static inline void
save (Fixture *f)
{
  mp_export_dialog_save_to (f->dialog, f->file);
  mp_wait_until (f->dialog == NULL);
  g_assert_cmpuint (f->saved, ==, 1);
}

static inline cairo_surface_t *
read_file (Fixture *f)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (f->path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  return picture;
}

static inline void
assert_file_is (Fixture *f, const MpFigureOptions *options)
{
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *is = NULL;
  gsize length;

  expected = mp_export_figure (NULL, f->agreement, options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (f->path, &is, &length, &error));
  g_assert_cmpmem (is, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}
