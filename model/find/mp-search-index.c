/* mp-search-index.c: the texts of an agreement, as a search looks for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-search-private.h"

#include "mp-agreement.h"
#include "mp-casefold.h"
#include "mp-links.h"
#include "mp-order.h"
#include "mp-words.h"

/* An index while it is made. */
typedef struct {
  MpSearchIndex *index;
  GString *block;
} Writer;

static void
add_text (Writer *writer, const char *text)
{
  mp_casefold_append (writer->block, text);
  g_string_append_c (writer->block, MP_SEARCH_END_OF_TEXT);
}

static void
add_ref (Writer *writer, MpTextRef ref)
{
  add_text (writer, mp_agreement_text (writer->index->agreement, ref));
}

/* Adds the amounts in words, as the panel shows them: "the total cap", "USD 38 billion". */
static void
add_amounts (Writer *writer, MpRun run)
{
  MpAgreement *agreement = writer->index->agreement;
  const MpAmount *amounts = mp_agreement_amounts (agreement);

  for (guint32 i = 0; i < run.count; i++) {
    g_autofree char *words = mp_words_amount (agreement, &amounts[run.first + i]);

    add_ref (writer, amounts[run.first + i].what);
    add_text (writer, words);
  }
}

/* Adds what the links of an entry say of it, as the panel of the other end does: "Why: a reason for
 * The 2026 reset". So an entry that gives a reason is found by "why" and by "reason". */
static void
add_links (Writer *writer, MpItem item)
{
  MpAgreement *agreement = writer->index->agreement;
  g_autofree MpLinkEnd *ends = NULL;
  guint length;

  if (!mp_links_any (agreement, item))
    return;
  ends = mp_links_of (agreement, item, &length);
  for (guint i = 0; i < length; i++) {
    g_autofree char *words = mp_link_words_at_other (agreement, &ends[i]);

    add_text (writer, words);
  }
}

/* Adds what the sources of an entry say in their own words. */
static void
add_quotes (Writer *writer, MpRun run)
{
  MpAgreement *agreement = writer->index->agreement;
  const MpCitation *citations = mp_agreement_citations (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (*mp_agreement_text (agreement, citations[i].quote) != '\0')
      add_ref (writer, citations[i].quote);
}

static void
end_document (Writer *writer)
{
  MpSearchIndex *index = writer->index;

  g_string_append_c (writer->block, '\n');
  index->offsets[++index->n_documents] = writer->block->len;
}

/* What several entries share: in words, and as files and queries have it. */
static void
add_shared (Writer *writer)
{
  MpAgreement *agreement = writer->index->agreement;
  guint n_parties, n_sources;
  const MpParty *parties = mp_agreement_parties (agreement, &n_parties);
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);

  for (MpCertainty certainty = 0; certainty < MP_N_CERTAINTIES; certainty++) {
    add_text (writer, mp_words_certainty (certainty));
    add_text (writer, mp_certainty_get (certainty)->word);
    end_document (writer);
  }
  for (guint i = 0; i < n_parties; i++) {
    add_ref (writer, parties[i].name);
    end_document (writer);
  }
  for (guint i = 0; i < n_sources; i++) {
    add_ref (writer, sources[i].title);
    add_ref (writer, sources[i].publisher);
    end_document (writer);
  }
}

static void
add_documents (Writer *writer)
{
  MpSearchIndex *index = writer->index;
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
  add_shared (writer);
  for (guint i = 0; i < n_terms; i++) {
    add_ref (writer, terms[i].title);
    add_ref (writer, terms[i].summary);
    end_document (writer);
  }
  for (guint i = 0; i < phases->length; i++) {
    add_ref (writer, phases->state[i]);
    add_ref (writer, phases->summary[i]);
    add_ref (writer, phases->ends_early[i]);
    add_amounts (writer, phases->amounts[i]);
    add_links (writer, (MpItem) { MP_ITEM_PHASE, i });
    add_quotes (writer, phases->citations[i]);
    end_document (writer);
  }
  for (guint i = 0; i < milestones->length; i++) {
    add_ref (writer, milestones->title[i]);
    add_ref (writer, milestones->summary[i]);
    add_amounts (writer, milestones->amounts[i]);
    add_links (writer, (MpItem) { MP_ITEM_MILESTONE, i });
    add_quotes (writer, milestones->citations[i]);
    end_document (writer);
  }
}

MpSearchIndex *
mp_search_index_new (MpAgreement *agreement)
{
  MpSearchIndex *index = g_new0 (MpSearchIndex, 1);
  Writer writer = { index, g_string_new (NULL) };
  gsize length;

  g_atomic_ref_count_init (&index->references);
  index->agreement = g_object_ref (agreement);
  add_documents (&writer);
  /* What is found is ordered by this. Where the index is made in a thread, so is the order. */
  mp_order_items (agreement);
  /* The string has room to grow, as much as it is long at the worst. */
  length = writer.block->len;
  index->block = g_realloc (g_string_free (writer.block, FALSE), length + 1);
  return index;
}

MpSearchIndex *
mp_search_index_ref (MpSearchIndex *index)
{
  g_atomic_ref_count_inc (&index->references);
  return index;
}

void
mp_search_index_unref (MpSearchIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->references))
    return;
  g_object_unref (index->agreement);
  g_free (index->block);
  g_free (index->offsets);
  g_free (index);
}

MpAgreement *
mp_search_index_get_agreement (const MpSearchIndex *index)
{
  return index->agreement;
}
