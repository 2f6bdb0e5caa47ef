/* mp-payments-term.c: finds the cap of a term, and says what its payments would be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-payments-term.h"

#include "mp-agreement.h"
#include "mp-number.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- What the agreement says ------------------------------------------------------------------ */

static guint32
first_cap (MpAgreement *agreement, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (amounts[i].is_cap && amounts[i].value >= 0)
      return i;
  return MP_NONE;
}

guint32
mp_payments_find_phase (MpAgreement *agreement, guint32 term)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;

  for (guint32 i = run.first + run.count; i-- > run.first;)
    if (first_cap (agreement, mp_agreement_phases (agreement)->amounts[i]) != MP_NONE)
      return i;
  return MP_NONE;
}

const char *
mp_payments_unit (MpAgreement *agreement, const MpPaymentsTerm *term)
{
  return term->amount != MP_NONE
           ? mp_agreement_text (agreement, mp_agreement_amounts (agreement)[term->amount].unit)
           : "";
}

gboolean
mp_payments_is_cap (MpAgreement *agreement, const MpPaymentsTerm *term, guint32 amount)
{
  const MpAmount *one = &mp_agreement_amounts (agreement)[amount];

  return one->is_cap && one->value >= 0 &&
         g_str_equal (mp_agreement_text (agreement, one->unit), mp_payments_unit (agreement, term));
}

gboolean
mp_payments_is_rate (MpAgreement *agreement, guint32 amount)
{
  const MpAmount *one = &mp_agreement_amounts (agreement)[amount];

  return !one->is_cap && one->value >= 0 && one->value <= 100 &&
         g_str_equal (mp_agreement_text (agreement, one->unit), "percent");
}

MpPaymentsTerm
mp_payments_term_get (MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpAmount *amounts = mp_agreement_amounts (agreement);
  MpRun run = phases->amounts[phase];
  MpPaymentsTerm term = { .phase = phase,
                          .time = { phases->earliest_start[phase], phases->certain_start[phase],
                                    phases->certain_end[phase], phases->latest_end[phase] },
                          .amount = first_cap (agreement, run) };
  MpRange *range = &term.cap.range;

  if (term.amount == MP_NONE)
    return term;
  term.cap.is_known = TRUE;
  range->low = range->high = amounts[term.amount].value;
  for (guint32 i = term.amount; i < run.first + run.count; i++) {
    if (!mp_payments_is_cap (agreement, &term, i))
      continue;
    range->low = MIN (range->low, amounts[i].value);
    range->high = MAX (range->high, amounts[i].value);
    term.certainty = MAX (term.certainty, amounts[i].certainty);
  }
  return term;
}

/* --- What-ifs --------------------------------------------------------------------------------- */

MpWhatIf *
mp_what_if_copy (const MpWhatIf *what_if)
{
  MpWhatIf *copy = g_new0 (MpWhatIf, 1);

  copy->phase = what_if->phase;
  copy->assumptions = mp_assumptions_copy (&what_if->assumptions);
  return copy;
}

void
mp_what_if_free (MpWhatIf *what_if)
{
  if (what_if == NULL)
    return;
  mp_assumptions_clear (&what_if->assumptions);
  g_free (what_if);
}

MpPayments *
mp_payments_of (MpAgreement *agreement, const MpWhatIf *what_if)
{
  MpPaymentsTerm term = mp_payments_term_get (agreement, what_if->phase);
  MpAssumed assumed = mp_assumptions_get (&what_if->assumptions);

  return mp_payments_new (&assumed, &term.time, &term.cap);
}

/* --- In words --------------------------------------------------------------------------------- */

/* What is computed from assumptions is not known to the last digit. */
static double
round_to_three (double value)
{
  double unit = value > 0 ? pow (10, floor (log10 (value)) - 2) : 1;

  return round (value / unit) * unit;
}

/* Money in the unit of the cap, or in none. */
static char *
money_words (MpAgreement *agreement, const MpPaymentsTerm *term, double value)
{
  MpAmount amount;

  if (term->amount == MP_NONE)
    return mp_number_words (round_to_three (value), mp_words_number_names ());
  amount = mp_agreement_amounts (agreement)[term->amount];
  amount.value = round_to_three (value);
  return mp_words_amount (agreement, &amount);
}

char *
mp_payments_money (MpAgreement *agreement, const MpPaymentsTerm *term, MpRange money)
{
  g_autofree char *low = money_words (agreement, term, money.low);
  g_autofree char *high = money_words (agreement, term, money.high);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  /* Translators: two amounts of money, the lower and the higher one */
  return g_strdup_printf (C_ ("money", "%s to %s"), low, high);
}

