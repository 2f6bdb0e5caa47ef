/* test-date-support.h: what the tests of dates share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mp-date.h"

#include <string.h>

/* Asserts what holds for every message: it is one printable line, and a sentence without full stop.
 */
static inline void
assert_message (const GError *error)
{
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strpbrk (error->message, "\n\r\t\x1b"));
  g_assert_false (g_str_has_suffix (error->message, "."));
}
