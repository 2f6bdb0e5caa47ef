/* mp-agreement-builder.h: puts an agreement together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way to make an MpAgreement. It trusts its caller: the reader checks what comes from
 * files. Strings are copied, and NULL counts as empty. Every add returns the index of what was
 * added; that of a phase holds until the end only, where phases are put in order.
 */
#pragma once

#include "mp-agreement.h"

G_BEGIN_DECLS

#define MP_TEXT_MEMBER(type, name) const char *name;

typedef struct _MpAgreementBuilder MpAgreementBuilder;

MpAgreementBuilder *mp_agreement_builder_new (void) G_GNUC_WARN_UNUSED_RESULT;
void mp_agreement_builder_free (MpAgreementBuilder *builder);

void mp_agreement_builder_set_head (MpAgreementBuilder *builder, const char *title,
                                    const char *summary, const char *checked);

guint32 mp_agreement_builder_add_party (MpAgreementBuilder *builder, const char *id,
                                        const char *name, const char *summary);
guint32 mp_agreement_builder_add_topic (MpAgreementBuilder *builder, const char *id,
                                        const char *title, MpColor color);
guint32 mp_agreement_builder_add_source (MpAgreementBuilder *builder, const char *id,
                                         const char *title, const char *publisher, const char *date,
                                         const char *url, const char *note, MpSourceKind kind);

/* Adds a term; its phases follow with add_phase () before the next term. obligor and obligee may be
 * MP_NONE. */
guint32 mp_agreement_builder_add_term (MpAgreementBuilder *builder, const char *id,
                                       const char *title, const char *summary, guint32 topic,
                                       guint32 obligor, guint32 obligee);

/* A phase to be added. The texts are the columns of MpPhases, as strings. */
typedef struct {
  const MpSpan *dates; /* the text of the span, parsed */
  MP_PHASE_TEXTS (MP_TEXT_MEMBER)
  MpCertainty certainty;
} MpNewPhase;

/* A milestone to be added. The texts are the columns of MpMilestones, as strings. */
typedef struct {
  const MpSpan *dates; /* the text of the date, parsed */
  MP_MILESTONE_TEXTS (MP_TEXT_MEMBER)
  guint32 topic;
  guint importance; /* 1 to 3 */
  MpCertainty certainty;
} MpNewMilestone;

/* Adds a phase to the last term, or a milestone. Citations, amounts and alternatives that follow,
 * until the next phase or milestone, belong to it; citations after an amount or an alternative
 * belong to that. */
guint32 mp_agreement_builder_add_phase (MpAgreementBuilder *builder, const MpNewPhase *new);
guint32 mp_agreement_builder_add_milestone (MpAgreementBuilder *builder, const MpNewMilestone *new);
void mp_agreement_builder_cite (MpAgreementBuilder *builder, guint32 source, const char *at);
void mp_agreement_builder_add_amount (MpAgreementBuilder *builder, double value, const char *unit,
                                      const char *what, MpCertainty certainty);

/* Says that the last milestone changes a term, which may be added later. */
void mp_agreement_builder_add_change (MpAgreementBuilder *builder, guint32 term);

/* Adds another date to the last phase or milestone; text is the date as written, reason may be
 * NULL.
 */
guint32 mp_agreement_builder_add_alternative (MpAgreementBuilder *builder, const MpSpan *date,
                                              const char *text, const char *reason,
                                              MpCertainty certainty);

/* What of the last phase or milestone is counted from a milestone. */
typedef enum {
  MP_DERIVED_DATE,  /* the milestone's date */
  MP_DERIVED_START, /* the start of the phase's span */
  MP_DERIVED_END,   /* the end of it */
} MpDerived;

/* Says that a date, which was given with its phase or milestone, was counted from a milestone,
 * which may be added later: its index is that of the order of milestones. */
void mp_agreement_builder_derive (MpAgreementBuilder *builder, MpDerived what, guint32 milestone,
                                  const char *by, gboolean before);

/* Gives the last term a rule of notice, before its phases. Citations and closed days that follow
 * belong to it. opens, until and what may be NULL. */
guint32 mp_agreement_builder_add_notice (MpAgreementBuilder *builder, const char *period,
                                         const char *opens, const char *until, const char *what,
                                         MpDays days, MpRoll roll, MpCertainty certainty);

/* Says that a day, given by its first instant, is no business day for the last rule of notice. */
void mp_agreement_builder_add_closed_day (MpAgreementBuilder *builder, MpInstant day);

/* Returns the agreement and frees the builder. Phases are put in order of time within their term.
 */
MpAgreement *mp_agreement_builder_end (MpAgreementBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpAgreementBuilder, mp_agreement_builder_free)

G_END_DECLS
