/* mp-scene-collapsed.c: adds the row of a collapsed topic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-crowd.h"
#include "mp-number.h"
#include "mp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between a count and the ends of its stretch, in design pixels. */
#define NUMBER_GAP 5

/* Returns how many phases touch each pixel of the plot. Free with g_free (). */
static MpCrowdCell *
count_phases (const MpScene *scene, guint32 topic, guint width)
{
  const MpCrowd *crowd = mp_crowds_get_topic (scene->layout->crowds, topic);
  g_autofree MpInstant *edges = g_new (MpInstant, width + 1);
  MpCrowdCell *cells = g_new (MpCrowdCell, width);

  for (guint x = 0; x <= width; x++)
    edges[x] = mp_day_to_instant (mp_scale_to_day (scene->scale, x));
  mp_crowd_count_cells (crowd, edges, width, cells);
  return cells;
}

static void
add_stretch (MpScene *scene, const MpSceneRow *row, int from, int until, guint count,
             MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  g_autofree char *number = mp_number_whole (count);
  MpSize size = mp_measure (measure, MP_TEXT_BAR, number);
  MpSceneDensity density = { .count = count, .of = row->n_collapsed, .color = row->color };

  density.rect = (MpRect) { scene->plot.x + from,
                            row->rect.y + row->rect.height - metrics->bar_height -
                              (metrics->row_height - metrics->bar_height) / 2,
                            until - from, metrics->bar_height };
  if (size.width + 2 * NUMBER_GAP * metrics->unit <= until - from)
    density.text = g_string_chunk_insert_const (scene->strings, number);
  mp_array_append (scene->densities, scene->n_densities, density);
}

void
mp_scene_add_collapsed (MpScene *scene, MpSceneRow *row, MpMeasure measure)
{
  guint width = (guint) MAX (ceil (scene->plot.width), 0);
  g_autofree MpCrowdCell *cells = count_phases (scene, row->index, width);
  /* Translators: %s is the title of a topic, %u the number of its terms, which are hidden. */
  g_autofree char *text =
    g_strdup_printf (C_ ("collapsed topic", "%s (%'u)"), row->text, row->n_collapsed);

  row->text = g_string_chunk_insert_const (scene->strings, text);
  for (guint from = 0, until; from < width; from = until) {
    for (until = from + 1; until < width && cells[until].count == cells[from].count;)
      until++;
    if (cells[from].count > 0)
      add_stretch (scene, row, (int) from, (int) until, cells[from].count, measure);
  }
}
