/* test-timeline-keys.c: the timeline without a pointer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keys are real: another client of the X server hits them.
 */
#include "mp-agreement.h"
#include "mp-date-cursor.h"
#include "mp-timeline-fixture.h"
#include "mp-words.h"

#include <adwaita.h>
#include <string.h>

typedef MpTimelineFixture Fixture;

/* Waits until what was sent has arrived, and for the frame that shows it. */
static void
settle (Fixture *f)
{
  mp_input_settle (f->window);
  mp_timeline_wait (f);
}

/* --- Keys ------------------------------------------------------------------------------------- */

/* The selection moves, the view shows it, and the focus is where a screen reader reads. */
static void
assert_gone_to (Fixture *f, MpItem item)
{
  MpTimelineItem *mark;

  settle (f);
  mp_timeline_assert_selection (f, item);
  mark = mp_timeline_get_item (f->timeline, mp_scene_item_new (item));
  g_assert_nonnull (mark);
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (mark));
}

/* L goes through what the reset is linked with, the surest reason first, and comes back to it.
 * Anything else that is selected begins anew. */
static void
test_links (Fixture *f, gconstpointer data)
{
  static const char *const reasons[] = { "reasons-given", "amazon-dispute", "article-regulators",
                                         "article-agents" };
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026"), item;
  guint n_links = 1;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, reset);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    mp_input_key (GDK_KEY_l);
    settle (f);
    mp_timeline_assert_selection (f, mp_item_milestone (f->agreement, reasons[i]));
  }
  do {
    gtk_widget_activate_action (GTK_WIDGET (f->timeline), "timeline.next-link", NULL);
    item = mp_session_get_selection (f->session);
  } while (!mp_item_equal (item, reset) && n_links++ < 100);
  g_assert_cmpuint (n_links, <, 100);
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "amazon-dispute"));
  gtk_widget_activate_action (GTK_WIDGET (f->timeline), "timeline.next-link", NULL);
  mp_timeline_assert_selection (f, mp_item_milestone (f->agreement, "suit-weighed"));
}

static guint
count_labels (Fixture *f, MpItem item)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  guint count = 0;

  for (guint i = 0; i < scene->n_marks; i++)
    count += scene->marks[i].milestone == item.index && scene->marks[i].label.width > 0;
  return count;
}

static void
assert_label (Fixture *f, MpItem selected, MpItem item, guint expected)
{
  mp_session_set_selection (f->session, selected);
  mp_timeline_wait (f);
  g_assert_cmpuint (count_labels (f, item), ==, expected);
}

/* A minor milestone has a label while what it is linked with is selected, and can be clicked there.
 */
static void
test_labels_of_links (Fixture *f, gconstpointer data)
{
  const MpItem nothing = { MP_ITEM_NONE, 0 };
  MpItem reasons = mp_item_milestone (f->agreement, "reasons-given");
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpRect rect;

  (void) data;
  assert_label (f, nothing, reasons, 0);
  assert_label (f, reset, reasons, 1);
  assert_label (f, mp_item_milestone (f->agreement, "second-investment"), reasons, 0);
  assert_label (f, reset, reasons, 1);
  mp_timeline_zoom (f->timeline, 600, 1.1);
  assert_label (f, reset, reasons, 1);
  rect = mp_timeline_rect_of (f, reasons);
  mp_timeline_click (f->timeline, rect.x + rect.width / 2, rect.y + rect.height / 2);
  mp_timeline_assert_selection (f, reasons);
  assert_label (f, nothing, reasons, 0);
}

static void
test_arrows (Fixture *f, gconstpointer data)
{
  MpItem api = mp_item_phase (f->agreement, "selling-api", 0);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, api);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_Right);
  assert_gone_to (f, mp_item_phase (f->agreement, "selling-api", 1));
  mp_input_key (GDK_KEY_Down);
  assert_gone_to (f, mp_item_phase (f->agreement, "computing-capacity", 2));
  mp_input_key (GDK_KEY_Left);
  assert_gone_to (f, mp_item_phase (f->agreement, "computing-capacity", 1));
  mp_input_key (GDK_KEY_Left);
  assert_gone_to (f, mp_item_phase (f->agreement, "computing-capacity", 0));
  /* At the edge it does not move. */
  mp_input_key (GDK_KEY_Left);
  assert_gone_to (f, mp_item_phase (f->agreement, "computing-capacity", 0));
  mp_input_key (GDK_KEY_Up);
  assert_gone_to (f, mp_item_phase (f->agreement, "selling-api", 0));
  mp_input_key (GDK_KEY_Up);
  settle (f);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_MILESTONE);
}

/* With nothing selected, an arrow key begins at what is in the middle of the view. */
static void
test_arrows_from_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_Right);
  settle (f);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_MILESTONE);
}

