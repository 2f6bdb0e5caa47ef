/* mp-text-draw.c: draws text, as masks of pixels or as shapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text-private.h"

#include "mp-canvas.h"

/* The most combining marks on one letter that scripts need. */
#define MAX_MARKS 4

/* Returns whether combining marks are stacked so high that they may reach into other rows. */
static gboolean
has_stacked_marks (const char *string)
{
  guint marks = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p)) {
    marks = (guchar) *p >= 0x80 && g_unichar_ismark (g_utf8_get_char (p)) ? marks + 1 : 0;
    if (marks > MAX_MARKS)
      return TRUE;
  }
  return FALSE;
}

/* Draws a text with its top left corner at x, y, rounded to a whole pixel. */
static void
show (MpText *text, cairo_t *cr, MpShaped *shaped, double x, double y, MpRgb color)
{
  MpPixels pixels = mp_pixels_of (cr);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  if (pixels.has_masks &&
      mp_text_mask_put (mp_text_get_mask (text, shaped, &pixels), cr, &pixels, x, y))
    return;
  mp_canvas_show_layout (cr, shaped->layout, mp_pixels_round_x (&pixels, x),
                         mp_pixels_round_y (&pixels, y));
}

/* Draws a text with its top left corner at x, y. Stacked combining marks are cut off at the edge of
 * the rectangle. */
static void
show_within (MpText *text, cairo_t *cr, const char *string, MpShaped *shaped, double x, double y,
             MpRect rect, MpRgb color)
{
  gboolean is_cut = has_stacked_marks (string);

  if (is_cut) {
    mp_canvas_save (cr);
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    mp_canvas_clip (cr);
  }
  show (text, cr, shaped, x, y, color);
  if (is_cut)
    mp_canvas_restore (cr);
}

/* Undoes the mirroring if there is any. Returns the rectangle in the coordinates that cr then has,
 * and sets from_right to whether its lines begin at the right: if so, the caller ends this with
 * mp_canvas_restore (). */
static MpRect
unmirror (cairo_t *cr, MpRect rect, gboolean *from_right)
{
  *from_right = mp_mirror_is_on (cr);
  if (*from_right) {
    mp_canvas_save (cr);
    cairo_scale (cr, -1, 1);
    rect.x = -(rect.x + rect.width);
  }
  return rect;
}

void
mp_text_draw (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
              MpAlign align, MpRgb color)
{
  MpShaped *shaped = mp_text_get_line (text, role, string, -1, -1);
  MpRect extents = mp_shaped_extents (shaped);
  gboolean from_right;
  double x;

  /* The tolerance of half a pixel keeps a rectangle of the measured width from cutting the text. */
  if (extents.width > rect.width + 0.5) {
    shaped = mp_text_get_line (text, role, string, MAX (rect.width, 1), -1);
    extents = mp_shaped_extents (shaped);
  }
  rect = unmirror (cr, rect, &from_right);
  x = rect.x - extents.x;
  if (align == MP_ALIGN_MIDDLE)
    x += (rect.width - extents.width) / 2;
  else if ((align == MP_ALIGN_END) != from_right)
    x += rect.width - extents.width;
  show_within (text, cr, string, shaped, x, rect.y + (rect.height - extents.height) / 2, rect,
               color);
  if (from_right)
    mp_canvas_restore (cr);
}

/* Returns a paragraph for a rectangle. If lines are aligned to the right, those for another width
 * would be in the wrong place. */
static MpShaped *
fit_paragraph (MpText *text, MpTextRole role, const char *string, MpRect rect)
{
  MpShaped *shaped = mp_text_get_paragraph (text, role, string, rect.width);
  MpRect extents = mp_shaped_extents (shaped);

  if (extents.height <= rect.height && extents.x == 0)
    return shaped;
  return mp_text_get_line (text, role, string, MAX (rect.width, 1), MAX (rect.height, 1));
}

void
mp_text_draw_paragraph (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
                        MpRgb color)
{
  MpShaped *shaped = fit_paragraph (text, role, string, rect);
  MpRect extents = mp_shaped_extents (shaped);
  gboolean from_right;

  rect = unmirror (cr, rect, &from_right);
  show_within (text, cr, string, shaped,
               from_right ? rect.x + rect.width - extents.width - extents.x : rect.x, rect.y, rect,
               color);
  if (from_right)
    mp_canvas_restore (cr);
}
