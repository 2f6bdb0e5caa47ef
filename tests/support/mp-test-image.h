/* mp-test-image.h: pictures to compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All are image surfaces of the format RGB24. Rectangles are in pixels.
 */
#pragma once

#include "mp-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Returns a white picture of this size in logical pixels. Free with cairo_surface_destroy (). */
cairo_surface_t *mp_test_image_new (double width, double height,
                                    double scale) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the rectangle around all differences; its size is 0 if there is none. The pictures must
 * have the same size. */
MpRect mp_test_image_difference (cairo_surface_t *a, cairo_surface_t *b);

/* Returns the rectangle around all that is not white. */
MpRect mp_test_image_ink (cairo_surface_t *image);

/* Returns the picture as a mirror shows it, with left and right exchanged. Free with
 * cairo_surface_destroy (). */
cairo_surface_t *mp_test_image_mirror (cairo_surface_t *image) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the inside of a rectangle white, so that the rest can be compared. */
void mp_test_image_erase (cairo_surface_t *image, MpRect rect);

/* Fails unless two pictures have the same pixels, and says where they differ. */
void mp_test_image_assert_same (cairo_surface_t *a, cairo_surface_t *b);

/* The same, but no channel of a pixel may differ by more than so much, of 255. */
void mp_test_image_assert_alike (cairo_surface_t *a, cairo_surface_t *b, guint tolerance);

/* Returns how many pixels differ in brightness by more than the given number, from 0 to 255. */
guint mp_test_image_count_different (cairo_surface_t *a, cairo_surface_t *b, guint more_than);

static inline gboolean
mp_test_rect_is_within (MpRect inner, MpRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

G_END_DECLS
