/* mp-date-entered.c: dates as people type them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-entered.h"

#include "mp-casefold.h"
#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No date in words has more numbers than this. */
#define MAX_NUMBERS 4

/* No date in words is longer than this, in bytes. */
#define MAX_WORDS 200

/* A text in which a date is looked for. */
typedef struct {
  char *words; /* as make_key () returns them; borrowed */
  gint64 numbers[MAX_NUMBERS];
  guint n_numbers;
  MpDate *date; /* where to store the date that is found */
} Search;

/* --- Words ------------------------------------------------------------------------------------ */

/* Returns what matters when words are compared: letters, digits and signs, case-folded. Blanks,
 * full stops and commas are left out, except for one blank between two numbers. Free with g_free
 * (). */
static char *
make_key (const char *words)
{
  g_autofree char *casefolded = mp_casefold (words);
  GString *key = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = casefolded; *at != '\0'; at++) {
    if (*at == ' ' || *at == '.' || *at == ',') {
      gap = TRUE;
      continue;
    }
    if (gap && key->len > 0 && g_ascii_isdigit (key->str[key->len - 1]) && g_ascii_isdigit (*at))
      g_string_append_c (key, ' ');
    gap = FALSE;
    g_string_append_c (key, *at);
  }
  return g_string_free (key, FALSE);
}

/* Collects the numbers of the text, up to MAX_NUMBERS, but none that is too large for a year. */
static void
find_numbers (Search *search)
{
  for (const char *at = search->words; *at != '\0' && search->n_numbers < MAX_NUMBERS;) {
    char *end = NULL;
    guint64 number;

    if (!g_ascii_isdigit (*at)) {
      at++;
      continue;
    }
    number = g_ascii_strtoull (at, &end, 10);
    at = end;
    if (number <= (guint64) MP_DATE_MAX_YEAR)
      search->numbers[search->n_numbers++] = (gint64) number;
  }
}

/* --- Candidates ------------------------------------------------------------------------------- */

/* The parts of a date that may be meant, as EDTF writes them. A part that the date does not have is
 * empty. */
typedef struct {
  char year[24];
  char month[4]; /* or a part of the year, or "XX" */
  char day[4];
} Parts;

static MpDateParts
written_parts (const Parts *parts)
{
  return MP_DATE_PART_YEAR | (*parts->month != '\0' ? MP_DATE_PART_MONTH : 0) |
         (*parts->day != '\0' ? MP_DATE_PART_DAY : 0);
}

/* Writes the date in EDTF. A sign for some of the parts stands before each of them; a sign for all
 * of them stands at the end. */
static void
print_date (const Parts *parts, MpDateParts approximate, MpDateParts uncertain, char *text,
            gsize size)
{
  const char *const written[] = { parts->year, parts->month, parts->day };
  MpDateParts all = written_parts (parts);
  gboolean is_whole =
    (approximate == 0 || approximate == all) && (uncertain == 0 || uncertain == all);
  static const char *const signs[] = { "", "~", "?", "%" };
  guint whole = (approximate == all ? 1 : 0) + (uncertain == all ? 2 : 0);

  *text = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (written) && *written[i] != '\0'; i++) {
    guint sign = ((approximate >> i) & 1) + ((uncertain >> i) & 1) * 2;

    if (i > 0)
      g_strlcat (text, "-", size);
    if (!is_whole)
      g_strlcat (text, signs[sign], size);
    g_strlcat (text, written[i], size);
  }
  if (is_whole)
    g_strlcat (text, signs[whole], size);
}

/* Stores the date that a text in EDTF means, and returns its words as make_key () does. Returns
 * NULL if there is no such date. Free with g_free (). */
static char *
key_of (const char *text, MpDate *date)
{
  g_autofree char *words = NULL;

  if (!mp_date_parse (text, -1, date, NULL, NULL))
    return NULL;
  words = mp_date_words (date);
  return make_key (words);
}

/* Whether the typed words are those of this date, with any combination of signs. If so, stores the
 * date. */
