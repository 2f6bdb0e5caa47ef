/* mp-agreement-builder.c: puts an agreement together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Phases and milestones are collected as records, because they arrive as such, and become a struct
 * of arrays at the end, when their number and order are known.
 */
#include "mp-agreement-builder.h"

#include "mp-agreement-private.h"

#include <stdlib.h>
#include <string.h>

/* Texts such as units, spans and states often repeat. A cache of this many recent texts finds most
 * of the repeats at a fixed cost; a repeat that it misses is only stored twice. */
#define N_RECENT_TEXTS 4096

/* What amounts and alternatives belong to. */
typedef enum {
  SUBJECT_NONE,
  SUBJECT_PHASE,
  SUBJECT_MILESTONE,
} Subject;

/* What citations belong to: whichever of these was added last. */
typedef enum {
  CITED_NONE,
  CITED_PHASE,
  CITED_MILESTONE,
  CITED_AMOUNT,
  CITED_ALTERNATIVE,
  CITED_NOTICE,
} Cited;

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
  GArray *alternatives;
  GArray *derivations;
  GArray *notices;
  GArray *closed_days;

  MpTextRef title;
  MpTextRef summary;
  MpTextRef checked;

  Subject subject;
  Cited cited;
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

static MpPhaseRecord *
last_phase (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->phases, MpPhaseRecord, builder->phases->len - 1);
}

static MpMilestoneRecord *
last_milestone (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->milestones, MpMilestoneRecord, builder->milestones->len - 1);
}

static MpNotice *
last_notice (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->notices, MpNotice, builder->notices->len - 1);
}

static int
compare_instants (MpInstant a, MpInstant b)
{
  return (a > b) - (a < b);
}

/* Compares phases by term and time. g_array_sort () is stable, so phases that do not differ keep
 * the file's order. */
static int
compare_phases (gconstpointer a, gconstpointer b)
{
  const MpPhaseRecord *left = a;
  const MpPhaseRecord *right = b;
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
  builder->phases = g_array_new (FALSE, FALSE, sizeof (MpPhaseRecord));
  builder->milestones = g_array_new (FALSE, FALSE, sizeof (MpMilestoneRecord));
  builder->citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  builder->amounts = g_array_new (FALSE, FALSE, sizeof (MpAmount));
  builder->changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->alternatives = g_array_new (FALSE, FALSE, sizeof (MpAlternative));
  builder->derivations = g_array_new (FALSE, FALSE, sizeof (MpDerivation));
  builder->notices = g_array_new (FALSE, FALSE, sizeof (MpNotice));
  builder->closed_days = g_array_new (FALSE, FALSE, sizeof (MpInstant));
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
  g_clear_pointer (&builder->alternatives, g_array_unref);
  g_clear_pointer (&builder->derivations, g_array_unref);
  g_clear_pointer (&builder->notices, g_array_unref);
  g_clear_pointer (&builder->closed_days, g_array_unref);
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
    .notice = MP_NONE,
    .phases = empty_run_at_end (builder->phases),
  };

  g_array_append_val (builder->terms, term);
  builder->subject = SUBJECT_NONE;
  builder->cited = CITED_NONE;
  return builder->terms->len - 1;
}

/* In an initializer: the text of a column, from the string of the same name. */
#define ADD_TEXT(type, name) .name = add_text (builder, new->name),

guint32
mp_agreement_builder_add_phase (MpAgreementBuilder *builder, const MpNewPhase *new)
{
  MpPhaseRecord phase = { .earliest_start = new->dates->start.earliest,
                          .certain_start = new->dates->start.after,
                          .certain_end = new->dates->end.earliest,
                          .latest_end = new->dates->end.after,
                          .term = builder->terms->len - 1,
                          .start_derivation = MP_NONE,
                          .end_derivation = MP_NONE,
                          .amounts = empty_run_at_end (builder->amounts),
                          .citations = empty_run_at_end (builder->citations),
                          .alternatives = empty_run_at_end (builder->alternatives),
                          .certainty = (guint8) new->certainty,
                          MP_PHASE_TEXTS (ADD_TEXT) };

  g_assert (builder->terms->len > 0);
  g_array_append_val (builder->phases, phase);
  g_array_index (builder->terms, MpTerm, phase.term).phases.count++;
  builder->subject = SUBJECT_PHASE;
  builder->cited = CITED_PHASE;
  return builder->phases->len - 1;
}

guint32
mp_agreement_builder_add_milestone (MpAgreementBuilder *builder, const MpNewMilestone *new)
{
  MpMilestoneRecord milestone = { .earliest = new->dates->start.earliest,
                                  .after = new->dates->end.after,
                                  .topic = new->topic,
                                  .derivation = MP_NONE,
                                  .changes = empty_run_at_end (builder->changes),
                                  .amounts = empty_run_at_end (builder->amounts),
                                  .citations = empty_run_at_end (builder->citations),
                                  .alternatives = empty_run_at_end (builder->alternatives),
                                  .importance = (guint8) new->importance,
                                  .certainty = (guint8) new->certainty,
                                  MP_MILESTONE_TEXTS (ADD_TEXT) };

  g_array_append_val (builder->milestones, milestone);
  builder->subject = SUBJECT_MILESTONE;
  builder->cited = CITED_MILESTONE;
  return builder->milestones->len - 1;
}

