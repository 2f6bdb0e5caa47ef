/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-timeline-private.h"

#include <math.h>

/* One click of a wheel, or one press of a key. */
#define ZOOM_STEP 1.25
#define WHEEL_PIXELS 60

/* Where the pointer is, and what the gestures have done so far; kept as data of the controllers. */
typedef struct {
  double x;
  double y;
  double drag_x;
  double drag_y;
  double scale; /* of a pinch, so far */
  gboolean inside;
  gboolean dragging;
  gboolean asking; /* the drag is along the axis */
} Pointer;

static Pointer *
get_pointer (MpTimeline *self)
{
  return g_object_get_data (G_OBJECT (self), "mp-pointer");
}

/* --- Pointer ---------------------------------------------------------------------------------- */

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, MpTimeline *self)
{
  Pointer *pointer = get_pointer (self);

  (void) controller;
  pointer->x = x;
  pointer->y = y;
  pointer->inside = TRUE;
}

static void
left_cb (GtkEventControllerMotion *controller, MpTimeline *self)
{
  (void) controller;
  get_pointer (self)->inside = FALSE;
}

static void
click_released_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpTimeline *self)
{
  (void) gesture;
  (void) n_press;
  if (get_pointer (self)->dragging)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mp_timeline_click (self, x, y);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MpTimeline *self)
{
  Pointer *pointer = get_pointer (self);

  pointer->drag_x = pointer->drag_y = 0;
  pointer->dragging = FALSE;
  pointer->asking = mp_timeline_is_axis (self, x, y);
  if (!pointer->asking)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  mp_timeline_ask (self, x);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MpTimeline *self)
{
  Pointer *pointer = get_pointer (self);
  double x, y;

  if (pointer->asking) {
    gtk_gesture_drag_get_start_point (gesture, &x, &y);
    mp_timeline_ask (self, x + dx);
    return;
  }
  if (!pointer->dragging) {
    /* A hand that clicks is never quite still. */
    if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
      return;
    pointer->dragging = TRUE;
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  }
  mp_timeline_pan (self, dx - pointer->drag_x, dy - pointer->drag_y);
  pointer->drag_x = dx;
  pointer->drag_y = dy;
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, MpTimeline *self)
{
  (void) gesture;
  (void) dx;
  (void) dy;
  get_pointer (self)->dragging = get_pointer (self)->asking = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx, double dy, MpTimeline *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  Pointer *pointer = get_pointer (self);
  MpScene *scene = mp_timeline_get_scene (self);
  /* A touchpad gives pixels, a wheel gives clicks. */
  gboolean is_touchpad =
    gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double pixels = is_touchpad ? 1 : WHEEL_PIXELS;

  if (scene == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK) {
    mp_timeline_zoom (self, pointer->x,
                      pow (ZOOM_STEP, -dy * (is_touchpad ? 1.0 / WHEEL_PIXELS : 1)));
  } else if (dx == 0 &&
             ((state & GDK_SHIFT_MASK) || scene->max_scroll == 0 || pointer->y < scene->rows.y)) {
    /* A wheel has one axis only; where there is nothing to scroll down, it goes along the time. */
    mp_timeline_pan (self, -dy * pixels, 0);
  } else {
    mp_timeline_pan (self, -dx * pixels, -dy * pixels);
  }
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, MpTimeline *self)
{
  (void) gesture;
  (void) sequence;
  get_pointer (self)->scale = 1;
}

static void
pinch_changed_cb (GtkGestureZoom *gesture, double scale, MpTimeline *self)
{
  Pointer *pointer = get_pointer (self);
  double x = pointer->x, y;

  if (gtk_gesture_is_recognized (GTK_GESTURE (gesture)))
    gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  mp_timeline_zoom (self, x, scale / pointer->scale);
  pointer->scale = scale;
}

void
mp_timeline_input_init (MpTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  Pointer *pointer = g_new0 (Pointer, 1);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  pointer->scale = 1;
  g_object_set_data_full (G_OBJECT (self), "mp-pointer", pointer, g_free);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (click_released_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, 0);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_changed_cb), self, 0);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

/* --- Keys and actions ------------------------------------------------------------------------- */

/* What a key zooms about: the pointer where it is over the plot, else the selection where it is in
 * view, else the middle. */
static double
zoom_anchor (MpTimeline *self, MpScene *scene)
{
  Pointer *pointer = get_pointer (self);
  MpItem item = mp_session_get_selection (mp_timeline_get_session (self));
  double left = scene->plot.x, right = scene->plot.x + scene->plot.width;
  MpRect rect;

  if (pointer->inside && pointer->x >= left && pointer->x < right)
    return pointer->x;
  if (item.kind == MP_ITEM_MILESTONE && mp_scene_find (scene, item, &rect))
    return CLAMP (rect.x + rect.width / 2, left, right);
  return (left + right) / 2;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpTimeline *self = MP_TIMELINE (widget);
  MpScene *scene = mp_timeline_get_scene (self);
  gboolean in = g_str_equal (name, "timeline.zoom-in");

  (void) parameter;
  if (scene != NULL)
    mp_timeline_zoom (self, zoom_anchor (self, scene), in ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpSession *session = mp_timeline_get_session (MP_TIMELINE (widget));

  (void) name;
  (void) parameter;
  if (session != NULL)
    mp_session_fit (session);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpSession *session = mp_timeline_get_session (MP_TIMELINE (widget));

  (void) name;
  (void) parameter;
  if (session != NULL)
    mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 0 });
}

/* Each way to go, its action and its key. */
static const struct {
  const char *action;
  guint key;
  MpDirection direction;
} ways[] = {
  { "timeline.go-earlier", GDK_KEY_Left, MP_DIRECTION_EARLIER },
  { "timeline.go-later", GDK_KEY_Right, MP_DIRECTION_LATER },
  { "timeline.go-up", GDK_KEY_Up, MP_DIRECTION_UP },
  { "timeline.go-down", GDK_KEY_Down, MP_DIRECTION_DOWN },
  { "timeline.go-first", GDK_KEY_Home, MP_DIRECTION_FIRST },
  { "timeline.go-last", GDK_KEY_End, MP_DIRECTION_LAST },
};

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  (void) parameter;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].action, name))
      mp_timeline_go (MP_TIMELINE (widget), ways[i].direction);
}

void
mp_timeline_input_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "timeline.clear", NULL, clear_action);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    gtk_widget_class_install_action (widget_class, ways[i].action, NULL, go_action);
    gtk_widget_class_add_binding_action (widget_class, ways[i].key, 0, ways[i].action, NULL);
  }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "timeline.zoom-out",
                                       NULL);
}
