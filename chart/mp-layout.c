/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-layout.h"

#include "mp-query.h"
#include "mp-scale.h"

#include <math.h>

/* Lanes of labels: never fewer, so that rows do not jump when a label goes; more than the usual
 * only for milestones of importance 1. */
#define MIN_LANES 3
#define USUAL_LANES 4
#define MAX_LANES 7

/* In design pixels. */
#define LABEL_PADDING 10
#define LABEL_MAX_WIDTH 240
#define LABEL_GAP 6
#define STEM_INSET 9 /* how far in from the label's edge the stem stands */
#define STEM_GAP 3
#define CLUSTER_SPACING 30

MpMetrics
mp_metrics_new (MpMeasure measure)
{
  double unit = measure.unit;
  /* Whole pixels: lines and text start on the grid, and every row is like the others. */
#define PIXELS(length) (ceil ((length) *unit))
  MpMetrics metrics = {
    .unit = unit,
    .axis_height = PIXELS (34),
    .gutter_width = PIXELS (196),
    .label_height = PIXELS (26),
    .lane_height = PIXELS (33),
    .mark_size = PIXELS (10),
    .band_top = PIXELS (24),
    .band_bottom = PIXELS (6),
    .topic_height = PIXELS (25),
    .row_height = PIXELS (34),
    .title_height = PIXELS (20),
    .bar_height = PIXELS (24),
    .padding = PIXELS (16),
    .target = 24,
  };
#undef PIXELS
  return metrics;
}

/* --- Labels ----------------------------------------------------------------------------------- */

/* What is taken in one lane: intervals of pixels, by where they begin; values are where they end.
 * Boxes and stems are kept apart, since a stem may pass behind a box where there is no better way.
 */
typedef struct {
  GTree *boxes;
  GTree *stems;
} Lane;

static int
compare_doubles (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = *(const double *) a, y = *(const double *) b;

  (void) data;
  return x < y ? -1 : x > y;
}

static GTree *
intervals_new (void)
{
  return g_tree_new_full (compare_doubles, NULL, g_free, g_free);
}

static void
intervals_add (GTree *intervals, double begin, double end)
{
  g_tree_insert (intervals, g_memdup2 (&begin, sizeof begin), g_memdup2 (&end, sizeof end));
}

/* Whether nothing added touches (begin, end). The intervals of one tree are at most as long as
 * longest, which bounds how far back to look. */
static gboolean
intervals_free (GTree *intervals, double begin, double end, double longest)
{
  double from = begin - longest;
  GTreeNode *node = g_tree_lower_bound (intervals, &from);

  for (; node != NULL; node = g_tree_node_next (node)) {
    if (*(const double *) g_tree_node_key (node) >= end)
      return TRUE;
    if (*(const double *) g_tree_node_value (node) > begin)
      return FALSE;
  }
  return TRUE;
}

typedef struct {
  const MpLayoutRequest *request;
  const MpMetrics *metrics;
  double per_day;
  guint n_lanes; /* how many may be used */
  Lane lanes[MAX_LANES];
} Packing;

static void
packing_init (Packing *packing, const MpLayoutRequest *request, const MpMetrics *metrics,
              double per_day, guint n_lanes)
{
  packing->request = request;
  packing->metrics = metrics;
  packing->per_day = per_day;
  packing->n_lanes = n_lanes;
  for (guint i = 0; i < MAX_LANES; i++)
    packing->lanes[i] = (Lane) { intervals_new (), intervals_new () };
}

static void
packing_clear (Packing *packing)
{
  for (guint i = 0; i < MAX_LANES; i++) {
    g_tree_unref (packing->lanes[i].boxes);
    g_tree_unref (packing->lanes[i].stems);
  }
}

double
mp_layout_label_left (MpSide side, double stem, double width, double unit)
{
  switch (side) {
  case MP_SIDE_START:
    return stem - STEM_INSET * unit;
  case MP_SIDE_END:
    return stem - width + STEM_INSET * unit;
  case MP_SIDE_MIDDLE:
  case MP_SIDE_NONE:
  default:
    return stem - width / 2;
  }
}

