/* test-scene.c: the finished layout as text, and as it moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts to compare with are in tests/scenes; MP_UPDATE_GOLDEN=1 writes them anew.
 */
#include "mp-scene.h"
#include "mp-session.h"

#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 80

static const char *const edges[] = { "sharp", "hatched", "soft", "unknown", "open" };

/* --- Golden texts ----------------------------------------------------------------------------- */

static void
check_golden (const char *name, const char *lines, const MpTestView *view)
{
  MpTestView whole = *view;
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpScene) scene = NULL;
  g_autofree char *dump = NULL;

  if (lines != NULL)
    whole.agreement = agreement = mp_test_agreement (lines);
  scene = mp_test_scene (&whole);
  dump = mp_scene_dump (scene);
  mp_test_assert_golden (name, dump);
}

static void
test_golden_empty (void)
{
  check_golden ("empty.scene", "", &(MpTestView) { .height = 400 });
}

static void
test_golden_one_milestone (void)
{
  check_golden ("one-milestone.scene", "milestone reset 2026-04-27 1 stated - The 2026 reset",
                &(MpTestView) { .height = 400 });
}

/* A row for each pair of edges, then one for each certainty, with a phase in each tense. */
static char *
every_kind_lines (void)
{
  static const char *const starts[] = { "2022-03-01", "2022", "2022~", "", ".." };
  static const char *const ends[] = { "2029-03-01", "2029", "2029?", "", ".." };
  GString *lines = g_string_new ("topic edges blue Edges\ntopic facts green Certainties\n");

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    for (guint j = 0; j < G_N_ELEMENTS (edges); j++)
      g_string_append_printf (lines, "term %s-%s edges %s to %s\nphase %s/%s stated In force\n",
                              edges[i], edges[j], edges[i], edges[j], starts[i], ends[j]);
  for (guint i = 0; i < MP_N_CERTAINTIES; i++) {
    const char *certainty = mp_certainty_get ((MpCertainty) i)->word;

    g_string_append_printf (lines,
                            "term %s facts All %s\n"
                            "phase 2020-01-01/2023 %s Over\n"
                            "phase 2024-01-01/2028 %s In force\n"
                            "phase 2029-01-01/2032-01-01 %s To come\n"
                            "milestone m-%s 2025-0%u-10 %u %s %s Mark %s\n"
                            "milestone y-%s 20%u?/20%u 2 %s - Stretch %s\n",
                            certainty, certainty, certainty, certainty, certainty, certainty, i + 1,
                            i % 3 + 1, certainty, certainty, certainty, certainty, 26 + i, 26 + i,
                            certainty, certainty);
  }
  return g_string_free (lines, FALSE);
}

static void
test_golden_every_kind (void)
{
  g_autofree char *lines = every_kind_lines ();

  check_golden ("every-kind.scene", lines, &(MpTestView) { 0 });
}

static void
test_golden_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  check_golden ("shipped.scene", NULL,
                &(MpTestView) { .agreement = agreement, .width = 1200, .height = 900 });
  check_golden ("shipped-narrow.scene", NULL,
                &(MpTestView) { .agreement = agreement, .width = 420, .height = 900 });
  check_golden ("shipped-reset.scene", NULL,
                &(MpTestView) { .agreement = agreement,
                                .begin = 20512, /* 2026-02-28 */
                                .end = 20634,
                                .height = 900 });
}

static void
test_golden_long_titles (void)
{
  g_autoptr (GString) lines = g_string_new ("topic long red ");

  for (guint i = 0; i < 40; i++)
    g_string_append (lines, "a topic with a long title ");
  g_string_append (lines, "\nterm long long ");
  for (guint i = 0; i < 40; i++)
    g_string_append (lines, "a term with a long title ");
  g_string_append (lines, "\nphase 2019/2030 stated ");
  for (guint i = 0; i < 40; i++)
    g_string_append (lines, "a state in many words ");
  g_string_append (lines, "\nphase 2030/2030-06 disputed Short of room\n"
                          "milestone long 2026-04-27 1 disputed - ");
  for (guint i = 0; i < 40; i++)
    g_string_append (lines, "a milestone in many words ");
  check_golden ("long-titles.scene", lines->str, &(MpTestView) { .height = 400 });
}

static void
test_golden_many_terms (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 20%02u/2040 stated State %u\n", i, i,
                            i % 30, i);
  g_string_append (lines, "milestone m 2026-04-27 1 stated t7,t150 A change\n");
  check_golden ("many-terms.scene", lines->str, &(MpTestView) { .height = 700, .scroll = 3333 });
}

/* --- Moving about ----------------------------------------------------------------------------- */

static void
assert_same_dump (const MpScene *a, const MpScene *b)
{
  g_autofree char *one = mp_scene_dump (a), *other = mp_scene_dump (b);

  mp_test_assert_same_text ("scene", one, other);
}

/* A session with the view of a random view, moved a little: where everything is in view, the first
 * mark can be on half a pixel, which the last bit of a number rounds up or down. */
static MpSession *
session_for (MpTestView *view)
{
  MpSession *session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  double by = (view->end - view->begin) * g_test_rand_double_range (0, 0.01);

  view->begin += by;
  view->end += by;
  mp_session_set_agreement (session, view->agreement);
  mp_session_set_view (session, view->begin, view->end);
  return session;
}

