/* mp-business-day.h: days on which business is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Monday to Friday, without some closed days. A day is given by its first instant.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* closed is in order of time, and borrowed. */
typedef struct {
  const MpInstant *closed;
  guint n_closed;
} MpBusinessDays;

gboolean mp_business_day_is (const MpBusinessDays *days, MpInstant day);

/* The n-th business day before a day, n being 1 or more, without counting the day itself. However
 * large n is, the work is that of looking at the closed days once. */
MpInstant mp_business_day_before (const MpBusinessDays *days, MpInstant day, gint64 n);

/* The first business day after a day. */
MpInstant mp_business_day_after (const MpBusinessDays *days, MpInstant day);

G_END_DECLS
