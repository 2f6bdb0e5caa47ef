/* mp-recents.h: the agreements that were opened last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are kept in the desktop's own list of recent files, and not where the desktop was told to
 * keep none.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* So many are offered. */
#define MP_RECENTS_MOST 10

/* Whether the desktop keeps a list of recent files. */
gboolean mp_recents_are_kept (void);

/* A file was opened; it was found to be gone. */
void mp_recents_add (GFile *file);
void mp_recents_remove (GFile *file);

/* Fills a menu with those that are still there, the latest first, and keeps it so for as long as
 * the menu lives. Each item activates "win.open-recent" with the URI of its file; the last
 * activates "win.clear-recents". */
void mp_recents_fill (GMenu *menu);

/* Forgets all of them. */
void mp_recents_clear (void);

G_END_DECLS
