/* test-zoom-path.c: the way from one view to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-zoom-path.h"

#include <math.h>

#define N_RANDOM 2000
#define N_STEPS 400

static MpView
random_view (void)
{
  double span = pow (10, g_test_rand_double_range (-1, 6));
  double begin = g_test_rand_double_range (-1e6, 1e6);

  return (MpView) { begin, begin + span };
}

static MpZoomPath
path_between (MpView from, MpView to)
{
  MpZoomPath path;

  mp_zoom_path_init (&path, from, to);
  return path;
}

static void
assert_same (MpView a, MpView b)
{
  g_assert_cmpfloat (a.begin, ==, b.begin);
  g_assert_cmpfloat (a.end, ==, b.end);
}

/* The distance between two views, by the measure of the paper. */
static double
distance (MpView a, MpView b)
{
  double w = sqrt (mp_view_span (a) * mp_view_span (b));
  double zoom = log (mp_view_span (b) / mp_view_span (a)) / G_SQRT2;
  double pan = (mp_view_middle (b) - mp_view_middle (a)) * G_SQRT2 / w;

  return hypot (zoom, pan);
}

static void
test_ends (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpView from = random_view (), to = random_view ();
    MpZoomPath path = path_between (from, to);

    assert_same (mp_zoom_path_at (&path, 0), from);
    assert_same (mp_zoom_path_at (&path, 1), to);
    assert_same (mp_zoom_path_at (&path, -3), from);
    assert_same (mp_zoom_path_at (&path, 3), to);
    g_assert_true (isfinite (mp_zoom_path_length (&path)));
    g_assert_cmpfloat (mp_zoom_path_length (&path), >=, 0);
  }
}

/* The path starts and ends at its views without a jump, and does not stop between them. */
static void
test_smooth (void)
{
  for (guint n = 0; n < N_RANDOM / 10; n++) {
    MpView from = random_view (), to = random_view (), last = from;
    MpZoomPath path = path_between (from, to);
    double step = mp_zoom_path_length (&path) / N_STEPS;

    for (guint i = 1; i <= N_STEPS; i++) {
      MpView view = mp_zoom_path_at (&path, (double) i / N_STEPS);

      g_assert_cmpfloat (mp_view_span (view), >, 0);
      /* Where one view lies within the other, the path zooms about a day, and the middle may run
       * ahead. */
      if (!path.nested)
        g_assert_cmpfloat_with_epsilon (distance (last, view), step, step * 0.25 + 1e-6);
      last = view;
    }
  }
}

/* To a distant place the path zooms out until about both can be seen, and then in again. */
static void
test_goes_out_to_go_far (void)
{
  MpZoomPath path = path_between ((MpView) { 0, 10 }, (MpView) { 1000, 1010 });
  MpView middle = mp_zoom_path_at (&path, 0.5);

  g_assert_cmpfloat (mp_view_span (middle), >, 500);
  g_assert_cmpfloat (mp_view_span (middle), <, 3000);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (middle), 505, 1e-6);
  /* A short way needs no detour. */
  path = path_between ((MpView) { 0, 10 }, (MpView) { 1, 11 });
  g_assert_cmpfloat (mp_view_span (mp_zoom_path_at (&path, 0.5)), <, 10.2);
}

/* Zooming about a day leaves that day where it is, all the way. */
static void
test_day_stands_still (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpView from = random_view (), to;
    double share = g_test_rand_double (), factor = pow (2, g_test_rand_double_range (-8, 8));
    double day = from.begin + share * mp_view_span (from);
    double w = mp_view_span (from) / factor;
    MpZoomPath path;

    to = (MpView) { day - share * w, day + (1 - share) * w };
    path = path_between (from, to);
    for (guint i = 0; i <= 20; i++) {
      MpView view = mp_zoom_path_at (&path, i / 20.0);
      double place = (day - view.begin) / mp_view_span (view);

      g_assert_cmpfloat_with_epsilon (place, share, 1e-4);
    }
  }
}

/* Each frame of a zoom is larger by the same factor. */
static void
test_even_zoom (void)
{
  MpZoomPath path = path_between ((MpView) { 0, 1024 }, (MpView) { 512, 513 });

  for (guint i = 0; i <= 10; i++)
    g_assert_cmpfloat_with_epsilon (mp_view_span (mp_zoom_path_at (&path, i / 10.0)),
                                    1024 / pow (2, i), 1e-6);
}

/* The way back is the same way. */
static void
test_way_back (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpView from = random_view (), to = random_view ();
    MpZoomPath there = path_between (from, to), back = path_between (to, from);

    g_assert_cmpfloat_with_epsilon (mp_zoom_path_length (&there), mp_zoom_path_length (&back),
                                    1e-6 * (1 + mp_zoom_path_length (&there)));
  }
}

static void
test_no_way (void)
{
  MpView view = { 3, 5 };
  MpZoomPath path = path_between (view, view);

  g_assert_cmpfloat (mp_zoom_path_length (&path), ==, 0);
  assert_same (mp_zoom_path_at (&path, 0.5), view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zoom-path/ends", test_ends);
  g_test_add_func ("/zoom-path/smooth", test_smooth);
  g_test_add_func ("/zoom-path/goes-out-to-go-far", test_goes_out_to_go_far);
  g_test_add_func ("/zoom-path/day-stands-still", test_day_stands_still);
  g_test_add_func ("/zoom-path/even-zoom", test_even_zoom);
  g_test_add_func ("/zoom-path/way-back", test_way_back);
  g_test_add_func ("/zoom-path/no-way", test_no_way);
  return g_test_run ();
}
