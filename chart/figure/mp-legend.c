/* mp-legend.c: paints the legend, with samples of what the chart draws
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mp-legend.h"

#include "mp-paint-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In design pixels. */
#define BAR 34
#define LONG_BAR 54 /* with a badge on it */
#define MARK 18
#define LONG_MARK 46 /* two marks that are joined */
#define SAMPLE_HEIGHT 16
#define BAR_HEIGHT 14
#define DISC 14
#define EARLY 22
#define THIN 5
#define GAP 8
#define SPACE 22
#define LINE_HEIGHT 22

/* What stands before the words: a bar, a mark, or both if both can look like that. A width of 0
 * means that there is none. */
typedef struct {
  const char *words;
  double bar_width;
  double mark_width;
  MpEdge start;
  MpEdge end;
  MpTense tense;
  MpCertainty certainty;
  MpPointKind kind; /* of the mark */
} Sample;

/* By key. The samples of certainties are made by sample_of () from the table in mp-certainty.c. */
static const Sample samples[MP_N_LEGEND_KEYS] = {
  /* Translators: the legend: a term that is in force on the as-of date */
  [MP_LEGEND_IN_FORCE] = { N_ ("In force"), BAR, 0, .tense = MP_TENSE_PRESENT },
  [MP_LEGEND_TO_COME] = { N_ ("To come"), BAR, 0, .tense = MP_TENSE_FUTURE },
  /* Translators: the legend: a term whose phase has ended */
  [MP_LEGEND_OVER] = { N_ ("Over"), BAR, 0, .tense = MP_TENSE_PAST },
  /* Translators: the legend: a date that lies somewhere in a stretch of time, such as a year */
  [MP_LEGEND_POSSIBLE] = { N_ ("At some time in here"), BAR, BAR, .end = MP_EDGE_HATCHED,
                           .tense = MP_TENSE_PRESENT },
  /* Translators: the legend: a date that is only approximate */
  [MP_LEGEND_ABOUT] = { N_ ("About then"), BAR, MARK, MP_EDGE_SOFT, MP_EDGE_SOFT,
                        .tense = MP_TENSE_PRESENT },
  [MP_LEGEND_UNCERTAIN] = { N_ ("Date in doubt"), BAR, MARK, .tense = MP_TENSE_PRESENT },
  /* Translators: the legend: a date that is not known */
  [MP_LEGEND_UNKNOWN] = { N_ ("Not known when"), BAR, 0, .start = MP_EDGE_UNKNOWN,
                          .tense = MP_TENSE_PRESENT },
  /* Translators: the legend: a term with no end published */
  [MP_LEGEND_OPEN] = { N_ ("No end published"), BAR, 0, .end = MP_EDGE_OPEN,
                       .tense = MP_TENSE_PRESENT },
  /* Translators: the legend: several dates, one of which is meant */
  [MP_LEGEND_ONE_OF] = { N_ ("One of these"), 0, LONG_MARK, .kind = MP_POINT_ONE_OF },
  [MP_LEGEND_ALL_OF] = { N_ ("All of these"), 0, LONG_MARK, .kind = MP_POINT_ALL_OF },
  /* Translators: the legend: a condition can end the term before its date */
  [MP_LEGEND_ENDS_EARLY] = { N_ ("May end before"), LONG_BAR, 0, .tense = MP_TENSE_PRESENT },
  [MP_LEGEND_NOTICE] = { N_ ("Time to give notice"), BAR, 0, .tense = MP_TENSE_PRESENT },
  /* Translators: the legend: where so many phases are that they cannot be drawn apart, a colour
   * that is darker where there are more of them */
  [MP_LEGEND_CROWD] = { N_ ("Many: the darker, the more"), LONG_BAR, 0 },
  [MP_LEGEND_OTHER] = { N_ ("What another source says"), BAR, LONG_MARK, .tense = MP_TENSE_PRESENT,
                        .certainty = MP_CERTAINTY_DISPUTED, .kind = MP_POINT_OTHER },
  /* Translators: the legend: what was in force on the earlier of two dates */
  [MP_LEGEND_WAS] = { N_ ("Held before"), BAR, 0, .tense = MP_TENSE_WAS },
  /* Translators: the legend of a comparison: what became of a term between two dates */
  [MP_LEGEND_ADDED] = { N_ ("Added"), 0, MARK },
  [MP_LEGEND_CHANGED] = { N_ ("Changed"), 0, MARK },
  [MP_LEGEND_ENDED] = { N_ ("Ended"), 0, MARK },
  [MP_LEGEND_UNCHANGED] = { N_ ("Unchanged"), 0, MARK },
  /* Translators: the legend of a comparison: added, changed or ended, but only possibly */
  [MP_LEGEND_PERHAPS] = { N_ ("Only possibly so"), 0, MARK },
};

