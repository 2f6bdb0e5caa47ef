/* mp-kinetic.c: kinetic scrolling, resistance at an edge, and pointer velocity
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-kinetic.h"

#include <math.h>

/* The speed of what is pulled beyond its edge, at first, as a share of the pointer's. */
#define YIELD 0.5

/* In microseconds. */
#define VELOCITY_WINDOW 100000 /* older positions do not count */
#define VELOCITY_REST 60000    /* a pointer that has not moved for longer rests */

double
mp_kinetic_distance (MpKinetic kinetic, double seconds)
{
  return kinetic.velocity / kinetic.friction * -expm1 (-kinetic.friction * MAX (seconds, 0));
}

double
mp_kinetic_velocity (MpKinetic kinetic, double seconds)
{
  return kinetic.velocity * exp (-kinetic.friction * MAX (seconds, 0));
}

double
mp_kinetic_duration (MpKinetic kinetic)
{
  double speed = fabs (kinetic.velocity);

  return speed > MP_KINETIC_LEAST ? log (speed / MP_KINETIC_LEAST) / kinetic.friction : 0;
}

double
mp_kinetic_resist (double pull, double room)
{
  double share = fabs (pull) * YIELD / room;

  return copysign (room * share / (1 + share), pull);
}

double
mp_kinetic_pull (double moved, double room)
{
  double share = MIN (fabs (moved) / room, 0.99);

  return copysign (room / YIELD * share / (1 - share), moved);
}

void
mp_velocity_reset (MpVelocity *velocity)
{
  velocity->count = 0;
}

void
mp_velocity_add (MpVelocity *velocity, gint64 time, double x, double y)
{
  guint i = velocity->count++ % MP_VELOCITY_SAMPLES;

  velocity->samples[i].time = time;
  velocity->samples[i].x = x;
  velocity->samples[i].y = y;
}

void
mp_velocity_get (const MpVelocity *velocity, gint64 now, double *x, double *y)
{
  guint kept = MIN (velocity->count, MP_VELOCITY_SAMPLES);
  guint last = (velocity->count + MP_VELOCITY_SAMPLES - 1) % MP_VELOCITY_SAMPLES, first = last;
  double seconds;

  *x = *y = 0;
  if (kept < 2 || now - velocity->samples[last].time > VELOCITY_REST)
    return;
  for (guint i = 1; i < kept; i++) {
    guint earlier = (last + MP_VELOCITY_SAMPLES - i) % MP_VELOCITY_SAMPLES;

    /* Two positions are needed, even if on a slow machine the earlier one is old. */
    if (i > 1 && now - velocity->samples[earlier].time > VELOCITY_WINDOW)
      break;
    first = earlier;
  }
  seconds =
    (double) (velocity->samples[last].time - velocity->samples[first].time) / G_USEC_PER_SEC;
  if (seconds <= 0)
    return;
  *x = (velocity->samples[last].x - velocity->samples[first].x) / seconds;
  *y = (velocity->samples[last].y - velocity->samples[first].y) / seconds;
}
