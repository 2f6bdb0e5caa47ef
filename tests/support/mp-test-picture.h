/* mp-test-picture.h: pictures that are kept, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Whether text is painted with the fonts of tests/fonts/fonts.conf; if not, the test is marked as
 * skipped, as pictures with words cannot be compared. */
gboolean mp_test_picture_has_fonts (void);

/* Returns how many pixels of either picture, which must have the same size, have no similar pixel
 * within one pixel in the other. A letter that another version of a library rounds differently is
 * still similar; something that has moved or changed its colour is not. */
guint mp_test_picture_count_unlike (cairo_surface_t *a, cairo_surface_t *b);

/* Fails unless tests/pictures/NAME.png has the same size and is similar, except for one pixel in
 * 5,000. It then writes NAME.out.png, NAME.ref.png and NAME.diff.png to the build folder, and says
 * where. With MP_UPDATE_GOLDEN in the environment it writes the kept picture instead. */
void mp_test_picture_assert (const char *name, cairo_surface_t *picture);

G_END_DECLS
