/* test-pixels.c: places rounded to pixels, on every kind of surface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pixels.h"

#include "mp-mirror.h"
#include "mp-test-image.h"

#include <cairo-pdf.h>
#include <math.h>

#define SIDE 200

/* What is drawn on: an image of some scale, perhaps mirrored, moved and made smaller. */
typedef struct {
  cairo_surface_t *image;
  cairo_t *cr;
  MpPixels pixels;
} Canvas;

static void
canvas_clear (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->image);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static void
canvas_init (Canvas *canvas, double scale, MpTextDirection direction, double moved, double smaller)
{
  canvas->image = mp_test_image_new (SIDE, SIDE, scale);
  canvas->cr = cairo_create (canvas->image);
  cairo_translate (canvas->cr, moved, moved);
  cairo_scale (canvas->cr, smaller, smaller);
  mp_mirror_paint (canvas->cr, direction, SIDE / smaller);
  canvas->pixels = mp_pixels_of (canvas->cr);
}

static void
canvas_init_random (Canvas *canvas)
{
  canvas_init (canvas, g_test_rand_double_range (0.5, 3),
               g_test_rand_bit () ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR,
               g_test_rand_double_range (0, 5), g_test_rand_double_range (0.5, 1));
}

static double
distance_from_whole (double value)
{
  return fabs (value - round (value));
}

/* Whatever the scale is, an edge that is rounded lies between pixels, and less than one away. */
static void
test_edges (void)
{
  for (guint i = 0; i < 500; i++) {
    g_auto (Canvas) canvas;
    double scale, x = g_test_rand_double_range (0, 100), y = g_test_rand_double_range (0, 100);
    double at, down;

    canvas_init_random (&canvas);
    cairo_surface_get_device_scale (canvas.image, &scale, &scale);
    at = mp_pixels_round_x (&canvas.pixels, x);
    down = mp_pixels_round_y (&canvas.pixels, y);
    g_assert_cmpfloat (fabs (at - x) * canvas.pixels.scale, <=, 0.5 + 1e-9);
    g_assert_cmpfloat (fabs (down - y) * canvas.pixels.scale, <=, 0.5 + 1e-9);
    cairo_user_to_device (canvas.cr, &at, &down);
    g_assert_cmpfloat (distance_from_whole (at * scale), <, 1e-6);
    g_assert_cmpfloat (distance_from_whole (down * scale), <, 1e-6);
    g_assert_cmpfloat_with_epsilon (at * scale, mp_pixels_nearest_x (&canvas.pixels, x), 1e-6);
    g_assert_cmpfloat_with_epsilon (down * scale, mp_pixels_nearest_y (&canvas.pixels, y), 1e-6);
  }
}

/* Rectangles that touch still do, none vanishes, and lines are equally thick everywhere. */
static void
test_rectangles (void)
{
  for (guint i = 0; i < 500; i++) {
    g_auto (Canvas) canvas;
    double x = g_test_rand_double_range (0, 100), width = g_test_rand_double_range (0.01, 9);
    MpRect left, right, line, other;

    canvas_init_random (&canvas);
    left = mp_pixels_round (&canvas.pixels, (MpRect) { x, 3, width, 4 });
    right = mp_pixels_round (&canvas.pixels, (MpRect) { x + width, 3, width, 4 });
    g_assert_cmpfloat (left.width * canvas.pixels.scale, >=, 1 - 1e-9);
    if (width * canvas.pixels.scale >= 1)
      g_assert_cmpfloat_with_epsilon (left.x + left.width, right.x, 1e-9);
    line = mp_pixels_round_line (&canvas.pixels, (MpRect) { x, 0, 1.5, 90 });
    other = mp_pixels_round_line (&canvas.pixels, (MpRect) { x + width, 0, 1.5, 90 });
    g_assert_cmpfloat_with_epsilon (line.width, other.width, 1e-9);
    g_assert_cmpfloat (line.width * canvas.pixels.scale, >=, 1 - 1e-9);
  }
  {
    g_auto (Canvas) canvas;

    canvas_init (&canvas, 1, MP_TEXT_DIRECTION_LTR, 0, 1);
    g_assert_cmpfloat (mp_pixels_round (&canvas.pixels, (MpRect) { 1, 1, 0, 5 }).width, ==, 0);
  }
}

