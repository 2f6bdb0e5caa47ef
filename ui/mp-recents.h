/* mp-recents.h: the list of recent files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is part of the desktop's own list of recent files. If the desktop keeps no such list, there
 * are no recent files here either.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The most files in the menu. */
#define MP_RECENTS_MOST 10

/* Whether the desktop keeps a list of recent files. */
gboolean mp_recents_are_kept (void);

/* Adds a file that was opened. Removes a file that no longer exists. */
void mp_recents_add (GFile *file, const char *mime_type);
void mp_recents_remove (GFile *file);

/* Fills a menu with the recent files that still exist, the latest first, and updates it for as long
 * as the menu lives. Each item activates "win.open-recent" with the URI of its file; the last item
 * activates "win.clear-recents". */
void mp_recents_fill (GMenu *menu);

/* Removes all agreements from the list of recent files. */
void mp_recents_clear (void);

G_END_DECLS
