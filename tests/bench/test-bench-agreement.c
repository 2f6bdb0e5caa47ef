/* test-bench-agreement.c: the agreements that are measured are what they say they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-agreement.h"

#include "mp-agreement.h"
#include "mp-reader.h"

/* Makes an agreement, which must be without even a warning. */
static MpAgreement *
make (guint n_rows, guint n_entries)
{
  g_autoptr (GBytes) bytes = bench_agreement_new (n_rows, n_entries);
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpAgreement *agreement = mp_reader_load_bytes (bytes, problems);

  for (guint i = 0; i < mp_problems_get_length (problems); i++) {
    g_autofree char *line = mp_problem_to_string (mp_problems_get (problems, i), "made up");

    g_test_message ("%s", line);
  }
  g_assert_cmpuint (mp_problems_get_length (problems), ==, 0);
  g_assert_nonnull (agreement);
  return agreement;
}

static void
test_sizes (void)
{
  static const struct {
    guint n_rows;
    guint n_entries;
    guint n_terms;
  } sizes[] = {
    { 16, 20, 10 },   { 5, 20, 5 },     { 16, 1000, 16 },
    { 16, 1001, 16 }, { 50, 1000, 50 }, { 1, 7000, 1 }, /* phases of three days */
    { 1, 8000, 1 },                                     /* with times of day */
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (MpAgreement) agreement = make (sizes[i].n_rows, sizes[i].n_entries);
    guint n_phases = mp_agreement_phases (agreement)->length, n_terms;
    const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

    g_assert_cmpuint (n_terms, ==, sizes[i].n_terms);
    g_assert_cmpuint (n_phases, ==, sizes[i].n_entries / 2);
    g_assert_cmpuint (n_phases + mp_agreement_milestones (agreement)->length, ==,
                      sizes[i].n_entries);
    for (guint j = 0; j < n_terms; j++)
      g_assert_cmpuint (terms[j].phases.count, >=, n_phases / n_terms);
  }
}

static void
test_same_every_time (void)
{
  g_autoptr (GBytes) bytes = bench_agreement_new (16, 1000);
  g_autoptr (GBytes) again = bench_agreement_new (16, 1000);

  g_assert_true (g_bytes_equal (bytes, again));
}

/* Whether the milestones have each certainty, and vague dates. */
static void
test_like_real_ones (void)
{
  g_autoptr (MpAgreement) agreement = make (16, 1000);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  guint certainties[MP_N_CERTAINTIES] = { 0 }, n_vague = 0, n_open = 0;

  for (guint i = 0; i < milestones->length; i++) {
    certainties[milestones->certainty[i]]++;
    n_vague += milestones->after[i] - milestones->earliest[i] > MP_SECONDS_PER_DAY ? 1 : 0;
  }
  for (guint i = 0; i < MP_N_CERTAINTIES; i++)
    g_assert_cmpuint (certainties[i], >, 0);
  g_assert_cmpuint (n_vague, >, milestones->length / 50);
  g_assert_cmpuint (n_vague, <, milestones->length / 10);
  for (guint i = 0; i < mp_agreement_phases (agreement)->length; i++)
    n_open += mp_agreement_phases (agreement)->latest_end[i] == MP_INSTANT_MAX ? 1 : 0;
  g_assert_cmpuint (n_open, >, 0);
}

static void
test_many_rows (void)
{
  g_assert_cmpuint (bench_many_rows (20), ==, 5);
  g_assert_cmpuint (bench_many_rows (1000), ==, 50);
  g_assert_cmpuint (bench_many_rows (1000000), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench-agreement/sizes", test_sizes);
  g_test_add_func ("/bench-agreement/same-every-time", test_same_every_time);
  g_test_add_func ("/bench-agreement/like-real-ones", test_like_real_ones);
  g_test_add_func ("/bench-agreement/many-rows", test_many_rows);
  return g_test_run ();
}
