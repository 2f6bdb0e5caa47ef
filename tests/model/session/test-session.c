/* test-session.c: what the session holds, and what it notifies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-session-support.h"

/* --- Notifications ---------------------------------------------------------------------------- */

static void
test_view_notifies (void)
{
  Notified notified;
  MpSession *session = new_session (&notified);
  double begin = day_of ("2024"), end = day_of ("2027");

  mp_session_set_view (session, begin, end);
  assert_notified (&notified, (Notified) { .begin = 1, .end = 1 });
  mp_session_set_view (session, begin, end);
  assert_notified (&notified, (Notified) { 0 });
  mp_session_pan (session, 0);
  assert_notified (&notified, (Notified) { 0 });
  mp_session_zoom (session, begin, 1);
  assert_notified (&notified, (Notified) { 0 });
  mp_session_pan (session, 30);
  assert_notified (&notified, (Notified) { .begin = 1, .end = 1 });
  mp_session_zoom (session, begin, 2);
  assert_notified (&notified, (Notified) { .begin = 1, .end = 1 });
  mp_session_fit (session);
  assert_notified (&notified, (Notified) { .begin = 1, .end = 1 });
  mp_session_fit (session);
  assert_notified (&notified, (Notified) { 0 });
  g_assert_finalize_object (session);
}

static void
test_selection_notifies (void)
{
  Notified notified;
  MpSession *session = new_session (&notified);

  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  assert_notified (&notified, (Notified) { .selection = 1 });
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  assert_notified (&notified, (Notified) { 0 });
  mp_session_set_selection (session, (MpItem) { MP_ITEM_PHASE, 1 });
  assert_notified (&notified, (Notified) { .selection = 1 });
  mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 0 });
  assert_notified (&notified, (Notified) { .selection = 1 });
  /* An empty selection is empty, whatever index it has. */
  mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 7 });
  assert_notified (&notified, (Notified) { 0 });
  g_assert_finalize_object (session);
}

static void
test_today_notifies (void)
{
  Notified notified;
  MpSession *session = new_session (&notified);
  MpInstant tomorrow = mp_test_instant ("2026-11-24");

  mp_session_set_today (session, mp_session_get_today (session));
  assert_notified (&notified, (Notified) { 0 });
  mp_session_set_today (session, tomorrow);
  assert_notified (&notified, (Notified) { .today = 1 });
  g_assert_cmpint (mp_session_get_today (session), ==, tomorrow);
  g_assert_finalize_object (session);
}

/* An as-of day in the future that has become today changes with today from then on, once it is set
 * again. */
static void
test_as_of_today_again (void)
{
  MpSession *session = new_session (NULL);

  mp_session_set_as_of_day (session, mp_test_instant ("2026-11-24"));
  g_assert_false (mp_session_is_as_of_today (session));
  mp_session_set_today (session, mp_test_instant ("2026-11-24"));
  mp_session_set_as_of (session, NULL);
  g_assert_true (mp_session_is_as_of_today (session));
  mp_session_set_today (session, mp_test_instant ("2026-11-25"));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2026-11-25");
  g_assert_finalize_object (session);
}

static void
test_agreement_notifies (void)
{
  Notified notified;
  MpSession *session = new_session (&notified);
  g_autoptr (MpAgreement) other = mp_test_agreement ("milestone m 2040 1 stated - M");

  mp_session_set_agreement (session, mp_session_get_agreement (session));
  assert_notified (&notified, (Notified) { 0 });
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 2 });
  assert_notified (&notified, (Notified) { .selection = 1 });
  mp_session_set_agreement (session, other);
  assert_notified (&notified, (Notified) { .agreement = 1, .begin = 1, .end = 1, .selection = 1 });
  g_assert_true (mp_session_get_agreement (session) == other);
  mp_session_set_agreement (session, NULL);
  assert_notified (&notified, (Notified) { .agreement = 1, .begin = 1, .end = 1 });
  g_assert_null (mp_session_get_agreement (session));
  g_assert_finalize_object (session);
}

