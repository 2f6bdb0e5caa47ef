/* mp-session-words.h: what a session shows, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of the window, the details, the search bar and the announcements for screen readers all
 * take their words from here. The session must have an agreement. Free the strings with g_free ().
 */
#pragma once

#include "mp-date.h"
#include "mp-session.h"

G_BEGIN_DECLS

/* "6 terms in force today", "6 terms in force as of 1 June 2024". For a date to come, the terms are
 * counted by what is known of their ends: "To be in force as of 1 June 2028: 3 until later, 9 with
 * no end published, 1 unless ended early". */
char *mp_session_words_in_force (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The subtitle of the window: what is in force and what comes next, or the two dates that are
 * compared. */
char *mp_session_words_subtitle (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The milestone whose two sides are compared, or MP_NONE. */
guint32 mp_session_words_milestone (MpSession *session);

/* The two dates that are compared: "26 April 2026 compared with 28 April 2026". If they are the
 * sides of a milestone, its name comes first. */
char *mp_session_words_dates (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* As of whose knowledge the agreement is shown, and what was published later: "As known on 30 April
 * 2026. Published later, and left out: 14 milestones, 2 phases, 3 amounts." NULL where all that is
 * known is shown. */
char *mp_session_words_known (MpSession *session);

/* How many terms differ between the two dates that are compared: "5 terms changed. 3 terms possibly
 * changed." */
char *mp_session_words_changed (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a milestone or a phase; see mp_words_milestone () and mp_words_phase (). */
char *mp_session_words_item (MpSession *session, MpItem item) G_GNUC_WARN_UNUSED_RESULT;

/* How much a search has found: "9 found", or "3 of 9" if the selection is a match. The second
 * function adds the name of that match. Both are empty if there is no search. */
char *mp_session_words_found (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;
char *mp_session_words_found_item (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* How far a date lies from the as-of date: "in 4 years"; empty for a date without bounds. The
 * second function begins with the date: "2030 · in 4 years". */
char *mp_session_words_away (MpSession *session, MpInstant earliest,
                             MpInstant after) G_GNUC_WARN_UNUSED_RESULT;
char *mp_session_words_when (MpSession *session, const char *date, MpInstant earliest,
                             MpInstant after) G_GNUC_WARN_UNUSED_RESULT;

/* How far the measured milestone is from the selected one: "7 years and 2 months (2,622 days)". */
char *mp_session_words_distance (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
