/* mp-view-history.h: views to go back to and forward to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It works as in a browser: going to a new view forgets the views that were ahead. Times are
 * arguments.
 *
 * Properties, with notify: "can-go-back" and "can-go-forward" (gboolean).
 */
#pragma once

#include "mp-view.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MP_TYPE_VIEW_HISTORY (mp_view_history_get_type ())
G_DECLARE_FINAL_TYPE (MpViewHistory, mp_view_history, MP, VIEW_HISTORY, GObject)

/* The number of views that are remembered; the oldest is forgotten first. */
#define MP_VIEW_HISTORY_MOST 100

/* Steps that follow one another within this time, in microseconds, are one move. */
#define MP_VIEW_HISTORY_PAUSE 800000

/* How the user has come to a view. */
typedef enum {
  MP_VISIT_STEP, /* by a gesture or a key: part of one move with the steps shortly before */
  MP_VISIT_JUMP, /* by a command: an entry of its own */
} MpVisit;

/* A history without a view. */
MpViewHistory *mp_view_history_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets all views but one, which becomes the present one. */
void mp_view_history_restart (MpViewHistory *self, MpView view);

/* Adds a view at which the user has arrived, at a time in microseconds. A view that mp_view_is_near
 * () to the present one changes nothing. */
void mp_view_history_visit (MpViewHistory *self, MpView view, MpVisit visit, gint64 time);

/* Go to the previous view, or to the next, and store it. Return FALSE, and change nothing, where
 * there is none. */
gboolean mp_view_history_go_back (MpViewHistory *self, MpView *view);
gboolean mp_view_history_go_forward (MpViewHistory *self, MpView *view);

gboolean mp_view_history_can_go_back (MpViewHistory *self);
gboolean mp_view_history_can_go_forward (MpViewHistory *self);

G_END_DECLS
