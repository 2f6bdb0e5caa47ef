/* test-timeline-mirrored.c: from right to left, input at the mirrored point does the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Input is real: another client of the X server moves the pointer and hits the keys.
 */
#include "mp-legend-bar.h"
#include "mp-overview.h"
#include "mp-timeline-fixture.h"

#include <adwaita.h>
#include <math.h>

typedef MpTimelineFixture Fixture;

static const MpItem nothing = { MP_ITEM_NONE, 0 };

static void
set_up (Fixture *f, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mp_timeline_set_up (f, data);
}

static void
set_up_tall (Fixture *f, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mp_timeline_set_up_tall (f, data);
}

static void
set_up_crowd (Fixture *f, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mp_timeline_set_up_crowd (f, data);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mp_timeline_tear_down (f, data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Converts a point of the picture to where it is seen. */
static double
seen (gpointer widget, double x)
{
  return gtk_widget_get_width (widget) - x;
}

/* Waits until what was sent has arrived, and for the frame that shows it. */
static void
settle_on (gpointer widget)
{
  mp_input_settle (gtk_widget_get_root (widget));
  mp_wait_for_frame (widget);
}

static void
settle (Fixture *f)
{
  settle_on (f->timeline);
}

/* Drags from a point of the picture to the right by a distance. */
static void
drag (gpointer widget, double x, double y, double dx)
{
  x = seen (widget, x);
  mp_input_point (widget, x, y);
  mp_input_button (1, TRUE);
  for (guint i = 1; i <= 4; i++)
    mp_input_point (widget, x + dx * i / 4, y);
  mp_input_button (1, FALSE);
  settle_on (widget);
}

static void
press_at (Fixture *f, MpRect rect)
{
  mp_input_click (f->timeline, seen (f->timeline, rect.x + rect.width / 2),
                  rect.y + rect.height / 2);
}

static void
select_at (Fixture *f, MpRect rect)
{
  press_at (f, rect);
  settle (f);
}

/* --- Where things are ------------------------------------------------------------------------- */

static void
assert_mirrored (Fixture *f, gpointer child, MpRect rect)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (f->timeline), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x + bounds.size.width, seen (f->timeline, rect.x),
                                  1.01);
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, seen (f->timeline, rect.x + rect.width), 1.01);
}

static void
assert_children_mirrored (Fixture *f)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  assert_mirrored (f, mp_timeline_get_item (f->timeline, mp_scene_item_new (reset)),
                   mp_timeline_rect_of (f, reset));
  for (guint i = 0; i < scene->n_bars; i++) {
    MpSceneBar *bar = &scene->bars[i];
    MpTimelineItem *mark =
      mp_timeline_get_item (f->timeline, (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar->phase });

    if (mark != NULL)
      assert_mirrored (f, mark, bar->visible);
  }
  assert_mirrored (f, mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR), scene->today_badge);
}

static void
test_children (Fixture *f, gconstpointer data)
{
  (void) data;
  assert_children_mirrored (f);
}

/* The scrollbar of the rows is on the side where lines end. */
static void
test_scrollbar (Fixture *f, gconstpointer data)
{
  graphene_rect_t bounds;

  (void) data;
  g_assert_cmpfloat (f->scene->max_scroll, >, 0);
  g_assert_true (gtk_widget_compute_bounds (mp_find_type (f->timeline, GTK_TYPE_SCROLLBAR),
                                            GTK_WIDGET (f->timeline), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
}

/* The list of a cluster points at it. */
static void
test_cluster (Fixture *f, gconstpointer data)
{
  MpSceneCluster *cluster = &f->scene->clusters[0];
  GdkRectangle at;
  GtkWidget *popover;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  press_at (f, cluster->rect);
  mp_wait_until (mp_find_type (f->timeline, GTK_TYPE_POPOVER) != NULL);
  popover = mp_find_type (f->timeline, GTK_TYPE_POPOVER);
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (popover), &at));
  g_assert_cmpfloat_with_epsilon (at.x, seen (f->timeline, cluster->rect.x + cluster->rect.width),
                                  1.01);
  mp_wait_until (gtk_widget_get_mapped (popover));
  mp_input_key (GDK_KEY_Escape);
  mp_wait_until (!gtk_widget_get_mapped (popover));
}

/* --- The pointer ------------------------------------------------------------------------------ */

static void
test_click (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpItem phase = mp_item_phase (f->agreement, "selling-api", 1);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  select_at (f, mp_timeline_rect_of (f, reset));
  mp_timeline_assert_selection (f, reset);
  select_at (f, mp_timeline_rect_of (f, phase));
  mp_timeline_assert_selection (f, phase);
  select_at (f, (MpRect) { f->scene->plot.x + 2, f->scene->band.y + 2, 2, 2 });
  mp_timeline_assert_selection (f, nothing);
}

