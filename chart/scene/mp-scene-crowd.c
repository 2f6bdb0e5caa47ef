/* mp-scene-crowd.c: adds the stretches of a row that have more phases than can be told apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The row is divided into coarse cells, whose places depend on the zoom and not on the days in
 * view. A cell is crowded if many phases touch it, or if some do and it is near to such a cell.
 * Crowded cells side by side are one crowd, which shows how many phases touch each of its fine
 * cells. A phase that lies within a crowd is not drawn on its own; one that touches a cell that is
 * not crowded is.
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"
#include "mp-crowd.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* In design pixels. */
#define COARSE 32
#define FINE 4
#define LABEL_INSET 10

/* So many phases make a coarse cell crowded, and so many if a crowded one is as near as NEAR. Else
 * a row whose phases are nearly all short would be a patchwork. */
#define MANY 5
#define SOME 3
#define NEAR 2

/* The coarse cells of the plot. */
typedef struct {
  double size;  /* of a cell, in logical pixels */
  double first; /* the number of the first cell: it begins so many sizes after day 0 */
  guint length;
} Grid;

static Grid
grid_of (const MpScene *scene, double x0, double x1, double size)
{
  double origin = scene->scale.begin * scene->scale.per_day;
  double first = floor ((origin + x0) / size);

  return (Grid) { size, first, (guint) MAX (ceil ((origin + x1) / size) - first, 0) };
}

/* Returns the instant at which a cell begins. */
static MpInstant
edge_of (const MpScene *scene, const Grid *grid, guint cell)
{
  return mp_day_to_instant ((grid->first + cell) * grid->size / scene->scale.per_day);
}

/* Returns the x of the left edge of a cell, in logical pixels from the left edge of the plot. */
static double
x_of (const MpScene *scene, const Grid *grid, guint cell)
{
  return (grid->first + cell) * grid->size - scene->scale.begin * scene->scale.per_day;
}

static void
count (const MpScene *scene, const MpCrowd *crowd, const Grid *grid, MpCrowdCell *cells)
{
  g_autofree MpInstant *edges = g_new (MpInstant, grid->length + 1);

  for (guint i = 0; i <= grid->length; i++)
    edges[i] = edge_of (scene, grid, i);
  mp_crowd_count_cells (crowd, edges, grid->length, cells);
}

/* Puts the number of phases into a crowd, if there is room. */
static void
add_label (MpScene *scene, MpSceneCrowd *crowd, MpMeasure measure)
{
  double inset = LABEL_INSET * scene->layout->metrics.unit;
  g_autofree char *text =
    /* Translators: in a row where so many phases cannot be drawn apart. */
    g_strdup_printf (ngettext ("%'u phase", "%'u phases", crowd->count), crowd->count);
  MpSize size = mp_measure (measure, MP_TEXT_BAR, text);

  if (crowd->rect.width < size.width + 2 * inset)
    return;
  crowd->text = g_string_chunk_insert_const (scene->strings, text);
  crowd->label = (MpRect) { round (crowd->rect.x + inset),
                            round (crowd->rect.y + (crowd->rect.height - size.height) / 2),
                            ceil (size.width), ceil (size.height) };
}

/* Takes the cells off that no phase touches, at both ends of a crowd. */
static void
trim (MpScene *scene, MpSceneCrowd *crowd)
{
  MpCrowdCell *cells = scene->cells + crowd->cells.first;
  guint first = 0, count = crowd->cells.count;
  double x0 = crowd->rect.x, x1 = x0 + crowd->rect.width;

  while (count > 0 && cells[count - 1].count == 0)
    count--;
  while (first < count && cells[first].count == 0)
    first++;
  memmove (cells, cells + first, (count - first) * sizeof *cells);
  crowd->cells_x += first * crowd->cell;
  crowd->cells.count = count - first;
  x0 = MAX (x0, crowd->cells_x);
  x1 = MIN (x1, crowd->cells_x + crowd->cells.count * crowd->cell);
  crowd->rect.x = x0;
  crowd->rect.width = MAX (x1 - x0, 0);
}

