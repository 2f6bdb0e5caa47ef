/* mp-axis-lock.c: finds the axis of a two-finger scroll
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-axis-lock.h"

#include <math.h>

/* The pixels after which the axis of a scroll is certain, and the milliseconds of rest that end it.
 */
#define ENOUGH_PIXELS 8
#define PAUSE 250

MpAxis
mp_axis_lock_move (MpAxisLock *axis_lock, guint32 time, double dx, double dy)
{
  MpAxis axis;

  /* The clock of events starts anew after 49 days. */
  if ((guint32) (time - axis_lock->time) > PAUSE)
    *axis_lock = (MpAxisLock) { 0 };
  axis_lock->time = time;
  if (axis_lock->axis != MP_AXIS_NONE)
    return axis_lock->axis;
  axis_lock->x += dx;
  axis_lock->y += dy;
  axis = fabs (axis_lock->x) >= fabs (axis_lock->y) ? MP_AXIS_X : MP_AXIS_Y;
  if (hypot (axis_lock->x, axis_lock->y) >= ENOUGH_PIXELS)
    axis_lock->axis = axis;
  return axis;
}
