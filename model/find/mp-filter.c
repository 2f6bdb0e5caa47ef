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
  if (copy->milestones != NULL)
    mp_bits_ref (copy->milestones);
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
  g_clear_pointer (&filter->milestones, mp_bits_unref);
  g_free (filter);
}

gboolean
mp_filter_is_empty (const MpFilter *filter)
{
  return filter == NULL ||
         (filter->topics == NULL && filter->parties == NULL && filter->terms == NULL &&
          filter->milestones == NULL && filter->certainties == 0 && filter->importances == 0 &&
          !filter->in_force && !filter->has_span);
}

gboolean
mp_filter_equal (const MpFilter *a, const MpFilter *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return mp_filter_is_empty (a) && mp_filter_is_empty (b);
  return mp_bits_equal (a->topics, b->topics) && mp_bits_equal (a->parties, b->parties) &&
         mp_bits_equal (a->terms, b->terms) && mp_bits_equal (a->milestones, b->milestones) &&
         a->certainties == b->certainties && a->importances == b->importances &&
         a->in_force == b->in_force && a->has_span == b->has_span &&
         (!a->has_span || (a->begin == b->begin && a->end == b->end));
}

/* --- Applying --------------------------------------------------------------------------------- */

/* The criteria of a filter that a search can have as well. */
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

/* The phases that are in force, or may be. */
static MpBits *
find_phases_in_force (MpAgreement *agreement, MpInstant from, MpInstant until)
{
  MpBits *phases = mp_bits_new (mp_agreement_phases (agreement)->length);
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++) {
    g_autoptr (GArray) possible = mp_query_possible_phases (agreement, term, from, until);

    for (guint i = 0; i < possible->len; i++)
      mp_bits_set (phases, g_array_index (possible, guint32, i), TRUE);
  }
  return phases;
}

/* A set of terms or of phases, and what is needed to look up in it. */
typedef struct {
  const MpBits *set;
  const MpTerm *terms;
  const MpMilestones *milestones;
  const guint32 *changes;
  guint importances;
} Asked;

static gboolean
term_has_one_of_the_phases (gpointer data, guint term)
{
  const Asked *asked = data;
  MpRun run = asked->terms[term].phases;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_bits_has (asked->set, i))
      return TRUE;
  return FALSE;
}

static gboolean
milestone_changes_one_of_the_terms (gpointer data, guint milestone)
{
  const Asked *asked = data;
  MpRun run = asked->milestones->changes[milestone];

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (mp_bits_has (asked->set, asked->changes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
milestone_has_importance (gpointer data, guint milestone)
{
  const Asked *asked = data;

  return (asked->importances & 1u << asked->milestones->importance[milestone]) != 0;
}

/* Of a term, one and the same phase must have the certainty, the time and be in force. */
static void
keep_terms (const MpFilter *filter, MpAgreement *agreement, const MpBits *in_force, MpBits *terms)
{
  const MpCriteria criteria = criteria_of (filter);
  g_autoptr (MpBits) phases = NULL;
  Asked asked = { .terms = mp_agreement_terms (agreement, NULL) };

  mp_criteria_keep_terms (&criteria, agreement, terms);
  if (filter->terms != NULL)
    mp_bits_keep (terms, filter->terms);
  if (filter->certainties == 0 && in_force == NULL && !filter->has_span)
    return;
  phases = in_force != NULL ? mp_bits_copy (in_force)
                            : mp_bits_new_full (mp_agreement_phases (agreement)->length);
  mp_criteria_keep_phases (&criteria, agreement, phases);
  asked.set = phases;
  mp_bits_keep_if (terms, term_has_one_of_the_phases, &asked);
}

/* Of a milestone, one and the same term that it changes must be of the parties and be in force. */
static void
keep_milestones (const MpFilter *filter, MpAgreement *agreement, const MpBits *in_force,
                 MpBits *milestones)
{
  MpCriteria criteria = criteria_of (filter);
  g_autoptr (MpBits) terms = NULL;
  Asked asked = { in_force, mp_agreement_terms (agreement, NULL),
                  mp_agreement_milestones (agreement), mp_agreement_changes (agreement),
                  filter->importances };
  guint n_terms;

  if (filter->milestones != NULL)
    mp_bits_keep (milestones, filter->milestones);
  if (filter->importances != 0)
    mp_bits_keep_if (milestones, milestone_has_importance, &asked);
  mp_criteria_keep_milestones (&criteria, agreement, milestones);
  if (in_force == NULL)
    return;
  mp_agreement_terms (agreement, &n_terms);
  terms = mp_bits_new_full (n_terms);
  criteria = MP_CRITERIA_ANY;
  criteria.parties = filter->parties;
  mp_criteria_keep_terms (&criteria, agreement, terms);
  mp_bits_keep_if (terms, term_has_one_of_the_phases, &asked);
  asked.set = terms;
  mp_bits_keep_if (milestones, milestone_changes_one_of_the_terms, &asked);
}

MpVisibleSet *
mp_filter_apply (const MpFilter *filter, MpAgreement *agreement, MpInstant from, MpInstant until)
{
  g_autoptr (MpBits) in_force = NULL;
  guint n_terms;
  MpVisibleSet *visible;

  if (mp_filter_is_empty (filter))
    return NULL;
  if (filter->in_force)
    in_force = find_phases_in_force (agreement, from, until);
  mp_agreement_terms (agreement, &n_terms);
  visible = mp_visible_set_new (n_terms, mp_agreement_milestones (agreement)->length);
  keep_terms (filter, agreement, in_force, visible->terms);
  keep_milestones (filter, agreement, in_force, visible->milestones);
  mp_visible_set_count (visible);
  return visible;
}