/* Whether a label fits; crossing allows stems behind boxes. */
static gboolean
fits (Packing *packing, guint lane, double left, double width, double stem, gboolean crossing)
{
  double unit = packing->metrics->unit;
  double longest = (LABEL_MAX_WIDTH + 2 * (LABEL_PADDING + LABEL_GAP)) * unit;
  double gap = LABEL_GAP * unit / 2, stem_gap = STEM_GAP * unit;

  if (!intervals_free (packing->lanes[lane].boxes, left - gap, left + width + gap, longest))
    return FALSE;
  if (crossing)
    return TRUE;
  if (!intervals_free (packing->lanes[lane].stems, left, left + width, 2 * stem_gap))
    return FALSE;
  for (guint below = 0; below < lane; below++)
    if (!intervals_free (packing->lanes[below].boxes, stem - stem_gap, stem + stem_gap, longest))
      return FALSE;
  return TRUE;
}

static void
take (Packing *packing, guint lane, double left, double width, double stem)
{
  double unit = packing->metrics->unit;
  double gap = LABEL_GAP * unit / 2, stem_gap = STEM_GAP * unit;

  intervals_add (packing->lanes[lane].boxes, left - gap, left + width + gap);
  for (guint below = 0; below < lane; below++)
    intervals_add (packing->lanes[below].stems, stem - stem_gap, stem + stem_gap);
}

/* Tries the lanes from the marks upwards, and the sides of each. */
static gboolean
place_label (Packing *packing, MpPlace *place, double stem, guint n_lanes, gboolean crossing)
{
  static const MpSide sides[] = { MP_SIDE_START, MP_SIDE_END, MP_SIDE_MIDDLE };
  double unit = packing->metrics->unit;
  double first = packing->request->begin * packing->per_day;
  double last = packing->request->end * packing->per_day;

  for (guint lane = 0; lane < n_lanes; lane++) {
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
      double left = mp_layout_label_left (sides[i], stem, place->width, unit);

      /* Kept within what fitting shows, so that no label is cut off there. */
      if (left < first || left + place->width > last)
        continue;
      if (fits (packing, lane, left, place->width, stem, crossing)) {
        place->side = sides[i];
        place->lane = lane;
        take (packing, lane, left, place->width, stem);
        return TRUE;
      }
    }
  }
  return FALSE;
}

/* Whether the part that every label of a stem covers, whatever its side, is free in some lane. */
static gboolean
has_room (Packing *packing, double stem, guint n_lanes)
{
  double inset = STEM_INSET * packing->metrics->unit;

  for (guint lane = 0; lane < n_lanes; lane++)
    if (fits (packing, lane, stem - inset, 2 * inset, stem, FALSE))
      return TRUE;
  return FALSE;
}

double
mp_layout_stem_day (const MpMilestones *milestones, guint32 i)
{
  double from = mp_day_from_instant (milestones->earliest[i]);
  double until = mp_day_from_instant (milestones->after[i]);

  /* A date without a bound on one side has no middle: its stem stands at the side that it has. */
  if (milestones->earliest[i] == MP_INSTANT_MIN)
    return until;
  if (milestones->after[i] == MP_INSTANT_MAX || until - from <= 1)
    return from;
  return from + (until - from) / 2;
}

static double
label_width (Packing *packing, guint32 milestone)
{
  MpAgreement *agreement = packing->request->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpTextRole role = milestones->importance[milestone] == 1 ? MP_TEXT_LABEL_STRONG : MP_TEXT_LABEL;
  double unit = packing->metrics->unit;
  double width = mp_measure (packing->request->measure, role,
                             mp_agreement_text (agreement, milestones->title[milestone]))
                   .width;

  if (milestones->certainty[milestone] == MP_CERTAINTY_DISPUTED)
    width += packing->metrics->padding;
  return ceil (MIN (width, LABEL_MAX_WIDTH * unit) + 2 * LABEL_PADDING * unit);
}

/* Places the labels of all milestones in order of importance, then of time. Returns the number of
 * lanes used. */
