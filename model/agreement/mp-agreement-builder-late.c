/* mp-agreement-builder-late.c: what of an agreement is known later than what it belongs to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement-builder-private.h"

static MpTerm *
term_at (MpAgreementBuilder *builder, guint32 index)
{
  return &g_array_index (builder->terms, MpTerm, index);
}

void
mp_agreement_builder_refer (MpAgreementBuilder *builder, MpReference what, guint32 index,
                            MpNamed to)
{
  switch (what) {
  case MP_REFERENCE_TERM_TOPIC:
    term_at (builder, index)->topic = to.index;
    break;
  case MP_REFERENCE_TERM_OBLIGOR:
    term_at (builder, index)->obligor = to.index;
    break;
  case MP_REFERENCE_TERM_OBLIGEE:
    term_at (builder, index)->obligee = to.index;
    break;
  case MP_REFERENCE_MILESTONE_TOPIC:
    builder->milestones.topic[index] = to.index;
    break;
  case MP_REFERENCE_CITATION:
    g_array_index (builder->citations, MpCitation, index).source = to.index;
    break;
  case MP_REFERENCE_CHANGE:
    g_array_index (builder->changes, guint32, index) = to.index;
    break;
  case MP_REFERENCE_LINK:
    g_array_index (builder->links, MpLink, index).to = to;
    break;
  case MP_REFERENCE_STEP_SELECT:
    g_array_index (builder->story, MpStep, index).select = to;
    break;
  case MP_REFERENCE_STEP_COMPARE:
    g_array_index (builder->story, MpStep, index).compared = to.index;
    break;
  default:
    g_assert_not_reached ();
  }
}

void
mp_agreement_builder_set_span (MpAgreementBuilder *builder, guint32 phase, const char *text,
                               const MpSpan *dates)
{
  MpPhaseColumns *phases = &builder->phases;

  phases->span[phase] = mp_agreement_builder_add_text (builder, text);
  phases->earliest_start[phase] = dates->start.earliest;
  phases->certain_start[phase] = dates->start.after;
  phases->certain_end[phase] = dates->end.earliest;
  phases->latest_end[phase] = dates->end.after;
}

void
mp_agreement_builder_set_date (MpAgreementBuilder *builder, guint32 milestone, const char *text,
                               const MpSpan *dates)
{
  MpMilestoneColumns *milestones = &builder->milestones;

  milestones->date[milestone] = mp_agreement_builder_add_text (builder, text);
  milestones->earliest[milestone] = dates->start.earliest;
  milestones->after[milestone] = dates->end.after;
}

void
mp_agreement_builder_derive (MpAgreementBuilder *builder, MpDerived what, guint32 index,
                             guint32 milestone, const char *by, gboolean before)
{
  MpDerivation derivation = { milestone, mp_agreement_builder_add_text (builder, by), before };
  guint32 added = builder->derivations->len;

  g_array_append_val (builder->derivations, derivation);
  if (what == MP_DERIVED_DATE)
    builder->milestones.derivation[index] = added;
  else if (what == MP_DERIVED_START)
    builder->phases.start_derivation[index] = added;
  else
    builder->phases.end_derivation[index] = added;
}
