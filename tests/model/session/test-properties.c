/* test-properties.c: the properties of the session and of its history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-properties.h"
#include "test-session-support.h"

/* --- The session ------------------------------------------------------------------------------ */

static MpAgreement *agreement;
static MpMatches *found; /* a search in it */

static void
set_up_agreement (void)
{
  g_autoptr (MpSearchIndex) index = NULL;
  g_autoptr (MpSearchQuery) query = mp_search_query_parse ("new", NULL);

  agreement = mp_test_agreement (some_lines);
  index = mp_search_index_new (agreement);
  found = mp_search_run (index, query, NULL);
}

static void
set_today (gpointer session)
{
  mp_session_set_today (session, mp_test_instant ("2026-11-24"));
}

static void
set_agreement (gpointer session)
{
  mp_session_set_agreement (session, agreement);
}

static void
set_view (gpointer session)
{
  mp_session_set_view (session, day_of ("2024"), day_of ("2027"));
}

static void
select_milestone (gpointer session)
{
  mp_session_set_selection (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
}

static void
measure (gpointer session)
{
  mp_session_set_measured (session, (MpItem) { MP_ITEM_MILESTONE, 2 });
}

static void
know (gpointer session)
{
  MpDate date = mp_test_date ("2010");

  mp_session_set_known (session, &date);
}

static void
know_all (gpointer session)
{
  mp_session_set_known (session, NULL);
}

static void
light (gpointer session)
{
  mp_session_set_lit (session, (MpItem) { MP_ITEM_PHASE, 0 });
}

static void
select_nothing (gpointer session)
{
  mp_session_set_selection (session, (MpItem) { MP_ITEM_NONE, 0 });
}

static void
ask_2025 (gpointer session)
{
  mp_session_set_as_of_day (session, mp_test_instant ("2025-01-01"));
}

static void
compare_with_2020 (gpointer session)
{
  mp_session_set_before_day (session, mp_test_instant ("2020-01-01"));
}

static void
hide_unchanged (gpointer session)
{
  mp_session_set_hide_unchanged (session, TRUE);
}

static void
ask_2027 (gpointer session)
{
  mp_session_set_as_of_day (session, mp_test_instant ("2027-01-01"));
}

static void
end_comparison (gpointer session)
{
  mp_session_set_before (session, NULL);
}

static void
show_unchanged (gpointer session)
{
  mp_session_set_hide_unchanged (session, FALSE);
}

static void
ask_today (gpointer session)
{
  mp_session_set_as_of (session, NULL);
}

static void
filter_in_force (gpointer session)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->in_force = TRUE;
  mp_session_set_filter (session, filter);
}

static void
set_matches (gpointer session)
{
  mp_session_set_matches (session, found);
}

static void
set_told (gpointer session)
{
  mp_session_set_told (session, found);
}

static void
collapse (gpointer session)
{
  mp_session_set_topic_collapsed (session, 0, TRUE);
}

static void
forget_agreement (gpointer session)
{
  mp_session_set_agreement (session, NULL);
}

static void
test_session (void)
{
  static const MpPropertyStep steps[] = {
    { set_today, "today as-of" },
    { set_agreement, "agreement begin end goal" },
    { set_view, "begin end goal" },
    { select_milestone, "selection" },
    { measure, "measured" },
    { light, "lit" },
    { know, "agreement known lit measured selection" },
    { know_all, "agreement known" },
    { select_milestone, "selection" },
    { measure, "measured" },
    { light, "lit" },
    { select_nothing, "selection measured" },
    { ask_2025, "as-of" },
    { hide_unchanged, "hide-unchanged" },
    { compare_with_2020, "before visible-set" },
    { ask_2027, "as-of visible-set" },
    { end_comparison, "before visible-set" },
    { compare_with_2020, "before visible-set" },
    { show_unchanged, "hide-unchanged visible-set" },
    { end_comparison, "before" },
    { filter_in_force, "filter visible-set" },
    { ask_2025, "as-of visible-set" },
    { set_matches, "matches" },
    { set_told, "told" },
    { collapse, "collapsed" },
    { forget_agreement, "agreement begin end goal filter visible-set matches told collapsed lit" },
    { ask_today, "as-of" },
  };
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));

  set_up_agreement ();
  mp_test_properties (session, steps, G_N_ELEMENTS (steps));
  g_assert_finalize_object (session);
  g_clear_pointer (&found, mp_matches_unref);
  g_clear_object (&agreement);
}

/* Each property has the value of its getter, in the type of what it names. */
static void
test_values (void)
{
  g_autoptr (MpSession) session = new_session (NULL);
  g_autofree MpDate *as_of = NULL;
  g_autofree MpDate *before = NULL;
  g_autoptr (MpFilter) filter = NULL;
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpMatches) matches = NULL;
  g_autoptr (MpBits) collapsed = NULL;

  g_object_get (session, "before", &before, "filter", &filter, "visible-set", &visible, "matches",
                &matches, "collapsed", &collapsed, NULL);
  g_assert_null (before);
  g_assert_null (filter);
  g_assert_null (visible);
  g_assert_null (matches);
  g_assert_null (collapsed);
  compare_with_2020 (session);
  filter_in_force (session);
  mp_session_set_topic_collapsed (session, 0, TRUE);
  g_object_get (session, "as-of", &as_of, "before", &before, "filter", &filter, "visible-set",
                &visible, "collapsed", &collapsed, NULL);
  g_assert_cmpstr (as_of->text, ==, MP_TEST_TODAY);
  g_assert_cmpstr (before->text, ==, "2020-01-01");
  g_assert_true (filter == mp_session_get_filter (session));
  g_assert_true (visible == mp_session_get_visible_set (session));
  g_assert_true (collapsed == mp_session_get_collapsed (session));
}

/* --- The history ------------------------------------------------------------------------------ */

static void
restart (gpointer history)
{
  mp_view_history_restart (history, (MpView) { 0, 50 });
}

static void
visit (gpointer history)
{
  mp_view_history_visit (history, (MpView) { 100, 150 }, MP_VISIT_JUMP, 0);
}

static void
go_back (gpointer history)
{
  MpView view;

  mp_view_history_go_back (history, &view, NULL);
}

static void
go_forward (gpointer history)
{
  MpView view;

  mp_view_history_go_forward (history, &view, NULL);
}

static void
test_view_history (void)
{
  static const MpPropertyStep steps[] = {
    { restart, "" },
    { visit, "can-go-back" },
    { go_back, "can-go-back can-go-forward" },
    { go_forward, "can-go-back can-go-forward" },
    { restart, "can-go-back" },
  };
  MpViewHistory *history = mp_view_history_new ();

  mp_test_properties (history, steps, G_N_ELEMENTS (steps));
  g_assert_finalize_object (history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/session", test_session);
  g_test_add_func ("/properties/session-values", test_values);
  g_test_add_func ("/properties/view-history", test_view_history);
  return g_test_run ();
}
