/* test-paint-links.c: the curves from a milestone to what it is linked with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-paint-support.h"

#include <math.h>

/* Only the curves of a milestone, with one link to another one far away, in pixels that are twice
 * as fine. */
static cairo_surface_t *
paint_curves (const Painting *painting, guint32 milestone)
{
  cairo_surface_t *image = mp_test_image_new (painting->scene->width, painting->scene->height, 2);
  cairo_t *cr = cairo_create (image);

  mp_paint_links (cr, painting->scene, painting->style, painting->text,
                  (MpItem) { MP_ITEM_MILESTONE, milestone });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return image;
}

/* The ink of a picture from one x to another, in logical pixels. */
static MpRect
ink_between (cairo_surface_t *image, double left, double right)
{
  cairo_surface_t *part =
    mp_test_image_new (right - left, cairo_image_surface_get_height (image) / 2.0, 2);
  cairo_t *cr = cairo_create (part);
  MpRect ink;

  cairo_set_source_surface (cr, image, -left, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  ink = mp_test_image_ink (part);
  cairo_surface_destroy (part);
  return (MpRect) { left + ink.x / 2, ink.y / 2, ink.width / 2, ink.height / 2 };
}

static double
x_of (const Painting *painting, guint32 milestone)
{
  const MpScene *scene = painting->scene;

  return round (scene->plot.x +
                mp_scale_to_x (scene->scale, scene->layout->stems->days[milestone]));
}

/* A link of each kind and of each certainty, seen from both of its ends: the same curve, with its
 * arrow at what came of the other. */
static void
test_arrows (void)
{
  static const struct {
    const char *kind;
    gboolean to_other; /* the arrow is at the one that the link leads to */
  } kinds[] = {
    { "because", FALSE }, { "answers", FALSE }, { "follows", FALSE }, { "doubts", TRUE }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *lines =
      g_strdup_printf ("milestone a 2010 1 stated - A\ncite s\nlink %s b stated\n"
                       "milestone b 2020 1 stated - B\ncite s\n",
                       kinds[i].kind);
    g_auto (Painting) painting;
    cairo_surface_t *here, *there;
    double a, b;
    MpRect left, right, middle;

    g_test_message ("%s", kinds[i].kind);
    painting_init (&painting, mp_test_agreement (lines),
                   (MpTestView) { .width = 1200, .height = 700 });
    here = paint_curves (&painting, 0);
    there = paint_curves (&painting, 1);
    mp_test_image_assert_same (here, there);
    a = x_of (&painting, 0);
    b = x_of (&painting, 1);
    left = ink_between (here, a - 6, a + 6);
    right = ink_between (here, b - 6, b + 6);
    middle = ink_between (here, (a + b) / 2 - 20, (a + b) / 2 + 20);
    /* The head is wider than the line, and reaches out beyond the end of the curve. */
    g_assert_cmpint (left.x < a - 2, ==, !kinds[i].to_other);
    g_assert_cmpint (right.x + right.width > b + 2, ==, kinds[i].to_other);
    /* It hangs down. */
    g_assert_cmpfloat_with_epsilon (middle.width, 40, 1);
    g_assert_cmpfloat (middle.y, >, left.y + 2);
    cairo_surface_destroy (here);
    cairo_surface_destroy (there);
  }
}

/* The line of a curve says how sure the link is; the head is whole. */
static void
test_certainties (void)
{
  for (guint i = 0; i < MP_N_CERTAINTIES; i++) {
    const MpCertaintyInfo *info = mp_certainty_get ((MpCertainty) i);
    g_autofree char *lines =
      g_strdup_printf ("milestone a 2010 1 stated - A\ncite s\nlink because b %s\n"
                       "milestone b 2020 1 stated - B\ncite s\n",
                       info->word);
    g_auto (Painting) painting;
    cairo_surface_t *image;
    guint n_gaps = 0;
    double a;

    g_test_message ("%s", info->word);
    painting_init (&painting, mp_test_agreement (lines),
                   (MpTestView) { .width = 1200, .height = 700 });
    image = paint_curves (&painting, 0);
    a = x_of (&painting, 0);
    for (double x = a + 20; x < a + 120; x++)
      n_gaps += ink_between (image, x, x + 1).width == 0;
    g_assert_cmpint (n_gaps > 0, ==, info->line != MP_LINE_SOLID);
    /* A dash is not longer than this; a head that had one would have less ink. */
    g_assert_cmpfloat (ink_between (image, a - 6, a).width, >, 3);
    cairo_surface_destroy (image);
  }
}

/* There is a curve for each other milestone, none for terms, none that would be a spot, and one
 * that leads out of the view ends just outside of it. */
static void
test_many_links (void)
{
  static const char lines[] =
    "topic t green T\nterm rent t Rent\nphase 2010/2030 stated Low\ncite s\n"
    "milestone a 2010 1 stated - A\ncite s\n"
    "milestone b 2020-01-01 1 stated - B\ncite s\nlink because a -\nlink doubts c -\n"
    "milestone c 2030 1 stated - C\ncite s\n"
    "milestone d 2020-01-03 1 stated - D\ncite s\nlink because b -\nlink because rent -\n";
  g_auto (Painting) painting;
  cairo_surface_t *image;
  MpRect ink;
  double a, b, c;

  painting_init (&painting, mp_test_agreement (lines),
                 (MpTestView) { .width = 1200, .height = 700 });
  image = paint_curves (&painting, 1);
  a = x_of (&painting, 0);
  b = x_of (&painting, 1);
  c = x_of (&painting, 2);
  g_assert_cmpfloat (ink_between (image, a + 20, b - 20).width, >, b - a - 42);
  g_assert_cmpfloat (ink_between (image, b + 20, c - 20).width, >, c - b - 42);
  cairo_surface_destroy (image);
  /* To a neighbour and to a term: nothing. */
  image = paint_curves (&painting, 3);
  g_assert_cmpfloat (mp_test_image_ink (image).width, ==, 0);
  cairo_surface_destroy (image);
  /* Of the first two only what is between them is in view. */
  painting_clear (&painting);
  painting_init (&painting, mp_test_agreement (lines),
                 (MpTestView) { .width = 1200,
                                .height = 700,
                                .begin = (double) mp_test_instant ("2019-01-01") / 86400,
                                .end = (double) mp_test_instant ("2021-01-01") / 86400 });
  image = paint_curves (&painting, 1);
  ink = ink_between (image, 0, painting.scene->width);
  g_assert_cmpfloat_with_epsilon (ink.x, painting.scene->plot.x, 1);
  g_assert_cmpfloat (ink.y + ink.height, <, painting.scene->rows.y);
  g_assert_cmpfloat (ink.height, <, 20);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint-links/arrows", test_arrows);
  g_test_add_func ("/paint-links/certainties", test_certainties);
  g_test_add_func ("/paint-links/many", test_many_links);
  return mp_test_run_with_fonts ();
}
