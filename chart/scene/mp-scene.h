/* mp-scene.h: a picture, finished but for its colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene holds the rectangles and texts of what is visible. It is made whole, never edited, and
 * freed whole. Painting and picking read the same rectangles, so what is seen is what is hit.
 * All places are logical pixels from the top left of the picture; text is borrowed from the
 * agreement or owned by the scene.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-color.h"
#include "mp-compare.h"
#include "mp-date.h"
#include "mp-layout.h"
#include "mp-numbering.h"
#include "mp-scale.h"
#include "mp-scene-item.h"
#include "mp-ticks.h"

G_BEGIN_DECLS

typedef struct {
  double x;
  double label_x; /* the middle of the label */
  double label_width;
  gboolean strong;
  const char *label; /* NULL where there is no room for it */
} MpSceneTick;

typedef struct {
  MpRowKind kind;
  guint32 index;
  MpRect rect;  /* the whole row, across gutter and plot */
  MpRect title; /* where the title stands */
  double bar_y; /* the middle of the bars */
  const char *text;
  MpColor color;
  guint n_collapsed; /* of a collapsed topic: how many terms it stands for */

  /* Where two dates are compared: the change of the term, or of the
   * terms of a collapsed topic. */
  MpComparison comparison;
  MpRect badge; /* of no width where there is none */
} MpSceneRow;

/* A stretch of a collapsed topic's row in which the same number of its phases may be in force. */
typedef struct {
  MpRect rect;
  guint count;
  guint of;         /* how many terms the topic stands for */
  const char *text; /* the count; NULL where there is no room */
  MpColor color;
} MpSceneDensity;

/* How a bar begins or ends. */
typedef enum {
  MP_EDGE_SHARP,   /* at a known day */
  MP_EDGE_HATCHED, /* somewhere in a known stretch, drawn hatched */
  MP_EDGE_SOFT,    /* about then: as hatched, fading outwards */
  MP_EDGE_UNKNOWN, /* nobody says when: fades as far as faint_x0 or faint_x1, and stays so */
  MP_EDGE_OPEN,    /* does not end: fades, with an arrow */
} MpEdge;

/* Where the as-of date is, seen from a phase. */
typedef enum {
  MP_TENSE_PAST,
  MP_TENSE_PRESENT,
  MP_TENSE_FUTURE,
  MP_TENSE_WAS, /* in a comparison: it held at the date before, and does not at the date after */
} MpTense;

/* A member of the set that a bar begins or ends at. */
typedef struct {
  double x0;
  double x1;
} MpSceneMember;

typedef struct {
  guint32 phase;
  MpRect rect;      /* all of it, in view or not */
  double solid_x0;  /* from here on certain, for a known start */
  double solid_x1;  /* until here */
  double faint_x0;  /* where what fades towards a start has faded, and where it has faded towards */
  double faint_x1;  /* an end */
  MpRect visible;   /* the part in view */
  MpRect label;     /* of no width where there is none */
  const char *text; /* the state */
  MpRect numbers;   /* room for those of its sources; of no width where there is none */
  MpEdge start;
  MpEdge end;
  MpRun members;      /* of sets at its ends, in the scene's members */
  MpRect start_doubt; /* "?" for a start that the source doubts; of no width where there is none */
  MpRect end_doubt;
  MpRect early;    /* the badge for an earlier end; of no width where there is none */
  double early_x0; /* it may end anywhere between these */
  double early_x1;
  MpTense tense;
  MpCertainty certainty;
  MpColor color;
} MpSceneBar;

typedef enum {
  MP_TRACK_OTHER,  /* what another source says about a phase */
  MP_TRACK_NOTICE, /* when notice can be given before the last phase ends */
} MpTrackKind;

/* A thin bar under those of its row. */
typedef struct {
  MpTrackKind kind;
  MpSceneBar bar; /* without text and badges */
  double tie_x;   /* what another source says: from here, at the foot of its phase's bar, a line
                     leads to it; notice: where the last safe day ends */
  double tie_y;
} MpSceneTrack;

