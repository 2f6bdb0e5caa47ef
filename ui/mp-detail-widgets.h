/* mp-detail-widgets.h: what the widgets of the details share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-color.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds CSS classes, separated by spaces; NULL for none. */
void mp_detail_add_look (GtkWidget *widget, const char *look);

/* Gives a widget the CSS class of a colour, in place of that of another. */
void mp_detail_set_color (GtkWidget *widget, MpColor color);

/* The child with a number, from 0, which the widget must have. */
GtkWidget *mp_detail_nth_child (GtkWidget *widget, guint n);

/* Appends a label for a line of a row to a box, and returns it. look is as above. */
GtkWidget *mp_detail_append_label (GtkWidget *box, gboolean selectable, const char *look);

G_END_DECLS
