/* mp-figure-content.h: a figure for the clipboard, and for dragging to another program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-export.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Makes, in a thread, what is copied: the bytes of a PNG file, those of an SVG file, and the figure
 * in words. A program takes the one of them that it understands. The bytes are those that would be
 * saved: a GdkTexture would offer a picture that is not. */
void mp_figure_content_make_async (MpAgreement *agreement, const MpFigureOptions *options,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
GdkContentProvider *mp_figure_content_make_finish (GAsyncResult *result,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what is dragged: a file of the format, and the bytes of a PNG file. Both are made when
 * they are asked for, because a drag must begin at once. The file is in a temporary folder, which
 * is removed when the process ends: nobody tells when the other program has read it. */
GdkContentProvider *
mp_figure_content_new_dragged (const MpExportFormat *format, MpAgreement *agreement,
                               const MpFigureOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
