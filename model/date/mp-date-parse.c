/* mp-date-parse.c: reads a whole text of EDTF: one date, a set or an interval
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gpointer
copy_date (gpointer date)
{
  return g_memdup2 (date, sizeof (MpDate));
}

G_DEFINE_BOXED_TYPE (MpDate, mp_date, copy_date, g_free)

/* Checks that the text ends here. */
static gboolean
check_end (MpDateScanner *scanner)
{
  g_autofree char *next = NULL;

  switch (mp_date_peek (scanner, 0)) {
  case -1:
    return TRUE;
  case 'T':
    return mp_date_fail_syntax (
      scanner, scanner->at,
      N_ ("a time needs a whole day before it, without signs, as in 2026-04-27T09:30:00"));
  case '/':
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("one date is expected here, without \"/\""));
  default:
    next = mp_date_quote_character (scanner, scanner->at);
    return mp_date_fail (scanner, scanner->at, MP_DATE_ERROR_SYNTAX,
                         /* Translators: a character in quotes */
                         _ ("the date should end before %s"), next);
  }
}

static gboolean
starts_set (const MpDateScanner *scanner)
{
  return mp_date_peek (scanner, 0) == '[' || mp_date_peek (scanner, 0) == '{';
}

/* Reads one date or one set up to the scanner's end. */
static gboolean
read_whole (MpDateScanner *scanner, MpDate *date)
{
  if (starts_set (scanner))
    return mp_date_read_set (scanner, date) &&
           (mp_date_peek (scanner, 0) != '/' || mp_date_fail_set (scanner)) && check_end (scanner);
  return mp_date_read (scanner, date, NULL) && check_end (scanner);
}

/* Reads one end of an interval, up to the scanner's end. */
static gboolean
read_interval_end (MpDateScanner *scanner, gboolean is_start, gboolean is_derived, MpDate *date)
{
  gsize begin = scanner->at;
  const char *time;

  if (scanner->at == scanner->end) {
    *date = (MpDate) { MP_INSTANT_MIN, MP_INSTANT_MAX, .kind = MP_DATE_UNKNOWN, .n_members = 1 };
    return TRUE;
  }
  if (scanner->end - begin == 2 && memcmp (scanner->text + begin, "..", 2) == 0) {
    *date = mp_date_make_open (is_start);
    return TRUE;
  }
  if (is_derived)
    return read_whole (scanner, date);
  if (!mp_date_read (scanner, date, NULL) || !check_end (scanner))
    return FALSE;

  time = date->precision == MP_PRECISION_SECOND ? strchr (date->text, 'T') : NULL;
  return time == NULL || mp_date_fail_syntax (scanner, begin + (gsize) (time - date->text),
                                              N_ ("an interval takes dates without a time of day"));
}

static gboolean
read_interval (MpDateScanner *scanner, gsize slash, gboolean is_derived, MpSpan *span)
{
  gsize end = scanner->end;

  scanner->end = slash;
  if (!read_interval_end (scanner, TRUE, is_derived, &span->start))
    return FALSE;

  scanner->at = slash + 1;
  scanner->end = end;
  if (!read_interval_end (scanner, FALSE, is_derived, &span->end))
    return FALSE;

  if (span->start.kind == MP_DATE_KNOWN && span->end.kind == MP_DATE_KNOWN &&
      span->end.after <= span->start.earliest)
    return mp_date_fail (scanner, slash + 1, MP_DATE_ERROR_ORDER,
                         /* Translators: both are dates as they are written, such as 2030-05 */
                         _ ("the interval ends in %s, before it starts in %s"), span->end.text,
                         span->start.text);
  return TRUE;
}

gboolean
mp_date_parse (const char *text, gssize length, MpDate *date, gsize *where, GError **error)
{
  MpDateScanner scanner = { text, .where = where, .error = error };
  MpDate result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  scanner.end = length < 0 ? strlen (text) : (gsize) length;
  if (!read_whole (&scanner, &result))
    return FALSE;
  *date = result;
  return TRUE;
}

gboolean
mp_date_parse_end (const char *text, gssize length, gboolean is_start, MpDate *date, gsize *where,
                   GError **error)
{
  MpDateScanner scanner = { text, .where = where, .error = error };
  MpDate result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  scanner.end = length < 0 ? strlen (text) : (gsize) length;
  if (!read_interval_end (&scanner, is_start, TRUE, &result))
    return FALSE;
  *date = result;
  return TRUE;
}

static gboolean
parse_span (MpDateScanner *scanner, gboolean is_derived, MpSpan *span)
{
  const char *slash = NULL;
  MpSpan result;

  /* In a set, which stands alone, a "/" is wrong; reading the set gives the better error. */
  if (is_derived || !starts_set (scanner))
    slash = memchr (scanner->text, '/', scanner->end);
  result.is_interval = slash != NULL;
  if (slash != NULL ? !read_interval (scanner, (gsize) (slash - scanner->text), is_derived, &result)
                    : !read_whole (scanner, &result.start))
    return FALSE;
  if (slash == NULL)
    result.end = result.start;
  *span = result;
  return TRUE;
}

gboolean
mp_span_parse (const char *text, gssize length, MpSpan *span, gsize *where, GError **error)
{
  MpDateScanner scanner = { text, .where = where, .error = error };

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  scanner.end = length < 0 ? strlen (text) : (gsize) length;
  return parse_span (&scanner, FALSE, span);
}

gboolean
mp_span_parse_derived (const char *text, gssize length, MpSpan *span, gsize *where, GError **error)
{
  MpDateScanner scanner = { text, .where = where, .error = error };

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  scanner.end = length < 0 ? strlen (text) : (gsize) length;
  return parse_span (&scanner, TRUE, span);
}

void
mp_date_for_day (MpInstant instant, MpDate *date)
{
  const MpInstant first = mp_instant_from_civil (-MP_DATE_MAX_YEAR, 1, 1, 0, 0, 0);
  const MpInstant last = mp_instant_from_civil (MP_DATE_MAX_YEAR + 1, 1, 1, 0, 0, 0) - 1;
  MpCivil civil = mp_civil_from_instant (CLAMP (instant, first, last));
  gboolean is_long = ABS (civil.year) > 9999;
  g_autofree char *text =
    is_long ? g_strdup_printf ("Y%" G_GINT64_FORMAT, civil.year)
            : g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", civil.year < 0 ? "-" : "",
                               ABS (civil.year), civil.month, civil.day);

  if (!mp_date_parse (text, -1, date, NULL, NULL))
    g_return_if_reached ();
}
