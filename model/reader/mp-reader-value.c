/* mp-reader-value.c: the values of an object: their types and their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-quote.h"
#include "mp-reader-private.h"
#include "mp-suggest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
mp_reader_string (const json_t *json)
{
  return json_string_value (json);
}

static const char *
type_words (const json_t *json)
{
  switch (json_typeof (json)) {
  case JSON_OBJECT:
    /* Translators: types of values in the file (JSON), in sentences such as: expected an object,
     * not a string */
    return _ ("an object");
  case JSON_ARRAY:
    return _ ("an array");
  case JSON_STRING:
    return _ ("a string");
  case JSON_INTEGER:
  case JSON_REAL:
    return _ ("a number");
  case JSON_TRUE:
  case JSON_FALSE:
    return _ ("true or false");
  case JSON_NULL:
    return _ ("null");
  default:
    g_return_val_if_reached ("");
  }
}

void
mp_reader_add_type_error (MpReader *reader, const char *key, const char *expected,
                          const json_t *json)
{
  if (key != NULL)
    /* Translators: a key of the file, and two types such as "an object" */
    mp_diagnostics_add_error (reader->diagnostics, key, _ ("\"%s\": expected %s, not %s"), key,
                              expected, type_words (json));
  else
    mp_diagnostics_add_error (reader->diagnostics, NULL, _ ("expected %s, not %s"), expected,
                              type_words (json));
}

static void
add_unknown_key (MpReader *reader, const json_t *object, const MpField *fields, const char *key)
{
  MpSuggestion suggestion = mp_suggestion_start (key);
  g_autofree char *sentence = NULL;

  if (mp_diagnostics_wants (reader->diagnostics, MP_SEVERITY_WARNING)) {
    /* A key that the object has already cannot have been meant. */
    for (const MpField *field = fields; field->key != NULL; field++) {
      if (json_object_get (object, field->key) == NULL)
        mp_suggestion_offer (&suggestion, field->key);
    }
    sentence = mp_unknown_name (MP_NAME_OF_KEY, key, suggestion.best);
  }
  mp_diagnostics_add_key_warning (reader->diagnostics, key, "%s", sentence);
}

static gboolean
check_string (MpReader *reader, const MpField *field, const json_t *json)
{
  g_autofree char *sentence = NULL;

  if (!json_is_string (json)) {
    mp_reader_add_type_error (reader, field->key, _ ("a string"), json);
    return FALSE;
  }
  /* The empty text stands for an end that is not known. */
  if (field->type == MP_FIELD_END && *mp_reader_string (json) == '\0')
    return TRUE;
  sentence = mp_check_string (mp_reader_string (json), field);
  if (sentence != NULL)
    mp_diagnostics_add_error (reader->diagnostics, field->key, "%s", sentence);
  return sentence == NULL;
}

void
mp_reader_add_too_many (MpReader *reader, const char *key, const char *name)
{
  mp_diagnostics_add_error (reader->diagnostics, key,
                            _ ("\"%s\" has too many items; %d are the limit"), name, MP_MAX_ITEMS);
}

static gboolean
check_array (MpReader *reader, const MpField *field, const json_t *json)
{
  if (!json_is_array (json)) {
    mp_reader_add_type_error (reader, field->key, _ ("an array"), json);
    return FALSE;
  }
  if (json_array_size (json) > MP_MAX_ITEMS) {
    mp_reader_add_too_many (reader, field->key, field->key);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_type (MpReader *reader, const MpField *field, const json_t *json)
{
  switch (field->type) {
  case MP_FIELD_LINE:
  case MP_FIELD_TEXT:
    return check_string (reader, field, json);
  case MP_FIELD_ARRAY:
    return check_array (reader, field, json);
  case MP_FIELD_NUMBER:
    if (!json_is_number (json))
      mp_reader_add_type_error (reader, field->key, _ ("a number"), json);
    return json_is_number (json);
  case MP_FIELD_BOOLEAN:
    if (!json_is_boolean (json))
      mp_reader_add_type_error (reader, field->key, _ ("true or false"), json);
    return json_is_boolean (json);
  case MP_FIELD_OBJECT:
    /* mp_reader_read_object () reports a wrong type when the object is read. */
    return TRUE;
  case MP_FIELD_DATE:
  case MP_FIELD_END:
    if (json_is_object (json))
      return TRUE;
    if (json_is_string (json))
      return check_string (reader, field, json);
    mp_reader_add_type_error (reader, field->key, _ ("a string or an object"), json);
    return FALSE;
  default:
    g_return_val_if_reached (FALSE);
  }
}

/* Returns the field with a key, or NULL. Members mostly come in the order of the table, so the
 * search starts where the last one was found. */
static const MpField *
find_field (const MpField *fields, const MpField *from, const char *key)
{
  for (const MpField *field = from; field->key != NULL; field++)
    if (strcmp (field->key, key) == 0)
      return field;
  for (const MpField *field = fields; field < from; field++)
    if (strcmp (field->key, key) == 0)
      return field;
  return NULL;
}

gboolean
mp_reader_read_object (MpReader *reader, json_t *json, const MpField *fields, json_t **values)
{
  const MpField *from = fields;
  const char *key;
  json_t *value;

  for (gsize i = 0; fields[i].key != NULL; i++)
    values[i] = NULL;
  if (!json_is_object (json)) {
    mp_reader_add_type_error (reader, NULL, _ ("an object"), json);
    return FALSE;
  }

  json_object_foreach (json, key, value) {
    const MpField *field = find_field (fields, from, key);

    if (field == NULL) {
      add_unknown_key (reader, json, fields, key);
      continue;
    }
    from = field + 1;
    if (check_type (reader, field, value))
      values[field - fields] = value;
  }
  for (const MpField *field = fields; field->key != NULL; field++) {
    if (field->required && values[field - fields] == NULL &&
        json_object_get (json, field->key) == NULL)
      mp_diagnostics_add_error (reader->diagnostics, NULL, _ ("missing \"%s\""), field->key);
  }
  return TRUE;
}

MpPosition
mp_reader_get_place_of_member (MpReader *reader, const char *key)
{
  const MpScanned *scanned = reader->scanned;
  const MpMemberPlace *member = scanned->members;
  const char *other;
  json_t *value;

  json_object_foreach (scanned->value, other, value) {
    if (strcmp (other, key) == 0)
      break;
    member++;
  }
  return mp_position_at (&scanned->excerpt, member->value);
}

static void
add_unknown_word (MpReader *reader, const char *key, const char *word,
                  const MpVocabulary *vocabulary)
{
  MpSuggestion suggestion = mp_suggestion_start (word);
  g_autofree const char **words = g_new0 (const char *, vocabulary->length + 1);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < vocabulary->length; i++) {
    words[i] = mp_vocabulary_word (vocabulary, i);
    mp_suggestion_offer (&suggestion, words[i]);
  }
  sentence = mp_unknown_word (key, word, suggestion.best, words);
  mp_diagnostics_add_error (reader->diagnostics, key, "%s", sentence);
}

guint
mp_reader_read_word (MpReader *reader, const char *key, const json_t *json,
                     const MpVocabulary *vocabulary, guint fallback)
{
  guint value = fallback;

  if (json != NULL && !mp_vocabulary_find (vocabulary, mp_reader_string (json), &value))
    add_unknown_word (reader, key, mp_reader_string (json), vocabulary);
  return value;
}

MpCertainty
mp_reader_read_certainty (MpReader *reader, const json_t *json)
{
  return mp_reader_read_word (reader, "certainty", json, &mp_certainty_vocabulary,
                              MP_CERTAINTY_STATED);
}
