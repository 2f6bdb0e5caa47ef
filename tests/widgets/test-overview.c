/* test-overview.c: the whole agreement in small, by pointer and by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Input is real: another client of the X server moves the pointer and hits the keys.
 */
#include "mp-overview.h"

#include "mp-display-support.h"

#include <adwaita.h>

typedef struct {
  MpSession *session;
  MpAgreement *agreement;
  MpOverview *overview;
  GtkWindow *window;
  MpView all;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  (void) data;
  f->agreement = mp_test_shipped_agreement ();
  f->session = mp_session_new (mp_today ());
  f->overview = MP_OVERVIEW (mp_overview_new ());
  mp_overview_set_session (f->overview, f->session);
  mp_session_set_agreement (f->session, f->agreement);
  f->window = mp_show (GTK_WIDGET (f->overview), 1000, 80);
  f->all = mp_session_get_fit_view (f->session);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_input_end ();
  g_object_add_weak_pointer (G_OBJECT (f->overview), (gpointer *) &f->overview);
  mp_close (f->window);
  g_assert_null (f->overview);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->agreement);
}

static MpView
view_of (Fixture *f)
{
  return mp_session_get_view (f->session);
}

/* The middle tenth of everything in view. */
static MpView
show_a_tenth (Fixture *f)
{
  double middle = mp_view_middle (f->all), span = mp_view_span (f->all) / 10;

  mp_session_set_view (f->session, middle - span / 2, middle + span / 2);
  mp_wait_for_frame (GTK_WIDGET (f->overview));
  return view_of (f);
}

static void
drag (Fixture *f, double from, double to)
{
  mp_input_point (f->overview, from, 40);
  mp_input_button (1, TRUE);
  for (guint i = 1; i <= 4; i++)
    mp_input_point (f->overview, from + (to - from) * i / 4, 40);
  mp_input_button (1, FALSE);
  mp_input_settle (f->window);
}

static void
assert_same (MpView a, MpView b)
{
  g_assert_true (mp_view_is_near (a, b));
}

/* --- The pointer ------------------------------------------------------------------------------ */

static void
test_drag_body (Fixture *f, gconstpointer data)
{
  MpView view;
  MpOverviewGeometry geometry;
  double days;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  geometry = mp_overview_get_geometry (f->overview);
  days = 100 / geometry.scale.per_day;
  drag (f, geometry.window.x + geometry.window.width / 2,
        geometry.window.x + geometry.window.width / 2 + 100);
  assert_same (view_of (f), (MpView) { view.begin + days, view.end + days });
  g_assert_true (mp_view_history_can_go_back (mp_session_get_history (f->session)));
}

/* Escape during a drag: as if nothing had been dragged, whatever the pointer does then. */
static void
test_drag_cancelled (Fixture *f, gconstpointer data)
{
  MpView view;
  MpOverviewGeometry geometry;
  double middle;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  geometry = mp_overview_get_geometry (f->overview);
  middle = geometry.window.x + geometry.window.width / 2;
  mp_input_point (f->overview, middle, 40);
  mp_input_button (1, TRUE);
  mp_input_point (f->overview, middle + 40, 40);
  mp_input_point (f->overview, middle + 80, 40);
  mp_input_settle (f->window);
  g_assert_false (mp_view_is_near (view_of (f), view));
  mp_input_key (GDK_KEY_Escape);
  mp_input_settle (f->window);
  assert_same (view_of (f), view);
  mp_input_point (f->overview, middle + 120, 40);
  mp_input_button (1, FALSE);
  mp_input_settle (f->window);
  assert_same (view_of (f), view);
}

/* One step of the wheel moves as far as an arrow key does; with Ctrl it zooms about the middle. */
static void
test_wheel (Fixture *f, gconstpointer data)
{
  MpView view;
  double step;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  step = mp_view_span (view) / 10;
  mp_input_point (f->overview, 500, 40);
  mp_input_wheel (2);
  mp_input_settle (f->window);
  assert_same (view_of (f), (MpView) { view.begin + 2 * step, view.end + 2 * step });
  mp_input_wheel (-2);
  mp_input_settle (f->window);
  assert_same (view_of (f), view);
  mp_input_hold (GDK_KEY_Control_L, TRUE);
  mp_input_wheel (-1);
  mp_input_hold (GDK_KEY_Control_L, FALSE);
  mp_input_settle (f->window);
  g_assert_cmpfloat_with_epsilon (mp_view_span (view_of (f)), mp_view_span (view) / 1.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (view_of (f)), mp_view_middle (view), 1e-6);
}

