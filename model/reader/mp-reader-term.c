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
  guint mark;

  if (json == NULL)
    return NULL;
  mark = mp_diagnostics_enter_key (reader->diagnostics, "ends_early");
  mp_reader_read_object (reader, json, mp_condition_fields, values);
  mp_diagnostics_leave (reader->diagnostics, mark);
  return mp_reader_string (values[MP_KEY_CONDITION_WHEN]);
}

void
mp_reader_read_phase (MpReader *reader, json_t *json, guint32 index)
{
  guint32 phase = mp_agreement_builder_count_phases (reader->builder);
  guint32 term = mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) - 1;
  json_t *values[MP_N_PHASE_KEYS];
  MpNewPhase new;
  MpReadDate read;

  mp_reader_read_object (reader, json, mp_phase_fields, values);
  mp_reader_read_phase_span (reader, values[MP_KEY_PHASE_SPAN], phase, index, &read);
  if (read.is_known && read.span.start.after < read.span.end.earliest) {
    MpStretch stretch = { read.span.start.after, read.span.end.earliest, phase, index,
                          mp_reader_get_place_of_member (reader, "span") };

    g_array_append_val (reader->stretches, stretch);
  }
  new = (MpNewPhase) {
    .dates = read.is_known ? &read.span : NULL,
    .span = read.text,
    .state = mp_reader_string (values[MP_KEY_PHASE_STATE]),
    .summary = mp_reader_string (values[MP_KEY_PHASE_SUMMARY]),
    .note = mp_reader_string (values[MP_KEY_PHASE_NOTE]),
    .ends_early = read_condition (reader, values[MP_KEY_PHASE_ENDS_EARLY]),
    .certainty = mp_reader_read_certainty (reader, values[MP_KEY_PHASE_CERTAINTY]),
  };
  mp_agreement_builder_add_phase (reader->builder, &new);
  mp_reader_read_citations (reader, values[MP_KEY_PHASE_SOURCES]);
  mp_reader_read_amounts (reader, values[MP_KEY_PHASE_AMOUNTS]);
  mp_reader_read_alternatives (reader, values[MP_KEY_PHASE_ALTERNATIVES], TRUE);
  mp_reader_read_links (reader, values[MP_KEY_PHASE_LINKS], (MpNamed) { MP_ID_KIND_TERM, term });
}

/* --- Overlaps --------------------------------------------------------------------------------- */

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const MpStretch *left = a;
  const MpStretch *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

static void
add_overlap (MpReader *reader, guint32 term, const MpStretch *one, const MpStretch *other)
{
  const MpStretch *first = one->index < other->index ? one : other;
  const MpStretch *second = first == one ? other : one;
  const MpAgreementBuilder *builder = reader->builder;
  g_autofree char *earlier = mp_quote (mp_agreement_builder_get_state (builder, first->phase));
  g_autofree char *later = mp_quote (mp_agreement_builder_get_state (builder, second->phase));
  g_autofree char *pointer = g_strdup_printf (
    "/%s/%u/phases/%u/span", mp_reader_key_of (MP_ID_KIND_TERM), term, second->index);

  mp_diagnostics_add_placed (reader->diagnostics, pointer, second->place, first->place.line,
                             /* Translators: a state and its dates, twice */
                             _ ("phases of one term must not overlap, but %s (%s) and %s (%s) do"),
                             earlier, mp_agreement_builder_get_span (builder, first->phase), later,
                             mp_agreement_builder_get_span (builder, second->phase));
}

void
mp_reader_check_overlaps (MpReader *reader, guint32 term, GArray *stretches)
{
  const MpStretch *last = NULL; /* the phase that ends last among those before */

  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < stretches->len; i++) {
    const MpStretch *stretch = &g_array_index (stretches, MpStretch, i);

    if (last != NULL && stretch->start < last->end)
      add_overlap (reader, term, last, stretch);
    if (last == NULL || stretch->end > last->end)
      last = stretch;
  }
}

/* --- Terms ------------------------------------------------------------------------------------ */

void
mp_reader_begin_term (MpReader *reader)
{
  mp_agreement_builder_add_term (reader->builder, NULL, NULL, NULL, MP_NONE, MP_NONE, MP_NONE);
  reader->in_term = TRUE;
  reader->has_too_many_phases = FALSE;
  reader->before_term = mp_reader_get_mark (reader);
  g_array_set_size (reader->stretches, 0);
}

static void
read_members (MpReader *reader, json_t *json)
{
  guint32 index = mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) - 1;
  json_t *values[MP_N_TERM_KEYS];
  guint32 topic;
  guint32 obligor;
  guint32 obligee;

  mp_reader_read_object (reader, json, mp_term_fields, values);
  topic = mp_reader_read_reference (reader, "topic", values[MP_KEY_TERM_TOPIC], MP_ID_KIND_TOPIC,
                                    MP_REFERENCE_TERM_TOPIC, index);
  obligor = mp_reader_read_reference (reader, "obligor", values[MP_KEY_TERM_OBLIGOR],
                                      MP_ID_KIND_PARTY, MP_REFERENCE_TERM_OBLIGOR, index);
  obligee = mp_reader_read_reference (reader, "obligee", values[MP_KEY_TERM_OBLIGEE],
                                      MP_ID_KIND_PARTY, MP_REFERENCE_TERM_OBLIGEE, index);
  mp_agreement_builder_set_term (reader->builder, mp_reader_get_id (json, values[MP_KEY_TERM_ID]),
                                 mp_reader_string (values[MP_KEY_TERM_TITLE]),
                                 mp_reader_string (values[MP_KEY_TERM_SUMMARY]), topic, obligor,
                                 obligee);
  if (!reader->is_trial) {
    mp_reader_check_id (reader, json, values[MP_KEY_TERM_ID], MP_ID_KIND_TERM);
    mp_reader_read_notice (reader, values[MP_KEY_TERM_NOTICE]);
  }
}

void
mp_reader_try_term (MpReader *reader, json_t *json)
{
  read_members (reader, json);
}

void
mp_reader_read_term (MpReader *reader, json_t *json)
{
  guint32 index = mp_agreement_builder_count (reader->builder, MP_ID_KIND_TERM) - 1;

  read_members (reader, json);
  reader->in_term = FALSE;
  if (reader->has_too_many_phases) {
    mp_reader_add_too_many (reader, "phases", "phases");
  } else if (reader->late_spans->len == reader->before_term.n_late_spans) {
    mp_reader_check_overlaps (reader, index, reader->stretches);
  } else {
    MpLateTerm late = { index, g_steal_pointer (&reader->stretches) };

    g_array_append_val (reader->late_terms, late);
    reader->stretches = g_array_new (FALSE, FALSE, sizeof (MpStretch));
  }
}
