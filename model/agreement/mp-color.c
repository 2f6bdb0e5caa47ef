/* mp-color.c: the colours that a topic can have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-color.h"

static const char *const words[] = {
  [MP_COLOR_GRAY] = "gray",     [MP_COLOR_BLUE] = "blue",     [MP_COLOR_GREEN] = "green",
  [MP_COLOR_PURPLE] = "purple", [MP_COLOR_ORANGE] = "orange", [MP_COLOR_RED] = "red",
  [MP_COLOR_TEAL] = "teal",     [MP_COLOR_YELLOW] = "yellow", [MP_COLOR_BROWN] = "brown",
};
G_STATIC_ASSERT (G_N_ELEMENTS (words) == MP_N_COLORS);

const MpVocabulary mp_color_vocabulary = MP_VOCABULARY (words);

const char *
mp_color_to_string (MpColor color)
{
  return mp_vocabulary_word (&mp_color_vocabulary, color);
}
