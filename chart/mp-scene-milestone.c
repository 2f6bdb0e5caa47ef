/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define MIN_STRETCH 14 /* a vague date narrower than this is drawn as a point */

/* The line of labelled marks; that of bare marks is one target lower. */
static double
marks_y (const MpScene *scene)
{
  const MpMetrics *metrics = &scene->layout->metrics;

  return scene->band.y + metrics->band_top + scene->layout->n_lanes * metrics->lane_height +
         metrics->target / 2;
}

static gboolean
date_is_soft (MpAgreement *agreement, guint32 milestone)
{
  MpSpan date;

  mp_agreement_get_milestone_date (agreement, milestone, &date);
  return date.start.approximate || date.start.uncertain || date.end.approximate ||
         date.end.uncertain;
}

static double
mark_size (const MpMetrics *metrics, guint importance, gboolean bare)
{
  double share = importance == 1 ? 1 : importance == 2 ? 0.8 : 0.7;

  return MAX (5, round (metrics->mark_size * share * (bare ? 0.8 : 1)));
}

static void
add_mark (MpScene *scene, guint32 milestone)
{
  const MpLayout *layout = scene->layout;
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);
  const MpMetrics *metrics = &layout->metrics;
  const MpPlace *place = &layout->places[milestone];
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (layout->agreement, &n_topics);
  gboolean bare = place->side == MP_SIDE_NONE;
  double y = marks_y (scene) + (bare ? metrics->target : 0);
  double x0 =
    scene->plot.x +
    mp_scale_to_x (scene->scale,
                   MAX (mp_day_from_instant (milestones->earliest[milestone]), layout->begin));
  double x1 = scene->plot.x +
              mp_scale_to_x (scene->scale,
                             MIN (mp_day_from_instant (milestones->after[milestone]), layout->end));
  MpSceneMark mark = {
    .milestone = milestone,
    .text = mp_agreement_text (layout->agreement, milestones->title[milestone]),
    .importance = milestones->importance[milestone],
    .certainty = milestones->certainty[milestone],
    .color = topics[milestones->topic[milestone]].color,
  };
  double size = mark_size (metrics, mark.importance, bare);
  double whole_day = scene->scale.per_day;

  mark.is_stretch = x1 - x0 >= MIN_STRETCH * metrics->unit && x1 - x0 > whole_day * 1.001;
  mark.x = mp_scene_near_view (
    scene, round (scene->plot.x + mp_scale_to_x (scene->scale, layout->stems[milestone])));
  x0 = mp_scene_near_view (scene, x0);
  x1 = mp_scene_near_view (scene, x1);
  if (mark.is_stretch)
    mark.mark = (MpRect) { x0, y - size / 2, x1 - x0, size };
  else
    mark.mark = (MpRect) { mark.x - size / 2, y - size / 2, size, size };
  mark.target = mp_rect_at_least (mark.mark, metrics->target);
  if (!bare) {
    double left = mp_layout_label_left (place->side, mark.x, place->width, metrics->unit);

    mark.label = (MpRect) { round (left),
                            scene->band.y + metrics->band_top +
                              (layout->n_lanes - 1 - place->lane) * metrics->lane_height,
                            place->width, metrics->label_height };
  }
  if (!mp_rect_intersects (mark.target, scene->plot) &&
      (bare || !mp_rect_intersects (mark.label, scene->plot)))
    return;
  mark.is_soft = date_is_soft (layout->agreement, milestone);
  g_array_append_val (scene->marks, mark);
}

static void
add_cluster (MpScene *scene, const MpCluster *cluster, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  /* Translators: so many milestones that have no room of their own. */
  g_autofree char *text = g_strdup_printf (_ ("+%u"), cluster->members.count);
  MpSize size = mp_measure (measure, MP_TEXT_BADGE, text);
  double width = ceil (size.width + MP_BADGE_PADDING * metrics->unit);
  double height = ceil (size.height + 2 * metrics->unit);
  double x = scene->plot.x + mp_scale_to_x (scene->scale, cluster->day);
  MpSceneCluster item = { .members = cluster->members };

  item.rect = (MpRect) { round (x - width / 2),
                         round (marks_y (scene) + metrics->target - height / 2), width, height };
  item.target = mp_rect_at_least (item.rect, metrics->target);
  if (!mp_rect_intersects (item.target, scene->plot))
    return;
  item.text = g_string_chunk_insert_const (scene->strings, text);
  g_array_append_val (scene->clusters, item);
}

void
mp_scene_add_milestones (MpScene *scene, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);

  for (guint i = 0; i < layout->clusters->len; i++) {
    MpCluster *cluster = &g_array_index (layout->clusters, MpCluster, i);

    if (cluster->members.count > 1)
      add_cluster (scene, cluster, measure);
  }
  for (guint importance = 3; importance >= 1; importance--) {
    for (guint i = 0; i < layout->n_order; i++) {
      guint32 milestone = layout->order[i];
      const MpPlace *place = &layout->places[milestone];

      if (milestones->importance[milestone] != importance)
        continue;
      if (place->side == MP_SIDE_NONE &&
          g_array_index (layout->clusters, MpCluster, place->cluster).members.count > 1)
        continue;
      add_mark (scene, milestone);
    }
  }
}
