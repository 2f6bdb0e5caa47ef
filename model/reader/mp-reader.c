/* mp-reader.c: reads an agreement from its file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the reader uses Jansson: this file and those called mp-reader-…. The tree of values is
 * walked once. What is wrong is reported; what is right is handed to the builder, as long as no
 * error has been found.
 */
#include "config.h"

#include "mp-reader.h"

#include "mp-agreement.h"
#include "mp-check.h"
#include "mp-hash.h"
#include "mp-position.h"
#include "mp-quote.h"
#include "mp-reader-private.h"
#include "mp-syntax.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const kind_keys[MP_N_ID_KINDS] = { "parties", "topics", "sources", "terms",
                                                      "milestones" };

static void
read_party (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_PARTY_KEYS];

  if (!mp_reader_read_object (reader, json, mp_party_fields, values))
    return;
  mp_reader_check_id (reader, values[MP_KEY_PARTY_ID], MP_ID_KIND_PARTY, index);
  if (mp_reader_is_sound (reader))
    mp_agreement_builder_add_party (reader->builder, mp_reader_string (values[MP_KEY_PARTY_ID]),
                                    mp_reader_string (values[MP_KEY_PARTY_NAME]),
                                    mp_reader_string (values[MP_KEY_PARTY_SUMMARY]));
}

static void
read_topic (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_TOPIC_KEYS];
  MpColor color;

  if (!mp_reader_read_object (reader, json, mp_topic_fields, values))
    return;
  mp_reader_check_id (reader, values[MP_KEY_TOPIC_ID], MP_ID_KIND_TOPIC, index);
  color = mp_reader_read_word (reader, "color", values[MP_KEY_TOPIC_COLOR], &mp_color_vocabulary,
                               MP_COLOR_GRAY);
  if (mp_reader_is_sound (reader))
    mp_agreement_builder_add_topic (reader->builder, mp_reader_string (values[MP_KEY_TOPIC_ID]),
                                    mp_reader_string (values[MP_KEY_TOPIC_TITLE]), color);
}

static void
check_url (MpReader *reader, const char *url)
{
  g_autofree char *error = mp_check_url (url);
  g_autofree char *warning = error == NULL ? mp_check_url_look (url) : NULL;

  if (error != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "url", "%s", error);
  else if (warning != NULL)
    mp_diagnostics_add_warning (reader->diagnostics, "url", "%s", warning);
}

static void
read_source (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_SOURCE_KEYS];
  MpSourceKind kind;
  MpDate date;

  if (!mp_reader_read_object (reader, json, mp_source_fields, values))
    return;
  mp_reader_check_id (reader, values[MP_KEY_SOURCE_ID], MP_ID_KIND_SOURCE, index);
  kind = mp_reader_read_word (reader, "kind", values[MP_KEY_SOURCE_KIND],
                              &mp_source_kind_vocabulary, MP_SOURCE_PRIMARY);
  mp_reader_read_date (reader, "date", values[MP_KEY_SOURCE_DATE], &date);
  if (values[MP_KEY_SOURCE_URL] != NULL)
    check_url (reader, mp_reader_string (values[MP_KEY_SOURCE_URL]));
  if (mp_reader_is_sound (reader))
    mp_agreement_builder_add_source (reader->builder, mp_reader_string (values[MP_KEY_SOURCE_ID]),
                                     mp_reader_string (values[MP_KEY_SOURCE_TITLE]),
                                     mp_reader_string (values[MP_KEY_SOURCE_PUBLISHER]),
                                     mp_reader_string (values[MP_KEY_SOURCE_DATE]),
                                     mp_reader_string (values[MP_KEY_SOURCE_URL]),
                                     mp_reader_string (values[MP_KEY_SOURCE_NOTE]), kind);
}

