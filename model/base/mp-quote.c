/* mp-quote.c: text in quotation marks, for sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-quote.h"

#include <glib/gi18n-lib.h>

/* Longer text would make a sentence hard to read. */
#define MAX_CHARACTERS 60

char *
mp_quote_start (const char *text, glong max_characters)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > max_characters) {
    g_autofree char *start = g_utf8_substring (text, 0, max_characters);

    cut = g_strconcat (start, "…", NULL);
  }
  /* Translators: puts what stands in a file into quotation marks. */
  return g_strdup_printf (C_ ("quotation", "\"%s\""), cut != NULL ? cut : text);
}

char *
mp_quote (const char *text)
{
  return mp_quote_start (text, MAX_CHARACTERS);
}
