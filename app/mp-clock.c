/* mp-clock.c: asks the system what day it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-clock.h"

MpInstant
mp_clock_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return mp_instant_from_civil (year, month, day, 0, 0, 0);
}
