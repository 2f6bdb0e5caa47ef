/* mp-axis-lock.c: finds the axis of a scroll on a touchpad
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-axis-lock.h"

#include <math.h>

#define ENOUGH_PIXELS 8 /* after which the axis is certain */
#define PAUSE 250       /* milliseconds of rest that end a scroll */

MpAxis
mp_axis_lock_move (MpAxisLock *axis_lock, guint32 time, double dx, double dy)
{
  MpAxis axis;

  /* The times of events start again from 0 after 49 days; unsigned subtraction allows for that. */
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
