/* test-story.c: what a figure tells, before any of it has a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-scale.h"
#include "mp-story.h"

#include "mp-test-hostile.h"
#include "mp-test-support.h"

#include <math.h>
#include <string.h>

/* Two terms that the reset changes, one that it ends, one that it leaves alone and one that is
 * over. */
static const char change_lines[] = "topic t blue Trade\n"
                                   "term a t Access\n"
                                   "phase 2019/2025-09 stated Oldest\n"
                                   "phase 2025-10/2026-04-27 stated Old\n"
                                   "phase 2026-04-27/2030 stated New\n"
                                   "phase 2031/.. stated Newest\n"
                                   "term b t Board\n"
                                   "phase 2020/2026-04-27 stated Seat\n"
                                   "term c t Clause\n"
                                   "phase 2020/.. stated Kept\n"
                                   "term d t Deposit\n"
                                   "phase 2020/2022 stated Paid\n"
                                   "milestone reset 2026-04-27 1 official a,b The reset\n";

static MpStoryRequest
request_for (MpAgreement *agreement)
{
  return (MpStoryRequest) { .agreement = agreement,
                            .today = mp_test_instant (MP_TEST_TODAY),
                            .milestone = MP_NONE };
}

static MpStory *
story_of (const char *lines)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpStoryRequest request = request_for (agreement);

  return mp_story_new (&request);
}

/* The story of what a milestone changed. */
static MpStory *
change_of (const char *lines, const char *milestone)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpStoryRequest request = request_for (agreement);

  request.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, milestone) };
  return mp_story_new (&request);
}

/* Returns the row of a term with its words; NULL if it has none. */
static MpStoryRow *
row_of (MpStory *story, const char *term)
{
  for (guint i = 0; i < story->n_rows; i++)
    if (story->rows[i].term == mp_test_term (story->agreement, term)) {
      mp_story_tell (story, &story->rows[i]);
      return &story->rows[i];
    }
  g_error ("there is no row of %s", term);
}

/* Fails unless the phases of a row have these states and tenses: "Old before, New holds". */
static void
assert_phases (MpStory *story, const char *term, const char *expected)
{
  static const char *const tenses[] = { "earlier", "before", "holds", "later" };
  const MpStoryRow *row = row_of (story, term);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = row->first; i < row->first + row->n_phases; i++)
    g_string_append_printf (actual, "%s%s %s", actual->len > 0 ? ", " : "", story->phases[i].state,
                            tenses[story->phases[i].tense]);
  g_assert_cmpstr (actual->str, ==, expected);
}

/* --- Tenses ----------------------------------------------------------------------------------- */

static void
test_state (void)
{
  g_autoptr (MpStory) story = story_of (change_lines);

  g_assert_false (story->is_change);
  g_assert_false (story->has_pivot);
  g_assert_true (story->is_today);
  g_assert_cmpuint (story->n_rows, ==, 4);
  g_assert_cmpuint (story->n_terms, ==, 4);
  g_assert_cmpuint (story->n_untold, ==, 0);
  assert_phases (story, "a", "Oldest before, Old before, New holds, Newest later");
  assert_phases (story, "b", "Seat before");
  assert_phases (story, "c", "Kept holds");
  g_assert_cmpuint (story->n_events, ==, 1);
}

static void
test_change (void)
{
  g_autoptr (MpStory) story = change_of (change_lines, "reset");
  MpStoryRow *row;

  g_assert_true (story->is_change);
  g_assert_true (story->has_pivot);
  g_assert_cmpint (story->pivot_from, ==, mp_test_instant ("2026-04-27"));
  g_assert_cmpint (story->pivot_until, ==, mp_test_instant ("2026-04-28"));
  g_assert_cmpstr (story->pivot_title, ==, "27 April 2026: The reset");
  assert_phases (story, "a", "Oldest earlier, Old before, New holds, Newest later");
  assert_phases (story, "b", "Seat before");
  row = row_of (story, "a");
  g_assert_cmpint (row->comparison.change, ==, MP_CHANGE_CHANGED);
  g_assert_cmpstr (mp_story_find_phase (story, row, MP_STORY_LATER)->state, ==, "Newest");
  g_assert_cmpstr (mp_story_last_phase (story, row)->state, ==, "Newest");
  row = row_of (story, "b");
  g_assert_cmpint (row->comparison.change, ==, MP_CHANGE_ENDED);
  g_assert_false (row->comparison.possibly);
  g_assert_null (mp_story_find_phase (story, row, MP_STORY_HOLDS));
  g_assert_cmpstr (row->end, ==, "");
  /* The others are named, and the pivot is no event beside itself. */
  g_assert_cmpuint (story->n_rows, ==, 2);
  g_assert_cmpuint (story->n_untold, ==, 2);
  g_assert_cmpuint (story->untold[0], ==, mp_test_term (story->agreement, "c"));
  g_assert_cmpuint (story->untold[1], ==, mp_test_term (story->agreement, "d"));
  g_assert_cmpuint (story->n_events, ==, 0);
}

