/* mp-scene-track.c: the thin bars of a row: what other sources say, and the time for notice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"
#include "mp-notice.h"
#include "mp-query.h"

#include <math.h>

/* In design pixels. */
#define THICKNESS 6
#define TIE_INSET 6 /* from the tie to an end of a bar */

static MpTense
tense_of (const MpScene *scene, const MpAlternative *alternative)
{
  if (alternative->latest_end <= scene->from)
    return MP_TENSE_PAST;
  return alternative->earliest_start >= scene->until ? MP_TENSE_FUTURE : MP_TENSE_PRESENT;
}

/* Returns where the tie leaves the bar of a phase: above the thin bar or, if they do not overlap,
 * at the nearer end. */
static double
place_tie (const MpScene *scene, const MpSceneBar *of, const MpSceneBar *bar)
{
  double inset = TIE_INSET * scene->layout->metrics.unit;
  double first = of->rect.x + inset, last = of->rect.x + of->rect.width - inset;
  double x = CLAMP (bar->rect.x + inset, first, MAX (first, last));

  return floor (x) + 0.5;
}

/* Places a thin bar vertically. Track number 0 is the one next to the bars. */
static void
place_in_track (const MpScene *scene, const MpSceneRow *row, guint number, MpSceneTrack *track)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  MpSceneBar *bar = &track->bar;

  track->tie_y = row->bar_y + metrics->bar_height / 2;
  bar->rect.height = ceil (THICKNESS * metrics->unit);
  bar->rect.y = track->tie_y + metrics->track_height * (number + 1) - bar->rect.height;
  bar->visible = mp_rect_clip_x (bar->rect, scene->plot.x, scene->plot.x + scene->plot.width);
}

static void
add_other (MpScene *scene, const MpSceneRow *row, guint32 phase, guint32 alternative, guint number)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpAlternative *other = &mp_agreement_alternatives (agreement)[alternative];
  MpSceneBar of = { 0 };
  MpSceneTrack track = { .kind = MP_TRACK_OTHER,
                         .bar = { .phase = phase,
                                  .text = "",
                                  .certainty = other->certainty,
                                  .color = row->color,
                                  .tense = tense_of (scene, other) } };
  MpSpan span;

  mp_agreement_get_phase_span (agreement, phase, &span);
  mp_scene_place_bar (scene, &span, &of);
  mp_agreement_get_alternative_date (agreement, alternative, &span);
  mp_scene_place_bar (scene, &span, &track.bar);
  place_in_track (scene, row, number, &track);
  if (track.bar.visible.width <= 0)
    return;
  track.tie_x = place_tie (scene, &of, &track.bar);
  mp_array_append (scene->tracks, scene->n_tracks, track);
}

static double
x_of (const MpScene *scene, MpInstant instant)
{
  return mp_scene_near_view (scene, scene->plot.x + mp_scale_instant_to_x (scene->scale, instant));
}

/* Adds the time for notice: from the first day for it, or from the start of the phase if the rule
 * has none, to the last possible day. It is solid where notice can be given whenever the term ends,
 * else hatched. */
static void
add_notice (MpScene *scene, const MpSceneRow *row, guint number)
{
  const MpLayout *layout = scene->layout;
  const MpTerm *term = &mp_agreement_terms (layout->agreement, NULL)[row->index];
  const MpPhases *phases = mp_agreement_phases (layout->agreement);
  guint32 last = term->phases.first + term->phases.count - 1;
  MpNoticeDays days;
  MpSceneTrack track = { .kind = MP_TRACK_NOTICE,
                         .bar = { .phase = last, .text = "", .color = row->color } };
  MpSceneBar *bar = &track.bar;
  MpView reach = mp_scene_get_reach (scene);
  MpInstant opens, until;

  if (!mp_notice_find (layout->agreement, row->index, &days))
    return;
  opens = days.opens != MP_INSTANT_MIN ? days.opens : phases->earliest_start[last];
  until =
    days.last_possible == MP_INSTANT_MAX ? MP_INSTANT_MAX : days.last_possible + MP_SECONDS_PER_DAY;
  bar->rect.x = MAX (x_of (scene, opens), x_of (scene, mp_day_to_instant (reach.begin)));
  bar->rect.width =
    MIN (x_of (scene, until), x_of (scene, mp_day_to_instant (reach.end))) - bar->rect.x;
  track.tie_x = x_of (scene, days.last_safe + MP_SECONDS_PER_DAY);
  bar->solid_x0 =
    MAX (bar->rect.x, days.opens != MP_INSTANT_MIN ? x_of (scene, days.surely_open) : bar->rect.x);
  bar->solid_x1 = track.tie_x;
  bar->certainty = mp_agreement_notices (layout->agreement)[term->notice].certainty;
  bar->tense = until <= scene->from    ? MP_TENSE_PAST
               : opens >= scene->until ? MP_TENSE_FUTURE
                                       : MP_TENSE_PRESENT;
  place_in_track (scene, row, number, &track);
  if (bar->visible.width > 0)
    mp_array_append (scene->tracks, scene->n_tracks, track);
}

void
mp_scene_add_tracks (MpScene *scene, const MpSceneRow *row, guint n_tracks)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[row->index].phases;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    MpRun others = phases->alternatives[phase];

    for (guint32 i = 0; i < others.count; i++)
      add_other (scene, row, phase, others.first + i, MIN (i, MP_LAYOUT_MAX_OTHERS - 1));
  }
  if (mp_agreement_terms (agreement, NULL)[row->index].notice != MP_NONE)
    add_notice (scene, row, n_tracks - 1);
}
