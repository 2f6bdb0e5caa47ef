/* mp-saved-toast.h: tells that a file was saved, and leads to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Returns a toast about a file with the buttons "Open" and "Show in Folder", which are the actions
 * "win.open-saved" and "win.show-saved" with the URI of the file. */
AdwToast *mp_saved_toast_new (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Returns what the toast says, for screen readers. Free with g_free (). */
char *mp_saved_toast_words (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Opens a file in the program that the desktop has for it. If there is none, callback gets the
 * error from gtk_show_uri_full_finish (). */
void mp_saved_open (GtkWindow *parent, const char *uri, GAsyncReadyCallback callback,
                    gpointer data);

/* Shows the folder of a file, with the file selected where the desktop's file manager can do that.
 */
void mp_saved_show_in_folder (GtkWindow *parent, const char *uri);

G_END_DECLS
