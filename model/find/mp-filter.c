/* mp-filter.c: which entries of an agreement pass a filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-filter.h"

#include "mp-agreement.h"
#include "mp-criteria.h"
#include "mp-query.h"

G_DEFINE_BOXED_TYPE (MpFilter, mp_filter, mp_filter_ref, mp_filter_unref)

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

/* The filter as it is applied to every entry. */
typedef struct {
  const MpFilter *filter;
  MpCriteria criteria; /* those of the filter's that a search can have as well */
  MpAgreement *agreement;
  MpInstant from; /* the as-of date */
  MpInstant until;
} Question;

static gboolean
phase_is_in_force (const Question *question, guint32 phase)
{
  return mp_query_phase_status (question->agreement, phase, question->from, question->until) !=
         MP_STATUS_NOT;
}

static gboolean
term_is_in_force (const Question *question, const MpTerm *term)
{
  for (guint32 i = 0; i < term->phases.count; i++)
    if (phase_is_in_force (question, term->phases.first + i))
      return TRUE;
  return FALSE;
}

static gboolean
phase_meets (const Question *question, guint32 phase)
{
  return mp_criteria_phase_meets (&question->criteria, question->agreement, phase) &&
         (!question->filter->in_force || phase_is_in_force (question, phase));
}

static gboolean
shows_term (const Question *question, guint32 index)
{
  const MpFilter *filter = question->filter;
  const MpTerm *term = &mp_agreement_terms (question->agreement, NULL)[index];
  gboolean asks_phases = filter->certainties != 0 || filter->in_force || filter->has_span;

  if (!mp_criteria_term_meets (&question->criteria, term) ||
      (filter->terms != NULL && !mp_bits_has (filter->terms, index)))
    return FALSE;
  for (guint32 i = 0; asks_phases && i < term->phases.count; i++)
    if (phase_meets (question, term->phases.first + i))
      return TRUE;
  return !asks_phases;
}

/* Whether a milestone changes a term that is in force and, if parties are asked for, is theirs. */
static gboolean
changes_term_in_force (const Question *question, guint32 milestone)
{
  const MpTerm *terms = mp_agreement_terms (question->agreement, NULL);
  const guint32 *changes = mp_agreement_changes (question->agreement);
  const MpBits *parties = question->filter->parties;
  MpRun run = mp_agreement_milestones (question->agreement)->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpTerm *term = &terms[changes[i]];

    if ((parties == NULL || mp_criteria_term_has_party (term, parties)) &&
        term_is_in_force (question, term))
      return TRUE;
  }
  return FALSE;
}

static gboolean
shows_milestone (const Question *question, guint32 index)
{
  const MpFilter *filter = question->filter;
  guint importance = mp_agreement_milestones (question->agreement)->importance[index];

  return mp_criteria_milestone_meets (&question->criteria, question->agreement, index) &&
         (filter->importances == 0 || (filter->importances & 1u << importance) != 0) &&
         (!filter->in_force || changes_term_in_force (question, index));
}

static MpCriteria
criteria_of (const MpFilter *filter)
{
  MpCriteria criteria = MP_CRITERIA_ANY;

  criteria.topics = filter->topics;
  criteria.parties = filter->parties;
  criteria.certainties = filter->certainties;
  if (filter->has_span) {
    criteria.begin = filter->begin;
    criteria.end = filter->end;
  }
  return criteria;
}

MpVisibleSet *
mp_filter_apply (const MpFilter *filter, MpAgreement *agreement, MpInstant from, MpInstant until)
{
  Question question = { .filter = filter, .agreement = agreement, .from = from, .until = until };
  guint n_milestones = mp_agreement_milestones (agreement)->length, n_terms;
  MpVisibleSet *visible;

  if (mp_filter_is_empty (filter))
    return NULL;
  question.criteria = criteria_of (filter);
  mp_agreement_terms (agreement, &n_terms);
  visible = mp_visible_set_new (n_terms, n_milestones);
  for (guint32 i = 0; i < n_terms; i++)
    mp_bits_set (visible->terms, i, shows_term (&question, i));
  for (guint32 i = 0; i < n_milestones; i++)
    mp_bits_set (visible->milestones, i, shows_milestone (&question, i));
  mp_visible_set_count (visible);
  return visible;
}
