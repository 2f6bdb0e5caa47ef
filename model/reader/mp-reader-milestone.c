/* mp-reader-milestone.c: milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>

static void
read_change (MpReader *reader, json_t *change, guint32 item)
{
  guint32 milestone = mp_agreement_builder_count (reader->builder, MP_ID_KIND_MILESTONE) - 1;
  guint32 index = mp_agreement_builder_add_change (reader->builder, MP_NONE);
  guint32 term;
  MpMention before;

  if (!json_is_string (change)) {
    mp_reader_add_type_error (reader, NULL, _ ("a string"), change);
    return;
  }
  term =
    mp_reader_read_reference (reader, NULL, change, MP_ID_KIND_TERM, MP_REFERENCE_CHANGE, index);
  if (term == MP_NONE)
    return;
  mp_agreement_builder_refer (reader->builder, MP_REFERENCE_CHANGE, index,
                              (MpNamed) { MP_ID_KIND_TERM, term });
  before = mp_reader_mention (reader, term, (MpMention) { milestone + 1, item, 0 });
  if (before.milestone == milestone + 1)
    mp_diagnostics_add_clash (
      reader->diagnostics, NULL,
      mp_diagnostics_get_place_of_item (reader->diagnostics, before.item).line,
      _ ("the term \"%s\" is named twice"), mp_reader_string (change));
}

static void
read_changes (MpReader *reader, json_t *changes)
{
  guint mark;

  if (changes == NULL)
    return;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "changes");
  for (gsize i = 0; i < json_array_size (changes); i++) {
    guint item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_change (reader, json_array_get (changes, i), (guint32) i);
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

static guint
read_importance (MpReader *reader, json_t *json)
{
  double importance = json_number_value (json);

  if (importance == 1 || importance == 2 || importance == 3)
    return (guint) importance;
  if (json != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "importance",
                              _ ("\"importance\" must be 1, 2 or 3"));
  return 0;
}

static guint
read_order (MpReader *reader, json_t *json)
{
  double order = json_number_value (json);

  if (json == NULL)
    return 0;
  if (order >= 1 && order <= MP_MAX_ORDER && order == (guint) order)
    return (guint) order;
  mp_diagnostics_add_error (reader->diagnostics, "order",
                            _ ("\"order\" must be a whole number from 1 to %d"), MP_MAX_ORDER);
  return 0;
}

void
mp_reader_read_milestone (MpReader *reader, json_t *json)
{
  guint32 index = mp_agreement_builder_count (reader->builder, MP_ID_KIND_MILESTONE);
  json_t *values[MP_N_MILESTONE_KEYS];
  MpNewMilestone milestone;
  MpReadDate date;

  mp_reader_read_object (reader, json, mp_milestone_fields, values);
  mp_reader_read_milestone_date (reader, values[MP_KEY_MILESTONE_DATE], index, &date);
  milestone = (MpNewMilestone) {
    .id = mp_reader_get_id (json, values[MP_KEY_MILESTONE_ID]),
    .dates = date.is_known ? &date.span : NULL,
    .date = date.text,
    .title = mp_reader_string (values[MP_KEY_MILESTONE_TITLE]),
    .summary = mp_reader_string (values[MP_KEY_MILESTONE_SUMMARY]),
    .topic = mp_reader_read_reference (reader, "topic", values[MP_KEY_MILESTONE_TOPIC],
                                       MP_ID_KIND_TOPIC, MP_REFERENCE_MILESTONE_TOPIC, index),
    .importance = read_importance (reader, values[MP_KEY_MILESTONE_IMPORTANCE]),
    .order = read_order (reader, values[MP_KEY_MILESTONE_ORDER]),
    .certainty = mp_reader_read_certainty (reader, values[MP_KEY_MILESTONE_CERTAINTY]),
  };
  mp_agreement_builder_add_milestone (reader->builder, &milestone);
  mp_reader_check_id (reader, json, values[MP_KEY_MILESTONE_ID], MP_ID_KIND_MILESTONE);
  read_changes (reader, values[MP_KEY_MILESTONE_CHANGES]);
  mp_reader_read_citations (reader, values[MP_KEY_MILESTONE_SOURCES]);
  mp_reader_read_amounts (reader, values[MP_KEY_MILESTONE_AMOUNTS]);
  mp_reader_read_alternatives (reader, values[MP_KEY_MILESTONE_ALTERNATIVES], FALSE);
  mp_reader_read_links (reader, values[MP_KEY_MILESTONE_LINKS],
                        (MpNamed) { MP_ID_KIND_MILESTONE, index });
}
