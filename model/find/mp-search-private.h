/* mp-search-private.h: the inside of an index, for the search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-search.h"

G_BEGIN_DECLS

/* Every entry is a document, and so is everything that several entries can have. The documents are
 * in one block, in this order: certainties, parties, sources, terms, phases, milestones. A newline,
 * which no casefolded text has, ends each of them, so that no word is found across two. */
struct _MpSearchIndex {
  MpAgreement *agreement; /* owned, as the rest */
  char *block;
  gsize *offsets; /* of each document in the block, and of its end */
  guint n_documents;
  guint first_party; /* after the certainties */
  guint first_source;
  guint first_term;
  guint first_phase;
  guint first_milestone;

  gatomicrefcount references;
};

/* Follows each text of a document, also an empty one, so that a position tells which text it is in.
 * No query has this character, so that words of two texts are not taken for neighbours. */
#define MP_SEARCH_END_OF_TEXT '\t'

G_END_DECLS
