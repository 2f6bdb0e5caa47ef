/* mp-reader-story.c: the steps of the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Reads a date of which both bounds are known. Returns FALSE where there is none. */
static gboolean
read_bounded (MpReader *reader, const char *key, const json_t *json, MpDate *date)
{
  if (!mp_reader_read_date (reader, key, json, date))
    return FALSE;
  if (date->earliest != MP_INSTANT_MIN && date->after != MP_INSTANT_MAX)
    return TRUE;
  mp_diagnostics_add_error (reader->diagnostics, key,
                            _ ("\"%s\" must be a date with a beginning and an end"), key);
  return FALSE;
}

static void
check_view (MpReader *reader, json_t **values)
{
  MpDate from, to;
  gboolean has_from = read_bounded (reader, "from", values[MP_KEY_STEP_FROM], &from);
  gboolean has_to = read_bounded (reader, "to", values[MP_KEY_STEP_TO], &to);

  if (has_from && has_to && from.earliest >= to.after)
    mp_diagnostics_add_error (reader->diagnostics, "to", _ ("\"to\" must not be before \"from\""));
}

/* A step shows one thing: something that is selected, or two dates side by side. */
static void
check_clash (MpReader *reader, json_t **values)
{
  if (values[MP_KEY_STEP_COMPARE] == NULL)
    return;
  if (values[MP_KEY_STEP_SELECT] != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "compare",
                              _ ("a step either selects or compares: leave one of \"select\" and "
                                 "\"compare\" out"));
  if (values[MP_KEY_STEP_AS_OF] != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "compare",
                              _ ("\"compare\" has its dates already: leave \"as_of\" out"));
}

/* Returns whether a comparison is of two dates; else it names a milestone. */
static gboolean
is_of_dates (const json_t *compare)
{
  return compare != NULL && strchr (mp_reader_string (compare), '/') != NULL;
}

static void
check_dates (MpReader *reader, const json_t *compare)
{
  MpSpan span;

  if (mp_reader_read_interval (reader, "compare", compare, &span) &&
      (span.start.earliest == MP_INSTANT_MIN || span.end.after == MP_INSTANT_MAX))
    mp_diagnostics_add_error (reader->diagnostics, "compare",
                              _ ("both dates of \"compare\" must be known"));
}

static void
read_step (MpReader *reader, json_t *json)
{
  const MpNamed nothing = { MP_ID_KIND_TOPIC, MP_NONE };
  json_t *values[MP_N_STEP_KEYS];
  const json_t *compare;
  MpNewStep step;
  MpDate date;
  guint32 index;

  if (!mp_reader_read_object (reader, json, mp_step_fields, values))
    return;
  compare = values[MP_KEY_STEP_COMPARE];
  check_view (reader, values);
  check_clash (reader, values);
  read_bounded (reader, "as_of", values[MP_KEY_STEP_AS_OF], &date);
  read_bounded (reader, "known", values[MP_KEY_STEP_KNOWN], &date);
  if (is_of_dates (compare))
    check_dates (reader, compare);

  step = (MpNewStep) {
    .title = mp_reader_string (values[MP_KEY_STEP_TITLE]),
    .text = mp_reader_string (values[MP_KEY_STEP_TEXT]),
    .from = mp_reader_string (values[MP_KEY_STEP_FROM]),
    .to = mp_reader_string (values[MP_KEY_STEP_TO]),
    .as_of = mp_reader_string (values[MP_KEY_STEP_AS_OF]),
    .known = mp_reader_string (values[MP_KEY_STEP_KNOWN]),
    .compare = is_of_dates (compare) ? mp_reader_string (compare) : NULL,
    .select = nothing,
    .compared = MP_NONE,
  };
  index = mp_agreement_builder_add_step (reader->builder, &step);
  mp_reader_refer_later (reader, "select", values[MP_KEY_STEP_SELECT], MP_REFERENTS_SELECTED,
                         MP_REFERENCE_STEP_SELECT, index, nothing);
  if (!is_of_dates (compare))
    mp_reader_refer_later (reader, "compare", compare, (MpReferents) MP_ID_KIND_MILESTONE,
                           MP_REFERENCE_STEP_COMPARE, index, nothing);
  mp_reader_read_citations (reader, values[MP_KEY_STEP_SOURCES]);
}

void
mp_reader_read_story (MpReader *reader, json_t *array)
{
  guint mark;

  if (array == NULL)
    return;
  if (json_array_size (array) > MP_MAX_STEPS) {
    mp_diagnostics_add_error (reader->diagnostics, "story",
                              _ ("\"story\" has too many steps; %d are the limit"), MP_MAX_STEPS);
    return;
  }
  mark = mp_diagnostics_enter_key (reader->diagnostics, "story");
  for (gsize i = 0; i < json_array_size (array); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_step (reader, json_array_get (array, i));
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}
