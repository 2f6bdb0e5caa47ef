/* mp-shortcuts-window.h: the window of keyboard shortcuts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Creates a window that lists the keys of all commands, by group; see mp-commands.h. */
GtkWindow *mp_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
