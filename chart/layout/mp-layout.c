/* mp-layout.c: places rows, stems and clusters at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-layout.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-clusters.h"
#include "mp-crowd.h"
#include "mp-ends.h"
#include "mp-labels.h"
#include "mp-notice.h"
#include "mp-query.h"

#include <math.h>

MpMetrics
mp_metrics_new (MpMeasure measure)
{
  double unit = measure.unit;
  /* Lengths are whole pixels, so that all rows have their lines and texts at the same places of the
   * grid of pixels. */
#define PIXELS(length) (ceil ((length) *unit))
  MpMetrics metrics = {
    .unit = unit,
    .axis_height = PIXELS (34),
    .gutter_width = PIXELS (196),
    .label_height = PIXELS (26),
    .lane_height = PIXELS (33),
    .mark_size = PIXELS (10),
    .band_top = PIXELS (24),
    .band_bottom = PIXELS (6),
    .topic_height = PIXELS (25),
    .row_height = PIXELS (34),
    .title_height = PIXELS (20),
    .bar_height = PIXELS (24),
    .track_height = PIXELS (9),
    .padding = PIXELS (16),
    .target = 24,
  };
#undef PIXELS
  return metrics;
}

/* --- Labels ----------------------------------------------------------------------------------- */

guint
mp_layout_lanes_for_height (double height, MpMeasure measure)
{
  MpMetrics metrics = mp_metrics_new (measure);
  double room = height * 0.6 - metrics.axis_height - metrics.band_top - 2 * metrics.target -
                metrics.band_bottom;

  return (guint) CLAMP (room / metrics.lane_height, 1, MP_LABELS_MORE_LANES);
}

static gboolean
has_same_entries (const MpLayout *layout, const MpLayout *like)
{
  return like->agreement == layout->agreement && like->visible == layout->visible;
}

static void
share_labels (MpLayout *layout, const MpLayoutRequest *request)
{
  const MpLayout *like = request->like;
  g_autoptr (MpLabels) all = NULL;

  if (like != NULL && mp_labels_suit (like->labels, request)) {
    if (like->visible == request->visible) {
      layout->labels = mp_labels_ref (like->labels);
      return;
    }
    all = mp_labels_ref (mp_labels_get_all (like->labels));
  } else {
    all = mp_labels_new (request, &layout->metrics);
  }
  layout->labels = request->visible != NULL ? mp_labels_new_visible (all, request->visible)
                                            : g_steal_pointer (&all);
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* Lists the milestones that are not hidden. */
static void
list_shown (MpLayout *layout)
{
  const MpStems *stems = layout->stems;
  guint n_ordered = 0;

  layout->own_order = g_atomic_rc_box_alloc (MAX (stems->length, 1) * sizeof (guint32));
  layout->shown = g_atomic_rc_box_alloc (MAX (stems->length, 1) * sizeof (guint32));
  layout->n_order = 0;
  for (guint32 i = 0; i < stems->length; i++) {
    if (mp_visible_set_has_milestone (layout->visible, stems->order[i]))
      layout->own_order[n_ordered++] = stems->order[i];
    if (mp_visible_set_has_milestone (layout->visible, stems->milestones[i]))
      layout->shown[layout->n_order++] = i;
  }
}

static void
share_order (MpLayout *layout, const MpLayout *like)
{
  layout->order = layout->stems->order;
  layout->n_order = layout->stems->length;
  if (layout->visible == NULL)
    return;
  if (like != NULL && has_same_entries (layout, like)) {
    layout->own_order = g_atomic_rc_box_acquire (like->own_order);
    layout->shown = g_atomic_rc_box_acquire (like->shown);
    layout->n_order = like->n_order;
  } else {
    list_shown (layout);
  }
  layout->order = layout->own_order;
}

/* Returns the number of tracks of a term: as many as there are dates from other sources for one of
 * its phases, and one more for the days on which notice can be given, if these are known. */
static guint
count_tracks (const MpLayout *layout, guint32 term)
{
  const MpRun *alternatives = mp_agreement_phases (layout->agreement)->alternatives;
  const MpTerm *of = &mp_agreement_terms (layout->agreement, NULL)[term];
  MpNoticeDays days;
  guint n_tracks = 0;

  for (guint32 i = of->phases.first; i < of->phases.first + of->phases.count; i++)
    n_tracks = MAX (n_tracks, MIN (alternatives[i].count, MP_LAYOUT_MAX_OTHERS));
  return n_tracks + (of->notice != MP_NONE && mp_notice_find (layout->agreement, term, &days));
}

/* The rows while they are made. */
typedef struct {
  MpRow *rows;
  guint n_rows;
  double height;
} Rows;

/* Adds the rows of a topic: its heading and those of its terms, or a single row if the topic is
 * collapsed. */
static void
place_topic (const MpLayout *layout, guint32 topic, const guint32 *terms, guint n_terms, Rows *rows)
{
  const MpMetrics *metrics = &layout->metrics;
  double height = metrics->row_height + (layout->stacked ? metrics->title_height : 0);
  gboolean collapsed = layout->collapsed != NULL && mp_bits_has (layout->collapsed, topic);
  MpRow heading = {
    MP_ROW_TOPIC,           topic, rows->height, collapsed ? height : metrics->topic_height, 0,
    collapsed ? n_terms : 0
  };

  mp_array_append (rows->rows, rows->n_rows, heading);
  rows->height += heading.height;
  for (guint i = 0; i < n_terms && !collapsed; i++) {
    MpRow row = { MP_ROW_TERM, terms[i], rows->height, height, 0, 0 };

    row.n_tracks = count_tracks (layout, terms[i]);
    row.height += row.n_tracks * metrics->track_height;
    mp_array_append (rows->rows, rows->n_rows, row);
    rows->height += row.height;
  }
}

/* Adds the rows of all topics, in the order of the file. */
static void
place_rows (MpLayout *layout)
{
  guint n_topics, n_terms;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);
  g_autofree guint32 *by_topic = mp_query_terms_by_topic (layout->agreement);
  Rows rows = { 0 };
  guint at = 0;

  mp_agreement_topics (layout->agreement, &n_topics);
  for (guint32 topic = 0; topic < n_topics; topic++) {
    guint first = at, n_shown = 0;

    for (; at < n_terms && terms[by_topic[at]].topic == topic; at++)
      if (mp_visible_set_has_term (layout->visible, by_topic[at]))
        by_topic[first + n_shown++] = by_topic[at];
    if (n_shown > 0)
      place_topic (layout, topic, by_topic + first, n_shown, &rows);
  }
  layout->n_rows = rows.n_rows;
  layout->rows_height = rows.n_rows > 0 ? rows.height + layout->metrics.padding : 0;
  if (rows.n_rows > 0)
    layout->rows = g_atomic_rc_box_dup (rows.n_rows * sizeof *rows.rows, rows.rows);
  g_free (rows.rows);
}

