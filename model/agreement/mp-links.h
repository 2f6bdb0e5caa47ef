/* mp-links.h: how the entries of an agreement are linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link stands at one entry and is told at both. A phase is told with its term: what leads to the
 * term leads to each of its phases.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* A link as one of its ends sees it. */
typedef struct {
  guint32 link; /* in mp_agreement_links () */
  MpLinkGroup group;
  MpNamed other; /* the other end: a milestone or a term */
  MpCertainty certainty;
} MpLinkEnd;

/* Returns the links of a milestone or a phase, both those that it has and those that lead to it: by
 * group, then the surest first, then by date. length counts them. Free with g_free ().
 *
 * Takes time in proportion to their number, once the links of the agreement have been sorted. */
MpLinkEnd *mp_links_of (MpAgreement *agreement, MpItem item,
                        guint *length) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a milestone or a phase has any link, or any leads to it. */
gboolean mp_links_any (MpAgreement *agreement, MpItem item);

/* The certainty of a link: its own, else that of the milestone that it leads to, else stated. */
MpCertainty mp_link_certainty (MpAgreement *agreement, const MpLink *link);

/* Who says that a link is so: its own citations or, if it has none, those of the milestone at the
 * other end. */
MpRun mp_link_citations (MpAgreement *agreement, const MpLinkEnd *end);

/* Returns what a link says of an entry at its other end, by whose eyes end was made: of the entry
 * that gives a reason "Why: a reason for “The 2026 reset”". Free with g_free (). */
char *mp_link_words_at_other (MpAgreement *agreement,
                              const MpLinkEnd *end) G_GNUC_WARN_UNUSED_RESULT;

/* The title of what a link names: of a milestone or of a term. */
const char *mp_links_title (MpAgreement *agreement, MpNamed named);

/* The item that shows what a link names: a milestone itself, of a term the phase at an instant,
 * else its last one. Of kind MP_ITEM_NONE if it has none. */
MpItem mp_links_item_of (MpAgreement *agreement, MpNamed named, MpInstant at);

G_END_DECLS
