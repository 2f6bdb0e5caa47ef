/* test-legend.c: what the signs of a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-legend.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

static void
test_words (void)
{
  g_assert_cmpuint (mp_legend_n_signs (), >, 5);
  for (guint i = 0; i < mp_legend_n_signs (); i++) {
    g_assert_cmpstr (mp_legend_words (i), !=, "");
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (mp_legend_words (i), !=, mp_legend_words (j));
  }
}

/* Every certainty that looks unlike the others is explained. */
static void
test_certainties_are_explained (void)
{
  static const char *const wanted[] = { "Reported by the press", "Claimed by one source",
                                        "Sources disagree", "In force" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    gboolean found = FALSE;

    for (guint j = 0; j < mp_legend_n_signs (); j++)
      found = found || g_str_equal (mp_legend_words (j), wanted[i]);
    g_assert_true (found);
  }
}

static void
test_height (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1), large = mp_text_new (NULL, 2);
  double last = G_MAXDOUBLE, line = mp_legend_height (text, 1e6);

  g_assert_cmpfloat (line, >, 10);
  for (double width = 100; width < 3000; width += 50) {
    double height = mp_legend_height (text, width);

    g_assert_cmpfloat (height, <=, last);
    g_assert_cmpfloat (height, >=, line);
    g_assert_cmpfloat (mp_legend_height (large, width), >, height);
    last = height;
  }
  g_assert_cmpfloat (last, ==, line);
}

static MpRect
ink_of_legend (MpText *text, double x, double y, double width)
{
  cairo_surface_t *image = mp_test_image_new (2000, 800, 1);
  cairo_t *cr = cairo_create (image);
  MpRect ink;

  mp_legend_paint (cr, mp_style_get (MP_THEME_LIGHT), text, x, y, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  ink = mp_test_image_ink (image);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return ink;
}

/* The legend keeps to the room that it asked for. */
static void
test_keeps_inside (void)
{
  static const double scales[] = { 1, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_autoptr (MpText) text = mp_text_new (NULL, scales[i]);

    for (double width = 500; width < 1800; width += 111) {
      MpRect room = { 50, 50, width, mp_legend_height (text, width) };
      MpRect ink = ink_of_legend (text, room.x, room.y, width);

      /* A mark's halo may lean out. */
      g_assert_true (mp_test_rect_is_within (ink, mp_rect_grow (room, 2 * scales[i])));
      g_assert_cmpfloat (ink.height, >, room.height / 3);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/legend/words", test_words);
  g_test_add_func ("/legend/certainties", test_certainties_are_explained);
  g_test_add_func ("/legend/height", test_height);
  g_test_add_func ("/legend/inside", test_keeps_inside);
  return mp_test_run_with_fonts ();
}
