/* mp-overview.c: the whole agreement in small, with the days in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-overview.h"

#include "mp-direction.h"
#include "mp-follow.h"
#include "mp-rest.h"
#include "mp-theme.h"
#include "mp-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_WIDTH 160

/* How far an arrow key, and Page Up or Down, move the view, as a share of its days. */
#define STEP 0.1
#define PAGE 0.9
#define ZOOM_STEP 1.25

/* The days are named as precisely as ticks at this distance, in a view of this width, would be.
 * Both in logical pixels. */
#define NAMED_WIDTH 800
#define NAMED_SPACING 60

struct _MpOverview {
  GtkWidget parent_instance;

  /* Owned */
  MpSession *session;
  MpText *text;
  MpRest *rest; /* of the view */
  MpRest *filter_rest;
  MpDensity *density;     /* NULL until it is needed, or where there is no agreement */
  GskRenderNode *picture; /* of the density */

  double x; /* where the pointer is in the picture */
  gboolean dragging;
  MpOverviewPart part; /* what is dragged; MP_OVERVIEW_OUTSIDE draws a new window */
  MpView start;        /* the view when the drag began */
  double moved;        /* the farthest that it has been from its start, in pixels */
};

G_DEFINE_FINAL_TYPE (MpOverview, mp_overview, GTK_TYPE_WIDGET)

/* --- What is shown ---------------------------------------------------------------------------- */

static gboolean
has_agreement (MpOverview *self)
{
  return self->session != NULL && mp_session_get_agreement (self->session) != NULL;
}

MpOverviewGeometry
mp_overview_get_geometry (MpOverview *self)
{
  MpSize size = { MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1),
                  MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1) };
  MpView nothing = { 0, 1 };

  if (self->session == NULL)
    return mp_overview_geometry_place (size, nothing, nothing, mp_text_get_measure (self->text));
  return mp_overview_geometry_place (size, mp_session_get_fit_view (self->session),
                                     mp_session_get_view (self->session),
                                     mp_text_get_measure (self->text));
}

static char *
days_in_words (MpView view)
{
  MpTickStep step = mp_ticks_choose (NAMED_WIDTH / mp_view_span (view), NAMED_SPACING);

  return mp_ticks_range_label (step, view.begin, view.end);
}

static GskRenderNode *
record_density (MpOverview *self, const MpOverviewGeometry *geometry)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = mp_direction_append_cairo (GTK_WIDGET (self), snapshot, geometry->size.width,
                                           geometry->size.height);
  g_autofree char *label = days_in_words (mp_session_get_fit_view (self->session));

  mp_overview_paint_density (cr, geometry, self->density, mp_style_get (mp_theme_get_current ()),
                             self->text, label);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
mp_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MpOverview *self = MP_OVERVIEW (widget);
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);
  const MpDate *as_of = NULL;
  cairo_t *cr;

  if (!has_agreement (self))
    return;
  if (self->density == NULL)
    self->density = mp_density_new (mp_session_get_agreement (self->session),
                                    mp_session_get_visible_set (self->session),
                                    mp_session_get_fit_view (self->session));
  if (self->picture == NULL)
    self->picture = record_density (self, &geometry);
  gtk_snapshot_append_node (snapshot, self->picture);
  if (!mp_session_is_as_of_today (self->session))
    as_of = mp_session_get_as_of (self->session);
  cr = mp_direction_append_cairo (widget, snapshot, geometry.size.width, geometry.size.height);
  mp_overview_paint_window (cr, &geometry, mp_style_get (mp_theme_get_current ()), self->text,
                            mp_session_get_today (self->session), as_of);
  cairo_destroy (cr);
}

static void
mp_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  MpMeasure measure = mp_text_get_measure (MP_OVERVIEW (widget)->text);

  (void) for_size;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                          ? MIN_WIDTH
                          : (int) mp_overview_geometry_height (measure);
  *minimum_baseline = *natural_baseline = -1;
}

