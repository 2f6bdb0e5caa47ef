/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-scene.h"

#include "mp-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define TICK_SPACING 46
#define TICK_GAP 8
#define BADGE_PADDING 9
#define AS_OF_LINE 2
#define BAR_LABEL_INSET 10
#define STACKED_BELOW 560
#define MIN_STRETCH 14 /* a vague date narrower than this is drawn as a point */

/* A label that must be cut is shown if at least this much of it fits, or so many design pixels. */
#define LABEL_MIN_SHARE 0.6
#define LABEL_ENOUGH 110

/* How far outside of the view bars and marks are still given exact edges. */
#define FAR 100000.0

gboolean
mp_scene_is_stacked (double width, MpMeasure measure)
{
  return width < STACKED_BELOW * mp_metrics_new (measure).unit;
}

double
mp_scene_plot_width (double width, MpMeasure measure)
{
  double gutter = mp_scene_is_stacked (width, measure) ? 0 : mp_metrics_new (measure).gutter_width;

  return MAX (width - gutter, 1);
}

double
mp_scene_full_height (const MpLayout *layout)
{
  return layout->metrics.axis_height + mp_layout_band_height (layout) + layout->rows_height;
}

/* --- Axis ------------------------------------------------------------------------------------- */

/* Years of many digits, or before the common era, need more room than others. Which step has it
 * must not depend on what is in view: the ends of the agreement tell. */
static MpTickStep
choose_step (const MpScene *scene, MpMeasure measure)
{
  double unit = scene->layout->metrics.unit, spacing = TICK_SPACING * unit;
  MpTickStep step = mp_ticks_choose (scene->scale.per_day, spacing);
  const double days[] = { scene->layout->begin, scene->layout->end };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    MpTick tick = { .day = days[i], .strong = TRUE };
    g_autofree char *label = mp_tick_label (step, &tick);

    spacing =
      MAX (spacing, mp_measure (measure, MP_TEXT_AXIS_STRONG, label).width + TICK_GAP * unit);
  }
  return mp_ticks_choose (scene->scale.per_day, spacing);
}

static void
add_ticks (MpScene *scene, MpMeasure measure)
{
  g_autoptr (GArray) ticks = NULL;
  double end = mp_scale_to_day (scene->scale, scene->plot.width);

  ticks = mp_ticks_new (scene->step, scene->scale.begin, end);
  for (guint i = 0; i < ticks->len; i++) {
    MpTick *from = &g_array_index (ticks, MpTick, i);
    g_autofree char *label = mp_tick_label (scene->step, from);
    double x = scene->plot.x + mp_scale_to_x (scene->scale, from->day);
    double next = scene->plot.x + mp_scale_to_x (scene->scale, from->next);
    MpTextRole role = from->strong ? MP_TEXT_AXIS_STRONG : MP_TEXT_AXIS;
    double width = mp_measure (measure, role, label).width;
    MpSceneTick tick = { .x = x, .label_width = width, .strong = from->strong };

    /* One unit's name stands in its middle; a name for several stands at their beginning. */
    tick.label_x = scene->step.count == 1 ? (x + next) / 2 : x;
    if (tick.label_x - width / 2 >= scene->axis.x &&
        tick.label_x + width / 2 <= scene->axis.x + scene->axis.width)
      tick.label = g_string_chunk_insert_const (scene->strings, label);
    g_array_append_val (scene->ticks, tick);
  }
}

