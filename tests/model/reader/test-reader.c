/* test-reader.c: from bytes to an agreement, or to every problem in its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/agreements/valid and invalid hold files; NAME.problems beside NAME.json lists what is to be
 * found in it, a problem a line: "line:column: severity: pointer: part of the sentence", with "*"
 * for what does not matter.
 */
#include "mp-reader.h"
#include "mp-suggest.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Every key of the format, and no problem. */
static const char full[] =
  "{ \"milepost\": 1, \"title\": \"Full\", \"summary\": \"All keys\", \"checked\": "
  "\"2026-11-23\",\n"
  "  \"parties\": [ { \"id\": \"tenant\", \"name\": \"Bäckerei 😀\", \"summary\": \"Bakes\" },\n"
  "    { \"id\": \"owner\", \"name\": \"Estates\" } ],\n"
  "  \"topics\": [ { \"id\": \"rent\", \"title\": \"Rent\", \"color\": \"green\" } ],\n"
  "  \"sources\": [ { \"id\": \"lease\", \"title\": \"Lease\", \"kind\": \"primary\",\n"
  "      \"publisher\": \"Estates\", \"date\": \"2021-03\", \"url\": "
  "\"https://example.com/a?b=c#d\",\n"
  "      \"note\": \"First line\\nsecond line\" } ],\n"
  "  \"terms\": [ { \"id\": \"pays\", \"title\": \"Pays\", \"topic\": \"rent\", \"obligor\": "
  "\"tenant\",\n"
  "      \"obligee\": \"owner\", \"summary\": \"Rent\",\n"
  "      \"notice\": { \"period\": \"P90D\", \"opens\": \"P180D\", \"days\": \"calendar\",\n"
  "        \"roll\": \"preceding\", \"until\": \"17:00\", \"closed\": [ \"2030-12-24\" ],\n"
  "        \"what\": \"to leave\", \"certainty\": \"stated\", \"sources\": [ \"lease\" ] },\n"
  "      \"phases\": [\n"
  "        { \"span\": \"2021-03-01/2024-07-01\", \"state\": \"Fixed\", \"certainty\": "
  "\"stated\",\n"
  "          \"sources\": [ \"lease\" ] },\n"
  "        { \"span\": \"2024-07-01/2030\", \"state\": \"Indexed\", \"certainty\": \"reported\",\n"
  "          \"summary\": \"Rises\", \"ends_early\": { \"when\": \"the shop is sold\" },\n"
  "          \"sources\": [ { \"id\": \"lease\", \"at\": \"clause 4\" } ],\n"
  "          \"amounts\": [ { \"value\": 5, \"unit\": \"percent\", \"what\": \"rise\",\n"
  "            \"certainty\": \"claimed\", \"sources\": [ \"lease\" ] } ],\n"
  "          \"alternatives\": [ { \"span\": \"2024-08/2031\", \"reason\": \"A draft\",\n"
  "            \"certainty\": \"disputed\", \"sources\": [ \"lease\" ] } ] },\n"
  "        { \"span\": { \"start\": { \"after\": \"reset\", \"by\": \"P10Y\" }, \"end\": "
  "\"2036\" },\n"
  "          \"state\": \"Sold\", \"certainty\": \"stated\", \"sources\": [ \"lease\" ] } ] } ],\n"
  "  \"milestones\": [ { \"id\": \"reset\", \"date\": \"2024-07-01\", \"title\": \"Reset\",\n"
  "      \"topic\": \"rent\", \"importance\": 1, \"certainty\": \"official\", \"sources\": [ "
  "\"lease\" ],\n"
  "      \"summary\": \"New rent\", \"changes\": [ \"pays\" ],\n"
  "      \"amounts\": [ { \"value\": -1.5, \"unit\": \"EUR\", \"what\": \"fee\", \"certainty\": "
  "\"stated\" } ],\n"
  "      \"alternatives\": [ { \"date\": \"2024-06-30\", \"reason\": \"The day before\",\n"
  "        \"certainty\": \"reported\", \"sources\": [ \"lease\" ] } ] },\n"
  "    { \"id\": \"warning\", \"date\": { \"before\": \"reset\", \"by\": \"P90D\" }, \"title\":\n"
  "      \"Warning\", \"topic\": \"rent\", \"importance\": 2, \"certainty\": \"stated\",\n"
  "      \"sources\": [ \"lease\" ] } ] }";

/* --- Loading ------------------------------------------------------------------------------- */

typedef struct {
  MpAgreement *agreement;
  MpProblems *problems;
} Loaded;

static void
loaded_clear (Loaded *loaded)
{
  g_clear_object (&loaded->agreement);
  g_clear_pointer (&loaded->problems, mp_problems_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loaded, loaded_clear)

/* What holds of every result, whatever was read. */
static void
assert_sane (const Loaded *loaded)
{
  guint n_kept = mp_problems_get_length (loaded->problems);
  guint last_line = 0;

  g_assert_cmpint (loaded->agreement == NULL, ==,
                   mp_problems_count (loaded->problems, MP_SEVERITY_ERROR) > 0);
  for (guint i = 0; i < n_kept; i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    g_assert_cmpuint (problem->line, >=, 1);
    g_assert_cmpuint (problem->column, >=, 1);
    g_assert_cmpuint (problem->line, >=, last_line);
    last_line = problem->line;
    g_assert_nonnull (problem->pointer);
    g_assert_true (*problem->pointer == '\0' || *problem->pointer == '/');
    g_assert_cmpuint (strlen (problem->message), >, 0);
    g_assert_true (g_utf8_validate (problem->message, -1, NULL));
    g_assert_null (strpbrk (problem->message, "\n\r\t"));
    g_assert_false (g_str_has_suffix (problem->message, "."));
    /* Each way in which a text is no JSON has words of its own. */
    g_assert_false (g_str_has_prefix (problem->message, "there is not enough memory"));
  }
}

static Loaded
load (const char *text, gsize length)
{
  /* A block of its own size, so that reading beyond its end is noticed. */
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  Loaded loaded = { NULL, mp_problems_new () };

  loaded.agreement = mp_reader_load_bytes (bytes, loaded.problems);
  assert_sane (&loaded);
  return loaded;
}

static char *
list (const Loaded *loaded)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < mp_problems_get_length (loaded->problems); i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    g_string_append_printf (lines, "%u:%u: %s: %s: %s\n", problem->line, problem->column,
                            problem->severity == MP_SEVERITY_ERROR ? "error" : "warning",
                            problem->pointer, problem->message);
  }
  return g_string_free (lines, FALSE);
}

/* Asserts that a text has exactly one problem, an error. */
static void
assert_one_error (const char *text, gsize length, guint line, guint column, const char *pointer,
                  const char *part)
{
  g_auto (Loaded) loaded = load (text, length);
  g_autofree char *found = list (&loaded);
  g_autofree char *visible = g_strescape (found, NULL);
  const MpProblem *problem;

  g_test_message ("%s", visible);
  g_assert_cmpuint (mp_problems_get_length (loaded.problems), ==, 1);
  problem = mp_problems_get (loaded.problems, 0);
  g_assert_cmpint (problem->severity, ==, MP_SEVERITY_ERROR);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_nonnull (strstr (problem->message, part));
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}

/* --- The folders --------------------------------------------------------------------------- */

