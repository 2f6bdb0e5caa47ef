/* mp-known.h: what of an agreement was known on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every claim has two times: when it held, which is its date or span, and when it became known,
 * which is when the first of its sources was published. A claim is whatever cites sources: a phase,
 * a milestone, an amount, another date, a rule of notice, a link, a step of the story. One that
 * cites none of its own goes by what it belongs to, a link or a step by what it leads to.
 *
 * A date that is longer than a day counts by its end: what was known in 2025 is what was known when
 * 2025 was over.
 */
#pragma once

#include "mp-agreement.h"
#include "mp-item.h"

G_BEGIN_DECLS

/* Whether a claim was known. */
typedef enum {
  MP_KNOWN_NOT,      /* all of its sources that have a date are later */
  MP_KNOWN_UNDATED,  /* none of its sources has a date, and it does not begin later */
  MP_KNOWN_POSSIBLY, /* a source was published that day or later: its date is vague */
  MP_KNOWN_YES,      /* a source was certainly published by then */
} MpKnown;

/* Returns the agreement as it was known on a date, which must have an end; the caller owns it. What
 * nobody had published by then is gone, and so are the sources that were not there yet, terms of
 * which no phase is left, and whatever leads to something that is gone. What was possibly known, or
 * has no date, stays, and mp_known_item () tells it of the new agreement as well.
 *
 * The end of a phase that is the start of a phase of its term, or the date of a milestone that
 * changes the term, is known if one of these is; one that is counted from a milestone, if that
 * milestone is. Otherwise the phase has an unknown end. Any other end was stated ahead, and is
 * known with its phase.
 *
 * The summary of the agreement is left out where its facts were checked after the date: it may tell
 * what came later. Parties and topics claim nothing and stay. The agreement has no file.
 *
 * Takes time in proportion to what is in the agreement. */
MpAgreement *mp_agreement_as_known (MpAgreement *agreement,
                                    const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Tells whether what cites these sources, and begins at an instant, was known on a date. Of
 * something that has no beginning, begins is MP_INSTANT_MIN. */
MpKnown mp_known_claim (MpAgreement *agreement, MpRun citations, MpInstant begins,
                        const MpDate *date);

/* The same of a milestone or a phase. */
MpKnown mp_known_item (MpAgreement *agreement, MpItem item, const MpDate *date);

/* Of an agreement that is what was known on a date: "possibly known", "undated" of a claim of which
 * that is not certain, else NULL. Free with g_free (). */
char *mp_known_doubt (MpAgreement *agreement, MpItem item) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the index of the source by which something that cites these sources became known: the one
 * that was certainly there first. MP_NONE if none has a date. */
guint32 mp_known_since (MpAgreement *agreement, MpRun citations);

/* "Known since 27 April 2026", with "possibly known on 30 April 2026" or the like in its place
 * where date, which may be NULL, is a day on which that was not certain; "When this became known is
 * not known" without any dated source. Free with g_free (). */
char *mp_known_words (MpAgreement *agreement, MpItem item,
                      const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
