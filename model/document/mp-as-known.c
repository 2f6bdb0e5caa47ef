/* mp-as-known.c: from an agreement to the one that was known on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * First everything is judged by its own sources, in arrays of the same length as the agreement's.
 * Then what is left is built anew, in the same order.
 */
#include "mp-known-private.h"

#include "mp-agreement-builder.h"

#include <string.h>

/* What is the end of a phase somewhere: an instant of a term at which a phase starts, or a
 * milestone changes the term. */
typedef struct {
  MpInstant earliest;
  MpInstant after;
  guint32 term;
} Turn;

typedef struct {
  MpAgreement *agreement; /* borrowed, as all that comes next */
  const MpDate *date;
  const MpPhases *phases;
  const MpMilestones *milestones;
  const MpTerm *terms;
  const MpCitation *citations;
  guint n_terms;
  guint n_sources;
  MpAgreementBuilder *builder;

  /* Owned. What each of these is in the new agreement, or MP_NONE if it is gone; of phases, whether
   * they are left. */
  MpSourceDay *days; /* of the sources */
  guint32 *new_sources;
  guint32 *new_terms;
  guint32 *new_milestones;
  guint8 *phase_is_left;
  GHashTable *turns; /* from Turn to whether one of these is left */
} Copy;

/* --- What is left ----------------------------------------------------------------------------- */

static gboolean
is_known (const Copy *copy, MpRun run, MpInstant begins)
{
  MpKnownSum sum = { MP_KNOWN_NOT, FALSE };

  for (guint32 i = run.first; i < run.first + run.count; i++)
    mp_known_add_source (&sum, copy->days[copy->citations[i].source], copy->date);
  return mp_known_sum (&sum, begins, copy->date) != MP_KNOWN_NOT;
}

static guint
turn_hash (gconstpointer key)
{
  const Turn *turn = key;
  guint64 mixed = (guint64) turn->earliest * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  mixed ^= (guint64) turn->after + ((guint64) turn->term << 40);
  return (guint) (mixed ^ (mixed >> 32));
}

static gboolean
turn_equal (gconstpointer a, gconstpointer b)
{
  const Turn *left = a, *right = b;

  return left->earliest == right->earliest && left->after == right->after &&
         left->term == right->term;
}

static void
add_turn (Copy *copy, guint32 term, MpInstant earliest, MpInstant after, gboolean is_left)
{
  Turn turn = { earliest, after, term };
  gpointer before = NULL;

  if (g_hash_table_lookup_extended (copy->turns, &turn, NULL, &before) &&
      (GPOINTER_TO_INT (before) || !is_left))
    return;
  g_hash_table_insert (copy->turns, g_memdup2 (&turn, sizeof turn), GINT_TO_POINTER (is_left));
}

static void
judge_sources (Copy *copy)
{
  guint32 left = 0;

  mp_agreement_sources (copy->agreement, &copy->n_sources);
  copy->days = g_new (MpSourceDay, copy->n_sources);
  copy->new_sources = g_new (guint32, copy->n_sources);
  for (guint32 i = 0; i < copy->n_sources; i++) {
    copy->days[i] = mp_known_source_day (copy->agreement, i);
    copy->new_sources[i] = copy->days[i].earliest < copy->date->after ? left++ : MP_NONE;
  }
}

static void
judge_phases (Copy *copy)
{
  const MpPhases *phases = copy->phases;
  guint32 left = 0;

  copy->phase_is_left = g_new (guint8, phases->length);
  for (guint32 i = 0; i < phases->length; i++) {
    copy->phase_is_left[i] = is_known (copy, phases->citations[i], phases->earliest_start[i]);
    add_turn (copy, phases->term[i], phases->earliest_start[i], phases->certain_start[i],
              copy->phase_is_left[i]);
  }
  copy->new_terms = g_new (guint32, copy->n_terms);
  for (guint32 i = 0; i < copy->n_terms; i++) {
    MpRun run = copy->terms[i].phases;

    copy->new_terms[i] = MP_NONE;
    if (run.count == 0 || memchr (copy->phase_is_left + run.first, TRUE, run.count) != NULL)
      copy->new_terms[i] = left++;
  }
}

