/* mp-linked.c: finds room for the labels of linked milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-linked.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-labels.h"

#include <math.h>

/* How many milestones count. More labels would not leave any others. */
#define MOST 32

/* In design pixels. */
#define LABEL_GAP 6
#define STEM_GAP 3
#define REACH 600 /* how far from a stem there can be labels that touch its own */

/* A label that is there. Places are logical pixels from day 0. */
typedef struct {
  guint32 milestone;
  guint lane;
  double stem;
  double left;
  double right;
  gboolean stays; /* it makes no room */
} Box;

/* The labels are placed one after the other. */
typedef struct {
  MpLayout *layout;
  MpMeasure measure;
  MpLinked *linked;
  const guint32 *milestones;
  guint length;
  MpLayoutPart *part; /* of the days from begin to end; NULL at first */
  double begin;
  double end;
  GArray *boxes; /* Box: what is near the milestone whose turn it is */
} Packing;

static gboolean
has (const guint32 *milestones, guint length, guint32 milestone)
{
  for (guint i = 0; i < length; i++)
    if (milestones[i] == milestone)
      return TRUE;
  return FALSE;
}

static double
stem_of (const MpLayout *layout, guint32 milestone)
{
  return layout->stems->days[milestone] * layout->per_day;
}

static Box
box_of (const MpLayout *layout, guint32 milestone, const MpPlace *place)
{
  double stem = stem_of (layout, milestone);
  double left = mp_layout_label_left (place->side, stem, place->width, layout->metrics.unit);

  return (Box) { milestone, place->lane, stem, left, left + place->width, FALSE };
}

/* --- Room ------------------------------------------------------------------------------------- */

/* Finds the part of the layout around a milestone. What is linked often lies close together, so one
 * part serves several. */
static void
find_part (Packing *packing, double day)
{
  double reach = REACH * packing->layout->metrics.unit / packing->layout->per_day;

  if (packing->part != NULL && day - reach >= packing->begin && day + reach <= packing->end)
    return;
  g_clear_pointer (&packing->part, mp_layout_part_free);
  packing->begin = day - 2 * reach;
  packing->end = day + 2 * reach;
  packing->part =
    mp_layout_find_part (packing->layout, packing->begin, packing->end, packing->measure);
}

/* Collects the labels near a milestone. */
static void
collect (Packing *packing, guint32 milestone)
{
  MpLayout *layout = packing->layout;
  const MpLinked *linked = packing->linked;

  find_part (packing, layout->stems->days[milestone]);
  g_array_set_size (packing->boxes, 0);
  for (guint i = 0; i < packing->part->n_labels; i++) {
    guint32 other = mp_layout_milestone_at (layout, packing->part->labels[i]);
    Box box = box_of (layout, other, mp_layout_place_of (layout, other));

    box.stays = mp_agreement_milestones (layout->agreement)->importance[other] == 1 ||
                has (packing->milestones, packing->length, other);
    if (!mp_linked_hides (linked, other))
      g_array_append_val (packing->boxes, box);
  }
  for (guint i = 0; i < linked->n_labels; i++) {
    Box box = box_of (layout, linked->milestones[i], &linked->places[i]);

    box.stays = TRUE;
    g_array_append_val (packing->boxes, box);
  }
}

/* Returns whether two labels touch or, unless that is allowed, one of them covers the stem of the
 * other. Milestones of one day share their stem. */
static gboolean
clash (const Packing *packing, const Box *a, const Box *b, gboolean crossing)
{
  double gap = STEM_GAP * packing->layout->metrics.unit;
  const Box *low = a->lane < b->lane ? a : b, *high = a->lane < b->lane ? b : a;

  if (a->lane == b->lane) {
    gap = LABEL_GAP * packing->layout->metrics.unit;
    return a->left < b->right + gap && b->left < a->right + gap;
  }
  return !crossing && high->stem != low->stem && high->stem > low->left - gap &&
         high->stem < low->right + gap;
}

/* Returns how many labels would have to make room for one, or G_MAXUINT if one of them stays. */
static guint
cost_of (const Packing *packing, const Box *box, gboolean crossing)
{
  guint cost = 0;

  for (guint i = 0; i < packing->boxes->len; i++) {
    const Box *other = &g_array_index (packing->boxes, Box, i);

    if (!clash (packing, box, other, crossing))
      continue;
    if (other->stays)
      return G_MAXUINT;
    cost++;
  }
  return cost;
}

static void
take (Packing *packing, const Box *box, const MpPlace *place, gboolean crossing)
{
  MpLinked *linked = packing->linked;

  for (guint i = 0; i < packing->boxes->len; i++) {
    const Box *other = &g_array_index (packing->boxes, Box, i);

    if (clash (packing, box, other, crossing))
      mp_array_append (linked->hidden, linked->n_hidden, other->milestone);
  }
  linked->milestones[linked->n_labels] = box->milestone;
  linked->places[linked->n_labels++] = *place;
}

