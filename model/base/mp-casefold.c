/* mp-casefold.c: texts without the differences that a search ignores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-casefold.h"

#include <string.h>

/* Letters that Unicode does not decompose, and what people type for them. */
static const struct {
  gunichar letter;
  const char *plain;
} letters[] = {
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x00fe, "th" }, /* þ */
  { 0x0111, "d" },  /* đ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı, dotless */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x0167, "t" },  /* ŧ */
  { 0x2010, "-" },  /* dashes, and quotation marks */
  { 0x2011, "-" },  { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" },  { 0x2018, "'" },
  { 0x2019, "'" },  { 0x201c, "\"" }, { 0x201d, "\"" }, { 0x201e, "\"" }, { 0x2212, "-" },
};

static const char *
find_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      return letters[i].plain;
  return NULL;
}

/* Appends a text of ASCII, as most texts are, without looking at any table. Appends nothing and
 * returns FALSE for any other text. */
static gboolean
append_ascii (GString *casefolded, const char *text)
{
  gsize start = casefolded->len;
  gboolean space = FALSE;

  for (; *text != '\0'; text++) {
    if ((guchar) *text >= 0x80) {
      g_string_truncate (casefolded, start);
      return FALSE;
    }
    if (g_ascii_isspace (*text)) {
      space = casefolded->len > start;
      continue;
    }
    if (space)
      g_string_append_c (casefolded, ' ');
    space = FALSE;
    g_string_append_c (casefolded, g_ascii_tolower (*text));
  }
  return TRUE;
}

void
mp_casefold_append (GString *casefolded, const char *text)
{
  gsize start = casefolded->len;
  gboolean space = FALSE;
  g_autofree char *wide = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;

  if (append_ascii (casefolded, text))
    return;
  /* Decomposing can give capitals, as it does with ㎆, so it comes first; folding can give
   * combining marks, so it comes last as well. */
  wide = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (wide != NULL ? wide : "", -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    /* g_utf8_casefold () gives Cherokee in capitals, as Unicode defines it. All other letters are
     * in lower case already. */
    gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
    const char *plain;

    if (g_unichar_isspace (letter)) {
      space = casefolded->len > start;
      continue;
    }
    if (g_unichar_ismark (letter) || g_unichar_iszerowidth (letter))
      continue;
    if (space)
      g_string_append_c (casefolded, ' ');
    space = FALSE;
    plain = find_plain (letter);
    if (plain != NULL)
      g_string_append (casefolded, plain);
    else
      g_string_append_unichar (casefolded, letter);
  }
}

char *
mp_casefold (const char *text)
{
  GString *casefolded = g_string_new (NULL);

  mp_casefold_append (casefolded, text);
  return g_string_free (casefolded, FALSE);
}

/* Returns the end of the letter at a place: after the combining marks that follow it, as these are
 * folded together with it. */
static const char *
next_letter (const char *at)
{
  do
    at = g_utf8_next_char (at);
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)));
  return at;
}

gboolean
mp_casefold_find (const char *text, const char *words, gsize from, gsize *begin, gsize *end)
{
  g_autoptr (GString) casefolded = g_string_new (NULL);
  /* For each byte of the case-folded text, the byte of the text that it comes from. */
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *found, *next;
  gsize first, last, place;

  for (const char *at = text + from; *at != '\0'; at = next) {
    g_autofree char *letter = g_strndup (at, (gsize) (next_letter (at) - at));

    next = next_letter (at);
    place = (gsize) (at - text);
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      mp_casefold_append (casefolded, letter);
    else if (casefolded->len > 0 && casefolded->str[casefolded->len - 1] != ' ')
      g_string_append_c (casefolded, ' ');
    while (places->len < casefolded->len)
      g_array_append_val (places, place);
  }
  found = *words != '\0' ? strstr (casefolded->str, words) : NULL;
  if (found == NULL)
    return FALSE;
  first = (gsize) (found - casefolded->str);
  last = first + strlen (words) - 1;
  *begin = g_array_index (places, gsize, first);
  *end = (gsize) (next_letter (text + g_array_index (places, gsize, last)) - text);
  return TRUE;
}
