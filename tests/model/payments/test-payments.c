/* test-payments.c: tests what would be paid, also against a naive computation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-payments.h"

#include <math.h>

#define N_CASES 400
#define N_SAMPLES 60
#define NEARLY 1e-9

static MpInstant
day (gint64 year, int month, int n)
{
  return mp_instant_from_civil (year, month, n, 0, 0, 0);
}

static MpRange
exactly (double value)
{
  return (MpRange) { value, value };
}

/* From 1 January of a year to the end of another. */
static MpPaymentsTime
whole_years (gint64 first, gint64 last)
{
  MpInstant start = day (first, 1, 1), end = day (last + 1, 1, 1);

  return (MpPaymentsTime) { start, start, end, end };
}

static MpPaymentsCap
cap_of (double low, double high)
{
  return (MpPaymentsCap) { TRUE, { low, high } };
}

/* --- By hand ---------------------------------------------------------------------------------- */

/* 100 a year, 10 % growth, half of it is paid: 50, 55, 60.5; 140 of it are allowed. */
static void
test_by_hand (void)
{
  const MpAssumed assumed = { exactly (100), exactly (0.1), exactly (0.5) };
  const MpPaymentsTime time = whole_years (2026, 2028);
  const MpPaymentsCap cap = cap_of (140, 140);
  g_autoptr (MpPayments) payments = mp_payments_new (&assumed, &time, &cap);

  g_assert_cmpuint (payments->n_years, ==, 3);
  g_assert_cmpint (payments->years[2].year, ==, 2028);
  g_assert_cmpfloat_with_epsilon (payments->years[1].due.low, 55, NEARLY);
  g_assert_cmpfloat_with_epsilon (payments->years[2].due_sum.high, 165.5, NEARLY);
  g_assert_cmpfloat_with_epsilon (payments->years[2].paid.low, 35, NEARLY);
  g_assert_cmpfloat_with_epsilon (payments->years[2].paid.high, 35, NEARLY);
  g_assert_cmpfloat_with_epsilon (payments->years[2].paid_sum.low, 140, NEARLY);
  g_assert_cmpint (payments->outcome, ==, MP_CAP_REACHED);
  g_assert_cmpint (payments->first_year, ==, 2028);
  g_assert_cmpint (payments->last_year, ==, 2028);
  g_assert_false (payments->is_cut);
}

/* The first year counts from 2 July, 183 of 365 days; the end lies in the last year. */
static void
test_partial_years (void)
{
  const MpAssumed assumed = { exactly (365), exactly (0), exactly (1) };
  const MpPaymentsTime time = { day (2026, 7, 2), day (2026, 7, 2), day (2028, 1, 1),
                                day (2029, 1, 1) };
  const MpPaymentsCap cap = cap_of (600, 600);
  g_autoptr (MpPayments) payments = mp_payments_new (&assumed, &time, &cap);

  g_assert_cmpuint (payments->n_years, ==, 3);
  g_assert_cmpfloat_with_epsilon (payments->years[0].due.low, 183, NEARLY);
  g_assert_cmpfloat_with_epsilon (payments->years[0].due.high, 183, NEARLY);
  g_assert_cmpfloat (payments->years[2].in_force.low, ==, 0);
  g_assert_cmpfloat (payments->years[2].in_force.high, ==, 1);
  g_assert_cmpfloat (payments->years[2].due.low, ==, 0);
  g_assert_cmpint (payments->outcome, ==, MP_CAP_PERHAPS);
  g_assert_cmpint (payments->first_year, ==, 2028);
}

static MpCapOutcome
outcome_of (MpAssumed assumed, MpPaymentsCap cap)
{
  const MpPaymentsTime time = whole_years (2026, 2030);
  g_autoptr (MpPayments) payments = mp_payments_new (&assumed, &time, &cap);

  return payments->outcome;
}

static void
test_outcomes (void)
{
  const MpAssumed ten = { exactly (10), exactly (0), exactly (1) };
  const MpAssumed falling = { exactly (10), exactly (-1), exactly (1) };
  const MpAssumed nothing = { exactly (0), exactly (10), exactly (1) };
  const MpAssumed vague = { { 5, 20 }, exactly (0), exactly (1) };
  const MpPaymentsCap unknown = { FALSE, { 0, 0 } };

  g_assert_cmpint (outcome_of (ten, cap_of (50, 50)), ==, MP_CAP_REACHED);
  g_assert_cmpint (outcome_of (ten, cap_of (51, 51)), ==, MP_CAP_NOT_REACHED);
  g_assert_cmpint (outcome_of (ten, cap_of (40, 51)), ==, MP_CAP_PERHAPS);
  g_assert_cmpint (outcome_of (vague, cap_of (50, 50)), ==, MP_CAP_PERHAPS);
  g_assert_cmpint (outcome_of (falling, cap_of (11, 11)), ==, MP_CAP_NOT_REACHED);
  g_assert_cmpint (outcome_of (nothing, cap_of (1, 1)), ==, MP_CAP_NOT_REACHED);
  g_assert_cmpint (outcome_of (nothing, cap_of (0, 0)), ==, MP_CAP_REACHED);
  g_assert_cmpint (outcome_of (ten, unknown), ==, MP_CAP_UNTOLD);
}

