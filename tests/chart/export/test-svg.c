/* test-svg.c: a figure as SVG: valid, complete, and the same again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-svg-value.h"
#include "mp-svg.h"

#include "mp-test-hostile.h"
#include "mp-test-picture.h"
#include "test-svg-support.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* --- Reading back ----------------------------------------------------------------------------- */

/* What an SVG holds. */
typedef struct {
  GHashTable *ids;
  GHashTable *references; /* ids that something refers to */
  GPtrArray *texts;
  GPtrArray *links;
  GPtrArray *titles;
  GPtrArray *elements; /* the names of those that are open, borrowed */
  GString *words;      /* of the text or title that is open */
  char *description;
  guint n_paths;
  guint n_rtl;
  guint deepest; /* links in each other */
} Svg;

static void
svg_clear (Svg *svg)
{
  g_hash_table_unref (svg->ids);
  g_hash_table_unref (svg->references);
  g_ptr_array_unref (svg->texts);
  g_ptr_array_unref (svg->links);
  g_ptr_array_unref (svg->titles);
  g_ptr_array_unref (svg->elements);
  g_string_free (svg->words, TRUE);
  g_free (svg->description);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Svg, svg_clear)

static void
read_attribute (Svg *svg, const char *name, const char *value)
{
  g_assert_cmpstr (name, !=, "style");
  g_assert_cmpstr (name, !=, "transform");
  if (g_str_equal (name, "id"))
    g_assert_true (g_hash_table_add (svg->ids, g_strdup (value)));
  else if (g_str_has_prefix (value, "url(#"))
    g_hash_table_add (svg->references, g_strndup (value + 5, strlen (value) - 6));
  else if (g_str_has_prefix (name, "aria-") && g_str_has_suffix (name, "by"))
    g_hash_table_add (svg->references, g_strdup (value));
  else if (g_str_equal (name, "href"))
    g_ptr_array_add (svg->links, g_strdup (value));
  else if (g_str_equal (name, "direction") && g_str_equal (value, "rtl"))
    svg->n_rtl++;
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names,
               const char **values, gpointer data, GError **error)
{
  Svg *svg = data;
  guint depth = 0;

  (void) context, (void) error;
  for (guint i = 0; names[i] != NULL; i++)
    read_attribute (svg, names[i], values[i]);
  g_ptr_array_add (svg->elements, g_strdup (name));
  for (guint i = 0; i < svg->elements->len; i++)
    depth += g_str_equal (g_ptr_array_index (svg->elements, i), "a");
  svg->deepest = MAX (svg->deepest, depth);
  svg->n_paths += g_str_equal (name, "path");
  if (!g_str_equal (name, "tspan"))
    g_string_truncate (svg->words, 0);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Svg *svg = data;

  (void) context, (void) error;
  g_ptr_array_set_size (svg->elements, (gint) svg->elements->len - 1);
  if (g_str_equal (name, "text"))
    g_ptr_array_add (svg->texts, g_strdup (svg->words->str));
  else if (g_str_equal (name, "title"))
    g_ptr_array_add (svg->titles, g_strdup (svg->words->str));
  else if (g_str_equal (name, "desc"))
    svg->description = g_strdup (svg->words->str);
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
           GError **error)
{
  (void) context, (void) error;
  g_string_append_len (((Svg *) data)->words, text, (gssize) length);
}

static GPtrArray *
strings_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* Reads a text, which must be well formed, use nothing that is forbidden, and refer to nothing that
 * is not there. Characters that XML forbids end the test as well. Free with svg_clear (). */
static Svg
read_svg (const char *text)
{
  static const GMarkupParser parser = { start_element, end_element, read_text, NULL, NULL };
  Svg svg = { .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
              .references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
              .texts = strings_new (),
              .links = strings_new (),
              .titles = strings_new (),
              .elements = strings_new (),
              .words = g_string_new (NULL) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer reference;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_assert_true (c >= 0x20 || c == '\n' || c == '\t');
    g_assert_true (c != 0xfffe && c != 0xffff);
  }
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, svg.references);
  while (g_hash_table_iter_next (&iter, &reference, NULL))
    g_assert_true (g_hash_table_contains (svg.ids, reference));
  g_assert_cmpuint (svg.deepest, <=, 1);
  return svg;
}

