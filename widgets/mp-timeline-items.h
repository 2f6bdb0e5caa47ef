/* mp-timeline-items.h: the child widgets for what is drawn on the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What mp_scene_list () lists has a child widget each: a MpTopicHeading for the heading of a topic,
 * a MpTimelineItem for anything else. The selected item and the one that has the keyboard focus are
 * always listed, so that no motion takes the focus away; where they are out of view, so are their
 * widgets. As children of the timeline they are in the order in which they are read.
 *
 * A child is not made and dropped with what it stands for, but stands for something else then, and
 * is hidden while it is not needed.
 */
#pragma once

#include "mp-timeline.h"

G_BEGIN_DECLS

/* The most children, the scrollbar, the cursors of the dates and the list of a cluster apart. With
 * them they are sixty. */
#define MP_TIMELINE_ITEMS_MAX 56

typedef struct _MpTimelineItems MpTimelineItems;

/* Called when the user chooses an item by key or by an assistive technology. */
typedef void (*MpTimelineActivateFunc) (MpTimeline *timeline, MpSceneItem item);

/* The items of a timeline, which owns them. They are inserted after one of its children. */
MpTimelineItems *mp_timeline_items_new (MpTimeline *timeline, GtkWidget *after,
                                        MpTimelineActivateFunc activate) G_GNUC_WARN_UNUSED_RESULT;
void mp_timeline_items_free (MpTimelineItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpTimelineItems, mp_timeline_items_free)

/* Brings the children up to date with the scene. Not to be called while sizes are allocated: a
 * child that is shown or hidden then would leave its parents without a valid size. */
void mp_timeline_items_update (MpTimelineItems *self);

/* Allocates the children where the scene had their items when they were brought up to date. The one
 * with the focus goes with the present scene. */
void mp_timeline_items_place (MpTimelineItems *self);

/* The whole pixels that a part of the scene touches. */
GdkRectangle mp_timeline_item_place (MpRect rect);

/* The number of children that stand for something. */
guint mp_timeline_items_count (MpTimelineItems *self);

/* Tells each child whether its item is selected. Returns FALSE where the selection has none. */
gboolean mp_timeline_items_select (MpTimelineItems *self);

/* Returns the child of an item, or NULL where it has none: the MpTopicHeading of a heading, the
 * MpTimelineItem of anything else. The number of a cluster is that of the scene with which the
 * children were brought up to date. */
GtkWidget *mp_timeline_items_find (MpTimelineItems *self, MpSceneItem item);

/* Gives the keyboard focus to the child of an item, if it has one. */
void mp_timeline_items_focus (MpTimelineItems *self, MpSceneItem item);

G_END_DECLS
