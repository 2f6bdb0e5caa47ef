/* mp-date-set.c: reads sets of dates, and finds their members
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a date that can be a member of a set: one without a time of day. */
static gboolean
read_date (MpDateScanner *scanner, MpDate *date, MpDatePieces *pieces)
{
  gsize begin = scanner->at;

  if (!mp_date_read (scanner, date, pieces))
    return FALSE;
  return pieces->precision != MP_PRECISION_SECOND ||
         mp_date_fail_syntax (scanner, begin + strcspn (date->text, "T"),
                              N_ ("a set takes dates without a time of day"));
}

/* Returns what ".." counts in: years, months, days, or one kind of part of a year. It must be the
 * same at both ends of a range. */
static int
step_of (const MpDatePieces *pieces)
{
  static const int first_of_kind[] = { 40, 37, 33, 29, 25, 21 };

  for (gsize i = 0; pieces->part_of_year != 0 && i < G_N_ELEMENTS (first_of_kind); i++) {
    if (pieces->part_of_year >= first_of_kind[i])
      return first_of_kind[i];
  }
  return (int) pieces->parts;
}

/* Checks that a date, which was read from begin on, can stand beside "..". */
static gboolean
check_range_end (MpDateScanner *scanner, gsize begin, const MpDate *date)
{
  const char *vague = strpbrk (date->text, "XS");

  return vague == NULL ||
         mp_date_fail_syntax (
           scanner, begin + (gsize) (vague - date->text),
           N_ ("beside \"..\" a date has neither unspecified digits nor a number of "
               "significant ones"));
}

static gboolean
take_dots (MpDateScanner *scanner)
{
  if (mp_date_peek (scanner, 0) != '.' || mp_date_peek (scanner, 1) != '.')
    return FALSE;
  scanner->at += 2;
  return TRUE;
}

/* Reads the second date of "1670..1672". */
static gboolean
read_range_end (MpDateScanner *scanner, MpSpan *member, const MpDatePieces *start)
{
  gsize begin = scanner->at;
  MpDatePieces end;

  if (!read_date (scanner, &member->end, &end) || !check_range_end (scanner, begin, &member->end))
    return FALSE;
  if (step_of (&end) != step_of (start))
    return mp_date_fail_syntax (
      scanner, begin,
      N_ ("both ends of a range are years, or months, or days, or parts of a year of one kind"));
  if (end.earliest < start->earliest)
    return mp_date_fail (scanner, begin, MP_DATE_ERROR_ORDER,
                         /* Translators: both are dates as they are written, such as 2030-05 */
                         _ ("the range ends in %s, before it starts in %s"), member->end.text,
                         member->start.text);
  return TRUE;
}

/* Reads one member, as mp_date_next_member () stores it, and leaves the scanner behind it. close is
 * the bracket that ends the set. */
static gboolean
read_member (MpDateScanner *scanner, char close, gboolean is_first, MpSpan *member)
{
  gsize begin = scanner->at;
  MpDatePieces pieces;

  member->is_interval = take_dots (scanner);
  if (member->is_interval) {
    if (!is_first)
      return mp_date_fail_syntax (scanner, begin,
                                  N_ ("only the first date of a set can have \"..\" before it"));
    member->start = mp_date_make_open (TRUE);
    begin = scanner->at;
    return read_date (scanner, &member->end, &pieces) &&
           check_range_end (scanner, begin, &member->end);
  }

  if (!read_date (scanner, &member->start, &pieces))
    return FALSE;
  member->is_interval = take_dots (scanner);
  if (!member->is_interval) {
    member->end = member->start;
    return TRUE;
  }
  if (!check_range_end (scanner, begin, &member->start))
    return FALSE;
  if (mp_date_peek (scanner, 0) == ',')
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("only the last date of a set can have \"..\" after it"));
  if (mp_date_peek (scanner, 0) != close)
    return read_range_end (scanner, member, &pieces);
  member->end = mp_date_make_open (FALSE);
  return TRUE;
}

