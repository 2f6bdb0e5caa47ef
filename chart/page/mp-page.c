/* mp-page.c: collects the parts of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-page.h"

#include "mp-array.h"

#include <string.h>

/* The distance that lines keep from words, in design pixels. */
#define CLEARANCE 4

MpPage *
mp_page_new (MpText *text, double width)
{
  MpPage *page = g_new0 (MpPage, 1);

  page->text = text;
  page->size.width = width;
  page->strings = g_string_chunk_new (1024);
  page->points = g_ptr_array_new_with_free_func (g_free);
  return page;
}

void
mp_page_free (MpPage *page)
{
  if (page == NULL)
    return;
  g_string_chunk_free (page->strings);
  g_ptr_array_unref (page->points);
  g_free (page->parts);
  g_free (page);
}

void
mp_page_set_item (MpPage *page, MpItem item)
{
  page->item = item;
}

double
mp_page_measure (MpPage *page, MpTextRole role, const char *words)
{
  return mp_text_measure_line (page->text, role, words).width;
}

MpLineSize
mp_page_line (MpPage *page, MpTextRole role)
{
  return mp_text_measure_line (page->text, role, "Å");
}

/* --- Adding ----------------------------------------------------------------------------------- */

static void
add (MpPage *page, MpPagePart part)
{
  part.item = page->item;
  mp_array_append (page->parts, page->n_parts, part);
}

double
mp_page_add_words (MpPage *page, const MpPageFace *face, const char *words, double x,
                   double baseline)
{
  MpLineSize size = mp_text_measure_line (page->text, face->role, words);

  if (*words != '\0')
    add (page, (MpPagePart) { .kind = MP_PAGE_WORDS,
                              .rect = { x, baseline - size.baseline, size.width, size.height },
                              .tone = face->tone,
                              .hue = face->hue,
                              .role = face->role,
                              .text = g_string_chunk_insert_const (page->strings, words),
                              .baseline = baseline,
                              .source = face->source });
  return size.width;
}

double
mp_page_add_words_ending (MpPage *page, const MpPageFace *face, const char *words, double x,
                          double baseline)
{
  return mp_page_add_words (page, face, words, x - mp_page_measure (page, face->role, words),
                            baseline);
}

void
mp_page_add_box (MpPage *page, MpRect rect, double radius, MpTone tone, MpColor hue)
{
  if (rect.width > 0 && rect.height > 0)
    add (page, (MpPagePart) {
                 .kind = MP_PAGE_BOX, .rect = rect, .radius = radius, .tone = tone, .hue = hue });
}

void
mp_page_add_bar (MpPage *page, const MpPageBar *bar)
{
  if (bar->rect.width > 0)
    add (
      page,
      (MpPagePart) {
        .kind = MP_PAGE_BAR, .rect = bar->rect, .bar = *bar, .tone = bar->tone, .hue = bar->hue });
}

void
mp_page_add_disc (MpPage *page, double x, double y, double radius, gboolean is_hollow, MpTone tone,
                  MpColor hue)
{
  add (page, (MpPagePart) { .kind = MP_PAGE_DISC,
                            .rect = { x - radius, y - radius, 2 * radius, 2 * radius },
                            .radius = radius,
                            .is_hollow = is_hollow,
                            .tone = tone,
                            .hue = hue });
}

void
mp_page_add_sign (MpPage *page, MpPageSign sign, MpRect rect, MpTone tone, MpColor hue)
{
  add (page,
       (MpPagePart) { .kind = MP_PAGE_SIGN, .rect = rect, .sign = sign, .tone = tone, .hue = hue });
}

void
mp_page_add_line (MpPage *page, MpRect rect, MpTone tone, MpColor hue)
{
  if (rect.width > 0 && rect.height > 0)
    add (page, (MpPagePart) { .kind = MP_PAGE_LINE, .rect = rect, .tone = tone, .hue = hue });
}

void
mp_page_add_line_over (MpPage *page, MpRect rect, MpTone tone, MpColor hue)
{
  if (rect.width <= 0 || rect.height <= 0)
    return;
  mp_page_add_line (page, rect, tone, hue);
  page->parts[page->n_parts - 1].is_over = TRUE;
}

