/* mp-cli-export.c: the command "export", which writes the chart to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-private.h"
#include "mp-compare.h"
#include "mp-export.h"
#include "mp-join.h"
#include "mp-scale.h"
#include "mp-session.h"
#include "mp-suggest.h"
#include "mp-write.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  char *output;
  char *size;
  char *scale;
  char *theme;
  char *direction;
  char *from;
  char *to;
  char *as_of;
  char *compare;
  char *chart;
  gboolean hide_unchanged;
  char *select;
  char *today;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->size);
  g_free (options->scale);
  g_free (options->theme);
  g_free (options->direction);
  g_free (options->from);
  g_free (options->to);
  g_free (options->as_of);
  g_free (options->compare);
  g_free (options->chart);
  g_free (options->select);
  g_free (options->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Parses a whole number of at least 1. */
static gboolean
parse_length (const char *text, double *length)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &value, NULL))
    return FALSE;
  *length = (double) value;
  return TRUE;
}

static gboolean
parse_size (const char *text, MpFigureOptions *figure)
{
  g_auto (GStrv) sides = g_strsplit (text, "x", 2);

  return g_strv_length (sides) == 2 && parse_length (sides[0], &figure->width) &&
         parse_length (sides[1], &figure->height);
}

/* Parses a number above 0 that consists of digits and a point. */
static gboolean
parse_scale (const char *text, double *scale)
{
  char *end;

  *scale = g_ascii_strtod (text, &end);
  return text[strspn (text, "0123456789.")] == '\0' && end != text && *end == '\0' &&
         isfinite (*scale) && *scale > 0;
}

/* Reads the options for the look of the picture. If one is wrong, reports it and returns FALSE. */
static gboolean
read_looks (const Options *options, MpFigureOptions *figure)
{
  g_autoptr (GError) error = NULL;

  if (options->size != NULL && !parse_size (options->size, figure)) {
    /* Translators: options such as --size stay as they are; %s is what was given */
    mp_cli_report (_ ("--size %s: a size is WIDTHxHEIGHT, such as 1600x1000"), options->size);
    return FALSE;
  }
  if (options->scale != NULL && !parse_scale (options->scale, &figure->scale)) {
    mp_cli_report (_ ("--scale %s: a scale is a number above 0, such as 2 or 1.5"), options->scale);
    return FALSE;
  }
  if (options->theme != NULL && !mp_theme_from_string (options->theme, &figure->theme)) {
    mp_cli_report (_ ("--theme %s: the themes are light, dark, contrast and contrast-dark"),
                   options->theme);
    return FALSE;
  }
  if (options->direction != NULL &&
      !mp_text_direction_from_string (options->direction, &figure->direction)) {
    mp_cli_report (_ ("--direction %s: the directions are ltr and rtl"), options->direction);
    return FALSE;
  }
  if (options->compare == NULL && (options->chart != NULL || options->hide_unchanged)) {
    mp_cli_report (_ ("--chart and --hide-unchanged need --compare"));
    return FALSE;
  }
  if (options->compare != NULL && options->as_of != NULL) {
    mp_cli_report (_ ("--compare has the date after already: leave --as-of out"));
    return FALSE;
  }
  if (options->chart != NULL && !g_str_equal (options->chart, "table") &&
      !g_str_equal (options->chart, "timeline")) {
    mp_cli_report (_ ("--chart %s: the charts are table and timeline"), options->chart);
    return FALSE;
  }
  if (options->compare != NULL && g_strcmp0 (options->chart, "timeline") != 0)
    figure->chart = MP_CHART_TABLE;
  figure->hide_unchanged = options->hide_unchanged;
  if (!mp_export_check (figure, &error)) {
    mp_cli_report ("%s", error->message);
    return FALSE;
  }
  return TRUE;
}

/* Reads the options that are dates. */
static gboolean
read_dates (const Options *options, MpInstant today, MpFigureOptions *figure, MpDate *as_of,
            int *code)
{
  MpDate date;

  figure->today = today;
  if (options->today != NULL) {
    if (!mp_cli_date_option ("--today", options->today, &date, code))
      return FALSE;
    figure->today = date.earliest;
  }
  if (options->as_of != NULL) {
    if (!mp_cli_date_option ("--as-of", options->as_of, as_of, code))
      return FALSE;
    figure->as_of = as_of;
  }
  figure->begin = -INFINITY;
  figure->end = INFINITY;
  if (options->from != NULL) {
    if (!mp_cli_date_option ("--from", options->from, &date, code))
      return FALSE;
    figure->begin = mp_day_from_instant (date.earliest);
  }
  if (options->to != NULL) {
    if (!mp_cli_date_option ("--to", options->to, &date, code))
      return FALSE;
    figure->end = mp_day_from_instant (date.after);
  }
  return TRUE;
}

/* Completes the span from the agreement, if only one end of it was given. */
static gboolean
complete_span (const Options *options, MpAgreement *agreement, MpFigureOptions *figure, int *code)
{
  double begin, end;

  mp_session_fit_span (agreement, figure->today, &begin, &end);
  if (options->from == NULL)
    figure->begin = begin;
  if (options->to == NULL)
    figure->end = end;
  figure->has_span = options->from != NULL || options->to != NULL;
  if (figure->end - figure->begin >= MP_SESSION_MIN_DAYS)
    return TRUE;
  mp_cli_report (_ ("--from must lie before --to, and before the end of the agreement"));
  *code = MP_EXIT_WRONG;
  return FALSE;
}