static guint
count (GPtrArray *strings, const char *string)
{
  guint n = 0;

  for (guint i = 0; i < strings->len; i++)
    n += g_str_equal (g_ptr_array_index (strings, i), string);
  return n;
}

/* Returns a string without what only turns text. */
static char *
without_marks (const char *string)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c != 0x200e && !(c >= 0x2066 && c <= 0x2069))
      g_string_append_unichar (plain, c);
  }
  return g_string_free (plain, FALSE);
}

/* Fails unless a string is there, or the beginning of it and an ellipsis. */
static void
assert_text (const Svg *svg, const char *string)
{
  g_autofree char *wanted = without_marks (string);

  for (guint i = 0; i < svg->texts->len; i++) {
    g_autofree char *text = without_marks (g_ptr_array_index (svg->texts, i));

    if (g_str_equal (text, wanted) ||
        (g_str_has_suffix (text, "…") && strncmp (text, wanted, strlen (text) - strlen ("…")) == 0))
      return;
  }
  g_error ("no text says \"%s\"", wanted);
}

/* --- What is in it ---------------------------------------------------------------------------- */

static void
assert_complete (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, options);
  const MpScene *scene = mp_figure_get_scene (figure);
  g_autofree char *text = export_svg (agreement, options);
  g_auto (Svg) svg = read_svg (text);

  g_assert_cmpuint (count (svg.titles, mp_figure_get_headline (figure)), >=, 1);
  g_assert_true (g_str_has_prefix (svg.description, mp_figure_get_headline (figure)));
  for (guint i = 0; i < scene->n_bars; i++)
    if (scene->bars[i].label.width > 0)
      assert_text (&svg, scene->bars[i].text);
  for (guint i = 0; i < scene->n_marks; i++)
    if (mp_rect_intersects (scene->marks[i].label, scene->band))
      assert_text (&svg, scene->marks[i].text);
  for (guint i = 0; i < scene->n_row_items; i++)
    assert_text (&svg, scene->row_items[i].text);
  for (guint i = 0; i < scene->n_ticks; i++)
    if (scene->ticks[i].label != NULL && !scene->as_of.visible)
      assert_text (&svg, scene->ticks[i].label);
  for (guint i = 0; i < scene->n_numbers; i++)
    assert_text (&svg, scene->numbers[i].text);
  for (guint i = 0; i < scene->n_clusters; i++)
    assert_text (&svg, scene->clusters[i].text);
}

static void
test_complete (void)
{
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();

  options.width = 1600;
  assert_complete (shipped, &options);
  options.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (shipped, "reset-2026") };
  assert_complete (shipped, &options);
  options.theme = MP_THEME_CONTRAST;
  assert_complete (shipped, &options);
}

static void
test_random (void)
{
  for (guint i = 0; i < 20; i++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (40);
    MpFigureOptions options = new_options ();

    options.theme = (MpTheme) g_test_rand_int_range (0, MP_N_THEMES);
    options.direction = g_test_rand_bit () ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR;
    options.width = g_test_rand_int_range (300, 1600);
    assert_complete (agreement, &options);
  }
}

static void
test_entries (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (KINDS);
  MpFigureOptions options = new_options ();
  g_autofree char *text = export_svg (agreement, &options);
  g_auto (Svg) svg = read_svg (text);

  g_assert_true (g_hash_table_contains (svg.ids, "entry-rent-1"));
  g_assert_true (g_hash_table_contains (svg.ids, "entry-rent-2"));
  g_assert_true (g_hash_table_contains (svg.ids, "entry-sign"));
  g_assert_cmpuint (count (svg.titles, "Signed, 1 May 2019"), >=, 1);
  g_assert_true (g_hash_table_contains (svg.ids, "page-1"));
}

