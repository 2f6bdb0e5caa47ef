/* test-timeline-hover.c: what the pointer learns of what it is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-agreement.h"
#include "mp-item-words.h"
#include "mp-timeline-fixture.h"
#include "mp-words.h"

#include <adwaita.h>

typedef MpTimelineFixture Fixture;

/* The name of the pointer's shape over the timeline, or "" for the usual one. */
static char *
cursor_of (Fixture *f)
{
  GdkCursor *cursor = gtk_widget_get_cursor (GTK_WIDGET (f->timeline));

  return g_strdup (cursor != NULL ? gdk_cursor_get_name (cursor) : "");
}

static void
assert_cursor (Fixture *f, const char *expected)
{
  g_autofree char *name = cursor_of (f);

  g_assert_cmpstr (name, ==, expected);
}

static void
point_at (Fixture *f, double x, double y)
{
  mp_input_point (f->timeline, x, y);
  mp_input_settle (f->window);
  mp_timeline_wait (f);
}

static void
point_at_item (Fixture *f, MpItem item)
{
  MpRect rect = mp_timeline_rect_of (f, item);

  point_at (f, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* An item is highlighted where it is, and nothing else changes. */
static void
test_highlight (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpRect rect = mp_timeline_rect_of (f, reset);
  cairo_surface_t *before, *over, *after;
  guint pixels;

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  before = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  assert_cursor (f, "");
  point_at_item (f, reset);
  assert_cursor (f, "pointer");
  over = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  pixels = mp_picture_difference (before, over, 2);
  g_assert_cmpuint (pixels, >, (guint) (rect.width * rect.height / 2));
  g_assert_cmpuint (pixels, <=, (guint) ((rect.width + 2) * (rect.height + 2)));
  point_at (f, f->scene->plot.x + 3, f->scene->height - 3);
  assert_cursor (f, "");
  after = mp_picture_of (GTK_WIDGET (f->timeline), 1);
  g_assert_cmpuint (mp_picture_difference (before, after, 0), ==, 0);
  cairo_surface_destroy (before);
  cairo_surface_destroy (over);
  cairo_surface_destroy (after);
}

/* While the view moves under the pointer nothing is highlighted; at rest, what is there then. */
static void
test_motion (Fixture *f, gconstpointer data)
{
  MpItem phase = mp_item_phase (f->agreement, "selling-api", 0);

  (void) data;
  if (!mp_input_begin (f->window))
    return;
  point_at_item (f, phase);
  assert_cursor (f, "pointer");
  for (guint i = 0; i < 4; i++) {
    mp_timeline_zoom (f->timeline, 600, 1.05);
    mp_timeline_wait (f);
    assert_cursor (f, "");
  }
  mp_timeline_rest (f);
  assert_cursor (f, "pointer");
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  (void) data;
  if (!mp_input_begin (f->window))
    return;
  point_at_item (f, mp_item_phase (f->agreement, "selling-api", 0));
  mp_input_button (1, TRUE);
  point_at (f, 500, 400);
  assert_cursor (f, "grabbing");
  mp_input_button (1, FALSE);
  mp_input_settle (f->window);
  mp_timeline_rest (f);
  point_at (f, f->scene->plot.x + 3, f->scene->height - 3);
  assert_cursor (f, "");
}

/* --- Tooltips --------------------------------------------------------------------------------- */

static void
assert_tooltip (Fixture *f, MpRect at, const char *expected)
{
  double x = at.x + at.width / 2, y = at.y + at.height / 2;
  MpRect area;
  g_autofree char *words = mp_timeline_tooltip_at (f->timeline, x, y, &area);

  g_assert_cmpstr (words, ==, expected);
  g_assert_true (expected == NULL || mp_rect_contains (area, x, y));
}

/* Milestones, phases, headings, days. */
static void
test_tooltips (Fixture *f, gconstpointer data)
{
  MpItem items[] = { mp_item_milestone (f->agreement, "reset-2026"),
                     mp_item_phase (f->agreement, "selling-api", 0) };
  const MpSceneRow *heading = &f->scene->row_items[0];
  MpRect axis = { 699.5, f->scene->axis.y, 1, f->scene->axis.height }, area;
  g_autofree char *day = mp_timeline_tooltip_at (f->timeline, 700, 5, &area);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    g_autofree char *expected = mp_item_tooltip (f->agreement, items[i]);

    assert_tooltip (f, mp_timeline_rect_of (f, items[i]), expected);
  }
  g_assert_cmpint (heading->kind, ==, MP_ROW_TOPIC);
  assert_tooltip (f, mp_scene_row_title (heading), "Collapse this topic to one row");
  mp_session_set_topic_collapsed (f->session, heading->index, TRUE);
  mp_timeline_wait (f);
  assert_tooltip (f, mp_scene_row_title (&mp_timeline_get_scene (f->timeline)->row_items[0]),
                  "Expand this topic");
  g_assert_nonnull (day);
  assert_tooltip (f, axis, day);
  assert_tooltip (f, (MpRect) { f->scene->plot.x + 1, f->scene->height - 2, 1, 1 }, NULL);
}

static void
test_cluster_tooltip (Fixture *f, gconstpointer data)
{
  MpSceneCluster *cluster = &f->scene->clusters[0];
  g_autofree guint32 *members = mp_scene_list_members (f->scene, cluster);
  g_autofree char *expected = mp_cluster_tooltip (f->agreement, members, cluster->of.count);

  (void) data;
  assert_tooltip (f, cluster->rect, expected);
}

/* A crowd tells how many phases it has, and how many there are on the day under the pointer. */
static void
test_crowd_tooltip (Fixture *f, gconstpointer data)
{
  MpRect area, rect;
  g_autofree char *words = NULL;
  g_auto (GStrv) lines = NULL;

  (void) data;
  g_assert_cmpuint (f->scene->n_crowds, ==, 1);
  rect = f->scene->crowds[0].rect;
  words = mp_timeline_tooltip_at (f->timeline, rect.x + rect.width / 2, rect.y + 3, &area);
  lines = g_strsplit (words, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "Deliveries");
  g_assert_true (g_str_has_suffix (lines[1], ": 600 phases"));
  g_assert_true (g_str_has_suffix (lines[2], ": 1 phase") ||
                 g_str_has_suffix (lines[2], ": 0 phases"));
}

/* A click on a crowd zooms in about the pointer, and selects nothing. */
static void
test_click_on_crowd (Fixture *f, gconstpointer data)
{
  MpRect rect = f->scene->crowds[0].rect;
  double x = rect.x + rect.width / 3, day = mp_timeline_day_at (f, x), span = mp_timeline_span (f);

  (void) data;
  mp_timeline_click (f->timeline, x, rect.y + 3);
  mp_timeline_rest (f);
  g_assert_cmpfloat (mp_timeline_span (f), <, span / 2);
  g_assert_cmpfloat_with_epsilon (mp_timeline_day_at (f, x), day, 1);
  mp_timeline_assert_selection (f, (MpItem) { MP_ITEM_NONE, 0 });
}

/* In a comparison, the title of a row says what became of its term. */
static void
test_comparison_tooltip (Fixture *f, gconstpointer data)
{
  MpItem reset = mp_item_milestone (f->agreement, "reset-2026");
  MpScene *scene;
  guint n_compared = 0;

  (void) data;
  g_assert_true (mp_session_compare_milestone (f->session, reset.index));
  mp_timeline_wait (f);
  scene = mp_timeline_get_scene (f->timeline);
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];
    g_autofree char *expected = mp_words_comparison (f->agreement, &row->comparison);

    if (row->badge.width == 0 || row->rect.y + row->rect.height > scene->height)
      continue;
    assert_tooltip (f, row->title, expected);
    n_compared++;
  }
  g_assert_cmpuint (n_compared, >, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, up, func)                                                                        \
  g_test_add ("/timeline-hover/" path, Fixture, NULL, up, func, mp_timeline_tear_down)
  ADD ("highlight", mp_timeline_set_up, test_highlight);
  ADD ("motion", mp_timeline_set_up, test_motion);
  ADD ("drag", mp_timeline_set_up, test_drag);
  ADD ("tooltips", mp_timeline_set_up, test_tooltips);
  ADD ("tooltips/cluster", mp_timeline_set_up_crowd, test_cluster_tooltip);
  ADD ("tooltips/comparison", mp_timeline_set_up, test_comparison_tooltip);
  ADD ("tooltips/crowd", mp_timeline_set_up_crowded_row, test_crowd_tooltip);
  ADD ("click-on-crowd", mp_timeline_set_up_crowded_row, test_click_on_crowd);
#undef ADD
  return g_test_run ();
}
