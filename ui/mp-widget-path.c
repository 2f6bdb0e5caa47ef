/* mp-widget-path.c: the place of a widget in a tree of widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-widget-path.h"

GArray *
mp_widget_path_find (GtkWidget *widget, GtkWidget *up_to)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; widget != NULL && widget != up_to; widget = gtk_widget_get_parent (widget)) {
    guint number = 0;

    for (GtkWidget *sibling = gtk_widget_get_prev_sibling (widget); sibling != NULL;
         sibling = gtk_widget_get_prev_sibling (sibling))
      number++;
    g_array_append_val (path, number);
  }
  return path;
}

GtkWidget *
mp_widget_path_follow (const GArray *path, GtkWidget *from)
{
  GtkWidget *widget = from;

  for (guint i = path->len; i > 0 && widget != NULL; i--) {
    widget = gtk_widget_get_first_child (widget);
    for (guint number = g_array_index (path, guint, i - 1); number > 0 && widget != NULL; number--)
      widget = gtk_widget_get_next_sibling (widget);
  }
  return widget;
}
