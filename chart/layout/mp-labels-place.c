/* mp-labels-place.c: gives the labels of a stretch their lanes and their sides at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-labels-private.h"

#include "mp-array.h"
#include "mp-numbering.h"

#include <math.h>

/* In design pixels. */
#define LABEL_PADDING 10
#define LABEL_MAX_WIDTH 240
#define STEM_INSET 9 /* from the edge of a label beside its stem to the stem */
#define STEM_GAP 3
#define LABEL_GAP 6
#define NUMBERS_MAX_WIDTH 160 /* a label whose sources need more has no numbers */

/* Of the milestones of one importance whose stems stand on so many design pixels, only the first
 * few have a try at each zoom. There is no room for more: each label takes more than this, in one
 * of few lanes. So the time that a zoom takes does not grow with the number of milestones. */
#define CELL 16
#define TRIES 8

/* A stretch in which labels are being placed. */
typedef struct {
  MpLabels *labels;
  MpStretch *stretch;
  double gap; /* between labels, in logical pixels */
} Packing;

/* Which places a label may have. */
typedef struct {
  gboolean leans_back; /* try the left side of the stem first */
  guint n_lanes;
  gboolean crossing; /* stems may pass behind labels */
  gboolean inside;   /* it must not reach beyond the view that shows everything */
} Rule;

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

static double
stem_of (const Packing *packing, guint32 rank)
{
  return packing->labels->stems->stems[rank];
}

static gboolean
is_important (const Packing *packing, guint32 rank)
{
  return packing->labels->importance[packing->labels->stems->milestones[rank]] == 1;
}

/* --- Room ------------------------------------------------------------------------------------- */

/* A label at a place that it has or may get. left and right are its edges, in logical pixels from
 * the stem. */
typedef struct {
  guint32 rank;
  double left;
  double right;
  gboolean is_important;
} Box;

static Box
box_of (const Packing *packing, guint32 rank, MpSide side, double width)
{
  double left = mp_layout_label_left (side, 0, width, packing->labels->metrics.unit);

  return (Box) { rank, left, left + width, is_important (packing, rank) };
}

static Box
box_placed (const Packing *packing, guint32 rank)
{
  const MpPlace *place = &packing->labels->places[rank];

  return box_of (packing, rank, place->side, place->width);
}

/* Returns whether two labels of one lane do not touch, with the given number of days between their
 * stems. At an edge of the view, the scene moves labels inwards, as far as their stems allow, and
 * hides those that then touch a more important one. Since labels of importance 1 must not be
 * hidden, two of them need room wherever they have moved. Further out than the fit, there is room
 * beside everything and few labels move, so it is enough that they have this room at the fit. */
static gboolean
keep_apart (const Packing *packing, double days, const Box *left, const Box *right)
{
  const MpLabels *labels = packing->labels;
  double inset = STEM_INSET * labels->metrics.unit;
  double left_width = left->right - left->left, right_width = right->right - right->left;
  double distance = days * MAX (labels->zoom, labels->fit) - packing->gap;

  if (days * labels->zoom - packing->gap < left->right - right->left)
    return FALSE;
  if (!left->is_important || !right->is_important)
    return TRUE;
  /* The right one has moved, or the left one, or, in a narrow view, both from opposite edges. */
  return distance >= left->right + right_width - inset &&
         distance >= left_width - inset - right->left &&
         (distance >= labels->fit_width ||
          left_width + right_width + packing->gap <= labels->fit_width);
}

/* Return the nearest label of a lane whose stem is not to the right, the nearest whose stem is, and
 * the one before another; MP_NONE if there is none. */
static guint32
lane_before (const MpLane *lane)
{
  return lane->before != MP_NONE ? lane->before : lane->left;
}

static guint32
lane_after (const Packing *packing, const MpLane *lane)
{
  guint32 after = lane->before != MP_NONE ? packing->labels->next[lane->before] : lane->first;

  return after != MP_NONE ? after : lane->right;
}

static guint32
lane_previous (const Packing *packing, const MpLane *lane, guint32 rank)
{
  guint32 previous = rank == lane->left ? MP_NONE : packing->labels->previous[rank];

  return previous != MP_NONE || rank == lane->left ? previous : lane->left;
}

/* Returns whether a label touches no other label of the lane. Only the nearest ones on both sides
 * need be looked at, because the labels of a lane do not touch each other. */
static gboolean
is_free (const Packing *packing, const MpLane *lane, const Box *box)
{
  double stem = stem_of (packing, box->rank);
  guint32 before = lane_before (lane), after = lane_after (packing, lane);

  if (before != MP_NONE) {
    Box left = box_placed (packing, before);

    if (!keep_apart (packing, stem - stem_of (packing, before), &left, box))
      return FALSE;
  }
  if (after != MP_NONE) {
    Box right = box_placed (packing, after);

    if (!keep_apart (packing, stem_of (packing, after) - stem, box, &right))
      return FALSE;
  }
  return TRUE;
}

