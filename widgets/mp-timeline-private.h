/* mp-timeline-private.h: the inside of a timeline, for its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each of these parts uses only those before it:
 *
 *     mp-timeline-snapshot.c   the layers that are painted, kept as render nodes
 *     mp-timeline-motion.c     how the view pans, coasts and glides
 *     mp-timeline-items.c      the child widgets for what is in view
 *     mp-timeline-hover.c      what is under the pointer
 *     mp-timeline-properties.c what is shown, as properties for the inspector and for tests
 *     mp-timeline-stack.c      where the stack of a cluster stands
 *     mp-timeline-linked.c     the labels of what is linked with the selection
 *     mp-timeline-scene.c      the layout and the scene, and the places of the children
 *     mp-timeline-cluster.c    the milestones of a cluster: a stack in place, or a list
 *     mp-timeline-pointer.c      zooming, panning, clicking and choosing dates at a point
 *     mp-timeline-distance.c    measuring between two milestones
 *     mp-timeline-links.c       going from one linked entry to the next
 *     mp-timeline-drag.c, -scroll.c, -input.c, -keys.c, -focus.c, -tooltip.c
 *                              input: one file for each kind of device or event
 *     mp-timeline.c            the class, and what changes in the session lead to
 */
#pragma once

#include "mp-axis-lock.h"
#include "mp-kinetic.h"
#include "mp-rest.h"
#include "mp-timeline-items.h"
#include "mp-timeline-motion.h"

G_BEGIN_DECLS

/* The factor by which one click of a wheel, or one press of a key, zooms. */
#define MP_TIMELINE_ZOOM_STEP 1.25

/* What is painted, from the bottom to the top. */
typedef enum {
  MP_TIMELINE_LAYER_SCENE,
  MP_TIMELINE_LAYER_CHANGE,    /* the last change, unless it is selected */
  MP_TIMELINE_LAYER_MATCHES,   /* highlights what a search has found */
  MP_TIMELINE_LAYER_SELECTION, /* the selected item, and the distance that is measured from it */
  MP_TIMELINE_LAYER_LIT,       /* the entry whose card has the pointer */
  MP_TIMELINE_LAYER_SPAN,      /* the days that a drag selects */
  MP_TIMELINE_N_LAYERS
} MpTimelineLayer;

/* What a drag does, from its beginning to its end. */
typedef enum {
  MP_DRAG_NONE,
  MP_DRAG_WAITING,      /* too short to tell from a click */
  MP_DRAG_SPAN_WAITING, /* the same, with Shift */
  MP_DRAG_ASK_WAITING,  /* the same, on the axis */
  MP_DRAG_PAN,
  MP_DRAG_SPAN, /* selects days to zoom to */
  MP_DRAG_ASK,  /* moves a date along the axis */
} MpDrag;

/* The state of the input, which its files share. */
typedef struct {
  double x; /* where the pointer is in the scene, or was last */
  double y;
  gboolean inside; /* the pointer is over the timeline */
  MpSceneItem hovered;
  const char *cursor_name; /* of the shape of the pointer; NULL for the usual one */

  GtkGesture *drag_gesture; /* borrowed: it is the widget's */
  MpDrag drag;
  MpAxis drag_axis; /* the only axis along which the drag pans */
  double drag_x;    /* the part of the drag's offset that has been panned so far */
  double drag_y;
  MpCursorKind cursor; /* the date that a drag moves */
  double line;         /* where the line of that date was when the drag began */
  MpVelocity velocity;
  gboolean caught; /* the press stopped a motion, and so is not a click */

  MpAxisLock axis_lock;

  double pinch_scale; /* so far */
  double pinch_x;
} MpTimelineInput;

/* What the properties say of the scene that is shown; zeros where there is none. */
typedef struct {
  double begin; /* the days in view */
  double end;
  double per_day; /* logical pixels a day */
  double scroll;  /* logical pixels that the rows are scrolled down */
  guint n_lanes;
  guint n_items; /* child widgets that stand for items */
} MpTimelineShown;

/* A walk through the links of an entry. */
typedef struct {
  MpItem origin;
  MpItem reached;
  guint n_seen;
} MpLinkWalk;

struct _MpTimeline {
  GtkWidget parent_instance;

  MpLinkWalk walk;

  /* Owned */
  MpSession *session;
  MpText *text;
  MpLayout *layout;
  MpScene *scene;
  MpLinked *linked;    /* the labels of what is linked with the selection, or NULL */
  MpLayout *linked_in; /* what they were found for */
  MpItem linked_with;
  GskRenderNode *nodes[MP_TIMELINE_N_LAYERS]; /* NULL where a layer is to be painted anew */
  MpTimelineItems *items;
  MpRest *rest; /* of the view; then the children are brought up to date */
  MpMotion *motion;
  GtkAdjustment *rows; /* how far the rows are scrolled, in logical pixels */

  /* Children */
  GtkWidget *scrollbar; /* of the rows */
  GtkWidget *cursor;    /* of the as-of date */
  GtkWidget *before;    /* of the date that it is compared with */
  GtkWidget *popover;   /* the list of a cluster, or NULL until one is opened */
  GtkWidget *stack;     /* the stack of a small cluster, or NULL until one is opened */

