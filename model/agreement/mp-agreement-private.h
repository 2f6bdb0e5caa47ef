/* mp-agreement-private.h: the inside of an agreement, and the records that it is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-agreement.h"
#include "mp-id-index.h"

G_BEGIN_DECLS

#define MP_COLUMN_MEMBER(type, name) type name;
#define MP_COLUMN_POINTER(type, name) type *name;

/* One phase and one milestone, with a value for each column. */
typedef struct {
  MP_PHASE_COLUMNS (MP_COLUMN_MEMBER)
} MpPhaseRow;

typedef struct {
  MP_MILESTONE_COLUMNS (MP_COLUMN_MEMBER)
} MpMilestoneRow;

/* The columns while they grow. All zeros are columns without a row. */
typedef struct {
  guint length;
  guint room; /* rows that the arrays have space for */
  MP_PHASE_COLUMNS (MP_COLUMN_POINTER)
} MpPhaseColumns;

typedef struct {
  guint length;
  guint room;
  MP_MILESTONE_COLUMNS (MP_COLUMN_POINTER)
} MpMilestoneColumns;

struct _MpAgreement {
  GObject parent_instance;

  MpTextRef title;
  MpTextRef summary;
  MpTextRef checked;
  MpTextRef known;

  /* Owned. text holds every string, each with its NUL; the first is "". */
  char *text;
  gsize text_length;
  GBytes *file; /* from which all this was read, or NULL */
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
  MpLink *links;
  MpStep *story;
  MpPhases phases;
  MpMilestones milestones;
  MpIdIndex term_ids;
  MpIdIndex milestone_ids;

  /* Pointers, owned, to what follows from all this; 0 until it is asked for. See
   * g_once_init_enter (). */
  gsize milestones_by_time; /* guint32; mp-order.h, as the next two */
  gsize items_by_time;      /* guint32 */
  gsize ends_so_far;        /* MpInstant */
  gsize told_ends;          /* MpBits; mp-next.c */
  gsize links_by_target;    /* mp-links.c */

  /* Known once mp_agreement_get_extent () was called */
  gsize extent_is_known;
  MpInstant first;
  MpInstant last;

  guint n_parties;
  guint n_topics;
  guint n_sources;
  guint n_terms;
  guint n_alternatives;
  guint n_links;
  guint n_steps;
};

/* Add a row at the end. */
void mp_phase_columns_append (MpPhaseColumns *columns, const MpPhaseRow *row);
void mp_milestone_columns_append (MpMilestoneColumns *columns, const MpMilestoneRow *row);

/* Return one row. */
MpPhaseRow mp_phase_columns_get (const MpPhaseColumns *columns, guint index);
MpMilestoneRow mp_milestone_columns_get (const MpMilestoneColumns *columns, guint index);

/* Move the columns, which become empty, to an agreement; and free those of an agreement. */
void mp_phase_columns_move (MpPhaseColumns *columns, MpPhases *phases);
void mp_milestone_columns_move (MpMilestoneColumns *columns, MpMilestones *milestones);
void mp_phases_clear (MpPhases *arrays);
void mp_milestones_clear (MpMilestones *arrays);

/* Puts the phases of each term in order of time. Phases that do not differ keep their order. */
void mp_phase_columns_sort (MpPhaseColumns *columns, const MpTerm *terms, guint n_terms);

/* Where the ids of terms and of milestones stand. */
MpIds mp_agreement_term_id_places (const MpAgreement *self);
MpIds mp_agreement_milestone_id_places (const MpAgreement *self);

G_END_DECLS