static guint
place_labels (Packing *packing, const guint32 *order, MpPlace *places)
{
  const MpMilestones *milestones = mp_agreement_milestones (packing->request->agreement);
  guint used = 0;

  for (guint importance = 1; importance <= 3; importance++) {
    guint lanes = importance == 1 ? packing->n_lanes : MIN (USUAL_LANES, packing->n_lanes);

    for (guint i = 0; i < milestones->length; i++) {
      guint32 milestone = order[i];
      MpPlace *place = &places[milestone];
      double stem;

      if (milestones->importance[milestone] != importance)
        continue;
      *place = (MpPlace) { .side = MP_SIDE_NONE, .cluster = MP_NONE };
      stem = mp_layout_stem_day (milestones, milestone) * packing->per_day;
      /* Measuring is dear, and in a crowd most labels have no room, whatever their width. */
      if (importance > 1 && !has_room (packing, stem, lanes))
        continue;
      place->width = label_width (packing, milestone);
      if (!place_label (packing, place, stem, MIN (lanes, USUAL_LANES), FALSE) && importance == 1 &&
          !place_label (packing, place, stem, lanes, FALSE))
        place_label (packing, place, stem, lanes, TRUE);
      if (place->side != MP_SIDE_NONE)
        used = MAX (used, place->lane + 1);
    }
  }
  return used;
}

/* The lanes are those that showing everything needs, and stay so at every zoom. */
static guint
lanes_when_all_is_shown (const MpLayoutRequest *request, const MpMetrics *metrics,
                         const guint32 *order, MpPlace *places)
{
  guint most = request->max_lanes > 0 ? MIN (request->max_lanes, MAX_LANES) : MAX_LANES;
  Packing packing;
  guint used;

  packing_init (&packing, request, metrics, request->fit_width / (request->end - request->begin),
                most);
  used = place_labels (&packing, order, places);
  packing_clear (&packing);
  return CLAMP (used, MIN (MIN_LANES, most), most);
}

guint
mp_layout_lanes_for_height (double height, MpMeasure measure)
{
  MpMetrics metrics = mp_metrics_new (measure);
  double room = height * 0.6 - metrics.axis_height - metrics.band_top - 2 * metrics.target -
                metrics.band_bottom;

  return (guint) CLAMP (room / metrics.lane_height, 1, MAX_LANES);
}

/* Gathers the bare marks that stand too close to be told apart, from left to right. */
static void
gather_clusters (MpLayout *layout, const MpMilestones *milestones)
{
  double spacing = CLUSTER_SPACING * layout->metrics.unit;
  double first = 0, last = 0;
  MpCluster cluster = { 0, { 0, 0 } };
  guint32 n_members = 0;

  layout->clusters = g_array_new (FALSE, FALSE, sizeof (MpCluster));
  layout->members = g_new (guint32, milestones->length);
  for (guint i = 0; i < milestones->length; i++) {
    guint32 milestone = layout->order[i];
    double x;

    if (layout->places[milestone].side != MP_SIDE_NONE)
      continue;
    x = mp_layout_stem_day (milestones, milestone) * layout->per_day;
    if (cluster.members.count > 0 && x - (first + last) / 2 >= spacing) {
      cluster.day = (first + last) / 2 / layout->per_day;
      g_array_append_val (layout->clusters, cluster);
      cluster.members.count = 0;
    }
    if (cluster.members.count == 0) {
      first = x;
      cluster.members.first = n_members;
    }
    last = x;
    cluster.members.count++;
    layout->places[milestone].cluster = layout->clusters->len;
    layout->members[n_members++] = milestone;
  }
  if (cluster.members.count > 0) {
    cluster.day = (first + last) / 2 / layout->per_day;
    g_array_append_val (layout->clusters, cluster);
  }
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* A row a term, under the headings of their topics, all in the file's order. */
static void
place_rows (MpLayout *layout)
{
  guint n_topics, n_terms;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);
  double y = 0;

  mp_agreement_topics (layout->agreement, &n_topics);
  layout->rows = g_array_new (FALSE, FALSE, sizeof (MpRow));
  for (guint32 topic = 0; topic < n_topics; topic++) {
    gboolean heading = FALSE;

    for (guint32 term = 0; term < n_terms; term++) {
      MpRow row = { MP_ROW_TERM, term, 0, layout->metrics.row_height };

      if (terms[term].topic != topic)
        continue;
      if (!heading) {
        MpRow top = { MP_ROW_TOPIC, topic, y, layout->metrics.topic_height };

        g_array_append_val (layout->rows, top);
        y += top.height;
        heading = TRUE;
      }
      if (layout->stacked)
        row.height += layout->metrics.title_height;
      row.y = y;
      g_array_append_val (layout->rows, row);
      y += row.height;
    }
  }
  layout->rows_height = y + (y > 0 ? layout->metrics.padding : 0);
}

