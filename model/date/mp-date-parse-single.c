/* mp-date-parse-single.c: reads one date of EDTF, neither a set nor an interval
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a date whose year has four digits, "2026" or "-0044", and its month and day if there are
 * any, but no time. */
static gboolean
read_calendar_date (MpDateScanner *scanner, MpDatePieces *pieces)
{
  if (!mp_date_read_year (scanner, pieces) ||
      !mp_date_read_qualifier (scanner, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  if (pieces->years.is_estimate)
    return mp_date_peek (scanner, 0) != '-' ||
           mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("a year with a number of significant digits has no month"));
  return !mp_date_take (scanner, '-') || mp_date_read_parts (scanner, pieces);
}

static gboolean
read_long_year (MpDateScanner *scanner, MpDatePieces *pieces)
{
  if (!mp_date_read_long_year (scanner, pieces) ||
      !mp_date_read_qualifier (scanner, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  return mp_date_peek (scanner, 0) != '-' ||
         mp_date_fail_syntax (scanner, scanner->at, N_ ("a year after \"Y\" has no month"));
}

static gboolean
read_pieces (MpDateScanner *scanner, MpDatePieces *pieces)
{
  int first;

  pieces->parts = MP_DATE_PART_YEAR;
  if (!mp_date_read_qualifier (scanner, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  first = mp_date_peek (scanner, 0);
  if (mp_date_is_digit (first) || first == '-' || first == 'X')
    return read_calendar_date (scanner, pieces);
  if (first == 'Y')
    return read_long_year (scanner, pieces);
  if (first == '[' || first == '{')
    return mp_date_fail_set (scanner);
  if (first == '.')
    return mp_date_fail_syntax (
      scanner, scanner->at,
      N_ ("\"..\" stands alone, at one end of an interval, or beside a date of a set"));
  return mp_date_fail_syntax (scanner, scanner->at,
                              N_ ("a date starts with a year, as in 2026, -0044 or Y170000002"));
}

gboolean
mp_date_read (MpDateScanner *scanner, MpDate *date, MpDatePieces *pieces)
{
  gsize begin = scanner->at;
  MpDatePieces read = { 0 };
  gsize length;

  if (!read_pieces (scanner, &read))
    return FALSE;
  mp_date_set_bounds (&read);
  if (read.precision == MP_PRECISION_DAY && read.approximate == 0 && read.uncertain == 0 &&
      mp_date_take (scanner, 'T') && !mp_date_read_time (scanner, &read))
    return FALSE;

  date->earliest = read.earliest;
  date->after = read.after;
  date->kind = MP_DATE_KNOWN;
  date->precision = read.precision;
  date->approximate = read.approximate;
  date->uncertain = read.uncertain;
  date->set = MP_DATE_SET_NONE;
  date->n_members = 1;
  length = scanner->at - begin;
  /* Only the number of significant digits can be written with any number of digits. */
  if (length > MP_DATE_MAX_LENGTH)
    return mp_date_fail_syntax (scanner, begin + MP_DATE_MAX_LENGTH, N_ ("the date is too long"));
  memcpy (date->text, scanner->text + begin, length);
  /* The rest is cleared, so that equal dates have equal bytes. */
  memset (date->text + length, 0, sizeof date->text - length);
  if (pieces != NULL)
    *pieces = read;
  return TRUE;
}

MpDate
mp_date_make_open (gboolean is_start)
{
  MpInstant bound = is_start ? MP_INSTANT_MIN : MP_INSTANT_MAX;

  return (MpDate) { bound, bound, .kind = MP_DATE_OPEN, .n_members = 1, .text = ".." };
}
