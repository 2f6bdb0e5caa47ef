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

/* "primary source", "press": what kind of source; never freed. */
const char *mp_words_source_kind (MpSourceKind kind);

/* "In force", "Possibly in force", "Not in force"; never freed. */
const char *mp_words_status (MpStatus status);

/* The same of a date that is still to come, on which nothing can be in force yet: "To be in force
 * until later", "To be in force, no end published", "To be in force unless ended early". basis is
 * read for those only; never freed. */
const char *mp_words_standing (MpStatus status, MpBasis basis, gboolean is_future);

/* "Added", "Possibly ended" and so on; "Not in force" for what is absent; never freed. */
const char *mp_words_change (const MpComparison *comparison);

/* The same after its sign: "→ Changed". Free with g_free (). */
char *mp_words_change_badge (const MpComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/* What became of a term, with its states: "→ Changed: Azure only → Any cloud". Free with g_free ().
 */
char *mp_words_comparison (MpAgreement *agreement,
                           const MpComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/* The two dates of a comparison, in words: "26 April 2026 compared with 28 April 2026", after
 * "Before and after The 2026 reset" for the milestone whose sides they are, unless that is MP_NONE.
 * Free with g_free (). */
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

/* A day in words. Free with g_free (). */
char *mp_words_day (MpInstant day) G_GNUC_WARN_UNUSED_RESULT;

/* How far a date lies from another, which is today or the one asked about: "7 months ago", "in 4
 * years", "under way"; "today", or "that day" where from is not today, or "at that time" where it
 * is longer than a day. It claims no more than the date does: the distance to a month is counted in
 * months, to a year in years. from has bounds; of a longer one it is the day that lies nearest.
 * Empty for a date without bounds. Free with g_free (). */
char *mp_words_distance (const MpDate *from, gboolean is_today, MpInstant earliest,
                         MpInstant after) G_GNUC_WARN_UNUSED_RESULT;

/* "USD 38 billion", "27 percent". Free with g_free (). */
char *mp_words_amount (MpAgreement *agreement, const MpAmount *amount) G_GNUC_WARN_UNUSED_RESULT;

/* "OpenAI to Microsoft", or NULL where the term names no party. Free with g_free (). */
char *mp_words_parties (MpAgreement *agreement, guint32 term) G_GNUC_WARN_UNUSED_RESULT;

/* When a phase holds: its span in words, with what may end it early. Free with g_free (). */
char *mp_words_phase_span (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* When a phase ends, and what may end it before: "2030, or earlier if the total cap is reached".
 * Free with g_free (). */
char *mp_words_phase_end (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

/* How a date was counted: "90 days after The 2026 reset (27 April 2026)". derivation is an index of
 * mp_agreement_derivations (). Free with g_free (). */
char *mp_words_derivation (MpAgreement *agreement, guint32 derivation) G_GNUC_WARN_UNUSED_RESULT;

/* One line for a screen reader: "The 2026 reset, 27 April 2026" and "Selling OpenAI's API: Azure
 * only, 22 July 2019 to 27 April 2026". Free with g_free (). */
char *mp_words_milestone (MpAgreement *agreement, guint32 milestone) G_GNUC_WARN_UNUSED_RESULT;
char *mp_words_phase (MpAgreement *agreement, guint32 phase) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
