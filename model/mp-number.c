/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-number.h"

#include <math.h>
#include <string.h>

/* More zeros than this no double has exactly. */
#define MAX_ZEROS 22

/* The size that a name stands for, and its words with "#"; 0 for what is no name. */
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

/* The value in units of size; FALSE if it is smaller, or has too many digits. */
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
