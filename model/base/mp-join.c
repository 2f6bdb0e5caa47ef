/* mp-join.c: several texts in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-join.h"

#include <glib/gi18n-lib.h>

static const char *
separator_of (MpJoinKind kind)
{
  switch (kind) {
  case MP_JOIN_ITEMS:
    /* Translators: stands between short things, as in "1, 2". */
    return C_ ("between items", ", ");
  case MP_JOIN_LONG:
    /* Translators: stands between things with commas of their own, as in "The reset, 27 April 2026;
     * The talks, May 2026". */
    return C_ ("between long items", "; ");
  case MP_JOIN_FACTS:
    /* Translators: stands between facts of one line, as in "Microsoft · 27 April 2026 · press". */
    return C_ ("between facts", " · ");
  case MP_JOIN_CLAUSES:
    /* Translators: stands between statements that have no full stop of their own. */
    return C_ ("between clauses", ". ");
  case MP_JOIN_SENTENCES:
    /* Translators: stands between sentences that have full stops. May be empty. */
    return C_ ("between sentences", " ");
  default:
    g_return_val_if_reached (" ");
  }
}

char *
mp_join (MpJoinKind kind, const char *const *parts)
{
  return g_strjoinv (separator_of (kind), (char **) parts);
}

char *
mp_join_numbers (const guint *numbers, guint length)
{
  g_auto (GStrv) parts = g_new0 (char *, length + 1);

  for (guint i = 0; i < length; i++)
    parts[i] = g_strdup_printf ("%u", numbers[i]);
  return mp_join (MP_JOIN_ITEMS, (const char *const *) parts);
}
