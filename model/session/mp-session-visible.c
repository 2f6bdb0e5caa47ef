/* mp-session-visible.c: which entries are shown, found and collapsed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

#include "mp-agreement.h"
#include "mp-compare.h"

/* The filter that was set, limited to the terms that a comparison does not hide. Returns NULL where
 * everything passes. Free with mp_filter_unref (). */
static MpFilter *
effective_filter (MpSession *self)
{
  MpFilter *filter;
  MpBits *terms;

  if (!self->hide_unchanged || !self->has_before)
    return self->filter != NULL ? mp_filter_ref (self->filter) : NULL;
  terms = mp_compare_changed (self->agreement, &self->before, &self->as_of);
  if (self->filter != NULL && self->filter->terms != NULL)
    mp_bits_keep (terms, self->filter->terms);
  filter = mp_filter_copy (self->filter);
  g_clear_pointer (&filter->terms, mp_bits_unref);
  filter->terms = terms;
  return filter;
}

void
mp_session_update_visible_set (MpSession *self)
{
  MpVisibleSet *before = g_steal_pointer (&self->visible);

  if (self->agreement != NULL) {
    g_autoptr (MpFilter) filter = effective_filter (self);

    self->visible =
      mp_filter_apply (filter, self->agreement, self->as_of.earliest, self->as_of.after);
  }
  if (self->visible != before)
    g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_VISIBLE_SET]);
  g_clear_pointer (&before, mp_visible_set_unref);
}

const MpFilter *
mp_session_get_filter (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->filter;
}

MpVisibleSet *
mp_session_get_visible_set (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->visible;
}

gboolean
mp_session_is_filtered (MpSession *self)
{
  return mp_session_get_visible_set (self) != NULL;
}

void
mp_session_set_filter (MpSession *self, MpFilter *filter)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (mp_filter_equal (self->filter, filter))
    return;
  if (filter != NULL)
    mp_filter_ref (filter);
  g_clear_pointer (&self->filter, mp_filter_unref);
  self->filter = filter;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_FILTER]);
  mp_session_update_visible_set (self);
  g_object_thaw_notify (G_OBJECT (self));
}

MpMatches *
mp_session_get_matches (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->matches;
}

void
mp_session_set_matches (MpSession *self, MpMatches *matches)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->matches == matches)
    return;
  if (matches != NULL)
    mp_matches_ref (matches);
  g_clear_pointer (&self->matches, mp_matches_unref);
  self->matches = matches;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_MATCHES]);
}

MpMatches *
mp_session_get_told (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->told;
}

void
mp_session_set_told (MpSession *self, MpMatches *told)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->told == told)
    return;
  if (told != NULL)
    mp_matches_ref (told);
  g_clear_pointer (&self->told, mp_matches_unref);
  self->told = told;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_TOLD]);
}

MpBits *
mp_session_get_collapsed (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->collapsed;
}

void
mp_session_set_collapsed (MpSession *self, MpBits *collapsed)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (self->collapsed == collapsed)
    return;
  if (collapsed != NULL)
    mp_bits_ref (collapsed);
  g_clear_pointer (&self->collapsed, mp_bits_unref);
  self->collapsed = collapsed;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_COLLAPSED]);
}

void
mp_session_set_topic_collapsed (MpSession *self, guint32 topic, gboolean collapsed)
{
  guint n_topics;
  MpBits *bits;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL);

  if ((self->collapsed != NULL && mp_bits_has (self->collapsed, topic)) == collapsed)
    return;
  mp_agreement_topics (self->agreement, &n_topics);
  bits = self->collapsed != NULL ? mp_bits_copy (self->collapsed) : mp_bits_new (n_topics);
  mp_bits_set (bits, topic, collapsed);
  g_clear_pointer (&self->collapsed, mp_bits_unref);
  if (mp_bits_count (bits) > 0)
    self->collapsed = bits;
  else
    mp_bits_unref (bits);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_COLLAPSED]);
}

void
mp_session_toggle_topic (MpSession *self, guint32 topic)
{
  g_return_if_fail (MP_IS_SESSION (self));
  mp_session_set_topic_collapsed (self, topic,
                                  self->collapsed == NULL || !mp_bits_has (self->collapsed, topic));
}