static void
test_home_and_end (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "reset-2026"));
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_End);
  assert_gone_to (f, mp_item_milestone (f->agreement, "licence-ends"));
  mp_input_key (GDK_KEY_Home);
  assert_gone_to (f, mp_item_milestone (f->agreement, "capped-profit"));
  /* Also when the view has to move for it. */
  mp_timeline_zoom (f->timeline, f->scene->plot.x + 20, 8);
  mp_timeline_rest (f);
  g_assert_null (mp_timeline_get_item (
    f->timeline, mp_scene_item_new (mp_item_milestone (f->agreement, "licence-ends"))));
  mp_input_key (GDK_KEY_End);
  assert_gone_to (f, mp_item_milestone (f->agreement, "licence-ends"));
}

/* Every milestone can be reached along the row, also one in a cluster. */
static void
test_along_all_milestones (Fixture *f, gconstpointer data)
{
  guint32 length = mp_agreement_milestones (f->agreement)->length;
  g_autofree gboolean *seen = g_new0 (gboolean, length);
  guint count = 0;

  (void) data;
  mp_timeline_go (f->timeline, MP_MOVE_FIRST);
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m-1"));
  for (guint i = 0; i < length + 5; i++) {
    MpItem item = mp_session_get_selection (f->session);

    g_assert_cmpint (item.kind, ==, MP_ITEM_MILESTONE);
    count += !seen[item.index];
    seen[item.index] = TRUE;
    mp_timeline_go (f->timeline, MP_MOVE_LATER);
  }
  g_assert_cmpuint (count, ==, length);
}

/* Arrow keys lead into a cluster as well: the focus is on it then, and its name is that of the
 * selected milestone. Enter opens its list at that milestone; Escape closes it. */
static void
test_arrows_into_a_cluster (Fixture *f, gconstpointer data)
{
  MpSceneCluster *first = &f->scene->clusters[0];
  g_autofree guint32 *members = mp_scene_list_members (f->scene, first);
  MpItem second = { MP_ITEM_MILESTONE, members[1] };
  MpSceneItem cluster = { MP_SCENE_ITEM_CLUSTER, 0 };
  g_autofree char *words = mp_words_milestone (f->agreement, second.index);
  g_autofree char *name = g_strdup_printf ("%s, one of %u milestones here", words, first->of.count);
  GtkWidget *mark = GTK_WIDGET (mp_timeline_get_item (f->timeline, cluster)), *popover;
  g_autofree char *listed = NULL;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, (MpItem) { MP_ITEM_MILESTONE, members[0] });
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_Right);
  settle (f);
  mp_timeline_assert_selection (f, second);
  g_assert_true (mp_get_focus (f->timeline) == mark);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover) && mp_get_focus (f->timeline) != NULL &&
                 gtk_widget_is_ancestor (mp_get_focus (f->timeline), popover));
  listed = mp_read_labels (mp_get_focus (f->timeline));
  g_assert_nonnull (strstr (
    listed,
    mp_agreement_text (f->agreement, mp_agreement_milestones (f->agreement)->title[second.index])));
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (popover));
  mp_wait_until (mp_get_focus (f->timeline) == mark);
  /* From there on along the row, also out of the cluster and to its bars. */
  mp_input_key (GDK_KEY_Left);
  settle (f);
  g_assert_true (mp_get_focus (f->timeline) == mark);
  mp_input_key (GDK_KEY_Down);
  settle (f);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_PHASE);
  g_assert_true (MP_IS_TIMELINE_ITEM (mp_get_focus (f->timeline)));
  g_assert_true (mp_get_focus (f->timeline) != mark);
}

/* The milestone that is chosen from the list has the focus then, through its cluster. */
static void
test_focus_after_choosing (Fixture *f, gconstpointer data)
{
  GtkWidget *mark =
    GTK_WIDGET (mp_timeline_get_item (f->timeline, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, 0 }));
  GtkWidget *popover;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (mark);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover) && mp_get_focus (f->timeline) != NULL &&
                 gtk_widget_is_ancestor (mp_get_focus (f->timeline), popover));
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_MILESTONE);
  mp_wait_until (!gtk_widget_get_mapped (popover));
  mp_wait_until (mp_get_focus (f->timeline) == mark);
}

static void
test_enter_and_space (Fixture *f, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_space, GDK_KEY_KP_Enter };
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    mp_session_set_selection (f->session, (MpItem) { MP_ITEM_NONE, 0 });
    gtk_widget_grab_focus (
      GTK_WIDGET (mp_timeline_get_item (f->timeline, mp_scene_item_new (reset))));
    mp_input_key (keys[i]);
    settle (f);
    mp_timeline_assert_selection (f, reset);
  }
}

static void
test_zoom_keys (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  double span = mp_timeline_span (f);
  MpRect rect = mp_timeline_rect_of (f, reset);
  double x = rect.x + rect.width / 2, day = mp_timeline_day_at (f, x);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  /* The pointer is far away, so that keys zoom about the selection. */
  mp_session_set_selection (f->session, reset);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_plus);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / 1.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x), day, 1e-6);
  mp_input_key (GDK_KEY_minus);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span, 1e-6);
  /* About the pointer, if it is over the plot. */
  day = mp_timeline_day_at (f, 900);
  mp_input_point (f->timeline, 900, 400);
  mp_input_key (GDK_KEY_KP_Add);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, 900), day, 1e-6);
  g_assert_cmpfloat (mp_timeline_span (f), <, span);
}

