/* mp-labels.c: which stretches and zooms labels are placed for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-labels-private.h"

#include "mp-array.h"
#include "mp-view.h"

#include <math.h>

/* There are never fewer lanes, if the height of the picture allows it. */
#define MIN_LANES 3

/* The number of zooms at which places are chosen, from one zoom to twice as near. */
#define STEPS_PER_DOUBLING 3

/* A stretch is divided once it is so many design pixels wide and holds so many milestones. */
#define WIDE 2400
#define MANY 256

/* What two zooms may differ by and still be the same. */
#define SAME (1 + 1e-9)

/* --- Zooms ------------------------------------------------------------------------------------ */

/* The zooms at which places are chosen: the widest view, and from there on steps to the nearest.
 * Returns the zoom with this number, in logical pixels a day. */
static double
zoom_number (const MpLabels *self, guint number)
{
  double steps_out = STEPS_PER_DOUBLING * log2 (MP_VIEW_MAX_ZOOM_OUT);

  if (number == 0)
    return self->widest;
  return self->fit * exp2 (((double) number - 1 - round (steps_out)) / STEPS_PER_DOUBLING);
}

/* Returns how many of the zooms are not nearer than one. */
static guint
count_zooms (const MpLabels *self, double per_day)
{
  double steps = STEPS_PER_DOUBLING * log2 (per_day * SAME / zoom_number (self, 1));

  return steps < 0 ? 1 : 2 + (guint) steps;
}

/* --- Stretches -------------------------------------------------------------------------------- */

static MpStretch *
stretch_new (double begin, double end)
{
  MpStretch *stretch = g_new0 (MpStretch, 1);

  stretch->begin = begin;
  stretch->end = end;
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    stretch->lanes[i] = (MpLane) { MP_NONE, MP_NONE, MP_NONE, MP_NONE };
  return stretch;
}

static void
stretch_free (MpStretch *stretch)
{
  if (stretch == NULL)
    return;
  stretch_free (stretch->halves[0]);
  stretch_free (stretch->halves[1]);
  g_free (stretch->labels);
  g_free (stretch);
}

/* Returns the number of the first waiting milestone of an importance whose stem is not before a
 * day. */
