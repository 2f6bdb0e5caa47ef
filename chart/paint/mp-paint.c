/* mp-paint.c: paints a scene, layer by layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-paint-entry.h"
#include "mp-paint-private.h"

#include "mp-agreement.h"
#include "mp-query.h"

#include <math.h>

/* In design pixels. */
#define RING_GAP 4
#define CROSSING 7
#define BADGE_GAP 3

/* How far the frame of a selected bar reaches out of it, in logical pixels. */
#define FRAME_GAP 3

/* The rim around a knot in the colour of the background, in logical pixels. */
#define KNOT_EDGE 1.5

static MpPainter
painter_for (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text)
{
  return mp_painter_new (cr, style, text, &scene->layout->metrics);
}

/* --- Background and axis ---------------------------------------------------------------------- */

/* Each pixel is painted once: to fill the whole picture takes as long as half of what is on it. */
static void
paint_ground (const MpPainter *painter, const MpScene *scene)
{
  MpRgb background = painter->style->background;
  double top = scene->plot.y, bottom = top + scene->plot.height;
  double today = CLAMP (round (scene->today_x), scene->plot.x, scene->width);

  mp_painter_fill_rect (painter, (MpRect) { 0, 0, scene->width, top }, background);
  mp_painter_fill_rect (painter, (MpRect) { 0, top, today, bottom - top }, background);
  mp_painter_fill_rect (painter, (MpRect) { today, top, scene->width - today, bottom - top },
                        painter->style->future);
  mp_painter_fill_rect (painter, (MpRect) { 0, bottom, scene->width, scene->height - bottom },
                        background);
}

static void
paint_grid (const MpPainter *painter, const MpScene *scene)
{
  for (guint strong = 0; strong <= 1; strong++) {
    for (guint i = 0; i < scene->n_ticks; i++) {
      MpSceneTick *tick = &scene->ticks[i];
      double x = round (tick->x);

      if (tick->strong == (gboolean) strong && x > scene->plot.x)
        mp_painter_fill_upright (painter, scene,
                                 (MpRect) { x, scene->plot.y, 1, scene->plot.height },
                                 strong ? painter->style->strong_grid : painter->style->grid);
    }
  }
}

/* Returns whether the badge of a date covers a part of a tick's label. Such a label is left out,
 * because half of it would be misleading. */
static gboolean
is_under_badge (const MpSceneCursor *cursor, MpRect label, double gap)
{
  return cursor->visible && mp_rect_intersects (mp_rect_grow (cursor->badge, gap), label);
}

static void
paint_axis (const MpPainter *painter, const MpScene *scene)
{
  const MpStyle *style = painter->style;
  double gap = BADGE_GAP * painter->metrics->unit;

  for (guint i = 0; i < scene->n_ticks; i++) {
    MpSceneTick *tick = &scene->ticks[i];
    MpRect rect = { tick->label_x - tick->label_width / 2, scene->axis.y, tick->label_width,
                    scene->axis.height };

    if (tick->label == NULL || is_under_badge (&scene->as_of, rect, gap) ||
        is_under_badge (&scene->before, rect, gap) || is_under_badge (&scene->known, rect, gap))
      continue;
    mp_text_draw (painter->text, painter->cr, tick->strong ? MP_TEXT_AXIS_STRONG : MP_TEXT_AXIS,
                  tick->label, rect, MP_ALIGN_START, tick->strong ? style->text : style->dim_text);
  }
  if (scene->gutter.width > 0)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_AXIS_STRONG, scene->range_label,
                  (MpRect) { painter->metrics->padding, scene->axis.y,
                             scene->gutter.width - 1.5 * painter->metrics->padding,
                             scene->axis.height },
                  MP_ALIGN_START, style->dim_text);
  mp_painter_fill_line (painter, (MpRect) { 0, scene->plot.y - 1, scene->width, 1 },
                        style->separator);
  if (scene->band.height > 0)
    mp_painter_fill_line (painter, (MpRect) { 0, scene->rows.y - 1, scene->width, 1 },
                          style->separator);
  mp_painter_fill_line (
    painter,
    (MpRect) { scene->gutter.width - 1, 0, scene->gutter.width > 0 ? 1 : 0, scene->height },
    style->separator);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void
