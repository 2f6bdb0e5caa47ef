/* test-player.c: a story that is played, paused and left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-player.h"
#include "mp-test-support.h"

/* A story with a step of each kind. */
static const char text[] =
  "{ \"milepost\": 1, \"title\": \"T\","
  "\"parties\": [ { \"id\": \"a\", \"name\": \"A\" }, { \"id\": \"b\", \"name\": \"B\" } ],"
  "\"topics\": [ { \"id\": \"money\", \"title\": \"Money\", \"color\": \"green\" },"
  "              { \"id\": \"cloud\", \"title\": \"Cloud\", \"color\": \"blue\" } ],"
  "\"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"publisher\": \"P\", \"kind\": \"primary\","
  "                 \"url\": \"https://example.org/\" } ],"
  "\"terms\": ["
  "{ \"id\": \"fee\", \"title\": \"Fee\", \"topic\": \"money\", \"phases\": ["
  "  { \"span\": \"2019/2026-04-27\", \"state\": \"Old\", \"certainty\": \"stated\","
  "    \"sources\": [\"s\"] },"
  "  { \"span\": \"2026-04-27/2030\", \"state\": \"New\", \"certainty\": \"stated\","
  "    \"sources\": [\"s\"] } ] },"
  "{ \"id\": \"hosting\", \"title\": \"Hosting\", \"topic\": \"cloud\", \"phases\": ["
  "  { \"span\": \"2019/..\", \"state\": \"All\", \"certainty\": \"stated\","
  "    \"sources\": [\"s\"] } ] } ],"
  "\"milestones\": ["
  "{ \"id\": \"reset\", \"date\": \"2026-04-27\", \"title\": \"Reset\", \"topic\": \"cloud\","
  "  \"importance\": 1, \"certainty\": \"stated\", \"changes\": [\"fee\"], \"sources\": [\"s\"],"
  "  \"links\": [ { \"to\": \"rumour\", \"as\": \"because\" } ] },"
  "{ \"id\": \"rumour\", \"date\": \"2026-01\", \"title\": \"Rumour\", \"topic\": \"money\","
  "  \"importance\": 2, \"certainty\": \"reported\", \"sources\": [\"s\"] } ],"
  "\"story\": ["
  "{ \"title\": \"All\", \"text\": \"Everything.\" },"
  "{ \"title\": \"Reset\", \"text\": \"It.\", \"from\": \"2025\", \"to\": \"2027\","
  "  \"select\": \"reset\" },"
  "{ \"title\": \"Sides\", \"text\": \"Before, after.\", \"compare\": \"reset\" },"
  "{ \"title\": \"Cloud\", \"text\": \"Where.\", \"from\": \"2026\", \"select\": \"cloud\" },"
  "{ \"title\": \"Fee\", \"text\": \"How much.\", \"as_of\": \"2029\", \"select\": \"fee\" },"
  "{ \"title\": \"Dates\", \"text\": \"Two.\", \"compare\": \"2025/2027\" } ] }";

typedef struct {
  MpSession *session;
  MpPlayer *player;
  guint n_steps; /* how often it was notified */
  guint n_paused;
} Fixture;

