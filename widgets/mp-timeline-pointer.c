/* mp-timeline-pointer.c: zooming, panning, clicking and choosing dates at a point of the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include <math.h>

/* The factor by which a click on a crowd zooms in. */
#define CROWD_ZOOM 4

/* At most this far from today, in logical pixels, the as-of date becomes today. */
#define SNAP_PIXELS 5

/* The scale of the session, which may be ahead of the scene: several events can come between two
 * frames. */
static MpScale
current_scale (MpTimeline *self)
{
  MpScene *scene = self->scene;

  return mp_scale_for_span (mp_session_get_begin (self->session),
                            mp_session_get_end (self->session), scene->plot.width);
}

void
mp_timeline_zoom (MpTimeline *self, double x, double factor)
{
  MpScene *scene = self->scene;

  if (scene == NULL)
    return;
  mp_session_zoom (self->session, mp_scale_to_day (current_scale (self), x - scene->plot.x),
                   factor);
}

void
mp_timeline_glide_zoom (MpTimeline *self, double x, double factor)
{
  MpScene *scene = self->scene;
  MpView view = mp_motion_get_target (self->motion);
  double share = (x - scene->plot.x) / scene->plot.width;
  double day = view.begin + mp_view_span (view) * share, span = mp_view_span (view) / factor;

  span = MAX (span, MP_SESSION_MIN_DAYS);
  mp_motion_go (self->motion, (MpView) { day - span * share, day + span * (1 - share) });
}

void
mp_timeline_pan (MpTimeline *self, double dx, double dy)
{
  MpScene *scene = self->scene;

  if (scene == NULL)
    return;
  if (dx != 0)
    mp_session_pan (self->session, -dx / current_scale (self).per_day);
  gtk_adjustment_set_value (self->rows, gtk_adjustment_get_value (self->rows) - dy);
}

gboolean
mp_timeline_is_axis (MpTimeline *self, double x, double y)
{
  MpScene *scene = self->scene;

  return scene != NULL && (mp_rect_contains (scene->axis, x, y) ||
                           (scene->today_visible && mp_rect_contains (scene->today_badge, x, y)));
}

/* Whether a point is on the badge of a date, or near enough to it for a finger. */
static gboolean
is_on_badge (const MpScene *scene, const MpSceneCursor *cursor, double x, double y)
{
  return cursor->visible &&
         mp_rect_contains (mp_rect_at_least (cursor->badge, scene->layout->metrics.target), x, y);
}

gboolean
mp_timeline_cursor_at (MpTimeline *self, double x, double y, MpCursorKind *kind, double *line)
{
  MpScene *scene = self->scene;

  if (scene == NULL)
    return FALSE;
  if (is_on_badge (scene, &scene->before, x, y)) {
    *kind = MP_CURSOR_BEFORE;
    *line = scene->before.at.x;
    return TRUE;
  }
  if (is_on_badge (scene, &scene->as_of, x, y)) {
    *kind = MP_CURSOR_AS_OF;
    *line = scene->as_of.at.x;
    return TRUE;
  }
  return FALSE;
}

void
mp_timeline_ask (MpTimeline *self, MpCursorKind kind, double x)
{
  MpScene *scene = self->scene;
  MpInstant instant;

  if (scene == NULL)
    return;
  if (kind == MP_CURSOR_AS_OF && fabs (x - scene->today_x) <= SNAP_PIXELS) {
    mp_session_set_as_of (self->session, NULL);
    return;
  }
  instant = mp_day_to_instant (floor (mp_scale_to_day (scene->scale, x - scene->plot.x)));
  mp_cursor_kind_set_day (kind, self->session, instant);
}

void
mp_timeline_click (MpTimeline *self, double x, double y)
{
  MpSceneItem item;

  if (self->scene == NULL)
    return;
  item = mp_scene_pick (self->scene, x, y);
  if (item.kind == MP_SCENE_ITEM_HEADING)
    mp_session_toggle_topic (self->session, item.index);
  else if (item.kind == MP_SCENE_ITEM_CROWD)
    mp_timeline_glide_zoom (self, x, CROWD_ZOOM);
  else
    mp_timeline_activate_item (self, item);
}
