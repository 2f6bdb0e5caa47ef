/* mp-timeline.h: the chart as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the session and changes it, and knows nothing else. The scene is made before a frame is
 * laid out, painted once into render nodes, and drawn from these until something changes.
 *
 * Properties, all read-only; those of the scene are notified after each frame that changes them:
 *
 *     session         MpSession, or NULL
 *     begin, end      double: the days in view, counted from 1970-01-01T00:00Z
 *     pixels-per-day  double: logical pixels
 *     scroll          double: the logical pixels that the rows are scrolled down
 *     n-lanes         guint: the lanes of the milestones' labels
 *     n-items         guint: the child widgets that stand for items in view
 *     moving          gboolean: whether the view glides or coasts
 *     focus-child     GtkWidget: the child with the keyboard focus, or NULL
 */
#pragma once

#include "mp-date-cursor.h"
#include "mp-scene.h"
#include "mp-session.h"
#include "mp-text.h"
#include "mp-timeline-item.h"
#include "mp-topic-heading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TIMELINE (mp_timeline_get_type ())
G_DECLARE_FINAL_TYPE (MpTimeline, mp_timeline, MP, TIMELINE, GtkWidget)

GtkWidget *mp_timeline_new (void);

/* The session, borrowed; NULL until it is set. */
MpSession *mp_timeline_get_session (MpTimeline *self);
void mp_timeline_set_session (MpTimeline *self, MpSession *session);

/* What is shown, or NULL before the widget has a size and an agreement. Valid until the widget's
 * next allocation; take a reference to keep it. */
MpScene *mp_timeline_get_scene (MpTimeline *self);

/* The fonts that it is drawn with. */
MpText *mp_timeline_get_text (MpTimeline *self);

/* The child that stands for a milestone, a phase or a cluster; NULL where it is not in view. */
MpTimelineItem *mp_timeline_get_item (MpTimeline *self, MpSceneItem item);

/* The child that stands for the heading of a topic, or NULL where it is not in view. */
MpTopicHeading *mp_timeline_get_heading (MpTimeline *self, guint32 topic);

/* What input comes down to; x and y are in the scene's coordinates, logical pixels.
 * zoom: makes a day factor times as wide, keeping the day under x. pan: moves the contents by that
 * much. click: selects what is there, opens a cluster, or clears the selection. */
void mp_timeline_zoom (MpTimeline *self, double x, double factor);
void mp_timeline_pan (MpTimeline *self, double dx, double dy);
void mp_timeline_click (MpTimeline *self, double x, double y);

/* Whether a point is on the axis, or on today's badge which hangs from it: where dates are asked
 * about. cursor_at: whether a point is on a badge, of which date, and where the line of that date
 * is; kind and line are stored on TRUE only. ask: moves a date to the day at x; near to today, the
 * as-of date goes to today. */
gboolean mp_timeline_is_axis (MpTimeline *self, double x, double y);
gboolean mp_timeline_cursor_at (MpTimeline *self, double x, double y, MpCursorKind *kind,
                                double *line);
void mp_timeline_ask (MpTimeline *self, MpCursorKind kind, double x);

/* Selects the neighbour of the selection and moves view and focus there. */
void mp_timeline_go (MpTimeline *self, MpMove direction);

G_END_DECLS
