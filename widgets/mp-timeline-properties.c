/* mp-timeline-properties.c: what the timeline shows, as properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

enum {
  PROP_0,
  PROP_SESSION,
  PROP_BEGIN,
  PROP_END,
  PROP_PIXELS_PER_DAY,
  PROP_SCROLL,
  PROP_N_LANES,
  PROP_N_ITEMS,
  PROP_MOVING,
  PROP_SETTLED,
  PROP_FOCUS_CHILD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpTimeline *self = MP_TIMELINE (object);

  switch (id) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_BEGIN:
    g_value_set_double (value, self->shown.begin);
    break;
  case PROP_END:
    g_value_set_double (value, self->shown.end);
    break;
  case PROP_PIXELS_PER_DAY:
    g_value_set_double (value, self->shown.per_day);
    break;
  case PROP_SCROLL:
    g_value_set_double (value, self->shown.scroll);
    break;
  case PROP_N_LANES:
    g_value_set_uint (value, self->shown.n_lanes);
    break;
  case PROP_N_ITEMS:
    g_value_set_uint (value, self->shown.n_items);
    break;
  case PROP_MOVING:
    g_value_set_boolean (value, self->motion != NULL && mp_motion_is_moving (self->motion));
    break;
  case PROP_SETTLED:
    g_value_set_boolean (value, self->rest == NULL || !mp_rest_is_awaited (self->rest));
    break;
  case PROP_FOCUS_CHILD:
    g_value_set_object (value, gtk_widget_get_focus_child (GTK_WIDGET (self)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

void
mp_timeline_properties_class_init (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MP_TYPE_SESSION, flags);
  props[PROP_BEGIN] =
    g_param_spec_double ("begin", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  props[PROP_END] = g_param_spec_double ("end", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  props[PROP_PIXELS_PER_DAY] =
    g_param_spec_double ("pixels-per-day", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  props[PROP_SCROLL] = g_param_spec_double ("scroll", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  props[PROP_N_LANES] = g_param_spec_uint ("n-lanes", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_MOVING] = g_param_spec_boolean ("moving", NULL, NULL, FALSE, flags);
  props[PROP_SETTLED] = g_param_spec_boolean ("settled", NULL, NULL, TRUE, flags);
  props[PROP_FOCUS_CHILD] = g_param_spec_object ("focus-child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static MpTimelineShown
get_shown (MpTimeline *self)
{
  MpTimelineShown shown = { .n_items = mp_timeline_items_count (self->items) };

  if (self->scene != NULL) {
    shown.begin = mp_scale_to_day (self->scene->scale, 0);
    shown.end = mp_scale_to_day (self->scene->scale, self->scene->plot.width);
    shown.per_day = self->scene->scale.per_day;
    shown.scroll = self->scene->scroll;
    shown.n_lanes = self->scene->layout->n_lanes;
  }
  return shown;
}

void
mp_timeline_notify_shown (MpTimeline *self)
{
  GObject *object = G_OBJECT (self);
  MpTimelineShown before = self->shown;

  self->shown = get_shown (self);
  g_object_freeze_notify (object);
  if (self->shown.begin != before.begin)
    g_object_notify_by_pspec (object, props[PROP_BEGIN]);
  if (self->shown.end != before.end)
    g_object_notify_by_pspec (object, props[PROP_END]);
  if (self->shown.per_day != before.per_day)
    g_object_notify_by_pspec (object, props[PROP_PIXELS_PER_DAY]);
  if (self->shown.scroll != before.scroll)
    g_object_notify_by_pspec (object, props[PROP_SCROLL]);
  if (self->shown.n_lanes != before.n_lanes)
    g_object_notify_by_pspec (object, props[PROP_N_LANES]);
  if (self->shown.n_items != before.n_items)
    g_object_notify_by_pspec (object, props[PROP_N_ITEMS]);
  g_object_thaw_notify (object);
}

void
mp_timeline_notify_settled (MpTimeline *self)
{
  /* The names and places that a screen reader is told are old until the view rests. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY,
                               mp_rest_is_awaited (self->rest), -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SETTLED]);
}
