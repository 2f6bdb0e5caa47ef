/* mp-svg-text.h: writes a layout of Pango as texts of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line is one text, which tells its length: a reader that lacks the font makes its own as
 * long.
 */
#pragma once

#include "mp-markup.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Writes a layout whose upper left corner is at x, y in the coordinates of cr. color and opacity
 * are values of attributes; opacity may be NULL. */
void mp_svg_write_text (MpMarkup *markup, cairo_t *cr, PangoLayout *layout, double x, double y,
                        const char *color, const char *opacity);

G_END_DECLS
