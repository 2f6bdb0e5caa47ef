/* test-next.c: what comes next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-next.h"

#include "mp-agreement.h"
#include "mp-test-support.h"
#include "mp-words.h"

/* What comes after a date, a line each, and how many more do. */
static char *
next_words (MpAgreement *agreement, const char *date)
{
  MpDate from = mp_test_date (date);
  GString *out = g_string_new (NULL);
  guint n_left_out;
  g_autoptr (GArray) list = mp_next_list (agreement, &from, &n_left_out);

  for (guint i = 0; i < list->len; i++) {
    const MpNext *next = &g_array_index (list, MpNext, i);
    g_autofree char *words = mp_next_words (agreement, next);
    g_autofree char *distance = mp_words_distance (&from, TRUE, next->earliest, next->after);

    g_string_append_printf (out, "%s (%s)\n", words, distance);
  }
  if (n_left_out > 0)
    g_string_append_printf (out, "and %u\n", n_left_out);
  return g_string_free (out, FALSE);
}

static void
check (const char *lines, const char *date, const char *expected)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autofree char *words = next_words (agreement, date);

  g_assert_cmpstr (words, ==, expected);
}

/* --- What comes ------------------------------------------------------------------------------- */

/* A contract without milestones: two ends, and a day for notice before the last of them. */
static const char contract[] = "term lease - Office lease\n"
                               "notice P6M - calendar none stated to leave\n"
                               "phase 2024-01-01/2028-06-30 stated First rent\n"
                               "phase 2028-07-01/2028-12-30 stated Second rent\n"
                               "term service - Service\n"
                               "phase 2024-01-01/2031-12-31 stated On site\n";

static void
test_contract (void)
{
  check (contract, "2026-11-23",
         "Last day for notice: Office lease, 30 June 2028 (in 19 months)\n"
         "End of Office lease: First rent, 30 June 2028 (in 19 months)\n"
         "End of Office lease, 30 December 2028 (in 2 years)\n"
         "End of Service, 31 December 2031 (in 5 years)\n");
  /* The last day for notice is to come until it is over; an end that is today is not to come. */
  check (contract, "2028-06-30",
         "Last day for notice: Office lease, 30 June 2028 (today)\n"
         "End of Office lease, 30 December 2028 (in 6 months)\n"
         "End of Service, 31 December 2031 (in 4 years)\n");
  check (contract, "2028-07-01",
         "End of Office lease, 30 December 2028 (in 6 months)\n"
         "End of Service, 31 December 2031 (in 3 years)\n");
  check (contract, "2032-01-01", "");
}

/* A vague date stays vague, and is to come until it is over. */
static void
test_vague (void)
{
  static const char lines[] = "term t - Term\nnotice P90D - calendar none stated to stop\n"
                              "phase 2020/2030 stated One\n";

  check (lines, "2026-11-23",
         "Last day for notice: Term, 3 October 2029 to be safe, 2 October 2030 at the latest "
         "(in 3 years)\n"
         "End of Term, 2030 (in 4 years)\n");
  check (lines, "2030-03-01",
         "Last day for notice: Term, 3 October 2029 to be safe, 2 October 2030 at the latest "
         "(under way)\n"
         "End of Term, 2030 (under way)\n");
  check (lines, "2030-11-10", "End of Term, 2030 (under way)\n");
  check (lines, "2031-01-01", "");
  check ("term t - Term\nphase 2020/2030~ stated One\n", "2026",
         "End of Term, about 2030 (in 4 years)\n");
  check ("term t - Term\nearly 2020/2030 stated One\n", "2026",
         "End of Term, 2030, or earlier if it is sold (in 4 years)\n");
}

/* A date without bound is at no distance, and never comes next. */
static void
test_no_end (void)
{
  check ("term a - A\nphase 2020/.. stated One\n"
         "term b - B\nphase 2020/ stated One\n"
         "term c - C\nearly 2020/.. stated One\n"
         "term d - D\nnotice P90D - calendar none stated to stop\nphase 2020/.. stated One\n"
         "term e - E\n",
         "2026", "");
}

/* --- Once only -------------------------------------------------------------------------------- */

/* A milestone that is the end of a phase is listed instead of it; one that is vaguer, or of another
 * day or term, is not. */