static gboolean
is_meant (Search *search, const Parts *parts)
{
  const guint all = written_parts (parts);
  g_autofree char *bare = NULL;
  char text[40];
  MpDate date;

  print_date (parts, 0, 0, text, sizeof text);
  bare = key_of (text, &date);
  /* Signs only add words to those of the date without signs. */
  if (bare == NULL || strstr (search->words, bare) == NULL)
    return FALSE;
  for (guint approximate = 0; approximate <= all; approximate++)
    for (guint uncertain = 0; uncertain <= all; uncertain++) {
      g_autofree char *key = NULL;

      print_date (parts, approximate, uncertain, text, sizeof text);
      key = key_of (text, &date);
      if (key != NULL && g_str_equal (key, search->words)) {
        *search->date = date;
        return TRUE;
      }
    }
  return FALSE;
}

static gboolean
try_days (Search *search, Parts *parts)
{
  g_strlcpy (parts->day, "XX", sizeof parts->day);
  if (is_meant (search, parts))
    return TRUE;
  for (guint i = 0; i < search->n_numbers; i++)
    if (search->numbers[i] >= 1 && search->numbers[i] <= 31) {
      g_snprintf (parts->day, sizeof parts->day, "%02d", (int) search->numbers[i]);
      if (is_meant (search, parts))
        return TRUE;
    }
  *parts->day = '\0';
  return FALSE;
}

static gboolean
try_months (Search *search, Parts *parts)
{
  for (int month = 1; month <= MP_DATE_LAST_PART_OF_YEAR; month++) {
    if (month > 12 && month < MP_DATE_FIRST_PART_OF_YEAR)
      continue;
    g_snprintf (parts->month, sizeof parts->month, "%02d", month);
    if (is_meant (search, parts) || (month <= 12 && try_days (search, parts)))
      return TRUE;
  }
  g_strlcpy (parts->month, "XX", sizeof parts->month);
  if (is_meant (search, parts) || try_days (search, parts))
    return TRUE;
  *parts->month = '\0';
  return FALSE;
}

/* Tries a year, and then the decade and the century that its number begins. */
static gboolean
try_year (Search *search, gint64 year)
{
  gint64 size = ABS (year);
  Parts parts = { 0 };

  g_snprintf (parts.year, sizeof parts.year, "%s%s%04" G_GINT64_FORMAT, size > 9999 ? "Y" : "",
              year < 0 ? "-" : "", size);
  if (is_meant (search, &parts) || try_months (search, &parts))
    return TRUE;
  for (guint n_free = 1; n_free <= 2 && size <= 9999; n_free++) {
    parts.year[strlen (parts.year) - n_free] = 'X';
    if (is_meant (search, &parts) || try_months (search, &parts))
      return TRUE;
  }
  return FALSE;
}

static gboolean
read_words (const char *text, MpDate *date)
{
  g_autofree char *key = make_key (text);
  Search search = { .words = key, .date = date };

  if (strlen (key) > MAX_WORDS)
    return FALSE;
  find_numbers (&search);
  for (guint i = 0; i < search.n_numbers; i++)
    /* "45 BCE" is the year -44. */
    if (try_year (&search, search.numbers[i]) || try_year (&search, 1 - search.numbers[i]))
      return TRUE;
  return FALSE;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* Whether a text has only characters that EDTF uses. Then somebody who knows EDTF has typed it, and
 * is told what is wrong with it. */
static gboolean
looks_like_edtf (const char *text)
{
  return text[strspn (text, "0123456789XYSETZ-+:~?%.,/[]{} ")] == '\0';
}

/* Returns the words of a date in EDTF, which must be correct. Free with g_free (). */
static char *
words_of (const char *text)
{
  MpDate date;

  if (!mp_date_parse (text, -1, &date, NULL, NULL))
    g_return_val_if_reached (g_strdup (text));
  return mp_date_words (&date);
}

gboolean
mp_date_parse_entered (const char *text, MpDate *date, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *day = NULL, *month = NULL;
  g_autoptr (GError) wrong = NULL;

  if (mp_date_parse (stripped, -1, date, NULL, &wrong) || read_words (stripped, date))
    return TRUE;
  if (looks_like_edtf (stripped)) {
    g_propagate_error (error, g_steal_pointer (&wrong));
    return FALSE;
  }
  day = words_of ("2028-06-01");
  month = words_of ("2028-06");
  g_set_error (error, MP_DATE_ERROR, MP_DATE_ERROR_SYNTAX,
               /* Translators: both are examples of dates, a day and a month in words. */
               _ ("not understood as a date; type one as “%s”, as “%s” or as 2028-06-01"), day,
               month);
  return FALSE;
}
