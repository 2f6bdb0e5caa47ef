/* test-crowd.c: rows and bands with more than can be told apart: counts, places, what stays named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-clusters.h"
#include "mp-crowd.h"
#include "mp-scale.h"
#include "mp-test-scene.h"

#include <math.h>
#include <string.h>

#define N_RANDOM 40

/* What is nearer to the edges of the plot may go on beyond them, in pixels. */
#define MARGIN 80

/* --- Agreements ------------------------------------------------------------------------------- */

static char *
day_of (gint64 day)
{
  return mp_instant_to_iso (day * MP_SECONDS_PER_DAY);
}

/* Adds a term whose phases follow each other over thirty years, each some days long; some overlap
 * those after them, because nobody knows just when they end. */
static void
add_busy_term (GString *lines, const char *id, guint n_phases)
{
  gint64 day = 10957;

  g_string_append_printf (lines, "term %s - %s\n", id, id);
  for (guint i = 0; i < n_phases; i++) {
    gint64 length = g_test_rand_int_range (1, MAX (3, (int) (2 * 11000 / n_phases)));
    g_autofree char *start = day_of (day), *end = day_of (day + length);

    if (g_test_rand_int_range (0, 20) == 0 && strncmp (start, end, 4) != 0)
      g_string_append_printf (lines, "phase %s/%.4s stated S\n", start, end);
    else
      g_string_append_printf (lines, "phase %s/%s stated S\n", start, end);
    day += length + (g_test_rand_int_range (0, 8) == 0 ? g_test_rand_int_range (1, 400) : 0);
  }
}

static void
add_milestones (GString *lines, guint n, guint first_year, guint n_years)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (lines, "milestone m%u %04u-%02u-%02u %d stated - Number %u\n", i,
                            first_year + (guint) g_test_rand_int_range (0, (int) n_years),
                            (guint) g_test_rand_int_range (1, 13),
                            (guint) g_test_rand_int_range (1, 29),
                            i % 200 == 0 ? 1 : g_test_rand_int_range (2, 4), i);
}

/* A view of a random part at a random zoom. */
static MpTestView
random_part (MpAgreement *agreement)
{
  MpTestView view = { .agreement = agreement, .width = g_test_rand_int_range (600, 1800) };
  double begin, end, middle, span;

  mp_test_fit (&view, &begin, &end);
  span = (end - begin) * exp2 (g_test_rand_double_range (-9, 1));
  middle = g_test_rand_double_range (begin, end);
  view.begin = middle - span / 2;
  view.end = middle + span / 2;
  return view;
}

/* --- Counts ----------------------------------------------------------------------------------- */

static guint
count_touching (MpAgreement *agreement, guint32 term, MpInstant from, MpInstant until)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;
  guint count = 0;

  for (guint32 i = run.first; i < run.first + run.count; i++)
    count += phases->earliest_start[i] < until && phases->latest_end[i] > from;
  return count;
}

/* A crowd counts as one does who goes through all phases. */
static void
test_counts (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autoptr (MpAgreement) agreement = NULL;
    g_autoptr (MpCrowds) crowds = NULL;
    MpInstant edges[33];
    MpCrowdCell cells[32];

    add_busy_term (lines, "a", (guint) g_test_rand_int_range (0, 400));
    agreement = mp_test_agreement (lines->str);
    crowds = mp_crowds_new (agreement, NULL);
    edges[0] = g_test_rand_int_range (10000, 14000) * MP_SECONDS_PER_DAY;
    for (guint i = 1; i < G_N_ELEMENTS (edges); i++)
      edges[i] = edges[i - 1] + g_test_rand_int_range (0, 400 * 86400);
    mp_crowd_count_cells (mp_crowds_get_term (crowds, 0), edges, 32, cells);
    for (guint i = 0; i < 32; i++) {
      g_assert_cmpuint (cells[i].count, ==, count_touching (agreement, 0, edges[i], edges[i + 1]));
      g_assert_cmpuint (mp_crowd_count (mp_crowds_get_term (crowds, 0), edges[i], edges[i + 1]), ==,
                        cells[i].count);
    }
  }
}

static MpInstant
instant_at (const MpScene *scene, double x)
{
  return mp_day_to_instant (mp_scale_to_day (scene->scale, x - scene->plot.x));
}

