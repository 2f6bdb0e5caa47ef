/* bare-export.c: paints a chart with Cairo and Pango alone, which export is held against
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of 1920 × 1080 with as many bars, points, labels, lines and words as the figure of the
 * shipped agreement has at that size, painted as one would at first, and written by Cairo. It reads
 * no file and lays nothing out.
 *
 * usage: bare-export OUT.png
 */
#include <glib.h>
#include <pango/pangocairo.h>
#include <stdio.h>

#define WIDTH 1920
#define HEIGHT 1080

#define N_ROWS 27
#define N_BARS 35
#define N_POINTS 40
#define N_LABELS 18
#define N_TICKS 18
#define N_WORDS 180 /* numbers, titles, names of the axis and of the legend: short lines */
#define N_LINES 120 /* of references */

static void
round_rect (cairo_t *cr, double x, double y, double width, double height, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI / 2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

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
paint_box (cairo_t *cr, double x, double y, double width, double height, double r)
{
  round_rect (cr, x, y, width, height, r);
  cairo_set_source_rgb (cr, 0.7, 0.8, 0.95);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.8);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
paint_lines (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.9, 0.9, 0.9);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < N_TICKS; i++) {
    cairo_move_to (cr, 150.5 + 98 * i, 60);
    cairo_line_to (cr, 150.5 + 98 * i, 860);
    cairo_stroke (cr);
  }
  for (guint i = 0; i < N_ROWS; i++) {
    cairo_move_to (cr, 0, 240.5 + 23 * i);
    cairo_line_to (cr, WIDTH, 240.5 + 23 * i);
    cairo_stroke (cr);
  }
}

static void
paint_shapes (cairo_t *cr)
{
  for (guint i = 0; i < N_BARS; i++)
    paint_box (cr, 150 + 400.3 * (i % 4), 243 + 23 * (i % N_ROWS), 380, 17, 4);
  for (guint i = 0; i < N_LABELS; i++)
    paint_box (cr, 160 + 95.7 * i, 100 + 23 * (i % 4), 140, 18, 5);
  for (guint i = 0; i < N_POINTS; i++) {
    cairo_arc (cr, 160 + 43.3 * i, 205, 4, 0, 2 * G_PI);
    cairo_set_source_rgb (cr, 0.1, 0.3, 0.8);
    cairo_fill (cr);
  }
}

static void
paint_words (cairo_t *cr)
{
  for (guint i = 0; i < N_WORDS; i++) {
    g_autofree char *words = g_strdup_printf ("Words no. %u", i * 7919 % 1000);

    write_words (cr, "Sans 9.5px", words, 10 + 105 * (i % 18), 60 + 70 * (i / 18));
  }
  for (guint i = 0; i < N_LINES; i++) {
    g_autofree char *words =
      g_strdup_printf ("%u Microsoft, Form %u-Q: the quarter ended (2026)", i, i * 7919 % 1000);

    write_words (cr, "Sans 8px", words, 15 + 270 * (i % 7), 880 + 11 * (i / 7));
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
