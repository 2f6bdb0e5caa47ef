/* mp-step.c: reads a step of the story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-step.h"

#include "mp-compare.h"
#include "mp-links.h"
#include "mp-session.h"

/* The length of a view of which the step gives one end, beyond everything. */
#define LEAST_DAYS 365.0

/* --- What is shown ---------------------------------------------------------------------------- */

static double
to_day (MpInstant instant)
{
  return (double) instant / (double) MP_SECONDS_PER_DAY;
}

/* Reads a date of a step, which the reader has found right. Returns FALSE where there is none. */
static gboolean
read_date (MpAgreement *agreement, MpTextRef text, MpDate *date)
{
  const char *words = mp_agreement_text (agreement, text);

  return *words != '\0' && mp_date_parse (words, -1, date, NULL, NULL);
}

static void
read_view (MpAgreement *agreement, const MpStep *step, MpInstant today, MpStepShown *shown)
{
  MpDate from, to;
  gboolean has_from = read_date (agreement, step->from, &from);
  gboolean has_to = read_date (agreement, step->to, &to);

  mp_session_fit_span (agreement, today, &shown->view.begin, &shown->view.end);
  shown->has_view = has_from || has_to;
  if (has_from)
    shown->view.begin = to_day (from.earliest);
  if (has_to)
    shown->view.end = to_day (to.after);
  /* One end alone can lie beyond everything. */
  if (shown->view.end - shown->view.begin < MP_SESSION_MIN_DAYS) {
    if (has_from)
      shown->view.end = shown->view.begin + LEAST_DAYS;
    else
      shown->view.begin = shown->view.end - LEAST_DAYS;
  }
}

static void
read_dates (MpAgreement *agreement, const MpStep *step, MpStepShown *shown)
{
  const char *compare = mp_agreement_text (agreement, step->compare);
  MpSpan span;

  shown->milestone = MP_NONE;
  shown->has_as_of = read_date (agreement, step->as_of, &shown->as_of);
  shown->has_before = FALSE;
  if (step->compared != MP_NONE) {
    shown->has_before = mp_compare_sides (agreement, step->compared, &shown->before, &shown->as_of);
    if (shown->has_before)
      shown->milestone = step->compared;
  } else if (*compare != '\0' && mp_span_parse (compare, -1, &span, NULL, NULL)) {
    shown->before = span.start;
    shown->as_of = span.end;
    shown->has_before = TRUE;
  }
  shown->has_as_of = shown->has_as_of || shown->has_before;
}

static void
read_selection (MpAgreement *agreement, MpInstant today, MpStepShown *shown)
{
  shown->selection = (MpItem) { MP_ITEM_NONE, 0 };
  if (shown->select.index != MP_NONE && shown->select.kind != MP_ID_KIND_TOPIC)
    shown->selection =
      mp_links_item_of (agreement, shown->select, shown->has_as_of ? shown->as_of.earliest : today);
}

void
mp_step_read (MpAgreement *agreement, const MpStep *step, MpInstant today, MpStepShown *shown)
{
  read_view (agreement, step, today, shown);
  read_dates (agreement, step, shown);
  shown->has_known = read_date (agreement, step->known, &shown->known);
  shown->select = step->select;
  if (step->compared != MP_NONE && !shown->has_before)
    shown->select = (MpNamed) { MP_ID_KIND_MILESTONE, step->compared };
  read_selection (agreement, today, shown);
}

static guint32
find_milestone_again (MpAgreement *agreement, guint32 milestone, MpAgreement *known)
{
  MpItem item = { MP_ITEM_MILESTONE, milestone };

  if (milestone != MP_NONE)
    item = mp_item_find_again (agreement, item, known);
  return item.kind != MP_ITEM_NONE ? item.index : MP_NONE;
}

void
mp_step_find_again (MpAgreement *agreement, MpStepShown *shown, MpInstant today, MpAgreement *known)
{
  MpNamed *select = &shown->select;

  /* All topics are known. */
  if (select->kind == MP_ID_KIND_MILESTONE)
    select->index = find_milestone_again (agreement, select->index, known);
  else if (select->kind == MP_ID_KIND_TERM && select->index != MP_NONE)
    select->index = mp_agreement_find_term (
      known, mp_agreement_text (agreement, mp_agreement_terms (agreement, NULL)[select->index].id));
  shown->milestone = find_milestone_again (agreement, shown->milestone, known);
  read_selection (known, today, shown);
}

/* --- What is told ----------------------------------------------------------------------------- */

