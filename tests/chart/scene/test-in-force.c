/* test-in-force.c: the list, the picture and the plain text of the dates agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in force at an instant is found three times: by the function behind "milepost show" and
 * the panel; from the face of the scene for that instant; and from the texts of the spans. It is
 * asked at every boundary of every phase, and a second before and after.
 *
 * How the scene's face is read: a bar is not in force where its tense is past or future. It is
 * certainly in force where the instant lies on its solid part, no end of which is unknown; on the
 * hatched or soft part before and after that, possibly. Within the one day of an edge that is known
 * to the day the drawing makes no difference between the two, on purpose, and only the tense
 * counts.
 */
#include "mp-agreement.h"
#include "mp-query.h"
#include "mp-test-scene.h"
#include "mp-test-support.h"

#include <math.h>
#include <string.h>

#define N_AGREEMENTS 40
#define N_DAYS 50

/* --- From the texts --------------------------------------------------------------------------- */

static MpStatus
status_of_text (const MpSpan *span, MpInstant instant)
{
  gboolean begun = span->start.earliest <= instant;
  gboolean surely_begun = span->start.after <= instant;
  gboolean over = span->end.after <= instant;
  gboolean perhaps_over = span->end.earliest <= instant;

  if (!begun || over)
    return MP_STATUS_NOT;
  return surely_begun && !perhaps_over ? MP_STATUS_IN_FORCE : MP_STATUS_POSSIBLY;
}

static MpStatus
naive_status (MpAgreement *agreement, guint32 phase, MpInstant instant)
{
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  return status_of_text (&span, instant);
}

/* --- From the scene --------------------------------------------------------------------------- */

static MpScene *
scene_at (MpLayout *layout, double begin, MpInstant instant)
{
  g_autofree char *iso = mp_instant_to_iso (instant);
  g_autofree char *text =
    strchr (iso, 'T') != NULL ? g_strdup (iso) : g_strdup_printf ("%sT00:00:00Z", iso);
  MpDate second;
  MpSceneRequest request = { .layout = layout,
                             .begin = begin,
                             .today = mp_test_instant (MP_TEST_TODAY),
                             .as_of = &second,
                             .width = 1200,
                             .measure = mp_test_measure (1) };

  g_assert_true (mp_date_parse (text, -1, &second, NULL, NULL));
  g_assert_cmpint (second.earliest, ==, instant);
  g_assert_cmpint (second.after, ==, instant + 1);
  return mp_scene_new (&request);
}

static const MpSceneBar *
find_bar (const MpScene *scene, guint32 phase)
{
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    if (bar->phase == phase)
      return bar;
  }
  g_error ("phase %u has no bar", phase);
}

/* Whether an instant lies within a date that is known to the day, or more exactly. */
static gboolean
is_in_day (const MpDate *date, MpInstant instant)
{
  return date->kind == MP_DATE_KNOWN && date->precision >= MP_PRECISION_DAY &&
         date->earliest <= instant && instant < date->after;
}

static MpStatus
status_of_bar (const MpScene *scene, const MpSceneBar *bar, MpInstant instant)
{
  double x = scene->plot.x + mp_scale_instant_to_x (scene->scale, instant);
  /* A second is far more than rounding can lose. */
  double least = scene->scale.per_day / MP_SECONDS_PER_DAY / 100;
  gboolean after_start = bar->start == MP_EDGE_OPEN || x > bar->solid_x0 - least;
  gboolean before_end = bar->end == MP_EDGE_OPEN || x < bar->solid_x1 - least;

  if (bar->tense != MP_TENSE_PRESENT)
    return MP_STATUS_NOT;
  /* Where an end is unknown, no part of the bar shows that it is certain. */
  if ((bar->start == MP_EDGE_UNKNOWN && bar->solid_x0 <= bar->rect.x) ||
      (bar->end == MP_EDGE_UNKNOWN && bar->solid_x1 >= bar->rect.x + bar->rect.width))
    return MP_STATUS_POSSIBLY;
  return after_start && before_end ? MP_STATUS_IN_FORCE : MP_STATUS_POSSIBLY;
}