static Sample
sample_of (MpLegendKey key)
{
  Sample sample = samples[key];

  if (key >= MP_LEGEND_CERTAINTY && key < MP_LEGEND_CERTAINTY + MP_N_CERTAINTIES) {
    sample.certainty = (MpCertainty) key - MP_LEGEND_CERTAINTY;
    sample.words = mp_certainty_get (sample.certainty)->legend;
    sample.bar_width = BAR;
    sample.mark_width = MARK;
    sample.tense = MP_TENSE_PRESENT;
  }
  return sample;
}

const char *
mp_legend_words (MpLegendKey key)
{
  const char *words;

  g_return_val_if_fail (key < MP_N_LEGEND_KEYS, NULL);

  words = sample_of (key).words;
  return words != NULL ? _ (words) : NULL;
}

/* --- Bars ------------------------------------------------------------------------------------- */

static MpRect
middle_of (MpRect rect, double width, double height)
{
  return (MpRect) { round (rect.x + (rect.width - width) / 2), rect.y + (rect.height - height) / 2,
                    width, height };
}

/* Paints the sample of a track: a thin bar under a bar. */
static void
paint_track (const MpPainter *painter, MpLegendKey key, MpRect rect)
{
  double unit = painter->metrics->unit, thin = ceil (THIN * unit);
  MpSceneTrack track = {
    .bar = { .rect = { rect.x, rect.y + rect.height - thin, rect.width * 0.8, thin },
             .solid_x0 = rect.x,
             .solid_x1 = rect.x + rect.width * 0.8,
             .faint_x0 = rect.x,
             .faint_x1 = rect.x + rect.width * 0.8,
             .tense = MP_TENSE_PRESENT,
             .color = MP_COLOR_BLUE },
    .tie_x = floor (rect.x + rect.width / 4) + 0.5,
    .tie_y = rect.y + rect.height - thin - 3 * unit,
  };
  MpSceneBar foot = { .rect = { rect.x, rect.y, rect.width, rect.height - thin - 3 * unit },
                      .solid_x0 = rect.x,
                      .solid_x1 = rect.x + rect.width,
                      .faint_x0 = rect.x,
                      .faint_x1 = rect.x + rect.width,
                      .tense = MP_TENSE_PRESENT,
                      .color = MP_COLOR_BLUE };

  if (key == MP_LEGEND_NOTICE) {
    track.kind = MP_TRACK_NOTICE;
    track.bar.rect.width = rect.width;
    track.bar.rect.x = rect.x;
    track.bar.rect.y -= unit;
    track.tie_x = track.bar.solid_x1 = rect.x + rect.width * 0.6;
    track.tie_y = rect.y;
    foot.rect.height -= unit;
  }
  mp_painter_draw_bar (painter, &foot, NULL);
  mp_painter_draw_track (painter, &track);
}

