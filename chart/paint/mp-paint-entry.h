/* mp-paint-entry.h: tells a file which entry something is drawn for, and where its sources are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * If no writer is attached to the cairo_t that wants to know, these functions cost next to nothing.
 */
#pragma once

#include "mp-item.h"
#include "mp-numbering.h"
#include "mp-text.h"

G_BEGIN_DECLS

/* Stand around what is drawn for a milestone or a phase. is_part: something else in the picture
 * stands for it. The id of a milestone is that of the file; a phase has the id of its term and its
 * place there from 1, "exclusivity-2". The address is that of the first of its sources that has
 * one.
 */
void mp_paint_begin_entry (cairo_t *cr, MpAgreement *agreement, MpItem item, gboolean is_part);
void mp_paint_end_entry (cairo_t *cr);

/* Makes a rectangle a link to a source. */
void mp_paint_source_link (cairo_t *cr, MpAgreement *agreement, guint32 source, MpRect rect);

/* Makes each of the numbers of sources that are drawn in rect, from its start, a link to its
 * source. numbers are n_numbers of numbering. */
void mp_paint_number_links (cairo_t *cr, MpText *text, MpTextRole role,
                            const MpNumbering *numbering, const guint32 *numbers, guint n_numbers,
                            MpRect rect);

G_END_DECLS
