/* mp-theme.c: what the desktop asks for: colours, and the font and size of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-theme.h"

#include "mp-direction.h"
#include "mp-follow.h"

#include <adwaita.h>

/* The size of text that the design assumes, in points. */
#define STANDARD_POINTS 11.0

/* A setting beyond these limits is taken for a mistake. */
#define MIN_SCALE 0.75
#define MAX_SCALE 4.0

MpTheme
mp_theme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? MP_THEME_CONTRAST_DARK : MP_THEME_CONTRAST;
  return dark ? MP_THEME_DARK : MP_THEME_LIGHT;
}

void
mp_theme_follow (gpointer follower, GCallback callback)
{
  mp_follow (adw_style_manager_get_default (), follower, callback, "dark", "high-contrast", NULL);
}

static PangoFontDescription *
get_description (GtkSettings *settings)
{
  g_autofree char *name = NULL;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  return pango_font_description_from_string (name != NULL ? name : "Sans 11");
}

double
mp_theme_get_text_scale (GtkSettings *settings)
{
  PangoFontDescription *description = get_description (settings);
  double points = (double) pango_font_description_get_size (description) / PANGO_SCALE;
  int dpi = -1;

  /* The setting is in 1024ths of a dot per inch; -1 means that it is not set. */
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (pango_font_description_get_size_is_absolute (description))
    points = points * 72 / 96;
  pango_font_description_free (description);
  if (points <= 0)
    points = STANDARD_POINTS;
  return CLAMP (points / STANDARD_POINTS * (dpi > 0 ? dpi / 1024.0 / 96.0 : 1), MIN_SCALE,
                MAX_SCALE);
}

char *
mp_theme_get_font (GtkSettings *settings)
{
  PangoFontDescription *description = get_description (settings);
  char *family = g_strdup (pango_font_description_get_family (description));

  pango_font_description_free (description);
  return family;
}

MpText *
mp_theme_text_new (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);
  g_autofree char *font = mp_theme_get_font (settings);
  MpText *text = mp_text_new (font, mp_theme_get_text_scale (settings));

  mp_text_set_direction (text, mp_direction_of (widget));
  return text;
}

void
mp_theme_follow_fonts (GtkWidget *widget, GCallback callback)
{
  mp_follow (gtk_widget_get_settings (widget), widget, callback, "gtk-font-name", "gtk-xft-dpi",
             NULL);
}

static void
append_color (GString *css, const char *name, const char *shade, MpRgb color)
{
  g_string_append_printf (css, "@define-color mp_%s%s #%02x%02x%02x;\n", name, shade,
                          (guint) (color.red * 255 + 0.5), (guint) (color.green * 255 + 0.5),
                          (guint) (color.blue * 255 + 0.5));
}

static void
load_colors (GtkCssProvider *provider)
{
  const MpStyle *style = mp_style_get (mp_theme_get_current ());
  g_autoptr (GString) css = g_string_new (NULL);

  append_color (css, "canvas", "", style->background);
  append_color (css, "dim_text", "", style->dim_text);
  append_color (css, "separator", "", style->separator);
  if (style->has_outlines)
    append_color (css, "outline", "", style->text);
  else
    g_string_append (css, "@define-color mp_outline transparent;\n");
  for (guint i = 0; i < MP_N_COLORS; i++) {
    const char *name = mp_color_to_string (i);

    append_color (css, name, "", style->shades[i].accent);
    append_color (css, name, "_label", style->shades[i].label);
    append_color (css, name, "_on_label", style->shades[i].on_label);
  }
  gtk_css_provider_load_from_data (provider, css->str, -1);
}

void
mp_theme_install (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  load_colors (provider);
  mp_theme_follow (provider, G_CALLBACK (load_colors));
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
