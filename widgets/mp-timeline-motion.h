/* mp-timeline-motion.h: how the view of a timeline moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * While the user drags, the view follows the pointer, and resists beyond its limit. After a release
 * it coasts, and comes back to the limit. A command makes it glide along a path on which one does
 * not lose one's bearings. A motion stops as soon as anything else sets the view, and there is none
 * where the desktop has turned animations off. Every view at which it comes to rest is added to the
 * session's history.
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

/* To be called when the session's view has changed: stops, unless the motion itself has changed it.
 */
void mp_motion_view_changed (MpMotion *self);

/* To be called when the session's goal has changed: glides there, unless the motion itself has set
 * it, or the view is there. */
void mp_motion_goal_changed (MpMotion *self);

/* Stops where it is. Returns whether it was moving. */
gboolean mp_motion_stop (MpMotion *self);

/* Whether it glides or coasts; the property "moving" of the timeline. */
gboolean mp_motion_is_moving (MpMotion *self);

/* Moves the contents by a distance in logical pixels, and by less beyond the limit. held says that
 * mp_motion_release () will be called. Where it is FALSE, as for a wheel, a short time without
 * another pull counts as the release. */
void mp_motion_pull (MpMotion *self, double dx, double dy, gboolean held);

/* The user lets go of the contents at a speed, in logical pixels a second. */
void mp_motion_release (MpMotion *self, double velocity_x, double velocity_y);

/* Adds the present view to the history, as a step of the user's. */
void mp_motion_visit (MpMotion *self);

/* Glides to a view, and adds it to the history. */
void mp_motion_go (MpMotion *self, MpView view);

/* Glide to the previous view of the session's history, or to the next. */
void mp_motion_go_back (MpMotion *self);
void mp_motion_go_forward (MpMotion *self);

/* The view that it glides to, or the present one where it does not glide. */
MpView mp_motion_get_target (MpMotion *self);

G_END_DECLS
