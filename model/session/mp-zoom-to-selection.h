/* mp-zoom-to-selection.h: the view that shows one item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"

G_BEGIN_DECLS

/* How close to go. */
typedef enum {
  MP_ZOOM_CONTEXT, /* a third of the view, between what is before and after it */
  MP_ZOOM_CLOSE,   /* the item alone, with a margin */
} MpZoomDepth;

/* The days that show a milestone or a phase so. What has no end of its own is shown as far as the
 * agreement goes; a single day within a part of it, so that one still knows where one is. FALSE for
 * anything else, and where there is no agreement. */
gboolean mp_zoom_to_item (MpSession *session, MpItem item, MpZoomDepth depth, MpView *view);

/* Where the command to frame leads to from a view: to the selection in its context, from there to
 * the selection alone, from there to everything; with nothing selected, to everything. */
MpView mp_zoom_to_selection (MpSession *session, MpView from);

G_END_DECLS
