/* test-reader-arrival.c: files that arrive in pieces, in any order, and what there is before the
 * end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-reader-support.h"

/* --- In pieces -------------------------------------------------------------------------------- */

static Loaded
load_in_pieces (const char *text, gsize length, gsize piece)
{
  Loaded loaded = { NULL, mp_problems_new () };
  MpReader *reader = mp_reader_new (loaded.problems);

  for (gsize at = 0; at < length; at += piece) {
    /* A block of its own, so that keeping it would be noticed. */
    g_autofree char *copy = g_memdup2 (text + at, MIN (piece, length - at));

    mp_reader_add (reader, copy, MIN (piece, length - at));
  }
  loaded.agreement = mp_reader_end (reader);
  assert_sane (&loaded);
  return loaded;
}

#define ASSERT_SAME_COLUMN(type, name)                                                             \
  g_assert_cmpmem (a->name, a->length * sizeof (type), b->name, b->length * sizeof (type));

static void
assert_same_phases (const MpPhases *a, const MpPhases *b)
{
  MP_PHASE_COLUMNS (ASSERT_SAME_COLUMN)
}

static void
assert_same_milestones (const MpMilestones *a, const MpMilestones *b)
{
  MP_MILESTONE_COLUMNS (ASSERT_SAME_COLUMN)
}

/* Asserts that two agreements are the same, to the places of their strings. */
static void
assert_same (MpAgreement *a, MpAgreement *b)
{
  const MpMilestones *milestones = mp_agreement_milestones (a);
  guint n_a, n_b;
  const MpTerm *terms_a = mp_agreement_terms (a, &n_a);
  const MpTerm *terms_b = mp_agreement_terms (b, &n_b);

  g_assert_cmpmem (terms_a, n_a * sizeof *terms_a, terms_b, n_b * sizeof *terms_b);
  assert_same_phases (mp_agreement_phases (a), mp_agreement_phases (b));
  assert_same_milestones (milestones, mp_agreement_milestones (b));
  for (guint i = 0; i < milestones->length; i++)
    g_assert_cmpstr (mp_agreement_text (a, milestones->title[i]), ==,
                     mp_agreement_text (b, milestones->title[i]));
}

static void
check_file (const char *path)
{
  static const gsize pieces[] = { 1, 2, 7, 100, 4096 };
  g_autofree char *text = NULL;
  g_autofree char *problems = NULL;
  gsize length;
  g_auto (Loaded) whole = { NULL, NULL };

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  whole = load (text, length);
  problems = list_problems (&whole);
  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_auto (Loaded) loaded = load_in_pieces (text, length, pieces[i]);
    g_autofree char *found = list_problems (&loaded);

    g_test_message ("%s in pieces of %" G_GSIZE_FORMAT, path, pieces[i]);
    g_assert_cmpstr (found, ==, problems);
    g_assert_cmpint (loaded.agreement != NULL, ==, whole.agreement != NULL);
    if (whole.agreement != NULL)
      assert_same (whole.agreement, loaded.agreement);
  }
}

/* Every file, however it is cut. */
static void
test_pieces (void)
{
  static const char *const folders[] = { "valid", "invalid" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++) {
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "agreements", folders[i], NULL);
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

    for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".problems"))
        check_file (file);
    }
  }
}

/* --- In any order ----------------------------------------------------------------------------- */

#define PARTY_ARRAY "\"parties\":[{\"id\":\"p\",\"name\":\"P\"},{\"id\":\"q\",\"name\":\"Q\"}]"
#define TOPIC_ARRAY "\"topics\":[{\"id\":\"u\",\"title\":\"U\"},{\"id\":\"t\",\"title\":\"T\"}]"
#define SOURCE_ARRAY                                                                               \
  "\"sources\":[{\"id\":\"r\",\"title\":\"R\",\"kind\":\"press\"},"                                \
  "{\"id\":\"s\",\"title\":\"S\",\"kind\":\"press\"}]"
#define TERM_ARRAY                                                                                 \
  "\"terms\":[{\"phases\":[{\"span\":\"2026/2027\",\"state\":\"On\"," CLAIM "},"                   \
  "{\"span\":{\"start\":\"2027\",\"end\":{\"after\":\"n\",\"by\":\"P1Y\"}},\"state\":"             \
  "\"Off\"," CLAIM                                                                                 \
  "}],\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"obligor\":\"p\",\"obligee\":\"q\","           \
  "\"notice\":{\"period\":\"P9D\",\"sources\":[\"s\"]}},"                                          \
  "{\"id\":\"b\",\"title\":\"B\",\"topic\":\"u\",\"phases\":[]}]"
#define MILESTONE_ARRAY                                                                            \
  "\"milestones\":[{\"id\":\"m\",\"date\":{\"before\":\"n\",\"by\":\"P1M\"},\"title\":\"M\","      \
  "\"topic\":\"t\",\"importance\":1,\"changes\":[\"b\",\"a\"]," CLAIM "},"                         \
  "{\"id\":\"n\",\"date\":\"2030-03\",\"title\":\"N\",\"topic\":\"u\",\"importance\":2," CLAIM     \
  "}]"