static void
notified_cb (MpPlayer *player, GParamSpec *pspec, Fixture *f)
{
  (void) player;
  f->n_steps += g_str_equal (pspec->name, "step");
  f->n_paused += g_str_equal (pspec->name, "paused");
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (text);

  (void) data;
  f->session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  mp_session_set_agreement (f->session, agreement);
  f->player = mp_player_new (f->session);
  g_signal_connect (f->player, "notify", G_CALLBACK (notified_cb), f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_finalize_object (f->player);
  g_assert_finalize_object (f->session);
}

static guint32
milestone (Fixture *f, const char *id)
{
  return mp_test_milestone (mp_session_get_agreement (f->session), id);
}

/* Asserts which phases and milestones are told of, by one character each: "+" or "-". */
static void
assert_told (Fixture *f, const char *phases, const char *milestones)
{
  MpMatches *told = mp_session_get_told (f->session);

  g_assert_nonnull (told);
  for (guint i = 0; phases[i] != '\0'; i++)
    g_assert_cmpint (mp_bits_has (told->phases, i), ==, phases[i] == '+');
  for (guint i = 0; milestones[i] != '\0'; i++)
    g_assert_cmpint (mp_bits_has (told->milestones, i), ==, milestones[i] == '+');
}

static void
assert_view (Fixture *f, const char *begin, const char *end)
{
  MpView goal = mp_session_get_goal (f->session);

  g_assert_cmpfloat (goal.begin, ==, (double) mp_test_date (begin).earliest / MP_SECONDS_PER_DAY);
  g_assert_cmpfloat (goal.end, ==, (double) mp_test_date (end).after / MP_SECONDS_PER_DAY);
}

/* --- What a step sets ------------------------------------------------------------------------- */

static void
test_everything (Fixture *f, gconstpointer data)
{
  MpView fit = mp_session_get_fit_view (f->session);

  (void) data;
  mp_session_set_view (f->session, fit.begin + 10, fit.end - 10);
  mp_player_go (f->player, 0);
  g_assert_true (mp_view_is_near (mp_session_get_goal (f->session), fit));
  g_assert_null (mp_session_get_told (f->session));
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
  g_assert_true (mp_session_is_as_of_today (f->session));
  g_assert_cmpstr (mp_agreement_text (mp_session_get_agreement (f->session),
                                      mp_player_get_words (f->player)->title),
                   ==, "All");
}

static void
test_milestone (Fixture *f, gconstpointer data)
{
  MpItem item = { MP_ITEM_MILESTONE, milestone (f, "reset") };

  (void) data;
  mp_player_go (f->player, 1);
  assert_view (f, "2025", "2027");
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item));
  /* What it changes, and its reason. */
  assert_told (f, "++-", "++");
}

static void
test_sides (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_player_go (f->player, 2);
  g_assert_cmpstr (mp_session_get_before (f->session)->text, ==, "2026-04-26");
  g_assert_cmpstr (mp_session_get_as_of (f->session)->text, ==, "2026-04-28");
  assert_told (f, "++-", "+-");
  /* The next one does not compare. */
  mp_player_go (f->player, 3);
  g_assert_null (mp_session_get_before (f->session));
  g_assert_true (mp_session_is_as_of_today (f->session));
}

static void
test_topic (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_player_go (f->player, 3);
  g_assert_cmpint (mp_session_get_selection (f->session).kind, ==, MP_ITEM_NONE);
  g_assert_cmpfloat (mp_session_get_goal (f->session).end, ==,
                     mp_session_get_fit_view (f->session).end);
  assert_told (f, "--+", "+-");
}

static void
test_term (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_player_go (f->player, 4);
  g_assert_cmpstr (mp_session_get_as_of (f->session)->text, ==, "2029");
  g_assert_true (
    mp_item_equal (mp_session_get_selection (f->session), (MpItem) { MP_ITEM_PHASE, 1 }));
  assert_told (f, "++-", "+-");
}

static void
test_two_dates (Fixture *f, gconstpointer data)
{
  (void) data;
  mp_player_go (f->player, 5);
  g_assert_cmpstr (mp_session_get_before (f->session)->text, ==, "2025");
  g_assert_cmpstr (mp_session_get_as_of (f->session)->text, ==, "2027");
  assert_told (f, "++-", "++");
}

/* --- Walking ---------------------------------------------------------------------------------- */

static void
test_ends (Fixture *f, gconstpointer data)
{
  (void) data;
  g_assert_cmpint (mp_player_get_step (f->player), ==, -1);
  g_assert_null (mp_player_get_words (f->player));
  g_assert_cmpuint (mp_player_get_n_steps (f->player), ==, 6);
  mp_player_go (f->player, -3);
  g_assert_cmpint (mp_player_get_step (f->player), ==, 0);
  mp_player_go (f->player, 99);
  g_assert_cmpint (mp_player_get_step (f->player), ==, 5);
  mp_player_go (f->player, 5);
  g_assert_cmpuint (f->n_steps, ==, 2);
  g_assert_cmpuint (f->n_paused, ==, 0);
}

static void
test_no_story (void)
{
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (MpPlayer) player = mp_player_new (session);
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("milestone early 2018-06-01 1 stated - M");

  mp_player_go (player, 0);
  g_assert_cmpint (mp_player_get_step (player), ==, -1);
  mp_session_set_agreement (session, agreement);
  mp_player_go (player, 0);
  g_assert_cmpint (mp_player_get_step (player), ==, -1);
  mp_player_leave (player);
}

