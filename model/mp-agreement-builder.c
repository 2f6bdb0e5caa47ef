/* mp-agreement-builder.c: puts an agreement together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phases and milestones are collected as records, because they arrive as such, and become a struct
 * of arrays at the end, when their number and order are known.
 */
#include "mp-agreement-builder.h"

#include "mp-agreement-private.h"

#include <string.h>

/* Texts often repeat: units, spans, states, locators. A cache of this many recent ones finds most
 * repeats at a fixed price; what it misses is only stored twice. */
#define N_RECENT_TEXTS 4096

typedef struct {
  MpInstant earliest_start;
  MpInstant certain_start;
  MpInstant certain_end;
  MpInstant latest_end;
  MpTextRef span;
  MpTextRef state;
  MpTextRef summary;
  MpTextRef ends_early;
  guint32 term;
  MpRun amounts;
  MpRun citations;
  guint8 certainty;
} Phase;

typedef struct {
  MpInstant earliest;
  MpInstant after;
  MpTextRef id;
  MpTextRef date;
  MpTextRef title;
  MpTextRef summary;
  guint32 topic;
  MpRun changes;
  MpRun amounts;
  MpRun citations;
  guint8 importance;
  guint8 certainty;
} Milestone;

/* What citations and amounts belong to. */
typedef enum {
  SUBJECT_NONE,
  SUBJECT_PHASE,
  SUBJECT_MILESTONE,
} Subject;

struct _MpAgreementBuilder {
  /* Owned */
  GString *text;
  GArray *parties;
  GArray *topics;
  GArray *sources;
  GArray *terms;
  GArray *phases;
  GArray *milestones;
  GArray *citations;
  GArray *amounts;
  GArray *changes;

  MpTextRef title;
  MpTextRef summary;
  MpTextRef checked;

  Subject subject;
  gboolean in_amount; /* citations go to the last amount */
  MpTextRef recent_texts[N_RECENT_TEXTS];
};

static MpTextRef
add_text (MpAgreementBuilder *builder, const char *text)
{
  MpTextRef *recent;

  if (text == NULL || *text == '\0')
    return 0;

  recent = &builder->recent_texts[g_str_hash (text) % N_RECENT_TEXTS];
  if (strcmp (builder->text->str + *recent, text) != 0) {
    /* The reader's size limit keeps files far below this. */
    g_assert (builder->text->len < G_MAXUINT32);
    *recent = (MpTextRef) builder->text->len;
    g_string_append_len (builder->text, text, (gssize) strlen (text) + 1);
  }
  return *recent;
}

static MpRun
empty_run_at_end (GArray *pool)
{
  return (MpRun) { pool->len, 0 };
}

static Phase *
last_phase (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->phases, Phase, builder->phases->len - 1);
}

static Milestone *
last_milestone (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->milestones, Milestone, builder->milestones->len - 1);
}

static int
compare_instants (MpInstant a, MpInstant b)
{
  return (a > b) - (a < b);
}

/* Order of time. g_array_sort () is stable, so phases that do not differ keep the file's order. */
static int
compare_phases (gconstpointer a, gconstpointer b)
{
  const Phase *left = a;
  const Phase *right = b;
  int order;

  if (left->term != right->term)
    return left->term < right->term ? -1 : 1;
  order = compare_instants (left->earliest_start, right->earliest_start);
  if (order == 0)
    order = compare_instants (left->certain_start, right->certain_start);
  if (order == 0)
    order = compare_instants (left->certain_end, right->certain_end);
  if (order == 0)
    order = compare_instants (left->latest_end, right->latest_end);
  return order;
}

/* Takes the array; returns its items, and their number unless n is NULL. */
static gpointer
steal_items (GArray **array, guint *n)
{
  if (n != NULL)
    *n = (*array)->len;
  return g_array_free (g_steal_pointer (array), FALSE);
}

