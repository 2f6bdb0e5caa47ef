/* mp-test-support.c: agreements for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-test-support.h"

#include "mp-agreement-builder.h"
#include "mp-reader.h"

#include <string.h>

MpDate
mp_test_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  MpDate date;

  mp_date_parse (text, -1, &date, NULL, &error);
  g_assert_no_error (error);
  return date;
}

MpInstant
mp_test_instant (const char *date)
{
  return mp_test_date (date).earliest;
}

/* --- From lines ------------------------------------------------------------------------------- */

typedef struct {
  MpAgreementBuilder *builder;
  GPtrArray *topics; /* ids, in order */
  GPtrArray *terms;
  GPtrArray *sources;
  GPtrArray *links; /* the ids that they lead to */
  guint32 topic;    /* of the milestones that follow */
  guint order;      /* of the next one */
} Maker;

static guint32
find_id (GPtrArray *ids, const char *id)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, &index))
    g_error ("nothing has the id %s", id);
  return index;
}

/* Splits a line into the given number of words and the rest. Free with g_strfreev (). */
static char **
split (const char *line, guint n_words)
{
  char **words = g_strsplit (line, " ", (gint) n_words + 1);

  if (g_strv_length (words) != n_words + 1)
    g_error ("%u words and a text are wanted: %s", n_words, line);
  return words;
}

static void
ensure_topic (Maker *maker)
{
  if (maker->topics->len > 0)
    return;
  mp_agreement_builder_add_topic (maker->builder, "general", "General", MP_COLOR_GRAY);
  g_ptr_array_add (maker->topics, g_strdup ("general"));
}

/* The value of a word, which must be there. */
static guint
value_of (const MpVocabulary *vocabulary, const char *word)
{
  guint value = 0;

  g_assert_true (mp_vocabulary_find (vocabulary, word, &value));
  return value;
}

static MpCertainty
certainty_of (const char *word)
{
  return value_of (&mp_certainty_vocabulary, word);
}

static void
add_topic (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 3);

  maker->topic = mp_agreement_builder_add_topic (maker->builder, words[1], words[3],
                                                 value_of (&mp_color_vocabulary, words[2]));
  g_ptr_array_add (maker->topics, g_strdup (words[1]));
}

static void
add_term (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 3);

  ensure_topic (maker);
  maker->topic = g_str_equal (words[2], "-") ? 0 : find_id (maker->topics, words[2]);
  mp_agreement_builder_add_term (maker->builder, words[1], words[3], NULL, maker->topic, MP_NONE,
                                 MP_NONE);
  g_ptr_array_add (maker->terms, g_strdup (words[1]));
}

static void
add_phase (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 3);
  g_autoptr (GError) error = NULL;
  MpSpan span;

  mp_span_parse (words[1], -1, &span, NULL, &error);
  g_assert_no_error (error);
  mp_agreement_builder_add_phase (
    maker->builder,
    &(MpNewPhase) { .dates = &span,
                    .span = words[1],
                    .state = words[3],
                    .ends_early = g_str_equal (words[0], "early") ? "it is sold" : NULL,
                    .certainty = certainty_of (words[2]) });
}

static void
add_milestone (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 6);
  g_auto (GStrv) changes = g_strsplit (g_str_equal (words[5], "-") ? "" : words[5], ",", -1);
  g_autoptr (GError) error = NULL;
  MpSpan date;

  ensure_topic (maker);
  mp_span_parse (words[2], -1, &date, NULL, &error);
  g_assert_no_error (error);
  mp_agreement_builder_add_milestone (maker->builder,
                                      &(MpNewMilestone) { .id = words[1],
                                                          .dates = &date,
                                                          .date = words[2],
                                                          .title = words[6],
                                                          .topic = maker->topic,
                                                          .importance = (guint) (words[3][0] - '0'),
                                                          .order = maker->order,
                                                          .certainty = certainty_of (words[4]) });
  for (char **change = changes; *change != NULL; change++)
    mp_agreement_builder_add_change (maker->builder, find_id (maker->terms, *change));
  maker->order = 0;
}

