/* mp-view-history.h: the views that one has had, to go back to and forward again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As in a browser: going somewhere from a place in the middle forgets what lay ahead. The clock is
 * an argument.
 *
 * Properties, with notify: "can-go-back" and "can-go-forward" (gboolean).
 */
#pragma once

#include "mp-view.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MP_TYPE_VIEW_HISTORY (mp_view_history_get_type ())
G_DECLARE_FINAL_TYPE (MpViewHistory, mp_view_history, MP, VIEW_HISTORY, GObject)

/* So many views are remembered; the oldest is forgotten first. */
#define MP_VIEW_HISTORY_MOST 100

/* Steps no further apart than this, in microseconds, are one move. */
#define MP_VIEW_HISTORY_PAUSE 800000

/* How a view was come to. */
typedef enum {
  MP_VISIT_STEP, /* by hand: one with the steps shortly before */
  MP_VISIT_JUMP, /* by a command: a place of its own */
} MpVisit;

/* A history without a view. */
MpViewHistory *mp_view_history_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets everything; begins at a view. */
void mp_view_history_restart (MpViewHistory *self, MpView view);

/* Remembers a view that has been come to, at a time in microseconds. One that nobody could tell
 * from the present one changes nothing. */
void mp_view_history_visit (MpViewHistory *self, MpView view, MpVisit visit, gint64 time);

/* Goes one view back, or forward, and tells which. FALSE, and nothing changes, where there is none.
 */
gboolean mp_view_history_go_back (MpViewHistory *self, MpView *view);
gboolean mp_view_history_go_forward (MpViewHistory *self, MpView *view);

gboolean mp_view_history_can_go_back (MpViewHistory *self);
gboolean mp_view_history_can_go_forward (MpViewHistory *self);

G_END_DECLS
