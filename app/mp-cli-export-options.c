/* mp-cli-export-options.c: from the options of "export" to those of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-export-private.h"
#include "mp-compare.h"
#include "mp-join.h"
#include "mp-preset.h"
#include "mp-scale.h"
#include "mp-session.h"
#include "mp-suggest.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Letters may be so much smaller or larger than what suits the layout. */
#define MIN_TEXT_SIZE 0.75
#define MAX_TEXT_SIZE 2.0

/* --- Numbers and choices ---------------------------------------------------------------------- */

/* Parses a number above 0 that consists of digits and a point. */
static gboolean
parse_number (const char *text, double *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return text[strspn (text, "0123456789.")] == '\0' && end != text && *end == '\0' &&
         isfinite (*number) && *number > 0;
}

/* Parses one side of a size: a whole number of pixels, or a number of millimetres. */
static gboolean
parse_side (const char *text, gboolean is_mm, double *length)
{
  guint64 value;

  if (is_mm)
    return parse_number (text, length);
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &value, NULL))
    return FALSE;
  *length = (double) value;
  return TRUE;
}

/* Parses "1600x1000", "1600xauto", "160x90mm" or "160mmxauto". */
static gboolean
parse_size (const char *text, MpPreset *size)
{
  g_auto (GStrv) sides = g_strsplit (text, "x", 2);

  if (g_strv_length (sides) != 2)
    return FALSE;
  size->is_mm = FALSE;
  for (guint i = 0; i < 2; i++) {
    if (g_str_has_suffix (sides[i], "mm")) {
      sides[i][strlen (sides[i]) - 2] = '\0';
      size->is_mm = TRUE;
    }
  }
  size->height = 0;
  return parse_side (sides[0], size->is_mm, &size->width) &&
         (g_str_equal (sides[1], "auto") || parse_side (sides[1], size->is_mm, &size->height));
}

void
mp_cli_export_refuse_choice (const char *option, const char *value, const char *choices)
{
  /* Translators: an option such as --theme, what was given, and what could be: "light, dark" */
  mp_cli_report (_ ("%s %s: choose one of %s"), option, value, choices);
}

/* Sets index to the place of a value among names, the last of which is followed by NULL. A value of
 * NULL leaves it as it is. */
static gboolean
read_choice (const char *option, const char *value, const char *const *names, guint *index)
{
  g_autofree char *choices = NULL;

  for (guint i = 0; value != NULL && names[i] != NULL; i++) {
    if (g_str_equal (value, names[i])) {
      *index = i;
      return TRUE;
    }
  }
  if (value == NULL)
    return TRUE;
  choices = mp_join (MP_JOIN_ITEMS, names);
  mp_cli_export_refuse_choice (option, value, choices);
  return FALSE;
}

char *
mp_cli_export_themes (void)
{
  const char *names[MP_N_THEMES + 1] = { NULL };

  for (guint i = 0; i < MP_N_THEMES; i++)
    names[i] = mp_theme_to_string (i);
  return mp_join (MP_JOIN_ITEMS, names);
}

/* --- Size ------------------------------------------------------------------------------------- */

/* Reads --size, --height, --scale and --dpi over the size of a preset. A size in pixels has these
 * pixels in the file, and one in millimetres is for print, unless a resolution is given. Sets scale
 * if it is given, which is not reckoned from a resolution so that it stays exact. */
