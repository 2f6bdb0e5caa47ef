/* mp-bands.h: paints figures a band at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * However large a picture is, it takes the memory of one band. All pages of a figure are one below
 * the other. The same figure is always divided in the same way.
 */
#pragma once

#include "mp-figure.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* The most pixels that a band has: one of 1920 × 1080 is one band. */
#define MP_BAND_PIXELS (2100 * 1000)

/* Return how many pixels a picture of all pages has. */
int mp_bands_width (const MpFigure *figure, double scale);
int mp_bands_height (const MpFigure *figure, double scale);

/* Is given a band of a picture, whose rows from 0 to n_rows are those of the picture from row first
 * on. It is an image surface, borrowed; what becomes of its pixels does not matter. Returns FALSE
 * and sets error to end. */
typedef gboolean (*MpBandFunc) (cairo_surface_t *band, int first, int n_rows, gpointer data,
                                GError **error);

/* Paints a figure with scale pixels for a logical pixel, and hands its bands to func, from top to
 * bottom. They have the format CAIRO_FORMAT_ARGB32 if has_alpha, else CAIRO_FORMAT_RGB24, and at
 * most max_pixels pixels or, if that is less, one row. Returns FALSE and sets error if Cairo fails
 * (G_IO_ERROR_FAILED) or func does. */
gboolean mp_bands_paint (const MpFigure *figure, double scale, gboolean has_alpha,
                         double max_pixels, MpBandFunc func, gpointer data, GError **error);

G_END_DECLS
