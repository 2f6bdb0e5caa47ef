/* test-timeline-motion.c: how the view moves, with the pointer and by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most of this is real input: another client of the X server moves the pointer. Animations are on,
 * unless a test turns them off.
 */
#include "mp-timeline-fixture.h"
#include "mp-zoom-to-selection.h"

#include <adwaita.h>
#include <math.h>

typedef MpTimelineFixture Fixture;

static void
want_animations (gboolean wanted)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", wanted, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  mp_timeline_set_up (f, data);
  want_animations (TRUE);
}

static void
set_up_tall (Fixture *f, gconstpointer data)
{
  mp_timeline_set_up_tall (f, data);
  want_animations (TRUE);
}

static MpView
view_of (Fixture *f)
{
  return mp_session_get_view (f->session);
}

static gboolean
is_at (Fixture *f, MpView view)
{
  return mp_view_is_near (view_of (f), view);
}

/* Waits until several frames have shown one view. */
static void
wait_for_rest (Fixture *f)
{
  gint64 deadline = g_get_monotonic_time () + MP_PATIENCE;
  guint still = 0;

  while (still < 15 && g_get_monotonic_time () < deadline) {
    MpView before = view_of (f);

    mp_timeline_wait (f);
    still = before.begin == view_of (f).begin && before.end == view_of (f).end ? still + 1 : 0;
  }
  g_assert_cmpuint (still, ==, 15);
}

static void
settle (Fixture *f)
{
  mp_input_settle (f->window);
  mp_timeline_wait (f);
}

/* Moves the pointer with the button held, in four steps, one in each frame, as users do; then
 * releases the button or not. */
static void
pull (Fixture *f, double x, double y, double dx, double dy, gboolean let_go)
{
  mp_input_point (f->timeline, x, y);
  mp_input_button (1, TRUE);
  for (guint i = 1; i < 4; i++) {
    mp_timeline_wait (f);
    mp_input_point (f->timeline, x + dx * i / 4, y + dy * i / 4);
  }
  mp_timeline_wait (f);
  if (let_go)
    mp_input_release_at (f->timeline, x + dx, y + dy);
  else
    mp_input_point (f->timeline, x + dx, y + dy);
  settle (f);
}

static void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->timeline), action, NULL));
}

static void
zoom_in (Fixture *f)
{
  mp_timeline_zoom (f->timeline, 600, 6);
  mp_timeline_wait (f);
}

/* --- Flicks ----------------------------------------------------------------------------------- */

/* Thrown, the view goes on the same way, slower and slower, and comes to rest. */
static void
test_flick (Fixture *f, gconstpointer data)
{
  double begin;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  zoom_in (f);
  begin = view_of (f).begin;
  /* So long that it is a flick even if a frame takes half a second. */
  pull (f, 900, 500, -480, 0, TRUE);
  wait_for_rest (f);
  /* The drag alone was 480 pixels, at a sixth of the scale that the scene had at first. */
  g_assert_cmpfloat (view_of (f).begin - begin, >, 500 / f->scene->scale.per_day / 6);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), mp_view_span (view_of (f)), 1e-6);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* A press stops it where it is, and is not a click. */
static void
test_touch_stops_it (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  double begin;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, reset);
  zoom_in (f);
  pull (f, 900, 500, -480, 0, TRUE);
  begin = view_of (f).begin;
  mp_wait_until (view_of (f).begin > begin);
  mp_input_click (f->timeline, f->scene->plot.x + 30, f->scene->band.y + 4);
  settle (f);
  begin = view_of (f).begin;
  wait_for_rest (f);
  g_assert_cmpfloat (view_of (f).begin, ==, begin);
  mp_timeline_assert_selection (f, reset);
}