static void
judge_milestones (Copy *copy)
{
  const MpMilestones *milestones = copy->milestones;
  const guint32 *changes = mp_agreement_changes (copy->agreement);
  guint32 left = 0;

  copy->new_milestones = g_new (guint32, milestones->length);
  for (guint32 i = 0; i < milestones->length; i++) {
    MpRun run = milestones->changes[i];

    copy->new_milestones[i] =
      is_known (copy, milestones->citations[i], milestones->earliest[i]) ? left++ : MP_NONE;
    for (guint32 j = run.first; j < run.first + run.count; j++)
      add_turn (copy, changes[j], milestones->earliest[i], milestones->after[i],
                copy->new_milestones[i] != MP_NONE);
  }
}

static guint32
milestone_of (const Copy *copy, guint32 derivation)
{
  return mp_agreement_derivations (copy->agreement)[derivation].milestone;
}

/* Whether the end of a phase that is left was known. */
static gboolean
end_is_known (const Copy *copy, guint32 phase)
{
  const MpPhases *phases = copy->phases;
  Turn turn = { phases->certain_end[phase], phases->latest_end[phase], phases->term[phase] };
  gpointer is_left = NULL;

  if (turn.after == MP_INSTANT_MAX &&
      (turn.earliest == MP_INSTANT_MAX || turn.earliest == MP_INSTANT_MIN))
    return TRUE; /* open, or unknown anyway */
  if (phases->end_derivation[phase] != MP_NONE &&
      copy->new_milestones[milestone_of (copy, phases->end_derivation[phase])] == MP_NONE)
    return FALSE;
  return !g_hash_table_lookup_extended (copy->turns, &turn, NULL, &is_left) ||
         GPOINTER_TO_INT (is_left);
}

/* --- What is built ---------------------------------------------------------------------------- */

static const char *
text_of (const Copy *copy, MpTextRef ref)
{
  return mp_agreement_text (copy->agreement, ref);
}

static void
add_head (const Copy *copy)
{
  const char *checked = mp_agreement_get_checked (copy->agreement);
  MpDate day;
  gboolean is_later = *checked != '\0' && mp_date_parse (checked, -1, &day, NULL, NULL) &&
                      day.earliest >= copy->date->after;
  guint n;
  const MpParty *parties = mp_agreement_parties (copy->agreement, &n);
  const MpTopic *topics;

  mp_agreement_builder_set_head (copy->builder, mp_agreement_get_title (copy->agreement),
                                 is_later ? NULL : mp_agreement_get_summary (copy->agreement),
                                 checked);
  mp_agreement_builder_set_known (copy->builder, copy->date->text);
  for (guint i = 0; i < n; i++)
    mp_agreement_builder_add_party (copy->builder, text_of (copy, parties[i].id),
                                    text_of (copy, parties[i].name),
                                    text_of (copy, parties[i].summary));
  topics = mp_agreement_topics (copy->agreement, &n);
  for (guint i = 0; i < n; i++)
    mp_agreement_builder_add_topic (copy->builder, text_of (copy, topics[i].id),
                                    text_of (copy, topics[i].title), topics[i].color);
}

static void
add_sources (const Copy *copy)
{
  const MpSource *sources = mp_agreement_sources (copy->agreement, NULL);

  for (guint32 i = 0; i < copy->n_sources; i++) {
    if (copy->new_sources[i] == MP_NONE)
      continue;
    mp_agreement_builder_add_source (
      copy->builder, text_of (copy, sources[i].id), text_of (copy, sources[i].title),
      text_of (copy, sources[i].publisher), text_of (copy, sources[i].date),
      text_of (copy, sources[i].url), text_of (copy, sources[i].note), sources[i].kind);
    mp_agreement_builder_set_access (copy->builder, text_of (copy, sources[i].accessed),
                                     text_of (copy, sources[i].archived));
  }
}

static void
add_citations (const Copy *copy, MpRun run)
{
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpCitation *citation = &copy->citations[i];

    if (copy->new_sources[citation->source] == MP_NONE)
      continue;
    mp_agreement_builder_cite (copy->builder, copy->new_sources[citation->source],
                               text_of (copy, citation->at));
    mp_agreement_builder_quote (copy->builder, text_of (copy, citation->quote));
  }
}

static void
add_amounts (const Copy *copy, MpRun run, MpInstant begins)
{
  const MpAmount *amounts = mp_agreement_amounts (copy->agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpAmount *amount = &amounts[i];

    if (amount->citations.count > 0 && !is_known (copy, amount->citations, begins))
      continue;
    mp_agreement_builder_add_amount (copy->builder, amount->value, text_of (copy, amount->unit),
                                     text_of (copy, amount->what), amount->certainty);
    if (amount->is_cap)
      mp_agreement_builder_cap (copy->builder);
    add_citations (copy, amount->citations);
  }
}