static void
test_doubles (void)
{
  static const char lines[] = "term t - Term\nphase 2020/2030-06-30 stated One\n"
                              "term u - Other\nphase 2020/2030 stated One\n";
  static const struct {
    const char *milestone;
    const char *expected;
  } cases[] = {
    { "milestone m 2030-06-30 1 stated t End\n", "End of Other, 2030 (in 4 years)\n"
                                                 "End, 30 June 2030 (in 4 years)\n" },
    { "milestone m 2030-06-30 1 stated t,u End\n", "End, 30 June 2030 (in 4 years)\n" },
    { "milestone m 2030 1 stated u End\n", "End, 2030 (in 4 years)\n"
                                           "End of Term, 30 June 2030 (in 4 years)\n" },
    { "milestone m 2030 1 stated t,u End\n", "End, 2030 (in 4 years)\n"
                                             "End of Term, 30 June 2030 (in 4 years)\n" },
    { "milestone m 2030-07-01 1 stated t End\n", "End of Other, 2030 (in 4 years)\n"
                                                 "End of Term, 30 June 2030 (in 4 years)\n"
                                                 "End, 1 July 2030 (in 4 years)\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *all = g_strconcat (lines, cases[i].milestone, NULL);

    check (all, "2026-11-23", cases[i].expected);
  }
}

/* --- Many ------------------------------------------------------------------------------------- */

/* The most important are listed, and of those that are equally important the nearest. */
static void
test_many (void)
{
  static const char lines[] = "milestone a 2027 3 stated - A\nmilestone b 2028 2 stated - B\n"
                              "milestone c 2029 3 stated - C\nmilestone d 2030 1 stated - D\n"
                              "milestone e 2031 2 stated - E\nmilestone f 2032 1 stated - F\n";

  check (lines, "2026-11-23",
         "A, 2027 (in 1 year)\nB, 2028 (in 2 years)\nD, 2030 (in 4 years)\n"
         "E, 2031 (in 5 years)\nF, 2032 (in 6 years)\nand 1\n");
  check (lines, "2028-01-01",
         "B, 2028 (under way)\nC, 2029 (in 1 year)\nD, 2030 (in 2 years)\n"
         "E, 2031 (in 3 years)\nF, 2032 (in 4 years)\n");
}

/* Of those that are equally important the nearest, whatever their order in the file. */
static void
test_many_alike (void)
{
  for (guint step = 1; step < 11; step++) {
    g_autoptr (GString) lines = g_string_new (NULL);

    for (guint i = 0; i < 11; i++)
      g_string_append_printf (lines, "milestone m%u %u 3 stated - M\n", i, 2030 + i * step % 11);
    check (lines->str, "2026-11-23",
           "M, 2030 (in 4 years)\nM, 2031 (in 5 years)\nM, 2032 (in 6 years)\n"
           "M, 2033 (in 7 years)\nM, 2034 (in 8 years)\nand 6\n");
  }
}

/* Of those that can come equally early, what is sure to come soonest is first. */
static void
test_sooner_for_sure (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < MP_NEXT_MANY; i++)
    g_string_append_printf (lines, "milestone y%u 2030 3 stated - Year\n", i);
  g_string_append (lines, "milestone m 2030-01 3 stated - Month\n");
  check (lines->str, "2026-11-23",
         "Month, January 2030 (in 3 years)\nYear, 2030 (in 4 years)\nYear, 2030 (in 4 years)\n"
         "Year, 2030 (in 4 years)\nYear, 2030 (in 4 years)\nand 1\n");
}

static void
test_shipped (void)
{
  static const struct {
    const char *date;
    const char *first;
  } cases[] = {
    { MP_TEST_TODAY, "Revenue share ends, 2030 (in 4 years)\n" },
    { "2030-11-10", "Revenue share ends, 2030 (under way)\n" },
    { "2031-06-01", "Licence ends, 2032 (in 1 year)\n" },
    { "2026-04-01",
      "End of Microsoft's stake: About 27%, one of: April 2026 to June 2026 (under way)\n"
      "The 2026 reset, 27 April 2026 (in 26 days)\n" },
  };
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *words = next_words (agreement, cases[i].date);

    g_test_message ("%s: %s", cases[i].date, words);
    g_assert_true (g_str_has_prefix (words, cases[i].first));
  }
}

/* --- Against a naive list ----------------------------------------------------------------------
 */

/* Whether a milestone that changes the term tells the end of the phase, by the definition. */
static gboolean
is_told (MpAgreement *agreement, guint32 phase)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);

  for (guint32 i = 0; i < milestones->length; i++) {
    MpRun run = milestones->changes[i];

    if (milestones->earliest[i] < phases->certain_end[phase] ||
        milestones->after[i] > phases->latest_end[phase])
      continue;
    for (guint32 j = run.first; j < run.first + run.count; j++)
      if (mp_agreement_changes (agreement)[j] == phases->term[phase])
        return TRUE;
  }
  return FALSE;
}

