/* test-stamps.c: a stamp is the shape that it stands for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-stamps.h"

#include "mp-mirror.h"
#include "mp-test-image.h"

#include <math.h>

#define SIDE 64

static guint n_drawn;

/* A shape that is not its own mirror image, within a rectangle. */
static void
draw_shape (cairo_t *cr, gconstpointer data)
{
  const MpRect *rect = data;

  n_drawn++;
  cairo_move_to (cr, rect->x, rect->y);
  cairo_line_to (cr, rect->x + rect->width, rect->y + rect->height);
  cairo_line_to (cr, rect->x, rect->y + rect->height);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_colored (cairo_t *cr, gconstpointer data)
{
  cairo_set_source_rgb (cr, 0.8, 0, 0);
  draw_shape (cr, data);
}

typedef struct {
  double scale;
  MpTextDirection direction;
  gboolean is_mask;
} Kind;

/* Puts a shape, as a stamp or, without any, as it is. */
static cairo_surface_t *
paint (MpStamps *stamps, const Kind *kind, MpRect rect)
{
  MpStampKey key = { kind->is_mask ? draw_shape : draw_colored, { 1 } };
  cairo_surface_t *image = mp_test_image_new (SIDE, SIDE, kind->scale);
  cairo_t *cr = cairo_create (image);
  MpPixels pixels;

  mp_mirror_paint (cr, kind->direction, SIDE);
  pixels = mp_pixels_of (cr);
  cairo_set_source_rgb (cr, 0, 0, 0.6);
  if (stamps == NULL) {
    key.draw (cr, &rect);
  } else {
    mp_stamps_prepare (stamps, mp_style_get (MP_THEME_LIGHT), &pixels);
    (kind->is_mask ? mp_stamps_put_mask : mp_stamps_put) (stamps, cr, &pixels, &key, rect, &rect);
  }
  cairo_destroy (cr);
  return image;
}

static MpStamps *
new_stamps (void)
{
  n_drawn = 0;
  return mp_stamps_new ();
}

/* At quarters of a pixel it is the shape, to the last bit but for the rounding of two colours; else
 * it is an eighth of a pixel off at most. Each is drawn once. */
static void
test_is_the_shape (void)
{
  static const double scales[] = { 1, 2 };

  for (guint i = 0; i < 8; i++) {
    Kind kind = { scales[i & 1], i & 2 ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR,
                  (i & 4) != 0 };
    MpStamps *stamps = new_stamps ();

    for (double x = 10; x < 14; x += 0.125) {
      MpRect rect = { x, 20 + x / 2, 12, 9 };
      cairo_surface_t *stamp = paint (stamps, &kind, rect), *shape = paint (NULL, &kind, rect);

      mp_test_image_assert_alike (stamp, shape, fmod (x * kind.scale, 0.5) == 0 ? 3 : 48);
      cairo_surface_destroy (stamp);
      cairo_surface_destroy (shape);
    }
    /* 32 shapes for the comparison, and a stamp for each quarter in both directions. */
    g_assert_cmpuint (n_drawn, <=, 32 + 16);
    mp_stamps_free (stamps);
  }
}

/* What was put before makes no difference, nor does a store for other pixels or another style. */
static void
test_again (void)
{
  MpStamps *used = new_stamps ();

  for (guint i = 0; i < 300; i++) {
    Kind kind = { g_test_rand_int_range (1, 4) / 2.0,
                  g_test_rand_bit () ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR,
                  g_test_rand_bit () };
    MpRect rect = { g_test_rand_double_range (5, 20), g_test_rand_double_range (5, 20), 12, 9 };
    MpStamps *fresh = mp_stamps_new ();
    cairo_surface_t *again = paint (used, &kind, rect), *first = paint (fresh, &kind, rect);

    mp_test_image_assert_same (again, first);
    cairo_surface_destroy (again);
    cairo_surface_destroy (first);
    mp_stamps_free (fresh);
  }
  mp_stamps_free (used);
}

/* A mirrored picture has the mirror images of stamps. */
static void
test_mirrored (void)
{
  for (double x = 10; x < 12; x += 0.0625) {
    Kind kind = { 1, MP_TEXT_DIRECTION_LTR, TRUE }, mirrored = { 1, MP_TEXT_DIRECTION_RTL, TRUE };
    MpRect rect = { x, 20, 11.5, 9 };
    MpStamps *stamps = new_stamps ();
    cairo_surface_t *one = paint (stamps, &kind, rect), *other = paint (stamps, &mirrored, rect);
    cairo_surface_t *mirror = mp_test_image_mirror (one);

    mp_test_image_assert_alike (mirror, other, 24);
    cairo_surface_destroy (one);
    cairo_surface_destroy (other);
    cairo_surface_destroy (mirror);
    mp_stamps_free (stamps);
  }
}

/* Stamps are for one style and one kind of pixels. */
static void
test_prepare (void)
{
  MpStamps *stamps = new_stamps ();
  Kind one = { 1, MP_TEXT_DIRECTION_LTR, TRUE }, two = { 2, MP_TEXT_DIRECTION_LTR, TRUE };
  MpRect rect = { 10, 10, 12, 9 };
  MpStyle style = *mp_style_get (MP_THEME_LIGHT);
  MpPixels pixels = { .has_pixels = TRUE, .has_masks = TRUE, .scale = 1, .unit = 1 };

  cairo_surface_destroy (paint (stamps, &one, rect));
  cairo_surface_destroy (paint (stamps, &one, rect));
  g_assert_cmpuint (n_drawn, ==, 1);
  cairo_surface_destroy (paint (stamps, &two, rect));
  g_assert_cmpuint (n_drawn, ==, 2);
  cairo_surface_destroy (paint (stamps, &one, rect));
  g_assert_cmpuint (n_drawn, ==, 3);
  style.text.red = 0.25;
  mp_stamps_prepare (stamps, &style, &pixels);
  cairo_surface_destroy (paint (stamps, &one, rect));
  g_assert_cmpuint (n_drawn, ==, 4);
  mp_stamps_free (stamps);
  mp_stamps_free (NULL);
}

/* A shape that is too large to keep is drawn each time, and looks the same. */
static void
test_large (void)
{
  Kind kind = { 8, MP_TEXT_DIRECTION_LTR, TRUE };
  MpStamps *stamps = new_stamps ();
  MpRect rect = { 2, 2, 50, 50 };
  cairo_surface_t *stamp = paint (stamps, &kind, rect), *shape = paint (NULL, &kind, rect);

  mp_test_image_assert_same (stamp, shape);
  cairo_surface_destroy (paint (stamps, &kind, rect));
  g_assert_cmpuint (n_drawn, ==, 3);
  cairo_surface_destroy (stamp);
  cairo_surface_destroy (shape);
  mp_stamps_free (stamps);
}

/* Thousands of different stamps are drawn and forgotten. */
static void
test_many (void)
{
  MpStamps *stamps = new_stamps ();
  cairo_surface_t *image = mp_test_image_new (SIDE, SIDE, 1);
  cairo_t *cr = cairo_create (image);
  MpPixels pixels = mp_pixels_of (cr);
  MpRect rect = { 0, 0, 60, 60 };

  mp_stamps_prepare (stamps, mp_style_get (MP_THEME_DARK), &pixels);
  for (gint32 i = 0; i < 5000; i++) {
    MpStampKey key = { draw_shape, { i } };

    mp_stamps_put (stamps, cr, &pixels, &key, rect, &rect);
  }
  g_assert_cmpuint (n_drawn, ==, 5000);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  mp_stamps_free (stamps);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stamps/shape", test_is_the_shape);
  g_test_add_func ("/stamps/again", test_again);
  g_test_add_func ("/stamps/mirrored", test_mirrored);
  g_test_add_func ("/stamps/prepare", test_prepare);
  g_test_add_func ("/stamps/large", test_large);
  g_test_add_func ("/stamps/many", test_many);
  return g_test_run ();
}
