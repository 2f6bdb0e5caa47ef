/* mp-words.h: facts in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel, the accessible names, the tooltips and the command line say the same thing in the same
 * words. Everything here is translated.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-compare.h"
#include "mp-date.h"
#include "mp-source-kind.h"

G_BEGIN_DECLS

/* "Stated by the parties", "Reported by the press" and so on; never freed. */
const char *mp_words_certainty (MpCertainty certainty);

/* The kind of a source: "primary source", "press" and so on; never freed. */
const char *mp_words_source_kind (MpSourceKind kind);

/* "In force", "Possibly in force", "Not in force"; never freed. */
const char *mp_words_status (MpStatus status);

/* How a term stands, in words. If the date is still to come, nothing can be in force yet, and a
 * term that will be is "To be in force until later", "To be in force, no end published" or "To be
 * in force unless ended early", by its basis; everything else as mp_words_status () says it. Never
 * freed. */
const char *mp_words_standing (MpStatus status, MpBasis basis, gboolean is_future);

/* What became of a term: "Added", "Possibly ended" and so on, or "Not in force" if it is at neither
 * date; never freed. */
const char *mp_words_change (const MpComparison *comparison);

/* The same after its symbol: "→ Changed". Free with g_free (). */
char *mp_words_change_badge (const MpComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/* What became of a term, with its states: "→ Changed: Azure only → Any cloud". Free with g_free ().
 */
char *mp_words_comparison (MpAgreement *agreement,
                           const MpComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/* The two dates of a comparison, given in words: "26 April 2026 compared with 28 April 2026". If
 * they are the sides of a milestone, "Before and after The 2026 reset" comes first; milestone is
 * MP_NONE if they are not. Free with g_free (). */
char *mp_words_sides (MpAgreement *agreement, guint32 milestone, const char *before,
                      const char *after) G_GNUC_WARN_UNUSED_RESULT;

/* "Before and after The 2026 reset". Free with g_free (). */
char *mp_words_before_and_after (MpAgreement *agreement,
                                 guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;

/* A date or an interval of the agreement in words. Free with g_free (). */
char *mp_words_date (MpAgreement *agreement, MpTextRef date) G_GNUC_WARN_UNUSED_RESULT;

/* "Facts last checked on 23 November 2026.", or NULL where the agreement does not say when. Free
 * with g_free (). */
char *mp_words_checked (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* "as known on 30 April 2026"; of an agreement, NULL where it is all that is known. Free with
 * g_free (). */
char *mp_words_known_on (const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *mp_words_as_known (MpAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;

/* A day in words. Free with g_free (). */
char *mp_words_day (MpInstant day) G_GNUC_WARN_UNUSED_RESULT;

/* How far a date, given by its bounds, lies from the as-of date: "7 months ago", "in 4 years",
 * "under way". A date on the as-of date is "today" if is_today is TRUE, else "that day", or "at
 * that time" if the as-of date is longer than a day. The words are no more exact than the date: the
 * distance to a month is counted in months, to a year in years. from must have bounds; if it is
 * longer than a day, the distance is that to its nearest day. Empty for a date without bounds. Free
 * with g_free (). */
char *mp_words_distance (const MpDate *from, gboolean is_today, MpInstant earliest,
                         MpInstant after) G_GNUC_WARN_UNUSED_RESULT;

/* "USD 38 billion", "27 percent". Free with g_free (). */
char *mp_words_amount (MpAgreement *agreement, const MpAmount *amount) G_GNUC_WARN_UNUSED_RESULT;

/* The names of large numbers, as mp_number_words () takes them, translated. */
const char *mp_words_number_names (void);

/* "OpenAI to Microsoft", or NULL where the term names no party. Free with g_free (). */
char *mp_words_parties (MpAgreement *agreement, guint32 term) G_GNUC_WARN_UNUSED_RESULT;

/* When a phase is in force: its span in words, with the condition that may end it early. Free with
 * g_free (). */
char *mp_words_phase_span (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* When a phase ends, with the condition that may end it early: "2030, or earlier if the total cap
 * is reached". Free with g_free (). */
char *mp_words_phase_end (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* The same where there is less room: "2030, or before", of an end that a condition may bring about
 * earlier. Free with g_free (). */
char *mp_words_end_or_before (const MpDate *end) G_GNUC_WARN_UNUSED_RESULT;

/* How a date was counted: "90 days after The 2026 reset (27 April 2026)". derivation is an index of
 * mp_agreement_derivations (). Free with g_free (). */
char *mp_words_derivation (MpAgreement *agreement, guint32 derivation) G_GNUC_WARN_UNUSED_RESULT;

/* One line for a screen reader: "The 2026 reset, 27 April 2026" and "Selling OpenAI's API: Azure
 * only, 22 July 2019 to 27 April 2026". Free with g_free (). */
char *mp_words_milestone (MpAgreement *agreement, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;
char *mp_words_phase (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* A source: "Microsoft, “The next phase”, 27 April 2026", or in short "Microsoft, 27 April 2026".
 * source is an index of mp_agreement_sources (). Very long names and titles are cut. Free with
 * g_free (). */
char *mp_words_source (MpAgreement *agreement, guint32 source,
                       gboolean is_short) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
