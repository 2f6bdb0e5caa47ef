/* mp-clock.h: the one place that asks what day it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

/* Returns the start of the current day, in seconds as MpInstant counts them, without a time zone.
 * The application takes such a function as an argument, so that a test can pass its own. */
typedef MpInstant (*MpTodayFunc) (void);

/* The current day in the time zone of the system. */
MpInstant mp_clock_today (void);

G_END_DECLS
