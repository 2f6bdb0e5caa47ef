/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-labels.h"

#include "mp-numbering.h"
#include "mp-scale.h"

#include <math.h>

/* More lanes than this only for milestones of importance 1. */
#define USUAL_LANES 4

/* In design pixels. */
#define LABEL_PADDING 10
#define LABEL_MAX_WIDTH 240
#define LABEL_GAP 6
#define STEM_INSET 9 /* how far in from the label's edge the stem stands */
#define STEM_GAP 3
#define NUMBERS_MAX_WIDTH 160 /* a label that would need more for its sources has no numbers */

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
  const double *stems;
  double per_day;
  guint n_lanes; /* how many may be used */
  Lane lanes[MP_LABELS_MAX_LANES];
} Packing;

static void
packing_init (Packing *packing, const MpLayoutRequest *request, const MpMetrics *metrics,
              const double *stems, double per_day, guint n_lanes)
{
  packing->request = request;
  packing->metrics = metrics;
  packing->stems = stems;
  packing->per_day = per_day;
  packing->n_lanes = n_lanes;
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    packing->lanes[i] = (Lane) { intervals_new (), intervals_new () };
}

static void
packing_clear (Packing *packing)
{
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++) {
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
  double longest = (LABEL_MAX_WIDTH + NUMBERS_MAX_WIDTH + 2 * (LABEL_PADDING + LABEL_GAP)) * unit;
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
  /* Seen from farther off than that, there is room to both sides. */
  double spare = MAX (0, packing->request->fit_width - (last - first)) / 2;

  for (guint lane = 0; lane < n_lanes; lane++) {
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
      double left = mp_layout_label_left (sides[i], stem, place->width, unit);

      /* Kept within what fitting shows, so that no label is cut off there. */
      if (left < first - spare || left + place->width > last + spare)
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

/* The room for the numbers of a milestone's sources, with the gap before them. */
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

/* Gives a bare mark its label, where there is room for it. */
static void
place_one (Packing *packing, guint32 milestone, guint importance, MpPlace *place)
{
  guint lanes = importance == 1 ? packing->n_lanes : MIN (USUAL_LANES, packing->n_lanes);
  double stem = packing->stems[milestone] * packing->per_day;

  /* Measuring is dear, and in a crowd most labels have no room, whatever their width. */
  if (importance > 1 && !has_room (packing, stem, lanes))
    return;
  place->numbers = numbers_room (packing, milestone);
  place->width = label_width (packing, milestone) + place->numbers;
  if (!place_label (packing, place, stem, MIN (lanes, USUAL_LANES), FALSE) && importance == 1 &&
      !place_label (packing, place, stem, lanes, FALSE))
    place_label (packing, place, stem, lanes, TRUE);
}

/* Those without a label that are to be shown, in order of importance, then of time. Returns the
 * number of lanes used by them. */
static guint
place_all (Packing *packing, const MpShown *shown, const guint32 *order, MpPlace *places)
{
  const MpMilestones *milestones = mp_agreement_milestones (packing->request->agreement);
  guint used = 0;

  for (guint importance = 1; importance <= 3; importance++) {
    for (guint i = 0; i < milestones->length; i++) {
      guint32 milestone = order[i];
      MpPlace *place = &places[milestone];

      if (milestones->importance[milestone] != importance || place->side != MP_SIDE_NONE ||
          !mp_shown_has_milestone (shown, milestone))
        continue;
      place_one (packing, milestone, importance, place);
      if (place->side != MP_SIDE_NONE)
        used = MAX (used, place->lane + 1);
    }
  }
  return used;
}

guint
mp_labels_place (const MpLayoutRequest *request, const MpMetrics *metrics, const double *stems,
                 double per_day, guint n_lanes, const guint32 *order, MpPlace *places)
{
  const MpMilestones *milestones = mp_agreement_milestones (request->agreement);
  Packing packing;
  guint used;

  for (guint i = 0; i < milestones->length; i++)
    places[i] = (MpPlace) { .side = MP_SIDE_NONE, .cluster = MP_NONE };
  packing_init (&packing, request, metrics, stems, per_day, n_lanes);
  used = place_all (&packing, NULL, order, places);
  packing_clear (&packing);
  return used;
}

void
mp_labels_hide (const MpLayoutRequest *request, const MpMetrics *metrics, const double *stems,
                double per_day, guint n_lanes, const guint32 *order, MpPlace *places)
{
  const MpMilestones *milestones = mp_agreement_milestones (request->agreement);
  Packing packing;

  packing_init (&packing, request, metrics, stems, per_day, n_lanes);
  for (guint32 i = 0; i < milestones->length; i++) {
    double stem = stems[i] * per_day;

    if (!mp_shown_has_milestone (request->shown, i))
      places[i] = (MpPlace) { .side = MP_SIDE_NONE, .cluster = MP_NONE };
    else if (places[i].side != MP_SIDE_NONE)
      take (&packing, places[i].lane,
            mp_layout_label_left (places[i].side, stem, places[i].width, metrics->unit),
            places[i].width, stem);
  }
  place_all (&packing, request->shown, order, places);
  packing_clear (&packing);
}
