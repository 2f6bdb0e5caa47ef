/* test-date-cursor.c: moving the as-of date by pointer and by keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-date-cursor.h"
#include "mp-display-support.h"

#include <adwaita.h>

typedef struct {
  MpSession *session;
  MpTimeline *timeline;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  (void) data;
  f->session = mp_session_new (mp_today ());
  f->timeline = MP_TIMELINE (mp_timeline_new ());
  mp_session_set_agreement (f->session, agreement);
  mp_timeline_set_session (f->timeline, f->session);
  f->window = mp_show (GTK_WIDGET (f->timeline), 1000, 700);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_close (f->window);
  mp_let_go (f->session);
}

static const char *
as_of (Fixture *f)
{
  return mp_session_get_as_of (f->session)->text;
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *action;
    const char *date;
  } steps[] = {
    { "cursor.day-later", "2026-11-24" },    { "cursor.day-earlier", "2026-11-23" },
    { "cursor.month-later", "2026-12-23" },  { "cursor.month-later", "2027-01-23" },
    { "cursor.year-later", "2028-01-23" },   { "cursor.month-earlier", "2027-12-23" },
    { "cursor.year-earlier", "2026-12-23" }, { "cursor.reset", "2026-11-23" },
  };
  GtkWidget *cursor = mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR);

  (void) data;
  g_assert_nonnull (cursor);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    gtk_widget_activate_action (cursor, steps[i].action, NULL);
    g_assert_cmpstr (as_of (f), ==, steps[i].date);
  }
  g_assert_true (mp_session_is_as_of_today (f->session));
}

/* A month after 31 January is the last day of February, in leap years as well. */
static void
test_short_months (Fixture *f, gconstpointer data)
{
  GtkWidget *cursor = mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR);

  (void) data;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 1, 31, 0, 0, 0));
  gtk_widget_activate_action (cursor, "cursor.month-later", NULL);
  g_assert_cmpstr (as_of (f), ==, "2028-02-29");
  gtk_widget_activate_action (cursor, "cursor.year-later", NULL);
  g_assert_cmpstr (as_of (f), ==, "2029-02-28");
}

static void
test_read_out (Fixture *f, gconstpointer data)
{
  GtkAccessible *cursor = mp_find_type (f->timeline, MP_TYPE_DATE_CURSOR);

  (void) data;
  gtk_test_accessible_assert_role (cursor, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (cursor, GTK_ACCESSIBLE_PROPERTY_LABEL, "As-of date");
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  gtk_test_accessible_assert_property (cursor, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "1 June 2028");
}

/* A point of the axis gives an as-of date, and today if it is near today; a point of the plot does
 * not. */
static void
test_ask (Fixture *f, gconstpointer data)
{
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  double x = scene->plot.x +
             mp_scale_instant_to_x (scene->scale, mp_instant_from_civil (2022, 7, 1, 12, 0, 0));

  (void) data;
  g_assert_true (mp_timeline_is_axis (f->timeline, x, 10));
  g_assert_false (mp_timeline_is_axis (f->timeline, x, scene->rows.y + 20));
  g_assert_false (mp_timeline_is_axis (f->timeline, 20, 10));
  mp_timeline_ask (f->timeline, MP_CURSOR_AS_OF, x);
  g_assert_cmpstr (as_of (f), ==, "2022-07-01");
  mp_timeline_ask (f->timeline, MP_CURSOR_AS_OF, scene->today_x + 3);
  g_assert_true (mp_session_is_as_of_today (f->session));
}

/* A real drag along the years: the view stays. */
static void
test_drag (Fixture *f, gconstpointer data)
{
  double begin = mp_session_get_begin (f->session);
  MpScene *scene = mp_timeline_get_scene (f->timeline);
  double from = scene->plot.x + 150, x;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  mp_input_point (f->timeline, from, 12);
  mp_input_button (1, TRUE);
  for (guint i = 1; i <= 5; i++)
    mp_input_point (f->timeline, from + i * 20, 12);
  mp_input_button (1, FALSE);
  mp_input_settle (f->window);
  scene = mp_timeline_get_scene (f->timeline);
  x = scene->plot.x +
      mp_scale_instant_to_x (scene->scale, mp_session_get_as_of (f->session)->earliest);
  g_assert_cmpfloat_with_epsilon (x, from + 100, 1);
  g_assert_cmpfloat (mp_session_get_begin (f->session), ==, begin);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
  mp_input_end ();
}

/* A real click on the years, on an empty part and on the badges of dates, changes neither the as-of
 * date nor the selection. A real pointer is never quite still. */
static void
test_click (Fixture *f, gconstpointer data)
{
  MpItem selected = { MP_ITEM_MILESTONE, 0 };
  MpScene *scene;

  (void) data;
  mp_session_set_as_of_day (f->session, mp_instant_from_civil (2028, 6, 1, 0, 0, 0));
  mp_session_set_before_day (f->session, mp_instant_from_civil (2024, 6, 1, 0, 0, 0));
  mp_session_set_selection (f->session, selected);
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  mp_wait_for_frame (GTK_WIDGET (f->timeline));
  if (!mp_input_begin (f->window))
    return;
  scene = mp_timeline_get_scene (f->timeline);
  {
    const double places[][2] = {
      { scene->plot.x + 150, 12 },
      { scene->today_x, 12 },
      { scene->as_of.badge.x + 4, scene->as_of.badge.y + scene->as_of.badge.height / 2 },
      { scene->before.badge.x + 4, scene->before.badge.y + scene->before.badge.height / 2 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
      mp_input_point (f->timeline, places[i][0], places[i][1]);
      mp_input_button (1, TRUE);
      mp_input_point (f->timeline, places[i][0] + 3, places[i][1] + 1);
      mp_input_button (1, FALSE);
      mp_input_settle (f->window);
      mp_input_click (f->timeline, places[i][0], places[i][1]);
      mp_input_settle (f->window);
      g_assert_cmpstr (as_of (f), ==, "2028-06-01");
      g_assert_cmpstr (mp_session_get_before (f->session)->text, ==, "2024-06-01");
      g_assert_true (mp_item_equal (mp_session_get_selection (f->session), selected));
    }
  }
  mp_input_end ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/date-cursor/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/date-cursor/short-months", Fixture, NULL, set_up, test_short_months, tear_down);
  g_test_add ("/date-cursor/read-out", Fixture, NULL, set_up, test_read_out, tear_down);
  g_test_add ("/date-cursor/ask", Fixture, NULL, set_up, test_ask, tear_down);
  g_test_add ("/date-cursor/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/date-cursor/drag", Fixture, NULL, set_up, test_drag, tear_down);
  return g_test_run ();
}
