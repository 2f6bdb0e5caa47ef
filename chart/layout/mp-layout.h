/* mp-layout.h: where rows and labels are at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout places the rows of terms and the labels of milestones of a whole agreement. It depends
 * on the zoom, but not on which part is in view, so no label changes its lane or its side while
 * panning. A layout never changes and is shared by reference count.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-item.h"
#include "mp-measure.h"
#include "mp-stems.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* Lengths in logical pixels. All but target are in proportion to the size of text. */
typedef struct {
  double unit; /* of a pixel of the design: 1 at the standard size of text */
  double axis_height;
  double gutter_width; /* if the picture is wide enough for a gutter */
  double label_height;
  double lane_height; /* from one lane of labels to the next */
  double mark_size;   /* of a milestone of importance 1 */
  double band_top;    /* above the top lane; has the badge of today */
  double band_bottom; /* below the marks */
  double topic_height;
  double row_height;
  double title_height; /* of a row's title that stands above its bar */
  double bar_height;
  double track_height; /* from one track to the next */
  double padding;
  double target; /* the least size of what a pointer or a finger can hit */
} MpMetrics;

/* Returns the metrics for the size of text of a measure. */
MpMetrics mp_metrics_new (MpMeasure measure);

/* Where a milestone's label lies, seen from its stem. */
typedef enum {
  MP_SIDE_NONE,   /* there is no label: the mark is bare */
  MP_SIDE_START,  /* the label begins at the stem */
  MP_SIDE_MIDDLE, /* the stem is in its middle */
  MP_SIDE_END,    /* the label ends at the stem */
} MpSide;

/* Where a milestone's label is. */
typedef struct {
  MpSide side;
  guint lane;     /* from 0, which is next to the marks */
  double width;   /* logical pixels */
  double from;    /* the zoom from which on the label is there, in logical pixels a day */
  double numbers; /* the part of width for the numbers of sources and the gap before */
} MpPlace;

/* Bare marks too close to draw apart, shown as one. A bare mark by itself is a cluster of one. */
typedef struct {
  double day;  /* of its middle */
  MpRun run;   /* positions, see mp_layout_rank_at (), of its members and of labels among them */
  guint count; /* of its members */
} MpCluster;

typedef enum {
  MP_ROW_TOPIC, /* the heading of a topic */
  MP_ROW_TERM,
} MpRowKind;

typedef struct {
  MpRowKind kind;
  guint32 index; /* of the topic or the term */
  double y;      /* from the top of the rows */
  double height;
  guint n_tracks;    /* thin bars under the bars */
  guint n_collapsed; /* the number of terms that a collapsed topic stands for; else 0 */
} MpRow;

/* The gap between words and the numbers of their sources, in design pixels. */
#define MP_LAYOUT_NUMBER_GAP 3

/* The most tracks for the dates of a phase from other sources. More dates share the last track. */
#define MP_LAYOUT_MAX_OTHERS 3

typedef struct _MpLayout MpLayout;
struct _MpLayout {
  MpAgreement *agreement;
  double per_day; /* the zoom: logical pixels for a day */
  double begin;   /* the first and the last day of the view that shows everything */
  double end;
  MpMetrics metrics;
  gboolean stacked;      /* titles stand above their bars, and there is no gutter */
  gboolean has_numbers;  /* labels and bars have the numbers of their sources */
  MpVisibleSet *visible; /* NULL: every entry */
  MpBits *collapsed;     /* topics that are one row; NULL: none */

  guint n_lanes;
  MpStems *stems;       /* of all milestones */
  const guint32 *order; /* the milestones that are not hidden, by time */
  guint n_order;
  const MpRow *rows;
  guint n_rows;
  double rows_height;
  double cluster_spacing; /* the least distance of the middles of clusters, in logical pixels */

  /* Private */
  struct _MpLabels *labels;
  struct _MpCrowds *crowds;
  struct _MpEnds *ends;
  guint32 *own_order; /* of the milestones that are not hidden, if some are: by time, */
  guint32 *shown;     /* and their ranks */
  gatomicrefcount references;
};

