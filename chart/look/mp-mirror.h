/* mp-mirror.h: pictures that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layouts, scenes, tables and the overview count x from where reading begins, whatever the
 * language: 0 is the beginning of a line, and what comes later has the greater x. From right to
 * left that beginning is at the right. So there is one layout and one way to pick, and a picture is
 * turned only where it leaves the chart: by painting through mp_mirror_paint (), and by taking
 * places between a picture and what it is seen on through mp_mirror_x () and mp_mirror_rect ().
 * Letters are never turned: see mp_text_draw ().
 */
#pragma once

#include "mp-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum {
  MP_TEXT_DIRECTION_LTR, /* from left to right */
  MP_TEXT_DIRECTION_RTL, /* from right to left */
} MpTextDirection;

/* Converts x between counting from the left and counting from where reading begins, in a picture of
 * this width in logical pixels. The same function converts both ways. */
static inline double
mp_mirror_x (MpTextDirection direction, double width, double x)
{
  return direction == MP_TEXT_DIRECTION_RTL ? width - x : x;
}

/* The same for a rectangle. */
static inline MpRect
mp_mirror_rect (MpTextDirection direction, double width, MpRect rect)
{
  rect.x = direction == MP_TEXT_DIRECTION_RTL ? width - rect.x - rect.width : rect.x;
  return rect;
}

/* Turns what is painted from now on, so that x counts from where reading begins in a picture of
 * this width. Lasts until cairo_restore (). */
void mp_mirror_paint (cairo_t *cr, MpTextDirection direction, double width);

/* Whether what is painted now is turned. */
gboolean mp_mirror_is_on (cairo_t *cr);

/* "ltr", "rtl". */
gboolean mp_text_direction_from_string (const char *string, MpTextDirection *direction);

G_END_DECLS
