/* test-business-day.c: business days, against looking at one day after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-business-day.h"

#define DAY MP_SECONDS_PER_DAY

static gboolean
is_business_naive (const MpBusinessDays *days, MpInstant day)
{
  MpCivil civil = mp_civil_from_instant (day);
  g_autoptr (GDateTime) date =
    g_date_time_new_utc ((int) civil.year, civil.month, civil.day, 0, 0, 0);

  for (guint i = 0; i < days->n_closed; i++) {
    if (days->closed[i] == day)
      return FALSE;
  }
  return g_date_time_get_day_of_week (date) <= 5;
}

static MpInstant
before_naive (const MpBusinessDays *days, MpInstant day, int n)
{
  while (n > 0) {
    day -= DAY;
    n -= is_business_naive (days, day);
  }
  return day;
}

static MpInstant
after_naive (const MpBusinessDays *days, MpInstant day)
{
  do
    day += DAY;
  while (!is_business_naive (days, day));
  return day;
}

static void
test_known (void)
{
  /* Friday and Monday around Easter 2027, and Christmas on a Saturday. */
  MpInstant closed[] = { mp_instant_from_civil (2027, 3, 26, 0, 0, 0),
                         mp_instant_from_civil (2027, 3, 29, 0, 0, 0),
                         mp_instant_from_civil (2027, 12, 25, 0, 0, 0) };
  MpBusinessDays days = { closed, G_N_ELEMENTS (closed) };

  g_assert_false (mp_business_day_is (&days, closed[0]));
  g_assert_false (mp_business_day_is (&days, closed[0] + DAY));
  g_assert_true (mp_business_day_is (&days, closed[0] - DAY));
  g_assert_cmpint (mp_business_day_before (&days, closed[1] + DAY, 1), ==, closed[0] - DAY);
  g_assert_cmpint (mp_business_day_after (&days, closed[0] - DAY), ==, closed[1] + DAY);
  g_assert_cmpint (
    mp_business_day_before (&days, mp_instant_from_civil (2027, 12, 31, 0, 0, 0), 90), ==,
    mp_instant_from_civil (2027, 8, 27, 0, 0, 0));
}

/* Closed days next to each other and far apart, also before 1970. */
static void
test_random (void)
{
  for (int i = 0; i < 300; i++) {
    MpInstant first = mp_instant_from_civil (g_test_rand_int_range (1965, 2030),
                                             g_test_rand_int_range (1, 13), 1, 0, 0, 0);
    MpInstant closed[400];
    int share = g_test_rand_int_range (2, 40);
    MpBusinessDays days = { closed, 0 };

    for (int day = 0; day < 400; day++) {
      if (g_test_rand_int_range (0, share) == 0)
        closed[days.n_closed++] = first + day * DAY;
    }
    for (int j = 0; j < 20; j++) {
      MpInstant day = first + g_test_rand_int_range (-30, 430) * DAY;
      int n = g_test_rand_int_range (1, 200);

      g_assert_cmpint (mp_business_day_is (&days, day), ==, is_business_naive (&days, day));
      g_assert_cmpint (mp_business_day_before (&days, day, n), ==, before_naive (&days, day, n));
      g_assert_cmpint (mp_business_day_after (&days, day), ==, after_naive (&days, day));
    }
  }
}

/* A rule that is made to be slow takes no longer than a good one. */
static void
test_large (void)
{
  const guint n = 200000;
  g_autofree MpInstant *closed = g_new (MpInstant, n);
  MpBusinessDays days = { closed, n };

  for (guint i = 0; i < n; i++)
    closed[i] = (MpInstant) i * DAY;
  g_assert_cmpint (mp_business_day_before (&days, (MpInstant) n * DAY, 1), ==, -DAY);
  g_assert_cmpint (mp_business_day_before (&days, 0, 999999), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/business-day/known", test_known);
  g_test_add_func ("/business-day/random", test_random);
  g_test_add_func ("/business-day/large", test_large);
  return g_test_run ();
}
