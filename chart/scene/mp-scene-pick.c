/* mp-scene-pick.c: which item is at a place, and at which place an item is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"

/* The item nearest to x and y, among those whose target is there. */
typedef struct {
  double x;
  double y;
  double distance; /* squared, to the edge of the item; G_MAXDOUBLE if none has been found */
  MpSceneItem item;
} Nearest;

/* Takes an item if x and y are on its target, and no item was nearer. Call this in the order of
 * painting: of items at the same distance the last one is taken, which is on top. */
static void
try_nearest (Nearest *nearest, MpRect rect, MpRect target, MpSceneItem item)
{
  double dx = MAX (0, MAX (rect.x - nearest->x, nearest->x - (rect.x + rect.width)));
  double dy = MAX (0, MAX (rect.y - nearest->y, nearest->y - (rect.y + rect.height)));

  if (!mp_rect_contains (target, nearest->x, nearest->y) || dx * dx + dy * dy > nearest->distance)
    return;
  nearest->distance = dx * dx + dy * dy;
  nearest->item = item;
}

/* --- Milestones ------------------------------------------------------------------------------- */

static gboolean
has_point_at (const MpScene *scene, const MpSceneMark *mark, double x, double y)
{
  for (guint32 i = mark->points.first; i < mark->points.first + mark->points.count; i++)
    if (mp_rect_contains (scene->points[i].rect, x, y))
      return TRUE;
  return FALSE;
}

