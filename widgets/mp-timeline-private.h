/* mp-timeline-private.h: between the timeline and its input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand does comes in by one file a kind: pointer and clicks, drags, wheels and pinches,
 * keys. They share MpTimelineInput, which the timeline keeps.
 */
#pragma once

#include "mp-axis-lock.h"
#include "mp-kinetic.h"
#include "mp-timeline-motion.h"

G_BEGIN_DECLS

/* One click of a wheel, or one press of a key. */
#define MP_TIMELINE_ZOOM_STEP 1.25

/* What a drag does, from its beginning to its end. */
typedef enum {
  MP_DRAG_NONE,
  MP_DRAG_WAITING,      /* too short to tell from a click */
  MP_DRAG_SPAN_WAITING, /* the same, with Shift */
  MP_DRAG_ASK_WAITING,  /* the same, on the axis */
  MP_DRAG_PAN,
  MP_DRAG_SPAN, /* selects days to zoom to */
  MP_DRAG_ASK,  /* along the axis: asks about a date */
} MpDrag;

typedef struct {
  double x; /* where the pointer is in the scene, or was last */
  double y;
  gboolean inside;

  GtkGesture *drag_gesture; /* borrowed: it is the widget's */
  MpDrag drag;
  MpAxis drag_axis; /* the one that it keeps to */
  double drag_x;    /* how far it has been followed */
  double drag_y;
  MpCursorKind cursor; /* the date that a drag moves, and where its line was */
  double line;
  MpVelocity velocity;
  gboolean caught; /* the press stopped something that moved: it is no click */

  MpAxisLock axis_lock;

  double pinch_scale; /* so far */
  double pinch_x;
} MpTimelineInput;

MpTimelineInput *mp_timeline_get_input (MpTimeline *self);
MpMotion *mp_timeline_get_motion (MpTimeline *self);

/* Add gestures and event controllers to a new timeline: all; those of one file. */
void mp_timeline_input_init (MpTimeline *self);
void mp_timeline_drag_init (MpTimeline *self);
void mp_timeline_scroll_init (MpTimeline *self);

/* Installs actions and key bindings on the class. */
void mp_timeline_keys_class_init (GtkWidgetClass *widget_class);

/* The class's way to take the focus, and to hand it from child to child. */
gboolean mp_timeline_grab_focus (GtkWidget *widget);
gboolean mp_timeline_focus (GtkWidget *widget, GtkDirectionType direction);

/* Ends a drag without doing what it was for. FALSE where there is none. */
gboolean mp_timeline_cancel_drag (MpTimeline *self);

/* Zooms about the day at x from where the view is going to, and glides there. */
void mp_timeline_glide_zoom (MpTimeline *self, double x, double factor);

/* Moves the rows down by so many pixels, as far as there are some. */
void mp_timeline_scroll_rows (MpTimeline *self, double dy);

/* Shows the days between two places as selected by hand; none where they are the same. */
void mp_timeline_set_span (MpTimeline *self, double x0, double x1);

/* Opens the list of a cluster's milestones. */
void mp_timeline_open_cluster (MpTimeline *self, guint cluster);

/* The tooltip of what has no mark of its own to say it: the days along the axis, the places of a
 * milestone beside its label, thin bars. */
gboolean mp_timeline_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                    GtkTooltip *tooltip);

/* Measures from the selected milestone to the one at a point. Returns FALSE, and does nothing,
 * where there are no two milestones. */
gboolean mp_timeline_measure_to (MpTimeline *self, double x, double y);

/* Installs the actions that measure, and their keys. */
void mp_timeline_measure_class_init (GtkWidgetClass *widget_class);

G_END_DECLS
