/* test-legend-bar.c: the legend under the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-legend-bar.h"
#include "mp-legend.h"
#include "mp-theme.h"

#include <adwaita.h>

static int
height_for (GtkWidget *legend, int width)
{
  int height;

  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* The legend in a box, where it has the height that it asks for. */
static GtkWindow *
show (GtkWidget *legend, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), legend);
  return mp_show (box, width, 300);
}

/* The narrower, the more lines; but never wider than the window. */
static void
test_measure (void)
{
  GtkWidget *legend = g_object_ref_sink (mp_legend_bar_new ());
  int minimum;

  gtk_widget_measure (legend, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (height_for (legend, 4000), <, height_for (legend, 700));
  g_assert_cmpint (height_for (legend, 700), <, height_for (legend, 360));
  g_assert_cmpint (height_for (legend, 360), <, 300);
  g_assert_finalize_object (legend);
}

/* A screen reader reads each sign's words. */
static void
test_words (void)
{
  GtkWidget *legend = g_object_ref_sink (mp_legend_bar_new ());
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < mp_legend_n_signs (); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", mp_legend_words (i));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Legend");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words->str);
  g_assert_finalize_object (legend);
}

/* What the bar needs beside the picture of the legend, where it stands, and what is in it. */
static void
assert_is_legend (GtkWidget *legend, const char *name)
{
  g_autofree char *family = mp_theme_get_font (gtk_settings_get_default ());
  g_autoptr (MpText) text =
    mp_text_new (family, mp_theme_get_text_scale (gtk_settings_get_default ()));
  cairo_surface_t *screen, *expected;
  int width, height, y;
  cairo_t *cr;

  mp_wait_for_frame (legend);
  screen = mp_picture_of (legend, 1);
  width = gtk_widget_get_width (legend);
  height = gtk_widget_get_height (legend);
  g_assert_cmpint (height, ==, height_for (legend, width));
  y = (height - (int) mp_legend_height (text, width - 32)) / 2;
  expected = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (expected);
  mp_legend_paint (cr, mp_style_get (mp_theme_get_current ()), text, 16, y, width - 32);
  cairo_destroy (cr);
  mp_picture_assert_same (screen, expected, 1, name);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (expected);
}

static void
test_picture (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *legend = mp_legend_bar_new ();
  GtkWindow *window = show (legend, 900);

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_is_legend (legend, "legend-light");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_is_legend (legend, "legend-dark");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_object_add_weak_pointer (G_OBJECT (legend), (gpointer *) &legend);
  mp_close (window);
  g_assert_null (legend);
}

static void
test_fonts (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *legend = mp_legend_bar_new ();
  GtkWindow *window;
  int height;

  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", -1, NULL);
  window = show (legend, 900);
  height = gtk_widget_get_height (legend);
  g_object_set (settings, "gtk-font-name", "Sans 18", NULL);
  mp_wait_until (gtk_widget_get_height (legend) > height);
  assert_is_legend (legend, "legend-large");
  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", 192 * 1024, NULL);
  mp_wait_until (gtk_widget_get_height (legend) > height);
  assert_is_legend (legend, "legend-dpi");
  mp_close (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/legend-bar/measure", test_measure);
  g_test_add_func ("/legend-bar/words", test_words);
  g_test_add_func ("/legend-bar/picture", test_picture);
  g_test_add_func ("/legend-bar/fonts", test_fonts);
  return g_test_run ();
}
