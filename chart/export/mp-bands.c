/* mp-bands.c: paints figures a band at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-bands.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static int
page_height (const MpFigure *figure, double scale)
{
  return (int) round (mp_figure_get_size (figure).height * scale);
}

int
mp_bands_width (const MpFigure *figure, double scale)
{
  return (int) round (mp_figure_get_size (figure).width * scale);
}

int
mp_bands_height (const MpFigure *figure, double scale)
{
  return page_height (figure, scale) * (int) mp_figure_get_n_pages (figure);
}

/* Leaves nothing of what was painted before. */
static void
clear (cairo_surface_t *band)
{
  guchar *pixels = cairo_image_surface_get_data (band);

  cairo_surface_flush (band);
  /* There are none if there was no memory for them, which painting finds. */
  if (pixels != NULL)
    memset (pixels, 0,
            (gsize) cairo_image_surface_get_stride (band) *
              (gsize) cairo_image_surface_get_height (band));
  cairo_surface_mark_dirty (band);
}

/* Paints the rows of a page from its row top on, as many as the band has. */
static gboolean
paint_rows (const MpFigure *figure, guint page, int top, cairo_surface_t *band, GError **error)
{
  cairo_status_t status;
  cairo_t *cr;

  /* It is clear at first. */
  if (page > 0 || top > 0)
    clear (band);
  cairo_surface_set_device_offset (band, 0, -top);
  cr = cairo_create (band);
  mp_figure_paint (figure, page, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (band);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the chart could not be drawn: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
mp_bands_paint (const MpFigure *figure, double scale, gboolean has_alpha, double max_pixels,
                MpBandFunc func, gpointer data, GError **error)
{
  int width = mp_bands_width (figure, scale), height = page_height (figure, scale);
  int n_rows = (int) CLAMP (floor (max_pixels / width), 1, height);
  int n_pages = (int) mp_figure_get_n_pages (figure);
  cairo_surface_t *band = cairo_image_surface_create (
    has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, n_rows);
  gboolean goes_on = TRUE;

  cairo_surface_set_device_scale (band, scale, scale);
  for (int page = 0; page < n_pages && goes_on; page++)
    for (int top = 0; top < height && goes_on; top += n_rows)
      goes_on = paint_rows (figure, (guint) page, top, band, error) &&
                func (band, page * height + top, MIN (n_rows, height - top), data, error);
  cairo_surface_destroy (band);
  return goes_on;
}
