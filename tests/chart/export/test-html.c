/* test-html.c: the page is whole: every tag is closed, every link leads somewhere, nothing escapes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in other languages as well, in which tests/in-locale sets the locale.
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-compare.h"
#include "mp-export.h"
#include "mp-html.h"
#include "mp-preset.h"

#include "mp-test-hostile.h"
#include "mp-test-scene.h"
#include "mp-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* --- Making pages ----------------------------------------------------------------------------- */

static const MpExportFormat *
html_format (void)
{
  const MpExportFormat *format = mp_export_find_format ("page.html");

  g_assert_nonnull (format);
  g_assert_cmpstr (format->name, ==, "HTML");
  return format;
}

static char *
make_page_with (MpAgreement *agreement, const MpFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mp_export_figure (html_format (), agreement, options, &error);

  g_assert_no_error (error);
  g_assert_true (
    g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
make_page (MpAgreement *agreement)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  return make_page_with (agreement, &options);
}

/* --- Reading them strictly -------------------------------------------------------------------- */

/* What a reader finds in a page. */
typedef struct {
  GHashTable *ids;    /* each once */
  GPtrArray *targets; /* of links within the page */
  GPtrArray *links;   /* to elsewhere */
  GString *text;      /* all of it, but for that of pictures */
  guint n_pictures;   /* that are open */
  char *policy;
  char *language;
  char *direction;
} Page;

static void
read_attribute (Page *page, const char *element, const char *name, const char *value)
{
  /* A policy drops these, and they are how a page runs what it should not. */
  g_assert_false (g_str_has_prefix (name, "on"));
  g_assert_cmpstr (name, !=, "style");
  g_assert_cmpstr (name, !=, "src");
  if (g_str_equal (name, "id")) {
    g_assert_cmpstr (value, !=, "");
    g_assert_null (strpbrk (value, " \t\n"));
    if (!g_hash_table_add (page->ids, g_strdup (value)))
      g_error ("the id %s is there twice", value);
  } else if (g_str_has_suffix (name, "href") && value[0] == '#') {
    g_ptr_array_add (page->targets, g_strdup (value + 1));
  } else if (g_str_has_suffix (name, "href")) {
    g_assert_true (g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://"));
    g_ptr_array_add (page->links, g_strdup (value));
  } else if (g_str_equal (element, "html") && g_str_equal (name, "lang")) {
    page->language = g_strdup (value);
  } else if (g_str_equal (element, "html") && g_str_equal (name, "dir")) {
    page->direction = g_strdup (value);
  } else if (g_str_equal (name, "content") && g_str_has_prefix (value, "default-src")) {
    page->policy = g_strdup (value);
  }
}

static void
read_start (GMarkupParseContext *context, const char *element, const char **names,
            const char **values, gpointer data, GError **error)
{
  Page *page = data;
  gboolean is_outside = FALSE, is_safe = FALSE;

  (void) context;
  (void) error;
  for (guint i = 0; names[i] != NULL; i++) {
    read_attribute (page, element, names[i], values[i]);
    is_outside = is_outside || (g_str_equal (names[i], "href") && values[i][0] != '#');
    is_safe =
      is_safe || (g_str_equal (names[i], "rel") && g_str_equal (values[i], "noopener noreferrer"));
  }
  g_assert_true (!is_outside || is_safe);
  page->n_pictures += g_str_equal (element, "svg");
}

static void
read_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  (void) context;
  (void) error;
  ((Page *) data)->n_pictures -= g_str_equal (element, "svg");
}

static void
read_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
           GError **error)
{
  (void) context;
  (void) error;
  if (((Page *) data)->n_pictures == 0)
    g_string_append_len (((Page *) data)->text, text, (gssize) length);
}

/* Returns what is between the tags of an element that HTML does not read as markup, and takes it
 * out of the page. */
static char *
cut_out (char *page, const char *begin, const char *end)
{
  char *from = strstr (page, begin), *until;
  char *inner;

  g_assert_nonnull (from);
  from += strlen (begin);
  until = strstr (from, end);
  g_assert_nonnull (until);
  inner = g_strndup (from, (gsize) (until - from));
  memmove (from, until, strlen (until) + 1);
  return inner;
}

static char *
hash_of (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  return g_strconcat ("'sha256-", base64, "'", NULL);
}

/* Reads a page as XML, which forgives nothing, after its style and its script have been cut out;
 * checks both against the policy, and that every link within the page leads somewhere. */
