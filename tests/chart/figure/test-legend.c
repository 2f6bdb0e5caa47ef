/* test-legend.c: the legend explains what a picture has in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-legend.h"

#include "mp-test-image.h"
#include "mp-test-scene.h"

static void
test_words (void)
{
  for (MpLegendKey i = 0; i < MP_N_LEGEND_KEYS; i++) {
    g_assert_cmpstr (mp_legend_words (i), !=, "");
    for (MpLegendKey j = 0; mp_legend_words (i) != NULL && j < i; j++)
      g_assert_cmpstr (mp_legend_words (i), !=, mp_legend_words (j));
  }
}

/* Each line of an agreement, and the legend keys that it adds. */
static void
test_signs_that_occur (void)
{
#define SIGN(sign) ((MpLegendKeys) 1 << (MP_LEGEND_##sign))
#define TENSES (SIGN (IN_FORCE) | SIGN (TO_COME) | SIGN (OVER))
  static const struct {
    const char *line;
    MpLegendKeys signs;
  } cases[] = {
    { "", 0 },
    { "phase 2020-01-01/2030-01-01 stated S", TENSES },
    { "phase 2020-01-01/2030 official S", TENSES | SIGN (POSSIBLE) },
    { "phase 2020-01-01~/2030-01-01? stated S", TENSES | SIGN (ABOUT) | SIGN (UNCERTAIN) },
    { "phase /2030-01-01% stated S", TENSES | SIGN (UNKNOWN) | SIGN (ABOUT) | SIGN (UNCERTAIN) },
    { "phase 2020-01-01/.. stated S", TENSES | SIGN (OPEN) },
    { "phase 2020-01-01/2030-01-01 reported S", TENSES | SIGN (CERTAINTY + MP_CERTAINTY_REPORTED) },
    { "phase 2020-01-01/2030-01-01 claimed S", TENSES | SIGN (CERTAINTY + MP_CERTAINTY_CLAIMED) },
    { "phase 2020-01-01/2030-01-01 disputed S\nalternative 2020-01-01/2031-01-01 reported Why",
      TENSES | SIGN (CERTAINTY + MP_CERTAINTY_DISPUTED) | SIGN (OTHER) |
        SIGN (CERTAINTY + MP_CERTAINTY_REPORTED) },
    { "early 2020-01-01/2030-01-01 stated S", TENSES | SIGN (ENDS_EARLY) },
    { "milestone m 2020-01-01 1 stated - M", 0 },
    { "milestone m 2020-01 1 stated - M", SIGN (POSSIBLE) },
    { "milestone m [2020-01-01,2021-01-01] 1 stated - M", SIGN (POSSIBLE) | SIGN (ONE_OF) },
    { "milestone m {2020-01-01,2021-01-01} 1 stated - M", SIGN (POSSIBLE) | SIGN (ALL_OF) },
    { "milestone m 2020-01-01 1 claimed - M", SIGN (CERTAINTY + MP_CERTAINTY_CLAIMED) },
    { "milestone m 2020-01-01 1 disputed - M\nalternative 2021-01-01 reported Why",
      SIGN (CERTAINTY + MP_CERTAINTY_DISPUTED) | SIGN (OTHER) |
        SIGN (CERTAINTY + MP_CERTAINTY_REPORTED) },
  };
#undef TENSES
#undef SIGN

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strconcat ("term t - T\n", cases[i].line, NULL);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

    g_assert_cmphex (mp_legend_keys_of (agreement), ==, cases[i].signs);
  }
}

static void
test_no_signs (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);

  g_assert_cmpfloat (mp_legend_height (text, 0, 500), ==, 0);
}

static void
test_height (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1), large = mp_text_new (NULL, 2);
  double last = G_MAXDOUBLE, line = mp_legend_height (text, MP_LEGEND_ALL, 1e6);

  g_assert_cmpfloat (line, >, 10);
  for (double width = 100; width < 4000; width += 50) {
    double height = mp_legend_height (text, MP_LEGEND_ALL, width);

    g_assert_cmpfloat (height, <=, last);
    g_assert_cmpfloat (height, >=, line);
    g_assert_cmpfloat (mp_legend_height (large, MP_LEGEND_ALL, width), >, height);
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

  mp_legend_paint (cr, mp_style_get (MP_THEME_LIGHT), text, MP_LEGEND_ALL, x, y, width);
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
      MpRect room = { 50, 50, width, mp_legend_height (text, MP_LEGEND_ALL, width) };
      MpRect ink = ink_of_legend (text, room.x, room.y, width);

      /* The halo of a mark may extend beyond it. */
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
  g_test_add_func ("/legend/signs-that-occur", test_signs_that_occur);
  g_test_add_func ("/legend/no-signs", test_no_signs);
  g_test_add_func ("/legend/height", test_height);
  g_test_add_func ("/legend/inside", test_keeps_inside);
  return mp_test_run_with_fonts ();
}
