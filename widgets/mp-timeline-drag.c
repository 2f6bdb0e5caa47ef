/* mp-timeline-drag.c: dragging, which pans, selects days, or moves a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"

#include <math.h>

/* A span narrower than this, in logical pixels, is taken for a slip. */
#define SPAN_LEAST 8

/* The time of an event, as MpVelocity wants it. */
static gint64
event_time (gpointer gesture)
{
  return (gint64) gtk_event_controller_get_current_event_time (gesture) * 1000;
}

static gboolean
has_shift (gpointer gesture)
{
  return (gtk_event_controller_get_current_event_state (gesture) & GDK_SHIFT_MASK) != 0;
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;

  x = mp_direction_x (self, x);
  /* A press that stops a motion does nothing else. */
  input->caught = mp_motion_stop (self->motion);
  input->drag_x = input->drag_y = 0;
  input->drag_axis = MP_AXIS_NONE;
  mp_velocity_reset (&input->velocity);
  mp_velocity_add (&input->velocity, event_time (gesture), 0, 0);
  if (mp_timeline_is_axis (self, x, y)) {
    input->drag = MP_DRAG_ASK_WAITING;
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    /* A badge keeps its distance to the pointer. Elsewhere the date comes to the pointer. */
    if (mp_timeline_cursor_at (self, x, y, &input->cursor, &input->line))
      return;
    input->cursor = MP_CURSOR_AS_OF;
    input->line = x;
  } else {
    input->drag = has_shift (gesture) ? MP_DRAG_SPAN_WAITING : MP_DRAG_WAITING;
  }
}

/* Stores where the drag began, in the scene. Returns FALSE where it has ended. */
static gboolean
get_start (MpTimeline *self, GtkGestureDrag *gesture, double *x, double *y)
{
  if (!gtk_gesture_drag_get_start_point (gesture, x, y))
    return FALSE;
  *x = mp_direction_x (self, *x);
  return TRUE;
}

/* The axis that a drag pans along: up and down only where it began over rows that can scroll. */
static MpAxis
choose_axis (MpTimeline *self, double y, double dx, double dy)
{
  MpScene *scene = self->scene;

  if (scene == NULL || scene->max_scroll == 0 || (scene->max_band_scroll == 0 && y < scene->rows.y))
    return MP_AXIS_X;
  return fabs (dx) >= fabs (dy) ? MP_AXIS_X : MP_AXIS_Y;
}

static gboolean
is_waiting (MpDrag drag)
{
  return drag == MP_DRAG_WAITING || drag == MP_DRAG_SPAN_WAITING || drag == MP_DRAG_ASK_WAITING;
}

/* Begins the drag where the pointer has gone far enough; a click moves it a little, too. Returns
 * whether it has begun. */
static gboolean
begin_in_earnest (MpTimeline *self, GtkGestureDrag *gesture, double dx, double dy)
{
  MpTimelineInput *input = &self->input;
  gboolean span = input->drag == MP_DRAG_SPAN_WAITING;
  double x, y;

  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return FALSE;
  if (input->drag == MP_DRAG_ASK_WAITING) {
    input->drag = MP_DRAG_ASK;
    return TRUE;
  }
  get_start (self, gesture, &x, &y);
  input->drag = span ? MP_DRAG_SPAN : MP_DRAG_PAN;
  input->drag_axis = choose_axis (self, y, dx, dy);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mp_timeline_update_hover (self);
  return TRUE;
}

static void
pan (MpTimeline *self, GtkGestureDrag *gesture, double dx, double dy)
{
  MpTimelineInput *input = &self->input;

  mp_velocity_add (&input->velocity, event_time (gesture), dx, dy);
  mp_motion_pull (self->motion, input->drag_axis == MP_AXIS_X ? dx - input->drag_x : 0,
                  input->drag_axis == MP_AXIS_Y ? dy - input->drag_y : 0, TRUE);
  input->drag_x = dx;
  input->drag_y = dy;
}

static double
within_plot (MpTimeline *self, double x)
{
  MpScene *scene = self->scene;

  return scene != NULL ? CLAMP (x, scene->plot.x, scene->plot.x + scene->plot.width) : x;
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;
  double x, y;

  dx = mp_direction_dx (self, dx);
  if (is_waiting (input->drag) && !begin_in_earnest (self, gesture, dx, dy))
    return;
  get_start (self, gesture, &x, &y);
  switch (input->drag) {
  case MP_DRAG_PAN:
    pan (self, gesture, dx, dy);
    break;
  case MP_DRAG_SPAN:
    mp_timeline_set_span (self, within_plot (self, x), within_plot (self, x + dx));
    break;
  case MP_DRAG_ASK:
    mp_timeline_ask (self, input->cursor, input->line + dx);
    break;
  case MP_DRAG_NONE:
  case MP_DRAG_WAITING:
  case MP_DRAG_SPAN_WAITING:
  case MP_DRAG_ASK_WAITING:
  default:
    break;
  }
}

static void
zoom_to_span (MpTimeline *self, double x0, double x1)
{
  MpScene *scene = self->scene;
  double left, right;

  left = within_plot (self, MIN (x0, x1));
  right = within_plot (self, MAX (x0, x1));
  if (scene == NULL || right - left < SPAN_LEAST)
    return;
  mp_motion_go (self->motion, (MpView) { mp_scale_to_day (scene->scale, left - scene->plot.x),
                                         mp_scale_to_day (scene->scale, right - scene->plot.x) });
}

/* Resets what a drag has set, whether it ended or was cancelled. */
static void
forget (MpTimeline *self)
{
  self->input.drag = MP_DRAG_NONE;
  mp_timeline_set_span (self, 0, 0);
  mp_timeline_update_hover (self);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;
  MpDrag drag = input->drag;
  double x, y, velocity_x, velocity_y;

  (void) dy;
  forget (self);
  if (drag == MP_DRAG_SPAN && get_start (self, gesture, &x, &y)) {
    zoom_to_span (self, x, x + mp_direction_dx (self, dx));
  } else if (drag == MP_DRAG_PAN) {
    mp_velocity_get (&input->velocity, event_time (gesture), &velocity_x, &velocity_y);
    mp_motion_release (self->motion, input->drag_axis == MP_AXIS_X ? velocity_x : 0,
                       input->drag_axis == MP_AXIS_Y ? velocity_y : 0);
  } else if (input->caught) {
    /* Nothing was dragged, but the press may have stopped the view beyond its limit. */
    mp_motion_release (self->motion, 0, 0);
  }
}

/* A second finger, or another window, has taken over the pointer. */
static void
cancelled_cb (GtkGesture *gesture, GdkEventSequence *sequence, MpTimeline *self)
{
  gboolean panned = self->input.drag == MP_DRAG_PAN;

  (void) gesture;
  (void) sequence;
  forget (self);
  if (panned)
    mp_motion_release (self->motion, 0, 0);
}

gboolean
mp_timeline_cancel_drag (MpTimeline *self)
{
  MpTimelineInput *input = &self->input;

  if (input->drag != MP_DRAG_PAN && input->drag != MP_DRAG_SPAN)
    return FALSE;
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (input->drag_gesture));
  forget (self);
  return TRUE;
}

void
mp_timeline_drag_init (MpTimeline *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->input.drag_gesture = drag;
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancelled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
