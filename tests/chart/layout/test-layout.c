/* test-layout.c: where things stand, at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-layout.h"
#include "mp-session.h"

#include "mp-scale.h"
#include "mp-test-scene.h"

#include <math.h>

#define N_RANDOM 120

/* A layout of a random agreement, as seen in a random view. */
static MpLayout *
random_layout (guint max_milestones, double *unit)
{
  g_autoptr (MpAgreement) agreement = mp_test_random_agreement (max_milestones);
  MpTestView view = mp_test_random_view (agreement);

  if (unit != NULL)
    *unit = view.unit;
  return mp_test_layout (&view);
}

static double
stem_of (const MpLayout *layout, guint32 milestone)
{
  return layout->stems->days[milestone] * layout->per_day;
}

static double
left_of (const MpLayout *layout, guint32 milestone)
{
  const MpPlace *place = mp_layout_place_of (layout, milestone);

  return mp_layout_label_left (place->side, stem_of (layout, milestone), place->width,
                               layout->metrics.unit);
}

static gboolean
has_label (const MpLayout *layout, guint32 milestone)
{
  return mp_layout_place_of (layout, milestone)->side != MP_SIDE_NONE;
}

/* --- Labels ----------------------------------------------------------------------------------- */

static void
test_labels_do_not_overlap (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout (150, NULL);
    guint length = mp_agreement_milestones (layout->agreement)->length;

    for (guint32 i = 0; i < length; i++) {
      for (guint32 j = 0; j < i; j++) {
        const MpPlace *a = mp_layout_place_of (layout, i), *b = mp_layout_place_of (layout, j);

        if (!has_label (layout, i) || !has_label (layout, j) || a->lane != b->lane)
          continue;
        g_assert_true (left_of (layout, i) + a->width + 4 < left_of (layout, j) ||
                       left_of (layout, j) + b->width + 4 < left_of (layout, i));
      }
    }
  }
}

/* A stem passes behind a label only where two milestones of the greatest importance have no other
 * way; milestones of one day share a stem. */
static void
test_stems_pass_beside_labels (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout (150, NULL);
    const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);

    for (guint32 i = 0; i < milestones->length; i++) {
      for (guint32 j = 0; j < milestones->length; j++) {
        const MpPlace *high = mp_layout_place_of (layout, i), *low = mp_layout_place_of (layout, j);
        double stem = stem_of (layout, i), left = left_of (layout, j);

        if (!has_label (layout, i) || !has_label (layout, j) || low->lane >= high->lane ||
            layout->stems->days[i] == layout->stems->days[j])
          continue;
        if (milestones->importance[i] == 1 && milestones->importance[j] == 1)
          continue;
        g_assert_true (stem < left || stem > left + low->width);
      }
    }
  }
}

/* Where everything is in view, only labels that must be shown stand so near to a side that they
 * have to move inwards. */
static void
test_labels_stay_inside (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (60);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) layout = NULL;

    view.begin = view.end = 0;
    layout = mp_test_layout (&view);
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
      if (!has_label (layout, i))
        continue;
      g_assert_cmpuint (mp_layout_place_of (layout, i)->lane, <, layout->n_lanes);
      if (mp_agreement_milestones (agreement)->importance[i] == 1)
        continue;
      g_assert_cmpfloat (left_of (layout, i), >=, layout->begin * layout->per_day - 1e-6);
      g_assert_cmpfloat (left_of (layout, i) + mp_layout_place_of (layout, i)->width, <=,
                         layout->end * layout->per_day + 1e-6);
    }
  }
}

static void
assert_important_have_labels (const MpLayout *layout)
{
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    if (milestones->importance[i] != 1 || has_label (layout, i))
      continue;
    g_test_message ("%s has no label at %g pixels a day",
                    mp_agreement_text (layout->agreement, milestones->id[i]), layout->per_day);
    g_test_fail ();
  }
}

/* As many labels as there are lanes fit, however near they are to each other and whatever crowds
 * around them. */
