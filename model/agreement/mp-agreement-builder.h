/* mp-agreement-builder.h: puts an agreement together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way to make an MpAgreement. It trusts its caller: the reader checks what comes from
 * files. Strings are copied, and NULL counts as empty. Every add returns the index of what was
 * added; that of a phase holds until the end only, where phases are put in order.
 *
 * What a thing refers to may be added later than the thing itself. MP_NONE stands for it until
 * then, and mp_agreement_builder_refer () names it.
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

/* Says that the agreement is what was known on a date, EDTF. */
void mp_agreement_builder_set_known (MpAgreementBuilder *builder, const char *known);

/* Gives the agreement the file from which it is read. Takes it. */
void mp_agreement_builder_take_file (MpAgreementBuilder *builder, GBytes *file);

guint32 mp_agreement_builder_add_party (MpAgreementBuilder *builder, const char *id,
                                        const char *name, const char *summary);
guint32 mp_agreement_builder_add_topic (MpAgreementBuilder *builder, const char *id,
                                        const char *title, MpColor color);
guint32 mp_agreement_builder_add_source (MpAgreementBuilder *builder, const char *id,
                                         const char *title, const char *publisher, const char *date,
                                         const char *url, const char *note, MpSourceKind kind);

/* Says of the last source when it was read, EDTF, and where it is archived. Each may be NULL. */
void mp_agreement_builder_set_access (MpAgreementBuilder *builder, const char *accessed,
                                      const char *archived);

/* Adds a term; its phases follow with add_phase () before the next term. obligor and obligee may be
 * MP_NONE. */
guint32 mp_agreement_builder_add_term (MpAgreementBuilder *builder, const char *id,
                                       const char *title, const char *summary, guint32 topic,
                                       guint32 obligor, guint32 obligee);

/* Gives the last term other values than it was added with: its phases may be known before it. */
void mp_agreement_builder_set_term (MpAgreementBuilder *builder, const char *id, const char *title,
                                    const char *summary, guint32 topic, guint32 obligor,
                                    guint32 obligee);

/* A phase to be added. The texts are the columns of MpPhases, as strings. */
typedef struct {
  const MpSpan *dates; /* the text of the span, parsed; NULL where it is known later only */
  MP_PHASE_TEXTS (MP_TEXT_MEMBER)
  MpCertainty certainty;
} MpNewPhase;

/* A milestone to be added. The texts are the columns of MpMilestones, as strings. */
typedef struct {
  const MpSpan *dates; /* the text of the date, parsed; NULL where it is known later only */
  MP_MILESTONE_TEXTS (MP_TEXT_MEMBER)
  guint32 topic;
  guint importance; /* 1 to 3 */
  guint order;      /* among the milestones of one date, from 1; 0 for none */
  MpCertainty certainty;
} MpNewMilestone;

/* Adds a phase to the last term, or a milestone. Citations, amounts, alternatives and links that
 * follow, until the next phase or milestone, belong to it; citations after an amount, an
 * alternative or a link belong to that. */
guint32 mp_agreement_builder_add_phase (MpAgreementBuilder *builder, const MpNewPhase *new);
guint32 mp_agreement_builder_add_milestone (MpAgreementBuilder *builder, const MpNewMilestone *new);
guint32 mp_agreement_builder_cite (MpAgreementBuilder *builder, guint32 source, const char *at);
void mp_agreement_builder_add_amount (MpAgreementBuilder *builder, double value, const char *unit,
                                      const char *what, MpCertainty certainty);

/* Gives the last citation the words of its source; quote may be NULL. */
void mp_agreement_builder_quote (MpAgreementBuilder *builder, const char *quote);

/* Says that the last amount is one that its term cannot exceed. */
void mp_agreement_builder_cap (MpAgreementBuilder *builder);

/* Adds a link from the last phase or milestone. certainty is a MpCertainty, or MP_LINK_AS_TARGET.
 */
guint32 mp_agreement_builder_add_link (MpAgreementBuilder *builder, MpLinkKind kind, MpNamed to,
                                       int certainty);

/* Says that the last milestone changes a term. */
guint32 mp_agreement_builder_add_change (MpAgreementBuilder *builder, guint32 term);

/* Adds another date to the last phase or milestone; text is the date as written, reason may be
 * NULL.
 */
guint32 mp_agreement_builder_add_alternative (MpAgreementBuilder *builder, const MpSpan *date,
                                              const char *text, const char *reason,
                                              MpCertainty certainty);