static gboolean
has_same_rows (const MpLayout *layout, const MpLayout *like)
{
  return has_same_entries (layout, like) && mp_bits_equal (like->collapsed, layout->collapsed) &&
         like->stacked == layout->stacked && like->metrics.unit == layout->metrics.unit;
}

static void
share_rows (MpLayout *layout, const MpLayout *like)
{
  if (like == NULL || !has_same_rows (layout, like)) {
    place_rows (layout);
    return;
  }
  if (like->rows != NULL)
    layout->rows = g_atomic_rc_box_acquire ((gpointer) like->rows);
  layout->n_rows = like->n_rows;
  layout->rows_height = like->rows_height;
}

MpLayout *
mp_layout_new (const MpLayoutRequest *request)
{
  const MpLayout *like = request->like;
  MpLayout *layout = g_new0 (MpLayout, 1);

  g_atomic_ref_count_init (&layout->references);
  layout->agreement = g_object_ref (request->agreement);
  layout->per_day = request->per_day;
  layout->begin = request->begin;
  layout->end = request->end;
  layout->stacked = request->stacked;
  layout->has_numbers = request->has_numbers;
  layout->visible = request->visible != NULL ? mp_visible_set_ref (request->visible) : NULL;
  layout->collapsed = request->collapsed != NULL ? mp_bits_ref (request->collapsed) : NULL;
  layout->metrics = mp_metrics_new (request->measure);
  layout->stems = mp_stems_get (request->agreement);
  layout->cluster_spacing = mp_clusters_spacing (layout->stems->length, request->measure);
  share_labels (layout, request);
  layout->n_lanes = mp_labels_get_n_lanes (layout->labels);
  share_order (layout, like);
  layout->crowds = like != NULL && has_same_entries (layout, like)
                     ? mp_crowds_ref (like->crowds)
                     : mp_crowds_new (layout->agreement, layout->visible);
  layout->ends = like != NULL && like->agreement == layout->agreement
                   ? mp_ends_ref (like->ends)
                   : mp_ends_new (layout->agreement);
  share_rows (layout, like);
  return layout;
}

MpLayout *
mp_layout_ref (MpLayout *layout)
{
  g_atomic_ref_count_inc (&layout->references);
  return layout;
}

void
mp_layout_unref (MpLayout *layout)
{
  if (!g_atomic_ref_count_dec (&layout->references))
    return;
  g_object_unref (layout->agreement);
  g_clear_pointer (&layout->visible, mp_visible_set_unref);
  g_clear_pointer (&layout->collapsed, mp_bits_unref);
  mp_stems_unref (layout->stems);
  mp_labels_unref (layout->labels);
  mp_crowds_unref (layout->crowds);
  mp_ends_unref (layout->ends);
  if (layout->rows != NULL)
    g_atomic_rc_box_release ((gpointer) layout->rows);
  g_clear_pointer (&layout->own_order, g_atomic_rc_box_release);
  g_clear_pointer (&layout->shown, g_atomic_rc_box_release);
  g_free (layout);
}

double
mp_layout_band_height (const MpLayout *layout)
{
  const MpMetrics *metrics = &layout->metrics;

  if (mp_agreement_milestones (layout->agreement)->length == 0)
    return 0;
  /* From the top: the badge of today, the lanes, the marks with labels, the bare marks. */
  return metrics->band_top + layout->n_lanes * metrics->lane_height + metrics->target * 2 +
         metrics->band_bottom;
}
