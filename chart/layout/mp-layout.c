/* mp-layout.c: places rows, stems and clusters at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-layout.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-labels.h"
#include "mp-notice.h"
#include "mp-query.h"
#include "mp-scale.h"

#include <math.h>

/* Bare marks that are nearer than this are shown as one, in design pixels. */
#define CLUSTER_SPACING 30

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

/* --- Stems ------------------------------------------------------------------------------------ */

double
mp_layout_day_between (MpInstant earliest, MpInstant after)
{
  double from = mp_day_from_instant (earliest), until = mp_day_from_instant (after);

  if (earliest == MP_INSTANT_MIN)
    return until;
  if (after == MP_INSTANT_MAX || until - from <= 1)
    return from;
  return from + (until - from) / 2;
}

/* Returns the day of a milestone's stem. */
static double
find_stem (MpAgreement *agreement, const MpMilestones *milestones, guint32 milestone)
{
  MpInstant earliest = milestones->earliest[milestone], after = milestones->after[milestone];
  MpSpan date, member;
  gsize at = 0;

  /* A date no longer than a day stands at its beginning, even if it is a set. So the text of most
   * dates need not be read. */
  if (after - MP_SECONDS_PER_DAY > earliest) {
    const char *text = mp_agreement_text (agreement, milestones->date[milestone]);

    if (*text == '[' || *text == '{') {
      mp_agreement_get_milestone_date (agreement, milestone, &date);
      mp_date_next_member (&date.start, &at, &member);
      earliest = member.start.earliest;
      after = member.end.after;
    }
  }
  return mp_layout_day_between (earliest, after);
}

static double *
find_stems (MpAgreement *agreement)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);
  double *stems = g_new (double, milestones->length);

  for (guint32 i = 0; i < milestones->length; i++)
    stems[i] = find_stem (agreement, milestones, i);
  return stems;
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

/* Lists the bare marks in members, from left to right, which is not the order of time: a year
 * stands in its middle, after days of its first half. Returns their number. */
static guint32
list_bare (MpLayout *layout)
{
  guint32 n_bare = 0;

  layout->members = g_new (guint32, layout->n_order);
  for (guint i = 0; i < layout->n_order; i++)
    if (layout->places[layout->order[i]].side == MP_SIDE_NONE)
      layout->members[n_bare++] = layout->order[i];
  if (n_bare > 0)
    g_qsort_with_data (layout->members, (gint) n_bare, sizeof *layout->members,
                       mp_labels_compare_stems, layout->stems);
  return n_bare;
}

/* Makes clusters of the bare marks that are too close to draw apart. */
static void
gather_clusters (MpLayout *layout)
{
  guint32 n_bare = list_bare (layout);
  double spacing = CLUSTER_SPACING * layout->metrics.unit;
  double first = 0, last = 0;
  MpCluster cluster = { 0, { 0, 0 } };

  for (guint32 i = 0; i < n_bare; i++) {
    double x = layout->stems[layout->members[i]] * layout->per_day;

    if (cluster.members.count > 0 && x - (first + last) / 2 >= spacing) {
      cluster.day = (first + last) / 2 / layout->per_day;
      mp_array_append (layout->clusters, layout->n_clusters, cluster);
      cluster.members.count = 0;
    }
    if (cluster.members.count == 0) {
      first = x;
      cluster.members.first = i;
    }
    last = x;
    cluster.members.count++;
    layout->places[layout->members[i]].cluster = layout->n_clusters;
  }
  if (cluster.members.count > 0) {
    cluster.day = (first + last) / 2 / layout->per_day;
    mp_array_append (layout->clusters, layout->n_clusters, cluster);
  }
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* Removes hidden milestones from order. */
static void
keep_visible (MpLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->n_order; i++)
    if (mp_visible_set_has_milestone (layout->visible, layout->order[i]))
      layout->order[n++] = layout->order[i];
  layout->n_order = n;
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

static guint
count_shown_terms (const MpLayout *layout, guint32 topic)
{
  guint n_terms, count = 0;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);

  for (guint32 term = 0; term < n_terms; term++)
    count += terms[term].topic == topic && mp_visible_set_has_term (layout->visible, term);
  return count;
}

/* Adds the rows of a topic: its heading and its terms, or a single row if the topic is collapsed.
 */
static void
place_topic (MpLayout *layout, guint32 topic)
{
  const MpMetrics *metrics = &layout->metrics;
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, &n_terms);
  double height = metrics->row_height + (layout->stacked ? metrics->title_height : 0);
  gboolean collapsed = layout->collapsed != NULL && mp_bits_has (layout->collapsed, topic);
  MpRow heading = {
    MP_ROW_TOPIC, topic, layout->rows_height, collapsed ? height : metrics->topic_height, 0, 0
  };
  guint n_visible = count_shown_terms (layout, topic);

  if (n_visible == 0)
    return;
  heading.n_collapsed = collapsed ? n_visible : 0;
  mp_array_append (layout->rows, layout->n_rows, heading);
  layout->rows_height += heading.height;
  for (guint32 term = 0; term < n_terms && !collapsed; term++) {
    MpRow row = { MP_ROW_TERM, term, layout->rows_height, height, 0, 0 };

    if (terms[term].topic != topic || !mp_visible_set_has_term (layout->visible, term))
      continue;
    row.n_tracks = count_tracks (layout, term);
    row.height += row.n_tracks * metrics->track_height;
    mp_array_append (layout->rows, layout->n_rows, row);
    layout->rows_height += row.height;
  }
}

/* Adds the rows of all topics, in the order of the file. */
static void
place_rows (MpLayout *layout)
{
  guint n_topics;

  mp_agreement_topics (layout->agreement, &n_topics);
  for (guint32 topic = 0; topic < n_topics; topic++)
    place_topic (layout, topic);
  if (layout->rows_height > 0)
    layout->rows_height += layout->metrics.padding;
}

MpLayout *
mp_layout_new (const MpLayoutRequest *request)
{
  const MpMilestones *milestones = mp_agreement_milestones (request->agreement);
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
  layout->stems = find_stems (request->agreement);
  layout->order = mp_query_milestones_by_time (request->agreement);
  layout->n_order = milestones->length;
  layout->places = g_new0 (MpPlace, milestones->length);
  layout->n_lanes =
    mp_labels_place (request, &layout->metrics, layout->stems, layout->order, layout->places);
  if (layout->visible != NULL)
    keep_visible (layout);
  gather_clusters (layout);
  place_rows (layout);
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
  g_free (layout->places);
  g_free (layout->stems);
  g_free (layout->order);
  g_free (layout->clusters);
  g_free (layout->members);
  g_free (layout->rows);
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
