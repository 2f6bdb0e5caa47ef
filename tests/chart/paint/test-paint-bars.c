/* test-paint-bars.c: bars tell certainty, ends and tense apart without colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-paint-support.h"

#include <math.h>
#include <string.h>

/* Paints one phase, in letters that do not show, so that only the bar is compared. */
static cairo_surface_t *
paint_bar (const char *span, const char *certainty)
{
  g_autofree char *lines =
    g_strdup_printf ("topic g gray G\nterm t g T\nphase %s %s \u00a0\n"
                     "term z g Z\nphase 2019-01-01/2034-01-01 stated \u00a0\n",
                     span, certainty);
  g_auto (Painting) painting;

  painting_init (&painting, mp_test_agreement (lines), (MpTestView) { .width = 900 });
  return paint (&painting, 1, nothing, NULL);
}

static void
assert_all_differ (cairo_surface_t **images, guint n_images)
{
  for (guint i = 0; i < n_images; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (mp_test_image_count_different (images[i], images[j], 24), >, 40);
  for (guint i = 0; i < n_images; i++)
    cairo_surface_destroy (images[i]);
}

static void
test_certainties_look_different (void)
{
  cairo_surface_t *images[4];

  images[0] = paint_bar ("2022-03-01/2030-03-01", "stated");
  images[1] = paint_bar ("2022-03-01/2030-03-01", "reported");
  images[2] = paint_bar ("2022-03-01/2030-03-01", "claimed");
  images[3] = paint_bar ("2019-01-01/2034-01-01", "disputed");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

static void
test_edges_look_different (void)
{
  static const char *const spans[] = { "2022-03-01/2030-03-01", "2022-03-01/2030",
                                       "2022-03-01/2030?", "2022-03-01/", "2022-03-01/.." };
  cairo_surface_t *images[G_N_ELEMENTS (spans)];

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    images[i] = paint_bar (spans[i], "stated");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

/* An open end fades out, but its arrow head does not. */
static void
test_open_end_has_arrow (void)
{
  const MpRect tip = { 880, 30, 16, 100 };
  cairo_surface_t *open = paint_bar ("2022-03-01/..", "stated");
  cairo_surface_t *unknown = paint_bar ("2022-03-01/", "stated");
  cairo_surface_t *open_without = paint_bar ("2022-03-01/..", "stated");
  cairo_surface_t *unknown_without = paint_bar ("2022-03-01/", "stated");

  mp_test_image_erase (open_without, tip);
  mp_test_image_erase (unknown_without, tip);
  g_assert_cmpuint (mp_test_image_count_different (open, open_without, 80), >, 10);
  g_assert_cmpuint (mp_test_image_count_different (unknown, unknown_without, 80), ==, 0);
  cairo_surface_destroy (open);
  cairo_surface_destroy (unknown);
  cairo_surface_destroy (open_without);
  cairo_surface_destroy (unknown_without);
}

static void
test_tenses_look_different (void)
{
  cairo_surface_t *images[3];

  images[0] = paint_bar ("2020-03-01/2026-01-01", "stated");
  images[1] = paint_bar ("2020-03-01/2026-12-31", "stated");
  images[2] = paint_bar ("2027-01-01/2033-06-01", "stated");
  assert_all_differ (images, G_N_ELEMENTS (images));
}

/* The colour of a pixel. */
static MpRgb
color_at (cairo_surface_t *image, double x, double y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + (int) y * cairo_image_surface_get_stride (image);
  guint32 pixel;

  cairo_surface_flush (image);
  memcpy (&pixel, row + 4 * (int) x, sizeof pixel);
  return (MpRgb) { (pixel >> 16 & 255) / 255.0, (pixel >> 8 & 255) / 255.0, (pixel & 255) / 255.0 };
}

static void
assert_color (cairo_surface_t *image, double x, double y, MpRgb wanted)
{
  MpRgb color = color_at (image, x, y);

  g_assert_cmpfloat_with_epsilon (color.red, wanted.red, 0.005);
  g_assert_cmpfloat_with_epsilon (color.green, wanted.green, 0.005);
  g_assert_cmpfloat_with_epsilon (color.blue, wanted.blue, 0.005);
}

/* Thousands of bars are painted all at once: each still has its body, its stripe and its tense. */
static void
test_crowd (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_auto (Painting) painting;
  cairo_surface_t *image;
  guint n_seen[3] = { 0, 0, 0 };

  for (guint i = 0; i < 20; i++) {
    g_string_append_printf (lines, "term t%u - Term\n", i);
    for (guint year = 2001; year < 2050; year++)
      g_string_append_printf (lines, "phase %u-01-01/%u-10-01 stated \n", year, year);
  }
  painting_init (&painting, mp_test_agreement (lines->str), (MpTestView) { .width = 1400 });
  g_assert_cmpuint (painting.scene->n_bars, >, 800);
  image = paint (&painting, 1, nothing, NULL);
  for (guint i = 0; i < painting.scene->n_bars; i++) {
    const MpSceneBar *bar = &painting.scene->bars[i];
    const MpShades *shades = &painting.style->shades[bar->color];
    double x = bar->rect.x + bar->rect.width * 0.6, y = bar->rect.y + bar->rect.height / 2;

    /* The line of today runs over some. */
    if (fabs (x - painting.scene->today_x) < 4)
      continue;
    n_seen[bar->tense]++;
    assert_color (image, x, y,
                  bar->tense == MP_TENSE_PAST      ? shades->past
                  : bar->tense == MP_TENSE_PRESENT ? shades->present
                                                   : painting.style->future);
    assert_color (image, round (bar->rect.x) + 1, y,
                  bar->tense == MP_TENSE_PAST ? shades->faded : shades->accent);
  }
  g_assert_cmpuint (n_seen[MP_TENSE_PAST], >, 100);
  g_assert_cmpuint (n_seen[MP_TENSE_FUTURE], >, 100);
  cairo_surface_destroy (image);
}

static guint
blue_at (cairo_surface_t *image, double x, double y)
{
  const guchar *row =
    cairo_image_surface_get_data (image) + (gsize) y * cairo_image_surface_get_stride (image);

  return row[(gsize) x * 4 + 2];
}

/* A bar whose end is unknown fades out, however wide the picture is. */
static void
test_unknown_ends_fade (void)
{
  for (double width = 700; width < 760; width++) {
    g_auto (Painting) painting;
    const MpSceneBar *bar;
    cairo_surface_t *image;
    double y;

    painting_init (&painting,
                   mp_test_agreement ("topic a blue A\nterm t a T\nphase 2020-01-01/ stated S\n"
                                      "term u a U\nphase 2019-03-01/2031 stated S\n"),
                   (MpTestView) { .width = width });
    bar = &painting.scene->bars[0];
    image = paint (&painting, 1, nothing, NULL);
    cairo_surface_flush (image);
    y = bar->rect.y + bar->rect.height / 2;
    g_assert_cmpuint (blue_at (image, bar->rect.x + bar->rect.width - 8, y), >,
                      blue_at (image, bar->rect.x + 20, y) + 15);
    cairo_surface_destroy (image);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint-bars/unknown-ends-fade", test_unknown_ends_fade);
  g_test_add_func ("/paint-bars/certainties", test_certainties_look_different);
  g_test_add_func ("/paint-bars/edges", test_edges_look_different);
  g_test_add_func ("/paint-bars/arrow", test_open_end_has_arrow);
  g_test_add_func ("/paint-bars/tenses", test_tenses_look_different);
  g_test_add_func ("/paint-bars/crowd", test_crowd);
  return mp_test_run_with_fonts ();
}