/* The cells of a scene count right at every zoom; the edges of cells lie between two phases or
 * within one, which a second more or less can touch or not. */
static void
assert_cells (const MpScene *scene, const MpSceneCrowd *crowd)
{
  MpAgreement *agreement = scene->layout->agreement;
  guint total = count_touching (agreement, crowd->term, crowd->from, crowd->until);

  g_assert_cmpuint (crowd->count, ==, total);
  for (guint i = 0; i < crowd->cells.count; i++) {
    double x = crowd->cells_x + i * crowd->cell;
    MpInstant from = instant_at (scene, x), until = instant_at (scene, x + crowd->cell);
    guint count = scene->cells[crowd->cells.first + i].count;

    g_assert_cmpuint (count, >=, count_touching (agreement, crowd->term, from + 2, until - 2));
    g_assert_cmpuint (count, <=, count_touching (agreement, crowd->term, from - 2, until + 2));
  }
}

/* Every phase in view is drawn singly or lies within one crowd of its row. */
static void
assert_all_there (const MpScene *scene)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);

  for (guint32 phase = 0; phase < phases->length; phase++) {
    guint n_bars = 0, n_crowds = 0;
    double x0 = scene->plot.x + mp_scale_instant_to_x (scene->scale, phases->earliest_start[phase]);
    double x1 = scene->plot.x + mp_scale_instant_to_x (scene->scale, phases->latest_end[phase]);

    /* A bar ends where its last day begins. */
    if (x1 <= scene->plot.x + scene->scale.per_day + 0.1 ||
        x0 >= scene->plot.x + scene->plot.width - 0.1)
      continue;
    for (guint i = 0; i < scene->n_bars; i++)
      n_bars += scene->bars[i].phase == phase;
    for (guint i = 0; i < scene->n_crowds; i++) {
      MpRect rect = scene->crowds[i].rect;

      n_crowds += scene->crowds[i].term == phases->term[phase] &&
                  MAX (x0, scene->plot.x) >= rect.x - 0.1 &&
                  MIN (x1, scene->plot.x + scene->plot.width) <= rect.x + rect.width + 0.1;
    }
    g_assert_cmpuint (n_bars, <=, 1);
    g_assert_cmpuint (n_bars == 1 ? 1 : n_crowds, ==, 1);
  }
}

static void
test_rows (void)
{
  guint n_crowds = 0, n_bars = 0;

  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autoptr (MpAgreement) agreement = NULL;
    g_autoptr (MpScene) scene = NULL;
    MpTestView view;

    add_busy_term (lines, "a", (guint) g_test_rand_int_range (1, 2000));
    add_busy_term (lines, "b", (guint) g_test_rand_int_range (1, 60));
    agreement = mp_test_agreement (lines->str);
    view = random_part (agreement);
    scene = mp_test_scene (&view);
    for (guint i = 0; i < scene->n_crowds; i++)
      assert_cells (scene, &scene->crowds[i]);
    assert_all_there (scene);
    n_crowds += scene->n_crowds;
    n_bars += scene->n_bars;
  }
  g_assert_cmpuint (n_crowds, >, 0);
  g_assert_cmpuint (n_bars, >, 0);
}

/* Panning moves crowds and bars, and changes neither. */
static void
test_panning (void)
{
  for (guint n = 0; n < N_RANDOM; n++) {
    g_autoptr (GString) lines = g_string_new (NULL);
    g_autoptr (MpAgreement) agreement = NULL;
    g_autoptr (MpScene) scene = NULL, moved = NULL;
    MpTestView view;
    double days, pixels;

    add_busy_term (lines, "a", 1500);
    agreement = mp_test_agreement (lines->str);
    view = random_part (agreement);
    scene = mp_test_scene (&view);
    days = (view.end - view.begin) * g_test_rand_double_range (-0.4, 0.4);
    pixels = days * scene->scale.per_day;
    view.begin += days;
    view.end += days;
    moved = mp_test_scene (&view);
    for (guint i = 0; i < scene->n_crowds; i++) {
      MpRect rect = scene->crowds[i].rect;
      double x0 = rect.x - pixels, x1 = x0 + rect.width;

      /* One that both have in full is the same. */
      if (MIN (rect.x, x0) <= scene->plot.x + MARGIN ||
          MAX (rect.x + rect.width, x1) >= scene->plot.x + scene->plot.width - MARGIN)
        continue;
      for (guint j = 0; j <= moved->n_crowds; j++) {
        g_assert_cmpuint (j, <, moved->n_crowds);
        if (fabs (moved->crowds[j].rect.x - x0) > 0.5)
          continue;
        g_assert_cmpfloat_with_epsilon (moved->crowds[j].rect.width, rect.width, 0.5);
        g_assert_cmpuint (moved->crowds[j].count, ==, scene->crowds[i].count);
        break;
      }
    }
  }
}

