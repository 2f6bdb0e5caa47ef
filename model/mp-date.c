/* mp-date.c: reads EDTF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader goes through the text once, from left to right, and stops at the first character that
 * cannot be right. It allocates nothing unless it fails. A form of date that level 2 adds begins
 * in the table of forms, or where one of the sentences named BEYOND_… is now its refusal.
 */
#include "config.h"

#include "mp-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  const char *text;
  gsize end; /* of the piece being read */
  gsize at;  /* the next byte */
  gsize *where;
  GError **error;
} Reader;

typedef struct {
  const char *first;                               /* the bytes it can start with */
  gboolean (*read) (Reader *reader, MpDate *date); /* NULL if the form is refused */
  const char *refusal;
} Form;

typedef enum {
  CLOCK_HOUR,
  CLOCK_MINUTE,
  CLOCK_SECOND,
} ClockPart;

G_DEFINE_QUARK (mp_date_error, mp_date_error)

#define BEYOND_SET N_ ("a set of dates belongs to EDTF level 2, which Milepost does not read")
#define BEYOND_SIGN                                                                                \
  N_ ("\"?\", \"~\" or \"%\" on a part of a date belongs to EDTF level 2, which Milepost does "    \
      "not read")
#define BEYOND_DIGIT                                                                               \
  N_ ("an unspecified digit here belongs to EDTF level 2, which Milepost does not read")
#define BEYOND_EXPONENT                                                                            \
  N_ ("a year with an exponent belongs to EDTF level 2, which Milepost does not read")
#define BEYOND_SIGNIFICANT                                                                         \
  N_ ("a number of significant digits belongs to EDTF level 2, which Milepost does not read")
#define BEYOND_SEASON                                                                              \
  N_ ("a part of a year numbered 25 to 41 belongs to EDTF level 2, which Milepost does not read")

/* The value of a month or a day written "XX". */
#define UNSPECIFIED (-1)

/* Level 1 leaves at most two digits of a year unspecified. */
#define MAX_UNSPECIFIED_DIGITS 2

/* Always FALSE, so that a reader can return it. */
G_GNUC_PRINTF (4, 5)
static gboolean
fail (Reader *reader, gsize wrong, MpDateError code, const char *format, ...)
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

/* Sentences are translated only here: reading a good date asks for no translation. */
static gboolean
fail_syntax (Reader *reader, gsize wrong, const char *sentence)
{
  fail (reader, wrong, MP_DATE_ERROR_SYNTAX, "%s", _ (sentence));
  return FALSE;
}

/* The character at a byte, quoted if it can be seen and printed alone, else by its number. */
static char *
quote_character (const Reader *reader, gsize at)
{
  const char *place = reader->text + at;
  gunichar character = g_utf8_get_char_validated (place, (gssize) MIN (reader->end - at, 6));
  char utf8[6];
  int length;

  if (*place == '\0')
    return g_strdup ("U+0000");
  if (character >= (gunichar) -2)
    return g_strdup_printf (_ ("byte 0x%02X"), (guchar) *place);
  if (!g_unichar_isprint (character) || g_unichar_ismark (character))
    return g_strdup_printf ("U+%04X", character);

  length = g_unichar_to_utf8 (character, utf8);
  return g_strdup_printf ("\"%.*s\"", length, utf8);
}

/* The byte some places ahead, or -1 where the text has ended. */
static int
peek (const Reader *reader, gsize ahead)
{
  if (reader->end - reader->at <= ahead)
    return -1;
  return (guchar) reader->text[reader->at + ahead];
}

static gboolean
take (Reader *reader, char byte)
{
  if (peek (reader, 0) != byte)
    return FALSE;
  reader->at++;
  return TRUE;
}

static gboolean
is_digit (int byte)
{
  return byte >= '0' && byte <= '9';
}

static gboolean
is_sign (int byte)
{
  return byte == '?' || byte == '~' || byte == '%';
}

