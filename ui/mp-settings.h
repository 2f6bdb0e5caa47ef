/* mp-settings.h: what is kept from one run to the next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys are explained in data/dev.milepost.Milepost.gschema.xml. A program that is started
 * without being installed may not find them: then there are no settings, and nothing is kept.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The program's settings, or NULL. */
GSettings *mp_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Gives a window that is not shown yet the size that the last one had; keeps the size that it has.
 */
void mp_settings_restore_window (GSettings *settings, GtkWindow *window);
void mp_settings_keep_window (GSettings *settings, GtkWindow *window);

G_END_DECLS
