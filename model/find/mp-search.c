/* mp-search.c: finds the entries that match a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-search-private.h"

#include "mp-agreement.h"
#include "mp-casefold.h"
#include "mp-criteria.h"
#include "mp-order.h"

#include <string.h>

/* Where something was found, from the best to the worst; the order of what is found is this. */
typedef enum {
  RANK_NONE, /* it was not */
  RANK_WHOLE_TITLE,
  RANK_TITLE_START,
  RANK_TITLE_WORD, /* a word of the title, or its start */
  RANK_TITLE_PART, /* within a word of it */
  RANK_STATE,
  RANK_SUMMARY, /* or anything else that is the entry's own */
  RANK_CERTAINTY,
  RANK_PARTY,
  RANK_SOURCE,
} Rank;
#define N_RANKS 10

/* --- Where words are -------------------------------------------------------------------------- */

static gboolean
begins_word (const char *block, const char *at)
{
  if (at == block)
    return TRUE;
  if ((guchar) at[-1] < 0x80)
    return !g_ascii_isalnum (at[-1]);
  return !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether a document has its title before everything else. */
static gboolean
has_title (const MpSearchIndex *index, guint document)
{
  return (document >= index->first_term && document < index->first_phase) ||
         document >= index->first_milestone;
}

/* Of words found at a place of a document. */
static Rank
rank_place (const MpSearchIndex *index, guint document, const char *at)
{
  const char *begin = index->block + index->offsets[document];

  if (document < index->first_party)
    /* Many entries share a certainty, so letters within its words would find too much. */
    return begins_word (begin, at) ? RANK_CERTAINTY : RANK_NONE;
  if (document < index->first_source)
    return RANK_PARTY;
  if (document < index->first_term)
    return RANK_SOURCE;
  if (memchr (begin, MP_SEARCH_END_OF_TEXT, (gsize) (at - begin)) != NULL)
    return RANK_SUMMARY;
  if (!has_title (index, document))
    return RANK_STATE;
  return begins_word (begin, at) ? RANK_TITLE_WORD : RANK_TITLE_PART;
}

/* The rank of each document by these words; RANK_NONE where it does not have them. Free with g_free
 * (). */
static guint8 *
rank_documents (const MpSearchIndex *index, const char *words)
{
  const char *block = index->block;
  guint8 *ranks = g_new0 (guint8, index->n_documents);
  guint document = 0;

  for (const char *at = strstr (block, words); at != NULL;) {
    gsize offset = (gsize) (at - block);
    Rank rank;

    while (index->offsets[document + 1] <= offset)
      document++;
    rank = rank_place (index, document, at);
    if (ranks[document] == RANK_NONE || rank < (Rank) ranks[document])
      ranks[document] = (guint8) rank;
    /* The texts of a document are in order of rank, so only a rank within a word can still improve.
     */
    at =
      strstr (rank == RANK_TITLE_PART || rank == RANK_NONE ? g_utf8_next_char (at)
                                                           : block + index->offsets[document + 1],
              words);
  }
  return ranks;
}

/* --- Words ------------------------------------------------------------------------------------ */

/* What the entries are asked for the words of one clause. */
typedef struct {
  const MpSearchIndex *index;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const guint32 *changes;
  const MpCitation *citations;
  guint8 *ranks;        /* of the documents */
  MpBits *partys_terms; /* the terms of the parties that have the words; NULL if there are none */
  gboolean any_source;
  guint8 *worst_of_milestones; /* borrowed: the worst rank that a clause has given each of them */
  guint8 *worst_of_phases;
} Words;

static gboolean
any_between (const guint8 *ranks, guint from, guint until)
{
  for (guint i = from; i < until; i++)
    if (ranks[i] != RANK_NONE)
      return TRUE;
  return FALSE;
}

static MpBits *
find_partys_terms (const MpSearchIndex *index, const guint8 *ranks)
{
  MpCriteria criteria = MP_CRITERIA_ANY;
  g_autoptr (MpBits) parties = NULL;
  MpBits *terms;

  if (!any_between (ranks, index->first_party, index->first_source))
    return NULL;
  parties = mp_bits_new (index->first_source - index->first_party);
  for (guint i = 0; i < parties->length; i++)
    mp_bits_set (parties, i, ranks[index->first_party + i] != RANK_NONE);
  criteria.parties = parties;
  terms = mp_bits_new_full (index->first_phase - index->first_term);
  mp_criteria_keep_terms (&criteria, index->agreement, terms);
  return terms;
}

/* The better of two. */
static Rank
better (Rank a, Rank b)
{
  if (a == RANK_NONE || b == RANK_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

static Rank
rank_sources (const Words *words, MpRun citations)
{
  const guint8 *ranks = words->ranks + words->index->first_source;

  for (guint32 i = 0; words->any_source && i < citations.count; i++)
    if (ranks[words->citations[citations.first + i].source] != RANK_NONE)
      return RANK_SOURCE;
  return RANK_NONE;
}

static gboolean
changes_partys_term (const Words *words, guint milestone)
{
  MpRun run = words->milestones->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_bits_has (words->partys_terms, words->changes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
phase_has_words (gpointer data, guint phase)
{
  const Words *words = data;
  guint32 term = words->phases->term[phase];
  Rank rank = better (words->ranks[words->index->first_term + term],
                      words->ranks[words->index->first_phase + phase]);

  rank = better (rank, words->ranks[words->phases->certainty[phase]]);
  if (rank == RANK_NONE && words->partys_terms != NULL && mp_bits_has (words->partys_terms, term))
    rank = RANK_PARTY;
  if (rank == RANK_NONE)
    rank = rank_sources (words, words->phases->citations[phase]);
  words->worst_of_phases[phase] = MAX (words->worst_of_phases[phase], (guint8) rank);
  return rank != RANK_NONE;
}

static gboolean
milestone_has_words (gpointer data, guint milestone)
{
  const Words *words = data;
  Rank rank = better (words->ranks[words->index->first_milestone + milestone],
                      words->ranks[words->milestones->certainty[milestone]]);

  if (rank == RANK_NONE && words->partys_terms != NULL && changes_partys_term (words, milestone))
    rank = RANK_PARTY;
  if (rank == RANK_NONE)
    rank = rank_sources (words, words->milestones->citations[milestone]);
  words->worst_of_milestones[milestone] =
    MAX (words->worst_of_milestones[milestone], (guint8) rank);
  return rank != RANK_NONE;
}

/* --- Searching -------------------------------------------------------------------------------- */

/* The items that are found, each with the worst rank that one of the words has given it. */
typedef struct {
  const MpSearchIndex *index;
  MpMatches *matches;
  guint8 *ranks; /* of all items, by the numbers of mp-order.h */
} Search;

static void
keep_words (Search *search, const char *text)
{
  const MpSearchIndex *index = search->index;
  MpAgreement *agreement = index->agreement;
  guint8 *ranks = rank_documents (index, text);
  Words words = { .index = index,
                  .phases = mp_agreement_phases (agreement),
                  .milestones = mp_agreement_milestones (agreement),
                  .changes = mp_agreement_changes (agreement),
                  .citations = mp_agreement_citations (agreement),
                  .ranks = ranks,
                  .partys_terms = find_partys_terms (index, ranks),
                  .any_source = any_between (ranks, index->first_source, index->first_term),
                  .worst_of_milestones = search->ranks,
                  .worst_of_phases = search->ranks + search->matches->milestones->length };

  mp_bits_keep_if (search->matches->phases, phase_has_words, &words);
  mp_bits_keep_if (search->matches->milestones, milestone_has_words, &words);
  g_clear_pointer (&words.partys_terms, mp_bits_unref);
  g_free (ranks);
}

/* A set of terms, and the terms of the phases. */
typedef struct {
  const MpBits *terms;
  const guint32 *terms_of_phases;
} TermsOfPhases;

static gboolean
term_is_in_set (gpointer data, guint phase)
{
  const TermsOfPhases *of = data;

  return mp_bits_has (of->terms, of->terms_of_phases[phase]);
}

static void
keep_phases_of (MpBits *phases, MpAgreement *agreement, const MpBits *terms)
{
  TermsOfPhases of = { terms, mp_agreement_phases (agreement)->term };

  mp_bits_keep_if (phases, term_is_in_set, &of);
}

static void
keep_criteria (Search *search, const MpCriteria *criteria)
{
  MpAgreement *agreement = search->index->agreement;
  g_autoptr (MpBits) terms = NULL;

  if (criteria->topics != NULL || criteria->parties != NULL) {
    terms = mp_bits_new_full (search->index->first_phase - search->index->first_term);
    mp_criteria_keep_terms (criteria, agreement, terms);
    keep_phases_of (search->matches->phases, agreement, terms);
  }
  mp_criteria_keep_phases (criteria, agreement, search->matches->phases);
  mp_criteria_keep_milestones (criteria, agreement, search->matches->milestones);
}

/* Whether words name a topic or a party, by its id or by a part of its name. */
static gboolean
is_meant (MpAgreement *agreement, const char *words, MpTextRef id, MpTextRef name)
{
  g_autofree char *folded_id = mp_casefold (mp_agreement_text (agreement, id));
  g_autofree char *folded = mp_casefold (mp_agreement_text (agreement, name));

  return g_str_equal (folded_id, words) || strstr (folded, words) != NULL;
}

static MpBits *
topics_meant (MpAgreement *agreement, const char *words)
{
  guint n;
  const MpTopic *topics = mp_agreement_topics (agreement, &n);
  MpBits *set = mp_bits_new (n);

  for (guint i = 0; i < n; i++)
    mp_bits_set (set, i, is_meant (agreement, words, topics[i].id, topics[i].title));
  return set;
}

static MpBits *
parties_meant (MpAgreement *agreement, const char *words)
{
  guint n;
  const MpParty *parties = mp_agreement_parties (agreement, &n);
  MpBits *set = mp_bits_new (n);

  for (guint i = 0; i < n; i++)
    mp_bits_set (set, i, is_meant (agreement, words, parties[i].id, parties[i].name));
  return set;
}

/* Takes the items that do not meet a clause out of those that are found. */
static void
apply_clause (Search *search, const MpClause *clause)
{
  MpAgreement *agreement = search->index->agreement;
  MpCriteria criteria = MP_CRITERIA_ANY;
  g_autoptr (MpBits) set = NULL;

  switch (clause->kind) {
  case MP_CLAUSE_TOPIC:
    set = topics_meant (agreement, clause->text);
    criteria.topics = set;
    break;
  case MP_CLAUSE_PARTY:
    set = parties_meant (agreement, clause->text);
    criteria.parties = set;
    break;
  case MP_CLAUSE_CERTAINTY:
    criteria.certainties = 1u << clause->certainty;
    break;
  case MP_CLAUSE_BEFORE:
    criteria.end = clause->date.earliest;
    break;
  case MP_CLAUSE_AFTER:
    criteria.begin = clause->date.after;
    break;
  case MP_CLAUSE_WORDS:
  default:
    keep_words (search, clause->text);
    return;
  }
  keep_criteria (search, &criteria);
}

/* --- What was found --------------------------------------------------------------------------- */

/* What is asked to see whether the words are the whole title, or its start. */
typedef struct {
  const Search *search;
  const guint32 *terms_of_phases;
  const char *words;
  gsize length;
} Titles;

static void
look_at_title (const Titles *titles, guint document, guint8 *rank)
{
  const MpSearchIndex *index = titles->search->index;
  const char *title = index->block + index->offsets[document];

  if ((*rank != RANK_TITLE_WORD && *rank != RANK_TITLE_PART) ||
      strncmp (title, titles->words, titles->length) != 0)
    return;
  *rank = title[titles->length] == MP_SEARCH_END_OF_TEXT ? RANK_WHOLE_TITLE : RANK_TITLE_START;
}

static void
look_at_phase (gpointer data, guint phase)
{
  const Titles *titles = data;
  guint n_milestones = titles->search->matches->milestones->length;

  look_at_title (titles, titles->search->index->first_term + titles->terms_of_phases[phase],
                 &titles->search->ranks[n_milestones + phase]);
}

static void
look_at_milestone (gpointer data, guint milestone)
{
  const Titles *titles = data;

  look_at_title (titles, titles->search->index->first_milestone + milestone,
                 &titles->search->ranks[milestone]);
}

/* Words that are in the title one by one may also be the whole of it, or its start. */
static void
look_at_titles (Search *search)
{
  g_autofree char *words = g_strjoinv (" ", search->matches->words);
  Titles titles = { search, mp_agreement_phases (search->index->agreement)->term, words,
                    strlen (words) };

  mp_bits_for_each (search->matches->phases, look_at_phase, &titles);
  mp_bits_for_each (search->matches->milestones, look_at_milestone, &titles);
}

static gboolean
is_found (const MpMatches *matches, guint number)
{
  guint n_milestones = matches->milestones->length;

  return number < n_milestones ? mp_bits_has (matches->milestones, number)
                               : mp_bits_has (matches->phases, number - n_milestones);
}

/* Sorts the items by rank; items of the same rank stay in order of time. */
static void
order_found (const Search *search)
{
  MpAgreement *agreement = search->index->agreement;
  MpMatches *matches = search->matches;
  const guint32 *order = mp_order_items (agreement);
  guint n_items = mp_order_n_items (agreement);
  guint places[N_RANKS + 1] = { 0 };

  for (guint i = 0; i < n_items; i++)
    if (is_found (matches, i))
      places[search->ranks[i] + 1]++;
  for (guint rank = 1; rank <= N_RANKS; rank++)
    places[rank] += places[rank - 1];
  matches->n_items = places[N_RANKS];
  matches->items = g_new (MpItem, matches->n_items);
  for (guint i = 0; i < n_items; i++)
    if (is_found (matches, order[i]))
      matches->items[places[search->ranks[order[i]]]++] = mp_order_item_of (agreement, order[i]);
}

MpMatches *
mp_matches_new (MpAgreement *agreement, const MpVisibleSet *visible)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length;
  MpMatches *matches = g_new0 (MpMatches, 1);

  g_atomic_ref_count_init (&matches->references);
  matches->phases = mp_bits_new_full (mp_agreement_phases (agreement)->length);
  if (visible == NULL) {
    matches->milestones = mp_bits_new_full (n_milestones);
  } else {
    matches->milestones = mp_bits_copy (visible->milestones);
    keep_phases_of (matches->phases, agreement, visible->terms);
  }
  return matches;
}

MpMatches *
mp_search_run (const MpSearchIndex *index, const MpSearchQuery *query, const MpVisibleSet *visible)
{
  MpMatches *matches = mp_matches_new (index->agreement, visible);
  g_autofree guint8 *ranks = g_new0 (guint8, mp_order_n_items (index->agreement));
  Search search = { index, matches, ranks };
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < query->n_clauses; i++) {
    apply_clause (&search, &query->clauses[i]);
    if (query->clauses[i].kind == MP_CLAUSE_WORDS)
      g_ptr_array_add (words, g_strdup (query->clauses[i].text));
  }
  g_ptr_array_add (words, NULL);
  matches->words = (char **) g_ptr_array_free (words, FALSE);
  look_at_titles (&search);
  order_found (&search);
  return matches;
}

G_DEFINE_BOXED_TYPE (MpMatches, mp_matches, mp_matches_ref, mp_matches_unref)

MpMatches *
mp_matches_ref (MpMatches *matches)
{
  g_atomic_ref_count_inc (&matches->references);
  return matches;
}

void
mp_matches_unref (MpMatches *matches)
{
  if (!g_atomic_ref_count_dec (&matches->references))
    return;
  mp_bits_unref (matches->phases);
  mp_bits_unref (matches->milestones);
  g_free (matches->items);
  g_strfreev (matches->words);
  g_free (matches);
}

gboolean
mp_matches_has (const MpMatches *matches, MpItem item)
{
  if (item.kind == MP_ITEM_PHASE)
    return mp_bits_has (matches->phases, item.index);
  return item.kind == MP_ITEM_MILESTONE && mp_bits_has (matches->milestones, item.index);
}

int
mp_matches_find (const MpMatches *matches, MpItem item)
{
  if (!mp_matches_has (matches, item))
    return -1;
  for (guint i = 0; i < matches->n_items; i++)
    if (mp_item_equal (matches->items[i], item))
      return (int) i;
  return -1;
}

MpItem
mp_matches_step (const MpMatches *matches, MpItem from, int step)
{
  int n = (int) matches->n_items;
  int place = mp_matches_find (matches, from);

  if (n == 0)
    return (MpItem) { MP_ITEM_NONE, 0 };
  if (place < 0)
    return matches->items[step > 0 ? 0 : n - 1];
  return matches->items[(place + step + n) % n];
}
