/* mp-export-dialog.c: the dialog that exports a chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export-dialog.h"

#include "mp-agreement.h"
#include "mp-direction.h"
#include "mp-export.h"
#include "mp-file-name.h"
#include "mp-message.h"
#include "mp-theme.h"
#include "mp-untrusted-text.h"
#include "mp-write.h"

#include <glib/gi18n-lib.h>

struct _MpExportDialog {
  AdwWindow parent_instance;

  /* Template */
  GtkDrawingArea *preview;
  AdwComboRow *chart;
  AdwComboRow *size;
  AdwComboRow *scale;
  AdwComboRow *theme;
  AdwComboRow *part;
  GtkSpinButton *width;
  GtkSpinButton *height;
  AdwActionRow *custom;
  GtkLabel *pixels;
  GtkButton *save;
  GtkSpinner *spinner;

  /* Owned */
  MpAgreement *agreement;
  MpFigure *figure; /* what the preview shows; NULL if it must be made again */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  MpFigureOptions *options; /* as the window shows the chart; the dialog's rows set the rest */
  MpVisibleSet *compared;   /* the entries without what hiding the unchanged leaves out; the table
                               counts that itself */
};

G_DEFINE_FINAL_TYPE (MpExportDialog, mp_export_dialog, ADW_TYPE_WINDOW)

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The sizes on offer, in the order of the template; the last is the user's own. A height of 0 means
 * as high as the content. */
static const struct {
  int width;
  int height;
} sizes[] = { { 1600, 0 }, { 1920, 1080 }, { 1280, 720 }, { 1200, 1200 }, { 0, 0 } };

static const double scales[] = { 1, 2, 3 };

/* --- Options ---------------------------------------------------------------------------------- */

static gboolean
is_custom (MpExportDialog *self)
{
  return adw_combo_row_get_selected (self->size) == G_N_ELEMENTS (sizes) - 1;
}

static gboolean
is_table (MpExportDialog *self)
{
  return self->options->before != NULL && adw_combo_row_get_selected (self->chart) == 1;
}

/* What the rows of the dialog say. The result borrows from the dialog. */
static MpFigureOptions
get_options (MpExportDialog *self)
{
  MpFigureOptions options = *self->options;
  guint size = MIN (adw_combo_row_get_selected (self->size), G_N_ELEMENTS (sizes) - 1);
  guint scale = MIN (adw_combo_row_get_selected (self->scale), G_N_ELEMENTS (scales) - 1);

  options.width = is_custom (self) ? gtk_spin_button_get_value (self->width) : sizes[size].width;
  options.height = is_custom (self) ? gtk_spin_button_get_value (self->height) : sizes[size].height;
  options.scale = scales[scale];
  /* The rows are in the order of MpTheme. */
  options.theme = (MpTheme) adw_combo_row_get_selected (self->theme);
  options.has_span = adw_combo_row_get_selected (self->part) == 1;
  if (is_table (self)) {
    options.chart = MP_CHART_TABLE;
    options.visible = self->compared;
  }
  options.direction = mp_direction_of (self);
  return options;
}

static void
show_pixels (MpExportDialog *self, const MpFigureOptions *options, MpSize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (mp_export_check (options, &error) && mp_export_check_height (self->figure, options, &error))
    /* Translators: width and height of a picture. */
    words = g_strdup_printf (_ ("%d × %d pixels"), (int) (size.width * options->scale + 0.5),
                             (int) (size.height * options->scale + 0.5));
  gtk_label_set_label (self->pixels, words != NULL ? words : error->message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save),
                            words != NULL && !gtk_spinner_get_spinning (self->spinner));
}

static void
draw_preview (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  MpExportDialog *self = data;
  MpSize size;
  double zoom;

  (void) area;
  if (self->figure == NULL)
    return;
  size = mp_figure_get_size (self->figure);
  zoom = MIN (width / size.width, height / size.height);
  cairo_translate (cr, (width - size.width * zoom) / 2, (height - size.height * zoom) / 2);
  cairo_scale (cr, zoom, zoom);
  mp_figure_paint (self->figure, 0, cr);
}

