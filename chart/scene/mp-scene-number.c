/* mp-scene-number.c: the numbers of the sources of what is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Room is found first, for the widest numbers that an agreement can have. Numbers are then given in
 * the order of reading. So the places do not depend on the numbers, which depend on the places.
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"
#include "mp-join.h"

#include <math.h>

/* Digits have no descenders, and need only this share of the height of a line. */
#define DIGITS_SHARE 0.8

/* In design pixels. */
#define LABEL_INSET 10 /* from the end of a label to its numbers */
#define PAPER_GAP 4    /* from a bar or a mark to the numbers beside it */
#define RAISE 4        /* how far the title of a row moves up for numbers under it */
#define UNDER_TITLE 8  /* from the middle of a raised title to the numbers under it */

/* Numbers that have a place. */
typedef struct {
  MpSceneNumbers numbers;
  double order;    /* entries of a line are numbered from the lowest to the highest */
  GArray *sources; /* guint32, owned */
} Entry;

/* What is read from left to right before anything else is: the labels, the bare marks, or a row. */
typedef struct {
  MpScene *scene;
  MpMeasure measure;
  GArray *entries; /* Entry */
  GArray *taken;   /* MpRect: what numbers on the background must not touch */
} Line;

static void
entry_clear (gpointer data)
{
  g_array_unref (((Entry *) data)->sources);
}

static void
line_init (Line *line, MpScene *scene, MpMeasure measure)
{
  *line = (Line) { scene, measure, g_array_new (FALSE, FALSE, sizeof (Entry)),
                   g_array_new (FALSE, FALSE, sizeof (MpRect)) };
  g_array_set_clear_func (line->entries, entry_clear);
}

static void
line_clear (Line *line)
{
  g_array_unref (line->entries);
  g_array_unref (line->taken);
}

/* --- Room ------------------------------------------------------------------------------------- */

static void
collect (const MpScene *scene, MpItem item, GArray *sources)
{
  if (item.kind == MP_ITEM_MILESTONE)
    mp_numbering_collect_milestone (scene->layout->agreement, item.index, TRUE, sources);
  else
    mp_numbering_collect_phase (scene->layout->agreement, item.index, TRUE, sources);
}

static MpSize
size_for (const MpScene *scene, guint count, MpMeasure measure)
{
  return (MpSize) { mp_numbering_room (scene->layout->agreement, count, measure),
                    ceil (mp_measure (measure, MP_TEXT_NUMBER, "0").height * DIGITS_SHARE) };
}

MpSize
mp_scene_numbers_size (const MpScene *scene, MpItem item, MpMeasure measure)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));

  collect (scene, item, sources);
  return size_for (scene, sources->len, measure);
}

static gboolean
is_free (const Line *line, MpRect rect, MpRect within)
{
  if (rect.x < within.x || rect.x + rect.width > within.x + within.width ||
      rect.y < within.y - 0.5 || rect.y + rect.height > within.y + within.height + 0.5)
    return FALSE;
  for (guint i = 0; i < line->taken->len; i++)
    if (mp_rect_intersects (rect, g_array_index (line->taken, MpRect, i)))
      return FALSE;
  return TRUE;
}

/* Takes ownership of sources. */
static void
add_entry (Line *line, MpItem item, MpGround ground, guint index, MpRect rect, double order,
           GArray *sources)
{
  Entry entry = { .numbers = { .item = item, .ground = ground, .index = index, .rect = rect },
                  .order = order,
                  .sources = sources };

  g_array_append_val (line->entries, entry);
  g_array_append_val (line->taken, rect);
}

/* Puts numbers on the background, in the first of the rectangles that is free and lies within a
 * rectangle. An order of NAN means the place of the numbers themselves. Returns FALSE if none is
 * free. */
static gboolean
add_on_paper (Line *line, MpItem item, const MpRect *rects, guint n_rects, MpRect within,
              double order, GArray *sources)
{
  for (guint i = 0; i < n_rects; i++) {
    MpRect rect = rects[i];

    rect.x = round (rect.x);
    rect.y = round (rect.y);
    if (!is_free (line, rect, within))
      continue;
    add_entry (line, item, MP_GROUND_PAPER, 0, rect, isnan (order) ? rect.x : order,
               g_array_ref (sources));
    return TRUE;
  }
  return FALSE;
}

