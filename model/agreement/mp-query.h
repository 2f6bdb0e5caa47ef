/* mp-query.h: what holds when, and what a milestone changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything here is computed from the phases; nothing is stored twice. A moment that a person
 * names is a stretch of time, a day or a year, given as [from, until).
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

typedef enum {
  MP_STATUS_NOT,      /* at no instant of the stretch */
  MP_STATUS_POSSIBLY, /* the dates do not say, or for a part of the stretch only */
  MP_STATUS_IN_FORCE, /* certainly, at every instant of the stretch */
} MpStatus;

typedef struct {
  MpStatus status;
  guint32 phase; /* the phase meant; MP_NONE only for a term without phases */
} MpStanding;

/* What is known of the end of a phase: the basis on which it is said to be in force on a day that
 * is still to come. */
typedef enum {
  MP_BASIS_STATED_END, /* an end is stated: in force until then */
  MP_BASIS_NO_END,     /* no end is published, or nobody says when it is */
  MP_BASIS_UNLESS,     /* something is named that would end it before, whatever end is stated */
} MpBasis;
#define MP_N_BASES 3

/* What a milestone did to one term: the phase before and the phase after, MP_NONE for none. */
typedef struct {
  guint32 term;
  guint32 before;
  guint32 after;
} MpChange;

/* How a phase stands during [from, until). */
MpStatus mp_query_phase_status (MpAgreement *agreement, guint32 phase, MpInstant from,
                                MpInstant until);

/* How a term stands during [from, until): that of its strongest phase, the later of two that are as
 * strong. Of a term that is not in force the phase is the last one that has ended or, if none has,
 * the first that is to come. */
MpStanding mp_query_standing (MpAgreement *agreement, guint32 term, MpInstant from,
                              MpInstant until);

/* The phases of a term that are in force, or may be, during [from, until): guint32 indices. That of
 * mp_query_standing () is the first, the others follow in order of time; empty where the term is
 * not in force. Free with g_array_unref (). */
GArray *mp_query_possible_phases (MpAgreement *agreement, guint32 term, MpInstant from,
                                  MpInstant until) G_GNUC_WARN_UNUSED_RESULT;

MpBasis mp_query_phase_basis (MpAgreement *agreement, guint32 phase);

/* Whether a date reaches beyond the day that counts as today. Of such a date nothing is in force
 * yet: what is, is to be by what is known today. */
gboolean mp_query_is_future (const MpDate *date, MpInstant today);

/* Whether the phase is over before the instant, even at its latest. */
gboolean mp_query_phase_is_over (MpAgreement *agreement, guint32 phase, MpInstant instant);

/* The changes of a milestone, a term each, in the file's order: the phase at the instant before the
 * milestone's earliest against the phase at its after-latest. Free with g_array_unref (). */
GArray *mp_query_changes (MpAgreement *agreement, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* How many terms stand so during [from, until). */
guint mp_query_count (MpAgreement *agreement, MpStatus status, MpInstant from, MpInstant until);

/* How many terms are in force during [from, until) on this basis. */
guint mp_query_count_basis (MpAgreement *agreement, MpBasis basis, MpInstant from, MpInstant until);

/* The milestones in order of time: by earliest, then by latest, then in the file's order. Free with
 * g_free (); length as in mp_agreement_milestones (). */
guint32 *mp_query_milestones_by_time (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* "in-force", "possibly", "not": the words of the command line's JSON. */
const char *mp_status_to_string (MpStatus status);

/* "stated-end", "no-end", "unless": the same. */
const char *mp_basis_to_string (MpBasis basis);

G_END_DECLS
