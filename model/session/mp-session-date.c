/* mp-session-date.c: the as-of date, and the date that it is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

#include "mp-compare.h"

/* The handlers run after both have changed: a handler for a date sees the entries that are shown on
 * that date. */
void
mp_session_notify_date (MpSession *self, GParamSpec *pspec)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  if ((self->filter != NULL && self->filter->in_force) || self->hide_unchanged)
    mp_session_update_visible_set (self);
  g_object_thaw_notify (G_OBJECT (self));
}

const MpDate *
mp_session_get_as_of (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return &self->as_of;
}

gboolean
mp_session_is_as_of_today (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), TRUE);
  return self->as_of_today;
}

gboolean
mp_session_is_as_of_future (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  return mp_query_is_future (&self->as_of, self->today);
}

void
mp_session_set_as_of (MpSession *self, const MpDate *date)
{
  MpDate today;
  gboolean is_today;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (date == NULL || date->kind == MP_DATE_KNOWN);

  mp_date_for_day (self->today, &today);
  if (date == NULL)
    date = &today;
  is_today = date->earliest == today.earliest && date->after == today.after;
  /* An as-of date that was set while it was in the future does not follow today when that day
   * comes, until it is set again. */
  if (date->earliest == self->as_of.earliest && date->after == self->as_of.after &&
      is_today == self->as_of_today && g_str_equal (date->text, self->as_of.text))
    return;
  self->as_of = *date;
  self->as_of_today = is_today;
  g_debug ("as-of date: %s%s", date->text, is_today ? ", which is today" : "");
  mp_session_notify_date (self, mp_session_props[MP_SESSION_PROP_AS_OF]);
}

void
mp_session_set_as_of_day (MpSession *self, MpInstant day)
{
  MpDate date;

  mp_date_for_day (day, &date);
  mp_session_set_as_of (self, &date);
}

const MpDate *
mp_session_get_before (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->has_before ? &self->before : NULL;
}

void
mp_session_set_before (MpSession *self, const MpDate *date)
{
  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (date == NULL || date->kind == MP_DATE_KNOWN);

  if ((date != NULL) == self->has_before &&
      (date == NULL ||
       (date->earliest == self->before.earliest && date->after == self->before.after &&
        g_str_equal (date->text, self->before.text))))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->has_before = date != NULL;
  if (date != NULL)
    self->before = *date;
  g_debug ("compared with: %s", date != NULL ? date->text : "nothing");
  mp_session_notify_date (self, mp_session_props[MP_SESSION_PROP_BEFORE]);
  if (date == NULL && self->has_asked) {
    MpDate asked = self->asked;

    self->has_asked = FALSE;
    mp_session_set_as_of (self, &asked);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
mp_session_set_before_day (MpSession *self, MpInstant day)
{
  MpDate date;

  mp_date_for_day (day, &date);
  mp_session_set_before (self, &date);
}

gboolean
mp_session_compare_milestone (MpSession *self, guint32 milestone)
{
  MpDate before, after;

  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->agreement != NULL, FALSE);

  if (!mp_compare_sides (self->agreement, milestone, &before, &after))
    return FALSE;
  if (!self->has_before) {
    self->asked = self->as_of;
    self->has_asked = TRUE;
  }
  g_object_freeze_notify (G_OBJECT (self));
  mp_session_set_as_of (self, &after);
  mp_session_set_before (self, &before);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}

/* Compares with the same day a year earlier; for 29 February, with the 28th. */
static void
compare_year (MpSession *self)
{
  MpCivil civil = mp_civil_from_instant (self->as_of.earliest);
  MpDate before;

  civil.year--;
  civil.day = MIN (civil.day, mp_days_in_month (civil.year, civil.month));
  mp_date_for_day (mp_instant_from_civil (civil.year, civil.month, civil.day, 0, 0, 0), &before);
  mp_session_set_before (self, &before);
}

void
mp_session_compare (MpSession *self)
{
  guint32 milestone;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL);

  milestone = mp_compare_default_milestone (self->agreement, self->today);
  g_object_freeze_notify (G_OBJECT (self));
  if ((self->selection.kind != MP_ITEM_MILESTONE ||
       !mp_session_compare_milestone (self, self->selection.index)) &&
      (milestone == MP_NONE || !mp_session_compare_milestone (self, milestone)))
    compare_year (self);
  mp_session_set_selection (self, (MpItem) { MP_ITEM_NONE, 0 });
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
mp_session_get_hide_unchanged (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), FALSE);
  return self->hide_unchanged;
}

void
mp_session_set_hide_unchanged (MpSession *self, gboolean hide)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->hide_unchanged == hide)
    return;
  self->hide_unchanged = hide;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_HIDE_UNCHANGED]);
  if (self->has_before)
    mp_session_update_visible_set (self);
  g_object_thaw_notify (G_OBJECT (self));
}
