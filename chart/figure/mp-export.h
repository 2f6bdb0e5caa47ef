/* mp-export.h: figures as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
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

/* A kind of file that figures can be written as. */
typedef struct {
  const char *name;      /* as people call it: "PNG" */
  const char *extension; /* of its files, in lower case: ".png" */
  const char *mime_type;
  const char *files; /* what a file chooser calls its files; to be translated */

  /* Private: makes the bytes of a file; NULL and error on failure */
  GBytes *(*encode) (const MpFigure *figure, double scale, GError **error);
} MpExportFormat;

/* Returns all formats, owned by the library. The first is used where nothing else is asked for.
 * n_formats, which may be NULL, is set to their number. */
const MpExportFormat *mp_export_formats (guint *n_formats);

/* Returns the format that the extension of a file's name, in either case, asks for, or NULL. */
const MpExportFormat *mp_export_find_format (const char *file_name);

/* Makes the bytes of a file with a figure: the same ones for the same figure. format may be NULL
 * for the first. Returns NULL and sets error (G_IO_ERROR) on failure: G_IO_ERROR_INVALID_ARGUMENT
 * as mp_export_check (), G_IO_ERROR_NO_SPACE as mp_export_check_height (), else
 * G_IO_ERROR_FAILED. Any thread may call it. */
GBytes *mp_export_figure (const MpExportFormat *format, MpAgreement *agreement,
                          const MpFigureOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
