/* mp-date-time.c: reads the time of day of a date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-date-private.h"

#include <glib/gi18n-lib.h>

typedef enum {
  CLOCK_HOUR,
  CLOCK_MINUTE,
  CLOCK_SECOND,
} ClockPart;

/* Reads one number of a time or of its offset from UTC. */
static gboolean
read_clock (MpDateScanner *scanner, ClockPart part, int *value)
{
  static const struct {
    int max;
    const char *need;
    const char *range;
  } parts[] = {
    [CLOCK_HOUR] = { 23, N_ ("an hour needs two digits"), N_ ("an hour is 00 to 23") },
    [CLOCK_MINUTE] = { 59, N_ ("a minute needs two digits"), N_ ("a minute is 00 to 59") },
    [CLOCK_SECOND] = { 59, N_ ("a second needs two digits"),
                       N_ ("a second is 00 to 59; leap seconds are not read") },
  };
  gsize begin = scanner->at;

  *value = 0;
  for (int i = 0; i < 2; i++) {
    if (!mp_date_is_digit (mp_date_peek (scanner, 0)))
      return mp_date_fail_syntax (scanner, scanner->at, parts[part].need);
    *value = *value * 10 + scanner->text[scanner->at++] - '0';
  }
  return *value <= parts[part].max || mp_date_fail_range (scanner, begin, parts[part].range);
}

static gboolean
read_colon (MpDateScanner *scanner)
{
  return mp_date_take (scanner, ':') ||
         mp_date_fail_syntax (scanner, scanner->at,
                              N_ ("a time is hours, minutes and seconds, as in 09:30:00"));
}

/* Reads what may follow a time: nothing, "Z", "+02" or "+02:00". Stores how many seconds the time
 * is ahead of UTC. */
static gboolean
read_offset (MpDateScanner *scanner, int *seconds)
{
  gsize begin = scanner->at;
  gboolean behind = mp_date_peek (scanner, 0) == '-';
  int hours;
  int minutes = 0;

  *seconds = 0;
  if (mp_date_take (scanner, 'Z') || (!mp_date_take (scanner, '+') && !mp_date_take (scanner, '-')))
    return TRUE;
  if (!read_clock (scanner, CLOCK_HOUR, &hours) ||
      (mp_date_take (scanner, ':') && !read_clock (scanner, CLOCK_MINUTE, &minutes)))
    return FALSE;
  if (behind && hours == 0 && minutes == 0)
    return mp_date_fail_syntax (scanner, begin, N_ ("an offset of nothing is \"Z\" or \"+00:00\""));

  *seconds = (hours * 60 + minutes) * (behind ? -60 : 60);
  return TRUE;
}

gboolean
mp_date_read_time (MpDateScanner *scanner, MpDatePieces *pieces)
{
  int hour;
  int minute;
  int second;
  int offset;

  if (!read_clock (scanner, CLOCK_HOUR, &hour) || !read_colon (scanner) ||
      !read_clock (scanner, CLOCK_MINUTE, &minute) || !read_colon (scanner) ||
      !read_clock (scanner, CLOCK_SECOND, &second) || !read_offset (scanner, &offset))
    return FALSE;
  if (mp_date_is_qualifier (mp_date_peek (scanner, 0)))
    return mp_date_fail_syntax (scanner, scanner->at,
                                N_ ("a date with a time takes no \"?\", \"~\" or \"%\""));

  pieces->precision = MP_PRECISION_SECOND;
  pieces->earliest += (hour * 60 + minute) * 60 + second - offset;
  pieces->after = pieces->earliest + 1;
  return TRUE;
}
