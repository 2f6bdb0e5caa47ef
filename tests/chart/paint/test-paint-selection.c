/* test-paint-selection.c: what selecting an item changes in a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-paint-support.h"

#include <string.h>

#define N_RANDOM 25

/* What selecting an item changes, in pixels. */
static MpRect
selection_change (const Painting *painting, MpItem item, MpRect expected)
{
  cairo_surface_t *before = paint (painting, 1, nothing, NULL);
  cairo_surface_t *after = paint (painting, 1, item, NULL);
  MpRect change = mp_test_image_difference (before, after);

  /* And nowhere else. */
  mp_test_image_erase (before, expected);
  mp_test_image_erase (after, expected);
  assert_same (before, after);
  return change;
}

static void
test_select_nothing (void)
{
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  g_assert_cmpfloat (selection_change (&painting, nothing, (MpRect) { 0, 0, 0, 0 }).width, ==, 0);
}

static void
test_select_phase (void)
{
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  for (guint i = 0; i < painting.scene->n_bars; i += 3) {
    MpSceneBar *bar = &painting.scene->bars[i];
    MpRect change = selection_change (&painting, (MpItem) { MP_ITEM_PHASE, bar->phase },
                                      mp_rect_grow (bar->visible, 4));

    g_assert_cmpfloat (change.width, >, 0);
  }
}

static void
erase_both (cairo_surface_t *one, cairo_surface_t *other, MpRect rect)
{
  mp_test_image_erase (one, mp_rect_grow (rect, 2));
  mp_test_image_erase (other, mp_rect_grow (rect, 2));
}

/* Selecting a milestone changes its label and its mark, and draws a line down to the terms that it
 * changed. */
static void
test_select_milestone (void)
{
  g_auto (Painting) painting;
  const MpSceneMark *mark = NULL;
  const MpSceneRow *row;
  guint32 reset;
  double top, bottom;
  MpRect change;
  cairo_surface_t *before, *after;

  painting_init_shipped (&painting);
  reset = mp_test_milestone (painting.agreement, "reset-2026");
  for (guint i = 0; i < painting.scene->n_marks; i++)
    if (painting.scene->marks[i].milestone == reset)
      mark = &painting.scene->marks[i];
  g_assert_nonnull (mark);
  row = mp_scene_find_row (painting.scene, MP_ROW_TERM,
                           mp_test_term (painting.agreement, "who-declares-agi"));
  g_assert_nonnull (row);
  top = mark->label.y - 2;
  /* A knot that gives way to words hangs from the foot of the bar. */
  bottom = row->rect.y + row->rect.height + 3;

  before = paint (&painting, 1, nothing, NULL);
  after = paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, reset }, NULL);
  change = mp_test_image_difference (before, after);
  g_assert_cmpfloat (change.y, >=, top);
  g_assert_cmpfloat (change.y + change.height, <=, bottom);
  /* Down to the last term that it changed, and no further. */
  g_assert_cmpfloat (change.y + change.height, >, row->rect.y);
  erase_both (before, after, mark->label);
  /* The line passes under a cluster, which is painted again over it. */
  for (guint i = 0; i < painting.scene->n_clusters; i++)
    erase_both (before, after, painting.scene->clusters[i].rect);
  change = mp_test_image_difference (before, after);
  g_assert_cmpfloat (change.x, >=, mark->x - 12);
  g_assert_cmpfloat (change.x + change.width, <=, mark->x + 12);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* What is out of view, or in a cluster, can be selected too. */
static void
test_select_anything (void)
{
  for (guint n = 0; n < N_RANDOM / 5; n++) {
    g_auto (Painting) painting;

    painting_init_random (&painting, 40);
    for (guint32 i = 0; i < mp_agreement_milestones (painting.agreement)->length; i++)
      cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_MILESTONE, i }, NULL));
    for (guint32 i = 0; i < mp_agreement_phases (painting.agreement)->length; i++)
      cairo_surface_destroy (paint (&painting, 1, (MpItem) { MP_ITEM_PHASE, i }, NULL));
  }
}

/* What a function paints over a picture, in pixels. */
static MpRect
change_by (const Painting *painting,
           void (*func) (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                         MpItem item),
           MpItem item)
{
  cairo_surface_t *before = paint (painting, 1, nothing, NULL);
  cairo_surface_t *after = paint (painting, 1, nothing, NULL);
  cairo_t *cr = cairo_create (after);
  MpRect change;

  func (cr, painting->scene, painting->style, painting->text, item);
  cairo_destroy (cr);
  change = mp_test_image_difference (before, after);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  return change;
}

static MpItem
milestone (const Painting *painting, const char *id)
{
  return (MpItem) { MP_ITEM_MILESTONE, mp_test_milestone (painting->agreement, id) };
}

