/* mp-theme.h: what the desktop asks for: dark or light, high contrast, and how large text
 * is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The theme that the application has now. */
MpTheme mp_theme_get_current (void);

/* Calls callback (object, ...), as connected with G_CONNECT_SWAPPED, whenever the theme may have
 * changed, for as long as object (a GObject) lives. */
void mp_theme_connect_changed (GCallback callback, gpointer object);

/* How large text is against the standard, and the font family of the desktop (free with g_free ()),
 * as for mp_text_new (). */
double mp_theme_get_text_scale (GtkSettings *settings);
char *mp_theme_get_font (GtkSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Gives CSS the colours of the charts, as @mp_blue, @mp_blue_label, @mp_blue_on_label and so
 * on, and @mp_outline, which is transparent but in high contrast; keeps them right while the theme
 * changes. To be called once for a display. */
void mp_theme_install (GdkDisplay *display);

G_END_DECLS
