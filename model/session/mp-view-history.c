/* mp-view-history.c: views and entries to go back to and forward to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-view-history.h"

/* A view, and how one came to it. */
typedef struct {
  MpView view;
  gboolean is_followed; /* from one stop to the other */
  MpStop from;
  MpStop to;
} Visit;

struct _MpViewHistory {
  GObject parent_instance;

  /* Owned */
  GArray *visits; /* Visit, the oldest first */

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
static guint stopped_signal;

static void
mp_view_history_finalize (GObject *object)
{
  g_array_unref (MP_VIEW_HISTORY (object)->visits);
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

  stopped_signal = g_signal_new ("stopped", MP_TYPE_VIEW_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static Visit *
get_visit (MpViewHistory *self, guint index)
{
  return &g_array_index (self->visits, Visit, index);
}

static void
mp_view_history_init (MpViewHistory *self)
{
  self->visits = g_array_new (FALSE, FALSE, sizeof (Visit));
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
  const Visit visit = { .view = view };
  gboolean back, forward;

  g_return_if_fail (MP_IS_VIEW_HISTORY (self));

  back = mp_view_history_can_go_back (self);
  forward = mp_view_history_can_go_forward (self);
  g_array_set_size (self->visits, 0);
  g_array_append_val (self->visits, visit);
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

/* Goes on from the present view to another. */
static void
add (MpViewHistory *self, const Visit *visit)
{
  g_array_set_size (self->visits, MIN (self->at + 1, self->visits->len));
  g_array_append_vals (self->visits, visit, 1);
  if (self->visits->len > MP_VIEW_HISTORY_MOST)
    g_array_remove_index (self->visits, 0);
  self->at = self->visits->len - 1;
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
  if (self->visits->len > 0 && mp_view_is_near (view, get_visit (self, self->at)->view))
    return;
  self->stepped = visit == MP_VISIT_STEP;
  if (onward)
    get_visit (self, self->at)->view = view;
  else
    add (self, &(const Visit) { .view = view });
  notify_changes (self, back, forward);
}

void
mp_view_history_follow (MpViewHistory *self, MpView view, MpStop from, MpStop to)
{
  gboolean back, forward;

  g_return_if_fail (MP_IS_VIEW_HISTORY (self));

  back = mp_view_history_can_go_back (self);
  forward = mp_view_history_can_go_forward (self);
  self->stepped = FALSE;
  add (self, &(const Visit) { view, TRUE, from, to });
  notify_changes (self, back, forward);
}

void
mp_view_history_forget_stops (MpViewHistory *self)
{
  gboolean back, forward;

  g_return_if_fail (MP_IS_VIEW_HISTORY (self));

  back = mp_view_history_can_go_back (self);
  forward = mp_view_history_can_go_forward (self);
  for (guint i = self->visits->len; i-- > 1;) {
    if (!get_visit (self, i)->is_followed)
      continue;
    get_visit (self, i)->is_followed = FALSE;
    if (!mp_view_is_near (get_visit (self, i)->view, get_visit (self, i - 1)->view))
      continue;
    g_array_remove_index (self->visits, i);
    if (self->at >= i)
      self->at--;
  }
  notify_changes (self, back, forward);
}

/* Goes to a visit. stop: the one at its end of the way, or NULL if that was not followed. */
static void
go (MpViewHistory *self, guint to, const MpStop *stop, MpView *view, MpItem *selection)
{
  gboolean back = mp_view_history_can_go_back (self);
  gboolean forward = mp_view_history_can_go_forward (self);

  self->at = to;
  self->stepped = FALSE;
  *view = get_visit (self, to)->view;
  if (stop != NULL && selection != NULL)
    *selection = stop->selection;
  notify_changes (self, back, forward);
  if (stop != NULL)
    g_signal_emit (self, stopped_signal, 0, stop);
}

gboolean
mp_view_history_go_back (MpViewHistory *self, MpView *view, MpItem *selection)
{
  const Visit *left;

  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  if (!mp_view_history_can_go_back (self))
    return FALSE;
  left = get_visit (self, self->at);
  go (self, self->at - 1, left->is_followed ? &left->from : NULL, view, selection);
  return TRUE;
}

gboolean
mp_view_history_go_forward (MpViewHistory *self, MpView *view, MpItem *selection)
{
  const Visit *next;

  g_return_val_if_fail (MP_IS_VIEW_HISTORY (self), FALSE);
  if (!mp_view_history_can_go_forward (self))
    return FALSE;
  next = get_visit (self, self->at + 1);
  go (self, self->at + 1, next->is_followed ? &next->to : NULL, view, selection);
  return TRUE;
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
  return self->at + 1 < self->visits->len;
}
