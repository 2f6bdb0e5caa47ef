/* test-regions.c: moving between the parts of the window by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-regions.h"

#include "mp-window-fixture.h"

#include <string.h>

typedef MpWindowFixture Fixture;

static gboolean
is_in (Fixture *f, const char *id)
{
  GtkWidget *region = mp_template_child (f->window, id), *focus = mp_get_focus (f->window);

  return focus != NULL && (focus == region || gtk_widget_is_ancestor (focus, region));
}

/* Goes forward through these regions, in a circle, and back. The list takes a frame to get the
 * focus. */
static void
assert_circle (Fixture *f, const char *const *ids, guint n_ids)
{
  gtk_widget_child_focus (mp_template_child (f->window, ids[0]), GTK_DIR_TAB_FORWARD);
  mp_wait_until (is_in (f, ids[0]));
  for (guint i = 1; i <= n_ids; i++) {
    gtk_widget_activate_action (GTK_WIDGET (f->window), "win.next-region", NULL);
    g_test_message ("to %s", ids[i % n_ids]);
    mp_wait_until (is_in (f, ids[i % n_ids]));
  }
  for (guint i = n_ids; i > 0; i--) {
    gtk_widget_activate_action (GTK_WIDGET (f->window), "win.previous-region", NULL);
    g_test_message ("back to %s", ids[i - 1]);
    mp_wait_until (is_in (f, ids[i - 1]));
  }
}

static void
test_timeline (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "header", "timeline", "overview", "details" };

  (void) data;
  g_assert_true (is_in (f, "timeline"));
  assert_circle (f, ids, G_N_ELEMENTS (ids));
}

/* A region that has appeared is visited, and one that has gone is not. */
static void
test_others (Fixture *f, gconstpointer data)
{
  static const char *const filtered[] = { "header", "filter_banner", "timeline", "overview",
                                          "details" };
  static const char *const list[] = { "header", "entries", "details" };
  static const char *const alone[] = { "header", "entries" };
  g_autoptr (MpFilter) filter = mp_filter_new ();

  (void) data;
  filter->importances = 1 << 1;
  mp_session_set_filter (f->session, filter);
  mp_wait_until (mp_find_type (mp_template_child (f->window, "filter_banner"), GTK_TYPE_BUTTON) &&
                 gtk_widget_get_mapped (
                   mp_find_type (mp_template_child (f->window, "filter_banner"), GTK_TYPE_BUTTON)));
  assert_circle (f, filtered, G_N_ELEMENTS (filtered));
  mp_session_set_filter (f->session, NULL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.view-list", NULL);
  mp_wait_until (is_in (f, "entries"));
  mp_wait_until (gtk_widget_get_mapped (mp_template_child (f->window, "entries")) &&
                 !gtk_widget_get_mapped (mp_template_child (f->window, "timeline")) &&
                 mp_find_type (mp_template_child (f->window, "filter_banner"), GTK_TYPE_BUTTON) ==
                   NULL);
  assert_circle (f, list, G_N_ELEMENTS (list));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-panel", NULL);
  mp_wait_until (!gtk_widget_get_mapped (mp_template_child (f->window, "details")));
  assert_circle (f, alone, G_N_ELEMENTS (alone));
}

/* By Tab as well, out of each of them into the next one. */
static void
test_tab (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "timeline", "overview", "panel", "header" };

  (void) data;
  g_assert_true (is_in (f, ids[0]));
  for (guint i = 1; i < G_N_ELEMENTS (ids); i++) {
    guint presses = 0;

    for (; presses < 200 && !is_in (f, ids[i]); presses++) {
      g_assert_true (is_in (f, ids[i - 1]));
      g_signal_emit_by_name (f->window, "move-focus", GTK_DIR_TAB_FORWARD);
    }
    g_test_message ("%u times Tab to %s", presses, ids[i]);
    g_assert_true (is_in (f, ids[i]));
  }
}

/* Nowhere to go. */
static void
test_alone (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new ("Words");
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_button_new_with_label ("First");
  GtkWidget *const regions[] = { label, inner };
  GtkWindow *window;

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), first);
  gtk_box_append (GTK_BOX (inner), gtk_button_new_with_label ("Second"));
  window = mp_show (box, 200, 100);
  gtk_widget_grab_focus (first);
  for (int step = -1; step <= 1; step += 2) {
    g_assert_false (mp_regions_go (regions, G_N_ELEMENTS (regions), step));
    g_assert_true (mp_get_focus (window) == first);
  }
  mp_close (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func)                                                                            \
  g_test_add ("/regions/" path, Fixture, NULL, mp_window_fixture_set_up, func,                     \
              mp_window_fixture_tear_down)
  ADD ("timeline", test_timeline);
  ADD ("others", test_others);
  ADD ("tab", test_tab);
#undef ADD
  g_test_add_func ("/regions/alone", test_alone);
  return g_test_run ();
}
