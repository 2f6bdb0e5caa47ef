/* mp-reader-head.c: the object of the file itself, its parties, topics and sources
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
mp_reader_read_party (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_PARTY_KEYS];

  mp_reader_read_object (reader, json, mp_party_fields, values);
  mp_agreement_builder_add_party (reader->builder, mp_reader_get_id (json, values[MP_KEY_PARTY_ID]),
                                  mp_reader_string (values[MP_KEY_PARTY_NAME]),
                                  mp_reader_string (values[MP_KEY_PARTY_SUMMARY]));
  mp_reader_check_id (reader, json, values[MP_KEY_PARTY_ID], MP_ID_KIND_PARTY);
}

void
mp_reader_read_topic (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_TOPIC_KEYS];
  MpColor color;

  mp_reader_read_object (reader, json, mp_topic_fields, values);
  color = mp_reader_read_word (reader, "color", values[MP_KEY_TOPIC_COLOR], &mp_color_vocabulary,
                               MP_COLOR_GRAY);
  mp_agreement_builder_add_topic (reader->builder, mp_reader_get_id (json, values[MP_KEY_TOPIC_ID]),
                                  mp_reader_string (values[MP_KEY_TOPIC_TITLE]), color);
  mp_reader_check_id (reader, json, values[MP_KEY_TOPIC_ID], MP_ID_KIND_TOPIC);
}

static void
check_url (MpReader *reader, const char *key, const json_t *json)
{
  const char *url = mp_reader_string (json);
  g_autofree char *error = url != NULL ? mp_check_url (url) : NULL;
  g_autofree char *warning = url != NULL && error == NULL ? mp_check_url_look (url) : NULL;

  if (error != NULL)
    mp_diagnostics_add_error (reader->diagnostics, key, "%s", error);
  else if (warning != NULL)
    mp_diagnostics_add_warning (reader->diagnostics, key, "%s", warning);
}

void
mp_reader_read_source (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_SOURCE_KEYS];
  MpSourceKind kind;
  MpDate date, accessed;

  mp_reader_read_object (reader, json, mp_source_fields, values);
  kind = mp_reader_read_word (reader, "kind", values[MP_KEY_SOURCE_KIND],
                              &mp_source_kind_vocabulary, MP_SOURCE_PRIMARY);
  mp_reader_read_date (reader, "date", values[MP_KEY_SOURCE_DATE], &date);
  check_url (reader, "url", values[MP_KEY_SOURCE_URL]);
  mp_reader_read_day (reader, "accessed", values[MP_KEY_SOURCE_ACCESSED],
                      _ ("\"accessed\" must be a day, such as 2026-11-23"), &accessed);
  check_url (reader, "archived", values[MP_KEY_SOURCE_ARCHIVED]);
  mp_agreement_builder_add_source (
    reader->builder, mp_reader_get_id (json, values[MP_KEY_SOURCE_ID]),
    mp_reader_string (values[MP_KEY_SOURCE_TITLE]),
    mp_reader_string (values[MP_KEY_SOURCE_PUBLISHER]),
    mp_reader_string (values[MP_KEY_SOURCE_DATE]), mp_reader_string (values[MP_KEY_SOURCE_URL]),
    mp_reader_string (values[MP_KEY_SOURCE_NOTE]), kind);
  mp_agreement_builder_set_access (reader->builder,
                                   mp_reader_string (values[MP_KEY_SOURCE_ACCESSED]),
                                   mp_reader_string (values[MP_KEY_SOURCE_ARCHIVED]));
  mp_reader_check_id (reader, json, values[MP_KEY_SOURCE_ID], MP_ID_KIND_SOURCE);
}

/* The first key must be the format's version: it says how to read all the others. Returns FALSE if
 * the rest is not worth reading; then nothing else is worth saying either. */
static gboolean
check_version (MpReader *reader, json_t *root)
{
  json_t *version = json_object_get (root, "milepost");
  gboolean has_known_key = FALSE;

  if (!json_is_object (root))
    return TRUE;
  if (version == NULL) {
    for (const MpField *field = mp_head_fields; field->key != NULL; field++)
      has_known_key = has_known_key || json_object_get (root, field->key) != NULL;
    if (!has_known_key)
      mp_diagnostics_drop (reader->diagnostics, 0, 0);
    mp_diagnostics_add_error (reader->diagnostics, NULL,
                              _ ("missing \"milepost\": a Milepost agreement begins with "
                                 "\"milepost\": 1"));
    return has_known_key;
  }
  if (!json_is_number (version))
    return TRUE;
  if (json_number_value (version) != 1) {
    mp_diagnostics_drop (reader->diagnostics, 0, 0);
    mp_diagnostics_add_error (
      reader->diagnostics, "milepost",
      _ ("this file has version %g of the format; only version 1 is known here"),
      json_number_value (version));
    return FALSE;
  }
  if (strcmp (json_object_iter_key (json_object_iter (root)), "milepost") != 0)
    mp_diagnostics_add_error (reader->diagnostics, "milepost",
                              _ ("\"milepost\" must be the first key"));
  return TRUE;
}

gboolean
mp_reader_read_head (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_HEAD_KEYS];
  MpDate checked;

  if (!check_version (reader, json) ||
      !mp_reader_read_object (reader, json, mp_head_fields, values))
    return FALSE;
  mp_reader_read_day (reader, "checked", values[MP_KEY_HEAD_CHECKED],
                      _ ("\"checked\" must be a day, such as 2026-11-23"), &checked);
  mp_agreement_builder_set_head (reader->builder, mp_reader_string (values[MP_KEY_HEAD_TITLE]),
                                 mp_reader_string (values[MP_KEY_HEAD_SUMMARY]),
                                 mp_reader_string (values[MP_KEY_HEAD_CHECKED]));
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++) {
    const char *key = mp_reader_key_of (kind);

    if (reader->is_too_long[kind])
      mp_reader_add_too_many (reader, key, key);
    if (reader->is_too_long[kind] ||
        (values[MP_KEY_HEAD_PARTIES + kind] == NULL && json_object_get (json, key) != NULL))
      reader->is_broken[kind] = TRUE;
  }
  mp_reader_read_story (reader, values[MP_KEY_HEAD_STORY]);
  return TRUE;
}