begin_phase (const MpPainter *painter, const MpScene *scene, guint32 phase, gboolean is_part)
{
  mp_paint_begin_entry (painter->cr, scene->layout->agreement, (MpItem) { MP_ITEM_PHASE, phase },
                        is_part);
}

static void
paint_bars (const MpPainter *painter, const MpScene *scene)
{
  for (guint i = 0; i < scene->n_densities; i++)
    mp_painter_draw_density (painter, &scene->densities[i]);
  for (guint i = 0; i < scene->n_crowds; i++)
    mp_painter_draw_crowd (painter, &scene->crowds[i], &scene->cells[scene->crowds[i].cells.first]);
  for (guint i = 0; i < scene->n_bars; i++) {
    const MpSceneBar *bar = &scene->bars[i];

    begin_phase (painter, scene, bar->phase, FALSE);
    mp_painter_draw_bar (painter, bar, MP_RUN_AT (scene->members, bar->members));
    mp_paint_end_entry (painter->cr);
  }
  for (guint i = 0; i < scene->n_tracks; i++) {
    begin_phase (painter, scene, scene->tracks[i].bar.phase, TRUE);
    mp_painter_draw_track (painter, &scene->tracks[i]);
    mp_paint_end_entry (painter->cr);
  }
}

static void
paint_row_title (const MpPainter *painter, const MpSceneRow *row)
{
  const MpStyle *style = painter->style;

  if (row->kind == MP_ROW_TERM)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_ROW, row->text, row->title, MP_ALIGN_START,
                  style->text);
  else
    mp_text_draw (painter->text, painter->cr, MP_TEXT_TOPIC, row->text,
                  row->n_collapsed > 0 ? row->title : mp_scene_row_title (row), MP_ALIGN_START,
                  style->shades[row->color].accent);
  if (row->n_collapsed > 0)
    mp_painter_draw_arrow (painter, row);
  if (row->badge.width > 0)
    mp_painter_draw_change_badge (painter, row->badge, &row->comparison, row->color);
}

static void
paint_rows (const MpPainter *painter, const MpScene *scene)
{
  MpPainter rows = mp_painter_clip (painter, scene->rows), plot;

  for (guint i = 0; i < scene->n_row_items; i++) {
    MpSceneRow *row = &scene->row_items[i];

    if (row->kind == MP_ROW_TERM || row->n_collapsed > 0)
      mp_painter_fill_line (
        &rows, (MpRect) { row->rect.x, row->rect.y + row->rect.height - 1, row->rect.width, 1 },
        painter->style->separator);
  }
  plot = mp_painter_clip (
    &rows, mp_rect_clip_x (scene->rows, scene->plot.x, scene->plot.x + scene->plot.width));
  paint_bars (&plot, scene);
  mp_canvas_restore (painter->cr);
  for (guint i = 0; i < scene->n_row_items; i++)
    paint_row_title (&rows, &scene->row_items[i]);
  mp_canvas_restore (painter->cr);
}

/* --- Milestones ------------------------------------------------------------------------------- */

static void
begin_milestone (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark,
                 gboolean is_part)
{
  mp_paint_begin_entry (painter->cr, scene->layout->agreement,
                        (MpItem) { MP_ITEM_MILESTONE, mark->milestone }, is_part);
}

/* Returns whether the label is in view. A mark is also in view for one of several points, and its
 * label can then be further out than Cairo's numbers reach. */
static gboolean
shows_label (const MpScene *scene, const MpSceneMark *mark)
{
  return mp_rect_intersects (mark->label, scene->band);
}