static void
test_important_have_labels (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    MpTestCrowd crowd = { .n_milestones = 80, .first_year = 1990, .last_year = 2040 };
    g_autofree char *crowd_lines = mp_test_random_lines (&crowd);
    g_autoptr (GString) lines = g_string_new (crowd_lines);
    g_autoptr (MpAgreement) agreement = NULL;
    g_autoptr (MpLayout) layout = NULL;
    MpTestView view = { .width = g_test_rand_int_range (300, 2400) };

    g_string_replace (lines, " 1 ", " 2 ", 0);
    for (guint i = 0; i < 7; i++)
      g_string_append_printf (lines, "milestone great-%u 2026-04-%02u 1 stated - %s\n", i, 20 + i,
                              "A title that is as long as titles may be, if not longer");
    agreement = mp_test_agreement (lines->str);
    view.agreement = agreement;
    layout = mp_test_layout (&view);
    assert_important_have_labels (layout);
  }
}

/* At any zoom, in windows of any size, with letters of any size. */
static void
test_shipped_important_have_labels (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (double width = 300; width < 2600; width *= 1.3) {
    MpTestView view = { .agreement = agreement,
                        .width = width,
                        .unit = g_test_rand_int_range (1, 3) };
    double begin, end;

    mp_test_fit (&view, &begin, &end);
    for (double zoom = 1; zoom < 1000; zoom *= 1.5) {
      g_autoptr (MpLayout) layout = NULL;

      view.begin = begin;
      view.end = begin + (end - begin) / zoom;
      layout = mp_test_layout (&view);
      assert_important_have_labels (layout);
    }
  }
}

/* The important come first: no label takes the room of a more important one. */
static void
test_importance_goes_first (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("milestone small 2026-04-26 3 stated - A title of some length here\n"
                       "milestone middle 2026-04-27 2 stated - A title of some length here\n"
                       "milestone great 2026-04-28 1 stated - A title of some length here\n"
                       "milestone first 2020 1 stated - T\n"
                       "milestone last 2030 1 stated - T\n");
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);

  g_assert_cmpuint (mp_layout_place_of (layout, 2)->lane, ==, 0);
  /* On the side away from the nearer neighbour. */
  g_assert_cmpint (mp_layout_place_of (layout, 2)->side, ==, MP_SIDE_END);
}

static void
test_lanes_stay_at_every_zoom (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (100);
    MpTestView view = mp_test_random_view (agreement);
    MpTestView whole = { .agreement = agreement, .width = view.width, .unit = view.unit };
    g_autoptr (MpLayout) layout = mp_test_layout (&view);
    g_autoptr (MpLayout) all = mp_test_layout (&whole);

    g_assert_cmpuint (layout->n_lanes, ==, all->n_lanes);
    g_assert_cmpfloat (mp_layout_band_height (layout), ==, mp_layout_band_height (all));
  }
}

/* Where the picture is not high, further lanes are only for labels that must be shown. */
static void
test_max_lanes (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (100);
    guint max_lanes = (guint) g_test_rand_int_range (1, 8);
    MpLayoutRequest request = { .agreement = agreement,
                                .per_day = 0.1,
                                .fit_width = 1000,
                                .max_lanes = max_lanes,
                                .measure = mp_test_measure (1) };
    g_autoptr (MpLayout) layout = NULL;
    guint n_important = 0;

    mp_session_fit_span (agreement, mp_test_instant (MP_TEST_TODAY), &request.begin, &request.end);
    layout = mp_layout_new (&request);
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
      n_important += mp_agreement_milestones (agreement)->importance[i] == 1;
    g_assert_cmpuint (layout->n_lanes, <=, MAX (max_lanes, n_important));
    if (layout->n_lanes > max_lanes)
      assert_important_have_labels (layout);
  }
}

static void
test_lanes_for_height (void)
{
  guint last = 1;

  for (double height = 0; height < 3000; height += 10) {
    guint lanes = mp_layout_lanes_for_height (height, mp_test_measure (1));

    g_assert_cmpuint (lanes, >=, last);
    g_assert_cmpuint (lanes, >=, mp_layout_lanes_for_height (height, mp_test_measure (2)));
    last = lanes;
  }
  g_assert_cmpuint (mp_layout_lanes_for_height (0, mp_test_measure (1)), ==, 1);
  g_assert_cmpuint (last, ==, 7);
}

static void
test_label_left (void)
{
  /* The stem stands a little inside of the label's edge. */
  g_assert_cmpfloat (mp_layout_label_left (MP_SIDE_START, 500, 100, 1), ==, 491);
  g_assert_cmpfloat (mp_layout_label_left (MP_SIDE_END, 500, 100, 1), ==, 409);
  g_assert_cmpfloat (mp_layout_label_left (MP_SIDE_MIDDLE, 500, 100, 1), ==, 450);
  g_assert_cmpfloat (mp_layout_label_left (MP_SIDE_START, 500, 100, 2), ==, 482);
}