/* The rectangle around points. */
static MpRect
rect_around (const MpPagePoint *points, guint n_points)
{
  double x0 = points[0].x, x1 = x0, y0 = points[0].y, y1 = y0;

  for (guint i = 1; i < n_points; i++) {
    x0 = MIN (x0, points[i].x);
    x1 = MAX (x1, points[i].x);
    y0 = MIN (y0, points[i].y);
    y1 = MAX (y1, points[i].y);
  }
  return (MpRect) { x0, y0, x1 - x0, y1 - y0 };
}

void
mp_page_add_path (MpPage *page, const MpPagePoint *points, guint n_points, MpLine line,
                  double width, MpTone tone, MpColor hue)
{
  MpPagePoint *own;

  if (n_points < 2)
    return;
  own = g_memdup2 (points, n_points * sizeof *points);
  g_ptr_array_add (page->points, own);
  add (page, (MpPagePart) { .kind = MP_PAGE_PATH,
                            .rect = rect_around (points, n_points),
                            .points = own,
                            .n_points = n_points,
                            .line = line,
                            .width = width,
                            .tone = tone,
                            .hue = hue });
}

void
mp_page_add_area (MpPage *page, const MpPagePoint *points, guint n_points, MpTone tone, MpColor hue)
{
  mp_page_add_path (page, points, n_points, MP_LINE_SOLID, 0, tone, hue);
}

gboolean
mp_page_has_words_in (const MpPage *page, MpRect rect)
{
  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind == MP_PAGE_WORDS && mp_rect_intersects (page->parts[i].rect, rect))
      return TRUE;
  return FALSE;
}

/* --- Cutting lines ---------------------------------------------------------------------------- */

/* What a line may not cross: words with their clearance, and bars unless it lies over them. */
static GArray *
find_obstacles (const MpPage *page, gboolean is_over)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (MpRect));

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];
    MpRect rect = part->rect;

    if (part->kind == MP_PAGE_WORDS)
      rect = mp_rect_grow (rect, CLEARANCE);
    else if (is_over || (part->kind != MP_PAGE_BAR && part->kind != MP_PAGE_BOX))
      continue;
    g_array_append_val (obstacles, rect);
  }
  return obstacles;
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const MpRect *left = a, *right = b;

  return (left->y > right->y) - (left->y < right->y);
}

/* Adds the stretches of an upright line between the obstacles, which are sorted by their tops. */
static void
cut_line (const MpPagePart *line, const GArray *obstacles, GArray *parts)
{
  double y = line->rect.y, bottom = line->rect.y + line->rect.height;
  MpPagePart stretch = *line;

  for (guint i = 0; i <= obstacles->len && y < bottom; i++) {
    MpRect end = { line->rect.x, bottom, line->rect.width, 1 };
    MpRect obstacle = i < obstacles->len ? g_array_index (obstacles, MpRect, i) : end;

    if (MAX (obstacle.x, line->rect.x) >=
        MIN (obstacle.x + obstacle.width, line->rect.x + line->rect.width))
      continue;
    stretch.rect.y = y;
    stretch.rect.height = MIN (obstacle.y, bottom) - y;
    if (stretch.rect.height > 0)
      g_array_append_val (parts, stretch);
    y = MAX (y, obstacle.y + obstacle.height);
  }
}

/* Adds all lines that lie behind bars, or over them, to parts. */
static void
add_lines (const MpPage *page, gboolean is_over, GArray *parts)
{
  g_autoptr (GArray) obstacles = find_obstacles (page, is_over);

  g_array_sort (obstacles, compare_tops);
  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (part->kind != MP_PAGE_LINE || part->is_over != is_over)
      continue;
    if (part->rect.height > part->rect.width)
      cut_line (part, obstacles, parts);
    else
      g_array_append_val (parts, *part);
  }
}

void
mp_page_finish (MpPage *page, double height)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (MpPagePart));

  page->size.height = height;
  add_lines (page, FALSE, parts);
  for (guint i = 0; i < page->n_parts; i++)
    if (page->parts[i].kind != MP_PAGE_LINE)
      g_array_append_val (parts, page->parts[i]);
  add_lines (page, TRUE, parts);
  g_free (page->parts);
  page->n_parts = parts->len;
  page->parts = (MpPagePart *) (gpointer) g_array_free (parts, FALSE);
}