static void
draw_points_of (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark,
                gboolean is_covered)
{
  begin_milestone (painter, scene, mark, is_covered || shows_label (scene, mark));
  mp_painter_draw_points (painter, MP_RUN_AT (scene->points, mark->points), mark->points.count,
                          mark->color, mark->importance);
  mp_paint_end_entry (painter->cr);
}

static void
draw_stem_of (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark)
{
  begin_milestone (painter, scene, mark, TRUE);
  mp_painter_draw_stem (painter, mark);
  mp_paint_end_entry (painter->cr);
}

static void
draw_label_of (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark,
               MpMarkLook look)
{
  if (!shows_label (scene, mark))
    return;
  begin_milestone (painter, scene, mark, look == MP_MARK_COVERED);
  mp_painter_draw_label (painter, mark, look);
  mp_paint_end_entry (painter->cr);
}

/* Returns whether the selection paints a cluster again: it holds the selected milestone, or lies
 * under its line. */
static gboolean
is_painted_again (const MpScene *scene, const MpSceneCluster *cluster, guint32 milestone)
{
  MpSceneItem item;

  if (milestone == MP_NONE)
    return FALSE;
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].milestone == milestone)
      return mp_rect_contains (cluster->rect, scene->marks[i].x, cluster->rect.y);
  item = mp_scene_stand_in (scene, (MpItem) { MP_ITEM_MILESTONE, milestone });
  return item.kind == MP_SCENE_ITEM_CLUSTER && cluster == &scene->clusters[item.index];
}

static void
paint_milestones (const MpPainter *painter, const MpScene *scene, guint32 selected)
{
  MpPainter band = mp_painter_clip (painter, scene->band);

  for (guint i = 0; i < scene->n_marks; i++)
    draw_stem_of (&band, scene, &scene->marks[i]);
  for (guint i = 0; i < scene->n_marks; i++)
    draw_points_of (&band, scene, &scene->marks[i], scene->marks[i].milestone == selected);
  for (guint i = 0; i < scene->n_clusters; i++)
    mp_painter_draw_cluster (
      &band, &scene->clusters[i],
      is_painted_again (scene, &scene->clusters[i], selected) ? MP_MARK_COVERED : MP_MARK_PLAIN);
  for (guint i = 0; i < scene->n_marks; i++)
    draw_label_of (&band, scene, &scene->marks[i],
                   scene->marks[i].milestone == selected ? MP_MARK_COVERED : MP_MARK_PLAIN);
  mp_canvas_restore (painter->cr);
}

static void
paint_today_line (const MpPainter *painter, const MpScene *scene)
{
  double width = MAX (1, round (1.5 * painter->metrics->unit));

  if (scene->today_visible)
    mp_painter_fill_upright (
      painter, scene,
      (MpRect) { round (scene->today_x - width / 2), scene->plot.y, width, scene->plot.height },
      painter->style->today);
}

static void
paint_today_badge (const MpPainter *painter, const MpScene *scene)
{
  if (!scene->today_visible)
    return;
  mp_painter_fill_pill (painter, scene->today_badge, painter->style->today);
  mp_text_draw (painter->text, painter->cr, MP_TEXT_BADGE, scene->today_text, scene->today_badge,
                MP_ALIGN_MIDDLE, painter->style->on_today);
}

void
mp_paint_scene (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text)
{
  mp_paint_scene_under (cr, scene, style, text, (MpItem) { MP_ITEM_NONE, 0 });
}

void
mp_paint_scene_under (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                      MpItem selection)
{
  guint32 selected = selection.kind == MP_ITEM_MILESTONE ? selection.index : MP_NONE;
  MpPainter all = painter_for (cr, scene, style, text);
  MpPainter painter = mp_painter_clip (&all, (MpRect) { 0, 0, scene->width, scene->height });

  paint_ground (&painter, scene);
  paint_grid (&painter, scene);
  paint_rows (&painter, scene);
  paint_today_line (&painter, scene);
  mp_painter_draw_cursors (&painter, scene);
  paint_axis (&painter, scene);
  paint_milestones (&painter, scene, selected);
  mp_painter_draw_numbers (&painter, scene, selected);
  paint_today_badge (&painter, scene);
  mp_painter_draw_cursor_badges (&painter, scene);
  mp_canvas_restore (cr);
}