/* A term of which the dates do not tell whether it had ended by then. */
static void
test_possibly (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic t blue Trade\n"
                                                         "term a t Access\n"
                                                         "phase 2020/2026 stated Old\n");
  MpStoryRequest request = request_for (agreement);
  MpDate before = mp_test_date ("2025-06-01"), after = mp_test_date ("2026-06-01");
  MpDate later = mp_test_date ("2027-06-01");
  MpStory *story;

  request.before = &before;
  request.as_of = &after;
  story = mp_story_new (&request);
  g_assert_cmpuint (story->n_rows, ==, 1);
  g_assert_true (story->rows[0].comparison.possibly);
  mp_story_free (story);
  request.as_of = &later;
  story = mp_story_new (&request);
  g_assert_cmpint (story->rows[0].comparison.change, ==, MP_CHANGE_ENDED);
  g_assert_false (story->rows[0].comparison.possibly);
  mp_story_free (story);
}

/* A milestone that changes nothing stands in a story of what holds. */
static void
test_pivot_without_change (void)
{
  g_autoptr (MpStory) story = change_of ("topic t blue Trade\n"
                                         "term a t Access\n"
                                         "phase 2020/2030 stated Held\n"
                                         "milestone talk 2024-05 2 official - A talk\n",
                                         "talk");

  g_assert_true (story->has_pivot);
  g_assert_false (story->is_change);
  assert_phases (story, "a", "Held holds");
  g_assert_cmpstr (story->pivot_title, ==, "May 2024: A talk");
}

/* Two dates are compared even if nothing differs. */
static void
test_two_dates (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (change_lines);
  MpStoryRequest request = request_for (agreement);
  MpDate before = mp_test_date ("2024-01-01"), after = mp_test_date ("2024-06-01");
  g_autoptr (MpStory) story = NULL;

  request.before = &before;
  request.as_of = &after;
  story = mp_story_new (&request);
  g_assert_true (story->is_change);
  g_assert_cmpuint (story->n_rows, ==, 0);
  g_assert_cmpuint (story->n_untold, ==, 4);
  g_assert_cmpstr (story->headline, ==, "What changed: 1 January 2024 to 1 June 2024");
}

/* --- Words ------------------------------------------------------------------------------------ */

static void
test_headline (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (change_lines);
  MpStoryRequest request = request_for (agreement);
  MpDate as_of = mp_test_date ("2024-05-06");
  g_autofree char *title = NULL, *expected = NULL;
  MpStory *story = mp_story_new (&request);

  title = mp_story_title (story);
  expected = g_strdup_printf ("%s: what holds, and until when", title);
  g_assert_cmpstr (story->headline, ==, expected);
  g_assert_cmpstr (story->as_of_words, ==, "As of 23 November 2026");
  g_assert_true (g_str_has_prefix (story->subtitle, "4 terms, 2019 to "));
  g_assert_nonnull (strstr (story->subtitle, "As of 23 November 2026"));
  mp_story_free (story);

  /* What is given stands there; the as-of day is never lost. */
  request.headline = "One \342\200\256line";
  request.subtitle = "A subtitle";
  request.as_of = &as_of;
  story = mp_story_new (&request);
  g_assert_nonnull (strstr (story->headline, "One"));
  g_assert_true (mp_test_is_straight (story->headline));
  g_assert_nonnull (strstr (story->subtitle, "A subtitle"));
  g_assert_nonnull (strstr (story->subtitle, "As of 6 May 2024"));
  g_assert_false (story->is_today);
  mp_story_free (story);

  /* Nothing given is as none. */
  request.headline = request.subtitle = "";
  request.kind = MP_STORY_ENDINGS;
  story = mp_story_new (&request);
  g_assert_true (g_str_has_suffix (story->headline, ": what ends when"));
  mp_story_free (story);
}

