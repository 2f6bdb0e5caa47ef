/* test-as-of.c: the as-of date, in the session, in the scene and in figures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-figure.h"
#include "mp-session.h"
#include "mp-test-scene.h"
#include "mp-test-support.h"

#include <string.h>

static const char *const some_lines = "term t - T\n"
                                      "phase 2019/2026-04-27 stated Old\n"
                                      "phase 2026-04-27/2030 stated New\n"
                                      "term u - U\n"
                                      "phase 2032/.. stated Later\n"
                                      "milestone end 2034 1 stated t M";

static void
count_cb (guint *count)
{
  (*count)++;
}

/* --- The session ------------------------------------------------------------------------------ */

static void
test_session (void)
{
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  MpDate year = mp_test_date ("2028");
  guint count = 0;

  g_signal_connect_swapped (session, "notify::as-of", G_CALLBACK (count_cb), &count);
  g_assert_true (mp_session_is_as_of_today (session));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, MP_TEST_TODAY);
  mp_session_set_as_of (session, NULL);
  g_assert_cmpuint (count, ==, 0);
  mp_session_set_as_of (session, &year);
  mp_session_set_as_of (session, &year);
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (mp_session_is_as_of_today (session));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2028");
  mp_session_set_as_of_day (session, mp_test_instant ("2025-06-15"));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2025-06-15");
  mp_session_set_as_of (session, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_true (mp_session_is_as_of_today (session));
}

/* At midnight an as-of date of today becomes the new day; any other one stays. */
static void
test_midnight (void)
{
  g_autoptr (MpSession) session = mp_session_new (mp_test_instant (MP_TEST_TODAY));

  mp_session_set_today (session, mp_test_instant ("2026-11-24"));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2026-11-24");
  mp_session_set_as_of_day (session, mp_test_instant ("2025-06-15"));
  mp_session_set_today (session, mp_test_instant ("2026-11-25"));
  g_assert_cmpstr (mp_session_get_as_of (session)->text, ==, "2025-06-15");
  g_assert_false (mp_session_is_as_of_today (session));
}

/* --- The scene -------------------------------------------------------------------------------- */

static MpScene *
scene_as_of (MpAgreement *agreement, const char *text)
{
  MpTestView view = { .agreement = agreement };
  MpMeasure measure = mp_test_measure (1);
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  MpDate date;
  MpSceneRequest request = {
    .layout = layout, .today = mp_test_instant (MP_TEST_TODAY), .width = 1200, .measure = measure
  };
  double end;

  mp_test_fit (&view, &request.begin, &end);
  if (text != NULL) {
    date = mp_test_date (text);
    request.as_of = &date;
  }
  return mp_scene_new (&request);
}

static void
assert_tenses (const MpScene *scene, MpTense old, MpTense new, MpTense later)
{
  const MpTense expected[] = { old, new, later };

  g_assert_cmpuint (scene->n_bars, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < scene->n_bars; i++)
    g_assert_cmpint (scene->bars[i].tense, ==, expected[i]);
}

static void
test_tenses (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  static const struct {
    const char *date; /* NULL: today */
    MpTense old;
    MpTense new;
    MpTense later;
  } cases[] = {
    { NULL, MP_TENSE_PAST, MP_TENSE_PRESENT, MP_TENSE_FUTURE },
    { "2020-01-01", MP_TENSE_PRESENT, MP_TENSE_FUTURE, MP_TENSE_FUTURE },
    { "2026-04-27", MP_TENSE_PRESENT, MP_TENSE_PRESENT, MP_TENSE_FUTURE },
    { "2030-06", MP_TENSE_PAST, MP_TENSE_PRESENT, MP_TENSE_FUTURE },
    { "2031-01-01", MP_TENSE_PAST, MP_TENSE_PAST, MP_TENSE_FUTURE },
    { "2033", MP_TENSE_PAST, MP_TENSE_PAST, MP_TENSE_PRESENT },
    { "2018", MP_TENSE_FUTURE, MP_TENSE_FUTURE, MP_TENSE_FUTURE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpScene) scene = scene_as_of (agreement, cases[i].date);

    g_test_message ("%s", cases[i].date != NULL ? cases[i].date : "today");
    assert_tenses (scene, cases[i].old, cases[i].new, cases[i].later);
  }
}

