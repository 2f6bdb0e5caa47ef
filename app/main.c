/* main.c: starts the window or a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-application.h"
#include "mp-cli.h"
#include "mp-clock.h"
#include "mp-file-name.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

/* Sets the locale. MP_LOCALE_DIR names the translations of a program that is not installed. */
static void
speak_the_language (void)
{
  const char *built = g_getenv ("MP_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* In another character set, the separator of thousands would be no valid UTF-8. */
  if (!g_get_charset (NULL))
    setlocale (LC_NUMERIC, "C");
  gtk_disable_setlocale ();
  if (built == NULL || *built == '\0')
    built = MP_LOCALE_DIR;
  g_debug ("translations are looked for in %s", built);
  bindtextdomain (GETTEXT_PACKAGE, built);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MpApplication) application = NULL;
  g_autoptr (GInputStream) input = NULL;

  /* Standard output is for the output of the commands. */
  g_log_writer_default_set_use_stderr (TRUE);
  speak_the_language ();
  mp_file_name_guard ();
  g_set_application_name (_ ("Milepost"));

  if (argc > 1 && mp_cli_is_command (argv[1])) {
    gboolean is_rtl = gtk_get_locale_direction () == GTK_TEXT_DIR_RTL;

    mp_cli_end_with_sentence ();
    return mp_cli_run (argc, argv,
                       &(MpCliContext) { mp_clock_today (),
                                         is_rtl ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR });
  }

  if (argc > 1 && !mp_cli_check_word (argv[1]))
    return MP_EXIT_USAGE;
  if (argc > 1 && mp_cli_descriptor (argv[argc - 1]) >= 0) {
    input = g_unix_input_stream_new (mp_cli_descriptor (argv[argc - 1]), FALSE);
    argc--;
  }
  application = mp_application_new (mp_clock_today, input);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