/* A figure of the shipped agreement leads to each of its sources. */
static void
test_links (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autoptr (MpFigure) figure = NULL;
  g_autofree char *text = NULL;
  g_auto (Svg) svg = { NULL };

  options.width = 1600;
  figure = mp_figure_new (agreement, &options);
  text = export_svg (agreement, &options);
  svg = read_svg (text);
  for (guint i = 0; i < mp_figure_get_references (figure)->n_entries; i++) {
    guint32 source = mp_figure_get_references (figure)->entries[i].source;
    const MpSource *of = &mp_agreement_sources (agreement, NULL)[source];

    if (*mp_agreement_text (agreement, of->url) != '\0')
      /* In the list and, at least once, at a mark or a bar. */
      g_assert_cmpuint (count (svg.links, mp_agreement_text (agreement, of->url)), >=, 2);
  }
  for (guint i = 0; i < svg.links->len; i++)
    g_assert_true (g_str_has_prefix (g_ptr_array_index (svg.links, i), "http"));
}

/* The words of a selected label stand there once. */
static void
test_selection (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (KINDS);
  MpFigureOptions options = new_options ();
  g_autofree char *text = NULL;
  g_auto (Svg) svg = { NULL };

  options.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "sign") };
  text = export_svg (agreement, &options);
  svg = read_svg (text);
  g_assert_cmpuint (count (svg.texts, "Signed"), ==, 1);
}

static void
test_table (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate before = mp_test_date ("2026-04-26"), as_of = mp_test_date ("2026-04-28");
  MpFigureOptions options = new_options ();
  g_autofree char *text = NULL;
  g_auto (Svg) svg = { NULL };

  options.chart = MP_CHART_TABLE;
  options.before = &before;
  options.as_of = &as_of;
  text = export_svg (agreement, &options);
  svg = read_svg (text);
  assert_text (&svg, "Selling OpenAI's API");
}

/* --- Texts ------------------------------------------------------------------------------------ */

static void
test_scripts (void)
{
  static const char *const titles[] = { "年度协议签署", "توقيع الاتفاقية", "חתימה 2026 (a)" };
  g_autofree char *lines = g_strdup_printf ("milestone zh 2020-01-01 1 stated - %s\n"
                                            "milestone ar 2025-01-01 1 stated - %s\n"
                                            "milestone he 2030-01-01 1 stated - %s\n",
                                            titles[0], titles[1], titles[2]);
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpFigureOptions options = new_options ();

  for (guint rtl = 0; rtl < 2; rtl++) {
    g_autofree char *text = NULL;
    g_auto (Svg) svg = { NULL };

    options.direction = rtl ? MP_TEXT_DIRECTION_RTL : MP_TEXT_DIRECTION_LTR;
    text = export_svg (agreement, &options);
    svg = read_svg (text);
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
      assert_text (&svg, titles[i]);
    g_assert_cmpuint (svg.n_rtl, >=, 2);
  }
}

static void
test_hostile (void)
{
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *title = mp_test_hostile_title (kind);
    g_autofree char *json = mp_test_hostile_json (title);
    g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (json);
    MpFigureOptions options = new_options ();
    g_autofree char *text = export_svg (agreement, &options);
    g_auto (Svg) svg = read_svg (text);

    g_test_message ("%s", mp_test_hostile_name (kind));
    g_assert_true (g_hash_table_contains (svg.ids, "entry-hostile"));
  }
}

