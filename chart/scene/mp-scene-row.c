/* mp-scene-row.c: adds the rows of terms and the headings of topics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"

#include <math.h>

/* In design pixels. */
#define ROW_BADGE 18
#define BADGE_GAP 4

/* The share of its height that the heading of an open topic keeps free at the top. */
#define ABOVE_TOPIC 0.25

/* Compares the row's term, or all the terms of a collapsed topic. */
static MpComparison
compare (const MpScene *scene, const MpDate *before, const MpSceneRow *row)
{
  const MpLayout *layout = scene->layout;
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);
  MpDate as_of = { .earliest = scene->from, .after = scene->until };
  MpComparison all = { .term = MP_NONE };

  if (row->kind == MP_ROW_TERM)
    return mp_compare_term (layout->agreement, row->index, before, &as_of);
  for (guint32 term = 0; term < n_terms; term++) {
    MpComparison one;

    if (terms[term].topic != row->index || !mp_visible_set_has_term (layout->visible, term))
      continue;
    one = mp_compare_term (layout->agreement, term, before, &as_of);
    mp_comparison_join (&all, &one);
  }
  return all;
}

/* Puts the badge of the comparison at the end of the row's title. */
static void
compare_row (const MpScene *scene, const MpDate *before, MpSceneRow *row)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double size = ceil (ROW_BADGE * metrics->unit), right;

  row->comparison = compare (scene, before, row);
  if (row->comparison.change == MP_CHANGE_ABSENT)
    return;
  right = scene->layout->stacked ? scene->width : scene->gutter.width;
  row->badge = (MpRect) { round (right - BADGE_GAP * metrics->unit - size),
                          round (row->title.y + (row->title.height - size) / 2), size, size };
  row->title.width = MAX (row->badge.x - BADGE_GAP * metrics->unit - row->title.x, 0);
}

void
mp_scene_add_rows (MpScene *scene, const MpDate *before, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  const MpMetrics *metrics = &layout->metrics;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (layout->agreement, &n_topics);

  for (guint i = 0; i < layout->n_rows; i++) {
    const MpRow *from = &layout->rows[i];
    guint32 topic = from->kind == MP_ROW_TOPIC ? from->index : terms[from->index].topic;
    MpSceneRow row = {
      .kind = from->kind,
      .index = from->index,
      .rect = { 0, scene->rows.y + from->y - mp_scene_rows_scroll (scene), scene->width,
                from->height },
      .color = topics[topic].color,
      .n_collapsed = from->n_collapsed,
    };

    if (!mp_rect_intersects (row.rect, scene->rows))
      continue;
    row.text =
      mp_agreement_text (layout->agreement, from->kind == MP_ROW_TOPIC ? topics[topic].title
                                                                       : terms[from->index].title);
    row.title =
      (MpRect) { metrics->padding, row.rect.y,
                 (layout->stacked ? scene->width : scene->gutter.width) - 1.5 * metrics->padding,
                 row.rect.height };
    if (from->kind == MP_ROW_TERM || from->n_collapsed > 0)
      row.title.height =
        layout->stacked ? metrics->title_height + ceil (6 * metrics->unit) : metrics->row_height;
    row.bar_y = row.rect.y + metrics->row_height / 2;
    if (layout->stacked)
      row.bar_y += metrics->title_height;
    if ((from->kind == MP_ROW_TERM || from->n_collapsed > 0) && before != NULL)
      compare_row (scene, before, &row);
    if (row.n_collapsed > 0)
      mp_scene_add_collapsed (scene, &row, measure);
    mp_array_append (scene->row_items, scene->n_row_items, row);
    if (from->kind == MP_ROW_TERM)
      mp_scene_add_bars (scene, &row, measure);
    if (from->n_tracks > 0)
      mp_scene_add_tracks (scene, &row, from->n_tracks);
  }
}

MpRect
mp_scene_row_title (const MpSceneRow *row)
{
  MpRect title = row->title;

  if (row->kind == MP_ROW_TOPIC && row->n_collapsed == 0) {
    title.y += title.height * ABOVE_TOPIC;
    title.height *= 1 - ABOVE_TOPIC;
  }
  return title;
}
