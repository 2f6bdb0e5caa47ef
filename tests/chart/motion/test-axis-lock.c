/* test-axis-lock.c: the one axis that a scroll on a touchpad keeps to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-axis-lock.h"

/* A movement down and slightly to the side counts as down, and stays so however far to the side it
 * goes. */
static void
test_keeps_its_axis (void)
{
  MpAxisLock axis_lock = { 0 };
  guint32 time = 1000;

  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (mp_axis_lock_move (&axis_lock, time += 10, 1, 3), ==, MP_AXIS_Y);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpint (mp_axis_lock_move (&axis_lock, time += 10, 30, 1), ==, MP_AXIS_Y);
}

/* Within the first pixels the axis may still change. */
static void
test_begins_undecided (void)
{
  MpAxisLock axis_lock = { 0 };

  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 10, 0, -2), ==, MP_AXIS_Y);
  g_assert_cmpint (axis_lock.axis, ==, MP_AXIS_NONE);
  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 20, -5, 0), ==, MP_AXIS_X);
  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 30, -5, 0), ==, MP_AXIS_X);
  g_assert_cmpint (axis_lock.axis, ==, MP_AXIS_X);
}

static void
test_pause_ends_it (void)
{
  MpAxisLock axis_lock = { 0 };

  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 1000, 20, 0), ==, MP_AXIS_X);
  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 1200, 0, 20), ==, MP_AXIS_X);
  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 1500, 0, 20), ==, MP_AXIS_Y);
}

/* The time stamps of events wrap around. */
static void
test_clock (void)
{
  MpAxisLock axis_lock = { 0 };

  g_assert_cmpint (mp_axis_lock_move (&axis_lock, G_MAXUINT32 - 5, 20, 0), ==, MP_AXIS_X);
  g_assert_cmpint (mp_axis_lock_move (&axis_lock, 5, 0, 20), ==, MP_AXIS_X);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sweep/keeps-its-axis", test_keeps_its_axis);
  g_test_add_func ("/sweep/begins-undecided", test_begins_undecided);
  g_test_add_func ("/sweep/pause-ends-it", test_pause_ends_it);
  g_test_add_func ("/sweep/clock", test_clock);
  return g_test_run ();
}
