/* mp-overview.h: the whole agreement in small, with the days in view to take hold of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It shows the session and sets it, as the timeline does, and knows nothing of the timeline. Drag
 * the window to move, its edges to resize it, elsewhere to draw it anew; a click elsewhere brings
 * that day into the middle. By keys: arrows, Page Up and Down, Home and End move, plus and minus
 * resize. A wheel moves as well, with Ctrl it
 * resizes. Escape lets go of what is dragged. To a screen reader it is a slider whose value is the
 * days in view.
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
