/* mp-timeline-motion.c: pans, coasts and glides the view of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-zoom-path.h"

#include <adwaita.h>
#include <math.h>

/* The duration of a glide in milliseconds: for a path of length 1, at least, and at most. */
#define GLIDE_MSEC 260
#define GLIDE_LEAST_MSEC 140
#define GLIDE_MOST_MSEC 600

/* How far the contents can be pulled beyond the limit, as a share of the view. */
#define EDGE_ROOM 0.12

/* A release that is slower than this, in pixels a second, does not coast. */
#define FLICK_LEAST 220.0

/* The share of its speed that a view keeps when it coasts beyond its limit. */
#define BRAKED_SHARE 0.4

/* A wheel or touchpad does not tell when the user lets go: this many microseconds after the last
 * pull it is taken for granted. */
#define LOOSE_AFTER 140000

struct _MpMotion {
  MpTimeline *timeline; /* borrowed: it owns this */

  /* Owned */
  AdwAnimation *glide; /* or NULL */
  MpZoomPath path;     /* of the glide */

  guint tick; /* a tick callback, or 0: it coasts, or waits for the last pull */
  gboolean coasting;
  gboolean braked; /* it has coasted beyond its limit */
  MpKinetic x;     /* how it coasts, since it was let go */
  MpKinetic y;
  double came_x; /* how far it has coasted */
  double came_y;
  gint64 since; /* the frame in which it was let go, or pulled last */

  gboolean setting; /* the view is being set from here */
  gboolean moving;  /* as it was notified last */
};

static MpSession *
get_session (MpMotion *self)
{
  return self->timeline->session;
}

static gint64
frame_time (MpMotion *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->timeline));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
}

static void
set_view (MpMotion *self, MpView view)
{
  self->setting = TRUE;
  mp_session_stretch_view (get_session (self), view);
  self->setting = FALSE;
}

static void
pass_view (MpMotion *self, MpView view)
{
  self->setting = TRUE;
  mp_session_pass (get_session (self), view);
  self->setting = FALSE;
}

/* How many days the view is beyond its limit; negative before the earliest view. */
static double
days_over (MpMotion *self)
{
  MpView view = mp_session_get_view (get_session (self));

  return view.begin - mp_session_limit_view (get_session (self), view).begin;
}

/* --- Stopping --------------------------------------------------------------------------------- */

gboolean
mp_motion_is_moving (MpMotion *self)
{
  return self->coasting ||
         (self->glide != NULL && adw_animation_get_state (self->glide) == ADW_ANIMATION_PLAYING);
}

static void
notify_moving (MpMotion *self)
{
  if (self->moving == mp_motion_is_moving (self))
    return;
  self->moving = !self->moving;
  g_object_notify (G_OBJECT (self->timeline), "moving");
}

/* Stops without notifying, because another motion may begin at once. */
static void
stop (MpMotion *self)
{
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->timeline), self->tick);
  self->tick = 0;
  self->coasting = self->braked = FALSE;
}

/* --- Gliding ---------------------------------------------------------------------------------- */

static void
glided_cb (double share, MpMotion *self)
{
  pass_view (self, mp_zoom_path_at (&self->path, share));
}

