/* mp-legend.h: what the signs of a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The samples are drawn by the same code as the picture itself, so they cannot disagree with it.
 */
#pragma once

#include "mp-legend-keys.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* The height of each of its lines. */
double mp_legend_line_height (MpText *text);

/* The height that the legend of these signs needs when it is this wide; 0 without any. */
double mp_legend_height (MpText *text, MpLegendKeys signs, double width);

/* Paints the legend from x, y on. */
void mp_legend_paint (cairo_t *cr, const MpStyle *style, MpText *text, MpLegendKeys signs, double x,
                      double y, double width);

/* What a key means, as a screen reader says it too; never freed. NULL for a certainty that is drawn
 * like any other, so that no legend has it. */
const char *mp_legend_words (MpLegendKey sign);

G_END_DECLS