static void
paint_crowd (const MpPainter *painter, MpRect rect)
{
  static const MpCrowdCell cells[] = { { 2, 0 }, { 16, 0 }, { 256, 0 }, { 4096, 0 } };
  const guint n_cells = G_N_ELEMENTS (cells);
  MpSceneCrowd crowd = { .rect = rect,
                         .cell = rect.width / n_cells,
                         .cells_x = rect.x,
                         .cells = { 0, n_cells },
                         .color = MP_COLOR_BLUE };

  mp_painter_draw_crowd (painter, &crowd, cells);
}

static void
paint_bar (const MpPainter *painter, MpLegendKey key, MpRect rect)
{
  Sample sample = sample_of (key);
  const char *symbol = mp_certainty_get (sample.certainty)->symbol;
  double unit = painter->metrics->unit;
  gboolean soft = sample.start == MP_EDGE_SOFT;
  MpSceneBar bar = {
    .rect = rect,
    .solid_x0 = rect.x + (soft ? rect.width * 0.3 : 0),
    .solid_x1 = rect.x + rect.width * (sample.end == MP_EDGE_HATCHED ? 0.45
                                       : soft                        ? 0.7
                                                                     : 1),
    .faint_x0 = rect.x,
    .faint_x1 = rect.x + rect.width,
    .start = sample.start,
    .end = sample.end,
    .tense = sample.tense,
    .certainty = sample.certainty,
    .color = MP_COLOR_BLUE,
  };

  if (key == MP_LEGEND_OTHER || key == MP_LEGEND_NOTICE) {
    paint_track (painter, key, rect);
    return;
  }
  if (key == MP_LEGEND_CROWD) {
    paint_crowd (painter, rect);
    return;
  }
  if (key == MP_LEGEND_UNCERTAIN)
    bar.end_doubt = middle_of (rect, ceil (DISC * unit), ceil (DISC * unit));
  if (key == MP_LEGEND_ENDS_EARLY) {
    bar.early = middle_of (rect, ceil (EARLY * unit), rect.height);
    bar.early.x = rect.x + rect.width - bar.early.width - 2 * unit;
    bar.early_x0 = rect.x + rect.width / 4;
    bar.early_x1 = rect.x + rect.width;
  }
  mp_painter_draw_bar (painter, &bar, NULL);
  if (symbol != NULL)
    mp_text_draw (painter->text, painter->cr, MP_TEXT_NOTE, symbol, rect, MP_ALIGN_MIDDLE,
                  painter->style->text);
}

/* --- Marks ------------------------------------------------------------------------------------ */

static MpScenePoint
point_at (const MpPainter *painter, Sample sample, MpRect rect, double x)
{
  double size = painter->metrics->mark_size;

  return (MpScenePoint) {
    .kind = sample.kind,
    .x = x,
    .rect = { x - size / 2, rect.y + (rect.height - size) / 2, size, size },
    .start = sample.start,
    .end = sample.start,
    .certainty = sample.certainty,
  };
}

static void
paint_mark (const MpPainter *painter, MpLegendKey key, MpRect rect)
{
  Sample sample = sample_of (key);
  double size = painter->metrics->mark_size, disc = ceil (DISC * painter->metrics->unit);
  gboolean joined = sample.mark_width == LONG_MARK;
  double first = rect.x + (joined ? size / 2 : rect.width / 2);
  MpScenePoint points[] = { point_at (painter, sample, rect, first),
                            point_at (painter, sample, rect, rect.x + rect.width - size / 2) };

  if (key == MP_LEGEND_UNCERTAIN) {
    points[0].is_uncertain = TRUE;
    points[0].rect = middle_of (rect, disc, disc);
  }
  if (key == MP_LEGEND_POSSIBLE) {
    points[0].is_stretch = TRUE;
    points[0].rect = (MpRect) { rect.x, points[0].rect.y, rect.width, size };
  }
  /* The first mark is the date that the agreement prefers. */
  if (key == MP_LEGEND_OTHER)
    points[0].kind = MP_POINT_DATE;
  mp_painter_draw_points (painter, points, joined ? 2 : 1, MP_COLOR_BLUE, 1);
}

