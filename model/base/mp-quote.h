/* mp-quote.h: text in quotation marks, for sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns a text, which must be UTF-8, in the quotation marks of the language. If it is too long
 * for a sentence it is cut, and ends in "…". Free with g_free (). */
char *mp_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* As mp_quote (), but cuts after max_characters. Free with g_free (). */
char *mp_quote_start (const char *text, glong max_characters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
