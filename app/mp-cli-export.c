/* mp-cli-export.c: the command "export", which writes figures to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-export-private.h"

#include <glib/gi18n.h>

static void
options_clear (MpCliExportOptions *options)
{
  char **texts[] = {
    &options->format,    &options->preset, &options->size,      &options->height,
    &options->scale,     &options->dpi,    &options->text_size, &options->theme,
    &options->colour,    &options->ground, &options->headline,  &options->subtitle,
    &options->direction, &options->from,   &options->to,        &options->as_of,
    &options->compare,   &options->chart,  &options->select,    &options->today,
    &options->jobs,      &options->verify, &options->payments,  &options->step,
    &options->known,
  };

  g_strfreev (options->outputs);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  for (guint i = 0; i < MP_N_ASSUMPTIONS; i++)
    g_free (options->assumed[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MpCliExportOptions, options_clear)

/* What is said of options whose values are listed elsewhere. Owned by whoever parses them. */
typedef struct {
  char *output;
  char *format;
  char *theme;
} Help;

static void
help_clear (Help *help)
{
  g_free (help->output);
  g_free (help->format);
  g_free (help->theme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Help, help_clear)

static Help
help_new (void)
{
  g_autofree char *extensions = mp_cli_export_extensions ();
  Help help;

  /* Translators: %s is an extension, ".png", or several */
  help.output = g_strdup_printf (
    _ ("A file to write, ending in one of %s; - is standard output; may be given again"),
    extensions);
  help.format = mp_cli_export_formats ();
  help.theme = mp_cli_export_themes ();
  return help;
}

/* Adds the options of how a figure looks. */
static void
add_looks (GArray *all, MpCliExportOptions *options, const Help *help)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->outputs, help->output,
      N_ ("OUT.png") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, help->format, N_ ("FORMAT") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &options->preset,
      N_ ("What the figure is for, as --list-presets names it; slide unless given, table with "
          "--compare"),
      N_ ("NAME") },
    { "list-presets", 0, 0, G_OPTION_ARG_NONE, &options->list_presets,
      N_ ("List the presets, with --json as JSON"), NULL },
    { "json", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->json, NULL, NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options->size,
      N_ ("The size in logical pixels or in millimetres, such as 1600x1000, 160x90mm or 1600xauto; "
          "that of the preset unless given"),
      N_ ("WIDTHxHEIGHT") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options->height, N_ ("auto: as high as the content"),
      N_ ("auto") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options->scale, N_ ("Pixels for each logical pixel"),
      N_ ("NUMBER") },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &options->dpi, N_ ("Pixels for each inch"), N_ ("NUMBER") },
    { "text-size", 0, 0, G_OPTION_ARG_STRING, &options->text_size,
      N_ ("How large letters are, 0.75 to 2; 1 unless given"), N_ ("NUMBER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options->theme, help->theme, N_ ("THEME") },
    { "colour", 0, 0, G_OPTION_ARG_STRING, &options->colour,
      N_ ("Each topic in its colour, or one accent for what holds: topics or accent"),
      N_ ("COLOUR") },
    { "color", 0, 0, G_OPTION_ARG_STRING, &options->colour, N_ ("The same as --colour"),
      N_ ("COLOUR") },
    { "ground", 0, 0, G_OPTION_ARG_STRING, &options->ground,
      N_ ("What is behind the figure: theme, its colour, or transparent"), N_ ("GROUND") },
    { "headline", 0, 0, G_OPTION_ARG_STRING, &options->headline,
      N_ ("The headline; it says what is shown unless given"), N_ ("WORDS") },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &options->subtitle, N_ ("The line under it"),
      N_ ("WORDS") },
    { "direction", 0, 0, G_OPTION_ARG_STRING, &options->direction,
      N_ ("The direction of time, ltr or rtl; that of the language unless given"),
      N_ ("DIRECTION") },
  };

  g_array_append_vals (all, entries, G_N_ELEMENTS (entries));
}

