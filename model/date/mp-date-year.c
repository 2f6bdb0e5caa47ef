/* mp-date-year.c: reads years: of four digits, longer ones, and those with unspecified digits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>

/* The number of digits of MP_DATE_MAX_YEAR. */
#define MAX_DIGITS 12

#define YEAR_TOO_LARGE N_ ("a year goes up to 100000000000")

/* Returns the precision of a year whose unspecified digits begin at a place: 1, 10, 100 and so on,
 * or 0 if there are none. */
static MpPrecision
precision_below (gint64 place)
{
  if (place >= 100)
    return MP_PRECISION_MILLENNIUM;
  if (place >= 10)
    return MP_PRECISION_CENTURY;
  return place >= 1 ? MP_PRECISION_DECADE : MP_PRECISION_YEAR;
}

/* Sets first and last from the least and the greatest number that the digits allow, without the
 * sign. */
static void
set_years (MpDateYears *years, gint64 least, gint64 greatest)
{
  years->first = years->is_negative ? -greatest : least;
  years->last = years->is_negative ? -least : greatest;
}

/* Returns the place of the last unspecified digit: 1, 10, 100 and so on. */
static gint64
last_free_place (const MpDateYears *years)
{
  gint64 place = 1;

  while (years->free / place % 10 == 0)
    place *= 10;
  return place;
}

/* Reads what may follow a year: "S2", the number of its significant digits. */
static gboolean
read_significant (MpDateScanner *scanner, MpDatePieces *pieces)
{
  MpDateYears *years = &pieces->years;
  gint64 place = 1; /* of the last significant digit */
  int n_digits = 0;
  int n_significant;
  gsize begin;

  if (!mp_date_take (scanner, 'S'))
    return TRUE;
  begin = scanner->at;
  if (years->free > 0)
    return mp_date_fail_syntax (
      scanner, begin - 1,
      N_ ("a year has either unspecified digits or a number of significant ones"));
  if (!mp_date_read_count (scanner, N_ ("\"S\" needs the number of significant digits, 1 or more"),
                           MAX_DIGITS, &n_significant))
    return FALSE;

  for (gint64 rest = years->written; rest > 0; rest /= 10)
    n_digits++;
  for (int i = n_significant; i < n_digits; i++)
    place *= 10;

  set_years (years, years->written / place * place, years->written / place * place + place - 1);
  if (MAX (ABS (years->first), ABS (years->last)) > MP_DATE_MAX_YEAR)
    return mp_date_fail_range (scanner, begin, YEAR_TOO_LARGE);
  years->is_estimate = place > 1;
  pieces->precision = precision_below (place / 10);
  return TRUE;
}

gboolean
mp_date_read_year (MpDateScanner *scanner, MpDatePieces *pieces)
{
  MpDateYears *years = &pieces->years;
  gsize begin = scanner->at;
  gint64 least;

  years->is_negative = mp_date_take (scanner, '-');
  for (int i = 0; i < 4; i++, scanner->at++) {
    int byte = mp_date_peek (scanner, 0);

    if (byte != 'X' && !mp_date_is_digit (byte))
      return mp_date_fail_syntax (scanner, scanner->at, N_ ("a year needs four digits"));
    years->written = years->written * 10 + (byte == 'X' ? 0 : byte - '0');
    years->free = years->free * 10 + (byte == 'X');
  }
  if (years->is_negative && years->written + years->free == 0)
    return mp_date_fail_range (scanner, begin,
                               N_ ("there is no year -0000; the year before 0001 is 0000"));

  least = years->written;
  /* -0000 is no year, so the unspecified digits of -000X are not all 0. */
  if (years->is_negative && least == 0)
    least = last_free_place (years);
  set_years (years, least, years->written + 9 * years->free);
  pieces->precision = precision_below (years->free);

  if (mp_date_is_digit (mp_date_peek (scanner, 0)) || mp_date_peek (scanner, 0) == 'X')
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("a year has four digits; a longer one has \"Y\" before it, "
                                    "and a month \"-\""));
  return read_significant (scanner, pieces);
}

/* Reads what may follow the digits of a long year: "E8", a number of zeros. */
static gboolean
read_exponent (MpDateScanner *scanner, MpDateYears *years)
{
  int exponent;

  scanner->at++;
  if (years->free > 0)
    return mp_date_fail_syntax (scanner, scanner->at - 1,
                                N_ ("a year with an exponent has no unspecified digits"));
  if (!mp_date_read_count (scanner, N_ ("\"E\" needs a number, 1 or more"), MAX_DIGITS, &exponent))
    return FALSE;
  for (; exponent > 0 && years->written <= MP_DATE_MAX_YEAR; exponent--)
    years->written *= 10;
  return TRUE;
}

gboolean
mp_date_read_long_year (MpDateScanner *scanner, MpDatePieces *pieces)
{
  MpDateYears *years = &pieces->years;
  gint64 least;
  gsize begin;
  gsize n_digits;

  scanner->at++;
  years->is_negative = mp_date_take (scanner, '-');
  begin = scanner->at;
  if (mp_date_peek (scanner, 0) == '0')
    return mp_date_fail_syntax (scanner, begin, N_ ("a year after \"Y\" does not start with 0"));

  for (;; scanner->at++) {
    int byte = mp_date_peek (scanner, 0);

    if (byte != 'X' && !mp_date_is_digit (byte))
      break;
    /* With more digits the year is too large anyway, so the numbers may stay as they are. */
    if (scanner->at - begin <= MAX_DIGITS) {
      years->written = years->written * 10 + (byte == 'X' ? 0 : byte - '0');
      years->free = years->free * 10 + (byte == 'X');
    }
  }
  n_digits = scanner->at - begin;
  if (n_digits > 0 && mp_date_peek (scanner, 0) == 'E') {
    if (!read_exponent (scanner, years))
      return FALSE;
  } else if (n_digits <= 4) {
    return mp_date_fail_syntax (
      scanner, scanner->at,
      N_ ("a year after \"Y\" has more than four digits, or an exponent as in Y17E8"));
  }

  least = years->written;
  /* The first digit is never 0, not even if it is unspecified. */
  if (scanner->text[begin] == 'X') {
    gint64 place = 1;

    while (place <= years->free / 10)
      place *= 10;
    least += place;
  }
  if (years->written + 9 * years->free > MP_DATE_MAX_YEAR)
    return mp_date_fail_range (scanner, begin, YEAR_TOO_LARGE);

  set_years (years, least, years->written + 9 * years->free);
  pieces->precision = precision_below (years->free);
  return read_significant (scanner, pieces);
}

gboolean
mp_date_years_have_gaps (const MpDateYears *years)
{
  gint64 rest = years->free;

  while (rest % 10 == 1)
    rest /= 10;
  return rest > 0;
}

int
mp_date_count_years (const MpDateYears *years)
{
  int count = 1;

  for (gint64 rest = years->free; rest > 0; rest /= 10) {
    if (rest % 10 == 1)
      count *= 10;
  }
  /* There is no -0000. */
  return years->is_negative && years->written == 0 ? count - 1 : count;
}

gint64
mp_date_get_year (const MpDateYears *years, int index)
{
  int digits = years->is_negative ? mp_date_count_years (years) - 1 - index : index;
  gint64 year = years->written;
  gint64 place = 1;

  if (years->is_negative && years->written == 0)
    digits++;
  for (gint64 rest = years->free; rest > 0; rest /= 10, place *= 10) {
    if (rest % 10 == 1) {
      year += digits % 10 * place;
      digits /= 10;
    }
  }
  return years->is_negative ? -year : year;
}
