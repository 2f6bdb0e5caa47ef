/* mp-page-paint.c: paints a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-page-private.h"

#include "mp-paint-entry.h"

#include <math.h>

/* In design pixels. */
#define SIGN_LINE 2.6
#define HOLLOW_LINE 2

static void
set_tone (cairo_t *cr, const MpPalette *palette, const MpPagePart *part)
{
  MpRgb color = mp_palette_color (palette, part->tone, part->hue);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* --- Shapes ----------------------------------------------------------------------------------- */

static void
add_round_box (cairo_t *cr, MpRect rect, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + rect.height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect.x + radius, rect.y + rect.height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
paint_box (cairo_t *cr, const MpPagePart *part)
{
  if (part->radius > 0)
    add_round_box (cr, part->rect, MIN (part->radius, part->rect.height / 2));
  else
    cairo_rectangle (cr, part->rect.x, part->rect.y, part->rect.width, part->rect.height);
  mp_canvas_fill (cr);
}

static void
paint_disc (cairo_t *cr, const MpPagePart *part)
{
  double x = part->rect.x + part->radius, y = part->rect.y + part->radius;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, part->radius - (part->is_hollow ? HOLLOW_LINE / 2.0 : 0), 0, 2 * G_PI);
  if (!part->is_hollow) {
    mp_canvas_fill (cr);
    return;
  }
  cairo_set_line_width (cr, HOLLOW_LINE);
  mp_canvas_stroke (cr);
}

static void
add_segment (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

static void
paint_triangle (cairo_t *cr, MpRect rect)
{
  cairo_move_to (cr, rect.x, rect.y);
  cairo_line_to (cr, rect.x + rect.width, rect.y);
  cairo_line_to (cr, rect.x + rect.width / 2, rect.y + rect.height);
  cairo_close_path (cr);
  mp_canvas_fill (cr);
}

static void
add_head (cairo_t *cr, MpRect rect)
{
  double x1 = rect.x + rect.width, y = rect.y + rect.height / 2, head = rect.height / 2;

  cairo_move_to (cr, x1 - head, y - head);
  cairo_line_to (cr, x1, y);
  cairo_line_to (cr, x1 - head, y + head);
}

static void
paint_sign (cairo_t *cr, const MpPagePart *part)
{
  MpRect rect = part->rect;
  double x0 = rect.x, x1 = rect.x + rect.width, y = rect.y + rect.height / 2;
  const double dots[] = { SIGN_LINE, SIGN_LINE };

  cairo_new_path (cr);
  cairo_set_line_width (cr, SIGN_LINE);
  switch (part->sign) {
  case MP_PAGE_SIGN_TODAY:
    paint_triangle (cr, rect);
    return;
  case MP_PAGE_SIGN_CHANGED:
    add_segment (cr, x0, y, x1, y);
    add_head (cr, rect);
    break;
  case MP_PAGE_SIGN_PERHAPS:
    add_segment (cr, x0, y, x1 - rect.height / 2, y);
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
    mp_canvas_stroke (cr);
    cairo_set_dash (cr, NULL, 0, 0);
    add_head (cr, rect);
    break;
  case MP_PAGE_SIGN_ENDED:
    add_segment (cr, x0, y, x1, y);
    add_segment (cr, x1, rect.y, x1, rect.y + rect.height);
    break;
  case MP_PAGE_SIGN_ADDED:
    add_segment (cr, (x0 + x1 - rect.height) / 2, y, (x0 + x1 + rect.height) / 2, y);
    add_segment (cr, (x0 + x1) / 2, rect.y, (x0 + x1) / 2, rect.y + rect.height);
    break;
  case MP_PAGE_SIGN_SAME:
  default:
    add_segment (cr, x0, y - rect.height / 4, x1, y - rect.height / 4);
    add_segment (cr, x0, y + rect.height / 4, x1, y + rect.height / 4);
    break;
  }
  mp_canvas_stroke (cr);
}

static void
paint_path (cairo_t *cr, const MpPagePart *part)
{
  cairo_new_path (cr);
  for (guint i = 0; i < part->n_points; i++)
    cairo_line_to (cr, part->points[i].x, part->points[i].y);
  if (part->width <= 0) {
    cairo_close_path (cr);
    mp_canvas_fill (cr);
    return;
  }
  cairo_set_line_width (cr, part->width);
  mp_page_set_dashes (cr, part->line);
  mp_canvas_stroke (cr);
  mp_page_set_dashes (cr, MP_LINE_SOLID);
}

static void
paint_words (const MpPage *page, cairo_t *cr, const MpPagePart *part, const MpPalette *palette)
{
  mp_text_draw (page->text, cr, part->role, part->text, part->rect, MP_ALIGN_START,
                mp_palette_color (palette, part->tone, part->hue));
}

static void
paint_part (const MpPage *page, cairo_t *cr, const MpPagePart *part, const MpPalette *palette)
{
  set_tone (cr, palette, part);
  switch (part->kind) {
  case MP_PAGE_WORDS:
    paint_words (page, cr, part, palette);
    break;
  case MP_PAGE_BAR:
    mp_page_paint_bar (cr, &part->bar, palette);
    break;
  case MP_PAGE_DISC:
    paint_disc (cr, part);
    break;
  case MP_PAGE_SIGN:
    paint_sign (cr, part);
    break;
  case MP_PAGE_PATH:
    paint_path (cr, part);
    break;
  case MP_PAGE_BOX:
  case MP_PAGE_LINE:
  default:
    paint_box (cr, part);
    break;
  }
}

/* --- The page --------------------------------------------------------------------------------- */

/* Begins what is drawn for an item. An item that has been drawn for already, in seen, has a part
 * elsewhere. */
static void
begin_item (cairo_t *cr, MpAgreement *agreement, MpItem item, GHashTable *seen)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) item.kind << 32 | item.index;
  mp_paint_begin_entry (cr, agreement, item, !g_hash_table_add (seen, key));
}

static void
paint_entries (const MpPage *page, cairo_t *cr, MpAgreement *agreement, const MpPalette *palette)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  MpItem item = { MP_ITEM_NONE, 0 };

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (!mp_item_equal (part->item, item)) {
      if (item.kind != MP_ITEM_NONE)
        mp_paint_end_entry (cr);
      item = part->item;
      if (item.kind != MP_ITEM_NONE)
        begin_item (cr, agreement, item, seen);
    }
    paint_part (page, cr, part, palette);
  }
  if (item.kind != MP_ITEM_NONE)
    mp_paint_end_entry (cr);
  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind == MP_PAGE_WORDS && page->parts[i].source != MP_NONE)
      mp_paint_source_link (cr, agreement, page->parts[i].source, page->parts[i].rect);
}

void
mp_page_paint (const MpPage *page, cairo_t *cr, MpAgreement *agreement, const MpPalette *palette)
{
  if (mp_canvas_has_entries (cr)) {
    paint_entries (page, cr, agreement, palette);
    return;
  }
  for (guint i = 0; i < page->n_parts; i++)
    paint_part (page, cr, &page->parts[i], palette);
}
