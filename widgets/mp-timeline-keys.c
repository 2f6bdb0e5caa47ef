/* mp-timeline-keys.c: the timeline's actions and their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"
#include "mp-zoom-to-selection.h"

/* The x coordinate about which a key zooms: that of the pointer where it is over the plot, else
 * that of the selected milestone where it is in view, else the middle. */
static double
zoom_anchor (MpTimeline *self, MpScene *scene)
{
  MpTimelineInput *input = &self->input;
  MpItem item = mp_session_get_selection (self->session);
  double left = scene->plot.x, right = scene->plot.x + scene->plot.width;
  MpRect rect;

  if (input->inside && input->x >= left && input->x < right)
    return input->x;
  if (item.kind == MP_ITEM_MILESTONE && mp_scene_find (scene, mp_scene_item_new (item), &rect))
    return CLAMP (rect.x + rect.width / 2, left, right);
  return (left + right) / 2;
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpTimeline *self = MP_TIMELINE (widget);
  MpScene *scene = self->scene;
  gboolean in = g_str_equal (name, "timeline.zoom-in");

  (void) parameter;
  if (scene == NULL)
    return;
  mp_timeline_zoom (self, zoom_anchor (self, scene),
                    in ? MP_TIMELINE_ZOOM_STEP : 1 / MP_TIMELINE_ZOOM_STEP);
  mp_motion_visit (self->motion);
}

static MpView
view_around_today (MpSession *session, MpView from)
{
  double today = (double) mp_session_get_today (session) / (double) MP_SECONDS_PER_DAY + 0.5;
  double half = mp_view_span (from) / 2;

  return (MpView) { today - half, today + half };
}

/* Handles the actions that go to another view. */
static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpSession *session = MP_TIMELINE (widget)->session;
  MpMotion *motion = MP_TIMELINE (widget)->motion;

  (void) parameter;
  if (session == NULL)
    return;
  if (g_str_equal (name, "timeline.fit"))
    mp_motion_go (motion, mp_session_get_fit_view (session));
  else if (g_str_equal (name, "timeline.frame"))
    mp_motion_go (motion, mp_zoom_to_selection (session, mp_motion_get_target (motion)));
  else if (g_str_equal (name, "timeline.show-today"))
    mp_motion_go (motion, view_around_today (session, mp_motion_get_target (motion)));
  else if (g_str_equal (name, "timeline.view-back"))
    mp_motion_go_back (motion);
  else
    mp_motion_go_forward (motion);
}

/* Cancels a drag; where there is none, closes the stack of a cluster, else clears the selection. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpSession *session = MP_TIMELINE (widget)->session;

  (void) name;
  (void) parameter;
  if (!mp_timeline_cancel_drag (MP_TIMELINE (widget)) &&
      !mp_timeline_close_stack (MP_TIMELINE (widget)) && session != NULL)
    mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 0 });
}

void
mp_timeline_go (MpTimeline *self, MpMove direction)
{
  MpItem item;
  double middle;

  g_return_if_fail (MP_IS_TIMELINE (self));

  if (self->scene == NULL)
    return;
  middle = mp_scale_to_day (self->scene->scale, self->scene->plot.width / 2);
  item = mp_layout_neighbour (self->scene->layout, mp_session_get_selection (self->session),
                              direction, middle);
  mp_session_set_selection (self->session, item);
  mp_session_reveal_selection (self->session);
  mp_motion_visit (self->motion);
  mp_timeline_focus_selection (self);
}

/* The actions that select a neighbour. The first two have no key here, because theirs are the left
 * and right arrow keys, which depend on the direction. */
static const struct {
  const char *action;
  guint key;
  MpMove direction;
} ways[] = {
  { "timeline.go-earlier", 0, MP_MOVE_EARLIER },
  { "timeline.go-later", 0, MP_MOVE_LATER },
  { "timeline.go-up", GDK_KEY_Up, MP_MOVE_UP },
  { "timeline.go-down", GDK_KEY_Down, MP_MOVE_DOWN },
  { "timeline.go-first", GDK_KEY_Home, MP_MOVE_FIRST },
  { "timeline.go-last", GDK_KEY_End, MP_MOVE_LAST },
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
mp_timeline_keys_class_init (GtkWidgetClass *widget_class)
{
  static const char *const views[] = { "timeline.fit", "timeline.frame", "timeline.show-today",
                                       "timeline.view-back", "timeline.view-forward" };

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.clear", NULL, clear_action);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_install_action (widget_class, views[i], NULL, view_action);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    gtk_widget_class_install_action (widget_class, ways[i].action, NULL, go_action);
    if (ways[i].key != 0)
      gtk_widget_class_add_binding_action (widget_class, ways[i].key, 0, ways[i].action, NULL);
  }
  mp_direction_bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_Right, 0, "timeline.go-earlier",
                          "timeline.go-later");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, 0, "timeline.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, 0, "timeline.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, 0, "timeline.zoom-out",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline.clear", NULL);
}