static gboolean
is_place (const char *expected, guint number)
{
  return strcmp (expected, "*") == 0 || g_ascii_strtoull (expected, NULL, 10) == number;
}

/* Whether a problem is the one of a line of a .problems file. */
static gboolean
is_expected (const MpProblem *problem, const char *expected)
{
  g_auto (GStrv) place = g_strsplit (expected, ":", 3);
  g_auto (GStrv) parts = NULL;
  const char *severity = problem->severity == MP_SEVERITY_ERROR ? "error" : "warning";

  g_assert_cmpuint (g_strv_length (place), ==, 3);
  parts = g_strsplit (place[2], ": ", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  return is_place (place[0], problem->line) && is_place (place[1], problem->column) &&
         strcmp (g_strstrip (parts[0]), severity) == 0 &&
         (strcmp (g_strstrip (parts[1]), "*") == 0 || strcmp (parts[1], problem->pointer) == 0) &&
         strstr (problem->message, g_strstrip (parts[2])) != NULL;
}

static void
assert_expected (const Loaded *loaded, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  guint n = mp_problems_get_length (loaded->problems);
  g_autofree gboolean *met = g_new0 (gboolean, n + 1);
  g_autofree char *found = list (loaded);
  guint i;

  for (char **line = lines; *line != NULL; line++) {
    if (**line == '\0' || **line == '#')
      continue;
    for (i = 0; i < n; i++) {
      if (!met[i] && is_expected (mp_problems_get (loaded->problems, i), *line))
        break;
    }
    if (i == n)
      g_error ("expected, but not found: %s\nfound:\n%s", *line, found);
    met[i] = TRUE;
  }
  for (i = 0; i < n; i++) {
    if (!met[i])
      g_error ("problem %u was not expected:\n%s", i + 1, found);
  }
}

static GBytes *
fetch (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = mp_reader_fetch (file, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *twin = g_strconcat (stem, ".problems", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GBytes) bytes = fetch (path);
  g_auto (Loaded) loaded = { NULL, mp_problems_new () };

  loaded.agreement = mp_reader_load_bytes (bytes, loaded.problems);
  assert_sane (&loaded);
  if (!g_file_get_contents (twin, &expected, NULL, NULL))
    expected = g_strdup ("");
  assert_expected (&loaded, expected);
  g_assert_cmpint (loaded.agreement != NULL, ==, strstr (path, "/valid/") != NULL);
}

static void
add_files (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "agreements", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return;
  while ((name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, (GCompareFunc) (GCallback) g_strcmp0);
  for (guint i = 0; i < names->len; i++) {
    const char *file = g_ptr_array_index (names, i);
    g_autofree char *stem = g_strndup (file, strlen (file) - strlen (".json"));
    g_autofree char *test = g_strdup_printf ("/reader/%s/%s", folder, stem);

    g_test_add_data_func_full (test, g_build_filename (path, file, NULL), test_file, g_free);
  }
}

/* Loads an agreement of the tree, in which nothing may be wrong. */
static MpAgreement *
load_ours (const char *name)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "resources", "agreements", name, NULL);
  g_autoptr (GBytes) bytes = fetch (path);
  g_auto (Loaded) loaded = { NULL, mp_problems_new () };

  loaded.agreement = mp_reader_load_bytes (bytes, loaded.problems);
  assert_expected (&loaded, "");
  return g_steal_pointer (&loaded.agreement);
}

static guint
count_notices (MpAgreement *agreement)
{
  guint n_terms, n = 0;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    n += terms[i].notice != MP_NONE;
  return n;
}

static guint
count_derivations (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n = 0;

  for (guint i = 0; i < phases->length; i++)
    n += (phases->start_derivation[i] != MP_NONE) + (phases->end_derivation[i] != MP_NONE);
  for (guint i = 0; i < milestones->length; i++)
    n += milestones->derivation[i] != MP_NONE;
  return n;
}

/* What no source says of the shipped agreement is not in it. */
static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = load_ours ("microsoft-openai.json");

  g_assert_cmpuint (mp_agreement_milestones (agreement)->length, >, 0);
  g_assert_cmpuint (mp_agreement_phases (agreement)->length, >, 0);
  g_assert_cmpuint (count_notices (agreement), ==, 0);
  g_assert_cmpuint (count_derivations (agreement), ==, 0);
}

/* The sample has all that it is there to show, and nobody can take it for real. */
static void
test_sample (void)
{
  g_autoptr (MpAgreement) agreement = load_ours ("orchard-sample.json");
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n_parties, n_terms, n_alternatives = 0, n_early = 0, n_sets = 0, seen = 0;
  const MpParty *parties = mp_agreement_parties (agreement, &n_parties);

  g_assert_nonnull (strstr (mp_agreement_get_title (agreement), "fictitious"));
  for (guint i = 0; i < n_parties; i++)
    g_assert_nonnull (strstr (mp_agreement_text (agreement, parties[i].name), "fictitious"));
  for (guint i = 0; i < phases->length; i++) {
    n_alternatives += phases->alternatives[i].count;
    n_early += *mp_agreement_text (agreement, phases->ends_early[i]) != '\0';
    seen |= 1u << phases->certainty[i];
  }
  for (guint i = 0; i < milestones->length; i++) {
    MpSpan date;

    mp_agreement_get_milestone_date (agreement, i, &date);
    n_alternatives += milestones->alternatives[i].count;
    n_sets += date.start.set != MP_DATE_SET_NONE;
  }
  mp_agreement_terms (agreement, &n_terms);
  g_assert_cmpuint (n_terms, >=, 8);
  g_assert_cmpuint (n_terms, <=, 12);
  g_assert_cmpuint (count_notices (agreement), ==, 3);
  g_assert_cmpuint (count_derivations (agreement), >=, 5);
  g_assert_cmpuint (n_alternatives, >=, 4);
  g_assert_cmpuint (n_early, >=, 2);
  g_assert_cmpuint (n_sets, >=, 2);
  g_assert_cmpuint (seen, ==, (1u << MP_N_CERTAINTIES) - 1);
}

/* --- What is read ----------------------------------------------------------------------------- */