static void
page_init (Page *page, const char *html)
{
  static const GMarkupParser parser = { .start_element = read_start,
                                        .end_element = read_end,
                                        .text = read_text };
  g_autofree char *markup = g_strdup (html);
  g_autofree char *style = cut_out (markup, "<style>", "</style>");
  g_autofree char *script = cut_out (markup, "<script>", "</script>");
  g_autofree char *style_hash = hash_of (style), *script_hash = hash_of (script);
  g_autofree char *policy =
    g_strdup_printf ("default-src 'none'; style-src %s; script-src %s; base-uri 'none'; "
                     "form-action 'none'",
                     style_hash, script_hash);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, page, NULL);
  g_autoptr (GError) error = NULL;

  *page = (Page) { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                   g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free),
                   g_string_new (NULL) };
  g_assert_true (g_str_has_prefix (markup, "<!DOCTYPE html>\n"));
  g_markup_parse_context_parse (context, markup + strlen ("<!DOCTYPE html>\n"), -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_cmpstr (page->policy, ==, policy);
  for (guint i = 0; i < page->targets->len; i++)
    if (!g_hash_table_contains (page->ids, g_ptr_array_index (page->targets, i)))
      g_error ("nothing has the id %s", (char *) g_ptr_array_index (page->targets, i));
}

static void
page_clear (Page *page)
{
  g_hash_table_unref (page->ids);
  g_ptr_array_unref (page->targets);
  g_ptr_array_unref (page->links);
  g_string_free (page->text, TRUE);
  g_free (page->policy);
  g_free (page->language);
  g_free (page->direction);
}

static void
assert_has (const Page *page, const char *text)
{
  if (strstr (page->text->str, text) == NULL)
    g_error ("the page does not say \"%s\"", text);
}

/* Every milestone, term, phase and source of the agreement has its place, and what the file says of
 * each is in the page. */
static void
assert_complete (const Page *page, MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n_terms, n_sources;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);

  for (guint i = 0; i < milestones->length; i++) {
    const char *id = mp_agreement_text (agreement, milestones->id[i]);

    g_assert_true (g_hash_table_contains (page->ids, id));
    assert_has (page, mp_agreement_text (agreement, milestones->title[i]));
    assert_has (page, mp_agreement_text (agreement, milestones->summary[i]));
  }
  for (guint i = 0; i < n_terms; i++) {
    const char *id = mp_agreement_text (agreement, terms[i].id);
    g_autofree char *other = g_strconcat (id, ".term", NULL);

    g_assert_true (g_hash_table_contains (
      page->ids, mp_agreement_find_milestone (agreement, id) == MP_NONE ? id : other));
    assert_has (page, mp_agreement_text (agreement, terms[i].title));
    assert_has (page, mp_agreement_text (agreement, terms[i].summary));
  }
  for (guint i = 0; i < phases->length; i++) {
    assert_has (page, mp_agreement_text (agreement, phases->state[i]));
    assert_has (page, mp_agreement_text (agreement, phases->summary[i]));
  }
  for (guint i = 0; i < n_sources; i++) {
    g_autofree char *anchor =
      g_strconcat ("source-", mp_agreement_text (agreement, sources[i].id), NULL);

    g_assert_true (g_hash_table_contains (page->ids, anchor));
    assert_has (page, mp_agreement_text (agreement, sources[i].title));
    assert_has (page, mp_agreement_text (agreement, sources[i].note));
  }
}

/* --- Tests ------------------------------------------------------------------------------------ */

static void
check_whole (MpAgreement *agreement)
{
  g_autofree char *html = make_page (agreement), *again = make_page (agreement);
  Page page;

  g_assert_cmpstr (html, ==, again);
  page_init (&page, html);
  assert_complete (&page, agreement);
  page_clear (&page);
}

static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *html = make_page (agreement);
  Page page;
  guint n_sources, n_addresses = 0;
  const MpSource *sources = mp_agreement_sources (agreement, &n_sources);

  check_whole (agreement);
  page_init (&page, html);
  g_assert_true (g_hash_table_contains (page.ids, "reset-2026"));
  for (guint i = 0; i < n_sources; i++)
    n_addresses += *mp_agreement_text (agreement, sources[i].url) != '\0';
  g_assert_cmpuint (page.links->len, ==, n_addresses);
  page_clear (&page);
}

static void
test_sample (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_sample_agreement ();
  MpDate date = mp_test_date ("2024-03-31");
  g_autofree char *html = make_page (agreement), *known = mp_words_known_on (&date);
  Page page;

  check_whole (agreement);
  page_init (&page, html);
  /* A step of the story looks at an earlier knowledge. */
  assert_has (&page, known);
  page_clear (&page);
}

