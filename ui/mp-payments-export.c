/* mp-payments-export.c: saves the figure of what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-payments-export.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-exporter.h"
#include "mp-file-name.h"
#include "mp-message.h"
#include "mp-preset.h"
#include "mp-saved-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* What is saved once a file is chosen. */
typedef struct {
  GWeakRef widget;
  MpAgreement *agreement;
  MpWhatIf *what_if;
  MpInstant today;
} Job;

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  (void) closure;
  g_weak_ref_clear (&job->widget);
  g_object_unref (job->agreement);
  mp_what_if_free (job->what_if);
  g_free (job);
}

static void
show_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *reason = mp_message_sentence (error->message);
  GtkWidget *dialog = mp_message_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      _ ("The chart could not be saved"), reason);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = mp_exporter_save_finish (MP_EXPORTER (source), result, &error);
  GtkWidget *toasts =
    widget != NULL ? gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY) : NULL;

  if (is_saved && toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts),
                                 mp_saved_toast_new (mp_exporter_get_file (MP_EXPORTER (source))));
  else if (!is_saved && widget != NULL && gtk_widget_get_root (widget) != NULL)
    show_error (widget, error);
  g_weak_ref_clear (ref);
  g_free (ref);
}

void
mp_payments_export_to (GtkWidget *widget, MpAgreement *agreement, const MpWhatIf *what_if,
                       MpInstant today, GFile *file)
{
  MpFigureOptions options = mp_figure_options_new (today);
  g_autoptr (MpExporter) exporter = NULL;
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  mp_preset_apply (&mp_presets (NULL)[0], &options);
  options.what_if = what_if;
  options.direction = mp_direction_of (widget);
  g_weak_ref_init (ref, widget);
  /* NULL: the format that the name stands for. */
  exporter = mp_exporter_new (NULL, agreement, &options);
  mp_exporter_save_async (exporter, file, saved_cb, ref);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Job *job)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&job->widget);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && widget != NULL)
    mp_payments_export_to (widget, job->agreement, job->what_if, job->today, file);
  g_object_unref (chooser);
}

void
mp_payments_export (GtkWidget *widget, MpAgreement *agreement, const MpWhatIf *what_if,
                    MpInstant today)
{
  GtkFileChooserNative *chooser =
    gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  Job *job = g_new0 (Job, 1);
  /* Translators: the name of a file; .png stays */
  g_autofree char *name =
    mp_file_name_offer (mp_agreement_get_title (agreement), _ ("chart"), ".png");

  g_weak_ref_init (&job->widget, widget);
  job->agreement = g_object_ref (agreement);
  job->what_if = mp_what_if_copy (what_if);
  job->today = today;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), job, job_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
