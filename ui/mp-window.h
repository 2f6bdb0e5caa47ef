/* mp-window.h: one window on one agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-session.h"
#include "mp-timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MP_TYPE_WINDOW (mp_window_get_type ())
G_DECLARE_FINAL_TYPE (MpWindow, mp_window, MP, WINDOW, AdwApplicationWindow)

/* today: the start of the day that counts as today. application may be NULL in tests. */
MpWindow *mp_window_new (GtkApplication *application, MpInstant today);

/* Reads a file in the background and shows it, or what is wrong with it. The agreement that is
 * shown stays until then, and stays if the file is wrong. */
void mp_window_load_file (MpWindow *self, GFile *file);

/* The same, at once, for an agreement that the program carries with it, by its resource path. */
void mp_window_load_resource (MpWindow *self, const char *path);

/* The same for bytes that are there already; name is what the problem page calls them. Where they
 * were left is not kept. */
void mp_window_load_bytes (MpWindow *self, GBytes *bytes, const char *name);

MpSession *mp_window_get_session (MpWindow *self);
MpTimeline *mp_window_get_timeline (MpWindow *self);

/* "agreement", "problems" or "empty": what the window shows. */
const char *mp_window_get_page (MpWindow *self);

G_END_DECLS
