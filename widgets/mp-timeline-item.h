/* mp-timeline-item.h: an item of the timeline that can have the focus and be read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 only widgets are accessible. So a milestone, a bar, a cluster or a whole row is given
 * a widget of its own, which stands where the scene draws it, and draws nothing but what CSS gives
 * it. The pointer goes through it to the timeline. It can stand for one thing after the other:
 * whoever describes it says what it stands for.
 */
#pragma once

#include "mp-agreement-types.h"
#include "mp-position-in-set.h"
#include "mp-scene-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TIMELINE_ITEM (mp_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (MpTimelineItem, mp_timeline_item, MP, TIMELINE_ITEM, GtkWidget)

/* Signals: "activated", when the item is chosen by key or by an assistive technology. */
GtkWidget *mp_timeline_item_new (void);

/* What it stands for: of kind MP_SCENE_ITEM_NONE until it is described. */
MpSceneItem mp_timeline_item_get_item (MpTimelineItem *self);

/* Makes it stand for a milestone or a phase: sets its accessible name, and its description with the
 * position in its set. */
void mp_timeline_item_describe (MpTimelineItem *self, MpAgreement *agreement, MpItem item,
                                MpPositionInSet rank);

/* The same for the cluster of this number in the scene, with count milestones. It is named after
 * milestone, which is the selected one of them, or MP_NONE. */
void mp_timeline_item_describe_cluster (MpTimelineItem *self, MpAgreement *agreement,
                                        guint32 cluster, const guint32 *members, guint count,
                                        guint32 milestone);

/* The same for the row of a term in which count phases are in view; for MP_NONE, for all count
 * milestones in view. */
void mp_timeline_item_describe_row (MpTimelineItem *self, MpAgreement *agreement, guint32 term,
                                    guint count);

/* Whether its item is selected, or is a cluster that holds the selected milestone. */
gboolean mp_timeline_item_is_selected (MpTimelineItem *self);
void mp_timeline_item_set_selected (MpTimelineItem *self, gboolean selected);

G_END_DECLS
