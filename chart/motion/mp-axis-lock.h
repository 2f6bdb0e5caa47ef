/* mp-axis-lock.h: keeps a scroll on a touchpad to one axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fingers never move quite straight. A scroll keeps to the axis along which it began, until the
 * fingers are lifted. Since not every system reports that, a pause ends the scroll as well.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  MP_AXIS_NONE,
  MP_AXIS_X,
  MP_AXIS_Y,
} MpAxis;

/* The state of a scroll. When the fingers touch the pad, set it to all zeros. */
typedef struct {
  MpAxis axis; /* MP_AXIS_NONE until it is certain */
  double x;    /* how far the fingers have moved until then, in pixels */
  double y;
  guint32 time; /* of the last move, in milliseconds */
} MpAxisLock;

/* Adds a move by dx, dy pixels at a time in milliseconds, as events have it. Returns the axis to
 * follow: MP_AXIS_X or MP_AXIS_Y. Until the axis is certain, it is the one along which the fingers
 * have moved further. */
MpAxis mp_axis_lock_move (MpAxisLock *axis_lock, guint32 time, double dx, double dy);

G_END_DECLS