static void
test_drag_edges (Fixture *f, gconstpointer data)
{
  MpView view;
  MpOverviewGeometry geometry;
  double days;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  geometry = mp_overview_get_geometry (f->overview);
  days = 60 / geometry.scale.per_day;
  drag (f, geometry.window.x, geometry.window.x - 60);
  assert_same (view_of (f), (MpView) { view.begin - days, view.end });
  drag (f, geometry.window.x + geometry.window.width,
        geometry.window.x + geometry.window.width + 60);
  assert_same (view_of (f), (MpView) { view.begin - days, view.end + days });
  /* Dragged past the other edge, the two edges are exchanged. */
  geometry = mp_overview_get_geometry (f->overview);
  drag (f, geometry.window.x, geometry.window.x + geometry.window.width + 100);
  g_assert_cmpfloat (view_of (f).begin, >, view.end);
}

static void
test_draw_anew (Fixture *f, gconstpointer data)
{
  MpOverviewGeometry geometry = mp_overview_get_geometry (f->overview);
  MpView wanted = { mp_overview_geometry_day_at (&geometry, 400),
                    mp_overview_geometry_day_at (&geometry, 560) };

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  /* While everything is in view, the window cannot be moved. */
  drag (f, 560, 400);
  assert_same (view_of (f), wanted);
  wanted = (MpView) { mp_overview_geometry_day_at (&geometry, 700),
                      mp_overview_geometry_day_at (&geometry, 900) };
  drag (f, 700, 900);
  assert_same (view_of (f), wanted);
}

static void
test_click (Fixture *f, gconstpointer data)
{
  MpView view;
  MpOverviewGeometry geometry;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  geometry = mp_overview_get_geometry (f->overview);
  mp_input_click (f->overview, 800, 40);
  mp_input_settle (f->window);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (view_of (f)),
                                  mp_overview_geometry_day_at (&geometry, 800),
                                  2 / geometry.scale.per_day);
  g_assert_cmpfloat_with_epsilon (mp_view_span (view_of (f)), mp_view_span (view), 1e-6);
  /* A click within the window does nothing. */
  view = view_of (f);
  mp_input_click (f->overview, 800, 40);
  mp_input_settle (f->window);
  assert_same (view_of (f), view);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static void
hit (Fixture *f, guint key)
{
  mp_input_key (key);
  mp_input_settle (f->window);
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  MpView view;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  view = show_a_tenth (f);
  gtk_widget_grab_focus (GTK_WIDGET (f->overview));
  hit (f, GDK_KEY_Right);
  g_assert_cmpfloat_with_epsilon (view_of (f).begin, view.begin + mp_view_span (view) / 10, 1e-6);
  hit (f, GDK_KEY_Left);
  assert_same (view_of (f), view);
  hit (f, GDK_KEY_plus);
  g_assert_cmpfloat_with_epsilon (mp_view_span (view_of (f)), mp_view_span (view) / 1.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (view_of (f)), mp_view_middle (view), 1e-6);
  hit (f, GDK_KEY_minus);
  assert_same (view_of (f), view);
  hit (f, GDK_KEY_Home);
  g_assert_cmpfloat_with_epsilon (view_of (f).begin, f->all.begin, 1e-6);
  hit (f, GDK_KEY_End);
  g_assert_cmpfloat_with_epsilon (view_of (f).end, f->all.end, 1e-6);
  hit (f, GDK_KEY_Page_Up);
  g_assert_cmpfloat (view_of (f).end, <, f->all.end - mp_view_span (view) * 0.8);
}

/* --- What is said, and seen ------------------------------------------------------------------- */

static gboolean
is_called (Fixture *f, const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (f->overview),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return other == NULL;
}

