/* test-pictures.c: what charts look like, as pictures that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are in tests/pictures; MP_UPDATE_GOLDEN=1 writes them anew. They are few, for they change
 * with everything that is drawn: where things stand is for tests/scenes. All letters are outlines,
 * as in files: Cairo 1.16 puts glyphs at whole pixels, later versions do not.
 */
#include "mp-figure.h"
#include "mp-legend.h"

#include "mp-test-image.h"
#include "mp-test-picture.h"
#include "mp-test-scene.h"

#include <math.h>

/* Every kind of edge at both ends, every certainty in every tense, and a mark of every importance.
 */
static char *
kinds_lines (void)
{
  static const char *const spans[] = { "2022-03-01/2029-03-01", "2022/2029", "2022~/2029?", "/",
                                       "../.." };
  static const char *const names[] = { "Sharp", "Hatched", "Soft", "Unknown", "Open" };
  GString *lines = g_string_new ("topic edges blue Edges\n");

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_string_append_printf (lines, "term edge-%u edges %s\nphase %s stated In force\n", i, names[i],
                            spans[i]);
  g_string_append (lines, "topic facts green Certainties\n");
  for (guint i = 0; i < MP_N_CERTAINTIES; i++) {
    const char *certainty = mp_certainty_get ((MpCertainty) i)->word;

    g_string_append_printf (lines,
                            "term c-%u facts %s\nphase 2020-01-01/2023 %s Over\n"
                            "phase 2024-01-01/2028 %s In force\nphase 2029-01-01/.. %s To come\n",
                            i, certainty, certainty, certainty, certainty);
    for (guint importance = 1; importance <= 3; importance++)
      g_string_append_printf (lines, "milestone m-%u-%u 20%u-%02u-10 %u %s c-%u %s %u\n", i,
                              importance, 20 + 2 * i, importance * 4, importance, certainty, i,
                              certainty, importance);
    g_string_append_printf (lines, "milestone s-%u 20%u?/20%u 3 %s - %s\n", i, 21 + 2 * i,
                            21 + 2 * i, certainty, certainty);
  }
  return g_string_free (lines, FALSE);
}

static cairo_surface_t *
paint_figure (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, options);
  MpSize size = mp_figure_get_size (figure);
  cairo_surface_t *picture = mp_test_image_new (size.width, size.height, options->scale);
  cairo_t *cr = cairo_create (picture);

  mp_figure_paint (figure, 0, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return picture;
}

static void
assert_figure (const char *name, MpAgreement *agreement, const MpFigureOptions *options)
{
  cairo_surface_t *picture = paint_figure (agreement, options);

  mp_test_picture_assert (name, picture);
  cairo_surface_destroy (picture);
}

/* --- The pictures ----------------------------------------------------------------------------- */

static void
test_legend (void)
{
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  double width = 560, height = ceil (mp_legend_height (text, MP_LEGEND_ALL, width)) + 16;
  cairo_surface_t *picture = mp_test_image_new (width + 16, MP_N_WINDOW_THEMES * height, 1);
  cairo_t *cr = cairo_create (picture);

  for (guint theme = 0; theme < MP_N_WINDOW_THEMES; theme++) {
    const MpStyle *style = mp_style_get ((MpTheme) theme);
    double y = theme * height;

    cairo_rectangle (cr, 0, y, width + 16, height);
    cairo_set_source_rgb (cr, style->background.red, style->background.green,
                          style->background.blue);
    cairo_fill (cr);
    mp_legend_paint (cr, style, text, MP_LEGEND_ALL, 8, y + 8, width);
  }
  if (mp_test_picture_has_fonts ())
    mp_test_picture_assert ("legend", picture);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

/* With a milestone selected. */
static void
test_kinds (void)
{
  g_autofree char *lines = kinds_lines ();
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (MpText) text = mp_text_new (NULL, 1);
  MpMeasure measure = mp_text_get_measure (text);
  g_autoptr (MpScene) scene =
    mp_test_scene (&(MpTestView) { .agreement = agreement, .width = 900, .measure = &measure });
  cairo_surface_t *picture = mp_test_image_new (scene->width, scene->height, 1);
  cairo_t *cr = cairo_create (picture);

  if (mp_test_picture_has_fonts ()) {
    mp_paint_scene (cr, scene, mp_style_get (MP_THEME_LIGHT), text);
    mp_paint_selection (cr, scene, mp_style_get (MP_THEME_LIGHT), text,
                        (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "m-2-1") });
    mp_test_picture_assert ("kinds", picture);
  }
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

/* As in a file, in the dark, and with another as-of date. */
static void
test_kinds_dark (void)
{
  g_autofree char *lines = kinds_lines ();
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  MpDate as_of;

  g_assert_true (mp_date_parse ("2028", -1, &as_of, NULL, NULL));
  options.width = 640;
  options.scale = 2;
  options.theme = MP_THEME_DARK;
  options.as_of = &as_of;
  if (mp_test_picture_has_fonts ())
    assert_figure ("kinds-dark", agreement, &options);
}

/* With outlines everywhere. */
static void
test_kinds_contrast (void)
{
  g_autofree char *lines = kinds_lines ();
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = 900;
  options.theme = MP_THEME_CONTRAST;
  if (mp_test_picture_has_fonts ())
    assert_figure ("kinds-contrast", agreement, &options);
}

static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = 900;
  options.height = 900;
  options.theme = MP_THEME_DARK;
  if (mp_test_picture_has_fonts ())
    assert_figure ("shipped", agreement, &options);
}

