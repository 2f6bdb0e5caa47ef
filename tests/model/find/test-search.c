/* test-search.c: finding entries by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-search.h"

#include "mp-agreement.h"
#include "mp-session.h"
#include "mp-test-support.h"

#include <string.h>

#define N_RANDOM 300

static const char *const some_lines = "topic one blue Revenue share\n"
                                      "topic two green Cloud\n"
                                      "term pay one OpenAI pays Microsoft\n"
                                      "phase 2019/2026-04-27 stated Share of revenue, no cap\n"
                                      "phase 2026-04-27/2030 reported Same rate, total cap\n"
                                      "milestone begin 2019-07-22 1 stated pay The first deal\n"
                                      "term sell two Straße in İstanbul\n"
                                      "phase 2025/.. claimed Café “Total” — open\n"
                                      "milestone reset 2026-04-27 1 stated pay,sell The reset\n";

static const char *
name_of (MpAgreement *agreement, MpItem item)
{
  if (item.kind == MP_ITEM_MILESTONE)
    return mp_agreement_text (agreement, mp_agreement_milestones (agreement)->id[item.index]);
  return mp_agreement_text (agreement, mp_agreement_phases (agreement)->state[item.index]);
}

/* The entries that a query finds, as names in order of rank. */
static char *
find (MpAgreement *agreement, const char *text, const MpVisibleSet *visible)
{
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpSearchQuery) query = mp_search_query_parse (text, &error);
  g_autoptr (MpMatches) matches = NULL;
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (mp_search_index_get_agreement (index) == agreement);
  matches = mp_search_run (index, query, visible);
  for (guint i = 0; i < matches->n_items; i++) {
    g_string_append_printf (names, "%s|", name_of (agreement, matches->items[i]));
    g_assert_cmpint (mp_matches_find (matches, matches->items[i]), ==, (int) i);
  }
  return g_string_free (names, FALSE);
}

typedef struct {
  const char *query;
  const char *found;
} Case;

static void
check (const Case *cases, gsize n_cases)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);

  for (gsize i = 0; i < n_cases; i++) {
    g_autofree char *found = find (agreement, cases[i].query, NULL);

    if (g_str_equal (found, cases[i].found))
      continue;
    g_test_message ("%s found %s, not %s", cases[i].query, found, cases[i].found);
    g_test_fail ();
  }
}

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_words (void)
{
  static const Case cases[] = {
    { "", "Share of revenue, no cap|begin|Café “Total” — open|reset|Same rate, total cap|" },
    { "cap", "Share of revenue, no cap|Same rate, total cap|" },
    { "CAP total", "Same rate, total cap|" },
    /* Title of the term, state of the phase. */
    { "pays rate", "Same rate, total cap|" },
    { "first", "begin|" },
    { "nothing", "" },
    { "strasse ISTANBUL", "Café “Total” — open|" },
    { "cafe", "Café “Total” — open|" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Each word of a query may be in another text of the entry. */
static void
test_across_texts (void)
{
  static const char *const found[][2] = {
    /* State and certainty, in the words of files and of people; title and certainty. */
    { "cap reported", "Same rate, total cap|" },
    { "pays cap press", "Same rate, total cap|" },
    { "deal stated", "begin|" },
    /* In a word that many entries share, a part of the word is not found. */
    { "deal tated", "" },
    /* The title of the term, its state, what ends it early. */
    { "prices sold always", "Always open|" },
    { "prices sold claimed", "" },
  };
  g_autofree char *lines = g_strconcat (some_lines,
                                        "term price one Prices\n"
                                        "early 2025/2030 stated Always open\n",
                                        NULL);
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++) {
    g_autofree char *names = find (agreement, found[i][0], NULL);

    g_assert_cmpstr (names, ==, found[i][1]);
  }
}

/* An entry is found by what links say of it, in either direction, and by quoted words. */
static void
test_links (void)
{
  static const struct {
    const char *query;
    const char *id;
  } cases[] = {
    { "why 2026 reset", "reasons-given" },
    { "reason", "reasons-given" },
    { "why", "amazon-dispute" },
    { "reason", "amazon-dispute" },
    { "why", "article-regulators" },
    { "reason", "article-regulators" },
    { "why", "article-agents" },
    { "reason", "article-agents" },
    { "\"followed “The 2026\"", "bedrock" },
    { "garman became", "jassy-post" },
    { "doubts reset", "google-cloud-check" },
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (MpSearchQuery) query = mp_search_query_parse (cases[i].query, NULL);
    g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

    g_test_message ("%s", cases[i].query);
    g_assert_true (mp_matches_has (
      matches, (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, cases[i].id) }));
  }
}

/* An amount is found by what the panel says of it. */
static void
test_amounts (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) query = mp_search_query_parse ("\"USD 38 billion\" cap reported", NULL);
  g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

  g_assert_cmpuint (matches->n_items, >, 0);
}