static void
test_full (void)
{
  g_auto (Loaded) loaded = load (full, strlen (full));
  MpAgreement *agreement = loaded.agreement;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const MpCitation *citations;
  const MpAmount *amount;
  const MpTerm *terms;
  guint n;

  assert_expected (&loaded, "");
  g_assert_cmpstr (mp_agreement_get_title (agreement), ==, "Full");
  g_assert_cmpstr (mp_agreement_get_checked (agreement), ==, "2026-11-23");
  terms = mp_agreement_terms (agreement, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (terms[0].obligor, ==, 0);
  g_assert_cmpuint (terms[0].obligee, ==, 1);
  g_assert_cmpuint (terms[0].topic, ==, 0);

  phases = mp_agreement_phases (agreement);
  citations = mp_agreement_citations (agreement);
  g_assert_cmpuint (phases->length, ==, 3);
  g_assert_cmpuint (phases->alternatives[1].count, ==, 1);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->span[2]), ==, "2034-07-01/2036");
  g_assert_cmpuint (phases->start_derivation[2], !=, MP_NONE);
  g_assert_cmpuint (phases->end_derivation[2], ==, MP_NONE);
  g_assert_cmpuint (terms[0].notice, ==, 0);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->ends_early[1]), ==, "the shop is sold");
  g_assert_cmpint (phases->certainty[1], ==, MP_CERTAINTY_REPORTED);
  g_assert_cmpint (phases->latest_end[1], ==, mp_instant_from_civil (2031, 1, 1, 0, 0, 0));
  g_assert_cmpuint (phases->citations[1].count, ==, 1);
  g_assert_cmpstr (mp_agreement_text (agreement, citations[phases->citations[1].first].at), ==,
                   "clause 4");
  g_assert_cmpuint (phases->amounts[1].count, ==, 1);
  amount = &mp_agreement_amounts (agreement)[phases->amounts[1].first];
  g_assert_cmpfloat (amount->value, ==, 5);
  g_assert_cmpuint (amount->citations.count, ==, 1);

  milestones = mp_agreement_milestones (agreement);
  g_assert_cmpuint (milestones->length, ==, 2);
  g_assert_cmpuint (milestones->alternatives[0].count, ==, 1);
  g_assert_cmpuint (milestones->derivation[0], ==, MP_NONE);
  g_assert_cmpuint (milestones->derivation[1], !=, MP_NONE);
  g_assert_cmpstr (mp_agreement_text (agreement, milestones->date[1]), ==, "2024-04-02");
  g_assert_cmpuint (milestones->importance[0], ==, 1);
  g_assert_cmpint (milestones->certainty[0], ==, MP_CERTAINTY_OFFICIAL);
  g_assert_cmpuint (milestones->changes[0].count, ==, 1);
  g_assert_cmpuint (milestones->citations[0].count, ==, 1);
  amount = &mp_agreement_amounts (agreement)[milestones->amounts[0].first];
  g_assert_cmpfloat (amount->value, ==, -1.5);
  g_assert_cmpuint (amount->citations.count, ==, 0);
  g_assert_cmpuint (mp_agreement_find_milestone (agreement, "reset"), ==, 0);
}