static void
check_order (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpCitation *citations = mp_agreement_citations (agreement);
  const guint32 *changes = mp_agreement_changes (agreement);
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);

  g_assert_cmpuint (terms[0].topic, ==, 1);
  g_assert_cmpuint (terms[1].topic, ==, 0);
  g_assert_cmpuint (terms[0].obligor, ==, 0);
  g_assert_cmpuint (terms[0].obligee, ==, 1);
  g_assert_cmpuint (terms[0].notice, ==, 0);
  g_assert_cmpuint (phases->length, ==, 2);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->span[1]), ==, "2027/2031-03");
  g_assert_cmpint (phases->latest_end[1], ==, mp_instant_from_civil (2031, 4, 1, 0, 0, 0));
  g_assert_cmpuint (mp_agreement_derivations (agreement)[phases->end_derivation[1]].milestone, ==,
                    1);
  g_assert_cmpuint (milestones->length, ==, 2);
  g_assert_cmpstr (mp_agreement_text (agreement, milestones->date[0]), ==, "2030-02");
  g_assert_cmpuint (milestones->topic[0], ==, 1);
  g_assert_cmpuint (changes[milestones->changes[0].first], ==, 1);
  g_assert_cmpuint (changes[milestones->changes[0].first + 1], ==, 0);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpuint (citations[i].source, ==, 1);
  g_assert_cmpuint (mp_agreement_find_term (agreement, "b"), ==, 1);
  g_assert_cmpuint (mp_agreement_find_milestone (agreement, "n"), ==, 1);
}

/* Whatever comes first, what refers to it finds it, and what refers to nothing is reported. */
static void
test_order (void)
{
  static const char *const arrays[] = { PARTY_ARRAY, TOPIC_ARRAY, SOURCE_ARRAY, TERM_ARRAY,
                                        MILESTONE_ARRAY };
  const guint n = G_N_ELEMENTS (arrays);

  for (guint order = 0; order < n * n * n * n * n; order++) {
    g_autoptr (GString) text = g_string_new (HEAD);
    guint used = 0, rest = order;
    g_auto (Loaded) loaded = { NULL, NULL };

    for (guint i = 0; i < n; i++, rest /= n) {
      used |= 1u << rest % n;
      g_string_append_printf (text, "%s%s", i > 0 ? ",\n" : "", arrays[rest % n]);
    }
    if (used != (1u << n) - 1)
      continue;
    g_string_append_c (text, '}');
    loaded = load (text->str, text->len);
    assert_expected (&loaded, "");
    check_order (loaded.agreement);
  }
}

static void
test_unknown (void)
{
  static const char text[] = HEAD
    "\n\"milestones\":[{\"id\":\"m\",\"date\":{\"after\":\"nn\",\"by\":\"P1D\"},\"title\":\"M\","
    "\"topic\":\"tt\",\"importance\":1,\"changes\":[\n\"a\",\"c\",\n\"a\"]," CLAIM "}],\n"
    "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"obligor\":\"p\",\"phases\":[]}],"
    "\n\"topics\":[{\"id\":\"t\",\"title\":\"T\"}],\"sources\":[{\"id\":\"x\",\"title\":\"S\","
    "\"kind\":\"press\"}]}";
  g_auto (Loaded) loaded = load (text, strlen (text));

  assert_expected (&loaded,
                   "2:41: error: /milestones/0/date/after: unknown milestone \"nn\"\n"
                   "2:78: error: /milestones/0/topic: unknown topic \"tt\"; did you mean \"t\"?\n"
                   "3:5: error: /milestones/0/changes/1: unknown term \"c\"\n"
                   "4:1: error: /milestones/0/changes/2: named twice; see line 3\n"
                   "4:38: error: /milestones/0/sources/0: unknown source \"s\"\n"
                   "5:54: error: /terms/0/obligor: unknown party \"p\"\n");
}

/* --- What there is before the end ------------------------------------------------------------- */

/* Returns what there is after a part of a text, which ends with this piece of it. */
static MpAgreement *
get_partial (const char *text, const char *last)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (MpReader) reader = mp_reader_new (problems);
  const char *end = strstr (text, last);

  g_assert_nonnull (end);
  mp_reader_add (reader, text, (gsize) (end - text) + strlen (last));
  return mp_reader_get_partial (reader);
}

static void
assert_counts (MpAgreement *agreement, guint n_terms, guint n_phases, guint n_milestones)
{
  guint n;

  mp_agreement_terms (agreement, &n);
  g_assert_cmpuint (n, ==, n_terms);
  g_assert_cmpuint (mp_agreement_phases (agreement)->length, ==, n_phases);
  g_assert_cmpuint (mp_agreement_milestones (agreement)->length, ==, n_milestones);
}

