/* mp-theme.h: what the desktop asks for: dark or light, high contrast, the font and size of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-style.h"
#include "mp-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The theme that the application has now. */
MpTheme mp_theme_get_current (void);

/* Calls callback (follower, ...), as connected with G_CONNECT_SWAPPED, whenever the theme may have
 * changed, for as long as follower (a GObject) lives. */
void mp_theme_follow (gpointer follower, GCallback callback);

/* The size of the desktop's text as a multiple of the size that the charts are designed for, and
 * its font family (free with g_free ()); both as for mp_text_new (). */
double mp_theme_get_text_scale (GtkSettings *settings);
char *mp_theme_get_font (GtkSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Text in the desktop's font and size, and in the widget's direction. Free with mp_text_free (). */
MpText *mp_theme_text_new (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

/* Calls callback (widget, ...), as connected with G_CONNECT_SWAPPED, whenever the desktop's font or
 * its size has changed, for as long as the widget lives. */
void mp_theme_follow_fonts (GtkWidget *widget, GCallback callback);

/* Gives CSS the colours of the charts, as @mp_blue, @mp_blue_label, @mp_blue_on_label and so on.
 * The colour of outlines, @mp_outline, is transparent except in high contrast. All follow the
 * theme. To be called once for each display. */
void mp_theme_install (GdkDisplay *display);

G_END_DECLS