/* What XML forbids, and what would end what it stands in. */
static void
test_forbidden (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("milestone m 2025-01-01 1 stated - a]]>b</text><script>c&d\"e'\x01\x1f"
                       "\xef\xbf\xbf\xef\xbf\xbe");
  MpFigureOptions options = new_options ();
  g_autofree char *text = export_svg (agreement, &options);
  g_auto (Svg) svg = read_svg (text);

  assert_text (&svg, "a]]>b</text><script>c&d\"e'\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void
test_outlines (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (KINDS);
  MpFigureOptions options = new_options ();
  g_autofree char *texts = export_svg (agreement, &options), *outlines = NULL;
  g_auto (Svg) plain = read_svg (texts), outlined = { NULL };

  options.has_outlines = TRUE;
  outlines = export_svg (agreement, &options);
  outlined = read_svg (outlines);
  g_assert_cmpuint (plain.texts->len, >, 20);
  g_assert_cmpuint (outlined.texts->len, ==, 0);
  g_assert_cmpuint (outlined.n_paths, >, plain.n_paths + 20);
}

/* --- Values ----------------------------------------------------------------------------------- */

static void
test_numbers (void)
{
  static const struct {
    double value;
    const char *length;
    const char *share;
  } cases[] = { { 0, "0", "0" },
                { -0.001, "0", "-0.001" },
                { 0.03, "0.03", "0.03" },
                { 12.5, "12.5", "12.5" },
                { -7, "-7", "-7" },
                { 100, "100", "100" },
                { 0.999, "1", "0.999" },
                { 10.05, "10.05", "10.05" },
                { 1234567.891, "1234567.89", "1234567.891" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_cmpstr (mp_svg_number (cases[i].value).text, ==, cases[i].length);
    g_assert_cmpstr (mp_svg_share (cases[i].value).text, ==, cases[i].share);
  }
  for (guint i = 0; i < 1000; i++) {
    double value = g_test_rand_double_range (-5000, 5000);

    g_assert_cmpfloat (fabs (g_ascii_strtod (mp_svg_number (value).text, NULL) - value), <,
                       0.00501);
  }
}

/* --- The same again --------------------------------------------------------------------------- */

static void
test_same (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = new_options ();
  g_autofree char *first = export_svg (agreement, &options);
  g_autofree char *second = export_svg (agreement, &options);

  g_assert_cmpstr (first, ==, second);
}

/* Without what is behind a point, which other versions of Pango round differently. */
static char *
without_decimals (const char *text)
{
  GString *whole = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '.' && p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
      while (g_ascii_isdigit (p[1]))
        p++;
    else
      g_string_append_c (whole, *p);
  }
  return g_string_free (whole, FALSE);
}

static void
test_golden (void)
{
  g_autoptr (MpAgreement) agreement =
    mp_test_agreement ("term rent - Rent\nphase 2020-01-01/2022 stated Low\ncite one\n"
                       "milestone sign 2020-01-01 1 stated rent Signed\ncite one,two\n");
  MpFigureOptions options = new_options ();
  g_autofree char *text = NULL, *whole = NULL;

  if (!mp_test_picture_has_fonts ())
    return;
  options.width = 600;
  text = export_svg (agreement, &options);
  whole = without_decimals (text);
  mp_test_assert_golden ("small.svg", whole);
}

/* --- In a page -------------------------------------------------------------------------------- */

static char *
find_entry (MpItem item, gpointer data)
{
  (void) data;
  return item.kind == MP_ITEM_MILESTONE ? g_strdup_printf ("#milestone%u", item.index) : NULL;
}

static char *
find_source (guint32 source, gpointer data)
{
  (void) data;
  return g_strdup_printf ("#source%u", source);
}

static void
test_fragment (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (KINDS);
  MpFigureOptions options = new_options ();
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (MpMarkup) markup = mp_markup_new (stream, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (Svg) svg = { NULL };
  GHashTableIter iter;
  gpointer id;

  mp_svg_write_fragment (markup, &(MpSvgFragment) { .figure = figure,
                                                    .options = &options,
                                                    .id_prefix = "light-",
                                                    .find_entry = find_entry,
                                                    .find_source = find_source });
  g_assert_true (mp_markup_finish (markup, &error));
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  svg = read_svg (text);
  g_assert_true (g_str_has_prefix (text, "<svg "));
  g_assert_null (strstr (text, " width=\"1000\" height"));
  g_hash_table_iter_init (&iter, svg.ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_str_has_prefix (id, "light-"));
  g_assert_cmpuint (count (svg.links, "#milestone0"), ==, 1);
  g_assert_cmpuint (count (svg.links, "#source0"), >=, 2);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svg/complete", test_complete);
  g_test_add_func ("/svg/random", test_random);
  g_test_add_func ("/svg/entries", test_entries);
  g_test_add_func ("/svg/links", test_links);
  g_test_add_func ("/svg/selection", test_selection);
  g_test_add_func ("/svg/table", test_table);
  g_test_add_func ("/svg/scripts", test_scripts);
  g_test_add_func ("/svg/hostile", test_hostile);
  g_test_add_func ("/svg/forbidden", test_forbidden);
  g_test_add_func ("/svg/outlines", test_outlines);
  g_test_add_func ("/svg/numbers", test_numbers);
  g_test_add_func ("/svg/same", test_same);
  g_test_add_func ("/svg/golden", test_golden);
  g_test_add_func ("/svg/fragment", test_fragment);
  return mp_test_run_with_fonts ();
}
