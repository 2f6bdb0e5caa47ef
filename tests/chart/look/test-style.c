/* test-style.c: the colours of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-style.h"

/* WCAG 2.1. Success criteria 1.4.3 and 1.4.6 are about text, without and with high contrast; 1.4.11
 * is about what is not text but must be seen. */
#define TEXT_CONTRAST 4.5
#define HIGH_TEXT_CONTRAST 7.0
#define SIGN_CONTRAST 3.0

static gboolean
is_high (MpTheme theme)
{
  return mp_style_get (theme)->has_outlines;
}

static double
text_contrast (MpTheme theme)
{
  return is_high (theme) ? HIGH_TEXT_CONTRAST : TEXT_CONTRAST;
}

static void
check_contrast (MpTheme theme, const char *what, MpColor color, MpRgb over, MpRgb under,
                double least)
{
  double contrast = mp_rgb_contrast (over, under);

  if (contrast >= least)
    return;
  g_test_message ("%s, %s, %s: %.2f", mp_theme_to_string (theme), what, mp_color_to_string (color),
                  contrast);
  g_test_fail ();
}

/* Checks one combination of every colour in every theme. */
typedef void (*ShadesFunc) (MpTheme theme, MpColor color, const MpStyle *style,
                            const MpShades *shades);

static void
for_all_shades (ShadesFunc func)
{
  for (guint theme = 0; theme < MP_N_THEMES; theme++) {
    const MpStyle *style = mp_style_get ((MpTheme) theme);

    for (guint color = 0; color < MP_N_COLORS; color++)
      func ((MpTheme) theme, (MpColor) color, style, &style->shades[color]);
  }
}

static void
check_bars (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  check_contrast (theme, "text on present", color, style->text, shades->present,
                  text_contrast (theme));
  check_contrast (theme, "text on future", color, style->text, shades->future,
                  text_contrast (theme));
  check_contrast (theme, "text on past", color, style->text, shades->past, text_contrast (theme));
  /* Text about what is over is dim. */
  check_contrast (theme, "dim text on past", color, style->dim_text, shades->past,
                  text_contrast (theme));
}

static void
test_bars (void)
{
  for_all_shades (check_bars);
}

static void
check_labels (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  check_contrast (theme, "text on label", color, style->text, shades->label, text_contrast (theme));
  check_contrast (theme, "accent on label", color, shades->on_label, shades->label,
                  text_contrast (theme));
  check_contrast (theme, "text on accent", color, style->on_accent, shades->accent,
                  text_contrast (theme));
  /* The badge of a cluster. */
  check_contrast (theme, "dim text on label", color, style->dim_text, shades->label,
                  color == MP_COLOR_GRAY || is_high (theme) ? text_contrast (theme)
                                                            : SIGN_CONTRAST);
}

static void
test_labels (void)
{
  for_all_shades (check_labels);
}

static void
check_accents (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  check_contrast (theme, "accent on background", color, shades->accent, style->background,
                  text_contrast (theme));
  /* Without a gutter, headings stand right of today, too. */
  check_contrast (theme, "accent right of today", color, shades->accent, style->future,
                  text_contrast (theme));
}

static void
test_accents (void)
{
  for_all_shades (check_accents);
}

static void
test_text (void)
{
  for (guint i = 0; i < MP_N_THEMES; i++) {
    MpTheme theme = (MpTheme) i;
    const MpStyle *style = mp_style_get (theme);
    const MpRgb grounds[] = { style->background, style->future };

    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++) {
      check_contrast (theme, "text", 0, style->text, grounds[j], text_contrast (theme));
      check_contrast (theme, "dim text", 0, style->dim_text, grounds[j], text_contrast (theme));
      check_contrast (theme, "today", 0, style->today, grounds[j], SIGN_CONTRAST);
    }
    check_contrast (theme, "text on today", 0, style->on_today, style->today,
                    text_contrast (theme));
    check_contrast (theme, "text on as-of", 0, style->on_as_of, style->as_of,
                    text_contrast (theme));
    check_contrast (theme, "as-of", 0, style->as_of, style->background, SIGN_CONTRAST);
    /* Dim is dimmer. */
    g_assert_cmpfloat (mp_rgb_contrast (style->dim_text, style->background), <,
                       mp_rgb_contrast (style->text, style->background));
  }
}

/* Hatching, outlines and stripes can be seen, also those of what is over. */
static void
check_signs (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  check_contrast (theme, "line on present", color, shades->accent, shades->present, SIGN_CONTRAST);
  check_contrast (theme, "line on future", color, shades->accent, shades->future, SIGN_CONTRAST);
  check_contrast (theme, "faded line on background", color, shades->faded, style->background,
                  is_high (theme) ? SIGN_CONTRAST : 2);
}

/* In high contrast the edge of every shape can be seen, and so can the lines between rows; the line
 * of what is over still differs from that of what is in force. */
