/* mp-scene-collapsed.c: adds the row of a collapsed topic
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-number.h"
#include "mp-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between a count and the ends of its stretch, in design pixels. */
#define NUMBER_GAP 5

/* Counts a phase at the pixels of the plot that it covers. Each element of differences is the count
 * at a pixel less the count at the pixel before. */
static void
count_phase (const MpScene *scene, guint32 phase, int *differences, int width)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  double x0 = mp_scale_instant_to_x (scene->scale, phases->earliest_start[phase]);
  double x1 = mp_scale_instant_to_x (scene->scale, phases->latest_end[phase]);
  int from = (int) CLAMP (floor (x0), 0, width), until = (int) CLAMP (ceil (x1), 0, width);

  if (x1 <= 0 || x0 >= width || until <= from)
    return;
  differences[from]++;
  differences[until]--;
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
  const MpLayout *layout = scene->layout;
  guint n_terms, width = (guint) MAX (ceil (scene->plot.width), 0);
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);
  g_autofree int *differences = g_new0 (int, width + 1);
  /* Translators: %s is the title of a topic, %u the number of its terms, which are hidden. */
  g_autofree char *text =
    g_strdup_printf (C_ ("collapsed topic", "%s (%'u)"), row->text, row->n_collapsed);
  int count = 0, from = 0;

  row->text = g_string_chunk_insert_const (scene->strings, text);
  for (guint32 term = 0; term < n_terms; term++) {
    MpRun run = terms[term].phases;

    if (terms[term].topic != row->index || !mp_visible_set_has_term (layout->visible, term))
      continue;
    for (guint32 i = 0; i < run.count; i++)
      count_phase (scene, run.first + i, differences, (int) width);
  }
  for (int x = 0; x <= (int) width; x++) {
    if (x < (int) width && differences[x] == 0)
      continue;
    if (count > 0 && x > from)
      add_stretch (scene, row, from, x, (guint) count, measure);
    count += differences[x];
    from = x;
  }
}
