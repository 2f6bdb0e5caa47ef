/* mp-timeline-item.h: one thing on the timeline that can be focused and read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 only widgets are accessible. So each visible mark and bar has a thin widget of its
 * own: it draws nothing but what CSS gives it, and stands where the scene has its item.
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

/* The rectangle that the timeline gives it. */
GdkRectangle mp_timeline_item_get_place (MpTimelineItem *self);
void mp_timeline_item_set_place (MpTimelineItem *self, GdkRectangle place);

/* Gives it the words for its item, a milestone or a phase: its name and more about it to a screen
 * reader, with which of how many it is, and its tooltip. */
void mp_timeline_item_describe (MpTimelineItem *self, MpAgreement *agreement, MpPositionInSet rank);

/* The same for a cluster of so many milestones, of which one may be selected: it then speaks for
 * that; MP_NONE for none. */
void mp_timeline_item_describe_cluster (MpTimelineItem *self, MpAgreement *agreement,
                                        const guint32 *members, guint count, guint32 milestone);

/* Whether its item is the selection, or a cluster that holds it. */
gboolean mp_timeline_item_is_selected (MpTimelineItem *self);
void mp_timeline_item_set_selected (MpTimelineItem *self, gboolean selected);

G_END_DECLS
