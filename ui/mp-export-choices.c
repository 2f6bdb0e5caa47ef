/* mp-export-choices.c: what the user chose about a figure, kept from one export to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export-choices.h"

#include "mp-scale.h"

#include <glib/gi18n-lib.h>

static const MpExportFormat *
find_format (const char *extension)
{
  const MpExportFormat *format = mp_export_find_format (extension);

  return format != NULL ? format : mp_export_formats (NULL);
}

static void
load_names (MpExportChoices *choices, GSettings *settings)
{
  g_autofree char *preset = g_settings_get_string (settings, "export-preset");
  g_autofree char *theme = g_settings_get_string (settings, "export-theme");
  g_autofree char *format = g_settings_get_string (settings, "export-format");
  const MpPreset *found = mp_preset_find (preset);

  if (found != NULL)
    choices->preset = found;
  mp_theme_from_string (theme, &choices->theme);
  choices->format = find_format (format);
}

MpExportChoices
mp_export_choices_load (GSettings *settings)
{
  MpExportChoices choices = { .preset = mp_presets (NULL),
                              .text_size = 1,
                              .theme = MP_THEME_LIGHT,
                              .format = mp_export_formats (NULL) };

  if (settings == NULL)
    return choices;
  load_names (&choices, settings);
  g_settings_get (settings, "export-size", "(ddd)", &choices.width, &choices.height,
                  &choices.scale);
  choices.has_size = choices.width > 0 && choices.scale > 0;
  choices.range =
    g_settings_get_boolean (settings, "export-in-view") ? MP_RANGE_IN_VIEW : MP_RANGE_EVERYTHING;
  choices.text_size = g_settings_get_double (settings, "export-text-size");
  choices.coloring =
    g_settings_get_boolean (settings, "export-topics") ? MP_COLORING_TOPICS : MP_COLORING_ACCENT;
  choices.is_transparent = g_settings_get_boolean (settings, "export-transparent");
  choices.has_agreement = g_settings_get_boolean (settings, "export-agreement");
  choices.has_outlines = g_settings_get_boolean (settings, "export-outlines");
  return choices;
}

void
mp_export_choices_keep (const MpExportChoices *choices, GSettings *settings)
{
  g_settings_set_string (settings, "export-preset", choices->preset->name);
  g_settings_set_string (settings, "export-theme", mp_theme_to_string (choices->theme));
  g_settings_set_string (settings, "export-format", choices->format->extension);
  g_settings_set (settings, "export-size", "(ddd)", choices->has_size ? choices->width : 0,
                  choices->has_size ? choices->height : 0, choices->has_size ? choices->scale : 0);
  g_settings_set_boolean (settings, "export-in-view", choices->range == MP_RANGE_IN_VIEW);
  g_settings_set_double (settings, "export-text-size", choices->text_size);
  g_settings_set_boolean (settings, "export-topics", choices->coloring == MP_COLORING_TOPICS);
  g_settings_set_boolean (settings, "export-transparent", choices->is_transparent);
  g_settings_set_boolean (settings, "export-agreement", choices->has_agreement);
  g_settings_set_boolean (settings, "export-outlines", choices->has_outlines);
}

MpFigureOptions *
mp_export_choices_shown (MpSession *session, const char *font)
{
  MpFigureOptions options = mp_figure_options_new (mp_session_get_today (session));
  const MpDate *as_of = mp_session_get_as_of (session);
  /* The figure itself leaves out what a comparison hides, so that it can tell how much that is. */
  g_autoptr (MpVisibleSet) filtered =
    mp_filter_apply (mp_session_get_filter (session), mp_session_get_agreement (session),
                     as_of->earliest, as_of->after);

  options.before = mp_session_get_before (session);
  /* As on the command line: no date stands for today, so that the files are the same. */
  if (options.before != NULL || !mp_session_is_as_of_today (session))
    options.as_of = as_of;
  options.hide_unchanged = mp_session_get_hide_unchanged (session);
  options.begin = mp_session_get_begin (session);
  options.end = mp_session_get_end (session);
  options.selection = mp_session_get_selection (session);
  options.visible = filtered;
  options.collapsed = mp_session_get_collapsed (session);
  options.font = font;
  return mp_figure_options_copy (&options);
}

/* Sets the days from one date to another. An end that was left open is that of the agreement. */
static gboolean
set_dates (const MpExportChoices *choices, MpAgreement *agreement, MpFigureOptions *options,
           GError **error)
{
  mp_session_fit_span (agreement, options->today, &options->begin, &options->end);
  options->has_span = choices->from != NULL || choices->to != NULL;
  if (choices->from != NULL)
    options->begin = mp_day_from_instant (choices->from->earliest);
  if (choices->to != NULL)
    options->end = mp_day_from_instant (choices->to->after);
  if (options->end - options->begin >= MP_SESSION_MIN_DAYS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("the first date must lie before the last one"));
  return FALSE;
}

gboolean
mp_export_choices_apply (const MpExportChoices *choices, MpAgreement *agreement,
                         const MpFigureOptions *shown, MpFigureOptions *options, GError **error)
{
  *options = *shown;
  mp_preset_apply (choices->preset, options);
  if (choices->has_size) {
    options->width = choices->width;
    options->height = choices->height;
    options->scale = choices->scale;
  }
  options->chart = choices->chart;
  options->headline = choices->headline;
  options->subtitle = choices->subtitle;
  options->text_size = choices->text_size;
  options->theme = choices->theme;
  options->coloring = choices->coloring;
  options->is_transparent = choices->is_transparent;
  options->has_agreement = choices->has_agreement;
  options->has_outlines = choices->has_outlines;
  if (options->layout != MP_LAYOUT_WINDOW)
    options->font = NULL;
  options->has_span = choices->range == MP_RANGE_IN_VIEW;
  return choices->range != MP_RANGE_DATES || set_dates (choices, agreement, options, error);
}
