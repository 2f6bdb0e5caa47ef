/* mp-reader-term.c: terms and their phases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-check.h"
#include "mp-quote.h"
#include "mp-reader-private.h"

#include <glib/gi18n-lib.h>

/* Returns the condition under which a phase ends early, or NULL. */
static const char *
read_condition (MpReader *reader, json_t *json)
{
  json_t *values[MP_N_CONDITION_KEYS];
  gsize mark;

  if (json == NULL)
    return NULL;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "ends_early");
  mp_reader_read_object (reader, json, mp_condition_fields, values);
  mp_diagnostics_leave (reader->diagnostics, mark);
  return mp_reader_string (values[MP_KEY_CONDITION_WHEN]);
}

static void
read_phase (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_PHASE_KEYS];
  MpCertainty certainty;
  const char *condition;
  MpReadDate read;

  if (!mp_reader_read_object (reader, json, mp_phase_fields, values))
    return;
  if (mp_reader_read_phase_span (reader, values[MP_KEY_PHASE_SPAN], &read)) {
    MpStretch stretch = { read.span.start.after, read.span.end.earliest, read.text, (guint) index };

    if (stretch.start < stretch.end)
      g_array_append_val (reader->stretches, stretch);
  }
  certainty = mp_reader_read_certainty (reader, values[MP_KEY_PHASE_CERTAINTY]);
  condition = read_condition (reader, values[MP_KEY_PHASE_ENDS_EARLY]);

  if (mp_reader_is_sound (reader)) {
    MpNewPhase phase = {
      .dates = &read.span,
      .span = read.text,
      .state = mp_reader_string (values[MP_KEY_PHASE_STATE]),
      .summary = mp_reader_string (values[MP_KEY_PHASE_SUMMARY]),
      .ends_early = condition,
      .certainty = certainty,
    };

    mp_agreement_builder_add_phase (reader->builder, &phase);
    mp_reader_add_derivation (reader, MP_DERIVED_START, &read.start);
    mp_reader_add_derivation (reader, MP_DERIVED_END, &read.end);
  }
  mp_reader_read_citations (reader, values[MP_KEY_PHASE_SOURCES]);
  mp_reader_read_amounts (reader, values[MP_KEY_PHASE_AMOUNTS]);
  mp_reader_read_alternatives (reader, values[MP_KEY_PHASE_ALTERNATIVES], TRUE);
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const MpStretch *left = a;
  const MpStretch *right = b;

  return (left->start > right->start) - (left->start < right->start);
}

static void
add_overlap (MpReader *reader, const json_t *phases, const MpStretch *one, const MpStretch *other)
{
  const MpStretch *first = one->index < other->index ? one : other;
  const MpStretch *second = first == one ? other : one;
  const json_t *earlier = json_array_get (phases, first->index);
  const json_t *later = json_array_get (phases, second->index);
  const char *earlier_state = mp_reader_string (json_object_get (earlier, "state"));
  const char *later_state = mp_reader_string (json_object_get (later, "state"));
  g_autofree char *earlier_words = mp_quote (earlier_state != NULL ? earlier_state : "");
  g_autofree char *later_words = mp_quote (later_state != NULL ? later_state : "");
  gsize item = mp_diagnostics_enter_item (reader->diagnostics, second->index);

  mp_diagnostics_add_clash (reader->diagnostics, "span", first->index,
                            /* Translators: a state and its dates, twice */
                            _ ("phases of one term must not overlap, but %s (%s) and %s (%s) do"),
                            earlier_words, first->text, later_words, second->text);
  mp_diagnostics_leave (reader->diagnostics, item);
}

/* Looks for phases that are certainly in force at the same time. */
static void
check_overlaps (MpReader *reader, const json_t *phases)
{
  const MpStretch *last = NULL; /* the phase that ends last among those before */

  g_array_sort (reader->stretches, compare_stretches);
  for (guint i = 0; i < reader->stretches->len; i++) {
    const MpStretch *stretch = &g_array_index (reader->stretches, MpStretch, i);

    if (last != NULL && stretch->start < last->end)
      add_overlap (reader, phases, last, stretch);
    if (last == NULL || stretch->end > last->end)
      last = stretch;
  }
}

void
mp_reader_read_term (MpReader *reader, json_t *json, gsize index)
{
  json_t *values[MP_N_TERM_KEYS];
  json_t *phases;
  guint32 topic;
  guint32 obligor;
  guint32 obligee;
  gsize mark;

  if (!mp_reader_read_object (reader, json, mp_term_fields, values))
    return;
  mp_reader_check_id (reader, values[MP_KEY_TERM_ID], MP_ID_KIND_TERM, index);
  topic = mp_reader_read_reference (reader, "topic", values[MP_KEY_TERM_TOPIC], MP_ID_KIND_TOPIC);
  obligor =
    mp_reader_read_reference (reader, "obligor", values[MP_KEY_TERM_OBLIGOR], MP_ID_KIND_PARTY);
  obligee =
    mp_reader_read_reference (reader, "obligee", values[MP_KEY_TERM_OBLIGEE], MP_ID_KIND_PARTY);
  if (mp_reader_is_sound (reader))
    mp_agreement_builder_add_term (reader->builder, mp_reader_string (values[MP_KEY_TERM_ID]),
                                   mp_reader_string (values[MP_KEY_TERM_TITLE]),
                                   mp_reader_string (values[MP_KEY_TERM_SUMMARY]), topic, obligor,
                                   obligee);

  mp_reader_read_notice (reader, values[MP_KEY_TERM_NOTICE]);

  phases = values[MP_KEY_TERM_PHASES];
  mark = mp_diagnostics_enter_key (reader->diagnostics, "phases");
  g_array_set_size (reader->stretches, 0);
  for (gsize i = 0; i < json_array_size (phases); i++) {
    gsize item = mp_diagnostics_enter_item (reader->diagnostics, i);

    read_phase (reader, json_array_get (phases, i), i);
    mp_diagnostics_leave (reader->diagnostics, item);
  }
  check_overlaps (reader, phases);
  mp_diagnostics_leave (reader->diagnostics, mark);
}
