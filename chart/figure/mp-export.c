/* mp-export.c: makes files of figures, and has the table of formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-export.h"

#include "mp-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sys/mman.h>

/* In bytes: room for the stacks of the four threads that Pango may use at once, and for the font
 * files that they read. */
#define FONTS_SIZE ((gsize) 40 * 1024 * 1024)

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
  if (options->scale > 0 && MIN (options->width, height) * options->scale < 1) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("at scale %g nothing is left of a chart of %g × %g"), options->scale,
                 options->width, height);
    return FALSE;
  }
  if (!(options->scale > 0 &&
        MAX (options->width, height) * options->scale <= MP_FIGURE_MAX_PIXEL_SIDE &&
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

static void
set_no_memory (GError **error, gsize size)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: MB are megabytes */
               _ ("there is not enough memory: %u MB more are needed"),
               (guint) (size / 1024 / 1024));
}

/* Checks beforehand whether there is memory for the given number of bytes and for fonts, because
 * some libraries, such as Fontconfig in the threads of Pango, end the process if they get none. */
static gboolean
check_memory (double n_bytes, GError **error)
{
  gsize size = (gsize) n_bytes + FONTS_SIZE;
  void *room = mmap (NULL, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (room == MAP_FAILED) {
    set_no_memory (error, size);
    return FALSE;
  }
  munmap (room, size);
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

static MpSize
pixel_size (const MpFigure *figure, double scale)
{
  MpSize size = mp_figure_get_size (figure);

  return (MpSize) { round (size.width * scale), round (size.height * scale) };
}

cairo_surface_t *
mp_export_paint (const MpFigure *figure, double scale, GError **error)
{
  MpSize size = pixel_size (figure, scale);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) size.width, (int) size.height);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  mp_figure_paint (figure, 0, cr);
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

static GBytes *
encode_png (const MpFigure *figure, double scale, GError **error)
{
  MpSize size = pixel_size (figure, scale);
  gsize bound = mp_png_bound ((gsize) size.width, (gsize) size.height);
  cairo_surface_t *surface;
  GBytes *bytes;

  /* Four bytes for each pixel, and the file. */
  if (!check_memory (size.width * size.height * 4 + (double) bound, error))
    return NULL;
  surface = mp_export_paint (figure, scale, error);
  if (surface == NULL)
    return NULL;
  bytes = mp_png_encode (surface);
  if (bytes == NULL)
    set_no_memory (error, bound);
  return bytes;
}

static const MpExportFormat formats[] = {
  { "PNG", ".png", "image/png", N_ ("PNG pictures"), encode_png },
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

GBytes *
mp_export_figure (const MpExportFormat *format, MpAgreement *agreement,
                  const MpFigureOptions *options, GError **error)
{
  g_autoptr (MpFigure) figure = NULL;
  gint64 start = g_get_monotonic_time ();
  GBytes *bytes;
  MpSize size;

  if (format == NULL)
    format = &formats[0];
  if (!mp_export_check (options, error) || !check_memory (0, error))
    return NULL;
  figure = mp_figure_new (agreement, options);
  size = mp_figure_get_size (figure);
  if (!mp_export_check_height (figure, options, error))
    return NULL;
  bytes = format->encode (figure, options->scale, error);
  if (bytes != NULL)
    g_debug ("made a %s of %g × %g at scale %g in %.1f ms: %zu bytes", format->name, size.width,
             size.height, options->scale, (double) (g_get_monotonic_time () - start) / 1000,
             g_bytes_get_size (bytes));
  return bytes;
}
