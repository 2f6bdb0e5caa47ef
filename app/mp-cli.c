/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-cli-private.h"

#include "mp-check.h"
#include "mp-file-name.h"
#include "mp-quote.h"
#include "mp-reader.h"
#include "mp-suggest.h"
#include "mp-untrusted-text.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
mp_cli_report (const char *format, ...)
{
  g_autofree char *sentence = NULL, *visible = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  visible = mp_untrusted_text_escape (sentence, 0);
  g_printerr ("milepost: %s\n", visible);
}

gboolean
mp_cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *arguments,
              const char *summary, int *code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error)) {
    /* GOption leaves the "--" that ends the options in its place. */
    if (*argc > 1 && g_str_equal ((*argv)[1], "--")) {
      for (int i = 1; i < *argc; i++)
        (*argv)[i] = (*argv)[i + 1];
      (*argc)--;
    }
    return TRUE;
  }
  /* Translators: what is wrong with the options, and the name of the command */
  mp_cli_report (_ ("%s; see \"%s --help\""), error->message, g_get_prgname ());
  *code = MP_EXIT_USAGE;
  return FALSE;
}

gboolean
mp_cli_date_option (const char *option, const char *text, MpDate *date, int *code)
{
  g_autoptr (GError) error = NULL;
  gsize where;

  if (mp_date_parse (text, -1, date, &where, &error)) {
    gboolean is_day = date->precision == MP_PRECISION_DAY && date->set == MP_DATE_SET_NONE &&
                      date->after - date->earliest == MP_SECONDS_PER_DAY;

    if (is_day || (!g_str_equal (option, "--today") && date->earliest > MP_INSTANT_MIN &&
                   date->after < MP_INSTANT_MAX))
      return TRUE;
    if (g_str_equal (option, "--today"))
      mp_cli_report (_ ("%s %s: today is one day, such as 2026-11-23"), option, text);
    else
      /* Translators: a set of dates such as [..2030] has no first or no last one. */
      mp_cli_report (_ ("%s %s: the date must have a beginning and an end"), option, text);
    *code = MP_EXIT_WRONG;
    return FALSE;
  }
  /* Translators: an option such as --as-of, what was given, and what is wrong with it. */
  mp_cli_report (_ ("%s %s: %s"), option, text, error->message);
  *code = MP_EXIT_WRONG;
  return FALSE;
}

/* --- Memory ----------------------------------------------------------------------------------- */

/* GLib ends the process itself where it gets no memory or no thread, and logs that first. */
static GLogWriterOutput
end_with_sentence (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer sentence)
{
  for (gsize i = 0; i < n_fields; i++) {
    if ((level & G_LOG_LEVEL_ERROR) != 0 && g_str_equal (fields[i].key, "GLIB_DOMAIN") &&
        g_strcmp0 (fields[i].value, "GLib") == 0) {
      if (write (STDERR_FILENO, sentence, strlen (sentence)) > 0)
        fsync (STDERR_FILENO);
      _exit (MP_EXIT_IO);
    }
  }
  return g_log_writer_default (level, fields, n_fields, NULL);
}

void
mp_cli_end_with_sentence (void)
{
  /* Made now, while there is memory. */
  g_log_set_writer_func (end_with_sentence,
                         g_strdup_printf ("milepost: %s\n", _ ("there is not enough memory")),
                         g_free);
#ifdef M_ARENA_MAX
  /* Each thread would otherwise reserve 64 MB of addresses, which counts where these are limited.
   */
  mallopt (M_ARENA_MAX, 1);
#endif
}

/* --- Files ------------------------------------------------------------------------------------ */

/* The bytes of a path, "-", or NULL for the shipped agreement. */
static GBytes *
fetch (const char *path, GError **error)
{
  if (path == NULL)
    return g_resources_lookup_data (MP_SHIPPED_AGREEMENT, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (mp_cli_descriptor (path) >= 0) {
    g_autoptr (GInputStream) stream = g_unix_input_stream_new (mp_cli_descriptor (path), FALSE);

    return mp_reader_fetch_stream (stream, NULL, error);
  } else {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

    return mp_reader_fetch (file, NULL, error);
  }
}

static void
print_problems (FILE *out, const MpProblems *problems, const char *name)
{
  guint length = mp_problems_get_length (problems);
  guint all = mp_problems_count (problems, MP_SEVERITY_ERROR) +
              mp_problems_count (problems, MP_SEVERITY_WARNING);
  g_autofree char *visible = mp_untrusted_text_escape (name, 0);

  for (guint i = 0; i < length; i++) {
    g_autofree char *line = mp_problem_to_string (mp_problems_get (problems, i), visible);

    fprintf (out, "%s\n", line);
  }
  if (all > length)
    fprintf (out,
             /* Translators: a file's name, and how many problems are not listed */
             ngettext ("%s: and %u more problem\n", "%s: and %u more problems\n", all - length),
             visible, all - length);
}

/* Loads one file; what is wrong with it goes to out. */
static MpAgreement *
load (const char *path, FILE *out, int *code)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fetch (path, &error);
  MpAgreement *agreement;

  if (bytes == NULL) {
    /* Translators: a file's name, and why it cannot be read. */
    mp_cli_report (_ ("cannot read %s: %s"), path, error->message);
    *code = MP_EXIT_IO;
    return NULL;
  }
  agreement = mp_reader_load_bytes (bytes, problems);
  print_problems (out, problems, path != NULL ? path : MP_SHIPPED_AGREEMENT);
  if (agreement == NULL)
    *code = MP_EXIT_WRONG;
  return agreement;
}

MpAgreement *
mp_cli_load (const char *path, int *code)
{
  return load (path, stderr, code);
}

