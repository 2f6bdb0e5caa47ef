/* mp-page-private.h: how the parts of a page are painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-page.h"

G_BEGIN_DECLS

/* Paints a bar. */
void mp_page_paint_bar (cairo_t *cr, const MpPageBar *bar, const MpPalette *palette);

G_END_DECLS
