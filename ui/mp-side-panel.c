/* mp-side-panel.c: a side panel with an edge to drag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-side-panel.h"

#include <glib/gi18n-lib.h>

/* Logical pixels. The edge lies over the margin of the child. */
#define EDGE_WIDTH 12
#define KEY_STEP 20

struct _MpSidePanel {
  GtkWidget parent_instance;

  /* Owned by the widget tree */
  GtkWidget *child;
  GtkWidget *edge;

  int width;

  /* While the edge is dragged */
  int width_before;
  double start; /* where it began, in pixels of the window */
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MpSidePanel, mp_side_panel, GTK_TYPE_WIDGET)

static void
set_width (MpSidePanel *self, int width)
{
  width = CLAMP (width, MP_SIDE_PANEL_LEAST, MP_SIDE_PANEL_MOST);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edge), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) width, -1);
  if (width == self->width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

/* 1 if moving to the right makes the panel wider, -1 if it makes it narrower. */
static int
outwards (MpSidePanel *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1 : -1;
}

/* --- The edge --------------------------------------------------------------------------------- */

/* The pointer's x in the window. The edge itself moves under the pointer. */
static double
pointer_in_window (GtkGestureDrag *gesture, MpSidePanel *self)
{
  graphene_point_t point = { 0 };
  double x = 0, y = 0;

  gtk_gesture_get_point (GTK_GESTURE (gesture), NULL, &x, &y);
  point.x = (float) x;
  if (!gtk_widget_compute_point (self->edge, GTK_WIDGET (gtk_widget_get_root (self->edge)), &point,
                                 &point))
    return self->start;
  return point.x;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MpSidePanel *self)
{
  (void) x;
  (void) y;
  self->width_before = gtk_widget_get_width (GTK_WIDGET (self));
  self->start = pointer_in_window (gesture, self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MpSidePanel *self)
{
  double moved = pointer_in_window (gesture, self) - self->start;

  (void) dx;
  (void) dy;
  if (!gtk_drag_check_threshold (self->edge, 0, 0, (int) moved, 0) &&
      gtk_widget_get_width (GTK_WIDGET (self)) == self->width_before)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  set_width (self, self->width_before + (int) moved * outwards (self));
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, MpSidePanel *self)
{
  (void) gesture;
  (void) x;
  (void) y;
  if (n_press == 2)
    set_width (self, MP_SIDE_PANEL_USUAL);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        MpSidePanel *self)
{
  /* Start from the width that is visible. */
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  (void) controller;
  (void) code;
  if (state & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    set_width (self, width - KEY_STEP * outwards (self));
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    set_width (self, width + KEY_STEP * outwards (self));
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    set_width (self, MP_SIDE_PANEL_LEAST);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    set_width (self, MP_SIDE_PANEL_MOST);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
edge_new (MpSidePanel *self)
{
  GtkWidget *edge = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_SEPARATOR,
                                  "css-name", "edge", "focusable", TRUE, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_cursor_from_name (edge, "col-resize");
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (edge, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (edge, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (edge, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of the details"), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  (double) MP_SIDE_PANEL_LEAST, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  (double) MP_SIDE_PANEL_MOST, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  (double) MP_SIDE_PANEL_USUAL, -1);
  return edge;
}

/* --- The widget ------------------------------------------------------------------------------- */

static void
mp_side_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpSidePanel *self = MP_SIDE_PANEL (widget);

  (void) minimum_baseline;
  (void) natural_baseline;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (*minimum, MP_SIDE_PANEL_LEAST);
    *natural = MAX (*minimum, self->width);
  }
}

static void
mp_side_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MpSidePanel *self = MP_SIDE_PANEL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation edge = { mirrored ? width - EDGE_WIDTH : 0, 0, EDGE_WIDTH, height };
  int least;

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  /* The edge has a fixed width, but GTK requires that a widget be measured before it is allocated.
   */
  gtk_widget_measure (self->edge, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->edge, &edge, -1);
}

static void
set_child (MpSidePanel *self, GtkWidget *child)
{
  if (child == self->child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  /* The edge comes first in the order of Tab, and is drawn last, over the child. */
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), self->edge);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
mp_side_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MpSidePanel *self = MP_SIDE_PANEL (object);

  switch (id) {
  case PROP_CHILD:
    set_child (self, g_value_get_object (value));
    break;
  case PROP_WIDTH:
    set_width (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_side_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpSidePanel *self = MP_SIDE_PANEL (object);

  switch (id) {
  case PROP_CHILD:
    g_value_set_object (value, self->child);
    break;
  case PROP_WIDTH:
    g_value_set_int (value, self->width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_side_panel_dispose (GObject *object)
{
  MpSidePanel *self = MP_SIDE_PANEL (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->edge, gtk_widget_unparent);
  G_OBJECT_CLASS (mp_side_panel_parent_class)->dispose (object);
}

static void
mp_side_panel_class_init (MpSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = mp_side_panel_set_property;
  object_class->get_property = mp_side_panel_get_property;
  object_class->dispose = mp_side_panel_dispose;
  widget_class->measure = mp_side_panel_measure;
  widget_class->size_allocate = mp_side_panel_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "panel");
  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WIDTH] = g_param_spec_int (
    "width", NULL, NULL, MP_SIDE_PANEL_LEAST, MP_SIDE_PANEL_MOST, MP_SIDE_PANEL_USUAL,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mp_side_panel_init (MpSidePanel *self)
{
  self->width = MP_SIDE_PANEL_USUAL;
  self->edge = edge_new (self);
  gtk_widget_set_parent (self->edge, GTK_WIDGET (self));
}