static void
add_as_of (MpScene *scene, const MpDate *date, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  g_autofree char *words = NULL;
  MpSize size;
  double x0, x1, width, height, middle;

  if (date == NULL ||
      (date->earliest == scene->today && date->after == scene->today + MP_SECONDS_PER_DAY))
    return;
  x0 = scene->plot.x + mp_scale_instant_to_x (scene->scale, date->earliest);
  x1 = scene->plot.x + mp_scale_instant_to_x (scene->scale, date->after);
  scene->as_of_shown = x1 > scene->plot.x && x0 < scene->plot.x + scene->plot.width;
  if (!scene->as_of_shown)
    return;
  words = mp_date_words (date);
  scene->as_of_text = g_string_chunk_insert (scene->strings, words);
  /* A day is a line at its beginning until it is wide enough to be seen as a stretch. */
  scene->as_of = mp_rect_clip_x (
    (MpRect) { round (x0), scene->plot.y, MAX (round (x1 - x0), ceil (AS_OF_LINE * metrics->unit)),
               scene->plot.height },
    scene->plot.x, scene->plot.x + scene->plot.width);
  size = mp_measure (measure, MP_TEXT_BADGE, words);
  width = ceil (size.width + 2 * BADGE_PADDING * metrics->unit);
  height = ceil (size.height + 4 * metrics->unit);
  middle = scene->as_of.x + scene->as_of.width / 2;
  scene->as_of_badge =
    (MpRect) { CLAMP (round (middle - width / 2), scene->plot.x,
                      MAX (scene->plot.x, scene->plot.x + scene->plot.width - width)),
               scene->axis.y + ceil (3 * metrics->unit), width, height };
}

static void
add_today (MpScene *scene, MpMeasure measure)
{
  MpMetrics *metrics = &scene->layout->metrics;
  MpSize size;
  double width;

  scene->today_text = _ ("Today");
  scene->today_x = scene->plot.x + mp_scale_instant_to_x (scene->scale, scene->today);
  scene->today_shown =
    scene->today_x >= scene->plot.x && scene->today_x < scene->plot.x + scene->plot.width;
  size = mp_measure (measure, MP_TEXT_BADGE, scene->today_text);
  width = ceil (size.width + 2 * BADGE_PADDING * metrics->unit);
  scene->today_badge =
    (MpRect) { CLAMP (round (scene->today_x - width / 2), scene->plot.x,
                      MAX (scene->plot.x, scene->plot.x + scene->plot.width - width)),
               scene->axis.y + scene->axis.height - ceil (3 * metrics->unit), width,
               ceil (size.height + 3 * metrics->unit) };
}

/* --- Milestones ------------------------------------------------------------------------------- */

/* The line of labelled marks; that of bare marks is one target lower. */
static double
marks_y (const MpScene *scene)
{
  const MpMetrics *metrics = &scene->layout->metrics;

  return scene->band.y + metrics->band_top + scene->layout->n_lanes * metrics->lane_height +
         metrics->target / 2;
}

static gboolean
date_is_soft (MpAgreement *agreement, MpTextRef ref)
{
  MpSpan span;

  return mp_span_parse (mp_agreement_text (agreement, ref), -1, &span, NULL, NULL) &&
         (span.start.approximate || span.start.uncertain || span.end.approximate ||
          span.end.uncertain);
}

static double
mark_size (const MpMetrics *metrics, guint importance, gboolean bare)
{
  double share = importance == 1 ? 1 : importance == 2 ? 0.8 : 0.7;

  return MAX (5, round (metrics->mark_size * share * (bare ? 0.8 : 1)));
}

/* What lies far outside would be beyond the numbers of the painter. */
static double
near_view (const MpScene *scene, double x)
{
  return CLAMP (x, scene->plot.x - FAR, scene->plot.x + scene->plot.width + FAR);
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
  mark.x = near_view (
    scene, round (scene->plot.x +
                  mp_scale_to_x (scene->scale, mp_layout_stem_day (milestones, milestone))));
  x0 = near_view (scene, x0);
  x1 = near_view (scene, x1);
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
  mark.is_soft = date_is_soft (layout->agreement, milestones->date[milestone]);
  g_array_append_val (scene->marks, mark);
}

