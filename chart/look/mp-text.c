/* mp-text.c: shapes and measures text with Pango
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-text-private.h"

#include "mp-text-lines.h"
#include "mp-untrusted-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The first family that is installed is used. sans-serif always is. */
#define FAMILY "Cantarell, Noto Sans, DejaVu Sans, " ANY_FAMILY
#define ANY_FAMILY "sans-serif"

/* How many shaped texts are kept. A crowded window shows a few hundred. */
#define MAX_KEPT 4096

/* How many bytes of masks are kept. A crowded window needs a quarter of it. */
#define MAX_MASK_BYTES ((gsize) 3 * 1024 * 1024)

#define LEFT_TO_RIGHT_MARK "\342\200\216"

/* The first character of the scripts after Latin, Greek, Cyrillic and Armenian: Hebrew. */
#define FIRST_OTHER_SCRIPT 0x0590

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
  [MP_TEXT_HEADLINE] = { 50, PANGO_WEIGHT_BOLD },
  [MP_TEXT_STANDFIRST] = { 24, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_NAME] = { 22, PANGO_WEIGHT_BOLD },
  [MP_TEXT_STATE] = { 22, PANGO_WEIGHT_BOLD },
  [MP_TEXT_PLAIN] = { 20, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_STRONG] = { 20, PANGO_WEIGHT_BOLD },
  [MP_TEXT_SMALL] = { 18, PANGO_WEIGHT_NORMAL },
  [MP_TEXT_SMALL_STRONG] = { 18, PANGO_WEIGHT_BOLD },
  [MP_TEXT_YEAR] = { 20, PANGO_WEIGHT_SEMIBOLD },
  [MP_TEXT_REFERENCE] = { 16, PANGO_WEIGHT_NORMAL },
};

struct _MpText {
  /* Owned */
  PangoContext *context;
  PangoFontDescription *descriptions[MP_N_TEXT_ROLES];
  GHashTable *texts; /* Key → MpShaped */
  MpStamps *stamps;

  double narrow[MP_N_TEXT_ROLES]; /* the width of an "i", and of an "n"; 0: not known yet */
  double normal[MP_N_TEXT_ROLES];
  gsize mask_bytes; /* of all masks */
  double scale;
  MpTextDirection direction;
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

static void
shaped_free (gpointer data)
{
  for (MpShaped *shaped = data, *next; shaped != NULL; shaped = next) {
    next = shaped->next;
    g_object_unref (shaped->layout);
    mp_text_mask_clear (&shaped->mask);
    g_free (shaped);
  }
}

static void
forget_masks (MpText *text)
{
  GHashTableIter iter;
  gpointer first;

  g_hash_table_iter_init (&iter, text->texts);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    for (MpShaped *shaped = first; shaped != NULL; shaped = shaped->next)
      mp_text_mask_clear (&shaped->mask);
  text->mask_bytes = 0;
}

static void
forget_texts (MpText *text)
{
  g_hash_table_remove_all (text->texts);
  text->mask_bytes = 0;
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
  text->stamps = mp_stamps_new ();
  text->texts = g_hash_table_new_full (key_hash, key_equal, key_free, shaped_free);
  return text;
}

static gboolean
has_role (gpointer key, gpointer value, gpointer role)
{
  (void) value;
  return ((const Key *) key)->role == GPOINTER_TO_UINT (role);
}

void
mp_text_set_size (MpText *text, MpTextRole role, double size)
{
  int units = (int) (size * text->scale * PANGO_SCALE);

  g_return_if_fail (size > 0);

  if (pango_font_description_get_size (text->descriptions[role]) == units)
    return;
  pango_font_description_set_absolute_size (text->descriptions[role], units);
  text->narrow[role] = text->normal[role] = 0;
  forget_masks (text);
  g_hash_table_foreach_remove (text->texts, has_role, GUINT_TO_POINTER (role));
}

void
mp_text_free (MpText *text)
{
  if (text == NULL)
    return;
  g_hash_table_unref (text->texts);
  mp_stamps_free (text->stamps);
  for (guint role = 0; role < MP_N_TEXT_ROLES; role++)
    pango_font_description_free (text->descriptions[role]);
  g_object_unref (text->context);
  g_free (text);
}

/* Adds a family to a list, unless it is there. */
static void
add_family (GPtrArray *families, const char *family)
{
  g_autofree char *name = g_strstrip (g_strdup (family));

  if (*name != '\0' && !g_ptr_array_find_with_equal_func (families, name, g_str_equal, NULL))
    g_ptr_array_add (families, g_steal_pointer (&name));
}

/* Returns the family of which letters are here. Free with g_free (). */
static char *
find_family (const char *family)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *wanted = pango_font_description_new (), *found;
  PangoFont *font;
  char *name;

