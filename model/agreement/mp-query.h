/* mp-query.h: what is in force when, and what a milestone changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here is computed from the phases; nothing is stored twice. A date that the user gives
 * is a stretch of time, such as a day or a year: from its first instant, until the first instant
 * after it.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-bits.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef enum {
  MP_STATUS_NOT,      /* at no instant of the stretch */
  MP_STATUS_POSSIBLY, /* the dates do not say, or during a part of the stretch only */
  MP_STATUS_IN_FORCE, /* certainly, at every instant of the stretch */
} MpStatus;

typedef struct {
  MpStatus status;
  guint32 phase; /* the phase meant; MP_NONE only for a term without phases */
} MpStanding;

/* What is known of the end of a phase. On a day that is still to come, this is the basis for saying
 * that the phase is in force then. */
typedef enum {
  MP_BASIS_STATED_END, /* an end is stated: in force until then */
  MP_BASIS_NO_END,     /* no end is published, or nobody says when it is */
  MP_BASIS_UNLESS, /* a condition is named that would end it early, whether or not an end is stated
                    */
} MpBasis;
#define MP_N_BASES 3

/* What a milestone changed in one term: the phase before it and the phase after it, or MP_NONE
 * where there is none. */
typedef struct {
  guint32 term;
  guint32 before;
  guint32 after;
} MpChange;

/* Tells how a phase stands from an instant until another, which is excluded. */
MpStatus mp_query_phase_status (MpAgreement *agreement, guint32 phase, MpInstant from,
                                MpInstant until);

/* Tells how a term stands from an instant until another, which is excluded. This is the standing of
 * its phase with the highest status, or of the last of several such phases. If the term is not in
 * force, the phase is the last one that has ended or, if none has, the first one to come. */
MpStanding mp_query_standing (MpAgreement *agreement, guint32 term, MpInstant from,
                              MpInstant until);

/* Returns the indices (guint32) of the phases of a term that are in force, or may be, from an
 * instant until another, which is excluded. The phase of mp_query_standing () comes first, the
 * others follow in order of time. The array is empty if the term is not in force. Free with
 * g_array_unref (). */
GArray *mp_query_possible_phases (MpAgreement *agreement, guint32 term, MpInstant from,
                                  MpInstant until) G_GNUC_WARN_UNUSED_RESULT;

MpBasis mp_query_phase_basis (MpAgreement *agreement, guint32 phase);

/* Returns whether a date reaches beyond the day that counts as today. What is in force on such a
 * date is not so yet; it will be, as far as is known today. */
gboolean mp_query_is_future (const MpDate *date, MpInstant today);

/* Returns whether the phase is certainly over at the instant. */
gboolean mp_query_phase_is_over (MpAgreement *agreement, guint32 phase, MpInstant instant);

/* Returns what a milestone changed: an array of MpChange, one for each term that the milestone
 * names, in the file's order. The phases are those at the last instant before the milestone's date
 * and at the first instant after it. Free with g_array_unref (). */
GArray *mp_query_changes (MpAgreement *agreement, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* Counts the terms that have this status from an instant until another, which is excluded. */
guint mp_query_count (MpAgreement *agreement, MpStatus status, MpInstant from, MpInstant until);

/* Counts the terms that are in force on this basis from an instant until another, which is
 * excluded. */
guint mp_query_count_basis (MpAgreement *agreement, MpBasis basis, MpInstant from, MpInstant until);

/* Returns the indices (guint32) of the milestones that change one of these terms: the first ones in
 * order of time, at most n. terms is a set of indices. except is left out; it may be MP_NONE. Free
 * with g_array_unref (). */
GArray *mp_query_milestones_changing (MpAgreement *agreement, const MpBits *terms, guint32 except,
                                      guint n) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the indices of all terms in the order of the rows: topic by topic, and as in the file
 * within a topic. There are as many as mp_agreement_terms () has. Free with g_free (). */
guint32 *mp_query_terms_by_topic (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the word in the JSON that the command line prints: "in-force", "possibly" or "not"; never
 * freed. */
const char *mp_status_to_string (MpStatus status);

/* Returns the word in the JSON that the command line prints: "stated-end", "no-end" or "unless";
 * never freed. */
const char *mp_basis_to_string (MpBasis basis);

G_END_DECLS
