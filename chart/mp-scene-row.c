/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mp-scene-private.h"

#include "mp-query.h"

#include <math.h>

/* In design pixels. */
#define BAR_LABEL_INSET 10
#define ROW_BADGE 18
#define BADGE_GAP 4

/* A label that must be cut is shown if at least this much of it fits, or so many design pixels. */
#define LABEL_MIN_SHARE 0.6
#define LABEL_ENOUGH 110

const char *
mp_verdict_sign (MpVerdict verdict)
{
  static const char *const signs[MP_N_VERDICTS] = {
    [MP_VERDICT_ABSENT] = "",   [MP_VERDICT_UNCHANGED] = "=", [MP_VERDICT_ADDED] = "+",
    [MP_VERDICT_CHANGED] = "→", [MP_VERDICT_ENDED] = "−",
  };

  g_return_val_if_fail (verdict < MP_N_VERDICTS, NULL);
  return signs[verdict];
}

static MpEdge
edge_of (const MpDate *date, double width)
{
  switch (date->kind) {
  case MP_DATE_OPEN:
    return MP_EDGE_OPEN;
  case MP_DATE_UNKNOWN:
    return MP_EDGE_UNKNOWN;
  case MP_DATE_KNOWN:
  default:
    if (date->approximate || date->uncertain)
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

/* Where a bar's edges stand: those without a day of their own go to the ends of the layout, which
 * are days too, so that they move with everything else. */
static void
place_bar (const MpScene *scene, const MpSpan *span, MpSceneBar *bar)
{
  const MpLayout *layout = scene->layout;
  double left = mp_scale_to_x (scene->scale, layout->begin);
  /* Short of the edge, so that the arrow of an open end is seen. */
  double right = mp_scale_to_x (scene->scale, layout->end) - layout->metrics.padding / 2;
  double x0 = mp_scale_instant_to_x (scene->scale, span->start.earliest);
  double x1 = mp_scale_instant_to_x (scene->scale, span->end.after);

  bar->solid_x0 = mp_scale_instant_to_x (scene->scale, span->start.after);
  bar->solid_x1 = mp_scale_instant_to_x (scene->scale, span->end.earliest);
  /* A day's width of doubt at a start or an end is no doubt to a reader. */
  if (span->start.kind != MP_DATE_KNOWN)
    bar->solid_x0 = x0 = left;
  else if (span->start.precision >= MP_PRECISION_DAY)
    bar->solid_x0 = x0;
  if (span->end.kind != MP_DATE_KNOWN)
    bar->solid_x1 = x1 = right;
  else if (span->end.precision >= MP_PRECISION_DAY && bar->solid_x1 > x0)
    x1 = bar->solid_x1;
  else if (span->end.precision >= MP_PRECISION_DAY)
    bar->solid_x1 = x1; /* begun and ended on one day: as long as that day */
  bar->start = edge_of (&span->start, bar->solid_x0 - x0);
  bar->end = edge_of (&span->end, x1 - bar->solid_x1);
  x0 = mp_scene_near_view (scene, scene->plot.x + x0);
  x1 = mp_scene_near_view (scene, scene->plot.x + x1);
  bar->solid_x0 = CLAMP (scene->plot.x + bar->solid_x0, x0, x1);
  bar->solid_x1 = CLAMP (scene->plot.x + bar->solid_x1, x0, x1);
  bar->rect.x = x0;
  bar->rect.width = x1 - x0;
}

static void
place_bar_label (const MpScene *scene, MpSceneBar *bar, MpMeasure measure)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double inset = BAR_LABEL_INSET * metrics->unit;
  MpRect within = bar->visible;
  MpSize size = mp_measure (measure, MP_TEXT_BAR, bar->text);
  double wanted = ceil (size.width);
  double room, enough;

  if (bar->certainty == MP_CERTAINTY_DISPUTED)
    wanted += metrics->padding;
  enough = MIN (wanted * LABEL_MIN_SHARE, LABEL_ENOUGH * metrics->unit);
  /* Hatching makes text hard to read: it stands beside it where there is room. */
  if (bar->start == MP_EDGE_HATCHED || bar->start == MP_EDGE_SOFT || bar->end == MP_EDGE_HATCHED ||
      bar->end == MP_EDGE_SOFT) {
    MpRect solid = mp_rect_clip_x (within, bar->solid_x0, bar->solid_x1);

    if (solid.width - inset * 1.5 >= enough)
      within = solid;
  }
  room = within.width - inset * 1.5;
  if (*bar->text == '\0' || room < enough || room < metrics->label_height)
    return;
  bar->label =
    (MpRect) { round (within.x + inset), round (bar->rect.y + (bar->rect.height - size.height) / 2),
               MIN (wanted, room), ceil (size.height) };
}

static void
add_bars (MpScene *scene, const MpSceneRow *row, MpMeasure measure)
{
  MpAgreement *agreement = scene->layout->agreement;
  const MpMetrics *metrics = &scene->layout->metrics;
  const MpPhases *phases = mp_agreement_phases (agreement);
  MpRun run = mp_agreement_terms (agreement, NULL)[row->index].phases;

  for (guint32 phase = run.first; phase < run.first + run.count; phase++) {
    MpSceneBar bar = { .phase = phase,
                       .text = mp_agreement_text (agreement, phases->state[phase]),
                       .certainty = phases->certainty[phase],
                       .color = row->color };
    MpSpan span;

    mp_agreement_get_phase_span (agreement, phase, &span);
    place_bar (scene, &span, &bar);
    bar.rect.y = row->rect.y + row->rect.height - metrics->bar_height -
                 (scene->layout->metrics.row_height - metrics->bar_height) / 2;
    bar.rect.height = metrics->bar_height;
    bar.visible = mp_rect_clip_x (bar.rect, scene->plot.x, scene->plot.x + scene->plot.width);
    if (bar.visible.width <= 0)
      continue;
    bar.tense = tense_of (scene, row, phase);
    place_bar_label (scene, &bar, measure);
    g_array_append_val (scene->bars, bar);
  }
}

/* Says what became of the row's term, at the end of its title. */
static void
compare_row (const MpScene *scene, const MpDate *before, MpSceneRow *row)
{
  const MpMetrics *metrics = &scene->layout->metrics;
  double size = ceil (ROW_BADGE * metrics->unit), right;
  MpDate after = { .earliest = scene->from, .after = scene->until };

  row->comparison = mp_compare_term (scene->layout->agreement, row->index, before, &after);
  if (row->comparison.verdict == MP_VERDICT_ABSENT)
    return;
  right = scene->layout->stacked ? scene->width : scene->gutter.width;
  row->badge = (MpRect) { round (right - BADGE_GAP * metrics->unit - size),
                          round (row->title.y + (row->title.height - size) / 2), size, size };
  row->title.width = MAX (row->badge.x - BADGE_GAP * metrics->unit - row->title.x, 0);
}

void
mp_scene_add_rows (MpScene *scene, const MpDate *before, MpMeasure measure)
{
  const MpLayout *layout = scene->layout;
  const MpMetrics *metrics = &layout->metrics;
  const MpTerm *terms = mp_agreement_terms (layout->agreement, NULL);
  guint n_topics;
  const MpTopic *topics = mp_agreement_topics (layout->agreement, &n_topics);

  for (guint i = 0; i < layout->rows->len; i++) {
    MpRow *from = &g_array_index (layout->rows, MpRow, i);
    guint32 topic = from->kind == MP_ROW_TOPIC ? from->index : terms[from->index].topic;
    MpSceneRow row = {
      .kind = from->kind,
      .index = from->index,
      .rect = { 0, scene->rows.y + from->y - scene->scroll, scene->width, from->height },
      .color = topics[topic].color,
    };

    if (!mp_rect_intersects (row.rect, scene->rows))
      continue;
    row.text =
      mp_agreement_text (layout->agreement, from->kind == MP_ROW_TOPIC ? topics[topic].title
                                                                       : terms[from->index].title);
    row.title =
      (MpRect) { metrics->padding, row.rect.y,
                 (layout->stacked ? scene->width : scene->gutter.width) - 1.5 * metrics->padding,
                 row.rect.height };
    if (from->kind == MP_ROW_TERM && layout->stacked)
      row.title.height = metrics->title_height + ceil (6 * metrics->unit);
    if (from->kind == MP_ROW_TERM && before != NULL)
      compare_row (scene, before, &row);
    g_array_append_val (scene->row_items, row);
    if (from->kind == MP_ROW_TERM)
      add_bars (scene, &row, measure);
  }
}
