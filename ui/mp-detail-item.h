/* mp-detail-item.h: what the details tell of a milestone or a phase
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* The action of the button that compares the two sides of a milestone. */
#define MP_DETAIL_COMPARE "details.compare"

/* Adds everything there is to know of an item. */
void mp_detail_add_item (MpDetailRows *rows, MpSession *session, MpItem item);

/* Adds the section of sources: those of citations, an array of MpCitation, numbered from 1; nothing
 * if there are none. */
void mp_detail_add_sources (MpDetailRows *rows, MpAgreement *agreement, GArray *citations);

G_END_DECLS
