/* mp-pane-fixture.c: the detail panel alone in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-pane-fixture.h"

#include "mp-session.h"

void
mp_pane_fixture_open (MpPaneFixture *f, MpAgreement *agreement)
{
  f->agreement = agreement;
  f->session = mp_session_new (mp_today ());
  f->pane = g_object_new (MP_TYPE_DETAIL_PANE, NULL);
  mp_detail_pane_set_session (f->pane, f->session);
  mp_session_set_agreement (f->session, agreement);
  f->window = mp_show (GTK_WIDGET (f->pane), 360, 700);
}

void
mp_pane_fixture_tear_down (MpPaneFixture *f, gconstpointer data)
{
  (void) data;
  g_object_add_weak_pointer (G_OBJECT (f->pane), (gpointer *) &f->pane);
  mp_close (f->window);
  g_assert_null (f->pane);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->agreement);
}

MpDetailPane *
mp_pane_fixture_visible (MpPaneFixture *f)
{
  mp_wait_for_frame (GTK_WIDGET (f->window));
  /* More rows may come with each frame. A pane that is hidden gets none. */
  mp_wait_until (!gtk_widget_get_mapped (GTK_WIDGET (f->pane)) ||
                 mp_detail_pane_is_complete (f->pane));
  return f->pane;
}

GtkWidget *
mp_pane_fixture_content (MpPaneFixture *f)
{
  return mp_template_child (mp_pane_fixture_visible (f), "content");
}
