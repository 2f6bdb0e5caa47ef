/* mp-notice.h: by when notice must be given before a term ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The end is that of the term's last phase. How days are counted:
 * - The day of the end does not count itself; the day that is reached by counting back does. That
 * is Rule 6 (a)(1) of the Federal Rules of Civil Procedure of the United States, and Article 3 (1)
 *   of Regulation (EEC, Euratom) No 1182/71 of the European Union.
 * - Business days are Monday to Friday without the days that the rule names as closed. There is no
 *   calendar of holidays here: only what the agreement says counts.
 * - Months and years as in mp-duration.h.
 * - A last day that is no business day rolls by the conventions that the ISDA Definitions call
 *   "Preceding" and "Following", or not at all. It does not roll beyond the day of the end.
 * An agreement can say otherwise, so the arithmetic is always shown.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"

G_BEGIN_DECLS

/* Whether the last day for notice is known, or why it is not. */
typedef enum {
  MP_NOTICE_KNOWN,
  MP_NOTICE_NO_PHASES,   /* the term has no phases, so it has no end */
  MP_NOTICE_END_OPEN,    /* no end was published */
  MP_NOTICE_END_UNKNOWN, /* it ends, but nobody says when */
  MP_NOTICE_END_ANY,     /* it may end arbitrarily early, so that no day is safe */
} MpNoticeReason;

/* The days that follow from a rule of notice, each given by its first instant. If the end of the
 * term is not known to the day, each of them is a range of days: one member is its first day,
 * another its last. */
typedef struct {
  MpNoticeReason reason; /* unless it is MP_NOTICE_KNOWN, nothing else is set */
  MpInstant opens; /* the first day of the window for the earliest end; MP_INSTANT_MIN where the
                      rule has none */
  MpInstant surely_open;   /* the same for the latest end: from here on the window is open */
  MpInstant last_safe;     /* the last day for the earliest end: safe whenever the term ends */
  MpInstant last_possible; /* the same for the latest end; MP_INSTANT_MAX where that has no bound */
  MpInstant deadline;      /* the first instant after the time for notice on the last safe day */
} MpNoticeDays;

/* Computes the days for notice of a term, by its index, which must have a rule of notice. Returns
 * TRUE and fills days if they are known; else returns FALSE and sets only days->reason, which says
 * why not. */
gboolean mp_notice_find (MpAgreement *agreement, guint32 term, MpNoticeDays *days);

/* Returns the arithmetic as sentences, one a step, or why there is none:
 *
 *     The term ends on 31 December 2027.
 *     90 days before: 2 October 2027, a Saturday.
 *     The business day before: 1 October 2027, a Friday.
 *     Notice to stop renewal by 17:00 on that day.
 *
 * Free with g_strfreev (). */
char **mp_notice_steps (MpAgreement *agreement, guint32 term) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the result without the arithmetic: "Notice to stop renewal by 17:00 on 1 October 2027",
 * or why there is none, without a full stop. Free with g_free (). */
char *mp_notice_words (MpAgreement *agreement, guint32 term) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
