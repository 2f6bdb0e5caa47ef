/* mp-test-picture.h: pictures that are kept, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Whether text is painted with the fonts of tests/fonts/fonts.conf; if not, the test is marked as
 * skipped, for no picture with words can be compared. */
gboolean mp_test_picture_has_fonts (void);

/* How many pixels of either picture, which are of one size, have nothing like them within a pixel
 * in the other. What is left of a letter that another version of a library rounds another way is
 * like what it was; what has moved, or has another colour, is not. */
guint mp_test_picture_count_unlike (cairo_surface_t *a, cairo_surface_t *b);

/* Fails the test unless tests/pictures/NAME.png is of the same size and, but for one pixel in
 * 5,000, alike. It leaves NAME.out.png, NAME.ref.png and NAME.diff.png in the build folder then,
 * and says where. With MP_UPDATE_GOLDEN in the environment it writes the picture instead. */
void mp_test_picture_assert (const char *name, cairo_surface_t *picture);

G_END_DECLS
