/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mp-text.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Ours first where it is installed; the last is always there. */
#define FAMILY "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

/* How many shaped texts are kept; a crowded window shows a few hundred. */
#define MAX_KEPT 4096

/* From here on Unicode has pictures rather than letters. */
#define FIRST_PICTURE 0x1f000

/* More marks on one letter than any script needs. */
#define MAX_MARKS 4

typedef struct {
  double size; /* logical pixels at scale 1 */
  PangoWeight weight;
} Font;

static const Font fonts[MP_N_TEXT_ROLES] = {
  [MP_TEXT_AXIS] = { 12.5, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_AXIS_STRONG] = { 12.5, PANGO_WEIGHT_BOLD },
  [MP_TEXT_TOPIC] = { 11, PANGO_WEIGHT_BOLD },
  [MP_TEXT_ROW] = { 13.5, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_BAR] = { 13, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_LABEL] = { 13, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_LABEL_STRONG] = { 13, PANGO_WEIGHT_BOLD },
  [MP_TEXT_BADGE] = { 11.5, PANGO_WEIGHT_BOLD },
  [MP_TEXT_TITLE] = { 24, PANGO_WEIGHT_BOLD },
  [MP_TEXT_SUBTITLE] = { 14, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_NOTE] = { 11.5, PANGO_WEIGHT_NORMAL },
};

struct _MpText {
  /* Owned */
  PangoContext *context;
  PangoFontDescription *descriptions[MP_N_TEXT_ROLES];
  GHashTable *layouts; /* Key → PangoLayout */

  double scale;
  gboolean outlines;
};

typedef struct {
  char *string;
  MpTextRole role;
  int width;  /* Pango units, or -1 */
  int height; /* Pango units, or -1 for one line */
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->string) * 31 + key->role * 7 + (guint) key->width +
         (guint) key->height * 3;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->role == y->role && x->width == y->width && x->height == y->height &&
         g_str_equal (x->string, y->string);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->string);
  g_free (key);
}

MpText *
mp_text_new (const char *family, double scale)
{
  MpText *text = g_new0 (MpText, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  g_return_val_if_fail (scale > 0, NULL);

  text->scale = scale;
  text->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* No hinting and grey edges: a glyph looks the same in every place and at every scale. */
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (text->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (text->context, 96);
  pango_context_set_round_glyph_positions (text->context, FALSE);
  for (guint role = 0; role < MP_N_TEXT_ROLES; role++) {
    PangoFontDescription *description = pango_font_description_new ();

    pango_font_description_set_family (description, family != NULL ? family : FAMILY);
    pango_font_description_set_weight (description, fonts[role].weight);
    pango_font_description_set_absolute_size (description, fonts[role].size * scale * PANGO_SCALE);
    text->descriptions[role] = description;
  }
  text->layouts = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);
  return text;
}

void
mp_text_free (MpText *text)
{
  if (text == NULL)
    return;
  g_hash_table_unref (text->layouts);
  for (guint role = 0; role < MP_N_TEXT_ROLES; role++)
    pango_font_description_free (text->descriptions[role]);
  g_object_unref (text->context);
  g_free (text);
}

/* Borrowed, and valid until the next call. */
static PangoLayout *
get_layout (MpText *text, MpTextRole role, const char *string, double width, double height)
{
  Key wanted = { (char *) string, role, width < 0 ? -1 : (int) (width * PANGO_SCALE),
                 height < 0 ? -1 : (int) (height * PANGO_SCALE) };
  PangoLayout *layout = g_hash_table_lookup (text->layouts, &wanted);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (text->layouts) >= MAX_KEPT)
    g_hash_table_remove_all (text->layouts);
  layout = pango_layout_new (text->context);
  pango_layout_set_font_description (layout, text->descriptions[role]);
  pango_layout_set_text (layout, string, -1);
  pango_layout_set_width (layout, wanted.width);
  if (wanted.height < 0) {
    pango_layout_set_single_paragraph_mode (layout, TRUE);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  } else {
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    if (wanted.height > 0) {
      pango_layout_set_height (layout, wanted.height);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  }
  wanted.string = g_strdup (string);
  g_hash_table_insert (text->layouts, g_memdup2 (&wanted, sizeof wanted), layout);
  return layout;
}

static MpSize
layout_size (PangoLayout *layout)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  return (MpSize) { (double) width / PANGO_SCALE, (double) height / PANGO_SCALE };
}

static MpSize
measure_line (MpTextRole role, const char *string, gpointer data)
{
  return layout_size (get_layout (data, role, string, -1, -1));
}

void
mp_text_use_outlines (MpText *text)
{
  text->outlines = TRUE;
}

MpMeasure
mp_text_get_measure (MpText *text)
{
  return (MpMeasure) { measure_line, text, text->scale };
}

/* Pictures such as emoji have no outline. */
static gboolean
has_outline (const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= FIRST_PICTURE)
      return FALSE;
  return TRUE;
}

/* Combining marks can be heaped far beyond a line; what is drawn must stay by its own row. */
static gboolean
is_heaped (const char *string)
{
  guint marks = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p)) {
    marks = (guchar) *p >= 0x80 && g_unichar_ismark (g_utf8_get_char (p)) ? marks + 1 : 0;
    if (marks > MAX_MARKS)
      return TRUE;
  }
  return FALSE;
}

static void
show_layout (MpText *text, cairo_t *cr, PangoLayout *layout, double x, double y, MpRgb color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  /* Whole pixels: Cairo 1.16 would put glyphs there anyway, later versions would not. */
  cairo_move_to (cr, floor (x + 0.5), floor (y + 0.5));
  if (text->outlines && has_outline (pango_layout_get_text (layout))) {
    pango_cairo_layout_path (cr, layout);
    cairo_fill (cr);
  } else {
    pango_cairo_show_layout (cr, layout);
  }
}

/* Shows a layout from x, y on, and what is heaped only as far as the rectangle goes. */
static void
show_within (MpText *text, cairo_t *cr, const char *string, PangoLayout *layout, double x, double y,
             MpRect rect, MpRgb color)
{
  cairo_save (cr);
  if (is_heaped (string)) {
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    cairo_clip (cr);
  }
  show_layout (text, cr, layout, x, y, color);
  cairo_restore (cr);
}

void
mp_text_draw (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
              MpAlign align, MpRgb color)
{
  PangoLayout *layout = get_layout (text, role, string, -1, -1);
  MpSize size = layout_size (layout);
  double x = rect.x;

  /* Half a pixel of grace: a rectangle made from the measured width must not cut the text. */
  if (size.width > rect.width + 0.5) {
    layout = get_layout (text, role, string, MAX (rect.width, 1), -1);
    size = layout_size (layout);
  }
  if (align == MP_ALIGN_MIDDLE)
    x += (rect.width - size.width) / 2;
  else if (align == MP_ALIGN_END)
    x += rect.width - size.width;
  show_within (text, cr, string, layout, x, rect.y + (rect.height - size.height) / 2, rect, color);
}

void
mp_text_draw_paragraph (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
                        MpRgb color)
{
  PangoLayout *layout = get_layout (text, role, string, MAX (rect.width, 1), MAX (rect.height, 1));

  show_within (text, cr, string, layout, rect.x, rect.y, rect, color);
}

MpSize
mp_text_measure_paragraph (MpText *text, MpTextRole role, const char *string, double width)
{
  return layout_size (get_layout (text, role, string, MAX (width, 1), 0));
}
