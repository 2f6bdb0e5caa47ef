/* mp-date-part.c: reads what follows the year: a month, a day, or another part of a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With unspecified digits several days are possible. The bounds of the date are the first and the
 * last of them that the calendar has.
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>

#define N_PARTS_OF_YEAR (MP_DATE_LAST_PART_OF_YEAR - MP_DATE_FIRST_PART_OF_YEAR + 1)

/* Seasons of no named hemisphere are those of the northern one. Southern seasons are six months
 * away. A season that runs into the next year starts in December of the year that is written. */
static const struct {
  int first_month;
  int n_months;
} parts_of_year[N_PARTS_OF_YEAR] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21 to 24 */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25 to 28, northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29 to 32, southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33 to 36, quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37 to 39, thirds */
  { 1, 6 }, { 7, 6 },                       /* 40 and 41, halves */
};

/* Returns the numbers from 1 to max that two characters allow, each a digit or "X". There may be
 * none: then first > last. */
static MpDateNumbers
make_numbers (char tens, char units, int max)
{
  MpDateNumbers numbers = { .step = 1, .is_masked = tens == 'X' || units == 'X' };

  if (tens == 'X' && units != 'X') {
    numbers.step = 10;
    numbers.first = units == '0' ? 10 : units - '0';
    numbers.last = units - '0' + 90;
  } else {
    numbers.first = (tens == 'X' ? 0 : tens - '0') * 10 + (units == 'X' ? 0 : units - '0');
    numbers.last = (tens == 'X' ? 9 : tens - '0') * 10 + (units == 'X' ? 9 : units - '0');
    if (numbers.is_masked)
      numbers.first = MAX (numbers.first, 1);
  }
  while (numbers.last > max)
    numbers.last -= numbers.step;
  return numbers;
}

/* Takes two characters, each a digit or "X". */
static gboolean
take_two (MpDateScanner *scanner, const char *need, const char **characters)
{
  *characters = scanner->text + scanner->at;
  for (int i = 0; i < 2; i++, scanner->at++) {
    int byte = mp_date_peek (scanner, 0);

    if (byte != 'X' && !mp_date_is_digit (byte))
      return mp_date_fail_syntax (scanner, scanner->at, need);
  }
  return TRUE;
}

/* Whether February has a 29th in any of the years that the text allows. */
static gboolean
can_be_leap (const MpDateYears *years)
{
  int n_years = mp_date_count_years (years);

  for (int i = 0; i < n_years; i++) {
    if (mp_days_in_month (mp_date_get_year (years, i), 2) == 29)
      return TRUE;
  }
  return FALSE;
}

/* Removes the days that none of the months has. */
static void
drop_impossible_days (MpDatePieces *pieces)
{
  const MpDateNumbers *months = &pieces->months;
  int longest = 0;

  for (int month = months->first; month <= months->last; month += months->step) {
    int n_days = mp_days_in_month (2000, month);

    longest = MAX (longest, n_days);
  }
  if (longest == 29 && pieces->days.last >= 29 && !can_be_leap (&pieces->years))
    longest = 28;
  while (pieces->days.last > longest)
    pieces->days.last -= pieces->days.step;
}

/* Fails because none of the months has the day. */
static gboolean
fail_day (MpDateScanner *scanner, gsize begin, const MpDatePieces *pieces)
{
  MpDatePieces month = *pieces;
  g_autofree char *words = NULL;

  if (pieces->years.free > 0 || pieces->months.is_masked || pieces->days.is_masked)
    return mp_date_fail (scanner, begin, MP_DATE_ERROR_RANGE,
                         /* Translators: two digits */
                         _ ("no month that this can be has a day %.2s"), scanner->text + begin);

  month.days = (MpDateNumbers) { 0 };
  words = mp_date_pieces_words (&month, "");
  /* Translators: a day and its month, as in "there is no 30 February 2026" */
  return mp_date_fail (scanner, begin, MP_DATE_ERROR_RANGE, _ ("there is no %d %s"),
                       pieces->days.first, words);
}

/* Reads what follows "2026-04-". */
static gboolean
read_day (MpDateScanner *scanner, MpDatePieces *pieces)
{
  const char *characters;
  gsize begin;
  int first;

  if (!mp_date_read_qualifier (scanner, MP_DATE_PART_DAY, pieces))
    return FALSE;
  begin = scanner->at;
  if (!take_two (scanner, N_ ("a day needs two digits"), &characters))
    return FALSE;
  pieces->days = make_numbers (characters[0], characters[1], 31);
  first = pieces->days.first;
  if (first < 1 || pieces->days.last < first)
    return mp_date_fail (scanner, begin, MP_DATE_ERROR_RANGE, _ ("day %.2s is not 01 to 31"),
                         characters);
  drop_impossible_days (pieces);
  if (pieces->days.last < first) {
    pieces->days.last = first;
    return fail_day (scanner, begin, pieces);
  }

  pieces->parts |= MP_DATE_PART_DAY;
  if (pieces->precision == MP_PRECISION_MONTH && !pieces->days.is_masked)
    pieces->precision = MP_PRECISION_DAY;
  return mp_date_read_qualifier (scanner, MP_DATE_PART_YEAR | MP_DATE_PART_MONTH | MP_DATE_PART_DAY,
                                 pieces);
}

