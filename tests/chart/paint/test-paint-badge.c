/* test-paint-badge.c: badges cover neither each other nor half of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint.h"
#include "mp-test-image.h"
#include "mp-test-scene.h"

/* What is painted of an agreement. */
typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene;
} Painting;

static void
begin (Painting *painting, MpAgreement *agreement, const char *as_of)
{
  MpMeasure measure;

  painting->agreement = agreement;
  painting->text = mp_text_new (NULL, 1);
  measure = mp_text_get_measure (painting->text);
  painting->scene = mp_test_scene (&(MpTestView) {
    .agreement = agreement, .width = 1200, .height = 500, .as_of = as_of, .measure = &measure });
}

static void
end (Painting *painting)
{
  mp_scene_unref (painting->scene);
  mp_text_free (painting->text);
  g_object_unref (painting->agreement);
}

/* Paints it, with the distance between the first two milestones if asked to. */
static cairo_surface_t *
paint (const Painting *painting, gboolean measured)
{
  const MpStyle *style = mp_style_get (MP_THEME_LIGHT);
  cairo_surface_t *image = mp_test_image_new (painting->scene->width, painting->scene->height, 1);
  cairo_t *cr = cairo_create (image);

  mp_paint_scene (cr, painting->scene, style, painting->text);
  if (measured)
    mp_paint_measure (cr, painting->scene, style, painting->text, 0, 1);
  cairo_destroy (cr);
  return image;
}

/* Makes white all but a rectangle. */
static void
keep (const Painting *painting, cairo_surface_t *image, MpRect rect)
{
  double width = painting->scene->width, height = painting->scene->height;

  mp_test_image_erase (image, (MpRect) { 0, 0, width, rect.y });
  mp_test_image_erase (image, (MpRect) { 0, 0, rect.x, height });
  mp_test_image_erase (image, (MpRect) { rect.x + rect.width, 0, width, height });
  mp_test_image_erase (image, (MpRect) { 0, rect.y + rect.height, width, height });
}

/* A distance that is measured across today leaves the badge of today as it is, wherever its middle
 * is. */
static void
test_measure_beside_today (void)
{
  for (guint year = 2018; year < 2026; year++) {
    g_autofree char *lines = g_strdup_printf ("milestone a %u-11-23 1 stated - A\n"
                                              "milestone b %u-11-23 1 stated - B\n",
                                              year, 2 * 2026 - year + year % 3);
    Painting painting;
    cairo_surface_t *before, *after;

    begin (&painting, mp_test_agreement (lines), NULL);
    g_assert_true (painting.scene->today_visible);
    before = paint (&painting, FALSE);
    after = paint (&painting, TRUE);
    g_assert_cmpuint (mp_test_image_count_different (before, after, 8), >, 100);
    keep (&painting, before, painting.scene->today_badge);
    keep (&painting, after, painting.scene->today_badge);
    mp_test_image_assert_same (before, after);
    cairo_surface_destroy (before);
    cairo_surface_destroy (after);
    end (&painting);
  }
}

/* A year of the axis that the badge of a date would partly cover is left out: the axis shows the
 * badge, and only years that keep clear of it. */
static void
test_no_half_years (void)
{
  static const char *const dates[] = { "2021-07-02", "2024-03-01", "2028-07-02", "2030-11" };

  for (guint n = 0; n < G_N_ELEMENTS (dates); n++) {
    Painting painting;
    const MpScene *scene;
    cairo_surface_t *image;

    begin (&painting, mp_test_shipped_agreement (), dates[n]);
    scene = painting.scene;
    g_assert_true (scene->as_of.visible);
    image = paint (&painting, FALSE);
    keep (&painting, image, mp_rect_clip_x (scene->axis, scene->plot.x, scene->width));
    mp_test_image_erase (image, (MpRect) { 0, scene->axis.height - 2, scene->width, 4 });
    mp_test_image_erase (image, scene->as_of.badge);
    mp_test_image_erase (image, scene->today_badge);
    for (guint i = 0; i < scene->n_ticks; i++) {
      const MpSceneTick *tick = &scene->ticks[i];
      MpRect label = { tick->label_x - tick->label_width / 2, scene->axis.y, tick->label_width,
                       scene->axis.height };

      if (!mp_rect_intersects (label, scene->as_of.badge))
        mp_test_image_erase (image, mp_rect_grow (label, 1));
    }
    g_assert_cmpfloat (mp_test_image_ink (image).width, ==, 0);
    cairo_surface_destroy (image);
    end (&painting);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/badge/measure-beside-today", test_measure_beside_today);
  g_test_add_func ("/badge/no-half-years", test_no_half_years);
  return mp_test_run_with_fonts ();
}