/* --- Numbers ---------------------------------------------------------------------------------- */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  double x = ((const Entry *) a)->order, y = ((const Entry *) b)->order;

  return (x > y) - (x < y);
}

/* Narrows a label to the numbers that it got, which can need less than the room kept for them. The
 * label stays on its side of the stem. */
static void
fit_label (MpScene *scene, MpSceneNumbers *numbers, double width)
{
  MpSceneMark *mark = &scene->marks[numbers->index];
  const MpPlace *place = mp_layout_place_of (scene->layout, mark->milestone);
  double unit = scene->layout->metrics.unit, gap = MP_LAYOUT_NUMBER_GAP * unit;
  double spare = MAX (0, floor (place->numbers - gap - width));

  if (place->side == MP_SIDE_END)
    mark->label.x += spare;
  else if (place->side == MP_SIDE_MIDDLE)
    mark->label.x += floor (spare / 2);
  mark->label.width -= spare;
  numbers->rect.x = mark->label.x + mark->label.width - LABEL_INSET * unit - width;
  numbers->rect.width = width;
  mark->numbers = numbers->rect;
}

/* Gives the entries of a line their numbers, moves them to the scene, and empties the line. */
static void
number_line (Line *line)
{
  MpScene *scene = line->scene;

  g_array_sort (line->entries, compare_entries);
  for (guint i = 0; i < line->entries->len; i++) {
    Entry *entry = &g_array_index (line->entries, Entry, i);
    MpSceneNumbers *numbers = &entry->numbers;
    g_autofree char *text = NULL;
    double width;

    mp_numbering_apply (scene->numbering, entry->sources);
    text = mp_join_numbers (&g_array_index (entry->sources, guint32, 0), entry->sources->len);
    numbers->text = g_string_chunk_insert_const (scene->strings, text);
    numbers->numbers = (MpRun) { scene->n_cited, entry->sources->len };
    for (guint j = 0; j < entry->sources->len; j++)
      mp_array_append (scene->cited, scene->n_cited, g_array_index (entry->sources, guint32, j));
    width =
      MIN (ceil (mp_measure (line->measure, MP_TEXT_NUMBER, text).width), numbers->rect.width);
    if (numbers->ground == MP_GROUND_LABEL)
      fit_label (scene, numbers, width);
    else if (entry->numbers.is_centered)
      numbers->rect.x += floor ((numbers->rect.width - width) / 2);
    numbers->rect.width = width;
    if (numbers->ground == MP_GROUND_BAR)
      scene->bars[numbers->index].numbers = numbers->rect;
    mp_array_append (scene->numbers, scene->n_numbers, *numbers);
  }
  g_array_set_size (line->entries, 0);
  g_array_set_size (line->taken, 0);
}

/* --- Milestones ------------------------------------------------------------------------------- */

static gboolean
is_whole (const MpScene *scene, const MpSceneMark *mark)
{
  MpRect label = mark->label;

  return label.width > 0 && label.x >= scene->plot.x &&
         label.x + label.width <= scene->plot.x + scene->plot.width;
}

static void
add_label (Line *line, guint index)
{
  MpScene *scene = line->scene;
  MpSceneMark *mark = &scene->marks[index];
  double room = mp_layout_place_of (scene->layout, mark->milestone)->numbers;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  MpItem item = { MP_ITEM_MILESTONE, mark->milestone };
  MpSize size;

  collect (scene, item, sources);
  if (sources->len == 0)
    return;
  size = size_for (scene, sources->len, line->measure);
  add_entry (
    line, item, MP_GROUND_LABEL, index,
    (MpRect) { mark->label.x, mark->label.y + ceil (mark->label.height * 0.2), room, size.height },
    mark->x, g_array_ref (sources));
}