  guint max_lanes;     /* the number of lanes that the layout was given */
  gboolean relayout;   /* other entries are to be laid out than those of the layout */
  MpItem change;       /* the last change by the as-of date, once that is known */
  gboolean has_change; /* it is known */
  gboolean stale;      /* the scene is not what the session asks for */
  gboolean hurried;    /* the children are not to wait until the view rests */
  guint refresh_tick;  /* a tick callback, or 0 */
  gulong rows_handler; /* of changes of rows */
  guint32 opened;      /* the first milestone of the cluster that was opened last */

  MpTimelineShown shown; /* as it was notified last */
  MpTimelineInput input;
  double span_x0; /* the days that a drag selects; none where they are the same */
  double span_x1;
};

/* --- mp-timeline-snapshot.c ------------------------------------------------------------------- */

void mp_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* Paints one layer anew in the next frame. */
void mp_timeline_repaint (MpTimeline *self, MpTimelineLayer layer);

/* Forgets what has been painted, without asking for a frame. */
void mp_timeline_forget_nodes (MpTimeline *self);

/* Shows the days between two x coordinates of the scene as selected; none where they are the same.
 */
void mp_timeline_set_span (MpTimeline *self, double x0, double x1);

/* --- mp-timeline-linked.c ---------------------------------------------------------------------
 */

/* Finds the labels of what is linked with the selection, for the scene that is made next. */
void mp_timeline_update_linked (MpTimeline *self);

/* Forgets them, as those of another agreement or of other fonts. */
void mp_timeline_forget_linked (MpTimeline *self);

/* Whether the selection has such labels, or the one before had, so that the scene changes. */
gboolean mp_timeline_needs_linked (MpTimeline *self);

/* --- mp-timeline-hover.c ---------------------------------------------------------------------- */

/* Finds what is under the pointer; to be called when that may have changed. */
void mp_timeline_update_hover (MpTimeline *self);

void mp_timeline_snapshot_hover (MpTimeline *self, GtkSnapshot *snapshot);

/* --- mp-timeline-properties.c ----------------------------------------------------------------- */

void mp_timeline_properties_class_init (GObjectClass *object_class);

/* Notifies the properties of the scene that have changed since the last call. */
void mp_timeline_notify_shown (MpTimeline *self);

/* Tells screen readers and the window whether the view rests; to be called when that changes. */
void mp_timeline_notify_settled (MpTimeline *self);

/* --- mp-timeline-scene.c ---------------------------------------------------------------------- */

/* Makes a new scene before the next frame is laid out. Until then there is still the old one, so
 * that input acts on what is seen. */
void mp_timeline_queue_scene (MpTimeline *self);

/* The same with a new layout. */
void mp_timeline_queue_layout (MpTimeline *self);

/* Makes the scene at once. */
void mp_timeline_refresh (MpTimeline *self);

/* Brings the children up to date once the view rests. */
void mp_timeline_stir (MpTimeline *self);

/* What is done at rest: brings the children up to date with the scene. */
void mp_timeline_settle (gpointer timeline);

void mp_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* --- mp-timeline-cluster.c -------------------------------------------------------------------- */

/* Gives the keyboard focus to the selected item, which must be in view. */
void mp_timeline_focus_selection (MpTimeline *self);

/* Selects an item, opens a cluster, or goes to the first item of a row. */
void mp_timeline_activate_item (MpTimeline *self, MpSceneItem item);

/* Closes the stack of a cluster. Returns whether one was seen. */
gboolean mp_timeline_close_stack (MpTimeline *self);

/* --- mp-timeline-stack.c ------------------------------------------------------------------------
 */

/* Whether the stack of a cluster is open, and whether a point is on it. */
gboolean mp_timeline_is_stack_open (MpTimeline *self);
gboolean mp_timeline_is_on_stack (MpTimeline *self, double x, double y);

/* Gives the stack that is open its place; to be called when places are given. */
void mp_timeline_place_stack (MpTimeline *self);

/* --- mp-timeline-pointer.c ----------------------------------------------------------------------
 */

/* Zooms about the day at x from the view that the motion leads to, and glides there. */
void mp_timeline_glide_zoom (MpTimeline *self, double x, double factor);

/* --- mp-timeline-distance.c --------------------------------------------------------------------
 */

/* Measures from the selected milestone to the one at a point. Returns FALSE, and does nothing,
 * where there are no two milestones. */
gboolean mp_timeline_measure_distance_to (MpTimeline *self, double x, double y);

/* Installs the actions that measure, and their keys. */
void mp_timeline_measure_class_init (GtkWidgetClass *widget_class);

/* --- mp-timeline-links.c ---------------------------------------------------------------------- */

/* Installs the action that goes from one linked entry to the next, and its key. */
void mp_timeline_links_class_init (GtkWidgetClass *widget_class);

/* --- Input ------------------------------------------------------------------------------------ */

/* Add gestures and event controllers to a new timeline; the first of them adds all. */
void mp_timeline_input_init (MpTimeline *self);
void mp_timeline_drag_init (MpTimeline *self);
void mp_timeline_scroll_init (MpTimeline *self);

/* Installs actions and key bindings on the class. */
void mp_timeline_keys_class_init (GtkWidgetClass *widget_class);

/* How the widget takes the focus, moves it from child to child, and notifies which child has it. */
gboolean mp_timeline_grab_focus (GtkWidget *widget);
gboolean mp_timeline_focus (GtkWidget *widget, GtkDirectionType direction);
void mp_timeline_set_focus_child (GtkWidget *widget, GtkWidget *child);

/* The tooltips of what has no child widget: days on the axis, the places of a milestone beside its
 * label, thin bars. */
gboolean mp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                    GtkTooltip *tooltip);

G_END_DECLS