static void
test_syntax (void)
{
  static const struct {
    const char *text;
    guint line;
    guint column;
    const char *part;
  } cases[] = {
    { "", 1, 1, "the file is empty" },
    { " \r\n\t", 1, 1, "the file is empty" },
    { "\xef\xbb\xbf", 1, 1, "the file is empty" },
    { "{", 1, 2, "ends before the \"{\" in line 1, column 1" },
    { "{\n \"a\": [1,\n\n", 2, 10, "ends before the \"[\" in line 2, column 7" },
    { "{\"a\"", 1, 5, "ends before" },
    { "{\"a\":", 1, 6, "ends before" },
    { "{\"a\":1", 1, 7, "ends before" },
    { "{\"a\":\"b", 1, 6, "ends inside this string" },
    { "{\"a\":\"b\\", 1, 8, "no escape" },
    { "{\"a\":\"b\n\"}", 1, 6, "not closed on its line" },
    { "{\"a\":1,}", 1, 7, "nothing follows this comma" },
    { "[1, ]", 1, 3, "nothing follows this comma" },
    { "{,}", 1, 2, "a key in double quotes is expected here, not \",\"" },
    { "[,]", 1, 2, "a value is expected here, not \",\"" },
    { "[1,,2]", 1, 4, "a value is expected here, not \",\"" },
    { "{\"a\":}", 1, 6, "a value is expected here, not \"}\"" },
    { "{\"a\" 1}", 1, 6, "a colon is expected here, after a key, not \"1\"" },
    { "{\"a\"=1}", 1, 5, "a colon is expected here" },
    { "{\"a\":1 \"b\":2}", 1, 8, "a comma is missing before \"b\"" },
    { "[1 [2]]", 1, 4, "a comma is missing before \"[\"" },
    { "[1 2]", 1, 4, "a comma or \"]\" is expected here, not \"2\"" },
    { "{\"a\":1]", 1, 7, "\"}\" is expected here, not \"]\"" },
    { "[1}", 1, 3, "\"]\" is expected here, not \"}\"" },
    { "}", 1, 1, "a value is expected here, not \"}\"" },
    { "{} {}", 1, 4, "the agreement has ended before this" },
    { "1 2", 1, 3, "the agreement has ended before this" },
    { "{a:1}", 1, 2, "a key in double quotes is expected here, not \"a\"" },
    { "{'a':1}", 1, 2, "straight double quotes" },
    { "{“a”:1}", 1, 2, "straight double quotes" },
    { "[True]", 1, 2, "unknown word \"True\"; did you mean \"true\"?" },
    { "[nul]", 1, 2, "did you mean \"null\"?" },
    { "[undefined]", 1, 2, "unknown word \"undefined\"; a string stands in double quotes" },
    { "[NaN]", 1, 2, "unknown word \"NaN\"" },
    { "[true1]", 1, 6, "expected here, not \"1\"" },
    { "// x\n{}", 1, 1, "JSON has no comments" },
    { "{\"a\":1 /* x */}", 1, 8, "JSON has no comments" },
    { "{\n# x\n}", 2, 1, "JSON has no comments" },
    { "[01]", 1, 2, "needless 0" },
    { "[-]", 1, 2, "digits are missing after \"-\"" },
    { "[1.]", 1, 2, "after the decimal point" },
    { "[1e+]", 1, 2, "in the exponent" },
    { "[+1]", 1, 2, "starts with a digit" },
    { "[.5]", 1, 2, "starts with a digit" },
    { "[1e999]", 1, 2, "too large" },
    { "[-1e999]", 1, 2, "too large" },
    { "[\"a\tb\"]", 1, 4, "a tab in a string" },
    { "[\"a\x01\"]", 1, 4, "0x01 in a string is written \\u0001" },
    { "[\"a\\x\"]", 1, 4, "no escape" },
    { "[\"\\u12g4\"]", 1, 3, "four digits" },
    { "[\"\\u12\"]", 1, 3, "four digits" },
    { "[\"\\u0000\"]", 1, 3, "NUL" },
    { "{\"\\u0000\":1}", 1, 3, "NUL" },
    { "[\"\\ud800\"]", 1, 3, "surrogate" },
    { "[\"\\udc00\"]", 1, 3, "surrogate" },
    { "[\"\\ud800\\u0041\"]", 1, 3, "surrogate" },
    { "[\"\\ud800\\ud800\"]", 1, 3, "surrogate" },
    { "{\"é\":1,\r\n\"é\":2}", 2, 1, "duplicate key \"é\"" },
    { "{\"a\":{\"b\\\"\":1,\"b\\\"\":2}}", 1, 15, "duplicate key" },
    { "[\"\xe9\"]", 1, 3, "0xE9 is not UTF-8" },
    { "[\"\xc0\x80\"]", 1, 3, "0xC0 is not UTF-8" },
    { "[\"\xed\xa0\x80\"]", 1, 3, "0xED is not UTF-8" },
    { "\xef\xbb\xbf[1,\n,]", 2, 1, "a value is expected here" },
    { "\xef\xbb\xbf\xef\xbb\xbf{}", 1, 1, "a value is expected here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_one_error (cases[i].text, strlen (cases[i].text), cases[i].line, cases[i].column, "",
                      cases[i].part);
}

static void
test_encodings (void)
{
  static const char little[] = "\xff\xfe{\0}\0";
  static const char big[] = "\xfe\xff\0{\0}";
  static const char little_bare[] = "{\0\"\0a\0";
  static const char big_bare[] = "\0{\0\"\0a";
  static const char little_32[] = "\xff\xfe\0\0{\0\0\0";
  static const char big_32[] = "\0\0\xfe\xff\0\0\0{";
  static const char big_32_bare[] = "\0\0\0{\0\0\0}";
  static const char little_32_bare[] = "{\0\0\0}\0\0\0";
  static const char nul[] = "{\"milepost\"\0: 1}";
  static const char zeros[] = "\0\0\0\0\0\0";

  assert_one_error (little, sizeof little - 1, 1, 1, "", "UTF-16");
  assert_one_error (big, sizeof big - 1, 1, 1, "", "UTF-16");
  assert_one_error (little_bare, sizeof little_bare - 1, 1, 1, "", "UTF-16");
  assert_one_error (big_bare, sizeof big_bare - 1, 1, 1, "", "UTF-16");
  assert_one_error (little_32, sizeof little_32 - 1, 1, 1, "", "UTF-32");
  assert_one_error (big_32, sizeof big_32 - 1, 1, 1, "", "UTF-32");
  assert_one_error (big_32_bare, sizeof big_32_bare - 1, 1, 1, "", "UTF-32");
  assert_one_error (little_32_bare, sizeof little_32_bare - 1, 1, 1, "", "UTF-32");
  assert_one_error (nul, sizeof nul - 1, 1, 12, "", "NUL");
  assert_one_error (zeros, sizeof zeros - 1, 1, 1, "", "NUL");
  assert_one_error ("\x1f\x8b\x08", 3, 1, 2, "", "UTF-8");
}

static void
test_depth (void)
{
  static const guint depths[] = { 2047, 2048, 2049, 300000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++) {
    g_autoptr (GString) text = g_string_new ("{\"milepost\":1,\"title\":\"Deep\",\"x\":");

    /* The object around it is a level too. */
    for (guint level = 1; level < depths[i]; level++)
      g_string_append_c (text, '[');
    for (guint level = 1; level < depths[i]; level++)
      g_string_append_c (text, ']');
    g_string_append_c (text, '}');

    if (depths[i] <= 2048) {
      g_auto (Loaded) loaded = load (text->str, text->len);

      assert_expected (&loaded, "*:*: warning: /x: unknown key \"x\"");
    } else {
      assert_one_error (text->str, text->len, 1, 33 + 2048, "", "nested too deeply");
    }
  }
}

/* Puts one value into a small agreement, in place of @. */
static char *
put (const char *text, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strconcat (parts[0], value, parts[1], NULL);
}

#define HEAD "{\"milepost\":1,\"title\":\"T\","
#define TOPIC "\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],"
#define SOURCE "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}],"
#define CLAIM "\"certainty\":\"stated\",\"sources\":[\"s\"]"
#define TERM                                                                                       \
  HEAD TOPIC SOURCE "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[@]}]}"
#define MILESTONE                                                                                  \
  HEAD TOPIC SOURCE                                                                                \
    "\"milestones\":[{\"id\":\"m\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\","             \
    "\"importance\":1," CLAIM ",@}]}"

static void
test_values (void)
{
  static const struct {
    const char *text;
    const char *value;
    const char *expected; /* as in a .problems file */
  } cases[] = {
    { "@", "5", "1:1: error: : expected an object, not a number" },
    { "@", "\"x\"", "1:1: error: : expected an object, not a string" },
    { "@", "{}", "1:1: error: : missing \"milepost\"" },
    { "@", "{\"name\":\"x\",\"version\":2}", "1:1: error: : missing \"milepost\"" },
    { "@", "{\"milepsot\":1,\"title\":\"T\"}",
      "1:1: error: : missing \"milepost\"\n"
      "1:2: warning: /milepsot: unknown key \"milepsot\"; did you mean \"milepost\"?" },
    { "{\"milepost\":@,\"title\":\"T\"}", "1.0", "" },
    { "{\"milepost\":@,\"title\":\"T\"}", "1e0", "" },
    { "{\"milepost\":@,\"title\":\"T\"}", "2", "1:13: error: /milepost: version 2" },
    { "{\"milepost\":@,\"x\":0}", "99999999999999999999", "1:13: error: /milepost: version 1e+20" },
    { "{\"milepost\":@,\"title\":\"T\"}", "\"1\"",
      "1:13: error: /milepost: expected a number, not a string" },
    { "{\"title\":\"T\",\"milepost\":@}", "1", "1:25: error: /milepost: must be the first" },
    { "{\"milepost\":1,\"title\":@}", "\"\"", "1:23: error: /title: \"title\" is empty" },
    { "{\"milepost\":1,\"title\":@}", "\" \\t\\n\"", "1:23: error: /title: \"title\" is empty" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\nb\"", "1:23: error: /title: line break" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\u007fb\"", "1:23: error: /title: control" },
    { "{\"milepost\":1,\"title\":@}", "\"a\\tb\"", "" },
    { HEAD "\"summary\":@}", "\"a\\nb\\r\\n\\tc\"", "" },
    { HEAD "\"summary\":@}", "\"a\\u001bb\"", "1:37: error: /summary: control character" },
    { HEAD "\"summary\":@}", "\"\"", "" },
    { HEAD "\"summary\":@}", "false",
      "1:37: error: /summary: expected a string, not true or false" },
    { HEAD "\"checked\":@}", "\"2026-11\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-23~\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-23T10:00:00Z\"", "1:37: error: /checked: must be a day" },
    { HEAD "\"checked\":@}", "\"2026-11-31\"", "1:37: error: /checked: \"2026-11-31\": " },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"\"",
      "1:44: error: /parties/0/id: empty" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"A\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"-a\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a-\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a--b\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"a_b\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"é\"",
      "1:44: error: /parties/0/id: no id" },
    { HEAD "\"parties\":[{\"id\":@,\"name\":\"N\"}]}", "\"1-a-2b\"", "" },
    { HEAD "\"parties\":[@]}", "{\"id\":\"a\",\"name\":\"A\"},\n{\"id\":\"a\",\"name\":\"B\"}",
      "2:7: error: /parties/1/id: duplicate id \"a\"; see line 1" },
    { HEAD "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"color\":@}]}", "\"Blue\"",
      "1:67: error: /topics/0/color: unknown color \"Blue\"; did you mean \"blue\"?" },
    { HEAD "\"topics\":[{\"id\":\"t\",\"title\":\"T\",\"color\":@}]}", "\"\"",
      "1:67: error: /topics/0/color: unknown color \"\"; it is one of gray, blue," },
    { TERM, "", "" },
    { TERM, "{\"span\":\"2026\",\"state\":\"S\"," CLAIM "}",
      "1:*: error: /terms/0/phases/0/span: needs an interval" },
    { TERM, "{\"span\":\"../..\",\"state\":\"S\"," CLAIM "}", "" },
    { TERM, "{\"span\":\"2030/2026\",\"state\":\"S\"," CLAIM "}",
      "1:*: error: /terms/0/phases/0/span: \"2030/2026\": the interval ends" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\"," CLAIM ",\"ends_early\":{\"wen\":\"x\"}}",
      "1:*: error: /terms/0/phases/0/ends_early: missing \"when\"\n"
      "1:*: warning: /terms/0/phases/0/ends_early/wen: did you mean \"when\"?" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\"," CLAIM ",\"ends_early\":\"x\"}",
      "1:*: error: /terms/0/phases/0/ends_early: expected an object" },
    { TERM, "{\"span\":\"2024/2026\",\"state\":\"S\",\"certainty\":\"stated\",\"sources\":[]}",
      "1:*: error: /terms/0/phases/0/sources: at least one source" },
    { TERM,
      "{\"span\":\"2024/"
      "2026\",\"state\":\"S\",\"certainty\":\"stated\",\"sources\":[{\"at\":\"x\"}]}",
      "1:*: error: /terms/0/phases/0/sources/0: missing \"id\"" },
    { MILESTONE, "\"changes\":[\"x\"]", "1:*: error: /milestones/0/changes/0: unknown term \"x\"" },
    { MILESTONE, "\"changes\":[3]", "1:*: error: /milestones/0/changes/0: expected a string" },
    { MILESTONE,
      "\"amounts\":[{\"value\":9007199254740993,\"unit\":\"u\",\"what\":\"w\",\"certainty\":"
      "\"stated\"}]",
      "" },
    { MILESTONE,
      "\"amounts\":[{\"value\":9007199254740994,\"unit\":\"u\",\"what\":\"w\",\"certainty\":"
      "\"stated\"}]",
      "1:*: error: /milestones/0/amounts/0/value: too large" },
    { MILESTONE,
      "\"amounts\":[{\"value\":-1e300,\"unit\":\"u\",\"what\":\"w\",\"certainty\":\"stated\"}]",
      "1:*: error: /milestones/0/amounts/0/value: too large" },
    { MILESTONE, "\"a/b~\":1", "1:*: warning: /milestones/0/a~1b~0: unknown key \"a/b~\"" },
    { MILESTONE, "\"\\u202e\":1", "1:*: warning: /milestones/0/\\u202e: unknown key \"\\u202e\"" },
    { MILESTONE, "\"Summary\":\"x\"", "1:*: warning: *: did you mean \"summary\"?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = put (cases[i].text, cases[i].value);
    g_auto (Loaded) loaded = load (text, strlen (text));

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_milestone_values (void)
{
  static const char text[] =
    HEAD TOPIC SOURCE "\"milestones\":[{\"id\":\"m\",\"date\":\"%s\",\"title\":\"M\","
                      "\"topic\":\"t\",\"importance\":%s," CLAIM "}]}";
  static const struct {
    const char *date;
    const char *importance;
    const char *expected;
  } cases[] = {
    { "2026", "1", "" },
    { "2026-04~", "3", "" },
    { "2026/2027", "2.0", "" },
    { "2026/..", "1", "" },
    { "/2026", "1", "" },
    { "../..", "1", "1:*: error: /milestones/0/date: at one end" },
    { "2026", "0", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "4", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "1.5", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "2026", "-1e99", "1:*: error: /milestones/0/importance: 1, 2 or 3" },
    { "", "1", "1:*: error: /milestones/0/date: empty" },
    { "soon", "1", "1:*: error: /milestones/0/date: \"soon\": " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) parts = g_strsplit (text, "%s", 3);
    g_autofree char *made =
      g_strconcat (parts[0], cases[i].date, parts[1], cases[i].importance, parts[2], NULL);
    g_auto (Loaded) loaded = load (made, strlen (made));

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_addresses (void)
{
  static const char text[] =
    HEAD "\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\",\"url\":@}]}";
  static const char *const good[] = {
    "https://example.com",
    "http://example.com/",
    "HTTPS://Example.com/a%20b?c=d&e=f#g",
    "https://example.com:8080/",
    "https://[::1]/",
    "https://exämple.com/ä",
    "https://127.0.0.1",
    "https://example.com/a@b",
    "https://example.com/a(b)'c'~d!e$f*g,h;i=j+k",
  };
  static const char *const bad[] = {
    "",
    "example.com",
    "/a",
    "//example.com",
    "http:",
    "https://",
    "https:///a",
    "http://:80/",
    "ftp://example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:a@example.com",
    "https:example.com",
    "https://example.com/a b",
    "httpsx://example.com",
    "https://user@example.com",
    "https://user:word@example.com/",
    " https://example.com",
    "https://example.com:port/",
    "https://exa<mple.com",
    "https://example.com/%zz",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *value = g_strdup_printf ("\"%s\"", good[i]);
    g_autofree char *made = put (text, value);
    g_auto (Loaded) loaded = load (made, strlen (made));

    g_test_message ("good: %s", good[i]);
    assert_expected (&loaded, "");
  }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *value = g_strdup_printf ("\"%s\"", bad[i]);
    g_autofree char *made = put (text, value);

    g_test_message ("bad: %s", bad[i]);
    assert_one_error (made, strlen (made), 1, 81, "/sources/0/url", "");
  }
}

static void
test_overlaps (void)
{
  static const struct {
    const char *spans[3];
    const char *expected;
  } cases[] = {
    { { "2020/2022", "2022/2024", NULL }, "" },
    { { "2020/2023", "2022/2024", NULL }, "" }, /* only uncertain edges meet */
    { { "2020/2024", "2022/2026", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2022/2026", "2020/2024", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020/2030", "2022/2024", "2025/2027" },
      "3:9: error: /terms/0/phases/1/span: \"A\" (2020/2030) and \"B\" (2022/2024)\n"
      "4:9: error: /terms/0/phases/2/span: \"A\" (2020/2030) and \"C\" (2025/2027)" },
    { { "2020/2030", "2020/2030", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020/", "2022/2024", NULL }, "" }, /* nobody says that it lasted until then */
    { { "/2024", "2020/2022", NULL }, "" },
    { { "2020/..", "2022/2024", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "../2024", "2020/2022", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "../..", "../..", NULL }, "3:9: error: /terms/0/phases/1/span: line 2" },
    { { "2020-01-01/2020-01-02", "2020-01-02/2020-01-03", NULL }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) phases = g_string_new (NULL);
    g_autofree char *text = NULL;
    g_auto (Loaded) loaded = { NULL, NULL };

    for (guint j = 0; j < 3 && cases[i].spans[j] != NULL; j++)
      g_string_append_printf (phases, "%s\n{\"span\":\"%s\",\"state\":\"%c\"," CLAIM "}",
                              j > 0 ? "," : "", cases[i].spans[j], 'A' + j);
    text = put (TERM, phases->str);
    loaded = load (text, strlen (text));
    g_test_message ("case %" G_GSIZE_FORMAT, i);
    assert_expected (&loaded, cases[i].expected);
  }
}

static void
test_repeated_change (void)
{
  static const char text[] = HEAD TOPIC SOURCE
    "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]},"
    "{\"id\":\"b\",\"title\":\"B\",\"topic\":\"t\",\"phases\":[]}],\"milestones\":["
    "{\"id\":\"m\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\",\"importance\":1," CLAIM
    ",\"changes\":[\n\"a\",\n\"b\",\n\"a\"]},"
    "{\"id\":\"n\",\"date\":\"2026\",\"title\":\"N\",\"topic\":\"t\",\"importance\":1," CLAIM
    ",\"changes\":[\"a\",\"b\"]}]}";

  assert_one_error (text, strlen (text), 4, 1, "/milestones/0/changes/2",
                    "the term \"a\" is named twice; see line 2");
}

/* An array that is none says nothing of its ids, so nothing is said of those who refer to them. */
static void
test_no_cascade (void)
{
  static const char text[] = HEAD SOURCE
    "\"topics\":{},\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]}]}";
  static const char bad_id[] =
    HEAD SOURCE "\"topics\":[{\"id\":\"T 1\",\"title\":\"T\"}],"
                "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"T 1\","
                "\"phases\":[]}]}";
  g_auto (Loaded) loaded = load (text, strlen (text));
  g_auto (Loaded) other = load (bad_id, strlen (bad_id));

  assert_expected (&loaded, "1:*: error: /topics: expected an array");
  assert_expected (&other, "1:*: error: /topics/0/id: no id");
}

/* --- Limits ---------------------------------------------------------------------------------- */

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
assert_limit (const char *text, const char *piece, guint limit, const char *pointer)
{
  g_autofree char *most = repeat (piece, limit);
  g_autofree char *more = repeat (piece, limit + 1);
  g_autofree char *good = put (text, most);
  g_autofree char *bad = put (text, more);
  g_autofree char *expected = g_strdup_printf ("1:*: error: %s: %u", pointer, limit);
  g_auto (Loaded) loaded = load (good, strlen (good));
  g_auto (Loaded) refused = load (bad, strlen (bad));

  assert_expected (&loaded, "");
  assert_expected (&refused, expected);
}

static void
test_sizes (void)
{
  assert_limit ("{\"milepost\":1,\"title\":\"@\"}", "é", 1000, "/title");
  assert_limit (HEAD "\"summary\":\"@\"}", "😀", 20000, "/summary");
  assert_limit (HEAD "\"parties\":[{\"id\":\"@\",\"name\":\"N\"}]}", "a", 128, "/parties/0/id");
}

static void
test_too_many_items (void)
{
  g_autofree char *items = repeat ("0,", 1000000);
  g_autofree char *list_of_items = g_strconcat ("[", items, "0]", NULL);
  g_autofree char *text = put (HEAD "\"parties\":@}", list_of_items);
  g_autofree char *values = repeat ("[],", 8000001);
  g_autofree char *list_of_values = g_strconcat ("[", values, "0]", NULL);

  assert_one_error (text, strlen (text), 1, 37, "/parties", "too many items");
  assert_one_error (list_of_values, strlen (list_of_values), 1, 23999999, "", "too many values");
}

/* More problems than are kept, each with a suggestion to look for among many ids. */
static void
test_too_many_problems (void)
{
  const guint n = 5000;
  g_autoptr (GString) text = g_string_new (HEAD TOPIC SOURCE "\"terms\":[");
  g_auto (Loaded) loaded = { NULL, NULL };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s\n{\"id\":\"t-%u\",\"title\":\"A\",\"topic\":\"t\",\"phases\":[]}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "],\"milestones\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text,
      "%s\n{\"id\":\"m-%u\",\"date\":\"2026\",\"title\":\"M\",\"topic\":\"t\","
      "\"importance\":1,\"changes\":[\"x-%u\"],\"x\":0," CLAIM "}",
      i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");

  loaded = load (text->str, text->len);
  g_assert_cmpuint (mp_problems_get_length (loaded.problems), ==, MP_PROBLEMS_MAX);
  g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_ERROR), ==, n);
  g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_WARNING), ==, n);
  g_assert_cmpstr (mp_problems_get (loaded.problems, 0)->message, ==,
                   "unknown term \"x-0\"; did you mean \"t-0\"?");
}

/* All these ids have the same g_str_hash (): "ar" and "c0" do, and so does whatever is made of
 * them. With a hash that a file can foresee, this takes minutes. */
static void
test_colliding_ids (void)
{
  const guint n_pairs = 16;
  g_autoptr (GString) text = g_string_new (HEAD "\"parties\":[");
  g_auto (Loaded) loaded = { NULL, NULL };

  for (guint i = 0; i < 1u << n_pairs; i++) {
    g_string_append (text, i > 0 ? ",{\"id\":\"" : "{\"id\":\"");
    for (guint j = 0; j < n_pairs; j++)
      g_string_append (text, i >> j & 1 ? "ar" : "c0");
    g_string_append (text, "\",\"name\":\"N\"}");
  }
  g_string_append (text, "]}");
  loaded = load (text->str, text->len);
  assert_expected (&loaded, "");
}

/* --- Every part of a full example ----------------------------------------------------------------
 */

/* A value of a JSON text, found by a small scanner of its own. */
typedef struct {
  char *pointer;
  gsize key;   /* offset of the key; G_MAXSIZE for items and the whole */
  gsize start; /* of the value */
  gsize end;
  guint parent; /* index, of the object or array */
} Node;

static void
clear_node (gpointer data)
{
  g_free (((Node *) data)->pointer);
}

static gsize
skip_space (const char *text, gsize at)
{
  while (g_ascii_isspace (text[at]))
    at++;
  return at;
}

static gsize
skip_string (const char *text, gsize at)
{
  for (at++; text[at] != '"'; at++) {
    if (text[at] == '\\')
      at++;
  }
  return at + 1;
}

/* Adds the value at an offset, and those in it; returns where it ends. */
static gsize
add_nodes (GArray *nodes, const char *text, gsize at, const char *pointer, gsize key, guint parent)
{
  Node node = { g_strdup (pointer), key, at, at, parent };
  guint index = nodes->len;
  char open = text[at];
  guint n = 0;

  g_array_append_val (nodes, node);
  if (open == '"') {
    at = skip_string (text, at);
  } else if (open == '{' || open == '[') {
    for (at = skip_space (text, at + 1); text[at] != '}' && text[at] != ']'; n++) {
      g_autofree char *child = NULL;
      gsize child_key = G_MAXSIZE;

      if (text[at] == ',')
        at = skip_space (text, at + 1);
      if (open == '{') {
        gsize end = skip_string (text, at);

        child_key = at;
        child = g_strdup_printf ("%s/%.*s", pointer, (int) (end - at - 2), text + at + 1);
        at = skip_space (text, end);
        at = skip_space (text, at + 1); /* the colon */
      } else {
        child = g_strdup_printf ("%s/%u", pointer, n);
      }
      at = skip_space (text, add_nodes (nodes, text, at, child, child_key, index));
    }
    at++;
  } else {
    at += strcspn (text + at, " \n,]}");
  }
  g_array_index (nodes, Node, index).end = at;
  return at;
}

static GArray *
find_nodes (const char *text)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  g_array_set_clear_func (nodes, clear_node);
  add_nodes (nodes, text, skip_space (text, 0), "", G_MAXSIZE, 0);
  return nodes;
}

/* The text with a part replaced. */
static char *
replace (const char *text, gsize start, gsize end, const char *replacement)
{
  GString *made = g_string_new_len (text, (gssize) start);

  g_string_append (made, replacement);
  g_string_append (made, text + end);
  return g_string_free (made, FALSE);
}

static void
count_place (const char *text, gsize offset, guint *line, guint *column)
{
  const char *start = text;

  *line = 1;
  for (const char *p = text; p < text + offset; p++) {
    if (*p == '\n') {
      ++*line;
      start = p + 1;
    }
  }
  *column = (guint) g_utf8_strlen (start, text + offset - start) + 1;
}

static gboolean
is_required (const char *parent, const char *key)
{
  static const struct {
    const char *parent; /* its pointer, digits taken off */
    const char *keys;
  } tables[] = {
    { "", " milepost title " },
    { "/parties/", " id name " },
    { "/topics/", " id title " },
    { "/sources/", " id title kind " },
    { "/terms/", " id title topic phases " },
    { "/terms//phases/", " span state certainty sources " },
    { "/terms//phases//ends_early", " when " },
    { "/terms//phases//sources/", " id " },
    { "/terms//phases//amounts/", " value unit what certainty " },
    { "/milestones/", " id date title topic importance certainty sources " },
    { "/milestones//amounts/", " value unit what certainty " },
    { "/terms//notice", " period sources " },
    { "/terms//phases//span", " start end " },
    { "/terms//phases//span/start", " by " },
    { "/terms//phases//alternatives/", " span certainty sources " },
    { "/milestones//date", " by " },
    { "/milestones//alternatives/", " date certainty sources " },
  };
  g_autofree char *word = g_strdup_printf (" %s ", key);
  g_autoptr (GString) kind = g_string_new (NULL);

  for (const char *p = parent; *p != '\0'; p++) {
    if (!g_ascii_isdigit (*p))
      g_string_append_c (kind, *p);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (strcmp (tables[i].parent, kind->str) == 0)
      return strstr (tables[i].keys, word) != NULL;
  }
  return FALSE;
}

/* How many of the problems are errors of a place and a sentence that begins so. */
static guint
count_errors (const Loaded *loaded, const char *pointer, const char *start, guint line,
              guint column)
{
  guint n = 0;

  for (guint i = 0; i < mp_problems_get_length (loaded->problems); i++) {
    const MpProblem *problem = mp_problems_get (loaded->problems, i);

    if (problem->severity == MP_SEVERITY_ERROR && strcmp (problem->pointer, pointer) == 0 &&
        g_str_has_prefix (problem->message, start) && (line == 0 || problem->line == line) &&
        (column == 0 || problem->column == column))
      n++;
  }
  return n;
}

static void
test_missing_keys (void)
{
  g_autoptr (GArray) nodes = find_nodes (full);
  guint n_required = 0;

  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = &g_array_index (nodes, Node, i);
    const Node *parent = &g_array_index (nodes, Node, node->parent);
    gsize start = node->key;
    gsize end = node->end;
    g_autofree char *key = g_path_get_basename (node->pointer);
    g_autofree char *missing = g_strdup_printf ("missing \"%s\"", key);
    g_autofree char *text = NULL;
    g_auto (Loaded) loaded = { NULL, NULL };
    guint line;
    guint column;

    if (node->key == G_MAXSIZE)
      continue;
    /* One comma goes with the member: that after it or, for the last one, that before it. */
    if (full[skip_space (full, end)] == ',') {
      end = skip_space (full, end) + 1;
    } else {
      while (start > 0 && g_ascii_isspace (full[start - 1]))
        start--;
      if (full[start - 1] == ',')
        start--;
    }
    text = replace (full, start, end, "");
    loaded = load (text, strlen (text));
    count_place (full, parent->start, &line, &column);

    g_test_message ("without %s", node->pointer);
    /* One of the two must be there, not both. */
    if (strcmp (key, "after") == 0 || strcmp (key, "before") == 0) {
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing \"after\"", 0, 0), ==, 1);
      continue;
    }
    if (is_required (parent->pointer, key)) {
      n_required++;
      g_assert_null (loaded.agreement);
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, missing, line, column), ==, 1);
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing", 0, 0), ==, 1);
    } else {
      g_assert_cmpuint (count_errors (&loaded, parent->pointer, "missing", 0, 0), ==, 0);
    }
  }
  g_assert_cmpuint (n_required, ==,
                    2 + 4 + 2 + 3 + 4 + 12 + 1 + 1 + 4 + 14 + 4 + 2 + 2 + 1 + 3 + 1 + 3);
}

