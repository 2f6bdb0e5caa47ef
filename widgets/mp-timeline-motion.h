/* mp-timeline-motion.h: how the view of a timeline moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Under a hand it follows, and resists past the data. Let go of, it coasts and comes back from the
 * soft edge. At a command it glides along a way that keeps one oriented. Whatever moves by itself
 * stops as soon as anything else sets the view; nothing does where the desktop asks for no
 * animations. Every place that the view comes to rest at is told to the session's history.
 */
#pragma once

#include "mp-timeline.h"
#include "mp-view-history.h"

G_BEGIN_DECLS

typedef struct _MpMotion MpMotion;

/* The motion of a timeline, which owns it. */
MpMotion *mp_motion_new (MpTimeline *timeline) G_GNUC_WARN_UNUSED_RESULT;
void mp_motion_free (MpMotion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpMotion, mp_motion_free)

/* To be called when the session's view has changed: stops, unless the change was its own. */
void mp_motion_view_changed (MpMotion *self);

/* Stops where it is. Returns whether anything moved. */
gboolean mp_motion_stop (MpMotion *self);

/* Whether it glides or coasts; the property "moving" of the timeline. */
gboolean mp_motion_is_moving (MpMotion *self);

/* Moves the contents by so many pixels, less beyond the edge. A hand that holds on will let go; one
 * that does not, as on a wheel, is taken to have let go after a moment. */
void mp_motion_pull (MpMotion *self, double dx, double dy, gboolean held);

/* The hand lets go of the contents at a speed, in pixels a second. */
void mp_motion_release (MpMotion *self, double velocity_x, double velocity_y);

/* The view is where a hand has brought it, step by step. */
void mp_motion_visit (MpMotion *self);

/* Goes to a view by command: glides there, and makes it a place to come back to. */
void mp_motion_go (MpMotion *self, MpView view);

/* Goes one place back in the session's history, or forward. */
void mp_motion_go_back (MpMotion *self);
void mp_motion_go_forward (MpMotion *self);

/* The view that it glides to, or the one at which it stands. */
MpView mp_motion_get_target (MpMotion *self);

G_END_DECLS