/* The days are said once the view rests, not in each frame of a motion. */
static void
test_words (Fixture *f, gconstpointer data)
{
  (void) data;
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->overview), GTK_ACCESSIBLE_ROLE_SLIDER);
  g_assert_true (is_called (f, "Days in view: 2018 – 2035"));
  for (guint i = 20; i-- > 0;) {
    /* In the end, the whole of 2024. */
    mp_session_set_view (f->session, 19723 - 300.0 * i, 20089 - 300.0 * i);
    mp_wait_for_frame (GTK_WIDGET (f->overview));
    g_assert_true (is_called (f, "Days in view: 2018 – 2035"));
  }
  mp_wait_until (is_called (f, "Days in view: Jan – Dec 2024"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->overview),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Jan – Dec 2024");
}

/* Everything in the picture follows: the view, the agreement, the as-of date. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) other = mp_agreement_of_size (20, 3);
  GtkWidget *widget = GTK_WIDGET (f->overview);
  cairo_surface_t *pictures[5];

  (void) data;
  pictures[0] = mp_picture_of (widget, 1);
  show_a_tenth (f);
  pictures[1] = mp_picture_of (widget, 1);
  mp_session_set_as_of_day (f->session, 18000 * MP_SECONDS_PER_DAY);
  mp_wait_for_frame (widget);
  pictures[2] = mp_picture_of (widget, 1);
  mp_session_set_as_of (f->session, NULL);
  mp_wait_for_frame (widget);
  pictures[3] = mp_picture_of (widget, 1);
  mp_session_set_agreement (f->session, other);
  mp_wait_for_frame (widget);
  pictures[4] = mp_picture_of (widget, 1);
  g_assert_cmpuint (mp_picture_difference (pictures[0], pictures[1], 8), >, 1000);
  g_assert_cmpuint (mp_picture_difference (pictures[1], pictures[2], 8), >, 20);
  g_assert_cmpuint (mp_picture_difference (pictures[1], pictures[3], 8), ==, 0);
  g_assert_cmpuint (mp_picture_difference (pictures[3], pictures[4], 8), >, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
  mp_session_set_agreement (f->session, f->agreement);
}

/* It shows what the filter leaves, but not in the frame in which the chart does. */
static void
test_filter (Fixture *f, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (f->overview);
  cairo_surface_t *before = mp_picture_of (widget, 1), *now;
  g_autoptr (MpFilter) filter = mp_filter_new ();
  guint n_same = 0, different = 0;

  (void) data;
  filter->certainties = 1 << MP_CERTAINTY_OFFICIAL;
  mp_session_set_filter (f->session, filter);
  while (different == 0) {
    mp_wait_for_frame (widget);
    now = mp_picture_of (widget, 1);
    different = mp_picture_difference (before, now, 8);
    n_same += different == 0;
    g_assert_cmpuint (n_same, <, 100);
    cairo_surface_destroy (now);
  }
  g_assert_cmpuint (n_same, >, 0);
  g_assert_cmpuint (different, >, 500);
  cairo_surface_destroy (before);
  mp_session_set_filter (f->session, NULL);
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  GtkWidget *alone = mp_overview_new ();

  (void) data;
  (void) f;
  g_object_ref_sink (alone);
  mp_overview_set_session (MP_OVERVIEW (alone), NULL);
  g_assert_false (gtk_widget_activate_action (alone, "overview.nowhere", NULL));
  g_assert_true (gtk_widget_activate_action (alone, "overview.later", NULL));
  g_assert_finalize_object (G_OBJECT (alone));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/overview/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("drag/body", test_drag_body);
  ADD ("drag/cancelled", test_drag_cancelled);
  ADD ("drag/edges", test_drag_edges);
  ADD ("wheel", test_wheel);
  ADD ("drag/anew", test_draw_anew);
  ADD ("click", test_click);
  ADD ("keys", test_keys);
  ADD ("words", test_words);
  ADD ("follows", test_follows);
  ADD ("filter", test_filter);
  ADD ("nothing", test_nothing);
#undef ADD
  return g_test_run ();
}
