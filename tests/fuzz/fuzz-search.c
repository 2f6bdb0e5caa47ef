/* fuzz-search.c: any bytes as a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the promises of mp-casefold.h, mp-search-query.h and mp-search.h: a case-folded text stays
 * the same when it is case-folded again; a query that is refused has a sentence; a query that is
 * read has a text that reads as the same query; and what it finds is what each of its conditions
 * finds by itself, and nothing else.
 */
#include "mp-casefold.h"
#include "mp-fuzz.h"
#include "mp-reader.h"
#include "mp-search.h"

#include <locale.h>
#include <string.h>

static const char *const made_up =
  "{\"milepost\":1,\"title\":\"T\","
  "\"parties\":[{\"id\":\"a\",\"name\":\"Ärger AG\"},{\"id\":\"b\",\"name\":\"Microsoft\"}],"
  "\"topics\":[{\"id\":\"c\",\"title\":\"Cloud\",\"color\":\"blue\"},"
  "{\"id\":\"r\",\"title\":\"Revenue share\",\"color\":\"red\"}],"
  "\"sources\":[{\"id\":\"s\",\"title\":\"A filing\",\"publisher\":\"SEC\",\"kind\":\"filing\"},"
  "{\"id\":\"p\",\"title\":\"The press\",\"kind\":\"press\"}],"
  "\"terms\":[{\"id\":\"x\",\"title\":\"Pays\",\"topic\":\"r\",\"obligor\":\"a\",\"obligee\":\"b\","
  "\"phases\":[{\"span\":\"2019/2024\",\"state\":\"No cap\",\"certainty\":\"stated\","
  "\"sources\":[\"s\"]},{\"span\":\"2024/..\",\"state\":\"Straße, total cap\","
  "\"certainty\":\"reported\",\"sources\":[\"p\"]}]}],"
  "\"milestones\":[{\"id\":\"m\",\"date\":\"2024\",\"title\":\"Reset\",\"topic\":\"c\","
  "\"importance\":1,\"certainty\":\"stated\",\"sources\":[\"s\"],\"changes\":[\"x\"]},"
  "{\"id\":\"n\",\"date\":\"2026-04~\",\"title\":\"İmza\",\"topic\":\"r\",\"importance\":2,"
  "\"certainty\":\"claimed\",\"sources\":[\"p\"]}]}";

static MpSearchIndex *search_index;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (made_up, strlen (made_up));
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpAgreement) agreement = mp_reader_load_bytes (bytes, problems);

  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  mp_fuzz_expect (agreement != NULL, "the agreement can be read");
  search_index = mp_search_index_new (agreement);
  return 0;
}

static void
check_fold (const char *text)
{
  g_autofree char *casefolded = mp_casefold (text);
  g_autofree char *again = mp_casefold (casefolded);

  mp_fuzz_expect (g_utf8_validate (casefolded, -1, NULL), "a case-folded text is UTF-8");
  mp_fuzz_expect (g_str_equal (casefolded, again), "a case-folded text stays the same");
}

static void
check_printed (const MpSearchQuery *query)
{
  g_autofree char *printed = mp_search_query_print (query);
  g_autoptr (MpSearchQuery) again = mp_search_query_parse (printed, NULL);
  g_autofree char *twice = NULL;

  mp_fuzz_expect (again != NULL, "a printed query can be read");
  mp_fuzz_expect (mp_search_query_equal (query, again), "as the same query");
  twice = mp_search_query_print (again);
  mp_fuzz_expect (g_str_equal (printed, twice), "and is printed the same");
}

static void
check_found (const MpSearchQuery *query)
{
  g_autoptr (MpMatches) matches = mp_search_run (search_index, query, NULL);
  g_autoptr (MpBits) phases = mp_bits_copy (matches->phases);
  guint n_found = mp_bits_count (matches->phases) + mp_bits_count (matches->milestones);

  mp_fuzz_expect (matches->n_items == n_found, "all that is found is ranked");
  for (guint i = 0; i < phases->length; i++) {
    gboolean by_all = TRUE;

    for (guint j = 0; j < query->n_clauses; j++) {
      const MpSearchQuery one = { 1, &query->clauses[j] };
      g_autoptr (MpMatches) alone = mp_search_run (search_index, &one, NULL);

      by_all = by_all && mp_bits_has (alone->phases, i);
    }
    mp_fuzz_expect (mp_bits_has (phases, i) == by_all, "conditions are met one by one");
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpSearchQuery) query = mp_search_query_parse (text, &error);

  check_fold (text);
  mp_fuzz_expect ((query == NULL) == (error != NULL), "a query is read, or there is an error");
  if (query == NULL) {
    mp_fuzz_expect (error->domain == MP_SEARCH_ERROR, "of the search");
    mp_fuzz_expect (*error->message != '\0' && !g_str_has_suffix (error->message, "."),
                    "that says what is wrong, without a full stop");
    return 0;
  }
  check_printed (query);
  if (query->n_clauses <= 20)
    check_found (query);
  return 0;
}
