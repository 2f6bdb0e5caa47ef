/* test-known.c: what of an agreement was known on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-known.h"

#include "mp-test-support.h"

#include <string.h>

/* --- An agreement in lines -------------------------------------------------------------------- */

static void
dump_citations (GString *out, MpAgreement *agreement, MpRun run)
{
  const MpCitation *citations = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++)
    g_string_append_printf (out, " [%s]",
                            mp_agreement_text (agreement, sources[citations[i].source].id));
  g_string_append_c (out, '\n');
}

static const char *
name_of (MpAgreement *agreement, MpNamed named)
{
  return mp_agreement_text (agreement, named.kind == MP_ID_KIND_TERM
                                         ? mp_agreement_terms (agreement, NULL)[named.index].id
                                         : mp_agreement_milestones (agreement)->id[named.index]);
}

static void
dump_amount (GString *out, MpAgreement *agreement, guint32 i)
{
  const MpAmount *amount = &mp_agreement_amounts (agreement)[i];

  g_string_append_printf (out, "  amount %g %s", amount->value,
                          mp_agreement_text (agreement, amount->what));
  dump_citations (out, agreement, amount->citations);
}

static void
dump_alternative (GString *out, MpAgreement *agreement, guint32 i)
{
  const MpAlternative *other = &mp_agreement_alternatives (agreement)[i];

  g_string_append_printf (out, "  or %s", mp_agreement_text (agreement, other->date));
  dump_citations (out, agreement, other->citations);
}

static void
dump_link (GString *out, MpAgreement *agreement, guint32 i)
{
  const MpLink *link = &mp_agreement_links (agreement, NULL)[i];

  g_string_append_printf (out, "  %s %s", mp_link_kinds[link->kind].word,
                          name_of (agreement, link->to));
  dump_citations (out, agreement, link->citations);
}

static void
dump_phase (GString *out, MpAgreement *agreement, guint32 phase, const char *span)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  g_string_append_printf (out, " phase %s %s", span,
                          mp_agreement_text (agreement, phases->state[phase]));
  dump_citations (out, agreement, phases->citations[phase]);
}

static void
dump_milestone (GString *out, MpAgreement *agreement, guint32 milestone)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  g_string_append_printf (out, "milestone %s %s",
                          mp_agreement_text (agreement, milestones->id[milestone]),
                          mp_agreement_text (agreement, milestones->date[milestone]));
  dump_citations (out, agreement, milestones->citations[milestone]);
}

typedef void (*DumpPart) (GString *out, MpAgreement *agreement, guint32 i);

static void
dump_run (GString *out, MpAgreement *agreement, MpRun run, DumpPart dump)
{
  for (guint32 i = run.first; i < run.first + run.count; i++)
    dump (out, agreement, i);
}

/* All that is in an agreement. */
static char *
dump (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  GString *out = g_string_new (NULL);
  guint n;
  const MpTerm *terms = mp_agreement_terms (agreement, &n);

  for (guint32 i = 0; i < n; i++) {
    g_string_append_printf (out, "term %s\n", mp_agreement_text (agreement, terms[i].id));
    for (guint32 j = terms[i].phases.first; j < terms[i].phases.first + terms[i].phases.count;
         j++) {
      dump_phase (out, agreement, j, mp_agreement_text (agreement, phases->span[j]));
      dump_run (out, agreement, phases->amounts[j], dump_amount);
      dump_run (out, agreement, phases->alternatives[j], dump_alternative);
      dump_run (out, agreement, phases->links[j], dump_link);
    }
  }
  for (guint32 i = 0; i < milestones->length; i++) {
    const guint32 *changes = mp_agreement_changes (agreement);

    dump_milestone (out, agreement, i);
    for (guint32 j = 0; j < milestones->changes[i].count; j++)
      g_string_append_printf (
        out, "  changes %s\n",
        mp_agreement_text (agreement, terms[changes[milestones->changes[i].first + j]].id));
    dump_run (out, agreement, milestones->amounts[i], dump_amount);
    dump_run (out, agreement, milestones->alternatives[i], dump_alternative);
    dump_run (out, agreement, milestones->links[i], dump_link);
  }
  return g_string_free (out, FALSE);
}

/* --- The same, asked of every claim by itself ---------------------------------------------------
 */

/* The rules as they are written, claim by claim, without any table. */
typedef struct {
  MpAgreement *agreement;
  MpDate day;
} Naive;

