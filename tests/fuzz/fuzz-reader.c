/* fuzz-reader.c: any bytes as an agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Holds the promises of mp-reader.h: no agreement exactly when there is an error; every problem has
 * a place in the text and a harmless sentence. What is read is then asked about and laid out, with
 * every reference in it followed; the same with what there is of it after half of the bytes.
 */
#include "mp-agreement.h"
#include "mp-fuzz.h"
#include "mp-next.h"
#include "mp-notice.h"
#include "mp-order.h"
#include "mp-query.h"
#include "mp-reader.h"
#include "mp-scene.h"
#include "mp-session.h"
#include "mp-words.h"

#include <jansson.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define WIDTH 1000

/* 2026-11-23 */
#define TODAY (G_GINT64_CONSTANT (20780) * MP_SECONDS_PER_DAY)

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  (void) argc;
  (void) argv;
  setlocale (LC_ALL, "C.UTF-8");
  /* The same input takes the same path each time. */
  json_object_seed (1);
  return 0;
}

static void
check_problems (const MpProblems *problems)
{
  const MpProblem *before = NULL;

  for (guint i = 0; i < mp_problems_get_length (problems); i++) {
    const MpProblem *problem = mp_problems_get (problems, i);
    g_autofree char *line = mp_problem_to_string (problem, "name");

    mp_fuzz_expect (problem->line >= 1 && problem->column >= 1, "a problem has a place");
    mp_fuzz_expect (before == NULL || before->line <= problem->line,
                    "problems are in the order of the text");
    mp_fuzz_expect (*problem->pointer == '\0' || *problem->pointer == '/',
                    "a problem has a JSON Pointer");
    mp_fuzz_expect (*problem->message != '\0' && !g_str_has_suffix (problem->message, "."),
                    "a problem has a sentence without a full stop");
    mp_fuzz_expect (mp_fuzz_is_harmless (problem->pointer, -1, FALSE) &&
                      mp_fuzz_is_harmless (problem->message, -1, FALSE) &&
                      mp_fuzz_is_harmless (line, -1, FALSE),
                    "what a problem says is harmless");
    /* Each way in which a text is not JSON has its own message. */
    mp_fuzz_expect (!g_str_has_prefix (problem->message, "there is not enough memory"),
                    "it is known why a text is no JSON");
    before = problem;
  }
}

/* Follows a reference into the block of strings. */
static void
check_text (MpAgreement *agreement, MpTextRef ref)
{
  mp_fuzz_expect (g_utf8_validate (mp_agreement_text (agreement, ref), -1, NULL),
                  "a text is UTF-8");
}

static void
check_citations (MpAgreement *agreement, MpRun run)
{
  const MpCitation *citations = mp_agreement_citations (agreement);
  guint n_sources;

  mp_agreement_sources (agreement, &n_sources);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    mp_fuzz_expect (citations[i].source < n_sources, "a citation names a source");
    check_text (agreement, citations[i].at);
  }
}

static void
check_amounts (MpAgreement *agreement, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    g_autofree char *words = mp_words_amount (agreement, &amounts[i]);

    mp_fuzz_expect (isfinite (amounts[i].value), "an amount is a number");
    mp_fuzz_expect (amounts[i].certainty < MP_N_CERTAINTIES, "an amount has a certainty");
    mp_fuzz_expect (*words != '\0', "an amount has words");
    check_citations (agreement, amounts[i].citations);
  }
}

static void
check_derivation (MpAgreement *agreement, guint32 index)
{
  g_autofree char *words = NULL;

  if (index == MP_NONE)
    return;
  words = mp_words_derivation (agreement, index);
  mp_fuzz_expect (mp_agreement_derivations (agreement)[index].milestone <
                    mp_agreement_milestones (agreement)->length,
                  "a date is counted from a milestone");
  mp_fuzz_expect (*words != '\0', "a counted date has words");
}