static void
glide_to (MpMotion *self, MpView to)
{
  GtkWidget *widget = GTK_WIDGET (self->timeline);
  double length;

  stop (self);
  self->setting = TRUE;
  mp_session_go (get_session (self), to);
  self->setting = FALSE;
  mp_zoom_path_init (&self->path, mp_session_get_view (get_session (self)), to);
  length = mp_zoom_path_length (&self->path);
  self->glide = adw_timed_animation_new (
    widget, 0, 1, (guint) CLAMP (length * GLIDE_MSEC, GLIDE_LEAST_MSEC, GLIDE_MOST_MSEC),
    adw_callback_animation_target_new ((AdwAnimationTargetFunc) glided_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (self->glide, "done", G_CALLBACK (notify_moving), self);
  /* Where animations are turned off, or the widget is not mapped, this goes to the end at once. */
  adw_animation_play (self->glide);
  notify_moving (self);
}

/* Glides back to the limit where the view is beyond it, and else stops. */
static void
settle (MpMotion *self)
{
  stop (self);
  mp_motion_visit (self);
  if (days_over (self) != 0)
    glide_to (self,
              mp_session_limit_view (get_session (self), mp_session_get_view (get_session (self))));
  notify_moving (self);
}

/* --- Coasting --------------------------------------------------------------------------------- */

static void
brake (MpMotion *self, double seconds, gint64 now)
{
  self->x.velocity = mp_kinetic_velocity (self->x, seconds) * BRAKED_SHARE;
  self->y.velocity = mp_kinetic_velocity (self->y, seconds);
  self->x.friction = MP_KINETIC_BRAKED_FRICTION;
  self->came_x = self->came_y = 0;
  self->since = now;
  self->braked = TRUE;
}

static void
coast (MpMotion *self, gint64 now)
{
  double seconds = (double) (now - self->since) / G_USEC_PER_SEC;
  double x = mp_kinetic_distance (self->x, seconds), y = mp_kinetic_distance (self->y, seconds);

  mp_motion_pull (self, x - self->came_x, y - self->came_y, TRUE);
  self->came_x = x;
  self->came_y = y;
  if (!self->braked && days_over (self) != 0)
    brake (self, seconds, now);
  else if (seconds >= MAX (mp_kinetic_duration (self->x), mp_kinetic_duration (self->y)))
    settle (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  MpMotion *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  (void) widget;
  if (self->coasting)
    coast (self, now);
  else if (now - self->since > LOOSE_AFTER)
    settle (self);
  /* Where it has settled, the callback has been removed already. */
  return G_SOURCE_CONTINUE;
}

static void
start_ticking (MpMotion *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->timeline), tick_cb, self, NULL);
}

/* --- From outside ----------------------------------------------------------------------------- */

MpMotion *
mp_motion_new (MpTimeline *timeline)
{
  MpMotion *self = g_new0 (MpMotion, 1);

  self->timeline = timeline;
  return self;
}

void
mp_motion_free (MpMotion *self)
{
  mp_motion_stop (self);
  g_free (self);
}

void
mp_motion_view_changed (MpMotion *self)
{
  if (!self->setting)
    mp_motion_stop (self);
}

void
mp_motion_goal_changed (MpMotion *self)
{
  MpView view = mp_session_get_view (get_session (self));
  MpView goal = mp_session_get_goal (get_session (self));

  if (!self->setting && (goal.begin != view.begin || goal.end != view.end))
    glide_to (self, goal);
}

gboolean
mp_motion_stop (MpMotion *self)
{
  gboolean moved = mp_motion_is_moving (self);

  stop (self);
  /* Where it stops is where it was going. */
  if (moved && get_session (self) != NULL)
    set_view (self, mp_session_get_view (get_session (self)));
  notify_moving (self);
  return moved;
}

void
mp_motion_pull (MpMotion *self, double dx, double dy, gboolean held)
{
  MpSession *session = get_session (self);
  MpScene *scene = self->timeline->scene;
  GtkAdjustment *rows = self->timeline->rows;
  MpView view, rest, wanted;
  double span, room, pulled;

  if (session == NULL || scene == NULL)
    return;
  if (dy != 0)
    gtk_adjustment_set_value (rows, gtk_adjustment_get_value (rows) - dy);
  view = mp_session_get_view (session);
  rest = mp_session_limit_view (session, view);
  span = mp_view_span (view);
  room = span * EDGE_ROOM;
  pulled = mp_kinetic_pull (view.begin - rest.begin, room) - dx * span / scene->plot.width;
  wanted = (MpView) { rest.begin + pulled, rest.end + pulled };
  rest = mp_session_limit_view (session, wanted);
  pulled = mp_kinetic_resist (wanted.begin - rest.begin, room);
  set_view (self, (MpView) { rest.begin + pulled, rest.end + pulled });
  if (!held) {
    self->since = frame_time (self);
    start_ticking (self);
  }
}

void
mp_motion_release (MpMotion *self, double velocity_x, double velocity_y)
{
  if (get_session (self) == NULL)
    return;
  if (days_over (self) != 0 || hypot (velocity_x, velocity_y) < FLICK_LEAST ||
      !adw_get_enable_animations (GTK_WIDGET (self->timeline))) {
    settle (self);
    return;
  }
  stop (self);
  self->x = (MpKinetic) { velocity_x, MP_KINETIC_FRICTION };
  self->y = (MpKinetic) { velocity_y, MP_KINETIC_FRICTION };
  self->came_x = self->came_y = 0;
  self->since = frame_time (self);
  self->coasting = TRUE;
  start_ticking (self);
  notify_moving (self);
}

static void
visit (MpMotion *self, MpView view, MpVisit how)
{
  MpSession *session = get_session (self);

  mp_view_history_visit (mp_session_get_history (session), mp_session_limit_view (session, view),
                         how, frame_time (self));
}

void
mp_motion_visit (MpMotion *self)
{
  if (get_session (self) != NULL)
    visit (self, mp_session_get_view (get_session (self)), MP_VISIT_STEP);
}

void
mp_motion_go (MpMotion *self, MpView view)
{
  if (get_session (self) == NULL)
    return;
  view = mp_session_limit_view (get_session (self), view);
  /* The view may have been set from elsewhere, and is then not in the history yet. */
  visit (self, mp_motion_get_target (self), MP_VISIT_STEP);
  visit (self, view, MP_VISIT_JUMP);
  glide_to (self, view);
}

/* Goes to a view of the history, or stays if there is none. */
static void
go_in_history (MpMotion *self,
               gboolean (*go) (MpViewHistory *history, MpView *view, MpItem *selection))
{
  MpSession *session = get_session (self);
  MpItem selection = mp_session_get_selection (session);
  MpView view;

  if (!go (mp_session_get_history (session), &view, &selection))
    return;
  mp_session_set_selection (session, selection);
  glide_to (self, mp_session_limit_view (session, view));
}

void
mp_motion_go_back (MpMotion *self)
{
  if (get_session (self) == NULL)
    return;
  visit (self, mp_motion_get_target (self), MP_VISIT_STEP);
  go_in_history (self, mp_view_history_go_back);
}

void
mp_motion_go_forward (MpMotion *self)
{
  if (get_session (self) != NULL)
    go_in_history (self, mp_view_history_go_forward);
}

MpView
mp_motion_get_target (MpMotion *self)
{
  MpSession *session = get_session (self);

  return mp_session_limit_view (session, mp_session_get_goal (session));
}
