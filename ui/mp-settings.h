/* mp-settings.h: the settings of the program, and the size of its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys are explained in data/dev.milepost.Milepost.gschema.xml. If the program was not
 * installed, the schema may be missing; then there are no settings, and nothing is stored.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns the settings, or NULL if there is no schema. The caller owns the result. */
GSettings *mp_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Restores the size of a window that is not shown yet; stores the size of a window. */
void mp_settings_restore_window (GSettings *settings, GtkWindow *window);
void mp_settings_keep_window (GSettings *settings, GtkWindow *window);

G_END_DECLS
