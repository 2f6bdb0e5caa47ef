/* mp-text.c: measures and draws text with Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The first family that is installed is used. sans-serif always is. */
#define FAMILY "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

/* How many shaped texts are kept. A crowded window shows a few hundred. */
#define MAX_KEPT 4096

/* From this character on, Unicode has pictures, such as emoji, rather than letters. */
#define FIRST_PICTURE 0x1f000

#define LEFT_TO_RIGHT_MARK "\342\200\216"

/* The most combining marks on one letter that scripts need. */
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
  [MP_TEXT_NUMBER] = { 10, PANGO_WEIGHT_NORMAL },
};

struct _MpText {
  /* Owned */
  PangoContext *context;
  PangoFontDescription *descriptions[MP_N_TEXT_ROLES];
  GHashTable *layouts; /* Key → PangoLayout */

  double narrow[MP_N_TEXT_ROLES]; /* the width of an "i", and of an "n"; 0: not known yet */
  double normal[MP_N_TEXT_ROLES];
  double scale;
  MpTextDirection direction;
  gboolean outlines;
};

typedef struct {
  char *string;
  MpTextRole role;
  int width;  /* Pango units; -1: as wide as the text */
  int height; /* Pango units; -1: one line; 0: as many lines as the text needs */
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
  MpText *text;
  cairo_font_options_t *options;

  g_return_val_if_fail (scale > 0, NULL);

  text = g_new0 (MpText, 1);
  options = cairo_font_options_create ();
  text->scale = scale;
  text->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Without hinting and with grey edges, a glyph looks the same everywhere and at every scale. */
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

/* A plus or minus sign stands to the left of its number in every language. If the text has no
 * letters, Pango would treat the sign as punctuation and move it to the right. */
static void
set_text (MpText *text, PangoLayout *layout, const char *string)
{
  g_autofree char *marked = NULL;

  if (text->direction == MP_TEXT_DIRECTION_RTL && (*string == '+' || *string == '-'))
    marked = g_strconcat (LEFT_TO_RIGHT_MARK, string, NULL);
  pango_layout_set_text (layout, marked != NULL ? marked : string, -1);
}

/* Returns the layout of a text, shaped now or kept from before. Width and height are in logical
 * pixels, with -1 and 0 as in Key. Owned by text, and valid until the next call. */
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
  set_text (text, layout, string);
  pango_layout_set_width (layout, wanted.width);
  /* Pango aligns the lines that go in the direction of the context like this, and those of the
   * other direction to the opposite side, so that every line begins where it is read from. */
  if (text->direction == MP_TEXT_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
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

/* Returns the rectangle of the lines, in logical pixels. Its x is more than 0 if the lines are
 * aligned to the right of a width that they do not fill. */
static MpRect
layout_extents (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (MpRect) { (double) extents.x / PANGO_SCALE, (double) extents.y / PANGO_SCALE,
                    (double) extents.width / PANGO_SCALE, (double) extents.height / PANGO_SCALE };
}

static MpSize
layout_size (PangoLayout *layout)
{
  MpRect extents = layout_extents (layout);

  return (MpSize) { extents.width, extents.height };
}

static MpSize
measure_line (MpTextRole role, const char *string, gpointer data)
{
  return layout_size (get_layout (data, role, string, -1, -1));
}

/* Sums up what letters and digits take at least, of which only two have been measured. In every
 * font for reading those named here are as wide as most of an "i", and the others as most of an
 * "n". Other characters count for nothing. */
static double
least_width (MpTextRole role, const char *string, gpointer data)
{
  MpText *text = data;
  guint n_narrow = 0, n_normal = 0;

  if (text->narrow[role] <= 0) {
    text->narrow[role] = measure_line (role, "iiiiiiiiii", text).width / 10;
    text->normal[role] = measure_line (role, "nnnnnnnnnn", text).width / 10;
  }
  for (const char *p = string; *p != '\0'; p++) {
    if (strchr ("fijlrtI1", *p) != NULL)
      n_narrow++;
    else if (g_ascii_isalnum (*p))
      n_normal++;
  }
  return 0.75 * (n_narrow * text->narrow[role] + n_normal * text->normal[role]);
}

void
mp_text_use_outlines (MpText *text)
{
  text->outlines = TRUE;
}

void
mp_text_set_direction (MpText *text, MpTextDirection direction)
{
  if (text->direction == direction)
    return;
  text->direction = direction;
  pango_context_set_base_dir (text->context, direction == MP_TEXT_DIRECTION_RTL
                                               ? PANGO_DIRECTION_WEAK_RTL
                                               : PANGO_DIRECTION_WEAK_LTR);
  g_hash_table_remove_all (text->layouts);
}

MpTextDirection
mp_text_get_direction (const MpText *text)
{
  return text->direction;
}

MpMeasure
mp_text_get_measure (MpText *text)
{
  return (MpMeasure) { measure_line, text, text->scale, least_width };
}

/* Returns whether all characters have outlines. Pictures such as emoji have none. */
static gboolean
has_outline (const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= FIRST_PICTURE)
      return FALSE;
  return TRUE;
}

/* Returns whether combining marks are stacked so high that they may reach into other rows. */
static gboolean
has_stacked_marks (const char *string)
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
  /* Round to whole pixels, as Cairo 1.16 does with glyphs and later versions do not. */
  cairo_move_to (cr, floor (x + 0.5), floor (y + 0.5));
  if (text->outlines && has_outline (pango_layout_get_text (layout))) {
    pango_cairo_layout_path (cr, layout);
    cairo_fill (cr);
  } else {
    pango_cairo_show_layout (cr, layout);
  }
}

