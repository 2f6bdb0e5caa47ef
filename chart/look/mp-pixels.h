/* mp-pixels.h: where the pixels lie under the coordinates of a cairo_t
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn again and again, such as words and dots, is drawn once as a mask of pixels and then
 * put where it is needed, on whole pixels: a mask that lies across pixels would be blurred, and
 * takes Cairo many times longer. Likewise edges that are straight lie between pixels.
 *
 * Places called "pixels" are counted from the corner of the surface; all others are those of the
 * cairo_t. Whatever x is rounded to, a mirrored picture has the mirror image of it.
 */
#pragma once

#include "mp-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/* A value, which holds until the matrix of the cairo_t changes. */
typedef struct {
  gboolean has_pixels; /* FALSE for a surface of shapes, such as PDF: nothing is rounded there */
  gboolean has_masks;  /* FALSE: what repeats is drawn each time; never TRUE without pixels */
  gboolean is_mirrored;
  double scale; /* pixels for a unit of the cairo_t, more than 0 */
  double x;     /* of the point 0, 0, in pixels */
  double y;

  /* Private: pixels for a unit of the surface, and how far the surface itself is moved */
  double unit;
  double offset_x;
  double offset_y;
} MpPixels;

MpPixels mp_pixels_of (cairo_t *cr);

/* Says how many pixels a unit of cr will have where its surface only records what is drawn, for
 * another surface. Without this it is one. To be called before anything is drawn. If has_masks is
 * FALSE, nothing is drawn as a mask of pixels: what is recorded is to be shapes. */
void mp_pixels_announce (cairo_t *cr, double scale, gboolean has_masks);

/* Return the edge between two pixels that is nearest to a place: as a place, and in pixels. */
double mp_pixels_round_x (const MpPixels *pixels, double x);
double mp_pixels_round_y (const MpPixels *pixels, double y);
double mp_pixels_nearest_x (const MpPixels *pixels, double x);
double mp_pixels_nearest_y (const MpPixels *pixels, double y);

/* Returns the rectangle with its edges rounded, at least one pixel wide and high unless it has no
 * area. Rectangles that touch still do. */
MpRect mp_pixels_round (const MpPixels *pixels, MpRect rect);

/* Returns a line, which is a rectangle, with its edges rounded, and a whole number of pixels thick,
 * at least one. Lines of the same width are equally thick wherever they are. */
MpRect mp_pixels_round_line (const MpPixels *pixels, MpRect line);

/* Returns a length as a whole number of pixels, at least one. */
double mp_pixels_round_length (const MpPixels *pixels, double length);

/* Returns a new image surface with this number of pixels, in which nothing is painted. */
cairo_surface_t *mp_pixels_surface_new (const MpPixels *pixels, cairo_format_t format, int width,
                                        int height) G_GNUC_WARN_UNUSED_RESULT;

/* Lets cr, which is to draw on such a surface, draw as the cairo_t that pixels were asked of, but
 * with the point x, y in the upper left corner of the surface. */
void mp_pixels_use (const MpPixels *pixels, cairo_t *cr, double x, double y);

/* Paint the source of cr through a mask, or an image over cr. Both are such surfaces; x and y are
 * whole pixels, where their left upper corners come to lie. */
void mp_pixels_put_mask (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *mask, double x,
                         double y);
void mp_pixels_put_image (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *image, double x,
                          double y);

/* Paint the source of cr through a mask that is repeated in all directions, or make an image the
 * source that is repeated so. */
void mp_pixels_tile_mask (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *mask, double x,
                          double y);
void mp_pixels_tile_source (const MpPixels *pixels, cairo_t *cr, cairo_surface_t *image, double x,
                            double y);

G_END_DECLS
