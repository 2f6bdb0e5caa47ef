/* test-svg-picture.c: a figure as SVG looks as its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where rsvg-convert is installed, what it makes of the SVG is compared with what we paint.
 */
#include "mp-test-image.h"
#include "mp-test-picture.h"
#include "test-svg-support.h"

#include <glib/gstdio.h>
#include <locale.h>

/* A pixel that differs by more than this, of 255, counts, and so many of 100,000 may: those of
 * letters, which lie at quarters of pixels in a picture, and of the finest hatching. */
#define MORE_THAN 40
#define MOST_OF_100000 20

static cairo_surface_t *
render (const char *svg, double width)
{
  g_autofree char *folder = g_dir_make_tmp ("milepost-svg-XXXXXX", NULL);
  g_autofree char *from = g_build_filename (folder, "figure.svg", NULL);
  g_autofree char *to = g_build_filename (folder, "figure.png", NULL);
  g_autofree char *pixels = g_strdup_printf ("--width=%.0f", width);
  const char *command[] = { "rsvg-convert", pixels, "--keep-aspect-ratio", "-o", to, from, NULL };
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image;
  int status;

  g_file_set_contents (from, svg, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  image = cairo_image_surface_create_from_png (to);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  g_unlink (from);
  g_unlink (to);
  g_rmdir (folder);
  return image;
}

static cairo_surface_t *
paint_figure (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, options);
  MpSize size = mp_figure_get_size (figure);
  cairo_surface_t *picture = mp_test_image_new (size.width, size.height, options->scale);
  cairo_t *cr = cairo_create (picture);

  mp_figure_paint (figure, 0, cr);
  cairo_destroy (cr);
  return picture;
}

/* Fails if a picture of librsvg and ours differ in more than a few pixels. */
static void
compare (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autofree char *svg = export_svg (agreement, options);
  cairo_surface_t *painted = paint_figure (agreement, options);
  int width = cairo_image_surface_get_width (painted);
  int height = cairo_image_surface_get_height (painted);
  cairo_surface_t *rendered = render (svg, width);
  cairo_surface_t *ground = mp_test_image_new (width, height, 1);
  cairo_t *cr = cairo_create (ground);
  guint n_different;

  g_assert_cmpint (cairo_image_surface_get_height (rendered), ==, height);
  cairo_set_source_surface (cr, rendered, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (ground);
  n_different = mp_test_image_count_different (painted, ground, MORE_THAN);
  if (n_different * 100000.0 > (double) width * height * MOST_OF_100000) {
    g_file_set_contents ("svg-differs.svg", svg, -1, NULL);
    cairo_surface_write_to_png (painted, "svg-differs.ref.png");
    cairo_surface_write_to_png (ground, "svg-differs.out.png");
    g_error ("%u pixels differ of %d × %d: see svg-differs.ref.png and svg-differs.out.png",
             n_different, width, height);
  }
  cairo_surface_destroy (painted);
  cairo_surface_destroy (rendered);
  cairo_surface_destroy (ground);
}

static gboolean
can_render (void)
{
  g_autofree char *path = g_find_program_in_path ("rsvg-convert");

  if (path == NULL)
    g_test_skip ("rsvg-convert is not installed");
  return path != NULL && mp_test_picture_has_fonts ();
}

static void
test_picture (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), as_of = mp_test_date ("2026-04-28");
  MpFigureOptions options = new_options ();

  if (!can_render ())
    return;
  options.width = 1600;
  compare (agreement, &options);
  options.height = 900;
  options.direction = MP_TEXT_DIRECTION_RTL;
  options.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "reset-2026") };
  compare (agreement, &options);
  options.theme = MP_THEME_DARK;
  options.direction = MP_TEXT_DIRECTION_LTR;
  options.scale = 2;
  compare (agreement, &options);
  options.chart = MP_CHART_TABLE;
  options.before = &before;
  options.as_of = &as_of;
  compare (agreement, &options);
}

/* Where bars go on beyond the days that are shown, no end is drawn at the edge. */
static void
test_picture_of_kinds (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (KINDS);
  MpFigureOptions options = new_options ();

  if (!can_render ())
    return;
  for (guint theme = 0; theme < MP_N_THEMES; theme++) {
    options.theme = (MpTheme) theme;
    options.has_span = FALSE;
    compare (agreement, &options);
    options.has_span = TRUE;
    options.begin = mp_test_instant ("2021-02-01") / 86400.0;
    options.end = mp_test_instant ("2027-03-01") / 86400.0;
    compare (agreement, &options);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg/picture", test_picture);
  g_test_add_func ("/svg/picture-of-kinds", test_picture_of_kinds);
  return mp_test_run_with_fonts ();
}
