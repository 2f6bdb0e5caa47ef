/* mp-export.c: makes files of figures, and has the table of formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export.h"

#include "mp-export-private.h"
#include "mp-html.h"
#include "mp-pdf.h"
#include "mp-png.h"
#include "mp-svg.h"
#include "mp-write.h"

#include <glib/gi18n-lib.h>
#include <sys/mman.h>

/* In bytes: room for the stacks of the four threads that Pango may use at once, for the font files
 * that they read, and for a band of a picture before and after it is compressed. */
#define NEEDED_SIZE (((gsize) 40 + 32) * 1024 * 1024)

/* Checks beforehand whether there is memory for fonts and for a picture, because some libraries,
 * such as Fontconfig in the threads of Pango, end the process if they get none. */
static gboolean
check_memory (GError **error)
{
  void *room =
    mmap (NULL, NEEDED_SIZE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (room == MAP_FAILED) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 /* Translators: MB are megabytes */
                 _ ("there is not enough memory: %u MB more are needed"),
                 (guint) (NEEDED_SIZE / 1024 / 1024));
    return FALSE;
  }
  munmap (room, NEEDED_SIZE);
  return TRUE;
}

static const MpExportFormat formats[] = {
  { "PNG", ".png", "image/png", N_ ("PNG pictures"), mp_png_write, FALSE, FALSE, NULL },
  { "PDF", ".pdf", "application/pdf", N_ ("PDF documents"), mp_pdf_write, TRUE, TRUE, NULL },
  { "SVG", ".svg", "image/svg+xml", N_ ("SVG drawings"), mp_svg_write, FALSE, FALSE, NULL },
  { "HTML", ".html", "text/html", N_ ("Pages of the web"), mp_html_write, TRUE, FALSE,
    mp_html_adapt },
};

const MpExportFormat *
mp_export_formats (guint *n_formats)
{
  if (n_formats != NULL)
    *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

const MpExportFormat *
mp_export_find_format (const char *file_name)
{
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].extension))
      return &formats[i];
  return NULL;
}

/* --- Exporting -------------------------------------------------------------------------------- */

/* An export to whatever stream it is given later. */
typedef struct {
  const MpExportFormat *format;
  MpExport export;
} Writing;

static gboolean
write_figure (GOutputStream *stream, gpointer data, GError **error)
{
  const Writing *writing = data;
  const MpExport *export = &writing->export;
  gint64 start = g_get_monotonic_time ();
  MpSize size = mp_figure_get_size (export->figure);

  if (!mp_export_step (export, 0, error) || !writing->format->write (export, stream, error) ||
      !mp_export_step (export, 1, error))
    return FALSE;
  g_debug ("wrote a %s of %g × %g at scale %g in %.1f ms", writing->format->name, size.width,
           size.height, export->options->scale, (double) (g_get_monotonic_time () - start) / 1000);
  return TRUE;
}

/* Makes the figure of an export, and sets its options if the format has its own. Returns NULL and
 * sets error if it cannot be exported. */
static MpFigure *
make_figure (const MpExportFormat *format, MpAgreement *agreement, MpFigureOptions *options,
             GError **error)
{
  g_autoptr (MpFigure) figure = NULL;

  if (!mp_export_check (options, error) || !check_memory (error))
    return NULL;
  if (options->what_if != NULL && format->adapt != NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         /* Translators: the extensions stay as they are */
                         _ ("what would be paid is a picture: the name must end in .png, .pdf or "
                            ".svg"));
    return NULL;
  }
  if (format->adapt != NULL) {
    *options = format->adapt (options);
    return mp_figure_new (agreement, options);
  }
  figure = mp_figure_new (agreement, options);
  /* How many pages there are is no matter to a file that has pages, as long as there are any. */
  if (format->has_pages && mp_figure_get_n_pages (figure) > 1)
    return g_steal_pointer (&figure);
  return mp_export_check_height (figure, options, error) ? g_steal_pointer (&figure) : NULL;
}

gboolean
mp_export_to_stream (const MpExportFormat *format, MpAgreement *agreement,
                     const MpFigureOptions *options, GOutputStream *stream,
                     GCancellable *cancellable, void (*progress) (double share, gpointer data),
                     gpointer progress_data, GError **error)
{
  const MpExportFormat *chosen = format != NULL ? format : &formats[0];
  MpFigureOptions own = *options;
  g_autoptr (MpFigure) figure = make_figure (chosen, agreement, &own, error);
  Writing writing = { chosen, { figure, agreement, &own, cancellable, progress, progress_data } };

  return figure != NULL && write_figure (stream, &writing, error);
}

gboolean
mp_export_to_file (const MpExportFormat *format, MpAgreement *agreement,
                   const MpFigureOptions *options, GFile *file, GCancellable *cancellable,
                   void (*progress) (double share, gpointer data), gpointer progress_data,
                   GError **error)
{
  g_autofree char *name = g_file_get_uri (file);
  g_autoptr (MpFigure) figure = NULL;
  MpFigureOptions own = *options;
  Writing writing = { format, { NULL, agreement, &own, cancellable, progress, progress_data } };

  if (writing.format == NULL)
    writing.format = mp_export_find_format (name);
  if (writing.format == NULL)
    writing.format = &formats[0];
  writing.export.figure = figure = make_figure (writing.format, agreement, &own, error);
  return figure != NULL && mp_write_file_with (file, write_figure, &writing, error);
}

GBytes *
mp_export_figure (const MpExportFormat *format, MpAgreement *agreement,
                  const MpFigureOptions *options, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (!mp_export_to_stream (format, agreement, options, memory, NULL, NULL, NULL, error) ||
      !g_output_stream_close (memory, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}