static void
test_ends (void)
{
  static const struct {
    const char *end;
    const char *words; /* NULL: names the year, and is no certain one */
  } cases[] = {
    { "2030-04-05", "ends on 5 April 2030" },
    { "2030", "ends in 2030" },
    { "2030-04", "ends in April 2030" },
    { "2032~", "ends about 2032" },
    { "2030-04-05?", "ends 5 April 2030 (uncertain)" },
    { "..", "no end published" },
    { "", "end not known" },
    { "2019", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *lines = g_strdup_printf ("topic t blue Trade\n"
                                              "term a t Access\n"
                                              "phase 2010/%s stated Held\n",
                                              cases[i].end);
    g_autoptr (MpStory) story = story_of (lines);

    g_assert_cmpstr (row_of (story, "a")->end, ==, cases[i].words);
  }
}

static void
test_condition (void)
{
  g_autoptr (MpStory) story = story_of ("topic t blue Trade\n"
                                        "term a t Access\n"
                                        "early 2020/2030 stated Held\n"
                                        "term b t Board\n"
                                        "early 2020/.. stated Held\n");

  g_assert_cmpstr (row_of (story, "a")->end, ==, "ends in 2030");
  g_assert_true (g_str_has_prefix (row_of (story, "a")->condition, "or when "));
  g_assert_cmpstr (row_of (story, "b")->end, ==, "no end published");
  g_assert_true (g_str_has_prefix (row_of (story, "b")->condition, "ends when "));
}

/* Who owes whom, and what only the press says, of the agreement that comes with the program. */
static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpStoryRequest request = request_for (agreement);
  g_autoptr (MpStory) story = NULL;
  guint n_press = 0;

  request.selection = (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (agreement, "reset-2026") };
  story = mp_story_new (&request);
  g_assert_cmpuint (story->n_rows, >, 0);
  g_assert_cmpuint (story->n_rows + story->n_untold + story->n_outside, ==, story->n_terms);
  for (guint i = 0; i < story->n_rows; i++) {
    MpStoryRow *row = &story->rows[i];
    g_autofree char *words = mp_story_row_words (story, row);

    g_assert_true (g_str_has_prefix (words, row->title));
    g_assert_cmpuint (row->n_phases, >, 0);
    g_assert_true (row->initials == NULL || strlen (row->initials) < strlen (row->parties));
    n_press += row->press != NULL;
    g_assert_cmpint (row->press != NULL, ==, row->press_phase != MP_NONE);
    if (row->press != NULL)
      g_assert_true (g_str_has_prefix (row->press, "Not confirmed: "));
  }
  /* Where a term ends and nothing follows, its note says what is known. */
  g_assert_cmpstr (row_of (story, "partner-products")->gap, ==,
                   "Inferred: the any-cloud right covers all products");
  g_assert_cmpstr (row_of (story, "microsoft-pays-openai")->gap, ==, "Nothing stated in its place");
  g_assert_cmpuint (n_press, >, 0);
}

/* --- Events ----------------------------------------------------------------------------------- */

static double
sum_of (const GArray *cells)
{
  double sum = 0;

  for (guint i = 0; i < cells->len; i++)
    sum += g_array_index (cells, MpStoryCell, i).count;
  return sum;
}

/* An event of "2021" is as likely in each of its months, and adds up to one. */
static void
test_count_vague (void)
{
  g_autoptr (MpStory) story = story_of ("topic t blue Trade\n"
                                        "term a t Access\n"
                                        "phase 2020-01-01/2024-12-31 stated Held\n"
                                        "milestone vague 2021 3 official - Some time\n"
                                        "milestone exact 2023-03-04 3 official - A day\n");
  g_autoptr (MpBits) all = mp_bits_new_full (story->n_events);
  g_autoptr (GArray) cells = mp_story_count_events (story, all, 60);
  double begin = mp_day_from_instant (mp_test_instant ("2021"));
  double end = mp_day_from_instant (mp_test_instant ("2022"));
  guint n_vague = 0;

  g_assert_cmpuint (story->n_events, ==, 2);
  for (guint i = 0; i < cells->len; i++) {
    const MpStoryCell *cell = &g_array_index (cells, MpStoryCell, i);
    double days = MIN (cell->end, end) - MAX (cell->begin, begin);

    g_assert_cmpfloat (cell->end, >, cell->begin);
    if (i > 0)
      g_assert_cmpfloat_with_epsilon (cell->begin, cell[-1].end, 1e-6);
    if (days > 0) {
      g_assert_cmpfloat_with_epsilon (cell->count, days / (end - begin), 1e-6);
      g_assert_false (cell->is_exact);
      n_vague++;
    } else {
      g_assert_true (cell->is_exact);
      g_assert_true (cell->count == 0 || cell->count == 1);
    }
  }
  g_assert_cmpuint (n_vague, >=, 4);
  g_assert_cmpfloat_with_epsilon (sum_of (cells), 2, 1e-6);
}