/* Selects a milestone or a term by its id; of a term, the phase that is in force. */
static gboolean
select_item (const char *id, MpAgreement *agreement, MpFigureOptions *figure, int *code)
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
  *code = MP_EXIT_WRONG;
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
read_comparison (const char *text, MpAgreement *agreement, MpDate *before, MpDate *after,
                 guint32 *milestone, int *code)
{
  g_autoptr (GError) error = NULL;
  MpSpan span;

  *milestone = mp_agreement_find_milestone (agreement, text);
  *code = MP_EXIT_WRONG;
  if (*milestone != MP_NONE) {
    if (mp_compare_sides (agreement, *milestone, before, after))
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
  *before = span.start;
  *after = span.end;
  return TRUE;
}

static int
write_out (GBytes *bytes, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (output, "-")) {
    gsize length;
    const void *data = g_bytes_get_data (bytes, &length);

    if (fwrite (data, 1, length, stdout) == length)
      return MP_EXIT_DONE;
    mp_cli_report (_ ("cannot write to standard output: %s"), g_strerror (errno));
    return MP_EXIT_IO;
  }
  file = g_file_new_for_commandline_arg (output);
  if (mp_write_file (file, bytes, &error))
    return MP_EXIT_DONE;
  /* Translators: a file's name, and why it cannot be written */
  mp_cli_report (_ ("cannot write %s: %s"), output, error->message);
  return MP_EXIT_IO;
}

/* What the files of all formats end in: ".png". */
static char *
list_extensions (void)
{
  guint n_formats;
  const MpExportFormat *formats = mp_export_formats (&n_formats);
  g_autofree const char **extensions = g_new0 (const char *, n_formats + 1);

  for (guint i = 0; i < n_formats; i++)
    extensions[i] = formats[i].extension;
  return mp_join (MP_JOIN_ITEMS, extensions);
}

/* Returns TRUE if the output is a name that the picture can be written to. */
static gboolean
check_output (const char *output, const char *extensions)
{
  if (output == NULL) {
    /* Translators: %s is an extension, ".png", or several */
    mp_cli_report (_ ("export needs -o and the name of a file that ends in %s"), extensions);
    return FALSE;
  }
  if (g_str_equal (output, "-") || mp_export_find_format (output) != NULL ||
      g_str_has_prefix (output, "/dev/"))
    return TRUE;
  /* Translators: the name of a file, and an extension, ".png", or several */
  mp_cli_report (_ ("-o %s: the name must end in %s"), output, extensions);
  return FALSE;
}

int
mp_cli_export (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  g_auto (Options) options = { 0 };
  g_autofree char *extensions = list_extensions ();
  /* Translators: %s is an extension, ".png", or several */
  g_autofree char *output_help =
    g_strdup_printf (_ ("The file to write, ending in %s; - is standard output"), extensions);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, output_help, N_ ("OUT.png") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("The size in logical pixels; 1600 wide and as high as needed unless given"),
      N_ ("WIDTHxHEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale,
      N_ ("Pixels for each logical pixel, 1 unless given"), N_ ("NUMBER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme,
      N_ ("light, dark, contrast or contrast-dark"), N_ ("THEME") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options.direction,
      N_ ("The direction of time, ltr or rtl; that of the language unless given"),
      N_ ("DIRECTION") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("The first date shown"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("The last date shown"), N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of,
      N_ ("The as-of date: what is in force then stands out; today unless given"), N_ ("DATE") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare,
      N_ ("Before and after, as a table: two dates, or the two sides of a milestone"),
      N_ ("DATE/DATE|ID") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &options.chart,
      N_ ("What --compare draws: table or timeline"), N_ ("CHART") },
    { "hide-unchanged", 0, 0, G_OPTION_ARG_NONE, &options.hide_unchanged,
      N_ ("Leave out the terms that --compare finds unchanged"), NULL },
    { "select", 0, 0, G_OPTION_ARG_STRING, &options.select, N_ ("Highlight a milestone or a term"),
      N_ ("ID") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options.today,
      N_ ("The day that counts as today, for a repeatable picture"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  MpFigureOptions figure = mp_figure_options_new (context->today);
  MpDate as_of, before;
  int code = MP_EXIT_DONE;

  figure.direction = context->direction;
  if (!mp_cli_parse (command, &argc, &argv, entries, &code))
    return code;
  if (argc > 2) {
    mp_cli_report (_ ("export takes one file, not %d"), argc - 1);
    return MP_EXIT_USAGE;
  }
  if (!check_output (options.output, extensions) || !read_looks (&options, &figure))
    return MP_EXIT_USAGE;
  if (!read_dates (&options, context->today, &figure, &as_of, &code))
    return code;
  agreement = mp_cli_load (argc > 1 ? argv[1] : NULL, stderr, &code);
  if (agreement == NULL || !complete_span (&options, agreement, &figure, &code) ||
      (options.select != NULL && !select_item (options.select, agreement, &figure, &code)))
    return code;
  if (options.compare != NULL) {
    if (!read_comparison (options.compare, agreement, &before, &as_of, &figure.milestone, &code))
      return code;
    figure.before = &before;
    figure.as_of = &as_of;
    code = MP_EXIT_DONE;
  }
  bytes = mp_export_figure (mp_export_find_format (options.output), agreement, &figure, &error);
  if (bytes == NULL) {
    /* Of the checks before, only that of the height depends on the content. */
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
      /* Translators: after the sentence that says how high the chart would be */
      mp_cli_report (
        _ ("%s; --size WIDTHxHEIGHT writes what fits and says what is left out, a "
           "smaller --scale makes it lower, and --compare with --hide-unchanged leaves out "
           "the terms that are unchanged"),
        error->message);
    else
      mp_cli_report ("%s", error->message);
    return MP_EXIT_IO;
  }
  return write_out (bytes, options.output);
}
