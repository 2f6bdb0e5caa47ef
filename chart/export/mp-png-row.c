/* mp-png-row.c: rows of pixels as PNG has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-png-row.h"

#define BYTES_OF_RGB 3
#define BYTES_OF_RGBA 4

const guint32 *
mp_png_row_of (cairo_surface_t *image, int y)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (image);

  return (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (image) +
                                            (gsize) y * stride);
}

gsize
mp_png_row_length (int width, gboolean has_alpha)
{
  return (gsize) width * (has_alpha ? BYTES_OF_RGBA : BYTES_OF_RGB);
}

static void
pack_opaque (const guint32 *pixels, int width, guchar *out)
{
  for (int x = 0; x < width; x++, out += BYTES_OF_RGB) {
    guint32 pixel = pixels[x];

    out[0] = (guchar) (pixel >> 16);
    out[1] = (guchar) (pixel >> 8);
    out[2] = (guchar) pixel;
  }
}

/* Undoes that Cairo has multiplied a colour by its alpha. */
static guchar
unmultiply (guint32 color, guint32 alpha)
{
  return alpha == 0 ? 0 : (guchar) MIN (255, ((color & 0xff) * 255 + alpha / 2) / alpha);
}

static void
pack_with_alpha (const guint32 *pixels, int width, guchar *out)
{
  for (int x = 0; x < width; x++, out += BYTES_OF_RGBA) {
    guint32 alpha = pixels[x] >> 24;

    out[0] = unmultiply (pixels[x] >> 16, alpha);
    out[1] = unmultiply (pixels[x] >> 8, alpha);
    out[2] = unmultiply (pixels[x], alpha);
    out[3] = (guchar) alpha;
  }
}

void
mp_png_row_pack (const guint32 *pixels, int width, gboolean has_alpha, guchar *out)
{
  if (has_alpha)
    pack_with_alpha (pixels, width, out);
  else
    pack_opaque (pixels, width, out);
}