static void
check_edges (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  if (!is_high (theme))
    return;
  check_contrast (theme, "edge of a label", color, shades->label_border, style->background,
                  SIGN_CONTRAST);
  check_contrast (theme, "edge on past", color, shades->faded, shades->past, SIGN_CONTRAST);
  check_contrast (theme, "line between rows", color, style->separator, style->background,
                  SIGN_CONTRAST);
  check_contrast (theme, "year", color, style->strong_grid, style->background, SIGN_CONTRAST);
}

static void
test_edges (void)
{
  for_all_shades (check_edges);
}

static MpRgb
mix (MpRgb under, MpRgb over, double share)
{
  return (MpRgb) { under.red + (over.red - under.red) * share,
                   under.green + (over.green - under.green) * share,
                   under.blue + (over.blue - under.blue) * share };
}

/* The count on a collapsed topic. */
static void
check_density (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  check_contrast (theme, "text on the least", color, style->text,
                  mix (style->background, shades->accent, style->least_density),
                  text_contrast (theme));
  check_contrast (theme, "text on the most", color, style->text,
                  mix (style->background, shades->accent, style->most_density),
                  text_contrast (theme));
}

static void
test_density (void)
{
  for_all_shades (check_density);
}

static void
test_signs (void)
{
  for_all_shades (check_signs);
}

/* What is over stands out less than what is to come, and that less than what is in force. */
static void
check_quiet (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  double past = mp_rgb_contrast (shades->past, style->background);
  double future = mp_rgb_contrast (shades->future, style->background);
  double present = mp_rgb_contrast (shades->present, style->background);

  (void) theme;
  (void) color;
  g_assert_cmpfloat (1, <, past);
  g_assert_cmpfloat (past, <, future);
  g_assert_cmpfloat (future, <, present);
  g_assert_cmpfloat (mp_rgb_contrast (shades->faded, style->background), <,
                     mp_rgb_contrast (shades->accent, style->background));
}

static void
test_past_is_quieter (void)
{
  for_all_shades (check_quiet);
}

static void
check_range (MpTheme theme, MpColor color, const MpStyle *style, const MpShades *shades)
{
  const MpRgb all[] = { shades->accent, shades->faded, shades->present,     shades->future,
                        shades->past,   shades->label, shades->label_border };

  (void) theme;
  (void) color;
  (void) style;
  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_assert_true (all[i].red >= 0 && all[i].red <= 1);
    g_assert_true (all[i].green >= 0 && all[i].green <= 1);
    g_assert_true (all[i].blue >= 0 && all[i].blue <= 1);
  }
}

static void
test_colors_are_colors (void)
{
  for_all_shades (check_range);
}

static void
test_theme_names (void)
{
  MpTheme theme;

  for (guint i = 0; i < MP_N_THEMES; i++) {
    g_assert_true (mp_theme_from_string (mp_theme_to_string ((MpTheme) i), &theme));
    g_assert_cmpint (theme, ==, i);
  }
  g_assert_cmpstr (mp_theme_to_string (MP_THEME_DARK), ==, "dark");
  g_assert_cmpstr (mp_theme_to_string (MP_THEME_CONTRAST), ==, "contrast");
  g_assert_false (mp_theme_from_string ("bright", &theme));
  g_assert_false (mp_theme_from_string ("", &theme));
  g_assert_true (mp_style_get (MP_THEME_DARK) == mp_style_get (MP_THEME_DARK));
  g_assert_true (mp_style_get (MP_THEME_DARK) != mp_style_get (MP_THEME_LIGHT));
}

/* The two ends that the definition gives, and two values that other tools compute. */
static void
test_contrast (void)
{
  MpRgb black = { 0, 0, 0 }, white = { 1, 1, 1 },
        gray = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0 };
  MpRgb red = { 1, 0, 0 };

  g_assert_cmpfloat_with_epsilon (mp_rgb_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (mp_rgb_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (mp_rgb_contrast (gray, gray), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (mp_rgb_contrast (gray, white), 4.48, 0.005);
  g_assert_cmpfloat_with_epsilon (mp_rgb_contrast (red, white), 4.00, 0.005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/style/contrast/bars", test_bars);
  g_test_add_func ("/style/contrast/labels", test_labels);
  g_test_add_func ("/style/contrast/accents", test_accents);
  g_test_add_func ("/style/contrast/text", test_text);
  g_test_add_func ("/style/contrast/signs", test_signs);
  g_test_add_func ("/style/contrast/edges", test_edges);
  g_test_add_func ("/style/contrast/density", test_density);
  g_test_add_func ("/style/contrast/definition", test_contrast);
  g_test_add_func ("/style/past-is-quieter", test_past_is_quieter);
  g_test_add_func ("/style/colors-are-colors", test_colors_are_colors);
  g_test_add_func ("/style/theme-names", test_theme_names);
  return g_test_run ();
}
