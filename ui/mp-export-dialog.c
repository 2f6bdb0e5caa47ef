/* mp-export-dialog.c: the dialog that exports a chart: its rows and its preview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-beside.h"
#include "mp-direction.h"
#include "mp-export-dialog-private.h"
#include "mp-figure-content.h"
#include "mp-settings.h"
#include "mp-theme.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (MpExportDialog, mp_export_dialog, ADW_TYPE_WINDOW)

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the rows of the template. */
static const double text_sizes[] = { 0.85, 1, 1.2, 1.5 };

/* In the order of MpTheme. */
static const char *const themes[MP_N_THEMES] = { N_ ("Light"), N_ ("Dark"), N_ ("High contrast"),
                                                 N_ ("High contrast, dark") };

/* The room around the dialog in its window, in logical pixels, and the least size of it. */
#define ROOM_AROUND 48
#define LEAST_WIDTH 360
#define LEAST_HEIGHT 400

/* --- What the rows say ------------------------------------------------------------------------ */

/* Returns the text of an entry, or NULL if it is empty. */
static const char *
get_text (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

static guint
get_selected (AdwComboRow *row, guint length)
{
  return MIN (adw_combo_row_get_selected (row), length - 1);
}

static gboolean
is_table (MpExportDialog *self, const MpPreset *preset)
{
  return preset->layout == MP_LAYOUT_TABLE ||
         (self->shown->before != NULL && adw_combo_row_get_selected (self->chart) == 1);
}

static void
get_looks (MpExportDialog *self, MpExportChoices *choices)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  choices->text_size = text_sizes[get_selected (self->text_size, G_N_ELEMENTS (text_sizes))];
  choices->theme = (MpTheme) get_selected (self->theme, MP_N_THEMES);
  choices->coloring = (MpColoring) get_selected (self->coloring, 2);
  choices->is_transparent = gtk_switch_get_active (self->transparent);
  choices->format = &formats[get_selected (self->format, n_formats)];
  choices->has_agreement = gtk_switch_get_active (self->has_agreement);
  choices->has_outlines = gtk_switch_get_active (self->has_outlines);
}

MpExportChoices
mp_export_dialog_get_choices (MpExportDialog *self)
{
  MpExportChoices choices = { 0 };
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);

  choices.preset = &presets[get_selected (self->preset, n_presets)];
  choices.has_size = adw_expander_row_get_enable_expansion (self->size);
  choices.width = gtk_spin_button_get_value (self->width);
  choices.height =
    gtk_switch_get_active (self->follows_content) ? 0 : gtk_spin_button_get_value (self->height);
  choices.scale = gtk_spin_button_get_value (self->scale);
  choices.chart = is_table (self, choices.preset) ? MP_CHART_TABLE : MP_CHART_TIMELINE;
  choices.range = (MpExportRange) get_selected (self->range, MP_N_EXPORT_RANGES);
  if (!mp_date_entry_is_empty (self->from))
    choices.from = &self->from_date;
  if (!mp_date_entry_is_empty (self->to))
    choices.to = &self->to_date;
  choices.headline = get_text (self->headline);
  choices.subtitle = get_text (self->subtitle);
  get_looks (self, &choices);
  return choices;
}

/* Reads a date that is typed. Returns FALSE if it is none; nothing at all is fine. */
static gboolean
read_date (MpDateEntry *entry, MpDate *date)
{
  return mp_date_entry_is_empty (entry) || mp_date_entry_get_date (entry, date);
}

/* --- What follows from it --------------------------------------------------------------------- */

/* Returns the size words of the preset, or those of the user's own size. */
static void
update_size (MpExportDialog *self, const MpExportChoices *choices)
{
  g_autofree char *words = mp_preset_size_words (choices->preset);

  adw_expander_row_set_subtitle (self->size, choices->has_size ? "" : words);
  gtk_widget_set_sensitive (self->height_row, choices->height > 0);
}

static void
update_rows (MpExportDialog *self, const MpExportChoices *choices)
{
  gboolean is_window = choices->preset->layout == MP_LAYOUT_WINDOW;
  gboolean has_dates = choices->range == MP_RANGE_DATES;

  gtk_widget_set_visible (GTK_WIDGET (self->chart), is_window && self->shown->before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->range), choices->chart != MP_CHART_TABLE);
  gtk_widget_set_visible (self->from_row, has_dates && choices->chart != MP_CHART_TABLE);
  gtk_widget_set_visible (self->to_row, has_dates && choices->chart != MP_CHART_TABLE);
  gtk_widget_set_visible (GTK_WIDGET (self->text_size), !is_window);
  gtk_widget_set_visible (GTK_WIDGET (self->coloring), !is_window);
  gtk_widget_set_visible (self->has_agreement_row,
                          g_str_equal (choices->format->mime_type, "image/png"));
  gtk_widget_set_visible (self->has_outlines_row,
                          g_str_equal (choices->format->mime_type, "image/svg+xml"));
  adw_preferences_group_set_description (self->purpose, _ (choices->preset->purpose));
  update_size (self, choices);
}

