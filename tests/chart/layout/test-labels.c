/* test-labels.c: labels while zooming and panning: what appears, what stays and what gives way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-labels.h"
#include "mp-scale.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 80
#define N_STEPS 12

static MpAgreement *
random_agreement (void)
{
  return g_test_rand_int_range (0, 5) == 0 ? mp_test_shipped_agreement ()
                                           : mp_test_random_agreement (120);
}

static gboolean
has_label (const MpLayout *layout, guint32 milestone)
{
  return mp_layout_place_of (layout, milestone)->side != MP_SIDE_NONE;
}

static MpSceneMark *
find_mark (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (mark->milestone == milestone)
      return mark;
  }
  return NULL;
}

/* --- Zooming ---------------------------------------------------------------------------------- */

/* A zoom that a window can have: from twice everything to a part of a day. */
static void
set_random_zoom (MpTestView *view)
{
  double begin, end;

  mp_test_fit (view, &begin, &end);
  view->begin = begin;
  view->end = begin + (end - begin) * exp2 (g_test_rand_double_range (-14, 1));
}

/* Between any two zooms no label changes its lane, its side or its width, and the nearer zoom shows
 * all labels of the wider one. */
static void
test_zooms_agree (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) one = NULL, other = NULL;
    const MpLayout *wide, *near;

    set_random_zoom (&view);
    one = mp_test_layout (&view);
    set_random_zoom (&view);
    other = mp_test_layout (&view);
    wide = one->per_day < other->per_day ? one : other;
    near = wide == one ? other : one;
    g_assert_cmpuint (wide->n_lanes, ==, near->n_lanes);
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
      if (!has_label (wide, i))
        continue;
      g_assert_cmpint (mp_layout_place_of (wide, i)->side, ==, mp_layout_place_of (near, i)->side);
      g_assert_cmpuint (mp_layout_place_of (wide, i)->lane, ==, mp_layout_place_of (near, i)->lane);
      g_assert_cmpfloat (mp_layout_place_of (wide, i)->width, ==,
                         mp_layout_place_of (near, i)->width);
    }
  }
}

/* Whether something more important is in the place of a label. */
static gboolean
is_needed (const MpScene *scene, const MpSceneMark *of)
{
  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (mark->label.width > 0 && mark->importance < of->importance &&
        mp_layout_place_of (scene->layout, mark->milestone)->lane ==
          mp_layout_place_of (scene->layout, of->milestone)->lane)
      return TRUE;
  }
  return FALSE;
}

/* Whether a label has its place in the plot, rather than being moved into it. */
static gboolean
belongs_in_view (const MpScene *scene, const MpSceneMark *mark)
{
  const MpPlace *place = mp_layout_place_of (scene->layout, mark->milestone);
  double left =
    mp_layout_label_left (place->side, mark->x, place->width, scene->layout->metrics.unit);

  return left >= scene->plot.x && left + place->width <= scene->plot.x + scene->plot.width;
}

static void
assert_kept (const MpScene *before, const MpScene *after)
{
  for (guint i = 0; i < before->n_marks; i++) {
    const MpSceneMark *old = &before->marks[i];
    const MpSceneMark *new = find_mark (after, old->milestone);

    if (old->label.width == 0 || new == NULL)
      continue;
    if (new->label.width > 0)
      g_assert_cmpfloat (new->label.y, ==, old->label.y);
    else if (belongs_in_view (after, new))
      g_assert_true (is_needed (after, new));
  }
}

/* Zooming in about a point takes away no label that stays in view, unless a more important one at
 * the edge of the view needs its room. */
static void
test_zoom_path (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = NULL;
    double begin, end, at;

    mp_test_fit (&view, &begin, &end);
    view.scroll = 0;
    view.begin = begin;
    view.end = end;
    at = g_test_rand_double_range (begin, end);
    scene = mp_test_scene (&view);
    for (guint step = 0; step < N_STEPS; step++) {
      double by = g_test_rand_double_range (0.3, 0.99);
      MpScene *next;

      view.begin = at - (at - view.begin) * by;
      view.end = at + (view.end - at) * by;
      next = mp_test_scene (&view);
      assert_kept (scene, next);
      mp_scene_unref (scene);
      scene = next;
    }
  }
}

/* --- The view's edges ------------------------------------------------------------------------- */

static void
assert_within (MpRect rect, MpRect bounds)
{
  if (rect.width <= 0)
    return;
  g_assert_cmpfloat (rect.x, >=, bounds.x);
  g_assert_cmpfloat (rect.x + rect.width, <=, bounds.x + bounds.width);
}