/* What refers to something that is still to come is left out, and so is what waits for a date. */
static void
test_partial (void)
{
  static const char text[] =
    HEAD SOURCE_ARRAY "," TOPIC_ARRAY "," MILESTONE_ARRAY "," TERM_ARRAY "," PARTY_ARRAY "}";
  g_autoptr (MpAgreement) milestones = get_partial (text, "\"importance\":2," CLAIM "}]");
  g_autoptr (MpAgreement) terms = get_partial (text, "\"phases\":[]}]");

  assert_counts (milestones, 0, 0, 1);
  g_assert_cmpstr (mp_agreement_get_title (milestones), ==, "T");
  g_assert_cmpuint (mp_agreement_find_milestone (milestones, "n"), ==, 0);
  g_assert_cmpuint (mp_agreement_find_milestone (milestones, "m"), ==, MP_NONE);
  g_assert_cmpuint (mp_agreement_milestones (milestones)->citations[0].count, ==, 1);

  assert_counts (terms, 2, 1, 1);
  g_assert_cmpuint (mp_agreement_terms (terms, NULL)[0].obligor, ==, MP_NONE);
  g_assert_cmpuint (mp_agreement_find_term (terms, "b"), ==, 1);
}

/* The term that is being read is there with the phases that it has so far. */
static void
test_partial_term (void)
{
  static const char text[] =
    HEAD TOPIC SOURCE "\"terms\":[{\"id\":\"a\",\"title\":\"A\",\"topic\":\"t\",\"phases\":["
                      "{\"span\":\"2027/2028\",\"state\":\"Two\"," CLAIM "},"
                      "{\"span\":\"2026/2027\",\"state\":\"One\"," CLAIM "},"
                      "{\"span\":\"2028/2029\",\"state\":\"Three\"," CLAIM "}]}]}";
  g_autoptr (MpAgreement) agreement = get_partial (text, "\"One\"," CLAIM "},");
  const MpPhases *phases = mp_agreement_phases (agreement);

  assert_counts (agreement, 1, 2, 0);
  g_assert_cmpstr (mp_agreement_text (agreement, phases->state[0]), ==, "One");
  g_assert_cmpstr (mp_agreement_text (agreement, phases->state[1]), ==, "Two");
}

/* Nothing is shown of a file that has an error, or nothing to show. */
static void
test_no_partial (void)
{
  static const char good[] = "{\"milepost\":1,\"title\":\"T\"," TOPIC "\"summary\":\"S\"";
  static const char other[] = "{\"milepost\":2,\"title\":\"T\"," PARTY_ARRAY ",";
  static const char untitled[] = "{\"milepost\":1," TOPIC SOURCE "\"terms\":[";
  static const char bad[] = HEAD TOPIC SOURCE "\"terms\":[{\"id\":\"a\",\"title\":\"A\","
                                              "\"topic\":\"t\",\"phases\":[{}, {}";

  g_assert_null (get_partial (good, "\"S\""));
  g_assert_null (get_partial (other, PARTY_ARRAY));
  g_assert_null (get_partial (untitled, "\"terms\":["));
  g_assert_null (get_partial (bad, "{}, {}"));
}

/* At every byte of every file, what there is only grows, and in the end it is all there is. */
static void
test_growing (void)
{
  static const char *const names[] = { "all-keys.json", "conditions.json", "edtf.json",
                                       "unicode.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "agreements", "valid", names[i], NULL);
    g_autoptr (MpProblems) problems = mp_problems_new ();
    MpReader *reader = mp_reader_new (problems);
    g_autoptr (MpAgreement) whole = NULL;
    g_autofree char *text = NULL;
    guint n_entries = 0, n_whole;
    gsize length;

    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    for (gsize at = 0; at < length; at++) {
      g_autoptr (MpAgreement) partial = NULL;
      guint n_now;

      mp_reader_add (reader, text + at, 1);
      partial = mp_reader_get_partial (reader);
      if (partial == NULL)
        continue;
      mp_agreement_terms (partial, &n_now);
      n_now += mp_agreement_phases (partial)->length + mp_agreement_milestones (partial)->length;
      g_assert_cmpuint (n_now, >=, n_entries);
      g_assert_cmpuint (n_now, <=, mp_reader_count_entries (reader));
      n_entries = n_now;
    }
    whole = mp_reader_end (reader);
    mp_agreement_terms (whole, &n_whole);
    n_whole += mp_agreement_phases (whole)->length + mp_agreement_milestones (whole)->length;
    g_assert_cmpuint (n_entries, >, 0);
    g_assert_cmpuint (n_whole, >=, n_entries);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  mp_reader_free (NULL);
  g_test_add_func ("/reader/arrival/pieces", test_pieces);
  g_test_add_func ("/reader/arrival/order", test_order);
  g_test_add_func ("/reader/arrival/unknown", test_unknown);
  g_test_add_func ("/reader/arrival/partial", test_partial);
  g_test_add_func ("/reader/arrival/partial-term", test_partial_term);
  g_test_add_func ("/reader/arrival/no-partial", test_no_partial);
  g_test_add_func ("/reader/arrival/growing", test_growing);
  return g_test_run ();
}
