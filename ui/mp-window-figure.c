/* mp-window-figure.c: the ways in which a figure leaves a window: file, clipboard, drag and printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-export-choices.h"
#include "mp-export-dialog.h"
#include "mp-exporter.h"
#include "mp-figure-content.h"
#include "mp-file-name.h"
#include "mp-print.h"
#include "mp-saved-toast.h"
#include "mp-theme.h"
#include "mp-window-private.h"

#include <glib/gi18n-lib.h>

/* --- What is told ----------------------------------------------------------------------------- */

/* Says words in a toast, and to screen readers. action, which may be NULL, is what its button does.
 */
static void
tell (MpWindow *self, const char *words, const char *action, const char *button)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (action != NULL) {
    adw_toast_set_button_label (toast, button);
    adw_toast_set_action_name (toast, action);
  }
  adw_toast_overlay_add_toast (self->toasts, toast);
  mp_announcer_say (self->announcer, words, TRUE);
}

static void
saved_cb (MpWindow *self, GFile *file)
{
  g_autofree char *words = mp_saved_toast_words (file);

  adw_toast_overlay_add_toast (self->toasts, mp_saved_toast_new (file));
  mp_announcer_say (self->announcer, words, TRUE);
}

/* --- The figure of the last choices ----------------------------------------------------------- */

/* Stores the options of the figure with what was chosen last, of what the window shows now. Returns
 * what they borrow from; free it with mp_figure_options_free (). */
static MpFigureOptions *
get_options (MpWindow *self, const MpExportChoices *choices, MpFigureOptions *options)
{
  g_autofree char *font = mp_theme_get_font (gtk_widget_get_settings (GTK_WIDGET (self)));
  MpFigureOptions *shown = mp_export_choices_shown (self->session, font);

  /* Without dates of the user's own this cannot fail. */
  mp_export_choices_apply (choices, mp_session_get_agreement (self->session), shown, options, NULL);
  options->direction = mp_direction_of (self);
  return shown;
}

/* A window that waits for a thread; it may be closed meanwhile. */
static GWeakRef *
weak_new (MpWindow *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

/* Returns a new reference, or NULL if the window was closed. Frees the weak one. */
static MpWindow *
weak_take (GWeakRef *weak)
{
  MpWindow *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self != NULL && self->session == NULL)
    g_clear_object (&self);
  return self;
}

/* --- Files ------------------------------------------------------------------------------------ */

static MpExportDialog *
open_dialog (MpWindow *self)
{
  MpExportDialog *dialog = mp_export_dialog_new (GTK_WINDOW (self), self->session);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpExportDialog *dialog = open_dialog (MP_WINDOW (widget));

  (void) parameter;
  if (g_str_equal (name, "win.export-table"))
    mp_export_dialog_choose_table (dialog);
}

void
mp_window_export_step (MpWindow *self, const MpStep *step)
{
  mp_export_dialog_choose_step (open_dialog (self), mp_session_get_whole_agreement (self->session),
                                step);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpWindow) self = weak_take (data);
  MpExporter *exporter = MP_EXPORTER (source);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = mp_exporter_save_finish (exporter, result, &error);
  g_autofree char *words = NULL;

  if (self == NULL)
    return;
  if (is_saved) {
    saved_cb (self, mp_exporter_get_file (exporter));
    return;
  }
  /* Translators: the reason follows */
  words = g_strdup_printf (_ ("The chart could not be saved: %s"), error->message);
  tell (self, words, "win.export", _ ("Export…"));
}

/* Saves once more into the folder of the last export. Before the first one, nobody has chosen what
 * and where. */
static void
export_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  MpExportChoices choices = mp_export_choices_load (self->settings);
  g_autofree char *uri =
    self->settings != NULL ? g_settings_get_string (self->settings, "export-folder") : NULL;
  g_autoptr (MpFigureOptions) shown = NULL;
  g_autoptr (MpExporter) exporter = NULL;
  g_autoptr (GFile) folder = NULL;
  MpFigureOptions options;

  if (uri == NULL || *uri == '\0') {
    export_action (widget, name, parameter);
    return;
  }
  shown = get_options (self, &choices, &options);
  (void) shown; /* is kept, since the options borrow from it */
  folder = g_file_new_for_uri (uri);
  exporter = mp_exporter_new (choices.format, mp_session_get_agreement (self->session), &options);
  mp_exporter_save_in_async (exporter, folder, exported_cb, weak_new (self));
}

/* --- The story -------------------------------------------------------------------------------- */

