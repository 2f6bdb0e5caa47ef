/* mp-number.c: numbers as people read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Powers of ten with more zeros than this are not exact in a double. */
#define MAX_ZEROS 22

/* Returns the number that a name stands for, and stores its words. Returns 0 for a name in another
 * form than mp-number.h gives. */
static double
read_name (const char *name, const char **words)
{
  char *end;
  guint64 zeros = g_ascii_strtoull (name, &end, 10);

  *words = end + strspn (end, " ");
  return end == name || zeros > MAX_ZEROS || strchr (*words, '#') == NULL
           ? 0
           : pow (10, (double) zeros);
}

/* Stores the value in units of the given size. Returns FALSE if it is less than one unit, or needs
 * more than three digits after the point. */
static gboolean
fits (double value, double size, double *count)
{
  double thousandths = value / size * 1000;

  *count = round (thousandths) / 1000;
  return fabs (value) >= size && fabs (thousandths - round (thousandths)) <= 1e-6;
}

char *
mp_number_words (double value, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, ";", -1);

  for (char **name = list; *name != NULL; name++) {
    const char *words;
    double size = read_name (*name, &words), count;
    g_autofree char *digits = NULL;
    GString *number;

    if (size == 0 || !fits (value, size, &count))
      continue;
    digits = g_strdup_printf ("%'.15g", count);
    number = g_string_new (words);
    g_string_replace (number, "#", digits, 1);
    return g_string_free (number, FALSE);
  }
  return g_strdup_printf ("%'.15g", value);
}

char *
mp_number_whole (gint64 value)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, value);
}

char *
mp_number_of (MpCount unit, gint64 count)
{
  g_autofree char *number = mp_number_whole (count);
  gulong n = (gulong) count;

  switch (unit) {
  case MP_COUNT_YEARS:
    return g_strdup_printf (ngettext ("%s year", "%s years", n), number);
  case MP_COUNT_MONTHS:
    return g_strdup_printf (ngettext ("%s month", "%s months", n), number);
  case MP_COUNT_WEEKS:
    return g_strdup_printf (ngettext ("%s week", "%s weeks", n), number);
  case MP_COUNT_DAYS:
    return g_strdup_printf (ngettext ("%s day", "%s days", n), number);
  case MP_COUNT_HOURS:
    return g_strdup_printf (ngettext ("%s hour", "%s hours", n), number);
  case MP_COUNT_MINUTES:
    return g_strdup_printf (ngettext ("%s minute", "%s minutes", n), number);
  case MP_COUNT_SECONDS:
  default:
    return g_strdup_printf (ngettext ("%s second", "%s seconds", n), number);
  }
}
