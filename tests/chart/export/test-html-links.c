/* test-html-links.c: the page says why, what followed and what is doubted, and what is quoted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-export.h"
#include "mp-preset.h"

#include "mp-test-scene.h"

#include <string.h>

#define FILE_WITH(terms, milestones)                                                               \
  "{ \"milepost\": 1, \"title\": \"Ours\", "                                                       \
  "\"topics\": [ { \"id\": \"t\", \"title\": \"Rooms\", \"color\": \"blue\" } ], "                 \
  "\"sources\": [ { \"id\": \"s\", \"title\": \"The contract\", \"kind\": \"primary\", "           \
  "\"accessed\": \"2026-11-23\", \"archived\": \"https://example.org/copy?a=1&b\" }, "             \
  "{ \"id\": \"x\", \"title\": \"A letter\", \"kind\": \"press\" } ], "                            \
  "\"terms\": [ " terms " ], \"milestones\": [ " milestones " ] }"

#define MILESTONE(id, date, more)                                                                  \
  "{ \"id\": \"" id "\", \"date\": \"" date "\", \"title\": \"The " id "\", \"topic\": \"t\", "    \
  "\"importance\": 1, \"certainty\": \"stated\", " more "\"sources\": [ \"s\" ] }"

#define LEASE                                                                                      \
  "{ \"id\": \"lease\", \"title\": \"Lease\", \"topic\": \"t\", \"phases\": [ "                    \
  "{ \"span\": \"2020-01-01/2024-01-01\", \"state\": \"Cheap\", \"certainty\": \"stated\", "       \
  "\"sources\": [ \"s\" ] }, "                                                                     \
  "{ \"span\": \"2024-01-01/..\", \"state\": \"Dear\", \"certainty\": \"stated\", "                \
  "\"links\": [ { \"to\": \"flood\", \"as\": \"because\" } ], \"sources\": [ \"s\" ] } ] }"

static char *
make_page (MpAgreement *agreement, const char *as_of)
{
  MpFigureOptions options = mp_figure_options_new (mp_test_instant (MP_TEST_TODAY));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MpDate date;

  if (as_of != NULL) {
    date = mp_test_date (as_of);
    options.as_of = &date;
  }
  bytes = mp_export_figure (mp_export_find_format ("page.html"), agreement, &options, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
make_page_of (const char *json)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement_from_json (json);

  return make_page (agreement, NULL);
}

/* Returns the element that begins so, until the first end of one of its name. */
static char *
element (const char *page, const char *begin, const char *end)
{
  const char *from = strstr (page, begin), *until;

  g_test_message ("looking for %s", begin);
  g_assert_nonnull (from);
  until = strstr (from, end);
  g_assert_nonnull (until);
  return g_strndup (from, (gsize) (until - from));
}

/* Asserts that texts come in a page, one after the other; the last one is followed by NULL. */
static void
assert_in_order (const char *page, const char *const *texts)
{
  const char *from = page;

  for (; *texts != NULL; texts++) {
    const char *at = strstr (from, *texts);

    if (at == NULL)
      g_error ("\"%s\" does not come, or not then, in: %s", *texts, page);
    from = at + strlen (*texts);
  }
}

/* First what changed last: the reasons, the surest first, each with who says so, and then what
 * became of the terms. */
