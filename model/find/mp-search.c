/* mp-search.c: finds the entries that match a query
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-search.h"

#include "mp-agreement.h"
#include "mp-casefold.h"
#include "mp-criteria.h"
#include "mp-words.h"

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

/* Every entry is a document, and so is everything that several entries can have. The documents are
 * in one block, in this order: certainties, parties, sources, terms, phases, milestones. A newline,
 * which no casefolded text has, ends each of them, so that no word is found across two. */
struct _MpSearchIndex {
  MpAgreement *agreement; /* owned, as the rest */
  GString *block;
  gsize *offsets; /* of each document in the block, and of its end */
  guint n_documents;
  guint first_party; /* after the certainties */
  guint first_source;
  guint first_term;
  guint first_phase;
  guint first_milestone;
  MpItem *items; /* by time */
  guint n_items;
};

/* --- The index -------------------------------------------------------------------------------- */

/* Follows each text of a document, also an empty one, so that a position tells which text it is in.
 * No query has this character, so that words of two texts are not taken for neighbours. */
#define END_OF_TEXT '\t'

static void
add_text (MpSearchIndex *index, const char *text)
{
  mp_casefold_append (index->block, text);
  g_string_append_c (index->block, END_OF_TEXT);
}

static void
add_ref (MpSearchIndex *index, MpTextRef ref)
{
  add_text (index, mp_agreement_text (index->agreement, ref));
}

/* Adds the amounts in words, as the panel shows them: "the total cap", "USD 38 billion". */
static void
add_amounts (MpSearchIndex *index, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (index->agreement);

  for (guint32 i = 0; i < run.count; i++) {
    g_autofree char *words = mp_words_amount (index->agreement, &amounts[run.first + i]);

    add_ref (index, amounts[run.first + i].what);
    add_text (index, words);
  }
}

static void
end_document (MpSearchIndex *index)
{
  g_string_append_c (index->block, '\n');
  index->offsets[++index->n_documents] = index->block->len;
}

/* What several entries share: in words, and as files and queries have it. */
static void
add_shared (MpSearchIndex *index)
{
  guint n_parties, n_sources;
  const MpParty *parties = mp_agreement_parties (index->agreement, &n_parties);
  const MpSource *sources = mp_agreement_sources (index->agreement, &n_sources);

  for (MpCertainty certainty = 0; certainty < MP_N_CERTAINTIES; certainty++) {
    add_text (index, mp_words_certainty (certainty));
    add_text (index, mp_certainty_get (certainty)->word);
    end_document (index);
  }
  for (guint i = 0; i < n_parties; i++) {
    add_ref (index, parties[i].name);
    end_document (index);
  }
  for (guint i = 0; i < n_sources; i++) {
    add_ref (index, sources[i].title);
    add_ref (index, sources[i].publisher);
    end_document (index);
  }
}

static void
add_documents (MpSearchIndex *index)
{
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  const MpMilestones *milestones = mp_agreement_milestones (index->agreement);
  guint n_parties, n_sources, n_terms;
  const MpTerm *terms = mp_agreement_terms (index->agreement, &n_terms);

  mp_agreement_parties (index->agreement, &n_parties);
  mp_agreement_sources (index->agreement, &n_sources);
  index->first_party = MP_N_CERTAINTIES;
  index->first_source = index->first_party + n_parties;
  index->first_term = index->first_source + n_sources;
  index->first_phase = index->first_term + n_terms;
  index->first_milestone = index->first_phase + phases->length;
  index->offsets = g_new0 (gsize, index->first_milestone + milestones->length + 1);
  add_shared (index);
  for (guint i = 0; i < n_terms; i++) {
    add_ref (index, terms[i].title);
    add_ref (index, terms[i].summary);
    end_document (index);
  }
  for (guint i = 0; i < phases->length; i++) {
    add_ref (index, phases->state[i]);
    add_ref (index, phases->summary[i]);
    add_ref (index, phases->ends_early[i]);
    add_amounts (index, phases->amounts[i]);
    end_document (index);
  }
  for (guint i = 0; i < milestones->length; i++) {
    add_ref (index, milestones->title[i]);
    add_ref (index, milestones->summary[i]);
    add_amounts (index, milestones->amounts[i]);
    end_document (index);
  }
}

MpSearchIndex *
mp_search_index_new (MpAgreement *agreement)
{
  MpSearchIndex *index = g_new0 (MpSearchIndex, 1);

  index->agreement = g_object_ref (agreement);
  index->block = g_string_new (NULL);
  add_documents (index);
  index->items = mp_items_by_time (agreement, &index->n_items);
  return index;
}

