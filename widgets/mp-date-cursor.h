/* mp-date-cursor.h: the handle of a date that can be moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A child of the timeline that can have the keyboard focus; screen readers treat it as a slider.
 * The left and right arrow keys move the date by a day, with Shift by a month, with Ctrl by a year.
 * Delete resets it: the as-of date becomes today, and a comparison ends. It draws nothing, because
 * the scene has the badge of the date.
 */
#pragma once

#include "mp-date.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_DATE_CURSOR (mp_date_cursor_get_type ())
G_DECLARE_FINAL_TYPE (MpDateCursor, mp_date_cursor, MP, DATE_CURSOR, GtkWidget)

/* Which of the session's dates it moves. */
typedef enum {
  MP_CURSOR_AS_OF,  /* the as-of date */
  MP_CURSOR_BEFORE, /* the one that it is compared with */
} MpCursorKind;

GtkWidget *mp_date_cursor_new (MpCursorKind kind);

/* The date that a cursor of this kind moves, borrowed; NULL where nothing is compared. */
const MpDate *mp_cursor_kind_get_date (MpCursorKind kind, MpSession *session);

/* Moves it to the day that begins at the instant. */
void mp_cursor_kind_set_day (MpCursorKind kind, MpSession *session, MpInstant day);

/* Sets the session whose date it moves; NULL for none. Takes a reference. */
void mp_date_cursor_set_session (MpDateCursor *self, MpSession *session);

G_END_DECLS