static void
set_order (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 1);

  maker->order = (guint) g_ascii_strtoull (words[1], NULL, 10);
}

static void
add_link (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 3);
  const MpNamed nothing = { MP_ID_KIND_MILESTONE, MP_NONE };

  mp_agreement_builder_add_link (
    maker->builder, (MpLinkKind) value_of (&mp_link_kind_vocabulary, words[1]), nothing,
    g_str_equal (words[3], "-") ? MP_LINK_AS_TARGET : (int) certainty_of (words[3]));
  g_ptr_array_add (maker->links, g_strdup (words[2]));
}

/* Says what the links lead to, now that all is there. */
static void
resolve_links (Maker *maker)
{
  for (guint i = 0; i < maker->links->len; i++) {
    const char *id = g_ptr_array_index (maker->links, i);
    MpNamed named = { MP_ID_KIND_MILESTONE, 0 };

    named.index = mp_agreement_builder_find (maker->builder, named.kind, id);
    if (named.index == MP_NONE)
      named = (MpNamed) { MP_ID_KIND_TERM, find_id (maker->terms, id) };
    mp_agreement_builder_refer (maker->builder, MP_REFERENCE_LINK, i, named);
  }
}

static void
add_alternative (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 3);
  g_autoptr (GError) error = NULL;
  MpSpan date;

  mp_span_parse (words[1], -1, &date, NULL, &error);
  g_assert_no_error (error);
  mp_agreement_builder_add_alternative (maker->builder, &date, words[1], words[3],
                                        certainty_of (words[2]));
}

static void
add_notice (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 6);

  mp_agreement_builder_add_notice (
    maker->builder, words[1], g_str_equal (words[2], "-") ? NULL : words[2], NULL, words[6],
    value_of (&mp_days_vocabulary, words[3]), value_of (&mp_roll_vocabulary, words[4]),
    certainty_of (words[5]));
}

static void
add_amount (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 2);

  mp_agreement_builder_add_amount (maker->builder, g_ascii_strtod (words[1], NULL), "USD", words[2],
                                   MP_CERTAINTY_STATED);
}

static void
add_citations (Maker *maker, const char *line)
{
  g_auto (GStrv) words = split (line, 1);
  g_auto (GStrv) ids = g_strsplit (words[1], ",", -1);

  for (char **id = ids; *id != NULL; id++) {
    guint index;

    if (!g_ptr_array_find_with_equal_func (maker->sources, *id, g_str_equal, &index)) {
      const char *at = strchr (*id, '@');

      index =
        mp_agreement_builder_add_source (maker->builder, *id, *id, "Publisher",
                                         at != NULL ? at + 1 : "2020", "", NULL, MP_SOURCE_PRESS);
      g_ptr_array_add (maker->sources, g_strdup (*id));
    }
    mp_agreement_builder_cite (maker->builder, index, NULL);
  }
}

MpAgreement *
mp_test_agreement (const char *lines)
{
  static const struct {
    const char *word;
    void (*add) (Maker *maker, const char *line);
  } kinds[] = {
    { "topic ", add_topic },   { "term ", add_term },           { "phase ", add_phase },
    { "early ", add_phase },   { "milestone ", add_milestone }, { "alternative ", add_alternative },
    { "notice ", add_notice }, { "amount ", add_amount },       { "cite ", add_citations },
    { "order ", set_order },   { "link ", add_link },
  };
  g_auto (GStrv) split_lines = g_strsplit (lines, "\n", -1);
  Maker maker = { .builder = mp_agreement_builder_new (),
                  .topics = g_ptr_array_new_with_free_func (g_free),
                  .terms = g_ptr_array_new_with_free_func (g_free),
                  .sources = g_ptr_array_new_with_free_func (g_free),
                  .links = g_ptr_array_new_with_free_func (g_free) };

  mp_agreement_builder_set_head (maker.builder, "Test", NULL, "2026-11-23");
  for (char **line = split_lines; *line != NULL; line++) {
    guint kind = 0;

    if (**line == '\0')
      continue;
    while (kind < G_N_ELEMENTS (kinds) && !g_str_has_prefix (*line, kinds[kind].word))
      kind++;
    if (kind == G_N_ELEMENTS (kinds))
      g_error ("no line of an agreement: %s", *line);
    kinds[kind].add (&maker, *line);
  }
  resolve_links (&maker);
  g_ptr_array_unref (maker.links);
  g_ptr_array_unref (maker.topics);
  g_ptr_array_unref (maker.terms);
  g_ptr_array_unref (maker.sources);
  return mp_agreement_builder_end (maker.builder);
}

