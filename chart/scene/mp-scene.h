/* mp-scene.h: a picture, finished but for its colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scene holds the rectangles and texts of what is in view. It never changes once it is made, and
 * is shared by reference count. Painting and picking read the same rectangles, so that a click hits
 * what the user sees.
 *
 * Lengths are logical pixels, and places are logical pixels from the top left corner of the
 * picture. Days are counted as in mp-scale.h, instants are seconds as in mp-date.h. A rectangle
 * whose width is 0 stands for something that is not drawn. Arrays and texts belong to the scene, or
 * to the layout and the agreement that it keeps alive: they are valid as long as the scene, and the
 * caller frees none of them.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-certainty.h"
#include "mp-color.h"
#include "mp-compare.h"
#include "mp-crowd.h"
#include "mp-date.h"
#include "mp-layout.h"
#include "mp-linked.h"
#include "mp-numbering.h"
#include "mp-scale.h"
#include "mp-scene-item.h"
#include "mp-ticks.h"

G_BEGIN_DECLS

/* A line of the grid and its name on the axis. */
typedef struct {
  double x;
  double label_x; /* the middle of the label */
  double label_width;
  gboolean strong;   /* begins a larger unit, such as a year among months */
  const char *label; /* NULL where there is no room for it */
} MpSceneTick;

/* A term, or the heading of a topic. */
typedef struct {
  MpRowKind kind;
  guint32 index; /* of the topic or the term */
  MpRect rect;   /* the whole row, across gutter and plot */
  MpRect title;  /* the room for the title */
  double bar_y;  /* the middle of the bars */
  const char *text;
  MpColor color;
  guint n_collapsed; /* of a collapsed topic: how many terms it stands for; else 0 */

  /* In a comparison: what became of the term, or of all the terms of a collapsed topic. */
  MpComparison comparison;
  MpRect badge;
} MpSceneRow;

/* A stretch of a collapsed topic's row in which the number of phases that can be in force is the
 * same. */
typedef struct {
  MpRect rect;
  guint count;      /* of the phases */
  guint of;         /* how many terms the topic stands for */
  const char *text; /* the count; NULL where there is no room */
  MpColor color;
} MpSceneDensity;

/* A stretch of a term's row in which there are more phases than can be told apart. It shows how
 * many touch each of its cells, which follow each other from left to right. */
typedef struct {
  guint32 term;
  MpRect rect;    /* as far as it is in view */
  MpInstant from; /* [from, until): the same in time */
  MpInstant until;
  guint count;    /* of the phases that touch it there */
  double cell;    /* the width of a cell */
  double cells_x; /* the left edge of the first cell, which can be out of view */
  MpRun cells;    /* into the scene's cells */
  MpRect label;
  const char *text; /* "1,204 phases"; NULL where there is no room */
  MpColor color;
} MpSceneCrowd;

/* How a bar begins or ends. */
typedef enum {
  MP_EDGE_SHARP,   /* on a known day */
  MP_EDGE_HATCHED, /* somewhere in a known stretch, which is hatched */
  MP_EDGE_SOFT,    /* at an approximate date: hatched, and fading outwards */
  MP_EDGE_UNKNOWN, /* at an unknown date: fades until faint_x0 or faint_x1, and stays faint beyond
                    */
  MP_EDGE_OPEN,    /* no date is stated: fades, with an arrow */
} MpEdge;

/* How a phase stands at the as-of date. */
typedef enum {
  MP_TENSE_PAST,
  MP_TENSE_PRESENT,
  MP_TENSE_FUTURE,
  MP_TENSE_WAS, /* in a comparison: in force at the date before, and not at the as-of date */
} MpTense;

/* One of the dates in a set that says when a phase starts or ends. */
typedef struct {
  double x0;
  double x1;
} MpSceneMember;

/* A phase. Between solid_x0 and solid_x1 it is certainly in force; between there and the ends of
 * rect it is possibly in force. */
