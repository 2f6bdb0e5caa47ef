/* mp-shortcuts.h: the window that tells the keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window with the keys of every command that has some, by group; made from mp-commands. */
GtkWindow *mp_shortcuts_new (GtkWindow *parent);

G_END_DECLS