/* What a layout is made from. */
typedef struct {
  MpAgreement *agreement;
  double begin; /* the days that show everything, from mp_session_fit_span () */
  double end;
  double per_day;   /* the zoom: logical pixels for a day */
  double fit_width; /* the logical pixels from begin to end in the view that shows everything; the
                       number of lanes follows from it */
  guint max_lanes;  /* of labels, from mp_layout_lanes_for_height (); 0: as many as are needed */
  gboolean stacked;
  gboolean has_numbers;  /* keep room for the numbers of sources, which a figure has */
  MpVisibleSet *visible; /* the entries to show; NULL: all. The number of lanes and the place of
                            each label are as if all were shown, so that little moves when entries
                            come and go */
  MpBits *collapsed;     /* topics that are one row; NULL: none */
  MpMeasure measure;
  struct _MpLayout *like; /* a layout made with the same measure, from which everything is taken
                             that is the same; NULL: none */
} MpLayoutRequest;

/* Returns the number of lanes, at least 1, that leaves enough of a picture's height to the rows.
 * height is in logical pixels. */
guint mp_layout_lanes_for_height (double height, MpMeasure measure);

/* Creates a layout, which keeps a reference to everything of the request that it needs. Free with
 * mp_layout_unref (). */
MpLayout *mp_layout_new (const MpLayoutRequest *request) G_GNUC_WARN_UNUSED_RESULT;
MpLayout *mp_layout_ref (MpLayout *layout);
void mp_layout_unref (MpLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLayout, mp_layout_unref)

/* What there is of the milestones on some days, at the zoom of a layout. */
typedef struct {
  guint32 *labels; /* the positions of those that have labels, from left to right */
  guint n_labels;
  MpCluster *clusters; /* those whose middle is on these days, from left to right */
  guint n_clusters;
} MpLayoutPart;

/* Finds the labels and the clusters on the days from begin to end. Places labels that nobody has
 * asked for so far, which can take some milliseconds; a layout is only used by one thread at a
 * time. Free with mp_layout_part_free (). */
MpLayoutPart *mp_layout_find_part (MpLayout *layout, double begin, double end,
                                   MpMeasure measure) G_GNUC_WARN_UNUSED_RESULT;
void mp_layout_part_free (MpLayoutPart *part);

/* Adds the milestone at a position to those that have labels, unless it is one of them. The cluster
 * that held it does not count it any more. */
void mp_layout_part_add_label (MpLayoutPart *part, guint position);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLayoutPart, mp_layout_part_free)

/* Goes through the members of a cluster of a part, from left to right; begin with at = 0. Stores
 * the milestone. Returns FALSE after the last. */
gboolean mp_layout_next_member (const MpLayout *layout, const MpLayoutPart *part,
                                const MpCluster *cluster, guint *at, guint32 *milestone);

/* The milestones that are not hidden have positions from 0 to n_order, in the order of their stems.
 * mp_layout_position_of () returns MP_NONE for one that is hidden or not there. */
guint32 mp_layout_rank_at (const MpLayout *layout, guint position);
guint32 mp_layout_milestone_at (const MpLayout *layout, guint position);
guint mp_layout_position_of (const MpLayout *layout, guint32 milestone);

/* Returns the first position whose rank is not below one. */
guint mp_layout_position_of_rank (const MpLayout *layout, guint32 rank);

/* Returns the place of a milestone's label; its side is MP_SIDE_NONE for a bare mark. It must have
 * been asked for with mp_layout_find_part (), of this layout and since the last call for another
 * that is like it. */
const MpPlace *mp_layout_place_at (const MpLayout *layout, guint position);
const MpPlace *mp_layout_place_of (const MpLayout *layout, guint32 milestone);

/* Returns the x of the left edge of a label of this width, whose stem is at x = stem, in logical
 * pixels. unit is that of the metrics. */
double mp_layout_label_left (MpSide side, double stem, double width, double unit);

/* Returns the height of the band of milestones below the axis, in logical pixels; 0 if the
 * agreement has none. */
double mp_layout_band_height (const MpLayout *layout);

typedef enum {
  MP_MOVE_EARLIER,
  MP_MOVE_LATER,
  MP_MOVE_UP,
  MP_MOVE_DOWN,
  MP_MOVE_FIRST,
  MP_MOVE_LAST,
} MpMove;

/* Returns the item to which an arrow key moves the selection from another item: along its row by
 * time, or to the row above or below at about the same time. The milestones are the topmost row. A
 * phase is left at its day that is nearest to day, which is usually the middle of the view.
 *
 * From nothing, that is MP_ITEM_NONE, it is the milestone nearest to day or, if there are none, a
 * phase in the first row; from a hidden item, the same with the day of that item. Returns the item
 * itself if there is nothing in this direction. */
MpItem mp_layout_neighbour (const MpLayout *layout, MpItem item, MpMove direction, double day);

G_END_DECLS
