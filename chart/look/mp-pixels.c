/* mp-pixels.c: where the pixels lie under the coordinates of a cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pixels.h"

#include <math.h>

/* Under it, what is announced for a surface that records is kept with the surface. */
static const cairo_user_data_key_t announced;

typedef struct {
  double unit; /* pixels for a unit of the surface; 0: it has no pixels */
  gboolean has_masks;
} Surface;

static Surface
surface_of (cairo_surface_t *surface)
{
  cairo_surface_type_t type = cairo_surface_get_type (surface);
  const Surface *recorded;
  double x, y;

  if (type == CAIRO_SURFACE_TYPE_RECORDING) {
    recorded = cairo_surface_get_user_data (surface, &announced);
    return recorded != NULL ? *recorded : (Surface) { 1, TRUE };
  }
  if (type != CAIRO_SURFACE_TYPE_IMAGE)
    return (Surface) { 0, FALSE };
  cairo_surface_get_device_scale (surface, &x, &y);
  return (Surface) { x, TRUE };
}

MpPixels
mp_pixels_of (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  Surface of = surface_of (surface);
  MpPixels pixels = { .unit = of.unit };
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  pixels.has_pixels = pixels.unit > 0 && matrix.xy == 0 && matrix.yx == 0 && matrix.yy > 0 &&
                      fabs (matrix.xx) == matrix.yy;
  pixels.has_masks = pixels.has_pixels && of.has_masks;
  if (!pixels.has_pixels)
    pixels.unit = 1;
  cairo_surface_get_device_offset (surface, &pixels.offset_x, &pixels.offset_y);
  pixels.is_mirrored = matrix.xx < 0;
  pixels.scale = fabs (matrix.yy) * pixels.unit;
  pixels.x = matrix.x0 * pixels.unit + pixels.offset_x;
  pixels.y = matrix.y0 * pixels.unit + pixels.offset_y;
  return pixels;
}

void
mp_pixels_announce (cairo_t *cr, double scale, gboolean has_masks)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  const Surface recorded = { scale, has_masks };

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_RECORDING)
    cairo_surface_set_user_data (surface, &announced, g_memdup2 (&recorded, sizeof recorded),
                                 g_free);
}

double
mp_pixels_nearest_x (const MpPixels *pixels, double x)
{
  /* A half is rounded to the right, in a mirrored picture to the left. */
  return pixels->is_mirrored ? ceil (pixels->x - x * pixels->scale - 0.5)
                             : floor (pixels->x + x * pixels->scale + 0.5);
}

double
mp_pixels_nearest_y (const MpPixels *pixels, double y)
{
  return floor (pixels->y + y * pixels->scale + 0.5);
}

double
mp_pixels_round_x (const MpPixels *pixels, double x)
{
  double distance = mp_pixels_nearest_x (pixels, x) - pixels->x;

  if (!pixels->has_pixels)
    return x;
  return (pixels->is_mirrored ? -distance : distance) / pixels->scale;
}

double
mp_pixels_round_y (const MpPixels *pixels, double y)
{
  return pixels->has_pixels ? (mp_pixels_nearest_y (pixels, y) - pixels->y) / pixels->scale : y;
}

MpRect
mp_pixels_round (const MpPixels *pixels, MpRect rect)
{
  double x = mp_pixels_round_x (pixels, rect.x), y = mp_pixels_round_y (pixels, rect.y);
  double least = pixels->has_pixels ? 1 / pixels->scale : 0;

  if (rect.width > 0)
    rect.width = MAX (least, mp_pixels_round_x (pixels, rect.x + rect.width) - x);
  if (rect.height > 0)
    rect.height = MAX (least, mp_pixels_round_y (pixels, rect.y + rect.height) - y);
  return (MpRect) { x, y, rect.width, rect.height };
}

double
mp_pixels_round_length (const MpPixels *pixels, double length)
{
  return pixels->has_pixels ? MAX (1, round (length * pixels->scale)) / pixels->scale : length;
}

MpRect
mp_pixels_round_line (const MpPixels *pixels, MpRect line)
{
  MpRect rounded = mp_pixels_round (pixels, line);

  if (line.width < line.height)
    rounded.width = mp_pixels_round_length (pixels, line.width);
  else
    rounded.height = mp_pixels_round_length (pixels, line.height);
  return rounded;
}

cairo_surface_t *
mp_pixels_surface_new (const MpPixels *pixels, cairo_format_t format, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (format, width, height);

  cairo_surface_set_device_scale (surface, pixels->unit, pixels->unit);
  return surface;
}

void
mp_pixels_use (const MpPixels *pixels, cairo_t *cr, double x, double y)
{
  double scale = pixels->scale / pixels->unit;
  cairo_matrix_t matrix;

  cairo_matrix_init (&matrix, pixels->is_mirrored ? -scale : scale, 0, 0, scale, 0, 0);
  cairo_matrix_translate (&matrix, -x, -y);
  cairo_set_matrix (cr, &matrix);
}

/* Sets the matrix of cr to that of the surface, and converts a place in pixels to what it is then.
 * Returns the matrix before. */
static cairo_matrix_t
enter_surface (const MpPixels *pixels, cairo_t *cr, double *x, double *y)
{
  cairo_matrix_t before;

  cairo_get_matrix (cr, &before);
  cairo_identity_matrix (cr);
  *x = (*x - pixels->offset_x) / pixels->unit;
  *y = (*y - pixels->offset_y) / pixels->unit;
  return before;
}

void
mp_pixels_put_mask (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *mask, double x, double y)
{
  cairo_matrix_t matrix = enter_surface (pixels, cr, &x, &y);

  cairo_mask_surface (cr, mask, x, y);
  cairo_set_matrix (cr, &matrix);
}

void
mp_pixels_put_image (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *image, double x,
                     double y)
{
  cairo_matrix_t matrix = enter_surface (pixels, cr, &x, &y);

  cairo_set_source_surface (cr, image, x, y);
  cairo_paint (cr);
  cairo_set_matrix (cr, &matrix);
}

static cairo_pattern_t *
tile (cairo_surface_t *surface, double x, double y)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (surface);
  cairo_matrix_t matrix;

  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_matrix_init_translate (&matrix, -x, -y);
  cairo_pattern_set_matrix (pattern, &matrix);
  return pattern;
}

void
mp_pixels_tile_mask (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *mask, double x, double y)
{
  cairo_matrix_t matrix = enter_surface (pixels, cr, &x, &y);
  cairo_pattern_t *pattern = tile (mask, x, y);

  cairo_mask (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_set_matrix (cr, &matrix);
}

void
mp_pixels_tile_source (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *image, double x,
                       double y)
{
  cairo_matrix_t matrix = enter_surface (pixels, cr, &x, &y);
  cairo_pattern_t *pattern = tile (image, x, y);

  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_set_matrix (cr, &matrix);
}
