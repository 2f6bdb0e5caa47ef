/* test-kinetic.c: how things move after the user has let go of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-kinetic.h"

#include <math.h>

/* The movement becomes slower, never turns round, and never goes further than the limit. */
static void
test_coasts (void)
{
  for (guint n = 0; n < 500; n++) {
    MpKinetic kinetic = { g_test_rand_double_range (-5000, 5000), MP_KINETIC_FRICTION };
    double last = 0, end = mp_kinetic_duration (kinetic);

    g_assert_cmpfloat (mp_kinetic_distance (kinetic, 0), ==, 0);
    for (guint i = 1; i <= 50; i++) {
      double at = mp_kinetic_distance (kinetic, end * i / 50);

      g_assert_cmpfloat (fabs (at), >=, fabs (last));
      g_assert_cmpfloat (at * kinetic.velocity, >=, 0);
      g_assert_cmpfloat (fabs (mp_kinetic_velocity (kinetic, end * i / 50)), <=,
                         fabs (kinetic.velocity));
      last = at;
    }
    g_assert_cmpfloat (fabs (last), <=, fabs (kinetic.velocity) / MP_KINETIC_FRICTION);
    if (end > 0)
      g_assert_cmpfloat_with_epsilon (fabs (mp_kinetic_velocity (kinetic, end)), MP_KINETIC_LEAST,
                                      1e-6);
  }
}

/* However often the position is asked for, it comes equally far: the frame rate does not matter. */
static void
test_any_frame_rate (void)
{
  MpKinetic kinetic = { 1200, MP_KINETIC_FRICTION };
  MpKinetic rest = { mp_kinetic_velocity (kinetic, 0.3), MP_KINETIC_FRICTION };

  g_assert_cmpfloat_with_epsilon (mp_kinetic_distance (kinetic, 0.3) +
                                    mp_kinetic_distance (rest, 0.5),
                                  mp_kinetic_distance (kinetic, 0.8), 1e-9);
}

static void
test_stands_still (void)
{
  g_assert_cmpfloat (mp_kinetic_duration ((MpKinetic) { 0, 4 }), ==, 0);
  g_assert_cmpfloat (mp_kinetic_duration ((MpKinetic) { -MP_KINETIC_LEAST, 4 }), ==, 0);
  g_assert_cmpfloat (mp_kinetic_distance ((MpKinetic) { 0, 4 }, 10), ==, 0);
  g_assert_cmpfloat (mp_kinetic_distance ((MpKinetic) { 100, 4 }, -1), ==, 0);
}

/* The further it is pulled, the less it follows, up to its limit, and on both sides alike. */
static void
test_soft_edge (void)
{
  const double room = 80;
  double last = 0;

  for (double pull = 1; pull < 1e6; pull *= 1.5) {
    double moved = mp_kinetic_resist (pull, room);

    g_assert_cmpfloat (moved, >, last);
    g_assert_cmpfloat (moved, <, MIN (pull, room));
    g_assert_cmpfloat (mp_kinetic_resist (-pull, room), ==, -moved);
    last = moved;
  }
  g_assert_cmpfloat (mp_kinetic_resist (0, room), ==, 0);
  g_assert_cmpfloat (last, >, room * 0.9);
}

/* If the user catches it while it springs back, it goes on from where it is. */
static void
test_pull_is_the_inverse (void)
{
  for (double pull = -500; pull <= 500; pull += 7)
    g_assert_cmpfloat_with_epsilon (mp_kinetic_pull (mp_kinetic_resist (pull, 60), 60), pull, 1e-6);
  g_assert_true (isfinite (mp_kinetic_pull (60, 60)));
}

/* --- The hand --------------------------------------------------------------------------------- */

static void
test_velocity (void)
{
  MpVelocity velocity;
  double x, y;

  mp_velocity_reset (&velocity);
  for (gint64 i = 0; i <= 40; i++)
    mp_velocity_add (&velocity, i * 8000, (double) i * 4, (double) i * -2);
  mp_velocity_get (&velocity, 40 * 8000, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 500, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, -250, 1e-6);
}

/* Only the last moment counts: to stop and then to let go is no throw. */
static void
test_velocity_after_a_rest (void)
{
  MpVelocity velocity;
  double x, y;

  mp_velocity_reset (&velocity);
  mp_velocity_add (&velocity, 0, 0, 0);
  mp_velocity_add (&velocity, 10000, 50, 50);
  mp_velocity_get (&velocity, 200000, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 0);
  /* Nor is a fast movement long before a slow end. */
  for (gint64 i = 0; i < 6; i++)
    mp_velocity_add (&velocity, 1000000 + i * 20000, 50 + (double) i, 50);
  mp_velocity_get (&velocity, 1100000, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 50, 1e-6);
}

static void
test_velocity_of_little (void)
{
  MpVelocity velocity;
  double x, y;

  mp_velocity_reset (&velocity);
  mp_velocity_get (&velocity, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  mp_velocity_add (&velocity, 0, 5, 5);
  mp_velocity_get (&velocity, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  /* Two places at the same time give no speed. */
  mp_velocity_add (&velocity, 0, 9, 9);
  mp_velocity_get (&velocity, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinetic/coasts", test_coasts);
  g_test_add_func ("/kinetic/any-frame-rate", test_any_frame_rate);
  g_test_add_func ("/kinetic/stands-still", test_stands_still);
  g_test_add_func ("/kinetic/soft-edge", test_soft_edge);
  g_test_add_func ("/kinetic/pull-is-the-inverse", test_pull_is_the_inverse);
  g_test_add_func ("/kinetic/velocity", test_velocity);
  g_test_add_func ("/kinetic/velocity/after-a-rest", test_velocity_after_a_rest);
  g_test_add_func ("/kinetic/velocity/of-little", test_velocity_of_little);
  return g_test_run ();
}
