/* mp-detail-compare.h: the comparison of two dates in the details
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* Adds the comparison of a session: the two dates, a card for each term with its states before and
 * after, and the sources. The session must have a date to compare with. */
void mp_detail_add_comparison (MpDetailRows *rows, MpSession *session);

G_END_DECLS
