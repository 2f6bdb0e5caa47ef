/* mp-session-known.c: as of whose knowledge the agreement is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

#include "mp-known.h"

const MpDate *
mp_session_get_known (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->has_known ? &self->known : NULL;
}

MpAgreement *
mp_session_get_whole_agreement (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), NULL);
  return self->whole != NULL ? self->whole : self->agreement;
}

void
mp_session_set_known (MpSession *self, const MpDate *date)
{
  g_autoptr (MpAgreement) whole = NULL, agreement = NULL;

  g_return_if_fail (MP_IS_SESSION (self));
  g_return_if_fail (date == NULL || date->kind == MP_DATE_KNOWN);

  if (self->agreement == NULL ||
      (date == NULL ? !self->has_known
                    : self->has_known && g_str_equal (date->text, self->known.text)))
    return;
  whole = g_object_ref (mp_session_get_whole_agreement (self));
  agreement = date != NULL ? mp_agreement_as_known (whole, date) : g_object_ref (whole);
  g_object_freeze_notify (G_OBJECT (self));
  if (date != NULL) {
    g_set_object (&self->whole, whole);
    self->known = *date;
    self->has_known = TRUE;
    g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_KNOWN]);
  } else {
    mp_session_forget_known (self);
  }
  mp_session_replace_agreement (self, agreement);
  g_object_thaw_notify (G_OBJECT (self));
}