/* Curves hang under the marks, from the reset to 2030, and leave the counts and the rows alone. */
static void
test_links (void)
{
  g_auto (Painting) painting;
  const MpScene *scene;
  MpRect change, mark;

  painting_init_shipped (&painting);
  scene = painting.scene;
  mark = scene->marks[0].mark;
  change = change_by (&painting, mp_paint_links, milestone (&painting, "reset-2026"));
  g_assert_cmpfloat (change.width, >, scene->plot.width / 6);
  g_assert_cmpfloat (change.y, >=, mark.y + mark.height - 1);
  g_assert_cmpfloat (change.height, <=, 14 * scene->layout->metrics.unit);
  g_assert_cmpfloat (change.y + change.height, <, scene->rows.y);
  /* What is not linked, or is no milestone, has none. */
  g_assert_cmpfloat (
    change_by (&painting, mp_paint_links, milestone (&painting, "second-investment")).width, ==, 0);
  g_assert_cmpfloat (change_by (&painting, mp_paint_links, (MpItem) { MP_ITEM_PHASE, 0 }).width, ==,
                     0);
  g_assert_cmpfloat (change_by (&painting, mp_paint_links, nothing).width, ==, 0);
}

/* How many rows of pixels differ at x, from the foot of the mark to the last term. */
static guint
count_rows (cairo_surface_t *before, cairo_surface_t *after, int x, int top, int bottom)
{
  guint count = 0;

  cairo_surface_flush (before);
  cairo_surface_flush (after);
  for (int y = top; y < bottom; y++)
    count +=
      memcmp (
        cairo_image_surface_get_data (before) + y * cairo_image_surface_get_stride (before) + 4 * x,
        cairo_image_surface_get_data (after) + y * cairo_image_surface_get_stride (after) + 4 * x,
        3) != 0;
  return count;
}

/* The last change has its label tinted and a plain line, which covers more than the dashes that it
 * has while it is selected. */
static void
test_last_change (void)
{
  g_auto (Painting) painting;
  const MpScene *scene;
  const MpSceneMark *mark = NULL;
  cairo_surface_t *before, *after, *selected;
  cairo_t *cr;
  MpItem reset;
  int top, bottom;

  painting_init_shipped (&painting);
  scene = painting.scene;
  reset = milestone (&painting, "reset-2026");
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].milestone == reset.index)
      mark = &scene->marks[i];
  g_assert_nonnull (mark);
  before = paint (&painting, 1, nothing, NULL);
  after = paint (&painting, 1, nothing, NULL);
  selected = paint (&painting, 1, reset, NULL);
  cr = cairo_create (after);
  mp_paint_last_change (cr, scene, painting.style, painting.text, reset);
  cairo_destroy (cr);
  top = (int) (mark->mark.y + mark->mark.height) + 6;
  bottom = (int) scene->rows.y + 200;
  g_assert_cmpuint (count_rows (before, after, (int) mark->x, top, bottom), >,
                    count_rows (before, selected, (int) mark->x, top, bottom) * 5 / 4);
  g_assert_cmpuint (count_rows (before, after, (int) mark->label.x + 5, (int) mark->label.y + 4,
                                (int) mark->label.y + 12),
                    ==, 8);
  g_assert_cmpuint (count_rows (after, selected, (int) mark->label.x + 5, (int) mark->label.y + 4,
                                (int) mark->label.y + 12),
                    ==, 8);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  cairo_surface_destroy (selected);
  g_assert_cmpfloat (change_by (&painting, mp_paint_last_change, nothing).width, ==, 0);
}

/* The frame of what is lit is around it, or around the cluster that holds it. */
static void
test_lit (void)
{
  static const char *const ids[] = { "reset-2026", "article-agents", "licence-ends" };
  g_auto (Painting) painting;

  painting_init_shipped (&painting);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    MpItem item = milestone (&painting, ids[i]);
    MpRect rect, change = change_by (&painting, mp_paint_lit, item);

    g_test_message ("%s", ids[i]);
    g_assert_true (mp_scene_find (painting.scene, mp_scene_stand_in (painting.scene, item), &rect));
    g_assert_cmpfloat_with_epsilon (change.x + change.width / 2, rect.x + rect.width / 2, 2);
    g_assert_cmpfloat_with_epsilon (change.y + change.height / 2, rect.y + rect.height / 2, 2);
  }
  g_assert_cmpfloat (change_by (&painting, mp_paint_lit, nothing).width, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint-selection/nothing", test_select_nothing);
  g_test_add_func ("/paint-selection/links", test_links);
  g_test_add_func ("/paint-selection/last-change", test_last_change);
  g_test_add_func ("/paint-selection/lit", test_lit);
  g_test_add_func ("/paint-selection/phase", test_select_phase);
  g_test_add_func ("/paint-selection/milestone", test_select_milestone);
  g_test_add_func ("/paint-selection/anything", test_select_anything);
  return mp_test_run_with_fonts ();
}