static gboolean
read_two_digits (Reader *reader, const char *need, int *value)
{
  *value = 0;
  for (int i = 0; i < 2; i++) {
    if (!is_digit (peek (reader, 0)))
      return fail_syntax (reader, reader->at, need);
    *value = *value * 10 + reader->text[reader->at++] - '0';
  }
  return TRUE;
}

/* Reads a month or a day, which may be UNSPECIFIED. */
static gboolean
read_part (Reader *reader, const char *need, int *value)
{
  int first = peek (reader, 0);
  int second = peek (reader, 1);

  if (is_sign (first))
    return fail_syntax (reader, reader->at, BEYOND_SIGN);
  if (first == 'X' && is_digit (second))
    return fail_syntax (reader, reader->at, BEYOND_DIGIT);
  if (is_digit (first) && second == 'X')
    return fail_syntax (reader, reader->at + 1, BEYOND_DIGIT);
  if (first == 'X' && second == 'X') {
    *value = UNSPECIFIED;
    reader->at += 2;
    return TRUE;
  }
  return read_two_digits (reader, need, value);
}

/* From the start of one month to the start of another, which is not included. */
static void
set_months (MpDate *date, MpPrecision precision, gint64 year, int first, int n_months)
{
  date->precision = precision;
  date->earliest = mp_instant_from_civil (year, first, 1, 0, 0, 0);
  date->after = mp_instant_from_civil (year, first + n_months, 1, 0, 0, 0);
}

/* Reads one number of a time or of its offset. */
static gboolean
read_clock (Reader *reader, ClockPart part, int *value)
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
  gsize begin = reader->at;

  if (!read_two_digits (reader, parts[part].need, value))
    return FALSE;
  if (*value > parts[part].max)
    return fail (reader, begin, MP_DATE_ERROR_RANGE, "%s", _ (parts[part].range));
  return TRUE;
}

static gboolean
read_colon (Reader *reader)
{
  return take (reader, ':') ||
         fail_syntax (reader, reader->at,
                      N_ ("a time is hours, minutes and seconds, as in 09:30:00"));
}

/* Reads what may follow a time: nothing, "Z", "+02" or "+02:00". */
static gboolean
read_offset (Reader *reader, int *seconds)
{
  gsize begin = reader->at;
  gboolean behind = peek (reader, 0) == '-';
  int hours;
  int minutes = 0;

  *seconds = 0;
  if (take (reader, 'Z') || (!take (reader, '+') && !take (reader, '-')))
    return TRUE;
  if (!read_clock (reader, CLOCK_HOUR, &hours) ||
      (take (reader, ':') && !read_clock (reader, CLOCK_MINUTE, &minutes)))
    return FALSE;
  if (behind && hours == 0 && minutes == 0)
    return fail_syntax (reader, begin, N_ ("an offset of nothing is \"Z\" or \"+00:00\""));

  *seconds = (hours * 60 + minutes) * (behind ? -60 : 60);
  return TRUE;
}

/* Reads the time after "T"; the date holds the day. */
static gboolean
read_time (Reader *reader, MpDate *date)
{
  int hour;
  int minute;
  int second;
  int offset;

  if (!read_clock (reader, CLOCK_HOUR, &hour) || !read_colon (reader) ||
      !read_clock (reader, CLOCK_MINUTE, &minute) || !read_colon (reader) ||
      !read_clock (reader, CLOCK_SECOND, &second) || !read_offset (reader, &offset))
    return FALSE;

  date->precision = MP_PRECISION_SECOND;
  date->earliest += (hour * 60 + minute) * 60 + second - offset;
  date->after = date->earliest + 1;
  return TRUE;
}

/* Reads what follows "2026-04-"; the date holds the month, and keeps it if the day is "XX". Only
 * "XX" can follow "2026-XX-". */
