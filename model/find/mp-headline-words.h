/* mp-headline-words.h: the significant words of a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A word is significant if it has more than three letters and is not one of the common words of
 * English and German. Of two words that differ in case, accents and endings, such as "exclusive"
 * and "exclusivity" or "Vertrag" and "Verträge", the stem is the same. Chinese is written without
 * spaces; there each two characters side by side count as a word, unless one of them is a particle.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is told of each significant word: its stem, and how the text has it. Both are valid during the
 * call. Returns FALSE to end. */
typedef gboolean (*MpHeadlineWordFunc) (const char *stem, const char *word, gpointer data);

/* Calls func for each significant word of a text, which must be UTF-8, from its beginning on. */
void mp_headline_words (const char *text, MpHeadlineWordFunc func, gpointer data);

G_END_DECLS