static gboolean
source_is_later (const Naive *naive, guint32 source)
{
  const char *text = mp_agreement_text (naive->agreement,
                                        mp_agreement_sources (naive->agreement, NULL)[source].date);

  return *text != '\0' && mp_test_date (text).earliest >= naive->day.after;
}

static gboolean
naive_is_known (const Naive *naive, MpRun run, MpInstant begins)
{
  const MpCitation *citations = mp_agreement_citations (naive->agreement);
  const MpSource *sources = mp_agreement_sources (naive->agreement, NULL);
  guint n_dated = 0, n_possible = 0;

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    if (*mp_agreement_text (naive->agreement, sources[citations[i].source].date) == '\0')
      continue;
    n_dated++;
    n_possible += !source_is_later (naive, citations[i].source);
  }
  return n_dated > 0 ? n_possible > 0 : begins < naive->day.after;
}

static gboolean
naive_phase (const Naive *naive, guint32 i)
{
  const MpPhases *phases = mp_agreement_phases (naive->agreement);

  return naive_is_known (naive, phases->citations[i], phases->earliest_start[i]);
}

static gboolean
naive_milestone (const Naive *naive, guint32 i)
{
  const MpMilestones *milestones = mp_agreement_milestones (naive->agreement);

  return naive_is_known (naive, milestones->citations[i], milestones->earliest[i]);
}

static gboolean
naive_term (const Naive *naive, guint32 term)
{
  MpRun run = mp_agreement_terms (naive->agreement, NULL)[term].phases;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    if (naive_phase (naive, i))
      return TRUE;
  return run.count == 0;
}

/* Whether an end was known: whatever of its term begins or happens on it is looked for among all.
 */
static gboolean
naive_end (const Naive *naive, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (naive->agreement);
  const MpMilestones *milestones = mp_agreement_milestones (naive->agreement);
  const guint32 *changes = mp_agreement_changes (naive->agreement);
  guint n_there = 0, n_known = 0;

  for (guint32 i = 0; i < phases->length; i++)
    if (phases->term[i] == phases->term[phase] &&
        phases->earliest_start[i] == phases->certain_end[phase] &&
        phases->certain_start[i] == phases->latest_end[phase]) {
      n_there++;
      n_known += naive_phase (naive, i);
    }
  for (guint32 i = 0; i < milestones->length; i++)
    for (guint32 j = 0; j < milestones->changes[i].count; j++)
      if (changes[milestones->changes[i].first + j] == phases->term[phase] &&
          milestones->earliest[i] == phases->certain_end[phase] &&
          milestones->after[i] == phases->latest_end[phase]) {
        n_there++;
        n_known += naive_milestone (naive, i);
      }
  return n_there == 0 || n_known > 0;
}

static char *
naive_span (const Naive *naive, guint32 phase)
{
  const char *span =
    mp_agreement_text (naive->agreement, mp_agreement_phases (naive->agreement)->span[phase]);
  g_auto (GStrv) ends = g_strsplit (span, "/", 2);

  if (g_str_equal (ends[1], "..") || g_str_equal (ends[1], "") || naive_end (naive, phase))
    return g_strdup (span);
  return g_strconcat (ends[0], "/", NULL);
}

/* Dumps what is left of a dump: each claim of these was dumped with all its sources, and those that
 * are later are struck out. */
static void
append_left (const Naive *naive, GString *out, GString *claim)
{
  guint n;
  const MpSource *sources = mp_agreement_sources (naive->agreement, &n);

  for (guint32 i = 0; i < n; i++) {
    g_autofree char *name =
      g_strdup_printf (" [%s]", mp_agreement_text (naive->agreement, sources[i].id));

    if (source_is_later (naive, i))
      g_string_replace (claim, name, "", 0);
  }
  g_string_append (out, claim->str);
  g_string_truncate (claim, 0);
}