static void
add_cluster (MpScene *scene, const MpCluster *cluster, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  /* Translators: so many milestones that have no room of their own. */
  g_autofree char *text = g_strdup_printf (_ ("+%u"), cluster->members.count);
  MpSize size = mp_measure (measure, MP_TEXT_BADGE, text);
  double width = ceil (size.width + BADGE_PADDING * metrics->unit);
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

static void
add_milestones (MpScene *scene, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);

  for (guint i = 0; i < layout->clusters->len; i++) {
    MpCluster *cluster = &g_array_index (layout->clusters, MpCluster, i);

    if (cluster->members.count > 1)
      add_cluster (scene, cluster, measure);
  }
  for (guint importance = 3; importance >= 1; importance--) {
    for (guint i = 0; i < milestones->length; i++) {
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

/* --- Rows ------------------------------------------------------------------------------------- */

static MpEdge
edge_of (const MpDate *date, double width)
{
  switch (date->kind) {
  case MP_DATE_OPEN:
    return MP_EDGE_OPEN;
  case MP_DATE_UNKNOWN:
    return MP_EDGE_UNKNOWN;
  case MP_DATE_KNOWN:
  default:
    if (date->approximate || date->uncertain)
      return MP_EDGE_SOFT;
    return width > 3 ? MP_EDGE_HATCHED : MP_EDGE_SHARP;
  }
}

static MpTense
tense_of (const MpScene *scene, guint32 phase)
{
  MpAgreement *agreement = scene->layout->agreement;

  if (mp_query_phase_is_over (agreement, phase, scene->from))
    return MP_TENSE_PAST;
  if (mp_agreement_phases (agreement)->earliest_start[phase] >= scene->until)
    return MP_TENSE_FUTURE;
  return MP_TENSE_PRESENT;
}

/* Where a bar's edges stand: those without a day of their own go to the ends of the layout, which
 * are days too, so that they move with everything else. */
static void
place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar)
{
  const MpLayout *layout = scene->layout;
  double left = mp_scale_to_x (scene->scale, layout->begin);
  /* Short of the edge, so that the arrow of an open end is seen. */
  double right = mp_scale_to_x (scene->scale, layout->end) - layout->metrics.padding / 2;
  double x0 = mp_scale_instant_to_x (scene->scale, span->start.earliest);
  double x1 = mp_scale_instant_to_x (scene->scale, span->end.after);

  bar->solid_x0 = mp_scale_instant_to_x (scene->scale, span->start.after);
  bar->solid_x1 = mp_scale_instant_to_x (scene->scale, span->end.earliest);
  /* A day's width of doubt at a start or an end is no doubt to a reader. */
  if (span->start.kind != MP_DATE_KNOWN)
    bar->solid_x0 = x0 = left;
  else if (span->start.precision >= MP_PRECISION_DAY)
    bar->solid_x0 = x0;
  if (span->end.kind != MP_DATE_KNOWN)
    bar->solid_x1 = x1 = right;
  else if (span->end.precision >= MP_PRECISION_DAY && bar->solid_x1 > x0)
    x1 = bar->solid_x1;
  else if (span->end.precision >= MP_PRECISION_DAY)
    bar->solid_x1 = x1; /* begun and ended on one day: as long as that day */
  bar->start = edge_of (&span->start, bar->solid_x0 - x0);
  bar->end = edge_of (&span->end, x1 - bar->solid_x1);
  /* Bars that run far outside would lose precision in the painter. */
  x0 = CLAMP (x0, -FAR, scene->plot.width + FAR);
  x1 = CLAMP (x1, -FAR, scene->plot.width + FAR);
  bar->solid_x0 = scene->plot.x + CLAMP (bar->solid_x0, x0, x1);
  bar->solid_x1 = scene->plot.x + CLAMP (bar->solid_x1, x0, x1);
  bar->rect.x = scene->plot.x + x0;
  bar->rect.width = x1 - x0;
}

static void
place_bar_label (const MpScene *scene, MpSceneBar *bar, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double inset = BAR_LABEL_INSET * metrics->unit;
  MpRect within = bar->visible;
  MpSize size = mp_measure (measure, MP_TEXT_BAR, bar->text);
  double wanted = ceil (size.width);
  double room, enough;

  if (bar->certainty == MP_CERTAINTY_DISPUTED)
    wanted += metrics->padding;
  enough = MIN (wanted * LABEL_MIN_SHARE, LABEL_ENOUGH * metrics->unit);
  /* Hatching makes text hard to read: it stands beside it where there is room. */
  if (bar->start == MP_EDGE_HATCHED || bar->start == MP_EDGE_SOFT || bar->end == MP_EDGE_HATCHED ||
      bar->end == MP_EDGE_SOFT) {
    MpRect solid = mp_rect_clip_x (within, bar->solid_x0, bar->solid_x1);

    if (solid.width - inset * 1.5 >= enough)
      within = solid;
  }
  room = within.width - inset * 1.5;
  if (*bar->text == '\0' || room < enough || room < metrics->label_height)
    return;
  bar->label =
    (MpRect) { round (within.x + inset), round (bar->rect.y + (bar->rect.height - size.height) / 2),
               MIN (wanted, room), ceil (size.height) };
}

static void
add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpMetrics *metrics = &scene->layout->metrics;
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[row->index].phases;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    MpSceneBar bar = { .phase = phase,
                       .text = mp_agreement_text (agreement, phases->state[phase]),
                       .certainty = phases->certainty[phase],
                       .color = row->color };
    MpSpan span;

    if (!mp_span_parse (mp_agreement_text (agreement, phases->span[phase]), -1, &span, NULL, NULL))
      continue;
    place_bar (scene, &span, &bar);
    bar.rect.y = row->rect.y + row->rect.height - metrics->bar_height -
                 (scene->layout->metrics.row_height - metrics->bar_height) / 2;
    bar.rect.height = metrics->bar_height;
    bar.visible = mp_rect_clip_x (bar.rect, scene->plot.x, scene->plot.x + scene->plot.width);
    if (bar.visible.width <= 0)
      continue;
    bar.tense = tense_of (scene, phase);
    place_bar_label (scene, &bar, measure);
    g_array_append_val (scene->bars, bar);
  }
}