/* No label is cut at an edge: of milestones, bars, clusters, days and the axis. */
static void
test_nothing_is_cut (void)
{
  for (guint n = 0; n < 4 * N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = NULL;

    view.as_of = g_test_rand_bit () ? "2026-05" : NULL;
    scene = mp_test_scene (&view);
    for (guint i = 0; i < scene->n_marks; i++)
      assert_within (scene->marks[i].label, scene->plot);
    for (guint i = 0; i < scene->n_clusters; i++)
      assert_within (scene->clusters[i].rect, scene->plot);
    for (guint i = 0; i < scene->n_bars; i++)
      assert_within (scene->bars[i].label, scene->plot);
    for (guint i = 0; i < scene->n_ticks; i++) {
      MpSceneTick *tick = &scene->ticks[i];

      if (tick->label != NULL)
        assert_within ((MpRect) { tick->label_x - tick->label_width / 2, 0, tick->label_width, 1 },
                       scene->axis);
    }
    if (scene->today_visible)
      assert_within (scene->today_badge, scene->plot);
    if (scene->as_of.visible)
      assert_within (scene->as_of.badge, scene->plot);
  }
}

/* Labels that have moved in at an edge lie on no other. */
static void
test_moved_labels_keep_apart (void)
{
  for (guint n = 0; n < 4 * N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    for (guint i = 0; i < scene->n_marks; i++) {
      MpRect label = scene->marks[i].label;

      for (guint j = 0; j < i && label.width > 0; j++)
        g_assert_false (mp_rect_intersects (label, scene->marks[j].label));
    }
    for (guint i = 1; i < scene->n_clusters; i++)
      g_assert_false (mp_rect_intersects (scene->clusters[i - 1].rect, scene->clusters[i].rect));
  }
}

/* In every part of the view, at every width and text size, what is important has its label over its
 * stem. Only in a small part of everything one label can be in the way of another. */
static void
test_important_always (void)
{
  for (guint n = 0; n < 4 * N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);
    double begin, end;

    mp_test_fit (&view, &begin, &end);
    for (guint i = 0; i < scene->n_marks; i++) {
      MpSceneMark *mark = &scene->marks[i];

      if (mark->importance > 1 || mark->x < scene->plot.x ||
          mark->x >= scene->plot.x + scene->plot.width)
        continue;
      if (mark->label.width == 0 && view.end - view.begin > end - begin)
        continue;
      g_assert_cmpfloat (mark->label.x, <=, mark->x);
      g_assert_cmpfloat (mark->label.x + mark->label.width, >=, mark->x);
    }
  }
}

/* --- Room ------------------------------------------------------------------------------------- */

/* The labels of milestones of one day stand over each other, up to as many as there are lanes. */
static void
test_one_day (void)
{
  g_autoptr (GString) lines = g_string_new ("milestone great 2026-04-27 1 stated - The change\n"
                                            "milestone first 2019 1 stated - First\n"
                                            "milestone last 2032 1 stated - Last\n");
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpLayout) whole = NULL, near = NULL;
  g_autoptr (MpLayoutPart) part = NULL;
  MpTestView view = { .width = 1200 };

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (lines, "milestone m%u 2026-04-27 %u stated - On the same day\n", i,
                            i < 2 ? 2 : 3);
  agreement = mp_test_agreement (lines->str);
  view.agreement = agreement;
  whole = mp_test_layout (&view);
  view.begin = mp_day_from_instant (mp_test_instant ("2026-04-22"));
  view.end = view.begin + 10;
  near = mp_test_layout (&view);
  g_assert_cmpuint (near->n_lanes, ==, 4);
  g_assert_cmpuint (near->n_lanes, ==, whole->n_lanes);
  part = mp_test_part (near);
  g_assert_cmpuint (part->n_clusters, ==, 0);
}

static double
width_of (const MpLayout *layout, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);
  const char *title = mp_agreement_text (layout->agreement, milestones->title[milestone]);
  double unit = layout->metrics.unit;
  double width =
    mp_measure (mp_test_measure (unit), MP_TEXT_LABEL, title).width +
    (milestones->certainty[milestone] == MP_CERTAINTY_DISPUTED ? layout->metrics.padding : 0);

  return ceil (MIN (width, 240 * unit) + 20 * unit);
}

/* Whether a label at left, in a lane, would touch another, cover a stem or have its stem covered.
 */
static gboolean
is_free (const MpLayout *layout, guint32 milestone, guint lane, double left, double width)
{
  double unit = layout->metrics.unit, stem = layout->stems->days[milestone] * layout->per_day;

  for (guint i = 0; i < layout->n_order; i++) {
    guint32 other = layout->order[i];
    const MpPlace *place = mp_layout_place_of (layout, other);
    double other_stem = layout->stems->days[other] * layout->per_day;
    double other_left = mp_layout_label_left (place->side, other_stem, place->width, unit);

    if (!has_label (layout, other))
      continue;
    if (place->lane == lane && left < other_left + place->width + 6 * unit &&
        other_left < left + width + 6 * unit)
      return FALSE;
    if (other_stem == stem)
      continue;
    if (place->lane > lane && other_stem > left - 3 * unit && other_stem < left + width + 3 * unit)
      return FALSE;
    if (place->lane < lane && stem > other_left - 3 * unit &&
        stem < other_left + place->width + 3 * unit)
      return FALSE;
  }
  return TRUE;
}

