/* mp-widget-path.h: the place of a widget in a tree of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When a tree is made anew, the path finds the widget that is now in the same place.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Returns the path from an ancestor, up_to, down to a widget: for each step a guint, the index
 * among the siblings. Free with g_array_unref (). */
GArray *mp_widget_path_find (GtkWidget *widget, GtkWidget *up_to) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the widget at the end of a path that starts at from, or NULL if there is none. */
GtkWidget *mp_widget_path_follow (const GArray *path, GtkWidget *from);

G_END_DECLS