/* Returns whether a stem would pass behind a label of the lane. The label of a milestone on the
 * same day does not count, because both share the stem. */
static gboolean
is_crossed (const Packing *packing, const MpLane *lane, double stem)
{
  double gap = STEM_GAP * packing->labels->metrics.unit;
  guint32 nearest[] = { lane_before (lane), lane_after (packing, lane) };

  for (guint i = 0; i < G_N_ELEMENTS (nearest); i++) {
    double distance;
    Box box;

    if (nearest[i] == MP_NONE || stem_of (packing, nearest[i]) == stem)
      continue;
    box = box_placed (packing, nearest[i]);
    distance = (stem - stem_of (packing, nearest[i])) * packing->labels->zoom;
    if (distance > box.left - gap && distance < box.right + gap)
      return TRUE;
  }
  return FALSE;
}

/* Returns whether a label would cover the stem of another one in a higher lane. */
static gboolean
covers_stem (const Packing *packing, guint number, const Box *box)
{
  double stem = stem_of (packing, box->rank), zoom = packing->labels->zoom;
  double gap = STEM_GAP * packing->labels->metrics.unit;

  for (guint i = number + 1; i < packing->stretch->n_used; i++) {
    const MpLane *lane = &packing->stretch->lanes[i];
    guint32 before = lane_before (lane), after = lane_after (packing, lane);

    if (before != MP_NONE && stem_of (packing, before) == stem)
      before = lane_previous (packing, lane, before);
    if (before != MP_NONE && (stem_of (packing, before) - stem) * zoom > box->left - gap)
      return TRUE;
    if (after != MP_NONE && (stem_of (packing, after) - stem) * zoom < box->right + gap)
      return TRUE;
  }
  return FALSE;
}

/* Returns whether a label lies within the view that shows everything. */
static gboolean
is_inside (const Packing *packing, const Box *box)
{
  const MpLabels *labels = packing->labels;
  double stem = stem_of (packing, box->rank);

  return (stem - labels->begin) * labels->fit + box->left >= 0 &&
         (labels->end - stem) * labels->fit - box->right >= 0;
}

/* Returns whether a label lies within its stretch, so that it touches none of another. */
static gboolean
is_within (const Packing *packing, const Box *box)
{
  const MpStretch *stretch = packing->stretch;
  double stem = stem_of (packing, box->rank), zoom = packing->labels->zoom;
  double margin = packing->gap / 2;

  return (stem - stretch->begin) * zoom + box->left >= margin &&
         (stretch->end - stem) * zoom - box->right >= margin;
}

/* --- Placing ---------------------------------------------------------------------------------- */

void
mp_labels_take (MpLabels *self, MpStretch *stretch, guint32 rank)
{
  guint number = self->places[rank].lane;
  MpLane *lane = &stretch->lanes[number];
  guint32 before = lane->before, after = before != MP_NONE ? self->next[before] : lane->first;

  self->previous[rank] = before;
  self->next[rank] = after;
  if (before != MP_NONE)
    self->next[before] = rank;
  else
    lane->first = rank;
  if (after != MP_NONE)
    self->previous[after] = rank;
  lane->before = rank;
  stretch->n_used = MAX (stretch->n_used, number + 1);
}

/* Tries the lanes for a label of a width, beginning with the one next to the marks, and in each the
 * sides in their order. Returns whether there is a place, and stores it. */
static gboolean
try_lanes (const Packing *packing, guint32 rank, double width, const Rule *rule,
           const MpSide *sides, guint n_sides, MpPlace *place)
{
  for (guint number = 0; number < rule->n_lanes; number++) {
    const MpLane *lane = &packing->stretch->lanes[number];

    for (guint i = 0; i < n_sides; i++) {
      Box box = box_of (packing, rank, sides[i], width);

      if ((rule->inside && !is_inside (packing, &box)) || !is_within (packing, &box) ||
          !is_free (packing, lane, &box) ||
          (!rule->crossing && covers_stem (packing, number, &box)))
        continue;
      place->side = sides[i];
      place->lane = number;
      return TRUE;
    }
    if (!rule->crossing && is_crossed (packing, lane, stem_of (packing, rank)))
      return FALSE;
  }
  return FALSE;
}

/* Tries the sides beside the stem first, in all lanes, because a label there leaves more room for
 * others than one in the middle. */
static gboolean
try_rule (const Packing *packing, guint32 rank, double width, const Rule *rule, MpPlace *place)
{
  const MpSide beside[] = { rule->leans_back ? MP_SIDE_END : MP_SIDE_START,
                            rule->leans_back ? MP_SIDE_START : MP_SIDE_END };
  const MpSide over[] = { MP_SIDE_MIDDLE };

  return try_lanes (packing, rank, width, rule, beside, G_N_ELEMENTS (beside), place) ||
         try_lanes (packing, rank, width, rule, over, G_N_ELEMENTS (over), place);
}

