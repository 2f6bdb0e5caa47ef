/* mp-detail-changes.h: what the details tell of what a milestone changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"
#include "mp-query.h"

G_BEGIN_DECLS

/* Adds a card of a term before and after a milestone, and returns its row. */
MpDetailRow *mp_detail_add_change (MpDetailRows *rows, MpAgreement *agreement,
                                   const MpChange *change);

G_END_DECLS
