/* mp-legend.h: the legend of a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The samples are drawn by the same code as the chart itself, so they cannot disagree with it.
 */
#pragma once

#include "mp-legend-keys.h"
#include "mp-paint.h"

G_BEGIN_DECLS

/* Returns the height of a line of the legend, in logical pixels. */
double mp_legend_line_height (MpText *text);

/* Returns the height that the legend needs at this width, in logical pixels; 0 without keys. */
double mp_legend_height (MpText *text, MpLegendKeys keys, double width);

/* Paints the legend with its top left corner at x, y. Lengths are in logical pixels. */
void mp_legend_paint (cairo_t *cr, const MpStyle *style, MpText *text, MpLegendKeys keys, double x,
                      double y, double width);

/* Returns the meaning of a key in words, for the legend and for screen readers. They must not be
 * freed. Returns NULL for the key of a certainty that is not drawn in a special way, and therefore
 * in no legend. */
const char *mp_legend_words (MpLegendKey key);

G_END_DECLS