/* An as-of day is drawn as a line, a year as a stretch over just that year. Today has its own line
 * already. */
static void
test_cursor (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpScene) today = scene_as_of (agreement, MP_TEST_TODAY);
  g_autoptr (MpScene) day = scene_as_of (agreement, "2028-06-01");
  g_autoptr (MpScene) year = scene_as_of (agreement, "2028");
  g_autoptr (MpScene) far = scene_as_of (agreement, "1950");
  double x0, x1;

  g_assert_false (today->as_of.visible);
  g_assert_false (far->as_of.visible);
  g_assert_true (day->as_of.visible);
  g_assert_cmpfloat (day->as_of.at.width, ==, 2);
  g_assert_cmpstr (day->as_of.text, ==, "1 June 2028");
  g_assert_cmpstr (year->as_of.text, ==, "2028");
  x0 = year->plot.x + mp_scale_instant_to_x (year->scale, mp_test_instant ("2028"));
  x1 = year->plot.x + mp_scale_instant_to_x (year->scale, mp_test_instant ("2029"));
  g_assert_cmpfloat_with_epsilon (year->as_of.at.x, x0, 1);
  g_assert_cmpfloat_with_epsilon (year->as_of.at.x + year->as_of.at.width, x1, 1);
  g_assert_true (mp_rect_intersects (day->as_of.badge, day->axis));
}

/* The dump of a scene names the as-of date, unless it is today. */
static void
test_dump (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpScene) today = scene_as_of (agreement, MP_TEST_TODAY);
  g_autoptr (MpScene) day = scene_as_of (agreement, "2028-06-01");
  g_autofree char *without = mp_scene_dump (today), *with = mp_scene_dump (day);

  g_assert_null (strstr (without, "as-of"));
  g_assert_nonnull (strstr (with, "\nas-of at "));
  g_assert_nonnull (strstr (with, "\"1 June 2028\""));
}

/* Another as-of date moves nothing. */
static void
test_nothing_moves (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpScene) today = scene_as_of (agreement, NULL);
  g_autoptr (MpScene) then = scene_as_of (agreement, "2028-06-01");

  g_assert_cmpuint (today->n_bars, ==, then->n_bars);
  for (guint i = 0; i < today->n_bars; i++) {
    MpSceneBar a = today->bars[i];
    MpSceneBar b = then->bars[i];

    g_assert_cmpuint (a.phase, ==, b.phase);
    g_assert_cmpmem (&a.rect, sizeof a.rect, &b.rect, sizeof b.rect);
    g_assert_cmpmem (&a.label, sizeof a.label, &b.label, sizeof b.label);
  }
  g_assert_cmpuint (today->n_marks, ==, then->n_marks);
}

/* A figure with another as-of date is another picture. */
static void
test_figure (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  MpDate date = mp_test_date ("2028-06-01");
  g_autoptr (MpFigure) figure = NULL;

  options.as_of = &date;
  figure = mp_figure_new (agreement, &options);
  g_assert_true (mp_figure_get_scene (figure)->as_of.visible);
  g_assert_cmpint (mp_figure_get_scene (figure)->from, ==, date.earliest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/as-of/session", test_session);
  g_test_add_func ("/as-of/midnight", test_midnight);
  g_test_add_func ("/as-of/tenses", test_tenses);
  g_test_add_func ("/as-of/cursor", test_cursor);
  g_test_add_func ("/as-of/dump", test_dump);
  g_test_add_func ("/as-of/nothing-moves", test_nothing_moves);
  g_test_add_func ("/as-of/figure", test_figure);
  return mp_test_run_with_fonts ();
}