static void
test_last_change (void)
{
  static const char *const texts[] = {
    "<a href=\"#reset-2026\"",
    "27 April 2026",
    "<h3>Why</h3>",
    "#reasons-given",
    "simpler relationship",
    "Stated by the parties",
    "#source-ms-blog-2026-04-27",
    "#amazon-dispute",
    "Reported by the press",
    "#article-regulators",
    "Claimed by one source",
    "#article-agents",
    "<h3>What changed</h3>",
    "Azure only",
    "Any cloud; Azure first",
    NULL,
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *page = make_page (agreement, NULL);
  g_autofree char *section = element (page, "<section id=\"Last-change\"", "</section>");

  assert_in_order (section, texts);
  assert_in_order (page, (const char *const[]) { "href=\"#Last-change\"", "id=\"Last-change\"",
                                                 "id=\"Comparison\"", NULL });
}

/* It is the last one as of the date of the page. */
static void
test_last_change_as_of (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *before = make_page (agreement, "2026-04-26");
  g_autofree char *section = element (before, "<section id=\"Last-change\"", "</section>");
  g_autofree char *first = make_page (agreement, "2010-01-01");

  g_assert_null (strstr (section, "<a href=\"#reset-2026\""));
  g_assert_null (strstr (first, "Last-change"));
}

/* A milestone has its links in groups, and so has the other end. */
static void
test_both_ends (void)
{
  static const char *const reset[] = { "<h4>Why</h4>",          "#reasons-given",
                                       "#article-agents",       "<h4>What Followed</h4>",
                                       "#bedrock-preview",      "<h4>Doubts</h4>",
                                       "#article-independence", "<h4>Doubted By</h4>",
                                       "#google-cloud-check",   NULL };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autofree char *page = make_page (agreement, NULL);
  g_autofree char *entry = element (page, "<article id=\"reset-2026\"", "</article>");
  g_autofree char *reason = element (page, "<article id=\"reasons-given\"", "</article>");

  assert_in_order (entry, reset);
  assert_in_order (reason, (const char *const[]) { "<h4>A Reason For</h4>", "#reset-2026", NULL });
}

/* What leads to a term is told once, a link of a phase in the phase. */
static void
test_terms (void)
{
  g_autofree char *page = make_page_of (FILE_WITH (
    LEASE, MILESTONE ("flood", "2023", "") ", " MILESTONE (
             "repair", "2024", "\"links\": [ { \"to\": \"lease\", \"as\": \"answers\" } ], ")));
  g_autofree char *term = element (page, "<article id=\"lease\"", "</article>");
  g_autofree char *phase = element (term, "<li id=\"lease.2\"", "</ol>");
  g_autofree char *flood = element (page, "<article id=\"flood\"", "</article>");
  const char *followed = strstr (term, "<h5>What Followed</h5>");

  assert_in_order (phase, (const char *const[]) { "<h5>Why</h5>", "#flood", NULL });
  g_assert_nonnull (followed);
  assert_in_order (followed, (const char *const[]) { "#repair", NULL });
  g_assert_null (strstr (followed + 1, "<h5>What Followed</h5>"));
  assert_in_order (flood, (const char *const[]) { "<h4>A Reason For</h4>", "#lease", NULL });
}

/* The words of a source stand with the claim and with its number; the source says when it was read,
 * and leads to its copy. A source that only a link cites is in the list, and says so. */
static void
test_sources (void)
{
  g_autofree char *page = make_page_of (FILE_WITH (
    "", MILESTONE ("flood", "2023", "") ", " MILESTONE (
          "repair", "2024",
          "\"links\": [ { \"to\": \"flood\", \"as\": \"because\", \"certainty\": \"reported\", "
          "\"sources\": [ { \"id\": \"x\", \"at\": \"page 2\", \"quote\": \"It <rained> & "
          "poured\" } ] } ], ")));
  g_autofree char *repair = element (page, "<article id=\"repair\"", "</article>");
  g_autofree char *contract = element (page, "<li id=\"source-s\"", "</li>");
  g_autofree char *letter = element (page, "<li id=\"source-x\"", "</li>");

  assert_in_order (repair, (const char *const[]) {
                             "<h4>Why</h4>", "#flood", "Reported by the press", "#source-x",
                             "page 2", "It &lt;rained&gt; &amp; poured</q>", "#source-x", NULL });
  assert_in_order (contract,
                   (const char *const[]) { "read on 23 November 2026",
                                           "href=\"https://example.org/copy?a=1&amp;b\"",
                                           "rel=\"noopener noreferrer\"", "Archived copy", NULL });
  assert_in_order (letter, (const char *const[]) { "Cited by:", "#repair", NULL });
  g_assert_null (strstr (letter, "read on"));
  g_assert_null (strstr (letter, "Archived copy"));
}

/* Without links, quotes and changes there are no empty lists. */
static void
test_nothing (void)
{
  g_autofree char *page = make_page_of (FILE_WITH (LEASE, MILESTONE ("flood", "2023", "")));
  g_autofree char *bare = make_page_of (FILE_WITH ("", MILESTONE ("flood", "2023", "")));

  g_assert_null (strstr (page, "id=\"Last-change\""));
  g_assert_null (strstr (bare, "class=\"links\""));
  g_assert_null (strstr (bare, "class=\"quote\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-links/last-change", test_last_change);
  g_test_add_func ("/html-links/last-change-as-of", test_last_change_as_of);
  g_test_add_func ("/html-links/both-ends", test_both_ends);
  g_test_add_func ("/html-links/terms", test_terms);
  g_test_add_func ("/html-links/sources", test_sources);
  g_test_add_func ("/html-links/nothing", test_nothing);
  return g_test_run ();
}