/* Returns whether some lane has room for the part next to the stem that a label covers on whichever
 * side it is. If none has, the label need not be measured. */
static gboolean
has_room (const Packing *packing, guint32 rank, guint n_lanes)
{
  Box core = box_of (packing, rank, MP_SIDE_MIDDLE, 2 * STEM_INSET * packing->labels->metrics.unit);

  for (guint number = 0; number < n_lanes; number++) {
    const MpLane *lane = &packing->stretch->lanes[number];

    if (is_free (packing, lane, &core) && !covers_stem (packing, number, &core))
      return TRUE;
    if (is_crossed (packing, lane, stem_of (packing, rank)))
      return FALSE;
  }
  return FALSE;
}

/* Returns the width of the numbers of a milestone's sources, with the gap before them; 0 if they
 * are not shown. */
static double
numbers_room (const MpLabels *labels, guint32 milestone)
{
  double unit = labels->metrics.unit, width;
  g_autoptr (GArray) sources = NULL;

  if (!labels->has_numbers)
    return 0;
  sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  mp_numbering_collect_milestone (labels->agreement, milestone, TRUE, sources);
  width = mp_numbering_room (labels->agreement, sources->len, labels->measure);
  width += width > 0 ? MP_LAYOUT_NUMBER_GAP * unit : 0;
  return width <= NUMBERS_MAX_WIDTH * unit ? ceil (width) : 0;
}

/* Returns the width of a label with a text of this width, without the numbers of its sources. */
static double
width_for (const MpLabels *labels, guint32 milestone, double text)
{
  const MpMilestones *milestones = mp_agreement_milestones (labels->agreement);
  double unit = labels->metrics.unit;

  if (mp_certainty_get (milestones->certainty[milestone])->symbol != NULL)
    text += labels->metrics.padding;
  text = ceil (MIN (text, LABEL_MAX_WIDTH * unit) + 2 * LABEL_PADDING * unit);
  /* In a narrow picture, long titles are shortened. */
  return MIN (text, floor (labels->fit_width));
}

static MpTextRole
role_of (const MpLabels *labels, guint32 milestone)
{
  return labels->importance[milestone] == 1 ? MP_TEXT_LABEL_STRONG : MP_TEXT_LABEL;
}

static const char *
title_of (const MpLabels *labels, guint32 milestone)
{
  return mp_agreement_text (labels->agreement,
                            mp_agreement_milestones (labels->agreement)->title[milestone]);
}

static void
measure (MpLabels *labels, guint32 milestone, MpPlace *place)
{
  double text =
    mp_measure (labels->measure, role_of (labels, milestone), title_of (labels, milestone)).width;

  place->numbers = numbers_room (labels, milestone);
  /* In a narrow picture, a long title is shortened to make room for the numbers. */
  place->width =
    MIN (width_for (labels, milestone, text) + place->numbers, floor (labels->fit_width));
}

double
mp_labels_width_of (MpLabels *self, guint32 milestone, MpMeasure measure_with)
{
  MpPlace place = { 0 };

  self->measure = measure_with;
  measure (self, milestone, &place);
  return place.width;
}

/* Returns whether there would be room for the label if it were as narrow as its title can be at
 * most. Measuring is slow, and where milestones are dense most labels have no room in any case. */
static gboolean
may_have_room (const Packing *packing, guint32 rank, const Rule *rule)
{
  const MpLabels *labels = packing->labels;
  guint32 milestone = labels->stems->milestones[rank];
  MpPlace place;
  double least;

  if (!has_room (packing, rank, rule->n_lanes))
    return FALSE;
  least = mp_measure_least_width (labels->measure, role_of (labels, milestone),
                                  title_of (labels, milestone));
  return try_rule (packing, rank, width_for (labels, milestone, least), rule, &place);
}

/* Finds a place for a milestone of importance 1, which always has a label. From rule to rule, more
 * places are allowed; see MP_LABELS_MAX_LANES. */
static gboolean
place_important (const Packing *packing, guint32 rank, guint n_lanes, gboolean leans_back,
                 MpPlace *place)
{
  guint more = MAX (n_lanes, packing->labels->roomy);
  const Rule rules[] = {
    { leans_back, n_lanes, FALSE, TRUE },
    { leans_back, more, FALSE, TRUE },
    { leans_back, more, TRUE, TRUE },
    { leans_back, more, TRUE, FALSE },
    { leans_back, MP_LABELS_MAX_LANES, TRUE, FALSE },
  };
  guint n_rules = G_N_ELEMENTS (rules) - (packing->labels->has_many ? 1 : 0);

  for (guint i = 0; i < n_rules; i++)
    if (try_rule (packing, rank, place->width, &rules[i], place))
      return TRUE;
  return FALSE;
}

