/* mp-scene-words.c: where words stand on the rows, so that vertical lines can leave them out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

/* The margin that a line keeps from words, in design pixels. */
#define GAP_BESIDE 3
#define GAP_ABOVE 1

static void
add (MpScene *scene, MpRect words)
{
  double unit = scene->layout->metrics.unit;
  double top = MAX (words.y - GAP_ABOVE * unit, scene->rows.y);
  double bottom =
    MIN (words.y + words.height + GAP_ABOVE * unit, scene->rows.y + scene->rows.height);

  if (words.width <= 0 || bottom <= top)
    return;
  words = (MpRect) { words.x - GAP_BESIDE * unit, top, words.width + 2 * GAP_BESIDE * unit,
                     bottom - top };
  mp_array_append (scene->words, scene->n_words, words);
}

/* Returns the part of a rectangle that a text takes, either in the middle or at the left. */
static MpRect
part_for (MpRect rect, MpSize text, gboolean in_middle)
{
  double width = MIN (text.width, rect.width);

  return (MpRect) { rect.x + (in_middle ? (rect.width - width) / 2 : 0),
                    rect.y + (rect.height - text.height) / 2, width, text.height };
}

static int
compare_tops (gconstpointer a, gconstpointer b, gpointer data)
{
  double x = ((const MpRect *) a)->y, y = ((const MpRect *) b)->y;

  (void) data;
  return x < y ? -1 : x > y;
}

void
mp_scene_add_words (MpScene *scene, MpMeasure measure)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];
    MpTextRole role = row->kind == MP_ROW_TOPIC ? MP_TEXT_TOPIC : MP_TEXT_ROW;

    /* In the gutter, titles are out of the way of every line. */
    if (scene->layout->stacked)
      add (scene,
           part_for (mp_scene_row_title (row), mp_measure (measure, role, row->text), FALSE));
    add (scene, row->badge);
  }
  for (guint i = 0; i < scene->n_densities; i++) {
    const MpSceneDensity *density = &scene->densities[i];

    if (density->text != NULL)
      add (scene, part_for (density->rect, mp_measure (measure, MP_TEXT_BAR, density->text), TRUE));
  }
  for (guint i = 0; i < scene->n_crowds; i++)
    add (scene, scene->crowds[i].label);
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    add (scene, bar->label);
    add (scene, bar->start_doubt);
    add (scene, bar->end_doubt);
    add (scene, bar->early);
    add (scene, bar->end_label);
  }
  for (guint i = 0; i < scene->n_numbers; i++)
    add (scene, scene->numbers[i].rect);
  if (scene->n_words > 0)
    g_qsort_with_data (scene->words, (gint) scene->n_words, sizeof *scene->words, compare_tops,
                       NULL);
}

gboolean
mp_scene_next_free (const MpScene *scene, double x0, double x1, double bottom,
                    MpFreeStretch *stretch)
{
  while (stretch->n_passed < scene->n_words) {
    const MpRect *words = &scene->words[stretch->n_passed];

    if (words->y >= bottom)
      break;
    stretch->n_passed++;
    if (words->x >= x1 || words->x + words->width <= x0)
      continue;
    stretch->y0 = stretch->next;
    stretch->y1 = words->y;
    stretch->next = MAX (stretch->next, words->y + words->height);
    if (stretch->y1 > stretch->y0)
      return TRUE;
  }
  stretch->y0 = stretch->next;
  stretch->y1 = stretch->next = bottom;
  return stretch->y1 > stretch->y0;
}
