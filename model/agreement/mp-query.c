/* mp-query.c: what is in force when, and what a milestone changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-query.h"

#include "mp-agreement.h"
#include "mp-order.h"

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

/* The index of the first phase of a run whose instant is not below another one. In the array, which
 * has an instant for each phase, those of the run rise. */
static guint32
find_phase (const MpInstant *instants, MpRun run, MpInstant instant)
{
  guint32 low = run.first, high = run.first + run.count;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (instants[middle] < instant)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The phases of a term that can be in force from an instant until another: those that begin before
 * the one, from the first on that ends after the other. */
static MpRun
find_candidates (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  guint32 end = find_phase (mp_agreement_phases (agreement)->earliest_start, run, until);
  guint32 first = end;

  run.count = end - run.first;
  if (from < MP_INSTANT_MAX)
    first = find_phase (mp_order_ends_so_far (agreement), run, from + 1);
  return (MpRun) { first, end - first };
}

MpStanding
mp_query_standing (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  MpRun candidates = find_candidates (agreement, term, from, until);
  guint32 end = candidates.first + candidates.count;
  MpStanding standing = { MP_STATUS_NOT, MP_NONE };

  for (guint32 phase = candidates.first; phase < end; phase++) {
    MpStatus status = mp_query_phase_status (agreement, phase, from, until);

    if (status != MP_STATUS_NOT && status >= standing.status)
      standing = (MpStanding) { status, phase };
  }
  /* Not in force: the last phase that has ended or, if none has, the first one to come. */
  if (standing.status == MP_STATUS_NOT && run.count > 0)
    standing.phase = end > run.first ? end - 1 : run.first;
  return standing;
}

GArray *
mp_query_possible_phases (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  MpRun candidates = find_candidates (agreement, term, from, until);
  MpStanding standing = mp_query_standing (agreement, term, from, until);
  GArray *possible = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (standing.status == MP_STATUS_NOT)
    return possible;
  g_array_append_val (possible, standing.phase);
  for (guint32 i = 0; i < candidates.count; i++) {
    guint32 phase = candidates.first + i;

    if (phase != standing.phase &&
        mp_query_phase_status (agreement, phase, from, until) != MP_STATUS_NOT)
      g_array_append_val (possible, phase);
  }
  return possible;
}

MpBasis
mp_query_phase_basis (MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpInstant earliest = phases->certain_end[phase];

  if (*mp_agreement_text (agreement, phases->ends_early[phase]) != '\0')
    return MP_BASIS_UNLESS;
  /* An open end has both bounds at the end of time, an unknown one has none. */
  return phases->latest_end[phase] == MP_INSTANT_MAX &&
             (earliest == MP_INSTANT_MAX || earliest == MP_INSTANT_MIN)
           ? MP_BASIS_NO_END
           : MP_BASIS_STATED_END;
}

gboolean
mp_query_is_future (const MpDate *date, MpInstant today)
{
  return date->after > today + MP_SECONDS_PER_DAY;
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

guint
mp_query_count_basis (MpAgreement *agreement, MpBasis basis, MpInstant from, MpInstant until)
{
  guint n_terms, count = 0;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    MpStanding standing = mp_query_standing (agreement, term, from, until);

    count += standing.status == MP_STATUS_IN_FORCE &&
             mp_query_phase_basis (agreement, standing.phase) == basis;
  }
  return count;
}

/* Returns the phase of a term that is in force at an instant, or MP_NONE. */
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

    /* A date without a bound on one side has no instant beyond it, so there is no phase on that
     * side. */
    if (earliest > MP_INSTANT_MIN)
      change.before = phase_at (agreement, terms[i], earliest - 1);
    if (after < MP_INSTANT_MAX)
      change.after = phase_at (agreement, terms[i], after);
    g_array_append_val (changes, change);
  }
  return changes;
}

static int
compare_milestones (const MpMilestones *milestones, guint32 i, guint32 j)
{
  if (milestones->earliest[i] != milestones->earliest[j])
    return milestones->earliest[i] < milestones->earliest[j] ? -1 : 1;
  if (milestones->after[i] != milestones->after[j])
    return milestones->after[i] < milestones->after[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

static gboolean
changes_one_of (MpAgreement *agreement, guint32 milestone, const MpBits *terms)
{
  const guint32 *changes = mp_agreement_changes (agreement);
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_bits_has (terms, changes[i]))
      return TRUE;
  return FALSE;
}

GArray *
mp_query_milestones_changing (MpAgreement *agreement, const MpBits *terms, guint32 except, guint n)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  GArray *changing = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < milestones->length; i++) {
    guint at = changing->len;

    if (i == except || !changes_one_of (agreement, i, terms))
      continue;
    while (at > 0 &&
           compare_milestones (milestones, i, g_array_index (changing, guint32, at - 1)) < 0)
      at--;
    if (at == n)
      continue;
    g_array_insert_val (changing, at, i);
    g_array_set_size (changing, MIN (changing->len, n));
  }
  return changing;
}

guint32 *
mp_query_terms_by_topic (MpAgreement *agreement)
{
  guint n_topics, n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  g_autofree guint32 *next = NULL;
  guint32 *order = g_new (guint32, n_terms), sum = 0;

  mp_agreement_topics (agreement, &n_topics);
  next = g_new0 (guint32, n_topics + 1);
  for (guint32 i = 0; i < n_terms; i++)
    next[terms[i].topic]++;
  for (guint i = 0; i < n_topics; i++) {
    guint32 count = next[i];

    next[i] = sum;
    sum += count;
  }
  for (guint32 i = 0; i < n_terms; i++)
    order[next[terms[i].topic]++] = i;
  return order;
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

const char *
mp_basis_to_string (MpBasis basis)
{
  switch (basis) {
  case MP_BASIS_NO_END:
    return "no-end";
  case MP_BASIS_UNLESS:
    return "unless";
  case MP_BASIS_STATED_END:
  default:
    return "stated-end";
  }
}