static void
assert_no_room (const MpLayout *layout, guint32 milestone)
{
  double stem = layout->stems->days[milestone] * layout->per_day,
         width = width_of (layout, milestone);

  for (guint lane = 0; lane < layout->n_lanes; lane++)
    for (MpSide side = MP_SIDE_START; side <= MP_SIDE_END; side++)
      g_assert_false (is_free (layout, milestone, lane,
                               mp_layout_label_left (side, stem, width, layout->metrics.unit),
                               width));
}

/* A label is shown wherever there is room for it, at every zoom that the layout tries. */
static void
test_room_is_used (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = random_agreement ();
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) layout = NULL;
    double begin, end;

    mp_test_fit (&view, &begin, &end);
    view.begin = begin;
    view.end = begin + (end - begin) / exp2 (g_test_rand_int_range (1, 30) / 3.0);
    layout = mp_test_layout (&view);
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
      if (!has_label (layout, i))
        assert_no_room (layout, i);
  }
}

/* Ten days around the day of the shipped agreement on which nine things happened: every lane has a
 * label. */
static void
test_ten_days (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  double day = mp_day_from_instant (mp_test_instant ("2026-04-27"));
  MpTestView view = { .agreement = agreement, .width = 1200, .begin = day - 5, .end = day + 5 };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  guint n_labels = 0;

  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
    n_labels += layout->stems->days[i] == day && has_label (layout, i);
  g_assert_cmpuint (n_labels, ==, layout->n_lanes);
}

/* --- Many of them ----------------------------------------------------------------------------- */

/* Where the milestones are higher than the picture, scrolling moves them away first, and then the
 * rows. */
static void
test_band_scrolls (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpTestView view = { .agreement = agreement, .width = 360, .height = 500, .unit = 2 };
  g_autoptr (MpScene) top = mp_test_scene (&view), middle = NULL, bottom = NULL;
  guint32 hidden = MP_NONE;

  g_assert_cmpfloat (top->max_band_scroll, >, 0);
  view.scroll = top->max_band_scroll;
  middle = mp_test_scene (&view);
  view.scroll = top->max_scroll;
  bottom = mp_test_scene (&view);
  g_assert_cmpfloat (middle->rows.height, >=, 0.29 * middle->plot.height);
  g_assert_cmpfloat (middle->rows.y, ==, bottom->rows.y);
  g_assert_cmpfloat (mp_scene_rows_scroll (middle), ==, 0);
  for (guint i = 0; i < middle->n_marks; i++) {
    const MpSceneMark *mark = &middle->marks[i];

    if (mark->label.width > 0 && mark->label.y < middle->plot.y)
      hidden = mark->milestone;
  }
  g_assert_cmpuint (hidden, !=, MP_NONE);
  /* Scrolling reaches every label above and every row below. */
  view.scroll = mp_scene_scroll_to (middle, (MpItem) { MP_ITEM_MILESTONE, hidden });
  g_assert_cmpfloat (view.scroll, <, middle->scroll);
  for (guint32 i = 0; i < mp_agreement_phases (agreement)->length; i++) {
    g_autoptr (MpScene) scene = NULL;
    MpItem phase = { MP_ITEM_PHASE, i };
    const MpSceneRow *row;

    view.scroll = mp_scene_scroll_to (top, phase);
    scene = mp_test_scene (&view);
    row = mp_scene_find_row (scene, MP_ROW_TERM, mp_agreement_phases (agreement)->term[i]);
    g_assert_nonnull (row);
    g_assert_cmpfloat (row->rect.y, >=, scene->rows.y);
    g_assert_cmpfloat (row->rect.y + row->rect.height, <=, view.height);
  }
}

/* In a picture that is high enough the band stays in place. */
static void
test_band_stays (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpTestView view = { .agreement = agreement, .width = 1200, .height = 700, .scroll = 100 };
  g_autoptr (MpScene) scene = mp_test_scene (&view);

  g_assert_cmpfloat (scene->max_band_scroll, ==, 0);
  g_assert_cmpfloat (scene->band.height, ==, mp_layout_band_height (scene->layout));
  g_assert_cmpfloat (mp_scene_rows_scroll (scene), ==, scene->scroll);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/zoom/agree", test_zooms_agree);
  g_test_add_func ("/labels/zoom/path", test_zoom_path);
  g_test_add_func ("/labels/edges/nothing-is-cut", test_nothing_is_cut);
  g_test_add_func ("/labels/edges/keep-apart", test_moved_labels_keep_apart);
  g_test_add_func ("/labels/edges/important-always", test_important_always);
  g_test_add_func ("/labels/room/one-day", test_one_day);
  g_test_add_func ("/labels/room/used", test_room_is_used);
  g_test_add_func ("/labels/room/ten-days", test_ten_days);
  g_test_add_func ("/labels/band/scrolls", test_band_scrolls);
  g_test_add_func ("/labels/band/stays", test_band_stays);
  return g_test_run ();
}