/* The pixels of a mirrored picture are the mirror image of those of the picture: also for a half.
 */
static void
test_mirrored (void)
{
  static const double scales[] = { 1, 2, 0.5 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_auto (Canvas) picture, mirrored;

    canvas_init (&picture, scales[i], MP_TEXT_DIRECTION_LTR, 0, 1);
    canvas_init (&mirrored, scales[i], MP_TEXT_DIRECTION_RTL, 0, 1);
    for (double x = 0; x < 20; x += 0.125)
      g_assert_cmpfloat (mp_pixels_nearest_x (&picture.pixels, x), ==,
                         SIDE * scales[i] - mp_pixels_nearest_x (&mirrored.pixels, x));
  }
}

static cairo_status_t
swallow (gpointer data, const guchar *bytes, guint length)
{
  (void) data;
  (void) bytes;
  (void) length;
  return CAIRO_STATUS_SUCCESS;
}

/* Where there are no pixels, nothing is rounded: in a PDF, and where the picture is turned. */
static void
test_no_pixels (void)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (swallow, NULL, SIDE, SIDE);
  cairo_t *cr = cairo_create (pdf);
  g_auto (Canvas) canvas;
  MpPixels pixels = mp_pixels_of (cr);

  g_assert_false (pixels.has_pixels);
  g_assert_cmpfloat (mp_pixels_round_x (&pixels, 1.3), ==, 1.3);
  g_assert_cmpfloat (mp_pixels_round_y (&pixels, 1.3), ==, 1.3);
  g_assert_cmpfloat (mp_pixels_round_length (&pixels, 0.3), ==, 0.3);
  cairo_destroy (cr);
  cairo_surface_destroy (pdf);
  canvas_init (&canvas, 1, MP_TEXT_DIRECTION_LTR, 0, 1);
  g_assert_true (canvas.pixels.has_pixels);
  cairo_rotate (canvas.cr, 0.3);
  g_assert_false (mp_pixels_of (canvas.cr).has_pixels);
}

/* What is recorded is for the surface on which it will be painted. */
static void
test_recorded (void)
{
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);

  g_assert_cmpfloat (mp_pixels_of (cr).scale, ==, 1);
  mp_pixels_announce (cr, 2, TRUE);
  g_assert_cmpfloat (mp_pixels_of (cr).scale, ==, 2);
  g_assert_cmpfloat (mp_pixels_round_x (&(MpPixels) { TRUE, TRUE, FALSE, 2, 0, 0, 2, 0, 0 }, 1.3),
                     ==, 1.5);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
}

/* A mask on whole pixels is neither blurred nor moved, wherever the surface itself is. */
static void
test_mask (void)
{
  for (guint i = 0; i < 200; i++) {
    g_auto (Canvas) canvas;
    cairo_surface_t *mask;
    double x = g_test_rand_int_range (10, 60), y = g_test_rand_int_range (10, 60), scale;
    cairo_t *cr;

    canvas_init_random (&canvas);
    cairo_surface_get_device_scale (canvas.image, &scale, &scale);
    mask = mp_pixels_surface_new (&canvas.pixels, CAIRO_FORMAT_A8, 7, 5);
    cr = cairo_create (mask);
    cairo_paint (cr);
    cairo_destroy (cr);
    cairo_set_source_rgb (canvas.cr, 0, 0, 0);
    if (g_test_rand_bit ())
      mp_pixels_put_mask (&canvas.pixels, canvas.cr, mask, x, y);
    else
      mp_pixels_put_image (&canvas.pixels, canvas.cr, mask, x, y);
    {
      MpRect ink = mp_test_image_ink (canvas.image);

      g_assert_cmpfloat (ink.x, ==, x);
      g_assert_cmpfloat (ink.y, ==, y);
      g_assert_cmpfloat (ink.width, ==, 7);
      g_assert_cmpfloat (ink.height, ==, 5);
    }
    cairo_surface_destroy (mask);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pixels/edges", test_edges);
  g_test_add_func ("/pixels/rectangles", test_rectangles);
  g_test_add_func ("/pixels/mirrored", test_mirrored);
  g_test_add_func ("/pixels/none", test_no_pixels);
  g_test_add_func ("/pixels/recorded", test_recorded);
  g_test_add_func ("/pixels/mask", test_mask);
  return g_test_run ();
}
