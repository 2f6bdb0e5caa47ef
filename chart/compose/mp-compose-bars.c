/* mp-compose-bars.c: from the dates of a phase to a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "mp-compose-private.h"

#include "mp-agreement.h"

/* In design pixels: a shorter stretch is drawn as a known day. */
#define LEAST_STRETCH 4

static const MpTone wide_tones[] = {
  [MP_STORY_EARLIER] = MP_TONE_EARLIER,
  [MP_STORY_BEFORE] = MP_TONE_BEFORE,
  [MP_STORY_HOLDS] = MP_TONE_ACCENT,
  [MP_STORY_LATER] = MP_TONE_LATER,
};

static void
add_sign (MpComposer *composer, guint sign)
{
  composer->signs |= 1u << sign;
}

/* Returns how a bar begins or ends at a date, in view, whose stretch has this width. */
static MpPageEdge
edge_of (const MpDate *date, double width)
{
  if (date->kind == MP_DATE_OPEN)
    return MP_PAGE_EDGE_POINT;
  if (date->kind == MP_DATE_UNKNOWN || date->earliest == MP_INSTANT_MIN ||
      date->after == MP_INSTANT_MAX)
    return MP_PAGE_EDGE_FADED;
  if (width < LEAST_STRETCH)
    return date->approximate || date->uncertain ? MP_PAGE_EDGE_DOUBTED : MP_PAGE_EDGE_SHARP;
  return date->approximate ? MP_PAGE_EDGE_ABOUT : MP_PAGE_EDGE_HATCHED;
}

static void
note_edge (MpComposer *composer, MpPageEdge edge)
{
  static const int signs[] = {
    [MP_PAGE_EDGE_SHARP] = -1,
    [MP_PAGE_EDGE_TORN] = MP_SIGN_TORN,
    [MP_PAGE_EDGE_HATCHED] = MP_SIGN_HATCHED,
    [MP_PAGE_EDGE_ABOUT] = MP_SIGN_ABOUT,
    [MP_PAGE_EDGE_DOUBTED] = MP_SIGN_DOUBTED,
    [MP_PAGE_EDGE_FADED] = MP_SIGN_FADED,
    [MP_PAGE_EDGE_POINT] = MP_SIGN_POINT,
  };

  if (signs[edge] >= 0)
    add_sign (composer, (guint) signs[edge]);
}

/* Sets how the bar begins. Where even the earliest start is beyond the span, the edge is torn. */
static void
set_start (MpComposer *composer, MpPageBar *bar, const MpDate *date, double earliest,
           double certain)
{
  gboolean has_bound = date->kind == MP_DATE_KNOWN && date->earliest != MP_INSTANT_MIN;
  double x0 = composer->plot_x0;

  bar->start = edge_of (date, certain - earliest);
  if (bar->start == MP_PAGE_EDGE_POINT)
    bar->start = MP_PAGE_EDGE_FADED;
  if (has_bound && certain <= x0)
    bar->start = MP_PAGE_EDGE_TORN;
  bar->rect.x = MAX (has_bound ? earliest : certain, x0);
  bar->solid_x0 = CLAMP (certain, x0, composer->plot_x1);
  /* A beginning that nobody knows fades out before the day on which it holds for certain, or at the
   * edge where there is no such day. */
  if (date->kind != MP_DATE_KNOWN)
    bar->rect.x = bar->solid_x0 = x0;
  else if (bar->start == MP_PAGE_EDGE_FADED)
    bar->rect.x = MAX (x0, certain - 4 * bar->rect.height);
}

static void
set_end (MpComposer *composer, MpPageBar *bar, const MpDate *date, double certain, double latest)
{
  gboolean has_bound = date->kind == MP_DATE_KNOWN && date->after != MP_INSTANT_MAX;
  double x1 = composer->plot_x1, end;

  bar->end = edge_of (date, latest - certain);
  if (has_bound && certain >= x1 + 0.5)
    bar->end = MP_PAGE_EDGE_TORN;
  end = MIN (has_bound ? latest : x1, x1);
  bar->solid_x1 = CLAMP (certain, composer->plot_x0, x1);
  bar->rect.width = end - bar->rect.x;
}

MpPageBar
mp_compose_bar (MpComposer *composer, const MpStoryPhase *phase, MpColor hue, double y,
                double height)
{
  const MpPhases *phases = mp_agreement_phases (composer->agreement);
  guint32 i = phase->phase;
  MpTone tone = wide_tones[phase->tense];
  MpPageBar bar = { .rect = { 0, y, 0, height }, .hue = hue };
  MpCertainty certainty = phases->certainty[i];
  MpSpan span;

  mp_agreement_get_phase_span (composer->agreement, i, &span);
  bar.tone = composer->dense && tone == MP_TONE_ACCENT ? MP_TONE_TINT : tone;
  bar.line = mp_certainty_get (certainty)->line;
  bar.has_head = composer->dense;
  set_start (composer, &bar, &span.start, mp_compose_x (composer, phases->earliest_start[i]),
             mp_compose_x (composer, phases->certain_start[i]));
  set_end (composer, &bar, &span.end, mp_compose_x (composer, phases->certain_end[i]),
           mp_compose_x (composer, phases->latest_end[i]));
  note_edge (composer, bar.start);
  note_edge (composer, bar.end);
  if (bar.line != MP_LINE_SOLID)
    add_sign (composer, MP_SIGN_CERTAINTY + certainty);
  else
    add_sign (composer, MP_SIGN_EARLIER + phase->tense);
  return bar;
}

void
mp_compose_add_bars (MpComposer *composer, const MpStoryRow *row, MpColor hue, double y,
                     double height, MpPageBar *bars)
{
  double drawn = -G_MAXDOUBLE;

  for (guint i = 0; i < row->n_phases; i++) {
    const MpStoryPhase *phase = &composer->story->phases[row->first + i];
    MpPageBar *bar = &bars[i];

    *bar = mp_compose_bar (composer, phase, hue, y, height);
    /* Two bars that meet are told apart by the ground between them. */
    if (!composer->dense && i > 0 && bars[i - 1].end == MP_PAGE_EDGE_SHARP &&
        bar->start == MP_PAGE_EDGE_SHARP && bar->rect.width > 2) {
      bar->rect.x += 1;
      bar->rect.width -= 1;
    }
    if (bar->rect.x + bar->rect.width < drawn + 1 && !mp_compose_is_named (row, phase))
      continue;
    drawn = bar->rect.x + bar->rect.width;
    mp_page_set_item (composer->page, (MpItem) { MP_ITEM_PHASE, phase->phase });
    mp_page_add_bar (composer->page, bar);
  }
}
