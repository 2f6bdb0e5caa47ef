/* mp-test-picture.c: pictures that are kept, to compare with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-picture.h"

#include <pango/pangocairo.h>

/* The font that fonts.conf gives for every name. */
#define PINNED_FAMILY "DejaVu Sans"

/* By how many of 255 levels a channel of two similar pixels may differ. */
#define LEVELS 48

/* One different pixel among this many is ignored. */
#define PIXELS_PER_UNLIKE 20000

gboolean
mp_test_picture_has_fonts (void)
{
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  g_autoptr (GObject) context = G_OBJECT (pango_font_map_create_context (fonts));
  PangoFontDescription *wanted = pango_font_description_from_string ("Any Other Name 12");
  g_autoptr (PangoFont) font = pango_font_map_load_font (fonts, PANGO_CONTEXT (context), wanted);
  PangoFontDescription *got = font != NULL ? pango_font_describe (font) : NULL;
  gboolean pinned =
    got != NULL && g_strcmp0 (pango_font_description_get_family (got), PINNED_FAMILY) == 0;

  g_clear_pointer (&got, pango_font_description_free);
  pango_font_description_free (wanted);
  if (!pinned)
    g_test_skip ("these pictures are drawn with " PINNED_FAMILY ", which is not installed");
  return pinned;
}

/* --- Comparing -------------------------------------------------------------------------------- */

static guint32
pixel_at (cairo_surface_t *picture, int x, int y)
{
  const guchar *row =
    cairo_image_surface_get_data (picture) + (gsize) y * cairo_image_surface_get_stride (picture);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static gboolean
are_alike (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > LEVELS)
      return FALSE;
  return TRUE;
}

/* Whether the other picture has a similar pixel in the same place or next to it. */
static gboolean
has_like (cairo_surface_t *picture, cairo_surface_t *other, int x, int y)
{
  int width = cairo_image_surface_get_width (other);
  int height = cairo_image_surface_get_height (other);
  guint32 pixel = pixel_at (picture, x, y);

  for (int v = MAX (y - 1, 0); v <= MIN (y + 1, height - 1); v++)
    for (int u = MAX (x - 1, 0); u <= MIN (x + 1, width - 1); u++)
      if (are_alike (pixel, pixel_at (other, u, v)))
        return TRUE;
  return FALSE;
}

/* Counts the different pixels, and paints them red in diff, unless that is NULL. */
static guint
compare (cairo_surface_t *a, cairo_surface_t *b, cairo_t *diff)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint unlike = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++) {
      if (has_like (a, b, x, y) && has_like (b, a, x, y))
        continue;
      unlike++;
      if (diff != NULL)
        cairo_rectangle (diff, x, y, 1, 1);
    }
  }
  if (diff != NULL) {
    cairo_set_source_rgb (diff, 0.9, 0, 0);
    cairo_fill (diff);
  }
  return unlike;
}

guint
mp_test_picture_count_unlike (cairo_surface_t *a, cairo_surface_t *b)
{
  return compare (a, b, NULL);
}

/* --- Kept pictures ---------------------------------------------------------------------------- */

static cairo_surface_t *
read_picture (const char *path)
{
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  if (cairo_surface_status (picture) == CAIRO_STATUS_SUCCESS)
    return picture;
  g_printerr ("%s: %s; MP_UPDATE_GOLDEN=1 writes it\n", path,
              cairo_status_to_string (cairo_surface_status (picture)));
  g_test_fail ();
  cairo_surface_destroy (picture);
  return NULL;
}

/* Writes a picture to the build folder, and prints its path where meson shows it. */
static void
leave (cairo_surface_t *picture, const char *name, const char *which)
{
  g_autofree char *file = g_strdup_printf ("%s.%s.png", name, which);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, file, NULL);

  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_printerr ("see %s\n", path);
}

static void
leave_difference (cairo_surface_t *picture, cairo_surface_t *expected, const char *name)
{
  int width = cairo_image_surface_get_width (expected);
  int height = cairo_image_surface_get_height (expected);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (difference);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, expected, 0, 0);
  cairo_paint_with_alpha (cr, 0.3);
  compare (picture, expected, cr);
  cairo_destroy (cr);
  leave (difference, name, "diff");
  cairo_surface_destroy (difference);
}

/* The kept picture has no device scale, and is compared pixel by pixel. */
void
mp_test_picture_assert (const char *name, cairo_surface_t *picture)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "pictures", file, NULL);
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  guint unlike, allowed = (guint) width * (guint) height / PIXELS_PER_UNLIKE;
  cairo_surface_t *expected;
  gboolean same_size;

  if (g_getenv ("MP_UPDATE_GOLDEN") != NULL) {
    g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
    return;
  }
  expected = read_picture (path);
  if (expected == NULL)
    return;
  same_size = cairo_image_surface_get_width (expected) == width &&
              cairo_image_surface_get_height (expected) == height;
  unlike = same_size ? compare (picture, expected, NULL) : 0;
  if (!same_size)
    g_printerr ("%s is %d × %d pixels and was %d × %d\n", name, width, height,
                cairo_image_surface_get_width (expected),
                cairo_image_surface_get_height (expected));
  else if (unlike > allowed)
    g_printerr ("%s: %u pixels are unlike, and %u may be\n", name, unlike, allowed);
  if (!same_size || unlike > allowed) {
    leave (picture, name, "out");
    leave (expected, name, "ref");
    if (same_size)
      leave_difference (picture, expected, name);
    g_printerr ("MP_UPDATE_GOLDEN=1 takes the new one\n");
    g_test_fail ();
  }
  cairo_surface_destroy (expected);
}