/* With animations turned off nothing moves by itself. */
static void
test_reduced_motion (Fixture *f, gconstpointer data)
{
  MpView all = mp_session_get_fit_view (f->session);
  double begin;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  want_animations (FALSE);
  zoom_in (f);
  pull (f, 700, 500, -80, 0, TRUE);
  begin = view_of (f).begin;
  wait_for_rest (f);
  g_assert_cmpfloat (view_of (f).begin, ==, begin);
  act (f, "timeline.fit");
  g_assert_true (is_at (f, all));
}

/* --- The soft edge ---------------------------------------------------------------------------- */

/* Beyond the data the contents follow the pointer less and less, and come back when it is released.
 */
static void
test_soft_edge (Fixture *f, gconstpointer data)
{
  MpView rest;
  double pulled, over, per_day;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  zoom_in (f);
  mp_session_pan (f->session, 1e6);
  mp_timeline_wait (f);
  rest = view_of (f);
  per_day = f->scene->plot.width / mp_view_span (rest);
  pull (f, 900, 500, -400, 0, FALSE);
  over = (view_of (f).begin - rest.begin) * per_day;
  pulled = 400;
  g_assert_cmpfloat (over, >, 20);
  g_assert_cmpfloat (over, <, pulled / 2);
  g_assert_cmpfloat_with_epsilon (mp_view_span (view_of (f)), mp_view_span (rest), 1e-6);
  mp_input_button (1, FALSE);
  settle (f);
  mp_wait_until (is_at (f, rest));
  wait_for_rest (f);
  g_assert_true (is_at (f, rest));
  /* The view beyond the data is not in the history. */
  act (f, "timeline.fit");
  wait_for_rest (f);
  act (f, "timeline.view-back");
  wait_for_rest (f);
  g_assert_true (is_at (f, rest));
}

/* Thrown against the end of the data, the view goes a little beyond it and comes back. */
static void
test_flick_over_the_edge (Fixture *f, gconstpointer data)
{
  MpView rest;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  zoom_in (f);
  mp_session_pan (f->session, 1e6);
  rest = view_of (f);
  mp_timeline_pan (f->timeline, 100, 0);
  mp_timeline_wait (f);
  pull (f, 900, 500, -90, 0, TRUE);
  wait_for_rest (f);
  g_assert_true (is_at (f, rest));
}

/* --- One axis at a time ----------------------------------------------------------------------- */

static void
test_axis_is_kept (Fixture *f, gconstpointer data)
{
  double begin = view_of (f).begin, scroll;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  want_animations (FALSE);
  pull (f, 600, 500, 10, -60, FALSE);
  mp_input_point (f->timeline, 300, 440);
  mp_input_button (1, FALSE);
  settle (f);
  scroll = mp_timeline_get_scene (f->timeline)->scroll;
  g_assert_cmpfloat (scroll, ==, 60);
  g_assert_cmpfloat (view_of (f).begin, ==, begin);
  pull (f, 600, 500, -60, 10, FALSE);
  mp_input_point (f->timeline, 540, 300);
  mp_input_button (1, FALSE);
  settle (f);
  g_assert_cmpfloat (mp_timeline_get_scene (f->timeline)->scroll, ==, scroll);
  g_assert_cmpfloat (view_of (f).begin, >, begin);
}

/* Axis, band and gutter stay where they are while the rows scroll. */
static void
test_pinned (Fixture *f, gconstpointer data)
{
  MpScene *scene;

  (void) data;
  mp_timeline_pan (f->timeline, 0, -300);
  mp_timeline_wait (f);
  scene = mp_timeline_get_scene (f->timeline);
  g_assert_cmpfloat (scene->scroll, ==, 300);
  g_assert_cmpfloat (scene->axis.y, ==, 0);
  g_assert_cmpfloat (scene->band.y, ==, f->scene->band.y);
  g_assert_cmpfloat (scene->rows.y, ==, f->scene->rows.y);
  g_assert_cmpfloat (scene->gutter.width, ==, f->scene->gutter.width);
  mp_timeline_pan (f->timeline, -200, 0);
  mp_timeline_wait (f);
  scene = mp_timeline_get_scene (f->timeline);
  g_assert_cmpfloat (scene->row_items[0].title.x, ==, f->scene->row_items[0].title.x);
}

