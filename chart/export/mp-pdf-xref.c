/* mp-pdf-xref.c: mends the table of objects of a PDF file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pdf-xref.h"

#include <stdio.h>
#include <string.h>

/* An entry of the table: ten digits, five digits, "n" or "f", and the end of the line. */
#define ENTRY_LENGTH 20

/* An entry of a free object, without a final NUL. */
static const guchar free_entry[ENTRY_LENGTH] = {
  '0', '0', '0', '0', '0', '0', '0', '0', '0', '0',
  ' ', '6', '5', '5', '3', '5', ' ', 'f', ' ', '\n',
};

/* The end of a file, within which it says where the table is. */
#define TAIL_LENGTH ((gsize) 64)

/* Parses a number at a place of the file, which moves behind it and what is white. */
static gboolean
parse_number (const guchar *pdf, gsize length, gsize *at, guint64 *number)
{
  gsize begin = *at;

  *number = 0;
  for (; *at < length && g_ascii_isdigit (pdf[*at]) && *at - begin < 10; (*at)++)
    *number = *number * 10 + (guint64) (pdf[*at] - '0');
  if (*at == begin)
    return FALSE;
  while (*at < length && g_ascii_isspace (pdf[*at]))
    (*at)++;
  return TRUE;
}

/* Moves a place behind a word and what is white after it, if the word is there. */
static gboolean
skip_word (const guchar *pdf, gsize length, gsize *at, const char *word)
{
  gsize n = strlen (word);

  if (*at > length || length - *at < n || memcmp (pdf + *at, word, n) != 0)
    return FALSE;
  *at += n;
  while (*at < length && g_ascii_isspace (pdf[*at]))
    (*at)++;
  return TRUE;
}

/* Finds the first entry of the table, and how many there are. */
static gboolean
find_table (const guchar *pdf, gsize length, gsize *at, guint64 *n_entries)
{
  gsize tail = length > TAIL_LENGTH ? length - TAIL_LENGTH : 0;
  guint64 place, first;

  for (*at = tail; *at < length && !skip_word (pdf, length, at, "startxref"); (*at)++)
    ;
  if (!parse_number (pdf, length, at, &place) || place >= length)
    return FALSE;
  *at = (gsize) place;
  return skip_word (pdf, length, at, "xref") && parse_number (pdf, length, at, &first) &&
         first == 0 && parse_number (pdf, length, at, n_entries) &&
         *n_entries <= (length - *at) / ENTRY_LENGTH;
}

/* Whether the object with a number begins at a place. */
static gboolean
is_object (const guchar *pdf, gsize length, guint64 place, guint64 number)
{
  gsize at = (gsize) place;
  guint64 found, generation;

  return place < length && parse_number (pdf, length, &at, &found) && found == number &&
         parse_number (pdf, length, &at, &generation) && skip_word (pdf, length, &at, "obj");
}

guint
mp_pdf_mend_xref (guchar *pdf, gsize length)
{
  gsize table;
  guint64 n_entries;
  guint n_mended = 0;

  if (!find_table (pdf, length, &table, &n_entries))
    return 0;
  for (guint64 i = 0; i < n_entries; i++) {
    guchar *entry = pdf + table + i * ENTRY_LENGTH;
    gsize at = table + (gsize) i * ENTRY_LENGTH;
    guint64 place;

    if (entry[ENTRY_LENGTH - 3] != 'n' || !parse_number (pdf, length, &at, &place) ||
        is_object (pdf, length, place, i))
      continue;
    memcpy (entry, free_entry, sizeof free_entry);
    n_mended++;
  }
  return n_mended;
}