static void
forget_picture (MpOverview *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
mp_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  (void) width;
  (void) height;
  (void) baseline;
  forget_picture (MP_OVERVIEW (widget));
}

static void
forget_density (MpOverview *self)
{
  g_clear_pointer (&self->density, mp_density_unref);
  forget_picture (self);
}

/* --- The view --------------------------------------------------------------------------------- */

static void
set_view (MpOverview *self, MpView view)
{
  if (has_agreement (self))
    mp_session_set_view (self->session, view.begin, view.end);
}

/* Adds the present view to the history. */
static void
visit (MpOverview *self, MpVisit how)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (has_agreement (self))
    mp_view_history_visit (mp_session_get_history (self->session),
                           mp_session_get_view (self->session), how,
                           clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0);
}

static MpView
view_about (double middle, double span)
{
  return (MpView) { middle - span / 2, middle + span / 2 };
}

/* --- The pointer ------------------------------------------------------------------------------ */

static void
update_cursor (MpOverview *self)
{
  static const char *const cursors[] = { [MP_OVERVIEW_OUTSIDE] = "crosshair",
                                         [MP_OVERVIEW_BODY] = "grab",
                                         [MP_OVERVIEW_BEGIN] = "ew-resize",
                                         [MP_OVERVIEW_END] = "ew-resize" };
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);
  const char *cursor = cursors[mp_overview_geometry_pick (&geometry, self->x)];

  if (self->dragging)
    cursor = self->part == MP_OVERVIEW_BODY ? "grabbing" : cursors[self->part];
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
moved_cb (GtkEventControllerMotion *controller, double x, double y, MpOverview *self)
{
  (void) controller;
  (void) y;
  self->x = mp_direction_x (self, x);
  update_cursor (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, MpOverview *self)
{
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);

  (void) y;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!has_agreement (self))
    return;
  self->dragging = TRUE;
  self->part = mp_overview_geometry_pick (&geometry, mp_direction_x (self, x));
  self->start = mp_session_get_view (self->session);
  self->moved = 0;
  update_cursor (self);
}

/* Makes the window reach from one day to another, in either order, and no shorter than allowed. */
static void
draw_anew (MpOverview *self, double from, double to)
{
  double least = MP_SESSION_MIN_DAYS;

  set_view (self, (MpView) { MIN (from, to), MAX (MAX (from, to), MIN (from, to) + least) });
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, MpOverview *self)
{
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);
  double days = mp_direction_dx (self, dx) / geometry.scale.per_day, x, y, day;

  self->moved = MAX (self->moved, fabs (dx));
  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  day = mp_overview_geometry_day_at (&geometry, mp_direction_x (self, x + dx));
  switch (self->part) {
  case MP_OVERVIEW_BODY:
    set_view (self, (MpView) { self->start.begin + days, self->start.end + days });
    break;
  case MP_OVERVIEW_BEGIN:
    /* An edge that is dragged past the other takes its place. */
    draw_anew (self, self->start.begin + days, self->start.end);
    break;
  case MP_OVERVIEW_END:
    draw_anew (self, self->start.begin, self->start.end + days);
    break;
  case MP_OVERVIEW_OUTSIDE:
  default:
    if (gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) self->moved, (int) dy))
      draw_anew (self, mp_overview_geometry_day_at (&geometry, mp_direction_x (self, x)), day);
    break;
  }
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, MpOverview *self)
{
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);
  gboolean still = !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) self->moved, (int) dy);
  double x, y;

  if (!self->dragging)
    return;
  self->dragging = FALSE;
  if (still && self->part == MP_OVERVIEW_OUTSIDE &&
      gtk_gesture_drag_get_start_point (gesture, &x, &y))
    set_view (self,
              view_about (mp_overview_geometry_day_at (&geometry, mp_direction_x (self, x + dx)),
                          mp_view_span (self->start)));
  visit (self, MP_VISIT_JUMP);
  update_cursor (self);
}

