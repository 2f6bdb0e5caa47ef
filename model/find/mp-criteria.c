/* mp-criteria.c: the questions that filters and searches ask of entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-criteria.h"

#include "mp-agreement.h"

/* What the functions below need to ask many entries, each for one criterion. */
typedef struct {
  const MpCriteria *criteria;
  const MpTerm *terms;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const guint32 *changes;
} Asked;

static Asked
ask (const MpCriteria *criteria, MpAgreement *agreement)
{
  return (Asked) { criteria, mp_agreement_terms (agreement, NULL), mp_agreement_phases (agreement),
                   mp_agreement_milestones (agreement), mp_agreement_changes (agreement) };
}

static gboolean
asks_for_time (const MpCriteria *criteria)
{
  return criteria->begin != MP_INSTANT_MIN || criteria->end != MP_INSTANT_MAX;
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

/* --- Terms ------------------------------------------------------------------------------------ */

static gboolean
term_has_topic (gpointer data, guint term)
{
  const Asked *asked = data;

  return mp_bits_has (asked->criteria->topics, asked->terms[term].topic);
}

static gboolean
term_has_party (gpointer data, guint term)
{
  const Asked *asked = data;

  return mp_criteria_term_has_party (&asked->terms[term], asked->criteria->parties);
}

void
mp_criteria_keep_terms (const MpCriteria *criteria, MpAgreement *agreement, MpBits *terms)
{
  Asked asked = ask (criteria, agreement);

  if (criteria->topics != NULL)
    mp_bits_keep_if (terms, term_has_topic, &asked);
  if (criteria->parties != NULL)
    mp_bits_keep_if (terms, term_has_party, &asked);
}

/* --- Phases ----------------------------------------------------------------------------------- */

static gboolean
phase_has_certainty (gpointer data, guint phase)
{
  const Asked *asked = data;

  return (asked->criteria->certainties & 1u << asked->phases->certainty[phase]) != 0;
}

static gboolean
phase_has_time (gpointer data, guint phase)
{
  const Asked *asked = data;

  return mp_criteria_time_meets (asked->criteria, asked->phases->earliest_start[phase],
                                 asked->phases->latest_end[phase]);
}

void
mp_criteria_keep_phases (const MpCriteria *criteria, MpAgreement *agreement, MpBits *phases)
{
  Asked asked = ask (criteria, agreement);

  if (criteria->certainties != 0)
    mp_bits_keep_if (phases, phase_has_certainty, &asked);
  if (asks_for_time (criteria))
    mp_bits_keep_if (phases, phase_has_time, &asked);
}

/* --- Milestones ------------------------------------------------------------------------------- */

static gboolean
milestone_has_topic (gpointer data, guint milestone)
{
  const Asked *asked = data;

  return mp_bits_has (asked->criteria->topics, asked->milestones->topic[milestone]);
}

static gboolean
milestone_has_certainty (gpointer data, guint milestone)
{
  const Asked *asked = data;

  return (asked->criteria->certainties & 1u << asked->milestones->certainty[milestone]) != 0;
}

static gboolean
milestone_has_time (gpointer data, guint milestone)
{
  const Asked *asked = data;

  return mp_criteria_time_meets (asked->criteria, asked->milestones->earliest[milestone],
                                 asked->milestones->after[milestone]);
}

static gboolean
milestone_has_party (gpointer data, guint milestone)
{
  const Asked *asked = data;
  MpRun run = asked->milestones->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (term_has_party (data, asked->changes[i]))
      return TRUE;
  return FALSE;
}

void
mp_criteria_keep_milestones (const MpCriteria *criteria, MpAgreement *agreement, MpBits *milestones)
{
  Asked asked = ask (criteria, agreement);

  if (criteria->topics != NULL)
    mp_bits_keep_if (milestones, milestone_has_topic, &asked);
  if (criteria->certainties != 0)
    mp_bits_keep_if (milestones, milestone_has_certainty, &asked);
  if (asks_for_time (criteria))
    mp_bits_keep_if (milestones, milestone_has_time, &asked);
  if (criteria->parties != NULL)
    mp_bits_keep_if (milestones, milestone_has_party, &asked);
}
