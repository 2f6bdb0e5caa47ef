/* mp-difference-private.h: what finds differences shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-difference.h"

G_BEGIN_DECLS

/* Where the differences of one thing go. */
typedef struct {
  MpAgreement *before; /* borrowed, as the array */
  MpAgreement *after;
  GArray *out;
  MpThing thing;
  guint32 old; /* what is compared, or MP_NONE */
  guint32 new;
} MpFinder;

/* Adds a difference. Takes the values, of which an empty one counts as none. */
void mp_difference_add (MpFinder *finder, MpDifferenceKind kind, const char *member,
                        char *old_value, char *new_value);

/* Each adds what differs between two values of a member, and nothing if they are the same. */
void mp_compare_strings (MpFinder *finder, MpDifferenceKind kind, const char *member,
                         const char *old, const char *new);
void mp_compare_certainty (MpFinder *finder, const char *member, MpCertainty old, MpCertainty new);
void mp_compare_citations (MpFinder *finder, const char *member, MpRun old, MpRun new);
void mp_compare_amounts (MpFinder *finder, MpRun old, MpRun new);
void mp_compare_alternatives (MpFinder *finder, MpRun old, MpRun new);
void mp_compare_links (MpFinder *finder, MpRun old, MpRun new);
void mp_compare_changes (MpFinder *finder, MpRun old, MpRun new);

/* Returns the title of something in one of the agreements, as the second agreement has it, else the
 * first, so that another title is told at what has it and nowhere else; "" of nothing. Never freed.
 */
const char *mp_difference_title (MpFinder *finder, MpAgreement *agreement, MpNamed named);

G_END_DECLS