static void
test_count_random (void)
{
  for (guint round = 0; round < 40; round++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (60);
    MpStoryRequest request = request_for (agreement);
    g_autoptr (MpStory) story = mp_story_new (&request);
    const MpMilestones *milestones = mp_agreement_milestones (agreement);
    g_autoptr (MpBits) all = mp_bits_new_full (story->n_events);
    g_autoptr (GArray) cells =
      mp_story_count_events (story, all, (guint) g_test_rand_int_range (1, 200));
    guint n_bounded = 0;

    for (guint i = 0; i < story->n_events; i++)
      n_bounded += milestones->earliest[story->events[i]] != MP_INSTANT_MIN &&
                   milestones->after[story->events[i]] != MP_INSTANT_MAX;
    g_assert_cmpfloat_with_epsilon (sum_of (cells), n_bounded, 1e-4);
  }
}

/* --- Few and none ----------------------------------------------------------------------------- */

static void
test_span (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (change_lines);
  MpStoryRequest request = request_for (agreement);
  g_autoptr (MpStory) story = NULL;

  request.has_span = TRUE;
  request.begin = mp_day_from_instant (mp_test_instant ("2021-03"));
  request.end = mp_day_from_instant (mp_test_instant ("2021-06"));
  story = mp_story_new (&request);
  g_assert_cmpfloat (story->begin, ==, request.begin);
  g_assert_cmpfloat (story->end, ==, request.end);
  g_assert_cmpuint (story->n_events, ==, 0);
  g_assert_cmpuint (story->n_rows, ==, 4);
  assert_phases (story, "a", "Oldest before");

  /* Where nothing is, each term is outside. */
  mp_story_free (g_steal_pointer (&story));
  request.begin = mp_day_from_instant (mp_test_instant ("1990"));
  request.end = mp_day_from_instant (mp_test_instant ("1991"));
  story = mp_story_new (&request);
  g_assert_cmpuint (story->n_rows, ==, 0);
  g_assert_cmpuint (story->n_outside, ==, 4);
}

static void
test_none (void)
{
  static const char *const agreements[] = {
    "topic t blue Trade\n",
    "topic t blue Trade\nmilestone one 2024 1 official - Only\n",
    "topic t blue Trade\nterm a t Access\nphase 2020/2021 stated Held\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (agreements); i++) {
    for (MpStoryKind kind = MP_STORY_ALL; kind <= MP_STORY_WHOLE; kind++) {
      g_autoptr (MpAgreement) agreement = mp_test_agreement (agreements[i]);
      MpStoryRequest request = request_for (agreement);
      g_autoptr (MpStory) story = NULL;

      request.kind = kind;
      story = mp_story_new (&request);
      g_assert_cmpfloat (story->end, >, story->begin);
      g_assert_cmpstr (story->headline, !=, "");
      g_assert_cmpuint (story->n_rows + story->n_untold + story->n_outside, ==, story->n_terms);
    }
  }
}

/* Only terms with an end that is still to come, and is stated. */
static void
test_endings (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement ("topic t blue Trade\n"
                                                         "term a t Access\n"
                                                         "phase 2020/2030 stated Held\n"
                                                         "term b t Board\n"
                                                         "phase 2020/.. stated Held\n"
                                                         "term c t Clause\n"
                                                         "phase 2020/2021 stated Over\n");
  MpStoryRequest request = request_for (agreement);
  g_autoptr (MpStory) story = NULL;

  request.kind = MP_STORY_ENDINGS;
  story = mp_story_new (&request);
  g_assert_cmpuint (story->n_rows, ==, 1);
  g_assert_nonnull (row_of (story, "a"));
  g_assert_cmpuint (story->n_untold, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/state", test_state);
  g_test_add_func ("/story/change", test_change);
  g_test_add_func ("/story/possibly", test_possibly);
  g_test_add_func ("/story/pivot-without-change", test_pivot_without_change);
  g_test_add_func ("/story/two-dates", test_two_dates);
  g_test_add_func ("/story/headline", test_headline);
  g_test_add_func ("/story/ends", test_ends);
  g_test_add_func ("/story/condition", test_condition);
  g_test_add_func ("/story/shipped", test_shipped);
  g_test_add_func ("/story/count-vague", test_count_vague);
  g_test_add_func ("/story/count-random", test_count_random);
  g_test_add_func ("/story/span", test_span);
  g_test_add_func ("/story/none", test_none);
  g_test_add_func ("/story/endings", test_endings);
  return g_test_run ();
}
