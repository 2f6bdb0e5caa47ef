/* test-travel.c: things stay where they are, whatever way the user goes through an agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random agreements, and random sequences of zooming and panning as users make them, by way of a
 * session, from centuries to an hour.
 */
#include "mp-agreement.h"
#include "mp-scene.h"
#include "mp-session.h"

#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_AGREEMENTS 25
#define N_MOVES 14
#define N_POINTS 60

typedef struct {
  MpAgreement *agreement;
  MpSession *session;
  MpTestView view;
  MpScene *scene;
} Journey;

static void
look (Journey *journey)
{
  g_clear_pointer (&journey->scene, mp_scene_unref);
  journey->view.begin = mp_session_get_begin (journey->session);
  journey->view.end = mp_session_get_end (journey->session);
  journey->scene = mp_test_scene (&journey->view);
}

static void
begin (Journey *journey, MpAgreement *agreement)
{
  *journey = (Journey) { .agreement = agreement };
  journey->view = mp_test_random_view (agreement);
  journey->session = mp_session_new (mp_test_instant (MP_TEST_TODAY));
  mp_session_set_agreement (journey->session, agreement);
  look (journey);
}

static void
end (Journey *journey)
{
  g_clear_pointer (&journey->scene, mp_scene_unref);
  g_clear_object (&journey->session);
  g_clear_object (&journey->agreement);
}

static double
random_day (Journey *journey)
{
  return g_test_rand_double_range (mp_session_get_begin (journey->session),
                                   mp_session_get_end (journey->session));
}

static void
zoom (Journey *journey)
{
  mp_session_zoom (journey->session, random_day (journey),
                   pow (2, g_test_rand_double_range (-3, 5)));
  look (journey);
}

static void
pan (Journey *journey)
{
  MpView view = mp_session_get_view (journey->session);

  mp_session_pan (journey->session, mp_view_span (view) * g_test_rand_double_range (-0.8, 0.8));
  look (journey);
}

static MpSceneMark *
mark_at (const MpScene *scene, guint i)
{
  return &scene->marks[i];
}

static MpSceneBar *
bar_at (const MpScene *scene, guint i)
{
  return &scene->bars[i];
}

static MpSceneMark *
find_mark (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_marks; i++)
    if (mark_at (scene, i)->milestone == milestone)
      return mark_at (scene, i);
  return NULL;
}

static MpSceneBar *
find_bar (const MpScene *scene, guint32 phase)
{
  for (guint i = 0; i < scene->n_bars; i++)
    if (bar_at (scene, i)->phase == phase)
      return bar_at (scene, i);
  return NULL;
}

/* --- What holds wherever one is --------------------------------------------------------------- */