static void
add_rows (MpScene *scene, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  const MpMetrics *metrics = &layout->metrics;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (layout->agreement, &n_topics);

  for (guint i = 0; i < layout->rows->len; i++) {
    MpRow *from = &g_array_index (layout->rows, MpRow, i);
    guint32 topic = from->kind == MP_ROW_TOPIC ? from->index : terms[from->index].topic;
    MpSceneRow row = {
      .kind = from->kind,
      .index = from->index,
      .rect = { 0, scene->rows.y + from->y - scene->scroll, scene->width, from->height },
      .color = topics[topic].color,
    };

    if (!mp_rect_intersects (row.rect, scene->rows))
      continue;
    row.text =
      mp_agreement_text (layout->agreement, from->kind == MP_ROW_TOPIC ? topics[topic].title
                                                                       : terms[from->index].title);
    row.title =
      (MpRect) { metrics->padding, row.rect.y,
                 (layout->stacked ? scene->width : scene->gutter.width) - 1.5 * metrics->padding,
                 row.rect.height };
    if (from->kind == MP_ROW_TERM && layout->stacked)
      row.title.height = metrics->title_height + ceil (6 * metrics->unit);
    g_array_append_val (scene->row_items, row);
    if (from->kind == MP_ROW_TERM)
      add_bars (scene, &row, measure);
  }
}

/* --- The whole -------------------------------------------------------------------------------- */

