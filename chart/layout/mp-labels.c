/* mp-labels.c: gives each label of a milestone its lane and its side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-labels.h"

#include "mp-agreement.h"
#include "mp-numbering.h"
#include "mp-view.h"

#include <math.h>

/* There are never fewer lanes, if the height of the picture allows it. */
#define MIN_LANES 3

/* The number of zooms at which places are chosen, from one zoom to twice as near. */
#define STEPS_PER_DOUBLING 3

/* In design pixels. */
#define LABEL_PADDING 10
#define LABEL_MAX_WIDTH 240
#define LABEL_GAP 6
#define STEM_INSET 9 /* from the edge of a label beside its stem to the stem */
#define STEM_GAP 3
#define NUMBERS_MAX_WIDTH 160 /* a label whose sources need more has no numbers */

/* The labels of a lane, in the order of their stems. They are a list, linked by Packing.next and
 * Packing.previous. Members are milestones, or MP_NONE. */
typedef struct {
  guint32 first;
  guint32 before; /* the last one whose stem is not to the right of that of go_to () */
} Lane;

/* The state while labels are placed. Arrays have an element for each milestone. */
typedef struct {
  const MpLayoutRequest *request;
  const MpMetrics *metrics;
  const double *stems;
  const guint8 *importance;
  MpPlace *places;
  guint32 *next;
  guint32 *previous;
  guint32 *waiting[4]; /* by importance, from 1: the milestones without a place, by stem */
  guint n_waiting[4];
  double gap;   /* between labels, in logical pixels */
  double fit;   /* the zoom that shows everything, in logical pixels a day */
  double zoom;  /* the zoom at which labels are placed now */
  guint n_used; /* the number of lanes that have labels */
  guint roomy;  /* the number of lanes that leave room for the rows */
  Lane lanes[MP_LABELS_MAX_LANES];
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

/* --- Room ------------------------------------------------------------------------------------- */

/* A label at a place that it has or may get. left and right are its edges, in logical pixels from
 * the stem. */
typedef struct {
  guint32 milestone;
  double left;
  double right;
  gboolean is_important;
} Box;

static Box
box_of (const Packing *packing, guint32 milestone, MpSide side, double width)
{
  double left = mp_layout_label_left (side, 0, width, packing->metrics->unit);

  return (Box) { milestone, left, left + width, packing->importance[milestone] == 1 };
}

static Box
box_placed (const Packing *packing, guint32 milestone)
{
  const MpPlace *place = &packing->places[milestone];

  return box_of (packing, milestone, place->side, place->width);
}

/* Returns whether two labels of one lane do not touch, with the given number of days between their
 * stems. At an edge of the view, the scene moves labels inwards, as far as their stems allow, and
 * hides those that then touch a more important one. Since labels of importance 1 must not be
 * hidden, two of them need room wherever they have moved. Further out than the fit, there is room
 * beside everything and few labels move, so it is enough that they have this room at the fit. */
static gboolean
keep_apart (const Packing *packing, double days, const Box *left, const Box *right)
{
  double inset = STEM_INSET * packing->metrics->unit;
  double left_width = left->right - left->left, right_width = right->right - right->left;
  double distance = days * MAX (packing->zoom, packing->fit) - packing->gap;

  if (days * packing->zoom - packing->gap < left->right - right->left)
    return FALSE;
  if (!left->is_important || !right->is_important)
    return TRUE;
  /* The right one has moved, or the left one, or, in a narrow view, both from opposite edges. */
  return distance >= left->right + right_width - inset &&
         distance >= left_width - inset - right->left &&
         (distance >= packing->request->fit_width ||
          left_width + right_width + packing->gap <= packing->request->fit_width);
}

/* Returns the first label of a lane whose stem is to the right, or MP_NONE. */
static guint32
lane_after (const Packing *packing, const Lane *lane)
{
  return lane->before != MP_NONE ? packing->next[lane->before] : lane->first;
}

/* Returns whether a label touches no other label of the lane. Only the nearest ones on both sides
 * need be looked at, because the labels of a lane do not touch each other. */
static gboolean
is_free (const Packing *packing, const Lane *lane, const Box *box)
{
  double stem = packing->stems[box->milestone];
  guint32 before = lane->before, after = lane_after (packing, lane);

  if (before != MP_NONE) {
    Box left = box_placed (packing, before);

    if (!keep_apart (packing, stem - packing->stems[before], &left, box))
      return FALSE;
  }
  if (after != MP_NONE) {
    Box right = box_placed (packing, after);

    if (!keep_apart (packing, packing->stems[after] - stem, box, &right))
      return FALSE;
  }
  return TRUE;
}

/* Returns whether a stem would pass behind a label of the lane. The label of a milestone on the
 * same day does not count, because both share the stem. */
static gboolean
is_crossed (const Packing *packing, const Lane *lane, double stem)
{
  double gap = STEM_GAP * packing->metrics->unit;
  guint32 nearest[] = { lane->before, lane_after (packing, lane) };

  for (guint i = 0; i < G_N_ELEMENTS (nearest); i++) {
    double distance;
    Box box;

    if (nearest[i] == MP_NONE || packing->stems[nearest[i]] == stem)
      continue;
    box = box_placed (packing, nearest[i]);
    distance = (stem - packing->stems[nearest[i]]) * packing->zoom;
    if (distance > box.left - gap && distance < box.right + gap)
      return TRUE;
  }
  return FALSE;
}

/* Returns whether a label would cover the stem of another one in a higher lane. */
static gboolean
covers_stem (const Packing *packing, guint lane, const Box *box)
{
  double stem = packing->stems[box->milestone], gap = STEM_GAP * packing->metrics->unit;

  for (guint i = lane + 1; i < packing->n_used; i++) {
    guint32 before = packing->lanes[i].before, after = lane_after (packing, &packing->lanes[i]);

    if (before != MP_NONE && packing->stems[before] == stem)
      before = packing->previous[before];
    if (before != MP_NONE && (packing->stems[before] - stem) * packing->zoom > box->left - gap)
      return TRUE;
    if (after != MP_NONE && (packing->stems[after] - stem) * packing->zoom < box->right + gap)
      return TRUE;
  }
  return FALSE;
}

/* Returns whether a label lies within the view that shows everything. */
static gboolean
is_inside (const Packing *packing, const Box *box)
{
  double stem = packing->stems[box->milestone];

  return (stem - packing->request->begin) * packing->fit + box->left >= 0 &&
         (packing->request->end - stem) * packing->fit - box->right >= 0;
}

/* --- Placing ---------------------------------------------------------------------------------- */

/* Adds a label to the list of its lane, after Lane.before. */
static void
take (Packing *packing, guint32 milestone)
{
  guint number = packing->places[milestone].lane;
  Lane *lane = &packing->lanes[number];
  guint32 before = lane->before, after = lane_after (packing, lane);

  packing->previous[milestone] = before;
  packing->next[milestone] = after;
  if (before != MP_NONE)
    packing->next[before] = milestone;
  else
    lane->first = milestone;
  if (after != MP_NONE)
    packing->previous[after] = milestone;
  lane->before = milestone;
  packing->n_used = MAX (packing->n_used, number + 1);
}

/* Tries the lanes, beginning with the one next to the marks, and in each the sides in their order.
 * Returns whether the milestone has got a place. */
static gboolean
try_lanes (Packing *packing, guint32 milestone, const Rule *rule, const MpSide *sides,
           guint n_sides)
{
  MpPlace *place = &packing->places[milestone];

  for (guint lane = 0; lane < rule->n_lanes; lane++) {
    for (guint i = 0; i < n_sides; i++) {
      Box box = box_of (packing, milestone, sides[i], place->width);

      if ((rule->inside && !is_inside (packing, &box)) ||
          !is_free (packing, &packing->lanes[lane], &box) ||
          (!rule->crossing && covers_stem (packing, lane, &box)))
        continue;
      place->side = sides[i];
      place->lane = lane;
      place->from = packing->zoom;
      take (packing, milestone);
      return TRUE;
    }
    if (!rule->crossing && is_crossed (packing, &packing->lanes[lane], packing->stems[milestone]))
      return FALSE;
  }
  return FALSE;
}

/* Tries the sides beside the stem first, in all lanes, because a label there leaves more room for
 * others than one in the middle. */
static gboolean
try_rule (Packing *packing, guint32 milestone, const Rule *rule)
{
  const MpSide beside[] = { rule->leans_back ? MP_SIDE_END : MP_SIDE_START,
                            rule->leans_back ? MP_SIDE_START : MP_SIDE_END };
  const MpSide over[] = { MP_SIDE_MIDDLE };

  return try_lanes (packing, milestone, rule, beside, G_N_ELEMENTS (beside)) ||
         try_lanes (packing, milestone, rule, over, G_N_ELEMENTS (over));
}

/* Returns whether some lane has room for the part next to the stem that a label covers on whichever
 * side it is. If none has, the label need not be measured. */
static gboolean
has_room (const Packing *packing, guint32 milestone, guint n_lanes)
{
  Box core = box_of (packing, milestone, MP_SIDE_MIDDLE, 2 * STEM_INSET * packing->metrics->unit);

  for (guint lane = 0; lane < n_lanes; lane++) {
    if (is_free (packing, &packing->lanes[lane], &core) && !covers_stem (packing, lane, &core))
      return TRUE;
    if (is_crossed (packing, &packing->lanes[lane], packing->stems[milestone]))
      return FALSE;
  }
  return FALSE;
}

/* Returns the width of the numbers of a milestone's sources, with the gap before them; 0 if they
 * are not shown. */
static double
numbers_room (Packing *packing, guint32 milestone)
{
  double unit = packing->metrics->unit, width;
  g_autoptr (GArray) sources = NULL;

  if (!packing->request->has_numbers)
    return 0;
  sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  mp_numbering_collect_milestone (packing->request->agreement, milestone, TRUE, sources);
  width = mp_numbering_room (packing->request->agreement, sources->len, packing->request->measure);
  width += width > 0 ? MP_LAYOUT_NUMBER_GAP * unit : 0;
  return width <= NUMBERS_MAX_WIDTH * unit ? ceil (width) : 0;
}

/* Returns the width of a label without the numbers of its sources. */
static double
label_width (const Packing *packing, guint32 milestone)
{
  MpAgreement *agreement = packing->request->agreement;
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpTextRole role = milestones->importance[milestone] == 1 ? MP_TEXT_LABEL_STRONG : MP_TEXT_LABEL;
  double unit = packing->metrics->unit;
  double width = mp_measure (packing->request->measure, role,
                             mp_agreement_text (agreement, milestones->title[milestone]))
                   .width;

  if (mp_certainty_get (milestones->certainty[milestone])->symbol != NULL)
    width += packing->metrics->padding;
  width = ceil (MIN (width, LABEL_MAX_WIDTH * unit) + 2 * LABEL_PADDING * unit);
  /* In a narrow picture, long titles are shortened. */
  return MIN (width, floor (packing->request->fit_width));
}

/* Finds a place for a milestone of importance 1, which always has a label. From rule to rule, more
 * places are allowed; see MP_LABELS_MAX_LANES. */
static gboolean
place_important (Packing *packing, guint32 milestone, guint n_lanes, gboolean leans_back)
{
  guint more = MAX (n_lanes, packing->roomy);
  const Rule rules[] = {
    { leans_back, n_lanes, FALSE, TRUE },
    { leans_back, more, FALSE, TRUE },
    { leans_back, more, TRUE, TRUE },
    { leans_back, more, TRUE, FALSE },
    { leans_back, MP_LABELS_MAX_LANES, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (try_rule (packing, milestone, &rules[i]))
      return TRUE;
  return FALSE;
}

/* Finds a place for a milestone that has none. Returns whether there is one. */
static gboolean
place_one (Packing *packing, guint32 milestone, guint n_lanes, gboolean leans_back)
{
  MpPlace *place = &packing->places[milestone];
  gboolean is_important = packing->importance[milestone] == 1;
  /* Nearer than the fit, the view has other edges. */
  Rule rule = { leans_back, n_lanes, FALSE, packing->zoom <= packing->fit };

  /* Measuring is slow, and where milestones are dense most labels have no room in any case. */
  if (!is_important && !has_room (packing, milestone, n_lanes))
    return FALSE;
  if (place->width == 0) {
    place->numbers = numbers_room (packing, milestone);
    /* In a narrow picture, a long title is shortened to make room for the numbers. */
    place->width =
      MIN (label_width (packing, milestone) + place->numbers, floor (packing->request->fit_width));
  }
  return is_important ? place_important (packing, milestone, n_lanes, leans_back)
                      : try_rule (packing, milestone, &rule);
}

/* Moves Lane.before of all lanes forward to a stem. */
static void
go_to (Packing *packing, double stem)
{
  for (guint i = 0; i < packing->n_used; i++) {
    Lane *lane = &packing->lanes[i];
    guint32 after;

    while ((after = lane_after (packing, lane)) != MP_NONE && packing->stems[after] <= stem)
      lane->before = after;
  }
}

/* Moves Lane.before of all lanes back to the beginning. */
static void
go_back (Packing *packing)
{
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    packing->lanes[i].before = MP_NONE;
}

/* Places the waiting milestones of one importance that have room at the current zoom. */
static void
place_waiting (Packing *packing, guint importance, guint n_lanes)
{
  guint32 *waiting = packing->waiting[importance];
  guint n_left = 0;
  double last = -INFINITY;

  go_back (packing);
  for (guint i = 0; i < packing->n_waiting[importance]; i++) {
    guint32 milestone = waiting[i];
    double stem = packing->stems[milestone];
    /* A label on the side away from the nearer neighbour does not cover the neighbour's stem. */
    gboolean leans_back =
      i + 1 < packing->n_waiting[importance] && packing->stems[waiting[i + 1]] - stem < stem - last;

    go_to (packing, stem);
    if (!place_one (packing, milestone, n_lanes, leans_back))
      waiting[n_left++] = milestone;
    last = stem;
  }
  packing->n_waiting[importance] = n_left;
}

static void
place_at (Packing *packing, double zoom, guint n_lanes)
{
  packing->zoom = zoom;
  for (guint importance = 1; importance <= 3; importance++)
    place_waiting (packing, importance, MAX (n_lanes, packing->n_used));
}

/* --- All zooms -------------------------------------------------------------------------------- */

/* Makes the lists of lanes and of waiting milestones anew, from the places that milestones have.
 * by_stem has them in the order of their stems, which is not that of time: the stem of a year
 * stands in its middle, after days of its first half. */
static void
packing_fill (Packing *packing, const MpVisibleSet *visible, const guint32 *by_stem, guint length)
{
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    packing->lanes[i] = (Lane) { MP_NONE, MP_NONE };
  for (guint i = 1; i <= 3; i++)
    packing->n_waiting[i] = 0;
  for (guint i = 0; i < length; i++) {
    guint32 milestone = by_stem[i];
    guint importance = packing->importance[milestone];

    if (!mp_visible_set_has_milestone (visible, milestone))
      packing->places[milestone].side = MP_SIDE_NONE;
    else if (packing->places[milestone].side != MP_SIDE_NONE)
      take (packing, milestone);
    else
      packing->waiting[importance][packing->n_waiting[importance]++] = milestone;
  }
}

int
mp_labels_compare_stems (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *stems = data;
  double x = stems[*(const guint32 *) a], y = stems[*(const guint32 *) b];

  return x < y ? -1 : x > y;
}

/* Returns the zoom of a step, in logical pixels a day. Step 0 is the widest view. */
static double
zoom_of (const Packing *packing, guint step)
{
  double steps_out = STEPS_PER_DOUBLING * log2 (MP_VIEW_MAX_ZOOM_OUT);

  return packing->fit * exp2 ((step - round (steps_out)) / STEPS_PER_DOUBLING);
}

static void
packing_init (Packing *packing, const MpLayoutRequest *request, const MpMetrics *metrics,
              const double *stems, MpPlace *places)
{
  const MpMilestones *milestones = mp_agreement_milestones (request->agreement);

  *packing =
    (Packing) { .request = request,
                .metrics = metrics,
                .stems = stems,
                .importance = milestones->importance,
                .places = places,
                .next = g_new (guint32, milestones->length),
                .previous = g_new (guint32, milestones->length),
                .roomy = request->max_lanes > 0 ? MIN (request->max_lanes, MP_LABELS_MORE_LANES)
                                                : MP_LABELS_MORE_LANES,
                .gap = LABEL_GAP * metrics->unit,
                .fit = request->fit_width / (request->end - request->begin) };
  for (guint i = 1; i <= 3; i++)
    packing->waiting[i] = g_new (guint32, milestones->length);
  for (guint32 i = 0; i < milestones->length; i++)
    places[i] = (MpPlace) { .side = MP_SIDE_NONE, .cluster = MP_NONE };
}

static void
packing_clear (Packing *packing)
{
  g_free (packing->next);
  g_free (packing->previous);
  for (guint i = 1; i <= 3; i++)
    g_free (packing->waiting[i]);
}

/* Places labels zoom by zoom, up to the last one, and not again at those that have been visited. */
static void
place_until (Packing *packing, double last, guint n_lanes)
{
  /* A figure can show a longer time than the widest view. */
  double zoom = MIN (packing->request->per_day, zoom_of (packing, 0));

  for (guint step = 0; zoom <= last * (1 + 1e-9); zoom = zoom_of (packing, step++))
    if (zoom > packing->zoom)
      place_at (packing, zoom, n_lanes);
}

guint
mp_labels_place (const MpLayoutRequest *request, const MpMetrics *metrics, const double *stems,
                 const guint32 *order, MpPlace *places)
{
  guint length = mp_agreement_milestones (request->agreement)->length;
  guint32 *by_stem = g_memdup2 (order, length * sizeof *order);
  guint n_lanes;
  Packing packing;

  if (length > 0)
    g_qsort_with_data (by_stem, (gint) length, sizeof *by_stem, mp_labels_compare_stems,
                       (gpointer) stems);
  packing_init (&packing, request, metrics, stems, places);
  packing_fill (&packing, NULL, by_stem, length);
  /* The view that shows everything decides on the number of lanes, for all zooms. */
  place_until (&packing, packing.fit, MIN (packing.roomy, MP_LABELS_USUAL_LANES));
  n_lanes = MAX (packing.n_used, MIN (packing.roomy, MIN_LANES));
  place_until (&packing, request->per_day, n_lanes);
  /* If the request is for a wider view than that, some of the labels are not there yet. */
  for (guint32 i = 0; i < length; i++)
    if (places[i].side != MP_SIDE_NONE && places[i].from > request->per_day * (1 + 1e-9))
      places[i].side = MP_SIDE_NONE;
  if (request->visible != NULL) {
    packing.zoom = 0;
    packing_fill (&packing, request->visible, by_stem, length);
    place_until (&packing, request->per_day, n_lanes);
  }
  packing_clear (&packing);
  g_free (by_stem);
  return n_lanes;
}
