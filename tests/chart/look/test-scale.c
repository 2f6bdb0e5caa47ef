/* test-scale.c: days to pixels and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-scale.h"

#include "mp-geometry.h"

#include <math.h>

#define N_RANDOM 1000

static void
test_span (void)
{
  MpScale scale = mp_scale_for_span (100, 300, 1000);

  g_assert_cmpfloat (mp_scale_to_x (scale, 100), ==, 0);
  g_assert_cmpfloat (mp_scale_to_x (scale, 300), ==, 1000);
  g_assert_cmpfloat (mp_scale_to_x (scale, 150), ==, 250);
  g_assert_cmpfloat (mp_scale_to_x (scale, 0), ==, -500);
  g_assert_cmpfloat (mp_scale_to_day (scale, 250), ==, 150);
}

/* A canvas without room has a scale all the same. */
static void
test_no_width (void)
{
  g_assert_cmpfloat (mp_scale_for_span (0, 10, 0).per_day, >, 0);
  g_assert_cmpfloat (mp_scale_for_span (0, 10, -5).per_day, >, 0);
}

static void
test_round_trip (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    double begin = g_test_rand_double_range (-1e6, 1e6);
    double span = exp (g_test_rand_double_range (-3, 12));
    MpScale scale = mp_scale_for_span (begin, begin + span, 1200);
    double x = g_test_rand_double_range (-3000, 3000);

    g_assert_cmpfloat_with_epsilon (mp_scale_to_x (scale, mp_scale_to_day (scale, x)), x, 1e-4);
  }
}

static void
test_days (void)
{
  g_assert_cmpfloat (mp_day_from_instant (0), ==, 0);
  g_assert_cmpfloat (mp_day_from_instant (MP_SECONDS_PER_DAY), ==, 1);
  g_assert_cmpfloat (mp_day_from_instant (-MP_SECONDS_PER_DAY / 2), ==, -0.5);
  g_assert_cmpint (mp_day_to_instant (0.5), ==, 43200);
  g_assert_cmpint (mp_day_to_instant (-1), ==, -86400);
  /* To the nearest second. */
  g_assert_cmpint (mp_day_to_instant (0.6 / 86400), ==, 1);
  g_assert_cmpint (mp_day_to_instant (-0.6 / 86400), ==, -1);
}

static void
test_instants_survive (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpInstant instant = (MpInstant) g_test_rand_double_range (-1e12, 1e12);

    g_assert_cmpint (mp_day_to_instant (mp_day_from_instant (instant)), ==, instant);
  }
}

static void
test_no_bound (void)
{
  MpScale scale = mp_scale_for_span (0, 1.0 / 24, 4000);

  g_assert_true (isfinite (mp_scale_instant_to_x (scale, MP_INSTANT_MIN)));
  g_assert_true (isfinite (mp_scale_instant_to_x (scale, MP_INSTANT_MAX)));
  g_assert_cmpfloat (mp_scale_instant_to_x (scale, MP_INSTANT_MIN), <, -1e12);
  g_assert_cmpfloat (mp_scale_instant_to_x (scale, MP_INSTANT_MAX), >, 1e12);
  g_assert_cmpint (mp_day_to_instant (-1e300), ==, MP_INSTANT_MIN);
  g_assert_cmpint (mp_day_to_instant (1e300), ==, MP_INSTANT_MAX);
}

/* --- Rectangles ------------------------------------------------------------------------------- */

static void
test_contains (void)
{
  MpRect rect = { 10, 20, 30, 40 };

  g_assert_true (mp_rect_contains (rect, 10, 20));
  g_assert_true (mp_rect_contains (rect, 39.9, 59.9));
  g_assert_false (mp_rect_contains (rect, 40, 30));
  g_assert_false (mp_rect_contains (rect, 30, 60));
  g_assert_false (mp_rect_contains (rect, 9.9, 30));
  g_assert_false (mp_rect_contains (rect, 30, 19.9));
}

static void
test_intersects (void)
{
  MpRect rect = { 10, 10, 10, 10 };

  g_assert_true (mp_rect_intersects (rect, (MpRect) { 19, 19, 10, 10 }));
  g_assert_true (mp_rect_intersects (rect, (MpRect) { 12, 12, 1, 1 }));
  /* Those that only touch do not. */
  g_assert_false (mp_rect_intersects (rect, (MpRect) { 20, 10, 10, 10 }));
  g_assert_false (mp_rect_intersects (rect, (MpRect) { 10, 20, 10, 10 }));
  g_assert_false (mp_rect_intersects (rect, (MpRect) { 0, 10, 10, 10 }));
  /* Nor do those without an area. */
  g_assert_false (mp_rect_intersects (rect, (MpRect) { 12, 12, 0, 5 }));
  g_assert_false (mp_rect_intersects ((MpRect) { 12, 12, 5, 0 }, rect));
}

static void
assert_rect (MpRect rect, double x, double y, double width, double height)
{
  g_assert_cmpfloat (rect.x, ==, x);
  g_assert_cmpfloat (rect.y, ==, y);
  g_assert_cmpfloat (rect.width, ==, width);
  g_assert_cmpfloat (rect.height, ==, height);
}

static void
test_derived (void)
{
  MpRect rect = { 10, 20, 30, 40 };

  assert_rect (mp_rect_grow (rect, 2), 8, 18, 34, 44);
  assert_rect (mp_rect_at_least (rect, 36), 7, 20, 36, 40);
  assert_rect (mp_rect_clip_x (rect, 15, 100), 15, 20, 25, 40);
  assert_rect (mp_rect_clip_x (rect, 0, 20), 10, 20, 10, 40);
  g_assert_cmpfloat (mp_rect_clip_x (rect, 50, 100).width, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/span", test_span);
  g_test_add_func ("/scale/no-width", test_no_width);
  g_test_add_func ("/scale/round-trip", test_round_trip);
  g_test_add_func ("/scale/days", test_days);
  g_test_add_func ("/scale/instants-survive", test_instants_survive);
  g_test_add_func ("/scale/no-bound", test_no_bound);
  g_test_add_func ("/rect/contains", test_contains);
  g_test_add_func ("/rect/intersects", test_intersects);
  g_test_add_func ("/rect/derived", test_derived);
  return g_test_run ();
}
