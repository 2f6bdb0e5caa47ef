/* test-overview-geometry.c: the overview as rectangles and as pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-overview-geometry.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 3000

static const MpView all = { 1000, 2000 };

static MpOverviewGeometry
strip_of (double width, MpView view)
{
  return mp_overview_geometry_place ((MpSize) { width, 58 }, all, view, mp_test_measure (1));
}

static double
right_of (MpRect rect)
{
  return rect.x + rect.width;
}

/* The window of the overview is over its days. */
static void
test_window (void)
{
  MpOverviewGeometry geometry = strip_of (1000, (MpView) { 1250, 1500 });

  g_assert_cmpfloat (geometry.gutter.width, >, 100);
  g_assert_cmpfloat_with_epsilon (geometry.window.x, geometry.days.x + geometry.days.width / 4,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (right_of (geometry.window),
                                  geometry.days.x + geometry.days.width / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_overview_geometry_day_at (&geometry, geometry.window.x), 1250,
                                  1e-6);
  g_assert_cmpfloat (mp_overview_geometry_day_at (&geometry, -50), ==, 1000);
  g_assert_cmpfloat (mp_overview_geometry_day_at (&geometry, 5000), ==, 2000);
}

static MpView
random_view (void)
{
  double span = pow (10, g_test_rand_double_range (-2, 3.3));
  double middle = g_test_rand_double_range (all.begin, all.end);

  return (MpView) { middle - span / 2, middle + span / 2 };
}

/* However small the window is and wherever it is, a finger can hit each of its parts. */
static void
test_targets (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpOverviewGeometry geometry = strip_of (g_test_rand_double_range (240, 2000), random_view ());
    guint counts[4] = { 0 };

    g_assert_cmpfloat (geometry.window.x, >=, geometry.days.x);
    g_assert_cmpfloat (right_of (geometry.window), <=, right_of (geometry.days) + 1e-6);
    g_assert_cmpfloat (geometry.window.width, >=, 3 - 1e-6);
    for (double x = ceil (geometry.days.x); x < right_of (geometry.days); x++)
      counts[mp_overview_geometry_pick (&geometry, x)]++;
    g_assert_cmpuint (counts[MP_OVERVIEW_BEGIN], >=, 23);
    g_assert_cmpuint (counts[MP_OVERVIEW_END], >=, 23);
    if (geometry.window.width >= geometry.days.width - 2)
      g_assert_cmpuint (counts[MP_OVERVIEW_OUTSIDE], >, 24);
    else
      g_assert_cmpuint (counts[MP_OVERVIEW_BODY], >=, 23);
    g_assert_cmpfloat (geometry.begin.x, >=, geometry.days.x - 1e-6);
    g_assert_cmpfloat (right_of (geometry.end), <=, right_of (geometry.days) + 1e-6);
  }
}

/* In the order in which they are seen. */
static void
test_pick (void)
{
  MpOverviewGeometry geometry = strip_of (1000, (MpView) { 1250, 1500 });

  g_assert_cmpint (mp_overview_geometry_pick (&geometry, geometry.window.x - 40), ==,
                   MP_OVERVIEW_OUTSIDE);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, geometry.window.x), ==, MP_OVERVIEW_BEGIN);
  g_assert_cmpint (
    mp_overview_geometry_pick (&geometry, geometry.window.x + geometry.window.width / 2), ==,
    MP_OVERVIEW_BODY);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, right_of (geometry.window)), ==,
                   MP_OVERVIEW_END);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, right_of (geometry.window) + 40), ==,
                   MP_OVERVIEW_OUTSIDE);
  /* All of it in view: the edges, and room to draw between them. */
  geometry = strip_of (1000, all);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, geometry.days.x + 4), ==,
                   MP_OVERVIEW_BEGIN);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, 600), ==, MP_OVERVIEW_OUTSIDE);
  g_assert_cmpint (mp_overview_geometry_pick (&geometry, right_of (geometry.days) - 4), ==,
                   MP_OVERVIEW_END);
}

/* Without a gutter the days have all the width. */
static void
test_narrow (void)
{
  MpOverviewGeometry geometry = strip_of (400, all);

  g_assert_cmpfloat (geometry.gutter.width, ==, 0);
  g_assert_cmpfloat (geometry.days.width, ==, 400);
}

/* --- Pixels ----------------------------------------------------------------------------------- */

static cairo_surface_t *
paint (MpAgreement *agreement, MpView view, MpText *text, MpTheme theme)
{
  MpTestView fit = { .agreement = agreement };
  g_autoptr (MpDensity) density = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 58);
  cairo_t *cr = cairo_create (surface);
  MpView whole;
  MpOverviewGeometry geometry;

  mp_test_fit (&fit, &whole.begin, &whole.end);
  if (view.begin == view.end)
    view = whole;
  density = mp_density_new (agreement, NULL, whole);
  geometry =
    mp_overview_geometry_place ((MpSize) { 900, 58 }, whole, view, mp_text_get_measure (text));
  mp_overview_paint_density (cr, &geometry, density, mp_style_get (theme), text, "2018 – 2033");
  mp_overview_paint_window (cr, &geometry, mp_style_get (theme), text,
                            mp_test_instant (MP_TEST_TODAY), NULL);
  cairo_destroy (cr);
  return surface;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  guint count = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < 58; y++) {
    const guint32 *row_a = (const guint32 *) (gpointer) (cairo_image_surface_get_data (a) +
                                                         y * cairo_image_surface_get_stride (a));
    const guint32 *row_b = (const guint32 *) (gpointer) (cairo_image_surface_get_data (b) +
                                                         y * cairo_image_surface_get_stride (b));

    for (int x = 0; x < 900; x++)
      count += row_a[x] != row_b[x];
  }
  return count;
}

/* The picture is the same each time, another one for another view, and another one in the dark. */
static void
test_paint (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpView view = { 20000, 20400 };
  cairo_surface_t *first = paint (agreement, view, text, MP_THEME_LIGHT);
  cairo_surface_t *second = paint (agreement, view, text, MP_THEME_LIGHT);
  cairo_surface_t *fit = paint (agreement, (MpView) { 0, 0 }, text, MP_THEME_LIGHT);
  cairo_surface_t *dark = paint (agreement, view, text, MP_THEME_DARK);

  g_assert_cmpuint (count_differences (first, second), ==, 0);
  g_assert_cmpuint (count_differences (first, fit), >, 2000);
  g_assert_cmpuint (count_differences (first, dark), >, 40000);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (fit);
  cairo_surface_destroy (dark);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/strip/window", test_window);
  g_test_add_func ("/strip/targets", test_targets);
  g_test_add_func ("/strip/pick", test_pick);
  g_test_add_func ("/strip/narrow", test_narrow);
  g_test_add_func ("/strip/paint", test_paint);
  return mp_test_run_with_fonts ();
}
