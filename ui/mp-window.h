/* mp-window.h: a window that shows one agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-date.h"
#include "mp-session.h"
#include "mp-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_WINDOW (mp_window_get_type ())
G_DECLARE_FINAL_TYPE (MpWindow, mp_window, MP, WINDOW, AdwApplicationWindow)

/* Creates a window without an agreement. today is the start of the day that counts as today, in
 * seconds; see mp-date.h. application may be NULL in tests. */
MpWindow *mp_window_new (GtkApplication *application, MpInstant today);

/* Loads a file in the background and shows it. The agreement that is shown stays until then;
 * without one, the window shows what has been read so far. If the file has errors, the window shows
 * its problems and keeps the agreement. The user can cancel. */
void mp_window_load_file (MpWindow *self, GFile *file);

/* The same for a stream, such as standard input. name is what the problem page calls it. Its view
 * is not stored. */
void mp_window_load_stream (MpWindow *self, GInputStream *stream, const char *name);

/* Loads the agreement at a resource path and shows it at once. */
void mp_window_load_resource (MpWindow *self, const char *path);

/* Loads an agreement from bytes and shows it at once, otherwise as from a stream. */
void mp_window_load_bytes (MpWindow *self, GBytes *bytes, const char *name);

/* Plays the story full screen, now or once the agreement is loaded; without a story, says so. */
void mp_window_play_story (MpWindow *self);

MpSession *mp_window_get_session (MpWindow *self);
MpTimeline *mp_window_get_timeline (MpWindow *self);

/* The page that is shown: "agreement", "problems", "empty" or "loading". */
const char *mp_window_get_page (MpWindow *self);

G_END_DECLS