/* --- At random -------------------------------------------------------------------------------- */

static void
append_random_text (GString *out, gint max_length)
{
  static const char letters[] = "aeiounrstlmd     ";
  gint length = g_test_rand_int_range (1, max_length);

  g_string_append_c (out, 'T');
  for (gint i = 0; i < length; i++)
    g_string_append_c (out,
                       letters[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (letters) - 1)]);
  g_string_append_c (out, '\n');
}

static const char *
random_certainty (void)
{
  return mp_certainty_get ((MpCertainty) g_test_rand_int_range (0, MP_N_CERTAINTIES))->word;
}

/* A date within a year, of any precision, sometimes approximate or uncertain. */
static char *
random_date (gint year)
{
  static const char *const signs[] = { "", "", "", "", "?", "~", "%" };
  const char *sign = signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))];
  gint month = g_test_rand_int_range (1, 13);

  switch (g_test_rand_int_range (0, 5)) {
  case 0:
    return g_strdup_printf ("%04d%s", year, sign);
  case 1:
    return g_strdup_printf ("%04d-%02d%s", year, g_test_rand_int_range (21, 24), sign);
  case 2:
    return g_strdup_printf ("%04d-%02d%s", year, month, sign);
  default:
    return g_strdup_printf ("%04d-%02d-%02d%s", year, month, g_test_rand_int_range (1, 29), sign);
  }
}

/* A date, or a set of such a date and one or two after it. */
static char *
random_date_or_set (gint year)
{
  g_autofree char *first = random_date (year);
  g_autofree char *second = random_date (year + g_test_rand_int_range (1, 4));
  g_autofree char *third = random_date (year + g_test_rand_int_range (4, 8));

  switch (g_test_rand_int_range (0, 16)) {
  case 0:
    return g_strdup_printf ("[%s,%s]", first, second);
  case 1:
    return g_strdup_printf ("{%s,%s,%s}", first, second, third);
  default:
    return g_steal_pointer (&first);
  }
}

/* Phases one after the other, touching or with gaps; the outer ends may be open or unknown. */
static void
append_random_phases (GString *out, const MpTestCrowd *crowd)
{
  guint n_phases = (guint) g_test_rand_int_range (0, (gint32) crowd->max_phases + 1);
  gint step = MAX (1, (crowd->last_year - crowd->first_year) / (gint) (2 * n_phases + 2));
  gint year = crowd->first_year + g_test_rand_int_range (0, step);
  g_autofree char *start = random_date (year);

  if (g_test_rand_int_range (0, 4) == 0) {
    g_free (start);
    start = g_strdup (g_test_rand_bit () ? ".." : "");
  }
  for (guint i = 0; i < n_phases; i++) {
    g_autofree char *end = random_date (year + g_test_rand_int_range (1, step + 1));

    /* Sometimes within one day. */
    if (strlen (start) == strlen ("2026-04-27") && g_test_rand_int_range (0, 8) == 0) {
      g_free (end);
      end = g_strdup (start);
    }
    if (i + 1 == n_phases && g_test_rand_int_range (0, 3) == 0) {
      g_free (end);
      end = g_strdup (g_test_rand_bit () ? ".." : "");
    }
    g_string_append_printf (out, "%s %s/%s %s ",
                            g_test_rand_int_range (0, 6) == 0 ? "early" : "phase", start, end,
                            random_certainty ());
    append_random_text (out, 30);
    if (g_test_rand_int_range (0, 8) == 0)
      g_string_append_printf (out, "alternative %04d/%04d %s Because\n", year, year + 2 * step,
                              random_certainty ());
    year += step;
    g_free (start);
    if (g_test_rand_bit ()) {
      start = g_steal_pointer (&end);
    } else {
      year += step;
      start = random_date (year);
    }
  }
}