/* --- What stands free ------------------------------------------------------------------------- */

static const MpSceneMark *
find_mark (const MpScene *scene, const char *title)
{
  for (guint i = 0; i < scene->n_marks; i++)
    if (g_str_equal (scene->marks[i].text, title))
      return &scene->marks[i];
  return NULL;
}

/* Milestones and phases that stand free are drawn the same whether they are alone or a crowd is
 * somewhere else on the same days. */
static void
test_free_ones (void)
{
  g_autoptr (GString) alone = g_string_new ("milestone first 1990-01-01 2 stated - First\n"
                                            "milestone last 2049-12-30 2 stated - Last\n"
                                            "milestone one 2035-03-04 2 stated - One\n"
                                            "milestone two 2041-08-09 3 stated - Two\n"
                                            "term a - A\n"
                                            "phase 2032-01-01/2034-01-01 stated S\n"
                                            "phase 2036-01-01/2040-01-01 stated S\n");
  g_autoptr (GString) crowded = g_string_new (alone->str);
  g_autoptr (MpAgreement) few = mp_test_agreement (alone->str), many = NULL;

  add_milestones (crowded, 5000, 1995, 25);
  for (gint64 day = 9131; day < 20000; day += 3) {
    g_autofree char *start = day_of (day), *end = day_of (day + 3);

    g_string_append_printf (crowded, "phase %s/%s stated S\n", start, end);
  }
  many = mp_test_agreement (crowded->str);
  for (double zoom = 1; zoom < 200; zoom *= 1.3) {
    MpTestView view = { .agreement = few };
    g_autoptr (MpScene) a = NULL, b = NULL;
    double begin, end, middle = mp_day_from_instant (mp_test_instant ("2037-01-01"));
    static const char *const titles[] = { "One", "Two" };

    mp_test_fit (&view, &begin, &end);
    view.begin = middle - (end - begin) / zoom / 2;
    view.end = middle + (end - begin) / zoom / 2;
    a = mp_test_scene (&view);
    view.agreement = many;
    b = mp_test_scene (&view);
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
      const MpSceneMark *one = find_mark (a, titles[i]), *other = find_mark (b, titles[i]);

      g_assert_true ((one != NULL) == (other != NULL));
      if (one == NULL || a->layout->n_lanes != b->layout->n_lanes)
        continue;
      g_assert_cmpfloat (one->x, ==, other->x);
      g_assert_cmpfloat (one->label.width, ==, other->label.width);
    }
    for (guint i = 0; i < a->n_bars; i++) {
      guint found = 0;

      for (guint j = 0; j < b->n_bars; j++)
        found += fabs (b->bars[j].rect.x - a->bars[i].rect.x) < 0.01 &&
                 fabs (b->bars[j].rect.width - a->bars[i].rect.width) < 0.01;
      g_assert_cmpuint (found, ==, 1);
    }
  }
}

/* --- The band --------------------------------------------------------------------------------- */

/* Any part of a band of thousands has the labels and the clusters that the whole has there,
 * whatever was asked for before. */