/* Reads a month, or another part of the year. */
static gboolean
read_month (MpDateScanner *scanner, MpDatePieces *pieces)
{
  const char *characters;
  MpDateNumbers months;
  gsize begin;

  if (!mp_date_read_qualifier (scanner, MP_DATE_PART_MONTH, pieces))
    return FALSE;
  begin = scanner->at;
  if (!take_two (scanner, N_ ("a month needs two digits"), &characters))
    return FALSE;

  pieces->parts |= MP_DATE_PART_MONTH;
  months = make_numbers (characters[0], characters[1], MP_DATE_LAST_PART_OF_YEAR);
  if (!months.is_masked && months.first >= MP_DATE_FIRST_PART_OF_YEAR &&
      months.first <= months.last) {
    pieces->part_of_year = months.first;
    if (pieces->precision == MP_PRECISION_YEAR)
      pieces->precision = MP_PRECISION_SEASON;
    return TRUE;
  }
  while (months.last > 12)
    months.last -= months.step;
  if (months.first < 1 || months.last < months.first)
    return mp_date_fail (scanner, begin, MP_DATE_ERROR_RANGE,
                         _ ("month %.2s is not 01 to 12, nor 21 to 41 for a part of the year"),
                         characters);
  pieces->months = months;
  if (pieces->precision == MP_PRECISION_YEAR && !months.is_masked)
    pieces->precision = MP_PRECISION_MONTH;
  return TRUE;
}

gboolean
mp_date_read_parts (MpDateScanner *scanner, MpDatePieces *pieces)
{
  if (!read_month (scanner, pieces) ||
      !mp_date_read_qualifier (scanner, MP_DATE_PART_YEAR | MP_DATE_PART_MONTH, pieces))
    return FALSE;
  if (pieces->part_of_year != 0)
    return mp_date_peek (scanner, 0) != '-' ||
           mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("a season or other part of a year has no day"));
  return !mp_date_take (scanner, '-') || read_day (scanner, pieces);
}

/* Returns the first of the possible days. There must be one. */
static MpInstant
find_first_day (const MpDatePieces *pieces)
{
  const MpDateNumbers *months = &pieces->months;
  int n_years = mp_date_count_years (&pieces->years);

  for (int i = 0; i < n_years; i++) {
    gint64 year = mp_date_get_year (&pieces->years, i);

    for (int month = months->first; month <= months->last; month += months->step) {
      if (pieces->days.first <= mp_days_in_month (year, month))
        return mp_instant_from_civil (year, month, pieces->days.first, 0, 0, 0);
    }
  }
  g_return_val_if_reached (0);
}

/* Returns the last of the possible days. There must be one. */
static MpInstant
find_last_day (const MpDatePieces *pieces)
{
  const MpDateNumbers *months = &pieces->months;

  for (int i = mp_date_count_years (&pieces->years) - 1; i >= 0; i--) {
    gint64 year = mp_date_get_year (&pieces->years, i);

    for (int month = months->last; month >= months->first; month -= months->step) {
      int day = pieces->days.last;

      while (day > mp_days_in_month (year, month))
        day -= pieces->days.step;
      if (day >= pieces->days.first)
        return mp_instant_from_civil (year, month, day, 0, 0, 0);
    }
  }
  g_return_val_if_reached (0);
}

void
mp_date_set_bounds (MpDatePieces *pieces)
{
  const MpDateYears *years = &pieces->years;
  const MpDateNumbers *months = &pieces->months;
  int first = 1;
  int last = 12;

  if ((pieces->parts & MP_DATE_PART_DAY) != 0) {
    pieces->earliest = find_first_day (pieces);
    pieces->after = pieces->earliest + MP_SECONDS_PER_DAY;
    if (years->free > 0 || months->is_masked || pieces->days.is_masked)
      pieces->after = find_last_day (pieces) + MP_SECONDS_PER_DAY;
    return;
  }
  if (months->first > 0) {
    first = months->first;
    last = months->last;
  } else if (pieces->part_of_year > 0) {
    int index = pieces->part_of_year - MP_DATE_FIRST_PART_OF_YEAR;

    first = parts_of_year[index].first_month;
    last = first + parts_of_year[index].n_months - 1;
  }
  pieces->earliest = mp_instant_from_civil (years->first, first, 1, 0, 0, 0);
  pieces->after = mp_instant_from_civil (years->last, last + 1, 1, 0, 0, 0);
}
