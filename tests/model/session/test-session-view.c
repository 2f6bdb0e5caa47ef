/* test-session-view.c: the stretch of time in view: fitting, zooming, panning, revealing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-session-support.h"

#include <math.h>

#define N_RANDOM 1000

/* --- Fitting ---------------------------------------------------------------------------------- */

static void
test_set_agreement_fits_and_clears (void)
{
  MpSession *session = new_session (NULL);
  g_autoptr (MpAgreement) other = mp_test_agreement ("milestone m 2040 1 stated - M");
  double begin, end;

  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  mp_session_zoom (session, day_of ("2026"), 10);
  mp_session_set_agreement (session, other);

  mp_session_fit_span (other, mp_session_get_today (session), &begin, &end);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, begin);
  g_assert_cmpfloat (mp_session_get_end (session), ==, end);
  g_assert_cmpint (mp_session_get_selection (session).kind, ==, MP_ITEM_NONE);
  g_assert_finalize_object (session);
}

static void
test_fit_shows_everything (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  double begin, end;

  mp_session_fit_span (agreement, mp_test_instant (MP_TEST_TODAY), &begin, &end);
  g_assert_cmpfloat (begin, <, day_of ("2018-06-01"));
  g_assert_cmpfloat (begin, >, day_of ("2017"));
  g_assert_cmpfloat (end, >, day_of ("2031"));
  g_assert_cmpfloat (end, <, day_of ("2032"));
  /* As much on either side. */
  g_assert_cmpfloat_with_epsilon (day_of ("2018-06-01") - begin, end - day_of ("2031"), 1e-6);
}

static void
test_fit_includes_today (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  double begin, end;

  mp_session_fit_span (agreement, mp_test_instant ("2050-06-01"), &begin, &end);
  g_assert_cmpfloat (end, >, day_of ("2050-06-02"));
  mp_session_fit_span (agreement, mp_test_instant ("1950-06-01"), &begin, &end);
  g_assert_cmpfloat (begin, <, day_of ("1950-06-01"));
}

/* A single day is shown with some weeks around it. */
static void
test_fit_of_nothing (void)
{
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  double today = day_of (MP_TEST_TODAY);

  g_assert_null (mp_session_get_agreement (session));
  g_assert_cmpfloat (mp_session_get_begin (session), <=, today - 40);
  g_assert_cmpfloat (mp_session_get_end (session), >=, today + 41);
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), <, 100);
  mp_session_reveal_selection (session);
  g_assert_finalize_object (session);
}

static void
test_fit_after_today_moves (void)
{
  MpSession *session = new_session (NULL);

  mp_session_set_today (session, mp_test_instant ("2050"));
  mp_session_fit (session);
  g_assert_cmpfloat (mp_session_get_end (session), >, day_of ("2050"));
  g_assert_finalize_object (session);
}

/* --- Zooming and panning ---------------------------------------------------------------------- */

/* Where a day stands in the view, as a share of its width. */
static double
place_in_view (MpSession *session, double day)
{
  double begin = mp_session_get_begin (session), end = mp_session_get_end (session);

  return (day - begin) / (end - begin);
}

static void
test_zoom_keeps_anchor (void)
{
  MpSession *session = new_session (NULL);
  double fit_begin = mp_session_get_begin (session), fit_end = mp_session_get_end (session);
  guint n_kept = 0;

  for (guint n = 0; n < 4 * N_RANDOM && n_kept < N_RANDOM; n++) {
    double share = g_test_rand_double ();
    double factor = exp (g_test_rand_double_range (-2, 2));
    double begin = mp_session_get_begin (session), end = mp_session_get_end (session);
    double anchor = begin + share * (end - begin);
    double middle = anchor + ((begin + end) / 2 - anchor) / factor;
    double span = (end - begin) / factor;

    mp_session_zoom (session, anchor, factor);
    /* At a limit the view is moved; that is tested below. */
    if (middle > fit_begin && middle < fit_end && span > 2 * MP_SESSION_MIN_DAYS &&
        span < 1.9 * (fit_end - fit_begin)) {
      g_assert_cmpfloat_with_epsilon (place_in_view (session, anchor), share, 1e-6);
      g_assert_cmpfloat_with_epsilon (
        (mp_session_get_end (session) - mp_session_get_begin (session)) / span, 1, 1e-6);
      n_kept++;
    } else {
      mp_session_fit (session);
    }
  }
  g_assert_cmpuint (n_kept, ==, N_RANDOM);
  g_assert_finalize_object (session);
}

