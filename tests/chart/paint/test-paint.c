/* test-paint.c: scenes as pixels: the same each time, in part as in whole, and within bounds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-paint-support.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define N_RANDOM 25

/* --- The same again --------------------------------------------------------------------------- */

static void
test_twice (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;

    painting_init_random (&painting, 40);
    assert_same (paint (&painting, 1, nothing, NULL), paint (&painting, 1, nothing, NULL));
  }
}

/* Nothing that was painted before, such as texts that are kept, changes the picture. */
static void
test_afresh (void)
{
  g_auto (Painting) used, fresh;
  MpRect part = { 0, 0, 300, 200 };

  painting_init_shipped (&used);
  painting_init_shipped (&fresh);
  cairo_surface_destroy (paint (&used, 2, nothing, &part));
  cairo_surface_destroy (paint (&used, 1, (MpItem) { MP_ITEM_PHASE, 3 }, NULL));
  assert_same (paint (&used, 1, nothing, NULL), paint (&fresh, 1, nothing, NULL));
}

/* Anything that can be selected, or nothing. */
static MpItem
random_item (const MpScene *scene)
{
  guint n = scene->n_bars + scene->n_marks;
  guint i = n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;

  if (n == 0)
    return nothing;
  if (i < scene->n_bars)
    return (MpItem) { MP_ITEM_PHASE, scene->bars[i].phase };
  i -= scene->n_bars;
  return (MpItem) { MP_ITEM_MILESTONE, scene->marks[i].milestone };
}

/* A rectangle of whole pixels within the scene. */
static MpRect
random_part (const MpScene *scene)
{
  gint width = (gint) scene->width, height = (gint) scene->height;
  gint x = g_test_rand_int_range (0, width - 1), y = g_test_rand_int_range (0, height - 1);

  return (MpRect) { x, y, g_test_rand_int_range (1, width - x),
                    g_test_rand_int_range (1, height - y) };
}

static void
erase_outside (cairo_surface_t *image, MpRect rect, double scale)
{
  double width = cairo_image_surface_get_width (image);
  double height = cairo_image_surface_get_height (image);
  double right = (rect.x + rect.width) * scale, bottom = (rect.y + rect.height) * scale;

  mp_test_image_erase (image, (MpRect) { 0, 0, width, rect.y * scale });
  mp_test_image_erase (image, (MpRect) { 0, 0, rect.x * scale, height });
  mp_test_image_erase (image, (MpRect) { 0, bottom, width, height - bottom });
  mp_test_image_erase (image, (MpRect) { right, 0, width - right, height });
}

/* When only a part is painted again, it looks as when all is painted, except for the shades of
 * edges, which Cairo computes from as much of an edge as is in the part. */
static void
test_part_is_cropped_whole (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;
    cairo_surface_t *whole, *part;
    double scale = g_test_rand_int_range (1, 3);
    MpRect rect;
    MpItem item;

    painting_init_random (&painting, 40);
    rect = random_part (painting.scene);
    item = random_item (painting.scene);
    whole = paint (&painting, scale, item, NULL);
    part = paint (&painting, scale, item, &rect);
    erase_outside (whole, rect, scale);
    /* A pixel or two of a dash that the part cuts off may differ more; a line out of place would be
     * many pixels. */
    g_assert_cmpuint (mp_test_image_count_different (whole, part, 24), <=, 16);
    cairo_surface_destroy (whole);
    cairo_surface_destroy (part);
  }
}

/* Hatching is fixed to what is hatched, not to the part that is painted. */
static void
test_part_of_hatching (void)
{
  g_auto (Painting) painting;
  cairo_surface_t *whole;

  painting_init (&painting,
                 mp_test_agreement ("term t - T\nphase 2025/2028 stated S\n"
                                    "milestone m 2026 1 stated - M"),
                 (MpTestView) { .width = 900 });
  whole = paint (&painting, 1, nothing, NULL);
  for (double x = 300; x < 320; x++) {
    MpRect rect = { x, 0, 900 - x, painting.scene->height };
    cairo_surface_t *part = paint (&painting, 1, nothing, &rect);

    erase_outside (whole, rect, 1);
    mp_test_image_assert_alike (whole, part, 24);
    cairo_surface_destroy (part);
  }
  cairo_surface_destroy (whole);
}

/* --- Shapes ----------------------------------------------------------------------------------- */

static cairo_status_t
append (gpointer string, const guchar *bytes, guint length)
{
  g_string_append_len (string, (const char *) bytes, (gssize) length);
  return CAIRO_STATUS_SUCCESS;
}

/* On a surface that has no pixels everything is drawn as shapes: the SVG holds no image. */
static void
test_shapes (void)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  g_auto (Painting) painting;
  MpItem item;
  cairo_surface_t *surface;
  cairo_t *cr;

  painting_init (&painting, mp_test_sample_agreement (), (MpTestView) { .width = 900 });
  item = (MpItem) { MP_ITEM_MILESTONE, painting.scene->marks[0].milestone };
  surface = cairo_svg_surface_create_for_stream (append, svg, painting.scene->width,
                                                 painting.scene->height);
  cr = cairo_create (surface);
  mp_paint_scene (cr, painting.scene, painting.style, painting.text);
  mp_paint_selection (cr, painting.scene, painting.style, painting.text, item);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (svg->len, >, 10000);
  g_assert_null (strstr (svg->str, "<image"));
}

/* --- Within bounds ---------------------------------------------------------------------------- */

