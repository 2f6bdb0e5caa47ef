/* mp-position-in-set.c: the position of an entry among those of its topic or term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-position-in-set.h"

#include "mp-agreement.h"

struct _MpPositionsInSet {
  MpAgreement *agreement; /* owned, as the rest */
  guint32 *places;        /* of each milestone; 0 for one that is not shown */
  guint *counts;          /* of each topic's milestones */
};

MpPositionsInSet *
mp_positions_in_set_new (MpAgreement *agreement, const guint32 *order, guint n_order)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpPositionsInSet *positions = g_new (MpPositionsInSet, 1);
  guint n_topics;

  mp_agreement_topics (agreement, &n_topics);
  positions->agreement = g_object_ref (agreement);
  positions->places = g_new0 (guint32, milestones->length);
  positions->counts = g_new0 (guint, n_topics);
  for (guint i = 0; i < n_order; i++)
    positions->places[order[i]] = ++positions->counts[milestones->topic[order[i]]];
  return positions;
}

void
mp_positions_in_set_free (MpPositionsInSet *positions)
{
  g_object_unref (positions->agreement);
  g_free (positions->places);
  g_free (positions->counts);
  g_free (positions);
}

MpPositionInSet
mp_positions_in_set_get (const MpPositionsInSet *positions, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE && positions->places[item.index] > 0)
    return (MpPositionInSet) {
      positions->places[item.index],
      positions->counts[mp_agreement_milestones (positions->agreement)->topic[item.index]],
    };
  if (item.kind == MP_ITEM_PHASE) {
    guint32 term = mp_agreement_phases (positions->agreement)->term[item.index];
    MpRun run = mp_agreement_terms (positions->agreement, NULL)[term].phases;

    /* The phases of a term lie side by side, in order of time. */
    return (MpPositionInSet) { item.index - run.first + 1, run.count };
  }
  return (MpPositionInSet) { 0, 0 };
}
