/* test-timeline-rest.c: the child widgets stay as they are while the view moves, and are few
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-timeline-fixture.h"

#include <adwaita.h>

typedef MpTimelineFixture Fixture;

#define MAX_CHILDREN 60

/* --- What is there ---------------------------------------------------------------------------- */

/* Returns all children of the timeline and whether they are seen, in their order. Free with g_free
 * (). */
static char *
describe_children (Fixture *f)
{
  GString *children = g_string_new ("");

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (children, "%p%s ", (gpointer) child,
                            gtk_widget_get_visible (child) ? "" : "-");
  return g_string_free (children, FALSE);
}

static guint
count_children (Fixture *f, gboolean visible_only)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->timeline)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count += !visible_only || gtk_widget_get_visible (child);
  return count;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* --- Motion ----------------------------------------------------------------------------------- */

static void
pan (Fixture *f, guint step)
{
  mp_timeline_pan (f->timeline, step % 2 == 0 ? -90 : 30, 0);
}

static void
scroll (Fixture *f, guint step)
{
  mp_timeline_pan (f->timeline, 0, step % 2 == 0 ? -60 : 20);
}

static void
zoom (Fixture *f, guint step)
{
  mp_timeline_zoom (f->timeline, 400 + 10.0 * step, step < 10 ? 1.4 : 0.7);
}

static void
zoom_from_elsewhere (Fixture *f, guint step)
{
  double middle = (mp_session_get_begin (f->session) + mp_session_get_end (f->session)) / 2;
  double half = mp_timeline_span (f) * (step < 10 ? 0.4 : 0.6);

  mp_session_set_view (f->session, middle - half, middle + half);
}

/* Whoever moves the view, by whatever: frame by frame, no child comes, goes or turns into another.
 */
static void
test_motion (Fixture *f, gconstpointer data)
{
  static void (*const ways[]) (Fixture *, guint) = { pan, scroll, zoom, zoom_from_elsewhere };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autofree char *before = describe_children (f);
    guint n_changed = 0;
    gulong handler =
      g_signal_connect_swapped (f->timeline, "notify::n-items", G_CALLBACK (count_cb), &n_changed);

    for (guint step = 0; step < 20; step++) {
      g_autofree char *now = NULL;

      ways[i](f, step);
      mp_timeline_wait (f);
      now = describe_children (f);
      g_assert_cmpstr (now, ==, before);
    }
    g_assert_cmpuint (n_changed, ==, 0);
    g_signal_handler_disconnect (f->timeline, handler);
    mp_timeline_rest (f);
    g_assert_cmpuint (count_children (f, TRUE), <=, MAX_CHILDREN);
  }
}

/* A frame makes one scene, however many events there were before it. */
static void
test_one_scene (Fixture *f, gconstpointer data)
{
  guint n_begins = 0;

  (void) data;
  g_signal_connect_swapped (f->timeline, "notify::begin", G_CALLBACK (count_cb), &n_begins);
  for (guint i = 0; i < 5; i++) {
    mp_timeline_zoom (f->timeline, 500, 1.1);
    mp_timeline_pan (f->timeline, -7, -3);
  }
  mp_timeline_rest (f);
  g_assert_cmpuint (n_begins, ==, 1);
  g_signal_handlers_disconnect_by_func (f->timeline, count_cb, &n_begins);
}

static void
gone_cb (gpointer gone, GObject *where)
{
  (void) where;
  *(gboolean *) gone = TRUE;
}

/* What has left the view leaves its child to others. */
static void
test_reuse (Fixture *f, gconstpointer data)
{
  GtkWidget *first = mp_find_type (f->timeline, MP_TYPE_TIMELINE_ITEM);
  gboolean gone = FALSE;
  guint most = 0;

  (void) data;
  g_object_weak_ref (G_OBJECT (first), gone_cb, &gone);
  for (guint i = 0; i < 12; i++) {
    mp_timeline_zoom (f->timeline, 300 + 50.0 * i, i < 6 ? 2 : 0.5);
    mp_timeline_pan (f->timeline, 0, i % 2 == 0 ? -200 : 150);
    mp_timeline_rest (f);
    most = MAX (most, count_children (f, TRUE));
    g_assert_cmpuint (count_children (f, FALSE), <=, 2 * MAX_CHILDREN);
  }
  g_assert_cmpuint (most, <=, MAX_CHILDREN);
  g_assert_false (gone);
  g_object_weak_unref (G_OBJECT (first), gone_cb, &gone);
}

/* --- A crowded row ---------------------------------------------------------------------------- */

static GtkWidget *
row_child (Fixture *f)
{
  return GTK_WIDGET (mp_timeline_get_item (f->timeline, (MpSceneItem) { MP_SCENE_ITEM_ROW, 0 }));
}

/* One child stands for the row and says how many phases there are. Activating it selects the first,
 * which has the focus then; arrow keys go on from there. Zoomed in, each phase has a child again.
 */
static void
test_crowded_row (Fixture *f, gconstpointer data)
{
  GtkWidget *child = row_child (f);

  (void) data;
  g_assert_nonnull (child);
  g_assert_cmpuint (count_children (f, TRUE), <, 10);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Deliveries: 600 phases in view");
  gtk_widget_grab_focus (child);
  g_assert_true (gtk_widget_activate_action (child, "item.activate", NULL));
  for (guint32 i = 0; i < 3; i++) {
    MpItem item = { MP_ITEM_PHASE, i };

    mp_timeline_assert_selection (f, item);
    child = GTK_WIDGET (mp_timeline_get_item (f->timeline, mp_scene_item_new (item)));
    g_assert_nonnull (child);
    g_assert_true (mp_get_focus (f->timeline) == child);
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
    mp_timeline_go (f->timeline, MP_MOVE_LATER);
  }
  mp_timeline_zoom (f->timeline, 600, 100);
  mp_timeline_rest (f);
  g_assert_null (row_child (f));
  g_assert_cmpuint (count_children (f, TRUE), >=, 9);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-rest/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("motion", mp_timeline_set_up, test_motion);
  ADD ("motion/tall", mp_timeline_set_up_tall, test_motion);
  ADD ("motion/crowd", mp_timeline_set_up_crowd, test_motion);
  ADD ("one-scene", mp_timeline_set_up_tall, test_one_scene);
  ADD ("reuse", mp_timeline_set_up_tall, test_reuse);
  ADD ("crowded-row", mp_timeline_set_up_crowded_row, test_crowded_row);
#undef ADD
  return g_test_run ();
}
