/* mp-test-addresses.h: odd addresses of files, as they may come from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns all addresses of odd-addresses.lines: more than a hundred, some of them not UTF-8. Free
 * with g_strfreev (). */
char **mp_test_addresses (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