/* What a place is to its milestone. */
typedef enum {
  MP_POINT_DATE,   /* its date */
  MP_POINT_ONE_OF, /* a member of a set, one of which it is */
  MP_POINT_ALL_OF, /* a member of a set, all of which it is */
  MP_POINT_OTHER,  /* what another source says */
} MpPointKind;

/* A place of a milestone: a dot, or the stretch that a vague date can mean. */
typedef struct {
  MpPointKind kind;
  double x;      /* the middle of a dot; where "?" stands on a stretch */
  MpRect rect;   /* the dot or the stretch */
  MpRect target; /* what is hit for it: at least as large as a finger needs */
  gboolean is_stretch;
  gboolean is_uncertain; /* the source doubts it: marked with "?" */
  MpEdge start;          /* sharp, soft, unknown or open; a dot is soft at both */
  MpEdge end;
  MpCertainty certainty;
} MpScenePoint;

/* A milestone: its places, which are joined, and its label. */
typedef struct {
  guint32 milestone;
  double x;       /* the stem, which stands on the first place */
  MpRect mark;    /* the first place's rectangle */
  MpRun points;   /* in the scene's points: at least one; the date's own first, in the order of the
                     text */
  MpRect label;   /* of no width for a bare mark */
  MpRect numbers; /* of its sources, within the label; of no width where there are none */
  const char *text;
  guint importance;
  MpCertainty certainty;
  MpColor color;
} MpSceneMark;

/* Several bare marks in one place. */
typedef struct {
  MpRect rect;
  MpRect target;
  MpRun members;    /* in the layout's members */
  const char *text; /* "+4" */
} MpSceneCluster;

/* What the numbers of sources stand on. */
typedef enum {
  MP_GROUND_LABEL,
  MP_GROUND_BAR,
  MP_GROUND_PAPER,
} MpGround;

/* The numbers of the sources of a milestone, or of a phase; of several phases of a row where none
 * of them has room for its own. */
typedef struct {
  MpItem item; /* the first of them */
  MpGround ground;
  guint index; /* on a label: of the mark; on a bar: of the bar */
  MpRect rect;
  gboolean is_centered; /* in the rectangle, which may be wider than they are */
  MpRun numbers;        /* in the scene's cited */
  const char *text;     /* "1, 2" */
} MpSceneNumbers;

/* A date on the axis: a line for a day, a stretch for more. */
typedef struct {
  gboolean visible;
  MpRect at;    /* down the whole plot; at least a line wide */
  MpRect badge; /* on the axis: what is dragged */
  const char *text;
} MpSceneCursor;

typedef struct {
  MpLayout *layout;
  MpScale scale; /* x = 0 is the left edge of plot */
  MpInstant today;
  MpInstant from; /* the as-of date: [from, until) */
  MpInstant until;
  double width;
  double height;
  MpTickStep step;

  MpRect axis;   /* above the plot */
  MpRect gutter; /* beside the plot, all the way down; of no width when stacked */
  MpRect plot;   /* band and rows */
  MpRect band;   /* the milestones' part of plot */
  MpRect rows;   /* the rows' part, gutter included; what scrolls */
  double scroll; /* how far the plot is scrolled, and how far it can be: first what there is too
                    much of the band, then the rows */
  double max_scroll;
  double max_band_scroll;
  const char *range_label; /* the visible stretch in words */

  double today_x; /* on the plot's own scale, from the picture's left edge */
  gboolean today_visible;
  MpRect today_badge;
  const char *today_text;

  MpSceneCursor as_of;  /* the as-of date, where it is not today */
  MpSceneCursor before; /* the date that it is compared with */
  gboolean is_comparison;

  MpSceneTick *ticks;
  guint n_ticks;
  MpSceneRow *row_items;
  guint n_row_items;
  MpSceneDensity *densities;
  guint n_densities;
  MpSceneBar *bars; /* row by row */
  guint n_bars;
  MpSceneMember *members; /* those of one bar side by side */
  guint n_members;
  MpSceneTrack *tracks; /* row by row */
  guint n_tracks;
  MpSceneMark *marks; /* in order of painting: the most important last */
  guint n_marks;
  MpScenePoint *points; /* those of one mark side by side */
  guint n_points;
  MpSceneCluster *clusters;
  guint n_clusters;
  MpRect *words; /* words and badges on the rows, with some room around, from the top */
  guint n_words;

  /* Where the layout has numbers: those of the sources of all that is drawn, in the order in which
   * it is read, labels and marks by time and then the rows. A collapsed topic and a cluster show a
   * count instead, and so have none. */
  MpNumbering *numbering; /* NULL: none */
  MpSceneNumbers *numbers;
  guint n_numbers;
  guint32 *cited; /* the numbers themselves */
  guint n_cited;
  guint n_unnumbered; /* marks and bars at which there is no room for theirs */

  /* Private */
  GStringChunk *strings;
  gatomicrefcount references;
} MpScene;

