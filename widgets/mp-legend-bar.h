/* mp-legend-bar.h: the legend as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_LEGEND_BAR (mp_legend_bar_get_type ())
G_DECLARE_FINAL_TYPE (MpLegendBar, mp_legend_bar, MP, LEGEND_BAR, GtkWidget)

GtkWidget *mp_legend_bar_new (void);

/* Sets the session whose agreement the legend explains. To be called once; takes a reference. */
void mp_legend_bar_set_session (MpLegendBar *self, MpSession *session);

G_END_DECLS