/* A zoom beyond the limit ends at the limit, and still keeps the anchor. */
static void
test_zoom_at_limit_keeps_anchor (void)
{
  MpSession *session = new_session (NULL);
  double anchor = day_of ("2026-04-27");
  double place = place_in_view (session, anchor);

  mp_session_zoom (session, anchor, 1e9);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session) - mp_session_get_begin (session),
                                  MP_SESSION_MIN_DAYS, 1e-6);
  g_assert_cmpfloat_with_epsilon (place_in_view (session, anchor), place, 1e-6);
  mp_session_zoom (session, anchor, 2);
  g_assert_cmpfloat_with_epsilon (place_in_view (session, anchor), place, 1e-6);
  g_assert_finalize_object (session);
}

static void
test_shortest_span (void)
{
  MpSession *session = new_session (NULL);
  double day = day_of ("2026-04-27");

  mp_session_set_view (session, day, day + 1e-6);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session) - mp_session_get_begin (session),
                                  MP_SESSION_MIN_DAYS, 1e-6);
  g_assert_cmpfloat_with_epsilon (
    (mp_session_get_end (session) + mp_session_get_begin (session)) / 2, day, 1e-6);
  /* With its ends in the wrong order, too. */
  mp_session_set_view (session, day + 10, day);
  g_assert_cmpfloat (mp_session_get_begin (session), <, mp_session_get_end (session));
  g_assert_cmpfloat_with_epsilon (MP_SESSION_MIN_DAYS, 1.0 / 24, 1e-12);
  g_assert_finalize_object (session);
}

static void
test_longest_span (void)
{
  MpSession *session = new_session (NULL);
  double fit = mp_session_get_end (session) - mp_session_get_begin (session);

  for (guint n = 0; n < 20; n++)
    mp_session_zoom (session, day_of ("2024"), 0.5);
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), >, fit * 1.5);
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), <, fit * 3);
  mp_session_set_view (session, -1e12, 1e12);
  g_assert_cmpfloat (mp_session_get_end (session) - mp_session_get_begin (session), <, fit * 3);
  g_assert_finalize_object (session);
}

/* If everything in the agreement has a date, there is nothing to see beyond these dates. */
static void
test_agreement_stays_in_view (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term t - T\n"
                                                         "phase 2019/2030 stated S\n"
                                                         "milestone m 2018-06-01 1 stated - M");
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  double first, last;

  mp_session_set_agreement (session, agreement);
  first = mp_session_get_begin (session);
  last = mp_session_get_end (session);
  for (guint n = 0; n < N_RANDOM; n++) {
    mp_session_zoom (session, mp_session_get_begin (session),
                     exp (g_test_rand_double_range (-3, 3)));
    mp_session_pan (session, g_test_rand_double_range (-1e5, 1e5));
    g_assert_cmpfloat (mp_session_get_end (session), >, first);
    g_assert_cmpfloat (mp_session_get_begin (session), <, last);
    g_assert_cmpfloat (mp_session_get_begin (session), <, mp_session_get_end (session));
  }
  g_assert_finalize_object (session);
}

/* On a side on which something has no end, the view can go on for a century, but not for ever. */
static void
test_looking_far (void)
{
  static const struct {
    const char *span;
    gboolean before;
    gboolean after;
  } cases[] = {
    { "2019/2030", FALSE, FALSE }, { "2019/..", FALSE, TRUE }, { "2019/", FALSE, TRUE },
    { "../2030", TRUE, FALSE },    { "/2030", TRUE, FALSE },   { "/..", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf ("term t - T\nphase %s stated S", cases[i].span);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
    g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));

    mp_session_set_agreement (session, agreement);
    mp_session_set_view (session, day_of ("2110"), day_of ("2110-03-01"));
    g_assert_cmpint (mp_session_get_begin (session) == day_of ("2110"), ==, cases[i].after);
    mp_session_set_view (session, day_of ("1930"), day_of ("1930-03-01"));
    g_assert_cmpint (mp_session_get_begin (session) == day_of ("1930"), ==, cases[i].before);
    mp_session_set_view (session, day_of ("2300"), day_of ("2310"));
    g_assert_cmpfloat (mp_session_get_end (session), <, day_of ("2200"));
    mp_session_set_view (session, day_of ("1600"), day_of ("1610"));
    g_assert_cmpfloat (mp_session_get_begin (session), >, day_of ("1800"));
  }
}

