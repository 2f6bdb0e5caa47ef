/* mp-casefold.h: texts without the differences that a search ignores
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People search without regard to case, diacritics and typographic marks. Once they are
 * case-folded, "STRASSE", "Straße" and "strasse" are the same text, and so are "İstanbul",
 * "ISTANBUL" and "ıstanbul".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the case-folded form of a text, which must be UTF-8: in lower case and without
 * diacritics. Letters that are composed of others, or look like others, become these; typographic
 * quotation marks and dashes become plain ones; a run of spaces becomes one space, and spaces at
 * the ends are dropped. */
void mp_casefold_append (GString *casefolded, const char *text);

/* Returns the case-folded form of a text. Free with g_free (). */
char *mp_casefold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Looks for case-folded words in a text that is not case-folded, from its byte from on, which must
 * begin a character. Stores in *begin and *end the bytes [*begin, *end) of the text that are these
 * words. Returns FALSE, and stores nothing, where the words are not found or are empty. */
gboolean mp_casefold_find (const char *text, const char *words, gsize from, gsize *begin,
                           gsize *end);

G_END_DECLS