char *
mp_payments_cap_words (MpAgreement *agreement, const MpPaymentsTerm *term)
{
  g_autofree char *money = NULL;

  if (!term->cap.is_known)
    return g_strdup (_ ("not published"));
  money = mp_payments_money (agreement, term, term->cap.range);
  /* Translators: an amount of money, and how well it is known */
  return g_strdup_printf (C_ ("cap", "%s · %s"), money, mp_words_certainty (term->certainty));
}

char *
mp_payments_outcome_words (const MpPayments *payments)
{
  /* Years of dates that can be read are much smaller than an int. */
  int first = (int) payments->first_year, last = (int) payments->last_year;

  switch (payments->outcome) {
  case MP_CAP_REACHED:
    if (first == last)
      /* Translators: a year */
      return g_strdup_printf (_ ("The cap would be reached in %d"), first);
    /* Translators: two years */
    return g_strdup_printf (_ ("The cap would be reached between %d and %d"), first, last);
  case MP_CAP_PERHAPS:
    if (payments->is_cut)
      return g_strdup_printf (_ ("The cap would be reached in %d at the earliest, or not for long"),
                              first);
    return g_strdup_printf (_ ("The cap would be reached in %d"
                               " at the earliest, or not before the term ends"),
                            first);
  case MP_CAP_NOT_REACHED:
    if (payments->is_cut)
      return g_strdup_printf (_ ("The cap would not be reached in %u years"), payments->n_years);
    return g_strdup (_ ("The cap would not be reached before the term ends"));
  case MP_CAP_UNTOLD:
  default:
    return g_strdup (_ ("When a cap is reached cannot be told: none is published"));
  }
}

char *
mp_payments_assumption_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                              const MpAssumptions *assumptions, MpAssumptionKind kind)
{
  const MpAssumption *assumption = &assumptions->of[kind];
  g_autofree char *value = kind == MP_ASSUME_BASE
                             ? mp_payments_money (agreement, term, assumption->range)
                             : mp_assumption_share_words (assumption);

  if (*assumption->words == '\0')
    /* Translators: what is assumed, and how much: "Rate: 20 percent" */
    return g_strdup_printf (C_ ("assumption", "%s: %s"), mp_assumption_title (kind), value);
  /* Translators: what is assumed, how much, and where that comes from */
  return g_strdup_printf (C_ ("assumption", "%s: %s (%s)"), mp_assumption_title (kind), value,
                          assumption->words);
}

char *
mp_payments_year_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                        const MpPaymentsYear *year)
{
  g_autofree char *paid = mp_payments_money (agreement, term, year->paid);
  g_autofree char *sum = mp_payments_money (agreement, term, year->paid_sum);

  /* Translators: a year, what would be paid in it, and since the beginning */
  return g_strdup_printf (_ ("%d: %s, in sum %s"), (int) year->year, paid, sum);
}

/* A year that counts in part: "2026 counts as 68 %". */
static void
add_part (GString *words, const MpPaymentsYear *year)
{
  double low = year->in_force.low * 100, high = year->in_force.high * 100;

  if (year->in_force.low >= 1)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (round (low) >= round (high))
    /* Translators: a year, and which share of it counts */
    g_string_append_printf (words, _ ("%d counts as %.0f percent of a year."), (int) year->year,
                            high);
  else
    /* Translators: a year, and which share of it counts at least and at most */
    g_string_append_printf (words, _ ("%d counts as %.0f to %.0f percent of a year."),
                            (int) year->year, low, high);
}

char *
mp_payments_time_words (MpAgreement *agreement, const MpPaymentsTerm *term,
                        const MpPayments *payments)
{
  GString *words = g_string_new (NULL);
  g_autofree char *start = NULL;
  MpSpan span;

  mp_agreement_get_phase_span (agreement, term->phase, &span);
  start = mp_date_words (&span.start);
  /* Translators: a date */
  g_string_append_printf (words, _ ("The cap counts from %s."), start);
  for (guint i = 0; i < payments->n_years && i < 2; i++)
    add_part (words, &payments->years[i]);
  for (guint i = MAX (2, payments->n_years - MIN (payments->n_years, 2)); i < payments->n_years;
       i++)
    add_part (words, &payments->years[i]);
  return g_string_free (words, FALSE);
}