static guint
find_waiting (const MpLabels *self, guint importance, double day)
{
  const guint32 *waiting = self->waiting[importance];
  guint first = 0, last = self->n_waiting[importance];

  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (self->stems->stems[waiting[middle]] < day)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/* Sets which waiting milestones are in a stretch. */
static void
find_all_waiting (const MpLabels *self, MpStretch *stretch)
{
  for (guint i = 1; i <= 3; i++) {
    guint first = find_waiting (self, i, stretch->begin);

    stretch->waiting[i] = (MpRun) { first, find_waiting (self, i, stretch->end) - first };
  }
}

/* Returns the day in the middle of the widest gap between the stems of a stretch, in its middle
 * half; NAN if there is no gap. In a gap, fewest labels are kept from reaching over. */
static double
find_gap (const MpStems *stems, guint first, guint last)
{
  double quarter = (stems->stems[last] - stems->stems[first]) / 4, widest = 0, day = NAN;
  guint begin = mp_stems_find (stems, stems->stems[first] + quarter);
  guint end = MIN (mp_stems_find (stems, stems->stems[last] - quarter), last);

  for (guint i = MAX (begin, first + 1); i <= end; i++) {
    double gap = stems->stems[i] - stems->stems[i - 1];

    if (gap > widest) {
      widest = gap;
      day = stems->stems[i - 1] + gap / 2;
    }
  }
  return day;
}

/* Divides the list of a lane between the two halves of its stretch. */
static void
cut_lane (MpLabels *self, const MpLane *lane, double day, MpLane *left, MpLane *right)
{
  guint32 last = MP_NONE, next = lane->first;

  for (; next != MP_NONE && self->stems->stems[next] < day; next = self->next[next])
    last = next;
  *left = (MpLane) { last != MP_NONE ? lane->first : MP_NONE, MP_NONE, lane->left,
                     next != MP_NONE ? next : lane->right };
  *right = (MpLane) { next, MP_NONE, last != MP_NONE ? last : lane->left, lane->right };
  if (last != MP_NONE)
    self->next[last] = MP_NONE;
  if (next != MP_NONE)
    self->previous[next] = MP_NONE;
}

/* Divides a stretch if it is wide and holds many. Only at the zoom that shows everything and
 * further out all labels are placed together, because they decide on the number of lanes. */
static void
divide (MpLabels *self, MpStretch *stretch, double zoom)
{
  guint first = mp_stems_find (self->stems, stretch->begin);
  guint last = mp_stems_find (self->stems, stretch->end);
  double day;

  if (zoom <= self->fit * SAME || last - first <= MANY ||
      (self->stems->stems[last - 1] - self->stems->stems[first]) * zoom < WIDE * self->metrics.unit)
    return;
  day = find_gap (self->stems, first, last - 1);
  if (isnan (day))
    return;
  stretch->halves[0] = stretch_new (stretch->begin, day);
  stretch->halves[1] = stretch_new (day, stretch->end);
  for (guint i = 0; i < MP_LABELS_MAX_LANES; i++)
    cut_lane (self, &stretch->lanes[i], day, &stretch->halves[0]->lanes[i],
              &stretch->halves[1]->lanes[i]);
  for (guint i = 0; i < 2; i++) {
    find_all_waiting (self, stretch->halves[i]);
    stretch->halves[i]->n_zooms = stretch->n_zooms;
    stretch->halves[i]->n_used = stretch->n_used;
  }
}

/* Places labels at those zooms, up to the number of them, at which that has not been done. */
static void
place_until (MpLabels *self, MpStretch *stretch, guint n_zooms, guint n_lanes)
{
  for (; stretch->n_zooms < n_zooms && stretch->halves[0] == NULL; stretch->n_zooms++) {
    self->zoom = zoom_number (self, stretch->n_zooms);
    /* A figure can show a longer time than the widest view of a window, from which it then begins.
     * Else the first two zooms are the same. */
    if (stretch->n_zooms > 0 && self->zoom <= zoom_number (self, stretch->n_zooms - 1))
      continue;
    divide (self, stretch, self->zoom);
    if (stretch->halves[0] != NULL)
      break;
    mp_labels_place_at (self, stretch, n_lanes);
  }
}

/* --- Finding ---------------------------------------------------------------------------------- */

static gboolean
has_label_at (const MpLabels *self, guint32 rank, double per_day)
{
  const MpPlace *place = &self->places[rank];

  return place->side != MP_SIDE_NONE && place->from <= per_day * SAME;
}

/* Appends those labels of a stretch that are there at a zoom and whose stem is on some days. */
static void
append_labels (const MpLabels *self, const MpStretch *stretch, double per_day, double begin,
               double end, GArray *ranks)
{
  for (guint i = 0; i < stretch->n_labels; i++) {
    guint32 label = stretch->labels[i];
    double stem = self->stems->stems[label];

    if (stem >= begin && stem <= end && has_label_at (self, label, per_day))
      g_array_append_val (ranks, label);
  }
}

/* Finds the labels of all milestones. */
static void
find_labels (MpLabels *self, MpStretch *stretch, double per_day, double begin, double end,
             GArray *ranks)
{
  guint n_zooms = count_zooms (self, per_day);

  if (stretch->end < begin || stretch->begin > end)
    return;
  place_until (self, stretch, n_zooms, self->n_lanes);
  append_labels (self, stretch, per_day, begin, end, ranks);
  if (stretch->halves[0] == NULL || stretch->n_zooms >= n_zooms)
    return;
  find_labels (self, stretch->halves[0], per_day, begin, end, ranks);
  find_labels (self, stretch->halves[1], per_day, begin, end, ranks);
}

/* --- Some milestones only --------------------------------------------------------------------- */

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Adds to a stretch the labels that all milestones have, as far as they are visible. */
static void
take_from_base (MpLabels *self, MpStretch *stretch, double per_day)
{
  double reach = self->fit_width / per_day;
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));

  find_labels (self->base, self->base->all, per_day, stretch->begin - reach, stretch->end + reach,
               ranks);
  g_array_sort (ranks, compare_ranks);
  for (guint i = 0; i < ranks->len; i++) {
    guint32 rank = g_array_index (ranks, guint32, i);
    double stem = self->stems->stems[rank];
    MpLane *lane = &stretch->lanes[self->base->places[rank].lane];

    if (!mp_visible_set_has_milestone (self->visible, self->stems->milestones[rank]))
      continue;
    self->places[rank] = self->base->places[rank];
    g_array_append_val (self->copied, rank);
    if (stem < stretch->begin) {
      lane->left = rank;
    } else if (stem >= stretch->end) {
      lane->right = lane->right == MP_NONE ? rank : lane->right;
    } else {
      mp_labels_take (self, stretch, rank);
      mp_array_append (stretch->labels, stretch->n_labels, rank);
    }
  }
}

