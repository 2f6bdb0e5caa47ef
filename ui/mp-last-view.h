/* mp-last-view.h: where a file was left, so that it opens there again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kept in the settings for the MP_LAST_VIEWS files that were left last; files that show everything,
 * with nothing selected, need no place there.
 */
#pragma once

#include "mp-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MP_LAST_VIEWS 50

/* Brings a session back to the days in view and the selection that the file with this URI was left
 * with, as far as the agreement, which may have been changed since, still has them. Nothing changes
 * for a file that was not left anywhere. */
void mp_last_view_restore (GSettings *settings, const char *uri, MpSession *session);

/* Keeps the days in view and the selection of a session that has an agreement. */
void mp_last_view_keep (GSettings *settings, const char *uri, MpSession *session);

G_END_DECLS
