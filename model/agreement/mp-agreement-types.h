/* mp-agreement-types.h: the names of an agreement and of its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For headers that only pass an agreement or a part of it along. What the parts consist of is in
 * mp-agreement.h, for the sources that read them.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MP_TYPE_AGREEMENT (mp_agreement_get_type ())
G_DECLARE_FINAL_TYPE (MpAgreement, mp_agreement, MP, AGREEMENT, GObject)

#define MP_NONE G_MAXUINT32 /* the index of nothing */

/* A text of the agreement: an offset into its one block of strings. See mp_agreement_text (). */
typedef guint32 MpTextRef;

/* A run of items in a pool. */
typedef struct {
  guint32 first;
  guint32 count;
} MpRun;

/* The first item of a run in a pool, or NULL for a run without items, of which there may be no pool
 * either. */
#define MP_RUN_AT(pool, run) ((run).count > 0 ? &(pool)[(run).first] : NULL)

/* The kinds of things that have ids. */
typedef enum {
  MP_ID_KIND_PARTY,
  MP_ID_KIND_TOPIC,
  MP_ID_KIND_SOURCE,
  MP_ID_KIND_TERM,
  MP_ID_KIND_MILESTONE,
} MpIdKind;
#define MP_N_ID_KINDS 5

/* What an id names. */
typedef struct {
  MpIdKind kind;
  guint32 index; /* MP_NONE for nothing; then the kind means nothing */
} MpNamed;

typedef struct _MpParty MpParty;
typedef struct _MpTopic MpTopic;
typedef struct _MpSource MpSource;
typedef struct _MpCitation MpCitation;
typedef struct _MpAmount MpAmount;
typedef struct _MpTerm MpTerm;
typedef struct _MpAlternative MpAlternative;
typedef struct _MpDerivation MpDerivation;
typedef struct _MpNotice MpNotice;
typedef struct _MpLink MpLink;
typedef struct _MpStep MpStep;
typedef struct _MpPhases MpPhases;
typedef struct _MpMilestones MpMilestones;

G_END_DECLS
