/* mp-date.h: dates as precise as their source, in EDTF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Extended Date/Time Format is ISO 8601-2; the rules here are those of the Library of Congress
 * specification of 2019, levels 0 to 2, all of them. docs/dates.md has each form, with its bounds
 * and its words.
 *
 * A date has four faces, and none may stand for another: the text as written, the earliest instant
 * it can mean, the first instant after the latest one, and words.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Seconds since 1970-01-01T00:00Z, proleptic Gregorian calendar, no leap seconds. */
typedef gint64 MpInstant;

#define MP_INSTANT_MIN G_MININT64 /* before every date */
#define MP_INSTANT_MAX G_MAXINT64 /* after every date */
#define MP_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

/* Years beyond this, before or after the year 0, are refused. No date in an agreement needs them,
 * and so all instants stay far from the limits of MpInstant. */
#define MP_DATE_MAX_YEAR G_GINT64_CONSTANT (100000000000)

/* The longest text of one date, in bytes. Only a set can come near it. */
#define MP_DATE_MAX_LENGTH 255

typedef enum {
  MP_DATE_KNOWN,   /* a date, however vague */
  MP_DATE_OPEN,    /* "..": no bound at all */
  MP_DATE_UNKNOWN, /* "" in an interval: there is a bound, but it is not known */
} MpDateKind;

/* The unit to which a date is known, from coarse to fine. */
typedef enum {
  MP_PRECISION_MILLENNIUM, /* or coarser */
  MP_PRECISION_CENTURY,
  MP_PRECISION_DECADE,
  MP_PRECISION_YEAR,
  MP_PRECISION_SEASON, /* or a quarter, a third or a half of a year */
  MP_PRECISION_MONTH,
  MP_PRECISION_DAY,
  MP_PRECISION_SECOND,
} MpPrecision;

/* The parts that a date is written with. */
typedef enum {
  MP_DATE_PART_YEAR = 1 << 0,
  MP_DATE_PART_MONTH = 1 << 1, /* or the season, the quarter and so on */
  MP_DATE_PART_DAY = 1 << 2,
} MpDateParts;

typedef enum {
  MP_DATE_SET_NONE,   /* a single date */
  MP_DATE_SET_ONE_OF, /* "[…]": one of the members, it is not known which */
  MP_DATE_SET_ALL_OF, /* "{…}": every member */
} MpDateSet;

/* One date, or a set of them. A plain value: copy it, keep it, compare the fields.
 *
 * The bounds enclose everything that the text allows. It may exclude days between them, as
 * XXXX-12-25 and sets do. A set can be without bound on one side, as [..1984] is: then earliest is
 * MP_INSTANT_MIN, or after is MP_INSTANT_MAX. An open date has earliest == after: MP_INSTANT_MIN as
 * a start, MP_INSTANT_MAX as an end. An unknown date has earliest == MP_INSTANT_MIN and after ==
 * MP_INSTANT_MAX. */
typedef struct {
  MpInstant earliest; /* the first instant it can mean */
  MpInstant after;    /* the first instant after the last one it can mean */
  MpDateKind kind;
  MpPrecision precision;   /* of a known date: the unit before its first unspecified digit; of a
                            * set: the coarsest of its members */
  MpDateParts approximate; /* "~" or "%": the parts that are not exact; the bounds ignore this */
  MpDateParts uncertain; /* "?" or "%": the parts that the source doubts; the bounds ignore this */
  MpDateSet set;
  guint n_members;                   /* 1 unless it is a set; a range in a set counts as one */
  char text[MP_DATE_MAX_LENGTH + 1]; /* as written */
} MpDate;

#define MP_TYPE_DATE (mp_date_get_type ())
GType mp_date_get_type (void);

/* An interval, or one date as both of its ends.
 *
 * What an interval is given for holds possibly from start.earliest until end.after (excluded), and
 * certainly from start.after until end.earliest (excluded). There may be no instant at which it
 * holds certainly. */
typedef struct {
  MpDate start;
  MpDate end;
  gboolean is_interval; /* written with "/"; of a member of a set: with ".." */
} MpSpan;

/* A date and time of the calendar. */
typedef struct {
  gint64 year; /* astronomical: 0 is 1 BCE, -1 is 2 BCE */
  int month;   /* 1 to 12 */
  int day;     /* 1 to 31 */
  int hour;
  int minute;
  int second;
} MpCivil;

