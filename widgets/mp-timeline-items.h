/* mp-timeline-items.h: one thin child for each thing on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in view has a MpTimelineItem or, a topic, its MpTopicHeading, and nothing else has: their
 * number has nothing to do with how long the file is. They are listed as they are read: the
 * milestones in the order of time, then row by row the headings and the bars.
 */
#pragma once

#include "mp-timeline.h"
#include "mp-topic-heading.h"

G_BEGIN_DECLS

typedef struct _MpTimelineItems MpTimelineItems;

/* The marks of a timeline, which owns them; they come after one of its children. */
MpTimelineItems *mp_timeline_items_new (MpTimeline *timeline,
                                        GtkWidget *after) G_GNUC_WARN_UNUSED_RESULT;
void mp_timeline_items_free (MpTimelineItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTimelineItems, mp_timeline_items_free)

/* Gives each item in view its mark, and takes away the others. Not while sizes are allocated: a
 * child that comes or goes then would leave its parents without a valid size. */
void mp_timeline_items_update (MpTimelineItems *self);

/* Places the marks there are. Those that the scene has besides come before the next frame. */
void mp_timeline_items_place (MpTimelineItems *self);

/* Tells each whether it is selected. */
void mp_timeline_items_select (MpTimelineItems *self);

/* Returns the child that stands for an item, or NULL where the item is not in view: the
 * MpTopicHeading of a heading, a MpTimelineItem of anything else. */
GtkWidget *mp_timeline_items_find (MpTimelineItems *self, MpSceneItem item);

/* Gives the focus to the child that stands for an item, if it is in view. */
void mp_timeline_items_focus (MpTimelineItems *self, MpSceneItem item);

G_END_DECLS
