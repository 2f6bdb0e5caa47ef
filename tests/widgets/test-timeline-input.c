/* test-timeline-input.c: pointer, wheel and keys on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most of this is real input: another client of the X server moves the pointer and hits the keys.
 */
#include "mp-as-of-cursor.h"
#include "mp-display-support.h"

#include <adwaita.h>
#include <math.h>

typedef struct {
  MpSession *session;
  MpAgreement *agreement;
  MpTimeline *timeline;
  GtkWindow *window;
  MpScene *scene; /* what was shown first */
} Fixture;

static void
open (Fixture *f, MpAgreement *agreement)
{
  f->agreement = agreement;
  f->session = mp_session_new (mp_today ());
  f->timeline = MP_TIMELINE (mp_timeline_new ());
  mp_timeline_set_session (f->timeline, f->session);
  mp_session_set_agreement (f->session, agreement);
  f->window = mp_show (GTK_WIDGET (f->timeline), 1000, 640);
  f->scene = mp_scene_ref (mp_timeline_get_scene (f->timeline));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_agreement_shipped ());
}

static void
set_up_tall (Fixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_agreement_of_size (80, 3));
}

static void
set_up_crowd (Fixture *f, gconstpointer data)
{
  (void) data;
  open (f, mp_agreement_of_size (3, 40));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_scene_unref (f->scene);
  mp_input_end ();
  mp_close (f->window);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->agreement);
}

/* Waits until what was sent has arrived, and for the frame that shows it. */
static void
settle (Fixture *f)
{
  mp_input_settle (f->window);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
}

static MpItem
selection (Fixture *f)
{
  return mp_session_get_selection (f->session);
}

static void
assert_selection (Fixture *f, MpItem item)
{
  MpItem is = selection (f);

  g_assert_cmpint (is.kind, ==, item.kind);
  if (item.kind != MP_ITEM_NONE)
    g_assert_cmpuint (is.index, ==, item.index);
}

static MpRect
rect_of (Fixture *f, MpItem item)
{
  MpRect rect;

  g_assert_true (mp_scene_find (mp_timeline_get_scene (f->timeline), item, &rect));
  return rect;
}

static void
click_item (Fixture *f, MpItem item)
{
  MpRect rect = rect_of (f, item);

  mp_input_click (f->timeline, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* The day at a place of the widget. */
static double
day_at (Fixture *f, double x)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);

  return mp_scale_to_day (scene->scale, x - scene->plot.x);
}

static double
span_of (Fixture *f)
{
  return mp_session_get_end (f->session) - mp_session_get_begin (f->session);
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
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  begin = mp_session_get_begin (f->session);
  span = span_of (f);
  mp_input_point (f->timeline, 600, f->scene->band.y + 5);
  mp_input_wheel (1);
  settle (f);
  later = mp_session_get_begin (f->session);
  g_assert_cmpfloat (later, >, begin);
  g_assert_cmpfloat_with_epsilon (span_of (f), span, 1e-6);
  mp_input_wheel (-1);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_session_get_begin (f->session), begin, 1e-6);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* Over rows that do not all fit, the wheel goes down them; with Shift it goes along the time. */
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

