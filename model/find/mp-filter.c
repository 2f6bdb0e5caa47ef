/* mp-filter.c: which entries of an agreement pass a filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-filter.h"

#include "mp-query.h"

MpFilter *
mp_filter_new (void)
{
  MpFilter *filter = g_new0 (MpFilter, 1);

  g_atomic_ref_count_init (&filter->references);
  return filter;
}

MpFilter *
mp_filter_copy (const MpFilter *filter)
{
  MpFilter *copy = mp_filter_new ();

  if (filter == NULL)
    return copy;
  *copy = *filter;
  g_atomic_ref_count_init (&copy->references);
  if (copy->topics != NULL)
    mp_bits_ref (copy->topics);
  if (copy->parties != NULL)
    mp_bits_ref (copy->parties);
  if (copy->terms != NULL)
    mp_bits_ref (copy->terms);
  return copy;
}

MpFilter *
mp_filter_ref (MpFilter *filter)
{
  g_atomic_ref_count_inc (&filter->references);
  return filter;
}

void
mp_filter_unref (MpFilter *filter)
{
  if (!g_atomic_ref_count_dec (&filter->references))
    return;
  g_clear_pointer (&filter->topics, mp_bits_unref);
  g_clear_pointer (&filter->parties, mp_bits_unref);
  g_clear_pointer (&filter->terms, mp_bits_unref);
  g_free (filter);
}

gboolean
mp_filter_is_empty (const MpFilter *filter)
{
  return filter == NULL || (filter->topics == NULL && filter->parties == NULL &&
                            filter->terms == NULL && filter->certainties == 0 &&
                            filter->importances == 0 && !filter->in_force && !filter->has_span);
}

gboolean
mp_filter_equal (const MpFilter *a, const MpFilter *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return mp_filter_is_empty (a) && mp_filter_is_empty (b);
  return mp_bits_equal (a->topics, b->topics) && mp_bits_equal (a->parties, b->parties) &&
         mp_bits_equal (a->terms, b->terms) && a->certainties == b->certainties &&
         a->importances == b->importances && a->in_force == b->in_force &&
         a->has_span == b->has_span && (!a->has_span || (a->begin == b->begin && a->end == b->end));
}

/* --- Applying --------------------------------------------------------------------------------- */

/* What is asked of every entry. */
typedef struct {
  const MpFilter *filter;
  MpAgreement *agreement;
  MpInstant from; /* the as-of date */
  MpInstant until;
} Question;

static gboolean
meets_certainty (const MpFilter *filter, guint certainty)
{
  return filter->certainties == 0 || (filter->certainties & 1u << certainty) != 0;
}

/* Whether something that lasts from earliest until after may lie in the span in part. What has no
 * length is somewhere, too. */
static gboolean
meets_span (const MpFilter *filter, MpInstant earliest, MpInstant after)
{
  return !filter->has_span || (earliest < filter->end && MAX (after, earliest + 1) > filter->begin);
}

static gboolean
meets_topic (const MpFilter *filter, guint32 topic)
{
  return filter->topics == NULL || mp_bits_has (filter->topics, topic);
}

static gboolean
is_in_force (const Question *question, guint32 phase)
{
  return mp_query_phase_status (question->agreement, phase, question->from, question->until) !=
         MP_STATUS_NOT;
}

static gboolean
meets_phase (const Question *question, guint32 phase)
{
  const MpFilter *filter = question->filter;
  const MpPhases *phases = mp_agreement_phases (question->agreement);

  return meets_certainty (filter, phases->certainty[phase]) &&
         meets_span (filter, phases->earliest_start[phase], phases->latest_end[phase]) &&
         (!filter->in_force || is_in_force (question, phase));
}

static gboolean
meets_party (const MpFilter *filter, const MpTerm *term)
{
  /* MP_NONE is in no set. */
  return filter->parties == NULL || mp_bits_has (filter->parties, term->obligor) ||
         mp_bits_has (filter->parties, term->obligee);
}

static gboolean
shows_term (const Question *question, guint32 index)
{
  const MpFilter *filter = question->filter;
  const MpTerm *term = &mp_agreement_terms (question->agreement, NULL)[index];
  gboolean asks_phases = filter->certainties != 0 || filter->in_force || filter->has_span;

  if (!meets_topic (filter, term->topic) || !meets_party (filter, term) ||
      (filter->terms != NULL && !mp_bits_has (filter->terms, index)))
    return FALSE;
  for (guint32 i = 0; asks_phases && i < term->phases.count; i++)
    if (meets_phase (question, term->phases.first + i))
      return TRUE;
  return !asks_phases;
}

/* Whether a term gives a milestone that changes it the party and the force that are asked for. */
static gboolean
matches (const Question *question, guint32 index)
{
  const MpFilter *filter = question->filter;
  const MpTerm *term = &mp_agreement_terms (question->agreement, NULL)[index];

  if (!meets_party (filter, term))
    return FALSE;
  for (guint32 i = 0; filter->in_force && i < term->phases.count; i++)
    if (is_in_force (question, term->phases.first + i))
      return TRUE;
  return !filter->in_force;
}

static gboolean
shows_milestone (const Question *question, guint32 index)
{
  const MpFilter *filter = question->filter;
  const MpMilestones *milestones = mp_agreement_milestones (question->agreement);
  const guint32 *changes = mp_agreement_changes (question->agreement);
  MpRun run = milestones->changes[index];

  if (!meets_topic (filter, milestones->topic[index]) ||
      !meets_certainty (filter, milestones->certainty[index]) ||
      (filter->importances != 0 &&
       (filter->importances & 1u << milestones->importance[index]) == 0) ||
      !meets_span (filter, milestones->earliest[index], milestones->after[index]))
    return FALSE;
  if (filter->parties == NULL && !filter->in_force)
    return TRUE;
  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (matches (question, changes[i]))
      return TRUE;
  return FALSE;
}

MpVisibleSet *
mp_filter_apply (const MpFilter *filter, MpAgreement *agreement, MpInstant from, MpInstant until)
{
  const Question question = { filter, agreement, from, until };
  guint n_milestones = mp_agreement_milestones (agreement)->length, n_terms;
  MpVisibleSet *visible;

  if (mp_filter_is_empty (filter))
    return NULL;
  mp_agreement_terms (agreement, &n_terms);
  visible = mp_visible_set_new (n_terms, n_milestones);
  for (guint32 i = 0; i < n_terms; i++)
    mp_bits_set (visible->terms, i, shows_term (&question, i));
  for (guint32 i = 0; i < n_milestones; i++)
    mp_bits_set (visible->milestones, i, shows_milestone (&question, i));
  mp_visible_set_count (visible);
  return visible;
}
