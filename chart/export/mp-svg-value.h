/* mp-svg-value.h: numbers, colours and paths as SVG writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The text of a value. It need not be freed. */
typedef struct {
  char text[24];
} MpSvgValue;

/* Return a length, to a hundredth, a share or an opacity, to a thousandth, and a length that is
 * repeated, to a hundred-thousandth, in any locale: "12.5", "-0.03", "7". */
MpSvgValue mp_svg_number (double value);
MpSvgValue mp_svg_share (double value);
MpSvgValue mp_svg_pitch (double value);

/* Returns a colour, "#1f77b4". Each part is from 0 to 1. */
MpSvgValue mp_svg_color (double red, double green, double blue);

/* Appends a length. */
void mp_svg_append_number (GString *string, double value);

/* Appends the current path of cr, where it lies on the surface. */
void mp_svg_append_path (GString *string, cairo_t *cr);

G_END_DECLS