/* The day under the pointer stays under it, in and out again. */
static void
test_wheel_zooms (Fixture *f, gconstpointer data)
{
  static const double places[] = { 200, 612, 990 };
  double span = span_of (f);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_hold (GDK_KEY_Control_L, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    double day = day_at (f, places[i]);

    mp_input_point (f->timeline, places[i], 300);
    mp_input_wheel (-3);
    settle (f);
    g_assert_cmpfloat_with_epsilon (span_of (f), span / pow (1.25, 3), 1e-3);
    g_assert_cmpfloat_with_epsilon (day_at (f, places[i]), day, 1e-6);
    mp_input_wheel (3);
    settle (f);
    g_assert_cmpfloat_with_epsilon (span_of (f), span, 1e-3);
    g_assert_cmpfloat_with_epsilon (day_at (f, places[i]), day, 1e-6);
  }
  mp_input_hold (GDK_KEY_Control_L, FALSE);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* Each step of a pinch counts from the one before, not from the beginning. */
static void
test_pinch (Fixture *f, gconstpointer data)
{
  GtkGesture *pinch = mp_find_controller (f->timeline, GTK_TYPE_GESTURE_ZOOM);
  double span = span_of (f);

  (void) data;
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_assert_cmpfloat_with_epsilon (span_of (f), span / 1.5, 1e-6);
  g_signal_emit_by_name (pinch, "scale-changed", 3.0);
  g_assert_cmpfloat_with_epsilon (span_of (f), span / 3, 1e-6);
  g_signal_emit_by_name (pinch, "scale-changed", 1.0);
  g_assert_cmpfloat_with_epsilon (span_of (f), span, 1e-6);
}

/* Several events may come before a frame shows the first of them: each counts from the one before,
 * not from what is still on the screen. */
static void
test_between_frames (Fixture *f, gconstpointer data)
{
  double day = day_at (f, 700);

  (void) data;
  mp_timeline_zoom (f->timeline, 700, 4);
  mp_timeline_pan (f->timeline, 50, 0);
  mp_timeline_zoom (f->timeline, 750, 2);
  mp_timeline_pan (f->timeline, -150, 0);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  g_assert_cmpfloat_with_epsilon (day_at (f, 600), day, 1e-6);
}

/* However long one zooms, there is something to see, each frame is soon there, and the way back is
 * open. Seen from near, a year is millions of pixels long. */
static void
test_zoom_ends (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "possible-listing", "licence-ends", "reset-2026" };
  const MpMilestones *milestones = mp_agreement_milestones (f->agreement);
  double span = span_of (f);

  (void) data;
  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    MpItem item = mp_item_milestone (f->agreement, names[i]);
    double day = mp_layout_stem_day (milestones, item.index);

    mp_session_fit (f->session);
    for (guint j = 0; j < 24; j++) {
      mp_session_zoom (f->session, day, 2);
      mp_wait_for_frame (GTK_WIDGET (f->timeline));
    }
    g_assert_cmpfloat_with_epsilon (span_of (f), MP_SESSION_MIN_DAYS, 1e-3);
  }
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 20);
  for (guint i = 0; i < 100; i++)
    mp_timeline_zoom (f->timeline, 600, 0.5);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  g_assert_cmpfloat (span_of (f), >=, span);
  for (guint i = 0; i < 50; i++)
    mp_timeline_pan (f->timeline, 500, 0);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  g_assert_nonnull (mp_find_type (f->timeline, MP_TYPE_TIMELINE_MARK));
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

/* From a label on: the day that was taken hold of comes along, and nothing is selected. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  MpRect label = rect_of (f, mp_item_milestone (f->agreement, "reset-2026"));
  double x = label.x + label.width / 2, y = label.y + label.height / 2, day;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_timeline_zoom (f->timeline, x, 2);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  day = day_at (f, x);
  drag (f, x, y, -160, 0);
  g_assert_cmpfloat_with_epsilon (day_at (f, x - 160), day, 1e-6);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
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
  assert_selection (f, first);
  /* And a click is a click again. */
  mp_input_click (f->timeline, f->scene->plot.x + 3, f->scene->band.y + 3);
  settle (f);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
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
  click_item (f, reset);
  mp_wait_until (selection (f).kind == MP_ITEM_MILESTONE);
  assert_selection (f, reset);
  click_item (f, phase);
  mp_wait_until (selection (f).kind == MP_ITEM_PHASE);
  assert_selection (f, phase);
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (f->timeline)) != NULL ||
                 gtk_widget_is_focus (GTK_WIDGET (f->timeline)));
  mp_input_click (f->timeline, f->scene->plot.x + 3, f->scene->band.y + 3);
  mp_wait_until (selection (f).kind == MP_ITEM_NONE);
}

/* A hand that clicks is never quite still. */
static void
test_trembling_click (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpRect rect = rect_of (f, reset);
  double begin = mp_session_get_begin (f->session);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  drag (f, rect.x + 20, rect.y + 10, 4, 1);
  assert_selection (f, reset);
  g_assert_cmpfloat (mp_session_get_begin (f->session), ==, begin);
}

/* Only the first button selects. */
static void
test_other_buttons (Fixture *f, gconstpointer data)
{
  MpRect rect = rect_of (f, mp_item_milestone (f->agreement, "reset-2026"));

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_point (f->timeline, rect.x + 20, rect.y + 10);
  for (guint button = 2; button <= 3; button++) {
    mp_input_button (button, TRUE);
    mp_input_button (button, FALSE);
  }
  settle (f);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* --- Clusters --------------------------------------------------------------------------------- */

static GtkWidget *
open_cluster (Fixture *f)
{
  GtkWidget *popover;

  click_item (f, (MpItem) { MP_ITEM_CLUSTER, 0 });
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover) && gtk_widget_get_width (popover) > 0);
  mp_wait_for_frame (popover);
  return popover;
}

