/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
mp_export_check (const MpFigureOptions *options, GError **error)
{
  double height = options->height > 0 ? options->height : MP_FIGURE_MIN_SIDE;
  double sides[] = { options->width, height };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    if (!(sides[i] >= MP_FIGURE_MIN_SIDE && sides[i] <= MP_FIGURE_MAX_SIDE)) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("the sides of a chart are %d to %d, not %g"), MP_FIGURE_MIN_SIDE,
                   MP_FIGURE_MAX_SIDE, sides[i]);
      return FALSE;
    }
  }
  if (!(options->scale > 0 &&
        MAX (options->width, height) * options->scale <= MP_FIGURE_MAX_PIXEL_SIDE &&
        options->width * options->scale >= 1 && height * options->scale >= 1 &&
        options->width * height * options->scale * options->scale <= MP_FIGURE_MAX_PIXELS)) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("a chart of %g × %g at scale %g is too large: %d pixels a side and %d million "
                    "in all are the most"),
                 options->width, height, options->scale, MP_FIGURE_MAX_PIXEL_SIDE,
                 MP_FIGURE_MAX_PIXELS / 1000000);
    return FALSE;
  }
  return TRUE;
}

gboolean
mp_export_check_height (const MpFigure *figure, const MpFigureOptions *options, GError **error)
{
  MpFigureOptions real = *options;

  real.height = mp_figure_get_size (figure).height;
  if (mp_export_check (&real, NULL))
    return TRUE;
  g_set_error (
    error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
    _ ("all of it, at half its size, would be a chart %.0f pixels high; %d pixels a side "
       "and %d million in all are the most"),
    real.height * options->scale, MP_FIGURE_MAX_PIXEL_SIDE, MP_FIGURE_MAX_PIXELS / 1000000);
  return FALSE;
}

cairo_surface_t *
mp_export_paint (const MpFigure *figure, double scale, GError **error)
{
  MpSize size = mp_figure_get_size (figure);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) round (size.width * scale), (int) round (size.height * scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  mp_figure_paint (figure, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the chart could not be drawn: %s"),
                 cairo_status_to_string (cairo_status (cr)));
    g_clear_pointer (&surface, cairo_surface_destroy);
  }
  cairo_destroy (cr);
  if (surface != NULL)
    cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
append_bytes (gpointer array, const guchar *data, guint length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
mp_export_png (MpAgreement *agreement, const MpFigureOptions *options, GError **error)
{
  g_autoptr (MpFigure) figure = NULL;
  g_autoptr (GByteArray) array = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!mp_export_check (options, error))
    return NULL;
  figure = mp_figure_new (agreement, options);
  if (!mp_export_check_height (figure, options, error))
    return NULL;
  surface = mp_export_paint (figure, options->scale, error);
  if (surface == NULL)
    return NULL;
  status = cairo_surface_write_to_png_stream (surface, append_bytes, array);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the chart could not be encoded: %s"),
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

/* GIO would put what it has of a file in the place of the old one even where writing failed, so the
 * stream is told then to give up. */
static gboolean
replace_file (GFile *file, const void *data, gsize length, GError **error)
{
  gboolean is_new = !g_file_query_exists (file, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  g_cancellable_cancel (cancellable);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);
  /* A new file has been written in its own place. */
  if (is_new)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}

gboolean
mp_export_save (GBytes *bytes, GFile *file, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL) {
    g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, error);

    return stream != NULL &&
           g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, NULL, error) &&
           g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
  }
  return replace_file (file, data, length, error);
}