/* Puts the window back where it was when the drag began. Where nothing is dragged, others handle
 * the key. */
static gboolean
cancel_drag (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  MpOverview *self = MP_OVERVIEW (widget);

  (void) parameter;
  (void) data;
  if (!self->dragging)
    return GDK_EVENT_PROPAGATE;
  self->dragging = FALSE;
  set_view (self, self->start);
  update_cursor (self);
  return GDK_EVENT_STOP;
}

/* A click of a wheel moves the window as far as an arrow key does; a touchpad moves it with the
 * fingers. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, MpOverview *self)
{
  MpOverviewGeometry geometry = mp_overview_get_geometry (self);
  MpView view;
  double along = dx != 0 ? mp_direction_dx (self, dx) : dy, span;

  if (!has_agreement (self))
    return GDK_EVENT_PROPAGATE;
  view = mp_session_get_view (self->session);
  span = mp_view_span (view);
  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) &
      GDK_CONTROL_MASK)
    set_view (self, view_about (mp_view_middle (view), span * pow (ZOOM_STEP, dy)));
  else if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE)
    set_view (self, view_about (mp_view_middle (view) + along / geometry.scale.per_day, span));
  else
    set_view (self, view_about (mp_view_middle (view) + along * STEP * span, span));
  visit (self, MP_VISIT_STEP);
  return GDK_EVENT_STOP;
}

/* --- Keys ------------------------------------------------------------------------------------- */

/* The actions, their keys except the left and right arrows, and how they change the view: by how
 * many of its lengths it moves, and by which factor its length changes. */
static const struct {
  const char *action;
  guint keys[3];
  double move;
  double zoom;
} ways[] = {
  { "overview.earlier", { 0 }, -STEP, 1 },
  { "overview.later", { 0 }, STEP, 1 },
  { "overview.page-earlier", { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, -PAGE, 1 },
  { "overview.page-later", { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, PAGE, 1 },
  { "overview.shorter", { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal }, 0, 1 / ZOOM_STEP },
  { "overview.longer", { GDK_KEY_minus, GDK_KEY_KP_Subtract }, 0, ZOOM_STEP },
  { "overview.first", { GDK_KEY_Home, GDK_KEY_KP_Home }, -INFINITY, 1 },
  { "overview.last", { GDK_KEY_End, GDK_KEY_KP_End }, INFINITY, 1 },
};

static void
way_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpOverview *self = MP_OVERVIEW (widget);
  MpView view, all;

  (void) parameter;
  if (!has_agreement (self))
    return;
  view = mp_session_get_view (self->session);
  all = mp_session_get_fit_view (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    double span = mp_view_span (view) * ways[i].zoom, middle = mp_view_middle (view);

    if (!g_str_equal (ways[i].action, name))
      continue;
    if (isinf (ways[i].move))
      middle = ways[i].move < 0 ? all.begin + span / 2 : all.end - span / 2;
    else
      middle += ways[i].move * span;
    set_view (self, view_about (middle, span));
  }
  visit (self, MP_VISIT_STEP);
}

/* --- Changes ---------------------------------------------------------------------------------- */

/* Tells screen readers which days are in view. */
static void
tell_view (gpointer overview)
{
  MpOverview *self = overview;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;
  MpView view, all;

  if (self->session == NULL)
    return;
  view = mp_session_get_view (self->session);
  all = mp_session_get_fit_view (self->session);
  words = days_in_words (view);
  /* Translators: the days in view, such as "Jan – Dec 2024". */
  name = g_strdup_printf (_ ("Days in view: %s"), words);
  /* GTK 4.8 does not expose the value of widgets outside GTK, so it is in the name as well. */
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
    all.begin, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, all.end, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
    CLAMP (mp_view_middle (view), all.begin, all.end), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
    -1);
}