static void
append_random_milestones (GString *out, const MpTestCrowd *crowd)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n_tries = 0;

  for (guint i = 0; i < crowd->n_milestones && n_tries < 100 * crowd->n_milestones; n_tries++) {
    g_autofree char *date =
      random_date_or_set (g_test_rand_int_range (crowd->first_year, crowd->last_year + 1));
    MpInstant earliest = mp_test_instant (date);
    gint share = g_test_rand_int_range (0, 10);

    if (!g_hash_table_add (taken, g_memdup2 (&earliest, sizeof earliest)))
      continue;
    g_string_append_printf (out, "milestone m%u %s %d %s ", i, date,
                            share == 0  ? 1
                            : share < 5 ? 2
                                        : 3,
                            random_certainty ());
    if (crowd->n_terms > 0 && g_test_rand_bit ())
      g_string_append_printf (out, "t%d ", g_test_rand_int_range (0, (gint32) crowd->n_terms));
    else
      g_string_append (out, "- ");
    append_random_text (out, 60);
    i++;
  }
}

char *
mp_test_random_lines (const MpTestCrowd *crowd)
{
  GString *out = g_string_new ("topic one blue One\ntopic two green Two\ntopic three red Three\n");

  for (guint i = 0; i < crowd->n_terms; i++) {
    static const char *const topics[] = { "one", "two", "three" };

    g_string_append_printf (out, "term t%u %s ", i, topics[g_test_rand_int_range (0, 3)]);
    append_random_text (out, 50);
    append_random_phases (out, crowd);
  }
  append_random_milestones (out, crowd);
  return g_string_free (out, FALSE);
}

MpAgreement *
mp_test_random_agreement (guint max_milestones)
{
  MpTestCrowd crowd = {
    .n_terms = (guint) g_test_rand_int_range (0, 12),
    .max_phases = (guint) g_test_rand_int_range (1, 5),
    .n_milestones = (guint) g_test_rand_int_range (0, (gint32) max_milestones + 1),
    .first_year = g_test_rand_int_range (1900, 2020),
  };
  g_autofree char *lines = NULL;

  crowd.last_year = crowd.first_year + g_test_rand_int_range (15, 150);
  lines = mp_test_random_lines (&crowd);
  return mp_test_agreement (lines);
}

/* --- From the tree ---------------------------------------------------------------------------- */

static void
assert_no_error_in (const MpProblems *problems)
{
  for (guint i = 0; i < mp_problems_get_length (problems); i++) {
    g_autofree char *line = mp_problem_to_string (mp_problems_get (problems, i), "agreement");

    g_test_message ("%s", line);
  }
  g_assert_cmpuint (mp_problems_count (problems, MP_SEVERITY_ERROR), ==, 0);
}

MpAgreement *
mp_test_agreement_from_json (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpAgreement *agreement = mp_reader_load_bytes (bytes, problems);

  assert_no_error_in (problems);
  return agreement;
}

static MpAgreement *
load_ours (const char *name)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "resources", "agreements", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  g_autoptr (GError) error = NULL;
  MpAgreement *agreement = mp_reader_load_file (file, NULL, NULL, NULL, problems, &error);

  g_assert_no_error (error);
  assert_no_error_in (problems);
  return agreement;
}

MpAgreement *
mp_test_shipped_agreement (void)
{
  return load_ours ("microsoft-openai.json");
}

MpAgreement *
mp_test_sample_agreement (void)
{
  return load_ours ("orchard-sample.json");
}

guint32
mp_test_term (MpAgreement *agreement, const char *id)
{
  guint32 term = mp_agreement_find_term (agreement, id);

  g_assert_cmpuint (term, !=, MP_NONE);
  return term;
}

guint32
mp_test_milestone (MpAgreement *agreement, const char *id)
{
  guint32 milestone = mp_agreement_find_milestone (agreement, id);

  g_assert_cmpuint (milestone, !=, MP_NONE);
  return milestone;
}
