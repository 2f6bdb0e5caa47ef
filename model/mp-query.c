/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-query.h"

MpStatus
mp_query_phase_status (MpAgreement *agreement, guint32 phase, MpInstant from, MpInstant until)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  g_return_val_if_fail (phase < phases->length, MP_STATUS_NOT);

  if (until <= phases->earliest_start[phase] || from >= phases->latest_end[phase])
    return MP_STATUS_NOT;
  if (phases->certain_start[phase] <= from && until <= phases->certain_end[phase])
    return MP_STATUS_IN_FORCE;
  return MP_STATUS_POSSIBLY;
}

gboolean
mp_query_phase_is_over (MpAgreement *agreement, guint32 phase, MpInstant instant)
{
  return mp_agreement_phases (agreement)->latest_end[phase] <= instant;
}

/* Of a term that is not in force: the last phase that has ended, else the first to come. */
static guint32
nearest_phase (MpAgreement *agreement, MpRun run, MpInstant from)
{
  guint32 nearest = MP_NONE;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    if (mp_query_phase_is_over (agreement, phase, from))
      nearest = phase;
    else if (nearest == MP_NONE)
      return phase;
  }
  return nearest;
}

MpStanding
mp_query_standing (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  MpStanding standing = { MP_STATUS_NOT, MP_NONE };

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    MpStatus status = mp_query_phase_status (agreement, phase, from, until);

    if (status != MP_STATUS_NOT && status >= standing.status)
      standing = (MpStanding) { status, phase };
  }
  if (standing.status == MP_STATUS_NOT)
    standing.phase = nearest_phase (agreement, run, from);
  return standing;
}

guint
mp_query_count (MpAgreement *agreement, MpStatus status, MpInstant from, MpInstant until)
{
  guint n_terms, count = 0;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++)
    count += mp_query_standing (agreement, term, from, until).status == status;
  return count;
}

/* The phase of a term at one instant, MP_NONE where it is not in force. */
static guint32
phase_at (MpAgreement *agreement, guint32 term, MpInstant instant)
{
  MpStanding standing = mp_query_standing (agreement, term, instant, instant + 1);

  return standing.status == MP_STATUS_NOT ? MP_NONE : standing.phase;
}

GArray *
mp_query_changes (MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const guint32 *terms = mp_agreement_changes (agreement);
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (MpChange));
  MpInstant earliest, after;
  MpRun run;

  g_return_val_if_fail (milestone < milestones->length, changes);

  run = milestones->changes[milestone];
  earliest = milestones->earliest[milestone];
  after = milestones->after[milestone];
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpChange change = { .term = terms[i], .before = MP_NONE, .after = MP_NONE };

    /* A date without a bound on one side has no instant beyond it to look at. */
    if (earliest > MP_INSTANT_MIN)
      change.before = phase_at (agreement, terms[i], earliest - 1);
    if (after < MP_INSTANT_MAX)
      change.after = phase_at (agreement, terms[i], after);
    g_array_append_val (changes, change);
  }
  return changes;
}

static int
compare_milestones (gconstpointer a, gconstpointer b, gpointer data)
{
  const MpMilestones *milestones = data;
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;

  if (milestones->earliest[i] != milestones->earliest[j])
    return milestones->earliest[i] < milestones->earliest[j] ? -1 : 1;
  if (milestones->after[i] != milestones->after[j])
    return milestones->after[i] < milestones->after[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

guint32 *
mp_query_milestones_by_time (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 *order = g_new (guint32, milestones->length);

  for (guint32 i = 0; i < milestones->length; i++)
    order[i] = i;
  if (milestones->length > 0)
    g_qsort_with_data (order, (gint) milestones->length, sizeof *order, compare_milestones,
                       (gpointer) milestones);
  return order;
}

guint32
mp_query_next_milestone (MpAgreement *agreement, MpInstant instant, guint importance)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint32 next = MP_NONE;

  for (guint32 i = 0; i < milestones->length; i++)
    if (milestones->importance[i] <= importance && milestones->earliest[i] >= instant &&
        (next == MP_NONE || compare_milestones (&i, &next, (gpointer) milestones) < 0))
      next = i;
  return next;
}

const char *
mp_status_to_string (MpStatus status)
{
  switch (status) {
  case MP_STATUS_IN_FORCE:
    return "in-force";
  case MP_STATUS_POSSIBLY:
    return "possibly";
  case MP_STATUS_NOT:
  default:
    return "not";
  }
}
