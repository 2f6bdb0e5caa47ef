/* test-timeline-input.c: pointer and wheel on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most of this is real input: another client of the X server moves the pointer and turns the wheel.
 */
#include "mp-timeline-fixture.h"

#include "mp-agreement.h"

#include <adwaita.h>
#include <math.h>

typedef MpTimelineFixture Fixture;

/* Waits until what was sent has arrived, and for the frame that shows it. */
static void
settle (Fixture *f)
{
  mp_input_settle (f->window);
  mp_timeline_wait (f);
}

static void
click_item (Fixture *f, MpSceneItem item)
{
  MpRect rect;

  g_assert_true (mp_scene_find (mp_timeline_get_scene (f->timeline), item, &rect));
  mp_input_click (f->timeline, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* --- Wheel ------------------------------------------------------------------------------------ */

static void
test_wheel_pans (Fixture *f, gconstpointer data)
{
  double begin, span, later;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_timeline_zoom (f->timeline, 600, 2);
  mp_timeline_wait (f);
  begin = mp_session_get_begin (f->session);
  span = mp_timeline_span (f);
  mp_input_point (f->timeline, 600, f->scene->band.y + 5);
  mp_input_wheel (1);
  settle (f);
  later = mp_session_get_begin (f->session);
  g_assert_cmpfloat (later, >, begin);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span, 1e-6);
  mp_input_wheel (-1);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_session_get_begin (f->session), begin, 1e-6);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* Over rows that do not all fit, the wheel scrolls them; with Shift it moves along the time. */
static void
test_wheel_scrolls_rows (Fixture *f, gconstpointer data)
{
  double begin = mp_session_get_begin (f->session), scroll;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_point (f->timeline, 600, f->scene->rows.y + 100);
  mp_input_wheel (3);
  settle (f);
  scroll = mp_timeline_get_scene (f->timeline)->scroll;
  g_assert_cmpfloat (scroll, >, 0);
  g_assert_cmpfloat (mp_session_get_begin (f->session), ==, begin);
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  mp_input_wheel (1);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  settle (f);
  g_assert_cmpfloat (mp_timeline_get_scene (f->timeline)->scroll, ==, scroll);
  g_assert_cmpfloat (mp_session_get_begin (f->session), >, begin);
}

/* The day under the pointer stays under it while zooming in and out again. */
static void
test_wheel_zooms (Fixture *f, gconstpointer data)
{
  static const double places[] = { 200, 612, 970 };
  double span = mp_timeline_span (f);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_hold (GDK_KEY_Control_L, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    double day = mp_timeline_day_at (f, places[i]);

    mp_input_point (f->timeline, places[i], 300);
    mp_input_wheel (-3);
    settle (f);
    g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / pow (1.25, 3), 1e-3);
    g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, places[i]), day, 1e-6);
    mp_input_wheel (3);
    settle (f);
    g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span, 1e-3);
    g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, places[i]), day, 1e-6);
  }
  mp_input_hold (GDK_KEY_Control_L, FALSE);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* Each event of a pinch counts from the one before, not from the beginning. */
static void
test_pinch (Fixture *f, gconstpointer data)
{
  GtkGesture *pinch = mp_find_controller (f->timeline, GTK_TYPE_GESTURE_ZOOM);
  double span = mp_timeline_span (f);

  (void) data;
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / 1.5, 1e-6);
  g_signal_emit_by_name (pinch, "scale-changed", 3.0);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / 3, 1e-6);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span, 1e-6);
}

/* Several events may arrive before a frame shows the first of them. Each counts from the one
 * before, not from what is on the screen. */
static void
test_between_frames (Fixture *f, gconstpointer data)
{
  double day = mp_timeline_day_at (f, 700);

  (void) data;
  mp_timeline_zoom (f->timeline, 700, 4);
  mp_timeline_pan (f->timeline, 50, 0);
  mp_timeline_zoom (f->timeline, 750, 2);
  mp_timeline_pan (f->timeline, -150, 0);
  mp_timeline_wait (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, 600), day, 1e-6);
}

/* However far one zooms, there is something to see, each frame is quick, and the way back is open.
 * In a near view, a year is millions of pixels long. */
static void
test_zoom_ends (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "possible-listing", "licence-ends", "reset-2026" };
  double span = mp_timeline_span (f);

  (void) data;
  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    MpItem item = mp_item_milestone (f->agreement, names[i]);
    double day = mp_timeline_get_scene (f->timeline)->layout->stems->days[item.index];

    mp_session_fit (f->session);
    for (guint j = 0; j < 24; j++) {
      mp_session_zoom (f->session, day, 2);
      mp_timeline_wait (f);
    }
    g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), MP_SESSION_MIN_DAYS, 1e-3);
  }
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 20);
  for (guint i = 0; i < 100; i++)
    mp_timeline_zoom (f->timeline, 600, 0.5);
  mp_timeline_wait (f);
  g_assert_cmpfloat (mp_timeline_span (f), >=, span);
  for (guint i = 0; i < 50; i++)
    mp_timeline_pan (f->timeline, 500, 0);
  mp_timeline_wait (f);
  g_assert_nonnull (mp_find_type (f->timeline, MP_TYPE_TIMELINE_ITEM));
}

/* --- Drag ------------------------------------------------------------------------------------- */

static void
drag (Fixture *f, double x, double y, double dx, double dy)
{
  mp_input_point (f->timeline, x, y);
  mp_input_button (1, TRUE);
  for (guint i = 1; i <= 4; i++)
    mp_input_point (f->timeline, x + dx * i / 4, y + dy * i / 4);
  mp_input_button (1, FALSE);
  settle (f);
}

/* A drag that begins at a label: the day under the pointer moves with it, and nothing is selected.
 */