/* --- check ------------------------------------------------------------------------------------ */

static int
run_check (int argc, char **argv, const MpCliContext *here)
{
  int code = MP_EXIT_DONE;

  (void) here;
  if (!mp_cli_parse (&argc, &argv, NULL, _ ("FILE…"),
                     _ ("Checks files and prints their problems, one a line."), &code))
    return code;
  if (argc < 2) {
    mp_cli_report (_ ("check needs a file"));
    return MP_EXIT_USAGE;
  }
  for (int i = 1; i < argc; i++) {
    int result = MP_EXIT_DONE;
    MpAgreement *agreement = load (argv[i], stdout, &result);

    g_clear_object (&agreement);
    code = MAX (code, result);
  }
  return code;
}

/* --- date ------------------------------------------------------------------------------------- */

/* The last day or, of a date with a time, the last second that is still inside. */
static char *
last_inside (MpInstant after, gboolean to_the_second)
{
  if (after == MP_INSTANT_MAX || after == MP_INSTANT_MIN)
    return mp_instant_to_iso (after);
  return mp_instant_to_iso (after - (to_the_second ? 1 : MP_SECONDS_PER_DAY));
}

static gboolean
explain_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *earliest = NULL, *latest = NULL, *words = NULL;
  MpSpan span;
  gsize where;

  if (!mp_span_parse (text, -1, &span, &where, &error)) {
    /* Translators: a text that is no date, the place in it, and what is wrong there */
    mp_cli_report (_ ("%s: at character %ld: %s"), text,
                   g_utf8_validate (text, (gssize) where, NULL)
                     ? g_utf8_strlen (text, (gssize) where) + 1
                     : (glong) where + 1,
                   error->message);
    return FALSE;
  }
  earliest = mp_instant_to_iso (span.start.earliest);
  latest = last_inside (span.end.after, span.end.kind == MP_DATE_KNOWN &&
                                          span.end.precision == MP_PRECISION_SECOND);
  words = mp_span_words (&span);
  printf ("%s\t%s\t%s\t%s\n", text, earliest, latest, words);
  return TRUE;
}

static int
run_date (int argc, char **argv, const MpCliContext *here)
{
  int code = MP_EXIT_DONE;

  (void) here;
  if (!mp_cli_parse (
        &argc, &argv, NULL, _ ("EDTF…"),
        _ ("Explains dates: the text, the earliest and the latest day that it can mean, "
           "and words."),
        &code))
    return code;
  if (argc < 2) {
    mp_cli_report (_ ("date needs a date, such as 2026-04-27 or 2030~"));
    return MP_EXIT_USAGE;
  }
  for (int i = 1; i < argc; i++)
    if (!explain_date (argv[i]))
      code = MP_EXIT_WRONG;
  return code;
}

/* --- The commands ----------------------------------------------------------------------------- */

static const struct {
  const char *name;
  const char *words;
  int (*run) (int argc, char **argv, const MpCliContext *here);
} commands[] = {
  { "export", N_ ("Write the chart to a file"), mp_cli_export },
  { "check", N_ ("Check files and print their problems"), run_check },
  { "show", N_ ("List what is in force on a date"), mp_cli_show },
  { "date", N_ ("Explain dates"), run_date },
};

gboolean
mp_cli_is_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return TRUE;
  return FALSE;
}

/* Whether an argument is made of letters, digits and hyphens, as commands are, and no option. */
static gboolean
is_word (const char *argument)
{
  if (*argument == '-' || *argument == '\0' || !g_utf8_validate (argument, -1, NULL))
    return FALSE;
  for (; *argument != '\0'; argument = g_utf8_next_char (argument))
    if (*argument != '-' && !g_unichar_isalnum (g_utf8_get_char (argument)))
      return FALSE;
  return TRUE;
}

gboolean
mp_cli_check_word (const char *argument)
{
  MpSuggestion suggestion = mp_suggestion_start (argument);
  g_autofree char *quoted = NULL;

  if (!is_word (argument) || mp_cli_is_command (argument) ||
      g_file_test (argument, G_FILE_TEST_EXISTS))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    mp_suggestion_offer (&suggestion, commands[i].name);
  quoted = mp_quote (argument);
  if (suggestion.best != NULL)
    /* Translators: a word that was given in quotes, and the command that may be meant */
    mp_cli_report (_ ("there is no command and no file %s; did you mean \"%s\"?"), quoted,
                   suggestion.best);
  else
    mp_cli_report (_ ("there is no command and no file %s; see \"milepost --help\""), quoted);
  return FALSE;
}

int
mp_cli_descriptor (const char *argument)
{
  return g_str_equal (argument, "-") ? STDIN_FILENO : mp_file_name_descriptor (argument);
}

char *
mp_cli_describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s %s", commands[i].name, _ (commands[i].words));
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("\"milepost COMMAND --help\" tells more."));
  return g_string_free (text, FALSE);
}

int
mp_cli_run (int argc, char **argv, const MpCliContext *here)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (commands[i].name, argv[1])) {
      g_autofree char *name = g_strdup_printf ("milepost %s", commands[i].name);
      int code;

      /* What GOption prints as the name of the program. */
      g_set_prgname (name);
      code = commands[i].run (argc - 1, argv + 1, here);
      /* What failed earlier is remembered by the stream alone. */
      if ((fflush (stdout) != 0 || ferror (stdout)) && code == MP_EXIT_DONE) {
        mp_cli_report (_ ("cannot write to standard output: %s"), g_strerror (errno));
        code = MP_EXIT_IO;
      }
      return code;
    }
  }
  g_return_val_if_reached (MP_EXIT_USAGE);
}
