/* mp-legend.h: what the signs of a picture mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The samples are drawn by the same code as the picture itself, so they cannot disagree with it.
 */
#pragma once

#include "mp-paint.h"

G_BEGIN_DECLS

/* The height that the legend needs when it is this wide. */
double mp_legend_height (MpText *text, double width);

/* Paints the legend from x, y on. */
void mp_legend_paint (cairo_t *cr, const MpStyle *style, MpText *text, double x, double y,
                      double width);

/* How many signs there are, and the words of each: what a screen reader says. */
guint mp_legend_n_signs (void);
const char *mp_legend_words (guint sign);

G_END_DECLS
