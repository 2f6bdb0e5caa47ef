/* mp-kinetic.h: kinetic scrolling
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arithmetic only: lengths in pixels, times in seconds but for the stamps of events. What moves,
 * and when a frame is due, is the caller's.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something that coasts: slower and slower, and never further than a certain way. */
typedef struct {
  double velocity; /* at the start, in pixels a second; of either sign */
  double friction; /* the share of its speed that it loses a second, at the start */
} MpKinetic;

#define MP_KINETIC_FRICTION 4.0         /* of a canvas let go of */
#define MP_KINETIC_BRAKED_FRICTION 22.0 /* of one that runs over its edge */
#define MP_KINETIC_LEAST 24.0           /* slower than this is standing still; pixels a second */

/* How far it has come after a time, and how fast it is then. */
double mp_kinetic_distance (MpKinetic kinetic, double seconds);
double mp_kinetic_velocity (MpKinetic kinetic, double seconds);

/* How long until it stands still; 0 for what never moved. */
double mp_kinetic_duration (MpKinetic kinetic);

/* The soft edge: how far something moves that is pulled over its edge, of at most room. The first
 * pixels follow the pointer by half, the next by less. And how far it was pulled, from that. */
double mp_kinetic_resist (double pull, double room);
double mp_kinetic_pull (double moved, double room);

/* The velocity of the pointer, from its last positions. */
#define MP_VELOCITY_SAMPLES 16

typedef struct {
  struct {
    gint64 time;
    double x;
    double y;
  } samples[MP_VELOCITY_SAMPLES];
  guint count; /* of all that were added; the last MP_VELOCITY_SAMPLES are kept */
} MpVelocity;

void mp_velocity_reset (MpVelocity *velocity);

/* Adds a position of the pointer, at a time in microseconds. */
void mp_velocity_add (MpVelocity *velocity, gint64 time, double x, double y);

/* Pixels a second over the last moments before now; 0 where the pointer has rested before
 * it was released, and where there are too few positions. */
void mp_velocity_get (const MpVelocity *velocity, gint64 now, double *x, double *y);

G_END_DECLS