static void
test_properties (void)
{
  MpSession *session = new_session (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  g_autofree MpItem *selection = NULL;
  gint64 today;
  double begin, end;

  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  g_object_get (session, "agreement", &agreement, "today", &today, "begin", &begin, "end", &end,
                "selection", &selection, NULL);
  g_assert_true (agreement == mp_session_get_agreement (session));
  g_assert_cmpint (today, ==, mp_session_get_today (session));
  g_assert_cmpfloat (begin, ==, mp_session_get_begin (session));
  g_assert_cmpfloat (end, ==, mp_session_get_end (session));
  g_assert_true (mp_item_equal (*selection, mp_session_get_selection (session)));
  g_assert_finalize_object (session);
}

/* The session holds a reference to its agreement, and releases it. */
static void
test_holds_agreement (void)
{
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpAgreement *agreement = mp_test_agreement (some_lines), *other = mp_test_agreement ("");

  mp_session_set_agreement (session, agreement);
  mp_session_set_agreement (session, other);
  g_assert_finalize_object (agreement);
  g_assert_finalize_object (session);
  g_assert_finalize_object (other);
}

/* --- Dates and history ------------------------------------------------------------------------ */

/* Another agreement starts a new history of views. */
static void
test_history_begins_anew (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpViewHistory *history = mp_session_get_history (session);
  MpView view;

  mp_view_history_visit (history, (MpView) { 1, 2 }, MP_VISIT_JUMP, 0);
  mp_session_set_agreement (session, agreement);
  g_assert_false (mp_view_history_can_go_back (history));
  mp_view_history_visit (history, (MpView) { 1, 2 }, MP_VISIT_JUMP, 0);
  g_assert_true (mp_view_history_go_back (history, &view, NULL));
  g_assert_true (mp_view_is_near (view, mp_session_get_fit_view (session)));
}

/* Days in years that EDTF writes without days can be the as-of date and be compared, up to the
 * limits of MpInstant. */
static void
test_long_years (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term t - T\nphase Y12345/Y23456 stated S\n"
                       "milestone m Y12345 1 stated t M");
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpInstant day = mp_instant_from_civil (20000, 5, 5, 0, 0, 0);
  g_autofree char *words = NULL;

  mp_session_set_agreement (session, agreement);
  mp_session_set_as_of_day (session, day);
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "Y20000");
  words = mp_date_words (mp_session_get_as_of (session));
  g_assert_cmpstr (words, !=, "");
  mp_session_set_before_day (session, day - 400 * MP_SECONDS_PER_DAY);
  g_assert_cmpstr (mp_session_get_before (session)->text, ==, "Y19999");
  mp_session_set_before (session, NULL);
  g_assert_true (mp_session_compare_milestone (session, 0));
  g_assert_cmpstr (mp_session_get_before (session)->text, ==, "Y12344");
  mp_session_set_as_of_day (session, MP_INSTANT_MAX);
  mp_session_set_before_day (session, MP_INSTANT_MIN);
  g_assert_cmpstr (mp_session_get_before (session)->text, ==, "Y-100000000000");
}

/* --- Growing ---------------------------------------------------------------------------------- */

/* The same agreement after more of it was read: a phase and a milestone before those that were
 * there, and a later one. */
static const char *const more_lines = "term s - S\n"
                                      "phase 2020/2021 stated Old\n"
                                      "term t - T\n"
                                      "phase 2018/2019 stated Oldest\n"
                                      "phase 2019/2026-04-27 stated Old\n"
                                      "phase 2026-04-27/.. stated New\n"
                                      "milestone first 2017-06-01 1 stated - M\n"
                                      "milestone early 2018-06-01 1 stated - M\n"
                                      "milestone reset 2026-04-27 1 stated t M\n"
                                      "milestone end 2050 1 stated t M";

static void
growing_cb (MpSession *session, GParamSpec *pspec, guint *count)
{
  g_assert_cmpstr (g_param_spec_get_name (pspec), ==, "agreement");
  *count += mp_session_is_growing (session) ? 1 : 100;
}

/* The way back does not lead to entries that have other places now, nor into another agreement. */
static void
test_forgets_the_way (void)
{
  MpSession *session = new_session (NULL);
  MpViewHistory *history = mp_session_get_history (session);
  g_autoptr (MpAgreement) more = mp_test_agreement (more_lines);
  const MpStop stop = { { MP_ITEM_PHASE, 0 }, 0, { MP_ITEM_NONE, 0 } };

  mp_session_zoom (session, mp_session_get_begin (session), 2);
  mp_view_history_restart (history, mp_session_get_view (session));
  mp_view_history_follow (history, mp_session_get_view (session), stop, stop);
  g_assert_true (mp_view_history_can_go_back (history));
  mp_session_grow_agreement (session, more);
  g_assert_false (mp_view_history_can_go_back (history));
  mp_view_history_follow (history, mp_session_get_view (session), stop, stop);
  mp_session_set_agreement (session, NULL);
  g_assert_false (mp_view_history_can_go_back (history));
  g_assert_finalize_object (session);
}

