/* mp-color.h: the colours that a topic can have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only their names: what they look like is up to chart/look/mp-style.c.
 */
#pragma once

#include "mp-vocabulary.h"

G_BEGIN_DECLS

typedef enum {
  MP_COLOR_GRAY,
  MP_COLOR_BLUE,
  MP_COLOR_GREEN,
  MP_COLOR_PURPLE,
  MP_COLOR_ORANGE,
  MP_COLOR_RED,
  MP_COLOR_TEAL,
  MP_COLOR_YELLOW,
  MP_COLOR_BROWN,
  MP_N_COLORS,
} MpColor;

extern const MpVocabulary mp_color_vocabulary;

/* Returns the word that stands in files and in names of CSS classes: "blue"; never freed. */
const char *mp_color_to_string (MpColor color);

G_END_DECLS
