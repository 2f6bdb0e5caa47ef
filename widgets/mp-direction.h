/* mp-direction.h: widgets that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture counts x from where reading begins (mp-mirror.h), a widget always from its left. These
 * take places and keys from the one to the other, by the widget's direction of this moment.
 */
#pragma once

#include "mp-mirror.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

MpTextDirection mp_direction_of (gpointer widget);

/* Where a place of the widget is in the picture that fills it, or the other way round. */
double mp_direction_x (gpointer widget, double x);

/* The same for a distance: to the right is towards what comes later, or towards what was before. */
double mp_direction_dx (gpointer widget, double dx);

/* Where a rectangle of the picture is in the widget. */
GdkRectangle mp_direction_rectangle (gpointer widget, GdkRectangle rectangle);

/* Binds two keys, such as the arrows to the left and to the right, with modifiers, to actions that
 * go back and forth. From right to left the keys change places. */
void mp_direction_bind_keys (GtkWidgetClass *widget_class, guint left, guint right,
                             GdkModifierType modifiers, const char *earlier, const char *later);

G_END_DECLS
