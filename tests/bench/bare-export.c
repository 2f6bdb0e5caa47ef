/* bare-export.c: paints a chart with Cairo and Pango alone, which export is held against
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of 1920 × 1080 with as many bars, lines and words as the slide of the shipped agreement
 * has, and as large, painted as one would at first, and written by Cairo. It reads no file and lays
 * nothing out.
 *
 * usage: bare-export OUT.png
 */
#include <glib.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define WIDTH 1920
#define HEIGHT 1080

#define N_LINES 60 /* of the grid, between rows, of marks */
#define N_BARS 24
#define N_FADING 6
#define N_HATCHED 5
#define N_STRIPES 25 /* of a hatched bar */
#define N_DASHED 4
#define N_POINTS 2

/* Words of one size. */
typedef struct {
  guint n_lines;
  const char *font;
  const char *words;
} Words;

/* The SVG of the slide has so many lines of text with so many letters. */
static const Words all_words[] = {
  { 1, "Sans Bold 50px", "The 2026 reset: what changed" },
  { 1, "Sans 24px", "6 of 20 terms, 2025 to 2032. As of 30 November 2026" },
  { 13, "Sans Bold 22px", "Models, products %u" },
  { 17, "Sans 20px", "Share no. %u" },
  { 68, "Sans 18px", "Form no. %u, April 2026" },
  { 49, "Sans 16px", "%u" },
};

static void
write_words (cairo_t *cr, const char *font, const char *words, double x, double y)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, words, -1);
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (description);
  g_object_unref (layout);
}

static void
paint_lines (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.9, 0.9, 0.9);
  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < N_LINES / 2; i++) {
    cairo_move_to (cr, 495.5 + 45.3 * i, 270);
    cairo_line_to (cr, 495.5 + 45.3 * i, 830);
    cairo_stroke (cr);
    cairo_move_to (cr, 64, 270.5 + 18.7 * i);
    cairo_line_to (cr, 1856, 270.5 + 18.7 * i);
    cairo_stroke (cr);
  }
}

static void
paint_fading (cairo_t *cr, double x, double y)
{
  cairo_pattern_t *fading = cairo_pattern_create_linear (x, 0, x + 140, 0);

  cairo_pattern_add_color_stop_rgba (fading, 0, 0.8, 0.8, 0.85, 0);
  cairo_pattern_add_color_stop_rgba (fading, 1, 0.8, 0.8, 0.85, 1);
  cairo_rectangle (cr, x, y, 140, 24);
  cairo_set_source (cr, fading);
  cairo_fill (cr);
  cairo_pattern_destroy (fading);
}

static void
paint_hatched (cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, 170, 24);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < N_STRIPES; i++) {
    cairo_move_to (cr, x + 7 * i, y + 24);
    cairo_line_to (cr, x + 7 * i + 24, y);
  }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_dashed (cairo_t *cr, double x, double y)
{
  static const double dashes[] = { 2, 2 };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, x, y, 570, 24);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_shapes (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.03, 0.36, 0.62);
  for (guint i = 0; i < N_BARS; i++) {
    cairo_rectangle (cr, 495 + 460.3 * (i % 3), 310 + 83.5 * (i % 6), 430, 24);
    cairo_fill (cr);
  }
  for (guint i = 0; i < N_HATCHED; i++)
    paint_hatched (cr, 1345 + 43.7 * i, 310 + 83.5 * i);
  for (guint i = 0; i < N_DASHED; i++)
    paint_dashed (cr, 495 + 97.3 * i, 340 + 83.5 * i);
  for (guint i = 0; i < N_POINTS; i++) {
    cairo_arc (cr, 635 + 43.3 * i, 214, 7, 0, 2 * G_PI);
    cairo_fill (cr);
  }
  for (guint i = 0; i < N_FADING; i++)
    paint_fading (cr, 495 + 97.3 * i, 360 + 83.5 * i);
}

static void
paint_words (cairo_t *cr)
{
  for (guint i = 0, n = 0; i < G_N_ELEMENTS (all_words); i++)
    for (guint k = 0; k < all_words[i].n_lines; k++, n++) {
      g_autofree char *number = g_strdup_printf ("%u", n * 7919 % 1000);
      g_autoptr (GString) words = g_string_new (all_words[i].words);

      g_string_replace (words, "%u", number, 0);
      write_words (cr, all_words[i].font, words->str, 64 + 265.3 * (n % 7), 50 + 45.7 * (n / 7));
    }
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (argc != 2) {
    fprintf (stderr, "usage: bare-export OUT.png\n");
    return 2;
  }
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  paint_lines (cr);
  paint_shapes (cr);
  paint_words (cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, argv[1]);
  cairo_surface_destroy (surface);
  return status != CAIRO_STATUS_SUCCESS;
}
