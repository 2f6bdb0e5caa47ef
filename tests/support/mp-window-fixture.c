/* mp-window-fixture.c: a window that shows the shipped agreement, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-window-fixture.h"

#include "mp-session.h"

void
mp_window_fixture_set_up (MpWindowFixture *f, gconstpointer data)
{
  (void) data;
  f->window = mp_window_new (NULL, mp_today ());
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1200, 800);
  gtk_window_present (GTK_WINDOW (f->window));
  mp_window_load_resource (f->window, MP_SHIPPED_RESOURCE);
  f->session = mp_window_get_session (f->window);
  f->agreement = mp_session_get_agreement (f->session);
  mp_wait_for_frame (GTK_WIDGET (f->window));
  /* The panel follows a frame after the window. */
  mp_wait_for_frame (GTK_WIDGET (f->window));
  mp_drain ();
}

void
mp_window_fixture_tear_down (MpWindowFixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  mp_close (GTK_WINDOW (f->window));
}

void
mp_window_fixture_act (MpWindowFixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), action, NULL));
}

gpointer
mp_window_fixture_child (MpWindowFixture *f, const char *part, const char *id)
{
  return mp_template_child (mp_template_child (f->window, part), id);
}
