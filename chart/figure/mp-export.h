/* mp-export.h: figures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-figure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a figure of these options can be made: sides, scale and the number of pixels in bounds.
 * On FALSE sets error (G_IO_ERROR_INVALID_ARGUMENT) with a sentence that names the bound. */
gboolean mp_export_check (const MpFigureOptions *options, GError **error);

/* Paints a figure on a new image surface of its size times scale. Returns NULL and sets error where
 * that cannot be had. Free with cairo_surface_destroy (). */
cairo_surface_t *mp_export_paint (const MpFigure *figure, double scale,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the height that followed from a figure's content is in bounds. On FALSE sets error
 * (G_IO_ERROR_NO_SPACE) with a sentence that names the bound. */
gboolean mp_export_check_height (const MpFigure *figure, const MpFigureOptions *options,
                                 GError **error);

/* Encodes a figure as PNG: the same bytes for the same figure. NULL and error (G_IO_ERROR) on
 * failure. Any thread may call it. */
GBytes *mp_export_png (MpAgreement *agreement, const MpFigureOptions *options,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
