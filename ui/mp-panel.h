/* mp-panel.h: a panel at the end of a window whose width one can choose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its start edge can be dragged, and has the focus for the keys: the arrows, Home and End. A double
 * click makes it as wide as at first. The width chosen is what it asks for; where there is no room
 * it is narrower, down to what its child needs.
 *
 * Properties: "child" (GtkWidget: what is in it), "width" (int: logical pixels, MP_PANEL_LEAST to
 * MP_PANEL_MOST; with notify).
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_PANEL (mp_panel_get_type ())
G_DECLARE_FINAL_TYPE (MpPanel, mp_panel, MP, PANEL, GtkWidget)

#define MP_PANEL_LEAST 300
#define MP_PANEL_MOST 800
#define MP_PANEL_USUAL 360

G_END_DECLS
