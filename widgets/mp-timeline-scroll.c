/* mp-timeline-scroll.c: wheels, touchpads and pinches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A wheel turns by clicks and has one axis: it pans along the time where the rows cannot scroll. A
 * touchpad gives small movements along both axes at once: each sweep is locked to the axis along
 * which it began, and coasts. The device tells which of them it is; the unit of the numbers only
 * tells how far they go.
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"

#include <math.h>

/* How far one click of a wheel goes, in logical pixels. */
#define WHEEL_PIXELS 60

static gboolean
is_touchpad (GtkEventControllerScroll *controller)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (controller));

  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE ||
         (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD);
}

static double
pixels_for (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE
           ? 1
           : WHEEL_PIXELS;
}

static GdkModifierType
modifiers (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
}

/* Whether vertical scrolling pans along the time instead. */
static gboolean
down_is_along (MpTimeline *self, GdkModifierType state)
{
  MpScene *scene = self->scene;

  return (state & GDK_SHIFT_MASK) || scene->max_scroll == 0 ||
         (scene->max_band_scroll == 0 && self->input.y < scene->rows.y);
}

static void
axis_lock (MpTimeline *self, GtkEventControllerScroll *controller, double dx, double dy)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  double along = dx, down = 0;

  if (mp_axis_lock_move (&self->input.axis_lock, time, dx, dy) == MP_AXIS_Y) {
    gboolean turned = down_is_along (self, modifiers (controller));

    along = turned ? dy : 0;
    down = turned ? 0 : dy;
  }
  mp_motion_pull (self->motion, -along, -down, FALSE);
}

static void
turn (MpTimeline *self, GtkEventControllerScroll *controller, double dx, double dy)
{
  if (dx == 0 && down_is_along (self, modifiers (controller))) {
    dx = dy;
    dy = 0;
  }
  mp_timeline_pan (self, -dx, -dy);
  mp_motion_visit (self->motion);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, MpTimeline *self)
{
  double pixels = pixels_for (controller);

  dx = mp_direction_dx (self, dx);
  if (self->scene == NULL)
    return GDK_EVENT_PROPAGATE;
  if (modifiers (controller) & GDK_CONTROL_MASK) {
    mp_timeline_zoom (self, self->input.x,
                      pow (MP_TIMELINE_ZOOM_STEP, -dy * pixels / WHEEL_PIXELS));
    mp_motion_visit (self->motion);
  } else if (is_touchpad (controller)) {
    axis_lock (self, controller, dx * pixels, dy * pixels);
  } else {
    turn (self, controller, dx * pixels, dy * pixels);
  }
  return GDK_EVENT_STOP;
}

/* Two fingers on a touchpad stop a motion, as a finger on a touchscreen does. */
static void
scroll_began_cb (GtkEventControllerScroll *controller, MpTimeline *self)
{
  (void) controller;
  self->input.axis_lock = (MpAxisLock) { 0 };
  mp_motion_stop (self->motion);
}

/* The fingers leave the touchpad at a speed, in pixels a millisecond. */
static void
decelerated_cb (GtkEventControllerScroll *controller, double velocity_x, double velocity_y,
                MpTimeline *self)
{
  gboolean down = self->input.axis_lock.axis == MP_AXIS_Y;
  double pixels = pixels_for (controller) * 1000;
  double along = mp_direction_dx (self, velocity_x);

  if (self->scene == NULL || (modifiers (controller) & GDK_CONTROL_MASK))
    return;
  if (down && down_is_along (self, modifiers (controller))) {
    along = velocity_y;
    down = FALSE;
  }
  mp_motion_release (self->motion, down ? 0 : -along * pixels, down ? -velocity_y * pixels : 0);
}

/* --- Pinching --------------------------------------------------------------------------------- */

static double
pinch_middle (MpTimeline *self, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_is_recognized (gesture) && gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return mp_direction_x (self, x);
  return self->input.x;
}

static void
pinch_began_cb (GtkGesture *gesture, GdkEventSequence *sequence, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;

  (void) sequence;
  mp_motion_stop (self->motion);
  input->pinch_scale = 1;
  input->pinch_x = pinch_middle (self, gesture);
}

/* The day between the fingers stays between them, wherever they go. */
static void
pinched_cb (GtkGestureZoom *gesture, double scale, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;
  double x = pinch_middle (self, GTK_GESTURE (gesture));

  if (gtk_gesture_is_recognized (GTK_GESTURE (gesture)))
    mp_timeline_pan (self, x - input->pinch_x, 0);
  mp_timeline_zoom (self, x, scale / input->pinch_scale);
  input->pinch_scale = scale;
  input->pinch_x = x;
}

static void
pinch_ended_cb (GtkGesture *gesture, GdkEventSequence *sequence, MpTimeline *self)
{
  (void) gesture;
  (void) sequence;
  mp_motion_visit (self->motion);
}

void
mp_timeline_scroll_init (MpTimeline *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->input.pinch_scale = 1;
  g_signal_connect_object (scroll, "scroll-begin", G_CALLBACK (scroll_began_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (scroll, "decelerate", G_CALLBACK (decelerated_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_began_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinched_cb), self, 0);
  g_signal_connect_object (pinch, "end", G_CALLBACK (pinch_ended_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
