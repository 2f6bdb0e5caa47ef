/* mp-next.h: what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Milestones, ends of phases and last days for notice alike, computed from a date on. Where many
 * come, those of the greatest importance stand for all.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-date.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* No more than this are named at once. */
#define MP_NEXT_MANY 5

typedef enum {
  MP_NEXT_MILESTONE,
  MP_NEXT_NOTICE, /* the last day on which notice can be given */
  MP_NEXT_END,    /* of a phase */
} MpNextKind;

typedef struct {
  MpNextKind kind;
  MpItem item;        /* the milestone; the phase that ends, or before whose end notice is given */
  MpInstant earliest; /* when: of a notice the safe day while that is to come, else as long as one
                         may still be in time */
  MpInstant after;
  guint importance;      /* 1 to 3: a notice has 1, an end 2 */
  MpCertainty certainty; /* of the milestone, the phase or the rule of notice */
} MpNext;

/* What may still come after a date, nearest first: MpNext, at most MP_NEXT_MANY. Where more come,
 * the most important are listed and, of those that are alike, the nearest; n_left_out, if not NULL,
 * counts the others.
 *
 * What is under way at the end of the date may still come. So may a notice on its last day. An end
 * goes without saying where a milestone that changes its term says it at least as exactly. An end
 * without any bound does not come. Free with g_array_unref (). */
GArray *mp_next_list (MpAgreement *agreement, const MpDate *date,
                      guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;

/* What it is: "Licence ends", "End of the lease", "Last day for notice: The lease"; when: "2030, or
 * earlier if the total cap is reached"; and both in one line. Free with g_free (). */
char *mp_next_title (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;
char *mp_next_date (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;
char *mp_next_words (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