static gboolean
read_size (const MpCliExportOptions *options, MpPreset *size, double *scale)
{
  if (options->size != NULL && options->height != NULL) {
    mp_cli_report (_ ("--size has the height already: leave --height out, or write --size "
                      "WIDTHxauto"));
    return FALSE;
  }
  if (options->scale != NULL && options->dpi != NULL) {
    mp_cli_report (_ ("--scale and --dpi both say how many pixels there are: leave one out"));
    return FALSE;
  }
  if (options->size != NULL) {
    double print_dpi = size->is_mm ? size->dpi : MP_PRESET_PRINT_DPI;

    if (!parse_size (options->size, size)) {
      /* Translators: options such as --size stay as they are; %s is what was given */
      mp_cli_report (_ ("--size %s: a size is WIDTHxHEIGHT, such as 1600x1000, 160x90mm or "
                        "1600xauto"),
                     options->size);
      return FALSE;
    }
    size->dpi = size->is_mm ? print_dpi : MP_PRESET_SCREEN_DPI;
  }
  if (options->height != NULL) {
    if (!g_str_equal (options->height, "auto")) {
      mp_cli_export_refuse_choice ("--height", options->height, "auto");
      return FALSE;
    }
    size->height = 0;
  }
  if (options->scale != NULL && !parse_number (options->scale, scale)) {
    mp_cli_report (_ ("--scale %s: a scale is a number above 0, such as 2 or 1.5"), options->scale);
    return FALSE;
  }
  if (options->dpi != NULL && !parse_number (options->dpi, &size->dpi)) {
    mp_cli_report (_ ("--dpi %s: a resolution is a number above 0, such as 300"), options->dpi);
    return FALSE;
  }
  return TRUE;
}

/* Returns the preset that is asked for, or the one that a comparison or a timeline has unless it
 * is; NULL after a report. */
static const MpPreset *
find_preset (const MpCliExportOptions *options)
{
  guint n_presets;
  const MpPreset *presets = mp_presets (&n_presets);
  const MpPreset *preset;
  g_autofree const char **names = g_new0 (const char *, n_presets + 1);
  g_autofree char *choices = NULL;

  if (options->preset == NULL)
    return options->compare != NULL ? mp_preset_find ("table") : &presets[0];
  preset = mp_preset_find (options->preset);
  if (preset != NULL)
    return preset;
  for (guint i = 0; i < n_presets; i++)
    names[i] = presets[i].name;
  choices = mp_join (MP_JOIN_ITEMS, names);
  mp_cli_export_refuse_choice ("--preset", options->preset, choices);
  return NULL;
}

/* Sets layout and size. A figure that has them already keeps what no option changes. */
static gboolean
read_layout (const MpCliExportOptions *options, gboolean has_view, MpFigureOptions *figure)
{
  double scale = 0;
  gboolean is_print = figure->is_print;
  MpPreset size = {
    .layout = figure->layout,
    .width = figure->width,
    .height = figure->height,
    .dpi = figure->scale * MP_PRESET_SCREEN_DPI,
  };

  if (!has_view || options->preset != NULL || options->compare != NULL) {
    const MpPreset *preset = find_preset (options);

    if (preset == NULL)
      return FALSE;
    size = *preset;
    is_print = FALSE;
  }
  if (!read_size (options, &size, &scale))
    return FALSE;
  mp_preset_apply (&size, figure);
  /* Its size was reckoned from millimetres, and is in pixels now. */
  if (is_print && options->size == NULL)
    figure->is_print = TRUE;
  if (scale > 0)
    figure->scale = scale;
  return TRUE;
}

/* --- Looks ------------------------------------------------------------------------------------ */

static gboolean
read_looks (const MpCliExportOptions *options, MpFigureOptions *figure)
{
  /* In the order of MpColoring, of FALSE and TRUE, and of MpTextDirection. */
  static const char *const colours[] = { "accent", "topics", NULL };
  static const char *const grounds[] = { "theme", "transparent", NULL };
  guint coloring = figure->coloring, ground = (guint) figure->is_transparent;

  if (options->theme != NULL && !mp_theme_from_string (options->theme, &figure->theme)) {
    g_autofree char *themes = mp_cli_export_themes ();

    mp_cli_export_refuse_choice ("--theme", options->theme, themes);
    return FALSE;
  }
  if (options->direction != NULL &&
      !mp_text_direction_from_string (options->direction, &figure->direction)) {
    mp_cli_export_refuse_choice ("--direction", options->direction, "ltr, rtl");
    return FALSE;
  }
  if (!read_choice ("--colour", options->colour, colours, &coloring) ||
      !read_choice ("--ground", options->ground, grounds, &ground))
    return FALSE;
  if (options->text_size != NULL &&
      !(parse_number (options->text_size, &figure->text_size) &&
        figure->text_size >= MIN_TEXT_SIZE && figure->text_size <= MAX_TEXT_SIZE)) {
    mp_cli_report (_ ("--text-size %s: letters are %g to %g times as large as usual"),
                   options->text_size, MIN_TEXT_SIZE, MAX_TEXT_SIZE);
    return FALSE;
  }
  figure->coloring = (MpColoring) coloring;
  figure->is_transparent = ground != 0;
  return TRUE;
}

