/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-session-private.h"

#include "mp-compare.h"

/* The filter that was set, and the terms that a comparison leaves over. Returns NULL for none. Free
 * with mp_filter_unref (). */
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
mp_session_apply_filter (MpSession *self)
{
  g_clear_pointer (&self->shown, mp_shown_unref);
  if (self->agreement != NULL) {
    g_autoptr (MpFilter) filter = effective_filter (self);

    self->shown =
      mp_filter_apply (filter, self->agreement, self->as_of.earliest, self->as_of.after);
  }
}

const MpFilter *
mp_session_get_filter (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->filter;
}

MpShown *
mp_session_get_shown (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->shown;
}

gboolean
mp_session_is_filtered (MpSession *self)
{
  return mp_session_get_shown (self) != NULL;
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
  mp_session_apply_filter (self);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_FILTER]);
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

MpBits *
mp_session_get_folded (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->folded;
}

void
mp_session_set_topic_folded (MpSession *self, guint32 topic, gboolean folded)
{
  guint n_topics;
  MpBits *bits;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (self->agreement != NULL);

  if ((self->folded != NULL && mp_bits_has (self->folded, topic)) == folded)
    return;
  mp_agreement_topics (self->agreement, &n_topics);
  bits = self->folded != NULL ? mp_bits_copy (self->folded) : mp_bits_new (n_topics);
  mp_bits_set (bits, topic, folded);
  g_clear_pointer (&self->folded, mp_bits_unref);
  if (mp_bits_count (bits) > 0)
    self->folded = bits;
  else
    mp_bits_unref (bits);
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_FOLDED]);
}

void
mp_session_toggle_topic (MpSession *self, guint32 topic)
{
  g_return_if_fail (MP_IS_SESSION (self));
  mp_session_set_topic_folded (self, topic,
                               self->folded == NULL || !mp_bits_has (self->folded, topic));
}