static void
test_stem_day (void)
{
  static const struct {
    const char *date;
    const char *stem;
  } cases[] = {
    { "2026-04-27", "2026-04-27" },
    { "2026-04-27T12:00:00", "2026-04-27T12:00:00" },
    { "2026-04", "2026-04-16" },
    { "2030", "2030-07-02T12:00:00" },
    { "2026-04-01/2026-04-10", "2026-04-06" },
    { "2026-04-27/..", "2026-04-27" },
    { "2026-04-27/", "2026-04-27" },
    { "../2026-04-27", "2026-04-28" },
    { "[2026-04-27,2026-05-03]", "2026-04-27" },
    { "[2024,2026]", "2024-07-02" },
    { "{2026-04,2028-05-03}", "2026-04-16" },
    { "[2025-02-05..2025-02-07,2026]", "2025-02-06T12:00:00" },
    { "[..2025-02-05,2026]", "2025-02-06" },
    { "{2025-02-05..}", "2025-02-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *line = g_strdup_printf ("milestone m %s 1 stated - M", cases[i].date);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (line);
    g_autoptr (MpLayout) layout = mp_test_layout (&(MpTestView) { .agreement = agreement });

    g_assert_cmpfloat_with_epsilon (layout->stems->days[0],
                                    mp_day_from_instant (mp_test_instant (cases[i].stem)), 1e-9);
  }
}

/* --- Clusters --------------------------------------------------------------------------------- */

/* Every milestone without a label is in one cluster, and no other is in any. */
static void
test_clusters_hold_the_bare (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpLayout) layout = random_layout (200, NULL);
    g_autoptr (MpLayoutPart) part = mp_test_part (layout);
    guint length = mp_agreement_milestones (layout->agreement)->length;
    g_autofree guint *seen = g_new0 (guint, length + 1);

    for (guint i = 0; i < part->n_clusters; i++) {
      guint at = 0, count = 0;
      guint32 milestone;

      g_assert_cmpuint (part->clusters[i].count, >, 0);
      while (mp_layout_next_member (layout, part, &part->clusters[i], &at, &milestone)) {
        seen[milestone]++;
        count++;
      }
      g_assert_cmpuint (count, ==, part->clusters[i].count);
    }
    for (guint32 i = 0; i < length; i++)
      g_assert_cmpuint (seen[i], ==, has_label (layout, i) ? 0 : 1);
  }
}

/* The members of a cluster are near to it. */
static void
test_clusters_are_near (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    double unit;
    g_autoptr (MpLayout) layout = random_layout (200, &unit);
    g_autoptr (MpLayoutPart) part = mp_test_part (layout);

    for (guint i = 0; i < part->n_clusters; i++) {
      const MpCluster *cluster = &part->clusters[i];
      double middle = cluster->day * layout->per_day;
      double least = INFINITY, most = -INFINITY;
      guint at = 0;
      guint32 milestone;

      while (mp_layout_next_member (layout, part, cluster, &at, &milestone)) {
        least = MIN (least, stem_of (layout, milestone));
        most = MAX (most, stem_of (layout, milestone));
      }
      /* Two that a cut leaves close to each other are joined. */
      g_assert_cmpfloat (most - least, <=, 3 * layout->cluster_spacing + 2 * unit);
      g_assert_cmpfloat (middle, >=, least - 1e-3);
      g_assert_cmpfloat (middle, <=, most + 1e-3);
    }
  }
}

