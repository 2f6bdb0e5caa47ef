/* mp-untrusted-text.h: text that somebody else wrote, made harmless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles, file names and arguments may hold anything: characters that move the cursor of a
 * terminal, turn the direction of the words around them, or break the line.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a character would break the line, move the cursor or turn the direction of text, and so
 * make a line say something else than was written. The joiners U+200C and U+200D do not count:
 * words and emoji are spelt with them. */
gboolean mp_untrusted_text_is_unsafe (gunichar character);

/* Returns a text, in any encoding, as one line of UTF-8: with "\u202e" for an unsafe character, and
 * "\xff" for a byte that is not UTF-8. It is cut after max_characters, and then ends in "…"; 0 does
 * not cut. Free with g_free (). */
char *mp_untrusted_text_escape (const char *text, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text, which must be UTF-8, without the combining marks that are too many for one
 * letter: together they could be wider than a panel or higher than a line, with no place to break.
 * Free with g_free (). */
char *mp_untrusted_text_limit_combining (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text, which must be UTF-8, so that it cannot turn the words around it: unchanged where
 * all of it runs from left to right, else between Unicode's isolates, and without directional
 * characters of its own, which could end these. Combining marks are limited too. The text is cut
 * after max_characters, and then ends in "…"; 0 does not cut. Free with g_free (). */
char *mp_untrusted_text_isolate (const char *text, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text, which must be UTF-8, without the isolates around parts of it, or NULL if it has
 * none or if a part runs from right to left or turns the words around it. Among words that run from
 * left to right, the isolates make no difference to what is left. Free with g_free (). */
char *mp_untrusted_text_join (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