typedef struct {
  guint32 phase;
  MpRect rect; /* the whole bar, also where it is out of view */
  double solid_x0;
  double solid_x1;
  double faint_x0;  /* where a bar that fades towards its start is faintest */
  double faint_x1;  /* the same for its end */
  MpRect visible;   /* the part of rect in view */
  MpRect label;     /* the room for text */
  const char *text; /* the state */
  MpRect numbers;   /* the room for the numbers of its sources */
  MpEdge start;
  MpEdge end;
  MpRun members;      /* into the scene's members: those of the sets at either end */
  MpRect start_doubt; /* the badge "?", where the source doubts the start */
  MpRect end_doubt;
  MpRect early;    /* the badge of a phase that may end early */
  double early_x0; /* the stretch in which such a phase may end */
  double early_x1;
  MpRect end_label;     /* the room behind the bar for its end in words */
  const char *end_text; /* "2030, or before"; NULL where no end is stated or there is no room */
  MpTense tense;
  MpCertainty certainty;
  MpColor color;
} MpSceneBar;

typedef enum {
  MP_TRACK_OTHER,  /* what another source says about a phase */
  MP_TRACK_NOTICE, /* when notice can be given before the last phase ends */
} MpTrackKind;

/* A thin bar under the bars of its row. */
typedef struct {
  MpTrackKind kind;
  MpSceneBar bar; /* without text and badges */
  double tie_x;   /* MP_TRACK_OTHER: where the line that ties it to the bar of its phase begins;
                     MP_TRACK_NOTICE: where the last safe day for notice ends */
  double tie_y;   /* the foot of the bars */
} MpSceneTrack;

/* Where a point of a milestone comes from. */
typedef enum {
  MP_POINT_DATE,   /* the milestone's date */
  MP_POINT_ONE_OF, /* a member of a set: the milestone is on one of them */
  MP_POINT_ALL_OF, /* a member of a set: the milestone is on each of them */
  MP_POINT_OTHER,  /* the date that another source gives */
} MpPointKind;

/* One of the places that a milestone's date can mean: a dot, or a stretch for a vague date. */
typedef struct {
  MpPointKind kind;
  double x;      /* the middle of a dot; on a stretch, where "?" stands */
  MpRect rect;   /* the dot or the stretch */
  MpRect target; /* where a click hits it: at least as large as a finger needs */
  gboolean is_stretch;
  gboolean is_uncertain; /* the source doubts it: drawn with "?" */
  MpEdge start;          /* sharp, soft, unknown or open; a dot has a halo if either is soft */
  MpEdge end;
  MpCertainty certainty;
} MpScenePoint;

/* A milestone: its points, which lines join, and its label. */
typedef struct {
  guint32 milestone;
  double x;     /* the stem, which stands on the first point */
  MpRect mark;  /* the rectangle of the first point */
  MpRun points; /* into the scene's points, at least one: those of its date, then those of others */
  MpRect label; /* of no width for a bare mark */
  MpRect numbers; /* the room for the numbers of its sources, within the label */
  const char *text;
  guint importance; /* from 1, the highest, to 3 */
  MpCertainty certainty;
  MpColor color;
} MpSceneMark;

/* Several bare marks that are too close to draw apart. */
typedef struct {
  MpRect rect;
  MpRect target;    /* where a click hits it */
  MpCluster of;     /* mp_scene_next_member () goes through its members */
  const char *text; /* "+4" */
} MpSceneCluster;

/* What the numbers of sources stand on. */
typedef enum {
  MP_GROUND_LABEL,
  MP_GROUND_BAR,
  MP_GROUND_PAPER, /* the background */
} MpGround;

/* The numbers of the sources of a milestone or of a phase. Phases of one row whose bars have no
 * room for numbers share one of these. */
typedef struct {
  MpItem item; /* the first, if several share it */
  MpGround ground;
  guint index; /* of the mark for MP_GROUND_LABEL, of the bar for MP_GROUND_BAR */
  MpRect rect;
  gboolean is_centered; /* were put into the middle of the room that was kept for them */
  MpRun numbers;        /* into the scene's cited */
  const char *text;     /* "1, 2" */
} MpSceneNumbers;

