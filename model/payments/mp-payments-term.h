/* mp-payments-term.h: what an agreement says of a term whose payments have a cap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-assumption.h"
#include "mp-certainty.h"
#include "mp-payments.h"

G_BEGIN_DECLS

/* A phase of a term, as far as payments depend on it. A value. */
typedef struct {
  guint32 phase;
  MpPaymentsTime time;
  MpPaymentsCap cap;     /* of all amounts that are caps and have the unit of the first */
  guint32 amount;        /* the first of them, in mp_agreement_amounts (), or MP_NONE */
  MpCertainty certainty; /* of the one that is known least */
} MpPaymentsTerm;

/* A what-if: some assumptions for a phase. */
typedef struct {
  guint32 phase;
  MpAssumptions assumptions;
} MpWhatIf;

/* Returns a copy that owns its words. Free with mp_what_if_free (), which accepts NULL. */
MpWhatIf *mp_what_if_copy (const MpWhatIf *what_if) G_GNUC_WARN_UNUSED_RESULT;
void mp_what_if_free (MpWhatIf *what_if);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpWhatIf, mp_what_if_free)

/* Returns the last phase of a term with a cap, or MP_NONE if none has one. */
guint32 mp_payments_find_phase (MpAgreement *agreement, guint32 term);

MpPaymentsTerm mp_payments_term_get (MpAgreement *agreement, guint32 phase);

/* Returns whether an amount of the phase is one of the caps that are counted. */
gboolean mp_payments_is_cap (MpAgreement *agreement, const MpPaymentsTerm *term, guint32 amount);

/* Returns whether an amount of the phase is a rate: so many percent of something. */
gboolean mp_payments_is_rate (MpAgreement *agreement, guint32 amount);

/* The unit of the caps, "" if there is none; owned by the agreement. */
const char *mp_payments_unit (MpAgreement *agreement, const MpPaymentsTerm *term);

/* Returns what would be paid, as mp_payments_new () does. */
MpPayments *mp_payments_of (MpAgreement *agreement,
                            const MpWhatIf *what_if) G_GNUC_WARN_UNUSED_RESULT;

/* Returns money in words, "USD 6 billion to 8 billion", both rounded to three digits. Free with
 * g_free (). */
char *mp_payments_money (MpAgreement *agreement, const MpPaymentsTerm *term,
                         MpRange money) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the cap in words: "USD 38 billion, reported", or that it is not published. Free with
 * g_free (). */
char *mp_payments_cap_words (MpAgreement *agreement,
                             const MpPaymentsTerm *term) G_GNUC_WARN_UNUSED_RESULT;

/* Returns when the cap is reached, in a sentence without a full stop. Free with g_free (). */
char *mp_payments_outcome_words (const MpPayments *payments) G_GNUC_WARN_UNUSED_RESULT;

/* Returns an assumption in words, with where it comes from: "Rate: 20 percent (my guess)". Free
 * with g_free (). */
char *mp_payments_assumption_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                                    const MpAssumptions *assumptions,
                                    MpAssumptionKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a year in words: "2027: USD 6 billion, in sum USD 10 billion". Free with g_free (). */
char *mp_payments_year_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                              const MpPaymentsYear *year) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what counts in part, and from when the cap counts, in sentences. Free with g_free (). */
char *mp_payments_time_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                              const MpPayments *payments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
