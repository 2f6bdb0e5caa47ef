/* mp-cli-date.c: the command "date", which explains dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-cli-private.h"

#include <glib/gi18n.h>

/* Returns the last day before an instant or, for a date with a time, the last second. */
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

int
mp_cli_date (const MpCliCommand *command, int argc, char **argv, const MpCliContext *context)
{
  int code = MP_EXIT_DONE;

  (void) context;
  if (!mp_cli_parse (command, &argc, &argv, NULL, &code))
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
