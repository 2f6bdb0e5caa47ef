/* mp-untrusted-text.c: text that somebody else wrote, made harmless
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-untrusted-text.h"

#include <string.h>

/* Unicode's characters before and after a text whose direction does not affect the text around it.
 */
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* The one that makes it run from right to left. */
#define RIGHT_TO_LEFT_ISOLATE 0x2067

#define ELLIPSIS "…"

/* The most combining marks on one letter. No script needs more. */
#define MAX_MARKS 8

gboolean
mp_untrusted_text_is_unsafe (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  if (character == 0x200c || character == 0x200d)
    return FALSE;
  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

char *
mp_untrusted_text_escape (const char *text, guint max_characters)
{
  GString *escaped = g_string_new (NULL);
  const char *end = text + strlen (text);
  guint n = 0;

  while (text < end) {
    gunichar character = g_utf8_get_char_validated (text, end - text);

    if (++n > max_characters && max_characters > 0) {
      g_string_append (escaped, ELLIPSIS);
      break;
    }
    if (character == (gunichar) -1 || character == (gunichar) -2) {
      g_string_append_printf (escaped, "\\x%02x", (guchar) *text++);
      continue;
    }
    if (mp_untrusted_text_is_unsafe (character))
      g_string_append_printf (escaped, "\\u%04x", character);
    else
      g_string_append_unichar (escaped, character);
    text = g_utf8_next_char (text);
  }
  return g_string_free (escaped, FALSE);
}

/* Whether a character is a combining mark beyond the limit. *marks counts the marks on the same
 * letter; it starts with 0. */
static gboolean
is_beyond_limit (gunichar c, guint *marks)
{
  *marks = c >= 0x300 && g_unichar_ismark (c) ? *marks + 1 : 0;
  return *marks > MAX_MARKS;
}

char *
mp_untrusted_text_limit_combining (const char *text)
{
  GString *limited = g_string_new (NULL);
  guint marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!is_beyond_limit (c, &marks))
      g_string_append_unichar (limited, c);
  }
  return g_string_free (limited, FALSE);
}

/* Whether a character changes the direction of the text after it, or ends such a change. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2069 && c != RIGHT_TO_LEFT_ISOLATE;
}

/* Whether a character may run from right to left: one of the blocks that Unicode keeps for Hebrew,
 * Arabic and the like, or the right-to-left mark, which stands outside of them. */
static gboolean
is_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f;
}

char *
mp_untrusted_text_isolate (const char *text, guint max_characters)
{
  GString *isolated = g_string_new (NULL);
  gboolean needed = FALSE;
  guint n = 0, marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (++n > max_characters && max_characters > 0) {
      g_string_append (isolated, ELLIPSIS);
      break;
    }
    needed = needed || turns_text (c) || is_right_to_left (c);
    if (!turns_text (c) && !is_beyond_limit (c, &marks))
      g_string_append_unichar (isolated, c);
  }
  if (needed) {
    g_autofree char *inner = g_string_free (isolated, FALSE);

    isolated = g_string_new (NULL);
    g_string_append_unichar (isolated, FIRST_STRONG_ISOLATE);
    g_string_append (isolated, inner);
    g_string_append_unichar (isolated, POP_DIRECTIONAL_ISOLATE);
  }
  return g_string_free (isolated, FALSE);
}

char *
mp_untrusted_text_join (const char *text)
{
  gboolean has_isolate = FALSE;
  GString *joined;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_right_to_left (c) || (turns_text (c) && !is_isolate (c)))
      return NULL;
    has_isolate = has_isolate || is_isolate (c);
  }
  if (!has_isolate)
    return NULL;
  joined = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_isolate (g_utf8_get_char (p)))
      g_string_append_unichar (joined, g_utf8_get_char (p));
  return g_string_free (joined, FALSE);
}