static void
test_cluster (Fixture *f, gconstpointer data)
{
  MpSceneCluster *cluster = &g_array_index (f->scene->clusters, MpSceneCluster, 0);
  guint32 second = f->scene->layout->members[cluster->members.first + 1];
  GtkWidget *popover, *title;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  popover = open_cluster (f);
  assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
  title = mp_find_label (
    popover,
    mp_agreement_text (f->agreement, mp_agreement_milestones (f->agreement)->title[second]));
  g_assert_nonnull (title);
  mp_input_click (title, 10, 8);
  mp_wait_until (selection (f).kind == MP_ITEM_MILESTONE);
  g_assert_cmpuint (selection (f).index, ==, second);
  mp_wait_until (!gtk_widget_get_mapped (popover));
}

/* By keys alone: to the cluster, into its list, one on, and choose. */
static void
test_cluster_by_keys (Fixture *f, gconstpointer data)
{
  MpTimelineMark *mark = mp_timeline_get_mark (f->timeline, (MpItem) { MP_ITEM_CLUSTER, 0 });
  GtkWidget *popover;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (mark));
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  mp_wait_until (gtk_widget_get_mapped (popover));
  mp_wait_until (mp_get_focus (f->timeline) != NULL &&
                 gtk_widget_is_ancestor (mp_get_focus (f->timeline), popover));
  mp_input_key (GDK_KEY_Down);
  mp_input_key (GDK_KEY_Return);
  mp_wait_until (selection (f).kind == MP_ITEM_MILESTONE);
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
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  popover = open_cluster (f);
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (popover));
  /* Looking at the list was not a choice. */
  assert_selection (f, phase);
}

/* --- Keys ------------------------------------------------------------------------------------- */

/* The selection goes there, the view shows it, and the focus is where a screen reader reads. */
static void
assert_gone_to (Fixture *f, MpItem item)
{
  MpTimelineMark *mark;

  settle (f);
  assert_selection (f, item);
  mark = mp_timeline_get_mark (f->timeline, item);
  g_assert_nonnull (mark);
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (mark));
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
  /* At the edge it stays. */
  mp_input_key (GDK_KEY_Left);
  assert_gone_to (f, mp_item_phase (f->agreement, "computing-capacity", 0));
  mp_input_key (GDK_KEY_Up);
  assert_gone_to (f, mp_item_phase (f->agreement, "selling-api", 0));
  mp_input_key (GDK_KEY_Up);
  settle (f);
  g_assert_cmpint (selection (f).kind, ==, MP_ITEM_MILESTONE);
}

/* With nothing selected, an arrow begins at what is in the middle of the view. */
static void
test_arrows_from_nothing (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->window))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_Right);
  settle (f);
  g_assert_cmpint (selection (f).kind, ==, MP_ITEM_MILESTONE);
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
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  g_assert_null (
    mp_timeline_get_mark (f->timeline, mp_item_milestone (f->agreement, "licence-ends")));
  mp_input_key (GDK_KEY_End);
  assert_gone_to (f, mp_item_milestone (f->agreement, "licence-ends"));
}

/* Every milestone can be come to along the row, also those that had no room. */
static void
test_along_all_milestones (Fixture *f, gconstpointer data)
{
  guint32 length = mp_agreement_milestones (f->agreement)->length;
  g_autofree gboolean *seen = g_new0 (gboolean, length);
  guint count = 0;

  (void) data;
  mp_timeline_go (f->timeline, MP_DIRECTION_FIRST);
  mp_session_set_selection (f->session, mp_item_milestone (f->agreement, "m-1"));
  for (guint i = 0; i < length + 5; i++) {
    MpItem item = selection (f);

    g_assert_cmpint (item.kind, ==, MP_ITEM_MILESTONE);
    count += !seen[item.index];
    seen[item.index] = TRUE;
    mp_timeline_go (f->timeline, MP_DIRECTION_LATER);
  }
  g_assert_cmpuint (count, ==, length);
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
    gtk_widget_grab_focus (GTK_WIDGET (mp_timeline_get_mark (f->timeline, reset)));
    mp_input_key (keys[i]);
    settle (f);
    assert_selection (f, reset);
  }
}

