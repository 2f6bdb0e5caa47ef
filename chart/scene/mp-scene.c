/* mp-scene.c: makes a scene, divides the picture among its parts, and frees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include <math.h>

/* In design pixels. */
#define STACKED_BELOW 560

/* The share of the plot's height that the rows need. If the band leaves them less, it scrolls away
 * before they do. */
#define ROWS_SHARE 0.3

gboolean
mp_scene_is_stacked (double width, MpMeasure measure)
{
  return width < STACKED_BELOW * mp_metrics_new (measure).unit;
}

double
mp_scene_plot_width (double width, MpMeasure measure)
{
  double gutter = mp_scene_is_stacked (width, measure) ? 0 : mp_metrics_new (measure).gutter_width;

  return MAX (width - gutter, 1);
}

double
mp_scene_full_height (const MpLayout *layout)
{
  return layout->metrics.axis_height + mp_layout_band_height (layout) + layout->rows_height;
}

static void
divide (MpScene *scene, const MpSceneRequest *request)
{
  const MpLayout *layout = scene->layout;
  double axis = layout->metrics.axis_height;
  double band = mp_layout_band_height (layout);
  double gutter = layout->stacked ? 0 : layout->metrics.gutter_width;
  double rows;

  scene->width = request->width;
  scene->height = request->height > 0 ? request->height : mp_scene_full_height (layout);
  scene->gutter = (MpRect) { 0, 0, gutter, scene->height };
  scene->axis = (MpRect) { gutter, 0, MAX (scene->width - gutter, 1), axis };
  scene->plot = (MpRect) { gutter, axis, scene->axis.width, MAX (scene->height - axis, 0) };
  rows = MIN (layout->rows_height, scene->plot.height * ROWS_SHARE);
  scene->max_band_scroll = ceil (MAX (0, band + rows - scene->plot.height));
  rows = scene->plot.height - band + scene->max_band_scroll;
  scene->max_scroll = scene->max_band_scroll + MAX (0, layout->rows_height - rows);
  scene->scroll = round (CLAMP (request->scroll, 0, scene->max_scroll));
  band -= MIN (scene->scroll, scene->max_band_scroll);
  scene->band = (MpRect) { gutter, axis, scene->axis.width, MIN (band, scene->plot.height) };
  scene->rows = (MpRect) { 0, axis + band, scene->width, MAX (scene->plot.height - band, 0) };
}

MpScene *
mp_scene_new (const MpSceneRequest *request)
{
  MpScene *scene = g_new0 (MpScene, 1);

  g_atomic_ref_count_init (&scene->references);
  scene->layout = mp_layout_ref (request->layout);
  scene->today = request->today;
  scene->from = request->as_of != NULL ? request->as_of->earliest : request->today;
  scene->until =
    request->as_of != NULL ? request->as_of->after : request->today + MP_SECONDS_PER_DAY;
  scene->linked = request->linked != NULL ? mp_linked_ref (request->linked) : NULL;
  scene->strings = g_string_chunk_new (256);

  divide (scene, request);
  scene->scale = (MpScale) { request->begin, request->layout->per_day };
  mp_scene_add_axis (scene, request->measure);
  scene->is_comparison = request->before != NULL;
  mp_scene_add_cursors (scene, request->as_of, request->before, request->measure);
  if (request->known != NULL)
    mp_scene_add_known (scene, request->known, request->measure);
  mp_scene_add_milestones (scene, request->measure);
  mp_scene_add_rows (scene, request->before, request->measure);
  if (request->layout->has_numbers)
    mp_scene_add_numbers (scene, request->measure);
  mp_scene_add_ends (scene, request->measure);
  mp_scene_add_words (scene, request->measure);
  return scene;
}

MpScene *
mp_scene_ref (MpScene *scene)
{
  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
mp_scene_unref (MpScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  mp_layout_part_free (scene->part);
  g_clear_pointer (&scene->linked, mp_linked_unref);
  mp_layout_unref (scene->layout);
  g_free (scene->ticks);
  g_free (scene->row_items);
  g_free (scene->densities);
  g_free (scene->crowds);
  g_free (scene->cells);
  g_free (scene->bars);
  g_free (scene->members);
  g_free (scene->tracks);
  g_free (scene->marks);
  g_free (scene->points);
  g_free (scene->clusters);
  g_free (scene->words);
  mp_numbering_free (scene->numbering);
  g_free (scene->numbers);
  g_free (scene->cited);
  g_string_chunk_free (scene->strings);
  g_free (scene);
}
