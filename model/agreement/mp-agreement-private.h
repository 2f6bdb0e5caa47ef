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

/* A phase and a milestone as they arrive. */
typedef struct {
  MpInstant earliest_start;
  MpInstant certain_start;
  MpInstant certain_end;
  MpInstant latest_end;
  MpTextRef span;
  MpTextRef state;
  MpTextRef summary;
  MpTextRef ends_early;
  guint32 term;
  guint32 start_derivation;
  guint32 end_derivation;
  MpRun amounts;
  MpRun citations;
  MpRun alternatives;
  guint8 certainty;
} MpPhaseRecord;

typedef struct {
  MpInstant earliest;
  MpInstant after;
  MpTextRef id;
  MpTextRef date;
  MpTextRef title;
  MpTextRef summary;
  guint32 topic;
  guint32 derivation;
  MpRun changes;
  MpRun amounts;
  MpRun citations;
  MpRun alternatives;
  guint8 importance;
  guint8 certainty;
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

/* Make the arrays of arrays of records, and free them. */
void mp_phases_to_columns (MpPhases *phases, const GArray *records);
void mp_milestones_to_columns (MpMilestones *milestones, const GArray *records);
void mp_phases_clear (MpPhases *phases);
void mp_milestones_clear (MpMilestones *milestones);

/* Fills the two id indices from terms and milestones. */
void mp_agreement_index_ids (MpAgreement *self);

G_END_DECLS
