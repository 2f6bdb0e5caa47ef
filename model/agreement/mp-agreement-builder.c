/* mp-agreement-builder.c: puts an agreement together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is kept as the agreement will have it, so that the end has little to do, however many
 * items there are.
 */
#include "mp-agreement-builder-private.h"

#include <stddef.h>
#include <string.h>

MpTextRef
mp_agreement_builder_add_text (MpAgreementBuilder *builder, const char *text)
{
  MpRecentText *recent;
  guint hash;

  if (text == NULL || *text == '\0')
    return 0;

  hash = g_str_hash (text);
  recent = &builder->recent_texts[hash % MP_N_RECENT_TEXTS];
  if (recent->hash != hash || strcmp (builder->text->str + recent->text, text) != 0) {
    /* The reader's size limit keeps files far below this. */
    g_assert (builder->text->len < G_MAXUINT32);
    *recent = (MpRecentText) { (MpTextRef) builder->text->len, hash };
    g_string_append_len (builder->text, text, (gssize) strlen (text) + 1);
  }
  return recent->text;
}

static MpRun
empty_run_at_end (GArray *pool)
{
  return (MpRun) { pool->len, 0 };
}

static MpNotice *
last_notice (MpAgreementBuilder *builder)
{
  return &g_array_index (builder->notices, MpNotice, builder->notices->len - 1);
}

/* --- Ids -------------------------------------------------------------------------------------- */

/* Returns the array of a kind, whose elements begin with their ids; milestones have none. */
static GArray *
array_of (const MpAgreementBuilder *builder, MpIdKind kind)
{
  switch (kind) {
  case MP_ID_KIND_PARTY:
    return builder->parties;
  case MP_ID_KIND_TOPIC:
    return builder->topics;
  case MP_ID_KIND_SOURCE:
    return builder->sources;
  case MP_ID_KIND_TERM:
    return builder->terms;
  case MP_ID_KIND_MILESTONE:
  default:
    return NULL;
  }
}

static MpIds
id_places (const MpAgreementBuilder *builder, MpIdKind kind)
{
  GArray *array = array_of (builder, kind);

  G_STATIC_ASSERT (offsetof (MpParty, id) == 0);
  G_STATIC_ASSERT (offsetof (MpTopic, id) == 0);
  G_STATIC_ASSERT (offsetof (MpSource, id) == 0);
  G_STATIC_ASSERT (offsetof (MpTerm, id) == 0);
  if (array != NULL)
    return (MpIds) { builder->text->str, array->data, g_array_get_element_size (array) };
  return (MpIds) { builder->text->str, builder->milestones.id, sizeof *builder->milestones.id };
}

void
mp_agreement_builder_index_last (MpAgreementBuilder *builder, MpIdKind kind)
{
  MpIds ids = id_places (builder, kind);
  guint32 last = mp_agreement_builder_count (builder, kind) - 1;

  if (*mp_ids_get (&ids, last) != '\0')
    mp_id_index_add (&builder->ids[kind], &ids, last);
}

guint
mp_agreement_builder_count_phases (const MpAgreementBuilder *builder)
{
  return builder->phases.length;
}

const char *
mp_agreement_builder_get_span (const MpAgreementBuilder *builder, guint32 phase)
{
  return builder->text->str + builder->phases.span[phase];
}

const char *
mp_agreement_builder_get_state (const MpAgreementBuilder *builder, guint32 phase)
{
  return builder->text->str + builder->phases.state[phase];
}

const char *
mp_agreement_builder_get_date (const MpAgreementBuilder *builder, guint32 milestone)
{
  return builder->text->str + builder->milestones.date[milestone];
}

guint
mp_agreement_builder_count (const MpAgreementBuilder *builder, MpIdKind kind)
{
  GArray *array = array_of (builder, kind);

  return array != NULL ? array->len : builder->milestones.length;
}

const char *
mp_agreement_builder_get_id (const MpAgreementBuilder *builder, MpIdKind kind, guint32 index)
{
  MpIds ids = id_places (builder, kind);

  g_return_val_if_fail (index < mp_agreement_builder_count (builder, kind), "");

  return mp_ids_get (&ids, index);
}

guint32
mp_agreement_builder_find (const MpAgreementBuilder *builder, MpIdKind kind, const char *id)
{
  MpIds ids = id_places (builder, kind);

  return mp_id_index_find (&builder->ids[kind], &ids, id);
}

/* --- Items ------------------------------------------------------------------------------------ */

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
  builder->citations = g_array_new (FALSE, FALSE, sizeof (MpCitation));
  builder->amounts = g_array_new (FALSE, FALSE, sizeof (MpAmount));
  builder->changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->alternatives = g_array_new (FALSE, FALSE, sizeof (MpAlternative));
  builder->derivations = g_array_new (FALSE, FALSE, sizeof (MpDerivation));
  builder->notices = g_array_new (FALSE, FALSE, sizeof (MpNotice));
  builder->closed_days = g_array_new (FALSE, FALSE, sizeof (MpInstant));
  builder->links = g_array_new (FALSE, FALSE, sizeof (MpLink));
  builder->story = g_array_new (FALSE, FALSE, sizeof (MpStep));
  return builder;
}

