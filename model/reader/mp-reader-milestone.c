/* mp-reader-milestone.c: milestones
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>

/* index is that of the milestone. */
static void
read_changes (MpReader *reader, json_t *changes, gsize index)
{
  gsize mark = mp_diagnostics_enter_key (reader->diagnostics, "changes");

  for (gsize i = 0; i < json_array_size (changes); i++) {
    json_t *change = json_array_get (changes, i);
    gsize item = mp_diagnostics_enter_item (reader->diagnostics, i);
    guint32 term = MP_NONE;

    if (!json_is_string (change))
      mp_reader_add_type_error (reader, NULL, _ ("a string"), change);
    else
      term = mp_reader_read_reference (reader, NULL, change, MP_ID_KIND_TERM);
    if (term != MP_NONE) {
      MpMention *mention = &reader->mentions[term];

      if (mention->milestone == index + 1)
        mp_diagnostics_add_clash (reader->diagnostics, NULL, mention->item,
                                  _ ("the term \"%s\" is named twice"), mp_reader_string (change));
      else
        *mention = (MpMention) { (guint32) index + 1, (guint32) i };
    }
    if (mp_reader_is_sound (reader))
      mp_agreement_builder_add_change (reader->builder, term);
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  mp_diagnostics_leave (reader->diagnostics, mark);
}

void
mp_reader_read_milestone (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_MILESTONE_KEYS];
  double importance;
  MpCertainty certainty;
  guint32 topic;
  MpReadDate date;

  if (!mp_reader_read_object (reader, json, mp_milestone_fields, values))
    return;
  mp_reader_check_id (reader, values[MP_KEY_MILESTONE_ID], MP_ID_KIND_MILESTONE, index);
  mp_reader_read_milestone_date (reader, values[MP_KEY_MILESTONE_DATE], index, &date);
  topic =
    mp_reader_read_reference (reader, "topic", values[MP_KEY_MILESTONE_TOPIC], MP_ID_KIND_TOPIC);
  importance = json_number_value (values[MP_KEY_MILESTONE_IMPORTANCE]);
  if (values[MP_KEY_MILESTONE_IMPORTANCE] != NULL && importance != 1 && importance != 2 &&
      importance != 3)
    mp_diagnostics_add_error (reader->diagnostics, "importance",
                              _ ("\"importance\" must be 1, 2 or 3"));
  certainty = mp_reader_read_certainty (reader, values[MP_KEY_MILESTONE_CERTAINTY]);

  if (mp_reader_is_sound (reader)) {
    MpNewMilestone milestone = {
      .id = mp_reader_string (values[MP_KEY_MILESTONE_ID]),
      .dates = &date.span,
      .date = date.text,
      .title = mp_reader_string (values[MP_KEY_MILESTONE_TITLE]),
      .summary = mp_reader_string (values[MP_KEY_MILESTONE_SUMMARY]),
      .topic = topic,
      .importance = (guint) importance,
      .certainty = certainty,
    };

    mp_agreement_builder_add_milestone (reader->builder, &milestone);
    mp_reader_add_derivation (reader, MP_DERIVED_DATE, &date.start);
  }
  read_changes (reader, values[MP_KEY_MILESTONE_CHANGES], index);
  mp_reader_read_citations (reader, values[MP_KEY_MILESTONE_SOURCES]);
  mp_reader_read_amounts (reader, values[MP_KEY_MILESTONE_AMOUNTS]);
  mp_reader_read_alternatives (reader, values[MP_KEY_MILESTONE_ALTERNATIVES], FALSE);
}
