/* mp-story.c: chooses what a figure tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-story.h"

#include "mp-agreement.h"
#include "mp-array.h"
#include "mp-query.h"
#include "mp-scale.h"
#include "mp-story-private.h"

#include <math.h>

/* A span longer than this, in days, is rounded to whole years; one longer than this to months. */
#define YEARS_DAYS 730
#define MONTHS_DAYS 62

/* --- The pivot -------------------------------------------------------------------------------- */

/* The two dates whose difference a story of a change tells; in any other story both are the as-of
 * date.
 */
typedef struct {
  MpDate before;
  MpDate after;
} Sides;

static gboolean
find_pivot (MpStory *story, const MpStoryRequest *request, Sides *sides)
{
  if (request->before != NULL && request->as_of != NULL) {
    sides->before = *request->before;
    sides->after = *request->as_of;
    story->milestone = mp_compare_milestone_between (
      story->agreement, &sides->before, &sides->after,
      request->milestone != MP_NONE                  ? request->milestone
      : request->selection.kind == MP_ITEM_MILESTONE ? request->selection.index
                                                     : MP_NONE);
  } else if (request->selection.kind == MP_ITEM_MILESTONE &&
             mp_compare_sides (story->agreement, request->selection.index, &sides->before,
                               &sides->after)) {
    story->milestone = request->selection.index;
  } else {
    return FALSE;
  }
  if (story->milestone != MP_NONE) {
    const MpMilestones *milestones = mp_agreement_milestones (story->agreement);

    story->pivot_from = milestones->earliest[story->milestone];
    story->pivot_until = milestones->after[story->milestone];
  } else {
    story->pivot_from = MIN (sides->before.after, sides->after.earliest);
    story->pivot_until = sides->after.earliest;
  }
  return TRUE;
}

/* Returns the terms that the pivot changed: those that its milestone names or, if it is none or
 * names none, those that differ between the two dates. */
static MpBits *
find_changed (const MpStory *story, const Sides *sides)
{
  MpBits *changed = mp_compare_changed (story->agreement, &sides->before, &sides->after);
  MpBits *named;
  MpRun run;

  if (story->milestone == MP_NONE)
    return changed;
  run = mp_agreement_milestones (story->agreement)->changes[story->milestone];
  if (run.count == 0)
    return changed;
  named = mp_bits_new (changed->length);
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    guint32 term = mp_agreement_changes (story->agreement)[i];

    if (mp_bits_has (changed, term))
      mp_bits_set (named, term, TRUE);
  }
  mp_bits_unref (changed);
  return named;
}

/* --- The span --------------------------------------------------------------------------------- */

typedef struct {
  MpInstant first;
  MpInstant last;
} Extent;

static void
extend (Extent *extent, MpInstant instant)
{
  if (instant == MP_INSTANT_MIN || instant == MP_INSTANT_MAX)
    return;
  extent->first = MIN (extent->first, instant);
  extent->last = MAX (extent->last, instant);
}

static void
extend_to_term (Extent *extent, MpAgreement *agreement, guint32 term)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;

  for (guint32 i = run.first; i < run.first + run.count; i++) {
    extend (extent, phases->earliest_start[i]);
    extend (extent, phases->certain_start[i]);
    extend (extent, phases->certain_end[i]);
    extend (extent, phases->latest_end[i]);
  }
}

/* Rounds a span outwards to whole units of the calendar. */
static void
round_span (const Extent *extent, double *begin, double *end)
{
  double days = mp_day_from_instant (extent->last) - mp_day_from_instant (extent->first);
  MpCivil first = mp_civil_from_instant (extent->first);
  MpCivil last = mp_civil_from_instant (extent->last - 1);
  MpInstant from, until;

  if (days > YEARS_DAYS) {
    from = mp_instant_from_civil (first.year, 1, 1, 0, 0, 0);
    until = mp_instant_from_civil (last.year + 1, 1, 1, 0, 0, 0);
  } else if (days > MONTHS_DAYS) {
    from = mp_instant_from_civil (first.year, first.month, 1, 0, 0, 0);
    until = mp_instant_from_civil (last.year, last.month + 1, 1, 0, 0, 0);
  } else {
    from = mp_instant_from_civil (first.year, first.month, first.day, 0, 0, 0);
    until = mp_instant_from_civil (last.year, last.month, last.day, 0, 0, 0) + MP_SECONDS_PER_DAY;
  }
  *begin = mp_day_from_instant (from);
  *end = mp_day_from_instant (until);
}