/* Returns the run of citations of what was added last. */
static MpRun *
last_citations (MpAgreementBuilder *builder)
{
  switch (builder->cited) {
  case CITED_PHASE:
    return &last_phase (builder)->citations;
  case CITED_MILESTONE:
    return &last_milestone (builder)->citations;
  case CITED_AMOUNT:
    return &g_array_index (builder->amounts, MpAmount, builder->amounts->len - 1).citations;
  case CITED_ALTERNATIVE:
    return &g_array_index (builder->alternatives, MpAlternative, builder->alternatives->len - 1)
              .citations;
  case CITED_NOTICE:
    return &last_notice (builder)->citations;
  case CITED_NONE:
  default:
    g_assert_not_reached ();
  }
}

void
mp_agreement_builder_cite (MpAgreementBuilder *builder, guint32 source, const char *at)
{
  MpCitation citation = { .source = source, .at = add_text (builder, at) };

  g_array_append_val (builder->citations, citation);
  last_citations (builder)->count++;
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
  builder->cited = CITED_AMOUNT;
}

void
mp_agreement_builder_add_change (MpAgreementBuilder *builder, guint32 term)
{
  g_assert (builder->subject == SUBJECT_MILESTONE);
  g_array_append_val (builder->changes, term);
  last_milestone (builder)->changes.count++;
}

guint32
mp_agreement_builder_add_alternative (MpAgreementBuilder *builder, const MpSpan *date,
                                      const char *text, const char *reason, MpCertainty certainty)
{
  MpAlternative alternative = {
    .earliest_start = date->start.earliest,
    .certain_start = date->start.after,
    .certain_end = date->end.earliest,
    .latest_end = date->end.after,
    .date = add_text (builder, text),
    .reason = add_text (builder, reason),
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->subject != SUBJECT_NONE);
  g_array_append_val (builder->alternatives, alternative);
  if (builder->subject == SUBJECT_PHASE)
    last_phase (builder)->alternatives.count++;
  else
    last_milestone (builder)->alternatives.count++;
  builder->cited = CITED_ALTERNATIVE;
  return builder->alternatives->len - 1;
}

void
mp_agreement_builder_derive (MpAgreementBuilder *builder, MpDerived what, guint32 milestone,
                             const char *by, gboolean before)
{
  MpDerivation derivation = { milestone, add_text (builder, by), before };
  guint32 index = builder->derivations->len;

  g_assert (builder->subject == (what == MP_DERIVED_DATE ? SUBJECT_MILESTONE : SUBJECT_PHASE));
  g_array_append_val (builder->derivations, derivation);
  if (what == MP_DERIVED_DATE)
    last_milestone (builder)->derivation = index;
  else if (what == MP_DERIVED_START)
    last_phase (builder)->start_derivation = index;
  else
    last_phase (builder)->end_derivation = index;
}

guint32
mp_agreement_builder_add_notice (MpAgreementBuilder *builder, const char *period, const char *opens,
                                 const char *until, const char *what, MpDays days, MpRoll roll,
                                 MpCertainty certainty)
{
  MpNotice notice = {
    .period = add_text (builder, period),
    .opens = add_text (builder, opens),
    .until = add_text (builder, until),
    .what = add_text (builder, what),
    .days = days,
    .roll = roll,
    .closed = empty_run_at_end (builder->closed_days),
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->terms->len > 0);
  g_array_append_val (builder->notices, notice);
  g_array_index (builder->terms, MpTerm, builder->terms->len - 1).notice =
    builder->notices->len - 1;
  builder->subject = SUBJECT_NONE;
  builder->cited = CITED_NOTICE;
  return builder->notices->len - 1;
}

void
mp_agreement_builder_add_closed_day (MpAgreementBuilder *builder, MpInstant day)
{
  g_assert (builder->cited == CITED_NOTICE);
  g_array_append_val (builder->closed_days, day);
  last_notice (builder)->closed.count++;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return compare_instants (*(const MpInstant *) a, *(const MpInstant *) b);
}

static void
sort_closed_days (MpAgreementBuilder *builder)
{
  for (guint i = 0; i < builder->notices->len; i++) {
    MpRun run = g_array_index (builder->notices, MpNotice, i).closed;

    if (run.count > 1)
      qsort (&g_array_index (builder->closed_days, MpInstant, run.first), run.count,
             sizeof (MpInstant), compare_days);
  }
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
  sort_closed_days (builder);
  agreement->alternatives = steal_items (&builder->alternatives, &agreement->n_alternatives);
  agreement->derivations = steal_items (&builder->derivations, NULL);
  agreement->notices = steal_items (&builder->notices, NULL);
  agreement->closed_days = steal_items (&builder->closed_days, NULL);

  /* The phases of one term lie side by side and only change places among themselves, so the runs
   * of the terms stay as they are. */
  g_array_sort (builder->phases, compare_phases);
  mp_phases_to_columns (&agreement->phases, builder->phases);
  mp_milestones_to_columns (&agreement->milestones, builder->milestones);
  mp_agreement_index_ids (agreement);

  mp_agreement_builder_free (builder);
  return agreement;
}
