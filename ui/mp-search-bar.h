/* mp-search-bar.h: finds entries by their words, while they are typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session's matches follow what is typed. The first Enter goes to the best of them, each
 * further one to the next by rank, and from what is selected meanwhile. A search that is wrong says
 * what is, and leaves what was found before.
 */
#pragma once

#include "mp-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_SEARCH_BAR (mp_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpSearchBar, mp_search_bar, MP, SEARCH_BAR, AdwBin)

void mp_search_bar_set_session (MpSearchBar *self, MpSession *session);

/* Opens the bar and puts the focus into it. */
void mp_search_bar_open (MpSearchBar *self);

/* Ends the search and closes the bar, and gives the focus back. */
void mp_search_bar_close (MpSearchBar *self);

gboolean mp_search_bar_is_open (MpSearchBar *self);

/* Selects the next of what was found, step 1, or the one before, step -1, and brings it into view:
 * the best or the last where nothing was gone to since the words were typed. Opens the bar where
 * nothing is searched. */
void mp_search_bar_step (MpSearchBar *self, int step);

G_END_DECLS
