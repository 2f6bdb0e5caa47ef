/* mp-cli-check.c: the command "check", which prints what is wrong with files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement-types.h"
#include "mp-cli-private.h"

#include <glib/gi18n.h>

int
mp_cli_check (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  g_autofree char *headline = NULL;
  const GOptionEntry entries[] = {
    { "headline", 0, 0, G_OPTION_ARG_STRING, &headline,
      N_ ("Warn of entries in doubt that share words with a headline"), N_ ("WORDS") },
    { NULL },
  };
  int code = MP_EXIT_DONE;

  (void) context;
  if (!mp_cli_parse (command, &argc, &argv, entries, &code))
    return code;
  if (argc < 2) {
    mp_cli_report (_ ("check needs a file"));
    return MP_EXIT_USAGE;
  }
  if (!mp_cli_check_line ("--headline", headline))
    return MP_EXIT_USAGE;
  for (int i = 1; i < argc; i++) {
    int result = MP_EXIT_DONE;
    g_autoptr (MpAgreement) agreement = mp_cli_load (argv[i], stdout, NULL, &result);

    if (agreement != NULL && headline != NULL)
      mp_cli_check_headline (agreement, headline, argv[i], stdout);
    code = MAX (code, result);
  }
  return code;
}
