/* mp-kinetic.h: kinetic scrolling
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * These functions only calculate; the caller moves things and decides when a frame is due. Lengths
 * are in logical pixels and times in seconds, except for those of pointer positions.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A movement that gets slower and slower. It never goes further than velocity / friction. */
typedef struct {
  double velocity; /* at the start, in pixels a second; of either sign */
  double friction; /* the speed falls as exp (-friction * seconds) */
} MpKinetic;

#define MP_KINETIC_FRICTION 4.0         /* of a canvas after the user has let go of it */
#define MP_KINETIC_BRAKED_FRICTION 22.0 /* of a canvas that moves beyond its edge */
#define MP_KINETIC_LEAST 24.0 /* the speed that counts as standing still, in pixels a second */

/* Return how far the movement has gone after the given time, in pixels, and its velocity then, in
 * pixels a second. */
double mp_kinetic_distance (MpKinetic kinetic, double seconds);
double mp_kinetic_velocity (MpKinetic kinetic, double seconds);

/* Returns the seconds until the movement stands still; 0 if it does so at the start. */
double mp_kinetic_duration (MpKinetic kinetic);

/* What the user pulls beyond its edge resists: it follows the pointer at half its speed at first,
 * then more and more slowly, and never moves as far as room, which must be more than 0.
 * mp_kinetic_resist () returns how far it moves, from how far the pointer has pulled.
 * mp_kinetic_pull () is the inverse. Both keep the sign. */
double mp_kinetic_resist (double pull, double room);
double mp_kinetic_pull (double moved, double room);

#define MP_VELOCITY_SAMPLES 16

/* The last positions of the pointer, from which its velocity is computed. All zeros is a valid
 * state without any position. */
typedef struct {
  struct {
    gint64 time; /* in microseconds */
    double x;
    double y;
  } samples[MP_VELOCITY_SAMPLES];
  guint count; /* of all that were added, of which the last MP_VELOCITY_SAMPLES are kept */
} MpVelocity;

/* Forgets all positions. */
void mp_velocity_reset (MpVelocity *velocity);

/* Adds a position of the pointer, in pixels, at a time in microseconds. */
void mp_velocity_add (MpVelocity *velocity, gint64 time, double x, double y);

/* Stores the velocity in the last moments before now, which is in microseconds, as pixels a second.
 * It is 0 if the pointer has rested since its last position, or if there are fewer than two. */
void mp_velocity_get (const MpVelocity *velocity, gint64 now, double *x, double *y);

G_END_DECLS