/* --- The selection ---------------------------------------------------------------------------- */

/* Returns the middle of the knot on a row: the middle of its bars or, if words stand there, their
 * foot. */
static double
find_knot (const MpPainter *painter, const MpScene *scene, const MpSceneRow *row, double x)
{
  double reach = CROSSING / 2.0 * painter->metrics->unit + KNOT_EDGE;
  MpFreeStretch stretch = { .next = row->bar_y - reach };

  if (mp_scene_next_free (scene, x - reach, x + reach, row->bar_y + reach, &stretch) &&
      stretch.y1 - stretch.y0 >= 2 * reach)
    return row->bar_y;
  return row->bar_y + painter->metrics->bar_height / 2 + reach / 2;
}

/* Paints a line from the mark to the last term that the milestone changed, with a knot on each of
 * those terms. The line of what is selected is dashed. */
static void
paint_thread (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark,
              gboolean is_selected)
{
  const MpMilestones *milestones = mp_agreement_milestones (scene->layout->agreement);
  const guint32 *terms = mp_agreement_changes (scene->layout->agreement);
  MpRun run = milestones->changes[mark->milestone];
  MpRgb accent = painter->style->shades[mark->color].accent;
  double top = mark->mark.y + mark->mark.height + RING_GAP * painter->metrics->unit;
  double bottom = top, x = mark->x + 0.5, radius = CROSSING / 2.0 * painter->metrics->unit;
  MpPainter clipped = mp_painter_clip (painter, scene->plot);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TERM, terms[i]);

    if (row != NULL)
      bottom = MAX (bottom, find_knot (painter, scene, row, x));
  }
  mp_painter_set_color (painter, accent);
  mp_painter_stroke_upright (&clipped, scene, x, top, bottom, is_selected);
  mp_canvas_restore (painter->cr);

  clipped = mp_painter_clip (painter, mp_rect_clip_x (scene->rows, scene->plot.x, scene->width));
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpSceneRow *row = mp_scene_find_row (scene, MP_ROW_TERM, terms[i]);
    double y;

    if (row == NULL)
      continue;
    y = find_knot (painter, scene, row, x);
    mp_painter_draw_disc (&clipped, x, y, radius + KNOT_EDGE, 0, painter->style->background);
    mp_painter_draw_disc (&clipped, x, y, radius, 0, accent);
  }
  mp_canvas_restore (painter->cr);
}

static void
draw_ring (const MpPainter *painter, const MpScenePoint *point, MpRgb color)
{
  double width = 1.6 * painter->metrics->unit;
  double gap = RING_GAP * painter->metrics->unit + width / 2;
  MpRect rect = point->rect;

  if (point->is_stretch)
    mp_painter_outline_pill (painter, mp_rect_grow (rect, gap), width, color);
  else
    mp_painter_draw_disc (painter, rect.x + rect.width / 2, rect.y + rect.height / 2,
                          rect.height / 2 + gap, width, color);
}

/* Paints a mark that stands out once more, with its line and the clusters that the line crosses. */
static void
paint_mark_over (const MpPainter *painter, const MpScene *scene, const MpSceneMark *mark,
                 MpMarkLook look)
{
  gboolean is_selected = look == MP_MARK_SELECTED;
  MpPainter band;

  paint_thread (painter, scene, mark, is_selected);
  band = mp_painter_clip (painter, scene->band);
  for (guint i = 0; i < scene->n_clusters; i++)
    if (is_painted_again (scene, &scene->clusters[i], mark->milestone))
      mp_painter_draw_cluster (&band, &scene->clusters[i], MP_MARK_PLAIN);
  draw_points_of (&band, scene, mark, FALSE);
  begin_milestone (&band, scene, mark, TRUE);
  for (guint32 i = mark->points.first; is_selected && i < mark->points.first + mark->points.count;
       i++)
    draw_ring (&band, &scene->points[i], painter->style->shades[mark->color].accent);
  mp_paint_end_entry (painter->cr);
  draw_label_of (&band, scene, mark, look);
  mp_painter_draw_label_numbers (&band, scene, mark->milestone,
                                 is_selected ? painter->style->on_accent : painter->style->text);
  mp_canvas_restore (painter->cr);
}