static void
free_columns (MpAgreementBuilder *builder)
{
  MpPhases phases;
  MpMilestones milestones;

  mp_phase_columns_move (&builder->phases, &phases);
  mp_milestone_columns_move (&builder->milestones, &milestones);
  mp_phases_clear (&phases);
  mp_milestones_clear (&milestones);
}

void
mp_agreement_builder_free (MpAgreementBuilder *builder)
{
  if (builder == NULL)
    return;
  if (builder->text != NULL)
    g_string_free (builder->text, TRUE);
  g_clear_pointer (&builder->file, g_bytes_unref);
  g_clear_pointer (&builder->parties, g_array_unref);
  g_clear_pointer (&builder->topics, g_array_unref);
  g_clear_pointer (&builder->sources, g_array_unref);
  g_clear_pointer (&builder->terms, g_array_unref);
  free_columns (builder);
  for (guint kind = 0; kind < MP_N_ID_KINDS; kind++)
    mp_id_index_clear (&builder->ids[kind]);
  g_clear_pointer (&builder->citations, g_array_unref);
  g_clear_pointer (&builder->amounts, g_array_unref);
  g_clear_pointer (&builder->changes, g_array_unref);
  g_clear_pointer (&builder->alternatives, g_array_unref);
  g_clear_pointer (&builder->derivations, g_array_unref);
  g_clear_pointer (&builder->notices, g_array_unref);
  g_clear_pointer (&builder->closed_days, g_array_unref);
  g_clear_pointer (&builder->links, g_array_unref);
  g_clear_pointer (&builder->story, g_array_unref);
  g_free (builder);
}

void
mp_agreement_builder_set_head (MpAgreementBuilder *builder, const char *title, const char *summary,
                               const char *checked)
{
  builder->title = mp_agreement_builder_add_text (builder, title);
  builder->summary = mp_agreement_builder_add_text (builder, summary);
  builder->checked = mp_agreement_builder_add_text (builder, checked);
}

void
mp_agreement_builder_set_known (MpAgreementBuilder *builder, const char *known)
{
  builder->known = mp_agreement_builder_add_text (builder, known);
}

void
mp_agreement_builder_take_file (MpAgreementBuilder *builder, GBytes *file)
{
  g_clear_pointer (&builder->file, g_bytes_unref);
  builder->file = file;
}

guint32
mp_agreement_builder_add_party (MpAgreementBuilder *builder, const char *id, const char *name,
                                const char *summary)
{
  MpParty party = {
    .id = mp_agreement_builder_add_text (builder, id),
    .name = mp_agreement_builder_add_text (builder, name),
    .summary = mp_agreement_builder_add_text (builder, summary),
  };

  g_array_append_val (builder->parties, party);
  mp_agreement_builder_index_last (builder, MP_ID_KIND_PARTY);
  return builder->parties->len - 1;
}

guint32
mp_agreement_builder_add_topic (MpAgreementBuilder *builder, const char *id, const char *title,
                                MpColor color)
{
  MpTopic topic = {
    .id = mp_agreement_builder_add_text (builder, id),
    .title = mp_agreement_builder_add_text (builder, title),
    .color = color,
  };

  g_array_append_val (builder->topics, topic);
  mp_agreement_builder_index_last (builder, MP_ID_KIND_TOPIC);
  return builder->topics->len - 1;
}

guint32
mp_agreement_builder_add_source (MpAgreementBuilder *builder, const char *id, const char *title,
                                 const char *publisher, const char *date, const char *url,
                                 const char *note, MpSourceKind kind)
{
  MpSource source = {
    .id = mp_agreement_builder_add_text (builder, id),
    .title = mp_agreement_builder_add_text (builder, title),
    .publisher = mp_agreement_builder_add_text (builder, publisher),
    .date = mp_agreement_builder_add_text (builder, date),
    .url = mp_agreement_builder_add_text (builder, url),
    .note = mp_agreement_builder_add_text (builder, note),
    .kind = kind,
  };

  g_array_append_val (builder->sources, source);
  mp_agreement_builder_index_last (builder, MP_ID_KIND_SOURCE);
  return builder->sources->len - 1;
}

void
mp_agreement_builder_set_access (MpAgreementBuilder *builder, const char *accessed,
                                 const char *archived)
{
  MpSource *source;

  g_assert (builder->sources->len > 0);
  source = &g_array_index (builder->sources, MpSource, builder->sources->len - 1);
  source->accessed = mp_agreement_builder_add_text (builder, accessed);
  source->archived = mp_agreement_builder_add_text (builder, archived);
}

