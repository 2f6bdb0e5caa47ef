/* mp-session.c: what concerns a session as a whole: its agreement, and the day that is today
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

#include "mp-agreement.h"

MpSession *
mp_session_new (MpInstant today)
{
  MpSession *self = g_object_new (MP_TYPE_SESSION, NULL);

  self->today = today;
  self->as_of_today = TRUE;
  mp_date_for_day (today, &self->as_of);
  mp_session_find_limits (self);
  self->begin = self->fit_begin;
  self->end = self->fit_end;
  self->goal = mp_session_get_view (self);
  mp_view_history_restart (self->history, mp_session_get_view (self));
  return self;
}

MpAgreement *
mp_session_get_agreement (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->agreement;
}

/* Ends what belongs to the present agreement alone. */
static void
end_questions (MpSession *self)
{
  mp_session_set_before (self, NULL);
  mp_session_set_filter (self, NULL);
  mp_session_set_matches (self, NULL);
  mp_session_set_told (self, NULL);
}

void
mp_session_forget_known (MpSession *self)
{
  g_clear_object (&self->whole);
  if (!self->has_known)
    return;
  self->has_known = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_KNOWN]);
}

void
mp_session_set_agreement (MpSession *self, MpAgreement *agreement)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->agreement == agreement)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  mp_session_set_selection (self, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_lit (self, (MpItem) { MP_ITEM_NONE, 0 });
  end_questions (self);
  mp_session_forget_known (self);
  mp_session_set_collapsed (self, NULL);
  g_set_object (&self->agreement, agreement);
  mp_session_find_limits (self);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_AGREEMENT]);
  mp_session_fit (self);
  mp_view_history_restart (self->history, mp_session_get_view (self));
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_replace_agreement (MpSession *self, MpAgreement *agreement)
{
  g_autoptr (MpAgreement) before = NULL;
  MpItem selection = self->selection, measured = self->measured;
  gboolean is_fit = self->begin == self->fit_begin && self->end == self->fit_end;
  guint n_before, n_topics;

  g_object_freeze_notify (G_OBJECT (self));
  self->is_growing = TRUE;
  end_questions (self);
  mp_session_set_selection (self, (MpItem) { MP_ITEM_NONE, 0 });
  mp_session_set_lit (self, (MpItem) { MP_ITEM_NONE, 0 });
  before = g_steal_pointer (&self->agreement);
  self->agreement = g_object_ref (agreement);
  mp_agreement_topics (before, &n_before);
  mp_agreement_topics (agreement, &n_topics);
  if (n_before != n_topics)
    mp_session_set_collapsed (self, NULL);
  mp_session_find_limits (self);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_AGREEMENT]);
  mp_session_set_selection (self, mp_item_find_again (before, selection, agreement));
  mp_session_set_measured (self, mp_item_find_again (before, measured, agreement));
  /* The entries have other places now. */
  mp_view_history_forget_stops (self->history);
  if (is_fit) {
    mp_session_fit (self);
    mp_view_history_restart (self->history, mp_session_get_view (self));
  }
  g_object_thaw_notify (G_OBJECT (self));
  self->is_growing = FALSE;
}

void
mp_session_grow_agreement (MpSession *self, MpAgreement *agreement)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL && agreement != NULL);

  mp_session_forget_known (self);
  mp_session_replace_agreement (self, agreement);
}

gboolean
mp_session_is_growing (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  return self->is_growing;
}

MpInstant
mp_session_get_today (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), 0);
  return self->today;
}

void
mp_session_set_today (MpSession *self, MpInstant today)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->today == today)
    return;
  self->today = today;
  mp_session_find_limits (self);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_TODAY]);
  if (self->as_of_today) {
    mp_date_for_day (today, &self->as_of);
    mp_session_notify_date (self, mp_session_props[MP_SESSION_PROP_AS_OF]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}
