/* mp-timeline-linked.c: finds the labels of what is linked with the selection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-links.h"

/* Lists the selected milestone and those that it is linked with. Returns NULL if there are none. */
static guint32 *
list_linked (MpAgreement *agreement, MpItem selected, guint *length)
{
  g_autofree MpLinkEnd *ends = NULL;
  guint n_ends = 0;
  guint32 *milestones;

  *length = 0;
  if (selected.kind != MP_ITEM_MILESTONE)
    return NULL;
  ends = mp_links_of (agreement, selected, &n_ends);
  milestones = g_new (guint32, n_ends + 1);
  milestones[(*length)++] = selected.index;
  for (guint i = 0; i < n_ends; i++)
    if (ends[i].other.kind == MP_ID_KIND_MILESTONE)
      milestones[(*length)++] = ends[i].other.index;
  if (*length == 1)
    g_clear_pointer (&milestones, g_free);
  return milestones;
}

void
mp_timeline_update_linked (MpTimeline *self)
{
  MpItem selected = mp_session_get_selection (self->session);
  g_autoptr (MpLinked) like = NULL;
  g_autofree guint32 *milestones = NULL;
  guint length;

  /* An open stack holds what it was opened with. */
  if (mp_timeline_is_stack_open (self))
    selected = (MpItem) { MP_ITEM_NONE, 0 };
  if (self->linked_in == self->layout && mp_item_equal (self->linked_with, selected))
    return;
  if (mp_item_equal (self->linked_with, selected))
    like = g_steal_pointer (&self->linked);
  mp_timeline_forget_linked (self);
  self->linked_in = self->layout;
  self->linked_with = selected;
  milestones = list_linked (mp_session_get_agreement (self->session), selected, &length);
  if (milestones != NULL)
    self->linked =
      mp_linked_new (self->layout, milestones, length, mp_text_get_measure (self->text), like);
}

void
mp_timeline_forget_linked (MpTimeline *self)
{
  g_clear_pointer (&self->linked, mp_linked_unref);
  self->linked_in = NULL;
}

gboolean
mp_timeline_needs_linked (MpTimeline *self)
{
  MpItem selected = mp_session_get_selection (self->session);

  return self->linked != NULL ||
         (selected.kind == MP_ITEM_MILESTONE && mp_session_get_agreement (self->session) != NULL &&
          mp_links_any (mp_session_get_agreement (self->session), selected));
}
