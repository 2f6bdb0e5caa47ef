/* mp-clock.h: the one place that asks what day it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* Says when the day that is today began, as instants are counted: without a time zone. Who needs to
 * ask more than once takes such a function, so that a test can pass one of its own. */
typedef MpInstant (*MpTodayFunc) (void);

/* The day of the calendar where this machine is, which need not be that in Greenwich. */
MpInstant mp_clock_today (void);

G_END_DECLS