static MpInstant
years_before (MpInstant instant, int years)
{
  MpCivil civil = mp_civil_from_instant (instant);

  return mp_instant_from_civil (civil.year - years, civil.month, civil.day, 0, 0, 0);
}

/* Finds the days to show: those of the request, else from a year before the pivot, or the first
 * date that the rows have, to the last one. An axis does not go on where nothing is known. */
static void
find_span (MpStory *story, const MpStoryRequest *request, const MpBits *terms)
{
  Extent extent = { MP_INSTANT_MAX, MP_INSTANT_MIN };
  const MpMilestones *milestones = mp_agreement_milestones (story->agreement);

  story->begin = request->begin;
  story->end = request->end;
  if (request->has_span)
    return;
  for (guint32 term = 0; term < terms->length; term++)
    if (mp_bits_has (terms, term))
      extend_to_term (&extent, story->agreement, term);
  if (!story->is_change && request->kind != MP_STORY_ENDINGS)
    for (guint32 i = 0; i < milestones->length; i++) {
      if (!mp_visible_set_has_milestone (request->visible, i))
        continue;
      extend (&extent, milestones->earliest[i]);
      extend (&extent, milestones->after[i]);
    }
  extend (&extent, story->as_of);
  extend (&extent, story->as_of + MP_SECONDS_PER_DAY);
  if (request->kind == MP_STORY_ENDINGS)
    extent.first = MIN (story->as_of, story->has_pivot ? story->pivot_from : story->as_of);
  if (story->is_change) {
    extent.first = MIN (years_before (story->pivot_from, 1), extent.last - MP_SECONDS_PER_DAY);
    /* What holds after it has words too. */
    extend (&extent, story->pivot_until + (story->pivot_until - extent.first) / 3);
  }
  round_span (&extent, &story->begin, &story->end);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static MpStoryTense
tense_of (const MpStory *story, const MpStoryRow *row, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (story->agreement);
  const MpComparison *comparison = &row->comparison;
  gboolean has_before = comparison->before.status != MP_STATUS_NOT;
  gboolean has_after = comparison->after.status != MP_STATUS_NOT;
  MpInstant after = story->is_change ? story->pivot_until : story->as_of;

  if (has_after && phase == comparison->after.phase)
    return MP_STORY_HOLDS;
  if (story->is_change && has_before && phase == comparison->before.phase)
    return MP_STORY_BEFORE;
  if (has_after ? phase > comparison->after.phase : phases->earliest_start[phase] >= after)
    return MP_STORY_LATER;
  return story->is_change ? MP_STORY_EARLIER : MP_STORY_BEFORE;
}

/* Returns whether any of a phase may lie in the span. */
static gboolean
is_in_span (const MpStory *story, guint32 phase)
{
  const MpPhases *phases = mp_agreement_phases (story->agreement);

  return mp_day_from_instant (phases->latest_end[phase]) > story->begin &&
         mp_day_from_instant (phases->earliest_start[phase]) < story->end;
}

static void
add_phases (MpStory *story, MpStoryRow *row)
{
  MpRun run = mp_agreement_terms (story->agreement, NULL)[row->term].phases;

  row->first = story->n_phases;
  for (guint32 i = run.first; i < run.first + run.count; i++) {
    MpStoryPhase phase = { .phase = i, .tense = tense_of (story, row, i) };

    if (is_in_span (story, i))
      mp_array_append (story->phases, story->n_phases, phase);
  }
  row->n_phases = story->n_phases - row->first;
}

static void
add_row (MpStory *story, guint32 term, const Sides *sides)
{
  MpStoryRow row = { .term = term };

  row.comparison = mp_compare_term (story->agreement, term, &sides->before, &sides->after);
  add_phases (story, &row);
  if (row.n_phases > 0)
    mp_array_append (story->rows, story->n_rows, row);
  else
    mp_array_append (story->outside, story->n_outside, term);
}

/* Returns whether a term holds after the pivot, or on the as-of date, and has a stated end. */
static gboolean
has_stated_end (MpAgreement *agreement, guint32 term, const Sides *sides)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpStanding standing =
    mp_query_standing (agreement, term, sides->after.earliest, sides->after.after);
  MpRun run = mp_agreement_terms (agreement, NULL)[term].phases;

  return standing.status != MP_STATUS_NOT &&
         phases->latest_end[run.first + run.count - 1] != MP_INSTANT_MAX;
}