static gboolean
read_day (Reader *reader, gint64 year, int month, MpDate *date)
{
  gsize begin = reader->at;
  int day;

  if (!read_part (reader, N_ ("a day needs two digits"), &day))
    return FALSE;
  if (day == UNSPECIFIED)
    return TRUE;
  if (month == UNSPECIFIED)
    return fail_syntax (reader, begin, BEYOND_DIGIT);
  if (day < 1 || day > 31)
    return fail (reader, begin, MP_DATE_ERROR_RANGE, _ ("day %02d is not 01 to 31"), day);
  if (day > mp_days_in_month (year, month)) {
    g_autofree char *words = mp_date_words (date);

    /* Translators: a day and its month, as in "there is no 30 February 2026" */
    return fail (reader, begin, MP_DATE_ERROR_RANGE, _ ("there is no %d %s"), day, words);
  }

  date->precision = MP_PRECISION_DAY;
  date->earliest += (day - 1) * MP_SECONDS_PER_DAY;
  date->after = date->earliest + MP_SECONDS_PER_DAY;
  return !take (reader, 'T') || read_time (reader, date);
}

/* Reads what follows "2026-"; the date holds the year, and keeps it if the month is "XX". */
static gboolean
read_month (Reader *reader, gint64 year, MpDate *date)
{
  gsize begin = reader->at;
  int month;

  if (!read_part (reader, N_ ("a month needs two digits"), &month))
    return FALSE;
  if (month == UNSPECIFIED)
    return !take (reader, '-') || read_day (reader, year, month, date);
  if (month >= 25 && month <= 41)
    return fail_syntax (reader, begin, BEYOND_SEASON);
  if (month >= 21 && month <= 24) {
    /* Spring, 21, starts in March. */
    set_months (date, MP_PRECISION_SEASON, year, 3 + 3 * (month - 21), 3);
    return peek (reader, 0) != '-' || fail_syntax (reader, reader->at, N_ ("a season has no day"));
  }
  if (month < 1 || month > 12)
    return fail (reader, begin, MP_DATE_ERROR_RANGE, _ ("month %02d is not 01 to 12"), month);

  set_months (date, MP_PRECISION_MONTH, year, month, 1);
  return !take (reader, '-') || read_day (reader, year, month, date);
}

/* Reads four digits; those not specified count as 0 in the value. */
static gboolean
read_year_digits (Reader *reader, gint64 *value, int *n_unspecified)
{
  *value = 0;
  *n_unspecified = 0;
  for (int i = 0; i < 4; i++, reader->at++) {
    int byte = peek (reader, 0);

    if (byte == 'X' && i < 4 - MAX_UNSPECIFIED_DIGITS)
      return fail_syntax (reader, reader->at, BEYOND_DIGIT);
    if (is_digit (byte) && *n_unspecified > 0)
      return fail_syntax (reader, reader->at - 1, BEYOND_DIGIT);
    if (byte != 'X' && !is_digit (byte))
      return fail_syntax (reader, reader->at, N_ ("a year needs four digits"));
    *n_unspecified += byte == 'X';
    *value = *value * 10 + (byte == 'X' ? 0 : byte - '0');
  }
  return TRUE;
}

/* Reads "2026" and what may follow it, and the same before the year 0. */
static gboolean
read_calendar_date (Reader *reader, MpDate *date)
{
  static const struct {
    MpPrecision precision;
    int n_years;
  } steps[MAX_UNSPECIFIED_DIGITS + 1] = {
    { MP_PRECISION_YEAR, 1 },
    { MP_PRECISION_DECADE, 10 },
    { MP_PRECISION_CENTURY, 100 },
  };
  gsize begin = reader->at;
  gboolean negative = take (reader, '-');
  int n_unspecified;
  gint64 year;
  gint64 last;

  if (!read_year_digits (reader, &year, &n_unspecified))
    return FALSE;
  if (negative && year == 0 && n_unspecified == 0)
    return fail (reader, begin, MP_DATE_ERROR_RANGE,
                 _ ("there is no year -0000; the year before 0001 is 0000"));

  last = year + steps[n_unspecified].n_years - 1;
  if (negative) {
    gint64 first = -last;

    /* The digits of -000X can be any but 0. */
    last = year == 0 ? -1 : -year;
    year = first;
  }
  set_months (date, steps[n_unspecified].precision, year, 1, (int) (last + 1 - year) * 12);

  if (is_digit (peek (reader, 0)))
    return fail_syntax (reader, reader->at,
                        N_ ("a year has four digits; a longer one has \"Y\" before it, "
                            "and a month \"-\""));
  if (peek (reader, 0) == 'S')
    return fail_syntax (reader, reader->at, BEYOND_SIGNIFICANT);
  if (peek (reader, 0) == '-' && n_unspecified > 0)
    return fail_syntax (reader, reader->at, BEYOND_DIGIT);
  return !take (reader, '-') || read_month (reader, year, date);
}

