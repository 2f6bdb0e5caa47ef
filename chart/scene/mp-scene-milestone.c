/* mp-scene-milestone.c: adds the marks, labels and clusters of milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Returns the top of the band, which may be scrolled out of view. */
static double
band_top (const MpScene *scene)
{
  return scene->rows.y - mp_layout_band_height (scene->layout);
}

/* Returns the middle of the marks that have labels. Bare marks stand one target lower. */
static double
marks_y (const MpScene *scene)
{
  const MpMetrics *metrics = &scene->layout->metrics;

  return band_top (scene) + metrics->band_top + scene->layout->n_lanes * metrics->lane_height +
         metrics->target / 2;
}

/* Returns the place of a label: that of the layout, unless the milestone is linked. */
static const MpPlace *
place_of (const MpScene *scene, guint32 milestone)
{
  const MpPlace *place =
    scene->linked != NULL ? mp_linked_find_place (scene->linked, milestone) : NULL;

  return place != NULL ? place : mp_layout_place_of (scene->layout, milestone);
}

static double
mark_size (const MpMetrics *metrics, guint importance, gboolean bare)
{
  double share = importance == 1 ? 1 : importance == 2 ? 0.8 : 0.7;

  return MAX (5, round (metrics->mark_size * share * (bare ? 0.8 : 1)));
}

/* Returns whether any point of a milestone can be in view. This uses the bounds alone, because
 * parsing every date would be slow. */
static gboolean
is_near (const MpScene *scene, guint32 milestone)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpAlternative *pool = mp_agreement_alternatives (agreement);
  MpRun others = milestones->alternatives[milestone];
  MpInstant earliest = milestones->earliest[milestone], after = milestones->after[milestone];
  double reach = scene->layout->metrics.target * scene->layout->metrics.unit;

  for (guint32 i = others.first; i < others.first + others.count; i++) {
    earliest = MIN (earliest, pool[i].earliest_start);
    after = MAX (after, pool[i].latest_end);
  }
  return mp_scale_instant_to_x (scene->scale, after) >= -reach &&
         mp_scale_instant_to_x (scene->scale, earliest) <= scene->plot.width + reach;
}

/* Returns whether a point of the mark, or a line that joins two of them, is in view. */
static gboolean
is_in_view (const MpScene *scene, const MpSceneMark *mark)
{
  double x0 = INFINITY, x1 = -INFINITY;

  for (guint32 i = mark->points.first; i < mark->points.first + mark->points.count; i++) {
    MpRect target = scene->points[i].target;

    x0 = MIN (x0, target.x);
    x1 = MAX (x1, target.x + target.width);
  }
  return x1 > scene->plot.x && x0 < scene->plot.x + scene->plot.width;
}

/* A label is shown as long as its stem is in view. Near an edge of the plot it moves inwards along
 * the stem, so that it is not cut off. */
static MpRect
place_label (const MpScene *scene, const MpPlace *place, double stem)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double last = scene->plot.x + scene->plot.width - place->width;
  double left = mp_layout_label_left (place->side, stem, place->width, metrics->unit);

  if (stem < scene->plot.x || stem >= scene->plot.x + scene->plot.width)
    return (MpRect) { 0 };
  return (MpRect) { CLAMP (round (left), scene->plot.x, MAX (scene->plot.x, floor (last))),
                    band_top (scene) + metrics->band_top +
                      (scene->layout->n_lanes - 1 - place->lane) * metrics->lane_height,
                    MIN (place->width, scene->plot.width), metrics->label_height };
}

/* Returns where the stem stands. If the middle of a date is out of view, but a part of the date is
 * not, the stem stands at the edge of the plot: the label of a year stays when the user zooms in
 * to a month of it. */
static double
find_stem (const MpScene *scene, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);
  double stem = mp_scale_to_x (scene->scale, scene->layout->stems->days[milestone]);

  if (mp_scale_instant_to_x (scene->scale, milestones->earliest[milestone]) < scene->plot.width &&
      mp_scale_instant_to_x (scene->scale, milestones->after[milestone]) > 0)
    stem = CLAMP (stem, 0, scene->plot.width - 1);
  return scene->plot.x + stem;
}

