/* mp-timeline-links.c: walks the links of the selected entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-timeline-private.h"

#include "mp-links.h"

/* Selects the next of the linked entries. They are those of the entry at which the walk began,
 * which comes after the last of them; any other selection begins a new walk. */
static void
next_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MpTimeline *self = MP_TIMELINE (widget);
  MpSession *session = self->session;
  g_autofree MpLinkEnd *ends = NULL;
  MpItem selected, item;
  guint length;

  (void) name;
  (void) parameter;
  if (self->scene == NULL)
    return;
  selected = mp_session_get_selection (session);
  if (!mp_item_equal (selected, self->walk.reached)) {
    self->walk.origin = selected;
    self->walk.n_seen = 0;
  }
  ends = mp_links_of (mp_session_get_agreement (session), self->walk.origin, &length);
  if (length == 0)
    return;
  if (self->walk.n_seen < length)
    item = mp_links_item_of (mp_session_get_agreement (session), ends[self->walk.n_seen].other,
                             mp_session_get_as_of (session)->earliest);
  else
    item = self->walk.origin;
  self->walk.n_seen = (self->walk.n_seen + 1) % (length + 1);
  self->walk.reached = item;
  mp_session_set_selection (session, item);
  mp_session_reveal_selection (session);
  mp_motion_visit (self->motion);
  mp_timeline_focus_selection (self);
}

void
mp_timeline_links_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.next-link", NULL, next_link_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "timeline.next-link", NULL);
}