/* Puts the numbers of a bare mark under it or, if there is no room, beside it. */
static void
add_beside_mark (Line *line, guint index)
{
  MpScene *scene = line->scene;
  MpSceneMark *mark = &scene->marks[index];
  MpRect at = mp_rect_clip_x (mark->mark, scene->plot.x, scene->plot.x + scene->plot.width);
  double gap = PAPER_GAP * scene->layout->metrics.unit;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  MpItem item = { MP_ITEM_MILESTONE, mark->milestone };
  MpSize size;

  collect (scene, item, sources);
  if (sources->len == 0)
    return;
  size = size_for (scene, sources->len, line->measure);
  {
    double middle = at.x + at.width / 2, y = at.y + (at.height - size.height) / 2;
    const MpRect rects[] = {
      { middle - size.width / 2, at.y + at.height + gap / 2, size.width, size.height },
      { at.x + at.width + gap, y, size.width, size.height },
      { at.x - gap - size.width, y, size.width, size.height },
    };

    if (!add_on_paper (line, item, rects, G_N_ELEMENTS (rects), scene->band, mark->x, sources))
      scene->n_unnumbered++;
  }
}

static void
take_milestones (Line *line)
{
  const MpScene *scene = line->scene;

  for (guint i = 0; i < scene->n_marks; i++)
    g_array_append_val (line->taken, scene->marks[i].label);
  for (guint i = 0; i < scene->n_points; i++)
    g_array_append_val (line->taken, scene->points[i].rect);
  for (guint i = 0; i < scene->n_clusters; i++)
    g_array_append_val (line->taken, scene->clusters[i].rect);
}

