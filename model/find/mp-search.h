/* mp-search.h: finding entries by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An index holds the texts of an agreement, casefolded, in one block, and a search runs through it.
 * It finds the items that can be selected: milestones, and phases of terms. A phase has the words
 * of its state, its summary and what ends it early, its amounts and its certainty, its term's title
 * and summary, its parties and its sources; a milestone those of its title and summary, its amounts
 * and its certainty, its sources, and the parties of the terms that it changes. Both have the words
 * that are quoted for them, and those that links say of them: "Why: a reason for The 2026 reset".
 * The words of a query need not stand in one of these together.
 *
 * What is found is ranked by where it has the words, and by the worst place where it has several:
 * they are the whole title, its start, words of it, parts of words of it; then in the state, in the
 * summary and the amounts, the certainty, a party, a source. Of one rank the earlier comes first.
 *
 * An index never changes, so any thread may make it and any may search it.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-filter.h"
#include "mp-item.h"
#include "mp-search-query.h"

G_BEGIN_DECLS

typedef struct _MpSearchIndex MpSearchIndex;

/* Makes an index, which holds a reference to the agreement. Free with mp_search_index_unref (). */
MpSearchIndex *mp_search_index_new (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* Take and release a reference; mp_search_index_ref () returns its argument. */
MpSearchIndex *mp_search_index_ref (MpSearchIndex *index);
void mp_search_index_unref (MpSearchIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpSearchIndex, mp_search_index_unref)

/* The agreement of an index, borrowed. */
MpAgreement *mp_search_index_get_agreement (const MpSearchIndex *index);

/* The items that a search has found. It never changes, and is shared by reference count. */
typedef struct {
  MpBits *phases; /* owned */
  MpBits *milestones;
  MpItem *items; /* the same by rank, the best first */
  guint n_items;
  char **words; /* that were searched for, casefolded; NULL-terminated */

  /* Private */
  gatomicrefcount references;
} MpMatches;

#define MP_TYPE_MATCHES (mp_matches_get_type ())
GType mp_matches_get_type (void);

/* Searches the entries of a visible set; NULL for all entries. Free with mp_matches_unref (). */
MpMatches *mp_search_run (const MpSearchIndex *index, const MpSearchQuery *query,
                          const MpVisibleSet *visible) G_GNUC_WARN_UNUSED_RESULT;

/* The entries of a visible set, NULL for all, as if they had been found: without ranks and words.
 * Free with mp_matches_unref (). */
MpMatches *mp_matches_new (MpAgreement *agreement,
                           const MpVisibleSet *visible) G_GNUC_WARN_UNUSED_RESULT;

/* Take and release a reference; mp_matches_ref () returns its argument. */
MpMatches *mp_matches_ref (MpMatches *matches);
void mp_matches_unref (MpMatches *matches);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpMatches, mp_matches_unref)

/* Whether a milestone or a phase was found. */
gboolean mp_matches_has (const MpMatches *matches, MpItem item);

/* The index of an item in items, or -1 where it was not found. */
int mp_matches_find (const MpMatches *matches, MpItem item);

/* The item after another in items, for step 1, or before it, for step -1. After the last comes the
 * first, and before the first the last. From an item that was not found it is the first or the
 * last. Returns an item of kind MP_ITEM_NONE where nothing was found. */
MpItem mp_matches_step (const MpMatches *matches, MpItem from, int step);

G_END_DECLS