/* Returns the stretch with the labels of the visible milestones, for the days of a stretch of
 * base. */
static MpStretch *
fill_stretch (MpLabels *self, const MpStretch *of, guint n_zooms, double per_day)
{
  MpStretch *stretch = stretch_new (of->begin, of->end);

  find_all_waiting (self, stretch);
  take_from_base (self, stretch, per_day);
  for (guint i = 0; i < n_zooms; i++) {
    self->zoom = zoom_number (self, i);
    if (i == 0 || self->zoom > zoom_number (self, i - 1))
      mp_labels_place_at (self, stretch, self->n_lanes);
  }
  return stretch;
}

/* Forgets the labels of another zoom. What has been measured is kept. */
static void
forget_others (MpLabels *self, guint n_zooms)
{
  if (self->n_zooms == n_zooms)
    return;
  for (guint i = 0; i < self->current->len; i++) {
    const MpStretch *stretch = g_ptr_array_index (self->current, i);

    for (guint j = 0; j < stretch->n_labels; j++)
      self->places[stretch->labels[j]].side = MP_SIDE_NONE;
  }
  for (guint i = 0; i < self->copied->len; i++)
    self->places[g_array_index (self->copied, guint32, i)].side = MP_SIDE_NONE;
  g_array_set_size (self->copied, 0);
  g_ptr_array_set_size (self->current, 0);
  self->n_zooms = n_zooms;
}

static MpStretch *
find_filled (const MpLabels *self, double begin)
{
  for (guint i = 0; i < self->current->len; i++) {
    MpStretch *stretch = g_ptr_array_index (self->current, i);

    if (stretch->begin == begin)
      return stretch;
  }
  return NULL;
}

/* Finds the labels of the visible milestones: those of base, and more where the hidden ones leave
 * room. The latter depend on the former at this zoom, so they are placed anew for each. */
static void
find_visible (MpLabels *self, MpStretch *of, double per_day, double begin, double end,
              GArray *ranks)
{
  guint n_zooms = count_zooms (self, per_day);
  MpStretch *stretch;

  if (of->end < begin || of->begin > end)
    return;
  place_until (self->base, of, n_zooms, self->n_lanes);
  if (of->halves[0] != NULL && of->n_zooms < n_zooms) {
    find_visible (self, of->halves[0], per_day, begin, end, ranks);
    find_visible (self, of->halves[1], per_day, begin, end, ranks);
    return;
  }
  stretch = find_filled (self, of->begin);
  if (stretch == NULL) {
    stretch = fill_stretch (self, of, n_zooms, per_day);
    g_ptr_array_add (self->current, stretch);
  }
  append_labels (self, stretch, per_day, begin, end, ranks);
}

void
mp_labels_find (MpLabels *self, double per_day, double begin, double end, MpMeasure measure,
                GArray *ranks)
{
  self->measure = measure;
  if (self->base == NULL) {
    find_labels (self, self->all, per_day, begin, end, ranks);
    return;
  }
  self->base->measure = measure;
  forget_others (self, count_zooms (self, per_day));
  find_visible (self, self->base->all, per_day, begin, end, ranks);
}

const MpPlace *
mp_labels_get_place (const MpLabels *self, guint32 rank, double per_day)
{
  static const MpPlace none = { .side = MP_SIDE_NONE };

  return has_label_at (self, rank, per_day) ? &self->places[rank] : &none;
}

/* --- Making ----------------------------------------------------------------------------------- */

/* Makes the arrays that have an element for each milestone. Their pages take memory only once
 * something is written to them. */