static void
test_small (void)
{
  static const char *const lines[] = {
    "topic t blue Nothing else\n",
    "term a - One\nphase 2020/2030 stated Held\n",
    "term a - One\n",
    "milestone m 2026-05~ 1 claimed - Alone\n",
    "term a - One\nphase ../.. disputed Always\nmilestone m 2024 1 stated a Changed\n",
    "term a - One\nphase Y-20000/Y12345 stated Old\nmilestone m Y-30000 1 stated a Older\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines[i]);

    check_whole (agreement);
  }
}

static void
test_random (void)
{
  for (guint i = 0; i < 20; i++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (30);
    g_autofree char *html = make_page (agreement);
    Page page;

    page_init (&page, html);
    page_clear (&page);
  }
}

/* Ids are unique within their kind only; anchors are unique in the page. */
static void
test_anchors (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (
    "{\"milepost\":1,\"title\":\"T\",\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"
    "\"sources\":[{\"id\":\"x\",\"title\":\"X\",\"kind\":\"press\"},"
    "{\"id\":\"y\",\"title\":\"Y\",\"kind\":\"press\"}],"
    "\"terms\":[{\"id\":\"x\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[{\"span\":\"2020/2022\","
    "\"state\":\"S\",\"certainty\":\"stated\",\"sources\":[\"x\"]}]},"
    "{\"id\":\"source-x\",\"title\":\"B\",\"topic\":\"t\",\"phases\":[]}],"
    "\"milestones\":[{\"id\":\"x\",\"date\":\"2022\",\"title\":\"C\",\"topic\":\"t\","
    "\"importance\":1,\"certainty\":\"stated\",\"changes\":[\"x\"],\"sources\":[\"y\"]}]}");
  g_autofree char *html = make_page (agreement);
  static const char *const ids[] = { "x",        "x.term",          "x.term.1",
                                     "source-x", "source-x.source", "source-y",
                                     "Terms",    "Sources" };
  Page page;

  page_init (&page, html);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (!g_hash_table_contains (page.ids, ids[i]))
      g_error ("nothing has the id %s", ids[i]);
  page_clear (&page);
}

/* No text of a file becomes markup, and none turns the text after it. */
static void
test_hostile (void)
{
  for (guint kind = 0; kind < mp_test_hostile_count (); kind++) {
    g_autofree char *title = mp_test_hostile_title (kind);
    g_autofree char *json = mp_test_hostile_json (title);
    g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (json);
    g_autofree char *html = make_page (agreement);
    Page page;

    g_test_message ("%s", mp_test_hostile_name (kind));
    page_init (&page, html);
    g_assert_true (mp_test_is_straight (page.text->str));
    g_assert_null (strstr (html, "<b>&amp;</b>"));
    page_clear (&page);
  }
}

/* What would end the element that a text stands in, or is no character of HTML, stays a text. */
static void
test_escape (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (
    "{\"milepost\":1,\"title\":\"</script><script>alert(1)</script>\","
    "\"summary\":\"</style>\\\"'<!-- &amp; ]]>\",\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"
    "\"sources\":[],\"terms\":[],\"milestones\":[]}");
  g_autofree char *html = make_page (agreement);
  Page page;

  page_init (&page, html);
  assert_has (&page, "</script><script>alert(1)</script>");
  assert_has (&page, "</style>\"'<!-- &amp; ]]>");
  g_assert_null (strstr (strstr (html, "<script>") + 1, "<script>"));
  page_clear (&page);
}

/* Vague dates stay vague: the script is told both bounds of a date, and none where there is none.
 */
static void
test_instants (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (
    "term a - One\nphase 2020/2030 stated Vague\nphase 2040-01-01/.. stated Open\n");
  g_autofree char *html = make_page (agreement);

  g_assert_nonnull (strstr (html,
                            "id=\"a.1\" class=\"phase\" data-basis=\"stated-end\" "
                            "data-maybe-from=\"1577836800\" data-sure-from=\"1609459200\" "
                            "data-sure-until=\"1893456000\" data-maybe-until=\"1924992000\""));
  g_assert_nonnull (strstr (
    html,
    "id=\"a.2\" class=\"phase\" data-basis=\"no-end\" "
    "data-maybe-from=\"2208988800\" data-sure-from=\"2209075200\" data-sure-until=\"Infinity\" "
    "data-maybe-until=\"Infinity\">"));
}

/* What is compared: two dates; else the selected milestone; else the one that the window compares.
 */
