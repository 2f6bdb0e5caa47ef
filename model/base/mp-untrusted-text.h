/* mp-untrusted-text.h: text that somebody else wrote, made harmless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles, file names and arguments may hold anything: what moves a terminal's cursor, turns the
 * direction of the words around it, or breaks the line.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a character would break the line, move the cursor or turn the text around, and so make a
 * line say something else than was written. The joiners do not: words and emoji are spelt with
 * them.
 */
gboolean mp_untrusted_text_is_unsafe (gunichar character);

/* Returns a text in any encoding as UTF-8 on one line: "\u202e" for what is unsafe, "\xff" for what
 * is no UTF-8. After so many characters it is cut, and ends in "…"; 0 does not cut. Free with
 * g_free (). */
char *mp_untrusted_text_escape (const char *text, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text without the combining marks that are too many for one letter: together they would
 * be wider than a panel or higher than a line, and nothing breaks between them. Free with g_free
 * (). */
char *mp_untrusted_text_limit_combining (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns a text so that it can stand among other words without turning them: as it is where it is
 * all left to right, else between isolates and without such marks of its own, which could end them.
 * It is thinned as well. After so many characters it is cut; 0 does not cut. Free with g_free ().
 */
char *mp_untrusted_text_isolate (const char *text, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