/* Returns the terms to tell, of the visible ones. */
static MpBits *
choose_terms (MpStory *story, const MpStoryRequest *request, const Sides *sides,
              const MpBits *changed)
{
  guint n_terms;
  MpBits *chosen;

  mp_agreement_terms (story->agreement, &n_terms);
  story->n_terms = n_terms;
  chosen = mp_bits_new (n_terms);
  for (guint32 i = 0; i < n_terms; i++) {
    if (!mp_visible_set_has_term (request->visible, i))
      continue;
    if ((changed == NULL || mp_bits_has (changed, i)) &&
        (request->kind != MP_STORY_ENDINGS || has_stated_end (story->agreement, i, sides)))
      mp_bits_set (chosen, i, TRUE);
  }
  return chosen;
}

static void
add_rows (MpStory *story, const MpStoryRequest *request, const MpBits *chosen, const Sides *sides)
{
  g_autofree guint32 *terms = mp_query_terms_by_topic (story->agreement);

  for (guint i = 0; i < chosen->length; i++) {
    if (mp_bits_has (chosen, terms[i]))
      add_row (story, terms[i], sides);
    else if (mp_visible_set_has_term (request->visible, terms[i]))
      mp_array_append (story->untold, story->n_untold, terms[i]);
  }
}

/* Returns the terms that the story of a change is about, and sets is_change; NULL if it is not one.
 */
static MpBits *
find_change (MpStory *story, const MpStoryRequest *request, const Sides *sides)
{
  g_autoptr (MpBits) changed = NULL;

  if (!story->has_pivot || request->kind != MP_STORY_ALL)
    return NULL;
  changed = find_changed (story, sides);
  /* Two dates are compared even if nothing has changed between them. */
  story->is_change = request->before != NULL || mp_bits_count (changed) > 0;
  return story->is_change ? g_steal_pointer (&changed) : NULL;
}

MpStory *
mp_story_new (const MpStoryRequest *request)
{
  MpStory *story = g_new0 (MpStory, 1);
  g_autoptr (MpBits) changed = NULL, chosen = NULL;
  Sides sides, as_of;

  mp_date_for_day (request->today, &as_of.after);
  if (request->as_of != NULL)
    as_of.after = *request->as_of;
  as_of.before = as_of.after;
  story->agreement = g_object_ref (request->agreement);
  story->today = request->today;
  story->as_of = as_of.after.earliest;
  story->is_today = story->as_of == request->today;
  story->milestone = MP_NONE;
  story->has_pivot = find_pivot (story, request, &sides);
  changed = find_change (story, request, &sides);
  if (!story->is_change)
    sides = as_of;
  chosen = choose_terms (story, request, &sides, changed);
  find_span (story, request, chosen);
  add_rows (story, request, chosen, &sides);
  mp_story_add_head (story, request);
  mp_story_add_events (story, request->visible);
  return story;
}

void
mp_story_free (MpStory *story)
{
  if (story == NULL)
    return;
  for (guint i = 0; i < story->n_rows; i++) {
    MpStoryRow *row = &story->rows[i];

    g_free (row->title);
    g_free (row->parties);
    g_free (row->initials);
    g_free (row->end);
    g_free (row->condition);
    g_free (row->press);
    g_free (row->gap);
  }
  for (guint i = 0; i < story->n_phases; i++)
    g_free (story->phases[i].state);
  g_free (story->rows);
  g_free (story->phases);
  g_free (story->events);
  g_free (story->untold);
  g_free (story->outside);
  g_free (story->headline);
  g_free (story->subtitle);
  g_free (story->as_of_words);
  g_free (story->pivot_title);
  g_object_unref (story->agreement);
  g_free (story);
}
