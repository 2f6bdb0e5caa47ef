/* test-theme.c: the charts follow the settings of the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-display-support.h"
#include "mp-theme.h"

#include <adwaita.h>

static GtkSettings *
settings (void)
{
  return gtk_settings_get_default ();
}

static void
set_font (const char *font, int dpi)
{
  g_object_set (settings (), "gtk-font-name", font, "gtk-xft-dpi", dpi, NULL);
}

static void
test_text_scale (void)
{
  static const struct {
    const char *font;
    int dpi;
    double scale;
  } cases[] = {
    { "Sans 11", 96 * 1024, 1 },
    { "Sans 11", -1, 1 },
    { "Sans 22", 96 * 1024, 2 },
    { "Sans 11", 144 * 1024, 1.5 },
    { "Sans 16.5", 192 * 1024, 3 },
    /* 22 pixels are 16.5 points at 96 dots per inch. */
    { "Sans 22px", 96 * 1024, 1.5 },
    { "Sans", 96 * 1024, 1 },
    { "", 96 * 1024, 1 },
    /* Settings that would make the program unusable are treated as mistakes. */
    { "Sans 1", 96 * 1024, 0.75 },
    { "Sans 500", 96 * 1024, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s at %d", cases[i].font, cases[i].dpi);
    set_font (cases[i].font, cases[i].dpi);
    g_assert_cmpfloat_with_epsilon (mp_theme_get_text_scale (settings ()), cases[i].scale, 1e-9);
  }
}

static void
test_font (void)
{
  static const struct {
    const char *font;
    const char *family;
  } cases[] = {
    { "Cantarell 11", "Cantarell" },
    { "DejaVu Sans Mono Bold 12", "DejaVu Sans Mono" },
    { "Inter, Noto Sans 10", "Inter,Noto Sans" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *family = NULL;

    set_font (cases[i].font, -1);
    family = mp_theme_get_font (settings ());
    g_assert_cmpstr (family, ==, cases[i].family);
  }
}

static void
assert_css_color (GtkWidget *widget, const char *name, MpRgb color)
{
  GdkRGBA rgba;

  g_assert_true (
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &rgba));
  g_assert_cmpfloat_with_epsilon (rgba.red, color.red, 1.0 / 255);
  g_assert_cmpfloat_with_epsilon (rgba.green, color.green, 1.0 / 255);
  g_assert_cmpfloat_with_epsilon (rgba.blue, color.blue, 1.0 / 255);
}

static void
assert_css_is_of (GtkWidget *widget, MpTheme theme)
{
  const MpStyle *style = mp_style_get (theme);
  GdkRGBA outline;

  g_assert_cmpint (mp_theme_get_current (), ==, theme);
  assert_css_color (widget, "mp_canvas", style->background);
  assert_css_color (widget, "mp_dim_text", style->dim_text);
  assert_css_color (widget, "mp_separator", style->separator);
  g_assert_true (
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "mp_outline", &outline));
  g_assert_cmpfloat (outline.alpha, ==, style->has_outlines);
  for (guint color = 0; color < MP_N_COLORS; color++) {
    const char *word = mp_color_to_string (color);
    g_autofree char *accent = g_strconcat ("mp_", word, NULL);
    g_autofree char *label = g_strconcat ("mp_", word, "_label", NULL);
    g_autofree char *on_label = g_strconcat ("mp_", word, "_on_label", NULL);

    assert_css_color (widget, accent, style->shades[color].accent);
    assert_css_color (widget, label, style->shades[color].label);
    assert_css_color (widget, on_label, style->shades[color].on_label);
  }
}

/* Style sheets can use the colours of the charts, in the present theme. */
static void
test_css_colors (void)
{
  static const struct {
    AdwColorScheme scheme;
    MpTheme theme;
  } cases[] = { { ADW_COLOR_SCHEME_FORCE_LIGHT, MP_THEME_LIGHT },
                { ADW_COLOR_SCHEME_FORCE_DARK, MP_THEME_DARK },
                { ADW_COLOR_SCHEME_FORCE_LIGHT, MP_THEME_LIGHT } };
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));

  mp_theme_install (gdk_display_get_default ());
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), cases[i].scheme);
    assert_css_is_of (widget, cases[i].theme);
  }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_finalize_object (widget);
}

/* High contrast takes effect at once, light and dark. If the desktop has no such setting, there is
 * nothing to test. */
static void
test_high_contrast (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source == NULL
      ? NULL
      : g_settings_schema_source_lookup (source, "org.gnome.desktop.a11y.interface", TRUE);
  g_autoptr (GSettings) settings = NULL;
  GtkWidget *widget;

  if (schema == NULL) {
    g_test_skip ("no setting for high contrast is installed");
    return;
  }
  /* There GTK 4.8 gives a warning, which is fatal here, whenever a setting of the desktop changes.
   */
  if (g_str_equal (G_OBJECT_TYPE_NAME (gdk_display_get_default ()), "GdkWaylandDisplay")) {
    g_test_skip ("settings cannot be changed under Wayland without a warning");
    return;
  }
  settings = g_settings_new ("org.gnome.desktop.a11y.interface");
  g_settings_set_boolean (settings, "high-contrast", TRUE);
  if (!adw_style_manager_get_high_contrast (manager)) {
    g_test_skip ("the setting for high contrast is not listened to here");
    return;
  }
  widget = g_object_ref_sink (gtk_label_new (NULL));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_css_is_of (widget, MP_THEME_CONTRAST);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_css_is_of (widget, MP_THEME_CONTRAST_DARK);
  g_settings_set_boolean (settings, "high-contrast", FALSE);
  assert_css_is_of (widget, MP_THEME_DARK);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_finalize_object (widget);
}

static void
fail_on_error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error)
{
  g_autofree char *place = gtk_css_section_to_string (section);

  (void) provider;
  g_test_message ("%s: %s", place, error->message);
  g_test_fail ();
}

/* The style sheet of the program is correct, and every colour that it names exists. */
static void
test_style_sheet (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "style.css", NULL);
  g_autofree char *css = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GRegex) name = g_regex_new ("@(mp_[a-z_]+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  guint count = 0;

  g_signal_connect (provider, "parsing-error", G_CALLBACK (fail_on_error_cb), NULL);
  gtk_css_provider_load_from_path (provider, path);
  mp_theme_install (gdk_display_get_default ());
  g_assert_true (g_file_get_contents (path, &css, NULL, &error));
  for (g_regex_match (name, css, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *color = g_match_info_fetch (match, 1);
    GdkRGBA rgba;

    /* The comment at its top mentions all of them. */
    if (g_str_equal (color, "mp_"))
      continue;
    g_test_message ("%s", color);
    g_assert_true (
      gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), color, &rgba));
    count++;
  }
  g_assert_cmpuint (count, >, 10);
  g_assert_finalize_object (widget);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/theme/text-scale", test_text_scale);
  g_test_add_func ("/theme/font", test_font);
  g_test_add_func ("/theme/css-colors", test_css_colors);
  g_test_add_func ("/theme/high-contrast", test_high_contrast);
  g_test_add_func ("/theme/style-sheet", test_style_sheet);
  return g_test_run ();
}