/* The day under the pointer moves with it. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  double x = 600, day;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_timeline_zoom (f->timeline, x, 2);
  mp_timeline_wait (f);
  day = mp_timeline_day_at (f, x);
  drag (f->timeline, x, f->scene->band.y + 20, 120);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x - 120), day, 1e-6);
}

/* The day under the pointer stays there while zooming. The wheel alone moves on in time as always,
 * and sideways scrolling to the right goes to what is drawn on the right. */
static void
test_wheel (Fixture *f, gconstpointer data)
{
  double x = 700, day, begin, span;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  day = mp_timeline_day_at (f, x);
  span = mp_timeline_span (f);
  mp_input_point (f->timeline, seen (f->timeline, x), f->scene->band.y + 5);
  mp_input_hold (GDK_KEY_Control_L, TRUE);
  mp_input_wheel (-3);
  mp_input_hold (GDK_KEY_Control_L, FALSE);
  settle (f);
  g_assert_cmpfloat_with_epsilon (mp_timeline_span (f), span / pow (1.25, 3), 1e-3);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x), day, 1e-6);
  begin = mp_session_get_begin (f->session);
  mp_input_wheel (1);
  settle (f);
  g_assert_cmpfloat (mp_session_get_begin (f->session), >, begin);
  begin = mp_session_get_begin (f->session);
  /* Sideways scrolling to the right. */
  mp_input_button (7, TRUE);
  mp_input_button (7, FALSE);
  settle (f);
  g_assert_cmpfloat (mp_session_get_begin (f->session), <, begin);
}

/* A drag with Shift zooms to the days that it covers. */
static void
test_span (Fixture *f, gconstpointer data)
{
  double first = mp_timeline_day_at (f, 450), last = mp_timeline_day_at (f, 650);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  drag (f->timeline, 450, f->scene->band.y + 5, -200);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  mp_wait_until (fabs (mp_session_get_begin (f->session) - first) < 1);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (f->session), last, 1);
}

/* A drag along the axis sets the as-of date, whose handle is then at the date. */
static void
test_ask (Fixture *f, gconstpointer data)
{
  double x = 500;
  const MpDate *as_of;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  drag (f->timeline, x - 80, f->scene->axis.y + 10, -80);
  as_of = mp_session_get_as_of (f->session);
  g_assert_cmpfloat_with_epsilon (mp_day_from_instant (as_of->earliest),
                                  floor (mp_timeline_day_at (f, x)), 0.01);
  assert_mirrored (f, mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR),
                   mp_timeline_get_scene (f->timeline)->as_of.badge);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void
assert_key_goes (Fixture *f, guint key, MpMove direction)
{
  MpItem from = mp_session_get_selection (f->session);
  MpItem to = mp_layout_neighbour (f->scene->layout, from, direction, 0);

  g_assert_false (mp_item_equal (from, to));
  mp_input_key (key);
  settle (f);
  mp_timeline_assert_selection (f, to);
}

/* Arrow keys go to what is drawn on their side; Home still goes to the first item and End to the
 * last. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, reset);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  assert_key_goes (f, GDK_KEY_Left, MP_MOVE_LATER);
  assert_key_goes (f, GDK_KEY_Right, MP_MOVE_EARLIER);
  mp_timeline_assert_selection (f, reset);
  assert_key_goes (f, GDK_KEY_Home, MP_MOVE_FIRST);
  assert_key_goes (f, GDK_KEY_End, MP_MOVE_LAST);
}

static void
test_measure_keys (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_session_set_selection (f->session, reset);
  gtk_widget_grab_focus (GTK_WIDGET (f->timeline));
  mp_input_hold (GDK_KEY_Shift_L, TRUE);
  mp_input_key (GDK_KEY_Left);
  mp_input_hold (GDK_KEY_Shift_L, FALSE);
  settle (f);
  g_assert_true (mp_item_equal (mp_session_get_measured (f->session),
                                mp_layout_neighbour (f->scene->layout, reset, MP_MOVE_LATER, 0)));
}

static void
test_cursor_keys (Fixture *f, gconstpointer data)
{
  static const struct {
    guint key;
    guint modifier; /* or 0 */
    int days;
  } cases[] = { { GDK_KEY_Left, 0, 1 },
                { GDK_KEY_Right, 0, -1 },
                { GDK_KEY_Left, GDK_KEY_Shift_L, 30 },
                { GDK_KEY_Right, GDK_KEY_Control_L, -365 } };
  MpInstant day = mp_instant_from_civil (2026, 6, 10, 0, 0, 0);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    mp_session_set_as_of_day (f->session, day);
    mp_timeline_wait (f);
    gtk_widget_grab_focus (mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR));
    if (cases[i].modifier != 0)
      mp_input_hold (cases[i].modifier, TRUE);
    mp_input_key (cases[i].key);
    if (cases[i].modifier != 0)
      mp_input_hold (cases[i].modifier, FALSE);
    settle (f);
    g_assert_cmpint (mp_session_get_as_of (f->session)->earliest - day, ==,
                     cases[i].days * MP_SECONDS_PER_DAY);
  }
}

