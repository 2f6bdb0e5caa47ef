/* mp-svg-source.c: what shapes are drawn with, as attributes of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-svg-source.h"

char *
mp_svg_name (const char *id_prefix, const char *kind, guint number, gboolean is_reference)
{
  return g_strdup_printf (is_reference ? "url(#%s%s%u)" : "%s%s%u", id_prefix, kind, number);
}

guint
mp_svg_find_definition (GHashTable *table, const char *description, gboolean *is_new)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (table, description));

  *is_new = number == 0;
  if (*is_new) {
    number = g_hash_table_size (table) + 1;
    g_hash_table_insert (table, g_strdup (description), GUINT_TO_POINTER (number));
  }
  return number;
}

static void
write_stops (MpMarkup *markup, cairo_pattern_t *pattern, double alpha)
{
  int n_stops = 0;

  cairo_pattern_get_color_stop_count (pattern, &n_stops);
  for (int i = 0; i < n_stops; i++) {
    double offset, red, green, blue, opacity;

    cairo_pattern_get_color_stop_rgba (pattern, i, &offset, &red, &green, &blue, &opacity);
    mp_markup_empty (markup, "stop", "offset", mp_svg_share (offset).text, "stop-color",
                     mp_svg_color (red, green, blue).text, "stop-opacity",
                     mp_svg_share (opacity * alpha).text, NULL);
  }
}

/* Appends what tells a gradient from others. */
static void
describe_gradient (GString *description, cairo_pattern_t *pattern, double alpha,
                   const double *points)
{
  int n_stops = 0;

  cairo_pattern_get_color_stop_count (pattern, &n_stops);
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (description, "%s ", mp_svg_number (points[i]).text);
  for (int i = 0; i < n_stops; i++) {
    double offset, red, green, blue, opacity;

    cairo_pattern_get_color_stop_rgba (pattern, i, &offset, &red, &green, &blue, &opacity);
    g_string_append_printf (description, "%s %s %s ", mp_svg_share (offset).text,
                            mp_svg_color (red, green, blue).text,
                            mp_svg_share (opacity * alpha).text);
  }
}

/* Returns the number of a gradient, which is written if it is new. */
static guint
find_gradient (cairo_t *cr, cairo_pattern_t *pattern, double alpha, MpMarkup *markup,
               const char *id_prefix, GHashTable *gradients)
{
  g_autoptr (GString) description = g_string_new (NULL);
  g_autofree char *id = NULL;
  gboolean is_new;
  double p[4];
  guint number;

  cairo_pattern_get_linear_points (pattern, &p[0], &p[1], &p[2], &p[3]);
  cairo_user_to_device (cr, &p[0], &p[1]);
  cairo_user_to_device (cr, &p[2], &p[3]);
  describe_gradient (description, pattern, alpha, p);
  number = mp_svg_find_definition (gradients, description->str, &is_new);
  if (!is_new)
    return number;
  id = mp_svg_name (id_prefix, "fade", number, FALSE);
  mp_markup_open (markup, "linearGradient", "id", id, "gradientUnits", "userSpaceOnUse", "x1",
                  mp_svg_number (p[0]).text, "y1", mp_svg_number (p[1]).text, "x2",
                  mp_svg_number (p[2]).text, "y2", mp_svg_number (p[3]).text, NULL);
  write_stops (markup, pattern, alpha);
  mp_markup_close (markup, "linearGradient");
  return number;
}

MpSvgSource
mp_svg_source_of (cairo_t *cr, double alpha, MpMarkup *markup, const char *id_prefix,
                  GHashTable *gradients)
{
  cairo_pattern_t *pattern = cairo_get_source (cr);
  double red = 0, green = 0, blue = 0, opacity = 1;
  MpSvgSource source = { NULL };

  if (cairo_pattern_get_type (pattern) == CAIRO_PATTERN_TYPE_LINEAR)
    source.reference = mp_svg_name (
      id_prefix, "fade", find_gradient (cr, pattern, alpha, markup, id_prefix, gradients), TRUE);
  else
    cairo_pattern_get_rgba (pattern, &red, &green, &blue, &opacity);
  source.color = mp_svg_color (red, green, blue);
  source.opacity = mp_svg_share (opacity * alpha);
  source.is_opaque = source.reference != NULL || opacity * alpha >= 1;
  return source;
}

void
mp_svg_source_clear (MpSvgSource *self)
{
  g_clear_pointer (&self->reference, g_free);
}

const char *
mp_svg_source_value (const MpSvgSource *self)
{
  return self->reference != NULL ? self->reference : self->color.text;
}

const char *
mp_svg_source_opacity (const MpSvgSource *self)
{
  return self->is_opaque ? NULL : self->opacity.text;
}