void
mp_search_index_free (MpSearchIndex *index)
{
  if (index == NULL)
    return;
  g_object_unref (index->agreement);
  g_string_free (index->block, TRUE);
  g_free (index->offsets);
  g_free (index->items);
  g_free (index);
}

MpAgreement *
mp_search_index_get_agreement (const MpSearchIndex *index)
{
  return index->agreement;
}

/* --- Where words are -------------------------------------------------------------------------- */

static gboolean
begins_word (const char *block, const char *at)
{
  return at == block || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
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
  const char *begin = index->block->str + index->offsets[document];
  gboolean is_first = memchr (begin, END_OF_TEXT, (gsize) (at - begin)) == NULL;

  if (document < index->first_party)
    /* Many entries share a certainty, so letters within its words would find too much. */
    return begins_word (begin, at) ? RANK_CERTAINTY : RANK_NONE;
  if (document < index->first_source)
    return RANK_PARTY;
  if (document < index->first_term)
    return RANK_SOURCE;
  if (!is_first)
    return RANK_SUMMARY;
  if (!has_title (index, document))
    return RANK_STATE;
  return begins_word (begin, at) ? RANK_TITLE_WORD : RANK_TITLE_PART;
}

/* The rank of each document by these words; RANK_NONE where it does not have them. Free with g_free
 * ().
 */
static guint8 *
rank_documents (const MpSearchIndex *index, const char *words)
{
  const char *block = index->block->str;
  guint8 *positions = g_new0 (guint8, index->n_documents);
  guint document = 0;

  for (const char *at = strstr (block, words); at != NULL;) {
    gsize offset = (gsize) (at - block);
    Rank rank;

    while (index->offsets[document + 1] <= offset)
      document++;
    rank = rank_place (index, document, at);
    if (positions[document] == RANK_NONE || rank < (Rank) positions[document])
      positions[document] = (guint8) rank;
    /* The texts of a document are in order of rank, so only a rank within a word can still improve.
     */
    at =
      strstr (rank == RANK_TITLE_PART || rank == RANK_NONE ? g_utf8_next_char (at)
                                                           : block + index->offsets[document + 1],
              words);
  }
  return positions;
}

static gboolean
any_between (const guint8 *positions, guint from, guint until)
{
  for (guint i = from; i < until; i++)
    if (positions[i] != RANK_NONE)
      return TRUE;
  return FALSE;
}

