/* mp-style.c: the colours of the themes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-style.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0               \
  }

/* What a style is made from. */
typedef struct {
  MpStyle base;               /* without shades */
  MpRgb accents[MP_N_COLORS]; /* by MpColor */
  /* The shares, from 0 to 1, of the accent in the shades that are mixed from it and the
   * background. */
  double present;
  double future;
  double past;
  double faded;
  double label;
  double label_border;
} Palette;

static const Palette palettes[MP_N_WINDOW_THEMES] = {
  [MP_THEME_LIGHT] = {
    .base = {
      .background = RGB (0xffffff),
      .future = RGB (0xfafafb),
      .grid = RGB (0xededef),
      .strong_grid = RGB (0xd9d9dd),
      .separator = RGB (0xe3e3e6),
      .text = RGB (0x2b2b30),
      .dim_text = RGB (0x66666d),
      .today = RGB (0xc01c28),
      .on_today = RGB (0xffffff),
      .as_of = RGB (0x3d3846),
      .on_as_of = RGB (0xffffff),
      .on_accent = RGB (0xffffff),
      .least_density = 0.16, .most_density = 0.50,
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0x43474f),
      [MP_COLOR_BLUE] = RGB (0x1670e4),
      [MP_COLOR_GREEN] = RGB (0x176131),
      [MP_COLOR_PURPLE] = RGB (0x7f37b2),
      [MP_COLOR_ORANGE] = RGB (0xa85915),
      [MP_COLOR_RED] = RGB (0xbe343f),
      [MP_COLOR_TEAL] = RGB (0x136c71),
      [MP_COLOR_YELLOW] = RGB (0x634a00),
      [MP_COLOR_BROWN] = RGB (0x603517),
    },
    .present = 0.30, .future = 0.18, .past = 0.11, .faded = 0.62, .label = 0.14,
    .label_border = 0.55,
  },
  [MP_THEME_DARK] = {
    .base = {
      .background = RGB (0x1d1d20),
      .future = RGB (0x222226),
      .grid = RGB (0x2b2b2f),
      .strong_grid = RGB (0x3d3d43),
      .separator = RGB (0x36363b),
      .text = RGB (0xf2f2f3),
      .dim_text = RGB (0xaeaeb5),
      .today = RGB (0xff7b63),
      .on_today = RGB (0x1d1d20),
      .as_of = RGB (0xf6f5f4),
      .on_as_of = RGB (0x1d1d20),
      .on_accent = RGB (0x17171a),
      .least_density = 0.14, .most_density = 0.36,
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0xbcb8b4),
      [MP_COLOR_BLUE] = RGB (0x0091fd),
      [MP_COLOR_GREEN] = RGB (0xbdffaa),
      [MP_COLOR_PURPLE] = RGB (0xc59de9),
      [MP_COLOR_ORANGE] = RGB (0xffb664),
      [MP_COLOR_RED] = RGB (0xf56e66),
      [MP_COLOR_TEAL] = RGB (0x13b4ba),
      [MP_COLOR_YELLOW] = RGB (0xf2e324),
      [MP_COLOR_BROWN] = RGB (0xf0cab6),
    },
    .present = 0.36, .future = 0.22, .past = 0.13, .faded = 0.60, .label = 0.22,
    .label_border = 0.55,
  },
  [MP_THEME_CONTRAST] = {
    .base = {
      .background = RGB (0xffffff),
      .future = RGB (0xffffff),
      .grid = RGB (0xc4c4c4),
      .strong_grid = RGB (0x8a8a8a),
      .separator = RGB (0x8a8a8a),
      .text = RGB (0x000000),
      .dim_text = RGB (0x333333),
      .today = RGB (0x9e0012),
      .on_today = RGB (0xffffff),
      .as_of = RGB (0x000000),
      .on_as_of = RGB (0xffffff),
      .on_accent = RGB (0xffffff),
      .least_density = 0.08, .most_density = 0.30, .has_outlines = TRUE,
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0x1b1b22),
      [MP_COLOR_BLUE] = RGB (0x063390),
      [MP_COLOR_GREEN] = RGB (0x083c1e),
      [MP_COLOR_PURPLE] = RGB (0x440e65),
      [MP_COLOR_ORANGE] = RGB (0x722f00),
      [MP_COLOR_RED] = RGB (0x9c2134),
      [MP_COLOR_TEAL] = RGB (0x085358),
      [MP_COLOR_YELLOW] = RGB (0x735403),
      [MP_COLOR_BROWN] = RGB (0x3a1c00),
    },
    .present = 0.22, .future = 0.13, .past = 0.07, .faded = 0.84, .label = 0,
    .label_border = 0.92,
  },
  [MP_THEME_CONTRAST_DARK] = {
    .base = {
      .background = RGB (0x000000),
      .future = RGB (0x000000),
      .grid = RGB (0x3c3c3c),
      .strong_grid = RGB (0x767676),
      .separator = RGB (0x767676),
      .text = RGB (0xffffff),
      .dim_text = RGB (0xd6d6d6),
      .today = RGB (0xff8f78),
      .on_today = RGB (0x000000),
      .as_of = RGB (0xffffff),
      .on_as_of = RGB (0x000000),
      .on_accent = RGB (0x000000),
      .least_density = 0.10, .most_density = 0.34, .has_outlines = TRUE,
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0xe9e8e5),
      [MP_COLOR_BLUE] = RGB (0x6babee),
      [MP_COLOR_GREEN] = RGB (0x39a95b),
      [MP_COLOR_PURPLE] = RGB (0xfeb9ff),
      [MP_COLOR_ORANGE] = RGB (0xf5ab55),
      [MP_COLOR_RED] = RGB (0xf6776f),
      [MP_COLOR_TEAL] = RGB (0x74d4d6),
      [MP_COLOR_YELLOW] = RGB (0xf9da6a),
      [MP_COLOR_BROWN] = RGB (0xcbaa91),
    },
    .present = 0.34, .future = 0.20, .past = 0.11, .faded = 0.80, .label = 0,
    .label_border = 0.92,
  },
};