static char
kind_of (const char *value)
{
  switch (*value) {
  case '"':
  case '{':
  case '[':
    return *value;
  case 't':
  case 'f':
    return 't';
  case 'n':
    return 'n';
  default:
    return '0';
  }
}

static void
test_wrong_types (void)
{
  static const char *const values[] = {
    "null", "true", "false", "0",    "-1.5",      "1e300",  "\"x\"",    "\"\"",
    "[]",   "{}",   "[[]]",  "[{}]", "{\"a\":1}", "[null]", "\"2026\"",
  };
  g_autoptr (GArray) nodes = find_nodes (full);

  for (guint i = 0; i < nodes->len; i++) {
    const Node *node = &g_array_index (nodes, Node, i);
    gboolean is_date =
      g_str_has_suffix (node->pointer, "/date") || g_str_has_suffix (node->pointer, "/span") ||
      g_str_has_suffix (node->pointer, "/start") || g_str_has_suffix (node->pointer, "/end");
    gboolean is_citation = strstr (node->pointer, "/sources/") != NULL &&
                           g_ascii_isdigit (node->pointer[strlen (node->pointer) - 1]) &&
                           node->pointer[1] != 's';
    guint line;
    guint column;

    count_place (full, node->start, &line, &column);
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++) {
      g_autofree char *text = replace (full, node->start, node->end, values[j]);
      g_auto (Loaded) loaded = load (text, strlen (text));

      if (kind_of (values[j]) == kind_of (full + node->start) ||
          ((is_citation || is_date) && strchr ("{\"", kind_of (values[j])) != NULL))
        continue;
      g_test_message ("%s for %s", values[j], node->pointer);
      g_assert_null (loaded.agreement);
      g_assert_cmpuint (count_errors (&loaded, node->pointer, "", line, column), >=, 1);
    }
  }
}