static void
add_alternatives (const Copy *copy, MpRun run)
{
  const MpAlternative *alternatives = mp_agreement_alternatives (copy->agreement);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    const MpAlternative *other = &alternatives[i];
    MpSpan dates = { .start = { .earliest = other->earliest_start, .after = other->certain_start },
                     .end = { .earliest = other->certain_end, .after = other->latest_end } };

    if (!is_known (copy, other->citations, other->earliest_start))
      continue;
    mp_agreement_builder_add_alternative (copy->builder, &dates, text_of (copy, other->date),
                                          text_of (copy, other->reason), other->certainty);
    add_citations (copy, other->citations);
  }
}

/* Stores what something named is in the new agreement. Returns FALSE if it is gone. */
static gboolean
find_left (const Copy *copy, MpNamed named, MpNamed *left)
{
  *left = named;
  if (named.index == MP_NONE)
    return TRUE;
  if (named.kind == MP_ID_KIND_TERM)
    left->index = copy->new_terms[named.index];
  else if (named.kind == MP_ID_KIND_MILESTONE)
    left->index = copy->new_milestones[named.index];
  return left->index != MP_NONE;
}

static void
add_links (const Copy *copy, MpRun run, MpInstant begins)
{
  const MpLink *links = mp_agreement_links (copy->agreement, NULL);

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpNamed to;

    if (!find_left (copy, links[i].to, &to) ||
        (links[i].citations.count > 0 && !is_known (copy, links[i].citations, begins)))
      continue;
    mp_agreement_builder_add_link (copy->builder, links[i].kind, to, links[i].certainty);
    add_citations (copy, links[i].citations);
  }
}

/* Says that a date was counted from a milestone, if that is left. */
static void
derive (const Copy *copy, MpDerived what, guint32 index, guint32 derivation)
{
  const MpDerivation *derivations = mp_agreement_derivations (copy->agreement);

  if (derivation == MP_NONE || copy->new_milestones[milestone_of (copy, derivation)] == MP_NONE)
    return;
  mp_agreement_builder_derive (
    copy->builder, what, index, copy->new_milestones[milestone_of (copy, derivation)],
    text_of (copy, derivations[derivation].by), derivations[derivation].before);
}

static void
add_phase (const Copy *copy, guint32 i)
{
  const MpPhases *phases = copy->phases;
  gboolean has_end = end_is_known (copy, i);
  const char *span = text_of (copy, phases->span[i]);
  const char *slash = strchr (span, '/');
  g_autofree char *endless = NULL;
  MpSpan dates = { .start = { .earliest = phases->earliest_start[i],
                              .after = phases->certain_start[i] },
                   .end = { .earliest = phases->certain_end[i], .after = phases->latest_end[i] } };
  MpNewPhase new = { .dates = &dates,
                     .span = span,
                     .state = text_of (copy, phases->state[i]),
                     .summary = text_of (copy, phases->summary[i]),
                     .ends_early = text_of (copy, phases->ends_early[i]),
                     .note = text_of (copy, phases->note[i]),
                     .certainty = (MpCertainty) phases->certainty[i] };
  guint32 added;

  if (!has_end && slash != NULL) {
    endless = g_strndup (span, (gsize) (slash - span) + 1);
    new.span = endless;
    dates.end.earliest = MP_INSTANT_MIN;
    dates.end.after = MP_INSTANT_MAX;
  }
  added = mp_agreement_builder_add_phase (copy->builder, &new);
  add_citations (copy, phases->citations[i]);
  derive (copy, MP_DERIVED_START, added, phases->start_derivation[i]);
  if (has_end)
    derive (copy, MP_DERIVED_END, added, phases->end_derivation[i]);
  add_amounts (copy, phases->amounts[i], phases->earliest_start[i]);
  add_alternatives (copy, phases->alternatives[i]);
  add_links (copy, phases->links[i], phases->earliest_start[i]);
}

static void
add_notice (const Copy *copy, guint32 index)
{
  const MpNotice *notice;
  const MpInstant *closed = mp_agreement_closed_days (copy->agreement);

  if (index == MP_NONE)
    return;
  notice = &mp_agreement_notices (copy->agreement)[index];
  if (!is_known (copy, notice->citations, MP_INSTANT_MIN))
    return;
  mp_agreement_builder_add_notice (copy->builder, text_of (copy, notice->period),
                                   text_of (copy, notice->opens), text_of (copy, notice->until),
                                   text_of (copy, notice->what), notice->days, notice->roll,
                                   notice->certainty);
  for (guint32 i = notice->closed.first; i < notice->closed.first + notice->closed.count; i++)
    mp_agreement_builder_add_closed_day (copy->builder, closed[i]);
  add_citations (copy, notice->citations);
}

