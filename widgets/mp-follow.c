/* mp-follow.c: following the properties of another object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-follow.h"

void
mp_follow (gpointer source, gpointer follower, GCallback callback, const char *property, ...)
{
  va_list more;

  va_start (more, property);
  for (; property != NULL; property = va_arg (more, const char *)) {
    g_autofree char *signal = g_strconcat ("notify::", property, NULL);

    g_signal_connect_object (source, signal, callback, follower, G_CONNECT_SWAPPED);
  }
  va_end (more);
}

void
mp_unfollow (gpointer source, gpointer follower)
{
  if (source != NULL)
    g_signal_handlers_disconnect_by_data (source, follower);
}