static void
scatter_phases (const GArray *records, MpPhases *phases)
{
  guint n = records->len;
  guint32 *term = g_new (guint32, n);
  MpInstant *earliest_start = g_new (MpInstant, n);
  MpInstant *certain_start = g_new (MpInstant, n);
  MpInstant *certain_end = g_new (MpInstant, n);
  MpInstant *latest_end = g_new (MpInstant, n);
  MpTextRef *span = g_new (MpTextRef, n);
  MpTextRef *state = g_new (MpTextRef, n);
  MpTextRef *summary = g_new (MpTextRef, n);
  MpTextRef *ends_early = g_new (MpTextRef, n);
  guint8 *certainty = g_new (guint8, n);
  MpRun *amounts = g_new (MpRun, n);
  MpRun *citations = g_new (MpRun, n);

  for (guint i = 0; i < n; i++) {
    const Phase *phase = &g_array_index (records, Phase, i);

    term[i] = phase->term;
    earliest_start[i] = phase->earliest_start;
    certain_start[i] = phase->certain_start;
    certain_end[i] = phase->certain_end;
    latest_end[i] = phase->latest_end;
    span[i] = phase->span;
    state[i] = phase->state;
    summary[i] = phase->summary;
    ends_early[i] = phase->ends_early;
    certainty[i] = phase->certainty;
    amounts[i] = phase->amounts;
    citations[i] = phase->citations;
  }

  *phases = (MpPhases) {
    .length = n,
    .term = term,
    .earliest_start = earliest_start,
    .certain_start = certain_start,
    .certain_end = certain_end,
    .latest_end = latest_end,
    .span = span,
    .state = state,
    .summary = summary,
    .ends_early = ends_early,
    .certainty = certainty,
    .amounts = amounts,
    .citations = citations,
  };
}

static void
scatter_milestones (const GArray *records, MpMilestones *milestones)
{
  guint n = records->len;
  MpTextRef *id = g_new (MpTextRef, n);
  MpInstant *earliest = g_new (MpInstant, n);
  MpInstant *after = g_new (MpInstant, n);
  MpTextRef *date = g_new (MpTextRef, n);
  MpTextRef *title = g_new (MpTextRef, n);
  MpTextRef *summary = g_new (MpTextRef, n);
  guint32 *topic = g_new (guint32, n);
  guint8 *importance = g_new (guint8, n);
  guint8 *certainty = g_new (guint8, n);
  MpRun *changes = g_new (MpRun, n);
  MpRun *amounts = g_new (MpRun, n);
  MpRun *citations = g_new (MpRun, n);

  for (guint i = 0; i < n; i++) {
    const Milestone *milestone = &g_array_index (records, Milestone, i);

    id[i] = milestone->id;
    earliest[i] = milestone->earliest;
    after[i] = milestone->after;
    date[i] = milestone->date;
    title[i] = milestone->title;
    summary[i] = milestone->summary;
    topic[i] = milestone->topic;
    importance[i] = milestone->importance;
    certainty[i] = milestone->certainty;
    changes[i] = milestone->changes;
    amounts[i] = milestone->amounts;
    citations[i] = milestone->citations;
  }

  *milestones = (MpMilestones) {
    .length = n,
    .id = id,
    .earliest = earliest,
    .after = after,
    .date = date,
    .title = title,
    .summary = summary,
    .topic = topic,
    .importance = importance,
    .certainty = certainty,
    .changes = changes,
    .amounts = amounts,
    .citations = citations,
  };
}

MpAgreementBuilder *
mp_agreement_builder_new (void)
{
  MpAgreementBuilder *builder = g_new0 (MpAgreementBuilder, 1);

  /* The reference 0 is the empty text: one NUL. */
  builder->text = g_string_new_len ("", 1);
  builder->parties = g_array_new (FALSE, FALSE, sizeof (MpParty));
  builder->topics = g_array_new (FALSE, FALSE, sizeof (MpTopic));
  builder->sources = g_array_new (FALSE, FALSE, sizeof (MpSource));
  builder->terms = g_array_new (FALSE, FALSE, sizeof (MpTerm));
  builder->phases = g_array_new (FALSE, FALSE, sizeof (Phase));
  builder->milestones = g_array_new (FALSE, FALSE, sizeof (Milestone));
  builder->citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  builder->amounts = g_array_new (FALSE, FALSE, sizeof (MpAmount));
  builder->changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  return builder;
}