static gboolean
read_words (const MpCliExportOptions *options, MpFigureOptions *figure)
{
  if (!mp_cli_check_line ("--headline", options->headline) ||
      !mp_cli_check_line ("--subtitle", options->subtitle))
    return FALSE;
  if (options->headline != NULL)
    figure->headline = options->headline;
  if (options->subtitle != NULL)
    figure->subtitle = options->subtitle;
  return TRUE;
}

static gboolean
read_chart (const MpCliExportOptions *options, MpFigureOptions *figure)
{
  /* In the order of MpChart. */
  static const char *const charts[] = { "timeline", "table", NULL };
  guint chart = MP_CHART_TABLE;

  if (options->compare == NULL && figure->before == NULL &&
      (options->chart != NULL || options->hide_unchanged)) {
    mp_cli_report (_ ("--chart and --hide-unchanged need --compare"));
    return FALSE;
  }
  if (options->compare != NULL && options->as_of != NULL) {
    mp_cli_report (_ ("--compare has the date after already: leave --as-of out"));
    return FALSE;
  }
  if (!read_choice ("--chart", options->chart, charts, &chart))
    return FALSE;
  if (options->chart != NULL && figure->layout != MP_LAYOUT_WINDOW) {
    mp_cli_report (_ ("--chart needs --preset window; without it, --preset table is the table, "
                      "and --preset slide the timeline"));
    return FALSE;
  }
  if (options->compare != NULL)
    figure->chart = (MpChart) chart;
  if (options->hide_unchanged)
    figure->hide_unchanged = TRUE;
  return TRUE;
}

/* --- Dates ------------------------------------------------------------------------------------ */

/* Reads the options that are dates. */
static gboolean
read_dates (const MpCliExportOptions *options, MpCliFigure *figure, int *code)
{
  MpFigureOptions *settings = &figure->options;
  MpDate date;

  if (options->today != NULL) {
    if (!mp_cli_date_option ("--today", options->today, &date, code))
      return FALSE;
    settings->today = date.earliest;
  }
  if (options->as_of != NULL) {
    if (!mp_cli_date_option ("--as-of", options->as_of, &figure->as_of, code))
      return FALSE;
    settings->as_of = &figure->as_of;
    settings->before = NULL;
  }
  if (options->from != NULL) {
    if (!mp_cli_date_option ("--from", options->from, &date, code))
      return FALSE;
    settings->begin = mp_day_from_instant (date.earliest);
  }
  if (options->to != NULL) {
    if (!mp_cli_date_option ("--to", options->to, &date, code))
      return FALSE;
    settings->end = mp_day_from_instant (date.after);
  }
  return TRUE;
}

gboolean
mp_cli_export_read (const MpCliExportOptions *options, gboolean has_view, MpCliFigure *figure,
                    int *code)
{
  g_autoptr (GError) error = NULL;

  *code = MP_EXIT_USAGE;
  if (!mp_cli_export_check_step (options))
    return FALSE;
  if (!read_layout (options, has_view, &figure->options) ||
      !read_looks (options, &figure->options) || !read_words (options, &figure->options) ||
      !read_chart (options, &figure->options))
    return FALSE;
  if (!mp_export_check (&figure->options, &error)) {
    mp_cli_report ("%s", error->message);
    return FALSE;
  }
  figure->options.has_agreement = options->with_agreement;
  figure->options.has_outlines = options->outlines;
  if (!read_dates (options, figure, code))
    return FALSE;
  *code = MP_EXIT_DONE;
  return TRUE;
}

/* --- What depends on the agreement ------------------------------------------------------------ */

/* Completes the span from the agreement, if only one end of it was given. */
static gboolean
complete_span (const MpCliExportOptions *options, MpAgreement *agreement, MpFigureOptions *figure)
{
  double begin, end;

  if (options->from == NULL && options->to == NULL)
    return TRUE;
  mp_session_fit_span (agreement, figure->today, &begin, &end);
  if (options->from == NULL && !figure->has_span)
    figure->begin = begin;
  if (options->to == NULL && !figure->has_span)
    figure->end = end;
  figure->has_span = TRUE;
  if (figure->end - figure->begin >= MP_SESSION_MIN_DAYS)
    return TRUE;
  mp_cli_report (_ ("--from must lie before --to, and before the end of the agreement"));
  return FALSE;
}

