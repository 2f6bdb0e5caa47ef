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

typedef struct _MpParty MpParty;
typedef struct _MpTopic MpTopic;
typedef struct _MpSource MpSource;
typedef struct _MpCitation MpCitation;
typedef struct _MpAmount MpAmount;
typedef struct _MpTerm MpTerm;
typedef struct _MpAlternative MpAlternative;
typedef struct _MpDerivation MpDerivation;
typedef struct _MpNotice MpNotice;
typedef struct _MpPhases MpPhases;
typedef struct _MpMilestones MpMilestones;

G_END_DECLS
