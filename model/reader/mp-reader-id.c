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

/* The keys of the arrays. */
static const char *const keys[MP_N_ID_KINDS] = {
  [MP_ID_KIND_PARTY] = "parties",        [MP_ID_KIND_TOPIC] = "topics",
  [MP_ID_KIND_SOURCE] = "sources",       [MP_ID_KIND_TERM] = "terms",
  [MP_ID_KIND_MILESTONE] = "milestones",
};

const char *
mp_reader_key_of (MpIdKind kind)
{
  return keys[kind];
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

/* The kinds that a reference may name, in the order in which they are tried. */
static const struct {
  MpNameOf name_of;
  guint n_kinds;
  MpIdKind kinds[3];
} referents_info[MP_N_REFERENTS] = {
  [MP_ID_KIND_PARTY] = { MP_NAME_OF_PARTY, 1, { MP_ID_KIND_PARTY } },
  [MP_ID_KIND_TOPIC] = { MP_NAME_OF_TOPIC, 1, { MP_ID_KIND_TOPIC } },
  [MP_ID_KIND_SOURCE] = { MP_NAME_OF_SOURCE, 1, { MP_ID_KIND_SOURCE } },
  [MP_ID_KIND_TERM] = { MP_NAME_OF_TERM, 1, { MP_ID_KIND_TERM } },
  [MP_ID_KIND_MILESTONE] = { MP_NAME_OF_MILESTONE, 1, { MP_ID_KIND_MILESTONE } },
  [MP_REFERENTS_ENTRY] = { MP_NAME_OF_ENTRY, 2, { MP_ID_KIND_MILESTONE, MP_ID_KIND_TERM } },
  [MP_REFERENTS_SELECTED] = { MP_NAME_OF_SELECTED,
                              3,
                              { MP_ID_KIND_MILESTONE, MP_ID_KIND_TERM, MP_ID_KIND_TOPIC } },
};

static MpNamed
find_named (const MpReader *reader, MpReferents referents, const char *id)
{
  MpNamed named = { MP_ID_KIND_PARTY, MP_NONE };

  for (guint i = 0; i < referents_info[referents].n_kinds && named.index == MP_NONE; i++) {
    named.kind = referents_info[referents].kinds[i];
    named.index = mp_agreement_builder_find (reader->builder, named.kind, id);
  }
  return named;
}

/* Offers the ids of a kind to a suggestion. */
static void
offer_ids (MpReader *reader, MpIdKind kind, MpSuggestion *suggestion)
{
  guint n = mp_agreement_builder_count (reader->builder, kind);

  for (guint32 i = 0; i < n; i++) {
    if (reader->n_comparisons++ >= MAX_COMPARISONS)
      return;
    if (g_array_index (reader->lines[kind], guint, i) != 0)
      mp_suggestion_offer (suggestion, mp_agreement_builder_get_id (reader->builder, kind, i));
  }
}

/* Returns the id that may be meant by an unknown one, or NULL. */
static const char *
suggest_id (MpReader *reader, MpReferents referents, const char *id)
{
  MpSuggestion suggestion = mp_suggestion_start (id);

  for (guint i = 0; i < referents_info[referents].n_kinds; i++)
    offer_ids (reader, referents_info[referents].kinds[i], &suggestion);
  return reader->n_comparisons > MAX_COMPARISONS ? NULL : suggestion.best;
}

void
mp_reader_add_unknown (MpReader *reader, MpReferents referents, const char *id, const char *pointer,
                       MpPosition place)
{
  MpNameOf name_of = referents_info[referents].name_of;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < referents_info[referents].n_kinds; i++)
    if (reader->is_broken[referents_info[referents].kinds[i]])
      return;
  /* Most of a great many problems are only counted. */
  if (mp_diagnostics_count (reader->diagnostics, MP_SEVERITY_ERROR) < MP_PROBLEMS_MAX)
    sentence = mp_unknown_name (name_of, id, suggest_id (reader, referents, id));
  else
    sentence = mp_unknown_name (name_of, id, NULL);
  mp_diagnostics_add_placed (reader->diagnostics, pointer, place, 0, "%s", sentence);
}

void
mp_reader_refer_later (MpReader *reader, const char *key, const json_t *json, MpReferents referents,
                       MpReference what, guint32 index, MpNamed self)
{
  g_autofree char *pointer = NULL;
  MpPending pending;

  if (mp_reader_string (json) == NULL || reader->is_trial)
    return;
  pointer = mp_diagnostics_get_pointer (reader->diagnostics, key);
  pending = (MpPending) {
    .referents = referents,
    .what = what,
    .index = index,
    .self = self,
    .id = mp_reader_store (reader, mp_reader_string (json)),
    .pointer = mp_reader_store (reader, pointer),
    .place = mp_diagnostics_get_place (reader->diagnostics, key),
  };
  g_array_append_val (reader->pending, pending);
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
  if (found == MP_NONE) {
    guint n_milestones = mp_agreement_builder_count (reader->builder, MP_ID_KIND_MILESTONE);

    mp_reader_refer_later (reader, key, json, (MpReferents) kind, what, index,
                           (MpNamed) { MP_ID_KIND_MILESTONE, n_milestones - 1 });
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
  MpMention mention = { pending->self.index + 1, 0, pending->place.line };
  MpMention before = mp_reader_mention (reader, term, mention);

  if (before.milestone == mention.milestone)
    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, pending->pointer),
                               pending->place, before.line, _ ("the term \"%s\" is named twice"),
                               mp_reader_get_stored (reader, pending->id));
}

static void
resolve_link (MpReader *reader, const MpPending *pending, MpNamed found)
{
  if (found.kind == pending->self.kind && found.index == pending->self.index)
    mp_diagnostics_add_placed (reader->diagnostics, mp_reader_get_stored (reader, pending->pointer),
                               pending->place, 0,
                               _ ("a link leads to another entry, not to its own"));
}

void
mp_reader_resolve_references (MpReader *reader)
{
  for (guint i = 0; i < reader->pending->len; i++) {
    const MpPending *pending = &g_array_index (reader->pending, MpPending, i);
    const char *id = mp_reader_get_stored (reader, pending->id);
    MpNamed found = find_named (reader, pending->referents, id);

    if (found.index == MP_NONE) {
      mp_reader_add_unknown (reader, pending->referents, id,
                             mp_reader_get_stored (reader, pending->pointer), pending->place);
      continue;
    }
    mp_agreement_builder_refer (reader->builder, pending->what, pending->index, found);
    if (pending->what == MP_REFERENCE_CHANGE)
      resolve_change (reader, pending, found.index);
    else if (pending->what == MP_REFERENCE_LINK)
      resolve_link (reader, pending, found);
  }
}