/* A date that the window looks at: a line for a day, a stretch for a longer one. */
typedef struct {
  gboolean visible;
  MpRect at;    /* the line or the stretch, as high as the plot */
  MpRect badge; /* on the axis, where the user can drag it */
  const char *text;
} MpSceneCursor;

typedef struct {
  MpLayout *layout;
  MpScale scale; /* x = 0 is the left edge of the plot */
  MpInstant today;
  MpInstant from; /* the as-of date: [from, until) */
  MpInstant until;
  double width;
  double height;
  MpTickStep step; /* of the ticks */

  MpRect axis;             /* above the plot */
  MpRect gutter;           /* beside axis and plot; of no width in a stacked layout */
  MpRect plot;             /* everything under the axis and beside the gutter */
  MpRect band;             /* the milestones' part of the plot */
  MpRect rows;             /* the rows' part, across gutter and plot */
  double scroll;           /* 0 to max_scroll: the band scrolls first, then the rows */
  double max_scroll;       /* of band and rows together */
  double max_band_scroll;  /* how much of that is the band's */
  const char *range_label; /* the days in view, in words */

  double today_x; /* may be out of view */
  gboolean today_visible;
  MpRect today_badge;
  const char *today_text;

  MpSceneCursor as_of;    /* the as-of date; not visible if that is today */
  MpSceneCursor before;   /* the date that it is compared with; visible in a comparison only */
  gboolean is_comparison; /* there is a date before, in view or not */
  MpSceneCursor known;    /* the end of what is known; visible if the agreement is shown as known
                             on a date; its badge has no width where it has no room */

  MpSceneTick *ticks; /* from left to right */
  guint n_ticks;
  MpSceneRow *row_items; /* from the top */
  guint n_row_items;
  MpSceneDensity *densities;
  guint n_densities;
  MpSceneCrowd *crowds; /* row by row */
  guint n_crowds;
  MpCrowdCell *cells; /* MpSceneCrowd.cells points in here */
  guint n_cells;
  MpSceneBar *bars; /* row by row */
  guint n_bars;
  MpSceneMember *members; /* MpSceneBar.members points in here */
  guint n_members;
  MpSceneTrack *tracks; /* row by row */
  guint n_tracks;
  MpSceneMark *marks; /* in order of painting: the most important last */
  guint n_marks;
  MpScenePoint *points; /* MpSceneMark.points points in here */
  guint n_points;
  MpSceneCluster *clusters;
  guint n_clusters;
  MpRect *words; /* words and badges on the rows, each with a margin, from the top */
  guint n_words;

  /* The numbers of the sources of what is drawn, if the layout has room for numbers. They follow
   * the order of reading: labels by time, bare marks by time, then row by row. Collapsed topics and
   * clusters stand for several items, and have no numbers. */
  MpNumbering *numbering; /* NULL if the layout has no numbers */
  MpSceneNumbers *numbers;
  guint n_numbers;
  guint32 *cited; /* the numbers themselves; MpSceneNumbers.numbers points in here */
  guint n_cited;
  guint n_unnumbered; /* marks and bars whose numbers had no room */

  /* Private */
  MpLinked *linked;   /* NULL: none */
  MpLayoutPart *part; /* the labels and clusters in view and next to it */
  GStringChunk *strings;
  gatomicrefcount references;
} MpScene;

/* What a scene is made from; all borrowed. */
typedef struct {
  MpLayout *layout;
  double begin;         /* the day at the left edge of the plot */
  MpInstant today;      /* when today begins */
  const MpDate *as_of;  /* the as-of date; NULL for today */
  const MpDate *before; /* the date that it is compared with; NULL for no comparison */
  const MpDate *known;  /* the date as of whose knowledge the agreement is shown; NULL: all of it */
  MpLinked *linked;  /* what is linked with the selection, at the zoom of the layout; NULL: none */
  double width;      /* of the picture */
  double height;     /* 0: as high as everything needs */
  double scroll;     /* MpScene.scroll; a value out of its range is moved into it */
  MpMeasure measure; /* used during the call only */
} MpSceneRequest;

/* Lays out the part of a layout that is in view: finds the place of each row, bar, mark, label and
 * tick, and shortens or leaves out texts that have no room. The request is read during the call
 * only, but the scene keeps a reference to its layout. The result never changes, and any thread may
 * read it. Never fails. Free with mp_scene_unref (). */
