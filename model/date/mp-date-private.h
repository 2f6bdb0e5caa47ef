/* mp-date-private.h: what the readers of dates share, and what they tell those who word dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader goes through the text once, from left to right, and stops at the first character that
 * cannot be right. It allocates nothing unless it fails.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  const char *text;
  gsize end; /* of the piece being read */
  gsize at;  /* the next byte */
  gsize *where;
  GError **error;
} MpDateReader;

/* The years that a text allows. */
typedef struct {
  gint64 first;
  gint64 last;
  gint64 written; /* without a sign; a digit not specified is 0 */
  gint64 free;    /* has the digit 1 where one is not specified: 1010 of X9X4 */
  gboolean is_negative;
  gboolean is_estimate; /* has a number of significant digits, which make first and last */
} MpDateYears;

/* The numbers that two digits of a month or of a day allow: every step-th from first to last. */
typedef struct {
  int first; /* 0 if there is no such part */
  int last;
  int step;           /* 1 or 10 */
  gboolean is_masked; /* a digit at least is not specified */
} MpDateNumbers;

/* What the text of one date says, piece by piece. */
typedef struct {
  MpInstant earliest;
  MpInstant after;
  MpPrecision precision;
  MpDateParts parts; /* which there are */
  MpDateParts approximate;
  MpDateParts uncertain;
  MpDateYears years;
  MpDateNumbers months;
  MpDateNumbers days;
  int part_of_year; /* 21 to 41, a season or such in place of the month, or 0 */
} MpDatePieces;

/* The parts of a year start here and end there. */
#define MP_DATE_FIRST_PART_OF_YEAR 21
#define MP_DATE_LAST_PART_OF_YEAR 41

/* --- mp-date-reader.c ------------------------------------------------------------------------- */

/* Set the error and return FALSE, so that a reader can return them. Sentences are translated only
 * here: reading a good date asks for no translation. */
gboolean mp_date_fail (MpDateReader *reader, gsize wrong, MpDateError code, const char *format, ...)
  G_GNUC_PRINTF (4, 5);
gboolean mp_date_fail_syntax (MpDateReader *reader, gsize wrong, const char *sentence);
gboolean mp_date_fail_range (MpDateReader *reader, gsize wrong, const char *sentence);

/* The same for a set where none can be, at the next byte. */
gboolean mp_date_fail_set (MpDateReader *reader);

/* Returns the character at a byte, quoted if it can be seen and printed alone, else by its number.
 * Free with g_free (). */
char *mp_date_quote_character (const MpDateReader *reader, gsize at) G_GNUC_WARN_UNUSED_RESULT;

/* Reads "?", "~" or "%", which is there and qualifies those parts. */
gboolean mp_date_take_qualifier (MpDateReader *reader, MpDateParts parts, MpDatePieces *pieces);

/* Reads a number of one digit or more that does not start with 0; more than max counts as one more
 * than max. */
gboolean mp_date_read_count (MpDateReader *reader, const char *need, int max, int *value);

/* The byte some places ahead, or -1 where the text has ended. */
static inline int
mp_date_peek (const MpDateReader *reader, gsize ahead)
{
  if (reader->end - reader->at <= ahead)
    return -1;
  return (guchar) reader->text[reader->at + ahead];
}

static inline gboolean
mp_date_take (MpDateReader *reader, char byte)
{
  if (mp_date_peek (reader, 0) != byte)
    return FALSE;
  reader->at++;
  return TRUE;
}

static inline gboolean
mp_date_is_digit (int byte)
{
  return byte >= '0' && byte <= '9';
}

static inline gboolean
mp_date_is_qualifier (int byte)
{
  return byte == '?' || byte == '~' || byte == '%';
}

/* Reads a sign if it is there. */
static inline gboolean
mp_date_read_qualifier (MpDateReader *reader, MpDateParts parts, MpDatePieces *pieces)
{
  return !mp_date_is_qualifier (mp_date_peek (reader, 0)) ||
         mp_date_take_qualifier (reader, parts, pieces);
}

/* --- One file each ---------------------------------------------------------------------------- */

/* Read "2026", "-0044", "20X6" or "1950S2"; and "Y170000002", "Y17E8" or "Y3388E2S3". */
gboolean mp_date_read_year (MpDateReader *reader, MpDatePieces *pieces);
gboolean mp_date_read_long_year (MpDateReader *reader, MpDatePieces *pieces);

/* Whether some year between the first and the last is not one that the text allows. */
gboolean mp_date_years_have_gaps (const MpDateYears *years);

/* How many years the text allows, and each of them, from the first; of years with four digits. */
int mp_date_count_years (const MpDateYears *years);
gint64 mp_date_get_year (const MpDateYears *years, int index);

/* Reads what follows "2026-": "04", "04-27" or "21", but no time of day. */
gboolean mp_date_read_parts (MpDateReader *reader, MpDatePieces *pieces);

/* Sets earliest and after from the years, months and days. */
void mp_date_set_bounds (MpDatePieces *pieces);

/* Reads the time after "T"; the pieces hold the day and its bounds. */
gboolean mp_date_read_time (MpDateReader *reader, MpDatePieces *pieces);

/* Reads one date, neither a set nor an interval, and stops after it. pieces may be NULL. */
gboolean mp_date_read (MpDateReader *reader, MpDate *date, MpDatePieces *pieces);

/* Reads "[1667,1668]" or "{1667,1668}". */
gboolean mp_date_read_set (MpDateReader *reader, MpDate *date);

/* Reads a span whose ends were counted from another date, which may make them sets or dates with a
 * time of day: "2026-07-26/[2030-04-01..2031-03-31]". Any other is read as well. Conventions as for
 * mp_span_parse (). */
gboolean mp_span_parse_derived (const char *text, gssize length, MpSpan *span, gsize *where,
                                GError **error);

/* Makes ".." as a start or as an end. */
MpDate mp_date_make_open (gboolean is_start);

/* Returns the words of a date without its signs. text is that of the date. Free with g_free (). */
char *mp_date_pieces_words (const MpDatePieces *pieces, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