/* --- The overview ----------------------------------------------------------------------------- */

static void
test_overview (Fixture *f, gconstpointer data)
{
  GtkWidget *overview = mp_overview_new ();
  GtkWindow *window;
  MpView all = mp_session_get_fit_view (f->session), view;
  double middle = mp_view_middle (all), span = mp_view_span (all) / 10, days;
  MpOverviewGeometry geometry;

  (void) data;
  mp_overview_set_session (MP_OVERVIEW (overview), f->session);
  window = mp_show (overview, 1000, 80);
  if (mp_input_begin (window)) {
    mp_session_set_view (f->session, middle - span / 2, middle + span / 2);
    mp_wait_for_frame (overview);
    view = mp_session_get_view (f->session);
    geometry = mp_overview_get_geometry (MP_OVERVIEW (overview));
    days = 100 / geometry.scale.per_day;
    /* The window of the overview, to the right: to earlier days. */
    drag (overview, geometry.window.x + geometry.window.width / 2, 40, 100);
    g_assert_true (mp_view_is_near (mp_session_get_view (f->session),
                                    (MpView) { view.begin - days, view.end - days }));
    view = mp_session_get_view (f->session);
    gtk_widget_grab_focus (overview);
    mp_input_key (GDK_KEY_Left);
    settle_on (overview);
    g_assert_cmpfloat (mp_session_get_view (f->session).begin, >, view.begin);
    /* Drawn anew, from 700 on. */
    view = (MpView) { mp_overview_geometry_day_at (&geometry, 700),
                      mp_overview_geometry_day_at (&geometry, 900) };
    drag (overview, 700, 40, -200);
    g_assert_true (mp_view_is_near (mp_session_get_view (f->session), view));
  }
  mp_input_end ();
  mp_close (window);
}

static guint
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  return mp_picture_difference (a, b, 16);
}

/* The drawing of a widget is mirrored with its direction, and back again. */
static void
assert_turns (GtkWidget *widget, guint pixels)
{
  cairo_surface_t *rtl = mp_picture_of (widget, 1), *ltr, *back;

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  mp_wait_for_frame (widget);
  ltr = mp_picture_of (widget, 1);
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  mp_wait_for_frame (widget);
  back = mp_picture_of (widget, 1);
  g_assert_cmpuint (difference (rtl, ltr), >, pixels);
  g_assert_cmpuint (difference (rtl, back), ==, 0);
  cairo_surface_destroy (rtl);
  cairo_surface_destroy (ltr);
  cairo_surface_destroy (back);
}

static void
test_overview_and_legend_turn (Fixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overview = mp_overview_new (), *legend = mp_legend_bar_new ();
  GtkWindow *window;

  (void) data;
  mp_overview_set_session (MP_OVERVIEW (overview), f->session);
  mp_legend_bar_set_session (MP_LEGEND_BAR (legend), f->session);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_box_append (GTK_BOX (box), legend);
  window = mp_show (box, 1000, 200);
  assert_turns (overview, 4000);
  assert_turns (legend, 2000);
  assert_turns (GTK_WIDGET (f->timeline), 10000);
  mp_close (window);
}

/* --- Live ------------------------------------------------------------------------------------- */

/* When the direction changes, everything turns at once and nothing else changes. */
static void
test_live (Fixture *f, gconstpointer data)
{
  cairo_surface_t *before, *turned, *back;
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");

  (void) data;
  mp_session_set_selection (f->session, reset);
  mp_timeline_wait (f);
  before = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  mp_timeline_wait (f);
  turned = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (difference (before, turned), >, 10000);
  mp_timeline_rest (f);
  g_assert_cmpint (
    mp_timeline_place_of (f, mp_timeline_get_item (f->timeline, mp_scene_item_new (reset))).x, ==,
    (int) floor (mp_timeline_rect_of (f, reset).x));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mp_timeline_wait (f);
  back = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (difference (before, back), ==, 0);
  assert_children_mirrored (f);
  mp_timeline_assert_selection (f, reset);
  cairo_surface_destroy (before);
  cairo_surface_destroy (turned);
  cairo_surface_destroy (back);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-mirrored/" path, Fixture, NULL, up, func, tear_down)
  ADD ("children", set_up, test_children);
  ADD ("scrollbar", set_up_tall, test_scrollbar);
  ADD ("cluster", set_up_crowd, test_cluster);
  ADD ("click", set_up, test_click);
  ADD ("drag", set_up, test_drag);
  ADD ("wheel", set_up, test_wheel);
  ADD ("span", set_up, test_span);
  ADD ("ask", set_up, test_ask);
  ADD ("keys/arrows", set_up, test_keys);
  ADD ("keys/measure", set_up, test_measure_keys);
  ADD ("keys/cursor", set_up, test_cursor_keys);
  ADD ("overview", set_up, test_overview);
  ADD ("overview-and-legend", set_up, test_overview_and_legend_turn);
  ADD ("live", set_up, test_live);
#undef ADD
  return g_test_run ();
}