#define MP_DATE_ERROR (mp_date_error_quark ())
GQuark mp_date_error_quark (void);

typedef enum {
  MP_DATE_ERROR_SYNTAX, /* not EDTF, or a form of it that is not read */
  MP_DATE_ERROR_RANGE,  /* EDTF, but no such date: month 13, 30 February, a year too large */
  MP_DATE_ERROR_ORDER,  /* an interval or a range that ends before it starts */
} MpDateError;

/* Reads one date or one set; neither an interval nor "..".
 *
 * length is in bytes, or -1 for a text that ends in NUL. On failure returns FALSE, leaves *date
 * alone, sets error, and stores in *where, if where is not NULL, the byte offset of the first
 * character that is wrong. The message is one sentence without full stop that says what was
 * expected. */
gboolean mp_date_parse (const char *text, gssize length, MpDate *date, gsize *where,
                        GError **error);

/* Reads an interval "start/end", whose ends may be ".." or empty, or one date, which then is both
 * ends. As the EDTF specification demands, an end of an interval is neither a set nor a date with a
 * time of day. Otherwise as mp_date_parse (). */
gboolean mp_span_parse (const char *text, gssize length, MpSpan *span, gsize *where,
                        GError **error);

/* Reads one end of a span whose ends are given as two texts: a date, "..", or an empty text for an
 * unknown end. It may be a set or a date with a time of day. is_start says which end it is, for
 * "..". Otherwise as mp_date_parse (). */
gboolean mp_date_parse_end (const char *text, gssize length, gboolean is_start, MpDate *date,
                            gsize *where, GError **error);

/* Stores the next member of a set, in the order of the text. Start with *at as 0, and go on until
 * it returns FALSE, after the last member. A member is one date, or a range of dates from start to
 * end: then is_interval is set, and one end may be open. A date that is not a set is its own only
 * member. */
gboolean mp_date_next_member (const MpDate *date, gsize *at, MpSpan *member);

/* Returns the date in words that claim no more than the text does: "27 April 2026", "about May
 * 2026", "2030", "2030 (uncertain)", "the 2010s", "some day in April 1985", "spring 2001", "one of:
 * 1667, 1670 to 1672", "not known" for an unknown date, "no end published" or "no beginning
 * published" for an open one. The names of months are those of LC_TIME. Free with g_free (). */
char *mp_date_words (const MpDate *date) G_GNUC_WARN_UNUSED_RESULT;

/* Returns the span in words: one date as mp_date_words () does, an interval as "27 April 2026 to
 * 2030", "since 27 April 2026, no end published", "until 27 April 2026, beginning not known" and
 * the like. Free with g_free (). */
char *mp_span_words (const MpSpan *span) G_GNUC_WARN_UNUSED_RESULT;

/* Returns an instant as ISO 8601, "2026-04-27" at midnight and "2026-04-27T09:30:00Z" otherwise,
 * with a sign before years of more than four digits; "-inf" and "+inf" for MP_INSTANT_MIN and
 * MP_INSTANT_MAX. Free with g_free (). */
char *mp_instant_to_iso (MpInstant instant) G_GNUC_WARN_UNUSED_RESULT;

/* Stores the finest date that EDTF can write for an instant: its day or, if its year has more than
 * four digits, for which EDTF has no days, its year, "Y12345". Instants beyond MP_DATE_MAX_YEAR
 * count as within that year. */
void mp_date_for_day (MpInstant instant, MpDate *date);

/* Convert between instants and the calendar. Months outside 1 to 12 carry into the year, so that
 * callers can step by months; years beyond twice MP_DATE_MAX_YEAR count as that year.
 * MP_INSTANT_MIN and MP_INSTANT_MAX must not be passed.
 *
 * The algorithms are days_from_civil and civil_from_days of Howard Hinnant's "chrono-Compatible
 * Low-Level Date Algorithms", as published. */
MpInstant mp_instant_from_civil (gint64 year, int month, int day, int hour, int minute, int second);
MpCivil mp_civil_from_instant (MpInstant instant);

/* Returns the number of days in a month, 28 to 31. month is 1 to 12. */
int mp_days_in_month (gint64 year, int month);

G_END_DECLS
