/* mp-session-words.h: what a session shows, in a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The title of the window, the panel, the bar of the search and what is announced to screen readers
 * say the same. The session must have an agreement. Strings are freed with g_free ().
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

/* "6 terms in force today", "6 terms in force as of 1 June 2024"; of a date to come, on which
 * nothing is in force yet, by what is known of the ends: "To be in force as of 1 June 2028: 3 until
 * later, 9 with no end published, 1 unless ended early". */
char *mp_session_words_in_force (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The same with what comes next, or the two dates that are compared: the window's subtitle. */
char *mp_session_words_subtitle (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The milestone whose sides are compared, or MP_NONE. */
guint32 mp_session_words_milestone (MpSession *session);

/* The two dates that are compared, "26 April 2026 compared with 28 April 2026", after the name of
 * the milestone whose sides they are. */
char *mp_session_words_dates (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* "5 terms changed. 3 terms possibly changed.", of the two dates that are compared. */
char *mp_session_words_changed (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a milestone or a phase, as mp_words_milestone () and mp_words_phase () have it. */
char *mp_session_words_item (MpSession *session, MpItem item) G_GNUC_WARN_UNUSED_RESULT;

/* What a search has found: "9 found", or "3 of 9" where the selection is one of them; and the same
 * with the name of that one. Empty where nothing is searched. */
char *mp_session_words_found (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;
char *mp_session_words_found_item (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* How far a date lies from the one asked about, "in 4 years" or nothing for one without bounds; and
 * that after the words of the date, "2030 · in 4 years". */
char *mp_session_words_away (MpSession *session, MpInstant earliest,
                             MpInstant after) G_GNUC_WARN_UNUSED_RESULT;
char *mp_session_words_when (MpSession *session, const char *date, MpInstant earliest,
                             MpInstant after) G_GNUC_WARN_UNUSED_RESULT;

/* "7 years and 2 months (2,622 days)": how far the measured milestone is from the selected one. */
char *mp_session_words_distance (MpSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