/* Two clusters side by side have room for their badges. */
static void
test_clusters_keep_apart (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    double unit;
    g_autoptr (MpLayout) layout = random_layout (200, &unit);
    g_autoptr (MpLayoutPart) part = mp_test_part (layout);

    for (guint i = 1; i < part->n_clusters; i++) {
      double left = part->clusters[i - 1].day, right = part->clusters[i].day;

      g_assert_cmpfloat ((right - left) * layout->per_day, >=, 24 * unit);
    }
  }
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void
test_rows (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic one blue One\n"
                                                         "topic empty red Empty\n"
                                                         "topic two green Two\n"
                                                         "term a two A\n"
                                                         "term b one B\n"
                                                         "term c two C\n");
  static const struct {
    MpRowKind kind;
    guint32 index;
  } expected[] = {
    { MP_ROW_TOPIC, 0 }, { MP_ROW_TERM, 1 }, { MP_ROW_TOPIC, 2 },
    { MP_ROW_TERM, 0 },  { MP_ROW_TERM, 2 },
  };
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  double y = 0;

  g_assert_cmpuint (layout->n_rows, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    g_assert_cmpint (row->kind, ==, expected[i].kind);
    g_assert_cmpuint (row->index, ==, expected[i].index);
    g_assert_cmpfloat (row->y, ==, y);
    g_assert_cmpfloat (row->height, ==,
                       row->kind == MP_ROW_TOPIC ? layout->metrics.topic_height
                                                 : layout->metrics.row_height);
    y += row->height;
  }
  g_assert_cmpfloat (layout->rows_height, >=, y);
}

/* Without a gutter a row has its title above its bar. */
static void
test_stacked_rows (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term a - A");
  MpTestView view = { .agreement = agreement, .width = 400 };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  const MpRow *row = &layout->rows[1];

  g_assert_true (layout->stacked);
  g_assert_cmpfloat (row->height, ==, layout->metrics.row_height + layout->metrics.title_height);
}

static void
test_nothing (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("");
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  g_autoptr (MpLayoutPart) part = NULL;

  g_assert_cmpuint (layout->n_rows, ==, 0);
  part = mp_test_part (layout);
  g_assert_cmpuint (part->n_clusters, ==, 0);
  g_assert_cmpfloat (layout->rows_height, ==, 0);
  g_assert_cmpfloat (mp_layout_band_height (layout), ==, 0);
}

static void
test_metrics (void)
{
  MpMetrics one = mp_metrics_new (mp_test_measure (1)), two = mp_metrics_new (mp_test_measure (2));
  MpMetrics half = mp_metrics_new (mp_test_measure (1.5));
  const double lengths[] = { half.axis_height, half.gutter_width, half.label_height,
                             half.lane_height, half.band_top,     half.topic_height,
                             half.row_height,  half.title_height, half.bar_height };

  g_assert_cmpfloat (two.row_height, ==, 2 * one.row_height);
  g_assert_cmpfloat (two.gutter_width, ==, 2 * one.gutter_width);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    g_assert_cmpfloat (lengths[i], ==, round (lengths[i]));
  /* A finger needs as much, however small the text. */
  g_assert_cmpfloat (one.target, >=, 24);
  g_assert_cmpfloat (one.lane_height, >, one.label_height);
  g_assert_cmpfloat (one.row_height, >, one.bar_height);
}

static void
test_references (void)
{
  MpAgreement *agreement = mp_test_agreement ("term a - A");
  MpTestView view = { .agreement = agreement };
  MpLayout *layout = mp_test_layout (&view);

  g_assert_true (mp_layout_ref (layout) == layout);
  mp_layout_unref (layout);
  g_assert_cmpuint (layout->n_rows, ==, 2);
  mp_layout_unref (layout);
  g_assert_finalize_object (agreement);
}

/* --- Hidden entries ----------------------------------------------------------------------------
 */

static MpVisibleSet *
random_visible (MpAgreement *agreement)
{
  MpFilter *filter = mp_filter_new ();
  MpVisibleSet *visible;
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  filter->terms = mp_bits_new (n_terms);
  for (guint i = 0; i < n_terms; i++)
    mp_bits_set (filter->terms, i, g_test_rand_bit ());
  filter->importances = (guint) g_test_rand_int_range (0, 8) << 1;
  visible = mp_filter_apply (filter, agreement, 0, 1);
  mp_filter_unref (filter);
  return visible;
}

static void
assert_apart (const MpLayout *layout, guint32 i, guint32 j)
{
  const MpPlace *a = mp_layout_place_of (layout, i), *b = mp_layout_place_of (layout, j);

  if (has_label (layout, i) && has_label (layout, j) && a->lane == b->lane)
    g_assert_true (left_of (layout, i) + a->width + 4 < left_of (layout, j) ||
                   left_of (layout, j) + b->width + 4 < left_of (layout, i));
}

