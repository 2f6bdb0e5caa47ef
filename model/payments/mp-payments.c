/* mp-payments.c: computes what would be paid, year by year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-payments.h"

#include <math.h>

/* Also takes what is no number any more, such as 0 times infinity, for the most. */
static double
bounded (double value)
{
  return value < MP_PAYMENTS_MOST ? value : MP_PAYMENTS_MOST;
}

static gboolean
is_right (MpRange range, double least, double most)
{
  return range.low >= least && range.high <= most && range.low <= range.high;
}

/* Which share of a year lies between two instants. */
static double
share_of (gint64 year, MpInstant start, MpInstant end)
{
  MpInstant begin = mp_instant_from_civil (year, 1, 1, 0, 0, 0);
  MpInstant after = mp_instant_from_civil (year + 1, 1, 1, 0, 0, 0);
  MpInstant from = MAX (start, begin), to = MIN (end, after);

  return to > from ? (double) (to - from) / (double) (after - begin) : 0;
}

/* base × (1 + growth)^n × rate × share of the year */
static double
due_in (double base, double growth, double rate, guint n, double in_force)
{
  double factor = base * rate * in_force;

  return factor > 0 ? bounded (factor * bounded (pow (1 + growth, n))) : 0;
}

/* What is paid of what is due, if so much was due before. */
static double
paid_of (double due, double before, double cap)
{
  return MIN (due, MAX (0, cap - before));
}

static void
compute_year (MpPaymentsYear *year, guint n, const MpAssumed *assumed, const MpPaymentsTime *time,
              MpRange cap)
{
  MpRange before = n > 0 ? year[-1].due_sum : (MpRange) { 0, 0 };

  year->in_force.low = share_of (year->year, time->certain_start, time->certain_end);
  year->in_force.high = share_of (year->year, time->earliest_start, time->latest_end);
  year->due.low =
    due_in (assumed->base.low, assumed->growth.low, assumed->rate.low, n, year->in_force.low);
  year->due.high =
    due_in (assumed->base.high, assumed->growth.high, assumed->rate.high, n, year->in_force.high);
  year->due_sum.low = bounded (before.low + year->due.low);
  year->due_sum.high = bounded (before.high + year->due.high);
  year->paid.low = paid_of (year->due.low, before.high, cap.low);
  year->paid.high = paid_of (year->due.high, before.low, cap.high);
  year->paid_sum.low = MIN (year->due_sum.low, cap.low);
  year->paid_sum.high = MIN (year->due_sum.high, cap.high);
}

/* Finds the years in which the cap is reached. */
static void
conclude (MpPayments *self, MpRange cap)
{
  gboolean is_possible = FALSE;

  self->outcome = MP_CAP_NOT_REACHED;
  for (guint i = 0; i < self->n_years; i++) {
    const MpPaymentsYear *year = &self->years[i];

    if (!is_possible && year->due_sum.high >= cap.low) {
      is_possible = TRUE;
      self->outcome = MP_CAP_PERHAPS;
      self->first_year = year->year;
    }
    if (year->due_sum.low >= cap.high) {
      self->outcome = MP_CAP_REACHED;
      self->last_year = year->year;
      return;
    }
  }
}

MpPayments *
mp_payments_new (const MpAssumed *assumed, const MpPaymentsTime *time, const MpPaymentsCap *cap)
{
  MpRange bounds = cap->is_known ? cap->range : (MpRange) { MP_PAYMENTS_MOST, MP_PAYMENTS_MOST };
  gboolean is_endless = time->latest_end >= MP_INSTANT_MAX;
  MpPayments *self;
  gint64 first, last;
  guint most;

  g_return_val_if_fail (is_right (assumed->base, 0, INFINITY), NULL);
  g_return_val_if_fail (is_right (assumed->growth, -1, INFINITY), NULL);
  g_return_val_if_fail (is_right (assumed->rate, 0, 1), NULL);
  g_return_val_if_fail (is_right (bounds, 0, INFINITY), NULL);

  if (time->earliest_start <= MP_INSTANT_MIN || time->latest_end <= time->earliest_start)
    return NULL;
  first = mp_civil_from_instant (time->earliest_start).year;
  last =
    is_endless ? first + MP_PAYMENTS_MAX_YEARS : mp_civil_from_instant (time->latest_end - 1).year;
  most = (guint) MIN (last - first + 1, MP_PAYMENTS_MAX_YEARS);

  self = g_new0 (MpPayments, 1);
  self->years = g_new0 (MpPaymentsYear, most);
  while (self->n_years < most) {
    MpPaymentsYear *year = &self->years[self->n_years];

    year->year = first + self->n_years;
    compute_year (year, self->n_years, assumed, time, bounds);
    self->n_years++;
    /* The years after the cap are told only if the end of the term is. */
    if (last - first + 1 > MP_PAYMENTS_MAX_YEARS && cap->is_known &&
        year->due_sum.low >= bounds.high)
      break;
  }
  self->is_cut = first + self->n_years <= last;
  if (cap->is_known)
    conclude (self, bounds);
  else
    self->outcome = MP_CAP_UNTOLD;
  return self;
}

void
mp_payments_free (MpPayments *payments)
{
  if (payments == NULL)
    return;
  g_free (payments->years);
  g_free (payments);
}