/* A step shows all that it tells of, whatever was filtered, searched or collapsed before; then that
 * is back. */
static void
test_restores (Fixture *f, gconstpointer data)
{
  MpAgreement *agreement = mp_session_get_agreement (f->session);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpMatches) matches = mp_matches_new (agreement, NULL);
  MpItem item = { MP_ITEM_MILESTONE, milestone (f, "rumour") };
  MpView view = { 18000, 20000 };

  (void) data;
  filter->importances = 1 << 2;
  mp_session_set_view (f->session, view.begin, view.end);
  mp_session_set_filter (f->session, filter);
  mp_session_set_matches (f->session, matches);
  mp_session_set_topic_collapsed (f->session, 0, TRUE);
  g_assert_true (mp_session_compare_milestone (f->session, milestone (f, "reset")));
  mp_session_set_hide_unchanged (f->session, TRUE);
  mp_session_set_selection (f->session, item);

  for (int step = 0; step < 6; step++) {
    mp_player_go (f->player, step);
    g_assert_null (mp_session_get_filter (f->session));
    g_assert_null (mp_session_get_matches (f->session));
    g_assert_null (mp_session_get_collapsed (f->session));
    g_assert_null (mp_session_get_visible_set (f->session));
    g_assert_false (mp_player_is_paused (f->player));
  }
  mp_player_leave (f->player);
  g_assert_cmpint (mp_player_get_step (f->player), ==, -1);
  g_assert_null (mp_session_get_told (f->session));
  g_assert_true (mp_session_get_filter (f->session) == filter);
  g_assert_true (mp_session_get_matches (f->session) == matches);
  g_assert_true (mp_bits_has (mp_session_get_collapsed (f->session), 0));
  g_assert_true (mp_session_get_hide_unchanged (f->session));
  g_assert_true (mp_item_equal (mp_session_get_selection (f->session), item));
  g_assert_true (mp_view_is_near (mp_session_get_goal (f->session), view));
  g_assert_cmpstr (mp_session_get_before (f->session)->text, ==, "2026-04-26");
  /* The comparison still knows which date was asked about before it. */
  mp_session_set_before (f->session, NULL);
  g_assert_true (mp_session_is_as_of_today (f->session));
}

static void
test_another_agreement (Fixture *f, gconstpointer data)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (text);

  (void) data;
  mp_player_go (f->player, 1);
  mp_session_set_agreement (f->session, agreement);
  g_assert_cmpint (mp_player_get_step (f->player), ==, -1);
  g_assert_null (mp_session_get_told (f->session));
  mp_player_leave (f->player);
  g_assert_true (
    mp_view_is_near (mp_session_get_goal (f->session), mp_session_get_fit_view (f->session)));
}

/* --- Pausing ---------------------------------------------------------------------------------- */

static void
change_view (MpSession *session)
{
  mp_session_pan (session, 100);
}

static void
go_elsewhere (MpSession *session)
{
  mp_session_go (session, (MpView) { 18000, 18100 });
}

static void
change_selection (MpSession *session)
{
  mp_session_set_selection (session, (MpItem) { MP_ITEM_PHASE, 2 });
}

static void
change_as_of (MpSession *session)
{
  mp_session_set_as_of_day (session, mp_test_instant ("2024-05-05"));
}

static void
change_before (MpSession *session)
{
  mp_session_set_before_day (session, mp_test_instant ("2020-01-01"));
}

static void
change_filter (MpSession *session)
{
  g_autoptr (MpFilter) filter = mp_filter_new ();

  filter->in_force = TRUE;
  mp_session_set_filter (session, filter);
}

static void
change_matches (MpSession *session)
{
  g_autoptr (MpMatches) matches = mp_matches_new (mp_session_get_agreement (session), NULL);

  mp_session_set_matches (session, matches);
}

static void
change_collapsed (MpSession *session)
{
  mp_session_toggle_topic (session, 1);
}

static void
change_measured (MpSession *session)
{
  mp_session_set_measured (session, (MpItem) { MP_ITEM_MILESTONE, 1 });
}