/* Returns the mark or the cluster that is painted there. Clusters are painted after marks. */
static MpSceneItem
pick_mark (const MpScene *scene, double x, double y)
{
  for (guint i = scene->n_clusters; i > 0; i--)
    if (mp_rect_contains (scene->clusters[i - 1].rect, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i - 1 };
  for (guint i = scene->n_marks; i > 0; i--) {
    MpSceneMark *mark = &scene->marks[i - 1];

    if (has_point_at (scene, mark, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mark->milestone };
  }
  return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
}

static MpSceneItem
pick_nearest_mark (const MpScene *scene, double x, double y)
{
  Nearest nearest = { x, y, G_MAXDOUBLE, { MP_SCENE_ITEM_NONE, 0 } };

  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    for (guint32 j = mark->points.first; j < mark->points.first + mark->points.count; j++) {
      MpScenePoint *point = &scene->points[j];

      try_nearest (&nearest, point->rect, point->target,
                   (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mark->milestone });
    }
  }
  for (guint i = 0; i < scene->n_clusters; i++) {
    MpSceneCluster *cluster = &scene->clusters[i];

    try_nearest (&nearest, cluster->rect, cluster->target,
                 (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, i });
  }
  return nearest.item;
}

static MpSceneItem
pick_milestone (const MpScene *scene, double x, double y)
{
  MpSceneItem item;

  /* Backwards, because the last one painted is on top. */
  for (guint i = scene->n_marks; i > 0; i--) {
    MpSceneMark *mark = &scene->marks[i - 1];

    if (mark->label.width > 0 && mp_rect_contains (mark->label, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_MILESTONE, mark->milestone };
  }
  /* What is painted there comes before what is only near. */
  item = pick_mark (scene, x, y);
  return item.kind != MP_SCENE_ITEM_NONE ? item : pick_nearest_mark (scene, x, y);
}

/* --- Phases ----------------------------------------------------------------------------------- */

/* Returns the phase whose bar, or the words behind it, are painted there; if there is none, the
 * phase of the track. */
static MpSceneItem
pick_bar (const MpScene *scene, double x, double y)
{
  for (guint i = scene->n_bars; i > 0; i--) {
    MpSceneBar *bar = &scene->bars[i - 1];

    if (mp_rect_contains (bar->visible, x, y) || mp_rect_contains (bar->end_label, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar->phase };
  }
  for (guint i = scene->n_tracks; i > 0; i--) {
    MpSceneBar *bar = &scene->tracks[i - 1].bar;

    if (mp_rect_contains (bar->visible, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar->phase };
  }
  return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
}

/* Returns the crowd at a point. */
static MpSceneItem
pick_crowd (const MpScene *scene, double x, double y)
{
  for (guint32 i = 0; i < scene->n_crowds; i++)
    if (mp_rect_contains (scene->crowds[i].rect, x, y))
      return (MpSceneItem) { MP_SCENE_ITEM_CROWD, i };
  return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
}

/* Returns the row at y, or NULL. */
static const MpSceneRow *
row_at (const MpScene *scene, double y)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    const MpSceneRow *row = &scene->row_items[i];

    if (y >= row->rect.y && y < row->rect.y + row->rect.height)
      return row;
  }
  return NULL;
}

/* The bar of a few days can be a pixel wide, so it has a target around it. Only bars of this row
 * count, and only if they are not scrolled out of view. */
static void
try_bar (const MpScene *scene, const MpSceneRow *row, const MpSceneBar *bar, Nearest *nearest)
{
  double middle = bar->rect.y + bar->rect.height / 2;

  if (middle < row->rect.y || middle >= row->rect.y + row->rect.height ||
      !mp_rect_intersects (bar->visible, scene->rows))
    return;
  try_nearest (nearest, bar->visible,
               mp_rect_at_least (bar->visible, scene->layout->metrics.target),
               (MpSceneItem) { MP_SCENE_ITEM_PHASE, bar->phase });
}

static MpSceneItem
pick_nearest_bar (const MpScene *scene, double x, double y)
{
  Nearest nearest = { x, y, G_MAXDOUBLE, { MP_SCENE_ITEM_NONE, 0 } };
  const MpSceneRow *row = row_at (scene, y);

  if (row == NULL)
    return nearest.item;
  for (guint i = 0; i < scene->n_tracks; i++)
    try_bar (scene, row, &scene->tracks[i].bar, &nearest);
  for (guint i = 0; i < scene->n_bars; i++)
    try_bar (scene, row, &scene->bars[i], &nearest);
  return nearest.item;
}

/* Returns the topic whose heading is there. */
static MpSceneItem
pick_heading (const MpScene *scene, double x, double y)
{
  const MpSceneRow *row = mp_rect_contains (scene->rows, x, y) ? row_at (scene, y) : NULL;

  if (row == NULL || row->kind != MP_ROW_TOPIC ||
      !mp_rect_contains (row->n_collapsed > 0 ? row->rect : row->title, x, y))
    return (MpSceneItem) { MP_SCENE_ITEM_NONE, 0 };
  return (MpSceneItem) { MP_SCENE_ITEM_HEADING, row->index };
}

MpSceneItem
mp_scene_pick (const MpScene *scene, double x, double y)
{
  MpSceneItem item;

  if (!mp_rect_contains (scene->plot, x, y))
    return pick_heading (scene, x, y);
  if (mp_rect_contains (scene->band, x, y))
    return pick_milestone (scene, x, y);
  item = pick_bar (scene, x, y);
  if (item.kind == MP_SCENE_ITEM_NONE)
    item = pick_crowd (scene, x, y);
  if (item.kind == MP_SCENE_ITEM_NONE)
    item = pick_nearest_bar (scene, x, y);
  return item.kind != MP_SCENE_ITEM_NONE ? item : pick_heading (scene, x, y);
}

/* --- Finding ---------------------------------------------------------------------------------- */

gboolean
mp_scene_next_member (const MpScene *scene, const MpSceneCluster *cluster, guint *at,
                      guint32 *milestone)
{
  return mp_layout_next_member (scene->layout, scene->part, &cluster->of, at, milestone);
}

guint
mp_scene_get_members (const MpScene *scene, const MpSceneCluster *cluster, guint32 *members,
                      guint max)
{
  guint at = 0, n = 0;

  while (n < max && mp_scene_next_member (scene, cluster, &at, &members[n]))
    n++;
  return n;
}

guint32 *
mp_scene_list_members (const MpScene *scene, const MpSceneCluster *cluster)
{
  guint32 *members = g_new (guint32, cluster->of.count);

  mp_scene_get_members (scene, cluster, members, cluster->of.count);
  return members;
}

/* Returns the cluster that holds a milestone, or NULL. */
static const MpSceneCluster *
cluster_with (const MpScene *scene, guint32 milestone)
{
  guint position = mp_layout_position_of (scene->layout, milestone);

  for (guint i = 0; i < scene->n_clusters && position != MP_NONE; i++) {
    const MpSceneCluster *cluster = &scene->clusters[i];
    guint at = position - cluster->of.run.first;
    guint32 found;

    if (position >= cluster->of.run.first && at < cluster->of.run.count)
      return mp_scene_next_member (scene, cluster, &at, &found) && found == milestone ? cluster
                                                                                      : NULL;
  }
  return NULL;
}

gboolean
mp_scene_find_mark (const MpScene *scene, const MpSceneMark *mark, MpRect *rect)
{
  *rect = mark->label;
  for (guint32 i = mark->points.first;
       !mp_rect_intersects (*rect, scene->band) && i < mark->points.first + mark->points.count; i++)
    *rect = scene->points[i].target;
  return mp_rect_intersects (*rect, scene->band);
}

/* Stores the rectangle of a milestone's label or mark, or of the cluster that holds it. */
static gboolean
find_milestone (const MpScene *scene, guint32 milestone, MpRect *rect)
{
  const MpSceneCluster *cluster;

  for (guint i = 0; i < scene->n_marks; i++) {
    MpSceneMark *mark = &scene->marks[i];

    if (mark->milestone == milestone)
      return mp_scene_find_mark (scene, mark, rect);
  }
  cluster = cluster_with (scene, milestone);
  if (cluster == NULL)
    return FALSE;
  *rect = cluster->target;
  return mp_rect_intersects (*rect, scene->band);
}

/* Stores where a phase is in the crowd that holds it. */
static gboolean
find_in_crowd (const MpScene *scene, guint32 phase, MpRect *rect)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  double least = scene->layout->metrics.unit * 3;

  for (guint i = 0; i < scene->n_crowds; i++) {
    const MpSceneCrowd *crowd = &scene->crowds[i];

    if (crowd->term != phases->term[phase] || phases->earliest_start[phase] >= crowd->until ||
        phases->latest_end[phase] <= crowd->from)
      continue;
    *rect = crowd->rect;
    rect->x = scene->plot.x + mp_scale_instant_to_x (scene->scale, phases->earliest_start[phase]);
    rect->width =
      scene->plot.x + mp_scale_instant_to_x (scene->scale, phases->latest_end[phase]) - rect->x;
    *rect = mp_rect_clip_x (*rect, crowd->rect.x, crowd->rect.x + crowd->rect.width);
    rect->width = MAX (rect->width, least);
    return mp_rect_intersects (*rect, scene->rows);
  }
  return FALSE;
}

static gboolean
find_bar (const MpScene *scene, guint32 phase, MpRect *rect)
{
  if (phase >= mp_agreement_phases (scene->layout->agreement)->length)
    return FALSE;
  for (guint i = 0; i < scene->n_bars; i++) {
    MpSceneBar *bar = &scene->bars[i];

    if (bar->phase == phase) {
      *rect = bar->visible;
      return mp_rect_intersects (*rect, scene->rows);
    }
  }
  return find_in_crowd (scene, phase, rect);
}

/* Stores the part of the row that has the title, without the densities of a collapsed topic. */
static gboolean
find_heading (const MpScene *scene, guint32 topic, MpRect *rect)
{
  const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TOPIC, topic);

  if (row == NULL)
    return FALSE;
  *rect = row->rect;
  if (scene->gutter.width > 0)
    *rect = mp_rect_clip_x (*rect, scene->gutter.x, scene->gutter.x + scene->gutter.width);
  else if (row->n_collapsed > 0)
    rect->height = row->title.height;
  return mp_rect_intersects (*rect, scene->rows);
}

