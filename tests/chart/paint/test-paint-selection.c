/* test-paint-selection.c: what selecting an item changes in a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-paint-support.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paint-selection/nothing", test_select_nothing);
  g_test_add_func ("/paint-selection/phase", test_select_phase);
  g_test_add_func ("/paint-selection/milestone", test_select_milestone);
  g_test_add_func ("/paint-selection/anything", test_select_anything);
  return mp_test_run_with_fonts ();
}
