/* mp-zoom-to-selection.h: the view that shows one item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

/* How close to zoom in. */
typedef enum {
  MP_ZOOM_CONTEXT, /* the item takes a third of the view */
  MP_ZOOM_CLOSE,   /* the item fills the view, with a margin */
} MpZoomDepth;

/* Stores the view that shows a milestone or a phase at this depth. An item without an end is shown
 * as far as the agreement goes. A short item is shown with a part of the agreement around it.
 * Returns FALSE for an item of another kind, and where there is no agreement. */
gboolean mp_zoom_to_item (MpSession *session, MpItem item, MpZoomDepth depth, MpView *view);

/* The view that the command "zoom to selection" goes to from another: the selection in its context;
 * from there the selection alone; from there, or with nothing selected, everything. */
MpView mp_zoom_to_selection (MpSession *session, MpView from);

G_END_DECLS
