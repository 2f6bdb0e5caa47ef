/* mp-criteria.h: the questions that filters and searches ask of entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter and a search ask for topics, parties, certainties and times by the same rules, which
 * stand here once. mp-filter.h has the table of what a term and what a milestone answers.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-bits.h"
#include "mp-date.h"

G_BEGIN_DECLS

/* Criteria that must all be met. Whoever fills in the structure keeps the sets alive as long as it
 * is used. MP_CRITERIA_ANY lets everything pass. */
typedef struct {
  const MpBits *topics;  /* the accepted topics, by index; NULL accepts any */
  const MpBits *parties; /* the accepted parties, by index; NULL accepts any, and none at all */
  guint certainties;     /* the accepted certainties, 1 << MpCertainty each; 0 accepts any */
  MpInstant begin;       /* the accepted time is [begin, end) */
  MpInstant end;
} MpCriteria;

#define MP_CRITERIA_ANY ((MpCriteria) { .begin = MP_INSTANT_MIN, .end = MP_INSTANT_MAX })

/* Whether something that may begin as early as earliest, and is over before after, may lie in
 * [begin, end), at least in part. Something without length, whose after is not later than its
 * earliest, lies at the instant earliest. */
gboolean mp_criteria_time_meets (const MpCriteria *criteria, MpInstant earliest, MpInstant after);

/* Whether the obligor or the obligee of a term is in the set, which must not be NULL. MP_NONE, for
 * a party that is not named, is in no set. */
gboolean mp_criteria_term_has_party (const MpTerm *term, const MpBits *parties);

/* Each of these takes the entries that do not meet the criteria out of a set of indices.
 *
 * Of a term its topic and its parties are asked, but not its phases. Of a phase its certainty and
 * its possible time are asked, but not its term. Of a milestone everything is asked; its parties
 * are those of the terms that it changes. */
void mp_criteria_keep_terms (const MpCriteria *criteria, MpAgreement *agreement, MpBits *terms);
void mp_criteria_keep_phases (const MpCriteria *criteria, MpAgreement *agreement, MpBits *phases);
void mp_criteria_keep_milestones (const MpCriteria *criteria, MpAgreement *agreement,
                                  MpBits *milestones);

G_END_DECLS