/* The share of the colour of text in an accent that is text on a label, where the accent alone has
 * too little contrast. */
#define ON_LABEL 0.35

static MpRgb
mix (MpRgb under, MpRgb over, double share)
{
  return (MpRgb) { under.red + (over.red - under.red) * share,
                   under.green + (over.green - under.green) * share,
                   under.blue + (over.blue - under.blue) * share };
}

static void
fill_style (MpStyle *style, const Palette *palette)
{
  MpRgb background = palette->base.background;

  *style = palette->base;
  for (guint i = 0; i < MP_N_COLORS; i++) {
    MpRgb accent = palette->accents[i];

    style->shades[i] = (MpShades) {
      .accent = accent,
      .faded = mix (background, accent, palette->faded),
      .present = mix (background, accent, palette->present),
      .future = mix (background, accent, palette->future),
      .past = mix (background, accent, palette->past),
      .label = mix (background, accent, palette->label),
      .on_label = mix (accent, palette->base.text, ON_LABEL),
      .label_border = mix (background, accent, palette->label_border),
    };
  }
}

/* Print is the light theme on white paper, with darker small words. */
static void
fill_print (MpStyle *style)
{
  Palette palette = palettes[MP_THEME_LIGHT];

  palette.base.future = palette.base.background;
  palette.base.dim_text = (MpRgb) RGB (0x4a4f57);
  fill_style (style, &palette);
}

const MpStyle *
mp_style_get (MpTheme theme)
{
  static MpStyle styles[MP_N_THEMES];
  static gsize filled = 0;

  g_return_val_if_fail (theme < MP_N_THEMES, NULL);

  if (g_once_init_enter (&filled)) {
    for (guint i = 0; i < MP_N_WINDOW_THEMES; i++)
      fill_style (&styles[i], &palettes[i]);
    fill_print (&styles[MP_THEME_PRINT]);
    g_once_init_leave (&filled, 1);
  }
  return &styles[theme];
}

static const char *const theme_names[MP_N_THEMES] = { "light", "dark", "contrast", "contrast-dark",
                                                      "print" };

const char *
mp_theme_to_string (MpTheme theme)
{
  g_return_val_if_fail (theme < MP_N_THEMES, NULL);
  return theme_names[theme];
}

gboolean
mp_theme_from_string (const char *string, MpTheme *theme)
{
  for (guint i = 0; i < MP_N_THEMES; i++) {
    if (g_str_equal (string, theme_names[i])) {
      *theme = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* Returns the relative luminance as WCAG 2.1 defines it, from 0 to 1. */
static double
luminance (MpRgb color)
{
  double channels[] = { color.red, color.green, color.blue };

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    channels[i] =
      channels[i] <= 0.03928 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

double
mp_rgb_contrast (MpRgb a, MpRgb b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}
