/* mp-side-panel.h: a side panel whose width the user can change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its start edge can be dragged, and takes the focus for the arrow keys, Home and End. A double
 * click restores the default width. The chosen width is what the panel requests; if there is less
 * room, it is narrower, down to what its child needs.
 *
 * Properties: "child" (GtkWidget), "width" (int: logical pixels, MP_SIDE_PANEL_LEAST to
 * MP_SIDE_PANEL_MOST; notifies).
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_SIDE_PANEL (mp_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MpSidePanel, mp_side_panel, MP, SIDE_PANEL, GtkWidget)

#define MP_SIDE_PANEL_LEAST 300
#define MP_SIDE_PANEL_MOST 800
#define MP_SIDE_PANEL_USUAL 360

G_END_DECLS
