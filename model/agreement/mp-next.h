/* mp-next.h: what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists the milestones, the ends of phases and the last days for notice that come after a date. If
 * there are many, only the most important are listed.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-date.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* The greatest length of the list. */
#define MP_NEXT_MANY 5

typedef enum {
  MP_NEXT_MILESTONE,
  MP_NEXT_NOTICE, /* the last day on which notice can be given */
  MP_NEXT_END,    /* of a phase */
} MpNextKind;

typedef struct {
  MpNextKind kind;
  MpItem item;        /* the milestone; the phase that ends, or before whose end notice is given */
  MpInstant earliest; /* when it comes. Of a notice: the last safe day while that is to come, then
                         the days on which a notice may still be in time */
  MpInstant after;
  guint importance;      /* 1 to 3: a notice has 1, an end 2 */
  MpCertainty certainty; /* of the milestone, the phase or the rule of notice */
} MpNext;

/* Lists what may still come after a date, nearest first: an array of at most MP_NEXT_MANY MpNext.
 * If more come, the most important are listed and, of those of equal importance, the nearest; the
 * number of the others is stored in n_left_out, which may be NULL.
 *
 * What is under way at the end of the date may still come, and so may a notice on its last day. The
 * end of a phase is left out if a milestone that changes its term tells it at least as exactly, or
 * if it has no bound. Free with g_array_unref (). */
GArray *mp_next_list (MpAgreement *agreement, const MpDate *date,
                      guint *n_left_out) G_GNUC_WARN_UNUSED_RESULT;

/* The greatest length of the list of ends. */
#define MP_NEXT_FEW 3

/* Lists only the ends of phases, those too that a milestone tells, and the last days for notice:
 * the nearest MP_NEXT_FEW of them, the nearest first. Free with g_array_unref (). */
GArray *mp_next_ends (MpAgreement *agreement, const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Lists the milestones that change no term, as mp_next_list () does. */
GArray *mp_next_events (MpAgreement *agreement, const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Makes what every list of an agreement is made with, in any thread. It is kept with the agreement;
 * of a million entries the first list takes a second longer without it. */
void mp_next_prepare (MpAgreement *agreement);

/* What it is: "Licence ends", "End of the lease", "Last day for notice: The lease"; when: "2030, or
 * earlier if the total cap is reached"; and both in one line. Free with g_free (). */
char *mp_next_title (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;
char *mp_next_date (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;
char *mp_next_words (MpAgreement *agreement, const MpNext *next) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