static void
check_alternatives (MpAgreement *agreement, MpRun run)
{
  const MpAlternative *alternatives = mp_agreement_alternatives (agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpSpan date;

    mp_agreement_get_alternative_date (agreement, i, &date);
    mp_fuzz_expect (date.start.earliest == alternatives[i].earliest_start &&
                      date.end.after == alternatives[i].latest_end,
                    "another date has the bounds of its text");
    mp_fuzz_expect (alternatives[i].certainty < MP_N_CERTAINTIES, "another date has a certainty");
    check_text (agreement, alternatives[i].reason);
    check_citations (agreement, alternatives[i].citations);
  }
}

static void
check_notice (MpAgreement *agreement, guint32 term)
{
  const MpTerm *terms = mp_agreement_terms (agreement, NULL);
  g_autofree char *words = NULL;
  g_auto (GStrv) steps = NULL;
  MpNoticeDays days;

  if (terms[term].notice == MP_NONE)
    return;
  words = mp_notice_words (agreement, term);
  steps = mp_notice_steps (agreement, term);
  mp_fuzz_expect (*words != '\0' && steps[0] != NULL, "a rule of notice has words");
  if (mp_notice_find (agreement, term, &days))
    mp_fuzz_expect (days.last_safe <= days.last_possible && days.last_safe < days.deadline &&
                      days.opens <= days.surely_open,
                    "the days of a notice are in order");
  check_citations (agreement, mp_agreement_notices (agreement)[terms[term].notice].citations);
}

static void
check_terms (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  guint n_terms, n_topics, n_parties;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  mp_agreement_topics (agreement, &n_topics);
  mp_agreement_parties (agreement, &n_parties);
  for (guint32 i = 0; i < n_terms; i++) {
    const MpTerm *term = &terms[i];
    MpStanding standing = mp_query_standing (agreement, i, TODAY, TODAY + MP_SECONDS_PER_DAY);
    g_autofree char *parties = mp_words_parties (agreement, i);
    const char *id = mp_agreement_text (agreement, term->id);

    mp_fuzz_expect (term->topic < n_topics, "a term has a topic");
    mp_fuzz_expect (parties == NULL || *parties != '\0', "the parties of a term have words");
    mp_fuzz_expect ((term->obligor == MP_NONE || term->obligor < n_parties) &&
                      (term->obligee == MP_NONE || term->obligee < n_parties),
                    "the parties of a term are there");
    /* The id of the term that is being read may not have come yet. */
    mp_fuzz_expect (*id == '\0' || mp_agreement_find_term (agreement, id) == i,
                    "a term is found by its id");
    check_notice (agreement, i);
    mp_fuzz_expect ((standing.phase == MP_NONE) == (term->phases.count == 0),
                    "a term stands in a phase, if it has any");
    for (guint32 j = term->phases.first; j < term->phases.first + term->phases.count; j++) {
      g_autofree char *words = mp_words_phase (agreement, j);
      g_autofree char *span = mp_words_phase_span (agreement, j);

      mp_fuzz_expect (phases->term[j] == i, "a phase is that of its term");
      mp_fuzz_expect (phases->earliest_start[j] <= phases->certain_start[j] &&
                        phases->certain_end[j] <= phases->latest_end[j] &&
                        phases->earliest_start[j] < phases->latest_end[j],
                      "the bounds of a phase are in order");
      mp_fuzz_expect (*words != '\0' && *span != '\0', "a phase has words");
      check_citations (agreement, phases->citations[j]);
      check_amounts (agreement, phases->amounts[j]);
      check_alternatives (agreement, phases->alternatives[j]);
      check_derivation (agreement, phases->start_derivation[j]);
      check_derivation (agreement, phases->end_derivation[j]);
    }
  }
}