/* Without a cap that is known, everything that is due is paid. */
static void
test_unknown_cap (void)
{
  const MpAssumed assumed = { { 10, 20 }, exactly (0.5), exactly (1) };
  const MpPaymentsTime time = whole_years (2026, 2028);
  const MpPaymentsCap unknown = { FALSE, { 3, 2 } };
  g_autoptr (MpPayments) payments = mp_payments_new (&assumed, &time, &unknown);

  for (guint i = 0; i < payments->n_years; i++)
    g_assert_cmpfloat (payments->years[i].paid.high, ==, payments->years[i].due.high);
  g_assert_cmpfloat_with_epsilon (payments->years[2].paid_sum.low, 47.5, NEARLY);
}

/* A term without end is followed until its cap is reached for certain, or for a hundred years. */
static void
test_no_end (void)
{
  const MpAssumed assumed = { exactly (10), exactly (0), exactly (1) };
  const MpPaymentsTime time = { day (2026, 1, 1), day (2026, 1, 1), MP_INSTANT_MAX,
                                MP_INSTANT_MAX };
  const MpPaymentsCap soon = cap_of (25, 35), never = cap_of (1e6, 1e6);
  g_autoptr (MpPayments) reached = mp_payments_new (&assumed, &time, &soon);
  g_autoptr (MpPayments) cut = mp_payments_new (&assumed, &time, &never);

  g_assert_cmpuint (reached->n_years, ==, 4);
  g_assert_cmpint (reached->first_year, ==, 2028);
  g_assert_cmpint (reached->last_year, ==, 2029);
  g_assert_cmpuint (cut->n_years, ==, MP_PAYMENTS_MAX_YEARS);
  g_assert_true (cut->is_cut);
  g_assert_cmpint (cut->outcome, ==, MP_CAP_NOT_REACHED);
}

/* However large the numbers are, all results are numbers, in their order. */
static void
test_huge (void)
{
  const MpAssumed assumed = { { 0, 1e308 }, { -1, 1e308 }, { 0, 1 } };
  const MpPaymentsTime time = whole_years (2026, 2300);
  const MpPaymentsCap cap = cap_of (0, 1e308);
  g_autoptr (MpPayments) payments = mp_payments_new (&assumed, &time, &cap);

  g_assert_cmpuint (payments->n_years, ==, MP_PAYMENTS_MAX_YEARS);
  for (guint i = 0; i < payments->n_years; i++) {
    const MpPaymentsYear *year = &payments->years[i];

    g_assert_cmpfloat (year->due.low, <=, year->due.high);
    g_assert_cmpfloat (year->paid.low, <=, year->paid.high);
    g_assert_cmpfloat (year->due_sum.high, <=, MP_PAYMENTS_MOST);
    g_assert_true (isfinite (year->paid_sum.high));
  }
}

static void
test_no_time (void)
{
  const MpAssumed assumed = { exactly (10), exactly (0), exactly (1) };
  const MpPaymentsCap cap = cap_of (1, 1);
  const MpPaymentsTime no_start = { MP_INSTANT_MIN, day (2026, 1, 1), day (2027, 1, 1),
                                    day (2027, 1, 1) };
  const MpPaymentsTime empty = { day (2026, 1, 1), day (2026, 1, 1), day (2026, 1, 1),
                                 day (2026, 1, 1) };

  g_assert_null (mp_payments_new (&assumed, &no_start, &cap));
  g_assert_null (mp_payments_new (&assumed, &empty, &cap));
}

/* --- Against a naive computation -------------------------------------------------------------- */

static double
pick (GRand *rand, MpRange range)
{
  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return range.low;
  case 1:
    return range.high;
  default:
    return range.low + (range.high - range.low) * g_rand_double (rand);
  }
}

static MpRange
random_range (GRand *rand, double least, double most)
{
  double a = g_rand_double_range (rand, least, most), b = g_rand_double_range (rand, least, most);

  if (g_rand_boolean (rand))
    b = a;
  return (MpRange) { MIN (a, b), MAX (a, b) };
}