/* Reads "Y170000002". */
static gboolean
read_long_year (Reader *reader, MpDate *date)
{
  gboolean negative;
  gsize begin;
  gint64 year = 0;

  reader->at++;
  negative = take (reader, '-');
  begin = reader->at;
  if (peek (reader, 0) == '0')
    return fail_syntax (reader, begin, N_ ("a year after \"Y\" does not start with 0"));

  for (; is_digit (peek (reader, 0)); reader->at++) {
    /* More digits only make it worse, so the value may stay where it is. */
    if (year <= MP_DATE_MAX_YEAR)
      year = year * 10 + reader->text[reader->at] - '0';
  }
  if (reader->at > begin && peek (reader, 0) == 'E')
    return fail_syntax (reader, reader->at, BEYOND_EXPONENT);
  if (reader->at > begin && peek (reader, 0) == 'S')
    return fail_syntax (reader, reader->at, BEYOND_SIGNIFICANT);
  if (peek (reader, 0) == 'X')
    return fail_syntax (reader, reader->at, BEYOND_DIGIT);
  if (reader->at - begin <= 4)
    return fail_syntax (reader, reader->at, N_ ("a year after \"Y\" has more than four digits"));
  if (year > MP_DATE_MAX_YEAR)
    return fail (reader, begin, MP_DATE_ERROR_RANGE, _ ("a year goes up to 100000000000"));

  if (negative)
    year = -year;
  set_months (date, MP_PRECISION_YEAR, year, 1, 12);
  return peek (reader, 0) != '-' ||
         fail_syntax (reader, reader->at, N_ ("a year after \"Y\" has no month"));
}

/* Reads the sign at the end of a date, if it has one. */
static gboolean
read_sign (Reader *reader, MpDate *date)
{
  int sign = peek (reader, 0);

  if (!is_sign (sign))
    return TRUE;
  if (date->precision == MP_PRECISION_SECOND)
    return fail_syntax (reader, reader->at,
                        N_ ("a date with a time takes no \"?\", \"~\" or \"%\""));
  reader->at++;
  date->uncertain = sign != '~';
  date->approximate = sign != '?';

  if (is_sign (peek (reader, 0)))
    return fail_syntax (reader, reader->at,
                        N_ ("a date takes one sign; \"?\" and \"~\" together are \"%\""));
  return peek (reader, 0) != '-' || fail_syntax (reader, reader->at, BEYOND_SIGN);
}

static gboolean
check_end (Reader *reader)
{
  g_autofree char *next = NULL;

  switch (peek (reader, 0)) {
  case -1:
    return TRUE;
  case 'T':
    return fail_syntax (reader, reader->at,
                        N_ ("a time needs a whole day before it, as in 2026-04-27T09:30:00"));
  case '/':
    return fail_syntax (reader, reader->at, N_ ("one date is expected here, without \"/\""));
  default:
    next = quote_character (reader, reader->at);
    return fail (reader, reader->at, MP_DATE_ERROR_SYNTAX, _ ("the date should end before %s"),
                 next);
  }
}