static void
number_milestones (Line *line)
{
  MpScene *scene = line->scene;

  for (guint i = 0; i < scene->n_marks; i++)
    if (is_whole (scene, &scene->marks[i]))
      add_label (line, i);
  number_line (line);
  take_milestones (line);
  for (guint i = 0; i < scene->n_marks; i++)
    if (!is_whole (scene, &scene->marks[i]))
      add_beside_mark (line, i);
  number_line (line);
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* A row that is being numbered. */
typedef struct {
  Line *line;
  MpSceneRow *row;
  MpRect within; /* the plot's part of the row */
  guint first;   /* of the row's bars, in MpScene.bars */
  guint n_bars;
  MpItem item;     /* the first phase whose numbers have no room at its bar */
  guint n_left;    /* how many such phases there are */
  GArray *sources; /* guint32, owned: those of all these phases */
} Row;

static void
leave (Row *row, guint32 phase)
{
  if (row->n_left++ == 0)
    row->item = (MpItem) { MP_ITEM_PHASE, phase };
  collect (row->line->scene, (MpItem) { MP_ITEM_PHASE, phase }, row->sources);
}

/* Puts the numbers of a phase to the right of a bar, or to the left. Returns FALSE if neither is
 * free. */
static gboolean
add_beside_bar (Row *row, guint32 phase, MpRect bar)
{
  Line *line = row->line;
  MpItem item = { MP_ITEM_PHASE, phase };
  double gap = PAPER_GAP * line->scene->layout->metrics.unit;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  MpSize size;
  double y;

  collect (line->scene, item, sources);
  if (sources->len == 0)
    return TRUE;
  size = size_for (line->scene, sources->len, line->measure);
  y = bar.y + (bar.height - size.height) / 2;
  {
    const MpRect rects[] = { { bar.x + bar.width + gap, y, size.width, size.height },
                             { bar.x - gap - size.width, y, size.width, size.height } };

    return add_on_paper (line, item, rects, G_N_ELEMENTS (rects), row->within, NAN, sources);
  }
}

static void
add_in_bar (Row *row, guint index)
{
  Line *line = row->line;
  const MpSceneBar *bar = &line->scene->bars[index];
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  MpItem item = { MP_ITEM_PHASE, bar->phase };

  collect (line->scene, item, sources);
  add_entry (line, item, MP_GROUND_BAR, index, bar->numbers, bar->numbers.x, g_array_ref (sources));
  g_array_index (line->entries, Entry, line->entries->len - 1).numbers.is_centered =
    bar->label.width <= 0;
}

/* Numbers stand in their bar, else beside it. If there is no room for that, they replace a label
 * that does not fit its bar and would be cut off. */
static void
add_bars (Row *row)
{
  for (guint i = row->first; i < row->first + row->n_bars; i++) {
    MpSceneBar *bar = &row->line->scene->bars[i];

    if (bar->numbers.width > 0 && !mp_rect_intersects (bar->numbers, bar->label)) {
      add_in_bar (row, i);
      continue;
    }
    if (add_beside_bar (row, bar->phase, bar->visible)) {
      bar->numbers.width = 0;
      continue;
    }
    if (bar->numbers.width <= 0) {
      leave (row, bar->phase);
      continue;
    }
    bar->label.width = 0;
    add_in_bar (row, i);
  }
}

static gboolean
has_bar (const Row *row, guint32 phase)
{
  for (guint i = row->first; i < row->first + row->n_bars; i++)
    if (row->line->scene->bars[i].phase == phase)
      return TRUE;
  return FALSE;
}

/* If the bar of a phase is not in view, but a track of that phase is, the numbers of the phase
 * stand at the track. */
static void
add_tracks (Row *row, guint first, guint n_tracks)
{
  const MpScene *scene = row->line->scene;
  guint32 last = MP_NONE;

  for (guint i = first; i < first + n_tracks; i++) {
    const MpSceneTrack *track = &scene->tracks[i];

    if (track->bar.phase == last || has_bar (row, track->bar.phase))
      continue;
    last = track->bar.phase;
    if (!add_beside_bar (row, last, track->bar.visible))
      leave (row, last);
  }
}

/* Puts the numbers that have no room at their bars after the title of the row, or under it. */
static void
add_to_title (Row *row)
{
  Line *line = row->line;
  MpScene *scene = line->scene;
  MpRect *title = &row->row->title;
  double unit = scene->layout->metrics.unit, gap = MP_LAYOUT_NUMBER_GAP * unit;
  MpSize words = mp_measure (line->measure, MP_TEXT_ROW, row->row->text);
  MpSize size = size_for (scene, row->sources->len, line->measure);
  double middle = title->y + title->height / 2;
  MpRect after = { title->x + MIN (ceil (words.width), title->width) + gap,
                   middle - words.height / 2, size.width, size.height };
  MpRect under = { title->x, middle + (UNDER_TITLE - RAISE) * unit, size.width, size.height };

  if (row->n_left == 0 || add_on_paper (line, row->item, &after, 1, *title, NAN, row->sources))
    return;
  if (!scene->layout->stacked &&
      add_on_paper (line, row->item, &under, 1, *title, NAN, row->sources))
    title->height -= 2 * RAISE * unit;
  else
    scene->n_unnumbered += row->n_left;
}

static void
number_row (Line *line, MpSceneRow *of, guint first, guint n_bars, guint first_track,
            guint n_tracks)
{
  const MpScene *scene = line->scene;
  Row row = { .line = line,
              .row = of,
              .within = mp_rect_clip_x (of->rect, scene->plot.x, scene->plot.x + scene->plot.width),
              .first = first,
              .n_bars = n_bars,
              .sources = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  for (guint i = first; i < first + n_bars; i++)
    g_array_append_val (line->taken, scene->bars[i].visible);
  for (guint i = first_track; i < first_track + n_tracks; i++)
    g_array_append_val (line->taken, scene->tracks[i].bar.visible);
  add_bars (&row);
  add_tracks (&row, first_track, n_tracks);
  add_to_title (&row);
  number_line (line);
  g_array_unref (row.sources);
}

static void
number_rows (Line *line)
{
  const MpScene *scene = line->scene;
  const guint32 *terms = mp_agreement_phases (scene->layout->agreement)->term;
  guint bar = 0, track = 0;

  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];
    guint first = bar, first_track = track;

    if (row->kind != MP_ROW_TERM)
      continue;
    while (bar < scene->n_bars && terms[scene->bars[bar].phase] == row->index)
      bar++;
    while (track < scene->n_tracks && terms[scene->tracks[track].bar.phase] == row->index)
      track++;
    number_row (line, row, first, bar - first, first_track, track - first_track);
  }
}

void
mp_scene_add_numbers (MpScene *scene, MpMeasure measure)
{
  Line line;

  scene->numbering = mp_numbering_new (scene->layout->agreement);
  line_init (&line, scene, measure);
  number_milestones (&line);
  number_rows (&line);
  line_clear (&line);
}
