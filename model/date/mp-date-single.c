/* mp-date-single.c: reads one date of EDTF, neither a set nor an interval
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
read_calendar_date (MpDateReader *reader, MpDatePieces *pieces)
{
  if (!mp_date_read_year (reader, pieces) ||
      !mp_date_read_qualifier (reader, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  if (pieces->years.is_estimate)
    return mp_date_peek (reader, 0) != '-' ||
           mp_date_fail_syntax (reader, reader->at,
                                N_ ("a year with a number of significant digits has no month"));
  return !mp_date_take (reader, '-') || mp_date_read_parts (reader, pieces);
}

static gboolean
read_long_year (MpDateReader *reader, MpDatePieces *pieces)
{
  if (!mp_date_read_long_year (reader, pieces) ||
      !mp_date_read_qualifier (reader, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  return mp_date_peek (reader, 0) != '-' ||
         mp_date_fail_syntax (reader, reader->at, N_ ("a year after \"Y\" has no month"));
}

static gboolean
read_pieces (MpDateReader *reader, MpDatePieces *pieces)
{
  int first;

  pieces->parts = MP_DATE_PART_YEAR;
  if (!mp_date_read_qualifier (reader, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  first = mp_date_peek (reader, 0);
  if (mp_date_is_digit (first) || first == '-' || first == 'X')
    return read_calendar_date (reader, pieces);
  if (first == 'Y')
    return read_long_year (reader, pieces);
  if (first == '[' || first == '{')
    return mp_date_fail_set (reader);
  if (first == '.')
    return mp_date_fail_syntax (
      reader, reader->at,
      N_ ("\"..\" stands alone, at one end of an interval, or beside a date of a set"));
  return mp_date_fail_syntax (reader, reader->at,
                              N_ ("a date starts with a year, as in 2026, -0044 or Y170000002"));
}

gboolean
mp_date_read (MpDateReader *reader, MpDate *date, MpDatePieces *pieces)
{
  gsize begin = reader->at;
  MpDatePieces read = { 0 };
  gsize length;

  if (!read_pieces (reader, &read))
    return FALSE;
  mp_date_set_bounds (&read);
  if (read.precision == MP_PRECISION_DAY && read.approximate == 0 && read.uncertain == 0 &&
      mp_date_take (reader, 'T') && !mp_date_read_time (reader, &read))
    return FALSE;

  date->earliest = read.earliest;
  date->after = read.after;
  date->kind = MP_DATE_KNOWN;
  date->precision = read.precision;
  date->approximate = read.approximate;
  date->uncertain = read.uncertain;
  date->set = MP_DATE_SET_NONE;
  date->n_members = 1;
  length = reader->at - begin;
  /* No form of a date has leading zeros or fractions, so every date that can be read is short
   * enough. */
  g_assert (length <= MP_DATE_MAX_LENGTH);
  memcpy (date->text, reader->text + begin, length);
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