/* Whether the bar covers the instant. Outside of the bar nothing is in force. */
static gboolean
is_drawn_at (const MpScene *scene, const MpSceneBar *bar, MpInstant instant)
{
  double x = scene->plot.x + mp_scale_instant_to_x (scene->scale, instant);
  double least = scene->scale.per_day / MP_SECONDS_PER_DAY / 100;
  gboolean left =
    bar->start == MP_EDGE_OPEN || bar->start == MP_EDGE_UNKNOWN || x > bar->rect.x - least;
  gboolean right = bar->end == MP_EDGE_OPEN || bar->end == MP_EDGE_UNKNOWN ||
                   x < bar->rect.x + bar->rect.width - least;

  return left && right;
}

static void
check_face (const MpScene *scene, guint32 phase, MpInstant instant)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpSceneBar *bar = find_bar (scene, phase);
  MpStatus expected = naive_status (agreement, phase, instant);
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  g_assert_cmpint (bar->tense == MP_TENSE_PRESENT, ==, expected != MP_STATUS_NOT);
  if (is_in_day (&span.start, instant) || is_in_day (&span.end, instant))
    return;
  g_assert_cmpint (status_of_bar (scene, bar, instant), ==, expected);
  g_assert_cmpint (is_drawn_at (scene, bar, instant), ==, expected != MP_STATUS_NOT);
}

/* --- All three -------------------------------------------------------------------------------- */

static void
check_instant (MpAgreement *agreement, MpLayout *layout, double begin, MpInstant instant)
{
  g_autoptr (MpScene) scene = scene_at (layout, begin, instant);
  guint n_terms, counts[3] = { 0 };
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 term = 0; term < n_terms; term++) {
    MpStanding standing = mp_query_standing (agreement, term, instant, instant + 1);
    MpStanding naive = { MP_STATUS_NOT, MP_NONE };
    MpRun run = terms[term].phases;

    for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
      MpStatus status = naive_status (agreement, phase, instant);

      if (status != MP_STATUS_NOT && status >= naive.status)
        naive = (MpStanding) { status, phase };
      g_assert_cmpint (mp_query_phase_status (agreement, phase, instant, instant + 1), ==, status);
      check_face (scene, phase, instant);
    }
    g_assert_cmpint (standing.status, ==, naive.status);
    if (naive.status != MP_STATUS_NOT)
      g_assert_cmpuint (standing.phase, ==, naive.phase);
    counts[naive.status]++;
  }
  for (int status = MP_STATUS_NOT; status <= MP_STATUS_IN_FORCE; status++)
    g_assert_cmpuint (mp_query_count (agreement, (MpStatus) status, instant, instant + 1), ==,
                      counts[status]);
}

static void
check_boundary (MpAgreement *agreement, MpLayout *layout, double begin, MpInstant boundary)
{
  if (boundary == MP_INSTANT_MIN || boundary == MP_INSTANT_MAX)
    return;
  for (int second = -1; second <= 1; second++)
    check_instant (agreement, layout, begin, boundary + second);
}

static void
check_agreement (MpAgreement *agreement)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpTestView view = { .agreement = agreement };
  g_autoptr (MpLayout) layout = mp_test_layout (&view);
  double begin, end;

  mp_test_fit (&view, &begin, &end);
  for (guint i = 0; i < phases->length; i++) {
    check_boundary (agreement, layout, begin, phases->earliest_start[i]);
    check_boundary (agreement, layout, begin, phases->certain_start[i]);
    check_boundary (agreement, layout, begin, phases->certain_end[i]);
    check_boundary (agreement, layout, begin, phases->latest_end[i]);
  }
}

static void
test_random (void)
{
  for (guint i = 0; i < N_AGREEMENTS; i++) {
    g_autoptr (MpAgreement) agreement = mp_test_random_agreement (5);

    check_agreement (agreement);
  }
}