static void
test_drag (Fixture *f, gconstpointer data)
{
  MpRect label = mp_timeline_rect_of (f, mp_item_milestone (f->agreement, "reset-2026"));
  double x = label.x + label.width / 2, y = label.y + label.height / 2, day;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_timeline_zoom (f->timeline, x, 2);
  mp_timeline_wait (f);
  day = mp_timeline_day_at (f, x);
  drag (f, x, y, -160, 0);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x - 160), day, 1e-6);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

static void
test_drag_keeps_selection (Fixture *f, gconstpointer data)
{
  MpItem first = mp_item_phase (f->agreement, "term-1", 0);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, first);
  drag (f, 600, 500, 20, -200);
  g_assert_cmpfloat (mp_timeline_get_scene (f->timeline)->scroll, ==, 200);
  mp_timeline_assert_selection (f, first);
  /* After that, a click is a click again. */
  mp_input_click (f->timeline, f->scene->plot.x + 3, f->scene->band.y + 3);
  settle (f);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* --- Click ------------------------------------------------------------------------------------ */

static void
test_click (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem phase = mp_item_phase (f->agreement, "selling-api", 1);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  click_item (f, mp_scene_item_new (reset));
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_MILESTONE);
  mp_timeline_assert_selection (f, reset);
  click_item (f, mp_scene_item_new (phase));
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_PHASE);
  mp_timeline_assert_selection (f, phase);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (f->timeline)) != NULL ||
                 gtk_widget_is_focus (GTK_WIDGET (f->timeline)));
  mp_input_click (f->timeline, f->scene->plot.x + 3, f->scene->band.y + 3);
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_NONE);
}

/* A real pointer is never quite still during a click. */
static void
test_trembling_click (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpRect rect = mp_timeline_rect_of (f, reset);
  double begin = mp_session_get_begin (f->session);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  drag (f, rect.x + 20, rect.y + 10, 4, 1);
  mp_timeline_assert_selection (f, reset);
  g_assert_cmpfloat (mp_session_get_begin (f->session), ==, begin);
}

/* Only the first button selects. */
static void
test_other_buttons (Fixture *f, gconstpointer data)
{
  MpRect rect = mp_timeline_rect_of (f, mp_item_milestone (f->agreement, "reset-2026"));

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_point (f->timeline, rect.x + 20, rect.y + 10);
  for (guint button = 2; button <= 3; button++) {
    mp_input_button (button, TRUE);
    mp_input_button (button, FALSE);
  }
  settle (f);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* --- Clusters --------------------------------------------------------------------------------- */

static GtkWidget *
open_cluster (Fixture *f)
{
  GtkWidget *popover;

  click_item (f, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, 0 });
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover) && gtk_widget_get_width (popover) > 0);
  mp_wait_for_frame (popover);
  return popover;
}

static void
test_cluster (Fixture *f, gconstpointer data)
{
  MpSceneCluster *cluster = &f->scene->clusters[0];
  g_autofree guint32 *members = mp_scene_list_members (f->scene, cluster);
  guint32 second = members[1];
  GtkWidget *popover, *title;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  popover = open_cluster (f);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
  title = mp_find_label (
    popover,
    mp_agreement_text (f->agreement, mp_agreement_milestones (f->agreement)->title[second]));
  g_assert_nonnull (title);
  mp_input_click (title, 10, 8);
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_MILESTONE);
  g_assert_cmpuint (mp_session_get_selection (f->session).index, ==, second);
  mp_wait_until (!gtk_widget_get_mapped (popover));
}

/* With keys only: to the cluster, into its list, one on, and choose. */
static void
test_cluster_by_keys (Fixture *f, gconstpointer data)
{
  MpTimelineItem *child =
    mp_timeline_get_item (f->timeline, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, 0 });
  GtkWidget *popover;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (child));
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover));
  mp_wait_until (mp_get_focus (f->timeline) != NULL &&
                 gtk_widget_is_ancestor (mp_get_focus (f->timeline), popover));
  mp_input_key (GDK_KEY_Down);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_session_get_selection (f->session).kind == MP_ITEM_MILESTONE);
  mp_wait_until (!gtk_widget_get_mapped (popover));
}

static void
test_cluster_escape (Fixture *f, gconstpointer data)
{
  MpItem phase = mp_item_phase (f->agreement, "term-1", 0);
  GtkWidget *popover;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, phase);
  mp_timeline_wait (f);
  popover = open_cluster (f);
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (popover));
  /* Looking at the list was not a choice. */
  mp_timeline_assert_selection (f, phase);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-input/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("wheel/pans", mp_timeline_set_up, test_wheel_pans);
  ADD ("wheel/scrolls-rows", mp_timeline_set_up_tall, test_wheel_scrolls_rows);
  ADD ("wheel/zooms", mp_timeline_set_up, test_wheel_zooms);
  ADD ("pinch", mp_timeline_set_up, test_pinch);
  ADD ("between-frames", mp_timeline_set_up, test_between_frames);
  ADD ("zoom-ends", mp_timeline_set_up, test_zoom_ends);
  ADD ("drag", mp_timeline_set_up, test_drag);
  ADD ("drag-keeps-selection", mp_timeline_set_up_tall, test_drag_keeps_selection);
  ADD ("click", mp_timeline_set_up, test_click);
  ADD ("trembling-click", mp_timeline_set_up, test_trembling_click);
  ADD ("other-buttons", mp_timeline_set_up, test_other_buttons);
  ADD ("cluster/click", mp_timeline_set_up_crowd, test_cluster);
  ADD ("cluster/keys", mp_timeline_set_up_crowd, test_cluster_by_keys);
  ADD ("cluster/escape", mp_timeline_set_up_crowd, test_cluster_escape);
#undef ADD
  return g_test_run ();
}