static void
assert_labels_are_apart (const MpScene *scene)
{
  for (guint i = 0; i < scene->n_marks; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (mp_rect_intersects (mark_at (scene, i)->label, mark_at (scene, j)->label));
}

/* The names of the years, days or hours do not run into each other, and there are some. */
static void
assert_axis_is_readable (const MpScene *scene)
{
  double last = -INFINITY;
  guint named = 0;

  for (guint i = 0; i < scene->n_ticks; i++) {
    MpSceneTick *tick = &scene->ticks[i];

    if (tick->label == NULL)
      continue;
    g_assert_cmpfloat (tick->label_x - tick->label_width / 2, >, last);
    g_assert_cmpuint (strlen (tick->label), >, 0);
    last = tick->label_x + tick->label_width / 2;
    named++;
  }
  g_assert_cmpuint (named, >, 0);
  g_assert_cmpuint (strlen (scene->range_label), >, 0);
}

static gboolean
has_point_at (const MpScene *scene, const MpSceneMark *mark, double x, double y)
{
  for (guint32 i = mark->points.first; i < mark->points.first + mark->points.count; i++)
    if (mp_rect_contains (scene->points[i].target, x, y))
      return TRUE;
  return FALSE;
}

/* Whether a bar in view is at a point, or within reach of a finger there. */
static gboolean
is_bar_at (const MpScene *scene, const MpSceneBar *bar, double x, double y)
{
  return mp_rect_intersects (bar->visible, scene->rows) &&
         (mp_rect_contains (mp_rect_at_least (bar->visible, scene->layout->metrics.target), x, y) ||
          mp_rect_contains (bar->end_label, x, y));
}

/* An alternative date of a phase picks that phase. */
static gboolean
has_track_at (const MpScene *scene, guint32 phase, double x, double y)
{
  for (guint i = 0; i < scene->n_tracks; i++) {
    const MpSceneBar *bar = &scene->tracks[i].bar;

    if (bar->phase == phase && is_bar_at (scene, bar, x, y))
      return TRUE;
  }
  return FALSE;
}

/* Whether an item is drawn at a point, or within reach of a finger there. */
static gboolean
is_drawn_at (const MpScene *scene, MpSceneItem item, double x, double y)
{
  MpSceneMark *mark;
  MpSceneBar *bar;

  switch (item.kind) {
  case MP_SCENE_ITEM_MILESTONE:
    mark = find_mark (scene, item.index);
    return mark != NULL &&
           (mp_rect_contains (mark->label, x, y) || has_point_at (scene, mark, x, y));
  case MP_SCENE_ITEM_CLUSTER:
    return item.index < scene->n_clusters &&
           mp_rect_contains (scene->clusters[item.index].target, x, y);
  case MP_SCENE_ITEM_PHASE:
    bar = find_bar (scene, item.index);
    return (bar != NULL && is_bar_at (scene, bar, x, y)) || has_track_at (scene, item.index, x, y);
  case MP_SCENE_ITEM_CROWD:
    return item.index < scene->n_crowds && mp_rect_contains (scene->crowds[item.index].rect, x, y);
  case MP_SCENE_ITEM_HEADING:
    return mp_rect_contains (mp_scene_find_row (scene, MP_ROW_TOPIC, item.index)->title, x, y);
  case MP_SCENE_ITEM_ROW:
    return FALSE;
  case MP_SCENE_ITEM_NONE:
  default:
    return TRUE;
  }
}

/* A point never picks what is not drawn there. */
static void
assert_nothing_hidden_is_hit (const MpScene *scene)
{
  for (guint i = 0; i < N_POINTS; i++) {
    double x = g_test_rand_double_range (0, scene->width);
    double y = g_test_rand_double_range (0, scene->height);
    MpSceneItem item = mp_scene_pick (scene, x, y);

    g_assert_true (is_drawn_at (scene, item, x, y));
    if (item.kind != MP_SCENE_ITEM_NONE && item.kind != MP_SCENE_ITEM_HEADING)
      g_assert_true (mp_rect_contains (scene->plot, x, y));
  }
}

/* Every label, mark, bar and cluster has a point that picks it; where something is painted over it,
 * a point picks that. */
static gboolean
can_be_hit (const MpScene *scene, MpRect rect, MpRect within, MpSceneItem item)
{
  double x0 = MAX (rect.x, within.x), x1 = MIN (rect.x + rect.width, within.x + within.width);
  double y0 = MAX (rect.y, within.y), y1 = MIN (rect.y + rect.height, within.y + within.height);

  if (x1 - x0 < 0.5 || y1 - y0 < 0.5)
    return TRUE;
  for (guint i = 0; i <= 12; i++) {
    MpSceneItem hit = mp_scene_pick (scene, x0 + (x1 - x0) * (0.02 + 0.08 * i), (y0 + y1) / 2);

    if (mp_scene_item_equal (hit, item))
      return TRUE;
  }
  return FALSE;
}

static void
assert_drawn_is_hit (const MpScene *scene)
{
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = mark_at (scene, i);
    MpSceneItem item = { MP_SCENE_ITEM_MILESTONE, mark->milestone };

    if (mark->label.width > 0)
      g_assert_true (can_be_hit (scene, mark->label, scene->band, item));
  }
  for (guint i = 0; i < scene->n_clusters; i++)
    g_assert_true (can_be_hit (scene, scene->clusters[i].rect, scene->band,
                               (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i }));
}

/* Each milestone in view has one place: its own, or in one cluster. */
static void
assert_one_place_each (const MpScene *scene)
{
  guint length = mp_agreement_milestones (scene->layout->agreement)->length;
  g_autofree guint *places = g_new0 (guint, length);

  for (guint i = 0; i < scene->n_marks; i++)
    places[mark_at (scene, i)->milestone]++;
  for (guint i = 0; i < scene->n_clusters; i++) {
    guint32 milestone;

    for (guint at = 0; mp_scene_next_member (scene, &scene->clusters[i], &at, &milestone);) {
      MpSceneItem stand_in = mp_scene_stand_in (scene, (MpItem) { MP_ITEM_MILESTONE, milestone });

      places[milestone]++;
      g_assert_true (mp_scene_item_equal (stand_in, (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i }));
    }
  }
  for (guint i = 0; i < length; i++)
    g_assert_cmpuint (places[i], <=, 1);
}

static void
test_wherever (void)
{
  for (guint n = 0; n < N_AGREEMENTS; n++) {
    Journey journey;

    begin (&journey, mp_test_random_agreement (80));
    for (guint i = 0; i < N_MOVES; i++) {
      if (g_test_rand_bit ())
        zoom (&journey);
      else
        pan (&journey);
      assert_labels_are_apart (journey.scene);
      assert_axis_is_readable (journey.scene);
      assert_nothing_hidden_is_hit (journey.scene);
      assert_drawn_is_hit (journey.scene);
      assert_one_place_each (journey.scene);
    }
    end (&journey);
  }
}

/* --- What panning leaves alone ---------------------------------------------------------------- */

