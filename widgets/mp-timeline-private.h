/* mp-timeline-private.h: between the timeline and its input
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-timeline.h"

G_BEGIN_DECLS

/* Adds gestures and event controllers to a new timeline. */
void mp_timeline_input_init (MpTimeline *self);

/* Installs actions and key bindings on the class. */
void mp_timeline_input_class_init (GtkWidgetClass *widget_class);

/* Opens the list of a cluster's milestones. */
void mp_timeline_open_cluster (MpTimeline *self, guint cluster);

G_END_DECLS
