/* mp-detail-widgets.c: what the widgets of the details share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-detail-widgets.h"

#include "mp-text-label.h"

/* The colour that a widget has, plus 1. */
#define COLOR "mp-color"

void
mp_detail_add_look (GtkWidget *widget, const char *look)
{
  g_auto (GStrv) classes = g_strsplit (look != NULL ? look : "", " ", -1);

  for (char **name = classes; *name != NULL; name++)
    if (**name != '\0')
      gtk_widget_add_css_class (widget, *name);
}

void
mp_detail_set_color (GtkWidget *widget, MpColor color)
{
  guint before = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), COLOR));
  g_autofree char *name = g_strconcat ("mp-", mp_color_to_string (color), NULL);

  if (before == color + 1)
    return;
  if (before != 0) {
    g_autofree char *old = g_strconcat ("mp-", mp_color_to_string (before - 1), NULL);

    gtk_widget_remove_css_class (widget, old);
  }
  gtk_widget_add_css_class (widget, name);
  g_object_set_data (G_OBJECT (widget), COLOR, GUINT_TO_POINTER (color + 1));
}

GtkWidget *
mp_detail_nth_child (GtkWidget *widget, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; n > 0; n--)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

GtkWidget *
mp_detail_append_label (GtkWidget *box, gboolean selectable, const char *look)
{
  GtkWidget *label =
    selectable ? mp_text_label_new_selectable (NULL, NULL) : mp_text_label_new (NULL);

  mp_detail_add_look (label, look);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}
