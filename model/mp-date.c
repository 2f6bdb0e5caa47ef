/* mp-date.c: reads EDTF: dates and intervals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (mp_date_error, mp_date_error)

#define SET_STANDS_ALONE                                                                           \
  N_ ("a set stands alone, neither in another set nor at an end of an interval")
#define DOTS_STAND_ALONE                                                                           \
  N_ ("\"..\" stands alone, at one end of an interval, or beside a date of a set")

/* Reads "2026" and what may follow it, but no time, and the same before the year 0. */
static gboolean
read_calendar_date (MpDateReader *reader, MpDatePieces *pieces)
{
  if (!mp_date_read_year (reader, pieces) || !mp_date_read_sign (reader, MP_DATE_PART_YEAR, pieces))
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
      !mp_date_read_sign (reader, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  return mp_date_peek (reader, 0) != '-' ||
         mp_date_fail_syntax (reader, reader->at, N_ ("a year after \"Y\" has no month"));
}

static gboolean
read_pieces (MpDateReader *reader, MpDatePieces *pieces)
{
  int first;

  pieces->parts = MP_DATE_PART_YEAR;
  if (!mp_date_read_sign (reader, MP_DATE_PART_YEAR, pieces))
    return FALSE;
  first = mp_date_peek (reader, 0);
  if (mp_date_is_digit (first) || first == '-' || first == 'X')
    return read_calendar_date (reader, pieces);
  if (first == 'Y')
    return read_long_year (reader, pieces);
  if (first == '[' || first == '{')
    return mp_date_fail_syntax (reader, reader->at, SET_STANDS_ALONE);
  if (first == '.')
    return mp_date_fail_syntax (reader, reader->at, DOTS_STAND_ALONE);
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
  /* No form has leading zeros or fractions, so no date that could be read is longer. */
  g_assert (length <= MP_DATE_MAX_LENGTH);
  memcpy (date->text, reader->text + begin, length);
  /* All of it, so that equal dates have equal bytes. */
  memset (date->text + length, 0, sizeof date->text - length);
  if (pieces != NULL)
    *pieces = read;
  return TRUE;
}

static gboolean
check_end (MpDateReader *reader)
{
  g_autofree char *next = NULL;

  switch (mp_date_peek (reader, 0)) {
  case -1:
    return TRUE;
  case 'T':
    return mp_date_fail_syntax (
      reader, reader->at,
      N_ ("a time needs a whole day before it, without signs, as in 2026-04-27T09:30:00"));
  case '/':
    return mp_date_fail_syntax (reader, reader->at,
                                N_ ("one date is expected here, without \"/\""));
  default:
    next = mp_date_quote_character (reader, reader->at);
    return mp_date_fail (reader, reader->at, MP_DATE_ERROR_SYNTAX,
                         /* Translators: a character in quotes */
                         _ ("the date should end before %s"), next);
  }
}

static gboolean
starts_set (const MpDateReader *reader)
{
  return mp_date_peek (reader, 0) == '[' || mp_date_peek (reader, 0) == '{';
}

/* Reads one date or one set up to the reader's end. */
static gboolean
read_whole (MpDateReader *reader, MpDate *date)
{
  if (starts_set (reader))
    return mp_date_read_set (reader, date) &&
           (mp_date_peek (reader, 0) != '/' ||
            mp_date_fail_syntax (reader, reader->at, SET_STANDS_ALONE)) &&
           check_end (reader);
  return mp_date_read (reader, date, NULL) && check_end (reader);
}

MpDate
mp_date_make_open (gboolean is_start)
{
  MpInstant bound = is_start ? MP_INSTANT_MIN : MP_INSTANT_MAX;

  return (MpDate) { bound, bound, .kind = MP_DATE_OPEN, .n_members = 1, .text = ".." };
}

/* Reads one end of an interval, up to the reader's end. */
static gboolean
read_interval_end (MpDateReader *reader, gboolean is_start, gboolean is_derived, MpDate *date)
{
  gsize begin = reader->at;
  const char *time;

  if (reader->at == reader->end) {
    *date = (MpDate) { MP_INSTANT_MIN, MP_INSTANT_MAX, .kind = MP_DATE_UNKNOWN, .n_members = 1 };
    return TRUE;
  }
  if (reader->end - begin == 2 && memcmp (reader->text + begin, "..", 2) == 0) {
    *date = mp_date_make_open (is_start);
    return TRUE;
  }
  if (is_derived)
    return read_whole (reader, date);
  if (!mp_date_read (reader, date, NULL) || !check_end (reader))
    return FALSE;

  time = date->precision == MP_PRECISION_SECOND ? strchr (date->text, 'T') : NULL;
  return time == NULL || mp_date_fail_syntax (reader, begin + (gsize) (time - date->text),
                                              N_ ("an interval takes dates without a time of day"));
}

static gboolean
read_interval (MpDateReader *reader, gsize slash, gboolean is_derived, MpSpan *span)
{
  gsize end = reader->end;

  reader->end = slash;
  if (!read_interval_end (reader, TRUE, is_derived, &span->start))
    return FALSE;

  reader->at = slash + 1;
  reader->end = end;
  if (!read_interval_end (reader, FALSE, is_derived, &span->end))
    return FALSE;

  if (span->start.kind == MP_DATE_KNOWN && span->end.kind == MP_DATE_KNOWN &&
      span->end.after <= span->start.earliest)
    return mp_date_fail (reader, slash + 1, MP_DATE_ERROR_ORDER,
                         /* Translators: both are dates as they are written, such as 2030-05 */
                         _ ("the interval ends in %s, before it starts in %s"), span->end.text,
                         span->start.text);
  return TRUE;
}

gboolean
mp_date_parse (const char *text, gssize length, MpDate *date, gsize *where, GError **error)
{
  MpDateReader reader = { text, .where = where, .error = error };
  MpDate result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  if (!read_whole (&reader, &result))
    return FALSE;
  *date = result;
  return TRUE;
}

gboolean
mp_date_parse_end (const char *text, gssize length, gboolean is_start, MpDate *date, gsize *where,
                   GError **error)
{
  MpDateReader reader = { text, .where = where, .error = error };
  MpDate result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  if (!read_interval_end (&reader, is_start, TRUE, &result))
    return FALSE;
  *date = result;
  return TRUE;
}

static gboolean
parse_span (MpDateReader *reader, gboolean is_derived, MpSpan *span)
{
  const char *slash = NULL;
  MpSpan result;

  /* A set that stands alone says better what is wrong with a slash in it. */
  if (is_derived || !starts_set (reader))
    slash = memchr (reader->text, '/', reader->end);
  result.is_interval = slash != NULL;
  if (slash != NULL ? !read_interval (reader, (gsize) (slash - reader->text), is_derived, &result)
                    : !read_whole (reader, &result.start))
    return FALSE;
  if (slash == NULL)
    result.end = result.start;
  *span = result;
  return TRUE;
}

gboolean
mp_span_parse (const char *text, gssize length, MpSpan *span, gsize *where, GError **error)
{
  MpDateReader reader = { text, .where = where, .error = error };

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  return parse_span (&reader, FALSE, span);
}

gboolean
mp_span_parse_derived (const char *text, gssize length, MpSpan *span, gsize *where, GError **error)
{
  MpDateReader reader = { text, .where = where, .error = error };

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  return parse_span (&reader, TRUE, span);
}