/* Dates that random agreements do not have. */
static const char *const every_kind = "term a - Decades\n"
                                      "phase 199X/201X-12-25 stated A\n"
                                      "phase 2024-1X/20XX official B\n"
                                      "term b - Ends\n"
                                      "phase ../2001 stated C\n"
                                      "phase 2003-24/ stated D\n"
                                      "term c - Nothing known\n"
                                      "phase / claimed E\n"
                                      "term d - One day\n"
                                      "phase 2010-05-05/2010-05-05 stated F\n"
                                      "term e - Vague day\n"
                                      "phase 2012-05-XX~/2012-05-3X% stated G\n"
                                      "term f - Nothing\n";

static void
test_every_kind (void)
{
  g_autoptr (MpAgreement) agreement = mp_test_agreement (every_kind);

  check_agreement (agreement);
}

/* The sample has ends that were counted from other dates, and so are sets of days. */
static void
test_ours (void)
{
  g_autoptr (MpAgreement) sample = mp_test_sample_agreement ();
  g_autoptr (MpAgreement) shipped = mp_test_shipped_agreement ();

  check_agreement (sample);
  check_agreement (shipped);
}

/* --- As far as one looks ---------------------------------------------------------------------- */

/* Whether a bar of the term is in view at the day. A bar that ends with a day is drawn until that
 * day begins, so touching the day is enough. */
static gboolean
is_seen_at (const MpScene *scene, guint32 term, MpInstant day)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  double x = scene->plot.x + mp_scale_instant_to_x (scene->scale, day);
  double least = MAX (scene->scale.per_day, 1) / 1000;

  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];
    MpRect seen = bar->visible;

    if (phases->term[bar->phase] == term && seen.x <= x + scene->scale.per_day + least &&
        seen.x + seen.width >= x - least)
      return TRUE;
  }
  return FALSE;
}

static void
check_view (MpAgreement *agreement, double begin, double end)
{
  MpTestView view = { .agreement = agreement, .begin = begin, .end = end };
  g_autoptr (MpScene) scene = mp_test_scene (&view);
  guint n_terms;

  mp_agreement_terms (agreement, &n_terms);
  /* Whole days; the ends of the view are not. */
  for (guint i = 0; i < N_DAYS; i++) {
    MpInstant first = (MpInstant) ceil (begin), n_days = (MpInstant) floor (end) - first;
    MpInstant day = (first + n_days * i / N_DAYS) * MP_SECONDS_PER_DAY;

    for (guint32 term = 0; term < n_terms; term++)
      if (mp_query_standing (agreement, term, day, day + MP_SECONDS_PER_DAY).status !=
          MP_STATUS_NOT)
        g_assert_true (is_seen_at (scene, term, day));
  }
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    g_assert_cmpfloat (bar->rect.x, <=, bar->faint_x0);
    g_assert_cmpfloat (bar->faint_x0, <=, bar->faint_x1);
    g_assert_cmpfloat (bar->faint_x1, <=, bar->rect.x + bar->rect.width);
  }
}

/* A term that is in force, or may be, at a day in view has a bar at that day: within what the
 * agreement speaks of, around it, and far from it. */
static void
test_in_view (void)
{
  for (guint i = 0; i < 4 * N_AGREEMENTS; i++) {
    g_autoptr (MpAgreement) agreement =
      i == 0 ? mp_test_shipped_agreement ()
             : (i == 1 ? mp_test_agreement (every_kind) : mp_test_random_agreement (5));
    MpTestView all = { .agreement = agreement };
    double begin, end, span;

    mp_test_fit (&all, &begin, &end);
    span = end - begin;
    check_view (agreement, begin, end);
    check_view (agreement, end + span, end + 2 * span);
    check_view (agreement, begin - 2 * span, begin - span);
    for (guint j = 0; j < 5; j++) {
      double from = g_test_rand_double_range (begin - 3 * span, end + 2 * span);

      check_view (agreement, from, from + span * g_test_rand_double_range (0.01, 3));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/in-force/random", test_random);
  g_test_add_func ("/in-force/every-kind", test_every_kind);
  g_test_add_func ("/in-force/ours", test_ours);
  g_test_add_func ("/in-force/in-view", test_in_view);
  return g_test_run ();
}
