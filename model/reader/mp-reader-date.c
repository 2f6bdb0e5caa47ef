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

gboolean
mp_reader_find_origin (guint32 milestone, MpDateOrigin *origin, gpointer data)
{
  MpReader *reader = data;
  const json_t *item = json_array_get (reader->arrays[MP_ID_KIND_MILESTONE], milestone);
  const json_t *date = json_object_get (item, "date");
  const char *after = mp_reader_string (json_object_get (date, "after"));
  const char *before = mp_reader_string (json_object_get (date, "before"));
  const char *by = mp_reader_string (json_object_get (date, "by"));
  guint base;

  *origin = (MpDateOrigin) { .id = mp_reader_string (json_object_get (item, "id")),
                             .text = mp_reader_string (date) };
  if (origin->text != NULL)
    return TRUE;
  if (origin->id == NULL || by == NULL || (after == NULL) == (before == NULL))
    return FALSE;
  base = GPOINTER_TO_UINT (
    g_hash_table_lookup (reader->ids[MP_ID_KIND_MILESTONE], before != NULL ? before : after));
  origin->milestone = base - 1;
  origin->before = before != NULL;
  return base > 0 && mp_duration_parse (by, &origin->by, NULL);
}

/* Reads { "after": ID, "by": "P90D" }, which was entered before. Returns FALSE if something is
 * wrong with it. */
static gboolean
read_count (MpReader *reader, json_t *json, MpReadCount *count, MpDateOrigin *origin)
{
  json_t *values[MP_N_RELATIVE_KEYS];
  json_t *after, *before;
  gboolean is_duration;

  if (!mp_reader_read_object (reader, json, mp_relative_fields, values))
    return FALSE;
  after = values[MP_KEY_RELATIVE_AFTER];
  before = values[MP_KEY_RELATIVE_BEFORE];
  if (json_object_get (json, "after") == NULL && json_object_get (json, "before") == NULL)
    mp_diagnostics_add_error (reader->diagnostics, NULL, _ ("missing \"after\" or \"before\""));
  if (json_object_get (json, "after") != NULL && json_object_get (json, "before") != NULL) {
    mp_diagnostics_add_error (reader->diagnostics, "before",
                              _ ("a date is counted \"after\" a milestone or \"before\" one"));
    return FALSE;
  }
  is_duration = mp_reader_read_duration (reader, "by", values[MP_KEY_RELATIVE_BY], &origin->by);
  origin->text = NULL;
  origin->before = before != NULL;
  origin->milestone =
    mp_reader_read_reference (reader, before != NULL ? "before" : "after",
                              before != NULL ? before : after, MP_ID_KIND_MILESTONE);
  *count = (MpReadCount) { origin->milestone, mp_reader_string (values[MP_KEY_RELATIVE_BY]),
                           origin->before };
  return is_duration && origin->milestone != MP_NONE;
}

gboolean
mp_reader_read_milestone_date (MpReader *reader, json_t *json, gsize index, MpReadDate *date)
{
  const char *fault = NULL;
  MpDateOrigin origin;
  gboolean is_right;
  gsize mark;

  date->start.by = NULL;
  if (!json_is_object (json)) {
    date->text = mp_reader_string (json);
    return mp_reader_read_event (reader, "date", json, &date->span);
  }

  mark = mp_diagnostics_enter_key (reader->diagnostics, "date");
  is_right = read_count (reader, json, &date->start, &origin);
  mp_diagnostics_leave (reader->diagnostics, mark);
  if (!is_right)
    return FALSE;
  if (mp_resolver_find (reader->resolver, (guint32) index, &date->span, &fault)) {
    date->text = g_string_chunk_insert_const (reader->texts, date->span.start.text);
    return TRUE;
  }
  if (fault != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "date", "%s", fault);
  reader->lacks_date = TRUE;
  return FALSE;
}

/* A date that is open towards one side cannot be the other end of an interval. */
static const char *
check_open (const MpDate *date, gboolean is_start)
{
  if (date->kind != MP_DATE_OPEN || (date->earliest == MP_INSTANT_MIN) == is_start)
    return NULL;
  return is_start
           ? _ ("the milestone counted from has no end published, so nothing starts after it")
           : _ ("the milestone counted from has no beginning published, so nothing ends before it");
}

/* Reads "start" or "end" of the span that was entered, and appends it to the text of the whole. */
static gboolean
read_end (MpReader *reader, const char *key, json_t *json, gboolean is_start, MpReadCount *count,
          GString *text)
{
  const char *fault = NULL;
  MpDateOrigin origin;
  gboolean is_right;
  MpDate date;
  gsize mark;

  count->by = NULL;
  if (json == NULL)
    return FALSE;
  if (json_is_string (json)) {
    g_autoptr (GError) error = NULL;

    g_string_append (text, mp_reader_string (json));
    if (mp_date_parse_end (mp_reader_string (json), (gssize) json_string_length (json), is_start,
                           &date, NULL, &error)) {
      if (date.set != MP_DATE_SET_ALL_OF)
        return TRUE;
      mp_diagnostics_add_error (
        reader->diagnostics, key,
        _ ("\"%s\": it starts or ends once: one of several dates is written with \"[\" and \"]\""),
        mp_reader_string (json));
      return FALSE;
    }
    add_date_error (reader, key, mp_reader_string (json), error);
    return FALSE;
  }

  mark = mp_diagnostics_enter_key (reader->diagnostics, key);
  is_right = read_count (reader, json, count, &origin);
  mp_diagnostics_leave (reader->diagnostics, mark);
  if (!is_right)
    return FALSE;
  is_right = mp_resolver_count (reader->resolver, &origin, &date, &fault);
  if (is_right)
    fault = check_open (&date, is_start);
  if (fault != NULL)
    mp_diagnostics_add_error (reader->diagnostics, key, "%s", fault);
  if (!is_right || fault != NULL) {
    reader->lacks_date = TRUE;
    return FALSE;
  }
  g_string_append (text, date.text);
  return TRUE;
}

gboolean
mp_reader_read_phase_span (MpReader *reader, json_t *json, MpReadDate *span)
{
  json_t *values[MP_N_SPAN_KEYS];
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_right;
  gsize mark;

  span->start.by = NULL;
  span->end.by = NULL;
  if (!json_is_object (json)) {
    span->text = mp_reader_string (json);
    return mp_reader_read_interval (reader, "span", json, &span->span);
  }

  text = g_string_new (NULL);
  mark = mp_diagnostics_enter_key (reader->diagnostics, "span");
  mp_reader_read_object (reader, json, mp_span_fields, values);
  is_right = read_end (reader, "start", values[MP_KEY_SPAN_START], TRUE, &span->start, text);
  g_string_append_c (text, '/');
  is_right = read_end (reader, "end", values[MP_KEY_SPAN_END], FALSE, &span->end, text) && is_right;
  mp_diagnostics_leave (reader->diagnostics, mark);
  if (!is_right)
    return FALSE;
  span->text = g_string_chunk_insert_const (reader->texts, text->str);
  if (mp_span_parse_derived (span->text, -1, &span->span, NULL, &error))
    return TRUE;
  add_date_error (reader, "span", span->text, error);
  return FALSE;
}

void
mp_reader_add_derivation (MpReader *reader, MpDerived what, const MpReadCount *count)
{
  if (count->by != NULL)
    mp_agreement_builder_derive (reader->builder, what, count->milestone, count->by, count->before);
}
