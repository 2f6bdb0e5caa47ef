/* mp-cli-show-json.c: the output of "show --json"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-agreement.h"
#include "mp-cli-private.h"
#include "mp-query.h"

#include <jansson.h>
#include <stdio.h>

/* Sets a key to a text, unless the text is empty. */
static void
set_text (json_t *object, const char *key, const char *text)
{
  if (*text != '\0')
    json_object_set_new (object, key, json_string (text));
}

static json_t *
citations_to_json (MpAgreement *agreement, MpRun run)
{
  const MpCitation *citations = mp_agreement_citations (agreement);
  const MpSource *sources = mp_agreement_sources (agreement, NULL);
  json_t *list = json_array ();

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpSource *source = &sources[citations[i].source];
    json_t *object = json_object ();

    set_text (object, "id", mp_agreement_text (agreement, source->id));
    set_text (object, "title", mp_agreement_text (agreement, source->title));
    set_text (object, "publisher", mp_agreement_text (agreement, source->publisher));
    set_text (object, "date", mp_agreement_text (agreement, source->date));
    set_text (object, "url", mp_agreement_text (agreement, source->url));
    set_text (object, "kind", mp_source_kinds[source->kind].word);
    set_text (object, "at", mp_agreement_text (agreement, citations[i].at));
    json_array_append_new (list, object);
  }
  return list;
}

static json_t *
amounts_to_json (MpAgreement *agreement, MpRun run)
{
  const MpAmount *amounts = mp_agreement_amounts (agreement);
  json_t *list = json_array ();

  for (guint32 i = run.first; i < run.first + run.count; i++)
    json_array_append_new (
      list, json_pack ("{s:f, s:s, s:s, s:s, s:o}", "value", amounts[i].value, "unit",
                       mp_agreement_text (agreement, amounts[i].unit), "what",
                       mp_agreement_text (agreement, amounts[i].what), "certainty",
                       mp_certainty_get (amounts[i].certainty)->word, "sources",
                       citations_to_json (agreement, amounts[i].citations)));
  return list;
}

/* Sets the keys that a term and each of its states have in common. */
static void
set_state (json_t *object, MpAgreement *agreement, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (agreement);

  json_object_set_new (object, "state",
                       json_string (mp_agreement_text (agreement, phases->state[phase])));
  json_object_set_new (object, "span",
                       json_string (mp_agreement_text (agreement, phases->span[phase])));
  json_object_set_new (
    object, "certainty",
    json_string (mp_certainty_get ((MpCertainty) phases->certainty[phase])->word));
  json_object_set_new (object, "sources", citations_to_json (agreement, phases->citations[phase]));
}

/* Sets whether a phase is in force, and what is known of its end. */
static void
set_basis (json_t *object, MpAgreement *agreement, MpStatus status, guint32 phase)
{
  const char *early =
    mp_agreement_text (agreement, mp_agreement_phases (agreement)->ends_early[phase]);

  json_object_set_new (object, "status", json_string (mp_status_to_string (status)));
  json_object_set_new (object, "basis",
                       json_string (mp_basis_to_string (mp_query_phase_basis (agreement, phase))));
  if (*early != '\0')
    json_object_set_new (object, "ends_early", json_pack ("{s:s}", "when", early));
}

static json_t *
states_to_json (const MpShow *show, const GArray *phases)
{
  json_t *list = json_array ();

  for (guint i = 0; i < phases->len; i++) {
    guint32 phase = g_array_index (phases, guint32, i);
    json_t *state = json_object ();

    set_basis (
      state, show->agreement,
      mp_query_phase_status (show->agreement, phase, show->as_of.earliest, show->as_of.after),
      phase);
    set_state (state, show->agreement, phase);
    json_object_set_new (
      state, "amounts",
      amounts_to_json (show->agreement, mp_agreement_phases (show->agreement)->amounts[phase]));
    json_array_append_new (list, state);
  }
  return list;
}

/* A term has the keys of its first state; a term that is not in force has those of its nearest
 * phase. */
static json_t *
term_to_json (const MpShow *show, guint32 term)
{
  const MpTerm *terms = mp_agreement_terms (show->agreement, NULL);
  MpInstant from = show->as_of.earliest, until = show->as_of.after;
  MpStanding standing = mp_query_standing (show->agreement, term, from, until);
  g_autoptr (GArray) phases = mp_query_possible_phases (show->agreement, term, from, until);
  json_t *row = json_pack ("{s:s, s:s}", "id", mp_agreement_text (show->agreement, terms[term].id),
                           "title", mp_agreement_text (show->agreement, terms[term].title));

  if (standing.status == MP_STATUS_NOT)
    json_object_set_new (row, "status", json_string (mp_status_to_string (standing.status)));
  else
    set_basis (row, show->agreement, standing.status, standing.phase);
  if (standing.phase != MP_NONE)
    set_state (row, show->agreement, standing.phase);
  else
    json_object_update_new (
      row, json_pack ("{s:n, s:n, s:n, s:[]}", "state", "span", "certainty", "sources"));
  json_object_set_new (row, "states", states_to_json (show, phases));
  return row;
}

void
mp_cli_show_json (const MpShow *show)
{
  g_autofree char *today = mp_instant_to_iso (show->today);
  json_auto_t *root =
    json_pack ("{s:s, s:s, s:s}", "title", mp_agreement_get_title (show->agreement), "as_of",
               show->as_of.text, "today", today);
  json_t *list = json_array ();
  guint n_terms;

  set_text (root, "known", mp_agreement_get_known (show->agreement));
  set_text (root, "checked", mp_agreement_get_checked (show->agreement));
  mp_agreement_terms (show->agreement, &n_terms);
  for (guint32 term = 0; term < n_terms; term++)
    json_array_append_new (list, term_to_json (show, term));
  json_object_set_new (root, "terms", list);
  /* Everything but ASCII is escaped, because marks that change the direction of text would upset a
   * terminal. */
  json_dumpf (root, stdout, JSON_INDENT (2) | JSON_ENSURE_ASCII);
  printf ("\n");
}