/* What is looked at stays, whatever index it has now; what fits goes on to fit. */
static void
test_grows (void)
{
  MpSession *session = new_session (NULL);
  g_autoptr (MpAgreement) more = mp_test_agreement (more_lines);
  const MpDate as_of = mp_test_date ("2025");
  MpItem selection;
  guint growing = 0;

  mp_session_set_selection (session, (MpItem) { MP_ITEM_PHASE, 0 });
  mp_session_set_as_of (session, &as_of);
  mp_session_set_topic_collapsed (session, 0, TRUE);
  g_signal_connect (session, "notify::agreement", G_CALLBACK (growing_cb), &growing);
  mp_session_grow_agreement (session, more);
  g_assert_cmpuint (growing, ==, 1);
  g_assert_false (mp_session_is_growing (session));
  g_assert_true (mp_session_get_agreement (session) == more);
  selection = mp_session_get_selection (session);
  g_assert_cmpint (selection.kind, ==, MP_ITEM_PHASE);
  g_assert_cmpuint (selection.index, ==, 2);
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2025");
  g_assert_nonnull (mp_session_get_collapsed (session));
  g_assert_cmpfloat (mp_session_get_end (session), ==, mp_session_get_fit_view (session).end);
  g_assert_cmpfloat (mp_session_get_end (session), >, day_of ("2050"));
  g_assert_finalize_object (session);
}

static void
test_grows_behind_view (void)
{
  MpSession *session = new_session (NULL);
  g_autoptr (MpAgreement) more = mp_test_agreement (more_lines);
  double begin = day_of ("2024"), end = day_of ("2027");

  mp_session_set_view (session, begin, end);
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  mp_session_set_measured (session, (MpItem) { MP_ITEM_MILESTONE, 0 });
  mp_session_compare (session);
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
  mp_session_set_measured (session, (MpItem) { MP_ITEM_MILESTONE, 0 });
  mp_session_grow_agreement (session, more);
  g_assert_cmpfloat (mp_session_get_begin (session), ==, begin);
  g_assert_cmpfloat (mp_session_get_end (session), ==, end);
  g_assert_cmpuint (mp_session_get_selection (session).index, ==, 2);
  g_assert_cmpuint (mp_session_get_measured (session).index, ==, 1);
  /* A comparison is of all there is, so it has to be asked for again. */
  g_assert_null (mp_session_get_before (session));
  g_assert_finalize_object (session);
}

/* On a day of knowledge the agreement is what was known then; what is looked at stays, as far as it
 * was known. A new agreement is shown whole. */
static void
test_known (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpAgreement) other = mp_test_shipped_agreement ();
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant ("2026-12-01"));
  MpDate april = mp_test_date ("2026-04-26"), shown;
  MpItem selection;
  MpAgreement *known;

  mp_session_set_known (session, &april);
  g_assert_null (mp_session_get_known (session));
  mp_session_set_agreement (session, agreement);
  mp_session_set_view (session, day_of ("2024"), day_of ("2027"));
  mp_session_set_selection (
    session, (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "recapitalisation") });
  mp_session_set_known (session, &april);
  known = mp_session_get_agreement (session);
  shown = *mp_session_get_known (session);
  g_assert_cmpstr (shown.text, ==, "2026-04-26");
  g_assert_true (known != agreement);
  g_assert_true (mp_session_get_whole_agreement (session) == agreement);
  g_assert_cmpuint (mp_agreement_find_named (known, "reset-2026").index, ==, MP_NONE);
  selection = mp_session_get_selection (session);
  g_assert_cmpuint (selection.index, ==, mp_test_milestone (known, "recapitalisation"));
  g_assert_cmpfloat (mp_session_get_begin (session), ==, day_of ("2024"));
  /* What was not known cannot stay selected. */
  mp_session_set_known (session, NULL);
  g_assert_true (mp_session_get_agreement (session) == agreement);
  g_assert_null (mp_session_get_known (session));
  selection = mp_session_get_selection (session);
  g_assert_cmpuint (selection.index, ==, mp_test_milestone (agreement, "recapitalisation"));
  mp_session_set_selection (
    session, (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "reset-2026") });
  mp_session_set_known (session, &april);
  g_assert_cmpint (mp_session_get_selection (session).kind, ==, MP_ITEM_NONE);
  mp_session_set_agreement (session, other);
  g_assert_null (mp_session_get_known (session));
  g_assert_true (mp_session_get_whole_agreement (session) == other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/notify/view", test_view_notifies);
  g_test_add_func ("/session/known", test_known);
  g_test_add_func ("/session/notify/selection", test_selection_notifies);
  g_test_add_func ("/session/notify/today", test_today_notifies);
  g_test_add_func ("/session/as-of/today-again", test_as_of_today_again);
  g_test_add_func ("/session/notify/agreement", test_agreement_notifies);
  g_test_add_func ("/session/notify/properties", test_properties);
  g_test_add_func ("/session/holds-agreement", test_holds_agreement);
  g_test_add_func ("/session/date/long-years", test_long_years);
  g_test_add_func ("/session/history-begins-anew", test_history_begins_anew);
  g_test_add_func ("/session/grows/fit", test_grows);
  g_test_add_func ("/session/forgets-the-way", test_forgets_the_way);
  g_test_add_func ("/session/grows/behind-view", test_grows_behind_view);
  return g_test_run ();
}
