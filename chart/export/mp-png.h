/* mp-png.h: pictures as the bytes of PNG files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Encodes an image surface of the format CAIRO_FORMAT_RGB24. Takes the image, whose pixels are
 * lost: at 400 million of them, memory for a copy matters. Returns the bytes of the file, the same
 * for the same pixels, or NULL if there is not enough memory. */
GBytes *mp_png_encode (cairo_surface_t *image) G_GNUC_WARN_UNUSED_RESULT;

/* Returns how many bytes it takes at most to encode so many pixels, besides the image itself. */
gsize mp_png_bound (gsize width, gsize height);

G_END_DECLS