static void
test_parts_agree (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  MpMeasure measure = mp_test_measure (1);

  add_milestones (lines, 6000, 2000, 30);
  agreement = mp_test_agreement (lines->str);
  for (guint n = 0; n < 12; n++) {
    MpTestView view = random_part (agreement);
    g_autoptr (MpLayout) layout = mp_test_layout (&view);
    g_autoptr (MpLayoutPart) whole = mp_test_part (layout), part = NULL;
    MpLayoutRequest request = { .agreement = agreement,
                                .begin = layout->begin,
                                .end = layout->end,
                                .per_day = layout->per_day,
                                .fit_width = mp_scene_plot_width (view.width, measure),
                                .stacked = layout->stacked,
                                .measure = measure };
    g_autoptr (MpLayout) fresh = mp_layout_new (&request);
    guint n_members = 0, at = 0;

    part = mp_layout_find_part (fresh, view.begin, view.end, measure);
    for (guint i = 0; i < part->n_labels; i++) {
      const MpPlace *one = mp_layout_place_at (fresh, part->labels[i]);
      const MpPlace *other = mp_layout_place_at (layout, part->labels[i]);

      g_assert_cmpint (one->side, ==, other->side);
      g_assert_cmpuint (one->lane, ==, other->lane);
    }
    while (at < whole->n_clusters && whole->clusters[at].day < view.begin)
      at++;
    for (guint i = 0; i < part->n_clusters; i++, at++) {
      g_assert_cmpuint (at, <, whole->n_clusters);
      g_assert_cmpuint (part->clusters[i].run.first, ==, whole->clusters[at].run.first);
      g_assert_cmpuint (part->clusters[i].count, ==, whole->clusters[at].count);
    }
    for (guint i = 0; i < whole->n_clusters; i++)
      n_members += whole->clusters[i].count;
    g_assert_cmpuint (n_members + whole->n_labels, ==, layout->n_order);
  }
}

/* In a band of thousands too, labels do not overlap, and clusters have room for their counts. */
static void
test_nothing_overlaps (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;

  add_milestones (lines, 6000, 2000, 30);
  agreement = mp_test_agreement (lines->str);
  for (guint n = 0; n < N_RANDOM; n++) {
    MpTestView view = random_part (agreement);
    g_autoptr (MpScene) scene = mp_test_scene (&view);

    for (guint i = 0; i < scene->n_marks; i++)
      for (guint j = 0; j < i && scene->marks[i].label.width > 0; j++)
        g_assert_false (mp_rect_intersects (scene->marks[i].label, scene->marks[j].label));
    for (guint i = 1; i < scene->n_clusters; i++)
      g_assert_false (mp_rect_intersects (scene->clusters[i - 1].rect, scene->clusters[i].rect));
  }
}

/* A layout that is like another takes its labels over: zooming there and back changes nothing. */
static void
test_like (void)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (MpAgreement) agreement = NULL;
  MpTestView view;
  MpMeasure measure = mp_test_measure (1);
  g_autoptr (MpLayout) layout = NULL;

  add_milestones (lines, 3000, 2000, 30);
  agreement = mp_test_agreement (lines->str);
  view = (MpTestView) { .agreement = agreement };
  layout = mp_test_layout (&view);
  for (guint n = 0; n < 20; n++) {
    MpTestView next = random_part (agreement);
    g_autoptr (MpLayout) alone = NULL, taken = NULL;
    g_autoptr (MpLayoutPart) one = NULL, other = NULL;
    MpLayoutRequest request;

    next.width = 0;
    alone = mp_test_layout (&next);
    request = (MpLayoutRequest) { .agreement = agreement,
                                  .begin = alone->begin,
                                  .end = alone->end,
                                  .per_day = alone->per_day,
                                  .fit_width = mp_scene_plot_width (1200, measure),
                                  .stacked = alone->stacked,
                                  .measure = measure,
                                  .like = layout };
    taken = mp_layout_new (&request);
    g_assert_true (taken->labels == layout->labels);
    one = mp_layout_find_part (alone, next.begin, next.end, measure);
    other = mp_layout_find_part (taken, next.begin, next.end, measure);
    g_assert_cmpuint (one->n_labels, ==, other->n_labels);
    g_assert_cmpmem (one->labels, one->n_labels * sizeof *one->labels, other->labels,
                     other->n_labels * sizeof *other->labels);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crowd/counts", test_counts);
  g_test_add_func ("/crowd/rows", test_rows);
  g_test_add_func ("/crowd/panning", test_panning);
  g_test_add_func ("/crowd/free-ones", test_free_ones);
  g_test_add_func ("/crowd/band/parts-agree", test_parts_agree);
  g_test_add_func ("/crowd/band/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/crowd/band/like", test_like);
  return g_test_run ();
}