static void
test_truncated (void)
{
  gsize length = strlen (full);

  for (gsize i = 0; i < length; i++) {
    g_auto (Loaded) loaded = load (full, i);

    g_assert_null (loaded.agreement);
    g_assert_cmpuint (mp_problems_count (loaded.problems, MP_SEVERITY_ERROR), ==, 1);
  }
}

static void
test_mutations (void)
{
  static const char bytes[] = "{}[]\":,\\/019-+.eE tnu\n\r\t\0\x7f\xc3\xa9\xff\xef\xbb\xbf";
  gsize length = strlen (full);

  for (int round = 0; round < 4000; round++) {
    g_autofree char *text = g_memdup2 (full, length);
    gsize size = length;
    g_autofree char *once = NULL;
    g_autofree char *twice = NULL;

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--) {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) size);

      switch (g_test_rand_int_range (0, 3)) {
      case 0:
        text[at] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
        break;
      case 1:
        text[at] = (char) g_test_rand_int_range (0, 256);
        break;
      default:
        memmove (text + at, text + at + 1, size - at - 1);
        size--;
      }
    }
    {
      g_auto (Loaded) first = load (text, size);
      g_auto (Loaded) second = load (text, size);

      once = list (&first);
      twice = list (&second);
      g_assert_cmpstr (once, ==, twice);
    }
  }
}

