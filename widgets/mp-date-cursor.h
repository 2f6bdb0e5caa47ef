/* mp-date-cursor.h: the handle of a date that can be moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin child of the timeline, like its marks: it is focused, read out as a slider, and moved by
 * keys. The arrows to the left and to the right move it by
 * a day, with Shift by a month, with Ctrl by a year; Delete goes
 * back to today, or ends the comparison. What it looks like, the scene draws.
 */
#pragma once

#include "mp-date.h"
#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_DATE_CURSOR (mp_date_cursor_get_type ())
G_DECLARE_FINAL_TYPE (MpDateCursor, mp_date_cursor, MP, DATE_CURSOR, GtkWidget)

/* Which of the session's dates. */
typedef enum {
  MP_CURSOR_AS_OF,  /* the one asked about */
  MP_CURSOR_BEFORE, /* the one that it is compared with */
} MpCursorKind;

GtkWidget *mp_date_cursor_new (MpCursorKind kind);

/* The date that a cursor of this kind stands for; NULL where nothing is compared. Borrowed. */
const MpDate *mp_cursor_kind_get_date (MpCursorKind kind, MpSession *session);

/* Moves it to the day that begins at the instant. */
void mp_cursor_kind_set_day (MpCursorKind kind, MpSession *session, MpInstant day);

/* The session that it moves; NULL for none. */
void mp_date_cursor_set_session (MpDateCursor *self, MpSession *session);

G_END_DECLS
