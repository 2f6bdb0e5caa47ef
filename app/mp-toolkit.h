/* mp-toolkit.h: starts GTK
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Starts GTK without what the program would not use: GL where no graphics processor draws, and the
 * theme that libadwaita replaces. To be called in place of gtk_init_check (), and before any thread
 * is started, because it changes the environment. It respects what the user has set there:
 * GSK_RENDERER, GDK_DEBUG or GDK_DISABLE keep GL as it is, GTK_THEME keeps the theme. Returns FALSE
 * if there is no display. */
gboolean mp_toolkit_start (void);

/* Whether the devices of a folder, which is /dev except in tests, include one that can draw with
 * GL. Only Linux tells; other systems are taken to have one. */
gboolean mp_toolkit_has_gpu (const char *devices);

G_END_DECLS