guint32
mp_agreement_builder_add_term (MpAgreementBuilder *builder, const char *id, const char *title,
                               const char *summary, guint32 topic, guint32 obligor, guint32 obligee)
{
  MpTerm term = { .notice = MP_NONE, .phases = { builder->phases.length, 0 } };

  g_array_append_val (builder->terms, term);
  builder->subject = MP_SUBJECT_NONE;
  builder->cited = MP_CITED_NONE;
  mp_agreement_builder_set_term (builder, id, title, summary, topic, obligor, obligee);
  return builder->terms->len - 1;
}

void
mp_agreement_builder_set_term (MpAgreementBuilder *builder, const char *id, const char *title,
                               const char *summary, guint32 topic, guint32 obligor, guint32 obligee)
{
  MpTerm *term;

  g_assert (builder->terms->len > 0);
  term = &g_array_index (builder->terms, MpTerm, builder->terms->len - 1);
  term->id = mp_agreement_builder_add_text (builder, id);
  term->title = mp_agreement_builder_add_text (builder, title);
  term->summary = mp_agreement_builder_add_text (builder, summary);
  term->topic = topic;
  term->obligor = obligor;
  term->obligee = obligee;
  mp_agreement_builder_index_last (builder, MP_ID_KIND_TERM);
}

/* In an initializer: the text of a column, from the string of the same name. */
#define ADD_TEXT(type, name) .name = mp_agreement_builder_add_text (builder, new->name),

guint32
mp_agreement_builder_add_phase (MpAgreementBuilder *builder, const MpNewPhase *new)
{
  MpPhaseRow phase = { .term = builder->terms->len - 1,
                       .start_derivation = MP_NONE,
                       .end_derivation = MP_NONE,
                       .amounts = empty_run_at_end (builder->amounts),
                       .citations = empty_run_at_end (builder->citations),
                       .alternatives = empty_run_at_end (builder->alternatives),
                       .links = empty_run_at_end (builder->links),
                       .certainty = (guint8) new->certainty,
                       MP_PHASE_TEXTS (ADD_TEXT) };

  g_assert (builder->terms->len > 0);
  if (new->dates != NULL) {
    phase.earliest_start = new->dates->start.earliest;
    phase.certain_start = new->dates->start.after;
    phase.certain_end = new->dates->end.earliest;
    phase.latest_end = new->dates->end.after;
  }
  mp_phase_columns_append (&builder->phases, &phase);
  g_array_index (builder->terms, MpTerm, phase.term).phases.count++;
  builder->subject = MP_SUBJECT_PHASE;
  builder->cited = MP_CITED_PHASE;
  return builder->phases.length - 1;
}

guint32
mp_agreement_builder_add_milestone (MpAgreementBuilder *builder, const MpNewMilestone *new)
{
  MpMilestoneRow milestone = { .topic = new->topic,
                               .derivation = MP_NONE,
                               .changes = empty_run_at_end (builder->changes),
                               .amounts = empty_run_at_end (builder->amounts),
                               .citations = empty_run_at_end (builder->citations),
                               .alternatives = empty_run_at_end (builder->alternatives),
                               .links = empty_run_at_end (builder->links),
                               .order = (guint16) new->order,
                               .importance = (guint8) new->importance,
                               .certainty = (guint8) new->certainty,
                               MP_MILESTONE_TEXTS (ADD_TEXT) };

  if (new->dates != NULL) {
    milestone.earliest = new->dates->start.earliest;
    milestone.after = new->dates->end.after;
  }
  mp_milestone_columns_append (&builder->milestones, &milestone);
  mp_agreement_builder_index_last (builder, MP_ID_KIND_MILESTONE);
  builder->subject = MP_SUBJECT_MILESTONE;
  builder->cited = MP_CITED_MILESTONE;
  return builder->milestones.length - 1;
}

/* --- What belongs to items -------------------------------------------------------------------- */

/* Returns the run of citations of what was added last. */
static MpRun *
last_citations (MpAgreementBuilder *builder)
{
  switch (builder->cited) {
  case MP_CITED_PHASE:
    return &builder->phases.citations[builder->phases.length - 1];
  case MP_CITED_MILESTONE:
    return &builder->milestones.citations[builder->milestones.length - 1];
  case MP_CITED_AMOUNT:
    return &g_array_index (builder->amounts, MpAmount, builder->amounts->len - 1).citations;
  case MP_CITED_ALTERNATIVE:
    return &g_array_index (builder->alternatives, MpAlternative, builder->alternatives->len - 1)
              .citations;
  case MP_CITED_NOTICE:
    return &last_notice (builder)->citations;
  case MP_CITED_LINK:
    return &g_array_index (builder->links, MpLink, builder->links->len - 1).citations;
  case MP_CITED_STEP:
    return &g_array_index (builder->story, MpStep, builder->story->len - 1).citations;
  case MP_CITED_NONE:
  default:
    g_assert_not_reached ();
  }
}

