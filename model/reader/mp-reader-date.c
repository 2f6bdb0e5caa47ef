/* mp-reader-date.c: dates and spans, as written or counted from a milestone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-date-private.h"
#include "mp-quote.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- As written ------------------------------------------------------------------------------- */

static void
add_date_error (MpReader *reader, const char *key, const char *text, const GError *error)
{
  g_autofree char *quoted = mp_quote (text);

  /* Translators: a date in quotes, and what is wrong with it. */
  mp_diagnostics_add_error (reader->diagnostics, key, C_ ("problem", "%s: %s"), quoted,
                            error->message);
}

gboolean
mp_reader_read_date (MpReader *reader, const char *key, const json_t *json, MpDate *date)
{
  g_autoptr (GError) error = NULL;
  const char *text = mp_reader_string (json);

  if (json == NULL)
    return FALSE;
  if (mp_date_parse (text, (gssize) json_string_length (json), date, NULL, &error))
    return TRUE;
  add_date_error (reader, key, text, error);
  return FALSE;
}

gboolean
mp_reader_read_day (MpReader *reader, const char *key, const json_t *json, const char *need,
                    MpDate *day)
{
  if (!mp_reader_read_date (reader, key, json, day))
    return FALSE;
  if (day->precision == MP_PRECISION_DAY && !day->approximate && !day->uncertain &&
      day->after - day->earliest == MP_SECONDS_PER_DAY)
    return TRUE;
  mp_diagnostics_add_error (reader->diagnostics, key, "%s", need);
  return FALSE;
}

static gboolean
read_span (MpReader *reader, const char *key, const json_t *json, MpSpan *span)
{
  g_autoptr (GError) error = NULL;
  const char *text = mp_reader_string (json);

  if (json == NULL)
    return FALSE;
  if (mp_span_parse (text, (gssize) json_string_length (json), span, NULL, &error))
    return TRUE;
  add_date_error (reader, key, text, error);
  return FALSE;
}

gboolean
mp_reader_read_event (MpReader *reader, const char *key, const json_t *json, MpSpan *date)
{
  if (!read_span (reader, key, json, date))
    return FALSE;
  if (date->start.earliest != MP_INSTANT_MIN || date->end.after != MP_INSTANT_MAX)
    return TRUE;
  mp_diagnostics_add_error (
    reader->diagnostics, key,
    _ ("a milestone needs a date, or an interval with a date at one end at least"));
  return FALSE;
}

gboolean
mp_reader_read_interval (MpReader *reader, const char *key, const json_t *json, MpSpan *span)
{
  if (!read_span (reader, key, json, span))
    return FALSE;
  if (span->is_interval)
    return TRUE;
  mp_diagnostics_add_error (
    reader->diagnostics, key,
    _ ("a phase needs an interval, with \"/\" between its start and its end"));
  return FALSE;
}

gboolean
mp_reader_read_duration (MpReader *reader, const char *key, const json_t *json,
                         MpDuration *duration)
{
  g_autoptr (GError) error = NULL;
  const char *text = mp_reader_string (json);

  if (json == NULL)
    return FALSE;
  if (mp_duration_parse (text, duration, &error))
    return TRUE;
  add_date_error (reader, key, text, error);
  return FALSE;
}

/* --- Counted ---------------------------------------------------------------------------------- */

/* Reads { "after": ID, "by": "P90D" }, which was entered before. What is right of it waits until
 * the milestone is known. */
static void
read_count (MpReader *reader, json_t *json, MpLateEnd *end)
{
  json_t *values[MP_N_RELATIVE_KEYS];
  const char *base_key;
  json_t *base;
  MpDuration by;

  mp_reader_read_object (reader, json, mp_relative_fields, values);
  if (json_object_get (json, "after") == NULL && json_object_get (json, "before") == NULL)
    mp_diagnostics_add_error (reader->diagnostics, NULL, _ ("missing \"after\" or \"before\""));
  if (json_object_get (json, "after") != NULL && json_object_get (json, "before") != NULL) {
    mp_diagnostics_add_error (reader->diagnostics, "before",
                              _ ("a date is counted \"after\" a milestone or \"before\" one"));
    return;
  }
  end->is_right = mp_reader_read_duration (reader, "by", values[MP_KEY_RELATIVE_BY], &by);
  end->by = mp_reader_store (reader, mp_reader_string (values[MP_KEY_RELATIVE_BY]));
  end->before = values[MP_KEY_RELATIVE_BEFORE] != NULL;
  base_key = end->before ? "before" : "after";
  base = values[end->before ? MP_KEY_RELATIVE_BEFORE : MP_KEY_RELATIVE_AFTER];
  if (base != NULL) {
    g_autofree char *pointer = mp_diagnostics_get_pointer (reader->diagnostics, base_key);

    end->base = mp_reader_store (reader, mp_reader_string (base));
    end->base_pointer = mp_reader_store (reader, pointer);
    end->base_place = mp_diagnostics_get_place (reader->diagnostics, base_key);
  }
}