static void
check_milestones (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  const guint32 *changes = mp_agreement_changes (agreement);
  const MpDate today = { .earliest = TODAY, .after = TODAY + MP_SECONDS_PER_DAY };
  const guint32 *by_time = mp_order_milestones (agreement);
  g_autoptr (GArray) next = mp_next_list (agreement, &today, NULL);
  guint n_terms, n_topics;

  mp_agreement_terms (agreement, &n_terms);
  mp_agreement_topics (agreement, &n_topics);
  for (guint i = 0; i < next->len; i++) {
    g_autofree char *words = mp_next_words (agreement, &g_array_index (next, MpNext, i));

    mp_fuzz_expect (g_utf8_validate (words, -1, NULL), "what comes next can be said");
  }
  for (guint32 i = 0; i < milestones->length; i++) {
    g_autoptr (GArray) effects = mp_query_changes (agreement, i);
    g_autofree char *words = mp_words_milestone (agreement, i);
    g_autofree char *distance =
      mp_words_distance (&today, TRUE, milestones->earliest[i], milestones->after[i]);

    mp_fuzz_expect (milestones->earliest[i] < milestones->after[i],
                    "the bounds of a milestone are in order");
    mp_fuzz_expect (distance != NULL, "a milestone is some time away");
    mp_fuzz_expect (milestones->topic[i] < n_topics, "a milestone has a topic");
    mp_fuzz_expect (milestones->importance[i] >= 1 && milestones->importance[i] <= 3,
                    "a milestone has an importance");
    mp_fuzz_expect (effects->len == milestones->changes[i].count, "a milestone has its changes");
    for (guint32 j = 0; j < milestones->changes[i].count; j++)
      mp_fuzz_expect (changes[milestones->changes[i].first + j] < n_terms,
                      "a milestone changes a term");
    mp_fuzz_expect (*words != '\0', "a milestone has words");
    mp_fuzz_expect (i == 0 ||
                      milestones->earliest[by_time[i - 1]] <= milestones->earliest[by_time[i]],
                    "milestones are sorted by time");
    check_citations (agreement, milestones->citations[i]);
    check_amounts (agreement, milestones->amounts[i]);
    check_alternatives (agreement, milestones->alternatives[i]);
    check_derivation (agreement, milestones->derivation[i]);
  }
}

static MpSize
measure_fixed (MpTextRole role, const char *text, gpointer data)
{
  (void) role;
  (void) data;
  return (MpSize) { 7 * (double) g_utf8_strlen (text, -1), 16 };
}

/* Lays everything out, and asks what is where. */
static void
check_scene (MpAgreement *agreement)
{
  MpMeasure measure = { measure_fixed, NULL, 1 };
  double plot = mp_scene_plot_width (WIDTH, measure), begin, end;
  g_autoptr (MpLayout) layout = NULL;
  g_autoptr (MpScene) scene = NULL;

  mp_session_fit_span (agreement, TODAY, &begin, &end);
  mp_fuzz_expect (isfinite (begin) && isfinite (end) && begin < end,
                  "an agreement has a stretch of time to show");
  layout = mp_layout_new (&(MpLayoutRequest) { .agreement = agreement,
                                               .begin = begin,
                                               .end = end,
                                               .per_day = plot / (end - begin),
                                               .fit_width = plot,
                                               .measure = measure });
  scene = mp_scene_new (&(MpSceneRequest) { .layout = layout,
                                            .begin = begin,
                                            .today = TODAY,
                                            .width = WIDTH,
                                            .height = 600,
                                            .measure = measure });
  for (int y = 0; y < 600; y += 75)
    for (int x = 0; x < WIDTH; x += 100)
      mp_scene_pick (scene, x, y);
}

static void
check_agreement (MpAgreement *agreement)
{
  if (agreement == NULL)
    return;
  check_terms (agreement);
  check_milestones (agreement);
  check_scene (agreement);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (MpProblems) problems = mp_problems_new ();
  MpReader *reader = mp_reader_new (problems);
  g_autoptr (MpAgreement) partial = NULL;
  g_autoptr (MpAgreement) agreement = NULL;

  mp_reader_add (reader, (const char *) data, size / 2);
  partial = mp_reader_get_partial (reader);
  check_agreement (partial);
  mp_reader_add (reader, (const char *) data + size / 2, size - size / 2);
  agreement = mp_reader_end (reader);
  mp_fuzz_expect ((agreement == NULL) == (mp_problems_count (problems, MP_SEVERITY_ERROR) > 0),
                  "no agreement exactly when there is an error");
  check_problems (problems);
  check_agreement (agreement);
  return 0;
}