static void
add_terms (const Copy *copy)
{
  for (guint32 i = 0; i < copy->n_terms; i++) {
    const MpTerm *term = &copy->terms[i];

    if (copy->new_terms[i] == MP_NONE)
      continue;
    mp_agreement_builder_add_term (copy->builder, text_of (copy, term->id),
                                   text_of (copy, term->title), text_of (copy, term->summary),
                                   term->topic, term->obligor, term->obligee);
    add_notice (copy, term->notice);
    for (guint32 j = term->phases.first; j < term->phases.first + term->phases.count; j++)
      if (copy->phase_is_left[j])
        add_phase (copy, j);
  }
}

static void
add_milestone (const Copy *copy, guint32 i)
{
  const MpMilestones *milestones = copy->milestones;
  const guint32 *changes = mp_agreement_changes (copy->agreement);
  MpRun run = milestones->changes[i];
  MpSpan dates = { .start = { .earliest = milestones->earliest[i] },
                   .end = { .after = milestones->after[i] } };
  guint32 added = mp_agreement_builder_add_milestone (
    copy->builder, &(MpNewMilestone) { .dates = &dates,
                                       .id = text_of (copy, milestones->id[i]),
                                       .date = text_of (copy, milestones->date[i]),
                                       .title = text_of (copy, milestones->title[i]),
                                       .summary = text_of (copy, milestones->summary[i]),
                                       .topic = milestones->topic[i],
                                       .importance = milestones->importance[i],
                                       .order = milestones->order[i],
                                       .certainty = (MpCertainty) milestones->certainty[i] });

  add_citations (copy, milestones->citations[i]);
  for (guint32 j = run.first; j < run.first + run.count; j++)
    if (copy->new_terms[changes[j]] != MP_NONE)
      mp_agreement_builder_add_change (copy->builder, copy->new_terms[changes[j]]);
  derive (copy, MP_DERIVED_DATE, added, milestones->derivation[i]);
  add_amounts (copy, milestones->amounts[i], milestones->earliest[i]);
  add_alternatives (copy, milestones->alternatives[i]);
  add_links (copy, milestones->links[i], milestones->earliest[i]);
}

#define TEXT_OF_STEP(type, name) .name = text_of (copy, step->name),

static void
add_story (const Copy *copy)
{
  guint n_steps;
  const MpStep *story = mp_agreement_story (copy->agreement, &n_steps);

  for (guint i = 0; i < n_steps; i++) {
    const MpStep *step = &story[i];
    MpNamed compared = { MP_ID_KIND_MILESTONE, step->compared };
    MpNewStep new = { MP_STEP_TEXTS (TEXT_OF_STEP) };

    if (!find_left (copy, step->select, &new.select) || !find_left (copy, compared, &compared) ||
        (step->citations.count > 0 && !is_known (copy, step->citations, MP_INSTANT_MIN)))
      continue;
    new.compared = compared.index;
    mp_agreement_builder_add_step (copy->builder, &new);
    add_citations (copy, step->citations);
  }
}

MpAgreement *
mp_agreement_as_known (MpAgreement *agreement, const MpDate *date)
{
  Copy copy = {
    .agreement = agreement,
    .date = date,
    .phases = mp_agreement_phases (agreement),
    .milestones = mp_agreement_milestones (agreement),
    .citations = mp_agreement_citations (agreement),
    .builder = mp_agreement_builder_new (),
    .turns = g_hash_table_new_full (turn_hash, turn_equal, g_free, NULL),
  };

  copy.terms = mp_agreement_terms (agreement, &copy.n_terms);
  judge_sources (&copy);
  judge_phases (&copy);
  judge_milestones (&copy);

  add_head (&copy);
  add_sources (&copy);
  add_terms (&copy);
  for (guint32 i = 0; i < copy.milestones->length; i++)
    if (copy.new_milestones[i] != MP_NONE)
      add_milestone (&copy, i);
  add_story (&copy);

  g_free (copy.days);
  g_free (copy.new_sources);
  g_free (copy.new_terms);
  g_free (copy.new_milestones);
  g_free (copy.phase_is_left);
  g_hash_table_unref (copy.turns);
  return mp_agreement_builder_end (copy.builder);
}
