/* mp-page-private.h: how the parts of a page are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

/* Sets the dashes of a line; they are those of a solid line afterwards only if it is one. */
void mp_page_set_dashes (cairo_t *cr, MpLine line);

/* Paints a bar. */
void mp_page_paint_bar (cairo_t *cr, const MpPageBar *bar, const MpPalette *palette);

G_END_DECLS