/* When something can come: at the earliest, which is now if it is under way, and at the latest. */
typedef struct {
  MpInstant earliest;
  MpInstant after;
} Time;

/* What comes after an instant, as far as it is of one importance. The agreements here have no
 * notices. */
static GArray *
list_naively (MpAgreement *agreement, MpInstant from, guint importance)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const MpPhases *phases = mp_agreement_phases (agreement);
  GArray *times = g_array_new (FALSE, FALSE, sizeof (Time));

  for (guint32 i = 0; i < milestones->length; i++) {
    Time time = { MAX (milestones->earliest[i], from), milestones->after[i] };

    if (milestones->after[i] > from && milestones->importance[i] == importance)
      g_array_append_val (times, time);
  }
  for (guint32 i = 0; i < phases->length && importance == 2; i++) {
    MpInstant earliest = phases->certain_end[i];
    Time time = { MAX (earliest, from), phases->latest_end[i] };
    gboolean has_bound = phases->latest_end[i] != MP_INSTANT_MAX ||
                         (earliest != MP_INSTANT_MIN && earliest != MP_INSTANT_MAX);

    if (has_bound && phases->latest_end[i] > from && !is_told (agreement, i))
      g_array_append_val (times, time);
  }
  return times;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const Time *x = a, *y = b;

  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  return (x->after > y->after) - (x->after < y->after);
}

static void
check_naively (MpAgreement *agreement, const MpDate *date)
{
  guint n_left_out, n_all = 0, room = MP_NEXT_MANY;
  g_autoptr (GArray) list = mp_next_list (agreement, date, &n_left_out);

  for (guint importance = 1; importance <= 3; importance++) {
    g_autoptr (GArray) times = list_naively (agreement, date->after, importance);
    guint n = 0;

    g_array_sort (times, compare_times);
    for (guint i = 0; i < list->len; i++) {
      const MpNext *next = &g_array_index (list, MpNext, i);
      const Time *expected;

      if (next->importance != importance)
        continue;
      g_assert_cmpuint (n, <, times->len);
      expected = &g_array_index (times, Time, n++);
      g_assert_cmpint (MAX (next->earliest, date->after), ==, expected->earliest);
      g_assert_cmpint (next->after, ==, expected->after);
    }
    g_assert_cmpuint (n, ==, MIN (times->len, room));
    n_all += times->len;
    room -= n;
  }
  g_assert_cmpuint (n_all, ==, list->len + n_left_out);
}

static void
test_random (void)
{
  for (guint n = 0; n < 200; n++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (300);

    for (guint i = 0; i < 5; i++) {
      g_autofree char *year = g_strdup_printf ("%04d", g_test_rand_int_range (1900, 2150));
      MpDate date = mp_test_date (year);

      check_naively (agreement, &date);
    }
  }
}

/* What ends, also where a milestone tells it; and what else comes. */
static void
test_few (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate date = mp_test_date ("2026-12-01");
  g_autoptr (GArray) ends = mp_next_ends (agreement, &date);
  g_autoptr (GArray) events = mp_next_events (agreement, &date);
  const guint32 *term_of = mp_agreement_phases (agreement)->term;
  static const char *const terms[] = { "research-methods", "openai-pays-microsoft",
                                       "models-and-products" };

  g_assert_cmpuint (ends->len, ==, G_N_ELEMENTS (terms));
  for (guint i = 0; i < ends->len; i++)
    g_assert_cmpuint (term_of[g_array_index (ends, MpNext, i).item.index], ==,
                      mp_test_term (agreement, terms[i]));
  g_assert_cmpuint (events->len, <=, MP_NEXT_MANY);
  g_assert_cmpuint (g_array_index (events, MpNext, events->len - 1).item.index, ==,
                    mp_test_milestone (agreement, "possible-listing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next/contract", test_contract);
  g_test_add_func ("/next/few", test_few);
  g_test_add_func ("/next/vague", test_vague);
  g_test_add_func ("/next/no-end", test_no_end);
  g_test_add_func ("/next/doubles", test_doubles);
  g_test_add_func ("/next/many", test_many);
  g_test_add_func ("/next/sooner-for-sure", test_sooner_for_sure);
  g_test_add_func ("/next/many-alike", test_many_alike);
  g_test_add_func ("/next/shipped", test_shipped);
  g_test_add_func ("/next/random", test_random);
  return g_test_run ();
}
