/* mp-search-bar.h: the bar in which entries are searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The matches of the session follow the text while it is typed. The first Enter goes to the best
 * match; each further Enter goes to the next one by rank, starting from what is selected by then.
 * If the search has an error, the bar says what it is and leaves the matches as they were.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_SEARCH_BAR (mp_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpSearchBar, mp_search_bar, MP, SEARCH_BAR, AdwBin)

void mp_search_bar_set_session (MpSearchBar *self, MpSession *session);

/* Opens the bar and focuses its entry. */
void mp_search_bar_open (MpSearchBar *self);

/* Ends the search, closes the bar and restores the focus. */
void mp_search_bar_close (MpSearchBar *self);

/* Closes the bar and returns what was searched, to be restored later; NULL where it was not open.
 * Restoring leaves the focus where it is. Free with g_free (). */
char *mp_search_bar_take_query (MpSearchBar *self) G_GNUC_WARN_UNUSED_RESULT;
void mp_search_bar_restore_query (MpSearchBar *self, const char *query);

gboolean mp_search_bar_is_open (MpSearchBar *self);

/* Selects the next match (step 1) or the previous one (step -1) and brings it into view. If the
 * user has not gone to a match of these words yet, that is the best or the last one. Opens the bar
 * if there is no search. */
void mp_search_bar_step (MpSearchBar *self, int step);

G_END_DECLS