/* Paints the sample of a change's badge. A change that is only possible can be of any kind. */
static void
paint_change (const MpPainter *painter, MpLegendKey key, MpRect rect)
{
  MpComparison comparison = { .possibly = key == MP_LEGEND_PERHAPS };
  double size = rect.height;

  comparison.change = key == MP_LEGEND_ADDED       ? MP_CHANGE_ADDED
                      : key == MP_LEGEND_ENDED     ? MP_CHANGE_ENDED
                      : key == MP_LEGEND_UNCHANGED ? MP_CHANGE_UNCHANGED
                                                   : MP_CHANGE_CHANGED;
  mp_painter_draw_change_badge (painter, middle_of (rect, size, size), &comparison, MP_COLOR_BLUE);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static double
sample_width (Sample sample, double unit)
{
  double gap = sample.bar_width > 0 && sample.mark_width > MARK ? GAP : 0;

  return round ((sample.bar_width + gap + sample.mark_width) * unit);
}

static void
paint_sample (const MpPainter *painter, MpLegendKey key, MpRect rect)
{
  Sample sample = sample_of (key);
  double unit = painter->metrics->unit;
  MpRect bar = { rect.x, rect.y, round (sample.bar_width * unit), round (BAR_HEIGHT * unit) };
  MpRect mark = { rect.x + rect.width - round (sample.mark_width * unit), rect.y,
                  round (sample.mark_width * unit), rect.height };

  bar.y = round (rect.y + (rect.height - bar.height) / 2);
  if (bar.width > 0)
    paint_bar (painter, key, bar);
  if (key > MP_LEGEND_WAS)
    paint_change (painter, key, mark);
  else if (mark.width > 0)
    paint_mark (painter, key, mark);
}

/* Lays the keys out line by line, and paints them unless painter is NULL. Returns the height. */
static double
flow (const MpPainter *painter, MpText *text, MpLegendKeys keys, double x, double y, double width)
{
  MpMeasure measure = mp_text_get_measure (text);
  double unit = measure.unit, at = x, top = y;
  double line = ceil (LINE_HEIGHT * unit);

  if (keys == 0)
    return 0;
  for (MpLegendKey i = 0; i < MP_N_LEGEND_KEYS; i++) {
    const char *words = mp_legend_words (i);
    double sample, words_width, advance;

    if (!mp_legend_keys_have (keys, i) || words == NULL)
      continue;
    sample = sample_width (sample_of (i), unit);
    words_width = ceil (mp_measure (measure, MP_TEXT_NOTE, words).width);
    advance = sample + GAP * unit + words_width;
    if (at > x && at + advance > x + width) {
      at = x;
      y += line;
    }
    if (painter != NULL) {
      MpRect rect = { round (at), round (y + (line - SAMPLE_HEIGHT * unit) / 2), sample,
                      round (SAMPLE_HEIGHT * unit) };

      paint_sample (painter, i, rect);
      mp_text_draw (text, painter->cr, MP_TEXT_NOTE, words,
                    (MpRect) { at + sample + GAP * unit, y, MIN (words_width, width), line },
                    MP_ALIGN_START, painter->style->dim_text);
    }
    at += advance + SPACE * unit;
  }
  return y + line - top;
}

double
mp_legend_line_height (MpText *text)
{
  return ceil (LINE_HEIGHT * mp_text_get_measure (text).unit);
}

double
mp_legend_height (MpText *text, MpLegendKeys keys, double width)
{
  return flow (NULL, text, keys, 0, 0, width);
}

void
mp_legend_paint (cairo_t *cr, const MpStyle *style, MpText *text, MpLegendKeys keys, double x,
                 double y, double width)
{
  MpMetrics metrics = mp_metrics_new (mp_text_get_measure (text));
  MpPainter painter = mp_painter_new (cr, style, text, &metrics);

  mp_canvas_save (cr);
  flow (&painter, text, keys, x, y, width);
  mp_canvas_restore (cr);
}