static void
divide (MpScene *scene, const MpSceneRequest *request)
{
  const MpLayout *layout = scene->layout;
  double axis = layout->metrics.axis_height;
  double band = mp_layout_band_height (layout);
  double gutter = layout->stacked ? 0 : layout->metrics.gutter_width;

  scene->width = request->width;
  scene->height = request->height > 0 ? request->height : mp_scene_full_height (layout);
  scene->gutter = (MpRect) { 0, 0, gutter, scene->height };
  scene->axis = (MpRect) { gutter, 0, MAX (scene->width - gutter, 1), axis };
  scene->plot = (MpRect) { gutter, axis, scene->axis.width, MAX (scene->height - axis, 0) };
  scene->band = (MpRect) { gutter, axis, scene->axis.width, MIN (band, scene->plot.height) };
  scene->rows = (MpRect) { 0, axis + band, scene->width, MAX (scene->height - axis - band, 0) };
  scene->max_scroll = MAX (0, layout->rows_height - scene->rows.height);
  scene->scroll = round (CLAMP (request->scroll, 0, scene->max_scroll));
}

MpScene *
mp_scene_new (const MpSceneRequest *request)
{
  MpScene *scene = g_new0 (MpScene, 1);
  g_autofree char *range = NULL;

  g_atomic_ref_count_init (&scene->references);
  scene->layout = mp_layout_ref (request->layout);
  scene->today = request->today;
  scene->from = request->as_of != NULL ? request->as_of->earliest : request->today;
  scene->until =
    request->as_of != NULL ? request->as_of->after : request->today + MP_SECONDS_PER_DAY;
  scene->strings = g_string_chunk_new (256);
  scene->ticks = g_array_new (FALSE, FALSE, sizeof (MpSceneTick));
  scene->row_items = g_array_new (FALSE, FALSE, sizeof (MpSceneRow));
  scene->bars = g_array_new (FALSE, FALSE, sizeof (MpSceneBar));
  scene->marks = g_array_new (FALSE, FALSE, sizeof (MpSceneMark));
  scene->clusters = g_array_new (FALSE, FALSE, sizeof (MpSceneCluster));

  divide (scene, request);
  scene->scale = (MpScale) { request->begin, request->layout->per_day };
  scene->step = choose_step (scene, request->measure);
  range = mp_ticks_range_label (scene->step, scene->scale.begin,
                                mp_scale_to_day (scene->scale, scene->plot.width));
  scene->range_label = g_string_chunk_insert (scene->strings, range);
  add_ticks (scene, request->measure);
  add_today (scene, request->measure);
  add_as_of (scene, request->as_of, request->measure);
  add_milestones (scene, request->measure);
  add_rows (scene, request->measure);
  return scene;
}

MpScene *
mp_scene_ref (MpScene *scene)
{
  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
mp_scene_unref (MpScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  mp_layout_unref (scene->layout);
  g_array_unref (scene->ticks);
  g_array_unref (scene->row_items);
  g_array_unref (scene->bars);
  g_array_unref (scene->marks);
  g_array_unref (scene->clusters);
  g_string_chunk_free (scene->strings);
  g_free (scene);
}

/* --- Picking ---------------------------------------------------------------------------------- */

static MpItem
pick_milestone (const MpScene *scene, double x, double y)
{
  /* From the last painted, which is on top. */
  for (guint i = scene->marks->len; i > 0; i--) {
    MpSceneMark *mark = &g_array_index (scene->marks, MpSceneMark, i - 1);

    if (mark->label.width > 0 && mp_rect_contains (mark->label, x, y))
      return (MpItem) { MP_ITEM_MILESTONE, mark->milestone };
  }
  /* What is painted at the point comes before what is only near it. */
  for (guint i = scene->clusters->len; i > 0; i--)
    if (mp_rect_contains (g_array_index (scene->clusters, MpSceneCluster, i - 1).rect, x, y))
      return (MpItem) { MP_ITEM_CLUSTER, i - 1 };
  for (guint i = scene->marks->len; i > 0; i--) {
    MpSceneMark *mark = &g_array_index (scene->marks, MpSceneMark, i - 1);

    if (mp_rect_contains (mark->mark, x, y))
      return (MpItem) { MP_ITEM_MILESTONE, mark->milestone };
  }
  for (guint i = scene->clusters->len; i > 0; i--)
    if (mp_rect_contains (g_array_index (scene->clusters, MpSceneCluster, i - 1).target, x, y))
      return (MpItem) { MP_ITEM_CLUSTER, i - 1 };
  for (guint i = scene->marks->len; i > 0; i--) {
    MpSceneMark *mark = &g_array_index (scene->marks, MpSceneMark, i - 1);

    if (mp_rect_contains (mark->target, x, y))
      return (MpItem) { MP_ITEM_MILESTONE, mark->milestone };
  }
  return (MpItem) { MP_ITEM_NONE, 0 };
}

MpItem
mp_scene_pick (const MpScene *scene, double x, double y)
{
  if (!mp_rect_contains (scene->plot, x, y))
    return (MpItem) { MP_ITEM_NONE, 0 };
  if (mp_rect_contains (scene->band, x, y))
    return pick_milestone (scene, x, y);
  for (guint i = scene->bars->len; i > 0; i--) {
    MpSceneBar *bar = &g_array_index (scene->bars, MpSceneBar, i - 1);

    if (mp_rect_contains (bar->visible, x, y))
      return (MpItem) { MP_ITEM_PHASE, bar->phase };
  }
  return (MpItem) { MP_ITEM_NONE, 0 };
}

/* The cluster that a milestone has gone into, or NULL. */
static const MpSceneCluster *
cluster_with (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->clusters->len; i++) {
    MpSceneCluster *cluster = &g_array_index (scene->clusters, MpSceneCluster, i);

    for (guint32 j = 0; j < cluster->members.count; j++)
      if (scene->layout->members[cluster->members.first + j] == milestone)
        return cluster;
  }
  return NULL;
}