static void
test_comparison (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  guint32 other = mp_test_milestone (agreement, "reset-2026");
  MpDate before = mp_test_date ("2020-01-01"), after = mp_test_date ("2025-12-01"), first, last;
  g_autofree char *by_default = make_page_with (agreement, &options);
  g_autofree char *selected = NULL, *dates = NULL, *bounds = NULL;

  g_assert_nonnull (strstr (by_default, "<section id=\"Comparison\">"));
  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++)
    if (mp_agreement_milestones (agreement)->changes[i].count > 0 && i != other)
      options.selection = (MpItem) { MP_ITEM_MILESTONE, i };
  selected = make_page_with (agreement, &options);
  g_assert_true (mp_compare_sides (agreement, options.selection.index, &first, &last));
  bounds = g_strdup_printf (" data-before=\"%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\" data-after",
                            first.earliest, first.after);
  g_assert_nonnull (strstr (selected, bounds));
  options.before = &before;
  options.as_of = &after;
  dates = make_page_with (agreement, &options);
  g_assert_nonnull (strstr (dates, " data-before=\"1577836800 1577923200\" data-after=\"1764547200 "
                                   "1764633600\""));
}

/* The figure has neither the headline nor the sources, which the page has, and the size that suits
 * the page, whatever was asked for. */
static void
test_figure (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autofree char *slide = NULL, *document = NULL;

  mp_preset_apply (mp_preset_find ("slide"), &options);
  options.headline = "A headline";
  slide = make_page_with (agreement, &options);
  mp_preset_apply (mp_preset_find ("document"), &options);
  document = make_page_with (agreement, &options);
  g_assert_cmpstr (slide, ==, document);
  g_assert_nonnull (strstr (slide, ">A headline</h1>"));
  /* As a text that is drawn */
  g_assert_null (strstr (slide, ">A headline</text>"));
  g_assert_null (strstr (slide, _ ("Sources:")));
  for (MpFigureLayout layout = 0; layout < MP_N_FIGURE_LAYOUTS; layout++) {
    MpFigureOptions own;

    options.layout = layout;
    own = mp_html_adapt (&options);
    g_assert_true (own.is_bare);
    g_assert_cmpint (own.layout, ==, layout);
    g_assert_cmpfloat (own.height, ==, 0);
  }
}

/* Without room for a figure the page stands without it, and says so. */
static void
test_too_much (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autofree char *html = NULL;
  Page page;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (lines, "term t%u - Term %u\nphase 2020-01-01/2030-01-01 stated S\n", i,
                            i);
  agreement = mp_test_agreement (lines->str);
  mp_preset_apply (mp_preset_find ("slide"), &options);
  html = make_page_with (agreement, &options);
  page_init (&page, html);
  assert_complete (&page, agreement);
  g_assert_null (strstr (html, "<svg"));
  assert_has (&page, _ ("There is too much for a figure on a page. All of it is in the tables and "
                        "lists below."));
  g_assert_nonnull (strstr (html, "id=\"Figure\""));
  page_clear (&page);
}

/* The page says in which language and direction it is read. */
static void
test_language (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autofree char *html = NULL;
  Page page;

  options.direction = MP_TEXT_DIRECTION_RTL;
  html = make_page_with (agreement, &options);
  page_init (&page, html);
  g_assert_cmpstr (page.language, ==, C_ ("code of the language", "en"));
  if (g_str_has_prefix (setlocale (LC_ALL, NULL), "de"))
    g_assert_cmpstr (page.language, ==, "de");
  if (g_str_has_prefix (setlocale (LC_ALL, NULL), "zh"))
    g_assert_cmpstr (page.language, ==, "zh-Hans");
  g_assert_cmpstr (page.direction, ==, "rtl");
  assert_complete (&page, agreement);
  page_clear (&page);
}

/* A user who cancels gets an error, and so does one whose disk is full. */
static void
test_cancelled (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  char room[1000];
  g_autoptr (GOutputStream) full = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (mp_export_to_stream (html_format (), agreement, &options, stream, cancellable,
                                       NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (
    mp_export_to_stream (html_format (), agreement, &options, full, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  if (g_getenv ("MP_LOCALE_DIR") != NULL) {
    bindtextdomain (GETTEXT_PACKAGE, g_getenv ("MP_LOCALE_DIR"));
    bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
    textdomain (GETTEXT_PACKAGE);
  }
  g_test_add_func ("/html/shipped", test_shipped);
  g_test_add_func ("/html/sample", test_sample);
  g_test_add_func ("/html/small", test_small);
  g_test_add_func ("/html/random", test_random);
  g_test_add_func ("/html/anchors", test_anchors);
  g_test_add_func ("/html/hostile", test_hostile);
  g_test_add_func ("/html/escape", test_escape);
  g_test_add_func ("/html/instants", test_instants);
  g_test_add_func ("/html/comparison", test_comparison);
  g_test_add_func ("/html/figure", test_figure);
  g_test_add_func ("/html/too-much", test_too_much);
  g_test_add_func ("/html/language", test_language);
  g_test_add_func ("/html/cancelled", test_cancelled);
  return mp_test_run_with_fonts ();
}
