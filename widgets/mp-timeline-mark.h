/* mp-timeline-mark.h: one thing on the timeline that can be focused and read out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In GTK 4.8 only widgets are accessible. So each visible mark and bar has a thin widget of its
 * own: it draws nothing but what CSS gives it, and stands where the scene has its item.
 */
#pragma once

#include "mp-ranks.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_TIMELINE_MARK (mp_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (MpTimelineMark, mp_timeline_mark, MP, TIMELINE_MARK, GtkWidget)

/* Signals: "activated", when the item is chosen by key or by an assistive technology. */
GtkWidget *mp_timeline_mark_new (MpItem item);

MpItem mp_timeline_mark_get_item (MpTimelineMark *self);

/* The rectangle that the timeline gives it. */
GdkRectangle mp_timeline_mark_get_place (MpTimelineMark *self);
void mp_timeline_mark_set_place (MpTimelineMark *self, GdkRectangle place);

/* Gives it the words for its item, a milestone or a phase: its name and more about it to a screen
 * reader, with which of how many it is, and its tooltip. */
void mp_timeline_mark_describe (MpTimelineMark *self, MpAgreement *agreement, MpRank rank);

/* The same for a cluster of so many milestones, of which one may be selected: it then speaks for
 * that; MP_NONE for none. */
void mp_timeline_mark_describe_cluster (MpTimelineMark *self, MpAgreement *agreement,
                                        const guint32 *members, guint count, guint32 milestone);

/* Whether its item is the selection, or a cluster that holds it. */
gboolean mp_timeline_mark_is_selected (MpTimelineMark *self);
void mp_timeline_mark_set_selected (MpTimelineMark *self, gboolean selected);

G_END_DECLS
