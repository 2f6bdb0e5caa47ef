/* mp-layout.h: where things stand, at one zoom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A layout places the rows of terms and the labels of milestones for the whole of an agreement. It
 * depends on the zoom, but not on which part is visible: so nothing changes its lane or side while
 * panning. A layout is a value that never changes; it is shared by reference count.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-date.h"
#include "mp-item.h"
#include "mp-measure.h"
#include "mp-visible-set.h"

G_BEGIN_DECLS

/* Lengths in logical pixels, all grown with the text. */
typedef struct {
  double unit; /* what one pixel of the design is: 1 at the standard text size */
  double axis_height;
  double gutter_width; /* where the canvas is wide enough for one */
  double label_height;
  double lane_height; /* from one lane of labels to the next */
  double mark_size;   /* of a milestone of importance 1 */
  double band_top;    /* above the top lane, where the badge of today hangs */
  double band_bottom; /* under the marks */
  double topic_height;
  double row_height;
  double title_height; /* of a row's title where it stands above its bar */
  double bar_height;
  double track_height; /* from one thin bar under the others to the next */
  double padding;
  double target; /* the least size of what can be hit */
} MpMetrics;

/* Metrics for a size of text. */
MpMetrics mp_metrics_new (MpMeasure measure);

/* Where a milestone's label lies along its stem. */
typedef enum {
  MP_SIDE_NONE,   /* no room: a bare mark */
  MP_SIDE_START,  /* the label begins at the stem */
  MP_SIDE_MIDDLE, /* the stem is in its middle */
  MP_SIDE_END,    /* the label ends at the stem */
} MpSide;

typedef struct {
  MpSide side;
  guint lane;      /* from 0, next to the marks */
  guint32 cluster; /* of a bare mark: its cluster */
  double width;    /* of the label */
  double from;     /* the zoom from which on it is there */
  double numbers;  /* of that, the most that the numbers of its sources take, with the gap before */
} MpPlace;

/* Bare marks side by side, shown as one. One mark alone is a cluster of one. */
typedef struct {
  double day; /* the middle */
  MpRun members;
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
  guint n_tracks;    /* thin bars under the others */
  guint n_collapsed; /* of a collapsed topic: how many terms it stands for */
} MpRow;

/* Between words and the numbers of their sources, in design pixels. */
#define MP_LAYOUT_NUMBER_GAP 3

/* More dates that sources give for one phase share the last track. */
#define MP_LAYOUT_MAX_OTHERS 3

typedef struct {
  MpAgreement *agreement;
  double per_day;
  double begin; /* the days that the layout keeps labels within: all of the agreement */
  double end;
  MpMetrics metrics;
  gboolean stacked;      /* titles stand above their bars, with no gutter */
  gboolean has_numbers;  /* of sources, at labels and bars */
  MpVisibleSet *visible; /* NULL: every entry */
  MpBits *collapsed;     /* topics that are one row; NULL: none */

  guint n_lanes;
  MpPlace *places; /* a milestone each, hidden ones too, which are bare and in no cluster */
  double *stems;   /* the day that the stem of each milestone stands on: the middle of what its date
                      can mean, of a set its first member; of a date as fine as a day its beginning,
                      where the phases that it changed begin too */
  guint32 *order;  /* the shown milestones by time */
  guint n_order;
  MpCluster *clusters;
  guint n_clusters;
  guint32 *members; /* milestones; MpCluster.members points in here */
  MpRow *rows;
  guint n_rows;
  double rows_height;

  /* Private */
  gatomicrefcount references;
} MpLayout;

/* What a layout is made from. */
typedef struct {
  MpAgreement *agreement;
  double begin; /* the days that show all of it: mp_session_fit_span () */
  double end;
  double per_day;   /* the zoom: logical pixels for a day */
  double fit_width; /* the pixels that begin to end have when all is shown; sets the lanes */
  guint max_lanes;  /* of labels, where the picture is not high; 0: as many as are needed */
  gboolean stacked;
  gboolean has_numbers;  /* keep room for those of sources, as a figure has them */
  MpVisibleSet *visible; /* the entries to show; NULL: all. The lanes are those that all would need,
                     and labels keep theirs, so that little moves when entries come and go */
  MpBits *collapsed;     /* topics that are one row; NULL: none */
  MpMeasure measure;
} MpLayoutRequest;

/* How many lanes leave a fair part of a picture this high to the rows. */
guint mp_layout_lanes_for_height (double height, MpMeasure measure);

MpLayout *mp_layout_new (const MpLayoutRequest *request) G_GNUC_WARN_UNUSED_RESULT;
MpLayout *mp_layout_ref (MpLayout *layout);
void mp_layout_unref (MpLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpLayout, mp_layout_unref)

/* The day that stands for a stretch of time: the middle; its beginning, if it is no longer than a
 * day; of one that has no bound on one side, the other. */
double mp_layout_day_between (MpInstant earliest, MpInstant after);

/* The left edge of a label this wide on a stem at x = stem. */
double mp_layout_label_left (MpSide side, double stem, double width, double unit);

/* The height of the milestones' band under the axis. */
double mp_layout_band_height (const MpLayout *layout);

typedef enum {
  MP_MOVE_EARLIER,
  MP_MOVE_LATER,
  MP_MOVE_UP,
  MP_MOVE_DOWN,
  MP_MOVE_FIRST,
  MP_MOVE_LAST,
} MpMove;

/* What the arrow keys come to from an item: along its row by time, or to the row above or below at
 * about the same time; the milestones are the first row. From nothing, the milestone nearest to
 * day, or the first phase; from what is hidden, the milestone nearest to it. Returns the item
 * itself at an edge. */
MpItem mp_layout_neighbour (const MpLayout *layout, MpItem item, MpMove direction, double day);

G_END_DECLS