MpLayout *
mp_layout_new (const MpLayoutRequest *request)
{
  const MpMilestones *milestones = mp_agreement_milestones (request->agreement);
  MpLayout *layout = g_new0 (MpLayout, 1);
  Packing packing;

  g_atomic_ref_count_init (&layout->references);
  layout->agreement = g_object_ref (request->agreement);
  layout->per_day = request->per_day;
  layout->begin = request->begin;
  layout->end = request->end;
  layout->stacked = request->stacked;
  layout->metrics = mp_metrics_new (request->measure);
  layout->order = mp_query_milestones_by_time (request->agreement);
  layout->places = g_new0 (MpPlace, milestones->length);
  layout->n_lanes =
    lanes_when_all_is_shown (request, &layout->metrics, layout->order, layout->places);
  packing_init (&packing, request, &layout->metrics, request->per_day, layout->n_lanes);
  place_labels (&packing, layout->order, layout->places);
  packing_clear (&packing);
  gather_clusters (layout, milestones);
  place_rows (layout);
  return layout;
}

MpLayout *
mp_layout_ref (MpLayout *layout)
{
  g_atomic_ref_count_inc (&layout->references);
  return layout;
}

void
mp_layout_unref (MpLayout *layout)
{
  if (!g_atomic_ref_count_dec (&layout->references))
    return;
  g_object_unref (layout->agreement);
  g_free (layout->places);
  g_free (layout->order);
  g_array_unref (layout->clusters);
  g_free (layout->members);
  g_array_unref (layout->rows);
  g_free (layout);
}

double
mp_layout_band_height (const MpLayout *layout)
{
  const MpMetrics *metrics = &layout->metrics;

  if (mp_agreement_milestones (layout->agreement)->length == 0)
    return 0;
  /* The today badge, the lanes, the line of labelled marks, the line of bare ones. */
  return metrics->band_top + layout->n_lanes * metrics->lane_height + metrics->target * 2 +
         metrics->band_bottom;
}

/* --- Neighbours ------------------------------------------------------------------------------- */

/* The day that an item is looked for at. */
static double
item_day (const MpLayout *layout, MpItem item, double otherwise)
{
  double from, until;

  if (item.kind == MP_ITEM_MILESTONE) {
    return mp_layout_stem_day (mp_agreement_milestones (layout->agreement), item.index);
  } else if (item.kind == MP_ITEM_PHASE) {
    const MpPhases *phases = mp_agreement_phases (layout->agreement);

    from =
      CLAMP (mp_day_from_instant (phases->earliest_start[item.index]), layout->begin, layout->end);
    until =
      CLAMP (mp_day_from_instant (phases->latest_end[item.index]), layout->begin, layout->end);
    /* Coming from a milestone inside the phase, stay there. */
    return CLAMP (otherwise, from, until);
  }
  return otherwise;
}

static MpItem
milestone_near (const MpLayout *layout, double day)
{
  const MpMilestones *milestones = mp_agreement_milestones (layout->agreement);
  MpItem nearest = { MP_ITEM_NONE, 0 };
  double best = INFINITY;

  for (guint32 i = 0; i < milestones->length; i++) {
    double distance = fabs (mp_layout_stem_day (milestones, i) - day);

    if (distance < best) {
      best = distance;
      nearest = (MpItem) { MP_ITEM_MILESTONE, i };
    }
  }
  return nearest;
}

/* The phase of a term that holds on the day, or the one nearest to it. */
static MpItem
phase_near (const MpLayout *layout, guint32 term, double day)
{
  const MpPhases *phases = mp_agreement_phases (layout->agreement);
  MpRun run = mp_agreement_terms (layout->agreement, NULL)[term].phases;
  MpItem nearest = { MP_ITEM_NONE, 0 };
  double best = INFINITY;

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    double from = mp_day_from_instant (phases->earliest_start[i]);
    double until = mp_day_from_instant (phases->latest_end[i]);
    double distance = day < from ? from - day : day >= until ? day - until : -1;

    if (distance < best) {
      best = distance;
      nearest = (MpItem) { MP_ITEM_PHASE, i };
    }
  }
  return nearest;
}