static MpScene *
scene_of_session (MpSession *session, MpTestView view)
{
  view.begin = mp_session_get_begin (session);
  view.end = mp_session_get_end (session);
  return mp_test_scene (&view);
}

static void
test_zoom_in_and_out (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (40);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpSession) session = session_for (&view);
    g_autoptr (MpScene) before = scene_of_session (session, view), after = NULL;
    double middle = (mp_session_get_begin (session) + mp_session_get_end (session)) / 2;

    for (guint i = 0; i < 5; i++)
      mp_session_zoom (session, middle, 1.25);
    for (guint i = 0; i < 5; i++)
      mp_session_zoom (session, middle, 1 / 1.25);
    after = scene_of_session (session, view);
    assert_same_dump (before, after);
  }
}

static void
test_pan_there_and_back (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (40);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpSession) session = session_for (&view);
    g_autoptr (MpScene) before = scene_of_session (session, view), after = NULL;
    double span = mp_session_get_end (session) - mp_session_get_begin (session);
    double room = span * g_test_rand_double_range (-0.2, 0.2);

    mp_session_pan (session, room);
    mp_session_pan (session, -room);
    if (fabs (mp_session_get_begin (session) - view.begin) > 1e-6)
      continue; /* stopped at the end of the agreement */
    after = scene_of_session (session, view);
    assert_same_dump (before, after);
  }
}

static const MpSceneMark *
find_mark (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (mark->milestone == milestone)
      return mark;
  }
  return NULL;
}

/* What is in both scenes keeps its place: a label its lane and its side, a bar its row. */
static void
test_panning_moves_sideways (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (80);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) before = mp_test_scene (&view), after = NULL;
    double by = (view.end - view.begin) * g_test_rand_double_range (-0.6, 0.6);

    view.begin += by;
    view.end += by;
    after = mp_test_scene (&view);
    for (guint i = 0; i < before->n_marks; i++) {
      const MpSceneMark *a = &before->marks[i];
      const MpSceneMark *b = find_mark (after, a->milestone);

      if (b == NULL)
        continue;
      g_assert_cmpfloat (a->mark.y, ==, b->mark.y);
      if (a->label.width > 0 && b->label.width > 0) {
        g_assert_cmpfloat (a->label.width, ==, b->label.width);
        g_assert_cmpfloat (a->label.y, ==, b->label.y);
      }
      if (mp_test_is_at_home (before, a) && mp_test_is_at_home (after, b))
        g_assert_cmpfloat_with_epsilon (a->label.x - a->x, b->label.x - b->x, 1.01);
      if (mp_test_has_stem (before, a) && mp_test_has_stem (after, b))
        g_assert_cmpfloat_with_epsilon (a->x - b->x, by * before->scale.per_day, 1.01);
    }
    for (guint i = 0; i < MIN (before->n_row_items, after->n_row_items); i++)
      g_assert_cmpfloat (before->row_items[i].rect.y, ==, after->row_items[i].rect.y);
  }
}

static void
shuffle (char **lines)
{
  for (guint i = g_strv_length (lines); i > 1; i--) {
    guint other = (guint) g_test_rand_int_range (0, (gint32) i);
    char *line = lines[i - 1];

    lines[i - 1] = lines[other];
    lines[other] = line;
  }
}

/* The picture does not depend on the order in which the file names milestones. */
static void
test_order_of_milestones (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpTestCrowd crowd = { .n_milestones = 60, .first_year = 2000, .last_year = 2035 };
    g_autofree char *lines = mp_test_random_lines (&crowd), *shuffled = NULL;
    char *milestones = strstr (lines, "milestone ");
    g_auto (GStrv) split = g_strsplit (g_strchomp (milestones), "\n", -1);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines), other = NULL;
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) one = mp_test_scene (&view), two = NULL;
    g_autofree char *joined = NULL;

    shuffle (split);
    joined = g_strjoinv ("\n", split);
    *milestones = '\0';
    shuffled = g_strconcat (lines, joined, NULL);
    view.agreement = other = mp_test_agreement (shuffled);
    two = mp_test_scene (&view);
    assert_same_dump (one, two);
  }
}

static void
test_references (void)
{
  MpAgreement *agreement = mp_test_agreement ("term a - A");
  MpTestView view = { .agreement = agreement };
  MpScene *scene = mp_test_scene (&view);

  g_assert_true (mp_scene_ref (scene) == scene);
  mp_scene_unref (scene);
  g_assert_cmpuint (scene->n_row_items, ==, 2);
  mp_scene_unref (scene);
  g_assert_finalize_object (agreement);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/golden/empty", test_golden_empty);
  g_test_add_func ("/scene/golden/one-milestone", test_golden_one_milestone);
  g_test_add_func ("/scene/golden/every-kind", test_golden_every_kind);
  g_test_add_func ("/scene/golden/shipped", test_golden_shipped);
  g_test_add_func ("/scene/golden/long-titles", test_golden_long_titles);
  g_test_add_func ("/scene/golden/many-terms", test_golden_many_terms);
  g_test_add_func ("/scene/moving/zoom-in-and-out", test_zoom_in_and_out);
  g_test_add_func ("/scene/moving/pan-there-and-back", test_pan_there_and_back);
  g_test_add_func ("/scene/moving/sideways", test_panning_moves_sideways);
  g_test_add_func ("/scene/order-of-milestones", test_order_of_milestones);
  g_test_add_func ("/scene/references", test_references);
  return g_test_run ();
}
