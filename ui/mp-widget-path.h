/* mp-widget-path.h: the place of a widget in a tree, to find what is there when the tree is another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How one gets from a widget up to another that holds it: a guint for each step, the number among
 * its siblings. Free with g_array_unref (). */
GArray *mp_widget_path_find (GtkWidget *widget, GtkWidget *up_to) G_GNUC_WARN_UNUSED_RESULT;

/* The widget at the end of the way back, or NULL where there is none. */
GtkWidget *mp_widget_path_follow (const GArray *path, GtkWidget *from);

G_END_DECLS
