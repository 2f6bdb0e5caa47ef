/* mp-agreement-builder-end.c: from what was added to an agreement, of the whole or of a part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement-builder-private.h"

#include <stdlib.h>
#include <string.h>

/* Takes the array; returns its items in as little memory as they need, and their number unless n is
 * NULL. */
static gpointer
steal_items (GArray **array, guint *n)
{
  gsize size = (gsize) (*array)->len * g_array_get_element_size (*array);

  if (n != NULL)
    *n = (*array)->len;
  return g_realloc (g_array_free (g_steal_pointer (array), FALSE), size);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  MpInstant left = *(const MpInstant *) a;
  MpInstant right = *(const MpInstant *) b;

  return (left > right) - (left < right);
}

static void
sort_closed_days (MpAgreementBuilder *builder)
{
  for (guint i = 0; i < builder->notices->len; i++) {
    MpRun run = g_array_index (builder->notices, MpNotice, i).closed;

    if (run.count > 1)
      qsort (&g_array_index (builder->closed_days, MpInstant, run.first), run.count,
             sizeof (MpInstant), compare_days);
  }
}

MpAgreement *
mp_agreement_builder_end (MpAgreementBuilder *builder)
{
  MpAgreement *agreement = g_object_new (MP_TYPE_AGREEMENT, NULL);

  agreement->title = builder->title;
  agreement->summary = builder->summary;
  agreement->checked = builder->checked;
  agreement->known = builder->known;
  g_free (agreement->text);
  agreement->text_length = builder->text->len;
  agreement->text = g_string_free (g_steal_pointer (&builder->text), FALSE);
  agreement->text = g_realloc (agreement->text, agreement->text_length);

  agreement->file = g_steal_pointer (&builder->file);

  sort_closed_days (builder);
  agreement->parties = steal_items (&builder->parties, &agreement->n_parties);
  agreement->topics = steal_items (&builder->topics, &agreement->n_topics);
  agreement->sources = steal_items (&builder->sources, &agreement->n_sources);
  agreement->terms = steal_items (&builder->terms, &agreement->n_terms);
  agreement->citations = steal_items (&builder->citations, NULL);
  agreement->amounts = steal_items (&builder->amounts, NULL);
  agreement->changes = steal_items (&builder->changes, NULL);
  agreement->alternatives = steal_items (&builder->alternatives, &agreement->n_alternatives);
  agreement->derivations = steal_items (&builder->derivations, NULL);
  agreement->notices = steal_items (&builder->notices, NULL);
  agreement->closed_days = steal_items (&builder->closed_days, NULL);
  agreement->links = steal_items (&builder->links, &agreement->n_links);
  agreement->story = steal_items (&builder->story, &agreement->n_steps);

  mp_phase_columns_sort (&builder->phases, agreement->terms, agreement->n_terms);
  mp_phase_columns_move (&builder->phases, &agreement->phases);
  mp_milestone_columns_move (&builder->milestones, &agreement->milestones);
  agreement->term_ids = builder->ids[MP_ID_KIND_TERM];
  agreement->milestone_ids = builder->ids[MP_ID_KIND_MILESTONE];
  builder->ids[MP_ID_KIND_TERM] = (MpIdIndex) { 0 };
  builder->ids[MP_ID_KIND_MILESTONE] = (MpIdIndex) { 0 };

  mp_agreement_builder_free (builder);
  return agreement;
}

/* --- What is whole so far --------------------------------------------------------------------- */

/* For each thing of a kind how many of those before it are in the partial agreement, and for the
 * end how many in all. Owned. */
typedef struct {
  guint32 *terms;
  guint32 *phases;
  guint32 *milestones;
  guint32 *citations;
  guint32 *changes;
} Kept;

static gboolean
is_kept (const guint32 *kept, guint32 index)
{
  return kept[index + 1] > kept[index];
}

/* What is left of a run. */
static MpRun
keep_run (const guint32 *kept, MpRun run)
{
  return (MpRun) { kept[run.first], kept[run.first + run.count] - kept[run.first] };
}

/* Counts the things from 0 to n for which a condition holds that may use i. */
#define COUNT_KEPT(kept, n, condition)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    (kept) = g_new (guint32, (gsize) (n) + 1);                                                     \
    (kept)[0] = 0;                                                                                 \
    for (guint i = 0; i < (n); i++)                                                                \
      (kept)[i + 1] = (kept)[i] + ((condition) ? 1 : 0);                                           \
  }                                                                                                \
  G_STMT_END

static void
find_kept (const MpAgreementBuilder *builder, Kept *kept)
{
  const MpPhaseColumns *phases = &builder->phases;
  const MpMilestoneColumns *milestones = &builder->milestones;
  const MpTerm *terms = (gconstpointer) builder->terms->data;
  const MpCitation *citations = (gconstpointer) builder->citations->data;
  const guint32 *changes = (gconstpointer) builder->changes->data;

  COUNT_KEPT (kept->terms, builder->terms->len, terms[i].topic != MP_NONE);
  COUNT_KEPT (kept->phases, phases->length,
              phases->span[i] != 0 && is_kept (kept->terms, phases->term[i]));
  COUNT_KEPT (kept->milestones, milestones->length,
              milestones->date[i] != 0 && milestones->topic[i] != MP_NONE);
  COUNT_KEPT (kept->citations, builder->citations->len, citations[i].source != MP_NONE);
  COUNT_KEPT (kept->changes, builder->changes->len,
              changes[i] != MP_NONE && is_kept (kept->terms, changes[i]));
}

