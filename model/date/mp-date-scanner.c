/* mp-date-scanner.c: what all readers of dates do: look ahead, take a byte, fail
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include "mp-quote.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (mp_date_error, mp_date_error)

gboolean
mp_date_fail (MpDateScanner *scanner, gsize wrong, MpDateError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (scanner->where != NULL)
    *scanner->where = wrong;
  g_set_error_literal (scanner->error, MP_DATE_ERROR, (int) code, message);
  return FALSE;
}

gboolean
mp_date_fail_syntax (MpDateScanner *scanner, gsize wrong, const char *sentence)
{
  mp_date_fail (scanner, wrong, MP_DATE_ERROR_SYNTAX, "%s", _ (sentence));
  return FALSE;
}

gboolean
mp_date_fail_range (MpDateScanner *scanner, gsize wrong, const char *sentence)
{
  mp_date_fail (scanner, wrong, MP_DATE_ERROR_RANGE, "%s", _ (sentence));
  return FALSE;
}

gboolean
mp_date_fail_set (MpDateScanner *scanner)
{
  return mp_date_fail_syntax (
    scanner, scanner->at,
    N_ ("a set stands alone, neither in another set nor at an end of an interval"));
}

char *
mp_date_quote_character (const MpDateScanner *scanner, gsize at)
{
  const char *place = scanner->text + at;
  gunichar character = g_utf8_get_char_validated (place, (gssize) MIN (scanner->end - at, 6));
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
mp_date_take_qualifier (MpDateScanner *scanner, MpDateParts parts, MpDatePieces *pieces)
{
  char sign = scanner->text[scanner->at++];

  if (sign != '?')
    pieces->approximate |= parts;
  if (sign != '~')
    pieces->uncertain |= parts;

  return !mp_date_is_qualifier (mp_date_peek (scanner, 0)) ||
         mp_date_fail_syntax (scanner, scanner->at,
                              N_ ("one sign is enough; \"?\" and \"~\" together are \"%\""));
}

gboolean
mp_date_read_count (MpDateScanner *scanner, const char *need, int max, int *value)
{
  *value = 0;
  if (!mp_date_is_digit (mp_date_peek (scanner, 0)) || mp_date_peek (scanner, 0) == '0')
    return mp_date_fail_syntax (scanner, scanner->at, need);
  for (; mp_date_is_digit (mp_date_peek (scanner, 0)); scanner->at++) {
    /* Above max the exact value does not matter. */
    if (*value <= max)
      *value = *value * 10 + scanner->text[scanner->at] - '0';
  }
  *value = MIN (*value, max + 1);
  return TRUE;
}