/* Nobody can listen to the days of each frame of a motion. */
static void
view_changed_cb (MpOverview *self)
{
  mp_rest_stir (self->rest);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
filter_rested_cb (gpointer overview)
{
  forget_density (overview);
}

/* Counting all entries again takes as long as the frame of the chart, which the user looks at. */
static void
visible_changed_cb (MpOverview *self)
{
  mp_rest_stir (self->filter_rest);
}

static void
agreement_changed_cb (MpOverview *self)
{
  self->dragging = FALSE;
  forget_density (self);
  tell_view (self);
}

static void
fonts_changed_cb (MpOverview *self)
{
  g_clear_pointer (&self->text, mp_text_free);
  self->text = mp_theme_text_new (GTK_WIDGET (self));
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
mp_overview_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  MpOverview *self = MP_OVERVIEW (widget);

  mp_text_set_direction (self->text, mp_direction_of (self));
  self->dragging = FALSE;
  /* This leads to an allocation, which forgets the picture. */
  GTK_WIDGET_CLASS (mp_overview_parent_class)->direction_changed (widget, before);
}

/* --- The class -------------------------------------------------------------------------------- */

static void
mp_overview_dispose (GObject *object)
{
  MpOverview *self = MP_OVERVIEW (object);

  mp_overview_set_session (self, NULL);
  g_clear_pointer (&self->rest, mp_rest_free);
  g_clear_pointer (&self->filter_rest, mp_rest_free);
  g_clear_pointer (&self->density, mp_density_unref);
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->text, mp_text_free);
  G_OBJECT_CLASS (mp_overview_parent_class)->dispose (object);
}

static void
mp_overview_class_init (MpOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mp_overview_dispose;
  widget_class->measure = mp_overview_measure;
  widget_class->size_allocate = mp_overview_size_allocate;
  widget_class->snapshot = mp_overview_snapshot;
  widget_class->direction_changed = mp_overview_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    gtk_widget_class_install_action (widget_class, ways[i].action, NULL, way_action);
    for (guint j = 0; j < G_N_ELEMENTS (ways[i].keys) && ways[i].keys[j] != 0; j++)
      gtk_widget_class_add_binding_action (widget_class, ways[i].keys[j], 0, ways[i].action, NULL);
  }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, cancel_drag, NULL);
  mp_direction_bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_Right, 0, "overview.earlier",
                          "overview.later");
  mp_direction_bind_keys (widget_class, GDK_KEY_KP_Left, GDK_KEY_KP_Right, 0, "overview.earlier",
                          "overview.later");
}

static void
mp_overview_init (MpOverview *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->rest = mp_rest_new (GTK_WIDGET (self), tell_view, self);
  self->filter_rest = mp_rest_new (GTK_WIDGET (self), filter_rested_cb, self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days in view"), -1);
  /* What is kept was painted for other pixels. */
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (fonts_changed_cb), NULL);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  fonts_changed_cb (self);
  mp_theme_follow_fonts (GTK_WIDGET (self), G_CALLBACK (fonts_changed_cb));
  mp_theme_follow (self, G_CALLBACK (forget_picture));
}

GtkWidget *
mp_overview_new (void)
{
  return g_object_new (MP_TYPE_OVERVIEW, NULL);
}

void
mp_overview_set_session (MpOverview *self, MpSession *session)
{
  g_return_if_fail (MP_IS_OVERVIEW (self));

  if (self->session == session)
    return;
  mp_unfollow (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  mp_follow (session, self, G_CALLBACK (agreement_changed_cb), "agreement", "today", NULL);
  mp_follow (session, self, G_CALLBACK (view_changed_cb), "begin", "end", NULL);
  mp_follow (session, self, G_CALLBACK (gtk_widget_queue_draw), "as-of", NULL);
  mp_follow (session, self, G_CALLBACK (visible_changed_cb), "visible-set", NULL);
  agreement_changed_cb (self);
}
