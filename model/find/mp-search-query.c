/* mp-search-query.c: reads the text of a search into a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-search-query.h"

#include "mp-casefold.h"
#include "mp-date-entered.h"
#include "mp-join.h"
#include "mp-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (mp_search_error, mp_search_error)

static const struct {
  const char *word;
  MpClauseKind kind;
} prefixes[] = {
  { "topic", MP_CLAUSE_TOPIC },         { "party", MP_CLAUSE_PARTY },
  { "certainty", MP_CLAUSE_CERTAINTY }, { "before", MP_CLAUSE_BEFORE },
  { "after", MP_CLAUSE_AFTER },
};

static const char *
prefix_of (MpClauseKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (prefixes[i].kind == kind)
      return prefixes[i].word;
  return NULL;
}

static gboolean
is_quote (gunichar letter)
{
  return letter == '"' || letter == 0x201c || letter == 0x201d || letter == 0x201e ||
         letter == 0xff02;
}

/* --- Clauses ---------------------------------------------------------------------------------- */

static gboolean
read_certainty (MpClause *clause, GError **error)
{
  const char *words[MP_N_CERTAINTIES + 1] = { NULL };
  g_autofree char *list = NULL;
  guint value;

  if (mp_vocabulary_find (&mp_certainty_vocabulary, clause->text, &value)) {
    clause->certainty = value;
    return TRUE;
  }
  for (MpCertainty i = 0; i < MP_N_CERTAINTIES; i++)
    words[i] = mp_certainty_get (i)->word;
  list = mp_join (MP_JOIN_ITEMS, words);
  /* Translators: a word that was typed, and "stated, official, reported, claimed, disputed", which
   * are typed as they stand */
  g_set_error (error, MP_SEARCH_ERROR, 0, _ ("“%s” is no certainty; there are %s"), clause->text,
               list);
  return FALSE;
}

static gboolean
read_date (MpClause *clause, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  MpInstant bound;

  if (!mp_date_parse_entered (clause->text, &clause->date, &wrong)) {
    /* Translators: a text that is no date, and what is wrong with it. */
    g_set_error (error, MP_SEARCH_ERROR, 0, _ ("“%s” is no date: %s"), clause->text,
                 wrong->message);
    return FALSE;
  }
  bound = clause->kind == MP_CLAUSE_BEFORE ? clause->date.earliest : clause->date.after;
  if (bound != MP_INSTANT_MIN && bound != MP_INSTANT_MAX)
    return TRUE;
  g_set_error (error, MP_SEARCH_ERROR, 0, _ ("“%s” has no bound to compare with"), clause->text);
  return FALSE;
}

/* Adds a clause, unless casefolding leaves nothing of its words. */
static gboolean
add_clause (GArray *clauses, MpClauseKind kind, const char *text, GError **error)
{
  MpClause clause = { .kind = kind };
  gboolean good = TRUE;

  if (kind == MP_CLAUSE_CERTAINTY || kind == MP_CLAUSE_BEFORE || kind == MP_CLAUSE_AFTER)
    clause.text = g_strstrip (g_strdup (text));
  else
    clause.text = mp_casefold (text);
  if (*clause.text == '\0') {
    g_free (clause.text);
    if (kind == MP_CLAUSE_WORDS)
      return TRUE;
    /* Translators: a word such as "topic", which is typed as it stands */
    g_set_error (error, MP_SEARCH_ERROR, 0, _ ("“%s:” needs something after it"), prefix_of (kind));
    return FALSE;
  }
  if (kind == MP_CLAUSE_CERTAINTY)
    good = read_certainty (&clause, error);
  else if (kind == MP_CLAUSE_BEFORE || kind == MP_CLAUSE_AFTER)
    good = read_date (&clause, error);
  if (good)
    g_array_append_val (clauses, clause);
  else
    g_free (clause.text);
  return good;
}

/* --- Reading ---------------------------------------------------------------------------------- */

/* The colon as Chinese and Japanese keyboards type it. */
#define WIDE_COLON 0xff1a

/* The letters before a colon, or NULL; stores where what follows the colon begins. Neither "10:30"
 * nor "https://" nor "Note:" has a prefix, but "topic:" does. Before a wide colon, which belongs to
 * the writing of a language, only what is known is a prefix. */
