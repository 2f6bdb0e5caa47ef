/* mp-reader-id.c: ids, and what refers to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reference names may come later in the file. Such references wait, with their place, until
 * all has been read.
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

static const struct {
  const char *key; /* of the array */
  MpNameOf name_of;
} kinds[MP_N_ID_KINDS] = {
  [MP_ID_KIND_PARTY] = { "parties", MP_NAME_OF_PARTY },
  [MP_ID_KIND_TOPIC] = { "topics", MP_NAME_OF_TOPIC },
  [MP_ID_KIND_SOURCE] = { "sources", MP_NAME_OF_SOURCE },
  [MP_ID_KIND_TERM] = { "terms", MP_NAME_OF_TERM },
  [MP_ID_KIND_MILESTONE] = { "milestones", MP_NAME_OF_MILESTONE },
};

const char *
mp_reader_key_of (MpIdKind kind)
{
  return kinds[kind].key;
}

const char *
mp_reader_get_id (const json_t *entry, const json_t *id)
{
  return mp_reader_string (id != NULL ? id : json_object_get (entry, "id"));
}

void
mp_reader_check_id (MpReader *reader, const json_t *entry, const json_t *id, MpIdKind kind)
{
  guint32 index = mp_agreement_builder_count (reader->builder, kind) - 1;
  guint line =
    mp_reader_get_id (entry, id) != NULL ? mp_reader_get_place_of_member (reader, "id").line : 0;
  g_autofree char *sentence = NULL;
  guint32 first;

  g_array_append_val (reader->lines[kind], line);
  if (id == NULL)
    return;
  sentence = mp_check_id (mp_reader_string (id));
  if (sentence != NULL)
    mp_diagnostics_add_error (reader->diagnostics, "id", "%s", sentence);

  first = mp_agreement_builder_find (reader->builder, kind, mp_reader_string (id));
  if (first != index && first != MP_NONE) {
    g_autofree char *quoted = mp_quote (mp_reader_string (id));

    mp_diagnostics_add_clash (reader->diagnostics, "id",
                              g_array_index (reader->lines[kind], guint, first),
                              _ ("duplicate id %s"), quoted);
  }
}

/* Returns the id that may be meant by an unknown one, or NULL. */
static const char *
suggest_id (MpReader *reader, MpIdKind kind, const char *id)
{
  MpSuggestion suggestion = mp_suggestion_start (id);
  guint n = mp_agreement_builder_count (reader->builder, kind);

  for (guint32 i = 0; i < n; i++) {
    const char *candidate = mp_agreement_builder_get_id (reader->builder, kind, i);

    if (reader->n_comparisons++ >= MAX_COMPARISONS)
      return NULL;
    if (g_array_index (reader->lines[kind], guint, i) != 0)
      mp_suggestion_offer (&suggestion, candidate);
  }
  return suggestion.best;
}

void
mp_reader_add_unknown (MpReader *reader, MpIdKind kind, const char *id, const char *pointer,
                       MpPosition place)
{
  g_autofree char *sentence = NULL;

  if (reader->is_broken[kind])
    return;
  /* Most of a great many problems are only counted. */
  if (mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR) < MP_PROBLEMS_MAX)
    sentence = mp_unknown_name (kinds[kind].name_of, id, suggest_id (reader, kind, id));
  else
    sentence = mp_unknown_name (kinds[kind].name_of, id, NULL);
  mp_diagnostics_add_placed (reader->diagnostics, pointer, place, 0, "%s", sentence);
}

guint32
mp_reader_read_reference (MpReader *reader, const char *key, const json_t *json, MpIdKind kind,
                          MpReference what, guint32 index)
{
  const char *id = mp_reader_string (json);
  guint32 found;

  if (id == NULL)
    return MP_NONE;
  found = mp_agreement_builder_find (reader->builder, kind, id);
  if (found == MP_NONE && !reader->is_trial) {
    g_autofree char *pointer = mp_diagnostics_get_pointer (reader->diagnostics, key);
    MpPending pending = {
      .kind = kind,
      .what = what,
      .index = index,
      .milestone = mp_agreement_builder_count (reader->builder, MP_ID_KIND_MILESTONE) - 1,
      .id = mp_reader_store (reader, id),
      .pointer = mp_reader_store (reader, pointer),
      .place = mp_diagnostics_get_place (reader->diagnostics, key),
    };

    g_array_append_val (reader->pending, pending);
  }
  return found;
}

MpMention
mp_reader_mention (MpReader *reader, guint32 term, MpMention mention)
{
  MpMention before;

  if (term >= reader->mentions->len)
    g_array_set_size (reader->mentions, term + 1);
  before = g_array_index (reader->mentions, MpMention, term);
  g_array_index (reader->mentions, MpMention, term) = mention;
  return before;
}

/* A term that is among the changes of a milestone was read after it. */
static void
resolve_change (MpReader *reader, const MpPending *pending, guint32 term)
{
  MpMention mention = { pending->milestone + 1, 0, pending->place.line };
  MpMention before = mp_reader_mention (reader, term, mention);

  if (before.milestone == mention.milestone)
    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, pending->pointer),
                               pending->place, before.line, _ ("the term \"%s\" is named twice"),
                               mp_reader_get_stored (reader, pending->id));
}

void
mp_reader_resolve_references (MpReader *reader)
{
  for (guint i = 0; i < reader->pending->len; i++) {
    const MpPending *pending = &g_array_index (reader->pending, MpPending, i);
    const char *id = mp_reader_get_stored (reader, pending->id);
    guint32 found = mp_agreement_builder_find (reader->builder, pending->kind, id);

    if (found == MP_NONE) {
      mp_reader_add_unknown (reader, pending->kind, id,
                             mp_reader_get_stored (reader, pending->pointer), pending->place);
      continue;
    }
    mp_agreement_builder_refer (reader->builder, pending->what, pending->index, found);
    if (pending->what == MP_REFERENCE_CHANGE)
      resolve_change (reader, pending, found);
  }
}
