/* mp-cli.c: the table of commands, and how one of them is run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-private.h"

#include "mp-quote.h"
#include "mp-suggest.h"

#include <glib/gi18n.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- Memory ----------------------------------------------------------------------------------- */

/* GLib aborts if it gets no memory or no thread, after it has logged the reason. */
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
  /* The sentence is made now, while there is memory. */
  g_log_set_writer_func (end_with_sentence,
                         g_strdup_printf ("milepost: %s\n", _ ("there is not enough memory")),
                         g_free);
#ifdef M_ARENA_MAX
  /* Each thread would otherwise reserve 64 MB of address space, which may be limited. */
  mallopt (M_ARENA_MAX, 1);
#endif
}

/* --- The commands ----------------------------------------------------------------------------- */

static const MpCliCommand commands[] = {
  { "export", N_ ("Write the chart to a file"), N_ ("[FILE…]"),
    N_ (
      "Writes the chart of an agreement to files, for a slide, a page, a square and more. Without "
      "FILE the agreement is the shipped one; - is standard input. Of several files, each is "
      "written to -o with its name in the place of {name}."),
    mp_cli_export },
  { "check", N_ ("Check files and print their problems"), N_ ("FILE…"),
    N_ ("Checks files and prints their problems, one a line."), mp_cli_check },
  { "show", N_ ("List what is in force on a date"), N_ ("[FILE]"),
    N_ ("Lists the terms in force, possibly in force and not in force on a date, "
        "each with how well it is known and its sources. "
        "Without FILE the agreement is the shipped one; - is standard input."),
    mp_cli_show },
  { "list", N_ ("List every entry"), N_ ("[FILE]"),
    N_ ("Lists every term, each of its phases and every milestone, one a line, with tabs between "
        "the columns, in the order of the file. "
        "Without FILE the agreement is the shipped one; - is standard input."),
    mp_cli_list },
  { "diff", N_ ("List what differs between two agreements"), N_ ("[OLD] [NEW]"),
    N_ ("Lists what became of every entry from one agreement to another: added, gone, moved, "
        "reworded, better or worse sourced. With --known, what became known of one FILE from one "
        "date to another. The exit code is 1 if anything differs."),
    mp_cli_diff },
  { "date", N_ ("Explain dates"), N_ ("EDTF…"),
    N_ ("Explains dates: the text, the earliest and the latest day that it can mean, "
        "and words."),
    mp_cli_date },
};

gboolean
mp_cli_is_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return TRUE;
  return FALSE;
}

/* Whether an argument consists of letters, digits and hyphens, as commands do, and is no option. */
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

char *
mp_cli_describe_commands (void)
{
  GString *text = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s %s", commands[i].name, _ (commands[i].title));
  g_string_append (text, "\n\n");
  g_string_append (text, _ ("\"milepost COMMAND --help\" tells more."));
  return g_string_free (text, FALSE);
}

int
mp_cli_run (int argc, char **argv, const MpCliContext *context)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (commands[i].name, argv[1])) {
      g_autofree char *name = g_strdup_printf ("milepost %s", commands[i].name);
      int code;

      /* GOption prints this as the name of the program. */
      g_set_prgname (name);
      code = commands[i].run (&commands[i], argc - 1, argv + 1, context);
      /* Only the stream knows whether an earlier write has failed. */
      if ((fflush (stdout) != 0 || ferror (stdout)) && code == MP_EXIT_DONE) {
        mp_cli_report (_ ("cannot write to standard output: %s"), g_strerror (errno));
        code = MP_EXIT_IO;
      }
      return code;
    }
  }
  g_return_val_if_reached (MP_EXIT_USAGE);
}
