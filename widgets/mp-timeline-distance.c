/* mp-timeline-distance.c: measures the distance from the selected milestone to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-direction.h"

gboolean
mp_timeline_measure_distance_to (MpTimeline *self, double x, double y)
{
  MpSession *session = self->session;
  MpScene *scene = self->scene;
  MpItem item;

  if (scene == NULL || mp_session_get_selection (session).kind != MP_ITEM_MILESTONE)
    return FALSE;
  item = mp_scene_item_get_item (mp_scene_pick (scene, x, y));
  if (item.kind != MP_ITEM_MILESTONE)
    return FALSE;
  mp_session_set_measured (session, item);
  return TRUE;
}

/* Moves the other end of the measured distance to the next milestone in order of time, passing over
 * the selected one. Where nothing is measured yet, it begins at the selected one. */
static void
measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpTimeline *self = MP_TIMELINE (widget);
  MpSession *session = self->session;
  MpScene *scene = self->scene;
  MpItem selected, next;
  MpMove direction = g_str_equal (name, "timeline.measure-later") ? MP_MOVE_LATER : MP_MOVE_EARLIER;

  (void) parameter;
  if (scene == NULL || mp_session_get_selection (session).kind != MP_ITEM_MILESTONE)
    return;
  selected = mp_session_get_selection (session);
  next = mp_session_get_measured (session).kind != MP_ITEM_NONE ? mp_session_get_measured (session)
                                                                : selected;
  next = mp_layout_neighbour (scene->layout, next, direction, 0);
  if (mp_item_equal (next, selected))
    next = mp_layout_neighbour (scene->layout, next, direction, 0);
  mp_session_set_measured (session, next);
}

void
mp_timeline_measure_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.measure-earlier", NULL, measure_action);
  gtk_widget_class_install_action (widget_class, "timeline.measure-later", NULL, measure_action);
  mp_direction_bind_keys (widget_class, GDK_KEY_Left, GDK_KEY_Right, GDK_SHIFT_MASK,
                          "timeline.measure-earlier", "timeline.measure-later");
}
