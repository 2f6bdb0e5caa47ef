/* mp-follow.h: following the properties of another object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Calls callback (follower, ...), as connected with G_CONNECT_SWAPPED, whenever one of the named
 * properties of source is notified, for as long as both objects live. The names end with NULL. To
 * stop earlier, call mp_unfollow (), or g_signal_handlers_disconnect_by_func () for one callback.
 */
void mp_follow (gpointer source, gpointer follower, GCallback callback, const char *property,
                ...) G_GNUC_NULL_TERMINATED;

/* Disconnects follower from every signal of source; source may be NULL. */
void mp_unfollow (gpointer source, gpointer follower);

G_END_DECLS
