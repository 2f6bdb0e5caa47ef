/* mp-view-history.c: views to go back to and forward to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-view-history.h"

struct _MpViewHistory {
  GObject parent_instance;

  /* Owned */
  GArray *views; /* MpView, the oldest first */

  guint at;         /* the present one */
  gboolean stepped; /* steps led to it, the last of them at last_step */
  gint64 last_step;
};

G_DEFINE_FINAL_TYPE (MpViewHistory, mp_view_history, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
mp_view_history_finalize (GObject *object)
{
  g_array_unref (MP_VIEW_HISTORY (object)->views);
  G_OBJECT_CLASS (mp_view_history_parent_class)->finalize (object);
}

static void
mp_view_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MpViewHistory *self = MP_VIEW_HISTORY (object);

  switch (id) {
  case PROP_CAN_GO_BACK:
    g_value_set_boolean (value, mp_view_history_can_go_back (self));
    break;
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value, mp_view_history_can_go_forward (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
mp_view_history_class_init (MpViewHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = mp_view_history_finalize;
  object_class->get_property = mp_view_history_get_property;

  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, flags);
  props[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
mp_view_history_init (MpViewHistory *self)
{
  self->views = g_array_new (FALSE, FALSE, sizeof (MpView));
}

MpViewHistory *
mp_view_history_new (void)
{
  return g_object_new (MP_TYPE_VIEW_HISTORY, NULL);
}

/* Notifies the properties that differ from these values. */
static void
notify_changes (MpViewHistory *self, gboolean could_go_back, gboolean could_go_forward)
{
  if (mp_view_history_can_go_back (self) != could_go_back)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_BACK]);
  if (mp_view_history_can_go_forward (self) != could_go_forward)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_GO_FORWARD]);
}

void
mp_view_history_restart (MpViewHistory *self, MpView view)
{
  gboolean back, forward;

  g_return_if_fail (MP_IS_VIEW_HISTORY (self));

  back = mp_view_history_can_go_back (self);
  forward = mp_view_history_can_go_forward (self);
  g_array_set_size (self->views, 0);
  g_array_append_val (self->views, view);
  self->at = 0;
  self->stepped = FALSE;
  notify_changes (self, back, forward);
}

/* Whether a step continues the move that led to the present view. */
static gboolean
goes_on (MpViewHistory *self, MpVisit visit, gint64 time)
{
  return visit == MP_VISIT_STEP && self->stepped &&
         time - self->last_step <= MP_VIEW_HISTORY_PAUSE && !mp_view_history_can_go_forward (self);
}

void
mp_view_history_visit (MpViewHistory *self, MpView view, MpVisit visit, gint64 time)
{
  gboolean back, forward, onward;

  g_return_if_fail (MP_IS_VIEW_HISTORY (self));
  g_return_if_fail (view.begin < view.end);

  back = mp_view_history_can_go_back (self);
  forward = mp_view_history_can_go_forward (self);
  onward = goes_on (self, visit, time);
  if (visit == MP_VISIT_STEP)
    self->last_step = time;
  if (self->views->len > 0 && mp_view_is_near (view, g_array_index (self->views, MpView, self->at)))
    return;
  self->stepped = visit == MP_VISIT_STEP;
  if (onward) {
    g_array_index (self->views, MpView, self->at) = view;
    return;
  }
  g_array_set_size (self->views, MIN (self->at + 1, self->views->len));
  g_array_append_val (self->views, view);
  if (self->views->len > MP_VIEW_HISTORY_MOST)
    g_array_remove_index (self->views, 0);
  self->at = self->views->len - 1;
  notify_changes (self, back, forward);
}

static gboolean
go (MpViewHistory *self, gboolean can_go, guint to, MpView *view)
{
  gboolean back = mp_view_history_can_go_back (self);
  gboolean forward = mp_view_history_can_go_forward (self);

  if (!can_go)
    return FALSE;
  self->at = to;
  self->stepped = FALSE;
  *view = g_array_index (self->views, MpView, to);
  notify_changes (self, back, forward);
  return TRUE;
}

gboolean
mp_view_history_go_back (MpViewHistory *self, MpView *view)
{
  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  return go (self, mp_view_history_can_go_back (self), self->at - 1, view);
}

gboolean
mp_view_history_go_forward (MpViewHistory *self, MpView *view)
{
  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  return go (self, mp_view_history_can_go_forward (self), self->at + 1, view);
}

gboolean
mp_view_history_can_go_back (MpViewHistory *self)
{
  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  return self->at > 0;
}

gboolean
mp_view_history_can_go_forward (MpViewHistory *self)
{
  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  return self->at + 1 < self->views->len;
}
