/* mp-timeline-items.h: the child widgets for what is drawn on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each milestone, bar and cluster in view has a MpTimelineItem, and each topic in view has a
 * MpTopicHeading. What is out of view has no widget, so that their number does not grow with the
 * file. As children of the timeline they are in the order in which they are read: the milestones in
 * order of time, then row by row the headings and the bars.
 */
#pragma once

#include "mp-timeline.h"

G_BEGIN_DECLS

typedef struct _MpTimelineItems MpTimelineItems;

/* Called when the user chooses an item by key or by an assistive technology. */
typedef void (*MpTimelineActivateFunc) (MpTimeline *timeline, MpSceneItem item);

/* The items of a timeline, which owns them. They are inserted after one of its children. */
MpTimelineItems *mp_timeline_items_new (MpTimeline *timeline, GtkWidget *after,
                                        MpTimelineActivateFunc activate) G_GNUC_WARN_UNUSED_RESULT;
void mp_timeline_items_free (MpTimelineItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTimelineItems, mp_timeline_items_free)

/* Creates the widgets of items that have come into view, and removes those of items that have left
 * it. Not to be called while sizes are allocated: a child that is added or removed then would leave
 * its parents without a valid size. */
void mp_timeline_items_update (MpTimelineItems *self);

/* Allocates the existing widgets where the scene has their items. */
void mp_timeline_items_place (MpTimelineItems *self);

/* The number of widgets. */
guint mp_timeline_items_count (MpTimelineItems *self);

/* Tells each widget whether its item is selected. */
void mp_timeline_items_select (MpTimelineItems *self);

/* Returns the widget of an item, or NULL where the item is not in view: the MpTopicHeading of a
 * heading, the MpTimelineItem of anything else. */
GtkWidget *mp_timeline_items_find (MpTimelineItems *self, MpSceneItem item);

/* Gives the keyboard focus to the widget of an item, if it is in view. */
void mp_timeline_items_focus (MpTimelineItems *self, MpSceneItem item);

G_END_DECLS
