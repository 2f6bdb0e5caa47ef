/* mp-axis-lock.h: the one axis that a sweep of a touchpad keeps to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fingers never go quite straight. A sweep keeps to the axis that it began along until the fingers
 * have been lifted, or have paused where the system does not tell of that.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_AXIS_NONE,
  MP_AXIS_X,
  MP_AXIS_Y,
} MpAxis;

/* Begins as all zeros. */
typedef struct {
  MpAxis axis; /* MP_AXIS_NONE until it is known */
  double x;    /* how far it has come, until then */
  double y;
  guint32 time; /* of the last move */
} MpAxisLock;

/* Returns the axis to follow for a move by dx, dy pixels at a time in milliseconds. Until the axis
 * is certain, that is the more likely one. */
MpAxis mp_axis_lock_move (MpAxisLock *axis_lock, guint32 time, double dx, double dy);

G_END_DECLS
