/* mp-as-of-cursor.h: the handle of the date asked about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thin child of the timeline, like its marks: it is focused, read out as a slider, and moved by
 * keys. Left and right move it by a day, with Shift by a month, with Ctrl by a year; Delete goes
 * back to today. What it looks like, the scene draws.
 */
#pragma once

#include "mp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MP_TYPE_AS_OF_CURSOR (mp_as_of_cursor_get_type ())
G_DECLARE_FINAL_TYPE (MpAsOfCursor, mp_as_of_cursor, MP, AS_OF_CURSOR, GtkWidget)

GtkWidget *mp_as_of_cursor_new (void);

/* The session that it moves; NULL for none. */
void mp_as_of_cursor_set_session (MpAsOfCursor *self, MpSession *session);

G_END_DECLS