void
mp_agreement_builder_free (MpAgreementBuilder *builder)
{
  if (builder == NULL)
    return;
  if (builder->text != NULL)
    g_string_free (builder->text, TRUE);
  g_clear_pointer (&builder->parties, g_array_unref);
  g_clear_pointer (&builder->topics, g_array_unref);
  g_clear_pointer (&builder->sources, g_array_unref);
  g_clear_pointer (&builder->terms, g_array_unref);
  g_clear_pointer (&builder->phases, g_array_unref);
  g_clear_pointer (&builder->milestones, g_array_unref);
  g_clear_pointer (&builder->citations, g_array_unref);
  g_clear_pointer (&builder->amounts, g_array_unref);
  g_clear_pointer (&builder->changes, g_array_unref);
  g_free (builder);
}

void
mp_agreement_builder_set_head (MpAgreementBuilder *builder, const char *title, const char *summary,
                               const char *checked)
{
  builder->title = add_text (builder, title);
  builder->summary = add_text (builder, summary);
  builder->checked = add_text (builder, checked);
}

guint32
mp_agreement_builder_add_party (MpAgreementBuilder *builder, const char *id, const char *name,
                                const char *summary)
{
  MpParty party = {
    .id = add_text (builder, id),
    .name = add_text (builder, name),
    .summary = add_text (builder, summary),
  };

  g_array_append_val (builder->parties, party);
  return builder->parties->len - 1;
}

guint32
mp_agreement_builder_add_topic (MpAgreementBuilder *builder, const char *id, const char *title,
                                MpColor color)
{
  MpTopic topic = {
    .id = add_text (builder, id),
    .title = add_text (builder, title),
    .color = color,
  };

  g_array_append_val (builder->topics, topic);
  return builder->topics->len - 1;
}

guint32
mp_agreement_builder_add_source (MpAgreementBuilder *builder, const char *id, const char *title,
                                 const char *publisher, const char *date, const char *url,
                                 const char *note, MpSourceKind kind)
{
  MpSource source = {
    .id = add_text (builder, id),
    .title = add_text (builder, title),
    .publisher = add_text (builder, publisher),
    .date = add_text (builder, date),
    .url = add_text (builder, url),
    .note = add_text (builder, note),
    .kind = kind,
  };

  g_array_append_val (builder->sources, source);
  return builder->sources->len - 1;
}

guint32
mp_agreement_builder_add_term (MpAgreementBuilder *builder, const char *id, const char *title,
                               const char *summary, guint32 topic, guint32 obligor, guint32 obligee)
{
  MpTerm term = {
    .id = add_text (builder, id),
    .title = add_text (builder, title),
    .summary = add_text (builder, summary),
    .topic = topic,
    .obligor = obligor,
    .obligee = obligee,
    .phases = empty_run_at_end (builder->phases),
  };

  g_array_append_val (builder->terms, term);
  builder->subject = SUBJECT_NONE;
  return builder->terms->len - 1;
}

guint32
mp_agreement_builder_add_phase (MpAgreementBuilder *builder, const MpSpan *span, const char *text,
                                const char *state, const char *summary, const char *ends_early,
                                MpCertainty certainty)
{
  Phase phase = {
    .earliest_start = span->start.earliest,
    .certain_start = span->start.after,
    .certain_end = span->end.earliest,
    .latest_end = span->end.after,
    .span = add_text (builder, text),
    .state = add_text (builder, state),
    .summary = add_text (builder, summary),
    .ends_early = add_text (builder, ends_early),
    .term = builder->terms->len - 1,
    .amounts = empty_run_at_end (builder->amounts),
    .citations = empty_run_at_end (builder->citations),
    .certainty = (guint8) certainty,
  };

  g_assert (builder->terms->len > 0);
  g_array_append_val (builder->phases, phase);
  g_array_index (builder->terms, MpTerm, phase.term).phases.count++;
  builder->subject = SUBJECT_PHASE;
  builder->in_amount = FALSE;
  return builder->phases->len - 1;
}

