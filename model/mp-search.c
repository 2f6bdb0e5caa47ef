/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-search.h"

#include "mp-fold.h"

#include <string.h>

/* Every text is a document, in one block, in this order: parties, sources, terms, phases,
 * milestones. A newline, which no folded text has, keeps a word from being found across two. */
struct _MpSearchIndex {
  MpAgreement *agreement; /* owned, as the rest */
  GString *block;
  gsize *offsets; /* a document each, and the end */
  guint n_documents;
  guint first_source;
  guint first_term;
  guint first_phase;
  guint first_milestone;
  MpItem *items; /* by time */
  guint n_items;
};

/* --- The index -------------------------------------------------------------------------------- */

static void
add_text (MpSearchIndex *index, MpTextRef ref)
{
  const char *text = mp_agreement_text (index->agreement, ref);

  if (*text == '\0')
    return;
  /* Words of two texts are not side by side: nothing typed has this sign. */
  if (index->block->len > index->offsets[index->n_documents])
    g_string_append_c (index->block, '\t');
  mp_fold_append (index->block, text);
}

static void
end_document (MpSearchIndex *index)
{
  g_string_append_c (index->block, '\n');
  index->offsets[++index->n_documents] = index->block->len;
}

static void
add_documents (MpSearchIndex *index)
{
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  const MpMilestones *milestones = mp_agreement_milestones (index->agreement);
  guint n_parties, n_sources, n_terms;
  const MpParty *parties = mp_agreement_parties (index->agreement, &n_parties);
  const MpSource *sources = mp_agreement_sources (index->agreement, &n_sources);
  const MpTerm *terms = mp_agreement_terms (index->agreement, &n_terms);

  index->first_source = n_parties;
  index->first_term = index->first_source + n_sources;
  index->first_phase = index->first_term + n_terms;
  index->first_milestone = index->first_phase + phases->length;
  index->offsets = g_new0 (gsize, index->first_milestone + milestones->length + 1);
  for (guint i = 0; i < n_parties; i++) {
    add_text (index, parties[i].name);
    end_document (index);
  }
  for (guint i = 0; i < n_sources; i++) {
    add_text (index, sources[i].title);
    add_text (index, sources[i].publisher);
    end_document (index);
  }
  for (guint i = 0; i < n_terms; i++) {
    add_text (index, terms[i].title);
    add_text (index, terms[i].summary);
    end_document (index);
  }
  for (guint i = 0; i < phases->length; i++) {
    add_text (index, phases->state[i]);
    add_text (index, phases->summary[i]);
    add_text (index, phases->ends_early[i]);
    end_document (index);
  }
  for (guint i = 0; i < milestones->length; i++) {
    add_text (index, milestones->title[i]);
    add_text (index, milestones->summary[i]);
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

/* --- Conditions ------------------------------------------------------------------------------- */

/* What one condition asks of the items, made ready. */
typedef struct {
  const MpSearchIndex *index;
  const MpClause *clause;
  MpBits *set;        /* the documents that have the words; the topics or parties meant; or empty */
  gboolean any_party; /* whether a document of this kind has the words */
  gboolean any_source;
} Condition;

/* The documents with these words. */
static MpBits *
find_documents (const MpSearchIndex *index, const char *words)
{
  const char *block = index->block->str;
  MpBits *found = mp_bits_new (index->n_documents);
  guint document = 0;

  for (const char *at = strstr (block, words); at != NULL;
       at = strstr (block + index->offsets[document + 1], words)) {
    gsize offset = (gsize) (at - block);

    while (index->offsets[document + 1] <= offset)
      document++;
    mp_bits_set (found, document, TRUE);
  }
  return found;
}

static gboolean
any_between (const MpBits *bits, guint from, guint until)
{
  for (guint i = from; i < until; i++)
    if (mp_bits_has (bits, i))
      return TRUE;
  return FALSE;
}

/* Whether a topic or a party is meant: by its id, or by a part of its name. */
static gboolean
is_meant (const Condition *condition, MpTextRef id, MpTextRef name)
{
  g_autofree char *folded_id = mp_fold (mp_agreement_text (condition->index->agreement, id));
  g_autofree char *folded = mp_fold (mp_agreement_text (condition->index->agreement, name));

  return g_str_equal (folded_id, condition->clause->text) ||
         strstr (folded, condition->clause->text) != NULL;
}

static Condition
condition_start (const MpSearchIndex *index, const MpClause *clause)
{
  Condition condition = { .index = index, .clause = clause };
  guint n;

  if (clause->kind == MP_CLAUSE_WORDS) {
    condition.set = find_documents (index, clause->text);
    condition.any_party = any_between (condition.set, 0, index->first_source);
    condition.any_source = any_between (condition.set, index->first_source, index->first_term);
  } else if (clause->kind == MP_CLAUSE_TOPIC) {
    const MpTopic *topics = mp_agreement_topics (index->agreement, &n);

    condition.set = mp_bits_new (n);
    for (guint i = 0; i < n; i++)
      mp_bits_set (condition.set, i, is_meant (&condition, topics[i].id, topics[i].title));
  } else if (clause->kind == MP_CLAUSE_PARTY) {
    const MpParty *parties = mp_agreement_parties (index->agreement, &n);

    condition.set = mp_bits_new (n);
    for (guint i = 0; i < n; i++)
      mp_bits_set (condition.set, i, is_meant (&condition, parties[i].id, parties[i].name));
  } else {
    condition.set = mp_bits_new (0);
  }
  return condition;
}

static void
condition_end (Condition *condition)
{
  mp_bits_unref (condition->set);
}

static gboolean
has_party (const MpBits *parties, const MpTerm *term)
{
  /* MP_NONE is in no set. */
  return mp_bits_has (parties, term->obligor) || mp_bits_has (parties, term->obligee);
}

/* The parties are the first documents, so that their numbers are the parties' own. */
static gboolean
party_has_words (const Condition *condition, const MpTerm *term)
{
  return condition->any_party && has_party (condition->set, term);
}

static gboolean
source_has_words (const Condition *condition, MpRun citations)
{
  const MpSearchIndex *index = condition->index;
  const MpCitation *pool = mp_agreement_citations (index->agreement);

  for (guint32 i = 0; condition->any_source && i < citations.count; i++)
    if (mp_bits_has (condition->set, index->first_source + pool[citations.first + i].source))
      return TRUE;
  return FALSE;
}

static gboolean
meets_time (const MpClause *clause, MpInstant earliest, MpInstant after)
{
  return clause->kind == MP_CLAUSE_BEFORE ? earliest < clause->date.earliest
                                          : MAX (after, earliest) > clause->date.after;
}

static gboolean
phase_meets (const Condition *condition, guint32 phase)
{
  const MpSearchIndex *index = condition->index;
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  guint32 term = phases->term[phase];
  const MpTerm *its = &mp_agreement_terms (index->agreement, NULL)[term];

  switch (condition->clause->kind) {
  case MP_CLAUSE_WORDS:
    return mp_bits_has (condition->set, index->first_phase + phase) ||
           mp_bits_has (condition->set, index->first_term + term) ||
           party_has_words (condition, its) ||
           source_has_words (condition, phases->citations[phase]);
  case MP_CLAUSE_TOPIC:
    return mp_bits_has (condition->set, its->topic);
  case MP_CLAUSE_PARTY:
    return has_party (condition->set, its);
  case MP_CLAUSE_CERTAINTY:
    return phases->certainty[phase] == condition->clause->certainty;
  case MP_CLAUSE_BEFORE:
  case MP_CLAUSE_AFTER:
  default:
    return meets_time (condition->clause, phases->earliest_start[phase], phases->latest_end[phase]);
  }
}

/* Whether the milestone changes a term of one of these parties. */
static gboolean
changes_party (const MpSearchIndex *index, guint32 milestone, const MpBits *parties)
{
  const MpTerm *terms = mp_agreement_terms (index->agreement, NULL);
  const guint32 *changes = mp_agreement_changes (index->agreement);
  MpRun run = mp_agreement_milestones (index->agreement)->changes[milestone];

  for (guint32 i = 0; i < run.count; i++)
    if (has_party (parties, &terms[changes[run.first + i]]))
      return TRUE;
  return FALSE;
}

/* The documents of parties alone, whose numbers are the parties' own. */
static gboolean
milestone_party_has_words (const Condition *condition, guint32 milestone)
{
  return condition->any_party && changes_party (condition->index, milestone, condition->set);
}

static gboolean
milestone_meets (const Condition *condition, guint32 milestone)
{
  const MpSearchIndex *index = condition->index;
  const MpMilestones *milestones = mp_agreement_milestones (index->agreement);

  switch (condition->clause->kind) {
  case MP_CLAUSE_WORDS:
    return mp_bits_has (condition->set, index->first_milestone + milestone) ||
           source_has_words (condition, milestones->citations[milestone]) ||
           milestone_party_has_words (condition, milestone);
  case MP_CLAUSE_TOPIC:
    return mp_bits_has (condition->set, milestones->topic[milestone]);
  case MP_CLAUSE_PARTY:
    return changes_party (index, milestone, condition->set);
  case MP_CLAUSE_CERTAINTY:
    return milestones->certainty[milestone] == condition->clause->certainty;
  case MP_CLAUSE_BEFORE:
  case MP_CLAUSE_AFTER:
  default:
    return meets_time (condition->clause, milestones->earliest[milestone],
                       milestones->after[milestone]);
  }
}

/* --- Searching -------------------------------------------------------------------------------- */

/* Takes out of the matches what does not meet a condition. */
static void
narrow (MpMatches *matches, const Condition *condition)
{
  for (guint32 i = 0; i < matches->phases->length; i++)
    if (mp_bits_has (matches->phases, i) && !phase_meets (condition, i))
      mp_bits_set (matches->phases, i, FALSE);
  for (guint32 i = 0; i < matches->milestones->length; i++)
    if (mp_bits_has (matches->milestones, i) && !milestone_meets (condition, i))
      mp_bits_set (matches->milestones, i, FALSE);
}

static MpMatches *
match_all (const MpSearchIndex *index, const MpShown *shown)
{
  const MpPhases *phases = mp_agreement_phases (index->agreement);
  guint n_milestones = mp_agreement_milestones (index->agreement)->length;
  MpMatches *matches = g_new0 (MpMatches, 1);

  g_atomic_ref_count_init (&matches->references);
  matches->phases = mp_bits_new (phases->length);
  matches->milestones = mp_bits_new (n_milestones);
  for (guint32 i = 0; i < phases->length; i++)
    mp_bits_set (matches->phases, i, mp_shown_has_term (shown, phases->term[i]));
  for (guint32 i = 0; i < n_milestones; i++)
    mp_bits_set (matches->milestones, i, mp_shown_has_milestone (shown, i));
  return matches;
}

MpMatches *
mp_search_run (const MpSearchIndex *index, const MpSearchQuery *query, const MpShown *shown)
{
  MpMatches *matches = match_all (index, shown);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < query->n_clauses; i++) {
    Condition condition = condition_start (index, &query->clauses[i]);

    narrow (matches, &condition);
    condition_end (&condition);
    if (query->clauses[i].kind == MP_CLAUSE_WORDS)
      g_ptr_array_add (words, g_strdup (query->clauses[i].text));
  }
  g_ptr_array_add (words, NULL);
  matches->words = (char **) g_ptr_array_free (words, FALSE);
  matches->items =
    g_new (MpItem, mp_bits_count (matches->phases) + mp_bits_count (matches->milestones));
  for (guint i = 0; i < index->n_items; i++)
    if (mp_matches_has (matches, index->items[i]))
      matches->items[matches->n_items++] = index->items[i];
  return matches;
}

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
mp_matches_step (const MpMatches *matches, MpAgreement *agreement, MpItem from, int step)
{
  guint n = matches->n_items, later = 0;
  gboolean found;

  if (n == 0)
    return (MpItem) { MP_ITEM_NONE, 0 };
  if (from.kind == MP_ITEM_NONE)
    return matches->items[step > 0 ? 0 : n - 1];
  /* The first that does not come before it. */
  while (later < n && mp_item_compare (agreement, matches->items[later], from) < 0)
    later++;
  found = later < n && mp_item_equal (matches->items[later], from);
  if (step < 0)
    return matches->items[(later + n - 1) % n];
  return matches->items[(found ? later + 1 : later) % n];
}
