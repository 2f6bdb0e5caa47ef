/* mp-agreement-arrays.c: from records to a struct of arrays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement-private.h"

void
mp_phases_to_columns (MpPhases *phases, const GArray *records)
{
  guint n = records->len;
  guint32 *term = g_new (guint32, n);
  MpInstant *earliest_start = g_new (MpInstant, n);
  MpInstant *certain_start = g_new (MpInstant, n);
  MpInstant *certain_end = g_new (MpInstant, n);
  MpInstant *latest_end = g_new (MpInstant, n);
  MpTextRef *span = g_new (MpTextRef, n);
  guint32 *start_derivation = g_new (guint32, n);
  guint32 *end_derivation = g_new (guint32, n);
  MpTextRef *state = g_new (MpTextRef, n);
  MpTextRef *summary = g_new (MpTextRef, n);
  MpTextRef *ends_early = g_new (MpTextRef, n);
  guint8 *certainty = g_new (guint8, n);
  MpRun *amounts = g_new (MpRun, n);
  MpRun *citations = g_new (MpRun, n);
  MpRun *alternatives = g_new (MpRun, n);

  for (guint i = 0; i < n; i++) {
    const MpPhaseRecord *phase = &g_array_index (records, MpPhaseRecord, i);

    term[i] = phase->term;
    earliest_start[i] = phase->earliest_start;
    certain_start[i] = phase->certain_start;
    certain_end[i] = phase->certain_end;
    latest_end[i] = phase->latest_end;
    span[i] = phase->span;
    start_derivation[i] = phase->start_derivation;
    end_derivation[i] = phase->end_derivation;
    state[i] = phase->state;
    summary[i] = phase->summary;
    ends_early[i] = phase->ends_early;
    certainty[i] = phase->certainty;
    amounts[i] = phase->amounts;
    citations[i] = phase->citations;
    alternatives[i] = phase->alternatives;
  }

  *phases = (MpPhases) {
    .length = n,
    .term = term,
    .earliest_start = earliest_start,
    .certain_start = certain_start,
    .certain_end = certain_end,
    .latest_end = latest_end,
    .span = span,
    .start_derivation = start_derivation,
    .end_derivation = end_derivation,
    .state = state,
    .summary = summary,
    .ends_early = ends_early,
    .certainty = certainty,
    .amounts = amounts,
    .citations = citations,
    .alternatives = alternatives,
  };
}

void
mp_milestones_to_columns (MpMilestones *milestones, const GArray *records)
{
  guint n = records->len;
  MpTextRef *id = g_new (MpTextRef, n);
  MpInstant *earliest = g_new (MpInstant, n);
  MpInstant *after = g_new (MpInstant, n);
  MpTextRef *date = g_new (MpTextRef, n);
  guint32 *derivation = g_new (guint32, n);
  MpTextRef *title = g_new (MpTextRef, n);
  MpTextRef *summary = g_new (MpTextRef, n);
  guint32 *topic = g_new (guint32, n);
  guint8 *importance = g_new (guint8, n);
  guint8 *certainty = g_new (guint8, n);
  MpRun *changes = g_new (MpRun, n);
  MpRun *amounts = g_new (MpRun, n);
  MpRun *citations = g_new (MpRun, n);
  MpRun *alternatives = g_new (MpRun, n);

  for (guint i = 0; i < n; i++) {
    const MpMilestoneRecord *milestone = &g_array_index (records, MpMilestoneRecord, i);

    id[i] = milestone->id;
    earliest[i] = milestone->earliest;
    after[i] = milestone->after;
    date[i] = milestone->date;
    derivation[i] = milestone->derivation;
    title[i] = milestone->title;
    summary[i] = milestone->summary;
    topic[i] = milestone->topic;
    importance[i] = milestone->importance;
    certainty[i] = milestone->certainty;
    changes[i] = milestone->changes;
    amounts[i] = milestone->amounts;
    citations[i] = milestone->citations;
    alternatives[i] = milestone->alternatives;
  }

  *milestones = (MpMilestones) {
    .length = n,
    .id = id,
    .earliest = earliest,
    .after = after,
    .date = date,
    .derivation = derivation,
    .title = title,
    .summary = summary,
    .topic = topic,
    .importance = importance,
    .certainty = certainty,
    .changes = changes,
    .amounts = amounts,
    .citations = citations,
    .alternatives = alternatives,
  };
}

void
mp_phases_clear (MpPhases *phases)
{
  g_free ((gpointer) phases->term);
  g_free ((gpointer) phases->earliest_start);
  g_free ((gpointer) phases->certain_start);
  g_free ((gpointer) phases->certain_end);
  g_free ((gpointer) phases->latest_end);
  g_free ((gpointer) phases->span);
  g_free ((gpointer) phases->start_derivation);
  g_free ((gpointer) phases->end_derivation);
  g_free ((gpointer) phases->state);
  g_free ((gpointer) phases->summary);
  g_free ((gpointer) phases->ends_early);
  g_free ((gpointer) phases->certainty);
  g_free ((gpointer) phases->amounts);
  g_free ((gpointer) phases->citations);
  g_free ((gpointer) phases->alternatives);
}

void
mp_milestones_clear (MpMilestones *milestones)
{
  g_free ((gpointer) milestones->id);
  g_free ((gpointer) milestones->earliest);
  g_free ((gpointer) milestones->after);
  g_free ((gpointer) milestones->date);
  g_free ((gpointer) milestones->derivation);
  g_free ((gpointer) milestones->title);
  g_free ((gpointer) milestones->summary);
  g_free ((gpointer) milestones->topic);
  g_free ((gpointer) milestones->importance);
  g_free ((gpointer) milestones->certainty);
  g_free ((gpointer) milestones->changes);
  g_free ((gpointer) milestones->amounts);
  g_free ((gpointer) milestones->citations);
  g_free ((gpointer) milestones->alternatives);
}
