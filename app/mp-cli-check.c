/* mp-cli-check.c: the command "check", which prints what is wrong with files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-private.h"

#include <glib/gi18n.h>

int
mp_cli_check (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  int code = MP_EXIT_DONE;

  (void) context;
  if (!mp_cli_parse (command, &argc, &argv, NULL, &code))
    return code;
  if (argc < 2) {
    mp_cli_report (_ ("check needs a file"));
    return MP_EXIT_USAGE;
  }
  for (int i = 1; i < argc; i++) {
    int result = MP_EXIT_DONE;
    MpAgreement *agreement = mp_cli_load (argv[i], stdout, &result);

    g_clear_object (&agreement);
    code = MAX (code, result);
  }
  return code;
}
