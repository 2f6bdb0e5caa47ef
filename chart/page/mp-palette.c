/* mp-palette.c: the colours of pages, by theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-palette.h"

#include <string.h>

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) &0xff) / 255.0               \
  }

typedef struct {
  MpRgb tones[MP_N_TONES];
  gboolean has_outlines;
} Colors;

/* Print has tints that a press can hold, and darker greys for small words. High contrast has
 * nothing but ink and ground. */
static const Colors colors[MP_N_THEMES] = {
  [MP_THEME_LIGHT] = {
    .tones = {
      [MP_TONE_GROUND] = RGB (0xffffff), [MP_TONE_INK] = RGB (0x16191d),
      [MP_TONE_MUTED] = RGB (0x565b63), [MP_TONE_GRID] = RGB (0xe4e6e9),
      [MP_TONE_RULE] = RGB (0x9aa0a8), [MP_TONE_EARLIER] = RGB (0xe6e8eb),
      [MP_TONE_BEFORE] = RGB (0xc9cdd3), [MP_TONE_ACCENT] = RGB (0x0b5c9e),
      [MP_TONE_ON_ACCENT] = RGB (0xffffff), [MP_TONE_TINT] = RGB (0xa9cae6),
      [MP_TONE_ON_TINT] = RGB (0x16191d), [MP_TONE_LATER] = RGB (0xd3e4f2),
    },
  },
  [MP_THEME_DARK] = {
    .tones = {
      [MP_TONE_GROUND] = RGB (0x15171b), [MP_TONE_INK] = RGB (0xf3f4f6),
      [MP_TONE_MUTED] = RGB (0xb7bcc4), [MP_TONE_GRID] = RGB (0x2a2e35),
      [MP_TONE_RULE] = RGB (0x6c737d), [MP_TONE_EARLIER] = RGB (0x343941),
      [MP_TONE_BEFORE] = RGB (0x59606a), [MP_TONE_ACCENT] = RGB (0x5ba3e6),
      [MP_TONE_ON_ACCENT] = RGB (0x15171b), [MP_TONE_TINT] = RGB (0x2c5478),
      [MP_TONE_ON_TINT] = RGB (0xf3f4f6), [MP_TONE_LATER] = RGB (0x22364a),
    },
  },
  [MP_THEME_PRINT] = {
    .tones = {
      [MP_TONE_GROUND] = RGB (0xffffff), [MP_TONE_INK] = RGB (0x16191d),
      [MP_TONE_MUTED] = RGB (0x4a4f57), [MP_TONE_GRID] = RGB (0xd4d7db),
      [MP_TONE_RULE] = RGB (0x80868e), [MP_TONE_EARLIER] = RGB (0xdadde1),
      [MP_TONE_BEFORE] = RGB (0xc6cbd1), [MP_TONE_ACCENT] = RGB (0x0b5c9e),
      [MP_TONE_ON_ACCENT] = RGB (0xffffff), [MP_TONE_TINT] = RGB (0x98bddc),
      [MP_TONE_ON_TINT] = RGB (0x16191d), [MP_TONE_LATER] = RGB (0xcbdeee),
    },
  },
  [MP_THEME_CONTRAST] = {
    .tones = {
      [MP_TONE_GROUND] = RGB (0xffffff), [MP_TONE_INK] = RGB (0x000000),
      [MP_TONE_MUTED] = RGB (0x000000), [MP_TONE_GRID] = RGB (0xb0b0b0),
      [MP_TONE_RULE] = RGB (0x000000), [MP_TONE_EARLIER] = RGB (0xffffff),
      [MP_TONE_BEFORE] = RGB (0xffffff), [MP_TONE_ACCENT] = RGB (0x000000),
      [MP_TONE_ON_ACCENT] = RGB (0xffffff), [MP_TONE_TINT] = RGB (0x000000),
      [MP_TONE_ON_TINT] = RGB (0xffffff), [MP_TONE_LATER] = RGB (0xffffff),
    },
    .has_outlines = TRUE,
  },
  [MP_THEME_CONTRAST_DARK] = {
    .tones = {
      [MP_TONE_GROUND] = RGB (0x000000), [MP_TONE_INK] = RGB (0xffffff),
      [MP_TONE_MUTED] = RGB (0xffffff), [MP_TONE_GRID] = RGB (0x606060),
      [MP_TONE_RULE] = RGB (0xffffff), [MP_TONE_EARLIER] = RGB (0x000000),
      [MP_TONE_BEFORE] = RGB (0x000000), [MP_TONE_ACCENT] = RGB (0xffffff),
      [MP_TONE_ON_ACCENT] = RGB (0x000000), [MP_TONE_TINT] = RGB (0xffffff),
      [MP_TONE_ON_TINT] = RGB (0x000000), [MP_TONE_LATER] = RGB (0x000000),
    },
    .has_outlines = TRUE,
  },
};

/* Puts the shades of a topic, which the window has too, in the place of the accent. */
static void
color_topic (MpPalette *palette, MpColor hue, const MpShades *shades)
{
  MpRgb *tones = palette->tones[hue];

  tones[MP_TONE_ACCENT] = shades->accent;
  if (palette->has_outlines) {
    tones[MP_TONE_TINT] = shades->accent;
    return;
  }
  tones[MP_TONE_TINT] = shades->present;
  tones[MP_TONE_LATER] = shades->past;
}

MpPalette
mp_palette_get (MpTheme theme, MpColoring coloring)
{
  MpPalette palette = { .has_outlines = colors[theme].has_outlines };

  for (guint hue = 0; hue < MP_N_COLORS; hue++) {
    memcpy (palette.tones[hue], colors[theme].tones, sizeof colors[theme].tones);
    if (coloring == MP_COLORING_TOPICS)
      color_topic (&palette, hue, &mp_style_get (theme)->shades[hue]);
  }
  return palette;
}
