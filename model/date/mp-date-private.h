/* mp-date-private.h: what the files of this folder that read and word dates share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A scanner goes through the text once, from left to right, and stops at the first character that
 * cannot be right. It allocates nothing unless it fails.
 */
#pragma once

#include "mp-date.h"

G_BEGIN_DECLS

typedef struct {
  const char *text;
  gsize end;    /* of the piece that is read */
  gsize at;     /* the next byte */
  gsize *where; /* where to store the place of an error, or NULL */
  GError **error;
} MpDateScanner;

/* The years that a text allows. */
typedef struct {
  gint64 first;
  gint64 last;
  gint64 written; /* without the sign; an unspecified digit is 0 */
  gint64 free;    /* 1 for each unspecified digit, else 0: 1010 for X9X4 */
  gboolean is_negative;
  gboolean is_estimate; /* first and last come from a number of significant digits */
} MpDateYears;

/* The numbers that the two characters of a month or of a day allow: first, and every step-th number
 * from it to last. */
typedef struct {
  int first; /* 0 if there is no such part */
  int last;
  int step;           /* 1 or 10 */
  gboolean is_masked; /* at least one digit is unspecified */
} MpDateNumbers;

/* What the text of one date says, piece by piece. */
typedef struct {
  MpInstant earliest;
  MpInstant after;
  MpPrecision precision;
  MpDateParts parts; /* those that are written */
  MpDateParts approximate;
  MpDateParts uncertain;
  MpDateYears years;
  MpDateNumbers months;
  MpDateNumbers days;
  int part_of_year; /* 21 to 41, a season or the like instead of a month; or 0 */
} MpDatePieces;

/* EDTF numbers the parts of a year from here to there. */
#define MP_DATE_FIRST_PART_OF_YEAR 21
#define MP_DATE_LAST_PART_OF_YEAR 41

/* --- mp-date-scanner.c ------------------------------------------------------------------------ */

/* Set the error, with the byte that is wrong, and return FALSE, so that a scanner can return their
 * result. sentence is marked with N_ () and is translated here, so that reading a good date
 * translates nothing. */
gboolean mp_date_fail (MpDateScanner *scanner, gsize wrong, MpDateError code, const char *format,
                       ...) G_GNUC_PRINTF (4, 5);
gboolean mp_date_fail_syntax (MpDateScanner *scanner, gsize wrong, const char *sentence);
gboolean mp_date_fail_range (MpDateScanner *scanner, gsize wrong, const char *sentence);

/* Fails at the next byte, because a set cannot stand here. */
gboolean mp_date_fail_set (MpDateScanner *scanner);

/* Returns the character at a byte in quotation marks or, if it cannot be printed by itself, its
 * number. Free with g_free (). */
char *mp_date_quote_character (const MpDateScanner *scanner, gsize at) G_GNUC_WARN_UNUSED_RESULT;

/* Takes the "?", "~" or "%" that is the next byte, and that qualifies the given parts. Fails if a
 * second sign follows. */
gboolean mp_date_take_qualifier (MpDateScanner *scanner, MpDateParts parts, MpDatePieces *pieces);

/* Reads a number of at least one digit that does not start with 0. What is above max is stored as
 * max + 1. need is the sentence for the error if there is no such number. */
gboolean mp_date_read_count (MpDateScanner *scanner, const char *need, int max, int *value);

/* Returns the byte that many places ahead, or -1 after the end. */
static inline int
mp_date_peek (const MpDateScanner *scanner, gsize ahead)
{
  if (scanner->end - scanner->at <= ahead)
    return -1;
  return (guchar) scanner->text[scanner->at + ahead];
}

/* Takes the next byte if it is the given one. */
static inline gboolean
mp_date_take (MpDateScanner *scanner, char byte)
{
  if (mp_date_peek (scanner, 0) != byte)
    return FALSE;
  scanner->at++;
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

/* Reads a qualifier if there is one. Returns FALSE only for an error. */
static inline gboolean
mp_date_read_qualifier (MpDateScanner *scanner, MpDateParts parts, MpDatePieces *pieces)
{
  return !mp_date_is_qualifier (mp_date_peek (scanner, 0)) ||
         mp_date_take_qualifier (scanner, parts, pieces);
}

/* --- Readers, each in a file of its own ------------------------------------------------------- */

/* Read "2026", "-0044", "20X6" or "1950S2"; and "Y170000002", "Y17E8" or "Y3388E2S3". */
gboolean mp_date_read_year (MpDateScanner *scanner, MpDatePieces *pieces);
gboolean mp_date_read_long_year (MpDateScanner *scanner, MpDatePieces *pieces);

/* Whether the text excludes any year between the first and the last. */
gboolean mp_date_years_have_gaps (const MpDateYears *years);

/* Return the number of years that the text allows, and one of them, counted from the first. For
 * years of four digits only. */
int mp_date_count_years (const MpDateYears *years);
gint64 mp_date_get_year (const MpDateYears *years, int index);

/* Reads what follows "2026-": "04", "04-27" or "21", but no time of day. */
gboolean mp_date_read_parts (MpDateScanner *scanner, MpDatePieces *pieces);

/* Sets the bounds of the pieces from their years, months and days. */
void mp_date_set_bounds (MpDatePieces *pieces);

/* Reads the time after "T". The pieces hold the day with its bounds, which become those of the
 * second. */
gboolean mp_date_read_time (MpDateScanner *scanner, MpDatePieces *pieces);

/* Reads one date, neither a set nor an interval, and leaves the scanner behind it. Stores what it
 * consists of in *pieces, unless that is NULL. */
gboolean mp_date_read (MpDateScanner *scanner, MpDate *date, MpDatePieces *pieces);

/* Reads "[1667,1668]" or "{1667,1668}". */
gboolean mp_date_read_set (MpDateScanner *scanner, MpDate *date);

/* Reads a span whose ends were counted from another date, and so may be sets, or dates with a time
 * of day: "2026-07-26/[2030-04-01..2031-03-31]". Reads every other span as well. Otherwise as
 * mp_span_parse (). */
gboolean mp_span_parse_derived (const char *text, gssize length, MpSpan *span, gsize *where,
                                GError **error);

/* Returns ".." as a start or as an end. */
MpDate mp_date_make_open (gboolean is_start);

/* Returns the words of a date without those for its signs. text is the date as written. Free with
 * g_free (). */
char *mp_date_pieces_words (const MpDatePieces *pieces, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
