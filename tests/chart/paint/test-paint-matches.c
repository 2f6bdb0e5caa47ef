/* test-paint-matches.c: what a search has found stays as it is, everything else is dimmed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-paint.h"
#include "mp-test-image.h"
#include "mp-test-scene.h"

#include <math.h>

static const char *const some_lines = "topic one blue Topic\n"
                                      "term pay one Pays\n"
                                      "phase 2019/2023 stated Found\n"
                                      "phase 2023/2027 stated Passed over\n"
                                      "term sell one Sells\n"
                                      "phase 2020/2026 stated Passed over too\n"
                                      "milestone begin 2019-07-22 1 stated - Found as well\n"
                                      "milestone reset 2025-04-27 1 stated - Not this one\n";

typedef struct {
  MpAgreement *agreement;
  MpText *text;
  MpScene *scene;
  MpMatches *matches;
} Fixture;

static MpMatches *
find (MpAgreement *agreement, const char *words)
{
  g_autoptr (MpSearchIndex) index = mp_search_index_new (agreement);
  g_autoptr (MpSearchQuery) query = mp_search_query_parse (words, NULL);

  return mp_search_run (index, query, NULL);
}

static void
begin (Fixture *f, const char *lines, const char *words)
{
  MpMeasure measure;
  MpTestView view;

  f->agreement = mp_test_agreement (lines);
  f->text = mp_text_new (NULL, 1);
  measure = mp_text_get_measure (f->text);
  view = (MpTestView) { .agreement = f->agreement, .measure = &measure, .height = 500 };
  f->scene = mp_test_scene (&view);
  f->matches = find (f->agreement, words);
}

static void
set_up (Fixture *f, gconstpointer words)
{
  begin (f, some_lines, words);
}

static void
tear_down (Fixture *f, gconstpointer words)
{
  (void) words;
  mp_matches_unref (f->matches);
  mp_scene_unref (f->scene);
  mp_text_free (f->text);
  g_object_unref (f->agreement);
}

static cairo_surface_t *
paint (Fixture *f, gboolean with_matches)
{
  const MpStyle *style = mp_style_get (MP_THEME_LIGHT);
  cairo_surface_t *image = mp_test_image_new (f->scene->width, f->scene->height, 1);
  cairo_t *cr = cairo_create (image);

  mp_paint_scene (cr, f->scene, style, f->text);
  if (with_matches)
    mp_paint_matches (cr, f->scene, style, f->text, f->matches);
  cairo_destroy (cr);
  return image;
}

/* A part of a picture as a picture of its own. */
static cairo_surface_t *
crop (cairo_surface_t *image, MpRect rect)
{
  cairo_surface_t *part = mp_test_image_new (floor (rect.width), floor (rect.height), 1);
  cairo_t *cr = cairo_create (part);

  cairo_set_source_surface (cr, image, -ceil (rect.x), -ceil (rect.y));
  cairo_paint (cr);
  cairo_destroy (cr);
  return part;
}

