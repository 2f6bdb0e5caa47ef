/* mp-session-selection.c: what is selected, what it is measured against, and what is lit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session-private.h"

MpItem
mp_session_get_measured (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->measured;
}

void
mp_session_set_measured (MpSession *self, MpItem item)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (item.kind != MP_ITEM_MILESTONE || self->selection.kind != MP_ITEM_MILESTONE ||
      mp_item_equal (item, self->selection))
    item = (MpItem) { MP_ITEM_NONE, 0 };
  if (mp_item_equal (self->measured, item))
    return;
  self->measured = item;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_MEASURED]);
}

MpItem
mp_session_get_lit (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->lit;
}

void
mp_session_set_lit (MpSession *self, MpItem item)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (mp_item_equal (self->lit, item))
    return;
  self->lit = item;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_LIT]);
}

MpItem
mp_session_get_selection (MpSession *self)
{
  g_return_val_if_fail (MP_IS_SESSION (self), ((MpItem) { MP_ITEM_NONE, 0 }));
  return self->selection;
}

void
mp_session_set_selection (MpSession *self, MpItem item)
{
  g_return_if_fail (MP_IS_SESSION (self));

  if (mp_item_equal (self->selection, item))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->selection = item;
  g_object_notify_by_pspec (G_OBJECT (self), mp_session_props[MP_SESSION_PROP_SELECTION]);
  mp_session_set_measured (self, (MpItem) { MP_ITEM_NONE, 0 });
  g_object_thaw_notify (G_OBJECT (self));
}
