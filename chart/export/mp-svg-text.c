/* mp-svg-text.c: writes a layout of Pango as texts of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-svg-text.h"

#include "mp-pixels.h"
#include "mp-svg-value.h"

#include <string.h>

#define ELLIPSIS "\342\200\246"

/* Where texts are written, and how. */
typedef struct {
  MpMarkup *markup;
  PangoLayout *layout;
  const PangoFontDescription *font;
  const char *color;
  const char *opacity;
  double unit; /* units of the surface for one of the canvas */
} Texts;

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *x = *(PangoGlyphItem *const *) a, *y = *(PangoGlyphItem *const *) b;

  return x->item->offset - y->item->offset;
}

/* Returns the runs of a line in the order in which they are read; a line has them in the order in
 * which they stand. */
static GPtrArray *
list_runs (const PangoLayoutLine *line)
{
  GPtrArray *runs = g_ptr_array_new ();

  for (GSList *i = line->runs; i != NULL; i = i->next)
    g_ptr_array_add (runs, i->data);
  g_ptr_array_sort (runs, compare_runs);
  return runs;
}

/* Returns what a line says, without the blank at which it is broken, and sets is_cut to whether an
 * ellipsis follows. Free with g_free (). */
static char *
find_words (const Texts *texts, const PangoLayoutLine *line, gboolean *is_cut)
{
  const char *text = pango_layout_get_text (texts->layout);
  g_autoptr (GPtrArray) runs = list_runs (line);
  GString *words = g_string_new (NULL);

  *is_cut = FALSE;
  for (guint i = 0; i < runs->len; i++) {
    const PangoItem *item = ((PangoGlyphItem *) g_ptr_array_index (runs, i))->item;

    if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
      *is_cut = TRUE;
    else
      g_string_append_len (words, text + item->offset, item->length);
  }
  if (text[line->start_index + line->length] == '\0')
    return g_string_free (words, FALSE);
  return g_strchomp (g_string_free (words, FALSE));
}

/* Returns whether a reader would leave out some of the blanks. */
static gboolean
has_odd_blanks (const char *words)
{
  return g_ascii_isspace (*words) || g_str_has_suffix (words, " ") ||
         strstr (words, "  ") != NULL || strpbrk (words, "\t\n\r") != NULL;
}

/* Weights are written as names where these are usual. */
static const char *
find_weight (const PangoFontDescription *font, MpSvgValue *weight)
{
  int value = pango_font_description_get_weight (font);

  if (value == PANGO_WEIGHT_NORMAL)
    return NULL;
  *weight = mp_svg_number (value);
  return weight->text;
}

/* Writes a line whose left end is at x, y on the surface. y is its foot. */
static void
write_line (const Texts *texts, const PangoLayoutLine *line, double x, double y, double length)
{
  gboolean is_cut;
  g_autofree char *words = find_words (texts, line, &is_cut);
  gboolean is_rtl = line->resolved_dir == PANGO_DIRECTION_RTL;
  double size = pango_font_description_get_size (texts->font) / (double) PANGO_SCALE;
  MpSvgValue weight;

  if (*words == '\0' && !is_cut)
    return;
  /* A hundredth of a pixel more in size would move the end of a line by a tenth of one. A text from
   * right to left begins at its right end; its left end is given. */
  mp_markup_open (texts->markup, "text", "x", mp_svg_number (x).text, "y", mp_svg_number (y).text,
                  "direction", is_rtl ? "rtl" : NULL, "text-anchor", is_rtl ? "end" : NULL,
                  "font-size", mp_svg_share (size * texts->unit).text, "font-weight",
                  find_weight (texts->font, &weight), "fill", texts->color, "fill-opacity",
                  texts->opacity, "textLength", mp_svg_number (length).text, "lengthAdjust",
                  "spacingAndGlyphs", "xml:space", has_odd_blanks (words) ? "preserve" : NULL,
                  NULL);
  mp_markup_text (texts->markup, words);
  /* Pango does not move it closer to the letter before, as letters are. */
  if (is_cut)
    mp_markup_element (texts->markup, "tspan", NULL, ELLIPSIS);
  mp_markup_close (texts->markup, "text");
}

void
mp_svg_write_text (MpMarkup *markup, cairo_t *cr, PangoLayout *layout, double x, double y,
                   const char *color, const char *opacity)
{
  Texts texts = { markup, layout, pango_layout_get_font_description (layout), color, opacity, 1 };
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  MpPixels pixels = mp_pixels_of (cr);
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  texts.unit = matrix.xx;
  do {
    PangoRectangle extents;
    double left, foot;

    pango_layout_iter_get_line_extents (iter, NULL, &extents);
    left = x + (double) extents.x / PANGO_SCALE;
    /* As with masks, the foot of each line is on a whole pixel. */
    foot =
      mp_pixels_round_y (&pixels, y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    cairo_user_to_device (cr, &left, &foot);
    write_line (&texts, pango_layout_iter_get_line_readonly (iter), left, foot,
                (double) extents.width / PANGO_SCALE * texts.unit);
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}
