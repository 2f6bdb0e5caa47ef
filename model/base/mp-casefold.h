/* mp-casefold.h: what is left of a text when it is searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People search without the marks and the cases that texts are written with. Folded, "STRASSE",
 * "Straße" and "strasse" are the same, and so are "İstanbul", "ISTANBUL" and "ıstanbul".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends a text, UTF-8, without case and diacritics; letters that are made of others, or are
 * written like them, become those, typographic quotation marks and dashes the plain ones, and a run
 * of spaces one space. Nothing is appended for spaces at the ends. */
void mp_casefold_append (GString *collapsed, const char *text);

/* The same as a text of its own. Free with g_free (). */
char *mp_casefold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Finds folded words in a text that is not, from a byte of it on, and stores which bytes they are.
 * FALSE where they are not there; nothing is stored then. */
gboolean mp_casefold_find (const char *text, const char *words, gsize from, gsize *begin,
                           gsize *end);

G_END_DECLS
