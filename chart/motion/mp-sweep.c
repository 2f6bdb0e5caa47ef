/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-sweep.h"

#include <math.h>

/* A sweep has shown its axis after so many pixels, and is over after so many milliseconds. */
#define ENOUGH_PIXELS 8
#define PAUSE 250

MpAxis
mp_sweep_move (MpSweep *sweep, guint32 time, double dx, double dy)
{
  MpAxis axis;

  /* The clock of events starts anew after 49 days. */
  if ((guint32) (time - sweep->time) > PAUSE)
    *sweep = (MpSweep) { 0 };
  sweep->time = time;
  if (sweep->axis != MP_AXIS_NONE)
    return sweep->axis;
  sweep->x += dx;
  sweep->y += dy;
  axis = fabs (sweep->x) >= fabs (sweep->y) ? MP_AXIS_X : MP_AXIS_Y;
  if (hypot (sweep->x, sweep->y) >= ENOUGH_PIXELS)
    sweep->axis = axis;
  return axis;
}
