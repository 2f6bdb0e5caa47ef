/* test-reader.c: files, from bytes to an agreement or to every problem in its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * tests/agreements/valid and invalid hold the files; NAME.problems beside NAME.json or NAME.jsonl
 * lists the problems of that file, in the form that assert_expected () reads.
 */
#include "test-reader-support.h"

/* Reads one file and compares its problems with those that are expected. */
static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
  g_autofree char *twin = g_strconcat (stem, ".problems", NULL);
  g_autofree char *expected = NULL;
  g_auto (Loaded) loaded = load_path (path);

  if (!g_file_get_contents (twin, &expected, NULL, NULL))
    expected = g_strdup ("");
  assert_expected (&loaded, expected);
  g_assert_cmpint (loaded.agreement != NULL, ==, strstr (path, "/valid/") != NULL);
}

/* Adds a test for each agreement of a folder. */
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
    if (!g_str_has_suffix (name, ".problems"))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, (GCompareFunc) (GCallback) g_strcmp0);
  for (guint i = 0; i < names->len; i++) {
    const char *file = g_ptr_array_index (names, i);
    g_autofree char *stem = g_strndup (file, (gsize) (strrchr (file, '.') - file));
    g_autofree char *test = g_strdup_printf ("/reader/%s/%s", folder, stem);

    g_test_add_data_func_full (test, g_build_filename (path, file, NULL), test_file, g_free);
  }
}

/* Loads an agreement of the source tree, which must not have any problem. */
static MpAgreement *
load_ours (const char *name)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "resources", "agreements", name, NULL);
  g_auto (Loaded) loaded = load_path (path);

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

/* The shipped agreement has no rules of notice and no counted dates, for no source gives any. */
static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = load_ours ("microsoft-openai.json");

  g_assert_cmpuint (mp_agreement_milestones (agreement)->length, >, 0);
  g_assert_cmpuint (mp_agreement_phases (agreement)->length, >, 0);
  g_assert_cmpuint (count_notices (agreement), ==, 0);
  g_assert_cmpuint (count_derivations (agreement), ==, 0);
}

/* The sample has everything that it is to show, and nobody can take it for real. */
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_files ("valid");
  add_files ("invalid");
  g_test_add_func ("/reader/shipped", test_shipped);
  g_test_add_func ("/reader/sample", test_sample);
  return g_test_run ();
}
