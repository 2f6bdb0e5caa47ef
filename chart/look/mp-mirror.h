/* mp-mirror.h: mirrors pictures for languages that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts, scenes, tables and the overview count x from the side where reading begins, which is the
 * left or the right one. Therefore the code that lays out and picks is the same for all languages.
 * Only what leaves the chart is mirrored: mp_mirror_paint () mirrors what is painted, and
 * mp_mirror_x () and mp_mirror_rect () convert between positions in a picture and in the widget
 * that shows it. Letters are never mirrored: see mp_text_draw ().
 */
#pragma once

#include "mp-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum {
  MP_TEXT_DIRECTION_LTR, /* from left to right */
  MP_TEXT_DIRECTION_RTL, /* from right to left */
} MpTextDirection;

/* Converts an x that is counted from the left to one that is counted from where reading begins, or
 * the other way round, in a picture of this width. Both are in logical pixels. */
static inline double
mp_mirror_x (MpTextDirection direction, double width, double x)
{
  return direction == MP_TEXT_DIRECTION_RTL ? width - x : x;
}

/* Converts a rectangle, as mp_mirror_x () does. */
static inline MpRect
mp_mirror_rect (MpTextDirection direction, double width, MpRect rect)
{
  rect.x = direction == MP_TEXT_DIRECTION_RTL ? width - rect.x - rect.width : rect.x;
  return rect;
}

/* Mirrors what is painted from now on if direction is from right to left, so that x counts from
 * where reading begins in a picture of this width. Lasts until cairo_restore (). */
void mp_mirror_paint (cairo_t *cr, MpTextDirection direction, double width);

/* Returns whether what is painted is mirrored now. */
gboolean mp_mirror_is_on (cairo_t *cr);

/* Sets direction to what "ltr" or "rtl" stands for. Returns FALSE, and sets nothing, for any other
 * string. */
gboolean mp_text_direction_from_string (const char *string, MpTextDirection *direction);

G_END_DECLS
