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
 *     n-items         guint: the child widgets that stand for what is in view
 *     moving          gboolean: whether the view glides or coasts
 *     settled         gboolean: whether the view rests, and the child widgets are those of what is
 *                     shown; while it moves, they stay as they are
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

/* The session, borrowed; NULL until it is set. Setting takes a reference; NULL for none. */
MpSession *mp_timeline_get_session (MpTimeline *self);
void mp_timeline_set_session (MpTimeline *self, MpSession *session);

/* The scene that is shown, or NULL before the widget has a size and an agreement. Valid until the
 * widget's next frame; take a reference to keep it longer. */
MpScene *mp_timeline_get_scene (MpTimeline *self);

/* The fonts that it is drawn with, borrowed until they change. */
MpText *mp_timeline_get_text (MpTimeline *self);

/* The child that stands for a milestone, a phase, a cluster or a row; NULL where it has none. */
MpTimelineItem *mp_timeline_get_item (MpTimeline *self, MpSceneItem item);

/* The child that stands for the heading of a topic, or NULL where it has none. */
MpTopicHeading *mp_timeline_get_heading (MpTimeline *self, guint32 topic);

/* What input does; x and y are coordinates of the scene, in logical pixels. zoom makes a day factor
 * times as wide, and keeps the day under x in its place. pan moves the contents by a distance.
 * click selects the item at a point, opens a cluster, zooms in on a crowd, collapses or expands a
 * topic, or clears the selection. */
void mp_timeline_zoom (MpTimeline *self, double x, double factor);
void mp_timeline_pan (MpTimeline *self, double dx, double dy);
void mp_timeline_click (MpTimeline *self, double x, double y);

/* is_axis: whether a point is on the axis, or on today's badge below it, where a drag moves a date.
 * cursor_at: whether a point is on the badge of a date; if so, stores which date it is, and the x
 * coordinate of its line. ask: moves a date to the day at x; near today the as-of date becomes
 * today. */
gboolean mp_timeline_is_axis (MpTimeline *self, double x, double y);
gboolean mp_timeline_cursor_at (MpTimeline *self, double x, double y, MpCursorKind *kind,
                                double *line);
void mp_timeline_ask (MpTimeline *self, MpCursorKind kind, double x);

/* What the tooltip at a point of the scene says; NULL for none. Stores the part of the scene for
 * which it says so. Free with g_free (). */
char *mp_timeline_tooltip_at (MpTimeline *self, double x, double y,
                              MpRect *area) G_GNUC_WARN_UNUSED_RESULT;

/* Gives up a drag. Returns FALSE where there is none. */
gboolean mp_timeline_cancel_drag (MpTimeline *self);

/* Selects the neighbour of the selected item, and moves the view and the focus there. */
void mp_timeline_go (MpTimeline *self, MpMove direction);

G_END_DECLS
