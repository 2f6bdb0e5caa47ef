/* mp-detail-later.h: what became known after the day as of whose knowledge an agreement is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* Adds what became of each term and milestone between the day of knowledge of the session and
 * today; nothing where all that is known is shown. */
void mp_detail_add_later (MpDetailRows *rows, MpSession *session);

/* The same between that day and the day with which the session compares, whichever is earlier;
 * nothing where either of them is not set, or both end at once. */
void mp_detail_add_known_between (MpDetailRows *rows, MpSession *session);

G_END_DECLS