/* What is hidden has no row, no label and no mark; the lanes and the labels of the others stay. */
static void
test_hidden_are_left_out (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (100);
    g_autoptr (MpVisibleSet) visible = random_visible (agreement);
    MpTestView view = mp_test_random_view (agreement);
    g_autoptr (MpLayout) whole = mp_test_layout (&view);
    g_autoptr (MpLayout) part = NULL;
    g_autoptr (MpLayoutPart) found = NULL;
    guint n_bare = 0, n_members = 0;

    view.visible = visible;
    part = mp_test_layout (&view);
    g_assert_cmpuint (part->n_lanes, ==, whole->n_lanes);
    g_assert_cmpfloat (mp_layout_band_height (part), ==, mp_layout_band_height (whole));
    for (guint i = 0; i < part->n_rows; i++) {
      const MpRow *row = &part->rows[i];

      g_assert_true (row->kind == MP_ROW_TOPIC || mp_visible_set_has_term (visible, row->index));
    }
    g_assert_cmpuint (part->n_order, ==, mp_bits_count (visible->milestones));
    for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
      const MpPlace *place = mp_layout_place_of (part, i);

      if (!mp_visible_set_has_milestone (visible, i)) {
        g_assert_false (has_label (part, i));
        g_assert_cmpuint (mp_layout_position_of (part, i), ==, MP_NONE);
        continue;
      }
      n_bare += !has_label (part, i);
      if (has_label (whole, i)) {
        g_assert_cmpint (place->side, ==, mp_layout_place_of (whole, i)->side);
        g_assert_cmpuint (place->lane, ==, mp_layout_place_of (whole, i)->lane);
      }
      for (guint32 j = 0; j < i; j++)
        assert_apart (part, i, j);
    }
    found = mp_test_part (part);
    for (guint i = 0; i < found->n_clusters; i++)
      n_members += found->clusters[i].count;
    g_assert_cmpuint (n_members, ==, n_bare);
  }
}

/* A mark without a label gets one once the labels in its way are hidden. */
static void
test_room_of_hidden_is_used (void)
{
  g_autoptr (GString) lines = g_string_new ("milestone minor 2026-04-27 3 stated - Minor\n");
  g_autoptr (MpAgreement) agreement = NULL;
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autoptr (MpLayout) whole = NULL, part = NULL;
  MpTestView view = { 0 };

  for (guint i = 1; i <= 12; i++)
    g_string_append_printf (lines, "milestone m%u 2026-%02u 1 stated - Important\n", i, i);
  agreement = mp_test_agreement (lines->str);
  filter->importances = 1u << 3;
  visible = mp_filter_apply (filter, agreement, 0, 1);
  view = (MpTestView) { .agreement = agreement, .width = 400 };
  whole = mp_test_layout (&view);
  view.visible = visible;
  part = mp_test_layout (&view);
  g_assert_false (has_label (whole, 0));
  g_assert_true (has_label (part, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/labels/do-not-overlap", test_labels_do_not_overlap);
  g_test_add_func ("/layout/labels/stems-pass-beside", test_stems_pass_beside_labels);
  g_test_add_func ("/layout/labels/stay-inside", test_labels_stay_inside);
  g_test_add_func ("/layout/labels/important-always", test_important_have_labels);
  g_test_add_func ("/layout/labels/important-always-shipped", test_shipped_important_have_labels);
  g_test_add_func ("/layout/labels/important-first", test_importance_goes_first);
  g_test_add_func ("/layout/labels/left", test_label_left);
  g_test_add_func ("/layout/labels/stem-day", test_stem_day);
  g_test_add_func ("/layout/lanes/every-zoom", test_lanes_stay_at_every_zoom);
  g_test_add_func ("/layout/lanes/most", test_max_lanes);
  g_test_add_func ("/layout/lanes/for-height", test_lanes_for_height);
  g_test_add_func ("/layout/clusters/hold-the-bare", test_clusters_hold_the_bare);
  g_test_add_func ("/layout/clusters/near", test_clusters_are_near);
  g_test_add_func ("/layout/clusters/apart", test_clusters_keep_apart);
  g_test_add_func ("/layout/rows/order", test_rows);
  g_test_add_func ("/layout/rows/stacked", test_stacked_rows);
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/metrics", test_metrics);
  g_test_add_func ("/layout/references", test_references);
  g_test_add_func ("/layout/hidden-are-left-out", test_hidden_are_left_out);
  g_test_add_func ("/layout/room-of-hidden-is-used", test_room_of_hidden_is_used);
  return g_test_run ();
}
