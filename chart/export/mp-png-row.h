/* mp-png-row.h: rows of pixels as PNG has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Returns the pixels of a row of an image surface. Owned by the surface. */
const guint32 *mp_png_row_of (cairo_surface_t *image, int y);

/* Returns how many bytes a row takes: three for each pixel, or with alpha four. */
gsize mp_png_row_length (int width, gboolean has_alpha);

/* Converts pixels of the format CAIRO_FORMAT_RGB24, or CAIRO_FORMAT_ARGB32 if has_alpha. Without
 * alpha out may overlap the pixels, as long as it does not begin after them: what is written never
 * gets ahead of what is read. */
void mp_png_row_pack (const guint32 *pixels, int width, gboolean has_alpha, guchar *out);

G_END_DECLS
