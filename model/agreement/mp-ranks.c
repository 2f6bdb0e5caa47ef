/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-ranks.h"

struct _MpRanks {
  MpAgreement *agreement; /* owned, as the rest */
  guint32 *places;        /* of each milestone; 0 for one that is not shown */
  guint *counts;          /* of each topic's milestones */
};

MpRanks *
mp_ranks_new (MpAgreement *agreement, const guint32 *order, guint n_order)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  MpRanks *ranks = g_new (MpRanks, 1);
  guint n_topics;

  mp_agreement_topics (agreement, &n_topics);
  ranks->agreement = g_object_ref (agreement);
  ranks->places = g_new0 (guint32, milestones->length);
  ranks->counts = g_new0 (guint, n_topics);
  for (guint i = 0; i < n_order; i++)
    ranks->places[order[i]] = ++ranks->counts[milestones->topic[order[i]]];
  return ranks;
}

void
mp_ranks_free (MpRanks *ranks)
{
  g_object_unref (ranks->agreement);
  g_free (ranks->places);
  g_free (ranks->counts);
  g_free (ranks);
}

MpRank
mp_ranks_get (const MpRanks *ranks, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE && ranks->places[item.index] > 0)
    return (MpRank) {
      ranks->places[item.index],
      ranks->counts[mp_agreement_milestones (ranks->agreement)->topic[item.index]],
    };
  if (item.kind == MP_ITEM_PHASE) {
    guint32 term = mp_agreement_phases (ranks->agreement)->term[item.index];
    MpRun run = mp_agreement_terms (ranks->agreement, NULL)[term].phases;

    /* The phases of a term lie side by side, in order of time. */
    return (MpRank) { item.index - run.first + 1, run.count };
  }
  return (MpRank) { 0, 0 };
}