static void
add_mark (MpScene *scene, guint32 milestone)
{
  const MpLayout *layout = scene->layout;
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);
  const MpMetrics *metrics = &layout->metrics;
  const MpPlace *place = place_of (scene, milestone);
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (layout->agreement, &n_topics);
  gboolean bare = place->side == MP_SIDE_NONE, label_in_view;
  double y = marks_y (scene) + (bare ? metrics->target : 0);
  double stem = find_stem (scene, milestone);
  MpSceneMark mark = {
    .milestone = milestone,
    .x = mp_scene_near_view (scene, round (stem)),
    .text = mp_agreement_text (layout->agreement, milestones->title[milestone]),
    .importance = milestones->importance[milestone],
    .certainty = milestones->certainty[milestone],
    .color = topics[milestones->topic[milestone]].color,
  };

  if (!bare && (scene->linked == NULL || !mp_linked_hides (scene->linked, milestone)))
    mark.label = place_label (scene, place, round (stem));
  label_in_view = mark.label.width > 0;
  if (!label_in_view && !is_near (scene, milestone))
    return;
  mark.points =
    mp_scene_add_points (scene, milestone, y, mark_size (metrics, mark.importance, bare));
  mark.mark = scene->points[mark.points.first].rect;
  if (label_in_view || is_in_view (scene, &mark))
    mp_array_append (scene->marks, scene->n_marks, mark);
  else
    scene->n_points = mark.points.first;
}

static void
add_cluster (MpScene *scene, const MpCluster *cluster, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  /* Translators: %u is the number of milestones that are too close to be drawn apart. */
  g_autofree char *text = g_strdup_printf (_ ("+%'u"), cluster->count);
  MpSize size = mp_measure (measure, MP_TEXT_BADGE, text);
  double width = ceil (size.width + MP_BADGE_PADDING * metrics->unit);
  double height = ceil (size.height + 2 * metrics->unit);
  double x = scene->plot.x + mp_scale_to_x (scene->scale, cluster->day);
  MpSceneCluster item = { .of = *cluster };

  if (x < scene->plot.x || x >= scene->plot.x + scene->plot.width)
    return;
  item.rect =
    (MpRect) { CLAMP (round (x - width / 2), scene->plot.x,
                      MAX (scene->plot.x, floor (scene->plot.x + scene->plot.width - width))),
               round (marks_y (scene) + metrics->target - height / 2), width, height };
  item.target = mp_rect_at_least (item.rect, metrics->target);
  item.text = g_string_chunk_insert_const (scene->strings, text);
  mp_array_append (scene->clusters, scene->n_clusters, item);
}

/* Returns whether a label has moved inwards from an edge of the plot. */
static gboolean
has_moved (const MpScene *scene, const MpSceneMark *mark)
{
  const MpPlace *place = place_of (scene, mark->milestone);

  return fabs (mark->label.x - mp_layout_label_left (place->side, mark->x, place->width,
                                                     scene->layout->metrics.unit)) > 1;
}

/* What is linked with the selection is as important as can be. */
static guint
importance_of (const MpScene *scene, const MpSceneMark *mark)
{
  gboolean is_linked =
    scene->linked != NULL && mp_linked_find_place (scene->linked, mark->milestone) != NULL;

  return is_linked ? 1 : mark->importance;
}

/* A label that has moved can meet another one in its lane. The more important of the two stays; if
 * both are equally important, the one that has not moved stays. */
static void
settle_labels (MpScene *scene)
{
  MpSceneMark *marks = scene->marks;

  for (guint i = 0; i < scene->n_marks; i++) {
    if (marks[i].label.width == 0 || !has_moved (scene, &marks[i]))
      continue;
    for (guint j = 0; j < scene->n_marks; j++) {
      if (j == i || marks[j].label.y != marks[i].label.y ||
          !mp_rect_intersects (marks[j].label, mp_rect_grow (marks[i].label, 1)))
        continue;
      if (importance_of (scene, &marks[j]) <= importance_of (scene, &marks[i])) {
        marks[i].label = (MpRect) { 0 };
        break;
      }
      marks[j].label = (MpRect) { 0 };
    }
  }
}