/* The row of a term; layout->rows->len where there is none. */
static guint
row_of_term (const MpLayout *layout, guint32 term)
{
  guint i;

  for (i = 0; i < layout->rows->len; i++) {
    MpRow *row = &g_array_index (layout->rows, MpRow, i);

    if (row->kind == MP_ROW_TERM && row->index == term)
      break;
  }
  return i;
}

/* The next row with a phase, from a row on, exclusive, upwards or downwards. */
static MpItem
phase_in_next_row (const MpLayout *layout, int row, int step, double day)
{
  for (row += step; row >= 0 && row < (int) layout->rows->len; row += step) {
    MpRow *next = &g_array_index (layout->rows, MpRow, row);
    MpItem found = { MP_ITEM_NONE, 0 };

    if (next->kind == MP_ROW_TERM)
      found = phase_near (layout, next->index, day);
    if (found.kind != MP_ITEM_NONE)
      return found;
  }
  return (MpItem) { MP_ITEM_NONE, 0 };
}

static MpItem
milestone_neighbour (const MpLayout *layout, MpItem item, MpDirection direction, double day)
{
  guint length = mp_agreement_milestones (layout->agreement)->length;
  guint at = 0;

  while (at < length && layout->order[at] != item.index)
    at++;
  switch (direction) {
  case MP_DIRECTION_EARLIER:
    at = at > 0 ? at - 1 : 0;
    break;
  case MP_DIRECTION_LATER:
    at = MIN (at + 1, length - 1);
    break;
  case MP_DIRECTION_FIRST:
    at = 0;
    break;
  case MP_DIRECTION_LAST:
    at = length - 1;
    break;
  case MP_DIRECTION_DOWN: {
    MpItem down = phase_in_next_row (layout, -1, 1, item_day (layout, item, day));

    return down.kind != MP_ITEM_NONE ? down : item;
  }
  case MP_DIRECTION_UP:
  default:
    return item;
  }
  return (MpItem) { MP_ITEM_MILESTONE, layout->order[at] };
}

static MpItem
phase_neighbour (const MpLayout *layout, MpItem item, MpDirection direction, double day)
{
  guint32 term = mp_agreement_phases (layout->agreement)->term[item.index];
  MpRun run = mp_agreement_terms (layout->agreement, NULL)[term].phases;
  int row = (int) row_of_term (layout, term);
  MpItem next = item;

  day = item_day (layout, item, day);
  switch (direction) {
  case MP_DIRECTION_EARLIER:
    next.index = MAX (item.index, run.first + 1) - 1;
    break;
  case MP_DIRECTION_LATER:
    next.index = MIN (item.index + 1, run.first + run.count - 1);
    break;
  case MP_DIRECTION_FIRST:
    next.index = run.first;
    break;
  case MP_DIRECTION_LAST:
    next.index = run.first + run.count - 1;
    break;
  case MP_DIRECTION_UP:
    next = phase_in_next_row (layout, row, -1, day);
    if (next.kind == MP_ITEM_NONE)
      next = milestone_near (layout, day);
    break;
  case MP_DIRECTION_DOWN:
  default:
    next = phase_in_next_row (layout, row, 1, day);
    break;
  }
  return next.kind != MP_ITEM_NONE ? next : item;
}

MpItem
mp_layout_neighbour (const MpLayout *layout, MpItem item, MpDirection direction, double day)
{
  switch (item.kind) {
  case MP_ITEM_MILESTONE:
    return milestone_neighbour (layout, item, direction, day);
  case MP_ITEM_PHASE:
    return phase_neighbour (layout, item, direction, day);
  case MP_ITEM_CLUSTER:
  case MP_ITEM_NONE:
  default:
    item = milestone_near (layout, day);
    if (item.kind == MP_ITEM_NONE)
      item = phase_in_next_row (layout, -1, 1, day);
    return item;
  }
}