/* --- Suggestions ------------------------------------------------------------------------------ */

static void
test_suggestions (void)
{
  static const char *const words[] = { "cloud", "clouds", "revenue", "ip", "title", "ends_early" };
  static const struct {
    const char *word;
    const char *meant;
  } cases[] = {
    { "clould", "cloud" }, /* before "clouds", which is as near */
    { "lcoud", "cloud" },
    { "Cloud", "cloud" },
    { "CLOUDS", "clouds" },
    { "revnue", "revenue" },
    { "reveneu", "revenue" },
    { "ipp", "ip" },
    { "pi", "ip" },
    { "endsEarly", "ends_early" },
    { "ends-early", "ends_early" },
    { "titel", "title" },
    { "note", NULL },
    { "xy", NULL },
    { "", NULL },
    { "something-else", NULL },
  };
  g_autofree char *endless = g_strnfill (100000, 'c');
  MpSuggestion suggestion;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    suggestion = mp_suggestion_start (cases[i].word);
    for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
      mp_suggestion_offer (&suggestion, words[j]);
    g_assert_cmpstr (suggestion.best, ==, cases[i].meant);
  }

  suggestion = mp_suggestion_start (endless);
  mp_suggestion_offer (&suggestion, "cloud");
  mp_suggestion_offer (&suggestion, endless);
  g_assert_null (suggestion.best);
}

