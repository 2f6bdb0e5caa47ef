/* mp-last-view.h: restores a file as it was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days in view and the selection are stored in the settings for the MP_LAST_VIEWS files that
 * were left last. Files that were left with everything in view and nothing selected are not stored.
 */
#pragma once

#include "mp-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_LAST_VIEWS 50

/* Restores the days in view and the selection with which the file of this URI was left, as far as
 * the agreement still has them. Does nothing if the file was not stored. */
void mp_last_view_restore (GSettings *settings, const char *uri, MpSession *session);

/* Stores the days in view and the selection of a session. The session must have an agreement. */
void mp_last_view_keep (GSettings *settings, const char *uri, MpSession *session);

G_END_DECLS