guint32
mp_agreement_builder_add_milestone (MpAgreementBuilder *builder, const char *id, const MpSpan *date,
                                    const char *text, const char *title, const char *summary,
                                    guint32 topic, guint importance, MpCertainty certainty)
{
  Milestone milestone = {
    .earliest = date->start.earliest,
    .after = date->end.after,
    .id = add_text (builder, id),
    .date = add_text (builder, text),
    .title = add_text (builder, title),
    .summary = add_text (builder, summary),
    .topic = topic,
    .changes = empty_run_at_end (builder->changes),
    .amounts = empty_run_at_end (builder->amounts),
    .citations = empty_run_at_end (builder->citations),
    .importance = (guint8) importance,
    .certainty = (guint8) certainty,
  };

  g_array_append_val (builder->milestones, milestone);
  builder->subject = SUBJECT_MILESTONE;
  builder->in_amount = FALSE;
  return builder->milestones->len - 1;
}

void
mp_agreement_builder_cite (MpAgreementBuilder *builder, guint32 source, const char *at)
{
  MpCitation citation = { .source = source, .at = add_text (builder, at) };

  g_assert (builder->subject != SUBJECT_NONE);
  g_array_append_val (builder->citations, citation);
  if (builder->in_amount)
    g_array_index (builder->amounts, MpAmount, builder->amounts->len - 1).citations.count++;
  else if (builder->subject == SUBJECT_PHASE)
    last_phase (builder)->citations.count++;
  else
    last_milestone (builder)->citations.count++;
}

void
mp_agreement_builder_add_amount (MpAgreementBuilder *builder, double value, const char *unit,
                                 const char *what, MpCertainty certainty)
{
  MpAmount amount = {
    .value = value,
    .unit = add_text (builder, unit),
    .what = add_text (builder, what),
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->subject != SUBJECT_NONE);
  g_array_append_val (builder->amounts, amount);
  if (builder->subject == SUBJECT_PHASE)
    last_phase (builder)->amounts.count++;
  else
    last_milestone (builder)->amounts.count++;
  builder->in_amount = TRUE;
}

void
mp_agreement_builder_add_change (MpAgreementBuilder *builder, guint32 term)
{
  g_assert (builder->subject == SUBJECT_MILESTONE);
  g_array_append_val (builder->changes, term);
  last_milestone (builder)->changes.count++;
}

MpAgreement *
mp_agreement_builder_end (MpAgreementBuilder *builder)
{
  MpAgreement *agreement = g_object_new (MP_TYPE_AGREEMENT, NULL);

  agreement->title = builder->title;
  agreement->summary = builder->summary;
  agreement->checked = builder->checked;
  g_free (agreement->text);
  agreement->text_length = builder->text->len;
  agreement->text = g_string_free (g_steal_pointer (&builder->text), FALSE);
  agreement->text = g_realloc (agreement->text, agreement->text_length);

  agreement->parties = steal_items (&builder->parties, &agreement->n_parties);
  agreement->topics = steal_items (&builder->topics, &agreement->n_topics);
  agreement->sources = steal_items (&builder->sources, &agreement->n_sources);
  agreement->terms = steal_items (&builder->terms, &agreement->n_terms);
  agreement->citations = steal_items (&builder->citations, NULL);
  agreement->amounts = steal_items (&builder->amounts, NULL);
  agreement->changes = steal_items (&builder->changes, NULL);

  /* The phases of one term lie side by side and only change places among themselves, so the runs
   * of the terms stay as they are. */
  g_array_sort (builder->phases, compare_phases);
  scatter_phases (builder->phases, &agreement->phases);
  scatter_milestones (builder->milestones, &agreement->milestones);
  mp_agreement_index_ids (agreement);

  mp_agreement_builder_free (builder);
  return agreement;
}