/* In a language that is read from right to left, with words of both kinds. */
static void
test_mirrored (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("topic oil green المحصول\n"
                       "term share oil حصة المعصرة من الزيت\n"
                       "phase 2019-03-01/2024-06-10 stated ربع المحصول\n"
                       "phase 2024-06-10/2031 stated ثلث المحصول، حتى ٢٠٣١\n"
                       "term brand oil استعمال اسم River & Hill\n"
                       "phase 2022/.. disputed Shared by both\n"
                       "milestone a 2019-03-01 1 stated share توقيع الاتفاق\n"
                       "milestone b 2022-05~ 2 reported - البئر No. 7\n"
                       "milestone c 2022-06 3 reported - ثالث\n"
                       "milestone d 2022-06-10 3 reported - رابع\n"
                       "milestone e 2024-06-10 1 stated share تعديل الحصص\n");
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.width = 640;
  options.direction = MP_TEXT_DIRECTION_RTL;
  options.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "e") };
  if (mp_test_picture_has_fonts ())
    assert_figure ("mirrored", agreement, &options);
}

/* --- The comparison --------------------------------------------------------------------------- */

static cairo_surface_t *
paint_words (double x, const char *font, double shade)
{
  g_autoptr (MpText) text = mp_text_new (font, 1);
  cairo_surface_t *picture = mp_test_image_new (300, 40, 1);
  cairo_t *cr = cairo_create (picture);

  mp_text_draw (text, cr, MP_TEXT_ROW, "Words to compare", (MpRect) { x, 10, 280, 20 },
                MP_ALIGN_START, (MpRgb) { shade, shade, shade });
  cairo_destroy (cr);
  return picture;
}

/* Differences between versions of a library are allowed, changes are not. */
static void
test_comparison (void)
{
  static const struct {
    double x;
    const char *font;
    double shade;
    gboolean alike;
  } cases[] = {
    { 10, NULL, 0, TRUE },  { 10, NULL, 0.1, TRUE },  { 11, NULL, 0, TRUE },
    { 14, NULL, 0, FALSE }, { 10, NULL, 0.5, FALSE }, { 10, "DejaVu Serif", 0, FALSE },
  };
  cairo_surface_t *expected;

  if (!mp_test_picture_has_fonts ())
    return;
  expected = paint_words (10, NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    cairo_surface_t *picture = paint_words (cases[i].x, cases[i].font, cases[i].shade);
    guint unlike = mp_test_picture_count_unlike (picture, expected);

    g_test_message ("case %u: %u unlike pixels", i, unlike);
    g_assert_true (cases[i].alike ? unlike == 0 : unlike > 50);
    cairo_surface_destroy (picture);
  }
  cairo_surface_destroy (expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pictures/comparison", test_comparison);
  g_test_add_func ("/pictures/legend", test_legend);
  g_test_add_func ("/pictures/kinds", test_kinds);
  g_test_add_func ("/pictures/kinds-dark", test_kinds_dark);
  g_test_add_func ("/pictures/kinds-contrast", test_kinds_contrast);
  g_test_add_func ("/pictures/shipped", test_shipped);
  g_test_add_func ("/pictures/mirrored", test_mirrored);
  return mp_test_run_with_fonts ();
}