/* Selects a milestone or a term by its id; of a term, the phase that is in force. */
static gboolean
select_item (const char *id, MpAgreement *agreement, MpFigureOptions *figure)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  guint32 milestone = mp_agreement_find_milestone (agreement, id);
  guint32 term = mp_agreement_find_term (agreement, id);
  MpSuggestion suggestion = mp_suggestion_start (id);

  if (milestone != MP_NONE) {
    figure->selection = (MpItem) { MP_ITEM_MILESTONE, milestone };
    return TRUE;
  }
  if (term != MP_NONE) {
    MpStanding standing = mp_query_standing (
      agreement, term, figure->as_of != NULL ? figure->as_of->earliest : figure->today,
      figure->as_of != NULL ? figure->as_of->after : figure->today + MP_SECONDS_PER_DAY);

    if (standing.phase != MP_NONE)
      figure->selection = (MpItem) { MP_ITEM_PHASE, standing.phase };
    return TRUE;
  }
  for (guint32 i = 0; i < milestones->length; i++)
    mp_suggestion_offer (&suggestion, mp_agreement_text (agreement, milestones->id[i]));
  for (guint32 i = 0; i < n_terms; i++)
    mp_suggestion_offer (&suggestion, mp_agreement_text (agreement, terms[i].id));
  if (suggestion.best != NULL)
    /* Translators: what was given, and a name that is like it */
    mp_cli_report (_ ("--select: there is no milestone or term \"%s\"; did you mean \"%s\"?"), id,
                   suggestion.best);
  else
    mp_cli_report (_ ("--select: there is no milestone or term \"%s\""), id);
  return FALSE;
}

/* Whether a date is known and has a beginning and an end. */
static gboolean
is_bounded (const MpDate *date)
{
  return date->kind == MP_DATE_KNOWN && date->earliest > MP_INSTANT_MIN &&
         date->after < MP_INSTANT_MAX;
}

/* Reads what to compare: two dates with a "/" between them, or a milestone, which stands for the
 * dates before and after it. */
static gboolean
read_comparison (const char *text, MpAgreement *agreement, MpCliFigure *figure)
{
  g_autoptr (GError) error = NULL;
  guint32 milestone = mp_agreement_find_milestone (agreement, text);
  MpSpan span;

  figure->options.milestone = milestone;
  if (milestone != MP_NONE) {
    if (mp_compare_sides (agreement, milestone, &figure->before, &figure->as_of))
      return TRUE;
    mp_cli_report (_ ("--compare: the milestone \"%s\" has no date on one side"), text);
    return FALSE;
  }
  if (strchr (text, '/') == NULL) {
    mp_cli_report (_ ("--compare: \"%s\" is no milestone, and not two dates with \"/\" between "
                      "them, such as 2026-04-26/2026-06-01"),
                   text);
    return FALSE;
  }
  if (!mp_span_parse (text, -1, &span, NULL, &error)) {
    mp_cli_report (_ ("--compare %s: %s"), text, error->message);
    return FALSE;
  }
  if (!is_bounded (&span.start) || !is_bounded (&span.end)) {
    mp_cli_report (_ ("--compare %s: both dates must be known"), text);
    return FALSE;
  }
  figure->before = span.start;
  figure->as_of = span.end;
  return TRUE;
}

gboolean
mp_cli_export_complete (const MpCliExportOptions *options, MpAgreement *agreement,
                        MpCliFigure *figure, int *code)
{
  *code = MP_EXIT_WRONG;
  if (!complete_span (options, agreement, &figure->options))
    return FALSE;
  if (options->compare != NULL) {
    if (!read_comparison (options->compare, agreement, figure))
      return FALSE;
    figure->options.before = &figure->before;
    figure->options.as_of = &figure->as_of;
  }
  if (options->select != NULL && !select_item (options->select, agreement, &figure->options))
    return FALSE;
  *code = MP_EXIT_DONE;
  return TRUE;
}