static MpInstant
random_day (GRand *rand, gint64 first, gint64 last)
{
  return day (g_rand_int_range (rand, (gint32) first, (gint32) last + 1),
              g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

static MpInstant
pick_instant (GRand *rand, MpInstant low, MpInstant high)
{
  return low + (MpInstant) ((double) (high - low) * pick (rand, (MpRange) { 0, 1 }));
}

/* Pays one day after the other, as a cashier would, until the cap is reached. Compares each year
 * with its bounds, and the year in which that was with the outcome. */
static void
pay_by_day (GRand *rand, const MpPayments *payments, const MpAssumed *assumed,
            const MpPaymentsTime *time, MpRange caps)
{
  MpInstant start = pick_instant (rand, time->earliest_start, time->certain_start);
  MpInstant end = pick_instant (rand, time->certain_end, time->latest_end);
  double base = pick (rand, assumed->base), growth = pick (rand, assumed->growth);
  double rate = pick (rand, assumed->rate), cap = pick (rand, caps);
  double due_sum = 0, paid_sum = 0, slack = 1e-7 * (1 + cap + base);
  gint64 reached = 0;

  for (guint i = 0; i < payments->n_years; i++) {
    const MpPaymentsYear *year = &payments->years[i];
    MpInstant first = day (year->year, 1, 1), after = day (year->year + 1, 1, 1);
    double per_second = base * rate / (double) (after - first), due = 0, paid = 0;

    for (MpInstant at = first; at < after; at += MP_SECONDS_PER_DAY) {
      MpInstant from = MAX (at, start), to = MIN (at + MP_SECONDS_PER_DAY, end);
      double today = to > from ? per_second * (double) (to - from) : 0;
      double allowed = MIN (today, MAX (0, cap - paid_sum));

      due += today;
      paid += allowed;
      paid_sum += allowed;
    }
    due_sum += due;
    base *= 1 + growth;
    if (reached == 0 && due_sum >= cap)
      reached = year->year;
    g_assert_true (due >= year->due.low - slack && due <= year->due.high + slack);
    g_assert_true (paid >= year->paid.low - slack && paid <= year->paid.high + slack);
    g_assert_true (due_sum >= year->due_sum.low - slack && due_sum <= year->due_sum.high + slack);
    g_assert_true (paid_sum >= year->paid_sum.low - slack &&
                   paid_sum <= year->paid_sum.high + slack);
  }
  if (reached != 0)
    g_assert_cmpint (payments->outcome, !=, MP_CAP_NOT_REACHED);
  if (payments->outcome == MP_CAP_REACHED)
    g_assert_true (reached >= payments->first_year && reached <= payments->last_year);
  if (payments->outcome == MP_CAP_PERHAPS && reached != 0)
    g_assert_cmpint (reached, >=, payments->first_year);
}

static void
test_naive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260427);
  guint n_outcomes[MP_CAP_UNTOLD + 1] = { 0 };

  for (guint i = 0; i < N_CASES; i++) {
    MpAssumed assumed = { random_range (rand, 0, 1000), random_range (rand, -1, 2),
                          random_range (rand, 0, 1) };
    MpPaymentsTime time = { random_day (rand, 2020, 2022), 0, random_day (rand, 2024, 2026), 0 };
    MpPaymentsCap cap = { TRUE, random_range (rand, 0, 3000) };
    g_autoptr (MpPayments) payments = NULL;

    time.certain_start = random_day (rand, 2022, 2023);
    time.latest_end = random_day (rand, 2026, 2028);
    time.certain_start = MAX (time.certain_start, time.earliest_start);
    time.latest_end = MAX (time.latest_end, time.certain_end);
    payments = mp_payments_new (&assumed, &time, &cap);
    n_outcomes[payments->outcome]++;
    for (guint j = 0; j < N_SAMPLES; j++)
      pay_by_day (rand, payments, &assumed, &time, cap.range);
  }
  for (guint i = 0; i < MP_CAP_UNTOLD; i++)
    g_assert_cmpuint (n_outcomes[i], >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payments/by-hand", test_by_hand);
  g_test_add_func ("/payments/partial-years", test_partial_years);
  g_test_add_func ("/payments/outcomes", test_outcomes);
  g_test_add_func ("/payments/unknown-cap", test_unknown_cap);
  g_test_add_func ("/payments/no-end", test_no_end);
  g_test_add_func ("/payments/huge", test_huge);
  g_test_add_func ("/payments/no-time", test_no_time);
  g_test_add_func ("/payments/naive", test_naive);
  return g_test_run ();
}