static void
kept_clear (Kept *kept)
{
  g_free (kept->terms);
  g_free (kept->phases);
  g_free (kept->milestones);
  g_free (kept->citations);
  g_free (kept->changes);
}

/* What is left of a derivation: it goes with the milestone that is counted from. */
static guint32
keep_derivation (const MpAgreementBuilder *builder, const Kept *kept, guint32 index)
{
  if (index == MP_NONE ||
      !is_kept (kept->milestones,
                g_array_index (builder->derivations, MpDerivation, index).milestone))
    return MP_NONE;
  return index;
}

static void
copy_terms (const MpAgreementBuilder *builder, const Kept *kept, MpAgreementBuilder *copy)
{
  for (guint i = 0; i < builder->terms->len; i++) {
    MpTerm term = g_array_index (builder->terms, MpTerm, i);

    if (!is_kept (kept->terms, i))
      continue;
    term.phases = keep_run (kept->phases, term.phases);
    g_array_append_val (copy->terms, term);
    mp_agreement_builder_index_last (copy, MP_ID_KIND_TERM);
  }
}

static void
copy_phases (const MpAgreementBuilder *builder, const Kept *kept, MpAgreementBuilder *copy)
{
  for (guint i = 0; i < builder->phases.length; i++) {
    MpPhaseRow phase;

    if (!is_kept (kept->phases, i))
      continue;
    phase = mp_phase_columns_get (&builder->phases, i);
    phase.term = kept->terms[phase.term];
    phase.start_derivation = keep_derivation (builder, kept, phase.start_derivation);
    phase.end_derivation = keep_derivation (builder, kept, phase.end_derivation);
    phase.citations = keep_run (kept->citations, phase.citations);
    phase.links = (MpRun) { 0 };
    mp_phase_columns_append (&copy->phases, &phase);
  }
}

static void
copy_milestones (const MpAgreementBuilder *builder, const Kept *kept, MpAgreementBuilder *copy)
{
  for (guint i = 0; i < builder->milestones.length; i++) {
    MpMilestoneRow milestone;

    if (!is_kept (kept->milestones, i))
      continue;
    milestone = mp_milestone_columns_get (&builder->milestones, i);
    milestone.derivation = keep_derivation (builder, kept, milestone.derivation);
    milestone.citations = keep_run (kept->citations, milestone.citations);
    milestone.links = (MpRun) { 0 };
    milestone.changes = keep_run (kept->changes, milestone.changes);
    mp_milestone_columns_append (&copy->milestones, &milestone);
    mp_agreement_builder_index_last (copy, MP_ID_KIND_MILESTONE);
  }
}

/* Copies the pools that the others point into. */
static void
copy_pools (const MpAgreementBuilder *builder, const Kept *kept, MpAgreementBuilder *copy)
{
  const guint32 *changes = (gconstpointer) builder->changes->data;

  for (guint i = 0; i < builder->citations->len; i++)
    if (is_kept (kept->citations, i))
      g_array_append_val (copy->citations, g_array_index (builder->citations, MpCitation, i));
  for (guint i = 0; i < builder->changes->len; i++)
    if (is_kept (kept->changes, i))
      g_array_append_val (copy->changes, kept->terms[changes[i]]);
  for (guint i = 0; i < builder->derivations->len; i++) {
    MpDerivation derivation = g_array_index (builder->derivations, MpDerivation, i);

    derivation.milestone = kept->milestones[derivation.milestone];
    g_array_append_val (copy->derivations, derivation);
  }
  for (guint i = 0; i < builder->amounts->len; i++) {
    MpAmount amount = g_array_index (builder->amounts, MpAmount, i);

    amount.citations = keep_run (kept->citations, amount.citations);
    g_array_append_val (copy->amounts, amount);
  }
  for (guint i = 0; i < builder->alternatives->len; i++) {
    MpAlternative alternative = g_array_index (builder->alternatives, MpAlternative, i);

    alternative.citations = keep_run (kept->citations, alternative.citations);
    g_array_append_val (copy->alternatives, alternative);
  }
  for (guint i = 0; i < builder->notices->len; i++) {
    MpNotice notice = g_array_index (builder->notices, MpNotice, i);

    notice.citations = keep_run (kept->citations, notice.citations);
    g_array_append_val (copy->notices, notice);
  }
}

MpAgreement *
mp_agreement_builder_get_partial (const MpAgreementBuilder *builder)
{
  MpAgreementBuilder *copy = mp_agreement_builder_new ();
  Kept kept;

  copy->title = builder->title;
  copy->summary = builder->summary;
  copy->checked = builder->checked;
  g_string_truncate (copy->text, 0);
  g_string_append_len (copy->text, builder->text->str, (gssize) builder->text->len);
  g_array_append_vals (copy->parties, builder->parties->data, builder->parties->len);
  g_array_append_vals (copy->topics, builder->topics->data, builder->topics->len);
  g_array_append_vals (copy->sources, builder->sources->data, builder->sources->len);
  g_array_append_vals (copy->closed_days, builder->closed_days->data, builder->closed_days->len);

  find_kept (builder, &kept);
  copy_terms (builder, &kept, copy);
  copy_phases (builder, &kept, copy);
  copy_milestones (builder, &kept, copy);
  copy_pools (builder, &kept, copy);
  kept_clear (&kept);
  return mp_agreement_builder_end (copy);
}