static const MpSceneMark *
find_mark (const MpScene *scene, guint32 milestone)
{
  for (guint i = 0; i < scene->n_marks; i++)
    if (scene->marks[i].milestone == milestone)
      return &scene->marks[i];
  return NULL;
}

static void
paint_selected_milestone (const MpPainter *painter, const MpScene *scene, guint32 milestone)
{
  const MpSceneMark *mark = find_mark (scene, milestone);
  MpSceneItem item;

  if (mark != NULL) {
    paint_mark_over (painter, scene, mark, MP_MARK_SELECTED);
    return;
  }
  item = mp_scene_stand_in (scene, (MpItem) { MP_ITEM_MILESTONE, milestone });
  if (item.kind == MP_SCENE_ITEM_CLUSTER)
    mp_painter_draw_cluster (painter, &scene->clusters[item.index], MP_MARK_SELECTED);
}

/* Paints a ring around a bar or around the place of a phase in a crowd. */
static void
paint_selected_phase (const MpPainter *painter, const MpScene *scene, guint32 phase)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpTopic *topics = mp_agreement_topics (agreement, NULL);
  guint32 topic = mp_item_topic (agreement, (MpItem) { MP_ITEM_PHASE, phase });
  double unit = painter->metrics->unit;
  MpInk ink = mp_ink_plain (painter->style->shades[topics[topic].color].accent);
  MpPainter plot;
  MpBox frame;
  MpRect rect;

  if (!mp_scene_find (scene, (MpSceneItem) { MP_SCENE_ITEM_PHASE, phase }, &rect))
    return;
  for (guint i = 0; i < scene->n_bars; i++)
    if (scene->bars[i].phase == phase)
      rect = scene->bars[i].rect;
  plot = mp_painter_clip (painter, mp_rect_clip_x (scene->rows, scene->plot.x, scene->width));
  frame = (MpBox) { mp_rect_grow (rect, FRAME_GAP), 6 * unit, MP_ENDS_ROUND };
  begin_phase (painter, scene, phase, TRUE);
  mp_painter_outline_box (&plot, frame, 2 * unit, MP_LINE_SOLID, &ink);
  mp_paint_end_entry (painter->cr);
  mp_canvas_restore (painter->cr);
}

void
mp_paint_selection (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                    MpItem item)
{
  MpPainter all = painter_for (cr, scene, style, text);
  MpPainter painter = mp_painter_clip (&all, (MpRect) { 0, 0, scene->width, scene->height });

  if (item.kind == MP_ITEM_MILESTONE)
    paint_selected_milestone (&painter, scene, item.index);
  else if (item.kind == MP_ITEM_PHASE)
    paint_selected_phase (&painter, scene, item.index);
  mp_canvas_restore (cr);
}

void
mp_paint_last_change (cairo_t *cr, const MpScene *scene, const MpStyle *style, MpText *text,
                      MpItem item)
{
  MpPainter all = painter_for (cr, scene, style, text);
  MpPainter painter = mp_painter_clip (&all, (MpRect) { 0, 0, scene->width, scene->height });
  const MpSceneMark *mark = item.kind == MP_ITEM_MILESTONE ? find_mark (scene, item.index) : NULL;

  if (mark != NULL)
    paint_mark_over (&painter, scene, mark, MP_MARK_TINTED);
  mp_canvas_restore (cr);
}