/* Finds a place for a milestone that has none. */
static void
place_one (const Packing *packing, guint32 rank, guint n_lanes, gboolean leans_back)
{
  MpLabels *labels = packing->labels;
  MpPlace *place = &labels->places[rank];
  gboolean important = is_important (packing, rank);
  /* Nearer than the fit, the view has other edges. */
  Rule rule = { leans_back, n_lanes, FALSE, labels->zoom <= labels->fit };

  if (place->width == 0) {
    if (!important && !may_have_room (packing, rank, &rule))
      return;
    measure (labels, labels->stems->milestones[rank], place);
  }
  if (!(important ? place_important (packing, rank, n_lanes, leans_back, place)
                  : try_rule (packing, rank, place->width, &rule, place)))
    return;
  place->from = labels->zoom;
  mp_labels_take (labels, packing->stretch, rank);
  mp_array_append (packing->stretch->labels, packing->stretch->n_labels, rank);
}

void
mp_labels_go_to (const MpLabels *self, MpStretch *stretch, double stem)
{
  for (guint i = 0; i < stretch->n_used; i++) {
    MpLane *lane = &stretch->lanes[i];
    guint32 after = lane->before != MP_NONE ? self->next[lane->before] : lane->first;

    for (; after != MP_NONE && self->stems->stems[after] <= stem; after = self->next[after])
      lane->before = after;
  }
}

void
mp_labels_go_back (MpStretch *stretch)
{
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    stretch->lanes[i].before = MP_NONE;
}

/* --- The milestones that have a try ----------------------------------------------------------- */

/* The waiting milestones of one importance, from left to right. */
typedef struct {
  const Packing *packing;
  const guint32 *ranks;
  guint length;
  guint at;
  guint n_tries; /* how many may still be tried on these pixels */
  guint most_tries;
  double cell;
} Queue;

static gboolean
has_label (const Queue *queue, guint at)
{
  return queue->packing->labels->places[queue->ranks[at]].side != MP_SIDE_NONE;
}

/* Returns the number of the first one whose stem is not before x, in logical pixels from day 0. */
static guint
find_x (const Queue *queue, double x)
{
  guint first = queue->at, last = queue->length;

  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (stem_of (queue->packing, queue->ranks[middle]) * queue->packing->labels->zoom < x)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

static void
skip_placed (Queue *queue)
{
  while (queue->at < queue->length && has_label (queue, queue->at))
    queue->at++;
}

/* Moves on to the next one that has a try. Returns FALSE after the last. */
static gboolean
next_try (Queue *queue)
{
  double size = CELL * queue->packing->labels->metrics.unit;

  for (;;) {
    double cell;

    skip_placed (queue);
    if (queue->at == queue->length)
      return FALSE;
    cell = floor (stem_of (queue->packing, queue->ranks[queue->at]) * queue->packing->labels->zoom /
                  size);
    if (cell != queue->cell) {
      queue->cell = cell;
      queue->n_tries = queue->most_tries;
    }
    if (queue->n_tries-- > 0)
      return TRUE;
    queue->n_tries = 0;
    queue->at = MAX (find_x (queue, (cell + 1) * size), queue->at + 1);
  }
}

/* Places the waiting milestones of one importance that have room at the current zoom. */
static void
place_waiting (const Packing *packing, guint importance, guint n_lanes)
{
  MpRun run = packing->stretch->waiting[importance];
  Queue queue = { .packing = packing,
                  .length = run.count,
                  /* All that can have a lane of their own get one. */
                  .most_tries = importance == 1 ? MP_LABELS_MAX_LANES : TRIES,
                  .cell = -INFINITY };
  double last = -INFINITY;

  if (run.count == 0)
    return;
  queue.ranks = packing->labels->waiting[importance] + run.first;
  mp_labels_go_back (packing->stretch);
  while (next_try (&queue)) {
    guint32 tried = queue.ranks[queue.at++];
    double stem = stem_of (packing, tried);
    gboolean leans_back;

    /* A label on the side away from the nearer neighbour does not cover the neighbour's stem. */
    skip_placed (&queue);
    leans_back =
      queue.at < queue.length && stem_of (packing, queue.ranks[queue.at]) - stem < stem - last;
    mp_labels_go_to (packing->labels, packing->stretch, stem);
    place_one (packing, tried, n_lanes, leans_back);
    last = stem;
  }
}

void
mp_labels_place_at (MpLabels *self, MpStretch *stretch, guint n_lanes)
{
  Packing packing = { self, stretch, LABEL_GAP * self->metrics.unit };

  for (guint importance = 1; importance <= 3; importance++)
    place_waiting (&packing, importance, MAX (n_lanes, stretch->n_used));
}
