/* mp-export.h: makes files of figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-figure.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns whether the sides, the scale and the number of pixels of these options are within bounds.
 * If not, sets error (G_IO_ERROR_INVALID_ARGUMENT), whose message names the bound. */
gboolean mp_export_check (const MpFigureOptions *options, GError **error);

/* Paints a figure on a new image surface, with scale pixels for a logical pixel. Returns NULL and
 * sets error (G_IO_ERROR_FAILED) if Cairo fails. Free with cairo_surface_destroy (). */
cairo_surface_t *mp_export_paint (const MpFigure *figure, double scale,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Returns whether the height that follows from the content of a figure is within bounds. If not,
 * sets error (G_IO_ERROR_NO_SPACE), whose message names the bound. */
gboolean mp_export_check_height (const MpFigure *figure, const MpFigureOptions *options,
                                 GError **error);

/* A file format for figures. */
typedef struct {
  const char *name;      /* for the user: "PNG" */
  const char *extension; /* of its files, in lower case: ".png" */
  const char *mime_type;
  const char *files; /* the name of its files in a file chooser, to be translated */

  /* Private: returns the bytes of a file, or NULL and sets error */
  GBytes *(*encode) (const MpFigure *figure, double scale, GError **error);
} MpExportFormat;

/* Returns all formats, owned by the library, of which the first is the default. Sets n_formats to
 * their number, unless it is NULL. */
const MpExportFormat *mp_export_formats (guint *n_formats);

/* Returns the format that the extension of a file name stands for, in lower or upper case, or NULL
 * if there is none. */
const MpExportFormat *mp_export_find_format (const char *file_name);

/* Makes a figure, and returns the bytes of a file with it, which are the same for the same
 * arguments. format may be NULL for the default. On failure returns NULL and sets error:
 * G_IO_ERROR_INVALID_ARGUMENT as mp_export_check () does, G_IO_ERROR_NO_SPACE as
 * mp_export_check_height () does, or G_IO_ERROR_FAILED. Any thread may call it. */
GBytes *mp_export_figure (const MpExportFormat *format, MpAgreement *agreement,
                          const MpFigureOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