MpScene *mp_scene_new (const MpSceneRequest *request) G_GNUC_WARN_UNUSED_RESULT;
MpScene *mp_scene_ref (MpScene *scene);
void mp_scene_unref (MpScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpScene, mp_scene_unref)

/* Returns whether a picture of this width is too narrow for a gutter. Its layout must then be
 * stacked: titles stand above their bars. */
gboolean mp_scene_is_stacked (double width, MpMeasure measure);

/* Returns the width of the plot in a picture of this width; at least 1. */
double mp_scene_plot_width (double width, MpMeasure measure);

/* Returns the height of a picture that shows every row without scrolling. */
double mp_scene_full_height (const MpLayout *layout);

/* Returns the item at a point, of kind MP_SCENE_ITEM_NONE if there is none. Among the milestones
 * labels come first, then clusters and marks under the point, then the nearest one in whose target
 * the point is. Among the rows bars come first, then crowds, then the nearest bar of the row in
 * whose target the point is, then headings. Of items drawn on each other the topmost is returned.
 * The whole row of a collapsed topic is its heading. */
MpSceneItem mp_scene_pick (const MpScene *scene, double x, double y);

/* Stores the rectangle that stands for an item in the picture, for a focus ring or a click. Returns
 * FALSE if the item is not in view; do not use rect then. A milestone inside a cluster has the
 * cluster's rectangle, a phase inside a crowd the part of it where the phase is. */
gboolean mp_scene_find (const MpScene *scene, MpSceneItem item, MpRect *rect);

/* Goes through the milestones of a cluster, from left to right; begin with at = 0. Returns FALSE
 * after the last. */
gboolean mp_scene_next_member (const MpScene *scene, const MpSceneCluster *cluster, guint *at,
                               guint32 *milestone);

/* Stores the first milestones of a cluster, max at most. Returns how many they are. */
guint mp_scene_get_members (const MpScene *scene, const MpSceneCluster *cluster, guint32 *members,
                            guint max);

/* Returns the milestones of a cluster, cluster->of.count of them, from left to right. Free with
 * g_free (). */
guint32 *mp_scene_list_members (const MpScene *scene,
                                const MpSceneCluster *cluster) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what is drawn for a milestone or a phase: the cluster that holds it, or the item itself,
 * which may be out of view. */
MpSceneItem mp_scene_stand_in (const MpScene *scene, MpItem item);

/* Returns the row of a term, or the heading of a topic; NULL if it is not in view. Owned by the
 * scene. */
const MpSceneRow *mp_scene_find_row (const MpScene *scene, MpRowKind kind, guint32 index);

/* Returns the rectangle in which the title of a row is centred vertically. For the heading of an
 * open topic it is the lower part of row->title, so that the heading stands close to its terms. */
MpRect mp_scene_row_title (const MpSceneRow *row);

/* A stretch of a vertical line that crosses no words. To begin at the top of a line, set next to
 * the y of its top, and everything else to 0. */
typedef struct {
  double y0;
  double y1;
  double next;    /* where the rest of the line begins */
  guint n_passed; /* private */
} MpFreeStretch;

/* Moves on to the next stretch of the line whose edges are x0 and x1, and which ends at bottom.
 * Returns FALSE after the last. */
gboolean mp_scene_next_free (const MpScene *scene, double x0, double x1, double bottom,
                             MpFreeStretch *stretch);

/* Returns how far the rows themselves are scrolled: 0 until the band has scrolled as far as it can.
 */
double mp_scene_rows_scroll (const MpScene *scene);

/* Returns the scroll that brings a phase's row or a milestone's label into view, for the next
 * MpSceneRequest.scroll. Returns the scene's own scroll if nothing has to move, or if the item is
 * not in the layout. */
double mp_scene_scroll_to (const MpScene *scene, MpItem item);

/* Returns the scene as text for tests to compare, one element on each line, with places rounded to
 * tenths of a pixel. Free with g_free (). */
char *mp_scene_dump (const MpScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
