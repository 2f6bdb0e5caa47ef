/* mp-cli-common.c: what the commands share: sentences, options, and reading files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-private.h"

#include "mp-file-name.h"
#include "mp-headline.h"
#include "mp-known.h"
#include "mp-reader.h"
#include "mp-untrusted-text.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* --- Sentences and options -------------------------------------------------------------------- */

/* Where the reports of a thread go; NULL for standard error. */
static GPrivate collected;

void
mp_cli_collect_reports (MpCliReports *reports)
{
  g_private_set (&collected, reports);
}

static void
print_line (const char *line)
{
  MpCliReports *reports = g_private_get (&collected);

  if (reports != NULL)
    g_string_append_printf (reports->text, "%s\n", line);
  else
    g_printerr ("%s\n", line);
}

void
mp_cli_report (const char *format, ...)
{
  const MpCliReports *reports = g_private_get (&collected);
  g_autofree char *sentence = NULL, *visible = NULL, *line = NULL;
  g_autofree char *subject = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  visible = mp_untrusted_text_escape (sentence, 0);
  if (reports != NULL && reports->subject != NULL)
    subject = mp_untrusted_text_escape (reports->subject, 0);
  line = g_strconcat ("milepost: ", subject != NULL ? subject : "", subject != NULL ? ": " : "",
                      visible, NULL);
  print_line (line);
}

int
mp_cli_count_cells (const char *text)
{
  int cells = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_iszerowidth (c))
      cells += g_unichar_iswide (c) ? 2 : 1;
  }
  return cells;
}

void
mp_cli_print_padded (const char *text, int width)
{
  printf ("%s%*s", text, MAX (width - mp_cli_count_cells (text), 0) + 2, "");
}

gboolean
mp_cli_parse (const MpCliCommand *command, int *argc, char ***argv, const GOptionEntry *entries,
              int *code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_ (command->arguments));
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error)) {
    /* GOption does not remove the "--" that ends the options. */
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

gboolean
mp_cli_check_line (const char *option, const char *text)
{
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL)) {
    mp_cli_report (_ ("%s: the words are not UTF-8"), option);
    return FALSE;
  }
  if (strpbrk (text, "\n\r\t\v\f") != NULL) {
    mp_cli_report (_ ("%s: the words are one line"), option);
    return FALSE;
  }
  return TRUE;
}

/* --- Files ------------------------------------------------------------------------------------ */

int
mp_cli_descriptor (const char *argument)
{
  return g_str_equal (argument, "-") ? STDIN_FILENO : mp_file_name_descriptor (argument);
}

/* Reads a path, standard input for "-", or the shipped agreement for NULL. */
static MpAgreement *
load (const char *path, MpProblems *problems, MpCarried **carried, GError **error)
{
  if (path == NULL) {
    g_autoptr (GBytes) bytes =
      g_resources_lookup_data (MP_SHIPPED_AGREEMENT, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

    return bytes != NULL ? mp_reader_load_bytes (bytes, problems) : NULL;
  }
  if (mp_cli_descriptor (path) >= 0) {
    g_autoptr (GInputStream) stream = g_unix_input_stream_new (mp_cli_descriptor (path), FALSE);

    return mp_carried_load_stream (stream, NULL, NULL, NULL, problems, carried, error);
  } else {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

    return mp_carried_load_file (file, NULL, NULL, NULL, problems, carried, error);
  }
}

/* Prints a line to out or, where that is standard error, reports it. */
static void
print_to (FILE *out, const char *line)
{
  if (out == stderr)
    print_line (line);
  else
    fprintf (out, "%s\n", line);
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

    print_to (out, line);
  }
  if (all > length) {
    g_autofree char *line = g_strdup_printf (
      /* Translators: a file's name, and how many problems are not listed */
      ngettext ("%s: and %u more problem", "%s: and %u more problems", all - length), visible,
      all - length);

    print_to (out, line);
  }
}

MpAgreement *
mp_cli_load (const char *path, FILE *out, MpCarried **carried, int *code)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpAgreement *agreement = load (path, problems, carried, &error);

  if (error != NULL) {
    /* Translators: a file's name, and why it cannot be read. */
    mp_cli_report (_ ("cannot read %s: %s"), path, error->message);
    *code = MP_EXIT_IO;
    return NULL;
  }
  print_problems (out, problems, path != NULL ? path : MP_SHIPPED_AGREEMENT);
  if (agreement == NULL)
    *code = MP_EXIT_WRONG;
  return agreement;
}

MpAgreement *
mp_cli_load_known (const char *path, const char *known, int *code)
{
  g_autoptr (MpAgreement) agreement = NULL;
  MpDate date;

  if (known != NULL && !mp_cli_date_option ("--known", known, &date, code))
    return NULL;
  agreement = mp_cli_load (path, stderr, NULL, code);
  if (agreement == NULL || known == NULL)
    return g_steal_pointer (&agreement);
  return mp_agreement_as_known (agreement, &date);
}

void
mp_cli_check_headline (MpAgreement *agreement, const char *headline, const char *name, FILE *out)
{
  g_autoptr (GArray) doubts = mp_headline_find_doubts (agreement, headline);
  g_autoptr (MpProblems) warnings = mp_problems_new ();

  for (guint i = 0; i < doubts->len; i++) {
    g_autofree char *sentence =
      mp_headline_describe_doubt (agreement, &g_array_index (doubts, MpHeadlineDoubt, i));

    mp_problems_add (warnings, MP_SEVERITY_WARNING, 0, 0, "", sentence);
  }
  print_problems (out, warnings, name != NULL ? name : MP_SHIPPED_AGREEMENT);
}