static void
story_file_chosen_cb (MpWindow *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  MpExportChoices choices = mp_export_choices_load (self->settings);
  MpFigureOptions options;
  g_autoptr (MpFigureOptions) shown = NULL;
  g_autoptr (MpExporter) exporter = NULL;

  g_clear_object (&self->chooser);
  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  shown = get_options (self, &choices, &options);
  (void) shown; /* is kept, since the options borrow from it */
  options.has_story = TRUE;
  exporter = mp_exporter_new (mp_export_find_format (".pdf"),
                              mp_session_get_agreement (self->session), &options);
  mp_exporter_save_async (exporter, file, exported_cb, weak_new (self));
}

void
mp_window_export_story (MpWindow *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GtkFileFilter) documents = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  name = mp_file_name_offer (mp_agreement_get_title (mp_session_get_agreement (self->session)),
                             _ ("chart"), ".pdf");
  self->chooser =
    gtk_file_chooser_native_new (_ ("Export All Steps"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (documents, _ ("PDF documents"));
  gtk_file_filter_add_pattern (documents, "*.pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), documents);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (story_file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- What was saved --------------------------------------------------------------------------- */

static void
opened_cb (GObject *parent, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpWindow) self = weak_take (data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (parent), result, &error) && self != NULL)
    tell (self, error->message, NULL, NULL);
}

static void
open_saved_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  mp_saved_open (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), opened_cb,
                 weak_new (MP_WINDOW (widget)));
}

static void
show_saved_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) name;
  mp_saved_show_in_folder (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* --- The clipboard ---------------------------------------------------------------------------- */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpWindow) self = weak_take (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = mp_figure_content_make_finish (result, &error);
  g_autofree char *words = NULL;

  (void) source;
  if (self == NULL)
    return;
  if (content != NULL) {
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
    tell (self, _ ("Chart copied"), NULL, NULL);
    return;
  }
  /* Translators: the reason follows */
  words = g_strdup_printf (_ ("The chart could not be copied: %s"), error->message);
  tell (self, words, "win.export", _ ("Export…"));
}

static void
copy_figure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  MpExportChoices choices = mp_export_choices_load (self->settings);
  MpFigureOptions options;
  g_autoptr (MpFigureOptions) shown = get_options (self, &choices, &options);

  (void) name;
  (void) parameter;
  mp_figure_content_make_async (mp_session_get_agreement (self->session), &options, NULL, copied_cb,
                                weak_new (self));
}

/* --- Dragging --------------------------------------------------------------------------------- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, MpWindow *self)
{
  MpExportChoices choices = mp_export_choices_load (self->settings);
  MpFigureOptions options;
  g_autoptr (MpFigureOptions) shown = NULL;

  (void) source;
  (void) x;
  (void) y;
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "agreement") ||
      self->is_partial)
    return NULL;
  shown = get_options (self, &choices, &options);
  (void) shown; /* is kept, since the options borrow from it */
  return mp_figure_content_new_dragged (choices.format, mp_session_get_agreement (self->session),
                                        &options);
}

/* The button that exports can be dragged to another program as well. */
static void
let_drag (MpWindow *self, GtkWidget *button)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

/* --- Paper ------------------------------------------------------------------------------------ */

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, MpWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  const char *reason = mp_print_get_refusal (operation);

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&self->print_settings, gtk_print_operation_get_print_settings (operation));
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR) {
    gtk_print_operation_get_error (operation, &error);
    reason = error->message;
  }
  if (reason == NULL)
    return;
  /* Translators: the reason follows */
  words = g_strdup_printf (_ ("The chart could not be printed: %s"), reason);
  tell (self, words, NULL, NULL);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpWindow *self = MP_WINDOW (widget);
  MpExportChoices choices = mp_export_choices_load (self->settings);
  MpFigureOptions options;
  g_autoptr (MpFigureOptions) shown = get_options (self, &choices, &options);
  g_autoptr (GtkPrintOperation) operation =
    mp_print_operation_new (mp_session_get_agreement (self->session), &options);

  (void) name;
  (void) parameter;
  if (self->print_settings != NULL)
    gtk_print_operation_set_print_settings (operation, self->print_settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/* --- The class -------------------------------------------------------------------------------- */

void
mp_window_figure_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-table", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-again", NULL, export_again_action);
  gtk_widget_class_install_action (widget_class, "win.open-saved", "s", open_saved_action);
  gtk_widget_class_install_action (widget_class, "win.show-saved", "s", show_saved_action);
  gtk_widget_class_install_action (widget_class, "win.copy-figure", NULL, copy_figure_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
}

void
mp_window_figure_init (MpWindow *self)
{
  let_drag (self, self->export);
  let_drag (self, self->export_middle);
  let_drag (self, self->export_small);
}
