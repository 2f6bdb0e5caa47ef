/* mp-timeline-item.h: an item of the timeline that can have the focus and be read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 only widgets are accessible. So each milestone, bar and cluster in view has a widget
 * of its own, which stands where the scene draws the item, and draws nothing but what CSS gives it.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-position-in-set.h"
#include "mp-scene-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TIMELINE_ITEM (mp_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (MpTimelineItem, mp_timeline_item, MP, TIMELINE_ITEM, GtkWidget)

/* For a milestone, a phase or a cluster. Signals: "activated", when the item is chosen by key or by
 * an assistive technology. */
GtkWidget *mp_timeline_item_new (MpSceneItem item);

MpSceneItem mp_timeline_item_get_item (MpTimelineItem *self);

/* The rectangle that the timeline allocates to it. */
GdkRectangle mp_timeline_item_get_place (MpTimelineItem *self);
void mp_timeline_item_set_place (MpTimelineItem *self, GdkRectangle place);

/* Sets its accessible name, its description with the position in its set, and its tooltip. The item
 * must be a milestone or a phase. */
void mp_timeline_item_describe (MpTimelineItem *self, MpAgreement *agreement, MpPositionInSet rank);

/* The same for a cluster of count milestones. It is named after milestone, which is the selected
 * one of them, or MP_NONE. */
void mp_timeline_item_describe_cluster (MpTimelineItem *self, MpAgreement *agreement,
                                        const guint32 *members, guint count, guint32 milestone);

/* Whether its item is selected, or is a cluster that holds the selected milestone. */
gboolean mp_timeline_item_is_selected (MpTimelineItem *self);
void mp_timeline_item_set_selected (MpTimelineItem *self, gboolean selected);

G_END_DECLS
