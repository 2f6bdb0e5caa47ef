/* test-legend-bar.c: the legend under the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-legend-bar.h"
#include "mp-legend.h"
#include "mp-theme.h"

#include <adwaita.h>

/* A legend with every key that an agreement can have, except the rarest ones. */
static GtkWidget *
legend_new (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSession) session = mp_session_new (mp_today ());
  GtkWidget *legend = mp_legend_bar_new ();

  mp_session_set_agreement (session, agreement);
  mp_legend_bar_set_session (MP_LEGEND_BAR (legend), session);
  return legend;
}

static MpLegendKeys
shipped_signs (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  return mp_legend_keys_of (agreement);
}

/* The height that it asks for. */
static int
height_for (GtkWidget *legend, int width)
{
  int height;

  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* The legend in a box, where it has the height that it asks for. */
static GtkWindow *
show (GtkWidget *legend, int width)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), legend);
  return mp_show (box, width, 2400);
}

/* The narrower, the more lines; but it is never wider than the window. */
static void
test_measure (void)
{
  GtkWidget *legend = g_object_ref_sink (legend_new ());
  int minimum;

  gtk_widget_measure (legend, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (height_for (legend, 4000), <, height_for (legend, 700));
  g_assert_cmpint (height_for (legend, 700), <, height_for (legend, 360));
  g_assert_cmpint (height_for (legend, 360), <, 300);
  g_assert_finalize_object (legend);
}

/* A screen reader reads the words of each key. */
static void
test_words (void)
{
  GtkWidget *legend = g_object_ref_sink (legend_new ());
  g_autoptr (GString) words = g_string_new (NULL);

  for (MpLegendKey i = 0; i < MP_N_LEGEND_KEYS; i++)
    if (mp_legend_keys_have (shipped_signs (), i))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", mp_legend_words (i));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Legend");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       words->str);
  g_assert_finalize_object (legend);
}

/* The room that the bar needs besides the picture of the legend, where the picture is, and what is
 * in it. */
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
  y = (height - (int) mp_legend_height (text, shipped_signs (), width - 32)) / 2;
  expected = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (expected);
  mp_legend_paint (cr, mp_style_get (mp_theme_get_current ()), text, shipped_signs (), 16, y,
                   width - 32);
  cairo_destroy (cr);
  mp_picture_assert_same (screen, expected, 1, name);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (expected);
}

static void
test_picture (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *legend = legend_new ();
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
  GtkWidget *legend = legend_new ();
  GtkWindow *window;
  int height;

  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", -1, NULL);
  window = show (legend, 1400);
  height = gtk_widget_get_height (legend);
  g_object_set (settings, "gtk-font-name", "Sans 18", NULL);
  mp_wait_until (gtk_widget_get_height (legend) > height);
  assert_is_legend (legend, "legend-large");
  g_object_set (settings, "gtk-font-name", "Sans 11", "gtk-xft-dpi", 144 * 1024, NULL);
  mp_wait_until (gtk_widget_get_height (legend) > height);
  assert_is_legend (legend, "legend-dpi");
  g_object_set (settings, "gtk-xft-dpi", -1, NULL);
  mp_close (window);
}

/* In a low window the legend takes a sixth of the height at most, and can be scrolled; then Tab
 * stops at it. In a high window it is whole, and Tab does not. */
static void
test_share (void)
{
  GtkWidget *legend = legend_new (), *scrollbar = gtk_widget_get_first_child (legend);
  GtkWindow *window = show (legend, 600);
  cairo_surface_t *before, *after;
  int whole;

  whole = gtk_widget_get_height (legend);
  g_assert_false (gtk_widget_get_focusable (legend));
  g_assert_false (gtk_widget_get_mapped (scrollbar));

  gtk_window_set_default_size (window, 600, 360);
  mp_wait_until (gtk_widget_get_height (legend) < whole);
  mp_wait_for_frame (legend);
  g_assert_cmpint (gtk_widget_get_height (legend), <=, 360 / 6);
  g_assert_true (gtk_widget_get_focusable (legend));
  g_assert_true (gtk_widget_get_mapped (scrollbar));

  before = mp_picture_of (legend, 1);
  gtk_adjustment_set_value (gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (scrollbar)), 30);
  mp_wait_for_frame (legend);
  after = mp_picture_of (legend, 1);
  g_assert_cmpuint (mp_picture_difference (before, after, 8), >, 500);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  mp_close (window);
}

/* By the keys, and by the wheel. */
static void
test_scroll_keys (void)
{
  GtkWidget *legend = legend_new ();
  GtkScrollbar *scrollbar = GTK_SCROLLBAR (gtk_widget_get_first_child (legend));
  GtkWindow *window = show (legend, 600);
  GtkAdjustment *scroll = gtk_scrollbar_get_adjustment (scrollbar);

  gtk_window_set_default_size (window, 600, 360);
  mp_wait_until (gtk_widget_get_focusable (legend));
  if (mp_input_begin (window)) {
    gtk_widget_grab_focus (legend);
    mp_input_key (GDK_KEY_Down);
    mp_wait_until (gtk_adjustment_get_value (scroll) == gtk_adjustment_get_step_increment (scroll));
    mp_input_key (GDK_KEY_Up);
    mp_wait_until (gtk_adjustment_get_value (scroll) == 0);
    mp_input_key (GDK_KEY_Page_Down);
    mp_wait_until (gtk_adjustment_get_value (scroll) > 0);
    mp_input_key (GDK_KEY_Page_Up);
    mp_wait_until (gtk_adjustment_get_value (scroll) == 0);
    mp_input_point (legend, 100, 20);
    mp_input_wheel (1);
    mp_wait_until (gtk_adjustment_get_value (scroll) > 0);
    mp_input_end ();
  }
  mp_close (window);
}

/* Another agreement has other keys, and an empty one has none. */
static void
test_agreement (void)
{
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  g_autoptr (MpAgreement) plain = mp_test_agreement_from_json (
    "{ \"milepost\": 1, \"title\": \"Plain\", \"topics\": [ { \"id\": \"t\", \"title\": \"T\" } ],"
    "\"sources\": [ { \"id\": \"s\", \"title\": \"S\", \"kind\": \"primary\" } ], \"terms\": [ { "
    "\"id\": \"t\","
    "\"title\": \"T\", \"topic\": \"t\", \"phases\": [ { \"span\": \"2020-01-01/2030-01-01\","
    "\"state\": \"S\", \"certainty\": \"stated\", \"sources\": [ \"s\" ] } ] } ] }");
  g_autoptr (MpSession) session = mp_session_new (mp_today ());
  GtkWidget *legend = g_object_ref_sink (mp_legend_bar_new ());
  int none = height_for (legend, 400), few;

  mp_legend_bar_set_session (MP_LEGEND_BAR (legend), session);
  g_assert_cmpint (height_for (legend, 400), ==, none);
  mp_session_set_agreement (session, plain);
  few = height_for (legend, 400);
  g_assert_cmpint (few, >, none);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (legend), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "In force, To come, Over");
  mp_session_set_agreement (session, shipped);
  g_assert_cmpint (height_for (legend, 400), >, few);
  g_assert_finalize_object (legend);
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
  g_test_add_func ("/legend-bar/share", test_share);
  g_test_add_func ("/legend-bar/scroll-keys", test_scroll_keys);
  g_test_add_func ("/legend-bar/agreement", test_agreement);
  return g_test_run ();
}