gboolean
mp_scene_find (const MpScene *scene, MpSceneItem item, MpRect *rect)
{
  switch (item.kind) {
  case MP_SCENE_ITEM_MILESTONE:
    return find_milestone (scene, item.index, rect);
  case MP_SCENE_ITEM_PHASE:
    return find_bar (scene, item.index, rect);
  case MP_SCENE_ITEM_CLUSTER:
    if (item.index >= scene->n_clusters)
      return FALSE;
    *rect = scene->clusters[item.index].target;
    return mp_rect_intersects (*rect, scene->band);
  case MP_SCENE_ITEM_CROWD:
    if (item.index >= scene->n_crowds)
      return FALSE;
    *rect = scene->crowds[item.index].rect;
    return mp_rect_intersects (*rect, scene->rows);
  case MP_SCENE_ITEM_HEADING:
    return find_heading (scene, item.index, rect);
  case MP_SCENE_ITEM_ROW:
  case MP_SCENE_ITEM_NONE:
  default:
    return FALSE;
  }
}

MpSceneItem
mp_scene_stand_in (const MpScene *scene, MpItem item)
{
  const MpSceneCluster *cluster = NULL;

  if (item.kind == MP_ITEM_MILESTONE)
    cluster = cluster_with (scene, item.index);
  if (cluster == NULL)
    return mp_scene_item_new (item);
  return (MpSceneItem) { MP_SCENE_ITEM_CLUSTER, (guint32) (cluster - scene->clusters) };
}

const MpSceneRow *
mp_scene_find_row (const MpScene *scene, MpRowKind kind, guint32 index)
{
  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];

    if (row->kind == kind && row->index == index)
      return row;
  }
  return NULL;
}

double
mp_scene_rows_scroll (const MpScene *scene)
{
  return MAX (0, scene->scroll - scene->max_band_scroll);
}

static double
scroll_to_label (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_marks; i++) {
    const MpSceneMark *mark = &scene->marks[i];
    double bottom = scene->plot.y + scene->plot.height;

    if (mark->milestone != milestone || mark->label.width == 0)
      continue;
    if (mark->label.y < scene->plot.y)
      return scene->scroll - (scene->plot.y - mark->label.y);
    return scene->scroll + MAX (0, mark->label.y + mark->label.height - bottom);
  }
  return scene->scroll;
}

static double
scroll_to_row (const MpScene *scene, const MpRow *row)
{
  double bands = scene->max_band_scroll, rows = mp_scene_rows_scroll (scene);
  double room = scene->plot.height - mp_layout_band_height (scene->layout) + bands;

  if (scene->rows.y + row->y - rows + row->height <= scene->plot.y + scene->plot.height &&
      row->y >= rows)
    return scene->scroll;
  if (row->y < rows)
    return bands + row->y;
  return bands + MAX (0, row->y + row->height - room);
}

double
mp_scene_scroll_to (const MpScene *scene, MpItem item)
{
  const MpLayout *layout = scene->layout;
  guint32 term;

  if (item.kind == MP_ITEM_MILESTONE)
    return scroll_to_label (scene, item.index);
  if (item.kind != MP_ITEM_PHASE)
    return scene->scroll;
  term = mp_agreement_phases (layout->agreement)->term[item.index];
  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *row = &layout->rows[i];

    if (row->kind == MP_ROW_TERM && row->index == term)
      return scroll_to_row (scene, row);
  }
  return scene->scroll;
}
