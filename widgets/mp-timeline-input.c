/* mp-timeline-input.c: where the pointer is, and clicks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"

/* The factor by which a double click zooms. */
#define DOUBLE_CLICK_ZOOM 2

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, MpTimeline *self)
{
  MpTimelineInput *input = &self->input;

  (void) controller;
  input->x = mp_direction_x (self, x);
  input->y = y;
  input->inside = TRUE;
  mp_timeline_update_hover (self);
}

static void
left_cb (GtkEventControllerMotion *controller, MpTimeline *self)
{
  (void) controller;
  self->input.inside = FALSE;
  mp_timeline_update_hover (self);
}

/* Whether a click does something else than to select. */
static gboolean
opens (MpSceneItem item)
{
  return item.kind == MP_SCENE_ITEM_CLUSTER || item.kind == MP_SCENE_ITEM_CROWD;
}

/* A click selects, and a double click also zooms in. With Shift a click measures. A click on the
 * axis does nothing, because there is nothing to select. */
static void
clicked_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpTimeline *self)
{
  MpScene *scene = self->scene;
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (scene == NULL || (self->input.caught && n_press == 1))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  x = mp_direction_x (self, x);
  if (mp_timeline_is_axis (self, x, y))
    return;
  if ((state & GDK_SHIFT_MASK) && mp_timeline_measure_distance_to (self, x, y))
    return;
  if (n_press == 1)
    mp_timeline_click (self, x, y);
  else if (n_press % 2 == 0 && mp_rect_contains (scene->plot, x, y) &&
           !opens (mp_scene_pick (scene, x, y)))
    mp_timeline_glide_zoom (self, x, DOUBLE_CLICK_ZOOM);
}

void
mp_timeline_input_init (MpTimeline *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  mp_timeline_drag_init (self);
  mp_timeline_scroll_init (self);
}