static void
assert_kept (Fixture *f, MpRect rect, gboolean kept)
{
  cairo_surface_t *before = paint (f, FALSE), *after = paint (f, TRUE);
  cairo_surface_t *old = crop (before, rect), *new = crop (after, rect);

  if (kept)
    mp_test_image_assert_same (old, new);
  else
    /* All of its pixels, except those that had the colour of the background before. */
    g_assert_cmpuint (mp_test_image_count_different (old, new, 8), >,
                      (guint) (rect.width * rect.height / 3));
  cairo_surface_destroy (old);
  cairo_surface_destroy (new);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Without its outline, which is drawn around what was found. */
static MpRect
inside (MpRect rect)
{
  return mp_rect_grow (rect, -3);
}

static void
test_bars (Fixture *f, gconstpointer words)
{
  (void) words;
  for (guint i = 0; i < f->scene->n_bars; i++) {
    MpSceneBar *bar = &f->scene->bars[i];

    assert_kept (f, inside (bar->visible), g_str_equal (bar->text, "Found"));
  }
}

static void
test_milestones (Fixture *f, gconstpointer words)
{
  guint n_labels = 0;

  (void) words;
  for (guint i = 0; i < f->scene->n_marks; i++) {
    MpSceneMark *mark = &f->scene->marks[i];
    gboolean found = g_str_equal (mark->text, "Found as well");

    n_labels += mark->label.width > 0;
    assert_kept (f, inside (mark->label), found);
    if (found)
      assert_kept (f, mark->mark, TRUE);
  }
  g_assert_cmpuint (n_labels, ==, 2);
}

/* Around what was found there is a line, so that it is not told by its colour alone. */
static void
test_outline (Fixture *f, gconstpointer words)
{
  cairo_surface_t *before = paint (f, FALSE), *after = paint (f, TRUE);
  const MpSceneBar *bar = &f->scene->bars[0];
  MpRect edge = { bar->visible.x + 10, bar->visible.y - 1, bar->visible.width - 20, 2 };
  cairo_surface_t *old = crop (before, edge), *new = crop (after, edge);

  (void) words;
  g_assert_cmpuint (mp_test_image_count_different (old, new, 60), >, (guint) edge.width / 2);
  cairo_surface_destroy (old);
  cairo_surface_destroy (new);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Axis, titles and whatever else is not an entry stay as they are. */
static void
test_only_entries (Fixture *f, gconstpointer words)
{
  const MpScene *scene = f->scene;
  cairo_surface_t *before = paint (f, FALSE), *after = paint (f, TRUE);
  MpRect changed = mp_test_image_difference (before, after);

  (void) words;
  g_assert_cmpfloat (changed.width, >, 0);
  g_assert_true (mp_test_rect_is_within (
    changed, (MpRect) { scene->plot.x, scene->plot.y, scene->plot.width, scene->plot.height }));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* Its badge reaches into the milestones' band. */
static void
test_today (Fixture *f, gconstpointer words)
{
  (void) words;
  g_assert_true (f->scene->today_visible);
  g_assert_true (mp_rect_intersects (f->scene->today_badge, f->scene->band));
  /* Its corners are round. */
  assert_kept (f, inside (f->scene->today_badge), TRUE);
}

static void
test_nothing_found (Fixture *f, gconstpointer words)
{
  (void) words;
  g_assert_cmpuint (f->matches->n_items, ==, 0);
  for (guint i = 0; i < f->scene->n_bars; i++)
    assert_kept (f, inside (f->scene->bars[i].visible), FALSE);
}

/* Two matches that overlap do not cover each other again. */
static void
test_overlap (void)
{
  Fixture f;

  begin (&f,
         "topic one blue Topic\n"
         "term pay one Pays\n"
         "phase 2019/2025 stated Found\n"
         "phase 2022/2027 claimed Found\n",
         "found");
  for (guint i = 0; i < f.scene->n_bars; i++) {
    MpRect rect = f.scene->bars[i].visible;

    /* The middle of the overlap, away from the ends of both, where there are outlines. */
    rect.x += i == 0 ? rect.width * 0.7 : rect.width * 0.2;
    rect.width *= 0.05;
    assert_kept (&f, inside (rect), TRUE);
  }
  tear_down (&f, NULL);
}

/* A cluster is found with any of its members. */
static void
test_cluster (void)
{
  GString *lines = g_string_new ("topic one blue Topic\n");
  const MpSceneCluster *cluster;
  g_autofree char *words = NULL;
  guint at = 0;
  guint32 member;
  Fixture f;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (lines, "milestone m-%u 2020-01-%02u 3 stated - Number%02u of many\n", i,
                            1 + i % 28, i);
  begin (&f, lines->str, "nothing like it");
  g_assert_cmpuint (f.scene->n_clusters, >, 0);
  cluster = &f.scene->clusters[0];
  while (mp_scene_next_member (f.scene, cluster, &at, &member))
    ;
  assert_kept (&f, inside (cluster->rect), FALSE);

  words = g_strdup (
    mp_agreement_text (f.agreement, mp_agreement_milestones (f.agreement)->title[member]));
  mp_matches_unref (f.matches);
  f.matches = find (f.agreement, words);
  g_assert_cmpuint (f.matches->n_items, ==, 1);
  assert_kept (&f, inside (cluster->rect), TRUE);
  tear_down (&f, NULL);
  g_string_free (lines, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, words, func) g_test_add (path, Fixture, words, set_up, func, tear_down)
  ADD ("/paint-matches/bars", "found", test_bars);
  ADD ("/paint-matches/milestones", "found", test_milestones);
  ADD ("/paint-matches/outline", "found", test_outline);
  ADD ("/paint-matches/only-entries", "found", test_only_entries);
  ADD ("/paint-matches/today", "found", test_today);
  ADD ("/paint-matches/nothing-found", "nothing like it", test_nothing_found);
#undef ADD
  g_test_add_func ("/paint-matches/overlap", test_overlap);
  g_test_add_func ("/paint-matches/cluster", test_cluster);
  return mp_test_run_with_fonts ();
}
