/* mp-export-dialog-save.c: how the dialog that exports a chart saves it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-export-dialog-private.h"
#include "mp-file-name.h"
#include "mp-message.h"
#include "mp-untrusted-text.h"

#include <glib/gi18n-lib.h>

/* How often the bar looks how far saving is, in milliseconds. */
#define LOOK_EVERY_MS 100

static gboolean
is_saving (MpExportDialog *self)
{
  return self->exporter != NULL || self->next_file != NULL;
}

void
mp_export_dialog_update_buttons (MpExportDialog *self)
{
  /* While a figure is being made it can be saved: that waits until it is shown. */
  gboolean has_figure = self->problem == NULL && (!mp_figure_preview_is_current (self->preview) ||
                                                  mp_export_dialog_is_ready (self));
  gboolean is_free = !is_saving (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), has_figure && is_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), has_figure && is_free);
}

/* --- Writing ---------------------------------------------------------------------------------- */

static gboolean
look_cb (gpointer data)
{
  MpExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress, mp_exporter_get_share (self->exporter));
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_CONTINUE;
}

static void
set_exporter (MpExportDialog *self, MpExporter *exporter)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  g_set_object (&self->exporter, exporter);
  gtk_widget_set_sensitive (self->rows, exporter == NULL);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  if (exporter != NULL)
    self->watch = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
  mp_export_dialog_update_buttons (self);
}

gboolean
mp_export_dialog_stop_saving (MpExportDialog *self)
{
  if (!is_saving (self))
    return FALSE;
  g_clear_object (&self->next_file);
  if (self->exporter != NULL)
    mp_exporter_cancel (self->exporter);
  return TRUE;
}

static void
show_error (MpExportDialog *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *visible = mp_untrusted_text_escape (name, 0);
  g_autofree char *reason = mp_message_sentence (error->message);
  g_autofree char *words = g_strdup_printf ("%s\n%s", visible, reason);
  GtkWidget *dialog = mp_message_new (GTK_WINDOW (self), _ ("The chart could not be saved"), words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep_choices (MpExportDialog *self, GFile *file)
{
  MpExportChoices choices = mp_export_dialog_get_choices (self);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  const MpExportFormat *format = name != NULL ? mp_export_find_format (name) : NULL;
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (self->settings == NULL)
    return;
  if (format != NULL)
    choices.format = format;
  mp_export_choices_keep (&choices, self->settings);
  if (uri != NULL)
    g_settings_set_string (self->settings, "export-folder", uri);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpExportDialog) self = data;
  MpExporter *exporter = MP_EXPORTER (source);
  GFile *file = mp_exporter_get_file (exporter);
  g_autoptr (GError) error = NULL;

  if (mp_exporter_save_finish (exporter, result, &error)) {
    keep_choices (self, file);
    g_signal_emit_by_name (self, "saved", file);
    set_exporter (self, NULL);
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  /* The dialog was closed meanwhile. */
  if (self->exporter == NULL)
    return;
  set_exporter (self, NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, file, error);
}

/* Writes what the preview shows. The format is the one that the name stands for. */
static void
start (MpExportDialog *self, GFile *file)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);
  g_autofree char *name = g_file_get_basename (file);
  const MpExportFormat *format = name != NULL ? mp_export_find_format (name) : NULL;
  MpExportChoices choices = mp_export_dialog_get_choices (self);
  g_autoptr (MpExporter) exporter =
    mp_exporter_new (format != NULL ? format : choices.format, self->agreement, preview->options);

  set_exporter (self, exporter);
  mp_exporter_save_async (exporter, file, saved_cb, g_object_ref (self));
}

void
mp_export_dialog_save_to (MpExportDialog *self, GFile *file)
{
  g_return_if_fail (MP_IS_EXPORT_DIALOG (self));

  if (self->exporter != NULL)
    return;
  g_set_object (&self->next_file, file);
  mp_export_dialog_go_on (self);
}

/* --- Choosing a file -------------------------------------------------------------------------- */

static void
chosen_cb (MpExportDialog *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    mp_export_dialog_save_to (self, file);
  g_clear_object (&self->chooser);
}

/* The chosen format comes first, because the chooser begins with the first filter. */
static void
add_filters (GtkFileChooser *chooser, const MpExportFormat *chosen)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint round = 0; round < 2; round++) {
    for (guint i = 0; i < n_formats; i++) {
      g_autoptr (GtkFileFilter) filter = NULL;

      if ((&formats[i] == chosen) != (round == 0))
        continue;
      filter = gtk_file_filter_new ();
      gtk_file_filter_set_name (filter, _ (formats[i].files));
      gtk_file_filter_add_mime_type (filter, formats[i].mime_type);
      gtk_file_chooser_add_filter (chooser, filter);
    }
  }
}

static void
set_folder (MpExportDialog *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  if (self->settings == NULL)
    return;
  uri = g_settings_get_string (self->settings, "export-folder");
  if (*uri == '\0')
    return;
  folder = g_file_new_for_uri (uri);
  /* If it is gone, the chooser begins where it would without it. */
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
}

void
mp_export_dialog_choose_file (MpExportDialog *self)
{
  MpExportChoices choices = mp_export_dialog_get_choices (self);
  g_autofree char *name = mp_file_name_offer (mp_agreement_get_title (self->agreement),
                                              /* Translators: the name of a file, which is
                                               * followed by an extension such as ".png". */
                                              _ ("chart"), choices.format->extension);

  if (self->chooser != NULL || is_saving (self))
    return;
  self->chooser =
    gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filters (GTK_FILE_CHOOSER (self->chooser), choices.format);
  set_folder (self);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
mp_export_dialog_go_on (MpExportDialog *self)
{
  if (mp_figure_preview_is_current (self->preview) && !mp_export_dialog_is_ready (self)) {
    /* There is no figure to save; the dialog says why. */
    g_clear_object (&self->next_file);
    self->wants_file = FALSE;
  } else if (mp_export_dialog_is_ready (self)) {
    g_autoptr (GFile) file = g_steal_pointer (&self->next_file);
    gboolean wants_file = self->wants_file;

    self->wants_file = FALSE;
    if (file != NULL)
      start (self, file);
    else if (wants_file)
      mp_export_dialog_choose_file (self);
  }
  mp_export_dialog_update_buttons (self);
}