/* --- Focus ------------------------------------------------------------------------------------ */

static gboolean
takes_tab (GtkWidget *child)
{
  return gtk_widget_get_mapped (child) &&
         (MP_IS_DATE_CURSOR (child) || MP_IS_TIMELINE_ITEM (child) || MP_IS_TOPIC_HEADING (child));
}

/* Tab goes to the as-of date and then to every item and heading, in the order in which they are
 * listed, and out; Shift+Tab goes the same way back. */
static void
test_tab (Fixture *f, gconstpointer data)
{
  GtkWidget *timeline = GTK_WIDGET (f->timeline);
  guint count = 0, expected = f->scene->n_marks + f->scene->n_clusters;

  (void) data;
  for (guint i = 0; i < f->scene->n_bars; i++)
    expected += f->scene->bars[i].rect.y < f->scene->height;
  for (guint i = 0; i < f->scene->n_row_items; i++)
    expected += f->scene->row_items[i].kind == MP_ROW_TOPIC;
  gtk_widget_grab_focus (timeline);
  for (GtkWidget *child = gtk_widget_get_first_child (timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!takes_tab (child))
      continue;
    g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));
    g_assert_true (mp_get_focus (timeline) == child);
    count += !MP_IS_DATE_CURSOR (child);
  }
  g_assert_cmpuint (count, ==, expected);
  g_assert_false (gtk_widget_child_focus (timeline, GTK_DIR_TAB_FORWARD));
  while (count-- > 0) {
    GtkWidget *child = gtk_widget_get_prev_sibling (mp_get_focus (timeline));

    while (!takes_tab (child))
      child = gtk_widget_get_prev_sibling (child);
    g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
    g_assert_true (mp_get_focus (timeline) == child);
  }
  g_assert_true (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
  g_assert_true (mp_get_focus (timeline) == timeline);
  g_assert_false (gtk_widget_child_focus (timeline, GTK_DIR_TAB_BACKWARD));
}

static gboolean
is_beside (Fixture *f, gpointer child)
{
  GdkRectangle place = mp_timeline_place_of (f, child);

  return place.x + place.width <= 0 || place.x >= gtk_widget_get_width (GTK_WIDGET (f->timeline));
}

/* No motion takes the focus away: an item that leaves the view keeps its child, which leaves the
 * view, too, and comes back. */
static void
test_focus_is_kept (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpTimelineItem *child = mp_timeline_get_item (f->timeline, mp_scene_item_new (reset));

  (void) data;
  gtk_widget_grab_focus (GTK_WIDGET (child));
  for (guint i = 0; i < 3; i++) {
    mp_timeline_zoom (f->timeline, f->scene->plot.x, 2);
    mp_timeline_wait (f);
    g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (child));
  }
  g_assert_true (is_beside (f, child));
  mp_timeline_rest (f);
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (child));
  g_assert_true (is_beside (f, child));
  mp_session_fit (f->session);
  mp_timeline_wait (f);
  g_assert_false (is_beside (f, child));
  mp_timeline_rest (f);
  g_assert_true (mp_timeline_get_item (f->timeline, mp_scene_item_new (reset)) == child);
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (child));
}

/* A filter can hide the item with the focus, which then stays in the timeline. */
static void
test_focus_is_hidden (Fixture *f, gconstpointer data)
{
  MpItem small = mp_item_milestone (f->agreement, "gpt-3-licence");
  g_autoptr (MpFilter) filter = mp_filter_new ();

  (void) data;
  gtk_widget_grab_focus (
    GTK_WIDGET (mp_timeline_get_item (f->timeline, mp_scene_item_new (small))));
  filter->importances = 1 << 1;
  mp_session_set_filter (f->session, filter);
  mp_timeline_rest (f);
  g_assert_null (mp_timeline_get_item (f->timeline, mp_scene_item_new (small)));
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (f->timeline));
  mp_session_set_filter (f->session, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-keys/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("arrows", mp_timeline_set_up, test_arrows);
  ADD ("links", mp_timeline_set_up, test_links);
  ADD ("labels-of-links", mp_timeline_set_up, test_labels_of_links);
  ADD ("arrows-from-nothing", mp_timeline_set_up, test_arrows_from_nothing);
  ADD ("home-and-end", mp_timeline_set_up, test_home_and_end);
  ADD ("along-all-milestones", mp_timeline_set_up_crowd, test_along_all_milestones);
  ADD ("arrows/into-a-cluster", mp_timeline_set_up_crowd, test_arrows_into_a_cluster);
  ADD ("focus/after-choosing", mp_timeline_set_up_crowd, test_focus_after_choosing);
  ADD ("enter-and-space", mp_timeline_set_up, test_enter_and_space);
  ADD ("zoom", mp_timeline_set_up, test_zoom_keys);
  ADD ("focus/tab", mp_timeline_set_up, test_tab);
  ADD ("focus/is-kept", mp_timeline_set_up, test_focus_is_kept);
  ADD ("focus/is-hidden", mp_timeline_set_up, test_focus_is_hidden);
#undef ADD
  return g_test_run ();
}
