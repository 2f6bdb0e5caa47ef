/* mp-suggest.h: what a misspelt word was meant to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The search for the one of many words that is most like a given one. A plain value; word is
 * borrowed. */
typedef struct {
  const char *word;
  gsize length;
  const char *best; /* the nearest word so far, borrowed from the caller, or NULL */
  guint distance;   /* of best; before there is one, one more than is allowed */
} MpSuggestion;

/* Starts a search. How many mistakes are allowed grows with the length of the word. */
MpSuggestion mp_suggestion_start (const char *word);

/* Offers one of the words. Of several that are as near the first wins. Letters of ASCII are
 * compared without case; a letter too many, too few, wrong, or in its neighbour's place is one
 * mistake. */
void mp_suggestion_offer (MpSuggestion *suggestion, const char *candidate);

G_END_DECLS
