/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-style.h"

#include <math.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0               \
  }

/* What a theme is made from; the shades are mixed from the accents. */
typedef struct {
  MpStyle base;
  MpRgb accents[MP_N_COLORS]; /* by MpColor */
  /* How much accent goes into the background. */
  double present;
  double future;
  double past;
  double faded;
  double label;
  double label_border;
} Recipe;

static const Recipe recipes[MP_N_THEMES] = {
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
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0x5e5c64), [MP_COLOR_BLUE] = RGB (0x1a6bd4),
      [MP_COLOR_GREEN] = RGB (0x1f7d43), [MP_COLOR_PURPLE] = RGB (0x8443b8),
      [MP_COLOR_ORANGE] = RGB (0xa85400), [MP_COLOR_RED] = RGB (0xb8232e),
      [MP_COLOR_TEAL] = RGB (0x0b757c), [MP_COLOR_YELLOW] = RGB (0x846400),
      [MP_COLOR_BROWN] = RGB (0x84583a),
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
    },
    .accents = {
      [MP_COLOR_GRAY] = RGB (0xc0bfbc), [MP_COLOR_BLUE] = RGB (0x6aa9f4),
      [MP_COLOR_GREEN] = RGB (0x57d687), [MP_COLOR_PURPLE] = RGB (0xcb9ff5),
      [MP_COLOR_ORANGE] = RGB (0xffb968), [MP_COLOR_RED] = RGB (0xff8f85),
      [MP_COLOR_TEAL] = RGB (0x58cdd3), [MP_COLOR_YELLOW] = RGB (0xf0d060),
      [MP_COLOR_BROWN] = RGB (0xd5b095),
    },
    .present = 0.36, .future = 0.22, .past = 0.13, .faded = 0.60, .label = 0.22,
    .label_border = 0.55,
  },
};

static MpRgb
mix (MpRgb under, MpRgb over, double share)
{
  return (MpRgb) { under.red + (over.red - under.red) * share,
                   under.green + (over.green - under.green) * share,
                   under.blue + (over.blue - under.blue) * share };
}

static void
cook (const Recipe *recipe, MpStyle *style)
{
  MpRgb ground = recipe->base.background;

  *style = recipe->base;
  for (guint i = 0; i < MP_N_COLORS; i++) {
    MpRgb accent = recipe->accents[i];

    style->shades[i] = (MpShades) {
      .accent = accent,
      .faded = mix (ground, accent, recipe->faded),
      .present = mix (ground, accent, recipe->present),
      .future = mix (ground, accent, recipe->future),
      .past = mix (ground, accent, recipe->past),
      .label = mix (ground, accent, recipe->label),
      .label_border = mix (ground, accent, recipe->label_border),
    };
  }
}

const MpStyle *
mp_style_get (MpTheme theme)
{
  static MpStyle styles[MP_N_THEMES];
  static gsize cooked = 0;

  g_return_val_if_fail (theme < MP_N_THEMES, NULL);

  if (g_once_init_enter (&cooked)) {
    for (guint i = 0; i < MP_N_THEMES; i++)
      cook (&recipes[i], &styles[i]);
    g_once_init_leave (&cooked, 1);
  }
  return &styles[theme];
}

static const char *const theme_names[MP_N_THEMES] = { "light", "dark" };

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