static void
test_nothing_outside (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) painting;
    cairo_surface_t *image;
    cairo_t *cr;
    MpRect ink, bounds;

    painting_init_random (&painting, 40);
    image = mp_test_image_new (painting.scene->width + 200, painting.scene->height + 200, 1);
    cr = cairo_create (image);
    cairo_translate (cr, 100, 100);
    mp_paint_scene (cr, painting.scene, painting.style, painting.text);
    for (guint i = 0; i < painting.scene->n_bars; i++)
      mp_paint_selection (cr, painting.scene, painting.style, painting.text,
                          (MpItem) { MP_ITEM_PHASE, painting.scene->bars[i].phase });
    for (guint i = 0; i < painting.scene->n_marks; i++)
      mp_paint_selection (cr, painting.scene, painting.style, painting.text,
                          (MpItem) { MP_ITEM_MILESTONE, painting.scene->marks[i].milestone });
    ink = mp_test_image_ink (image);
    bounds = (MpRect) { 100, 100, ceil (painting.scene->width), ceil (painting.scene->height) };
    g_assert_true (ink.width == 0 || mp_test_rect_is_within (ink, bounds));
    cairo_destroy (cr);
    cairo_surface_destroy (image);
  }
}

/* The gutter stays put: what moves in the plot never shows in it. */
static void
test_gutter_stays (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_auto (Painting) one, other;
    cairo_surface_t *a, *b;
    MpTestView view;
    double by;

    painting_init_random (&one, 40);
    view = one.view;
    by = (view.end - view.begin) * g_test_rand_double_range (-0.5, 0.5);
    view.begin += by;
    view.end += by;
    painting_init (&other, g_object_ref (one.agreement), view);
    other.style = one.style;
    a = paint (&one, 1, nothing, NULL);
    b = paint (&other, 1, nothing, NULL);
    /* The axis names what is in view; the plot shows it. */
    for (guint i = 0; i < 2; i++) {
      cairo_surface_t *image = i == 0 ? a : b;

      mp_test_image_erase (image, (MpRect) { 0, 0, one.scene->width, one.scene->axis.height });
      mp_test_image_erase (image, one.scene->plot);
      mp_test_image_erase (
        image, (MpRect) { one.scene->gutter.width, 0, one.scene->width, one.scene->height });
    }
    assert_same (a, b);
  }
}

/* Rows that are partly scrolled away do not show above the rows. */
static void
test_band_stays (void)
{
  for (double scroll = 1; scroll < 60; scroll += 7) {
    g_auto (Painting) one, other;
    cairo_surface_t *a, *b;
    MpTestView view = { .width = 1000, .height = 500 };

    painting_init (&one, mp_test_shipped_agreement (), view);
    view.scroll = scroll;
    painting_init (&other, mp_test_shipped_agreement (), view);
    g_assert_cmpfloat (other.scene->scroll, ==, scroll);
    a = paint (&one, 1, nothing, NULL);
    b = paint (&other, 1, nothing, NULL);
    mp_test_image_erase (a, one.scene->rows);
    mp_test_image_erase (b, other.scene->rows);
    assert_same (a, b);
  }
}

/* The settings of the caller's context are as they were. */
static void
test_leaves_context_alone (void)
{
  g_auto (Painting) painting;
  cairo_surface_t *image;
  cairo_matrix_t before, after;
  double x0, y0, x1, y1;
  cairo_t *cr;

  painting_init_shipped (&painting);
  image = mp_test_image_new (1200, 700, 1);
  cr = cairo_create (image);
  cairo_translate (cr, 3, 5);
  cairo_set_line_width (cr, 17);
  cairo_get_matrix (cr, &before);
  mp_paint_scene (cr, painting.scene, painting.style, painting.text);
  mp_paint_selection (
    cr, painting.scene, painting.style, painting.text,
    (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (painting.agreement, "reset-2026") });
  cairo_get_matrix (cr, &after);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpfloat (x1 - x0, ==, 1200);
  g_assert_cmpfloat (y1 - y0, ==, 700);
  g_assert_cmpfloat (cairo_get_line_width (cr), ==, 17);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

/* A date of several years, at a zoom at which it is millions of pixels long, is painted as far as
 * it is in view. */
static void
test_long_stretches_are_quick (void)
{
  static const char *const dates[] = { "2026", "2026/2029", "2026-11/..", "2026~" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autofree char *lines = g_strdup_printf ("term t - T\nphase 1990/2030 stated S\n"
                                              "phase 2030/2060 stated S\n"
                                              "milestone m %s 1 stated t M\n"
                                              "milestone n 2090 1 stated t M\n",
                                              dates[i]);
    MpAgreement *agreement = mp_test_agreement (lines);
    double day = mp_day_from_instant (mp_test_instant ("2026-12-20"));
    g_auto (Painting) painting;

    painting_init (&painting, agreement,
                   (MpTestView) { .begin = day, .end = day + 1.0 / 24, .height = 400 });
    g_test_timer_start ();
    cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, 0 }, NULL));
    g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint/again/twice", test_twice);
  g_test_add_func ("/paint/again/afresh", test_afresh);
  g_test_add_func ("/paint/again/part", test_part_is_cropped_whole);
  g_test_add_func ("/paint/again/part-of-hatching", test_part_of_hatching);
  g_test_add_func ("/paint/shapes", test_shapes);
  g_test_add_func ("/paint/bounds/nothing-outside", test_nothing_outside);
  g_test_add_func ("/paint/bounds/gutter-stays", test_gutter_stays);
  g_test_add_func ("/paint/bounds/band-stays", test_band_stays);
  g_test_add_func ("/paint/bounds/context", test_leaves_context_alone);
  g_test_add_func ("/paint/bounds/long-stretches", test_long_stretches_are_quick);
  return mp_test_run_with_fonts ();
}