/* --- Fetching ------------------------------------------------------------------------------------
 */

static void
assert_refused (const char *path, int code, const char *part)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mp_reader_fetch (file, NULL, &error);

  g_test_message ("%s", path);
  g_assert_null (bytes);
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_null (strstr (error->message, path));
  g_assert_true (g_ascii_islower (error->message[0]));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("milepost-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
test_fetch (void)
{
  static const char text[] = "{ \"milepost\": 1, \"title\": \"é\" }\n";
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a b%é.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);
  g_autofree char *big = g_strnfill (3000000, ' ');
  gsize size;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  for (int i = 0; i < 2; i++) {
    g_autoptr (GBytes) bytes = fetch (i == 0 ? path : link);
    const char *data = g_bytes_get_data (bytes, &size);

    g_assert_cmpmem (data, size, text, strlen (text));
  }

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  {
    g_autoptr (GBytes) bytes = fetch (path);

    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
  }
  g_assert_true (g_file_set_contents (path, big, -1, NULL));
  {
    g_autoptr (GBytes) bytes = fetch (path);

    g_assert_cmpuint (g_bytes_get_size (bytes), ==, 3000000);
  }

  g_unlink (link);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_fetch_refused (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *dangling = g_build_filename (folder, "dangling", NULL);
  g_autofree char *loop = g_build_filename (folder, "loop", NULL);
  g_autofree char *below = g_build_filename (path, "below", NULL);
  g_autofree char *absent = g_build_filename (folder, "absent", NULL);

  assert_refused (folder, G_IO_ERROR_IS_DIRECTORY, "folder");
  assert_refused (absent, G_IO_ERROR_NOT_FOUND, "no such file");
  assert_refused ("/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE, "device");
  assert_refused ("/dev/null", G_IO_ERROR_NOT_REGULAR_FILE, "device");

  /* Nobody writes to it: opening it the usual way would wait for ever. */
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_path, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");

  g_assert_cmpint (symlink (loop, loop), ==, 0);
  assert_refused (loop, G_IO_ERROR_TOO_MANY_LINKS, "cannot be read");
  g_assert_cmpint (symlink (absent, dangling), ==, 0);
  assert_refused (dangling, G_IO_ERROR_NOT_FOUND, "no such file");

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  assert_refused (below, G_IO_ERROR_NOT_DIRECTORY, "cannot be read");
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (path, G_IO_ERROR_PERMISSION_DENIED, "not allowed");
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);

  /* A hole takes no space on the disk. */
  if (truncate (path, (off_t) MP_READER_MAX_SIZE + 1) == 0)
    assert_refused (path, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than 256 MB");

  g_unlink (path);
  g_unlink (pipe_path);
  g_unlink (loop);
  g_unlink (dangling);
  g_rmdir (folder);
}

/* What the kernel makes up when it is asked says that it has a size of 0, and is read all the same.
 * Files that do change are in tests/faults. */
static void
test_fetch_made_up (void)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test ("/proc/self/status", G_FILE_TEST_IS_REGULAR)) {
    g_test_skip ("no /proc here");
    return;
  }
  bytes = fetch ("/proc/self/status");
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
}

static void
test_fetch_elsewhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///absent/milepost.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (mp_reader_fetch (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "there is no such file");
}

static void
test_fetch_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("x", 1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "x", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (mp_reader_fetch (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (mp_reader_fetch_stream (stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
  g_rmdir (folder);
}

/* Writes a byte at a time into a pipe, so that each read is short. */
static gpointer
write_slowly (gpointer data)
{
  int descriptor = GPOINTER_TO_INT (data);

  for (gsize i = 0; i < strlen (full); i++) {
    while (write (descriptor, full + i, 1) < 0)
      g_assert_cmpint (errno, ==, EINTR);
  }
  close (descriptor);
  return NULL;
}

static void
test_fetch_stream (void)
{
  int ends[2];
  GThread *thread;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) nothing = g_memory_input_stream_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (pipe (ends), ==, 0);
  stream = g_unix_input_stream_new (ends[0], TRUE);
  thread = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (ends[1]));
  bytes = mp_reader_fetch_stream (stream, NULL, &error);
  g_thread_join (thread);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), full, strlen (full));

  none = mp_reader_fetch_stream (nothing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
}

static void
test_fetch_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_test_slow ()) {
    g_test_skip ("reads 256 MB; run with -m slow");
    return;
  }
  stream = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (mp_reader_fetch_stream (G_INPUT_STREAM (stream), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_files ("valid");
  add_files ("invalid");
  g_test_add_func ("/reader/shipped", test_shipped);
  g_test_add_func ("/reader/sample", test_sample);
  g_test_add_func ("/reader/full", test_full);
  g_test_add_func ("/reader/syntax", test_syntax);
  g_test_add_func ("/reader/encodings", test_encodings);
  g_test_add_func ("/reader/depth", test_depth);
  g_test_add_func ("/reader/values", test_values);
  g_test_add_func ("/reader/milestone-values", test_milestone_values);
  g_test_add_func ("/reader/addresses", test_addresses);
  g_test_add_func ("/reader/overlaps", test_overlaps);
  g_test_add_func ("/reader/repeated-change", test_repeated_change);
  g_test_add_func ("/reader/no-cascade", test_no_cascade);
  g_test_add_func ("/reader/sizes", test_sizes);
  g_test_add_func ("/reader/too-many-items", test_too_many_items);
  g_test_add_func ("/reader/too-many-problems", test_too_many_problems);
  g_test_add_func ("/reader/colliding-ids", test_colliding_ids);
  g_test_add_func ("/reader/missing-keys", test_missing_keys);
  g_test_add_func ("/reader/wrong-types", test_wrong_types);
  g_test_add_func ("/reader/truncated", test_truncated);
  g_test_add_func ("/reader/mutations", test_mutations);
  g_test_add_func ("/reader/suggestions", test_suggestions);
  g_test_add_func ("/reader/fetch/file", test_fetch);
  g_test_add_func ("/reader/fetch/refused", test_fetch_refused);
  g_test_add_func ("/reader/fetch/made-up", test_fetch_made_up);
  g_test_add_func ("/reader/fetch/elsewhere", test_fetch_elsewhere);
  g_test_add_func ("/reader/fetch/cancelled", test_fetch_cancelled);
  g_test_add_func ("/reader/fetch/stream", test_fetch_stream);
  g_test_add_func ("/reader/fetch/endless", test_fetch_endless);
  return g_test_run ();
}
