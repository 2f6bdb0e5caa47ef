/* mp-business-day.h: days on which business is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Business days are Monday to Friday, without the days that are given as closed. Every day here is
 * given by its first instant: seconds since 1970, a multiple of MP_SECONDS_PER_DAY.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* The days from Monday to Friday on which no business is done. They are in order of time; weekends
 * and repeated days do no harm. The array is borrowed; it may be NULL if n_closed is 0. */
typedef struct {
  const MpInstant *closed;
  guint n_closed;
} MpBusinessDays;

/* Whether a day is a business day: from Monday to Friday, and not closed. */
gboolean mp_business_day_is (const MpBusinessDays *days, MpInstant day);

/* Returns the n-th business day before a day. n is 1 or more; the day itself does not count. The
 * time taken grows with the number of closed days, but not with n. */
MpInstant mp_business_day_before (const MpBusinessDays *days, MpInstant day, gint64 n);

/* Returns the first business day after a day. */
MpInstant mp_business_day_after (const MpBusinessDays *days, MpInstant day);

G_END_DECLS
