/* mp-direction.c: coordinates and keys for widgets that are read from right to left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-direction.h"

#include "mp-pixels.h"

MpTextDirection
mp_direction_of (gpointer widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? MP_TEXT_DIRECTION_RTL
                                                               : MP_TEXT_DIRECTION_LTR;
}

double
mp_direction_x (gpointer widget, double x)
{
  return mp_mirror_x (mp_direction_of (widget), gtk_widget_get_width (widget), x);
}

double
mp_direction_dx (gpointer widget, double dx)
{
  return mp_direction_of (widget) == MP_TEXT_DIRECTION_RTL ? -dx : dx;
}

GdkRectangle
mp_direction_rectangle (gpointer widget, GdkRectangle rectangle)
{
  if (mp_direction_of (widget) == MP_TEXT_DIRECTION_RTL)
    rectangle.x = gtk_widget_get_width (widget) - rectangle.x - rectangle.width;
  return rectangle;
}

/* The arguments are the action for left to right, and the action for right to left. */
static gboolean
key_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  const char *ltr, *rtl;

  (void) data;
  g_variant_get (arguments, "(&s&s)", &ltr, &rtl);
  return gtk_widget_activate_action (
    widget, mp_direction_of (widget) == MP_TEXT_DIRECTION_RTL ? rtl : ltr, NULL);
}

cairo_t *
mp_direction_append_cairo (GtkWidget *widget, GtkSnapshot *snapshot, double width, double height)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  mp_pixels_announce (cr, gtk_widget_get_scale_factor (widget), TRUE);
  mp_mirror_paint (cr, mp_direction_of (widget), width);
  return cr;
}

void
mp_direction_bind_keys (GtkWidgetClass *widget_class, guint left, guint right,
                        GdkModifierType modifiers, const char *earlier, const char *later)
{
  gtk_widget_class_add_binding (widget_class, left, modifiers, key_pressed_cb, "(ss)", earlier,
                                later);
  gtk_widget_class_add_binding (widget_class, right, modifiers, key_pressed_cb, "(ss)", later,
                                earlier);
}
