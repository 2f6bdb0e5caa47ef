/* mp-agreement-private.h: the inside of an agreement, and the records that it is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"

G_BEGIN_DECLS

/* From id to index: open addressing, linear probing, never full. MP_NONE marks a free slot. */
typedef struct {
  guint32 *slots;
  guint mask; /* number of slots - 1, a power of two - 1 */
} MpIdIndex;

#define MP_COLUMN_MEMBER(type, name) type name;

/* A phase and a milestone as they arrive. */
typedef struct {
  MP_PHASE_COLUMNS (MP_COLUMN_MEMBER)
} MpPhaseRecord;

typedef struct {
  MP_MILESTONE_COLUMNS (MP_COLUMN_MEMBER)
} MpMilestoneRecord;

struct _MpAgreement {
  GObject parent_instance;

  MpTextRef title;
  MpTextRef summary;
  MpTextRef checked;

  /* Owned. text holds every string, each with its NUL; the first is "". */
  char *text;
  gsize text_length;
  MpParty *parties;
  MpTopic *topics;
  MpSource *sources;
  MpTerm *terms;
  MpCitation *citations;
  MpAmount *amounts;
  guint32 *changes;
  MpAlternative *alternatives;
  MpDerivation *derivations;
  MpNotice *notices;
  MpInstant *closed_days;
  MpPhases phases;
  MpMilestones milestones;
  MpIdIndex term_ids;
  MpIdIndex milestone_ids;

  guint n_parties;
  guint n_topics;
  guint n_sources;
  guint n_terms;
  guint n_alternatives;
};

/* Make the arrays from records, MpPhaseRecord or MpMilestoneRecord each, and free them. */
void mp_phases_to_columns (MpPhases *phases, const GArray *records);
void mp_milestones_to_columns (MpMilestones *milestones, const GArray *records);
void mp_phases_clear (MpPhases *arrays);
void mp_milestones_clear (MpMilestones *arrays);

/* Fills the two id indices from terms and milestones. */
void mp_agreement_index_ids (MpAgreement *self);

G_END_DECLS
