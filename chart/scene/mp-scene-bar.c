/* mp-scene-bar.c: where the bars of phases stand, and how they begin and end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-agreement.h"
#include "mp-query.h"

#include <math.h>
#include <string.h>

/* Returns whether all that is known of a date is that it lies before or after another one, as in
 * [..2025-01-21]. */
static gboolean
is_unbounded (const MpDate *date)
{
  return date->kind == MP_DATE_KNOWN &&
         (date->earliest == MP_INSTANT_MIN || date->after == MP_INSTANT_MAX);
}

static MpEdge
edge_of (const MpDate *date, double width)
{
  if (is_unbounded (date))
    return MP_EDGE_UNKNOWN;
  switch (date->kind) {
  case MP_DATE_OPEN:
    return MP_EDGE_OPEN;
  case MP_DATE_UNKNOWN:
    return MP_EDGE_UNKNOWN;
  case MP_DATE_KNOWN:
  default:
    if (date->approximate)
      return MP_EDGE_SOFT;
    return width > 3 ? MP_EDGE_HATCHED : MP_EDGE_SHARP;
  }
}

static MpTense
tense_of (const MpScene *scene, const MpSceneRow *row, guint32 phase)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpComparison *comparison = &row->comparison;

  if (scene->is_comparison && comparison->before.status != MP_STATUS_NOT &&
      comparison->before.phase == phase &&
      mp_query_phase_status (agreement, phase, scene->from, scene->until) == MP_STATUS_NOT)
    return MP_TENSE_WAS;

  if (mp_query_phase_is_over (agreement, phase, scene->from))
    return MP_TENSE_PAST;
  if (mp_agreement_phases (agreement)->earliest_start[phase] >= scene->until)
    return MP_TENSE_FUTURE;
  return MP_TENSE_PRESENT;
}

/* Returns whether a date is a single day, or a time of day. */
static gboolean
is_one_day (const MpDate *date)
{
  return date->precision >= MP_PRECISION_DAY && date->n_members == 1 &&
         date->after - MP_SECONDS_PER_DAY <= date->earliest;
}

/* Finds where a bar is faintest. At an open edge that is the tip of the arrow, a little inside the
 * bar. At an unknown edge it is the first or the last day of the layout, so that the fading
 * moves with everything else. */
static void
place_fading (const MpScene *scene, MpSceneBar *bar)
{
  const MpLayout *layout = scene->layout;
  double arrow = MIN (layout->metrics.padding, bar->rect.width) / 2;
  double x0 = bar->rect.x, x1 = bar->rect.x + bar->rect.width;
  double first = scene->plot.x + mp_scale_to_x (scene->scale, layout->begin);
  double last = scene->plot.x + mp_scale_to_x (scene->scale, layout->end);

  bar->faint_x0 = x0;
  bar->faint_x1 = x1;
  if (bar->start == MP_EDGE_OPEN)
    bar->faint_x0 = x0 + arrow;
  else if (bar->start == MP_EDGE_UNKNOWN)
    bar->faint_x0 = CLAMP (first, x0, bar->solid_x0 > x0 ? bar->solid_x0 : x1);
  if (bar->end == MP_EDGE_OPEN)
    bar->faint_x1 = MAX (x1 - arrow, bar->faint_x0);
  else if (bar->end == MP_EDGE_UNKNOWN)
    bar->faint_x1 = CLAMP (last, bar->solid_x1 < x1 ? bar->solid_x1 : x0, x1);
}

void
mp_scene_place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar)
{
  MpView reach = mp_scene_get_reach (scene);
  /* An unknown edge lies outside of the picture, so that no outline is drawn there. */
  double bleed = scene->layout->metrics.padding;
  double left = mp_scale_to_x (scene->scale, reach.begin);
  double right = mp_scale_to_x (scene->scale, reach.end);
  double x0 = mp_scale_instant_to_x (scene->scale, span->start.earliest);
  double x1 = mp_scale_instant_to_x (scene->scale, span->end.after);

  bar->solid_x0 = mp_scale_instant_to_x (scene->scale, span->start.after);
  bar->solid_x1 = mp_scale_instant_to_x (scene->scale, span->end.earliest);
  /* A start or an end that is known to the day is drawn sharp: that is exact enough for a reader.
   */
  if (span->start.kind == MP_DATE_OPEN)
    bar->solid_x0 = x0 = left;
  else if (span->start.kind == MP_DATE_UNKNOWN)
    bar->solid_x0 = x0 = left - bleed;
  else if (is_unbounded (&span->start))
    x0 = MIN (left - bleed, bar->solid_x0);
  else if (is_one_day (&span->start))
    bar->solid_x0 = x0;
  if (span->end.kind == MP_DATE_OPEN)
    bar->solid_x1 = x1 = right;
  else if (span->end.kind == MP_DATE_UNKNOWN)
    bar->solid_x1 = x1 = right + bleed;
  else if (is_unbounded (&span->end))
    x1 = MAX (right + bleed, bar->solid_x1);
  else if (is_one_day (&span->end) && bar->solid_x1 > x0)
    x1 = bar->solid_x1;
  else if (is_one_day (&span->end))
    bar->solid_x1 = x1; /* a phase that starts and ends on one day is as long as that day */
  bar->start = edge_of (&span->start, bar->solid_x0 - x0);
  bar->end = edge_of (&span->end, x1 - bar->solid_x1);
  x0 = mp_scene_near_view (scene, scene->plot.x + x0);
  x1 = mp_scene_near_view (scene, scene->plot.x + x1);
  bar->solid_x0 = CLAMP (scene->plot.x + bar->solid_x0, x0, x1);
  bar->solid_x1 = CLAMP (scene->plot.x + bar->solid_x1, x0, x1);
  bar->rect.x = x0;
  bar->rect.width = x1 - x0;
  place_fading (scene, bar);
}

