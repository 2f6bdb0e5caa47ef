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

/* A white picture of so many logical pixels. Free with cairo_surface_destroy (). */
cairo_surface_t *mp_test_image_new (double width, double height,
                                    double scale) G_GNUC_WARN_UNUSED_RESULT;

/* The rectangle around all that differs; of no size where nothing does. Sizes must be alike. */
MpRect mp_test_image_difference (cairo_surface_t *a, cairo_surface_t *b);

/* The rectangle around all that is not white. */
MpRect mp_test_image_ink (cairo_surface_t *image);

/* The picture as a mirror shows it: left is right. Free with cairo_surface_destroy (). */
cairo_surface_t *mp_test_image_mirror (cairo_surface_t *image) G_GNUC_WARN_UNUSED_RESULT;

/* Makes white what is within the rectangle, so that the rest can be looked at. */
void mp_test_image_erase (cairo_surface_t *image, MpRect rect);

/* Fails the test, and says where they differ, unless two pictures have the same pixels. */
void mp_test_image_assert_same (cairo_surface_t *a, cairo_surface_t *b);

/* The same, but no channel of a pixel may differ by more than so much, of 255. */
void mp_test_image_assert_alike (cairo_surface_t *a, cairo_surface_t *b, guint tolerance);

/* How many pixels differ in brightness by more than so much, 0 to 255. */
guint mp_test_image_count_different (cairo_surface_t *a, cairo_surface_t *b, guint more_than);

static inline gboolean
mp_test_rect_is_within (MpRect inner, MpRect outer)
{
  return inner.x >= outer.x && inner.y >= outer.y &&
         inner.x + inner.width <= outer.x + outer.width &&
         inner.y + inner.height <= outer.y + outer.height;
}

G_END_DECLS