guint32
mp_agreement_builder_cite (MpAgreementBuilder *builder, guint32 source, const char *at)
{
  MpCitation citation = { .source = source, .at = mp_agreement_builder_add_text (builder, at) };

  g_array_append_val (builder->citations, citation);
  last_citations (builder)->count++;
  return builder->citations->len - 1;
}

void
mp_agreement_builder_quote (MpAgreementBuilder *builder, const char *quote)
{
  g_assert (builder->citations->len > 0);
  g_array_index (builder->citations, MpCitation, builder->citations->len - 1).quote =
    mp_agreement_builder_add_text (builder, quote);
}

void
mp_agreement_builder_add_amount (MpAgreementBuilder *builder, double value, const char *unit,
                                 const char *what, MpCertainty certainty)
{
  MpAmount amount = {
    .value = value,
    .unit = mp_agreement_builder_add_text (builder, unit),
    .what = mp_agreement_builder_add_text (builder, what),
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->subject != MP_SUBJECT_NONE);
  g_array_append_val (builder->amounts, amount);
  if (builder->subject == MP_SUBJECT_PHASE)
    builder->phases.amounts[builder->phases.length - 1].count++;
  else
    builder->milestones.amounts[builder->milestones.length - 1].count++;
  builder->cited = MP_CITED_AMOUNT;
}

void
mp_agreement_builder_cap (MpAgreementBuilder *builder)
{
  g_assert (builder->cited == MP_CITED_AMOUNT);
  g_array_index (builder->amounts, MpAmount, builder->amounts->len - 1).is_cap = TRUE;
}

guint32
mp_agreement_builder_add_link (MpAgreementBuilder *builder, MpLinkKind kind, MpNamed to,
                               int certainty)
{
  MpLink link = {
    .to = to,
    .kind = kind,
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->subject != MP_SUBJECT_NONE);
  g_array_append_val (builder->links, link);
  if (builder->subject == MP_SUBJECT_PHASE)
    builder->phases.links[builder->phases.length - 1].count++;
  else
    builder->milestones.links[builder->milestones.length - 1].count++;
  builder->cited = MP_CITED_LINK;
  return builder->links->len - 1;
}

guint32
mp_agreement_builder_add_step (MpAgreementBuilder *builder, const MpNewStep *new)
{
  MpStep step = { .select = new->select,
                  .compared = new->compared,
                  .citations = empty_run_at_end (builder->citations),
                  MP_STEP_TEXTS (ADD_TEXT) };

  g_array_append_val (builder->story, step);
  builder->subject = MP_SUBJECT_NONE;
  builder->cited = MP_CITED_STEP;
  return builder->story->len - 1;
}

guint32
mp_agreement_builder_add_change (MpAgreementBuilder *builder, guint32 term)
{
  g_assert (builder->subject == MP_SUBJECT_MILESTONE);
  g_array_append_val (builder->changes, term);
  builder->milestones.changes[builder->milestones.length - 1].count++;
  return builder->changes->len - 1;
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
    .date = mp_agreement_builder_add_text (builder, text),
    .reason = mp_agreement_builder_add_text (builder, reason),
    .certainty = certainty,
    .citations = empty_run_at_end (builder->citations),
  };

  g_assert (builder->subject != MP_SUBJECT_NONE);
  g_array_append_val (builder->alternatives, alternative);
  if (builder->subject == MP_SUBJECT_PHASE)
    builder->phases.alternatives[builder->phases.length - 1].count++;
  else
    builder->milestones.alternatives[builder->milestones.length - 1].count++;
  builder->cited = MP_CITED_ALTERNATIVE;
  return builder->alternatives->len - 1;
}

guint32
mp_agreement_builder_add_notice (MpAgreementBuilder *builder, const char *period, const char *opens,
                                 const char *until, const char *what, MpDays days, MpRoll roll,
                                 MpCertainty certainty)
{
  MpNotice notice = {
    .period = mp_agreement_builder_add_text (builder, period),
    .opens = mp_agreement_builder_add_text (builder, opens),
    .until = mp_agreement_builder_add_text (builder, until),
    .what = mp_agreement_builder_add_text (builder, what),
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
  builder->subject = MP_SUBJECT_NONE;
  builder->cited = MP_CITED_NOTICE;
  return builder->notices->len - 1;
}

void
mp_agreement_builder_add_closed_day (MpAgreementBuilder *builder, MpInstant day)
{
  g_assert (builder->cited == MP_CITED_NOTICE);
  g_array_append_val (builder->closed_days, day);
  last_notice (builder)->closed.count++;
}