/* --- Which ones ------------------------------------------------------------------------------- */

/* Adds the milestones that have labels, or are clusters of one. */
static void
list_part (const MpLayout *layout, const MpLayoutPart *part, GArray *milestones)
{
  for (guint i = 0; i < part->n_labels; i++) {
    guint32 milestone = mp_layout_milestone_at (layout, part->labels[i]);

    g_array_append_val (milestones, milestone);
  }
  for (guint i = 0; i < part->n_clusters; i++) {
    guint at = 0;
    guint32 milestone;

    if (part->clusters[i].count == 1 &&
        mp_layout_next_member (layout, part, &part->clusters[i], &at, &milestone))
      g_array_append_val (milestones, milestone);
  }
}

/* Adds the milestones whose stem is far from the days from begin to end, but whose date is not. All
 * of one year have one stem, so there are few stems to look at. */
static void
list_long_ones (const MpScene *scene, double begin, double end, MpMeasure measure,
                GArray *milestones)
{
  MpLayout *layout = scene->layout;
  const MpStems *stems = layout->stems;
  MpInstant from = mp_day_to_instant (begin), until = mp_day_to_instant (end);
  double last = NAN, margin = 0.25 / layout->per_day;

  for (guint at = 0; mp_span_index_next (&stems->reach, from, until, &at); at++) {
    guint32 rank = stems->long_ones[at];
    double stem = stems->stems[rank];
    g_autoptr (MpLayoutPart) part = NULL;

    if ((stem >= begin && stem <= end) || stem == last)
      continue;
    last = stem;
    part = mp_layout_find_part (layout, stem - margin, stem + margin, measure);
    if (scene->linked != NULL)
      mp_linked_join (scene->linked, layout, stem - margin, stem + margin, part);
    list_part (layout, part, milestones);
  }
}

/* Sorts in the order of painting: the most important last, and as important ones by time. */
static int
compare_marks (gconstpointer a, gconstpointer b, gpointer data)
{
  const MpMilestones *milestones = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (milestones->importance[i] != milestones->importance[j])
    return milestones->importance[i] > milestones->importance[j] ? -1 : 1;
  if (milestones->earliest[i] != milestones->earliest[j])
    return milestones->earliest[i] < milestones->earliest[j] ? -1 : 1;
  if (milestones->after[i] != milestones->after[j])
    return milestones->after[i] < milestones->after[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

void
mp_scene_add_milestones (MpScene *scene, MpMeasure measure)
{
  MpLayout *layout = scene->layout;
  g_autoptr (GArray) milestones = g_array_new (FALSE, FALSE, sizeof (guint32));
  double begin = scene->scale.begin, end = mp_scale_to_day (scene->scale, scene->plot.width);
  /* A stem is at the beginning of its day, and a mark is as wide as its target. */
  double margin = MAX (1, layout->metrics.target * layout->metrics.unit / layout->per_day);

  scene->part = mp_layout_find_part (layout, begin - margin, end + margin, measure);
  if (scene->linked != NULL)
    mp_linked_join (scene->linked, layout, begin - margin, end + margin, scene->part);
  for (guint i = 0; i < scene->part->n_clusters; i++)
    if (scene->part->clusters[i].count > 1)
      add_cluster (scene, &scene->part->clusters[i], measure);
  list_part (layout, scene->part, milestones);
  list_long_ones (scene, begin - margin, end + margin, measure, milestones);
  g_array_sort_with_data (milestones, compare_marks,
                          (gpointer) mp_agreement_milestones (layout->agreement));
  for (guint i = 0; i < milestones->len; i++)
    if (i == 0 ||
        g_array_index (milestones, guint32, i) != g_array_index (milestones, guint32, i - 1))
      add_mark (scene, g_array_index (milestones, guint32, i));
  settle_labels (scene);
}