  pango_font_description_set_family (wanted, family);
  font = pango_context_load_font (context, wanted);
  found = font != NULL ? pango_font_describe (font) : pango_font_description_copy (wanted);
  name = g_strdup (pango_font_description_get_family (found));
  pango_font_description_free (found);
  pango_font_description_free (wanted);
  g_clear_object (&font);
  g_object_unref (context);
  return name;
}

char *
mp_text_families (const char *family)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *found = find_family (family != NULL ? family : FAMILY);
  g_auto (GStrv) names = g_strsplit (family != NULL ? family : FAMILY, ",", -1);

  add_family (families, found);
  for (guint i = 0; names[i] != NULL; i++)
    add_family (families, names[i]);
  add_family (families, ANY_FAMILY);
  g_ptr_array_add (families, NULL);
  return g_strjoinv (", ", (char **) families->pdata);
}

/* A plus or minus sign stands to the left of its number in every language. If the text has no
 * letters, Pango would treat the sign as punctuation and move it to the right. Where nothing goes
 * that way, isolates are left out: Pango would shape each part by itself, which takes longer. */
static void
set_text (MpText *text, PangoLayout *layout, const char *string)
{
  g_autofree char *changed = NULL;

  if (text->direction == MP_TEXT_DIRECTION_LTR)
    changed = mp_untrusted_text_join (string);
  else if (*string == '+' || *string == '-')
    changed = g_strconcat (LEFT_TO_RIGHT_MARK, string, NULL);
  pango_layout_set_text (layout, changed != NULL ? changed : string, -1);
}

static int
to_pango (double length)
{
  return (int) (length * PANGO_SCALE);
}

/* Returns whether a text has letters of Latin, Greek and Cyrillic only, or none: other scripts
 * cannot be written without ligatures. */
static gboolean
can_be_without_ligatures (const char *string)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= FIRST_OTHER_SCRIPT && g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Programs that read SVG files set letters one by one, some with ligatures and some without. Pages,
 * which are written as such files, have none, so that every reader has the letters in one place. */
