/* mp-layout-neighbour.c: where the arrow keys go from an item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-layout.h"

#include "mp-agreement.h"
#include "mp-scale.h"

#include <math.h>

/* Returns the day at which to look for the neighbours of an item in other rows: the stem of a
 * milestone, or the day of a phase that is nearest to the given one. */
static double
item_day (const MpLayout *layout, MpItem item, double day)
{
  double from, until;

  if (item.kind == MP_ITEM_MILESTONE) {
    return layout->stems->days[item.index];
  } else if (item.kind == MP_ITEM_PHASE) {
    const MpPhases *phases = mp_agreement_phases (layout->agreement);

    from =
      CLAMP (mp_day_from_instant (phases->earliest_start[item.index]), layout->begin, layout->end);
    until =
      CLAMP (mp_day_from_instant (phases->latest_end[item.index]), layout->begin, layout->end);
    return CLAMP (day, from, until);
  }
  return day;
}

static MpItem
milestone_near (const MpLayout *layout, double day)
{
  MpItem nearest = { MP_ITEM_NONE, 0 };
  double best = INFINITY;

  for (guint32 i = 0; i < layout->n_order; i++) {
    double distance = fabs (layout->stems->days[layout->order[i]] - day);

    if (distance < best) {
      best = distance;
      nearest = (MpItem) { MP_ITEM_MILESTONE, layout->order[i] };
    }
  }
  return nearest;
}

/* Returns the phase of a term that may be in force on a day, or the nearest one to it. */
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

    /* Of two phases that are equally near, take the later one: on the day of a change, it is the
     * one that begins. */
    if (distance <= best) {
      best = distance;
      nearest = (MpItem) { MP_ITEM_PHASE, i };
    }
  }
  return nearest;
}

/* Returns the row of a term, or layout->n_rows if it has none. */
static guint
row_of_term (const MpLayout *layout, guint32 term)
{
  guint i;

  for (i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    if (row->kind == MP_ROW_TERM && row->index == term)
      break;
  }
  return i;
}

/* Returns the phase nearest to a day in the first row that has any, below a row if step is 1 or
 * above it if step is -1. */
static MpItem
phase_in_next_row (const MpLayout *layout, int row, int step, double day)
{
  for (row += step; row >= 0 && row < (int) layout->n_rows; row += step) {
    const MpRow *next = &layout->rows[row];
    MpItem found = { MP_ITEM_NONE, 0 };

    if (next->kind == MP_ROW_TERM)
      found = phase_near (layout, next->index, day);
    if (found.kind != MP_ITEM_NONE)
      return found;
  }
  return (MpItem) { MP_ITEM_NONE, 0 };
}

static MpItem
milestone_neighbour (const MpLayout *layout, MpItem item, MpMove direction, double day)
{
  guint length = layout->n_order;
  guint at = 0;

  while (at < length && layout->order[at] != item.index)
    at++;
  if (at == length) /* hidden */
    return mp_layout_neighbour (layout, (MpItem) { MP_ITEM_NONE, 0 }, direction,
                                item_day (layout, item, day));
  switch (direction) {
  case MP_MOVE_EARLIER:
    at = at > 0 ? at - 1 : 0;
    break;
  case MP_MOVE_LATER:
    at = MIN (at + 1, length - 1);
    break;
  case MP_MOVE_FIRST:
    at = 0;
    break;
  case MP_MOVE_LAST:
    at = length - 1;
    break;
  case MP_MOVE_DOWN: {
    MpItem down = phase_in_next_row (layout, -1, 1, item_day (layout, item, day));

    return down.kind != MP_ITEM_NONE ? down : item;
  }
  case MP_MOVE_UP:
  default:
    return item;
  }
  return (MpItem) { MP_ITEM_MILESTONE, layout->order[at] };
}

static MpItem
phase_neighbour (const MpLayout *layout, MpItem item, MpMove direction, double day)
{
  guint32 term = mp_agreement_phases (layout->agreement)->term[item.index];
  MpRun run = mp_agreement_terms (layout->agreement, NULL)[term].phases;
  int row = (int) row_of_term (layout, term);
  MpItem next = item;

  day = item_day (layout, item, day);
  if (row == (int) layout->n_rows) /* hidden */
    return mp_layout_neighbour (layout, (MpItem) { MP_ITEM_NONE, 0 }, direction, day);
  switch (direction) {
  case MP_MOVE_EARLIER:
    next.index = MAX (item.index, run.first + 1) - 1;
    break;
  case MP_MOVE_LATER:
    next.index = MIN (item.index + 1, run.first + run.count - 1);
    break;
  case MP_MOVE_FIRST:
    next.index = run.first;
    break;
  case MP_MOVE_LAST:
    next.index = run.first + run.count - 1;
    break;
  case MP_MOVE_UP:
    next = phase_in_next_row (layout, row, -1, day);
    if (next.kind == MP_ITEM_NONE)
      next = milestone_near (layout, day);
    break;
  case MP_MOVE_DOWN:
  default:
    next = phase_in_next_row (layout, row, 1, day);
    break;
  }
  return next.kind != MP_ITEM_NONE ? next : item;
}

MpItem
mp_layout_neighbour (const MpLayout *layout, MpItem item, MpMove direction, double day)
{
  switch (item.kind) {
  case MP_ITEM_MILESTONE:
    return milestone_neighbour (layout, item, direction, day);
  case MP_ITEM_PHASE:
    return phase_neighbour (layout, item, direction, day);
  case MP_ITEM_NONE:
  default:
    item = milestone_near (layout, day);
    if (item.kind == MP_ITEM_NONE)
      item = phase_in_next_row (layout, -1, 1, day);
    return item;
  }
}