/* Adds those of what it shows, and of what is done with it. */
static void
add_contents (GArray *all, MpCliExportOptions *options)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &options->from, N_ ("The first date shown"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options->to, N_ ("The last date shown"), N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options->as_of,
      N_ ("The as-of date: what is in force then stands out; today unless given"), N_ ("DATE") },
    { "known", 0, 0, G_OPTION_ARG_STRING, &options->known,
      N_ ("Leave out what nobody had published by this date"), N_ ("DATE") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options->compare,
      N_ ("Before and after, as a table: two dates, or the two sides of a milestone"),
      N_ ("DATE/DATE|ID") },
    { "chart", 0, 0, G_OPTION_ARG_STRING, &options->chart,
      N_ ("What --compare draws with --preset window: table or timeline"), N_ ("CHART") },
    { "hide-unchanged", 0, 0, G_OPTION_ARG_NONE, &options->hide_unchanged,
      N_ ("Leave out the terms that --compare finds unchanged"), NULL },
    { "select", 0, 0, G_OPTION_ARG_STRING, &options->select, N_ ("Highlight a milestone or a term"),
      N_ ("ID") },
    { "payments", 0, 0, G_OPTION_ARG_STRING, &options->payments,
      N_ ("What would be paid under a term with a cap, from what you assume"), N_ ("TERM") },
    { "base", 0, 0, G_OPTION_ARG_STRING, &options->assumed[MP_ASSUME_BASE],
      N_ ("Assumed: what is shared in the first year, such as \"30 to 40 billion (my guess)\""),
      N_ ("MONEY") },
    { "growth", 0, 0, G_OPTION_ARG_STRING, &options->assumed[MP_ASSUME_GROWTH],
      N_ ("Assumed: by how many percent that grows a year"), N_ ("PERCENT") },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &options->assumed[MP_ASSUME_RATE],
      N_ ("Assumed: how many percent of it are paid"), N_ ("PERCENT") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &options->step,
      N_ (
        "Draw a step of the story, with its title as headline and its text as subtitle; all: each "
        "of them, in a file of its own, or together in a PDF or a page"),
      N_ ("NUMBER|all") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &options->today,
      N_ ("The day that counts as today, for a repeatable picture"), N_ ("DATE") },
    { "with-agreement", 0, 0, G_OPTION_ARG_NONE, &options->with_agreement,
      N_ ("Put the agreement into the PNG, so that it opens again"), NULL },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &options->outlines,
      N_ ("Draw letters as shapes in the SVG, for readers that lack the fonts"), NULL },
    { "jobs", 0, 0, G_OPTION_ARG_STRING, &options->jobs,
      N_ ("How many files are exported at a time; as many as there are processors unless given"),
      N_ ("NUMBER") },
    { "verify", 0, 0, G_OPTION_ARG_FILENAME, &options->verify,
      N_ ("Say whether a picture is what the agreement and the view in it give"), N_ ("FILE.png") },
  };

  g_array_append_vals (all, entries, G_N_ELEMENTS (entries));
}

static gboolean
parse (const MpCliCommand *command, int *argc, char ***argv, MpCliExportOptions *options, int *code)
{
  g_auto (Help) help = help_new ();
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  add_looks (entries, options, &help);
  add_contents (entries, options);
  return mp_cli_parse (command, argc, argv, (const GOptionEntry *) (gpointer) entries->data, code);
}

/* Whether the options can be right, whatever the files hold. */
static gboolean
check (const MpCliExportOptions *options, const MpCliContext *context, int *code)
{
  MpCliFigure figure = { mp_figure_options_new (context->today) };

  if (!mp_cli_export_read (options, FALSE, &figure, code))
    return FALSE;
  *code = MP_EXIT_USAGE;
  return mp_cli_export_check_payments (options);
}

/* Runs what writes no file: --list-presets and --verify. Returns FALSE if neither is given. */
static gboolean
run_without_output (const MpCliExportOptions *options, int n_files, int *code)
{
  *code = MP_EXIT_USAGE;
  if (options->json && !options->list_presets) {
    mp_cli_report (_ ("--json needs --list-presets"));
    return TRUE;
  }
  if (options->verify != NULL && (options->outputs != NULL || n_files > 0)) {
    mp_cli_report (_ ("--verify reads the agreement from the picture, and writes nothing: leave -o "
                      "and other files out"));
    return TRUE;
  }
  if (options->verify != NULL) {
    *code = mp_cli_export_verify (options->verify);
    return TRUE;
  }
  if (!options->list_presets)
    return FALSE;
  mp_cli_export_list_presets (options->json);
  *code = MP_EXIT_DONE;
  return TRUE;
}

int
mp_cli_export (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  static char *const shipped[] = { NULL };
  g_auto (MpCliExportOptions) options = { 0 };
  int code = MP_EXIT_DONE;

  if (!parse (command, &argc, &argv, &options, &code))
    return code;
  if (run_without_output (&options, argc - 1, &code))
    return code;
  if (!check (&options, context, &code))
    return code;
  if (argc > 1)
    return mp_cli_export_files (&options, context, argv + 1, (guint) argc - 1);
  return mp_cli_export_files (&options, context, shipped, 1);
}
