/* mp-payments.h: what would be paid under a term with a cap, if some assumptions were true
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This is arithmetic on what somebody assumes, not a fact, and nothing in an agreement depends on
 * it. The rules:
 *
 * A calendar year of the term is due a share of a base, such as the yearly revenue: base × rate.
 * The base is that of the first year, which is the one in which the term begins, or may begin at
 * the earliest, and grows by the same share each year after it: base × (1 + growth)^n.
 *
 * The first and the last year count in part: for so much of the year, in seconds, as the term is in
 * force, all days alike. Where an end of the term is vague, the term is in force for some time at
 * least and for some time at most, so that even exact assumptions give a range.
 *
 * All numbers are ranges. What is due never falls when the base, the growth, the rate or the time
 * in force rises, so the least of all gives the least, and the most the most: the bounds are exact.
 *
 * The cap counts what is paid from the beginning of the term. What is paid in all is what is due in
 * all, or the cap, whichever is less; both bounds are exact. What is paid in one year is what is
 * due in it, as far as the cap has room for it: at most what is due at most while as little as
 * possible was due before and the cap is at its highest, and at least the opposite. These two are
 * safe, but both need not come true with the same assumptions.
 *
 * The cap is reached in the year in which what is due in all is first as much as the cap.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* A number that is known to lie between two, which may be the same. A value. */
typedef struct {
  double low;
  double high;
} MpRange;

/* What is assumed. Money is in the unit of the cap. */
typedef struct {
  MpRange base;   /* in the first year; 0 or more */
  MpRange growth; /* in a year, as a share: 0.2 for 20 percent; -1 or more */
  MpRange rate;   /* as a share, 0 to 1 */
} MpAssumed;

/* From when to when a term lasts, as its phase has it. */
typedef struct {
  MpInstant earliest_start; /* possibly in force from here */
  MpInstant certain_start;  /* certainly from here */
  MpInstant certain_end;    /* certainly until here, excluded */
  MpInstant latest_end;     /* possibly until here; MP_INSTANT_MAX if no end is known */
} MpPaymentsTime;

/* The cap. Where sources differ, from the least to the highest of what they say. */
typedef struct {
  gboolean is_known; /* FALSE: it is not published, and range means nothing */
  MpRange range;
} MpPaymentsCap;

/* One calendar year. */
typedef struct {
  gint64 year;
  MpRange in_force; /* for which share of it the term is in force, 0 to 1 */
  MpRange due;      /* without the cap */
  MpRange due_sum;  /* since the beginning */
  MpRange paid;     /* as far as the cap has room */
  MpRange paid_sum;
} MpPaymentsYear;

/* Whether the cap is reached. */
typedef enum {
  MP_CAP_REACHED, /* from first_year at the earliest to last_year at the latest */
  MP_CAP_PERHAPS, /* in first_year at the earliest, or not before the last year shown is over */
  MP_CAP_NOT_REACHED,
  MP_CAP_UNTOLD, /* the cap is not published */
} MpCapOutcome;

typedef struct {
  MpPaymentsYear *years;
  guint n_years; /* at least 1 */
  MpCapOutcome outcome;
  gint64 first_year; /* see there */
  gint64 last_year;
  gboolean is_cut; /* the term goes on after the years here */
} MpPayments;

/* The most years that are computed. A term with no end, or a very late one, is followed for so
 * long, or until its cap is reached for certain. */
#define MP_PAYMENTS_MAX_YEARS 100

/* No sum is higher than this, however large the assumptions are. */
#define MP_PAYMENTS_MOST 1e300

/* Returns the payments, or NULL if the beginning of the term is not known, or the term has no time
 * in which it could be in force. Free with mp_payments_free (), which accepts NULL. Ranges of
 * assumed whose bounds are no numbers, or the wrong way round, are mistakes of the programmer. */
MpPayments *mp_payments_new (const MpAssumed *assumed, const MpPaymentsTime *time,
                             const MpPaymentsCap *cap) G_GNUC_WARN_UNUSED_RESULT;
void mp_payments_free (MpPayments *payments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpPayments, mp_payments_free)

G_END_DECLS