/* Reads one date up to the reader's end. */
static gboolean
read_date (Reader *reader, MpDate *date)
{
  static const Form forms[] = {
    { "0123456789-", read_calendar_date, NULL },
    { "Y", read_long_year, NULL },
    { "X", NULL, BEYOND_DIGIT },
    { "?~%", NULL, BEYOND_SIGN },
    { "[{", NULL, BEYOND_SET },
    { ".", NULL, N_ ("\"..\" stands alone, at one end of an interval") },
  };
  gsize begin = reader->at;
  int first = peek (reader, 0);
  const Form *form = NULL;

  for (guint i = 0; form == NULL && i < G_N_ELEMENTS (forms); i++) {
    /* A NUL is no start, though every list of bytes ends in one. */
    if (first > 0 && strchr (forms[i].first, first) != NULL)
      form = &forms[i];
  }
  if (form == NULL)
    return fail_syntax (reader, begin,
                        N_ ("a date starts with a year, as in 2026, -0044 or Y170000002"));
  if (form->read == NULL)
    return fail_syntax (reader, begin, form->refusal);

  *date = (MpDate) { .kind = MP_DATE_KNOWN };
  if (!form->read (reader, date) || !read_sign (reader, date) || !check_end (reader))
    return FALSE;

  /* No form has leading zeros or fractions, so no date that could be read is longer. */
  g_assert (reader->end - begin <= MP_DATE_MAX_LENGTH);
  memcpy (date->text, reader->text + begin, reader->end - begin);
  return TRUE;
}

/* Reads one end of an interval, up to the reader's end. */
static gboolean
read_interval_end (Reader *reader, gboolean is_start, MpDate *date)
{
  gsize begin = reader->at;
  const char *refused;

  if (reader->at == reader->end) {
    *date = (MpDate) { MP_INSTANT_MIN, MP_INSTANT_MAX, .kind = MP_DATE_UNKNOWN };
    return TRUE;
  }
  if (reader->end - begin == 2 && memcmp (reader->text + begin, "..", 2) == 0) {
    MpInstant bound = is_start ? MP_INSTANT_MIN : MP_INSTANT_MAX;

    *date = (MpDate) { bound, bound, .kind = MP_DATE_OPEN, .text = ".." };
    return TRUE;
  }
  if (!read_date (reader, date))
    return FALSE;

  refused = strpbrk (date->text, "TX");
  if (refused == NULL)
    return TRUE;
  return fail_syntax (reader, begin + (gsize) (refused - date->text),
                      *refused == 'X' ? BEYOND_DIGIT
                                      : N_ ("an interval takes dates without a time of day"));
}

static gboolean
read_interval (Reader *reader, gsize slash, MpSpan *span)
{
  gsize end = reader->end;

  reader->end = slash;
  if (!read_interval_end (reader, TRUE, &span->start))
    return FALSE;

  reader->at = slash + 1;
  reader->end = end;
  if (!read_interval_end (reader, FALSE, &span->end))
    return FALSE;

  if (span->start.kind == MP_DATE_KNOWN && span->end.kind == MP_DATE_KNOWN &&
      span->end.after <= span->start.earliest)
    return fail (reader, slash + 1, MP_DATE_ERROR_ORDER,
                 _ ("the interval ends in %s, before it starts in %s"), span->end.text,
                 span->start.text);
  return TRUE;
}

gboolean
mp_date_parse (const char *text, gssize length, MpDate *date, gsize *where, GError **error)
{
  Reader reader = { text, .where = where, .error = error };
  MpDate result;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  if (!read_date (&reader, &result))
    return FALSE;
  *date = result;
  return TRUE;
}

gboolean
mp_span_parse (const char *text, gssize length, MpSpan *span, gsize *where, GError **error)
{
  Reader reader = { text, .where = where, .error = error };
  const char *slash;
  MpSpan result;

  g_return_val_if_fail (text != NULL && span != NULL, FALSE);

  reader.end = length < 0 ? strlen (text) : (gsize) length;
  slash = memchr (text, '/', reader.end);
  result.is_interval = slash != NULL;
  if (slash != NULL ? !read_interval (&reader, (gsize) (slash - text), &result)
                    : !read_date (&reader, &result.start))
    return FALSE;
  if (slash == NULL)
    result.end = result.start;
  *span = result;
  return TRUE;
}