/* Draws a layout with its top left corner at x, y. Stacked combining marks are cut off at the edge
 * of the rectangle. */
static void
show_within (MpText *text, cairo_t *cr, const char *string, PangoLayout *layout, double x, double y,
             MpRect rect, MpRgb color)
{
  if (has_stacked_marks (string)) {
    cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
    cairo_clip (cr);
  }
  show_layout (text, cr, layout, x, y, color);
}

/* Saves the state of cr, and undoes the mirroring if there is any. Returns the rectangle in the
 * coordinates that cr then has, and sets from_right to whether its lines begin at the right. */
static MpRect
unmirror (cairo_t *cr, MpRect rect, gboolean *from_right)
{
  cairo_save (cr);
  *from_right = mp_mirror_is_on (cr);
  if (*from_right) {
    cairo_scale (cr, -1, 1);
    rect.x = -(rect.x + rect.width);
  }
  return rect;
}

void
mp_text_draw (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
              MpAlign align, MpRgb color)
{
  PangoLayout *layout = get_layout (text, role, string, -1, -1);
  MpRect extents = layout_extents (layout);
  gboolean from_right;
  double x;

  /* The tolerance of half a pixel keeps a rectangle of the measured width from cutting the text. */
  if (extents.width > rect.width + 0.5) {
    layout = get_layout (text, role, string, MAX (rect.width, 1), -1);
    extents = layout_extents (layout);
  }
  rect = unmirror (cr, rect, &from_right);
  x = rect.x - extents.x;
  if (align == MP_ALIGN_MIDDLE)
    x += (rect.width - extents.width) / 2;
  else if ((align == MP_ALIGN_END) != from_right)
    x += rect.width - extents.width;
  show_within (text, cr, string, layout, x, rect.y + (rect.height - extents.height) / 2, rect,
               color);
  cairo_restore (cr);
}

void
mp_text_draw_paragraph (MpText *text, cairo_t *cr, MpTextRole role, const char *string, MpRect rect,
                        MpRgb color)
{
  PangoLayout *layout = get_layout (text, role, string, MAX (rect.width, 1), MAX (rect.height, 1));
  MpRect extents = layout_extents (layout);
  gboolean from_right;

  rect = unmirror (cr, rect, &from_right);
  show_within (text, cr, string, layout,
               from_right ? rect.x + rect.width - extents.width - extents.x : rect.x, rect.y, rect,
               color);
  cairo_restore (cr);
}

MpSize
mp_text_measure_paragraph (MpText *text, MpTextRole role, const char *string, double width)
{
  return layout_size (get_layout (text, role, string, MAX (width, 1), 0));
}

double
mp_text_line_height (MpText *text, MpTextRole role)
{
  /* A capital letter with a ring is as high as letters get. */
  return ceil (mp_measure (mp_text_get_measure (text), role, "Å").height);
}