/* The better of two. */
static Rank
better (Rank a, Rank b)
{
  if (a == RANK_NONE || b == RANK_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

/* --- Conditions ------------------------------------------------------------------------------- */

/* One condition, prepared for testing many items. */
typedef struct {
  const MpSearchIndex *index;
  const MpClause *clause;
  MpCriteria criteria; /* of a clause that is not words: the one criterion that it sets */
  MpBits *set;         /* the topics or parties of the criteria, or NULL */
  guint8 *positions;   /* of documents by the words, or NULL */
  MpBits *parties;     /* those that have the words, or NULL where none has */
  gboolean any_source;
} Condition;

/* Whether a clause names a topic or a party, by its id or by a part of its name. */
static gboolean
is_meant (const Condition *condition, MpTextRef id, MpTextRef name)
{
  g_autofree char *collapsed_id = mp_casefold (mp_agreement_text (condition->index->agreement, id));
  g_autofree char *collapsed = mp_casefold (mp_agreement_text (condition->index->agreement, name));

  return g_str_equal (collapsed_id, condition->clause->text) ||
         strstr (collapsed, condition->clause->text) != NULL;
}

static MpBits *
parties_of (const MpSearchIndex *index, const guint8 *positions)
{
  MpBits *parties = NULL;

  if (!any_between (positions, index->first_party, index->first_source))
    return NULL;
  parties = mp_bits_new (index->first_source - index->first_party);
  for (guint i = 0; i < parties->length; i++)
    mp_bits_set (parties, i, positions[index->first_party + i] != RANK_NONE);
  return parties;
}

/* The topics that a clause names. */
static MpBits *
topics_meant (const Condition *condition)
{
  guint n;
  const MpTopic *topics = mp_agreement_topics (condition->index->agreement, &n);
  MpBits *set = mp_bits_new (n);

  for (guint i = 0; i < n; i++)
    mp_bits_set (set, i, is_meant (condition, topics[i].id, topics[i].title));
  return set;
}

/* The parties that a clause names. */
static MpBits *
parties_meant (const Condition *condition)
{
  guint n;
  const MpParty *parties = mp_agreement_parties (condition->index->agreement, &n);
  MpBits *set = mp_bits_new (n);

  for (guint i = 0; i < n; i++)
    mp_bits_set (set, i, is_meant (condition, parties[i].id, parties[i].name));
  return set;
}

static Condition
condition_start (const MpSearchIndex *index, const MpClause *clause)
{
  Condition condition = { .index = index, .clause = clause, .criteria = MP_CRITERIA_ANY };

  switch (clause->kind) {
  case MP_CLAUSE_TOPIC:
    condition.criteria.topics = condition.set = topics_meant (&condition);
    break;
  case MP_CLAUSE_PARTY:
    condition.criteria.parties = condition.set = parties_meant (&condition);
    break;
  case MP_CLAUSE_CERTAINTY:
    condition.criteria.certainties = 1u << clause->certainty;
    break;
  case MP_CLAUSE_BEFORE:
    condition.criteria.end = clause->date.earliest;
    break;
  case MP_CLAUSE_AFTER:
    condition.criteria.begin = clause->date.after;
    break;
  case MP_CLAUSE_WORDS:
  default:
    condition.positions = rank_documents (index, clause->text);
    condition.parties = parties_of (index, condition.positions);
    condition.any_source =
      any_between (condition.positions, index->first_source, index->first_term);
  }
  return condition;
}

static void
condition_end (Condition *condition)
{
  g_clear_pointer (&condition->set, mp_bits_unref);
  g_clear_pointer (&condition->parties, mp_bits_unref);
  g_clear_pointer (&condition->positions, g_free);
}

static Rank
rank_sources (const Condition *condition, MpRun citations)
{
  const MpSearchIndex *index = condition->index;
  const MpCitation *pool = mp_agreement_citations (index->agreement);

  for (guint32 i = 0; condition->any_source && i < citations.count; i++)
    if (condition->positions[index->first_source + pool[citations.first + i].source] != RANK_NONE)
      return RANK_SOURCE;
  return RANK_NONE;
}

static Rank
rank_phase_words (const Condition *condition, guint32 phase)
{
  const MpSearchIndex *index = condition->index;
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  guint32 term = phases->term[phase];
  const MpTerm *its = &mp_agreement_terms (index->agreement, NULL)[term];
  Rank rank = better (condition->positions[index->first_term + term],
                      condition->positions[index->first_phase + phase]);

  rank = better (rank, condition->positions[phases->certainty[phase]]);
  if (rank == RANK_NONE && condition->parties != NULL &&
      mp_criteria_term_has_party (its, condition->parties))
    rank = RANK_PARTY;
  return rank != RANK_NONE ? rank : rank_sources (condition, phases->citations[phase]);
}

static gboolean
phase_meets (const Condition *condition, guint32 phase)
{
  MpAgreement *agreement = condition->index->agreement;
  guint32 term = mp_agreement_phases (agreement)->term[phase];

  return mp_criteria_term_meets (&condition->criteria,
                                 &mp_agreement_terms (agreement, NULL)[term]) &&
         mp_criteria_phase_meets (&condition->criteria, agreement, phase);
}

static Rank
rank_milestone_words (const Condition *condition, guint32 milestone)
{
  const MpSearchIndex *index = condition->index;
  const MpMilestones *milestones = mp_agreement_milestones (index->agreement);
  Rank rank = better (condition->positions[index->first_milestone + milestone],
                      condition->positions[milestones->certainty[milestone]]);

  if (rank == RANK_NONE && condition->parties != NULL &&
      mp_criteria_milestone_has_party (index->agreement, milestone, condition->parties))
    rank = RANK_PARTY;
  return rank != RANK_NONE ? rank : rank_sources (condition, milestones->citations[milestone]);
}

/* --- Searching -------------------------------------------------------------------------------- */

/* The items that are found, each with the worst rank that one of the words has given it. */
typedef struct {
  MpMatches *matches;
  guint8 *phases;
  guint8 *milestones;
} Search;

/* Applies a condition to an item: removes it where it does not meet the condition, and keeps the
 * worst rank that conditions of words have given it. */
static void
narrow_item (const Condition *condition, MpItem item, MpBits *found, guint8 *worst)
{
  gboolean is_phase = item.kind == MP_ITEM_PHASE;
  Rank rank;

  if (condition->clause->kind == MP_CLAUSE_WORDS) {
    rank = is_phase ? rank_phase_words (condition, item.index)
                    : rank_milestone_words (condition, item.index);
    worst[item.index] = MAX (worst[item.index], (guint8) rank);
    mp_bits_set (found, item.index, rank != RANK_NONE);
  } else if (is_phase ? !phase_meets (condition, item.index)
                      : !mp_criteria_milestone_meets (&condition->criteria,
                                                      condition->index->agreement, item.index)) {
    mp_bits_set (found, item.index, FALSE);
  }
}

/* Removes from the matches the items that do not meet a condition. */
static void
narrow (Search *search, const Condition *condition)
{
  MpMatches *matches = search->matches;

  for (guint32 i = 0; i < matches->phases->length; i++)
    if (mp_bits_has (matches->phases, i))
      narrow_item (condition, (MpItem) { MP_ITEM_PHASE, i }, matches->phases, search->phases);
  for (guint32 i = 0; i < matches->milestones->length; i++)
    if (mp_bits_has (matches->milestones, i))
      narrow_item (condition, (MpItem) { MP_ITEM_MILESTONE, i }, matches->milestones,
                   search->milestones);
}

/* The rank of an item that was found. Words that are in the title one by one may also be the whole
 * of it, or its start. */
static Rank
rank_found (const MpSearchIndex *index, const Search *search, const char *all_words, MpItem item)
{
  gboolean is_phase = item.kind == MP_ITEM_PHASE;
  Rank rank = is_phase ? search->phases[item.index] : search->milestones[item.index];
  guint document = is_phase
                     ? index->first_term + mp_agreement_phases (index->agreement)->term[item.index]
                     : index->first_milestone + item.index;
  const char *title = index->block->str + index->offsets[document];

  if ((rank != RANK_TITLE_WORD && rank != RANK_TITLE_PART) || !g_str_has_prefix (title, all_words))
    return rank;
  return title[strlen (all_words)] == END_OF_TEXT ? RANK_WHOLE_TITLE : RANK_TITLE_START;
}

/* Sorts the items by rank; items of the same rank stay in order of time. */
static void
order_found (const MpSearchIndex *index, const Search *search)
{
  MpMatches *matches = search->matches;
  g_autofree char *all_words = g_strjoinv (" ", matches->words);
  guint n_found = mp_bits_count (matches->phases) + mp_bits_count (matches->milestones);
  g_autofree MpItem *by_time = g_new (MpItem, n_found);
  g_autofree guint8 *positions = g_new (guint8, n_found);
  guint place[N_RANKS + 1] = { 0 };
  guint n = 0;

  for (guint i = 0; i < index->n_items; i++) {
    if (!mp_matches_has (matches, index->items[i]))
      continue;
    by_time[n] = index->items[i];
    positions[n] = (guint8) rank_found (index, search, all_words, index->items[i]);
    place[positions[n++] + 1]++;
  }
  for (guint rank = 1; rank <= N_RANKS; rank++)
    place[rank] += place[rank - 1];
  matches->items = g_new (MpItem, n_found);
  for (guint i = 0; i < n_found; i++)
    matches->items[place[positions[i]]++] = by_time[i];
  matches->n_items = n_found;
}

static MpMatches *
match_all (const MpSearchIndex *index, const MpVisibleSet *visible)
{
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  guint n_milestones = mp_agreement_milestones (index->agreement)->length;
  MpMatches *matches = g_new0 (MpMatches, 1);

  g_atomic_ref_count_init (&matches->references);
  matches->phases = mp_bits_new (phases->length);
  matches->milestones = mp_bits_new (n_milestones);
  for (guint32 i = 0; i < phases->length; i++)
    mp_bits_set (matches->phases, i, mp_visible_set_has_term (visible, phases->term[i]));
  for (guint32 i = 0; i < n_milestones; i++)
    mp_bits_set (matches->milestones, i, mp_visible_set_has_milestone (visible, i));
  return matches;
}

MpMatches *
mp_search_run (const MpSearchIndex *index, const MpSearchQuery *query, const MpVisibleSet *visible)
{
  MpMatches *matches = match_all (index, visible);
  g_autofree guint8 *phases = g_new0 (guint8, matches->phases->length);
  g_autofree guint8 *milestones = g_new0 (guint8, matches->milestones->length);
  Search search = { matches, phases, milestones };
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < query->n_clauses; i++) {
    Condition condition = condition_start (index, &query->clauses[i]);

    narrow (&search, &condition);
    condition_end (&condition);
    if (query->clauses[i].kind == MP_CLAUSE_WORDS)
      g_ptr_array_add (words, g_strdup (query->clauses[i].text));
  }
  g_ptr_array_add (words, NULL);
  matches->words = (char **) g_ptr_array_free (words, FALSE);
  order_found (index, &search);
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
