/* mp-direction.h: widgets that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a picture, x counts from the side where reading begins (mp-mirror.h); in a widget, always from
 * the left. These functions convert coordinates, paint, and bind keys, by the widget's present
 * direction.
 */
#pragma once

#include "mp-mirror.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The present direction of a GtkWidget. */
MpTextDirection mp_direction_of (gpointer widget);

/* Converts an x coordinate of the widget to one of the picture that fills it, and the other way
 * round. */
double mp_direction_x (gpointer widget, double x);

/* The same for a horizontal distance. */
double mp_direction_dx (gpointer widget, double dx);

/* Converts a rectangle of the picture to one of the widget. */
GdkRectangle mp_direction_rectangle (gpointer widget, GdkRectangle rectangle);

/* Appends to a snapshot what is painted on the cairo_t that is returned, in the coordinates of a
 * picture that fills the widget: x counts from where reading begins. It is painted for the pixels
 * that the widget has now. Free with cairo_destroy (). */
cairo_t *mp_direction_append_cairo (GtkWidget *widget, GtkSnapshot *snapshot, double width,
                                    double height) G_GNUC_WARN_UNUSED_RESULT;

/* Binds two keys, such as the left and right arrow keys, with modifiers, to the actions earlier and
 * later. In a widget that is read from right to left the two keys change places. */
void mp_direction_bind_keys (GtkWidgetClass *widget_class, guint left, guint right,
                             GdkModifierType modifiers, const char *earlier, const char *later);

G_END_DECLS
