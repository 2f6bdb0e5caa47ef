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

/* Returns whether there is a figure, and the height that follows from its content is within bounds,
 * for a format in which the file is the figure. If not, sets error (G_IO_ERROR_NO_SPACE), whose
 * message names a size that would do, or the bound.
 */
gboolean mp_export_check_height (const MpFigure *figure, const MpFigureOptions *options,
                                 GError **error);

/* What a file is made of, and who wants to know how far it is. Everything is borrowed, and stays
 * the same while the file is written. */
typedef struct {
  const MpFigure *figure;
  MpAgreement *agreement;
  const MpFigureOptions *options; /* those of the figure */
  GCancellable *cancellable;      /* NULL: it cannot be cancelled */

  /* Is told, in the thread that writes, which share of the work is done, from 0 to 1, never less
   * than before. NULL: nobody is told. */
  void (*progress) (double share, gpointer data);
  gpointer progress_data;
} MpExport;

/* A file format for figures. */
typedef struct {
  const char *name;      /* for the user: "PNG" */
  const char *extension; /* of its files, in lower case: ".png" */
  const char *mime_type;
  const char *files; /* the name of its files in a file chooser, to be translated */

  /* Private: writes a file from its beginning to its end, in pieces, and does not close the stream.
   * Calls mp_export_step () every now and then. Returns FALSE and sets error on failure. */
  gboolean (*write) (const MpExport *export, GOutputStream *stream, GError **error);

  gboolean has_story; /* all steps of the story go into one file */
  gboolean has_pages; /* each page is one of the file; else they stand below each other */

  /* NULL where the file is the figure. Where it is more than that, returns the options of the
   * figure in it, which borrow from options; then there is a file even without a figure. */
  MpFigureOptions (*adapt) (const MpFigureOptions *options);
} MpExportFormat;

/* Returns all formats, owned by the library, of which the first is the default. Sets n_formats to
 * their number, unless it is NULL. */
const MpExportFormat *mp_export_formats (guint *n_formats);

/* Returns the format that the extension of a file name stands for, in lower or upper case, or NULL
 * if there is none. */
const MpExportFormat *mp_export_find_format (const char *file_name);

/* Makes a figure and writes a file with it to a stream, which it does not close. The bytes are the
 * same for the same arguments. format may be NULL for the default; cancellable and progress, which
 * is called in this thread, may be NULL. On failure returns FALSE and sets error:
 * G_IO_ERROR_INVALID_ARGUMENT as mp_export_check () does, G_IO_ERROR_NO_SPACE as
 * mp_export_check_height () does, both before anything is written; G_IO_ERROR_CANCELLED, the error
 * of the stream, or G_IO_ERROR_FAILED. Any thread may call it. */
gboolean mp_export_to_stream (const MpExportFormat *format, MpAgreement *agreement,
                              const MpFigureOptions *options, GOutputStream *stream,
                              GCancellable *cancellable,
                              void (*progress) (double share, gpointer data),
                              gpointer progress_data, GError **error);

/* Makes a figure and writes a file with it, all or nothing, as mp_write_file_with () does: after a
 * failure or when it is cancelled, the file is what it was before, and nothing else is left behind.
 * format may be NULL for the one that the name of the file stands for, or else the default. On
 * failure returns FALSE and sets error as mp_export_to_stream () does, or to what is wrong with the
 * file, in words that do not name it. Any thread may call it. */
gboolean mp_export_to_file (const MpExportFormat *format, MpAgreement *agreement,
                            const MpFigureOptions *options, GFile *file, GCancellable *cancellable,
                            void (*progress) (double share, gpointer data), gpointer progress_data,
                            GError **error);

/* Makes a figure, and returns the bytes of a file with it, as mp_export_to_stream () writes it, or
 * NULL. */
GBytes *mp_export_figure (const MpExportFormat *format, MpAgreement *agreement,
                          const MpFigureOptions *options, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
