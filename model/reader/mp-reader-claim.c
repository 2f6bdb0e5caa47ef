/* mp-reader-claim.c: what backs a fact, and what comes with it: sources, amounts, alternatives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-quote.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
read_citation (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_CITATION_KEYS] = { NULL };
  const char *key = NULL;
  json_t *id = json;
  guint32 index;
  guint32 source;

  if (json_is_object (json)) {
    mp_reader_read_object (reader, json, mp_citation_fields, values);
    key = "id";
    id = values[MP_KEY_CITATION_ID];
  } else if (!json_is_string (json)) {
    mp_reader_add_type_error (reader, NULL, _ ("a string or an object"), json);
    return;
  }
  index = mp_agreement_builder_cite (reader->builder, MP_NONE,
                                     mp_reader_string (values[MP_KEY_CITATION_AT]));
  mp_agreement_builder_quote (reader->builder, mp_reader_string (values[MP_KEY_CITATION_QUOTE]));
  source =
    mp_reader_read_reference (reader, key, id, MP_ID_KIND_SOURCE, MP_REFERENCE_CITATION, index);
  mp_agreement_builder_refer (reader->builder, MP_REFERENCE_CITATION, index,
                              (MpNamed) { MP_ID_KIND_SOURCE, source });
}

void
mp_reader_read_citations (MpReader *reader, json_t *array)
{
  guint mark;

  if (array == NULL)
    return;
  if (json_array_size (array) == 0)
    mp_diagnostics_add_error (reader->diagnostics, "sources",
                              _ ("\"sources\" must name at least one source"));

  mark = mp_diagnostics_enter_key (reader->diagnostics, "sources");
  for (gsize i = 0; i < json_array_size (array); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_citation (reader, json_array_get (array, i));
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static void
read_amount (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_AMOUNT_KEYS];
  MpCertainty certainty;
  double value;

  if (!mp_reader_read_object (reader, json, mp_amount_fields, values))
    return;
  value = json_number_value (values[MP_KEY_AMOUNT_VALUE]);
  if (fabs (value) > MP_MAX_AMOUNT)
    mp_diagnostics_add_error (reader->diagnostics, "value",
                              _ ("this number is too large; %.0f is the limit"), MP_MAX_AMOUNT);
  certainty = mp_reader_read_certainty (reader, values[MP_KEY_AMOUNT_CERTAINTY]);

  mp_agreement_builder_add_amount (reader->builder, value,
                                   mp_reader_string (values[MP_KEY_AMOUNT_UNIT]),
                                   mp_reader_string (values[MP_KEY_AMOUNT_WHAT]), certainty);
  if (json_is_true (values[MP_KEY_AMOUNT_CAP]))
    mp_agreement_builder_cap (reader->builder);
  mp_reader_read_citations (reader, values[MP_KEY_AMOUNT_SOURCES]);
}

void
mp_reader_read_amounts (MpReader *reader, json_t *array)
{
  guint mark;

  if (array == NULL)
    return;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "amounts");
  for (gsize i = 0; i < json_array_size (array); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_amount (reader, json_array_get (array, i));
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static void
read_alternative (MpReader *reader, json_t *json, gboolean of_phase)
{
  const MpField *fields = of_phase ? mp_span_alternative_fields : mp_date_alternative_fields;
  json_t *values[MP_N_ALTERNATIVE_KEYS];
  MpCertainty certainty;
  MpSpan date = { .is_interval = of_phase };

  if (!mp_reader_read_object (reader, json, fields, values))
    return;
  if (of_phase)
    mp_reader_read_interval (reader, "span", values[MP_KEY_ALTERNATIVE_DATE], &date);
  else
    mp_reader_read_event (reader, "date", values[MP_KEY_ALTERNATIVE_DATE], &date);
  certainty = mp_reader_read_certainty (reader, values[MP_KEY_ALTERNATIVE_CERTAINTY]);

  mp_agreement_builder_add_alternative (
    reader->builder, &date, mp_reader_string (values[MP_KEY_ALTERNATIVE_DATE]),
    mp_reader_string (values[MP_KEY_ALTERNATIVE_REASON]), certainty);
  mp_reader_read_citations (reader, values[MP_KEY_ALTERNATIVE_SOURCES]);
}

void
mp_reader_read_alternatives (MpReader *reader, json_t *array, gboolean of_phase)
{
  guint mark;

  if (array == NULL)
    return;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "alternatives");
  for (gsize i = 0; i < json_array_size (array); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_alternative (reader, json_array_get (array, i), of_phase);
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}
