/* mp-headline.h: what a headline says that is in doubt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever writes a headline over a figure may say as a fact what only one source claims, or what
 * sources contradict each other on. Entries of such a certainty are looked for by the words that
 * they share with the headline. It is a hint to look twice: words can be shared without the
 * meaning.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* An entry that is in doubt and shares words with a headline. */
typedef struct {
  MpItem item; /* a milestone or a phase */
  char *word;  /* the first word that is shared, as the headline has it; owned */
} MpHeadlineDoubt;

/* Returns the entries that are in doubt and share a significant word with a headline, which must be
 * UTF-8, as an array of MpHeadlineDoubt in the order of the file, milestones first. Of a milestone
 * the title counts, of a phase its state and the title of its term. Free with g_array_unref (). */
GArray *mp_headline_find_doubts (MpAgreement *agreement,
                                 const char *headline) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a sentence about a doubt, in lower case and without full stop: which word, of which
 * entry, and how well that is known. Free with g_free (). */
char *mp_headline_describe_doubt (MpAgreement *agreement,
                                  const MpHeadlineDoubt *doubt) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