static void
leave_ligatures_out (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Width and height are as in Key. */
static MpShaped *
shape (MpText *text, MpTextRole role, const char *string, int width, int height)
{
  PangoLayout *layout = pango_layout_new (text->context);
  MpShaped *shaped = g_new0 (MpShaped, 1);

  pango_layout_set_font_description (layout, text->descriptions[role]);
  if (role >= MP_TEXT_HEADLINE && can_be_without_ligatures (string))
    leave_ligatures_out (layout);
  set_text (text, layout, string);
  pango_layout_set_width (layout, width);
  /* Pango aligns the lines that go in the direction of the context like this, and those of the
   * other direction to the opposite side, so that every line begins where it is read from. */
  if (text->direction == MP_TEXT_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  if (height < 0)
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  else
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (height > 0)
    pango_layout_set_height (layout, height);
  if (height != 0)
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  shaped->layout = layout;
  return shaped;
}

static void
keep (MpText *text, Key key, MpShaped *shaped)
{
  if (g_hash_table_size (text->texts) >= MAX_KEPT)
    forget_texts (text);
  key.string = g_strdup (key.string);
  g_hash_table_insert (text->texts, g_memdup2 (&key, sizeof key), shaped);
}

MpShaped *
mp_text_get_line (MpText *text, MpTextRole role, const char *string, double width, double height)
{
  Key key = { (char *) string, role, width < 0 ? -1 : to_pango (width),
              height < 0 ? -1 : to_pango (height) };
  MpShaped *shaped = g_hash_table_lookup (text->texts, &key);

  if (shaped == NULL) {
    shaped = shape (text, role, string, key.width, key.height);
    keep (text, key, shaped);
  }
  return shaped;
}

static MpRect
from_pango (PangoRectangle rect)
{
  return (MpRect) { (double) rect.x / PANGO_SCALE, (double) rect.y / PANGO_SCALE,
                    (double) rect.width / PANGO_SCALE, (double) rect.height / PANGO_SCALE };
}

MpRect
mp_shaped_extents (const MpShaped *shaped)
{
  PangoRectangle extents;

  pango_layout_get_extents (shaped->layout, NULL, &extents);
  return from_pango (extents);
}

static MpSize
size_of (const MpShaped *shaped)
{
  MpRect extents = mp_shaped_extents (shaped);

  return (MpSize) { extents.width, extents.height };
}

MpShaped *
mp_text_get_paragraph (MpText *text, MpTextRole role, const char *string, double width)
{
  Key key = { (char *) string, role, 0, 0 };
  MpShaped *first = g_hash_table_lookup (text->texts, &key), *shaped;
  int wanted = to_pango (MAX (width, 1));

  for (shaped = first; shaped != NULL; shaped = shaped->next)
    if (shaped->least <= wanted && wanted <= shaped->most)
      return shaped;
  shaped = shape (text, role, string, wanted, 0);
  shaped->least = MIN (wanted, to_pango (size_of (shaped).width));
  shaped->most = mp_text_lines_most (shaped->layout, wanted);
  if (first == NULL) {
    keep (text, key, shaped);
  } else {
    shaped->next = first->next;
    first->next = shaped;
  }
  return shaped;
}

static MpSize
measure_line (MpTextRole role, const char *string, gpointer data)
{
  return size_of (mp_text_get_line (data, role, string, -1, -1));
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
mp_text_set_direction (MpText *text, MpTextDirection direction)
{
  if (text->direction == direction)
    return;
  text->direction = direction;
  pango_context_set_base_dir (text->context, direction == MP_TEXT_DIRECTION_RTL
                                               ? PANGO_DIRECTION_WEAK_RTL
                                               : PANGO_DIRECTION_WEAK_LTR);
  forget_texts (text);
}

MpTextDirection
mp_text_get_direction (const MpText *text)
{
  return text->direction;
}

MpStamps *
mp_text_get_stamps (MpText *text)
{
  return text->stamps;
}

MpMeasure
mp_text_get_measure (MpText *text)
{
  return (MpMeasure) { measure_line, text, text->scale, least_width };
}

const MpTextMask *
mp_text_get_mask (MpText *text, MpShaped *shaped, const MpPixels *pixels)
{
  if (mp_text_mask_suits (&shaped->mask, pixels))
    return &shaped->mask;
  if (text->mask_bytes > MAX_MASK_BYTES)
    forget_masks (text);
  text->mask_bytes -= mp_text_mask_bytes (&shaped->mask);
  mp_text_mask_clear (&shaped->mask);
  mp_text_mask_draw (&shaped->mask, shaped->layout, pixels);
  text->mask_bytes += mp_text_mask_bytes (&shaped->mask);
  return &shaped->mask;
}

MpSize
mp_text_measure_paragraph (MpText *text, MpTextRole role, const char *string, double width)
{
  return size_of (mp_text_get_paragraph (text, role, string, width));
}

MpLineSize
mp_text_measure_line (MpText *text, MpTextRole role, const char *string)
{
  MpShaped *shaped = mp_text_get_line (text, role, string, -1, -1);
  MpSize size = size_of (shaped);

  return (MpLineSize) { size.width, size.height,
                        (double) pango_layout_get_baseline (shaped->layout) / PANGO_SCALE };
}

MpTextDirection
mp_text_direction_of (MpText *text, const char *string)
{
  PangoLayout *layout = mp_text_get_line (text, MP_TEXT_SMALL, string, -1, -1)->layout;

  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL ? MP_TEXT_DIRECTION_RTL
                                                                       : MP_TEXT_DIRECTION_LTR;
}

char **
mp_text_break (MpText *text, MpTextRole role, const char *string, double width)
{
  MpShaped *shaped = mp_text_get_paragraph (text, role, string, width);
  const char *all = pango_layout_get_text (shaped->layout);
  GPtrArray *lines = g_ptr_array_new ();

  for (GSList *l = pango_layout_get_lines_readonly (shaped->layout); l != NULL; l = l->next) {
    PangoLayoutLine *line = l->data;

    char *words = g_strndup (all + line->start_index, (gsize) line->length);

    g_ptr_array_add (lines, g_strchomp (words));
  }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

double
mp_text_line_height (MpText *text, MpTextRole role)
{
  /* A capital letter with a ring is as high as letters get. */
  return ceil (mp_measure (mp_text_get_measure (text), role, "Å").height);
}
