/* mp-criteria.c: the questions that filters and searches ask of one entry
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-criteria.h"

#include "mp-agreement.h"

static gboolean
topic_meets (const MpCriteria *criteria, guint32 topic)
{
  return criteria->topics == NULL || mp_bits_has (criteria->topics, topic);
}

static gboolean
certainty_meets (const MpCriteria *criteria, guint8 certainty)
{
  return criteria->certainties == 0 || (criteria->certainties & 1u << certainty) != 0;
}

gboolean
mp_criteria_time_meets (const MpCriteria *criteria, MpInstant earliest, MpInstant after)
{
  return earliest < criteria->end && (earliest >= criteria->begin || after > criteria->begin);
}

gboolean
mp_criteria_term_has_party (const MpTerm *term, const MpBits *parties)
{
  return mp_bits_has (parties, term->obligor) || mp_bits_has (parties, term->obligee);
}

gboolean
mp_criteria_milestone_has_party (MpAgreement *agreement, guint32 milestone, const MpBits *parties)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const guint32 *changes = mp_agreement_changes (agreement);
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_criteria_term_has_party (&terms[changes[i]], parties))
      return TRUE;
  return FALSE;
}

gboolean
mp_criteria_term_meets (const MpCriteria *criteria, const MpTerm *term)
{
  return topic_meets (criteria, term->topic) &&
         (criteria->parties == NULL || mp_criteria_term_has_party (term, criteria->parties));
}

gboolean
mp_criteria_phase_meets (const MpCriteria *criteria, MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  return certainty_meets (criteria, phases->certainty[phase]) &&
         mp_criteria_time_meets (criteria, phases->earliest_start[phase],
                                 phases->latest_end[phase]);
}

gboolean
mp_criteria_milestone_meets (const MpCriteria *criteria, MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  return topic_meets (criteria, milestones->topic[milestone]) &&
         certainty_meets (criteria, milestones->certainty[milestone]) &&
         mp_criteria_time_meets (criteria, milestones->earliest[milestone],
                                 milestones->after[milestone]) &&
         (criteria->parties == NULL ||
          mp_criteria_milestone_has_party (agreement, milestone, criteria->parties));
}
