/* mp-export-dialog-rows.c: the rows of the dialog that exports a chart, and what they say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export-dialog-private.h"

#include <glib/gi18n-lib.h>

/* In the order of the rows of the template. */
static const double text_sizes[] = { 0.85, 1, 1.2, 1.5 };

/* The width of the purposes in the list of presets, in characters. */
#define PURPOSE_CHARS 36

/* In the order of MpTheme. */
static const char *const themes[MP_N_THEMES] = { N_ ("Light"), N_ ("Dark"), N_ ("High contrast"),
                                                 N_ ("High contrast, dark"), N_ ("For print") };

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

gboolean
mp_export_dialog_read_dates (MpExportDialog *self)
{
  gboolean is_asked = get_selected (self->range, MP_N_EXPORT_RANGES) == MP_RANGE_DATES;

  return !is_asked ||
         (read_date (self->from, &self->from_date) && read_date (self->to, &self->to_date));
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
show_rows (MpExportDialog *self, const MpExportChoices *choices)
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

/* White paper has colours of its own. They come and go with paper, unless the user chose other ones
 * than those for a screen in the light. */
void
mp_export_dialog_follow_preset (MpExportDialog *self)
{
  MpExportChoices choices = mp_export_dialog_get_choices (self);
  MpFigureOptions options = { .theme = choices.theme };

  if (options.theme == MP_THEME_PRINT)
    options.theme = MP_THEME_LIGHT;
  mp_preset_apply (choices.preset, &options);
  adw_combo_row_set_selected (self->theme, options.theme);
}

/* Says what becomes of several pages in a file that has no pages. */
void
mp_export_dialog_update_format (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);
  const char *type = mp_export_dialog_get_choices (self).format->mime_type;
  gboolean has_one = g_str_equal (type, "image/png") || g_str_equal (type, "image/svg+xml");

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->format),
                               has_one && preview != NULL && preview->n_pages > 1
                                 ? _ ("The pages stand below each other")
                                 : "");
}

void
mp_export_dialog_update_rows (MpExportDialog *self)
{
  MpExportChoices choices = mp_export_dialog_get_choices (self);

  if (!choices.has_size) {
    self->is_filling = TRUE;
    fill_size (self, choices.preset);
    self->is_filling = FALSE;
    choices = mp_export_dialog_get_choices (self);
  }
  show_rows (self, &choices);
}

gboolean
mp_export_dialog_is_ready (MpExportDialog *self)
{
  const MpPreview *preview = mp_figure_preview_get (self->preview);

  return self->problem == NULL && mp_figure_preview_is_current (self->preview) &&
         preview->refusal == NULL;
}

/* --- Filling the rows ------------------------------------------------------------------------- */

/* In the list of presets each has three lines: its title, its purpose and its size. */
static void
preset_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  (void) factory;
  for (guint i = 0; i < 3; i++) {
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    if (i > 0) {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), PURPOSE_CHARS);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_list_item_set_child (item, box);
}

static void
preset_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const MpPreset *preset = &mp_presets (NULL)[gtk_list_item_get_position (item)];
  g_autofree char *size = mp_preset_size_words (preset);
  const char *const lines[] = { _ (preset->title), _ (preset->purpose), size };
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  (void) factory;
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    gtk_label_set_label (GTK_LABEL (label), lines[i]);
    label = gtk_widget_get_next_sibling (label);
  }
}

static void
describe_presets (MpExportDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (preset_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (preset_bind_cb), NULL);
  adw_combo_row_set_list_factory (self->preset, factory);
}

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
  describe_presets (self);
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

void
mp_export_dialog_fill_rows (MpExportDialog *self)
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
