/* mp-suggest.h: the word that was meant by a misspelt one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A search for the one of many words that is most like a given word. A plain value, which borrows
 * its strings from the caller. */
typedef struct {
  const char *word;
  gsize length;
  const char *best; /* the most similar word so far, or NULL */
  guint distance;   /* the mistakes in best; while it is NULL, one more than are allowed */
} MpSuggestion;

/* Starts a search. The longer the word, the more mistakes are allowed. */
MpSuggestion mp_suggestion_start (const char *word);

/* Offers one of the many words. The one with the fewest mistakes is kept, the first one of several.
 * A letter that is missing, added, wrong, or swapped with its neighbour is one mistake. The case of
 * ASCII letters does not matter. */
void mp_suggestion_offer (MpSuggestion *suggestion, const char *candidate);

G_END_DECLS