/* Adds the crowd of some coarse cells. */
static void
add_crowd (MpScene *scene, const MpSceneRow *row, const MpCrowd *of, const Grid *grid, guint from,
           guint until, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double x0 = MAX (x_of (scene, grid, from), 0);
  double x1 = MIN (x_of (scene, grid, until), scene->plot.width);
  Grid fine = grid_of (scene, x0 + 1e-6, x1 - 1e-6, FINE * metrics->unit);
  MpSceneCrowd crowd = { .term = row->index,
                         .rect = { scene->plot.x + x0, row->bar_y - metrics->bar_height / 2,
                                   x1 - x0, metrics->bar_height },
                         .from = MAX (edge_of (scene, grid, from),
                                      mp_day_to_instant (scene->scale.begin)),
                         .cell = fine.size,
                         .cells = { scene->n_cells, fine.length },
                         .cells_x = scene->plot.x + x_of (scene, &fine, 0),
                         .color = row->color };

  if (x1 <= x0)
    return;
  crowd.until = MIN (edge_of (scene, grid, until),
                     mp_day_to_instant (mp_scale_to_day (scene->scale, scene->plot.width)));
  crowd.count = mp_crowd_count (of, crowd.from, crowd.until);
  scene->cells = g_renew (MpCrowdCell, scene->cells, scene->n_cells + fine.length);
  count (scene, of, &fine, scene->cells + scene->n_cells);
  trim (scene, &crowd);
  scene->n_cells += crowd.cells.count;
  add_label (scene, &crowd, measure);
  mp_array_append (scene->crowds, scene->n_crowds, crowd);
}

/* Adds the phases that touch a stretch in which they are drawn singly. before is where the stretch
 * before ends: a phase that begins earlier touches that one, too, and is in the list. */
static void
list_singles (const MpCrowd *crowd, MpInstant from, MpInstant until, MpInstant before,
              guint32 first, GArray *phases)
{
  for (guint at = 0; mp_span_index_next (&crowd->spans, from, until, &at); at++) {
    guint32 phase = first + at;

    if (crowd->spans.from[at] >= before)
      g_array_append_val (phases, phase);
  }
}

/* Returns whether a cell is crowded. There are cells on both sides of it as far as NEAR. */
static gboolean
is_crowded (const MpCrowdCell *cell)
{
  if (cell->count >= MANY || cell->count < SOME)
    return cell->count >= MANY;
  for (int i = -NEAR; i <= NEAR; i++)
    if (cell[i].count >= MANY)
      return TRUE;
  return FALSE;
}

/* Returns the coarse cells of the plot, and NEAR more at both ends. */
static Grid
coarse_grid (const MpScene *scene)
{
  Grid grid = grid_of (scene, 0, scene->plot.width, COARSE * scene->layout->metrics.unit);

  grid.first -= NEAR;
  grid.length += 2 * NEAR;
  return grid;
}

GArray *
mp_scene_add_crowds (MpScene *scene, const MpSceneRow *row, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  MpRun run = mp_agreement_terms (layout->agreement, NULL)[row->index].phases;
  const MpCrowd *crowd = mp_crowds_get_term (layout->crowds, row->index);
  Grid grid = coarse_grid (scene);
  guint end = grid.length - NEAR;
  g_autofree MpCrowdCell *cells = g_new0 (MpCrowdCell, grid.length);
  GArray *phases = g_array_new (FALSE, FALSE, sizeof (guint32));
  MpInstant first = mp_day_to_instant (scene->scale.begin);
  MpInstant last = mp_day_to_instant (mp_scale_to_day (scene->scale, scene->plot.width));
  MpInstant before = MP_INSTANT_MIN;

  /* A bar on the very edge of the plot is in view. */
  if (first > MP_INSTANT_MIN)
    first--;
  if (last < MP_INSTANT_MAX)
    last++;
  if (run.count >= MANY)
    count (scene, crowd, &grid, cells);
  for (guint from = NEAR, until; from < end; from = until) {
    gboolean crowded = is_crowded (&cells[from]);

    until = from + 1;
    while (until < end && is_crowded (&cells[until]) == crowded)
      until++;
    if (crowded) {
      add_crowd (scene, row, crowd, &grid, from, until, measure);
      continue;
    }
    list_singles (crowd, from == NEAR ? first : edge_of (scene, &grid, from),
                  until == end ? last : edge_of (scene, &grid, until), before, run.first, phases);
    before = edge_of (scene, &grid, until);
  }
  return phases;
}