/* Takes the comma before the next member, and blanks after it, which the examples of the
 * specification have. */
static gboolean
take_comma (MpDateScanner *scanner)
{
  if (!mp_date_take (scanner, ','))
    return FALSE;
  while (mp_date_take (scanner, ' '))
    ;
  return TRUE;
}

/* Fails where a member is followed neither by "," nor by the end of the set. */
static gboolean
fail_member (MpDateScanner *scanner, char close)
{
  switch (mp_date_peek (scanner, 0)) {
  case '/':
    return mp_date_fail_syntax (
      scanner, scanner->at,
      N_ ("a set takes no interval; a range of dates in it is written as 1670..1672"));
  case 'T':
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("a set takes dates without a time of day"));
  default:
    return mp_date_fail_syntax (scanner, scanner->at,
                                close == ']' ? N_ ("a set goes on with \",\" or ends with \"]\"")
                                             : N_ ("a set goes on with \",\" or ends with \"}\""));
  }
}

/* Widens the set by one more member. */
static void
add_member (MpDate *set, const MpSpan *member)
{
  MpPrecision precision =
    member->start.kind == MP_DATE_KNOWN ? member->start.precision : member->end.precision;

  set->earliest = MIN (set->earliest, member->start.earliest);
  set->after = MAX (set->after, member->end.after);
  set->precision = set->n_members == 0 ? precision : MIN (set->precision, precision);
  set->approximate |= member->start.approximate | member->end.approximate;
  set->uncertain |= member->start.uncertain | member->end.uncertain;
  set->n_members++;
}

gboolean
mp_date_read_set (MpDateScanner *scanner, MpDate *date)
{
  gsize begin = scanner->at;
  gboolean is_one_of = scanner->text[scanner->at++] == '[';
  char close = is_one_of ? ']' : '}';
  MpSpan member = { 0 };

  *date = (MpDate) {
    .earliest = MP_INSTANT_MAX,
    .after = MP_INSTANT_MIN,
    .kind = MP_DATE_KNOWN,
    .set = is_one_of ? MP_DATE_SET_ONE_OF : MP_DATE_SET_ALL_OF,
  };
  if (mp_date_peek (scanner, 0) == close)
    return mp_date_fail_syntax (scanner, scanner->at, N_ ("a set has one date or more"));
  do {
    if (!read_member (scanner, close, date->n_members == 0, &member))
      return FALSE;
    add_member (date, &member);
    /* The closing bracket must fit in too. */
    if (scanner->at - begin >= MP_DATE_MAX_LENGTH)
      return mp_date_fail (scanner, begin + MP_DATE_MAX_LENGTH - 1, MP_DATE_ERROR_RANGE,
                           _ ("a set is too long from here on; %d characters are the most"),
                           MP_DATE_MAX_LENGTH);
  } while (take_comma (scanner));
  if (!mp_date_take (scanner, close))
    return fail_member (scanner, close);
  if (mp_date_is_qualifier (mp_date_peek (scanner, 0)))
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("signs stand with the dates of a set, not after it"));

  memcpy (date->text, scanner->text + begin, scanner->at - begin);
  return TRUE;
}

gboolean
mp_date_next_member (const MpDate *date, gsize *at, MpSpan *member)
{
  MpDateScanner scanner = { date->text, .end = strlen (date->text), .at = MAX (*at, 1) };
  char close = date->set == MP_DATE_SET_ONE_OF ? ']' : '}';

  if (date->set == MP_DATE_SET_NONE) {
    if (*at > 0)
      return FALSE;
    *at = 1;
    *member = (MpSpan) { *date, *date, .is_interval = FALSE };
    return TRUE;
  }
  if (scanner.at >= scanner.end)
    return FALSE;
  if (!read_member (&scanner, close, *at == 0, member))
    g_return_val_if_reached (FALSE);
  if (!take_comma (&scanner))
    scanner.at = scanner.end;
  *at = scanner.at;
  return TRUE;
}
