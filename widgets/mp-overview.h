/* mp-overview.h: the whole agreement in small, with a window that marks the days in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the session and changes it, as the timeline does, and knows nothing of the timeline.
 * Dragging the window moves it, dragging an edge resizes it, and dragging elsewhere draws a new
 * one. A click beside the window brings that day into the middle. The arrow keys, Page Up and Down,
 * Home and End move the window, plus and minus resize it. A wheel moves it, with Ctrl it resizes
 * it. Escape cancels a drag. To a screen reader it is a slider whose value is the days in view.
 */
#pragma once

#include "mp-overview-geometry.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_OVERVIEW (mp_overview_get_type ())
G_DECLARE_FINAL_TYPE (MpOverview, mp_overview, MP, OVERVIEW, GtkWidget)

GtkWidget *mp_overview_new (void);

/* What it shows; NULL for nothing. */
void mp_overview_set_session (MpOverview *self, MpSession *session);

/* Where its parts are, at the size it has. */
MpOverviewGeometry mp_overview_get_geometry (MpOverview *self);

G_END_DECLS
