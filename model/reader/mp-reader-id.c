/* mp-reader-id.c: ids, and what refers to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-quote.h"
#include "mp-reader-private.h"
#include "mp-suggest.h"

#include <glib/gi18n-lib.h>

/* The greatest number of comparisons that one file may cost in search of suggestions: comparing a
 * million ids with a thousand unknown ones would take minutes. */
#define MAX_COMPARISONS 2000000

void
mp_reader_collect_ids (MpReader *reader, MpIdKind kind)
{
  json_t *array = reader->arrays[kind];

  for (gsize i = 0; i < json_array_size (array); i++) {
    const char *id = mp_reader_string (json_object_get (json_array_get (array, i), "id"));

    if (id != NULL && !g_hash_table_contains (reader->ids[kind], id))
      g_hash_table_insert (reader->ids[kind], (gpointer) id, GUINT_TO_POINTER (i + 1));
  }
}

void
mp_reader_check_id (MpReader *reader, const json_t *json, MpIdKind kind, gsize index)
{
  const char *id = mp_reader_string (json);
  g_autofree char *sentence = NULL;
  guint first;

  if (id == NULL)
    return;
  sentence = mp_check_id (id);
  if (sentence != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "id", "%s", sentence);

  first = GPOINTER_TO_UINT (g_hash_table_lookup (reader->ids[kind], id));
  if (first != 0 && first - 1 != index) {
    g_autofree char *quoted = mp_quote (id);

    mp_diagnostics_add_clash (reader->diagnostics, "id", first - 1, _ ("duplicate id %s"), quoted);
  }
}

static MpNameOf
name_of (MpIdKind kind)
{
  switch (kind) {
  case MP_ID_KIND_PARTY:
    return MP_NAME_OF_PARTY;
  case MP_ID_KIND_TOPIC:
    return MP_NAME_OF_TOPIC;
  case MP_ID_KIND_SOURCE:
    return MP_NAME_OF_SOURCE;
  case MP_ID_KIND_TERM:
    return MP_NAME_OF_TERM;
  case MP_ID_KIND_MILESTONE:
    return MP_NAME_OF_MILESTONE;
  default:
    g_return_val_if_reached (MP_NAME_OF_KEY);
  }
}

/* Returns the id that may be meant by an unknown one, or NULL. */
static const char *
suggest_id (MpReader *reader, MpIdKind kind, const char *id)
{
  MpSuggestion suggestion = mp_suggestion_start (id);
  json_t *array = reader->arrays[kind];

  for (gsize i = 0; i < json_array_size (array); i++) {
    const char *candidate = mp_reader_string (json_object_get (json_array_get (array, i), "id"));

    if (reader->n_comparisons++ >= MAX_COMPARISONS)
      return NULL;
    if (candidate != NULL)
      mp_suggestion_offer (&suggestion, candidate);
  }
  return suggestion.best;
}

guint32
mp_reader_read_reference (MpReader *reader, const char *key, const json_t *json, MpIdKind kind)
{
  const char *id = mp_reader_string (json);
  g_autofree char *sentence = NULL;
  guint index;

  if (id == NULL || reader->broken[kind])
    return MP_NONE;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (reader->ids[kind], id));
  if (index > 0)
    return index - 1;

  if (mp_diagnostics_wants (reader->diagnostics, MP_SEVERITY_ERROR))
    sentence = mp_unknown_name (name_of (kind), id, suggest_id (reader, kind, id));
  mp_diagnostics_add_error (reader->diagnostics, key, "%s", sentence);
  return MP_NONE;
}