static void
test_phrases (void)
{
  static const Case cases[] = {
    { "\"total cap\"", "Same rate, total cap|" },
    { "\"total   cap", "Same rate, total cap|" },
    { "“total cap”", "Same rate, total cap|" },
    { "\"cap total\"", "" },
    /* The end of one text and the beginning of the next are not side by side. */
    { "\"microsoft share\"", "" },
    { "\"\"", "Share of revenue, no cap|begin|Café “Total” — open|reset|Same rate, total cap|" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Texts that are side by side in the index are not so in the entry: its state, and what ends it
 * early, are two texts. */
static void
test_between_texts (void)
{
  static const char *const apart[] = { "openit", "\"open it\"", "\"open\tit\"", "\"open\nit\"" };
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("term pay - Pays\n"
                                                         "early 2025/2030 stated Always open\n");
  g_autofree char *both = find (agreement, "\"always open\" \"it is sold\"", NULL);

  g_assert_cmpstr (both, ==, "Always open|");
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++) {
    g_autofree char *found = find (agreement, apart[i], NULL);

    g_assert_cmpstr (found, ==, "");
  }
}

static void
test_prefixes (void)
{
  static const Case cases[] = {
    { "topic:cloud", "Café “Total” — open|reset|" },
    { "topic:\"revenue sh\"", "Share of revenue, no cap|begin|Same rate, total cap|" },
    { "Topic:TWO", "Café “Total” — open|reset|" },
    { "topic:one total", "Same rate, total cap|" },
    { "topic:cloud topic:revenue", "" },
    { "certainty:reported", "Same rate, total cap|" },
    { "before:2019-07-22", "Share of revenue, no cap|" },
    { "before:2026", "Share of revenue, no cap|begin|Café “Total” — open|" },
    { "after:2030", "Café “Total” — open|" },
    { "after:2026-04-27", "Café “Total” — open|Same rate, total cap|" },
    { "after:2026-04-26 before:2026-05 reset", "reset|" },
    { "after:\"26 april 2026\" before:\"May 2026\" reset", "reset|" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* The shipped agreement is used because it names parties and sources. */
static void
test_parties_and_sources (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpCitation *citations = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  const MpPhases *phases = mp_agreement_phases (agreement);
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) source = NULL, party = NULL;
  g_autoptr (MpMatches) by_source = NULL, by_party = NULL;
  g_autofree char *words = NULL;

  words = g_strdup_printf (
    "\"%s\"",
    mp_agreement_text (agreement, sources[citations[milestones->citations[0].first].source].title));
  source = mp_search_query_parse (words, NULL);
  by_source = mp_search_run (index, source, NULL);
  g_assert_true (mp_matches_has (by_source, (MpItem) { MP_ITEM_MILESTONE, 0 }));

  party = mp_search_query_parse ("party:microsoft", NULL);
  by_party = mp_search_run (index, party, NULL);
  g_assert_cmpuint (by_party->n_items, >, 0);
  for (guint32 i = 0; i < phases->length; i++) {
    const MpTerm *term = &terms[phases->term[i]];
    gboolean named = FALSE;

    if (term->obligor != MP_NONE)
      named |= strcmp (mp_agreement_text (agreement,
                                          mp_agreement_parties (agreement, NULL)[term->obligor].id),
                       "microsoft") == 0;
    if (term->obligee != MP_NONE)
      named |= strcmp (mp_agreement_text (agreement,
                                          mp_agreement_parties (agreement, NULL)[term->obligee].id),
                       "microsoft") == 0;
    g_assert_cmpint (mp_matches_has (by_party, (MpItem) { MP_ITEM_PHASE, i }), ==, named);
  }
}

static void
test_only_visible (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (some_lines);
  g_autoptr (MpFilter) filter = mp_filter_new ();
  g_autoptr (MpVisibleSet) visible = NULL;
  g_autofree char *found = NULL;

  filter->topics = mp_bits_new (2);
  mp_bits_set (filter->topics, 1, TRUE);
  visible = mp_filter_apply (filter, agreement, 0, 1);
  found = find (agreement, "total", visible);
  g_assert_cmpstr (found, ==, "Café “Total” — open|");
}

/* --- Wrong queries ---------------------------------------------------------------------------- */

static void
test_wrong (void)
{
  static const char *const pairs[][2] = {
    { "topik:cloud", "there is no “topik:”; did you mean “topic:”?" },
    { "xyzzyxyzzy:cloud",
      "there is no “xyzzyxyzzy:”; put the words in quotation marks to search for them" },
    { "topic:", "“topic:” needs something after it" },
    { "a party: b", "“party:” needs something after it" },
    { "certainty:sure",
      "“sure” is no certainty; there are stated, official, reported, claimed, disputed" },
    { "after:[..1984,..]", NULL },
    { "before:[..1984]", "“[..1984]” has no bound to compare with" },
    { "after:yesterday", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (mp_search_query_parse (pairs[i][0], &error));
    g_assert_true (error != NULL && error->domain == MP_SEARCH_ERROR);
    if (pairs[i][1] != NULL)
      g_assert_cmpstr (error->message, ==, pairs[i][1]);
  }
}

static void
test_printed (void)
{
  static const char *const pairs[][2] = {
    { "  Revenue \"Total  Cap\" ", "revenue \"total cap\"" },
    { "TOPIC:\"Revenue Share\" party:OpenAI", "topic:\"revenue share\" party:openai" },
    { "after:2026-04-27~ certainty:stated", "after:2026-04-27~ certainty:stated" },
    { "\"topic:cloud\" https://a 10:30 note: x", "\"topic:cloud\" https://a 10:30 note: x" },
    { "a\"b c\"d", "a \"b c\" d" },
    { "topic：cloud　party：“微软”", "topic:cloud party:微软" },
    { "甲方：乙 OpenAI：x", "甲方:乙 \"openai:x\"" },
    { "\"open", "open" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (MpSearchQuery) query = mp_search_query_parse (pairs[i][0], NULL);
    g_autofree char *printed = mp_search_query_print (query);

    g_assert_cmpstr (printed, ==, pairs[i][1]);
  }
}

/* --- Ranks ------------------------------------------------------------------------------------ */

/* The same words in each place; those that rank lower have earlier dates. */
static void
test_ranks (void)
{
  static const char *const places = "topic one blue One\n"
                                    "term s one Sales\n"
                                    "phase 2001/2002 stated Total cap of all\n"
                                    "milestone part 2002-01-01 3 stated - Recap\n"
                                    "milestone word 2003-01-01 3 stated - No cap\n"
                                    "milestone word2 2004-01-01 3 stated - A recap, a cap\n"
                                    "milestone start 2005-01-01 3 stated - Capital\n"
                                    "milestone whole 2006-01-01 3 stated - CAP\n"
                                    "term c one Cap\n"
                                    "phase 2008/2009 stated Sold\n";
  g_autoptr (MpAgreement) agreement = mp_test_agreement (places);
  g_autofree char *found = find (agreement, "cap", NULL);
  g_autofree char *two = find (agreement, "a cap", NULL);

  g_assert_cmpstr (found, ==, "whole|Sold|start|word|word2|part|Total cap of all|");
  /* By the rank of the worse of two words. */
  g_assert_cmpstr (two, ==, "word2|part|word|start|whole|Sold|Total cap of all|");
}

/* In the shipped agreement, what people mean by these words comes first, wherever else the words
 * are. */
static void
test_best (void)
{
  static const char *const queries[] = { "reset", "the 2026 reset", "RESET 2026", "2026 reset" };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (MpSearchQuery) query = mp_search_query_parse (queries[i], NULL);
    g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

    g_assert_cmpuint (matches->n_items, >=, 1);
    g_assert_cmpstr (name_of (agreement, matches->items[0]), ==, "reset-2026");
  }
}

/* Nothing is lost or found twice; within a rank the earlier comes first. */
static void
test_order (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (40);
    g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
    g_autoptr (MpSearchQuery) all = mp_search_query_parse ("", NULL);
    g_autoptr (MpSearchQuery) query = mp_search_query_parse ("certainty:stated", NULL);
    g_autoptr (MpMatches) everything = mp_search_run (index, all, NULL);
    g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);

    g_assert_cmpuint (everything->n_items, ==,
                      mp_agreement_phases (agreement)->length +
                        mp_agreement_milestones (agreement)->length);
    for (guint i = 1; i < matches->n_items; i++)
      g_assert_cmpint (mp_item_compare (agreement, matches->items[i - 1], matches->items[i]), <, 0);
  }
}

/* --- Walking ---------------------------------------------------------------------------------- */

static void
test_walking (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) query = mp_search_query_parse ("cap", NULL);
  g_autoptr (MpSearchQuery) none = mp_search_query_parse ("no such words", NULL);
  g_autoptr (MpMatches) matches = mp_search_run (index, query, NULL);
  g_autoptr (MpMatches) nothing = mp_search_run (index, none, NULL);
  const MpItem nowhere = { MP_ITEM_NONE, 0 };
  MpItem at = nowhere;

  for (guint i = 0; i < 2 * matches->n_items; i++) {
    MpItem next = mp_matches_step (matches, at, 1);

    g_assert_true (mp_item_equal (next, matches->items[i % matches->n_items]));
    if (i > 0)
      g_assert_true (mp_item_equal (mp_matches_step (matches, next, -1), at));
    at = next;
  }
  g_assert_true (
    mp_item_equal (mp_matches_step (matches, nowhere, -1), matches->items[matches->n_items - 1]));
  /* From an item that was not found, the next one is the best. */
  for (guint32 i = 0; i < mp_agreement_milestones (agreement)->length; i++) {
    MpItem item = { MP_ITEM_MILESTONE, i };

    if (!mp_matches_has (matches, item))
      g_assert_true (mp_item_equal (mp_matches_step (matches, item, 1), matches->items[0]));
  }
  g_assert_cmpint (mp_matches_step (nothing, matches->items[0], 1).kind, ==, MP_ITEM_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/across-texts", test_across_texts);
  g_test_add_func ("/search/amounts", test_amounts);
  g_test_add_func ("/search/links", test_links);
  g_test_add_func ("/search/phrases", test_phrases);
  g_test_add_func ("/search/between-texts", test_between_texts);
  g_test_add_func ("/search/prefixes", test_prefixes);
  g_test_add_func ("/search/parties-and-sources", test_parties_and_sources);
  g_test_add_func ("/search/only-shown", test_only_visible);
  g_test_add_func ("/search/wrong", test_wrong);
  g_test_add_func ("/search/printed", test_printed);
  g_test_add_func ("/search/ranks", test_ranks);
  g_test_add_func ("/search/best", test_best);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/walking", test_walking);
  return g_test_run ();
}