static void
naive_parts (const Naive *naive, GString *out, MpRun amounts, MpRun alternatives, MpRun links,
             MpInstant begins)
{
  g_autoptr (GString) claim = g_string_new (NULL);

  for (guint32 i = amounts.first; i < amounts.first + amounts.count; i++) {
    MpRun run = mp_agreement_amounts (naive->agreement)[i].citations;

    if (run.count == 0 || naive_is_known (naive, run, begins)) {
      dump_amount (claim, naive->agreement, i);
      append_left (naive, out, claim);
    }
  }
  for (guint32 i = alternatives.first; i < alternatives.first + alternatives.count; i++) {
    const MpAlternative *other = &mp_agreement_alternatives (naive->agreement)[i];

    if (naive_is_known (naive, other->citations, other->earliest_start)) {
      dump_alternative (claim, naive->agreement, i);
      append_left (naive, out, claim);
    }
  }
  for (guint32 i = links.first; i < links.first + links.count; i++) {
    const MpLink *link = &mp_agreement_links (naive->agreement, NULL)[i];

    if (link->to.kind == MP_ID_KIND_TERM ? !naive_term (naive, link->to.index)
                                         : !naive_milestone (naive, link->to.index))
      continue;
    if (link->citations.count == 0 || naive_is_known (naive, link->citations, begins)) {
      dump_link (claim, naive->agreement, i);
      append_left (naive, out, claim);
    }
  }
}

static char *
naive_dump (MpAgreement *agreement, MpDate day)
{
  const Naive naive = { agreement, day };
  const MpPhases *phases = mp_agreement_phases (agreement);
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const guint32 *changes = mp_agreement_changes (agreement);
  GString *out = g_string_new (NULL);
  g_autoptr (GString) claim = g_string_new (NULL);
  guint n;
  const MpTerm *terms = mp_agreement_terms (agreement, &n);

  for (guint32 i = 0; i < n; i++) {
    if (!naive_term (&naive, i))
      continue;
    g_string_append_printf (out, "term %s\n", mp_agreement_text (agreement, terms[i].id));
    for (guint32 j = terms[i].phases.first; j < terms[i].phases.first + terms[i].phases.count;
         j++) {
      g_autofree char *span = naive_span (&naive, j);

      if (!naive_phase (&naive, j))
        continue;
      dump_phase (claim, agreement, j, span);
      append_left (&naive, out, claim);
      naive_parts (&naive, out, phases->amounts[j], phases->alternatives[j], phases->links[j],
                   phases->earliest_start[j]);
    }
  }
  for (guint32 i = 0; i < milestones->length; i++) {
    if (!naive_milestone (&naive, i))
      continue;
    dump_milestone (claim, agreement, i);
    append_left (&naive, out, claim);
    for (guint32 j = 0; j < milestones->changes[i].count; j++) {
      guint32 term = changes[milestones->changes[i].first + j];

      if (naive_term (&naive, term))
        g_string_append_printf (out, "  changes %s\n",
                                mp_agreement_text (agreement, terms[term].id));
    }
    naive_parts (&naive, out, milestones->amounts[i], milestones->alternatives[i],
                 milestones->links[i], milestones->earliest[i]);
  }
  return g_string_free (out, FALSE);
}

/* --- At random -------------------------------------------------------------------------------- */

/* Sources of every kind: dated to the day, the month, the year, and not dated. */
static void
append_random_sources (GString *lines)
{
  static const char *const sources[] = {
    "a@2001-05-04", "b@2003",       "c@2004-07", "d@",        "e@",     "f@2008-02-29",
    "g@2010~",      "h@2012-03-21", "i@2015",    "j@2017-06", "k@2019", "l@",
  };

  g_string_append (lines, "cite ");
  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    g_string_append_printf (lines, "%s%s",
                            sources[g_test_rand_int_range (0, G_N_ELEMENTS (sources))],
                            i > 1 ? "," : "\n");
}

/* Random terms and milestones, and what each of their claims cites. A third of the milestones
 * happen on the day on which a phase ends. */
static char *
random_lines (guint n_milestones)
{
  const MpTestCrowd crowd = { 6, 5, n_milestones, 2000, 2020 };
  g_autofree char *plain = mp_test_random_lines (&crowd);
  g_auto (GStrv) split = g_strsplit (plain, "\n", -1);
  GString *lines = g_string_new (NULL);
  g_autofree char *end = g_strdup ("2005");

  for (char **line = split; *line != NULL; line++) {
    gboolean is_milestone = g_str_has_prefix (*line, "milestone ");
    g_auto (GStrv) words = g_strsplit (*line, " ", -1);

    if (is_milestone && g_test_rand_int_range (0, 3) == 0)
      g_string_append_printf (lines, "milestone %s %s 2 stated %s Turn\n", words[1], end, words[5]);
    else
      g_string_append_printf (lines, "%s\n", *line);
    if (g_str_has_prefix (*line, "alternative "))
      append_random_sources (lines);
    if (!is_milestone && !g_str_has_prefix (*line, "phase ") && !g_str_has_prefix (*line, "early "))
      continue;
    if (!is_milestone && strchr (words[1], '/')[1] > '0' && strchr (words[1], '/')[1] <= '9') {
      g_free (end);
      end = g_strdup (strchr (words[1], '/') + 1);
    }
    append_random_sources (lines);
    if (g_test_rand_bit ()) {
      g_string_append (lines, "amount 7 Price\n");
      if (g_test_rand_bit ())
        append_random_sources (lines);
    }
    if (g_test_rand_bit ()) {
      g_string_append_printf (lines, "link because m%d -\n",
                              g_test_rand_int_range (0, (gint) n_milestones));
      if (g_test_rand_bit ())
        append_random_sources (lines);
    }
  }
  return g_string_free (lines, FALSE);
}