static void
make_arrays (MpLabels *self)
{
  guint length = self->stems->length;

  self->places = g_new0 (MpPlace, length);
  self->next = g_new (guint32, length);
  self->previous = g_new (guint32, length);
  for (guint32 rank = 0; rank < length; rank++) {
    guint32 milestone = self->stems->milestones[rank];
    guint importance = self->importance[milestone];

    if (mp_visible_set_has_milestone (self->visible, milestone))
      mp_array_append (self->waiting[importance], self->n_waiting[importance], rank);
  }
}

/* Returns the zoom at which placing begins for a request: the widest view of a window or, for a
 * figure that shows a longer time, the zoom of the request. */
static double
find_widest (const MpLayoutRequest *request)
{
  double widest = request->fit_width / (request->end - request->begin) / MP_VIEW_MAX_ZOOM_OUT;

  return request->per_day * SAME < widest ? request->per_day : widest;
}

MpLabels *
mp_labels_new (const MpLayoutRequest *request, const MpMetrics *metrics)
{
  MpLabels *self = g_new0 (MpLabels, 1);

  g_atomic_ref_count_init (&self->references);
  self->agreement = g_object_ref (request->agreement);
  self->stems = mp_stems_get (request->agreement);
  self->importance = mp_agreement_milestones (request->agreement)->importance;
  self->metrics = *metrics;
  self->begin = request->begin;
  self->end = request->end;
  self->fit_width = request->fit_width;
  self->fit = request->fit_width / (request->end - request->begin);
  self->widest = find_widest (request);
  self->has_numbers = request->has_numbers;
  self->max_lanes = request->max_lanes;
  self->roomy =
    request->max_lanes > 0 ? MIN (request->max_lanes, MP_LABELS_MORE_LANES) : MP_LABELS_MORE_LANES;
  self->measure = request->measure;
  make_arrays (self);
  self->has_many = self->n_waiting[1] > MP_LABELS_MANY;
  self->all = stretch_new (-INFINITY, INFINITY);
  find_all_waiting (self, self->all);
  /* The view that shows everything decides on the number of lanes, for all zooms. */
  place_until (self, self->all, count_zooms (self, self->fit),
               MIN (self->roomy, MP_LABELS_USUAL_LANES));
  self->n_lanes = MAX (self->all->n_used, MIN (self->roomy, MIN_LANES));
  return self;
}

MpLabels *
mp_labels_new_visible (MpLabels *base, MpVisibleSet *visible)
{
  MpLabels *self = g_memdup2 (base, sizeof *base);

  g_atomic_ref_count_init (&self->references);
  g_object_ref (self->agreement);
  mp_stems_ref (self->stems);
  self->visible = mp_visible_set_ref (visible);
  self->base = mp_labels_ref (base);
  self->all = NULL;
  self->current = g_ptr_array_new_with_free_func ((GDestroyNotify) stretch_free);
  self->copied = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_zooms = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->waiting); i++) {
    self->waiting[i] = NULL;
    self->n_waiting[i] = 0;
  }
  make_arrays (self);
  return self;
}

MpLabels *
mp_labels_ref (MpLabels *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
mp_labels_unref (MpLabels *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_object_unref (self->agreement);
  mp_stems_unref (self->stems);
  g_clear_pointer (&self->visible, mp_visible_set_unref);
  g_clear_pointer (&self->base, mp_labels_unref);
  g_clear_pointer (&self->current, g_ptr_array_unref);
  g_clear_pointer (&self->copied, g_array_unref);
  stretch_free (self->all);
  g_free (self->places);
  g_free (self->next);
  g_free (self->previous);
  for (guint i = 0; i < G_N_ELEMENTS (self->waiting); i++)
    g_free (self->waiting[i]);
  g_free (self);
}

MpLabels *
mp_labels_get_all (MpLabels *self)
{
  return self->base != NULL ? self->base : self;
}

gboolean
mp_labels_suit (const MpLabels *self, const MpLayoutRequest *request)
{
  return self->agreement == request->agreement && self->begin == request->begin &&
         self->end == request->end && self->fit_width == request->fit_width &&
         self->max_lanes == request->max_lanes && self->has_numbers == request->has_numbers &&
         self->widest == find_widest (request) && self->metrics.unit == request->measure.unit;
}

guint
mp_labels_get_n_lanes (const MpLabels *self)
{
  return self->n_lanes;
}
