/* mp-agreement-builder-private.h: the inside of a builder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mp-agreement-builder.c takes what the file has, in its order; mp-agreement-builder-late.c takes
 * what is known later only; mp-agreement-builder-end.c makes the agreement.
 */
#pragma once

#include "mp-agreement-builder.h"
#include "mp-agreement-private.h"

G_BEGIN_DECLS

/* Texts such as units, spans and states often repeat. A cache of this many recent texts finds most
 * of the repeats at a fixed cost; a repeat that it misses is only stored twice. */
#define MP_N_RECENT_TEXTS 4096

typedef struct {
  MpTextRef text;
  guint hash;
} MpRecentText;

/* What amounts and alternatives belong to. */
typedef enum {
  MP_SUBJECT_NONE,
  MP_SUBJECT_PHASE,
  MP_SUBJECT_MILESTONE,
} MpSubject;

/* What citations belong to: whichever of these was added last. */
typedef enum {
  MP_CITED_NONE,
  MP_CITED_PHASE,
  MP_CITED_MILESTONE,
  MP_CITED_AMOUNT,
  MP_CITED_ALTERNATIVE,
  MP_CITED_NOTICE,
  MP_CITED_LINK,
  MP_CITED_STEP,
} MpCited;

struct _MpAgreementBuilder {
  /* Owned */
  GString *text;
  GBytes *file; /* or NULL */
  GArray *parties;
  GArray *topics;
  GArray *sources;
  GArray *terms;
  GArray *citations;
  GArray *amounts;
  GArray *changes;
  GArray *alternatives;
  GArray *derivations;
  GArray *notices;
  GArray *closed_days;
  GArray *links;
  GArray *story;
  MpPhaseColumns phases;
  MpMilestoneColumns milestones;
  MpIdIndex ids[MP_N_ID_KINDS];

  MpTextRef title;
  MpTextRef summary;
  MpTextRef checked;
  MpTextRef known;

  MpSubject subject;
  MpCited cited;
  MpRecentText recent_texts[MP_N_RECENT_TEXTS];
};

/* Stores a text, which may be NULL, unless it was stored lately. */
MpTextRef mp_agreement_builder_add_text (MpAgreementBuilder *builder, const char *text);

/* Makes the last thing of a kind one that is found by its id, if it has one. */
void mp_agreement_builder_index_last (MpAgreementBuilder *builder, MpIdKind kind);

G_END_DECLS
