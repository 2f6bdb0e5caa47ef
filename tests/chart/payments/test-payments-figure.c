/* test-payments-figure.c: tests figures of what would be paid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-export.h"
#include "mp-test-support.h"

#include <string.h>

/* What is drawn of the term of the shipped agreement that has a cap. */
static MpWhatIf
what_if (MpAgreement *agreement, const char *base, const char *growth, const char *rate)
{
  const char *const texts[] = { base, growth, rate };
  guint32 term = mp_agreement_find_term (agreement, "openai-pays-microsoft");
  MpWhatIf made = { .phase = mp_payments_find_phase (agreement, term) };
  MpAssumptionKind wrong;
  g_autoptr (GError) error = NULL;

  mp_assumptions_parse (texts, "USD", &made.assumptions, &wrong, &error);
  g_assert_no_error (error);
  return made;
}

static MpFigureOptions
options_for (const MpWhatIf *made, double width, double height)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));

  options.what_if = made;
  options.width = width;
  options.height = height;
  return options;
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in: %s", part, text);
}

/* Whatever the headline is, the figure says that it is assumed, what is, how well the cap is known
 * and who says so. */
static void
test_says (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpWhatIf made = what_if (agreement, "30 to 40 billion (my guess)", "0", "20 (reported)");
  MpFigureOptions options = options_for (&made, 1600, 0);
  g_autoptr (MpFigure) figure = NULL;
  g_autofree char *dump = NULL, *words = NULL;
  guint n_sources;

  options.headline = "OpenAI pays a lot";
  figure = mp_figure_new (agreement, &options);
  g_assert_null (mp_figure_get_refusal (figure));
  g_assert_cmpstr (mp_figure_get_headline (figure), ==,
                   "Assumption, not a fact: OpenAI pays a lot");
  dump = mp_page_dump (mp_figure_get_page (figure, 0));
  assert_says (dump, "Assumption, not a fact");
  assert_says (dump, "(my guess)");
  assert_says (dump, "Growth a year: 0 percent");
  assert_says (dump, "Rate: 20 percent (reported)");
  assert_says (dump, "Cap: USD 38 billion · Reported by the press");
  assert_says (dump, "2026 counts as 68 percent of a year");
  assert_says (dump, "The Daily Scout");
  mp_figure_get_sources (figure, &n_sources);
  g_assert_cmpuint (n_sources, ==, 2);
  words = mp_figure_describe (figure, FALSE);
  assert_says (words, "2027: USD 6 billion to USD 8 billion, in sum");
  mp_assumptions_clear (&made.assumptions);
}

/* The cap is drawn as it is known: reported by the press, so dashed. */
static void
test_cap_is_dashed (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpWhatIf made = what_if (agreement, "30 billion", "0", "20");
  MpFigureOptions options = options_for (&made, 1600, 900);
  g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);
  const MpPage *page = mp_figure_get_page (figure, 0);
  guint n_dashed = 0, n_solid = 0;

  for (guint i = 0; i < page->n_parts; i++) {
    const MpPagePart *part = &page->parts[i];

    if (part->kind != MP_PAGE_PATH || part->width <= 0)
      continue;
    n_dashed += part->line == MP_LINE_DASHED;
    n_solid += part->line == MP_LINE_SOLID;
  }
  g_assert_cmpuint (n_dashed, ==, 1);
  g_assert_cmpuint (n_solid, ==, 2);
  mp_assumptions_clear (&made.assumptions);
}

/* Nothing lies outside the page, and no words on others, at any size that is not refused. A refusal
 * names a size that does. */
static void
test_sizes (void)
{
  static const double sides[][2] = { { 1600, 0 },    { 1600, 1000 }, { 400, 0 }, { 400, 300 },
                                     { 1080, 1080 }, { 3000, 700 },  { 250, 0 } };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpWhatIf made = what_if (agreement, "1 to 900 billion", "-50 to 200", "1 to 99");

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++) {
    MpFigureOptions options = options_for (&made, sides[i][0], sides[i][1]);
    g_autoptr (MpFigure) figure = NULL;
    const MpPage *page;

    options.text_size = i % 2 == 0 ? 4 : 1;
    figure = mp_figure_new (agreement, &options);
    page = mp_figure_get_page (figure, 0);
    g_test_message ("%g × %g", sides[i][0], sides[i][1]);
    g_assert_true ((page == NULL) == (mp_figure_get_refusal (figure) != NULL));
    for (guint j = 0; page != NULL && j < page->n_parts; j++) {
      MpRect rect = page->parts[j].rect;

      g_assert_cmpfloat (rect.x, >=, 0);
      g_assert_cmpfloat (rect.y, >=, 0);
      g_assert_cmpfloat (rect.x + rect.width, <=, page->size.width + 0.01);
      g_assert_cmpfloat (rect.y + rect.height, <=, page->size.height + 0.01);
      for (guint k = 0; page->parts[j].kind == MP_PAGE_WORDS && k < j; k++)
        if (page->parts[k].kind == MP_PAGE_WORDS &&
            mp_rect_intersects (mp_rect_grow (page->parts[k].rect, -1), mp_rect_grow (rect, -1)))
          g_error ("\"%s\" lies on \"%s\"", page->parts[j].text, page->parts[k].text);
    }
  }
  mp_assumptions_clear (&made.assumptions);
}

/* A copy of options can outlive what it was made of, in another thread. All formats that are
 * pictures are written; a page of the web is refused. */
static void
test_formats (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpWhatIf made = what_if (agreement, "30 billion (x)", "30", "20");
  MpFigureOptions options = options_for (&made, 900, 0);
  g_autoptr (MpFigureOptions) copy = mp_figure_options_copy (&options);
  static const char *const names[] = { ".png", ".pdf", ".svg" };
  g_autoptr (GError) error = NULL;

  mp_assumptions_clear (&made.assumptions);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GBytes) bytes =
      mp_export_figure (mp_export_find_format (names[i]), agreement, copy, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  }
  g_assert_null (mp_export_figure (mp_export_find_format (".html"), agreement, copy, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* A term without a cap, one without end, and one that began nobody knows when. */
static void
test_terms (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic money green Money\n"
                                                         "term a money A\n"
                                                         "phase 2026/.. stated Paid\n"
                                                         "term b money B\n"
                                                         "phase /2030 stated Paid\n");
  MpWhatIf made = { .phase = 0 };
  const char *const texts[] = { "100", "5", "10" };
  MpAssumptionKind wrong;

  g_assert_true (mp_assumptions_parse (texts, "", &made.assumptions, &wrong, NULL));
  for (; made.phase < 2; made.phase++) {
    MpFigureOptions options = options_for (&made, 1600, 0);
    g_autoptr (MpFigure) figure = mp_figure_new (agreement, &options);

    if (made.phase == 1)
      assert_says (mp_figure_get_refusal (figure), "not known when the term begins");
    else
      assert_says (mp_figure_get_headline (figure), "cannot be told: none is published");
  }
  mp_assumptions_clear (&made.assumptions);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payments-figure/says", test_says);
  g_test_add_func ("/payments-figure/cap-is-dashed", test_cap_is_dashed);
  g_test_add_func ("/payments-figure/sizes", test_sizes);
  g_test_add_func ("/payments-figure/formats", test_formats);
  g_test_add_func ("/payments-figure/terms", test_terms);
  return g_test_run ();
}