static void
add_members (MpScene *scene, const MpDate *set)
{
  MpSpan span;
  gsize at = 0;

  while (set->n_members > 1 && mp_date_next_member (set, &at, &span)) {
    double x0 = scene->plot.x + mp_scale_instant_to_x (scene->scale, span.start.earliest);
    double x1 = scene->plot.x + mp_scale_instant_to_x (scene->scale, span.end.after);
    MpSceneMember member = { mp_scene_near_view (scene, x0), mp_scene_near_view (scene, x1) };

    mp_array_append (scene->members, scene->n_members, member);
  }
}

static gboolean
is_finite (MpInstant instant)
{
  return instant != MP_INSTANT_MIN && instant != MP_INSTANT_MAX;
}

/* Stores what a bar needs of a phase's span. The bounds of most phases tell it all, because their
 * dates are neither qualified nor sets. Parsing thousands of texts would cost more than the rest of
 * the scene. */
static void
read_span (MpAgreement *agreement, guint32 phase, MpSpan *span)
{
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpDate plain = { .kind = MP_DATE_KNOWN, .precision = MP_PRECISION_DAY, .n_members = 1 };

  if (!is_finite (phases->earliest_start[phase]) || !is_finite (phases->certain_start[phase]) ||
      !is_finite (phases->certain_end[phase]) || !is_finite (phases->latest_end[phase]) ||
      strpbrk (mp_agreement_text (agreement, phases->span[phase]), "~?%[{") != NULL) {
    mp_agreement_get_phase_span (agreement, phase, span);
    return;
  }
  span->start = plain;
  span->end = plain;
  span->start.earliest = phases->earliest_start[phase];
  span->start.after = phases->certain_start[phase];
  span->end.earliest = phases->certain_end[phase];
  span->end.after = phases->latest_end[phase];
}

/* Returns the part of a bar in view that comes before the next phase of its term. The bar of that
 * phase is painted later, and would cover the label. */
static MpRect
own_part (const MpScene *scene, const MpSceneBar *bar, MpRun run)
{
  const MpPhases *phases = mp_agreement_phases (scene->layout->agreement);
  guint32 next = bar->phase + 1;

  if (bar->end == MP_EDGE_SHARP || next == run.first + run.count ||
      !is_finite (phases->earliest_start[next]))
    return bar->visible;
  return mp_rect_clip_x (bar->visible, bar->visible.x,
                         scene->plot.x +
                           mp_scale_instant_to_x (scene->scale, phases->earliest_start[next]));
}

void
mp_scene_add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpMetrics *metrics = &scene->layout->metrics;
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[row->index].phases;
  g_autoptr (GArray) singles = mp_scene_add_crowds (scene, row, measure);

  for (guint i = 0; i < singles->len; i++) {
    guint32 phase = g_array_index (singles, guint32, i);
    MpSceneBar bar = { .phase = phase,
                       .text = mp_agreement_text (agreement, phases->state[phase]),
                       .certainty = phases->certainty[phase],
                       .color = row->color };
    MpSpan span;

    read_span (agreement, phase, &span);
    mp_scene_place_bar (scene, &span, &bar);
    bar.rect.y = row->bar_y - metrics->bar_height / 2;
    bar.rect.height = metrics->bar_height;
    bar.visible = mp_rect_clip_x (bar.rect, scene->plot.x, scene->plot.x + scene->plot.width);
    if (bar.visible.width <= 0)
      continue;
    bar.tense = tense_of (scene, row, phase);
    bar.members.first = scene->n_members;
    add_members (scene, &span.start);
    add_members (scene, &span.end);
    bar.members.count = scene->n_members - bar.members.first;
    mp_scene_place_bar_badges (
      scene, &span, *mp_agreement_text (agreement, phases->ends_early[phase]) != '\0', &bar);
    mp_scene_place_bar_label (scene, own_part (scene, &bar, run), &bar, measure);
    mp_array_append (scene->bars, scene->n_bars, bar);
  }
}