gboolean
mp_scene_find (const MpScene *scene, MpItem item, MpRect *rect)
{
  if (item.kind == MP_ITEM_MILESTONE) {
    const MpSceneCluster *cluster;

    for (guint i = 0; i < scene->marks->len; i++) {
      MpSceneMark *mark = &g_array_index (scene->marks, MpSceneMark, i);

      if (mark->milestone == item.index) {
        *rect = mp_rect_intersects (mark->label, scene->band) ? mark->label : mark->target;
        return mp_rect_intersects (*rect, scene->band);
      }
    }
    cluster = cluster_with (scene, item.index);
    if (cluster != NULL)
      *rect = cluster->target;
    return cluster != NULL;
  }
  if (item.kind == MP_ITEM_CLUSTER && item.index < scene->clusters->len) {
    *rect = g_array_index (scene->clusters, MpSceneCluster, item.index).target;
    return TRUE;
  }
  if (item.kind == MP_ITEM_PHASE) {
    for (guint i = 0; i < scene->bars->len; i++) {
      MpSceneBar *bar = &g_array_index (scene->bars, MpSceneBar, i);

      if (bar->phase == item.index) {
        *rect = bar->visible;
        return mp_rect_intersects (*rect, scene->rows);
      }
    }
  }
  return FALSE;
}

const MpSceneRow *
mp_scene_find_row (const MpScene *scene, guint32 term)
{
  for (guint i = 0; i < scene->row_items->len; i++) {
    MpSceneRow *row = &g_array_index (scene->row_items, MpSceneRow, i);

    if (row->kind == MP_ROW_TERM && row->index == term)
      return row;
  }
  return NULL;
}

double
mp_scene_scroll_to (const MpScene *scene, MpItem item)
{
  const MpLayout *layout = scene->layout;
  guint32 term;

  if (item.kind != MP_ITEM_PHASE)
    return scene->scroll;
  term = mp_agreement_phases (layout->agreement)->term[item.index];
  for (guint i = 0; i < layout->rows->len; i++) {
    MpRow *row = &g_array_index (layout->rows, MpRow, i);

    if (row->kind != MP_ROW_TERM || row->index != term)
      continue;
    if (row->y < scene->scroll)
      return row->y;
    if (row->y + row->height > scene->scroll + scene->rows.height)
      return row->y + row->height - scene->rows.height;
  }
  return scene->scroll;
}
