/* mp-palette.h: the few colours of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page has one accent for what holds, greys for what held before, and ink for words. Nothing is
 * told by colour alone. Where the user wants the topics in their colours, each tone of the accent
 * has one for each topic.
 */
#pragma once

#include "mp-color.h"
#include "mp-style.h"

G_BEGIN_DECLS

/* What colours mean. */
typedef enum {
  MP_COLORING_ACCENT, /* one accent for what holds, greys for what held before */
  MP_COLORING_TOPICS, /* each topic has its colour, as in the window */
} MpColoring;

/* What something is drawn in. */
typedef enum {
  MP_TONE_GROUND,
  MP_TONE_INK,
  MP_TONE_MUTED,
  MP_TONE_GRID,
  MP_TONE_RULE,
  MP_TONE_EARLIER, /* bars */
  MP_TONE_BEFORE,
  MP_TONE_ACCENT, /* what holds; also lines and words that stand out */
  MP_TONE_ON_ACCENT,
  MP_TONE_TINT, /* what holds, where words in ink stand on it */
  MP_TONE_ON_TINT,
  MP_TONE_LATER,
  MP_N_TONES,
} MpTone;

typedef struct {
  MpRgb tones[MP_N_COLORS][MP_N_TONES];
  gboolean has_outlines; /* bars are told by their outline, not by their filling */
} MpPalette;

/* Returns the colours of a theme. The palette is a value. */
MpPalette mp_palette_get (MpTheme theme, MpColoring coloring);

static inline MpRgb
mp_palette_color (const MpPalette *palette, MpTone tone, MpColor hue)
{
  return palette->tones[hue][tone];
}

G_END_DECLS