static void
test_random (void)
{
  static const char *const days[] = { "2000",       "2003-06",    "2004-07-15",
                                      "2008-02-28", "2010-05-05", "2012-03-21",
                                      "2015-01-01", "2017-06-10", "2030" };

  for (guint round = 0; round < 40; round++) {
    g_autofree char *lines = random_lines (12);
    g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);

    for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
      MpDate day = mp_test_date (days[i]);
      g_autoptr (MpAgreement) known = mp_agreement_as_known (agreement, &day);
      g_autoptr (MpAgreement) again = mp_agreement_as_known (known, &day);
      g_autofree char *expected = naive_dump (agreement, day);
      g_autofree char *actual = dump (known);
      g_autofree char *twice = dump (again);

      g_assert_cmpstr (actual, ==, expected);
      /* What was known on a day was known on it then. */
      g_assert_cmpstr (twice, ==, actual);
    }
  }
}

/* --- By hand ---------------------------------------------------------------------------------- */

static char *
dump_known (const char *lines, const char *day)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  MpDate date = mp_test_date (day);
  g_autoptr (MpAgreement) known = mp_agreement_as_known (agreement, &date);

  return dump (known);
}

static void
check_known (const char *lines, const char *day, const char *expected)
{
  g_autofree char *actual = dump_known (lines, day);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_ends (void)
{
  static const char lines[] =
    "term rent - Rent\n"
    "phase 2019/2024 stated Low\ncite a@2019-05-01\n"
    "phase 2024/2030 stated High\ncite b@2024-02-01\n"
    "term key - Key\n"
    "phase 2019/2025 stated Held\ncite a@2019-05-01\n"
    "milestone back 2025 1 stated key Key given back\ncite c@2025-02-01\n";

  /* The end that is the start of the next phase, or a milestone's date, is not known before these
   * are; one that is stated ahead is known with its phase. */
  check_known (lines, "2020",
               "term rent\n phase 2019/ Low [a@2019-05-01]\n"
               "term key\n phase 2019/ Held [a@2019-05-01]\n");
  check_known (lines, "2024",
               "term rent\n phase 2019/2024 Low [a@2019-05-01]\n"
               " phase 2024/2030 High [b@2024-02-01]\n"
               "term key\n phase 2019/ Held [a@2019-05-01]\n");
  check_known (lines, "2025-02-01",
               "term rent\n phase 2019/2024 Low [a@2019-05-01]\n"
               " phase 2024/2030 High [b@2024-02-01]\n"
               "term key\n phase 2019/2025 Held [a@2019-05-01]\n"
               "milestone back 2025 [c@2025-02-01]\n  changes key\n");
  check_known (lines, "2018", "");
}

static void
test_sources (void)
{
  /* An undated source does not count beside a dated one, nor for what begins later. */
  static const char lines[] = "term empty - Without phases\n"
                              "milestone old 2020 2 stated - Old\ncite u@\n"
                              "milestone new 2026-06 2 stated - New\ncite u@\n"
                              "milestone both 2020 2 stated - Both\ncite u@,z@2026-05-05\n"
                              "milestone vague 2030 2 stated - Vague\ncite v@2026-04,z@2026-05-05\n"
                              "amount 3 Price\ncite z@2026-05-05\namount 4 Its own\n";
  MpDate day = mp_test_date ("2026-04-15");
  g_autoptr (MpAgreement) agreement = mp_test_agreement (lines);
  g_autoptr (MpAgreement) known = mp_agreement_as_known (agreement, &day);
  const MpItem old = { MP_ITEM_MILESTONE, 0 }, vague = { MP_ITEM_MILESTONE, 3 };
  g_autofree char *possibly = mp_known_words (agreement, vague, &day);
  g_autofree char *since = mp_known_words (agreement, vague, NULL);
  g_autofree char *undated = mp_known_words (agreement, old, &day);

  check_known (lines, "2026-04-15",
               "term empty\nmilestone old 2020 [u@]\n"
               "milestone vague 2030 [v@2026-04]\n  amount 4 Its own\n");
  g_assert_cmpint (mp_known_item (agreement, old, &day), ==, MP_KNOWN_UNDATED);
  g_assert_cmpint (mp_known_item (agreement, vague, &day), ==, MP_KNOWN_POSSIBLY);
  /* What is left is told of what is left as well. */
  g_assert_cmpint (mp_known_item (known, (MpItem) { MP_ITEM_MILESTONE, 1 }, &day), ==,
                   MP_KNOWN_POSSIBLY);
  g_assert_cmpstr (possibly, ==, "Possibly known on 15 April 2026: the source is of April 2026");
  g_assert_cmpstr (since, ==, "Known since April 2026");
  g_assert_cmpstr (undated, ==, "When this became known is not known: no source has a date");
}

/* A turn of one term is none of another. */
static void
test_other_ends (void)
{
  check_known ("term rent - Rent\nphase 2019/2024 stated Low\ncite a@2019-05-01\n"
               "term key - Key\nphase 2024/2030 stated Held\ncite b@2024-02-01\n"
               "milestone back 2024 1 stated key Key given\ncite b@2024-02-01\n",
               "2020", "term rent\n phase 2019/2024 Low [a@2019-05-01]\n");
}

/* --- The shipped agreement -------------------------------------------------------------------- */

static gboolean
has_milestone (MpAgreement *agreement, const char *id)
{
  return mp_agreement_find_milestone (agreement, id) != MP_NONE;
}

/* The last phase of a term, in words: its state and span. */
static char *
last_phase (MpAgreement *agreement, const char *term)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[mp_test_term (agreement, term)].phases;
  guint32 last = run.first + run.count - 1;

  return g_strdup_printf ("%s, %s", mp_agreement_text (agreement, phases->state[last]),
                          mp_agreement_text (agreement, phases->span[last]));
}

