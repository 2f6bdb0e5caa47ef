/* mp-headline-words.c: the significant words of a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-headline-words.h"

#include "mp-casefold.h"

#include <string.h>

#define MIN_WORD 4 /* letters */
#define MIN_STEM 3 /* bytes */

/* Words of more than three letters that say nothing of what a sentence is about. Case-folded, and
 * sorted for bsearch (). */
static const char *const common_words[] = {
  "aber",    "about",   "after",   "again",  "alle",   "allen",   "aller",   "also",   "another",
  "auch",    "because", "been",    "before", "beide",  "being",   "between", "both",   "change",
  "changed", "changes", "could",   "dann",   "dass",   "dazu",    "denn",    "deren",  "dessen",
  "diese",   "diesem",  "diesen",  "dieser", "dieses", "does",    "doing",   "done",   "down",
  "durch",   "during",  "each",    "eine",   "einem",  "einen",   "einer",   "eines",  "etwa",
  "ever",    "every",   "fast",    "first",  "from",   "further", "gegen",   "haben",  "hatte",
  "have",    "having",  "here",    "ihre",   "ihrem",  "ihren",   "ihrer",   "into",   "jahr",
  "jahre",   "jede",    "jeder",   "jetzt",  "just",   "kann",    "kein",    "keine",  "keinen",
  "konnen",  "last",    "less",    "like",   "made",   "make",    "many",    "mehr",   "might",
  "more",    "most",    "much",    "muss",   "must",   "nach",    "neue",    "neuen",  "neuer",
  "nicht",   "noch",    "nothing", "oder",   "ohne",   "only",    "other",   "over",   "said",
  "same",    "says",    "schon",   "sehr",   "sein",   "seine",   "seinen",  "seiner", "seit",
  "several", "shall",   "should",  "sich",   "since",  "sind",    "soll",    "some",   "sowie",
  "such",    "than",    "that",    "their",  "them",   "then",    "there",   "these",  "they",
  "this",    "those",   "through", "uber",   "under",  "unter",   "until",   "upon",   "very",
  "viel",    "viele",   "waren",   "wegen",  "weil",   "welche",  "wenn",    "werden", "were",
  "what",    "when",    "where",   "which",  "while",  "will",    "wird",    "with",   "within",
  "without", "worden",  "would",   "wurde",  "wurden", "year",    "years",   "your",   "zwischen",
};

/* Endings of English and German words, case-folded, the longer ones first. */
static const char *const endings[] = {
  "ivitaten", "ivities", "ivitat", "ations", "ements", "ischen", "itaten", "ation",
  "ement",    "ische",   "ities",  "ivity",  "ments",  "ungen",  "ings",   "ions",
  "isch",     "itat",    "iven",   "ives",   "ment",   "ern",    "ers",    "ies",
  "ing",      "ion",     "ity",    "ive",    "ung",    "ed",     "em",     "en",
  "er",       "es",      "iv",     "ly",     "e",      "n",      "s",      "y",
};

/* Chinese particles, prepositions and units of time, which stand beside any word. */
static const char particles[] = "的了和与在是将不有为之及或由对从到至于以其被把让向自年月日一";

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (a, *(const char *const *) b);
}

static gboolean
is_common (const char *folded)
{
  return bsearch (folded, common_words, G_N_ELEMENTS (common_words), sizeof *common_words,
                  compare_words) != NULL;
}

static gboolean
has_letter (const char *folded)
{
  for (; *folded != '\0'; folded = g_utf8_next_char (folded))
    if (g_unichar_isalpha (g_utf8_get_char (folded)))
      return TRUE;
  return FALSE;
}

/* Cuts a case-folded word down to its stem. A final "c" is taken as an "s", because "licence" is
 * "license", and a final double letter as one, because "planned" belongs to "plan". */
static void
cut_to_stem (char *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    gsize ending = strlen (endings[i]);

    if (length >= ending + MIN_STEM && g_str_has_suffix (word, endings[i])) {
      length -= ending;
      break;
    }
  }
  word[length] = '\0';
  if (length > MIN_STEM && word[length - 1] == word[length - 2] &&
      g_ascii_isalpha (word[length - 1]))
    word[--length] = '\0';
  if (length > 0 && word[length - 1] == 'c')
    word[length - 1] = 's';
}

/* Whether words of a letter's script are not parted by spaces. */
static gboolean
is_ideograph (gunichar letter)
{
  GUnicodeScript script = g_unichar_get_script (letter);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

static gboolean
is_particle (gunichar letter)
{
  return g_utf8_strchr (particles, -1, letter) != NULL;
}

static gboolean
tell_word (const char *start, const char *end, MpHeadlineWordFunc func, gpointer data)
{
  g_autofree char *word = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = mp_casefold (word);

  if (g_utf8_strlen (folded, -1) < MIN_WORD || !has_letter (folded) || is_common (folded))
    return TRUE;
  cut_to_stem (folded);
  return func (folded, word, data);
}

/* Tells of each two characters side by side. */
static gboolean
tell_pairs (const char *start, const char *end, MpHeadlineWordFunc func, gpointer data)
{
  for (const char *next = g_utf8_next_char (start); next < end;
       start = next, next = g_utf8_next_char (next)) {
    g_autofree char *pair = NULL;

    if (is_particle (g_utf8_get_char (start)) || is_particle (g_utf8_get_char (next)))
      continue;
    pair = g_strndup (start, (gsize) (g_utf8_next_char (next) - start));
    if (!func (pair, pair, data))
      return FALSE;
  }
  return TRUE;
}

void
mp_headline_words (const char *text, MpHeadlineWordFunc func, gpointer data)
{
  for (const char *at = text; *at != '\0';) {
    const char *start = at;
    gboolean is_pairs = is_ideograph (g_utf8_get_char (at));

    while (*at != '\0') {
      gunichar letter = g_utf8_get_char (at);

      if (!(g_unichar_isalnum (letter) || g_unichar_ismark (letter)) ||
          is_ideograph (letter) != is_pairs)
        break;
      at = g_utf8_next_char (at);
    }
    if (at == start)
      at = g_utf8_next_char (at);
    else if (!(is_pairs ? tell_pairs : tell_word) (start, at, func, data))
      return;
  }
}
