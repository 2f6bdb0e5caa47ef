/* test-zoom-to-selection.c: the view that shows one item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-session.h"
#include "mp-zoom-to-selection.h"

#include "mp-test-support.h"

static const char *const some_lines = "term a - A\n"
                                      "phase 2010/2014 stated Known\n"
                                      "phase 2020/.. stated Open\n"
                                      "milestone day 2015-06-01 1 stated - Day\n"
                                      "milestone year 2018 1 stated - Year\n";

static MpSession *
session_new (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));

  mp_session_set_agreement (session, agreement);
  return session;
}

static double
day_of (const char *date)
{
  return (double) mp_test_instant (date) / (double) MP_SECONDS_PER_DAY;
}

static void
test_phase (void)
{
  g_autoptr (MpSession) session = session_new ();
  MpItem item = { MP_ITEM_PHASE, 0 };
  double begin = day_of ("2010"), end = day_of ("2015");
  MpView context, close;

  g_assert_true (mp_zoom_to_item (session, item, MP_ZOOM_CONTEXT, &context));
  g_assert_true (mp_zoom_to_item (session, item, MP_ZOOM_CLOSE, &close));
  /* There is nothing before it to show. */
  g_assert_cmpfloat (context.begin, ==, mp_session_get_fit_view (session).begin);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (close), (begin + end) / 2, 1e-6);
  g_assert_cmpfloat (close.begin, <, begin);
  g_assert_cmpfloat (close.end, >, end);
  g_assert_cmpfloat (mp_view_span (close), <, (end - begin) * 1.2);
  g_assert_cmpfloat (mp_view_span (context), >, (end - begin) * 2.5);
}

/* Something without an end is shown to the end of the agreement, and never more than everything is.
 */
static void
test_open_phase (void)
{
  g_autoptr (MpSession) session = session_new ();
  MpView all = mp_session_get_fit_view (session), view;

  g_assert_true (mp_zoom_to_item (session, (MpItem) { MP_ITEM_PHASE, 1 }, MP_ZOOM_CLOSE, &view));
  g_assert_cmpfloat (view.begin, <, day_of ("2020"));
  g_assert_cmpfloat_with_epsilon (view.end, all.end, 1e-6);
  g_assert_true (mp_zoom_to_item (session, (MpItem) { MP_ITEM_PHASE, 1 }, MP_ZOOM_CONTEXT, &view));
  g_assert_true (mp_view_is_near (view, all));
}

/* A day is a point among years, so enough is shown around it to see when it is. */
static void
test_day (void)
{
  g_autoptr (MpSession) session = session_new ();
  MpItem item = { MP_ITEM_MILESTONE,
                  mp_test_milestone (mp_session_get_agreement (session), "day") };
  MpView context, close;

  g_assert_true (mp_zoom_to_item (session, item, MP_ZOOM_CONTEXT, &context));
  g_assert_true (mp_zoom_to_item (session, item, MP_ZOOM_CLOSE, &close));
  g_assert_cmpfloat_with_epsilon (mp_view_middle (close), day_of ("2015-06-01") + 0.5, 1e-6);
  g_assert_cmpfloat (mp_view_span (close), >, 60);
  g_assert_cmpfloat (mp_view_span (context), >, mp_view_span (close) * 2);
  g_assert_cmpfloat (mp_view_span (context), <, 800);
}

static void
test_nothing (void)
{
  g_autoptr (MpSession) session = session_new ();
  g_autoptr (MpSession) empty = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpView view = { 1, 2 };

  g_assert_false (mp_zoom_to_item (session, (MpItem) { MP_ITEM_NONE, 0 }, MP_ZOOM_CLOSE, &view));
  g_assert_false (mp_zoom_to_item (empty, (MpItem) { MP_ITEM_MILESTONE, 0 }, MP_ZOOM_CLOSE, &view));
  g_assert_cmpfloat (view.end, ==, 2);
}

/* Repeated: the item with its context, the item itself, everything, and from the beginning again.
 */
static void
test_next (void)
{
  g_autoptr (MpSession) session = session_new ();
  MpView all = mp_session_get_fit_view (session), context, close, view;
  MpItem item = { MP_ITEM_PHASE, 0 };

  view = mp_zoom_to_selection (session, (MpView) { 0, 1 });
  g_assert_true (mp_view_is_near (view, all));
  mp_session_set_selection (session, item);
  mp_zoom_to_item (session, item, MP_ZOOM_CONTEXT, &context);
  mp_zoom_to_item (session, item, MP_ZOOM_CLOSE, &close);
  for (guint i = 0; i < 2; i++) {
    view = mp_zoom_to_selection (session, view);
    g_assert_true (mp_view_is_near (view, context));
    view = mp_zoom_to_selection (session, view);
    g_assert_true (mp_view_is_near (view, close));
    view = mp_zoom_to_selection (session, view);
    g_assert_true (mp_view_is_near (view, all));
  }
}

/* In an agreement no longer than one of its items with its context, repeating still goes round. */
static void
test_short_agreement (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("milestone a 2026-11-23 1 stated - A\n");
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpView view;

  mp_session_set_agreement (session, agreement);
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 0 });
  view = mp_session_get_view (session);
  for (guint i = 0; i < 6; i++) {
    view = mp_zoom_to_selection (session, view);
    g_assert_cmpfloat (mp_view_span (view), >=, MP_SESSION_MIN_DAYS);
  }
  g_assert_true (mp_view_is_near (view, mp_session_get_fit_view (session)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/framing/phase", test_phase);
  g_test_add_func ("/framing/open-phase", test_open_phase);
  g_test_add_func ("/framing/day", test_day);
  g_test_add_func ("/framing/nothing", test_nothing);
  g_test_add_func ("/framing/next", test_next);
  g_test_add_func ("/framing/short-agreement", test_short_agreement);
  return g_test_run ();
}