static void
read_item (MpReader *reader, MpIdKind kind, json_t *json, gsize index)
{
  switch (kind) {
  case MP_ID_KIND_PARTY:
    read_party (reader, json, index);
    break;
  case MP_ID_KIND_TOPIC:
    read_topic (reader, json, index);
    break;
  case MP_ID_KIND_SOURCE:
    read_source (reader, json, index);
    break;
  case MP_ID_KIND_TERM:
    mp_reader_read_term (reader, json, index);
    break;
  case MP_ID_KIND_MILESTONE:
    mp_reader_read_milestone (reader, json, index);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* The first key must be the format's version: it says how to read all the others. Returns FALSE if
 * the rest is not worth reading. */
static gboolean
check_version (MpReader *reader, json_t *root)
{
  json_t *version = json_object_get (root, "milepost");
  gboolean has_known_key = FALSE;

  if (!json_is_object (root))
    return TRUE;
  if (version == NULL) {
    mp_diagnostics_add_error (reader->diagnostics, NULL,
                              _ ("missing \"milepost\": a Milepost agreement begins with "
                                 "\"milepost\": 1"));
    for (const MpField *field = mp_head_fields; field->key != NULL; field++)
      has_known_key = has_known_key || json_object_get (root, field->key) != NULL;
    return has_known_key;
  }
  if (!json_is_number (version))
    return TRUE;
  if (json_number_value (version) != 1) {
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

static void
read_root (MpReader *reader, json_t *root)
{
  json_t *values[MP_N_HEAD_KEYS];
  MpDate checked;

  if (!check_version (reader, root) ||
      !mp_reader_read_object (reader, root, mp_head_fields, values))
    return;
  mp_reader_read_day (reader, "checked", values[MP_KEY_HEAD_CHECKED],
                      _ ("\"checked\" must be a day, such as 2026-11-23"), &checked);
  if (mp_reader_is_sound (reader))
    mp_agreement_builder_set_head (reader->builder, mp_reader_string (values[MP_KEY_HEAD_TITLE]),
                                   mp_reader_string (values[MP_KEY_HEAD_SUMMARY]),
                                   mp_reader_string (values[MP_KEY_HEAD_CHECKED]));

  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++) {
    reader->arrays[kind] = values[MP_KEY_HEAD_PARTIES + kind];
    reader->broken[kind] =
      reader->arrays[kind] == NULL && json_object_get (root, kind_keys[kind]) != NULL;
    mp_reader_collect_ids (reader, (MpIdKind) kind);
  }
  reader->mentions = g_new0 (MpMention, json_array_size (reader->arrays[MP_ID_KIND_TERM]));
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++) {
    gsize mark = mp_diagnostics_enter_key (reader->diagnostics, kind_keys[kind]);

    for (gsize i = 0; i < json_array_size (reader->arrays[kind]); i++) {
      gsize item = mp_diagnostics_enter_item (reader->diagnostics, i);

      read_item (reader, (MpIdKind) kind, json_array_get (reader->arrays[kind], i), i);
      mp_diagnostics_leave (reader->diagnostics, item);
    }
    mp_diagnostics_leave (reader->diagnostics, mark);
  }
}

/* Adds an error of the text itself. */
static void
add_text_error (MpProblems *problems, const char *text, gsize length, gsize offset,
                const char *sentence)
{
  MpPosition position = mp_position_at (text, length, offset);

  mp_problems_add (problems, MP_SEVERITY_ERROR, position.line, position.column, "", sentence);
}

/* Reports why Jansson refused a text. offset is how far it had read. */
static void
explain (MpProblems *problems, const char *text, gsize length, gsize offset,
         const json_error_t *error)
{
  g_autofree char *sentence = NULL;

  if (json_error_code (error) == json_error_duplicate_key) {
    gsize size = mp_syntax_last_string (text, offset, &offset);
    g_autofree char *key = g_strndup (text + offset + 1, size >= 2 ? size - 2 : 0);
    g_autofree char *quoted = mp_quote (key);

    sentence = g_strdup_printf (_ ("duplicate key %s in one object"), quoted);
  } else {
    gsize place = offset;

    sentence = mp_syntax_find_fault (text, length, &place);
    /* If the text has no fault, Jansson has run out of memory, whatever error it gives. */
    if (sentence == NULL)
      sentence = g_strdup (_ ("there is not enough memory to read this file"));
    offset = place;
  }
  add_text_error (problems, text, length, offset, sentence);
}

/* Returns the tree of values of a text, or NULL and an error in problems. */
static json_t *
parse (const char *text, gsize length, MpProblems *problems)
{
  json_error_t error = { 0 };
  json_t *root;
  gsize offset;
  gsize skipped;
  g_autofree char *sentence = mp_syntax_check_bytes (text, length, &offset);

  if (sentence != NULL) {
    add_text_error (problems, text, length, offset, sentence);
    return NULL;
  }

  /* Jansson does not accept a byte order mark. Whole numbers are read as floating point numbers, so
   * that a very large one does not stop the parser and is checked like any other amount. */
  skipped = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  root = json_loadb (text + skipped, length - skipped,
                     JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_DECODE_INT_AS_REAL, &error);
  if (root == NULL)
    explain (problems, text, length, MIN (length, (gsize) MAX (error.position, 0) + skipped),
             &error);
  return root;
}

static MpAgreement *
read_text (const char *text, gsize length, MpProblems *problems)
{
  json_t *root = parse (text, length, problems);
  MpReader reader = { 0 };
  MpAgreement *agreement = NULL;

  if (root == NULL)
    return NULL;

  reader.diagnostics = mp_diagnostics_new ();
  reader.builder = mp_agreement_builder_new ();
  reader.resolver = mp_resolver_new (mp_reader_find_origin, &reader);
  reader.texts = g_string_chunk_new (1024);
  reader.stretches = g_array_new (FALSE, FALSE, sizeof (MpStretch));
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++)
    reader.ids[kind] = g_hash_table_new (mp_hash_string, g_str_equal);

  read_root (&reader, root);
  mp_diagnostics_place (reader.diagnostics, text, length, problems);
  if (mp_reader_is_sound (&reader))
    agreement = mp_agreement_builder_end (g_steal_pointer (&reader.builder));

  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++)
    g_hash_table_unref (reader.ids[kind]);
  g_array_unref (reader.stretches);
  g_string_chunk_free (reader.texts);
  mp_resolver_free (reader.resolver);
  g_free (reader.mentions);
  mp_agreement_builder_free (reader.builder);
  mp_diagnostics_free (reader.diagnostics);
  json_decref (root);
  return agreement;
}

static void
log_result (gsize length, gint64 start, MpAgreement *agreement, const MpProblems *problems)
{
  guint n_terms = 0;

  if (agreement != NULL)
    mp_agreement_terms (agreement, &n_terms);
  g_debug ("read %" G_GSIZE_FORMAT " bytes in %.1f ms: %u terms, %u phases, %u milestones, "
           "%u errors, %u warnings",
           length, (double) (g_get_monotonic_time () - start) / 1000, n_terms,
           agreement != NULL ? mp_agreement_phases (agreement)->length : 0,
           agreement != NULL ? mp_agreement_milestones (agreement)->length : 0,
           mp_problems_count (problems, MP_SEVERITY_ERROR),
           mp_problems_count (problems, MP_SEVERITY_WARNING));
}

MpAgreement *
mp_reader_load_bytes (GBytes *bytes, MpProblems *problems)
{
  gint64 start = g_get_monotonic_time ();
  MpAgreement *agreement;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  agreement = read_text (text, length, problems);
  log_result (length, start, agreement, problems);
  return agreement;
}
