/* mp-layout-position.c: the positions of milestones in a layout, and the places of their labels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-labels.h"
#include "mp-layout.h"

#include "mp-agreement.h"

guint
mp_layout_position_of_rank (const MpLayout *layout, guint32 rank)
{
  guint first = 0, last = layout->n_order;

  if (layout->shown == NULL)
    return rank;
  while (first < last) {
    guint middle = first + (last - first) / 2;

    if (layout->shown[middle] < rank)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

guint32
mp_layout_rank_at (const MpLayout *layout, guint position)
{
  return layout->shown != NULL ? layout->shown[position] : position;
}

guint32
mp_layout_milestone_at (const MpLayout *layout, guint position)
{
  return layout->stems->milestones[mp_layout_rank_at (layout, position)];
}

guint
mp_layout_position_of (const MpLayout *layout, guint32 milestone)
{
  if (milestone >= mp_agreement_milestones (layout->agreement)->length ||
      !mp_visible_set_has_milestone (layout->visible, milestone))
    return MP_NONE;
  return mp_layout_position_of_rank (layout, layout->stems->ranks[milestone]);
}

const MpPlace *
mp_layout_place_at (const MpLayout *layout, guint position)
{
  return mp_labels_get_place (layout->labels, mp_layout_rank_at (layout, position),
                              layout->per_day);
}

const MpPlace *
mp_layout_place_of (const MpLayout *layout, guint32 milestone)
{
  return mp_labels_get_place (layout->labels, layout->stems->ranks[milestone], layout->per_day);
}