/* Gives the last term a rule of notice, before its phases or after them. Citations and closed days
 * that follow belong to it. opens, until and what may be NULL. */
guint32 mp_agreement_builder_add_notice (MpAgreementBuilder *builder, const char *period,
                                         const char *opens, const char *until, const char *what,
                                         MpDays days, MpRoll roll, MpCertainty certainty);

/* A step of the story to be added. Texts that are not there are NULL. */
typedef struct {
  MP_STEP_TEXTS (MP_TEXT_MEMBER)
  MpNamed select;
  guint32 compared; /* the milestone whose two sides are compared, or MP_NONE */
} MpNewStep;

/* Adds a step to the end of the story; citations that follow belong to it. */
guint32 mp_agreement_builder_add_step (MpAgreementBuilder *builder, const MpNewStep *new);

/* Says that a day, given by its first instant, is no business day for the last rule of notice. */
void mp_agreement_builder_add_closed_day (MpAgreementBuilder *builder, MpInstant day);

/* --- What is known later ---------------------------------------------------------------------- */

/* What refers to something that has an id. */
typedef enum {
  MP_REFERENCE_TERM_TOPIC, /* these are given the index of the term … */
  MP_REFERENCE_TERM_OBLIGOR,
  MP_REFERENCE_TERM_OBLIGEE,
  MP_REFERENCE_MILESTONE_TOPIC, /* … of the milestone, … */
  MP_REFERENCE_CITATION,        /* … of what mp_agreement_builder_cite () … */
  MP_REFERENCE_CHANGE,          /* … mp_agreement_builder_add_change (), … */
  MP_REFERENCE_LINK,            /* … mp_agreement_builder_add_link () … */
  MP_REFERENCE_STEP_SELECT,     /* … or mp_agreement_builder_add_step () has added */
  MP_REFERENCE_STEP_COMPARE,
} MpReference;

/* Says what the thing with this index refers to. */
void mp_agreement_builder_refer (MpAgreementBuilder *builder, MpReference what, guint32 index,
                                 MpNamed to);

/* Give a phase its span, or a milestone its date; text is EDTF, and dates the same parsed. */
void mp_agreement_builder_set_span (MpAgreementBuilder *builder, guint32 phase, const char *text,
                                    const MpSpan *dates);
void mp_agreement_builder_set_date (MpAgreementBuilder *builder, guint32 milestone,
                                    const char *text, const MpSpan *dates);

/* What of a phase or a milestone is counted from a milestone. */
typedef enum {
  MP_DERIVED_DATE,  /* the milestone's date */
  MP_DERIVED_START, /* the start of the phase's span */
  MP_DERIVED_END,   /* the end of it */
} MpDerived;

/* Says that a date of the phase or milestone with this index was counted from a milestone. */
void mp_agreement_builder_derive (MpAgreementBuilder *builder, MpDerived what, guint32 index,
                                  guint32 milestone, const char *by, gboolean before);

/* --- What has been added ---------------------------------------------------------------------- */

/* The number of things of a kind, the id of one of them, the first one that has an id, or MP_NONE.
 * Strings are valid until something is added. */
guint mp_agreement_builder_count (const MpAgreementBuilder *builder, MpIdKind kind);
const char *mp_agreement_builder_get_id (const MpAgreementBuilder *builder, MpIdKind kind,
                                         guint32 index);
guint32 mp_agreement_builder_find (const MpAgreementBuilder *builder, MpIdKind kind,
                                   const char *id);

/* The number of phases, of all terms. */
guint mp_agreement_builder_count_phases (const MpAgreementBuilder *builder);

/* The texts of a phase and of a milestone that were given with it, or later; "" for none. */
const char *mp_agreement_builder_get_span (const MpAgreementBuilder *builder, guint32 phase);
const char *mp_agreement_builder_get_state (const MpAgreementBuilder *builder, guint32 phase);
const char *mp_agreement_builder_get_date (const MpAgreementBuilder *builder, guint32 milestone);

/* --- The agreement ---------------------------------------------------------------------------- */

/* Returns an agreement of what is whole so far. A term or milestone without its topic is left out,
 * and so is a phase or milestone without its date, and whatever refers to something that is not
 * there, and all links and the story. The builder stays as it is. Takes time and memory in
 * proportion to what is there. */
MpAgreement *
mp_agreement_builder_get_partial (const MpAgreementBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the agreement and frees the builder. Phases are put in order of time within their term.
 */
MpAgreement *mp_agreement_builder_end (MpAgreementBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpAgreementBuilder, mp_agreement_builder_free)

G_END_DECLS