/* A view within the limits is taken as it is, to the last bit. */
static void
test_view_is_kept (void)
{
  MpSession *session = new_session (NULL);
  double first = mp_session_get_begin (session), last = mp_session_get_end (session);

  for (guint n = 0; n < N_RANDOM; n++) {
    double begin = g_test_rand_double_range (first, last - 1);
    double end = g_test_rand_double_range (begin + 0.5, last);

    mp_session_set_view (session, begin, end);
    g_assert_cmpfloat (mp_session_get_begin (session), ==, begin);
    g_assert_cmpfloat (mp_session_get_end (session), ==, end);
  }
  g_assert_finalize_object (session);
}

static void
test_pan (void)
{
  MpSession *session = new_session (NULL);

  mp_session_set_view (session, 20000, 21000);
  mp_session_pan (session, 12.5);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, 20012.5);
  g_assert_cmpfloat (mp_session_get_end (session), ==, 21012.5);
  mp_session_pan (session, -20);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, 19992.5);
  g_assert_finalize_object (session);
}

/* However often the view is moved, rounding errors do not add up. */
static void
test_pan_there_and_back (void)
{
  MpSession *session = new_session (NULL);
  double begin, end;

  mp_session_zoom (session, day_of ("2024-03-05"), 3.7);
  begin = mp_session_get_begin (session);
  end = mp_session_get_end (session);
  for (guint n = 0; n < N_RANDOM; n++) {
    double days = g_test_rand_double_range (-1000, 1000);

    mp_session_pan (session, days);
    mp_session_pan (session, -days);
  }
  /* A thousandth of a second: far below any pixel. */
  g_assert_cmpfloat_with_epsilon (mp_session_get_begin (session), begin, 1e-8);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session), end, 1e-8);

  /* With whole numbers it is exact. */
  mp_session_set_view (session, 20000.25, 21000.75);
  mp_session_pan (session, 777.5);
  mp_session_pan (session, -777.5);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, 20000.25);
  g_assert_cmpfloat (mp_session_get_end (session), ==, 21000.75);
  g_assert_finalize_object (session);
}

/* --- Revealing -------------------------------------------------------------------------------- */

static void
check_reveal (MpItem item, double begin, double end, gboolean moves)
{
  Notified notified;
  MpSession *session = new_session (&notified);
  const MpMilestones *milestones = mp_agreement_milestones (mp_session_get_agreement (session));

  mp_session_set_view (session, begin, end);
  mp_session_set_selection (session, item);
  memset (&notified, 0, sizeof notified);
  mp_session_reveal_selection (session);
  g_assert_cmpuint (notified.begin, ==, moves ? 1 : 0);
  /* The view is moved, but not zoomed. */
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session) - mp_session_get_begin (session),
                                  end - begin, 1e-6);
  if (item.kind == MP_ITEM_MILESTONE) {
    double from = (double) milestones->earliest[item.index] / MP_SECONDS_PER_DAY;
    double until = (double) milestones->after[item.index] / MP_SECONDS_PER_DAY;

    g_assert_cmpfloat (place_in_view (session, from), >, 0.05);
    g_assert_cmpfloat (place_in_view (session, until), <, 0.95);
  }
  /* What is in view stays where it is. */
  memset (&notified, 0, sizeof notified);
  mp_session_reveal_selection (session);
  g_assert_cmpuint (notified.begin, ==, 0);
  g_assert_finalize_object (session);
}

static void
test_reveal_milestone (void)
{
  MpItem reset = { MP_ITEM_MILESTONE, 1 };

  check_reveal (reset, day_of ("2019"), day_of ("2021"), TRUE);
  check_reveal (reset, day_of ("2028"), day_of ("2030"), TRUE);
  check_reveal (reset, day_of ("2025"), day_of ("2027"), FALSE);
  check_reveal (reset, day_of ("2028-01-01"), day_of ("2028-01-03"), TRUE);
  /* At either end of the agreement. */
  check_reveal ((MpItem) { MP_ITEM_MILESTONE, 0 }, day_of ("2028"), day_of ("2030"), TRUE);
  check_reveal ((MpItem) { MP_ITEM_MILESTONE, 2 }, day_of ("2019"), day_of ("2021"), TRUE);
}

