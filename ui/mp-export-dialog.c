/* mp-export-dialog.c: the dialog that exports a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-beside.h"
#include "mp-direction.h"
#include "mp-export-dialog-private.h"
#include "mp-figure-content.h"
#include "mp-figure-step.h"
#include "mp-message.h"
#include "mp-settings.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MpExportDialog, mp_export_dialog, ADW_TYPE_WINDOW)

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The room around the dialog in its window, in logical pixels, and the least size of it. */
#define ROOM_AROUND 48
#define LEAST_WIDTH 360
#define LEAST_HEIGHT 400

/* --- What is shown ---------------------------------------------------------------------------- */

/* Tells what is wrong with the choices, or else what the figure leaves out. Why there is no figure
 * stands in its place. */
static void
update_status (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);
  const char *problem = self->problem, *words = NULL;

  if (problem == NULL && preview != NULL)
    words = preview->notes;
  gtk_widget_set_visible (self->status, problem != NULL || (words != NULL && *words != '\0'));
  gtk_image_set_from_icon_name (self->status_icon, problem != NULL ? "dialog-warning-symbolic"
                                                                   : "dialog-information-symbolic");
  gtk_label_set_label (self->status_words, problem != NULL ? problem : words != NULL ? words : "");
}

static void
preview_changed_cb (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);

  /* What stands in an empty entry is what the figure says by itself. */
  if (preview != NULL && preview->refusal == NULL) {
    if (preview->options->headline == NULL)
      gtk_entry_set_placeholder_text (self->headline, preview->headline);
    if (preview->options->subtitle == NULL)
      gtk_entry_set_placeholder_text (self->subtitle, preview->subtitle);
  }
  update_status (self);
  mp_export_dialog_update_format (self);
  mp_export_dialog_go_on (self);
}

static void
set_problem (MpExportDialog *self, const char *problem)
{
  g_free (self->problem);
  self->problem = mp_message_sentence (problem);
  update_status (self);
  mp_export_dialog_update_buttons (self);
}

/* Requests the figure of the rows. A date that cannot be read, as while it is typed, leaves the
 * figure that is shown, which cannot be saved then. */
static void
changed_cb (MpExportDialog *self)
{
  MpExportChoices choices;
  MpFigureOptions options;
  g_autoptr (GError) error = NULL;

  if (self->is_filling || self->agreement == NULL)
    return;
  mp_export_dialog_update_rows (self);
  if (!mp_export_dialog_read_dates (self)) {
    set_problem (self, _ ("A date cannot be read."));
    return;
  }
  choices = mp_export_dialog_get_choices (self);
  if (!mp_export_choices_apply (&choices, self->agreement, self->shown, &options, &error)) {
    set_problem (self, error->message);
    return;
  }
  options.direction = mp_direction_of (self);
  g_clear_pointer (&self->problem, g_free);
  mp_figure_preview_set_format (self->preview, choices.format);
  mp_figure_preview_set_options (self->preview, &options);
}

static void
preset_changed_cb (MpExportDialog *self)
{
  if (!self->is_filling)
    mp_export_dialog_follow_preset (self);
  changed_cb (self);
}

static void
date_reset_cb (MpDateEntry *entry)
{
  mp_date_entry_set_date (entry, NULL);
}

/* --- Buttons ---------------------------------------------------------------------------------- */

static void
save_cb (MpExportDialog *self)
{
  self->wants_file = TRUE;
  mp_export_dialog_go_on (self);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpExportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) content = mp_figure_content_make_finish (result, &error);

  (void) source;
  /* The dialog was closed meanwhile. */
  if (self->agreement == NULL)
    return;
  if (content != NULL)
    gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  adw_toast_overlay_add_toast (
    self->toasts, adw_toast_new (content != NULL ? _ ("Chart copied") : error->message));
}

static void
copy_cb (MpExportDialog *self)
{
  if (mp_export_dialog_is_ready (self))
    mp_figure_content_make_async (self->agreement, mp_figure_preview_get (self->preview)->options,
                                  NULL, copied_cb, g_object_ref (self));
}

