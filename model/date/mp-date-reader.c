/* mp-date-reader.c: what all readers of dates do: look ahead, take a byte, fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include "mp-quote.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (mp_date_error, mp_date_error)

gboolean
mp_date_fail (MpDateReader *reader, gsize wrong, MpDateError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (reader->where != NULL)
    *reader->where = wrong;
  g_set_error_literal (reader->error, MP_DATE_ERROR, (int) code, message);
  return FALSE;
}

gboolean
mp_date_fail_syntax (MpDateReader *reader, gsize wrong, const char *sentence)
{
  mp_date_fail (reader, wrong, MP_DATE_ERROR_SYNTAX, "%s", _ (sentence));
  return FALSE;
}

gboolean
mp_date_fail_range (MpDateReader *reader, gsize wrong, const char *sentence)
{
  mp_date_fail (reader, wrong, MP_DATE_ERROR_RANGE, "%s", _ (sentence));
  return FALSE;
}

gboolean
mp_date_fail_set (MpDateReader *reader)
{
  return mp_date_fail_syntax (
    reader, reader->at,
    N_ ("a set stands alone, neither in another set nor at an end of an interval"));
}

char *
mp_date_quote_character (const MpDateReader *reader, gsize at)
{
  const char *place = reader->text + at;
  gunichar character = g_utf8_get_char_validated (place, (gssize) MIN (reader->end - at, 6));
  char utf8[7] = "";

  if (*place == '\0')
    return g_strdup ("U+0000");
  if (character >= (gunichar) -2)
    return g_strdup_printf (_ ("byte 0x%02X"), (guchar) *place);
  if (!g_unichar_isprint (character) || g_unichar_ismark (character))
    return g_strdup_printf ("U+%04X", character);

  g_unichar_to_utf8 (character, utf8);
  return mp_quote (utf8);
}

gboolean
mp_date_take_qualifier (MpDateReader *reader, MpDateParts parts, MpDatePieces *pieces)
{
  char sign = reader->text[reader->at++];

  if (sign != '?')
    pieces->approximate |= parts;
  if (sign != '~')
    pieces->uncertain |= parts;

  return !mp_date_is_qualifier (mp_date_peek (reader, 0)) ||
         mp_date_fail_syntax (reader, reader->at,
                              N_ ("one sign is enough; \"?\" and \"~\" together are \"%\""));
}

gboolean
mp_date_read_count (MpDateReader *reader, const char *need, int max, int *value)
{
  *value = 0;
  if (!mp_date_is_digit (mp_date_peek (reader, 0)) || mp_date_peek (reader, 0) == '0')
    return mp_date_fail_syntax (reader, reader->at, need);
  for (; mp_date_is_digit (mp_date_peek (reader, 0)); reader->at++) {
    /* Above max the exact value does not matter. */
    if (*value <= max)
      *value = *value * 10 + reader->text[reader->at] - '0';
  }
  *value = MIN (*value, max + 1);
  return TRUE;
}