/* Of something longer than the view, the nearer end is shown. */
static void
test_reveal_long (void)
{
  MpSession *session = new_session (NULL);

  mp_session_set_view (session, day_of ("2027-01-01"), day_of ("2027-01-11"));
  mp_session_set_selection (session, (MpItem) { MP_ITEM_PHASE, 0 });
  mp_session_reveal_selection (session);
  g_assert_cmpfloat_with_epsilon (mp_session_get_end (session), day_of ("2026-04-29"), 1e-6);

  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 2 });
  mp_session_reveal_selection (session);
  g_assert_cmpfloat_with_epsilon (mp_session_get_begin (session), day_of ("2029-12-31"), 1e-6);
  g_assert_finalize_object (session);
}

static void
test_reveal_phase (void)
{
  MpItem old_phase = { MP_ITEM_PHASE, 0 }, open_phase = { MP_ITEM_PHASE, 1 };

  check_reveal (old_phase, day_of ("2020"), day_of ("2022"), FALSE);
  check_reveal (old_phase, day_of ("2028"), day_of ("2030"), TRUE);
  check_reveal (open_phase, day_of ("2029"), day_of ("2030"), FALSE);
  check_reveal (open_phase, day_of ("2019"), day_of ("2021"), TRUE);
}

static void
test_reveal_nothing (void)
{
  check_reveal ((MpItem) { MP_ITEM_NONE, 0 }, day_of ("2019"), day_of ("2021"), FALSE);
}

/* While the user drags, the view may go beyond its limits; whoever let it go there brings it back.
 */
static void
test_stretch (void)
{
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpView all = mp_session_get_fit_view (session), view, rest;

  view = (MpView) { all.end + 10, all.end + 30 };
  mp_session_stretch_view (session, view);
  g_assert_cmpfloat (mp_session_get_view (session).begin, ==, view.begin);
  g_assert_cmpfloat (mp_session_get_view (session).end, ==, view.end);
  rest = mp_session_limit_view (session, view);
  g_assert_cmpfloat_with_epsilon (mp_view_middle (rest), all.end, 1e-9);
  g_assert_cmpfloat_with_epsilon (mp_view_span (rest), 20, 1e-9);
  mp_session_set_view (session, view.begin, view.end);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, rest.begin);
  /* A view within the limits stays as it is, to the last digit. */
  view = mp_session_limit_view (session, rest);
  g_assert_cmpfloat (view.begin, ==, rest.begin);
  g_assert_cmpfloat (view.end, ==, rest.end);
  /* Even so it never becomes shorter than the shortest view. */
  mp_session_stretch_view (session, (MpView) { 0, 1e-6 });
  g_assert_cmpfloat_with_epsilon (mp_view_span (mp_session_get_view (session)), MP_SESSION_MIN_DAYS,
                                  1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session-view/fit/new-agreement", test_set_agreement_fits_and_clears);
  g_test_add_func ("/session-view/fit/everything", test_fit_shows_everything);
  g_test_add_func ("/session-view/fit/today", test_fit_includes_today);
  g_test_add_func ("/session-view/fit/nothing", test_fit_of_nothing);
  g_test_add_func ("/session-view/fit/today-moves", test_fit_after_today_moves);
  g_test_add_func ("/session-view/zoom/keeps-anchor", test_zoom_keeps_anchor);
  g_test_add_func ("/session-view/zoom/keeps-anchor-at-limit", test_zoom_at_limit_keeps_anchor);
  g_test_add_func ("/session-view/zoom/shortest", test_shortest_span);
  g_test_add_func ("/session-view/zoom/longest", test_longest_span);
  g_test_add_func ("/session-view/pan/view-is-kept", test_view_is_kept);
  g_test_add_func ("/session-view/pan/moves", test_pan);
  g_test_add_func ("/session-view/pan/there-and-back", test_pan_there_and_back);
  g_test_add_func ("/session-view/pan/agreement-stays-in-view", test_agreement_stays_in_view);
  g_test_add_func ("/session-view/pan/looking-far", test_looking_far);
  g_test_add_func ("/session-view/reveal/milestone", test_reveal_milestone);
  g_test_add_func ("/session-view/reveal/long", test_reveal_long);
  g_test_add_func ("/session-view/reveal/phase", test_reveal_phase);
  g_test_add_func ("/session-view/reveal/nothing", test_reveal_nothing);
  g_test_add_func ("/session-view/stretch", test_stretch);
  return g_test_run ();
}