/* Everything that is in both scenes has moved sideways by the same distance, and not up or down,
 * except for labels at an edge. */
static void
assert_only_moved (const MpScene *before, const MpScene *after)
{
  double moved = (before->scale.begin - after->scale.begin) * before->scale.per_day;

  for (guint i = 0; i < before->n_marks; i++) {
    MpSceneMark *a = mark_at (before, i), *b = find_mark (after, a->milestone);

    if (b == NULL)
      continue;
    g_assert_cmpfloat (b->mark.y, ==, a->mark.y);
    if (a->label.width > 0 && b->label.width > 0) {
      g_assert_cmpfloat (b->label.y, ==, a->label.y);
      g_assert_cmpfloat (b->label.width, ==, a->label.width);
    }
    if (!mp_test_has_stem (before, a) || !mp_test_has_stem (after, b))
      continue;
    g_assert_cmpfloat_with_epsilon (b->x - a->x, moved, 1.01);
    if (mp_test_is_at_home (before, a) && mp_test_is_at_home (after, b))
      g_assert_cmpfloat_with_epsilon (b->label.x - b->x, a->label.x - a->x, 1.01);
  }
  for (guint i = 0; i < before->n_bars; i++) {
    MpSceneBar *b = find_bar (after, bar_at (before, i)->phase);

    if (b != NULL)
      g_assert_cmpfloat (b->rect.y, ==, bar_at (before, i)->rect.y);
  }
  for (guint i = 0; i < before->n_row_items; i++)
    g_assert_cmpfloat (after->row_items[i].rect.y, ==, before->row_items[i].rect.y);
  g_assert_cmpuint (before->n_row_items, ==, after->n_row_items);
}

static void
test_panning (void)
{
  for (guint n = 0; n < N_AGREEMENTS; n++) {
    Journey journey;

    begin (&journey, mp_test_random_agreement (80));
    zoom (&journey);
    for (guint i = 0; i < N_MOVES; i++) {
      g_autoptr (MpScene) before = mp_scene_ref (journey.scene);

      pan (&journey);
      assert_only_moved (before, journey.scene);
    }
    end (&journey);
  }
}

/* --- There and back --------------------------------------------------------------------------- */

/* Zooming in anywhere by any number of steps, and out again at the same place, leaves everything as
 * it was. */
static void
test_there_and_back (void)
{
  for (guint n = 0; n < N_AGREEMENTS * 2; n++) {
    g_autofree char *before = NULL, *after = NULL;
    Journey journey;
    double day;
    guint clicks = (guint) g_test_rand_int_range (1, 12);

    begin (&journey, mp_test_random_agreement (80));
    mp_session_zoom (journey.session, random_day (&journey), 1.7);
    look (&journey);
    before = mp_scene_dump (journey.scene);
    day = random_day (&journey);
    for (guint i = 0; i < clicks; i++)
      mp_session_zoom (journey.session, day, 1.25);
    look (&journey);
    for (guint i = 0; i < clicks; i++)
      mp_session_zoom (journey.session, day, 1 / 1.25);
    look (&journey);
    after = mp_scene_dump (journey.scene);
    mp_test_assert_same_text ("there and back", before, after);
    end (&journey);
  }
}

/* --- Extremes --------------------------------------------------------------------------------- */

/* From ten thousand years down to an hour: at each zoom the axis has names that can be read, no
 * more of them than there is room for, and the words for the days in view. */
static void
test_centuries_to_an_hour (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A\n"
                                                         "phase -8000/2000 stated Long\n"
                                                         "milestone b 1999-12-31 1 stated - B\n");
  double day = (double) mp_test_instant ("1999-12-31") / (double) MP_SECONDS_PER_DAY + 0.5;
  Journey journey;
  guint steps = 0;

  begin (&journey, g_steal_pointer (&agreement));
  journey.view.width = 1200;
  journey.view.unit = 1;
  mp_session_zoom (journey.session, day, 0.01);
  for (;;) {
    MpView view;

    look (&journey);
    assert_axis_is_readable (journey.scene);
    g_assert_cmpuint (journey.scene->n_ticks, <, 60);
    view = mp_session_get_view (journey.session);
    if (mp_view_span (view) < MP_SESSION_MIN_DAYS * 1.001)
      break;
    mp_session_zoom (journey.session, day, 1.9);
    g_assert_cmpuint (++steps, <, 60);
  }
  g_assert_cmpuint (steps, >, 20);
  g_assert_cmpstr (journey.scene->range_label, ==, "31 Dec 1999");
  end (&journey);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/travel/wherever", test_wherever);
  g_test_add_func ("/travel/panning", test_panning);
  g_test_add_func ("/travel/there-and-back", test_there_and_back);
  g_test_add_func ("/travel/centuries-to-an-hour", test_centuries_to_an_hour);
  return g_test_run ();
}