static void
check_last_phase (MpAgreement *agreement, const char *term, const char *expected)
{
  g_autofree char *actual = last_phase (agreement, term);

  g_assert_cmpstr (actual, ==, expected);
}

static void
test_shipped (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_shipped_agreement ();
  MpDate eve = mp_test_date ("2026-04-26"), after = mp_test_date ("2026-04-30"),
         may = mp_test_date ("2026-05-11"), june = mp_test_date ("2025-06");
  g_autoptr (MpAgreement) on_eve = mp_agreement_as_known (agreement, &eve);
  g_autoptr (MpAgreement) on_after = mp_agreement_as_known (agreement, &after);
  g_autoptr (MpAgreement) in_may = mp_agreement_as_known (agreement, &may);
  g_autoptr (MpAgreement) in_june = mp_agreement_as_known (agreement, &june);
  g_autofree char *words_after = dump (on_after), *words_may = dump (in_may);
  g_autofree char *words_june = dump (in_june);

  g_assert_false (has_milestone (on_eve, "reset-2026"));
  check_last_phase (on_eve, "selling-api", "Azure only, 2019-07-22/");
  check_last_phase (on_eve, "models-and-products", "Exclusive, to 2032, 2025-10-28/");

  g_assert_true (has_milestone (on_after, "reset-2026"));
  check_last_phase (on_after, "openai-pays-microsoft", "Same rate, total cap, 2026-04-27/2030");
  g_assert_null (strstr (words_after, "total cap, not confirmed"));
  g_assert_nonnull (strstr (words_may, "total cap, not confirmed"));
  g_assert_false (has_milestone (on_after, "cap-reported"));

  check_last_phase (in_june, "models-and-products", "Until 2030 or AGI, [..2025-01-21]/");
  g_assert_null (strstr (words_june, "2032"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known/random", test_random);
  g_test_add_func ("/known/ends", test_ends);
  g_test_add_func ("/known/other-ends", test_other_ends);
  g_test_add_func ("/known/sources", test_sources);
  g_test_add_func ("/known/shipped", test_shipped);
  return g_test_run ();
}