/* --- Double click ----------------------------------------------------------------------------- */

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_double_click (Fixture *f, gconstpointer data)
{
  double x = 700, y = f->scene->height - 4, day = mp_timeline_day_at (f, x);
  double span = mp_timeline_span (f);
  guint views = 0;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  g_signal_connect_swapped (f->session, "notify::begin", G_CALLBACK (count_cb), &views);
  mp_input_click (f->timeline, x, y);
  mp_input_click (f->timeline, x, y);
  mp_input_settle (f->window);
  for (guint i = 0; i < 200 && mp_timeline_span (f) > span / 2 * 1.0001; i++) {
    mp_timeline_wait (f);
    /* The day under the pointer stays there all the way. */
    g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x), day, span / 2000);
  }
  wait_for_rest (f);
  g_signal_handlers_disconnect_by_func (f->session, count_cb, &views);
  /* The way is shown in more than one step. */
  g_assert_cmpuint (views, >, 1);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / 2, span / 1000);
}

/* --- A span ----------------------------------------------------------------------------------- */

static void
test_shift_drag (Fixture *f, gconstpointer data)
{
  double from = mp_timeline_day_at (f, 500), to = mp_timeline_day_at (f, 740);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  pull (f, 740, 500, -240, 30, TRUE);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  wait_for_rest (f);
  g_assert_true (is_at (f, (MpView) { from, to }));
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* While a span is dragged it can be seen; Escape cancels it, and nothing happens. */
static void
test_shift_drag_escape (Fixture *f, gconstpointer data)
{
  cairo_surface_t *plain, *drawn, *after;
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpView before = view_of (f);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  plain = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  pull (f, 500, 500, 240, 0, FALSE);
  drawn = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (mp_picture_difference (plain, drawn, 8), >, 2000);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  mp_input_key (GDK_KEY_Escape);
  settle (f);
  after = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (mp_picture_difference (drawn, after, 8), >, 2000);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (after);
  mp_input_point (f->timeline, 800, 500);
  mp_input_button (1, FALSE);
  wait_for_rest (f);
  g_assert_true (is_at (f, before));
  /* Escape only cancels what there is: a second one clears the selection. */
  mp_session_set_selection (f->session, reset);
  mp_input_key (GDK_KEY_Escape);
  settle (f);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* A drag of a few pixels is not a span. */
static void
test_shift_click (Fixture *f, gconstpointer data)
{
  MpView before = view_of (f);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  pull (f, 500, 500, 4, 0, TRUE);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  wait_for_rest (f);
  g_assert_true (is_at (f, before));
}

/* --- Views ------------------------------------------------------------------------------------ */

static void
test_frame (Fixture *f, gconstpointer data)
{
  MpItem item = mp_item_phase (f->agreement, "selling-api", 0);
  MpView all = view_of (f), context, close;

  (void) data;
  mp_session_set_selection (f->session, item);
  mp_zoom_to_item (f->session, item, MP_ZOOM_CONTEXT, &context);
  mp_zoom_to_item (f->session, item, MP_ZOOM_CLOSE, &close);
  act (f, "timeline.frame");
  if (!mp_view_is_near (context, all)) {
    wait_for_rest (f);
    g_assert_true (is_at (f, context));
    act (f, "timeline.frame");
  }
  /* A second step while the view still moves counts from the view that it moves to. */
  mp_timeline_wait (f);
  act (f, "timeline.frame");
  wait_for_rest (f);
  g_assert_true (is_at (f, all) || is_at (f, close));
}

static void
test_back_and_forward (Fixture *f, gconstpointer data)
{
  MpView all = view_of (f), first, second;

  (void) data;
  act (f, "timeline.view-back");
  g_assert_true (is_at (f, all));
  for (guint i = 0; i < 3; i++)
    act (f, "timeline.zoom-in");
  first = view_of (f);
  act (f, "timeline.show-today");
  wait_for_rest (f);
  second = view_of (f);
  g_assert_false (mp_view_is_near (first, second));
  act (f, "timeline.view-back");
  wait_for_rest (f);
  g_assert_true (is_at (f, first));
  /* The three steps were one move. */
  act (f, "timeline.view-back");
  wait_for_rest (f);
  g_assert_true (is_at (f, all));
  act (f, "timeline.view-forward");
  act (f, "timeline.view-forward");
  wait_for_rest (f);
  g_assert_true (is_at (f, second));
}

static void
test_today (Fixture *f, gconstpointer data)
{
  double today = (double) mp_today () / (double) MP_SECONDS_PER_DAY;

  (void) data;
  mp_timeline_zoom (f->timeline, f->scene->plot.x, 20);
  mp_timeline_wait (f);
  g_assert_cmpfloat (view_of (f).end, <, today);
  act (f, "timeline.show-today");
  wait_for_rest (f);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (view_of (f)), today + 0.5, 1e-3);
}

/* --- Interruptions ---------------------------------------------------------------------------- */

/* Starts to glide out, and waits until it is on its way. */
static void
begin_to_glide (Fixture *f)
{
  double span;

  mp_timeline_zoom (f->timeline, 600, 40);
  mp_timeline_wait (f);
  span = mp_timeline_span (f);
  act (f, "timeline.fit");
  mp_wait_until (mp_timeline_span (f) > span * 1.02);
}

static void
test_wheel_interrupts (Fixture *f, gconstpointer data)
{
  MpView all = mp_session_get_fit_view (f->session);
  double span;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_point (f->timeline, 600, f->scene->band.y + 5);
  begin_to_glide (f);
  mp_input_wheel (1);
  mp_input_settle (f->window);
  span = mp_timeline_span (f);
  if (mp_view_is_near (view_of (f), all)) {
    g_test_skip ("the machine was too slow to come in between");
    return;
  }
  wait_for_rest (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span, 1e-6);
}

/* Setting the session's view directly ends the animation. */
static void
test_others_interrupt (Fixture *f, gconstpointer data)
{
  MpView view = { 20000, 20100 };

  (void) data;
  begin_to_glide (f);
  mp_session_set_view (f->session, view.begin, view.end);
  wait_for_rest (f);
  g_assert_true (is_at (f, view));
}

/* The window can be closed while the view moves. */
static void
test_closed_on_the_way (Fixture *f, gconstpointer data)
{
  (void) data;
  begin_to_glide (f);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-motion/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("flick", set_up, test_flick);
  ADD ("flick/touch-stops-it", set_up, test_touch_stops_it);
  ADD ("flick/reduced-motion", set_up, test_reduced_motion);
  ADD ("edge/soft", set_up, test_soft_edge);
  ADD ("edge/flick", set_up, test_flick_over_the_edge);
  ADD ("axis/kept", set_up_tall, test_axis_is_kept);
  ADD ("axis/pinned", set_up_tall, test_pinned);
  ADD ("double-click", set_up, test_double_click);
  ADD ("span", set_up, test_shift_drag);
  ADD ("span/escape", set_up, test_shift_drag_escape);
  ADD ("span/click", set_up, test_shift_click);
  ADD ("views/frame", set_up, test_frame);
  ADD ("views/back-and-forward", set_up, test_back_and_forward);
  ADD ("views/today", set_up, test_today);
  ADD ("interrupted/wheel", set_up, test_wheel_interrupts);
  ADD ("interrupted/others", set_up, test_others_interrupt);
  ADD ("interrupted/closed", set_up, test_closed_on_the_way);
#undef ADD
  return g_test_run ();
}