/* --- Placing ---------------------------------------------------------------------------------- */

/* Takes the place that a label had at another zoom, if it is still free. */
static gboolean
take_former (Packing *packing, guint32 milestone, MpPlace place, const MpPlace *former)
{
  Box box;

  if (former == NULL || former->lane >= packing->layout->n_lanes)
    return FALSE;
  place.lane = former->lane;
  place.side = former->side;
  box = box_of (packing->layout, milestone, &place);
  if (cost_of (packing, &box, TRUE) == G_MAXUINT)
    return FALSE;
  take (packing, &box, &place, TRUE);
  return TRUE;
}

/* Takes the place for which fewest labels make room; of several the one next to the marks. Stems
 * may cross labels only if there is no place otherwise. */
static gboolean
take_best (Packing *packing, guint32 milestone, MpPlace place, gboolean crossing)
{
  MpLayout *layout = packing->layout;
  gboolean is_before = stem_of (layout, milestone) < stem_of (layout, packing->milestones[0]);
  const MpSide sides[] = { is_before ? MP_SIDE_END : MP_SIDE_START,
                           is_before ? MP_SIDE_START : MP_SIDE_END, MP_SIDE_MIDDLE };
  guint least = G_MAXUINT;
  MpPlace best = place;
  Box box;

  for (guint i = 0; i < layout->n_lanes * G_N_ELEMENTS (sides); i++) {
    guint cost;

    place.lane = i / G_N_ELEMENTS (sides);
    place.side = sides[i % G_N_ELEMENTS (sides)];
    box = box_of (layout, milestone, &place);
    cost = cost_of (packing, &box, crossing);
    if (cost >= least)
      continue;
    least = cost;
    best = place;
  }
  if (least == G_MAXUINT)
    return FALSE;
  box = box_of (layout, milestone, &best);
  take (packing, &box, &best, crossing);
  return TRUE;
}

static void
place (Packing *packing, guint32 milestone, const MpLinked *like)
{
  MpLayout *layout = packing->layout;
  const MpPlace *former = like != NULL ? mp_linked_find_place (like, milestone) : NULL;
  MpPlace own;

  if (mp_layout_position_of (layout, milestone) == MP_NONE ||
      has (packing->linked->milestones, packing->linked->n_labels, milestone))
    return;
  collect (packing, milestone);
  if (mp_layout_place_of (layout, milestone)->side != MP_SIDE_NONE)
    return;
  own = (MpPlace) { .width = mp_labels_width_of (layout->labels, milestone, packing->measure),
                    .from = layout->per_day };
  if (!take_former (packing, milestone, own, former) && !take_best (packing, milestone, own, FALSE))
    take_best (packing, milestone, own, TRUE);
}

MpLinked *
mp_linked_new (MpLayout *layout, const guint32 *milestones, guint length, MpMeasure measure,
               const MpLinked *like)
{
  MpLinked *linked = g_new0 (MpLinked, 1);
  Packing packing = { .layout = layout,
                      .measure = measure,
                      .linked = linked,
                      .milestones = milestones,
                      .length = MIN (length, MOST),
                      .boxes = g_array_new (FALSE, FALSE, sizeof (Box)) };

  g_atomic_ref_count_init (&linked->references);
  linked->milestones = g_new0 (guint32, MAX (packing.length, 1));
  linked->places = g_new0 (MpPlace, MAX (packing.length, 1));
  for (guint i = 0; i < packing.length; i++)
    place (&packing, milestones[i], like);
  mp_layout_part_free (packing.part);
  g_array_unref (packing.boxes);
  return linked;
}

MpLinked *
mp_linked_ref (MpLinked *linked)
{
  g_atomic_ref_count_inc (&linked->references);
  return linked;
}

void
mp_linked_unref (MpLinked *linked)
{
  if (!g_atomic_ref_count_dec (&linked->references))
    return;
  g_free (linked->milestones);
  g_free (linked->places);
  g_free (linked->hidden);
  g_free (linked);
}

const MpPlace *
mp_linked_find_place (const MpLinked *linked, guint32 milestone)
{
  for (guint i = 0; i < linked->n_labels; i++)
    if (linked->milestones[i] == milestone)
      return &linked->places[i];
  return NULL;
}

gboolean
mp_linked_hides (const MpLinked *linked, guint32 milestone)
{
  return has (linked->hidden, linked->n_hidden, milestone);
}

void
mp_linked_join (const MpLinked *linked, const MpLayout *layout, double begin, double end,
                MpLayoutPart *part)
{
  for (guint i = 0; i < linked->n_labels; i++) {
    double day = layout->stems->days[linked->milestones[i]];

    if (day >= begin && day <= end)
      mp_layout_part_add_label (part, mp_layout_position_of (layout, linked->milestones[i]));
  }
}
