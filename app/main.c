/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-application.h"
#include "mp-cli.h"
#include "mp-file-name.h"
#include "mp-reader.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <unistd.h>

/* The one place that asks what day it is. */
static MpInstant
today_here (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return mp_instant_from_civil (year, month, day, 0, 0, 0);
}

/* Answers what needs no display. Returns -1 to go on. */
static int
handle_options_cb (GApplication *application, GVariantDict *options, gpointer data)
{
  (void) application;
  (void) data;
  if (g_variant_dict_contains (options, "version")) {
    g_print ("Milepost %s\n", MP_VERSION);
    return MP_EXIT_DONE;
  }
  /* The id, so that the desktop finds the window's icon and name; --help has been answered. */
  g_set_prgname (MP_APPLICATION_ID);
  if (gtk_init_check ())
    return -1;
  g_printerr ("milepost: %s\n",
              _ ("there is no display to open a window on; \"milepost export -o chart.png\" writes "
                 "the chart to a file"));
  return MP_EXIT_IO;
}

/* A program that is not installed is told where its translations were built. */
static void
speak_the_language (void)
{
  const char *built = g_getenv ("MP_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* What separates digits in another character set would be no text. */
  if (!g_get_charset (NULL))
    setlocale (LC_NUMERIC, "C");
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, built != NULL && *built != '\0' ? built : MP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  g_autoptr (MpApplication) application = NULL;
  g_autoptr (GBytes) input = NULL;

  speak_the_language ();
  mp_file_name_guard ();
  g_set_application_name (_ ("Milepost"));

  if (argc > 1 && mp_cli_is_command (argv[1])) {
    gboolean is_rtl = gtk_get_locale_direction () == GTK_TEXT_DIR_RTL;

    mp_cli_end_with_sentence ();
    return mp_cli_run (
      argc, argv,
      &(MpCliHere) { today_here (), is_rtl ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR });
  }

  if (argc > 1 && !mp_cli_check_word (argv[1]))
    return MP_EXIT_USAGE;
  if (argc == 2 && mp_cli_descriptor (argv[1]) >= 0) {
    g_autoptr (GInputStream) stream = g_unix_input_stream_new (mp_cli_descriptor (argv[1]), FALSE);
    g_autoptr (GError) error = NULL;

    input = mp_reader_fetch_stream (stream, NULL, &error);
    if (input == NULL) {
      g_printerr ("milepost: %s: %s\n", _ ("cannot read standard input"), error->message);
      return MP_EXIT_IO;
    }
    argc = 1;
  }
  application = mp_application_new (today_here, input);
  g_signal_connect (application, "handle-local-options", G_CALLBACK (handle_options_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