static gboolean
copy_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  (void) arguments;
  (void) data;
  copy_cb (MP_EXPORT_DIALOG (widget));
  return GDK_EVENT_STOP;
}

/* Gives up saving; if there is nothing to give up, closes. */
static void
cancel_cb (MpExportDialog *self)
{
  if (!mp_export_dialog_stop_saving (self))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  (void) arguments;
  (void) data;
  cancel_cb (MP_EXPORT_DIALOG (widget));
  return GDK_EVENT_STOP;
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_export_dialog_dispose (GObject *object)
{
  MpExportDialog *self = MP_EXPORT_DIALOG (object);

  mp_export_dialog_stop_saving (self);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_object (&self->exporter);
  g_clear_object (&self->chooser);
  g_clear_object (&self->agreement);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown, mp_figure_options_free);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (mp_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, copy);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, status);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, status_icon);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, status_words);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, preset);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, follows_content);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, range);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, from);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, to);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, headline);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, text_size);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, coloring);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, transparent);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, has_agreement_row);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, has_agreement);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, has_outlines_row);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, has_outlines);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
mp_export_dialog_class_init (MpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_export_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", MP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  g_type_ensure (MP_TYPE_BESIDE);
  g_type_ensure (MP_TYPE_DATE_ENTRY);
  g_type_ensure (MP_TYPE_FIGURE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-export-dialog.ui");
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                copy_key_cb, NULL);
}

static void
mp_export_dialog_init (MpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Making ------------------------------------------------------------------------------------
 */

/* The dialog lies over its window, and is not larger than that. */
static void
limit_size (MpExportDialog *self, GtkWindow *parent)
{
  int width, height;
  int around_width = gtk_widget_get_width (GTK_WIDGET (parent)) - ROOM_AROUND;
  int around_height = gtk_widget_get_height (GTK_WIDGET (parent)) - ROOM_AROUND;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MAX (MIN (width, around_width), LEAST_WIDTH),
                               MAX (MIN (height, around_height), LEAST_HEIGHT));
}

MpExportDialog *
mp_export_dialog_new (GtkWindow *parent, MpSession *session)
{
  MpExportDialog *self = g_object_new (MP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *font = mp_theme_get_font (gtk_widget_get_settings (GTK_WIDGET (self)));

  self->agreement = g_object_ref (mp_session_get_agreement (session));
  self->shown = mp_export_choices_shown (session, font);
  self->settings = mp_settings_new ();
  mp_figure_preview_set_agreement (self->preview, self->agreement);
  limit_size (self, parent);
  mp_export_dialog_fill_rows (self);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->save));
  return self;
}

void
mp_export_dialog_choose_table (MpExportDialog *self)
{
  g_return_if_fail (MP_IS_EXPORT_DIALOG (self));
  adw_combo_row_set_selected (self->preset, (guint) (mp_preset_find ("table") - mp_presets (NULL)));
}

void
mp_export_dialog_choose_step (MpExportDialog *self, MpAgreement *agreement, const MpStep *step)
{
  g_autoptr (MpFigureOptions) before = NULL;
  g_auto (MpFigureStep) own = { 0 };
  MpFigureOptions options;

  g_return_if_fail (MP_IS_EXPORT_DIALOG (self));

  before = self->shown;
  options = *before;
  g_set_object (&self->agreement, mp_figure_options_set_step (&options, agreement, step, &own));
  mp_figure_preview_set_agreement (self->preview, self->agreement);
  self->shown = mp_figure_options_copy (&options);
  gtk_editable_set_text (GTK_EDITABLE (self->headline), options.headline);
  gtk_editable_set_text (GTK_EDITABLE (self->subtitle), options.subtitle);
  adw_combo_row_set_selected (self->range,
                              options.has_span ? MP_RANGE_IN_VIEW : MP_RANGE_EVERYTHING);
  changed_cb (self);
}