/* Notes where the member is that has a counted date. */
static void
note_place (MpReader *reader, const char *key, gsize *pointer, MpPosition *place)
{
  g_autofree char *text = mp_diagnostics_get_pointer (reader->diagnostics, key);

  *pointer = mp_reader_store (reader, text);
  *place = mp_diagnostics_get_place (reader->diagnostics, key);
}

void
mp_reader_read_milestone_date (MpReader *reader, json_t *json, guint32 item, MpReadDate *date)
{
  MpLate late = { .item = item };
  guint mark;

  date->text = mp_reader_string (json);
  date->is_known = FALSE;
  if (!json_is_object (json)) {
    date->is_known = mp_reader_read_event (reader, "date", json, &date->span);
    return;
  }

  note_place (reader, "date", &late.pointer, &late.place);
  mark = mp_diagnostics_enter_key (reader->diagnostics, "date");
  read_count (reader, json, &late.start);
  mp_diagnostics_leave (reader->diagnostics, mark);
  g_array_append_val (reader->late_dates, late);
}

/* Reads "start" or "end" of the span that was entered, as it is written. */
static gboolean
read_written_end (MpReader *reader, const char *key, const json_t *json, gboolean is_start)
{
  const char *text = mp_reader_string (json);
  g_autoptr (GError) error = NULL;
  MpDate date;

  if (!mp_date_parse_end (text, (gssize) json_string_length (json), is_start, &date, NULL,
                          &error)) {
    add_date_error (reader, key, text, error);
    return FALSE;
  }
  if (date.set != MP_DATE_SET_ALL_OF)
    return TRUE;
  mp_diagnostics_add_error (
    reader->diagnostics, key,
    _ ("\"%s\": it starts or ends once: one of several dates is written with \"[\" and \"]\""),
    text);
  return FALSE;
}

/* Reads "start" or "end" of the span that was entered. */
static void
read_end (MpReader *reader, const char *key, json_t *json, gboolean is_start, MpLateEnd *end)
{
  guint mark;

  if (json == NULL)
    return;
  if (json_is_string (json)) {
    end->is_right = read_written_end (reader, key, json, is_start);
    end->text = mp_reader_store (reader, mp_reader_string (json));
    return;
  }
  note_place (reader, key, &end->pointer, &end->place);
  mark = mp_diagnostics_enter_key (reader->diagnostics, key);
  read_count (reader, json, end);
  mp_diagnostics_leave (reader->diagnostics, mark);
}

void
mp_reader_read_phase_span (MpReader *reader, json_t *json, guint32 item, guint32 index,
                           MpReadDate *span)
{
  json_t *values[MP_N_SPAN_KEYS];
  json_t *start, *end;
  MpLate late = { .item = item, .index = index };
  guint mark;

  span->text = mp_reader_string (json);
  span->is_known = FALSE;
  if (!json_is_object (json)) {
    span->is_known = mp_reader_read_interval (reader, "span", json, &span->span);
    return;
  }

  mark = mp_diagnostics_enter_key (reader->diagnostics, "span");
  mp_reader_read_object (reader, json, mp_span_fields, values);
  start = values[MP_KEY_SPAN_START];
  end = values[MP_KEY_SPAN_END];
  read_end (reader, "start", start, TRUE, &late.start);
  read_end (reader, "end", end, FALSE, &late.end);
  mp_diagnostics_leave (reader->diagnostics, mark);

  if (json_is_object (start) || json_is_object (end)) {
    late.term = mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) - 1;
    note_place (reader, "span", &late.pointer, &late.place);
    g_array_append_val (reader->late_spans, late);
  } else if (late.start.is_right && late.end.is_right) {
    g_autoptr (GError) error = NULL;

    g_string_printf (reader->span, "%s/%s", mp_reader_string (start), mp_reader_string (end));
    span->text = reader->span->str;
    span->is_known = mp_span_parse_derived (span->text, -1, &span->span, NULL, &error);
    if (!span->is_known)
      add_date_error (reader, "span", span->text, error);
  }
}
