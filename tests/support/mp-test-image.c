/* mp-test-image.c: pictures to compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-image.h"

#include <math.h>

#define WHITE 0xffffff

cairo_surface_t *
mp_test_image_new (double width, double height, double scale)
{
  cairo_surface_t *image = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) round (width * scale), (int) round (height * scale));
  cairo_t *cr = cairo_create (image);

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (image, scale, scale);
  return image;
}

static guint32
pixel_at (cairo_surface_t *image, int x, int y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);

  return ((const guint32 *) (gconstpointer) row)[x] & WHITE;
}

/* Extends a rectangle, which may be empty, to a pixel. */
static void
include (MpRect *rect, int x, int y)
{
  double x1, y1;

  if (rect->width == 0) {
    *rect = (MpRect) { x, y, 1, 1 };
    return;
  }
  x1 = MAX (rect->x + rect->width, x + 1);
  y1 = MAX (rect->y + rect->height, y + 1);
  rect->x = MIN (rect->x, x);
  rect->y = MIN (rect->y, y);
  rect->width = x1 - rect->x;
  rect->height = y1 - rect->y;
}

/* Returns the greatest difference of any channel. */
static guint
pixel_difference (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 24; shift += 8) {
    guint one = a >> shift & 0xff, other = b >> shift & 0xff;

    most = MAX (most, MAX (one, other) - MIN (one, other));
  }
  return most;
}

/* The rectangle around all that differs by more than so much. */
static MpRect
difference_beyond (cairo_surface_t *a, cairo_surface_t *b, guint tolerance)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  MpRect rect = { 0, 0, 0, 0 };

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixel_difference (pixel_at (a, x, y), pixel_at (b, x, y)) > tolerance)
        include (&rect, x, y);
  return rect;
}

MpRect
mp_test_image_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  return difference_beyond (a, b, 0);
}

MpRect
mp_test_image_ink (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  MpRect rect = { 0, 0, 0, 0 };

  cairo_surface_flush (image);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixel_at (image, x, y) != WHITE)
        include (&rect, x, y);
  return rect;
}

cairo_surface_t *
mp_test_image_mirror (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);
  cairo_surface_t *mirror = mp_test_image_new (width, height, 1);

  cairo_surface_flush (image);
  cairo_surface_flush (mirror);
  for (int y = 0; y < height; y++) {
    guchar *row =
      cairo_image_surface_get_data (mirror) + (gsize) y * cairo_image_surface_get_stride (mirror);

    for (int x = 0; x < width; x++)
      ((guint32 *) (gpointer) row)[x] = pixel_at (image, width - 1 - x, y);
  }
  cairo_surface_mark_dirty (mirror);
  return mirror;
}

void
mp_test_image_erase (cairo_surface_t *image, MpRect rect)
{
  double x_scale, y_scale;
  cairo_t *cr;

  cairo_surface_get_device_scale (image, &x_scale, &y_scale);
  cr = cairo_create (image);
  cairo_scale (cr, 1 / x_scale, 1 / y_scale);
  cairo_rectangle (cr, floor (rect.x), floor (rect.y), ceil (rect.x + rect.width) - floor (rect.x),
                   ceil (rect.y + rect.height) - floor (rect.y));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
mp_test_image_assert_alike (cairo_surface_t *a, cairo_surface_t *b, guint tolerance)
{
  MpRect rect = difference_beyond (a, b, tolerance);

  if (rect.width == 0)
    return;
  g_test_message ("the pictures differ from %g, %g to %g, %g", rect.x, rect.y, rect.x + rect.width,
                  rect.y + rect.height);
  g_test_fail ();
}

void
mp_test_image_assert_same (cairo_surface_t *a, cairo_surface_t *b)
{
  mp_test_image_assert_alike (a, b, 0);
}

static guint
brightness (guint32 pixel)
{
  return (299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff)) / 1000;
}

guint
mp_test_image_count_different (cairo_surface_t *a, cairo_surface_t *b, guint more_than)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint count = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      guint one = brightness (pixel_at (a, x, y)), other = brightness (pixel_at (b, x, y));

      count += MAX (one, other) - MIN (one, other) > more_than;
    }
  }
  return count;
}