/* A preset that was chosen gives the user's own size its first values. */
static void
fill_size (MpExportDialog *self, const MpPreset *preset)
{
  MpFigureOptions options = *self->shown;

  mp_preset_apply (preset, &options);
  gtk_spin_button_set_value (self->width, options.width);
  if (options.height > 0)
    gtk_spin_button_set_value (self->height, options.height);
  gtk_switch_set_active (self->follows_content, options.height <= 0);
  gtk_spin_button_set_value (self->scale, options.scale);
}

/* Tells what is wrong, or else what the figure leaves out. */
static void
update_status (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);
  const char *problem = self->problem, *words = NULL;

  if (problem == NULL && preview != NULL)
    problem = preview->refusal;
  if (problem == NULL && preview != NULL)
    words = preview->notes;
  gtk_widget_set_visible (self->status, problem != NULL || (words != NULL && *words != '\0'));
  gtk_image_set_from_icon_name (self->status_icon, problem != NULL ? "dialog-warning-symbolic"
                                                                   : "dialog-information-symbolic");
  gtk_label_set_label (self->status_words, problem != NULL ? problem : words != NULL ? words : "");
}

gboolean
mp_export_dialog_is_ready (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);

  return self->problem == NULL && mp_figure_preview_is_current (self->preview) &&
         preview->refusal == NULL;
}

void
mp_export_dialog_update_buttons (MpExportDialog *self)
{
  /* While a figure is being made it can be saved: that waits until it is shown. */
  gboolean has_figure = self->problem == NULL && (!mp_figure_preview_is_current (self->preview) ||
                                                  mp_export_dialog_is_ready (self));
  gboolean is_saving = mp_export_dialog_is_saving (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->save), has_figure && !is_saving);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), has_figure && !is_saving);
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
  mp_export_dialog_go_on (self);
}

static void
set_problem (MpExportDialog *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
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
  if (!adw_expander_row_get_enable_expansion (self->size)) {
    choices = mp_export_dialog_get_choices (self);
    self->is_filling = TRUE;
    fill_size (self, choices.preset);
    self->is_filling = FALSE;
  }
  choices = mp_export_dialog_get_choices (self);
  update_rows (self, &choices);
  if (choices.range == MP_RANGE_DATES &&
      (!read_date (self->from, &self->from_date) || !read_date (self->to, &self->to_date))) {
    set_problem (self, _ ("A date cannot be read."));
    return;
  }
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
}

static void
mp_export_dialog_init (MpExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Filling the rows ------------------------------------------------------------------------- */

static void
fill_lists (MpExportDialog *self)
{
  g_autoptr (GtkStringList) preset_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) theme_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) format_names = gtk_string_list_new (NULL);
  guint n_presets, n_formats;
  const MpPreset *presets = mp_presets (&n_presets);
  const MpExportFormat *formats = mp_export_formats (&n_formats);

  for (guint i = 0; i < n_presets; i++)
    gtk_string_list_append (preset_names, _ (presets[i].title));
  for (guint i = 0; i < MP_N_THEMES; i++)
    gtk_string_list_append (theme_names, _ (themes[i]));
  for (guint i = 0; i < n_formats; i++)
    gtk_string_list_append (format_names, formats[i].name);
  adw_combo_row_set_model (self->preset, G_LIST_MODEL (preset_names));
  adw_combo_row_set_model (self->theme, G_LIST_MODEL (theme_names));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (format_names));
}

static guint
nearest_text_size (double size)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (text_sizes); i++)
    if (ABS (text_sizes[i] - size) < ABS (text_sizes[nearest] - size))
      nearest = i;
  return nearest;
}

/* Sets the rows to what was chosen last. */
static void
fill_rows (MpExportDialog *self)
{
  MpExportChoices choices = mp_export_choices_load (self->settings);

  self->is_filling = TRUE;
  fill_lists (self);
  adw_combo_row_set_selected (self->preset, (guint) (choices.preset - mp_presets (NULL)));
  adw_expander_row_set_enable_expansion (self->size, choices.has_size);
  if (choices.has_size) {
    gtk_spin_button_set_value (self->width, choices.width);
    gtk_spin_button_set_value (self->height, choices.height);
    gtk_spin_button_set_value (self->scale, choices.scale);
    gtk_switch_set_active (self->follows_content, choices.height <= 0);
  }
  adw_combo_row_set_selected (self->range, choices.range);
  adw_combo_row_set_selected (self->text_size, nearest_text_size (choices.text_size));
  adw_combo_row_set_selected (self->theme, choices.theme);
  adw_combo_row_set_selected (self->coloring, choices.coloring);
  gtk_switch_set_active (self->transparent, choices.is_transparent);
  adw_combo_row_set_selected (self->format, (guint) (choices.format - mp_export_formats (NULL)));
  gtk_switch_set_active (self->has_agreement, choices.has_agreement);
  gtk_switch_set_active (self->has_outlines, choices.has_outlines);
  self->is_filling = FALSE;
}

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
  fill_rows (self);
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