static void
options_changed_cb (MpExportDialog *self)
{
  MpFigureOptions options;

  /* The template sets its values before there is an agreement to draw. */
  if (self->agreement == NULL)
    return;
  options = get_options (self);
  gtk_widget_set_visible (GTK_WIDGET (self->custom), is_custom (self));
  gtk_widget_set_visible (GTK_WIDGET (self->part), !is_table (self));
  g_clear_pointer (&self->figure, mp_figure_free);
  self->figure = mp_figure_new (self->agreement, &options);
  show_pixels (self, &options, mp_figure_get_size (self->figure));
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

/* --- Saving ----------------------------------------------------------------------------------- */

/* What the thread needs. It owns all of it: the dialog may be closed meanwhile. */
typedef struct {
  MpAgreement *agreement;
  MpFigureOptions *options;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->agreement);
  mp_figure_options_free (job->options);
  g_object_unref (job->file);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *name = g_file_get_basename (job->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    mp_export_figure (mp_export_find_format (name), job->agreement, job->options, &error);

  (void) source;
  if (g_task_return_error_if_cancelled (task))
    return;
  (void) cancellable;
  if (bytes != NULL && mp_write_file (job->file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
set_busy (MpExportDialog *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_error (MpExportDialog *self, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *visible = mp_untrusted_text_escape (name, 0);
  g_autofree char *words = g_strdup_printf ("%s\n%s", visible, error->message);
  GtkWidget *dialog = mp_message_new (GTK_WINDOW (self), _ ("The chart could not be saved"), words);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MpExportDialog) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  (void) source;
  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    g_signal_emit (self, signals[SAVED], 0, job->file);
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  show_error (self, job->file, error);
}

void
mp_export_dialog_save_to (MpExportDialog *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  MpFigureOptions options;
  Job *job;

  g_return_if_fail (MP_IS_EXPORT_DIALOG (self));

  options = get_options (self);
  /* The dialog is not the source object of the task: the thread may drop the last reference to
   * that, and must not finalize a widget. */
  task = g_task_new (NULL, self->cancellable, saved_cb, g_object_ref (self));
  job = g_new0 (Job, 1);
  job->agreement = g_object_ref (self->agreement);
  job->file = g_object_ref (file);
  job->options = mp_figure_options_copy (&options);
  g_task_set_task_data (task, job, job_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (MpExportDialog *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    mp_export_dialog_save_to (self, file);
  g_clear_object (&self->chooser);
}

static void
add_filters (GtkFileChooser *chooser)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    gtk_file_filter_set_name (filter, _ (formats[i].files));
    gtk_file_filter_add_mime_type (filter, formats[i].mime_type);
    gtk_file_chooser_add_filter (chooser, filter);
  }
}

static void
save_cb (MpExportDialog *self)
{
  /* Translators: the name of a file, which is followed by an extension such as ".png". */
  g_autofree char *name = mp_file_name_offer (mp_agreement_get_title (self->agreement), _ ("chart"),
                                              mp_export_formats (NULL)->extension);

  if (self->chooser != NULL)
    return;
  self->chooser =
    gtk_file_chooser_native_new (_ ("Export Chart"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_export_dialog_dispose (GObject *object)
{
  MpExportDialog *self = MP_EXPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->agreement);
  g_clear_pointer (&self->options, mp_figure_options_free);
  g_clear_pointer (&self->compared, mp_visible_set_unref);
  g_clear_pointer (&self->figure, mp_figure_free);
  G_OBJECT_CLASS (mp_export_dialog_parent_class)->dispose (object);
}

static void
mp_export_dialog_class_init (MpExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_export_dialog_dispose;
  signals[SAVED] = g_signal_new ("saved", MP_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dev/milepost/Milepost/ui/mp-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, chart);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, part);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, custom);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, pixels);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, MpExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mp_export_dialog_init (MpExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);
}

/* A copy of what the window shows, which stays as it is while the dialog is open. */
static MpFigureOptions *
options_of (MpSession *session, const char *font)
{
  MpFigureOptions options = mp_figure_options_new (mp_session_get_today (session));

  options.as_of = mp_session_get_as_of (session);
  options.before = mp_session_get_before (session);
  options.hide_unchanged = mp_session_get_hide_unchanged (session);
  options.begin = mp_session_get_begin (session);
  options.end = mp_session_get_end (session);
  options.selection = mp_session_get_selection (session);
  options.visible = mp_session_get_visible_set (session);
  options.collapsed = mp_session_get_collapsed (session);
  options.font = font;
  return mp_figure_options_copy (&options);
}

MpExportDialog *
mp_export_dialog_new (GtkWindow *parent, MpSession *session)
{
  MpExportDialog *self = g_object_new (MP_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *font = mp_theme_get_font (gtk_widget_get_settings (GTK_WIDGET (self)));

  self->agreement = g_object_ref (mp_session_get_agreement (session));
  self->options = options_of (session, font);
  self->compared = mp_filter_apply (mp_session_get_filter (session), self->agreement,
                                    self->options->as_of->earliest, self->options->as_of->after);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), self->options->before != NULL);
  adw_combo_row_set_selected (self->theme, mp_theme_get_current ());
  options_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->save));
  return self;
}

void
mp_export_dialog_choose_table (MpExportDialog *self)
{
  g_return_if_fail (MP_IS_EXPORT_DIALOG (self));
  adw_combo_row_set_selected (self->chart, 1);
}