static gboolean
changes_any (MpAgreement *agreement, guint32 milestone, const MpBits *terms)
{
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];
  const guint32 *changes = mp_agreement_changes (agreement);

  for (guint32 i = 0; i < run.count; i++)
    if (mp_bits_has (terms, changes[run.first + i]))
      return TRUE;
  return FALSE;
}

/* Adds the milestones that change a term of the set. */
static void
add_changing (MpVisibleSet *told, MpAgreement *agreement)
{
  guint n_milestones = mp_agreement_milestones (agreement)->length;

  for (guint32 i = 0; i < n_milestones; i++)
    if (changes_any (agreement, i, told->terms))
      mp_bits_set (told->milestones, i, TRUE);
}

/* Adds the terms of a topic. */
static void
add_terms (MpVisibleSet *told, MpAgreement *agreement, guint32 topic)
{
  guint n_terms;
  const MpTerm *terms = mp_agreement_terms (agreement, &n_terms);

  for (guint32 i = 0; i < n_terms; i++)
    if (terms[i].topic == topic)
      mp_bits_set (told->terms, i, TRUE);
}

static void
add_topic (MpVisibleSet *told, MpAgreement *agreement, guint32 topic)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  add_terms (told, agreement, topic);
  for (guint32 i = 0; i < milestones->length; i++)
    if (milestones->topic[i] == topic)
      mp_bits_set (told->milestones, i, TRUE);
  add_changing (told, agreement);
}

static void
add_named (MpVisibleSet *told, MpNamed named)
{
  if (named.kind == MP_ID_KIND_MILESTONE)
    mp_bits_set (told->milestones, named.index, TRUE);
  else if (named.kind == MP_ID_KIND_TERM)
    mp_bits_set (told->terms, named.index, TRUE);
}

/* Adds a milestone with what it changes and what it is linked with; without any term, with those of
 * its topic. */
static void
add_milestone (MpVisibleSet *told, MpAgreement *agreement, guint32 milestone)
{
  MpRun run = mp_agreement_milestones (agreement)->changes[milestone];
  const guint32 *changes = mp_agreement_changes (agreement);
  guint n_links;
  g_autofree MpLinkEnd *links =
    mp_links_of (agreement, (MpItem) { MP_ITEM_MILESTONE, milestone }, &n_links);

  mp_bits_set (told->milestones, milestone, TRUE);
  for (guint32 i = 0; i < run.count; i++)
    mp_bits_set (told->terms, changes[run.first + i], TRUE);
  for (guint i = 0; i < n_links; i++)
    add_named (told, links[i].other);
  if (mp_bits_count (told->terms) == 0)
    add_terms (told, agreement, mp_agreement_milestones (agreement)->topic[milestone]);
}

static void
add_compared (MpVisibleSet *told, MpAgreement *agreement, const MpStepShown *shown)
{
  const MpMilestones *milestones = mp_agreement_milestones (agreement);

  mp_bits_unref (told->terms);
  told->terms = mp_compare_changed (agreement, &shown->before, &shown->as_of);
  if (shown->milestone != MP_NONE) {
    mp_bits_set (told->milestones, shown->milestone, TRUE);
    return;
  }
  for (guint32 i = 0; i < milestones->length; i++)
    if (milestones->earliest[i] < shown->as_of.after && milestones->after[i] > shown->before.after)
      mp_bits_set (told->milestones, i, TRUE);
}

MpVisibleSet *
mp_step_entries (MpAgreement *agreement, const MpStepShown *shown)
{
  MpVisibleSet *told;
  guint n_terms, n_milestones = mp_agreement_milestones (agreement)->length;

  if (shown->select.index == MP_NONE && !shown->has_before)
    return NULL;
  mp_agreement_terms (agreement, &n_terms);
  told = mp_visible_set_new (n_terms, n_milestones);
  g_clear_pointer (&told->terms, mp_bits_unref);
  g_clear_pointer (&told->milestones, mp_bits_unref);
  told->terms = mp_bits_new (n_terms);
  told->milestones = mp_bits_new (n_milestones);
  if (shown->has_before) {
    add_compared (told, agreement, shown);
  } else if (shown->selection.kind == MP_ITEM_MILESTONE) {
    add_milestone (told, agreement, shown->selection.index);
  } else if (shown->select.kind == MP_ID_KIND_TOPIC) {
    add_topic (told, agreement, shown->select.index);
  } else {
    add_named (told, shown->select);
    add_changing (told, agreement);
  }
  mp_visible_set_count (told);
  return told;
}

MpMatches *
mp_step_told (MpAgreement *agreement, const MpStepShown *shown)
{
  g_autoptr (MpVisibleSet) told = mp_step_entries (agreement, shown);

  return told != NULL ? mp_matches_new (agreement, told) : NULL;
}