typedef struct {
  MpLayout *layout;
  double begin; /* the visible days; their width in pixels must be the layout's per_day */
  MpInstant today;
  const MpDate *as_of;  /* the as-of date; NULL for today */
  const MpDate *before; /* the date that it is compared with; NULL for no comparison */
  double width;         /* of the picture */
  double height;        /* 0: as high as everything needs */
  double scroll;        /* of the rows; limited to what there is */
  MpMeasure measure;
} MpSceneRequest;

/* Lays out the part of a layout that is in view: finds the place of each row, bar, mark, label and
 * tick, and shortens or leaves out texts that have no room. The request is read during the call
 * only, but the scene keeps a reference to its layout. The result never changes, and any thread may
 * read it. Never fails. Free with mp_scene_unref (). */
MpScene *mp_scene_new (const MpSceneRequest *request) G_GNUC_WARN_UNUSED_RESULT;
MpScene *mp_scene_ref (MpScene *scene);
void mp_scene_unref (MpScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpScene, mp_scene_unref)

/* Below this width a canvas has no gutter: titles stand above their bars. */
gboolean mp_scene_is_stacked (double width, MpMeasure measure);

/* The width that is left for the plot of a picture this wide. */
double mp_scene_plot_width (double width, MpMeasure measure);

/* The height that a picture needs to show every row. */
double mp_scene_full_height (const MpLayout *layout);

/* Returns what is at a point in logical pixels, none where nothing is. Labels come before marks,
 * marks before clusters, clusters before bars, and bars before headings; of marks in one place the
 * most important. All of a collapsed topic's row is its heading. */
MpSceneItem mp_scene_pick (const MpScene *scene, double x, double y);

/* Finds the rectangle that stands for an item in the picture, to focus, point or click at. Returns
 * FALSE where the item is not in view. A milestone inside a cluster has the cluster's rectangle. */
gboolean mp_scene_find (const MpScene *scene, MpSceneItem item, MpRect *rect);

/* Returns what is drawn for a milestone or a phase: the cluster that holds it, or itself. */
MpSceneItem mp_scene_stand_in (const MpScene *scene, MpItem item);

/* Returns the row of a term, or the one with the heading of a topic; NULL where it is not in view.
 * Owned by the scene. */
const MpSceneRow *mp_scene_find_row (const MpScene *scene, MpRowKind kind, guint32 index);

/* Where the title of a row is written, in the middle of the height: that of an open topic stands
 * low, near to its terms. */
MpRect mp_scene_row_title (const MpSceneRow *row);

/* A stretch of an upright line that stands on no words. Set next to where the line begins, and all
 * else to 0, before the first. */
typedef struct {
  double y0;
  double y1;
  double next;
  guint n_passed;
} MpFreeStretch;

/* The next stretch of a line between x0 and x1, until bottom; FALSE after the last. */
gboolean mp_scene_next_free (const MpScene *scene, double x0, double x1, double bottom,
                             MpFreeStretch *stretch);

/* How far the rows are scrolled, once the band is as far as it goes. */
double mp_scene_rows_scroll (const MpScene *scene);

/* How far to scroll so that a phase's row or a milestone's label is in view; the present scroll
 * where it is. */
double mp_scene_scroll_to (const MpScene *scene, MpItem item);

/* Returns the scene as text, an element a line, rounded to tenths of a pixel: what tests compare.
 * Free with g_free (). */
char *mp_scene_dump (const MpScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
