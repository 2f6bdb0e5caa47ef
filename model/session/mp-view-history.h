/* mp-view-history.h: views and entries to go back to and forward to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It works as in a browser: going to a new view forgets the views that were ahead. Times are
 * arguments. Who only moves the view leaves the selection alone, and so does going back. Who
 * follows something in the panel, such as a link, adds a view with two stops: where one was, and
 * where one went.
 *
 * Properties, with notify: "can-go-back" and "can-go-forward" (gboolean).
 *
 * Signal "stopped" (const MpStop *stop): going back or forward has led to a stop; for the panel.
 */
#pragma once

#include "mp-item.h"
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

/* Where one was in the panel: what was selected, in which row of what it told, and which entry that
 * row was about. A row that is not known is G_MAXUINT. */
typedef struct {
  MpItem selection;
  guint row;
  MpItem item;
} MpStop;

/* A history without a view. */
MpViewHistory *mp_view_history_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Forgets all views but one, which becomes the present one. */
void mp_view_history_restart (MpViewHistory *self, MpView view);

/* Adds a view at which the user has arrived, at a time in microseconds. A view that mp_view_is_near
 * () to the present one changes nothing. */
void mp_view_history_visit (MpViewHistory *self, MpView view, MpVisit visit, gint64 time);

/* Adds the view at which the user has arrived by following something, even if it is the present
 * one.
 */
void mp_view_history_follow (MpViewHistory *self, MpView view, MpStop from, MpStop to);

/* Forgets the stops, whose entries are of an agreement that is not shown any more, and views that
 * are there for them only. */
void mp_view_history_forget_stops (MpViewHistory *self);

/* Go to the previous view, or to the next, and store it. *selection, which may be NULL, becomes
 * what was selected there if the way was followed; else it stays. Return FALSE, and change nothing,
 * where there is none. */
gboolean mp_view_history_go_back (MpViewHistory *self, MpView *view, MpItem *selection);
gboolean mp_view_history_go_forward (MpViewHistory *self, MpView *view, MpItem *selection);

gboolean mp_view_history_can_go_back (MpViewHistory *self);
gboolean mp_view_history_can_go_forward (MpViewHistory *self);

G_END_DECLS
