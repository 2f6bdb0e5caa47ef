/* mp-reader-notice.c: rules of notice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-check.h"
#include "mp-quote.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The average number of days in a year, and in a month. */
#define DAYS_PER_YEAR 365.2425

/* Reads a length of time before the end of a term. */
static gboolean
read_length (MpReader *reader, const char *key, const json_t *json, MpDays days,
             MpDuration *duration)
{
  if (!mp_reader_read_duration (reader, key, json, duration))
    return FALSE;
  if (mp_duration_has_time (duration) || mp_duration_is_zero (duration))
    mp_diagnostics_add_error (reader->diagnostics, key,
                              _ ("notice is given days, weeks, months or years before the end"));
  else if (days == MP_DAYS_BUSINESS &&
           (duration->years != 0 || duration->months != 0 || duration->weeks != 0))
    mp_diagnostics_add_error (reader->diagnostics, key,
                              _ ("business days are counted in days only, as in P30D"));
  else
    return TRUE;
  return FALSE;
}

static double
average_days (const MpDuration *duration)
{
  return DAYS_PER_YEAR * (duration->years + duration->months / 12.0) + 7.0 * duration->weeks +
         duration->days;
}

/* "00:00" to "23:59", or "24:00". */
static gboolean
is_time (const char *text)
{
  int hour, minute;

  if (strlen (text) != strlen ("17:00") || text[2] != ':' || !g_ascii_isdigit (text[0]) ||
      !g_ascii_isdigit (text[1]) || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  hour = (text[0] - '0') * 10 + text[1] - '0';
  minute = (text[3] - '0') * 10 + text[4] - '0';
  return (hour < 24 && minute < 60) || (hour == 24 && minute == 0);
}

static void
check_time (MpReader *reader, const json_t *json)
{
  if (json != NULL && !is_time (mp_reader_string (json)))
    mp_diagnostics_add_error (reader->diagnostics, "until",
                              _ ("\"until\" is a time of day, from 00:00 to 24:00"));
}

/* Reads the closed days. */
static void
read_closed (MpReader *reader, json_t *array)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint mark = mp_diagnostics_enter_key (reader->diagnostics, "closed");

  for (gsize i = 0; i < json_array_size (array); i++) {
    json_t *json = json_array_get (array, i);
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);
    MpDate day;

    if (!json_is_string (json)) {
      mp_reader_add_type_error (reader, NULL, _ ("a string"), json);
    } else if (mp_reader_read_day (reader, NULL, json,
                                   _ ("a closed day must be a day, such as 2026-12-25"), &day)) {
      gpointer first;

      if (g_hash_table_lookup_extended (seen, mp_reader_string (json), NULL, &first))
        mp_diagnostics_add_clash (
          reader->diagnostics, NULL,
          mp_diagnostics_get_place_of_item (reader->diagnostics, GPOINTER_TO_SIZE (first)).line,
          _ ("the closed day %s is named twice"), mp_reader_string (json));
      else
        g_hash_table_insert (seen, (gpointer) mp_reader_string (json), GSIZE_TO_POINTER (i));
      mp_agreement_builder_add_closed_day (reader->builder, day.earliest);
    }
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static void
read_members (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_NOTICE_KEYS];
  MpDuration period, opens;
  gboolean has_period;
  MpCertainty certainty;
  MpDays days;
  MpRoll roll;

  if (!mp_reader_read_object (reader, json, mp_notice_fields, values))
    return;
  days = mp_reader_read_word (reader, "days", values[MP_KEY_NOTICE_DAYS], &mp_days_vocabulary,
                              MP_DAYS_CALENDAR);
  roll = mp_reader_read_word (reader, "roll", values[MP_KEY_NOTICE_ROLL], &mp_roll_vocabulary,
                              MP_ROLL_NONE);
  has_period = read_length (reader, "period", values[MP_KEY_NOTICE_PERIOD], days, &period);
  if (read_length (reader, "opens", values[MP_KEY_NOTICE_OPENS], days, &opens) && has_period &&
      average_days (&opens) <= average_days (&period))
    mp_diagnostics_add_error (reader->diagnostics, "opens",
                              _ ("\"opens\" must be longer before the end than \"period\""));
  check_time (reader, values[MP_KEY_NOTICE_UNTIL]);
  certainty = mp_reader_read_certainty (reader, values[MP_KEY_NOTICE_CERTAINTY]);

  mp_agreement_builder_add_notice (
    reader->builder, mp_reader_string (values[MP_KEY_NOTICE_PERIOD]),
    mp_reader_string (values[MP_KEY_NOTICE_OPENS]), mp_reader_string (values[MP_KEY_NOTICE_UNTIL]),
    mp_reader_string (values[MP_KEY_NOTICE_WHAT]), days, roll, certainty);
  mp_reader_read_citations (reader, values[MP_KEY_NOTICE_SOURCES]);
  read_closed (reader, values[MP_KEY_NOTICE_CLOSED]);
}

void
mp_reader_read_notice (MpReader *reader, json_t *json)
{
  guint mark;

  if (json == NULL)
    return;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "notice");
  read_members (reader, json);
  mp_diagnostics_leave (reader->diagnostics, mark);
}
