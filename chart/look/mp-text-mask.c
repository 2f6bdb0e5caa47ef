/* mp-text-mask.c: words as masks of pixels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text-mask.h"

#include <hb-ot.h>
#include <math.h>
#include <pango/pangocairo.h>

/* A larger text has no mask. In pixels. */
#define MAX_WIDTH 8000
#define MAX_AREA G_GINT64_CONSTANT (1000000)

/* Letters stand on quarters of a pixel. */
#define QUARTERS 4

/* Returns whether a font of the text has letters in colours of their own. */
static gboolean
has_colors (PangoLayout *layout)
{
  for (GSList *lines = pango_layout_get_lines_readonly (layout); lines != NULL; lines = lines->next)
    for (GSList *runs = ((PangoLayoutLine *) lines->data)->runs; runs != NULL; runs = runs->next) {
      PangoGlyphItem *run = runs->data;
      hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (run->item->analysis.font));

      if (hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face))
        return TRUE;
    }
  return FALSE;
}

/* Draws the lines of a text, each of them with its foot on a whole pixel. */
static void
draw_lines (PangoLayout *layout, cairo_t *cr, double scale)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    double foot = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
    PangoRectangle extents;

    pango_layout_iter_get_line_extents (iter, NULL, &extents);
    cairo_move_to (cr, (double) extents.x / PANGO_SCALE, floor (foot * scale + 0.5) / scale);
    pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static gboolean
is_empty (const guchar *row, int length)
{
  for (int x = 0; x < length; x++)
    if (row[x] != 0)
      return FALSE;
  return TRUE;
}

/* Makes the mask of what is drawn on pixels that are a quarter as wide. Rows above and below it are
 * left out: there are nearly always some, as a font tells how large its letters are at most. */
static void
join_quarters (MpTextMask *mask, cairo_surface_t *quarters, const MpPixels *pixels)
{
  int width = cairo_image_surface_get_width (quarters);
  int height = cairo_image_surface_get_height (quarters);
  int stride = cairo_image_surface_get_stride (quarters);
  const guchar *from;
  guchar *to;

  cairo_surface_flush (quarters);
  from = cairo_image_surface_get_data (quarters);
  for (; height > 1 && is_empty (from, width); height--, mask->y++)
    from += stride;
  while (height > 1 && is_empty (from + (gsize) (height - 1) * (gsize) stride, width))
    height--;
  width /= QUARTERS;
  mask->surface = mp_pixels_surface_new (pixels, CAIRO_FORMAT_A8, width, height);
  to = cairo_image_surface_get_data (mask->surface);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      const guchar *in = &from[(gsize) x * QUARTERS];

      to[x] = (guchar) ((in[0] + in[1] + in[2] + in[3] + QUARTERS / 2) / QUARTERS);
    }
    from += stride;
    to += cairo_image_surface_get_stride (mask->surface);
  }
  cairo_surface_mark_dirty (mask->surface);
}

void
mp_text_mask_draw (MpTextMask *mask, PangoLayout *layout, const MpPixels *pixels)
{
  double scale = pixels->scale, pango = scale / PANGO_SCALE;
  PangoRectangle ink;
  cairo_surface_t *quarters;
  int width, height;
  cairo_t *cr;

  pango_layout_get_extents (layout, &ink, NULL);
  mask->scale = scale;
  mask->unit = pixels->unit;
  /* A pixel around the ink, as the feet of lines are moved by up to half of one. */
  mask->x = floor (ink.x * pango) - 1;
  mask->y = floor (ink.y * pango) - 1;
  width = (int) (ceil ((ink.x + ink.width) * pango) + 1 - mask->x);
  height = (int) (ceil ((ink.y + ink.height) * pango) + 1 - mask->y);
  if (ink.width <= 0 || width > MAX_WIDTH || (gint64) width * height > MAX_AREA ||
      has_colors (layout))
    return;
  quarters = cairo_image_surface_create (CAIRO_FORMAT_A8, width * QUARTERS, height);
  cr = cairo_create (quarters);
  cairo_translate (cr, -mask->x * QUARTERS, -mask->y);
  cairo_scale (cr, scale * QUARTERS, scale);
  /* Where letters overlap this makes no difference that could be seen, and it is three times as
   * fast as to paint one over another. */
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  draw_lines (layout, cr, scale);
  cairo_destroy (cr);
  join_quarters (mask, quarters, pixels);
  cairo_surface_destroy (quarters);
}

void
mp_text_mask_clear (MpTextMask *mask)
{
  g_clear_pointer (&mask->surface, cairo_surface_destroy);
  mask->scale = 0;
}

gboolean
mp_text_mask_suits (const MpTextMask *mask, const MpPixels *pixels)
{
  return mask->scale == pixels->scale && mask->unit == pixels->unit;
}

gsize
mp_text_mask_bytes (const MpTextMask *mask)
{
  if (mask->surface == NULL)
    return 0;
  return (gsize) cairo_image_surface_get_stride (mask->surface) *
         (gsize) cairo_image_surface_get_height (mask->surface);
}

gboolean
mp_text_mask_put (const MpTextMask *mask, cairo_t *cr, const MpPixels *pixels, double x, double y)
{
  if (mask->surface == NULL)
    return FALSE;
  mp_pixels_put_mask (pixels, cr, mask->surface, mp_pixels_nearest_x (pixels, x) + mask->x,
                      mp_pixels_nearest_y (pixels, y) + mask->y);
  return TRUE;
}