static char *
read_prefix (const char *at, MpClauseKind *kind, gboolean *known, const char **value)
{
  gsize length = strspn (at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  gboolean wide = g_utf8_get_char (at + length) == WIDE_COLON;

  *known = FALSE;
  if (length == 0 || (at[length] != ':' && !wide))
    return NULL;
  *value = g_utf8_next_char (at + length);
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (strlen (prefixes[i].word) == length &&
        g_ascii_strncasecmp (prefixes[i].word, at, length) == 0) {
      *kind = prefixes[i].kind;
      *known = TRUE;
    }
  if (!*known &&
      (wide || **value == '\0' || **value == '/' || g_unichar_isspace (g_utf8_get_char (*value))))
    return NULL;
  return g_ascii_strdown (at, (gssize) length);
}

/* The text from *at to the closing quotation mark, or to the next space or mark; moves *at behind
 * it. */
static char *
read_text (const char **at)
{
  gboolean quoted = is_quote (g_utf8_get_char (*at));
  const char *begin = quoted ? g_utf8_next_char (*at) : *at;
  const char *end = begin;

  for (; *end != '\0'; end = g_utf8_next_char (end)) {
    gunichar letter = g_utf8_get_char (end);

    if (is_quote (letter) || (!quoted && g_unichar_isspace (letter)))
      break;
  }
  *at = quoted && *end != '\0' ? g_utf8_next_char (end) : end;
  return g_strndup (begin, (gsize) (end - begin));
}

static void
complain_about_prefix (const char *prefix, GError **error)
{
  MpSuggestion suggestion = mp_suggestion_start (prefix);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    mp_suggestion_offer (&suggestion, prefixes[i].word);
  if (suggestion.best != NULL)
    g_set_error (error, MP_SEARCH_ERROR, 0, _ ("there is no “%s:”; did you mean “%s:”?"), prefix,
                 suggestion.best);
  else
    g_set_error (error, MP_SEARCH_ERROR, 0,
                 _ ("there is no “%s:”; put the words in quotation marks to search for them"),
                 prefix);
}

static gboolean
read_clause (const char **at, GArray *clauses, GError **error)
{
  MpClauseKind kind = MP_CLAUSE_WORDS;
  gboolean known;
  const char *value = NULL;
  g_autofree char *prefix = read_prefix (*at, &kind, &known, &value);
  g_autofree char *text = NULL;

  if (prefix != NULL && !known) {
    complain_about_prefix (prefix, error);
    return FALSE;
  }
  if (prefix != NULL)
    *at = value;
  text = read_text (at);
  return add_clause (clauses, kind, text, error);
}

static void
clear_clause (gpointer clause)
{
  g_free (((MpClause *) clause)->text);
}

MpSearchQuery *
mp_search_query_parse (const char *text, GError **error)
{
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (MpClause));
  MpSearchQuery *query;

  g_array_set_clear_func (clauses, clear_clause);
  for (const char *at = text; *at != '\0';) {
    if (g_unichar_isspace (g_utf8_get_char (at))) {
      at = g_utf8_next_char (at);
    } else if (!read_clause (&at, clauses, error)) {
      g_array_unref (clauses);
      return NULL;
    }
  }
  query = g_new0 (MpSearchQuery, 1);
  query->n_clauses = clauses->len;
  query->clauses = (MpClause *) (gpointer) g_array_free (clauses, FALSE);
  return query;
}

void
mp_search_query_free (MpSearchQuery *query)
{
  if (query == NULL)
    return;
  for (guint i = 0; i < query->n_clauses; i++)
    g_free (query->clauses[i].text);
  g_free (query->clauses);
  g_free (query);
}

/* --- Printing --------------------------------------------------------------------------------- */

/* Whether a word can be printed without quotation marks and is read as the same word again. */
static gboolean
is_plain (const char *text)
{
  MpClauseKind kind;
  gboolean known;
  const char *value;
  g_autofree char *prefix = read_prefix (text, &kind, &known, &value);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;
  return prefix == NULL;
}

char *
mp_search_query_print (const MpSearchQuery *query)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < query->n_clauses; i++) {
    const MpClause *clause = &query->clauses[i];
    const char *prefix = prefix_of (clause->kind);
    const char *quote = is_plain (clause->text) ? "" : "\"";

    if (i > 0)
      g_string_append_c (text, ' ');
    if (prefix != NULL)
      g_string_append_printf (text, "%s:", prefix);
    g_string_append_printf (text, "%s%s%s", quote, clause->text, quote);
  }
  return g_string_free (text, FALSE);
}

gboolean
mp_search_query_equal (const MpSearchQuery *a, const MpSearchQuery *b)
{
  if (a->n_clauses != b->n_clauses)
    return FALSE;
  for (guint i = 0; i < a->n_clauses; i++)
    if (a->clauses[i].kind != b->clauses[i].kind ||
        !g_str_equal (a->clauses[i].text, b->clauses[i].text))
      return FALSE;
  return TRUE;
}
