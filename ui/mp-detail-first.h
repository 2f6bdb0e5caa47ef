/* mp-detail-first.h: the first look at an agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-detail-rows.h"

G_BEGIN_DECLS

/* Adds the last change before the as-of date, what it changed and why, and a button that plays the
 * story; nothing where nothing has changed and there is no story. */
void mp_detail_add_last_change (MpDetailRows *rows, MpSession *session);

/* Adds what ends next after the as-of date. */
void mp_detail_add_ends (MpDetailRows *rows, MpSession *session);

/* Adds the events to come that end nothing. */
void mp_detail_add_coming (MpDetailRows *rows, MpSession *session);

G_END_DECLS
