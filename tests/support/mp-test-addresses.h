/* mp-test-addresses.h: addresses of files that nobody should give, and somebody will
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All of odd-addresses.lines: more than a hundred, some of them no UTF-8. Free with g_strfreev ().
 */
char **mp_test_addresses (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
