/* mp-detail-agreement.h: what the details tell while nothing is selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* Adds the agreement's summary, what comes next, and what is in force on the as-of date. The
 * session must have an agreement. */
void mp_detail_add_agreement (MpDetailRows *rows, MpSession *session);

G_END_DECLS
