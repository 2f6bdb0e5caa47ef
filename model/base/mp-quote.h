/* mp-quote.h: text in quotation marks, for sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns a text, UTF-8, in the quotation marks of the language. It is cut to a length that suits a
 * sentence, and then ends in "…". Free with g_free (). */
char *mp_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* As mp_quote (), but cut after max_characters. Free with g_free (). */
char *mp_quote_start (const char *text, glong max_characters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