static void
test_pauses (Fixture *f, gconstpointer data)
{
  static void (*const acts[]) (MpSession * session) = {
    change_view,   go_elsewhere,   change_selection, change_as_of,    change_before,
    change_filter, change_matches, change_collapsed, change_measured,
  };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    mp_player_go (f->player, 1);
    g_assert_false (mp_player_is_paused (f->player));
    acts[i](f->session);
    g_assert_true (mp_player_is_paused (f->player));
    g_assert_cmpint (mp_player_get_step (f->player), ==, 1);
    g_assert_nonnull (mp_session_get_told (f->session));
  }
  g_assert_cmpuint (f->n_paused, ==, 2 * G_N_ELEMENTS (acts) - 1);
  mp_player_leave (f->player);
  g_assert_false (mp_player_is_paused (f->player));
  g_assert_null (mp_session_get_filter (f->session));
}

/* Whoever takes the view to its goal does not pause the story; nor does midnight. */
static void
test_does_not_pause (Fixture *f, gconstpointer data)
{
  MpView goal;

  (void) data;
  mp_player_go (f->player, 1);
  goal = mp_session_get_goal (f->session);
  mp_session_pass (f->session, (MpView) { goal.begin - 100, goal.end + 300 });
  g_assert_false (mp_player_is_paused (f->player));
  mp_session_pass (f->session, goal);
  g_assert_false (mp_player_is_paused (f->player));
  mp_session_set_today (f->session, mp_session_get_today (f->session) + MP_SECONDS_PER_DAY);
  g_assert_false (mp_player_is_paused (f->player));
  mp_player_go (f->player, 0);
  mp_session_set_today (f->session, mp_session_get_today (f->session) + MP_SECONDS_PER_DAY);
  g_assert_false (mp_player_is_paused (f->player));
  /* Stopping on the way does. */
  mp_player_go (f->player, 1);
  mp_session_pass (f->session, (MpView) { goal.begin - 100, goal.end + 300 });
  mp_session_stretch_view (f->session, mp_session_get_view (f->session));
  g_assert_true (mp_player_is_paused (f->player));
}

/* A step may show what was known on a day; then the day from before is back. */
static void
test_known (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant ("2026-11-23"));
  g_autoptr (MpPlayer) player = mp_player_new (session);
  MpDate own = mp_test_date ("2025");
  MpItem selected;

  mp_session_set_agreement (session, agreement);
  mp_session_set_known (session, &own);
  mp_player_go (player, 1);
  g_assert_cmpstr (mp_session_get_known (session)->text, ==, "2024-03-31");
  g_assert_cmpint (mp_player_get_step (player), ==, 1);
  g_assert_false (mp_player_is_paused (player));
  selected = mp_session_get_selection (session);
  g_assert_cmpuint (
    selected.index, ==,
    mp_agreement_find_named (mp_session_get_agreement (session), "exclusivity-ends").index);
  /* What the step is about is lit, in what was known. */
  g_assert_nonnull (mp_session_get_told (session));
  g_assert_true (mp_matches_has (mp_session_get_told (session), selected));
  g_assert_false (
    mp_matches_has (mp_session_get_told (session),
                    (MpItem) { MP_ITEM_PHASE, mp_agreement_phases (agreement)->length - 1 }));
  mp_player_go (player, 2);
  g_assert_null (mp_session_get_known (session));
  g_assert_true (mp_session_get_agreement (session) == agreement);
  mp_session_set_known (session, &own);
  g_assert_true (mp_player_is_paused (player));
  mp_player_go (player, 0);
  g_assert_false (mp_player_is_paused (player));
  mp_player_leave (player);
  g_assert_cmpstr (mp_session_get_known (session)->text, ==, "2025");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/player/everything", test_everything);
  ADD ("/player/milestone", test_milestone);
  ADD ("/player/sides", test_sides);
  ADD ("/player/topic", test_topic);
  ADD ("/player/term", test_term);
  ADD ("/player/two-dates", test_two_dates);
  ADD ("/player/ends", test_ends);
  g_test_add_func ("/player/no-story", test_no_story);
  g_test_add_func ("/player/known", test_known);
  ADD ("/player/restores", test_restores);
  ADD ("/player/another-agreement", test_another_agreement);
  ADD ("/player/pauses", test_pauses);
  ADD ("/player/does-not-pause", test_does_not_pause);
#undef ADD
  return g_test_run ();
}