static void
test_zoom_keys (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  double span = span_of (f);
  MpRect rect = rect_of (f, reset);
  double x = rect.x + rect.width / 2, day = day_at (f, x);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  /* The pointer is far off, so that the selection is what the keys zoom about. */
  mp_session_set_selection (f->session, reset);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_key (GDK_KEY_plus);
  settle (f);
  g_assert_cmpfloat_with_epsilon (span_of (f), span / 1.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (day_at (f, x), day, 1e-6);
  mp_input_key (GDK_KEY_minus);
  settle (f);
  g_assert_cmpfloat_with_epsilon (span_of (f), span, 1e-6);
  /* About the pointer, where it is over the plot. */
  day = day_at (f, 900);
  mp_input_point (f->timeline, 900, 400);
  mp_input_key (GDK_KEY_KP_Add);
  settle (f);
  g_assert_cmpfloat_with_epsilon (day_at (f, 900), day, 1e-6);
  g_assert_cmpfloat (span_of (f), <, span);
}

/* --- Focus ------------------------------------------------------------------------------------ */

/* Tab comes to the date asked about, then to every mark once, from left to right in the band. */
static void
test_tab (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint expected = f->scene->marks->len + f->scene->clusters->len;

  (void) data;
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  for (guint i = 0; i < 500; i++) {
    g_signal_emit_by_name (f->window, "move-focus", GTK_DIR_TAB_FORWARD);
    if (MP_IS_AS_OF_CURSOR (mp_get_focus (f->timeline)))
      continue;
    if (!MP_IS_TIMELINE_MARK (mp_get_focus (f->timeline)) ||
        !g_hash_table_add (seen, mp_get_focus (f->timeline)))
      break;
  }
  for (guint i = 0; i < f->scene->bars->len; i++)
    expected += g_array_index (f->scene->bars, MpSceneBar, i).rect.y < f->scene->height;
  g_assert_cmpuint (g_hash_table_size (seen), ==, expected);
}

/* Who has gone to a mark by keys and then moves the view must not be thrown out of the timeline. */
static void
test_focus_is_kept (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  gtk_widget_grab_focus (GTK_WIDGET (mp_timeline_get_mark (f->timeline, reset)));
  mp_timeline_zoom (f->timeline, f->scene->plot.x, 6);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  g_assert_null (mp_timeline_get_mark (f->timeline, reset));
  g_assert_true (mp_get_focus (f->timeline) == GTK_WIDGET (f->timeline));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func) g_test_add ("/timeline-input/" path, Fixture, NULL, up, func, tear_down)
  ADD ("wheel/pans", set_up, test_wheel_pans);
  ADD ("wheel/scrolls-rows", set_up_tall, test_wheel_scrolls_rows);
  ADD ("wheel/zooms", set_up, test_wheel_zooms);
  ADD ("pinch", set_up, test_pinch);
  ADD ("between-frames", set_up, test_between_frames);
  ADD ("zoom-ends", set_up, test_zoom_ends);
  ADD ("drag", set_up, test_drag);
  ADD ("drag-keeps-selection", set_up_tall, test_drag_keeps_selection);
  ADD ("click", set_up, test_click);
  ADD ("trembling-click", set_up, test_trembling_click);
  ADD ("other-buttons", set_up, test_other_buttons);
  ADD ("cluster/click", set_up_crowd, test_cluster);
  ADD ("cluster/keys", set_up_crowd, test_cluster_by_keys);
  ADD ("cluster/escape", set_up_crowd, test_cluster_escape);
  ADD ("keys/arrows", set_up, test_arrows);
  ADD ("keys/arrows-from-nothing", set_up, test_arrows_from_nothing);
  ADD ("keys/home-and-end", set_up, test_home_and_end);
  ADD ("keys/along-all-milestones", set_up_crowd, test_along_all_milestones);
  ADD ("keys/enter-and-space", set_up, test_enter_and_space);
  ADD ("keys/zoom", set_up, test_zoom_keys);
  ADD ("focus/tab", set_up, test_tab);
  ADD ("focus/is-kept", set_up, test_focus_is_kept);
#undef ADD
  return g_test_run ();
}
